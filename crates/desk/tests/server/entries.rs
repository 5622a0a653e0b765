//! The ledger as it was entered: listed, walked and carried away.

use serde_json::json;

use super::test_server::TestServer;
use crate::test_desk::TestDesk;

#[tokio::test]
async fn entries_are_listed_from_the_last_with_places_for_staff_alone() {
    let server = TestServer::demo().await;
    let staff = server.as_role("analyst");
    let all = staff.list("/api/v1/entries", 100).await;
    let places: Vec<_> = all.iter().map(|entry| entry["place"].as_u64().unwrap()).collect();
    let last = server.head().await.unwrap().seq.0;
    assert_eq!(places, (1..=last).rev().collect::<Vec<_>>());
    let open = server.list("/api/v1/entries", 500).await;
    assert_eq!(open.len(), all.len(), "all of the demo is public");
    assert!(open.iter().all(|entry| entry["place"].is_null() && entry["hash"].is_null()));
}

#[tokio::test]
async fn filters_narrow_the_entries() {
    let server = TestServer::demo().await.as_role("analyst");
    let claims = server.list("/api/v1/entries?kind=claim&q=382", 50).await;
    assert!(!claims.is_empty());
    assert!(claims.iter().all(|it| it["kind"] == "claim" && it["words"].as_str().unwrap().contains("382")));
    let claim = claims[0]["claim"].as_str().unwrap();
    let decided = server
        .post("/api/v1/decisions", &json!({"claim": claim, "ruling": "reject", "why": "told of another"}))
        .await;
    assert_eq!(decided.status, 201, "{}", decided.text());
    let by = server.list("/api/v1/entries?by=clerk&mission=MSS", 50).await;
    assert_eq!(by.len(), 1, "{by:?}");
    assert_eq!((&by[0]["kind"], &by[0]["claim"]), (&json!("decision"), &json!(claim)));
    assert!(by[0]["words"].as_str().unwrap().starts_with("rejected: "), "{by:?}");
    let day = server.list("/api/v1/entries?kind=decision&from=2025-11-03&to=2025-11-03", 50).await;
    assert_eq!(day, by);
    assert!(server.list("/api/v1/entries?kind=decision&to=2025-11-02", 50).await.is_empty());
    let table = server.get("/api/v1/entries?limit=3&format=csv", &[]).await;
    assert_eq!(table.text().lines().count(), 4, "{}", table.text());
    assert!(table.header("link").ends_with("; rel=\"next\""), "{table:?}");
}

#[tokio::test]
async fn a_cursor_of_what_is_hidden_is_none() {
    let server = TestServer::demo().await;
    let analyst = server.as_role("analyst");
    let dropped = analyst.drop_file("?marking=mission&title=hidden", "Kenya has 12 police in Haiti.").await;
    let hidden = dropped.json()["documents"][0]["id"].as_str().unwrap().to_owned();
    let address = format!("/api/v1/entries?cursor=d{hidden}");
    assert_eq!(analyst.get(&address, &[]).await.status, 200);
    let refused = server.get(&address, &[]).await;
    let nothing = server.get(&format!("/api/v1/entries?cursor=d{}", "0".repeat(64)), &[]).await;
    assert_eq!((refused.status.as_u16(), nothing.status.as_u16()), (400, 400));
    assert_eq!(refused.json()["code"], nothing.json()["code"]);
    assert!(!server.get("/api/v1/export", &[]).await.text().contains(&hidden));
}

#[tokio::test]
async fn the_chain_is_walked_and_held_against_a_seal() {
    let server = TestServer::demo().await.as_role("planner");
    let verified = server.get("/api/v1/entries/verify", &[]).await.json();
    assert_eq!((&verified["whole"], &verified["broken"]), (&json!(true), &json!(null)));
    let seal = verified["seal"].as_str().unwrap();
    let again = server.get(&format!("/api/v1/entries/verify?seal={seal}"), &[]).await.json();
    assert_eq!(again, verified);
    let other = format!("1:{}", "0".repeat(64));
    let broken = server.get(&format!("/api/v1/entries/verify?seal={other}"), &[]).await.json();
    assert_eq!(broken["whole"], false, "{broken}");
    assert!(broken["broken"].as_str().unwrap().contains("seal"), "{broken}");
    let not_one = server.get("/api/v1/entries/verify?seal=5", &[]).await;
    assert_eq!(not_one.json()["code"], "bad_query");
}

#[tokio::test]
async fn what_is_exported_makes_the_same_ledger_elsewhere() {
    let server = TestServer::demo().await;
    let exported = server.get("/api/v1/export", &[]).await;
    let entries = server.list("/api/v1/entries", 500).await.len();
    assert_eq!(exported.text().lines().count(), entries);
    let desk = TestDesk::new();
    desk.file("ledger.jsonl", exported.text());
    desk.ok(&["enter", "ledger.jsonl", "--ledger", "there.muster"]);
    let day = ["--mission", "MSS", "--as-of", "2025-02-28", "--viewer", "public", "--format", "csv"];
    let picture = [&["picture", "--ledger", "there.muster"][..], &day].concat();
    let here = server.get("/api/v1/missions/MSS/rows?as_of=2025-02-28&format=csv", &[]).await;
    assert_eq!(desk.ok(&picture).out, here.text());
}
