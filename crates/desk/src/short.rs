//! Ids as people write them: the shortest beginnings that are unambiguous in this ledger.

use std::collections::BTreeSet;

use ledger::Ledger;
use model::ClaimId;

/// Nobody wants to read fewer digits than these, and a new claim seldom makes them ambiguous.
const SHORTEST: usize = 8;

/// How many digits of a claim's id are enough here.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ShortIds {
    digits: usize,
}

impl ShortIds {
    /// For the claims of this ledger.
    pub(crate) fn of(ledger: &Ledger) -> Self {
        let ids: Vec<_> = ledger.claims().map(|held| held.id.to_string()).collect();
        // The claims come in the order of their ids, so the longest shared beginning is between neighbours.
        let shared = ids
            .windows(2)
            .map(|pair| pair[0].bytes().zip(pair[1].bytes()).take_while(|(one, other)| one == other).count());
        Self { digits: shared.max().map_or(SHORTEST, |shared| (shared + 1).max(SHORTEST)) }
    }

    pub(crate) fn short(self, id: ClaimId) -> String {
        id.to_string().chars().take(self.digits).collect()
    }

    /// The first few, and how many more.
    pub(crate) fn list(self, claims: &BTreeSet<ClaimId>) -> String {
        let mut words: Vec<_> = claims.iter().take(3).map(|id| self.short(*id)).collect();
        if claims.len() > 3 {
            words.push(format!("+{}", claims.len() - 3));
        }
        words.join(" ")
    }
}
