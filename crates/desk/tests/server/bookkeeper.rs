//! What is acknowledged: answered to each by itself, read by whoever asks for the newest, and in the ledger whatever comes.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use model::ClaimId;
use serde_json::{Value, json};
use store::{IfMissing, Sqlite, SqliteAccounts, accounts_beside, replay};
use tokio::task::JoinSet;

use super::{served::Served, test_server::TestServer, token::token, wire::Wire};
use crate::{
    samples::BY_HAND,
    test_desk::{NOW, TestDesk},
};

const NEWEST: [(&str, &str); 1] = [("cache-control", "no-cache")];

/// So long is waited for what comes by itself; it comes within two seconds where nothing else holds the machine.
const PATIENCE: usize = 200;
const MOMENT: Duration = Duration::from_millis(100);

/// That Kenya has so many police, in a mission of which nothing else is told.
fn claim(n: u64) -> Value {
    json!({
        "mission": "XYZ", "modality": "fact", "speaker": "a clerk", "published": "2025-10-31",
        "statement": {"kind": "count", "whose": "KEN", "resource": "people/police", "stage": "deployed",
            "quantity": n.to_string(), "as_of": "2025-10-31"},
    })
}

/// The claims behind any figure of that mission.
fn behind(rows: &Value) -> BTreeSet<String> {
    let rows = rows["rows"].as_array().into_iter().flatten();
    let claims = rows.flat_map(|row| row["claims"].as_array().unwrap());
    claims.map(|id| id.as_str().unwrap().to_owned()).collect()
}

const ROWS: &str = "/api/v1/missions/XYZ/rows";

#[tokio::test]
async fn what_is_acknowledged_is_in_the_next_newest_answer() {
    let server = TestServer::demo().await;
    let mut writers = JoinSet::new();
    for writer in 0..4 {
        let analyst = server.as_role("analyst");
        writers.spawn(async move {
            for turn in 0..3 {
                let entered = analyst.post("/api/v1/claims", &claim(100 + writer * 10 + turn)).await.json();
                let id = entered["claim"]["id"].as_str().unwrap().to_owned();
                let rows = analyst.get(ROWS, &NEWEST).await.json();
                assert!(behind(&rows).contains(&id), "writer {writer} reads what it entered: {rows}");
            }
        });
    }
    writers.join_all().await;
}

#[tokio::test]
async fn an_answer_that_is_kept_does_not_stay_behind() {
    let server = TestServer::demo().await;
    let analyst = server.as_role("analyst");
    analyst.post("/api/v1/claims", &claim(100)).await;
    let first = behind(&analyst.get(ROWS, &[]).await.json());
    let entered = analyst.post("/api/v1/claims", &claim(101)).await.json();
    let id = entered["claim"]["id"].as_str().unwrap().to_owned();
    for _ in 0..PATIENCE {
        let now = behind(&analyst.get(ROWS, &[]).await.json());
        if now.contains(&id) {
            return;
        }
        assert_eq!(now, first, "an answer is of one moment");
        tokio::time::sleep(MOMENT).await;
    }
    panic!("the answer from before the last entry is still given");
}

#[tokio::test]
async fn entries_written_together_are_answered_each_by_itself() {
    let server = TestServer::demo().await;
    let analyst = server.as_role("analyst");
    let known = analyst.post("/api/v1/claims", &claim(0)).await.json()["claim"]["id"].clone();
    let itself = json!({"claim": known, "ruling": "same_as", "other": known, "why": "it is"});
    let mut asked = JoinSet::new();
    for n in 0..60 {
        let (analyst, itself) = (analyst.clone(), itself.clone());
        asked.spawn(async move {
            match n % 3 {
                0 => (n, analyst.post("/api/v1/claims", &claim(n)).await),
                1 => (n, analyst.post("/api/v1/decisions", &itself).await),
                _ => (n, analyst.post("/api/v1/claims", &claim(0)).await),
            }
        });
    }
    let (mut entered, mut moments) = (0, BTreeSet::new());
    for (n, answered) in asked.join_all().await {
        let body = answered.json();
        let words = body["claim"]["words"].as_str().unwrap_or_default();
        match (n % 3, answered.status.as_u16()) {
            (0, 201) if n > 0 => {
                assert!(words.contains(&format!("has {n} police")), "{n}: {words}");
                moments.insert(body["claim"]["entered"].as_str().unwrap().to_owned());
                entered += 1;
            }
            (1, _) => assert_eq!(body["code"], "refused", "{n}: {body}"),
            (_, status) => {
                assert_eq!((status, &body["outcome"]), (200, &json!("seen_before")), "{n}");
                assert_eq!(body["claim"]["id"], known, "{n}");
            }
        }
    }
    assert_eq!(entered, 19);
    // The clock goes on whenever somebody looks, so what has one moment was written together.
    assert!(moments.len() < entered, "each was written by itself: {moments:?}");
}

/// A ledger that is served by a process of its own, and an analyst's token.
fn served(desk: &TestDesk) -> (Served, String) {
    let accounts = accounts_beside(&desk.path("ledger.muster"));
    let token = runtime().block_on(async {
        let accounts = SqliteAccounts::open(&accounts, IfMissing::Create).await.unwrap();
        token(&accounts, "analyst", NOW.parse().unwrap()).await
    });
    (Served::begin(desk.command(&["serve", "--ledger", "ledger.muster", "--port", "0"])), token)
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// Enters it and tells its address.
fn enter(wire: &mut Wire, n: u64) -> std::io::Result<ClaimId> {
    let heard = wire.post("/api/v1/claims", &claim(n).to_string())?;
    assert_eq!(heard.status, 201, "{}", String::from_utf8_lossy(&heard.body));
    Ok(heard.json()["claim"]["id"].as_str().unwrap().parse().unwrap())
}

#[test]
fn what_another_program_enters_comes_by_itself() {
    let desk = TestDesk::new();
    let (served, token) = served(&desk);
    let mut wire = Wire::to(served.at(), &token).unwrap();
    enter(&mut wire, 1).unwrap();
    desk.file("claims.jsonl", BY_HAND);
    desk.ok(&["enter", "claims.jsonl", "--ledger", "ledger.muster"]);
    let comes = (0..PATIENCE).any(|_| {
        let rows = wire.get("/api/v1/missions/MSS/rows", "").unwrap();
        assert!([200, 404].contains(&rows.status), "{}", rows.status);
        rows.status == 200 && !behind(&rows.json()).is_empty() || {
            thread::sleep(MOMENT);
            false
        }
    });
    assert!(comes, "it is not served");
    // What comes after it is chained to it.
    enter(&mut wire, 2).unwrap();
    drop(served);
    desk.ok(&["verify", "--ledger", "ledger.muster"]);
}

#[test]
fn who_is_told_to_stop_finishes_what_has_begun() {
    let desk = TestDesk::new();
    let (served, token) = served(&desk);
    let mut wire = Wire::to(served.at(), &token).unwrap();
    let body = claim(382).to_string();
    let head = wire.head_of_post("/api/v1/claims", &body);
    wire.send(format!("{head}expect: 100-continue\r\n\r\n").as_bytes()).unwrap();
    // It says so when it begins to read the body.
    assert_eq!(wire.hear().unwrap().status, 100);
    served.ask_to_end();
    let closed = (0..PATIENCE).any(|_| {
        thread::sleep(MOMENT);
        Wire::to(served.at(), &token).is_err()
    });
    assert!(closed, "nobody new is let in");
    wire.send(body.as_bytes()).unwrap();
    let answered = wire.hear().unwrap();
    assert_eq!(answered.status, 201, "{}", String::from_utf8_lossy(&answered.body));
    let (well, said) = served.ended();
    assert!(well && said.contains("all that was entered is in the ledger"), "{said}");
    assert!(!desk.path("ledger.muster-wal").exists(), "the ledger is one file again");
    let out = desk.ok(&["verify", "--ledger", "ledger.muster"]).out;
    assert!(out.starts_with("1 entries"), "{out}");
}

#[test]
fn nothing_acknowledged_is_lost_when_the_server_is_killed() {
    let desk = TestDesk::new();
    let (mut served, token) = served(&desk);
    let acknowledged = Arc::new(Mutex::new(Vec::new()));
    let writers: Vec<_> = [1_000, 2_000]
        .map(|from| {
            let (kept, mut wire) = (Arc::clone(&acknowledged), Wire::to(served.at(), &token).unwrap());
            thread::spawn(move || {
                // Until nobody answers any more.
                for n in from.. {
                    let Ok(id) = enter(&mut wire, n) else { return };
                    kept.lock().unwrap().push(id);
                }
            })
        })
        .into();
    while acknowledged.lock().unwrap().len() < 20 {
        thread::yield_now();
    }
    served.kill();
    for writer in writers {
        writer.join().unwrap();
    }
    desk.ok(&["verify", "--ledger", "ledger.muster"]);
    let ledger = runtime().block_on(async {
        let store = Sqlite::open(&desk.path("ledger.muster"), IfMissing::Refuse).await.unwrap();
        replay(&store, None).await.unwrap()
    });
    for id in acknowledged.lock().unwrap().iter() {
        assert!(ledger.claim(*id).is_some(), "{id} was acknowledged");
    }
}
