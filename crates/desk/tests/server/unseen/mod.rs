//! What a viewer may not see changes no byte of what it gets, on any route that there is, whatever it asks or sends.

mod ledgers;
mod questions;

use std::sync::OnceLock;

use ledger::Entry;
use model::{Claim, ClaimId, Decision, Document, Name, Ruling};
use picture::Viewer;
use proptest::prelude::*;
use serde_json::{Value, json};

use self::{
    ledgers::{Seed, entries, seeds, seen},
    questions::{Answers, Told, ids},
};
use super::test_server::TestServer;

/// Where the demo is looked at from.
const DAYS: &str = "as_of=2025-02-28&known_on=2025-10-02";

/// What anybody is told by the demo's server, with these entries beside the demo's.
fn answers(entries: Vec<Entry>) -> Answers {
    let ids = [hidden_document().id().to_string()];
    wait(async { questions::ask(&TestServer::demo_and(entries).await, &["MSS"], &ids, DAYS).await })
}

fn wait<T>(asked: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(asked)
}

fn without() -> &'static Answers {
    static WITHOUT: OnceLock<Answers> = OnceLock::new();
    WITHOUT.get_or_init(|| answers(Vec::new()))
}

/// A document of the mission's own, newer than any other.
fn hidden_document() -> Document {
    serde_json::from_value(json!({
        "title": "A telegram", "publisher": "Headquarters", "form": "report", "marking": "mission",
        "published": {"day": "2025-10-02", "basis": "given"}, "text": "Kenya has 901 officers in the field."
    }))
    .unwrap()
}

/// Claims that bear on what is shown, marked so that the public may not see them.
fn hidden() -> impl Strategy<Value = Entry> {
    let marking = prop::sample::select(vec!["mission", "party:KEN", "party:JAM"]);
    let party = prop::sample::select(vec!["KEN", "JAM", "GTM", "FJI"]);
    let day = (1_i8..=12, 1_i8..=28).prop_map(|(month, day)| format!("2024-{month:02}-{day:02}"));
    let statement = (party, day.clone(), 1_u64..3_000, 0_u8..6).prop_map(|(party, day, number, kind)| {
        let scope = json!({"whose": {"party": party}, "resource": "people"});
        let quantity = json!({"hedge": "exactly", "number": number});
        match kind {
            0 | 1 => json!({"type": "count", "scope": scope, "stage": "deployed", "quantity": quantity, "as_of": day}),
            2 => json!({"type": "count", "scope": scope, "stage": "promised", "quantity": quantity, "as_of": day}),
            3 => json!({"type": "movement", "scope": scope, "step": "deploy", "quantity": quantity, "during": day}),
            4 => json!({"type": "ceiling", "quantity": quantity, "resource": "people", "in_force": day}),
            _ => json!({"type": "site", "site": "National Palace", "status": "retaken", "holder": {"party": party},
                "span": day}),
        }
    });
    (marking, statement, day).prop_map(|(marking, statement, day)| {
        let claim: Claim = serde_json::from_value(json!({
            "mission": "MSS", "statement": statement, "modality": "reported", "speaker": "document",
            "source": {"by_hand": {"by": "A. Clerk"}}, "grade": "A1",
            "published": {"day": day, "basis": "given"}, "marking": marking
        }))
        .unwrap();
        Entry::Claim(claim)
    })
}

/// Decisions that name a hidden claim: on it, and on a public one with it.
fn decisions(claims: &[Entry]) -> Vec<Entry> {
    let named = |words: &str| Name::new(words).unwrap();
    let made = crate::test_desk::NOW.parse().unwrap();
    let public: ClaimId = {
        let (_, _, body) = &without()["GET /api/v1/missions/MSS/rows?as_of=2025-02-28&known_on=2025-10-02"];
        let rows: Value = serde_json::from_slice(body).unwrap();
        let kenya = rows["rows"].as_array().unwrap().iter();
        let mut kenya = kenya.filter(|row| row["whose"]["code"] == "KEN" && row["stage"] == "deployed");
        kenya.next().unwrap()["claims"][0].as_str().unwrap().parse().unwrap()
    };
    let first = claims.iter().find_map(|entry| match entry {
        Entry::Claim(claim) => Some(claim.id()),
        _ => None,
    });
    let decision = |claim, ruling| {
        Entry::Decision(Decision { claim, ruling, by: named("A. Clerk"), why: named("a test"), made })
    };
    first
        .into_iter()
        .flat_map(|id| [decision(public, Ruling::Replace { with: id }), decision(id, Ruling::Accept)])
        .collect()
}

/// Holds what one world tells against what the other tells.
fn same(with: &Answers, without: &Answers, viewer: Viewer) -> Result<(), TestCaseError> {
    let words = |(status, headers, body): &Told| {
        (*status, headers.clone(), String::from_utf8_lossy(body).into_owned())
    };
    for question in with.keys().chain(without.keys()) {
        let [with, without] = [with, without].map(|answers| answers.get(question).map(words));
        prop_assert_eq!(with, without, "{:?}: {}", viewer, question);
    }
    Ok(())
}

/// Asks and sends everything, at a desk on all of these entries and at one on those of them that the viewer may see.
async fn check(seeds: &[Seed], viewer: Viewer, role: &str) -> Result<(), TestCaseError> {
    let all = entries(seeds);
    let (with, without) = (
        TestServer::with(all.clone()).await.as_role(role),
        TestServer::with(seen(&all, viewer)).await.as_role(role),
    );
    let missions = ["XYZ", "SEC", "NOT"];
    let mut ids = ids(&all);
    ids.push("0".repeat(64));
    let days = "as_of=2024-12-31&known_on=2025-01-31";
    let asked = async |server: &TestServer| questions::ask(server, &missions, &ids, days).await;
    let listed = async |server: &TestServer| questions::lists(server, &ids).await;
    same(&asked(&with).await, &asked(&without).await, viewer)?;
    same(&listed(&with).await, &listed(&without).await, viewer)?;
    same(&questions::send(&with, &all).await, &questions::send(&without, &all).await, viewer)?;
    same(&listed(&with).await, &listed(&without).await, viewer)?;
    same(&asked(&with).await, &asked(&without).await, viewer)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2))]

    #[test]
    fn laws_what_may_not_be_seen_changes_no_byte_of_the_demo(
        mut entries in prop::collection::vec(hidden(), 1..6),
    ) {
        entries.push(Entry::Document(hidden_document()));
        entries.extend(decisions(&entries));
        same(&answers(entries), without(), Viewer::Public)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn laws_what_the_public_may_not_see_changes_no_byte_of_what_it_gets(seeds in seeds()) {
        wait(check(&seeds, Viewer::Public, "viewer"))?;
    }

    #[test]
    fn laws_what_one_party_may_not_see_changes_no_byte_of_what_it_gets(seeds in seeds()) {
        wait(check(&seeds, Viewer::Liaison("KEN".parse().unwrap()), "liaison:KEN"))?;
    }

    #[test]
    fn laws_what_another_party_may_not_see_changes_no_byte_of_what_it_gets(seeds in seeds()) {
        wait(check(&seeds, Viewer::Liaison("JAM".parse().unwrap()), "liaison:JAM"))?;
    }
}

#[test]
fn what_may_be_seen_changes_them() {
    let seen: Claim = serde_json::from_value(json!({
        "mission": "MSS", "modality": "reported", "speaker": "document", "grade": "A1", "marking": "public",
        "statement": {"type": "movement", "scope": {"whose": {"party": "KEN"}, "resource": "people"}, "step": "deploy",
            "quantity": {"hedge": "exactly", "number": 500}, "during": "2025-02-20"},
        "source": {"by_hand": {"by": "A. Clerk"}}, "published": {"day": "2025-02-21", "basis": "given"}
    }))
    .unwrap();
    let with = answers(vec![Entry::Claim(seen)]);
    for route in
        ["overview", "strength", "figures/KEN/people/deployed", "contributors", "contributors/KEN", "rows"]
    {
        let address = format!("GET /api/v1/missions/MSS/{route}?{DAYS}");
        let (status, ..) = with[&address];
        assert_eq!(status, 200, "{address}");
        assert_ne!(with[&address], without()[&address], "{address}");
    }
}
