//! A site: a place that changes hands or is held.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Name, Span, Whose};

/// "The general hospital has been retaken."
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Which site.
    pub site: SiteName,
    /// What became of it.
    pub status: SiteStatus,
    /// Who did it or holds it.
    pub holder: Whose,
    /// When.
    pub span: Span,
}

/// The name of a site as the document gives it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct SiteName(pub Name);

/// What became of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SiteStatus {
    /// In the mission's hands.
    Held,
    /// Taken back.
    Retaken,
    /// Lost to others.
    Lost,
    /// Guarded.
    Safeguarded,
    /// Given to local forces or others.
    HandedOver,
    /// Closed.
    Closed,
}

impl fmt::Display for SiteName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Display for SiteStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Held => "held",
            Self::Retaken => "retaken",
            Self::Lost => "lost",
            Self::Safeguarded => "safeguarded",
            Self::HandedOver => "handed over",
            Self::Closed => "closed",
        })
    }
}
