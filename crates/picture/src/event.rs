//! An event: one movement, with every report that tells of it.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};
use model::{ClaimId, Ordinal, Resource, Step};
use schemars::JsonSchema;
use serde::Serialize;

use crate::Contributor;

/// One movement, as its reports tell it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Event {
    /// Of whom.
    pub whose: Contributor,
    /// Of what.
    pub resource: Resource,
    /// Which step.
    pub step: Step,
    /// The first day it can have happened; `None`: open.
    pub first_day: Option<Date>,
    /// The last day it can have happened: never after the day it was published.
    pub last_day: Date,
    /// Which of the party's contingents, if a report says so.
    pub ordinal: Option<Ordinal>,
    /// The least that any report allows.
    pub low: u64,
    /// The number taken; `None` where no report gives one.
    pub best: Option<u64>,
    /// The most that any report allows; `None`: no ceiling.
    pub high: Option<u64>,
    /// The claims that tell of it.
    pub reports: BTreeSet<ClaimId>,
    /// What the picture did with it.
    #[serde(rename = "use")]
    pub use_: Use,
}

/// What the picture did with an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// It moves the balances.
    Counted,
    /// It gives no day, and a later count holds it.
    BeforeCount,
    /// It may tell of the same as others, and so was not added.
    MayBeSame {
        /// The reports it may repeat.
        with: BTreeSet<ClaimId>,
        /// Why, in a sentence.
        words: String,
    },
    /// It may have come on top of the last count or not: it widens the bounds alone.
    Possible,
    /// A report puts it by the day asked for, but it is taken to have come after.
    Later,
}

impl Event {
    /// Whether the days of both touch: the same, or one after the other.
    pub(crate) fn touches(&self, other: &Self) -> bool {
        let reaches = |end: Date, start: Option<Date>| {
            start.is_none_or(|start| end.checked_add(1.day()).is_ok_and(|end| end >= start))
        };
        reaches(self.last_day, other.first_day) && reaches(other.last_day, self.first_day)
    }
}
