//! When a ruling is made: after every earlier one on the same claims, so that the last to be entered rules.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use model::{ClaimId, Ruling};

use crate::Ledger;

/// The smallest step of the clock that decisions are dated by.
const STEP: SignedDuration = SignedDuration::from_nanos(1);

/// Dates the rulings that are made now and entered together.
///
/// The ruling in force is the one *made* last. A clock that stands still, or is set back, would let a new ruling lose to the one that it
/// is to undo; so it is dated the smallest step after the last that names one of its claims. Whoever enters it must
/// not enter it before that moment.
#[derive(Clone, Debug)]
pub struct Dating {
    now: Timestamp,
    last: BTreeMap<ClaimId, Timestamp>,
}

impl Dating {
    /// Of rulings that are made at this moment.
    #[must_use]
    pub fn new(now: Timestamp) -> Self {
        Self { now, last: BTreeMap::new() }
    }

    /// When this ruling on a claim is made, behind the decisions in the ledger and those that were dated before it.
    pub fn date(&mut self, ledger: &Ledger, claim: ClaimId, ruling: Ruling) -> Timestamp {
        let named = [Some(claim), ruling.other()];
        let made = named.into_iter().flatten().fold(self.now, |made, claim| {
            let last = self.last.get(&claim).copied().max(ledger.last_ruled(claim));
            last.map_or(made, |last| made.max(last.saturating_add(STEP).unwrap_or(last)))
        });
        self.last.extend(named.into_iter().flatten().map(|claim| (claim, made)));
        made
    }

    /// The earliest moment at which what was dated can be entered: now, or the last of its moments.
    #[must_use]
    pub fn entered(&self) -> Timestamp {
        self.last.values().copied().fold(self.now, Timestamp::max)
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use model::{Decision, Marking};
    use proptest::prelude::*;

    use crate::{
        Entry, Outcome, Standing,
        sample::{Written, by_hand, decision},
    };

    use super::*;

    /// One of these claims, ruled on in this way with regard to another of them.
    #[derive(Clone, Copy, Debug)]
    struct Rule {
        on: usize,
        other: usize,
        kind: u8,
    }

    const CLAIMS: usize = 3;

    fn rule() -> impl Strategy<Value = Rule> {
        (0..CLAIMS, 1..CLAIMS, 0_u8..5).prop_map(|(on, by, kind)| Rule {
            on,
            other: (on + by) % CLAIMS,
            kind,
        })
    }

    impl Rule {
        fn ruling(self, ids: &[ClaimId; CLAIMS]) -> Ruling {
            let other = ids[self.other];
            match self.kind {
                0 => Ruling::Accept,
                1 => Ruling::Reject,
                2 => Ruling::Replace { with: other },
                3 => Ruling::SameAs { other },
                _ => Ruling::NotSame { other },
            }
        }
    }

    /// Whether this decision is in force.
    fn rules(ledger: &Ledger, decision: &Decision) -> bool {
        let standing = ledger.standing(decision.claim);
        match decision.ruling {
            Ruling::Accept => standing == Standing::Accepted,
            Ruling::Reject => standing == Standing::Rejected,
            Ruling::Replace { with } => {
                standing == Standing::Replaced(with) && ledger.standing(with) == Standing::Accepted
            }
            Ruling::SameAs { other } => ledger.ruled_same(decision.claim, other) == Some(true),
            Ruling::NotSame { other } => ledger.ruled_same(decision.claim, other) == Some(false),
        }
    }

    proptest! {
        /// Groups of rulings, each at the moment that the clock shows then: it may stand, or have been set back.
        #[test]
        fn laws_the_ruling_that_is_entered_last_rules_whatever_the_clock_does(
            groups in prop::collection::vec((-3_i64..3, prop::collection::vec(rule(), 1..4)), 1..8),
        ) {
            let claims = [1, 2, 3].map(|n| by_hand(n, Marking::Public));
            let ids = [0, 1, 2].map(|n: usize| claims[n].id());
            let mut written = Written::default();
            written.enter(Timestamp::UNIX_EPOCH, claims.iter().cloned().map(Entry::Claim));
            for (clock, group) in groups {
                let mut dating = Dating::new(Timestamp::UNIX_EPOCH + clock.nanoseconds());
                let before = Ledger::replay(written.entries.clone(), None);
                let decisions: Vec<Decision> = group.iter().map(|rule| {
                    let ruling = rule.ruling(&ids);
                    decision(&claims[rule.on], ruling, dating.date(&before, ids[rule.on], ruling))
                }).collect();
                for (place, decision) in decisions.iter().enumerate() {
                    // Entered together; and told apart, so that each is seen to rule when it comes.
                    let outcomes = written.enter(dating.entered(), [Entry::Decision(decision.clone())]);
                    prop_assert!(matches!(outcomes[..], [Outcome::Entered(_)]), "{:?}", outcomes);
                    let ledger = Ledger::replay(written.entries.clone(), None);
                    prop_assert!(rules(&ledger, decision), "{}: {:?}", place, decisions);
                }
            }
        }
    }

    #[test]
    fn a_clock_that_goes_on_is_believed() {
        let now = Timestamp::UNIX_EPOCH + 1.hour();
        let claim = by_hand(1, Marking::Public);
        let mut written = Written::default();
        let earlier = decision(&claim, Ruling::Reject, Timestamp::UNIX_EPOCH);
        written.enter(now, [Entry::Claim(claim.clone()), Entry::Decision(earlier)]);
        let ledger = Ledger::replay(written.entries, None);
        let mut dating = Dating::new(now);
        assert_eq!(dating.date(&ledger, claim.id(), Ruling::Accept), now);
        assert_eq!(dating.date(&ledger, by_hand(2, Marking::Public).id(), Ruling::Accept), now);
        assert_eq!(dating.entered(), now);
    }

    #[test]
    fn at_the_end_of_time_nothing_is_later() {
        let claim = by_hand(1, Marking::Public);
        let mut dating = Dating::new(Timestamp::MAX);
        let ledger = Ledger::default();
        let [first, second] = [(); 2].map(|()| dating.date(&ledger, claim.id(), Ruling::Accept));
        assert_eq!((first, second), (Timestamp::MAX, Timestamp::MAX));
    }
}
