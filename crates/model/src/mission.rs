//! Which operation: the code of a mission.

use std::{borrow::Cow, fmt, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// The code of a mission: `MSS`, `MINUSMA`, `EACRF`.
///
/// Refuses all but 2 to 16 capital letters, digits and inner hyphens, so that a sentence cannot become a code.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct MissionCode(String);

/// The words that were not a [`MissionCode`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a mission's code; write 2 to 16 capital letters, digits or hyphens, such as `MSS`")]
pub struct NotAMissionCode(String);

impl MissionCode {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for MissionCode {
    type Err = NotAMissionCode;

    fn from_str(words: &str) -> Result<Self, NotAMissionCode> {
        let fits = (2..=16).contains(&words.len())
            && words.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-')
            && words.starts_with(|c: char| c.is_ascii_uppercase())
            && !words.ends_with('-');
        if fits { Ok(Self(words.to_owned())) } else { Err(NotAMissionCode(words.to_owned())) }
    }
}

impl fmt::Display for MissionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for MissionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<String> for MissionCode {
    type Error = NotAMissionCode;

    fn try_from(words: String) -> Result<Self, NotAMissionCode> {
        words.parse()
    }
}

impl From<MissionCode> for String {
    fn from(code: MissionCode) -> Self {
        code.0
    }
}

impl JsonSchema for MissionCode {
    fn schema_name() -> Cow<'static, str> {
        "MissionCode".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[A-Z][A-Z0-9-]{0,14}[A-Z0-9]$",
            "description": "The code of a mission, such as MSS."
        })
    }
}
