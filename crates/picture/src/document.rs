//! The picture as one JSON document: flat rows, with what contradicts what and what each bound hangs on beside them.

use std::collections::BTreeSet;

use model::ClaimId;
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    ActLine, CeilingLine, ConcernLine, Dispute, Figure, HangsOn, Line, MandateEnd, Noted, OpenScope, Picture,
    Row, SiteLine, Unexplained, fit::Grouped,
};

/// What `muster picture --format json` prints. The field names are stable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PictureDocument {
    /// The figures.
    pub rows: Vec<Row>,
    /// Figures of money by the rates that were asked with; `all currencies` is their sum. Each row names its rates.
    pub converted: Vec<Row>,
    /// Claims that cannot all be right.
    pub disputes: Vec<Dispute>,
    /// Movements that no claim accounts for.
    pub unexplained: Vec<Unexplained>,
    /// Counts of which no source says whose they are, and of whom they may be.
    pub scopes: Vec<OpenScope>,
    /// The one source that a figure or a bound of it hangs on, where there is one.
    pub hangs_on: Vec<Hanging>,
    /// What the movements told add up to by their own reports, where that is known.
    pub by_movements: Vec<ByMovements>,
    /// The movements with every report, and where it was open whether reports tell of one or of two.
    pub movements: Grouped,
    /// Acts on the mandate, in order.
    pub mandates: Vec<ActLine>,
    /// When the mandate ends, as far as told.
    pub mandate_end: Option<MandateEnd>,
    /// Acts that are asked for or planned.
    pub proposals: Vec<ActLine>,
    /// How large the mission may be or is planned to be.
    pub ceilings: Vec<CeilingLine>,
    /// Sites, each with its history.
    pub sites: Vec<SiteLine>,
    /// What is late, lacking or criticised.
    pub concerns: Vec<ConcernLine>,
    /// What is planned or proposed, and moved nothing.
    pub plans: Vec<Noted>,
    /// What is denied, and moved nothing.
    pub denials: Vec<Noted>,
    /// Claims that tell of strength and were not weighed: they may repeat others, or count named units only.
    pub not_weighed: BTreeSet<ClaimId>,
}

/// One source that a figure hangs on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Hanging {
    /// The party, as in the row.
    pub party: String,
    /// The resource, as in the row.
    pub resource: String,
    /// The stage, as in the row.
    pub stage: String,
    /// What of the figure hangs on it.
    pub bound: Bound,
    /// What the figure would be without it; none where nothing would be said.
    pub without: Option<u64>,
    /// What the source is called, if it has a name.
    pub source: Option<String>,
    /// Its claims on this resource.
    pub claims: BTreeSet<ClaimId>,
}

/// What of a figure hangs on a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Without the source it would be its least.
    Low,
    /// Without the source it would be its most.
    High,
    /// Without the source nothing would be said of it.
    All,
}

/// What the movements alone say of a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ByMovements {
    /// The party, as in the row.
    pub party: String,
    /// The resource, as in the row.
    pub resource: String,
    /// The stage, as in the row.
    pub stage: String,
    /// What the movements told add up to, each by its own reports.
    pub by_movements: u64,
    /// The figure taken.
    pub best: Option<u64>,
}

impl Figure {
    /// What of it hangs on one source: the bound, what it would be without it, and the source.
    pub fn hangings(&self) -> impl Iterator<Item = (Bound, Option<u64>, &HangsOn)> {
        let low = self.low_hangs_on.iter().map(|on| (Bound::Low, Some(self.low), on));
        let high = self.high_hangs_on.iter().map(|on| (Bound::High, self.high, on));
        let all = self.rests_on.iter().map(|on| (Bound::All, None, on));
        low.chain(high).chain(all)
    }
}

impl Picture {
    /// The picture as one JSON document.
    #[must_use]
    pub fn document(&self) -> PictureDocument {
        PictureDocument {
            rows: self.rows(),
            converted: self.converted(),
            disputes: self.disputes.clone(),
            unexplained: self.unexplained.clone(),
            scopes: self.scopes.clone(),
            hangs_on: self.lines.iter().flat_map(hangings).collect(),
            by_movements: self.lines.iter().flat_map(by_movements).collect(),
            movements: self.movements.clone(),
            mandates: self.frame.mandates.clone(),
            mandate_end: self.frame.mandate_end.clone(),
            proposals: self.frame.proposals.clone(),
            ceilings: self.frame.ceilings.clone(),
            sites: self.frame.sites.clone(),
            concerns: self.frame.concerns.clone(),
            plans: self.plans.clone(),
            denials: self.denials.clone(),
            not_weighed: self.left_out.not_weighed.clone(),
        }
    }
}

fn hangings(line: &Line) -> Vec<Hanging> {
    let mut all = Vec::new();
    for (stage, figure) in line.figures() {
        for (bound, without, on) in figure.hangings() {
            all.push(Hanging {
                party: line.whose.to_string(),
                resource: line.resource.to_string(),
                stage: stage.clone(),
                bound,
                without,
                source: on.source.clone(),
                claims: on.claims.as_ref().clone(),
            });
        }
    }
    all
}

fn by_movements(line: &Line) -> Vec<ByMovements> {
    let told = |(stage, figure): (String, &Figure)| {
        Some(ByMovements {
            party: line.whose.to_string(),
            resource: line.resource.to_string(),
            stage,
            by_movements: figure.by_movements?,
            best: figure.best,
        })
    };
    line.figures().filter_map(told).collect()
}
