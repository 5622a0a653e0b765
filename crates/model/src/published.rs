//! When the world could know it.

use std::fmt;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The day a document became public, and how that day is known: a guess is marked as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// The day, in the mission's area.
    pub day: Date,
    /// How it is known.
    pub basis: Basis,
}

/// How a publication day is known, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// A person or the import gave it.
    Given,
    /// The page's metadata say so.
    Metadata,
    /// Inferred from a dateline.
    Dateline,
    /// Inferred: the latest past date in the text.
    LatestDate,
    /// Nothing tells: the day the text was read.
    DayRead,
}

impl Published {
    /// A day that a person or an import gave.
    #[must_use]
    pub fn given(day: Date) -> Self {
        Self { day, basis: Basis::Given }
    }

    /// Whether the day was worked out rather than told.
    #[must_use]
    pub fn is_inferred(self) -> bool {
        !matches!(self.basis, Basis::Given | Basis::Metadata)
    }
}

impl fmt::Display for Published {
    /// `2024-10-11`, with a `~` before it when inferred.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.is_inferred() { "~" } else { "" };
        f.pad(&format!("{mark}{}", self.day))
    }
}
