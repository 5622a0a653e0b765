//! The statements that weights make of a kind: their slots are filled as rules fill theirs.

use model::{
    ClaimKind, Count, CountFields, Modality, Movement, MovementFields, Place, Quantity, Scope, Span, Stage,
    Statement, Step,
};

use crate::{Sense, context::Context};

use super::kinds::Surely;

/// What a count or a movement is made of.
#[derive(Clone, Debug)]
pub(super) struct Slots {
    /// Of whom and of what.
    pub(super) scope: Scope,
    /// How many.
    pub(super) quantity: Quantity,
    /// When a movement was.
    pub(super) during: Span,
    /// When a count held.
    pub(super) as_of: Span,
    /// Where a count holds.
    pub(super) place: Option<Place>,
}

impl Slots {
    /// A count in a stage; `None` where its resource has no such stage.
    pub(super) fn count(self, stage: Stage) -> Option<Statement> {
        let Self { scope, quantity, as_of, place, .. } = self;
        Count::try_from(CountFields { scope, stage, quantity, as_of, place }).ok().map(Statement::Count)
    }

    /// A movement of a step; `None` where its resource has no such step.
    pub(super) fn movement(self, step: Step) -> Option<Statement> {
        let Self { scope, quantity, during, .. } = self;
        let fields = MovementFields { scope, step, quantity, during, from: None, to: None, ordinal: None };
        Movement::try_from(fields).ok().map(Statement::Movement)
    }
}

/// The count or movement that is told of this kind; `None` of kinds that are neither.
pub(super) fn told(c: &Context<'_>, kind: ClaimKind, modality: Modality, slots: Slots) -> Option<Statement> {
    match kind {
        ClaimKind::Strength => slots.count(Stage::Deployed),
        ClaimKind::Pledge => slots.count(Stage::Promised),
        ClaimKind::Training => slots.count(Stage::Training),
        ClaimKind::Ready => slots.count(Stage::Ready),
        ClaimKind::Deployment => slots.movement(Step::Deploy),
        ClaimKind::Return => slots.movement(Step::Repatriate),
        ClaimKind::Casualty => slots.movement(Step::Lose),
        ClaimKind::Equipment if modality == Modality::Fact => slots.movement(Step::Deliver),
        ClaimKind::Equipment => slots.movement(Step::Pledge),
        ClaimKind::Funds => slots.movement(money_step(c, modality)),
        ClaimKind::Ceiling
        | ClaimKind::Engagement
        | ClaimKind::Mandate
        | ClaimKind::Shortfall
        | ClaimKind::Site => None,
    }
}

/// The modality of a claim that is told so surely.
pub(super) fn modality(surely: Surely) -> Modality {
    match surely {
        Surely::Told => Modality::Fact,
        Surely::Planned => Modality::Planned,
        Surely::Pledged => Modality::Pledged,
        Surely::Denied => Modality::Denied,
    }
}

fn money_step(c: &Context<'_>, modality: Modality) -> Step {
    if modality != Modality::Fact {
        Step::Pledge
    } else if c.says(&[Sense::Freeze]) {
        Step::Withhold
    } else if c.says(&[Sense::Spend, Sense::Cost]) {
        Step::Spend
    } else {
        Step::Pay
    }
}
