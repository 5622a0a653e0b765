//! The claims behind something: their addresses, or their cards.

use std::collections::BTreeSet;

use ledger::{Held, Ledger};
use model::ClaimId;

use super::ClaimCard;
use crate::sentence;

/// Their addresses.
pub(crate) fn ids(claims: &BTreeSet<ClaimId>) -> Vec<String> {
    claims.iter().map(ToString::to_string).collect()
}

/// Their cards, in the order of the days they speak of. Every claim of this ledger may be seen.
pub(crate) fn cards<'i>(ledger: &Ledger, claims: impl IntoIterator<Item = &'i ClaimId>) -> Vec<ClaimCard> {
    let mut held: Vec<&Held> = claims.into_iter().filter_map(|id| ledger.claim(*id)).collect();
    held.sort_by_key(|held| {
        let span = held.claim.statement.span();
        (span.latest().unwrap_or(held.claim.published.day), held.claim.published.day, held.id)
    });
    held.into_iter().map(|held| ClaimCard::of(ledger, held, ledger.standing(held.id))).collect()
}

/// What a claim of this ledger says, as people tell it; `otherwise` where it is not in it.
pub(crate) fn told(ledger: &Ledger, claim: ClaimId, otherwise: &str) -> String {
    ledger.claim(claim).map_or_else(|| otherwise.to_owned(), |held| sentence::sentence(&held.claim))
}
