//! What a sentence can tell without a number: the kinds of claims that need none.

use std::collections::BTreeSet;

use model::{Party, Statement, Whose};

use super::told::Told;

/// What a sentence tells without a number. It refuses ceilings, which are nothing without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tiding {
    Strength,
    Pledge,
    Training,
    Ready,
    Deployment,
    Return,
    Casualty,
    Equipment,
    Funds,
    Mandate,
    Site,
    Engagement,
    Shortfall,
}

impl Tiding {
    /// Every one, in the order of a model's columns.
    pub(crate) const ALL: [Self; 13] = [
        Self::Strength,
        Self::Pledge,
        Self::Training,
        Self::Ready,
        Self::Deployment,
        Self::Return,
        Self::Casualty,
        Self::Equipment,
        Self::Funds,
        Self::Mandate,
        Self::Site,
        Self::Engagement,
        Self::Shortfall,
    ];

    /// Its name, as annotations write it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Strength => "strength",
            Self::Pledge => "pledge",
            Self::Training => "training",
            Self::Ready => "ready",
            Self::Deployment => "deployment",
            Self::Return => "return",
            Self::Casualty => "casualty",
            Self::Equipment => "equipment",
            Self::Funds => "funds",
            Self::Mandate => "mandate",
            Self::Site => "site",
            Self::Engagement => "engagement",
            Self::Shortfall => "shortfall",
        }
    }

    /// What a statement without a number tells; `None` of one with a number.
    pub(crate) fn of(statement: &Statement) -> Option<Self> {
        if statement.quantity().is_some_and(|quantity| quantity.number().is_some()) {
            return None;
        }
        match statement {
            Statement::Mandate(_) => Some(Self::Mandate),
            Statement::Site(_) => Some(Self::Site),
            Statement::Engagement(_) => Some(Self::Engagement),
            _ => match Told::of(statement) {
                Told::Strength => Some(Self::Strength),
                Told::Pledge => Some(Self::Pledge),
                Told::Training => Some(Self::Training),
                Told::Ready => Some(Self::Ready),
                Told::Deployment => Some(Self::Deployment),
                Told::Return => Some(Self::Return),
                Told::Casualty => Some(Self::Casualty),
                Told::Equipment => Some(Self::Equipment),
                Told::Funds => Some(Self::Funds),
                Told::Shortfall => Some(Self::Shortfall),
                Told::Ceiling | Told::Nothing => None,
            },
        }
    }
}

/// Whose a statement is: of an act on a mandate, the body's.
pub(crate) fn parties_of(statement: &Statement) -> BTreeSet<Party> {
    match statement {
        Statement::Mandate(mandate) => mandate.body.into_iter().collect(),
        _ => statement.whose().into_iter().flat_map(Whose::parties).collect(),
    }
}
