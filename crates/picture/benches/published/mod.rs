//! A published table of who gave how many to which mission in which month, where a copy lies beside the checkout.
//!
//! 11,585 rows of 20 months; it is not part of the project.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]
#![allow(clippy::disallowed_methods, reason = "it reads the table")]

use std::{collections::BTreeSet, path::Path, time::Duration};

use exchange::un_contributions::import;
use jiff::Timestamp;
use ledger::{Entry, Ledger, Recorded};
use model::MissionCode;

const NAME: &str = "../shared/data/un/ipi_contributor_mission_month_dev_200911_201106.csv";

/// The table as a ledger.
pub(crate) struct Published {
    pub(crate) rows: usize,
    pub(crate) claims: usize,
    pub(crate) missions: BTreeSet<MissionCode>,
    pub(crate) ledger: Ledger,
    /// How long reading it took, and how long entering.
    pub(crate) took: [Duration; 2],
}

/// Reads and enters it; where it is missing, says so.
pub(crate) fn published(timed: impl Fn(&mut dyn FnMut()) -> Duration) -> Option<Published> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(NAME);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("left out: {NAME} is not there");
        return None;
    };
    let mut taken = None;
    let read = timed(&mut || taken = Some(import(&text, None)));
    let taken = taken?;
    let claims = taken.claims.len();
    let missions = taken.claims.iter().filter_map(|claim| claim.mission.clone()).collect();
    let documents = taken.documents.into_iter().map(Entry::Document);
    let mut entries: Vec<Entry> = documents.chain(taken.claims.into_iter().map(Entry::Claim)).collect();
    let mut ledger = Ledger::default();
    let entered = timed(&mut || {
        let mut head = None;
        for entry in entries.drain(..) {
            let recorded = Recorded::after(head.as_ref(), Timestamp::UNIX_EPOCH, entry);
            head = Some(recorded.head());
            ledger.add(recorded);
        }
    });
    Some(Published { rows: text.lines().count() - 1, claims, missions, ledger, took: [read, entered] })
}
