//! What does not fit together: claims that cannot all be right, and differences that no claim accounts for.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::{ClaimId, Quantity, Resource, Stage, Step, Whose};
use schemars::JsonSchema;
use serde::Serialize;

use crate::amount::Amount;

/// Claims that cannot all be right, side by side. Nothing is dropped: the outvoted stay in view.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Dispute {
    /// Of whom.
    pub whose: Whose,
    /// Of what.
    pub resource: Resource,
    /// What they disagree on.
    pub about: Matter,
    /// The day they speak of; the latest of them.
    pub day: Option<Date>,
    /// The figures, the one taken first.
    pub sides: Vec<Side>,
    /// Why the first was taken, in a sentence.
    pub why: String,
    /// How far the furthest is from the one taken.
    pub difference: u64,
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

/// One figure and the claims that say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Side {
    /// The figure in words: `744`, `761 by flights`.
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

/// A difference that no claim accounts for, with the claims on both sides of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unexplained {
    /// Of whom.
    pub whose: Whose,
    /// Of what.
    pub resource: Resource,
    /// In which stage.
    pub stage: Stage,
    /// The day on which the two meet.
    pub day: Option<Date>,
    /// What is stated.
    pub stated: Side,
    /// What everything else adds up to.
    pub reckoned: Side,
    /// How far they are apart.
    pub difference: u64,
    /// Whether rounding alone could explain it.
    pub within_rounding: bool,
    /// All of it in a sentence.
    pub words: String,
}

impl Unexplained {
    /// A difference with both its sides, in a sentence.
    pub(crate) fn between(
        whose: &Whose,
        resource: &Resource,
        stage: Stage,
        day: Date,
        stated: Side,
        reckoned: Side,
    ) -> Self {
        let amount = |side: &Side| Amount { low: side.low, best: side.best, high: side.high };
        let difference = amount(&stated).distance(amount(&reckoned));
        let rounded = amount(&stated).rounded();
        let within_rounding =
            rounded.meets(amount(&reckoned)) || reckoned.best.is_some_and(|best| rounded.bounds().hold(best));
        let words =
            format!("{}, {}: {} unexplained", reckoned.words, stated.words, Quantity::Exactly(difference));
        Self {
            whose: whose.clone(),
            resource: resource.clone(),
            stage,
            day: Some(day),
            stated,
            reckoned,
            difference,
            within_rounding,
            words,
        }
    }
}
