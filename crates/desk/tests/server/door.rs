//! The door: who is let in with what, and what each then sees.

use desk::server::Clock;
use jiff::{Timestamp, ToSpan};
use store::{AccountName, Change, Role};

use super::test_server::TestServer;
use crate::test_desk::NOW;

const ROWS: &str = "/api/v1/missions/MSS/rows";

/// A desk that is not open, so many hours after [`NOW`].
async fn closed(hours: i64) -> TestServer {
    let now: Timestamp = NOW.parse().unwrap();
    TestServer::closed(Clock::new(move || now + hours.hours())).await
}

/// The status and the code of the problem of an answer to a reader with this `Authorization`.
async fn check(server: &TestServer, authorization: &str, want: (u16, &str)) {
    let answered = server.get(ROWS, &[("authorization", authorization)]).await;
    let code = if answered.status == 200 {
        String::new()
    } else {
        answered.json()["code"].as_str().unwrap().to_owned()
    };
    assert_eq!((answered.status.as_u16(), code.as_str()), want);
    if want.0 == 401 {
        assert!(answered.header("www-authenticate").starts_with("Bearer"));
    }
}

#[tokio::test]
async fn a_token_lets_in_until_it_ends_or_its_owner_is_disabled() {
    let refused = (401, "log_in_first");
    let server = closed(0).await;
    let analyst = server.token("analyst").await;
    check(&server, &analyst, (200, "")).await;
    check(&server, &analyst.replace("Bearer", "bEARER"), (200, "")).await;
    check(&server, &analyst.replace("muster_", ""), refused).await;
    check(&server, &analyst.replace("Bearer", "Basic"), refused).await;
    check(&server, &analyst[..analyst.len() - 1], refused).await;
    check(&server, "Bearer", refused).await;
    check(&server, "", refused).await;
    let account = server.accounts().named(&AccountName::new("analyst").unwrap()).await.unwrap().unwrap();
    let tokens = server.accounts().tokens(account.id, NOW.parse().unwrap()).await.unwrap();
    assert_eq!(tokens[0].used, Some(NOW.parse().unwrap()));
    // Another, as one that was just let in is not looked up again for a moment.
    let planner = server.token("planner").await;
    let account = server.accounts().named(&AccountName::new("planner").unwrap()).await.unwrap().unwrap();
    server.accounts().change(account.id, Change::Disable).await.unwrap();
    check(&server, &planner, refused).await;

    let later = closed(1_000).await;
    let ended = later.token("analyst").await;
    check(&later, &ended, refused).await;
}

#[tokio::test]
async fn an_open_desk_lets_anybody_read_but_nobody_with_a_wrong_token() {
    let server = TestServer::demo().await;
    check(&server, "", (200, "")).await;
    check(&server, "Basic QTpC", (200, "")).await;
    check(&server, "Bearer muster_wrong", (401, "log_in_first")).await;
}

#[tokio::test]
async fn each_token_is_of_its_role() {
    let server = closed(0).await;
    for role in ["viewer", "analyst", "planner", "liaison:KEN", "administrator"] {
        let token = server.token(role).await;
        check(&server, &token, (200, "")).await;
        let account = server.accounts().named(&AccountName::new(role).unwrap()).await.unwrap().unwrap();
        assert_eq!(account.role, role.parse::<Role>().unwrap());
    }
}
