//! The missions, and the flat rows of one.

use super::test_server::TestServer;

#[tokio::test]
async fn the_demo_tells_of_one_mission() {
    let missions = TestServer::demo().await.get("/api/v1/missions", &[]).await.json();
    assert_eq!(missions["missions"][0]["code"], "MSS");
    assert_eq!(missions["missions"][0]["name"], "Multinational Security Support Mission");
    assert_eq!(missions["today"], "2025-11-03");
}

#[tokio::test]
async fn rows_are_json_or_a_table_and_not_sent_again() {
    let server = TestServer::demo().await;
    let address = "/api/v1/missions/MSS/rows?as_of=2025-02-28&known_on=2025-10-02";
    let json = server.get(address, &[]).await;
    let table = server.get(address, &[("accept", "text/csv")]).await;
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8; header=present");
    let rows = json.json()["rows"].as_array().unwrap().len();
    assert_eq!(table.text().lines().count(), rows + 1);
    let by_address = server.get(&format!("{address}&format=csv"), &[]).await;
    assert_eq!(by_address.body, table.body);
    assert_ne!(json.header("etag"), table.header("etag"));
    let again = server.get(address, &[("if-none-match", json.header("etag"))]).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
    let packed = server.get(address, &[("accept-encoding", "gzip")]).await;
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert!(packed.body.len() * 3 < json.body.len());
}
