//! A finding: what could not be read or taken, and why.

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use crate::ByteRange;

/// What a reader or an import could not take. Reading from outside returns a value and its findings; it never fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// A stable, kebab-case code: `number-without-scope`, `not-utf-8`.
    pub code: &'static str,
    /// What was found, quoting the fault.
    pub message: String,
    /// What to do about it, where anything can be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Where in the text, where it has a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<ByteRange>,
}

impl Finding {
    /// A finding without hint or place.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: None, at: None }
    }

    /// With what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// With its place in the text.
    #[must_use]
    pub fn at(mut self, at: Option<ByteRange>) -> Self {
        self.at = at;
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)?;
        match &self.hint {
            Some(hint) => write!(f, "; {hint}"),
            None => Ok(()),
        }
    }
}
