//! Decisions: entered by those who may, undone by later ones, and never by half.

use std::{
    collections::BTreeSet,
    sync::atomic::{AtomicUsize, Ordering},
};

use desk::server::Clock;
use jiff::{Timestamp, ToSpan};
use serde_json::{Value, json};

use super::test_server::TestServer;
use crate::test_desk::NOW;

/// Some claims of the demo, by their addresses.
async fn claims(server: &TestServer) -> Vec<String> {
    let rows = server.get("/api/v1/missions/MSS/rows?as_of=2025-02-28&known_on=2025-10-02", &[]).await.json();
    let claims = rows["rows"].as_array().unwrap().iter().flat_map(|row| row["claims"].as_array().unwrap());
    let mut ids: Vec<_> = claims.map(|id| id.as_str().unwrap().to_owned()).collect();
    ids.sort();
    ids.dedup();
    ids
}

#[tokio::test]
async fn a_ruling_stands_until_a_later_one_undoes_it() {
    let server = TestServer::demo().await;
    let ids = claims(&server).await;
    let analyst = server.as_role("analyst");
    let check = async |body: Value, want: &str| {
        let answered = analyst.post("/api/v1/decisions", &body).await;
        assert_eq!(answered.status, 201, "{}", answered.text());
        assert_eq!(answered.json()["standing"], want, "{body}");
        assert_eq!(answered.json()["outcome"], "entered");
    };
    let (one, other) = (&ids[0], &ids[1]);
    check(json!({"claim": one, "ruling": "reject", "why": "taken back"}), "rejected").await;
    check(json!({"claim": other, "ruling": "same_as", "other": one, "why": "one flight"}), "undecided").await;
    check(json!({"claim": other, "ruling": "not_same", "other": one, "why": "two"}), "undecided").await;
    check(json!({"claim": other, "ruling": "accept", "why": "seen"}), "accepted").await;
}

/// Rules back and forth on two claims of a desk whose clock shows these seconds one after the other, again and again.
async fn check_clock(seconds: &'static [i64]) {
    let (now, looks): (Timestamp, _) = (NOW.parse().unwrap(), AtomicUsize::new(0));
    let clock =
        Clock::new(move || now + seconds[looks.fetch_add(1, Ordering::Relaxed) % seconds.len()].seconds());
    let server = TestServer::demo_at(clock).await;
    let ids = claims(&server).await;
    let analyst = server.as_role("analyst");
    let (one, other) = (&ids[0], &ids[1]);
    let mut made = BTreeSet::new();
    for turn in 0..3 {
        for (claim, ruling, named, want) in [
            (one, "accept", None, "accepted"),
            (one, "reject", None, "rejected"),
            (one, "replace", Some(other), "replaced"),
            (other, "replace", Some(one), "replaced"),
            (other, "accept", None, "accepted"),
            (other, "same_as", Some(one), "accepted"),
            (one, "accept", None, "accepted"),
        ] {
            let body = json!({"claim": claim, "ruling": ruling, "other": named, "why": "to and fro"});
            let answered = analyst.post("/api/v1/decisions", &body).await;
            assert_eq!(answered.status, 201, "{seconds:?}: {}", answered.text());
            let decided = answered.json();
            assert_eq!(decided["standing"], want, "{seconds:?}, turn {turn}: {body}");
            assert!(made.insert(decided["id"].to_string()), "each is a decision of its own");
        }
        let correction = json!({
            "replaces": one, "why": "misread", "statement": {"kind": "count", "whose": "KEN", "resource": "people/police",
                "stage": "deployed", "quantity": "17", "as_of": "2024-07-01"},
        });
        let corrected = analyst.post("/api/v1/claims", &correction).await.json();
        assert_eq!(corrected["claim"]["standing"], "accepted", "{seconds:?}, turn {turn}");
        let page = analyst.get(&format!("/api/v1/claims/{one}"), &[]).await.json();
        assert_eq!(page["claim"]["standing"], "replaced", "{seconds:?}, turn {turn}");
        assert_eq!(page["replaced_by"]["id"], corrected["claim"]["id"], "{seconds:?}, turn {turn}");
        let undone = json!({"claim": corrected["claim"]["id"], "ruling": "reject", "why": "it was not"});
        assert_eq!(analyst.post("/api/v1/decisions", &undone).await.json()["standing"], "rejected");
    }
}

#[tokio::test]
async fn the_last_ruling_rules_though_the_clock_stands_still() {
    check_clock(&[0]).await;
}

#[tokio::test]
async fn the_last_ruling_rules_though_the_clock_is_set_back() {
    check_clock(&[0, 3600, 20, -7200, 5, 4, 3]).await;
}

#[tokio::test]
async fn only_those_who_may_decide_do() {
    let server = TestServer::demo().await;
    let id = &claims(&server).await[0];
    let head = server.head().await;
    let check = async |server: TestServer, want: (u16, &str)| {
        let body = json!({"claim": id, "ruling": "reject", "why": "because"});
        let answered = server.post("/api/v1/decisions", &body).await;
        let code = answered.json()["code"].as_str().unwrap().to_owned();
        assert_eq!((answered.status.as_u16(), code.as_str()), want);
    };
    check(server.clone(), (401, "log_in_first")).await;
    check(server.as_role("viewer"), (403, "not_allowed")).await;
    check(server.as_role("liaison:KEN"), (403, "not_allowed")).await;
    assert_eq!(server.head().await, head);
}

#[tokio::test]
async fn what_cannot_be_meant_is_named_by_its_place_and_changes_nothing() {
    let server = TestServer::demo().await.as_role("analyst");
    let ids = claims(&server).await;
    let (one, other, none) = (&ids[0], &ids[1], "0".repeat(64));
    let head = server.head().await;
    let check = async |body: String, want: (u16, &str, Value)| {
        let answered = server
            .ask("POST", "/api/v1/decisions", &[("content-type", "application/json")], body.clone())
            .await;
        let problem = answered.json();
        let got = (answered.status.as_u16(), problem["code"].as_str().unwrap(), problem["pointer"].clone());
        assert_eq!(got, want, "{body}: {problem}");
    };
    let at = |pointer: &str| json!(pointer);
    let bad = |pointer: &str| (422, "bad_body", at(pointer));
    check(String::new(), (400, "not_json", Value::Null)).await;
    check("{".to_owned(), (400, "not_json", Value::Null)).await;
    check("[".repeat(100_000), (400, "not_json", Value::Null)).await;
    check("\u{0}".to_owned(), (400, "not_json", Value::Null)).await;
    check("[]".to_owned(), bad("")).await;
    check("{}".to_owned(), bad("/claim")).await;
    check("null".to_owned(), bad("")).await;
    check(" ".repeat(2 << 20), (413, "too_large", Value::Null)).await;
    let body = |claim: &str, ruling: &str, why: &str| json!({"claim": claim, "ruling": ruling, "why": why});
    check(body("3fa9c0de", "accept", "x").to_string(), bad("/claim")).await;
    check(body(&none, "accept", "x").to_string(), (404, "unknown_claim", at("/claim"))).await;
    check(body(one, "keep", "x").to_string(), bad("/ruling")).await;
    check(body(one, "accept", " \n\u{7} ").to_string(), bad("/why")).await;
    check(body(one, "accept", &"x".repeat(5_000)).to_string(), bad("/why")).await;
    check(body(one, "replace", "x").to_string(), bad("/other")).await;
    let with = |other: &Value, ruling: &str| {
        json!({"claim": one, "ruling": ruling, "why": "x", "other": other}).to_string()
    };
    check(with(&json!(other), "accept"), bad("/other")).await;
    check(with(&json!(none), "same_as"), (404, "unknown_claim", at("/other"))).await;
    check(with(&json!(7), "same_as"), bad("/other")).await;
    check(with(&json!(one), "replace"), (409, "refused", Value::Null)).await;
    let more = json!({"claim": one, "ruling": "accept", "why": "x", "by": "somebody else"});
    check(more.to_string(), bad("/by")).await;
    let plain = server.ask("POST", "/api/v1/decisions", &[], body(one, "accept", "x").to_string()).await;
    assert_eq!(plain.json()["code"], "unsupported_media_type");
    assert_eq!(server.head().await, head);
}
