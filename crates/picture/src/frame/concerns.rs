//! What is late, lacking or criticised.

use std::collections::BTreeSet;

use model::{About, ClaimId, Quantity, Span, Speaker, Whose};
use schemars::JsonSchema;
use serde::Serialize;

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
