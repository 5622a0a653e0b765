//! The log tells nobody's password, secret or name, however much of it is asked for.

use std::{
    io,
    sync::{Arc, Mutex},
};

use serde_json::json;

use super::browser::{Office, PASSWORD};

/// Lines of the log, kept.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl io::Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_log_of_everything_holds_no_secret() {
    let kept = Kept::default();
    let writer = kept.clone();
    let everything =
        tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone());
    // Of one subscriber alone, what other threads meet first is taken to interest nobody; of two, each is asked.
    let everything_too =
        tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(io::sink);
    let _beside = tracing::Dispatch::new(everything_too.finish());
    let guard = tracing::subscriber::set_default(everything.finish());
    let office = Office::new().await;
    let mut browser = office.logged_in("administrator").await;
    let made = browser.send("POST", "/accounts", &json!({"name": "Ludovika", "role": "viewer"})).await.json();
    let token = browser.send("POST", "/tokens", &json!({"name": "Ludovika's"})).await.json();
    browser.log_in("Ludovika", "wrong wrong wrong wrong").await;
    browser.log_in("administrator", PASSWORD).await;
    let cookie = browser.cookie.clone().unwrap();
    let mut program = office.browser();
    program.headers = vec![("authorization", format!("Bearer {}", token["secret"].as_str().unwrap()))];
    program.get("/missions").await;
    drop(guard);
    let log = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("answered") && log.contains("/api/v1/accounts"), "it was kept: {log}");
    let link = made["link"]["path"].as_str().unwrap().split_once('#').unwrap().1;
    for secret in [
        PASSWORD,
        "wrong wrong",
        "Ludovika",
        link,
        token["secret"].as_str().unwrap().split_once('_').unwrap().1,
        cookie.split_once('=').unwrap().1,
        "$argon2id$",
    ] {
        assert!(!log.contains(secret), "`{secret}` stands in the log");
    }
}
