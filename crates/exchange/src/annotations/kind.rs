//! The kind of an annotation, and the unit its number is in.

use std::fmt;

use model::{About, Concern, Currency, Resource, ResourceKind, Service, Stage, Statement, Step};
use serde::{Deserialize, Serialize};

/// What kind of statement an annotation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Killed, wounded or missing.
    Casualty,
    /// The authorised or planned size of the whole mission.
    Ceiling,
    /// Arrived, left for the mission, was sent.
    Deployment,
    /// A meeting, call, visit or statement.
    Engagement,
    /// Anything of equipment.
    Equipment,
    /// Anything of money.
    Funds,
    /// An act on the mandate.
    Mandate,
    /// Promised people.
    Pledge,
    /// Ready people.
    Ready,
    /// Went home.
    Return,
    /// What is late, lacking or criticised.
    Shortfall,
    /// A site changed hands.
    Site,
    /// How many people are there.
    Strength,
    /// People in training.
    Training,
}

impl Kind {
    /// The kind that a statement becomes: equipment and money by what they are, people by stage or step.
    pub(super) fn of(statement: &Statement) -> Self {
        match statement {
            Statement::Count(count) => match count.scope.resource.kind() {
                Some(ResourceKind::Equipment) => Self::Equipment,
                Some(ResourceKind::Money) => Self::Funds,
                Some(ResourceKind::People) | None => Self::of_stage(count.stage),
            },
            Statement::Movement(movement) => match movement.scope.resource.kind() {
                Some(ResourceKind::Equipment) => Self::Equipment,
                Some(ResourceKind::Money) => Self::Funds,
                Some(ResourceKind::People) | None => Self::of_step(movement.step),
            },
            // A budget: whatever is of money is funds.
            Statement::Ceiling(ceiling) if ceiling.resource.kind() == Some(ResourceKind::Money) => {
                Self::Funds
            }
            Statement::Ceiling(_) => Self::Ceiling,
            Statement::Mandate(_) => Self::Mandate,
            Statement::Site(_) => Self::Site,
            Statement::Engagement(_) => Self::Engagement,
            Statement::Concern(concern) if is_wounded(concern) => Self::Casualty,
            Statement::Concern(_) => Self::Shortfall,
        }
    }

    fn of_stage(stage: Stage) -> Self {
        match stage {
            Stage::Promised => Self::Pledge,
            Stage::Training => Self::Training,
            Stage::Ready => Self::Ready,
            Stage::Deployed => Self::Strength,
            Stage::Home => Self::Return,
            Stage::Lost => Self::Casualty,
            Stage::Shipped | Stage::InService | Stage::OutOfService => Self::Equipment,
            Stage::Committed | Stage::Paid | Stage::Spent | Stage::Withheld => Self::Funds,
        }
    }

    fn of_step(step: Step) -> Self {
        match step {
            Step::Pledge => Self::Pledge,
            Step::EnterTraining => Self::Training,
            Step::Certify => Self::Ready,
            Step::Deploy => Self::Deployment,
            Step::Rotate | Step::Repatriate | Step::Withdraw => Self::Return,
            Step::Lose => Self::Casualty,
            Step::Ship | Step::Deliver | Step::BreakDown | Step::Repair | Step::Return => Self::Equipment,
            Step::Commit | Step::Pay | Step::Spend | Step::Withhold | Step::Release => Self::Funds,
        }
    }

    /// The unit of a statement's number; `None` where the document does not say.
    pub(super) fn unit(self, statement: &Statement) -> Option<String> {
        let of_people = matches!(
            self,
            Self::Casualty
                | Self::Ceiling
                | Self::Deployment
                | Self::Ready
                | Self::Return
                | Self::Strength
                | Self::Training
        );
        match statement.resource()? {
            Resource::People(Service::Police) => Some("police".to_owned()),
            Resource::People(Service::Troops) => Some("troops".to_owned()),
            Resource::People(Service::Civilians) => Some("civilians".to_owned()),
            Resource::People(Service::Unstated) => Some("personnel".to_owned()),
            // "armoured vehicles" are counted in vehicles; the object keeps the full name.
            Resource::Equipment(kit) => kit.0.as_str().split(' ').next_back().map(str::to_owned),
            Resource::Money(Currency::Unstated) => None,
            Resource::Money(currency) => Some(currency.to_string()),
            Resource::Unstated => of_people.then(|| "personnel".to_owned()),
        }
    }
}

/// Wounded people are a concern for security with a number: the model has no stage for them, they stay deployed.
fn is_wounded(concern: &Concern) -> bool {
    let people = matches!(concern.scope.resource, Resource::People(_) | Resource::Unstated);
    concern.about == About::Security && concern.quantity.is_some() && people
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Casualty => "casualty",
            Self::Ceiling => "ceiling",
            Self::Deployment => "deployment",
            Self::Engagement => "engagement",
            Self::Equipment => "equipment",
            Self::Funds => "funds",
            Self::Mandate => "mandate",
            Self::Pledge => "pledge",
            Self::Ready => "ready",
            Self::Return => "return",
            Self::Shortfall => "shortfall",
            Self::Site => "site",
            Self::Strength => "strength",
            Self::Training => "training",
        })
    }
}
