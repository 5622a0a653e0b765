//! Behind a figure: every claim that bears on it, and how the reading took each.

use std::collections::BTreeSet;

use ledger::Ledger;
use model::ClaimId;

use crate::{Figure, Line, Outvoted, Picture, Taken, Use, change::concerns};

/// A claim behind a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// The claim.
    pub claim: ClaimId,
    /// How the reading took it.
    pub taken: HowTaken,
}

/// How a reading took a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HowTaken {
    /// It stands, or is met within its bounds.
    Stands,
    /// The reading leaves it.
    Outvoted {
        /// Claims that would be left further if it were right.
        by: BTreeSet<ClaimId>,
        /// What the reading has there instead, in words.
        instead: String,
        /// The rule that decided, where no cost did.
        why: Option<String>,
        /// How many more would have come or left untold, if it were right.
        untold_if_right: u64,
    },
    /// It counts named units only, and others count the whole.
    PartOnly,
    /// Nothing was weighed with it.
    NotWeighed {
        /// Why, in a sentence.
        words: String,
    },
    /// A person ruled it out.
    RuledOut,
    /// A person put another claim in its place.
    Replaced,
}

/// Why a claim is not weighed, where its event does not say more.
const MAY_REPEAT: &str = "it may repeat others, or tell what was promised by a later day";

impl Picture {
    /// Every claim that bears on a figure of this picture, in the order of their addresses: those that it was weighed from,
    /// and those on the same balance that were left out.
    #[must_use]
    pub fn behind(&self, ledger: &Ledger, line: &Line, stage: &str, figure: &Figure) -> Vec<Behind> {
        let left_out = &self.left_out;
        let of_it = |id: &&ClaimId| {
            let held = ledger.claim(**id);
            held.is_some_and(|held| concerns(&held.claim.statement, &line.whose, &line.resource, stage))
        };
        let beside = left_out.rejected.iter().chain(&left_out.replaced).chain(&left_out.not_weighed);
        let claims: BTreeSet<ClaimId> =
            figure.claims.iter().copied().chain(beside.filter(of_it).copied()).collect();
        claims.into_iter().map(|claim| Behind { claim, taken: self.taken(claim, line) }).collect()
    }

    fn taken(&self, claim: ClaimId, line: &Line) -> HowTaken {
        if self.left_out.rejected.contains(&claim) {
            return HowTaken::RuledOut;
        }
        if self.left_out.replaced.contains(&claim) {
            return HowTaken::Replaced;
        }
        if let Some(words) = self.aside(claim) {
            return HowTaken::NotWeighed { words };
        }
        let sides = self.disputes.iter().flat_map(|it| it.outvoted.iter().map(move |left| (it, left)));
        let mut left =
            sides.filter(|(dispute, left)| !dispute.about.is_open() && left.said.claims.contains(&claim));
        if let Some((dispute, Outvoted { by, untold_if_right, .. })) = left.next() {
            return HowTaken::Outvoted {
                by: by.clone(),
                instead: dispute.taken.words.clone(),
                why: dispute.why.clone(),
                untold_if_right: *untold_if_right,
            };
        }
        let part = |it: &&crate::StatedCount| it.taken == Taken::PartOnly && it.side.claims.contains(&claim);
        if line.counts.iter().any(|it| part(&it)) {
            return HowTaken::PartOnly;
        }
        if self.left_out.not_weighed.contains(&claim) {
            return HowTaken::NotWeighed { words: MAY_REPEAT.to_owned() };
        }
        HowTaken::Stands
    }

    /// Why the event that a claim tells of was not counted.
    fn aside(&self, claim: ClaimId) -> Option<String> {
        let told = self.events.iter().filter(|event| event.reports.contains(&claim));
        let mut words = told.map(|event| match &event.use_ {
            Use::Counted => None,
            Use::BeforeCount => Some("it gives no day, and a later count holds it".to_owned()),
            Use::MayBeSame { words, .. } => Some(words.clone()),
            Use::Possible => Some("it may have come on top of the last count or not".to_owned()),
            Use::Later => Some("it is taken to have come after this day".to_owned()),
        });
        words.next().flatten()
    }
}
