//! Small ledgers in which claims, documents and decisions of every marking stand beside each other, and what of them one viewer may see.

use std::collections::BTreeMap;

use ledger::Entry;
use model::{ByteRange, Claim, ClaimId, Decision, Document, Marking, Name, Quote, RuleName, Ruling, Source};
use picture::Viewer;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::test_desk::NOW;

/// The markings; each viewer sees some and not others.
const MARKINGS: [&str; 4] = ["public", "mission", "party:KEN", "party:JAM"];
/// Texts that documents hold. There are few, so that one text is entered under several markings.
const TEXTS: [&str; 3] = [
    "Kenya has 901 officers in the field.",
    "Jamaica sent 24 soldiers on 12 September 2024.",
    "Guatemala promised 75 police, and Jamaica 170.",
];

/// A document, a claim or a decision; documents and claims are named by their number among those before, whatever that is.
#[derive(Clone, Debug)]
pub(crate) enum Seed {
    Document {
        text: usize,
        address: bool,
        title: u8,
        marking: Marking,
    },
    Claim {
        mission: &'static str,
        statement: Value,
        modality: &'static str,
        quotes: Option<usize>,
        marking: Marking,
        day: String,
    },
    Decision {
        claim: usize,
        ruling: u8,
        other: usize,
    },
}

fn marking() -> impl Strategy<Value = Marking> {
    prop::sample::select(MARKINGS.to_vec()).prop_map(|words| words.parse().unwrap())
}

fn seed() -> impl Strategy<Value = Seed> {
    let document = (0..TEXTS.len(), any::<bool>(), 0_u8..3, marking())
        .prop_map(|(text, address, title, marking)| Seed::Document { text, address, title, marking });
    let day = (1_i8..=12, 1_i8..=28).prop_map(|(month, day)| format!("2024-{month:02}-{day:02}"));
    let statement = (prop::sample::select(vec!["KEN", "JAM", "GTM"]), day.clone(), 1_u64..3_000, 0_u8..7)
        .prop_map(|(party, day, number, kind)| statement(party, &day, number, kind));
    let claim = (
        // Of one mission only what is hidden may be told.
        prop::sample::select(vec!["XYZ", "XYZ", "XYZ", "SEC"]),
        statement,
        prop::sample::select(vec!["fact", "reported", "planned", "pledged"]),
        prop::option::of(0..8_usize),
        marking(),
        day,
    )
        .prop_map(|(mission, statement, modality, quotes, marking, day)| Seed::Claim {
            mission,
            statement,
            modality,
            quotes,
            marking,
            day,
        });
    let decision = (0..16_usize, 0_u8..5, 0..16_usize).prop_map(|(claim, ruling, other)| Seed::Decision {
        claim,
        ruling,
        other,
    });
    prop_oneof![2 => document, 5 => claim, 3 => decision]
}

fn statement(party: &str, day: &str, number: u64, kind: u8) -> Value {
    let scope = json!({"whose": {"party": party}, "resource": "people"});
    let quantity = json!({"hedge": "exactly", "number": number});
    match kind {
        0 | 1 => {
            json!({"type": "count", "scope": scope, "stage": "deployed", "quantity": quantity, "as_of": day})
        }
        2 => {
            json!({"type": "count", "scope": scope, "stage": "promised", "quantity": quantity, "as_of": day})
        }
        3 => {
            json!({"type": "movement", "scope": scope, "step": "deploy", "quantity": quantity, "during": day})
        }
        4 => json!({"type": "ceiling", "quantity": quantity, "resource": "people", "in_force": day}),
        5 => {
            json!({"type": "movement", "scope": scope, "step": "withdraw", "quantity": quantity, "during": day})
        }
        _ => {
            json!({"type": "site", "site": "National Palace", "status": "retaken", "holder": {"party": party}, "span": day})
        }
    }
}

/// Some seeds. Two claims that anybody may see come first, so that there is something to look at.
pub(crate) fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    prop::collection::vec(seed(), 6..24).prop_map(|mut seeds| {
        for (number, marking) in [(40, "public"), (41, "party:KEN"), (42, "party:JAM")] {
            seeds.insert(
                0,
                Seed::Claim {
                    mission: "XYZ",
                    statement: statement("KEN", "2024-06-25", number, 0),
                    modality: "reported",
                    quotes: None,
                    marking: marking.parse().unwrap(),
                    day: "2024-06-26".to_owned(),
                },
            );
        }
        seeds
    })
}

/// The entries that grow from these.
pub(crate) fn entries(seeds: &[Seed]) -> Vec<Entry> {
    let (mut entries, mut documents, mut claims) = (Vec::new(), Vec::<Document>::new(), Vec::<Claim>::new());
    for (place, seed) in seeds.iter().enumerate() {
        match seed {
            Seed::Document { text, address, title, marking } => {
                let document = document(TEXTS[*text], *address, *title, *marking);
                entries.push(Entry::Document(document.clone()));
                documents.push(document);
            }
            Seed::Claim { mission, statement, modality, quotes, marking, day } => {
                let quoted =
                    quotes.filter(|_| !documents.is_empty()).map(|n| &documents[n % documents.len()]);
                let claim = claim((mission, modality, day), statement, quoted, *marking);
                entries.push(Entry::Claim(claim.clone()));
                claims.push(claim);
            }
            Seed::Decision { claim, ruling, other } => {
                let [on, other] = [claim, other].map(|n| claims[n % claims.len()].id());
                if on == other && *ruling > 1 {
                    continue;
                }
                let ruling = match ruling {
                    0 => Ruling::Accept,
                    1 => Ruling::Reject,
                    2 => Ruling::Replace { with: other },
                    3 => Ruling::SameAs { other },
                    _ => Ruling::NotSame { other },
                };
                let named = |words: &str| Name::new(words).unwrap();
                let now: jiff::Timestamp = NOW.parse().unwrap();
                let made = now - jiff::SignedDuration::from_secs(1_000 - i64::try_from(place).unwrap());
                entries.push(Entry::Decision(Decision {
                    claim: on,
                    ruling,
                    by: named("A. Clerk"),
                    why: named(&format!("reason {place}")),
                    made,
                }));
            }
        }
    }
    entries
}

fn document(text: &str, address: bool, title: u8, marking: Marking) -> Document {
    let mut document = json!({
        "title": format!("Telegram {title}"), "publisher": "Headquarters", "form": "report", "marking": marking,
        "published": {"day": "2024-10-02", "basis": "given"}, "text": text
    });
    if address {
        document["address"] = json!("https://example.org/telegram");
    }
    serde_json::from_value(document).unwrap()
}

fn claim(
    (mission, modality, day): (&str, &str, &str),
    statement: &Value,
    quoted: Option<&Document>,
    marking: Marking,
) -> Claim {
    let mut claim: Claim = serde_json::from_value(json!({
        "mission": mission, "statement": statement, "modality": modality, "speaker": "document",
        "source": {"by_hand": {"by": "A. Clerk"}}, "grade": "B2",
        "published": {"day": day, "basis": "given"}, "marking": marking
    }))
    .unwrap();
    if let Some(document) = quoted {
        let at = ByteRange::new(0, document.text.len()).unwrap();
        let rule = RuleName(Name::new("stands_at").unwrap());
        claim.source = Source::Read { quote: Quote { document: document.id(), at }, rule };
        // No more open than the text that it stands in.
        if document.marking != Marking::Public {
            claim.marking = document.marking;
        }
    }
    claim
}

/// What of them this viewer may see: a decision if all the claims that it names.
pub(crate) fn seen(entries: &[Entry], viewer: Viewer) -> Vec<Entry> {
    let markings: BTreeMap<ClaimId, Marking> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Claim(claim) => Some((claim.id(), claim.marking)),
            _ => None,
        })
        .collect();
    let may_see = |entry: &&Entry| match entry {
        Entry::Document(document) => viewer.may_see(document.marking),
        Entry::Claim(claim) => viewer.may_see(claim.marking),
        Entry::Decision(decision) => [Some(decision.claim), decision.ruling.other()]
            .into_iter()
            .flatten()
            .all(|claim| viewer.may_see(markings[&claim])),
    };
    entries.iter().filter(may_see).cloned().collect()
}
