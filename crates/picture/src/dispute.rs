//! What does not fit together: claims that cannot all be right, and movements that no claim accounts for.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::{ClaimId, Resource, Stage, Step};
use schemars::JsonSchema;
use serde::Serialize;

use crate::Contributor;

/// Claims that cannot all be right, side by side. Nothing is dropped: the outvoted stay in view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Dispute {
    /// Of whom.
    pub whose: Contributor,
    /// Of what.
    pub resource: Resource,
    /// What they disagree on.
    pub about: Matter,
    /// The day they speak of.
    pub day: Date,
    /// What the reading has there, and the claims on the same matter that say so; none where it follows from others.
    pub taken: Side,
    /// What it leaves, the dearest first.
    pub outvoted: Vec<Outvoted>,
    /// What leaving them costs, in millionths of leaving one claim by ungraded press by its whole strength.
    pub cost: u64,
    /// The rule that decided, where no cost did.
    pub why: Option<String>,
    /// Whether it is of a day up to the one asked for, or figures of that day would differ if the outvoted were right.
    pub bears: bool,
}

/// Claims of one number that the reading leaves, and what stands against them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Outvoted {
    /// What they say.
    pub said: Side,
    /// What leaving them costs; see [`Dispute::cost`].
    pub cost: u64,
    /// Claims that would be left further if they were right.
    pub by: BTreeSet<ClaimId>,
    /// How many more would have come or left without anybody telling of it, if they were right.
    pub untold_if_right: u64,
    /// What would have stood there on the day asked for, if they were right; for counts of one
    /// contributor, and for the other reading of its movements.
    pub figure_if_right: Option<u64>,
    /// Whether rounding alone could explain it: a bare "800" may be a rounded 761.
    pub within_rounding: bool,
}

/// What a dispute is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// How many stood in a stage.
    Strength(Stage),
    /// How many were promised in all.
    PromisedInAll,
    /// How many took part in one movement.
    Event(Step),
    /// Whether some reports tell of one movement or of several.
    HowManyEvents(Step),
}

impl Matter {
    /// Whether it is about how many movements there were: then no report is left, whichever reading is taken.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::HowManyEvents(_))
    }
}

/// One figure and the claims that say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Side {
    /// The figure in words: `744`, `nearly 400`.
    pub words: String,
    /// The least it means.
    pub low: u64,
    /// The number it gives, if any.
    pub best: Option<u64>,
    /// The most it means; `None`: no ceiling.
    pub high: Option<u64>,
    /// The claims that say it.
    pub claims: BTreeSet<ClaimId>,
}

/// A movement that no claim tells of, with the claims on both sides of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unexplained {
    /// Whose.
    pub whose: Contributor,
    /// Of what.
    pub resource: Resource,
    /// Of which stage; `promised`: of the pledge total.
    pub stage: Stage,
    /// It happened after this day (`None`: before anything was said) ...
    pub after: Option<Date>,
    /// ... and by the end of this one.
    pub by: Date,
    /// How many came, or left (negative).
    pub amount: i64,
    /// What was reckoned without it at the end of that day.
    pub reckoned: u64,
    /// The claims that it is reckoned from.
    pub before: BTreeSet<ClaimId>,
    /// The claims that ask for it.
    pub stated: BTreeSet<ClaimId>,
    /// Whether movements are told of this balance at all; else counts alone say that something moved.
    pub movements_told: bool,
    /// All of it in a sentence.
    pub words: String,
}
