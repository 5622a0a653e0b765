//! A dispute: claims that cannot all be right, side by side, with what was taken and why.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::Ledger;
use model::{ClaimId, DecisionId};
use picture::{Dispute, Matter, OpenScope, Outvoted, Picture, Side, cost_in_words};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    ClaimCard, FigureShape, WhoseShape,
    claims::{cards, ids},
    decision::DecisionShape,
};
use crate::contradictions;

/// Claims that cannot all be right.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Dispute)]
pub(crate) struct DisputeShape {
    /// What it is about, in words.
    #[schema(example = "Kenya, 2025-02-06: how many are deployed")]
    about: String,
    whose: WhoseShape,
    /// Of what.
    #[schema(example = "people")]
    resource: String,
    /// What kind of matter it is.
    matter: MatterShape,
    /// The stage or step that it is about.
    #[schema(example = "deployed")]
    stage_or_step: String,
    /// The day they speak of.
    #[schema(value_type = String, format = Date)]
    day: Date,
    /// Whether it is of a day up to the one asked for, or figures of that day would differ if the outvoted were right.
    bears: bool,
    /// What the reading has there, and the claims that say so; none of them where it follows from what else is told.
    taken: SideShape,
    /// Why it was taken, where a rule decided and no cost did.
    why: Option<String>,
    /// What it leaves, the dearest first.
    outvoted: Vec<OutvotedShape>,
    /// What leaving them costs, in words.
    #[schema(example = "as much as leaving 40 % of one press report")]
    cost: String,
    /// The figure of the day asked for that it is about, with what that hangs on.
    figure: Option<FigureShape>,
    /// What people ruled on these claims, in the order in which they did.
    decisions: Vec<DecisionShape>,
}

/// The kinds of matter.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Matter)]
enum MatterShape {
    /// How many stood in a stage.
    Strength,
    /// How many were promised in all.
    PromisedInAll,
    /// How many took part in one movement.
    Event,
    /// Whether some reports tell of one movement or of several.
    HowManyEvents,
}

/// One number, and the claims that say it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Side)]
pub(crate) struct SideShape {
    /// In words.
    #[schema(example = "nearly 400")]
    words: String,
    /// The least it means.
    low: u64,
    /// The number it gives, if any.
    best: Option<u64>,
    /// The most it means; none: no ceiling.
    high: Option<u64>,
    /// The claims that say it, in the order of the days they speak of.
    claims: Vec<ClaimCard>,
}

/// Claims of one number that the reading leaves.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Outvoted)]
pub(crate) struct OutvotedShape {
    said: SideShape,
    /// What leaving them costs, in words.
    cost: String,
    /// What would have to be, were it right, in words; none where nothing is known against it.
    #[schema(example = "if right, 56 more would have moved untold and 5 claims would be left further")]
    if_right: Option<String>,
    /// Claims that would be left further if they were right.
    by: Vec<String>,
    /// How many more would have come or left without anybody telling of it.
    untold_if_right: u64,
    /// What would have stood there on the day asked for.
    figure_if_right: Option<u64>,
    /// Whether rounding alone could explain it.
    within_rounding: bool,
}

/// A count of which no source says whose it is. It moves no figure.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenScope)]
pub(crate) struct ScopeShape {
    /// Of what.
    resource: String,
    /// In which stage.
    stage: String,
    /// The last day that it can speak of.
    #[schema(value_type = String, format = Date)]
    day: Date,
    said: SideShape,
    /// Whose it may be, the cheapest first.
    readings: Vec<ReadingShape>,
}

/// A number read as one contributor's.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ScopeReading)]
struct ReadingShape {
    whose: WhoseShape,
    /// Whether it remains, or costs clearly more than another and falls out.
    remains: bool,
    /// What it costs more than the cheapest reading, in words.
    cost: String,
    /// What would stand there on the day asked for.
    figure: Option<u64>,
    /// What stands there without it.
    figure_now: Option<u64>,
}

impl DisputeShape {
    /// A dispute of this picture.
    pub(crate) fn of(ledger: &Ledger, picture: &Picture, dispute: &Dispute) -> Self {
        let (matter, stage_or_step) = match dispute.about {
            Matter::Strength(stage) => (MatterShape::Strength, stage.to_string()),
            Matter::PromisedInAll => (MatterShape::PromisedInAll, "promised in all".to_owned()),
            Matter::Event(step) => (MatterShape::Event, step.to_string()),
            Matter::HowManyEvents(step) => (MatterShape::HowManyEvents, step.to_string()),
        };
        let figure = picture
            .figure_of(dispute)
            .map(|(line, stage, figure)| FigureShape::of(&line.whose, &line.resource, &stage, figure));
        Self {
            about: contradictions::about(dispute),
            whose: (&dispute.whose).into(),
            resource: dispute.resource.to_string(),
            matter,
            stage_or_step,
            day: dispute.day,
            bears: dispute.bears,
            taken: SideShape::of(ledger, &dispute.taken),
            why: dispute.why.clone(),
            outvoted: dispute.outvoted.iter().map(|it| OutvotedShape::of(ledger, it)).collect(),
            cost: cost_in_words(dispute.cost),
            figure,
            decisions: decisions(ledger, dispute),
        }
    }
}

/// What people ruled on the claims of a dispute.
fn decisions(ledger: &Ledger, dispute: &Dispute) -> Vec<DecisionShape> {
    let outvoted = dispute.outvoted.iter().flat_map(|it| &it.said.claims);
    let claims: BTreeSet<ClaimId> = dispute.taken.claims.iter().chain(outvoted).copied().collect();
    let on = claims.iter().flat_map(|id| ledger.decisions_on(*id));
    let made: BTreeMap<(jiff::Timestamp, DecisionId), _> = on.map(|it| ((it.made, it.id()), it)).collect();
    made.into_values().map(Into::into).collect()
}

impl SideShape {
    fn of(ledger: &Ledger, side: &Side) -> Self {
        Self {
            words: side.words.clone(),
            low: side.low,
            best: side.best,
            high: side.high,
            claims: cards(ledger, &side.claims),
        }
    }
}

impl OutvotedShape {
    fn of(ledger: &Ledger, outvoted: &Outvoted) -> Self {
        Self {
            said: SideShape::of(ledger, &outvoted.said),
            cost: cost_in_words(outvoted.cost),
            if_right: outvoted.if_right(),
            by: ids(&outvoted.by),
            untold_if_right: outvoted.untold_if_right,
            figure_if_right: outvoted.figure_if_right,
            within_rounding: outvoted.within_rounding,
        }
    }
}

impl ScopeShape {
    /// An open scope.
    pub(crate) fn of(ledger: &Ledger, scope: &OpenScope) -> Self {
        let reading = |it: &picture::ScopeReading| ReadingShape {
            whose: (&it.whose).into(),
            remains: it.remains,
            cost: cost_in_words(it.costs_more),
            figure: it.figure,
            figure_now: it.figure_now,
        };
        Self {
            resource: scope.resource.to_string(),
            stage: scope.stage.to_string(),
            day: scope.day,
            said: SideShape::of(ledger, &scope.said),
            readings: scope.readings.iter().map(reading).collect(),
        }
    }
}
