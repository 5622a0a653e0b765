//! A figure: a number with its bounds, the claims behind it and how it was reached.

use std::{collections::BTreeSet, fmt};

use jiff::civil::Date;
use model::{Bounds, ClaimId, Quantity};
use schemars::JsonSchema;
use serde::Serialize;

/// How many stand somewhere, as the claims behind it allow.
///
/// `low <= best <= high` wherever they are given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Figure {
    /// The least that the claims allow.
    pub low: u64,
    /// The best estimate; `None` where no source gives a number ("some officers").
    pub best: Option<u64>,
    /// The most that the claims allow; `None`: no ceiling.
    pub high: Option<u64>,
    /// The quantity as a source words it, where the figure is one stated count and nothing moved since.
    pub stated: Option<Quantity>,
    /// What it rests on.
    pub basis: Basis,
    /// The last day that the claims behind it speak of.
    pub since: Option<Date>,
    /// How many days before the day pictured that was: an old figure may be stale.
    pub days_old: i32,
    /// Every claim behind it: those it was reckoned from and those that agree.
    pub claims: BTreeSet<ClaimId>,
    /// One sentence on how it was reached.
    pub how: String,
}

/// What a figure rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// A stated count.
    Count,
    /// Movements alone, added up.
    Movements,
    /// A stated count and the movements after it.
    CountAndMovements,
    /// The parties' figures, added up.
    Sum,
    /// A pledge total less what has moved on.
    Difference,
}

impl Figure {
    /// The bounds alone.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        Bounds { low: self.low, high: self.high }
    }
}

impl fmt::Display for Figure {
    /// `600`, `about 400 (360-399)`, `at least 1,900`, `some`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&crate::sentences::figure_words(self))
    }
}
