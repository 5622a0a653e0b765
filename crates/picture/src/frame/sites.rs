//! The sites, each with its latest status and its history.

use std::collections::BTreeSet;

use model::{ClaimId, SiteName, SiteStatus, Span, Whose};
use schemars::JsonSchema;
use serde::Serialize;

/// One site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SiteLine {
    /// Which site.
    pub site: SiteName,
    /// What became of it last.
    pub status: SiteStatus,
    /// All that is told of it, in order.
    pub history: Vec<SiteEvent>,
}

/// What became of a site once, and the claims that tell of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SiteEvent {
    /// What became of it.
    pub status: SiteStatus,
    /// Who did it or holds it.
    pub holder: Whose,
    /// When.
    pub when: Span,
    /// The claims that tell of it.
    pub claims: BTreeSet<ClaimId>,
}
