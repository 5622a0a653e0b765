//! Flat rows, for CSV and JSON: one figure a row, each with the claims behind it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::{ClaimId, MissionCode};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{Picture, Rate};

/// One figure. The field names are stable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Row {
    /// The mission's code.
    pub mission: MissionCode,
    /// The party's code; several joined by `+`; `unstated` where the source does not say; `others` for whoever the whole
    /// mission's figures hold beyond the parties named; `mission` for the whole mission as stated, `sum` for all added up.
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
    /// The rates by which it was converted from other currencies; none: it is as told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub converted: Vec<Rate>,
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
        let mut rows = Vec::new();
        for line in &self.lines {
            for (stage, figure) in line.figures() {
                rows.push(Row {
                    mission: self.asked.mission.clone(),
                    party: line.whose.to_string(),
                    resource: line.resource.to_string(),
                    stage,
                    low: figure.low,
                    best: figure.best,
                    high: figure.high,
                    claims: figure.claims.clone(),
                    as_of: self.asked.as_of,
                    known_on: self.asked.known_on,
                    converted: Vec::new(),
                });
            }
        }
        rows
    }
}
