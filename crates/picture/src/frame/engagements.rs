//! The meetings, calls, briefings, visits and statements about the mission.

use std::collections::BTreeSet;

use model::{ClaimId, EngagementForm, Name, Place, Span, Whose};
use schemars::JsonSchema;
use serde::Serialize;

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
