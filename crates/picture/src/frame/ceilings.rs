//! How large the mission may be, and how large it is planned to be.

use std::collections::BTreeSet;

use model::{ClaimId, Instrument, Quantity, Resource, Span};
use schemars::JsonSchema;
use serde::Serialize;

/// One ceiling and the claims that state it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CeilingLine {
    /// How many.
    pub quantity: Quantity,
    /// Of what.
    pub resource: Resource,
    /// Whether it is in law (`true`) or only planned or asked for.
    pub authorised: bool,
    /// Whether it is the latest of its kind: the one in force on the day.
    pub in_force: bool,
    /// Since when or for when.
    pub when: Span,
    /// The text that sets it, if a source names one.
    pub instrument: Option<Instrument>,
    /// The claims that state it.
    pub claims: BTreeSet<ClaimId>,
}
