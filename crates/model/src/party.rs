//! Who: a state by its ISO 3166-1 alpha-3 code, or a body beside the states.

use std::{borrow::Cow, fmt, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A state or a body.
///
/// Refuses any code that is neither in ISO 3166-1 nor in [`BODIES`], so that "KNY" cannot open an account.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Party(Code);

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Code {
    State([u8; 3]),
    Body(&'static str),
}

/// An organisation or bloc that acts beside states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its short form, used as its code.
    pub code: &'static str,
    /// Its full name.
    pub name: &'static str,
}

const fn body(code: &'static str, name: &'static str) -> Body {
    Body { code, name }
}

/// The bodies that Muster knows beside the states.
pub const BODIES: &[Body] = &[
    body("AU", "African Union"),
    body("CARICOM", "Caribbean Community"),
    body("CSTO", "Collective Security Treaty Organization"),
    body("EAC", "East African Community"),
    body("ECCAS", "Economic Community of Central African States"),
    body("ECOWAS", "Economic Community of West African States"),
    body("EU", "European Union"),
    body("G20", "Group of Twenty"),
    body("G7", "Group of Seven"),
    body("IGAD", "Intergovernmental Authority on Development"),
    body("LAS", "League of Arab States"),
    body("NATO", "North Atlantic Treaty Organization"),
    body("OAS", "Organization of American States"),
    body("OSCE", "Organization for Security and Co-operation in Europe"),
    body("PIF", "Pacific Islands Forum"),
    body("SADC", "Southern African Development Community"),
    body("UN", "United Nations"),
];

/// The words that were not a [`Party`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a party; write an ISO 3166 alpha-3 code such as `KEN`, or a body such as `UN`, `AU`, `CARICOM`"
)]
pub struct UnknownParty(String);

impl Party {
    /// The state or body with this code.
    pub fn new(code: &str) -> Result<Self, UnknownParty> {
        if let Some(body) = BODIES.iter().find(|body| body.code == code) {
            return Ok(Self(Code::Body(body.code)));
        }
        match *code.as_bytes() {
            [a, b, c] if code.bytes().all(|b| b.is_ascii_uppercase()) => rust_iso3166::from_alpha3(code)
                .map(|_| Self(Code::State([a, b, c])))
                .ok_or_else(|| UnknownParty(code.to_owned())),
            _ => Err(UnknownParty(code.to_owned())),
        }
    }

    /// Every state of ISO 3166-1, by its alpha-3 code.
    pub fn states() -> impl Iterator<Item = Self> {
        rust_iso3166::ALL_ALPHA3.iter().filter_map(|code| Self::new(code).ok())
    }

    /// Whether this is a state.
    #[must_use]
    pub fn is_state(self) -> bool {
        matches!(self.0, Code::State(_))
    }

    /// Its code: `KEN`, `UN`.
    #[must_use]
    pub fn code(&self) -> &str {
        match &self.0 {
            Code::State(code) => std::str::from_utf8(code).unwrap_or_default(),
            Code::Body(code) => code,
        }
    }

    /// Its name in English: the short name of ISO 3166-1 for a state, without the article in brackets.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.0 {
            Code::State(_) => {
                let name = rust_iso3166::from_alpha3(self.code()).map_or("", |country| country.name);
                name.split(" (").next().unwrap_or(name)
            }
            Code::Body(code) => BODIES.iter().find(|body| body.code == code).map_or(code, |body| body.name),
        }
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Party {
    type Err = UnknownParty;

    fn from_str(code: &str) -> Result<Self, UnknownParty> {
        Self::new(code)
    }
}

impl TryFrom<String> for Party {
    type Error = UnknownParty;

    fn try_from(code: String) -> Result<Self, UnknownParty> {
        Self::new(&code)
    }
}

impl From<Party> for String {
    fn from(party: Party) -> Self {
        party.code().to_owned()
    }
}

impl JsonSchema for Party {
    fn schema_name() -> Cow<'static, str> {
        "Party".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let bodies: Vec<_> = BODIES.iter().map(|body| body.code).collect();
        json_schema!({
            "description": "A state by its ISO 3166-1 alpha-3 code, or a body.",
            "anyOf": [
                { "type": "string", "enum": bodies },
                { "type": "string", "pattern": "^[A-Z]{3}$" }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, want: Option<&str>) {
        assert_eq!(Party::new(code).ok().map(|party| party.name()), want);
    }

    #[test]
    fn a_party_is_a_state_or_a_known_body() {
        check("KEN", Some("Kenya"));
        check("BHS", Some("Bahamas"));
        check("HTI", Some("Haiti"));
        check("UN", Some("United Nations"));
        check("KNY", None);
        check("ken", None);
        check("", None);
        check("Kenya", None);
    }

    #[test]
    fn no_body_takes_the_code_of_a_state() {
        for body in BODIES {
            assert!(rust_iso3166::from_alpha3(body.code).is_none(), "{}", body.code);
            assert_eq!(Party::new(body.code).unwrap().code(), body.code);
        }
    }
}
