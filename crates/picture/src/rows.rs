//! Flat rows, for CSV and JSON: one figure a row, each with the claims behind it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::{ClaimId, MissionCode};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    ActLine, CeilingLine, ConcernLine, Dispute, Line, MandateEnd, Noted, Picture, SiteLine, Unexplained,
};

/// One figure. The field names are stable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Row {
    /// The mission's code.
    pub mission: MissionCode,
    /// The party's code; several joined by `+`; `mission` for the whole mission as stated, `sum` for the parties
    /// added up, `unstated` where the source does not say.
    pub party: String,
    /// Of what: `people`, `equipment/MRAPs`, `money/USD`.
    pub resource: String,
    /// In which stage. `promised` is what is still owed, `promised in all` the pledge total.
    pub stage: String,
    /// The least that the claims allow.
    pub low: u64,
    /// The best estimate; none where no source gives a number.
    pub best: Option<u64>,
    /// The most that the claims allow; none: no ceiling.
    pub high: Option<u64>,
    /// The claims behind it.
    pub claims: BTreeSet<ClaimId>,
    /// The day pictured.
    pub as_of: Date,
    /// The day known on.
    pub known_on: Date,
}

/// A picture as one JSON document, what `muster picture --format json` prints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PictureDocument {
    /// The figures.
    pub rows: Vec<Row>,
    /// Claims that cannot all be right.
    pub disputes: Vec<Dispute>,
    /// Differences that no claim accounts for.
    pub unexplained: Vec<Unexplained>,
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
}

/// The column names of [`Row::cells`], in order.
pub const COLUMNS: [&str; 10] =
    ["mission", "party", "resource", "stage", "low", "best", "high", "claims", "as_of", "known_on"];

impl Row {
    /// The cells of one line of CSV, in the order of [`COLUMNS`]; claims are joined by a space.
    #[must_use]
    pub fn cells(&self) -> [String; 10] {
        let number = |number: Option<u64>| number.map(|n| n.to_string()).unwrap_or_default();
        let claims: Vec<_> = self.claims.iter().map(ToString::to_string).collect();
        [
            self.mission.to_string(),
            self.party.clone(),
            self.resource.clone(),
            self.stage.clone(),
            self.low.to_string(),
            number(self.best),
            number(self.high),
            claims.join(" "),
            self.as_of.to_string(),
            self.known_on.to_string(),
        ]
    }
}

impl Picture {
    /// Every figure as a flat row, in the order of the lines and their stages.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let row = |line: &Line, party: &str, stage: &str, figure: &crate::Figure| Row {
            mission: self.asked.mission.clone(),
            party: party.to_owned(),
            resource: line.resource.to_string(),
            stage: stage.to_owned(),
            low: figure.low,
            best: figure.best,
            high: figure.high,
            claims: figure.claims.clone(),
            as_of: self.asked.as_of,
            known_on: self.asked.known_on,
        };
        let mut rows = Vec::new();
        let stated = self.lines.iter().map(|line| (line, line.whose.to_string()));
        let summed = self.sums.iter().map(|line| (line, "sum".to_owned()));
        for (line, party) in stated.chain(summed) {
            if let Some(total) = &line.promised_in_all {
                rows.push(row(line, &party, "promised in all", total));
            }
            for (stage, figure) in &line.stages {
                rows.push(row(line, &party, &stage.to_string(), figure));
            }
        }
        rows
    }

    /// The picture as one JSON document.
    #[must_use]
    pub fn document(&self) -> PictureDocument {
        PictureDocument {
            rows: self.rows(),
            disputes: self.disputes.clone(),
            unexplained: self.unexplained.clone(),
            mandates: self.frame.mandates.clone(),
            mandate_end: self.frame.mandate_end.clone(),
            proposals: self.frame.proposals.clone(),
            ceilings: self.frame.ceilings.clone(),
            sites: self.frame.sites.clone(),
            concerns: self.frame.concerns.clone(),
            plans: self.plans.clone(),
            denials: self.denials.clone(),
        }
    }
}
