//! Who says it, as the document names them.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Name;

/// Who says it. Only public speakers and office holders are named, and only as the source quotes them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// The document itself, in its own voice.
    Document,
    /// Somebody whom the document quotes: "William Ruto", "police spokesperson", "local media".
    Named(Name),
}

impl fmt::Display for Speaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => f.pad("the document"),
            Self::Named(name) => fmt::Display::fmt(name, f),
        }
    }
}
