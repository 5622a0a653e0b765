//! The kind of a claim, as those who annotate reports by hand sort them: finer than the statement's form, coarser than its stage or step.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{About, Concern, Resource, ResourceKind, Stage, Statement, Step};

/// What kind of thing a claim tells. Of people it is what their stage or step makes it; equipment and money are kinds of their own whatever is
/// done with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimKind {
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

impl ClaimKind {
    /// Every kind, by name.
    pub const ALL: [Self; 14] = [
        Self::Casualty,
        Self::Ceiling,
        Self::Deployment,
        Self::Engagement,
        Self::Equipment,
        Self::Funds,
        Self::Mandate,
        Self::Pledge,
        Self::Ready,
        Self::Return,
        Self::Shortfall,
        Self::Site,
        Self::Strength,
        Self::Training,
    ];

    /// The word for it: `deployment`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
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
        }
    }

    /// The kind of a statement.
    #[must_use]
    pub fn of(statement: &Statement) -> Self {
        match statement {
            Statement::Count(count) => {
                of_things(&count.scope.resource).unwrap_or_else(|| of_stage(count.stage))
            }
            Statement::Movement(movement) => {
                of_things(&movement.scope.resource).unwrap_or_else(|| of_step(movement.step))
            }
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
}

fn of_things(resource: &Resource) -> Option<ClaimKind> {
    match resource.kind() {
        Some(ResourceKind::Equipment) => Some(ClaimKind::Equipment),
        Some(ResourceKind::Money) => Some(ClaimKind::Funds),
        Some(ResourceKind::People) | None => None,
    }
}

fn of_stage(stage: Stage) -> ClaimKind {
    match stage {
        Stage::Promised => ClaimKind::Pledge,
        Stage::Training => ClaimKind::Training,
        Stage::Ready => ClaimKind::Ready,
        Stage::Deployed => ClaimKind::Strength,
        Stage::Home => ClaimKind::Return,
        Stage::Lost => ClaimKind::Casualty,
        Stage::Shipped | Stage::InService | Stage::OutOfService => ClaimKind::Equipment,
        Stage::Committed | Stage::Paid | Stage::Spent | Stage::Withheld => ClaimKind::Funds,
    }
}

fn of_step(step: Step) -> ClaimKind {
    match step {
        Step::Pledge => ClaimKind::Pledge,
        Step::EnterTraining => ClaimKind::Training,
        Step::Certify => ClaimKind::Ready,
        Step::Deploy => ClaimKind::Deployment,
        Step::Rotate | Step::Repatriate | Step::Withdraw => ClaimKind::Return,
        Step::Lose => ClaimKind::Casualty,
        Step::Ship | Step::Deliver | Step::BreakDown | Step::Repair | Step::Return => ClaimKind::Equipment,
        Step::Commit | Step::Pay | Step::Spend | Step::Withhold | Step::Release => ClaimKind::Funds,
    }
}

/// Wounded people are a concern for security with a number: there is no stage for them, they stay deployed.
fn is_wounded(concern: &Concern) -> bool {
    let people = matches!(concern.scope.resource, Resource::People(_) | Resource::Unstated);
    concern.about == About::Security && concern.quantity.is_some() && people
}

impl fmt::Display for ClaimKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A word that is no kind of claim.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{word}` is no kind of claim; write one of casualty, ceiling, deployment, engagement, equipment, funds, mandate, pledge, ready, return, shortfall, site, strength, training"
)]
pub struct UnknownClaimKind {
    word: String,
}

impl FromStr for ClaimKind {
    type Err = UnknownClaimKind;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|kind| kind.name() == word);
        found.ok_or_else(|| UnknownClaimKind { word: word.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_read_from_its_name_and_nothing_else_is() {
        for kind in ClaimKind::ALL {
            assert_eq!(kind.name().parse(), Ok(kind));
        }
        let fault = "arrival".parse::<ClaimKind>().unwrap_err().to_string();
        assert!(fault.starts_with("`arrival` is no kind of claim"), "{fault}");
        assert!(ClaimKind::ALL.iter().all(|kind| fault.contains(kind.name())), "{fault}");
    }
}
