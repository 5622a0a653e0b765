//! A decision names claims that are in the ledger, and never sets one against itself.

use model::Decision;

use crate::{Known, Refusal};

pub(super) fn check(decision: &Decision, known: &Known<'_>) -> Option<Refusal> {
    let other = decision.ruling.other();
    if other == Some(decision.claim) {
        return Some(Refusal::SetAgainstItself(decision.claim));
    }
    [Some(decision.claim), other]
        .into_iter()
        .flatten()
        .find(|claim| !known.claims.contains(claim))
        .map(Refusal::UnknownClaim)
}
