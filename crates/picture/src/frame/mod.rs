//! The mission's frame: what surrounds the strength book.

use schemars::JsonSchema;
use serde::Serialize;

mod ceilings;
mod concerns;
mod engagements;
mod mandates;
mod sites;

pub use ceilings::CeilingLine;
pub use concerns::ConcernLine;
pub use engagements::EngagementLine;
pub use mandates::{ActLine, MandateEnd};
pub use sites::{SiteEvent, SiteLine};

/// Ceilings, mandate, sites, engagements and concerns of the mission.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Frame {
    /// How large the mission may be or is planned to be, latest first.
    pub ceilings: Vec<CeilingLine>,
    /// Acts on the mandate, in order.
    pub mandates: Vec<ActLine>,
    /// When the mandate ends, as far as the acts tell.
    pub mandate_end: Option<MandateEnd>,
    /// Acts that are asked for or planned.
    pub proposals: Vec<ActLine>,
    /// Sites, by name, each with its history.
    pub sites: Vec<SiteLine>,
    /// Meetings, calls, briefings, visits and statements, latest first.
    pub engagements: Vec<EngagementLine>,
    /// What is late, lacking or criticised, latest first.
    pub concerns: Vec<ConcernLine>,
}
