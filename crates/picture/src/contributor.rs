//! Contributor: whose figure it is.

use std::fmt;

use model::{Parties, Party, Statement, Whose};
use schemars::JsonSchema;
use serde::Serialize;

/// Whose figure it is, in the order in which figures are shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Contributor {
    /// A party that a claim names.
    Party(Party),
    /// Several parties in one number, as stated; never added to any one of them.
    Parties(Parties),
    /// Of whom no source says.
    Unstated,
    /// Whoever else: what figures of the whole mission hold beyond the parties named.
    Others,
    /// The whole mission, as its own figures state it.
    Mission,
    /// All parties and others together, as all claims have it.
    Sum,
}

impl Contributor {
    /// Whether a statement is of this contributor, alone or with others.
    #[must_use]
    pub fn is_told_of(&self, statement: &Statement) -> bool {
        let told = statement.whose();
        match self {
            Self::Party(party) => told.is_some_and(|whose| whose.parties().any(|named| named == *party)),
            one => told.is_some_and(|whose| Self::from(whose) == *one),
        }
    }

    /// The name for people: `Kenya`, `Bahamas and Belize together`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Party(party) => party.name().to_owned(),
            Self::Parties(parties) => {
                let names: Vec<_> = parties.iter().map(|party| party.name()).collect();
                let (last, first) =
                    names.split_last().map_or(("", &names[..]), |(last, first)| (*last, first));
                format!("{} and {last} together", first.join(", "))
            }
            Self::Unstated => "Not said whose".to_owned(),
            Self::Others => "Others".to_owned(),
            Self::Mission => "Whole mission".to_owned(),
            Self::Sum => "All together".to_owned(),
        }
    }
}

impl From<&Whose> for Contributor {
    fn from(whose: &Whose) -> Self {
        match whose {
            Whose::Party(party) => Self::Party(*party),
            Whose::Parties(parties) => Self::Parties(parties.clone()),
            Whose::Mission => Self::Mission,
            Whose::Unstated => Self::Unstated,
        }
    }
}

impl fmt::Display for Contributor {
    /// As in a row: `KEN`, `BHS+BLZ`, `unstated`, `others`, `mission`, `sum`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Party(party) => f.pad(party.code()),
            Self::Parties(parties) => fmt::Display::fmt(&Whose::Parties(parties.clone()), f),
            Self::Unstated => f.pad("unstated"),
            Self::Others => f.pad("others"),
            Self::Mission => f.pad("mission"),
            Self::Sum => f.pad("sum"),
        }
    }
}
