//! What differs between two pictures: figures, and the entries that did it.

use jiff::civil::Date;
use ledger::Ledger;
use picture::{ChangedRow, EntryOf, Why};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    BetweenShape, FigureKey, WhoseShape,
    claims::{ids, told},
};

/// A figure that differs.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ChangedFigure)]
pub(crate) struct ChangedShape {
    whose: WhoseShape,
    /// What names the figure.
    key: FigureKey,
    /// What the first picture has; none: it has no such figure.
    before: Option<BetweenShape>,
    /// What the second has, likewise.
    after: Option<BetweenShape>,
    /// The claims that bear on it.
    claims: Vec<String>,
    /// The decisions that bear on it.
    decisions: Vec<String>,
}

/// A claim that one picture rests on otherwise than the other.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ChangingEntry)]
pub(crate) struct EntryShape {
    /// The claim.
    claim: String,
    /// Why it makes a difference.
    why: WhyShape,
    /// The day it was published.
    #[schema(value_type = String, format = Date)]
    published: Date,
    /// What it says, in one line.
    words: String,
}

/// Why a claim makes a difference between two pictures.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Why)]
pub(crate) enum WhyShape {
    /// It was published after the first knowledge day, and by the second.
    Published,
    /// It was entered between the two.
    Entered,
    /// A person's decision ruled it out, brought it back or put another in its place.
    Ruled,
    /// Only the first picture could know it.
    NotKnown,
    /// It speaks of days between the two that are pictured.
    SpeaksBetween,
}

impl From<&ChangedRow> for ChangedShape {
    fn from(row: &ChangedRow) -> Self {
        Self {
            whose: (&row.whose).into(),
            key: FigureKey::of(&row.whose, &row.resource, &row.stage),
            before: row.before.map(Into::into),
            after: row.after.map(Into::into),
            claims: ids(&row.claims),
            decisions: row.decisions.iter().map(ToString::to_string).collect(),
        }
    }
}

impl EntryShape {
    /// A claim of this ledger that makes a difference, told as people tell it.
    pub(crate) fn of(ledger: &Ledger, entry: &EntryOf) -> Self {
        Self {
            claim: entry.claim.to_string(),
            why: match entry.why {
                Why::Published => WhyShape::Published,
                Why::Entered => WhyShape::Entered,
                Why::Ruled => WhyShape::Ruled,
                Why::NotKnown => WhyShape::NotKnown,
                Why::SpeaksBetween => WhyShape::SpeaksBetween,
            },
            published: entry.published,
            words: told(ledger, entry.claim, &entry.words),
        }
    }
}
