//! What stands on every answer.

use super::test_server::TestServer;

#[tokio::test]
async fn every_answer_says_what_a_browser_may_do_with_it() {
    let server = TestServer::demo().await;
    for address in ["/healthz", "/api/v1/missions", "/api/v1/nothing", "/strength", "/no-such-file.js"] {
        let answered = server.get(address, &[]).await;
        let policy = answered.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{address}: {policy}");
        assert_eq!(answered.header("x-content-type-options"), "nosniff", "{address}");
        assert!(!answered.header("x-request-id").is_empty(), "{address}");
    }
}
