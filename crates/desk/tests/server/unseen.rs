//! What a viewer may not see changes no byte of what it gets, on any route that there is.

use std::{collections::BTreeMap, sync::OnceLock};

use ledger::Entry;
use model::{Claim, ClaimId, Decision, Document, Name, Ruling};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::test_server::TestServer;

/// Answers by address: the status and the body.
type Answers = BTreeMap<String, (u16, Vec<u8>)>;

/// Every address that can be read, from the description of the interface, so that a new route is held to it unnamed; what
/// counts requests is left out.
fn addresses() -> Vec<String> {
    let document: Value = serde_json::from_str(&desk::server::document()).unwrap();
    let paths = document["paths"].as_object().unwrap().iter();
    let read = paths.filter(|(path, item)| item.get("get").is_some() && *path != "/metrics");
    let mut addresses = Vec::new();
    for (path, item) in read {
        let path = path
            .replace("{whose}/{resource}/{stage}", "KEN/people/deployed")
            .replace("{whose}", "KEN")
            .replace("{mission}", "MSS")
            .replace("{code}", "not_found")
            .replace("{id}", &hidden_document().id().to_string());
        let has = |name: &str| {
            let parameters = item["get"]["parameters"].as_array().into_iter().flatten();
            parameters.into_iter().any(|parameter| parameter["name"] == name)
        };
        let days = if has("as_of") { "?as_of=2025-02-28&known_on=2025-10-02" } else { "" };
        addresses.push(format!("{path}{days}"));
        if has("as_of") && has("format") {
            addresses.push(format!("{path}{days}&format=csv"));
        }
    }
    addresses
}

fn answers(entries: Vec<Entry>) -> Answers {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let server = TestServer::demo_and(entries).await;
        let mut answers = Answers::new();
        for address in addresses() {
            let answered = server.get(&address, &[]).await;
            answers.insert(address, (answered.status.as_u16(), answered.body));
        }
        answers
    })
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
        let (_, body) = &without()["/api/v1/missions/MSS/rows?as_of=2025-02-28&known_on=2025-10-02"];
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn what_may_not_be_seen_changes_no_byte_of_any_answer(
        mut entries in prop::collection::vec(hidden(), 1..6),
    ) {
        entries.push(Entry::Document(hidden_document()));
        entries.extend(decisions(&entries));
        let with = answers(entries);
        for (address, answer) in without() {
            prop_assert_eq!(&with[address], answer, "{}", address);
        }
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
        let address = format!("/api/v1/missions/MSS/{route}?as_of=2025-02-28&known_on=2025-10-02");
        let (status, _) = with[&address];
        assert_eq!(status, 200, "{address}");
        assert_ne!(with[&address], without()[&address], "{address}");
    }
}
