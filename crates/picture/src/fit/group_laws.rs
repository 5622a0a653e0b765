//! Laws of grouping, on small ledgers of claims in tables: order, knowledge, sight and rulings.

use std::collections::{BTreeMap, BTreeSet};

use exchange::claims_table::import;
use jiff::Timestamp;
use ledger::{Entry, Ledger, Recorded};
use model::{Claim, ClaimId, Decision, Document, Marking, Name, Ruling, Statement};
use proptest::prelude::*;

use super::{Grouped, cases::day, grouped};
use crate::{Asked, Viewer};

const HEAD: &str = "date,date_precision,kind,party,low,high,unit,summary,source_url\n";

/// What is entered: claims, some of them for the mission alone, and rulings on pairs of them.
#[derive(Clone, Debug)]
struct Told {
    documents: Vec<Document>,
    claims: Vec<Claim>,
    rulings: Vec<(usize, usize, bool)>,
}

fn rows() -> impl Strategy<Value = Vec<String>> {
    let row = (
        (1..7_u8, prop::sample::select(vec!["day", "day", "day", "day", "month"])),
        prop::sample::select(vec![
            "arrival",
            "arrival",
            "arrival",
            "departure",
            "rotation_home",
            "strength_country",
        ]),
        prop::sample::select(vec!["KEN", "KEN", "JAM"]),
        prop::sample::select(vec!["75", "77", "75", "200", "150", ""]),
        prop::sample::select(vec!["Lands.", "Lands.", "Second contingent lands.", "Third contingent lands."]),
        prop::sample::select(vec!["a", "b", "c", "d"]),
        0..1_000_u16,
    );
    prop::collection::vec(row, 1..9).prop_map(|rows| {
        let line = |((on, precision), kind, party, n, words, host, page): (_, _, _, _, &str, _, _)| {
            let date = if precision == "day" { format!("2024-06-{on:02}") } else { "2024-06".to_owned() };
            format!("{date},{precision},{kind},{party},{n},{n},police,{words},https://{host}.example/{page}")
        };
        rows.into_iter().map(line).collect()
    })
}

fn told() -> impl Strategy<Value = Told> {
    let ruling = (0..9_usize, 0..9_usize, any::<bool>());
    let hidden = prop::collection::vec(0..9_usize, 0..3);
    (rows(), prop::collection::vec(ruling, 0..4), hidden).prop_map(|(rows, rulings, hidden)| {
        let mission = "MSS".parse().unwrap();
        let import = import(&format!("{HEAD}{}", rows.join("\n")), &mission);
        let (documents, mut claims) = (import.documents, import.claims);
        for at in hidden {
            if let Some(claim) = claims.get_mut(at) {
                claim.marking = Marking::Mission;
            }
        }
        let known = |at: &usize| *at < claims.len();
        let rulings = rulings.into_iter().filter(|(a, b, _)| a != b && known(a) && known(b)).collect();
        Told { documents, claims, rulings }
    })
}

impl Told {
    fn ids(&self) -> Vec<ClaimId> {
        self.claims.iter().map(Claim::id).collect()
    }

    /// The last ruling on each pair: of two made at once no test could say which holds.
    fn pairs(&self) -> BTreeMap<(ClaimId, ClaimId), bool> {
        let ids = self.ids();
        self.rulings
            .iter()
            .map(|(a, b, same)| ((ids[*a].min(ids[*b]), ids[*a].max(ids[*b])), *same))
            .collect()
    }

    fn entries(&self) -> Vec<Entry> {
        let decisions = self.pairs().into_iter().map(|((claim, other), same)| {
            Entry::Decision(Decision {
                claim,
                ruling: if same { Ruling::SameAs { other } } else { Ruling::NotSame { other } },
                by: Name::new("analyst").unwrap(),
                why: Name::new("seen").unwrap(),
                made: Timestamp::UNIX_EPOCH,
            })
        });
        let documents = self.documents.iter().cloned().map(Entry::Document);
        documents.chain(self.claims.iter().cloned().map(Entry::Claim)).chain(decisions).collect()
    }
}

fn ledger(entries: Vec<Entry>) -> Ledger {
    let mut recorded: Vec<Recorded> = Vec::new();
    for entry in entries {
        let head = recorded.last().map(Recorded::head);
        recorded.push(Recorded::after(head.as_ref(), Timestamp::UNIX_EPOCH, entry));
    }
    Ledger::replay(recorded, None)
}

fn seen(entries: Vec<Entry>, known_on: &str) -> Grouped {
    let (as_of, known_on, viewer) = (day("2024-12-31"), day(known_on), Viewer::Public);
    grouped(
        &ledger(entries),
        &Asked { mission: "MSS".parse().unwrap(), as_of, known_on, viewer, rates: Vec::new() },
    )
}

const LATE: &str = "2025-01-01";

/// The events, each as the claims that tell of it.
fn events(grouped: &Grouped) -> Vec<BTreeSet<ClaimId>> {
    let claims = |event: &super::GroupedEvent| event.reports.iter().flat_map(|r| r.claims.clone()).collect();
    grouped.events.iter().map(claims).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_entering_never_matters(told in told(), turn in 0..9_usize, back in any::<bool>()) {
        let entries = told.entries();
        let mut other = entries.clone();
        let turn = turn % other.len().max(1);
        other.rotate_left(turn);
        if back {
            other.reverse();
        }
        prop_assert_eq!(seen(entries, LATE), seen(other, LATE));
    }

    #[test]
    fn each_movement_seen_tells_of_one_event_or_stands_aside(told in told()) {
        let grouped = seen(told.entries(), LATE);
        let aside = grouped.aside.iter().flat_map(|aside| aside.claims.clone());
        let mut all: Vec<ClaimId> = events(&grouped).into_iter().flatten().chain(aside).collect();
        let moves = |claim: &&Claim| {
            claim.marking == Marking::Public && matches!(claim.statement, Statement::Movement(_))
        };
        let want: BTreeSet<ClaimId> = told.claims.iter().filter(moves).map(Claim::id).collect();
        all.sort();
        prop_assert_eq!(all, want.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn what_may_not_be_seen_or_is_not_known_changes_nothing(told in told()) {
        for known_on in ["2024-06-03", LATE] {
            let known = |claim: &Claim| claim.marking == Marking::Public && claim.published.day <= day(known_on);
            let hidden: BTreeSet<ClaimId> =
                told.claims.iter().filter(|claim| !known(claim)).map(Claim::id).collect();
            let about = |entry: &Entry| match entry {
                Entry::Claim(claim) => hidden.contains(&claim.id()),
                Entry::Decision(decision) => {
                    hidden.contains(&decision.claim) || decision.ruling.other().is_some_and(|id| hidden.contains(&id))
                }
                Entry::Document(_) => false,
            };
            let without = told.entries().into_iter().filter(|entry| !about(entry)).collect();
            prop_assert_eq!(seen(told.entries(), known_on), seen(without, known_on));
        }
    }

    #[test]
    fn a_ruling_stands_over_the_days_the_numbers_and_the_fit(told in told()) {
        let grouped = seen(told.entries(), LATE);
        let events = events(&grouped);
        let at = |id: &ClaimId| events.iter().position(|event| event.contains(id));
        let step = |id: &ClaimId| {
            let claim = told.claims.iter().find(|claim| claim.id() == *id)?;
            match &claim.statement {
                Statement::Movement(movement) => Some((movement.step, movement.scope.whose.clone())),
                _ => None,
            }
        };
        let pairs = told.pairs();
        let parted = pairs.values().any(|same| !same);
        for ((one, other), same) in &pairs {
            let Some((a, b)) = at(one).zip(at(other)) else { continue };
            if !same {
                prop_assert_ne!(a, b);
            } else if step(one) == step(other) && !parted {
                prop_assert_eq!(a, b);
            }
        }
    }
}
