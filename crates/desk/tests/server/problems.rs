//! Whatever is not answered as asked is a problem with a stable code.

use super::test_server::TestServer;

#[tokio::test]
async fn refusals_are_problems() {
    let server = TestServer::demo().await;
    let check = async |method: &str, address: &str, want: (u16, &str)| {
        let answered = server.ask(method, address, &[], "").await;
        let kind = answered.header("content-type").to_owned();
        assert_eq!(kind, "application/problem+json", "{address}");
        let problem = answered.json();
        let got = (answered.status.as_u16(), problem["code"].as_str().unwrap());
        assert_eq!(got, want, "{method} {address}: {problem}");
        assert_eq!(problem["status"], want.0);
        let explained = server.get(problem["type"].as_str().unwrap(), &[]).await.json();
        assert_eq!((&explained["code"], &explained["title"]), (&problem["code"], &problem["title"]));
    };
    check("GET", "/api/v1/nothing", (404, "not_found")).await;
    check("GET", "/api/v1/problems/nothing", (404, "not_found")).await;
    check("DELETE", "/api/v1/missions", (405, "method_not_allowed")).await;
    check("POST", "/strength", (405, "method_not_allowed")).await;
    check("GET", "/api/v1/missions/XXX/rows", (404, "unknown_mission")).await;
    check("GET", "/api/v1/missions/M%20S/rows", (404, "unknown_mission")).await;
    check("GET", "/api/v1/missions/%FF/rows", (400, "bad_path")).await;
    check("GET", "/api/v1/missions/MSS/rows?as_of=2025-02-30", (400, "bad_query")).await;
    check("GET", "/api/v1/missions/MSS/rows?as-of=2025-02-03", (400, "bad_query")).await;
    check("GET", "/api/v1/missions/MSS/rows?format=xml", (400, "bad_query")).await;
    let picture = server.get("/api/v1/missions/MSS/rows", &[("accept", "image/png")]).await;
    assert_eq!(picture.json()["code"], "not_acceptable");
}

#[tokio::test]
async fn a_question_that_is_no_text_is_not_taken_for_another() {
    let server = TestServer::demo().await;
    for (query, want) in [
        ("q=%ff", 400),
        ("q=%c3%28", 400),
        ("%ed%a0%80=x", 400),
        ("limit=1&q=caf%e9", 400),
        ("q=caf%C3%A9", 200),
        ("q=100%", 200),
        ("q=%zz", 200),
        ("q=%f0%9f%91%8d", 200),
    ] {
        let address = format!("/api/v1/claims?{query}");
        let answered = server.get(&address, &[]).await;
        assert_eq!(answered.status, want, "{query}: {}", answered.text());
        assert!(want == 200 || answered.json()["code"] == "bad_query", "{query}");
    }
}
