//! A name as a document gives it: of a place, a unit, a site, a speaker, a topic.

use std::{borrow::Cow, fmt};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// One line of text: normalised (NFC), trimmed, with single spaces, so that one name has one spelling.
///
/// Refuses the empty name and control characters: a name that cannot be shown cannot be checked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Name(String);

/// A name with nothing in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a name is empty; write it as the document does, or leave the field out")]
pub struct EmptyName;

impl Name {
    /// Normalises the words.
    pub fn new(words: &str) -> Result<Self, EmptyName> {
        let mut name = String::with_capacity(words.len());
        for word in words.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty())
        {
            if !name.is_empty() {
                name.push(' ');
            }
            if word.is_ascii() {
                name.push_str(word);
            } else {
                name.extend(word.nfc());
            }
        }
        if name.is_empty() { Err(EmptyName) } else { Ok(Self(name)) }
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl TryFrom<String> for Name {
    type Error = EmptyName;

    fn try_from(words: String) -> Result<Self, EmptyName> {
        Self::new(&words)
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

impl JsonSchema for Name {
    fn schema_name() -> Cow<'static, str> {
        "Name".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "minLength": 1,
            "description": "One line of text, normalised (NFC) and trimmed, with single spaces."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, want: Option<&str>) {
        assert_eq!(Name::new(words).ok().as_ref().map(Name::as_str), want);
    }

    #[test]
    fn one_name_has_one_spelling() {
        check("Pont-Sonde\u{301}", Some("Pont-Sond\u{e9}"));
        check("  General \n Service\tUnit ", Some("General Service Unit"));
        check("a\u{0}b", Some("a b"));
        check(" \u{7} ", None);
    }
}
