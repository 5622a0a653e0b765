//! What is late, lacking or criticised.

use std::collections::BTreeSet;

use model::{About, ClaimId, Quantity, Span, Speaker, Statement, Whose};
use schemars::JsonSchema;
use serde::Serialize;

use super::{fold, sharper};
use crate::gather::Told;

/// One concern and the claim that raises it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ConcernLine {
    /// What it is about, all things named.
    pub about: BTreeSet<About>,
    /// Of whom.
    pub whose: Whose,
    /// How many, if told.
    pub quantity: Option<Quantity>,
    /// Who raises it.
    pub speaker: Speaker,
    /// When.
    pub when: Span,
    /// The claims that raise it.
    pub claims: BTreeSet<ClaimId>,
}

/// Every concern, the latest first.
pub(super) fn lines(told: &[&Told]) -> Vec<ConcernLine> {
    let mut lines = Vec::new();
    for told in told {
        let Statement::Concern(concern) = &told.claim.statement else { continue };
        if !told.claim.modality.is_told() {
            continue;
        }
        let fresh = ConcernLine {
            about: concern.also.iter().copied().chain([concern.about]).collect(),
            whose: concern.scope.whose.clone(),
            quantity: concern.quantity,
            speaker: told.claim.speaker.clone(),
            when: concern.span,
            claims: BTreeSet::from([told.id]),
        };
        let same = |a: &ConcernLine, b: &ConcernLine| {
            a.about == b.about
                && a.whose == b.whose
                && a.quantity == b.quantity
                && a.speaker == b.speaker
                && a.when.touches(b.when)
        };
        fold(
            &mut lines,
            fresh,
            same,
            |line| &mut line.claims,
            |line, fresh| {
                line.when = sharper(line.when, fresh.when);
            },
        );
    }
    lines.reverse();
    lines
}
