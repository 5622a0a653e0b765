//! A ceiling: how large the whole mission may be, or is planned to be.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Instrument, Quantity, Resource, Span};

/// "Up to 2,500 personnel." A planned size is a ceiling with modality `planned`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ceiling {
    /// How many.
    pub quantity: Quantity,
    /// Of what.
    pub resource: Resource,
    /// The text that sets it, if the source names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Instrument>,
    /// When it is in force.
    pub in_force: Span,
}
