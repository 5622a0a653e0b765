//! What is to be fitted: events and counts, each with the claims that tell of it, and nothing else.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::{Bounds, ClaimId, Grade, Party, Quantity, ResourceKind, Stage, Step};
use schemars::JsonSchema;
use serde::Serialize;

use super::weight::Weight;

/// All that was said of one resource of one mission, as far as the viewer may see it.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What is counted; it decides the stages.
    pub kind: ResourceKind,
    /// The movements, each with its reports.
    pub events: Vec<Event>,
    /// The counts.
    pub counts: Vec<Count>,
    /// Totals over several movements: "150 in all" of two flights.
    pub sums: Vec<EventSum>,
}

/// Who holds strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// A party that a claim names.
    Party(Party),
    /// Whoever else: what whole-mission figures hold beyond the named parties.
    Others,
}

/// The balance that a count is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// What stands in a stage. `In(Stage::Promised)` is what is still owed.
    In(Stage),
    /// A pledge total: everything promised and not taken back, whatever has become of it.
    PromisedInAll,
}

/// Of whom a count is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    /// One holder.
    One(Holder),
    /// Several parties together, in one number.
    Several(BTreeSet<Party>),
    /// The whole mission.
    Mission,
}

/// The days that a claim or an event may fall on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// The first; `None`: open towards the past.
    pub first: Option<Date>,
    /// The last. It is taken unless a day before it is contradicted less.
    pub last: Date,
}

impl Days {
    /// One day.
    #[must_use]
    pub fn on(day: Date) -> Self {
        Self { first: Some(day), last: day }
    }
}

/// Who speaks. Reports with one source count once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source(pub u32);

/// A bare number from here on that ends in 00 or 50 may be a rounded one.
const ROUND_FROM: u64 = 100;
const ROUND_TO: u64 = 50;

/// One claim's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Report {
    /// The claim.
    pub claim: ClaimId,
    /// Who speaks through it.
    pub source: Source,
    /// How much it weighs.
    pub weight: Weight,
    /// What its words leave open.
    pub bounds: Bounds,
    /// The number that it gives; `None`: "some".
    pub number: Option<u64>,
}

impl Report {
    /// A claim's number as its words and its grade have it.
    #[must_use]
    pub fn new(claim: ClaimId, source: Source, grade: Grade, quantity: Quantity) -> Self {
        let (bounds, number) = (quantity.bounds(), quantity.number());
        Self { claim, source, weight: Weight::of(grade), bounds, number }
    }

    /// The bounds that the claim is held to, each with its part of the claim's weight as one part in so many.
    ///
    /// Where movements are told, a bare round count may stand for its neighbours, as press writes "400" for 382:
    /// half of its weight holds it to the number, half to what "about" that number leaves open.
    pub(super) fn holds(&self, told: bool) -> Vec<(Bounds, i128)> {
        let exact = told && self.bounds.high == Some(self.bounds.low);
        match std::num::NonZeroU64::new(self.bounds.low) {
            Some(n) if exact && n.get() >= ROUND_FROM && n.get().is_multiple_of(ROUND_TO) => {
                vec![(self.bounds, 2), (Quantity::About(n).bounds(), 2)]
            }
            _ => vec![(self.bounds, 1)],
        }
    }
}

/// The place of an event among [`Problem::events`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub u32);

/// One movement, with the reports that tell of it.
#[derive(Clone, Debug, Hash)]
pub struct Event {
    /// Who moved.
    pub holder: Holder,
    /// From which stage to which.
    pub step: Step,
    /// When it may have happened.
    pub days: Days,
    /// The claims that tell of it; none where only an [`EventSum`] does.
    pub reports: Vec<Report>,
}

/// A claim on what stood somewhere at the end of a day.
#[derive(Clone, Debug, Hash)]
pub struct Count {
    /// Of whom.
    pub of: Of,
    /// In which stage.
    pub line: Line,
    /// When.
    pub days: Days,
    /// Its number.
    pub report: Report,
}

/// A claim on several movements together.
#[derive(Clone, Debug, Hash)]
pub struct EventSum {
    /// Which.
    pub events: BTreeSet<EventId>,
    /// Its number.
    pub report: Report,
}
