//! Open scope: a number of which no source says whose it is, and of whom it may be.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::{Resource, Stage};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{Contributor, Side};

/// A count without a word on whose it is. It moves no figure; a person decides by putting a claim in its place that says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenScope {
    /// Of what.
    pub resource: Resource,
    /// In which stage.
    pub stage: Stage,
    /// The last day that it can speak of.
    pub day: Date,
    /// What is said, and the claims that say it.
    pub said: Side,
    /// Of whom it may be, the cheapest first: those that remain, then those that fall out.
    pub readings: Vec<ScopeReading>,
}

/// A number read as one contributor's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ScopeReading {
    /// Whose it would be.
    pub whose: Contributor,
    /// What it would cost more than the cheapest reading, in millionths of leaving one claim by ungraded press by its
    /// whole strength.
    pub costs_more: u64,
    /// Whether it remains, or costs clearly more than another and falls out.
    pub remains: bool,
    /// What would stand there on the day asked for.
    pub figure: Option<u64>,
    /// What stands there without it.
    pub figure_now: Option<u64>,
}

impl OpenScope {
    /// Whose it may be.
    #[must_use]
    pub fn remaining(&self) -> BTreeSet<&Contributor> {
        self.readings.iter().filter(|reading| reading.remains).map(|reading| &reading.whose).collect()
    }
}
