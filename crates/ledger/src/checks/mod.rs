//! The checks on an entry before it is written; one file each.

mod decided_claims;
mod marking;
mod quote;
mod seen;

use std::collections::BTreeSet;

use model::{ClaimId, Document};

use crate::{Entry, Outcome, Recorded, Seq};

/// What the ledger already holds that bears on one entry. Whoever keeps the entries looks it up.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The entry with the same address.
    pub same: Option<Recorded>,
    /// The document that a claim quotes.
    pub document: Option<Document>,
    /// Of the claims that a decision names, those that are in the ledger.
    pub claims: BTreeSet<ClaimId>,
}

/// The outcome for this entry if it is written next, at `next`.
#[must_use]
pub fn judge(entry: &Entry, known: &Known, next: Seq) -> Outcome {
    if let Some(seen) = seen::check(entry, known) {
        return seen;
    }
    let refusal = match entry {
        Entry::Document(_) => None,
        Entry::Claim(claim) => quote::check(claim, known).or_else(|| marking::check(claim, known)),
        Entry::Decision(decision) => decided_claims::check(decision, known),
    };
    refusal.map_or(Outcome::Entered(next), Outcome::Refused)
}
