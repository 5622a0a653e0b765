//! The rulings in force: the last on each claim and on each pair of claims.

use std::collections::BTreeMap;

use jiff::Timestamp;
use model::{ClaimId, Decision, DecisionId, Ruling};

use crate::Standing;

/// What is in force, found without going through all decisions.
///
/// The last ruling is the one *made* last, and of two made at one moment the one with the greater address: so two ledgers
/// that hold the same decisions agree, in whatever order these were entered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rulings {
    standings: BTreeMap<ClaimId, (Rank, Standing)>,
    sameness: BTreeMap<Pair, (Rank, bool)>,
}

type Rank = (Timestamp, DecisionId);

/// Two claims, whichever was named first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pair(ClaimId, ClaimId);

impl Pair {
    fn new(one: ClaimId, other: ClaimId) -> Self {
        Self(one.min(other), one.max(other))
    }
}

impl Rulings {
    pub(crate) fn add(&mut self, id: DecisionId, decision: &Decision) {
        let rank = (decision.made, id);
        let claim = decision.claim;
        match decision.ruling {
            Ruling::Accept => keep_last(&mut self.standings, claim, rank, Standing::Accepted),
            Ruling::Reject => keep_last(&mut self.standings, claim, rank, Standing::Rejected),
            Ruling::Replace { with } => {
                keep_last(&mut self.standings, claim, rank, Standing::Replaced(with));
                // Whoever puts a claim in another's place wants it to count: "A for B" after "B for A" leaves A.
                keep_last(&mut self.standings, with, rank, Standing::Accepted);
            }
            Ruling::SameAs { other } => {
                keep_last(&mut self.sameness, Pair::new(claim, other), rank, true);
            }
            Ruling::NotSame { other } => {
                keep_last(&mut self.sameness, Pair::new(claim, other), rank, false);
            }
        }
    }

    pub(crate) fn standing(&self, claim: ClaimId) -> Standing {
        self.standings.get(&claim).map_or(Standing::Undecided, |(_, standing)| *standing)
    }

    pub(crate) fn same(&self, one: ClaimId, other: ClaimId) -> Option<bool> {
        self.sameness.get(&Pair::new(one, other)).map(|(_, same)| *same)
    }
}

fn keep_last<K: Ord, V>(rulings: &mut BTreeMap<K, (Rank, V)>, on: K, rank: Rank, ruled: V) {
    if rulings.get(&on).is_none_or(|(last, _)| *last < rank) {
        rulings.insert(on, (rank, ruled));
    }
}
