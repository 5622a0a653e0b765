//! What does not fit together: claims that cannot all be right, and movements that no claim accounts for.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::{Account, ClaimId, Quantity, Resource, Stage, Step};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{Contributor, Figure, Line, Picture};

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

/// The cost of leaving one claim by ungraded press by its whole strength, as costs are counted.
const ONE_REPORT: u64 = 1_000_000;

/// A cost in words: `nothing`, `as much as leaving 40 % of one press report`, `as much as leaving 2.3 press reports`.
#[must_use]
pub fn cost_in_words(cost: u64) -> String {
    match (cost, cost.saturating_mul(100).div_ceil(ONE_REPORT)) {
        (0, _) => "nothing".to_owned(),
        (_, 1) => "next to nothing".to_owned(),
        (_, percent @ ..100) => format!("as much as leaving {percent} % of one press report"),
        _ => {
            let tenths = cost.saturating_add(ONE_REPORT / 20) / (ONE_REPORT / 10);
            match (tenths / 10, tenths % 10) {
                (1, 0) => "as much as leaving one press report".to_owned(),
                (whole, 0) => format!("as much as leaving {whole} press reports"),
                (whole, tenth) => format!("as much as leaving {whole}.{tenth} press reports"),
            }
        }
    }
}

impl Outvoted {
    /// What would have to be, were it right; none where nothing is known against it.
    #[must_use]
    pub fn if_right(&self) -> Option<String> {
        let untold = match self.untold_if_right {
            0 => None,
            untold => Some(format!("{} more would have moved untold", Quantity::Exactly(untold))),
        };
        let left = match self.by.len() {
            0 => None,
            1 => Some("1 claim would be left further".to_owned()),
            claims => Some(format!("{claims} claims would be left further")),
        };
        let then: Vec<_> = untold.into_iter().chain(left).collect();
        (!then.is_empty()).then(|| format!("if right, {}", then.join(" and ")))
    }
}

impl Picture {
    /// The figure of the day asked for that a dispute is about: of a movement, where it leads to; with its line and what its
    /// stage is called. None where nothing stands there.
    #[must_use]
    pub fn figure_of(&self, dispute: &Dispute) -> Option<(&Line, String, &Figure)> {
        let reached = |step| match dispute.resource.kind()?.path(step).ok()?.to {
            Account::In(stage) => Some(stage),
            Account::Outside => None,
        };
        let called = match dispute.about {
            Matter::Strength(stage) => stage.to_string(),
            Matter::PromisedInAll => "promised in all".to_owned(),
            Matter::Event(step) | Matter::HowManyEvents(step) => match reached(step)? {
                Stage::Promised => "promised in all".to_owned(),
                stage => stage.to_string(),
            },
        };
        let line =
            self.lines.iter().find(|it| it.whose == dispute.whose && it.resource == dispute.resource)?;
        let (called, figure) = line.figures().find(|(stage, _)| *stage == called)?;
        Some((line, called, figure))
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn costs_are_told_in_press_reports() {
        let check = |cost, want| assert_eq!(cost_in_words(cost), want, "{cost}");
        check(0, "nothing");
        check(1, "next to nothing");
        check(10_001, "as much as leaving 2 % of one press report");
        check(400_000, "as much as leaving 40 % of one press report");
        check(999_999, "as much as leaving one press report");
        check(1_000_000, "as much as leaving one press report");
        check(2_310_000, "as much as leaving 2.3 press reports");
        check(2_960_000, "as much as leaving 3 press reports");
        check(u64::MAX, "as much as leaving 18446744073709.5 press reports");
    }
}
