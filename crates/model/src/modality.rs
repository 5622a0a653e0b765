//! How surely something is said.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How surely a source says it. Only [`Modality::Fact`] and [`Modality::Reported`] tell of the past or present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// Told as so, in the document's own voice.
    Fact,
    /// Told as so by somebody whom the document quotes.
    Reported,
    /// Meant to come, without a promise.
    Planned,
    /// Promised or offered.
    Pledged,
    /// Asked for or suggested.
    Proposed,
    /// Said not to be so, or refused.
    Denied,
}

impl Modality {
    /// Whether it is told as so: of the past or present.
    #[must_use]
    pub fn is_told(self) -> bool {
        matches!(self, Self::Fact | Self::Reported)
    }
}

impl fmt::Display for Modality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Fact => "fact",
            Self::Reported => "reported",
            Self::Planned => "planned",
            Self::Pledged => "pledged",
            Self::Proposed => "proposed",
            Self::Denied => "denied",
        })
    }
}
