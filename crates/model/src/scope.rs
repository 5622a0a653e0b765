//! Of whom and of what: the scope of a count or a movement.

use std::{collections::BTreeSet, fmt};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Name, Party, Resource, Service};

/// Of whom, of what, of which named units. None of it is ever a default: [`Whose::Unstated`] and
/// [`Resource::Unstated`] are values that a reader or a person chose.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// Of whom.
    pub whose: Whose,
    /// Of what.
    pub resource: Resource,
    /// The named units it is of; none where the source names none.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub units: BTreeSet<UnitName>,
}

impl Scope {
    /// People, of which neither service nor unit is told.
    #[must_use]
    pub fn people(whose: Whose) -> Self {
        Self { whose, resource: Resource::People(Service::Unstated), units: BTreeSet::new() }
    }
}

/// Of whom a number is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// One party.
    Party(Party),
    /// Several parties together, in one number.
    Parties(Parties),
    /// The whole mission.
    Mission,
    /// The source does not say of whom.
    Unstated,
}

/// Two or more parties that share one number. Refuses fewer than two: one party is [`Whose::Party`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "BTreeSet<Party>", into = "BTreeSet<Party>")]
#[schemars(with = "Vec<Party>")]
pub struct Parties(BTreeSet<Party>);

/// A place as the document names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Place(pub Name);

/// A named formation: General Service Unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct UnitName(pub Name);

/// Fewer than two parties where several were meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("`parties` needs two or more; write `party` for one")]
pub struct TooFewParties;

impl Whose {
    /// These parties: one, several together, or unstated when there are none.
    #[must_use]
    pub fn of(parties: BTreeSet<Party>) -> Self {
        match parties.len() {
            0 => Self::Unstated,
            1 => parties.first().map_or(Self::Unstated, |party| Self::Party(*party)),
            _ => Self::Parties(Parties(parties)),
        }
    }

    /// The parties it names; none for the whole mission and for unstated.
    pub fn parties(&self) -> impl Iterator<Item = Party> + '_ {
        let (one, several) = match self {
            Self::Party(party) => (Some(*party), None),
            Self::Parties(parties) => (None, Some(parties.iter())),
            Self::Mission | Self::Unstated => (None, None),
        };
        one.into_iter().chain(several.into_iter().flatten())
    }
}

impl Parties {
    /// Each party, in the order of its code.
    pub fn iter(&self) -> impl Iterator<Item = Party> + '_ {
        self.0.iter().copied()
    }
}

impl TryFrom<BTreeSet<Party>> for Parties {
    type Error = TooFewParties;

    fn try_from(parties: BTreeSet<Party>) -> Result<Self, TooFewParties> {
        if parties.len() < 2 { Err(TooFewParties) } else { Ok(Self(parties)) }
    }
}

impl From<Parties> for BTreeSet<Party> {
    fn from(parties: Parties) -> Self {
        parties.0
    }
}

impl fmt::Display for Whose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Party(party) => f.pad(party.code()),
            Self::Parties(parties) => {
                let codes: Vec<_> = parties.iter().map(String::from).collect();
                f.pad(&codes.join("+"))
            }
            Self::Mission => f.pad("mission"),
            Self::Unstated => f.pad("unstated"),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Display for UnitName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
