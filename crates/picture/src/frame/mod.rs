//! The mission's frame: what surrounds the strength book.

use std::collections::BTreeSet;

use model::{ClaimId, Precision, Span};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{Asked, gather::Told};

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

impl Frame {
    pub(crate) fn of(told: &[Told], asked: &Asked) -> Self {
        let mut told: Vec<&Told> = told.iter().collect();
        told.sort_by_key(|told| (told.last, told.id));
        let (mandates, proposals) = mandates::acts(&told);
        Self {
            ceilings: ceilings::lines(&told),
            mandate_end: mandates::end(&mandates, asked.as_of),
            mandates,
            proposals,
            sites: sites::lines(&told),
            engagements: engagements::lines(&told),
            concerns: concerns::lines(&told),
        }
    }
}

/// Adds a claim to the first line that says the same, or opens a line for it.
fn fold<L>(
    lines: &mut Vec<L>,
    fresh: L,
    same: impl Fn(&L, &L) -> bool,
    claims: impl Fn(&mut L) -> &mut BTreeSet<ClaimId>,
    mut sharpen: impl FnMut(&mut L, &L),
) {
    if let Some(line) = lines.iter_mut().find(|line| same(line, &fresh)) {
        sharpen(line, &fresh);
        let mut fresh = fresh;
        let more = std::mem::take(claims(&mut fresh));
        claims(line).extend(more);
    } else {
        lines.push(fresh);
    }
}

/// The span that says more: a day before a month, a month before nothing.
fn sharper(one: Span, other: Span) -> Span {
    let coarseness = |span: Span| match span.precision() {
        Precision::Day => 0,
        Precision::Month => 1,
        Precision::Stretch => 2,
        Precision::Year => 3,
        Precision::Open => 4,
        Precision::Unstated => 5,
    };
    if coarseness(other) < coarseness(one) { other } else { one }
}
