//! What a number can tell: the kinds of claims that carry one.

use model::{About, Concern, Modality, Resource, ResourceKind, Stage, Statement, Step};

/// What a number tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Told {
    /// No claim.
    Nothing,
    Strength,
    Pledge,
    Training,
    Ready,
    Deployment,
    Return,
    Ceiling,
    Casualty,
    Equipment,
    Funds,
    Shortfall,
}

impl Told {
    /// Every one, in the order of a model's columns.
    pub(crate) const ALL: [Self; 12] = [
        Self::Nothing,
        Self::Strength,
        Self::Pledge,
        Self::Training,
        Self::Ready,
        Self::Deployment,
        Self::Return,
        Self::Ceiling,
        Self::Casualty,
        Self::Equipment,
        Self::Funds,
        Self::Shortfall,
    ];

    /// Its name, as annotations write it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Strength => "strength",
            Self::Pledge => "pledge",
            Self::Training => "training",
            Self::Ready => "ready",
            Self::Deployment => "deployment",
            Self::Return => "return",
            Self::Ceiling => "ceiling",
            Self::Casualty => "casualty",
            Self::Equipment => "equipment",
            Self::Funds => "funds",
            Self::Shortfall => "shortfall",
        }
    }

    /// What a statement tells of its number.
    pub(crate) fn of(statement: &Statement) -> Self {
        let of_things = |resource: &Resource| match resource.kind() {
            Some(ResourceKind::Equipment) => Some(Self::Equipment),
            Some(ResourceKind::Money) => Some(Self::Funds),
            Some(ResourceKind::People) | None => None,
        };
        if let Some(told) = statement.resource().and_then(of_things) {
            return told;
        }
        match statement {
            Statement::Count(count) => match count.stage {
                Stage::Promised => Self::Pledge,
                Stage::Training => Self::Training,
                Stage::Ready => Self::Ready,
                Stage::Deployed => Self::Strength,
                Stage::Home => Self::Return,
                Stage::Lost => Self::Casualty,
                Stage::Shipped | Stage::InService | Stage::OutOfService => Self::Equipment,
                Stage::Committed | Stage::Paid | Stage::Spent | Stage::Withheld => Self::Funds,
            },
            Statement::Movement(movement) => match movement.step {
                Step::Pledge => Self::Pledge,
                Step::EnterTraining => Self::Training,
                Step::Certify => Self::Ready,
                Step::Deploy => Self::Deployment,
                Step::Rotate | Step::Repatriate | Step::Withdraw => Self::Return,
                Step::Lose => Self::Casualty,
                Step::Ship | Step::Deliver | Step::BreakDown | Step::Repair | Step::Return => Self::Equipment,
                Step::Commit | Step::Pay | Step::Spend | Step::Withhold | Step::Release => Self::Funds,
            },
            Statement::Ceiling(_) => Self::Ceiling,
            Statement::Concern(concern) if is_wounded(concern) => Self::Casualty,
            Statement::Concern(_) => Self::Shortfall,
            Statement::Mandate(_) | Statement::Site(_) | Statement::Engagement(_) => Self::Nothing,
        }
    }
}

/// Wounded people are a concern for security with a number.
fn is_wounded(concern: &Concern) -> bool {
    concern.about == About::Security && concern.quantity.is_some()
}

/// How surely, as far as the model tells it: what is told as so is not parted by who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Surely {
    Told,
    Planned,
    Pledged,
    Denied,
}

impl Surely {
    /// Every one, in the order of a model's columns.
    pub(crate) const ALL: [Self; 4] = [Self::Told, Self::Planned, Self::Pledged, Self::Denied];

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Told => "told",
            Self::Planned => "planned",
            Self::Pledged => "pledged",
            Self::Denied => "denied",
        }
    }

    /// That of a modality.
    pub(crate) fn of(modality: Modality) -> Self {
        match modality {
            Modality::Fact | Modality::Reported => Self::Told,
            Modality::Planned | Modality::Proposed => Self::Planned,
            Modality::Pledged => Self::Pledged,
            Modality::Denied => Self::Denied,
        }
    }
}
