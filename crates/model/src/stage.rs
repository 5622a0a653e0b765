//! Where strength stands and how it moves: the one table of stages and steps.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kind of thing that is counted; each has its own stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResourceKind {
    /// Police, troops, civilians.
    People,
    /// Vehicles, aircraft, other kit.
    Equipment,
    /// Money, in a currency.
    Money,
}

/// An account in which strength stands.
///
/// A balance of [`Stage::Promised`] is what is still owed. A *count* of it ("Kenya pledged 1,000") is a pledge
/// total and counts every stage up to deployed, in service or spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Promised and not yet further.
    Promised,
    /// People in pre-deployment training.
    Training,
    /// People trained and on stand-by.
    Ready,
    /// People in the mission's area.
    Deployed,
    /// Equipment on its way.
    Shipped,
    /// Equipment in use in the mission.
    InService,
    /// Equipment in the mission that does not work.
    OutOfService,
    /// Money committed in law or contract.
    Committed,
    /// Money paid over.
    Paid,
    /// Money spent.
    Spent,
    /// Money frozen or held back.
    Withheld,
    /// People or equipment gone home.
    Home,
    /// People killed, missing or gone for good.
    Lost,
}

/// A movement between two accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// A promise is made.
    Pledge,
    /// People begin their pre-deployment training.
    EnterTraining,
    /// People are found ready.
    Certify,
    /// People arrive in the mission's area.
    Deploy,
    /// People go home, relieved by others.
    Rotate,
    /// People go home for good.
    Repatriate,
    /// A promise is taken back.
    Withdraw,
    /// People are killed, missing or gone for good.
    Lose,
    /// Equipment is sent.
    Ship,
    /// Equipment arrives and is taken into use.
    Deliver,
    /// Equipment stops working.
    BreakDown,
    /// Equipment works again.
    Repair,
    /// Equipment goes home.
    Return,
    /// Money is committed.
    Commit,
    /// Money is paid over.
    Pay,
    /// Money is spent.
    Spend,
    /// Money is frozen or held back.
    Withhold,
    /// Money held back is let go.
    Release,
}

/// One side of a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Account {
    /// Outside the mission's books: where promises come from and go back to.
    Outside,
    /// In a stage.
    In(Stage),
}

/// One line of the table: for this kind, this step leads from here to there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path {
    /// What moves.
    pub kind: ResourceKind,
    /// The step.
    pub step: Step,
    /// The account it leaves.
    pub from: Account,
    /// The account it enters.
    pub to: Account,
}

/// A stage or a step that this kind of resource does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind} cannot be `{word}`; write one of {allowed}")]
pub struct DoesNotFit {
    kind: ResourceKind,
    word: String,
    allowed: String,
}

const fn path(kind: ResourceKind, step: Step, from: Account, to: Account) -> Path {
    Path { kind, step, from, to }
}

use Account::{In, Outside};
use ResourceKind::{Equipment, Money, People};

/// Every step of every kind. Nothing else in Muster knows the order of the stages.
pub const PATHS: &[Path] = &[
    path(People, Step::Pledge, Outside, In(Stage::Promised)),
    path(People, Step::EnterTraining, In(Stage::Promised), In(Stage::Training)),
    path(People, Step::Certify, In(Stage::Training), In(Stage::Ready)),
    path(People, Step::Deploy, In(Stage::Ready), In(Stage::Deployed)),
    path(People, Step::Rotate, In(Stage::Deployed), In(Stage::Home)),
    path(People, Step::Repatriate, In(Stage::Deployed), In(Stage::Home)),
    path(People, Step::Withdraw, In(Stage::Promised), Outside),
    path(People, Step::Lose, In(Stage::Deployed), In(Stage::Lost)),
    path(Equipment, Step::Pledge, Outside, In(Stage::Promised)),
    path(Equipment, Step::Ship, In(Stage::Promised), In(Stage::Shipped)),
    path(Equipment, Step::Deliver, In(Stage::Shipped), In(Stage::InService)),
    path(Equipment, Step::BreakDown, In(Stage::InService), In(Stage::OutOfService)),
    path(Equipment, Step::Repair, In(Stage::OutOfService), In(Stage::InService)),
    path(Equipment, Step::Return, In(Stage::InService), In(Stage::Home)),
    path(Equipment, Step::Withdraw, In(Stage::Promised), Outside),
    path(Money, Step::Pledge, Outside, In(Stage::Promised)),
    path(Money, Step::Commit, In(Stage::Promised), In(Stage::Committed)),
    path(Money, Step::Pay, In(Stage::Committed), In(Stage::Paid)),
    path(Money, Step::Spend, In(Stage::Paid), In(Stage::Spent)),
    path(Money, Step::Withhold, In(Stage::Committed), In(Stage::Withheld)),
    path(Money, Step::Release, In(Stage::Withheld), In(Stage::Committed)),
    path(Money, Step::Withdraw, In(Stage::Promised), Outside),
];

impl ResourceKind {
    /// The stages of this kind, in the order in which they are reached.
    #[must_use]
    pub fn stages(self) -> Vec<Stage> {
        let mut stages = Vec::new();
        for path in PATHS.iter().filter(|path| path.kind == self) {
            if let In(stage) = path.to
                && !stages.contains(&stage)
            {
                stages.push(stage);
            }
        }
        stages
    }

    /// The line of the table for this step.
    pub fn path(self, step: Step) -> Result<Path, DoesNotFit> {
        let own = || PATHS.iter().filter(move |path| path.kind == self);
        own().find(|path| path.step == step).copied().ok_or_else(|| DoesNotFit {
            kind: self,
            word: step.to_string(),
            allowed: own().map(|path| path.step.to_string()).collect::<Vec<_>>().join(", "),
        })
    }

    /// Whether this kind has this stage.
    pub fn admits(self, stage: Stage) -> Result<(), DoesNotFit> {
        let stages = self.stages();
        if stages.contains(&stage) {
            return Ok(());
        }
        let allowed = stages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        Err(DoesNotFit { kind: self, word: stage.to_string(), allowed })
    }
}

impl fmt::Display for ResourceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            People => "people",
            Equipment => "equipment",
            Money => "money",
        })
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Promised => "promised",
            Self::Training => "training",
            Self::Ready => "ready",
            Self::Deployed => "deployed",
            Self::Shipped => "shipped",
            Self::InService => "in service",
            Self::OutOfService => "out of service",
            Self::Committed => "committed",
            Self::Paid => "paid",
            Self::Spent => "spent",
            Self::Withheld => "withheld",
            Self::Home => "home",
            Self::Lost => "lost",
        })
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Pledge => "pledge",
            Self::EnterTraining => "enter training",
            Self::Certify => "certify",
            Self::Deploy => "deploy",
            Self::Rotate => "rotate",
            Self::Repatriate => "repatriate",
            Self::Withdraw => "withdraw",
            Self::Lose => "lose",
            Self::Ship => "ship",
            Self::Deliver => "deliver",
            Self::BreakDown => "break down",
            Self::Repair => "repair",
            Self::Return => "return",
            Self::Commit => "commit",
            Self::Pay => "pay",
            Self::Spend => "spend",
            Self::Withhold => "withhold",
            Self::Release => "release",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_stands_once_for_a_kind() {
        for (i, a) in PATHS.iter().enumerate() {
            let again = PATHS[i + 1..].iter().find(|b| b.kind == a.kind && b.step == a.step);
            assert_eq!(again, None, "{} {}", a.kind, a.step);
        }
    }

    #[test]
    fn every_stage_is_entered_before_it_is_left() {
        for kind in [People, Equipment, Money] {
            let stages = kind.stages();
            for path in PATHS.iter().filter(|path| path.kind == kind) {
                if let In(stage) = path.from {
                    assert!(stages.contains(&stage), "{kind} leaves {stage} but nothing enters it");
                }
            }
            assert_eq!(stages.first(), Some(&Stage::Promised));
        }
    }

    #[test]
    fn a_stage_of_another_kind_is_refused_with_the_choice() {
        assert_eq!(
            Money.admits(Stage::Deployed).unwrap_err().to_string(),
            "money cannot be `deployed`; write one of promised, committed, paid, spent, withheld"
        );
        assert!(People.path(Step::Ship).is_err());
    }
}
