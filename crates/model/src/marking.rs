//! Who may see a claim.

use std::{borrow::Cow, fmt, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::Party;

/// Who may see a claim: `public`, `mission`, or `party:KEN`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Marking {
    /// Anybody.
    Public,
    /// The mission's own staff.
    Mission,
    /// One party, and the mission's own staff.
    Party(Party),
}

/// The words that were not a [`Marking`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a marking; write `public`, `mission` or a party's, such as `party:KEN`")]
pub struct NotAMarking(String);

impl FromStr for Marking {
    type Err = NotAMarking;

    fn from_str(words: &str) -> Result<Self, NotAMarking> {
        match words {
            "public" => Ok(Self::Public),
            "mission" => Ok(Self::Mission),
            _ => words
                .strip_prefix("party:")
                .and_then(|code| code.parse().ok())
                .map(Self::Party)
                .ok_or_else(|| NotAMarking(words.to_owned())),
        }
    }
}

impl fmt::Display for Marking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public => f.pad("public"),
            Self::Mission => f.pad("mission"),
            Self::Party(party) => f.pad(&format!("party:{party}")),
        }
    }
}

impl TryFrom<String> for Marking {
    type Error = NotAMarking;

    fn try_from(words: String) -> Result<Self, NotAMarking> {
        words.parse()
    }
}

impl From<Marking> for String {
    fn from(marking: Marking) -> Self {
        marking.to_string()
    }
}

impl JsonSchema for Marking {
    fn schema_name() -> Cow<'static, str> {
        "Marking".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^(public|mission|party:[A-Z0-9]{2,8})$",
            "description": "Who may see it: public, mission, or party:KEN."
        })
    }
}
