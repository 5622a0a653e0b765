//! A concern: what is late, lacking or criticised.

use std::{collections::BTreeSet, fmt};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Quantity, Scope, Span};

/// "The mission lacks vehicles." Refuses a concern about nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Concern {
    /// What it is about, the first thing named; the others stand in `also`.
    pub about: About,
    /// What else it is about.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub also: BTreeSet<About>,
    /// Of whom and of what.
    pub scope: Scope,
    /// How many are late, lacking or concerned, if the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// When.
    pub span: Span,
}

/// What a concern is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Something comes later than it should.
    Delay,
    /// Too few people, or people who leave.
    Personnel,
    /// Too little or unfit kit.
    Equipment,
    /// Too little money.
    Funding,
    /// What members of the force did.
    Conduct,
    /// Danger to the force or failure against it.
    Security,
    /// A call on others to give.
    Appeal,
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Delay => "delay",
            Self::Personnel => "personnel",
            Self::Equipment => "equipment",
            Self::Funding => "funding",
            Self::Conduct => "conduct",
            Self::Security => "security",
            Self::Appeal => "appeal",
        })
    }
}
