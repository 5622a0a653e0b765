//! The mission in one look.

use super::test_server::TestServer;

const DAY: &str = "as_of=2025-02-28&known_on=2025-10-02";

#[tokio::test]
async fn the_overview_is_small_and_tells_where_the_mission_stands() {
    let server = TestServer::demo().await;
    let overview = server.get(&format!("/api/v1/missions/MSS/overview?{DAY}"), &[]).await;
    assert!(overview.body.len() < 60_000, "{} bytes", overview.body.len());
    insta::assert_snapshot!("overview", serde_json::to_string_pretty(&overview.json()).unwrap());
}

#[tokio::test]
async fn a_day_before_all_claims_has_an_overview_too() {
    let server = TestServer::demo().await;
    for day in ["-009999-01-01", "2020-01-01", "9999-12-31"] {
        let address = format!("/api/v1/missions/MSS/overview?as_of={day}&known_on={day}");
        let overview = server.get(&address, &[]).await;
        assert_eq!(overview.status.as_u16(), 200, "{day}: {}", overview.text());
        assert_eq!(overview.json()["contributors"].as_array().unwrap().is_empty(), day < "2021");
    }
}
