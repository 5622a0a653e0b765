//! The meetings, calls, briefings, visits and statements about the mission.

use std::collections::BTreeSet;

use model::{ClaimId, EngagementForm, Name, Place, Span, Statement, Whose};
use schemars::JsonSchema;
use serde::Serialize;

use super::{fold, sharper};
use crate::gather::Told;

/// One engagement and the claims that tell of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EngagementLine {
    /// What kind of contact.
    pub form: EngagementForm,
    /// The party that engages.
    pub whose: Whose,
    /// Who took part.
    pub participants: BTreeSet<Name>,
    /// What it was about.
    pub topics: BTreeSet<Name>,
    /// Where, if told.
    pub place: Option<Place>,
    /// When.
    pub when: Span,
    /// The claims that tell of it.
    pub claims: BTreeSet<ClaimId>,
}

/// Every engagement that is told of as so, the latest first.
pub(super) fn lines(told: &[&Told]) -> Vec<EngagementLine> {
    let mut lines = Vec::new();
    for told in told {
        let Statement::Engagement(engagement) = &told.claim.statement else { continue };
        if !told.claim.modality.is_told() {
            continue;
        }
        let fresh = EngagementLine {
            form: engagement.form,
            whose: engagement.whose.clone(),
            participants: engagement.participants.clone(),
            topics: engagement.topics.clone(),
            place: engagement.place.clone(),
            when: engagement.span,
            claims: BTreeSet::from([told.id]),
        };
        let same = |a: &EngagementLine, b: &EngagementLine| {
            a.form == b.form
                && a.whose == b.whose
                && a.participants == b.participants
                && a.when.touches(b.when)
                && (a.place == b.place || a.place.is_none() || b.place.is_none())
        };
        fold(
            &mut lines,
            fresh,
            same,
            |line| &mut line.claims,
            |line, fresh| {
                line.when = sharper(line.when, fresh.when);
                line.topics.extend(fresh.topics.iter().cloned());
                if line.place.is_none() {
                    line.place.clone_from(&fresh.place);
                }
            },
        );
    }
    lines.reverse();
    lines
}
