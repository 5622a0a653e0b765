//! A place in a document: where a claim stands written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Document, DocumentId};

/// A place in a document, so that every claim opens its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// Which document.
    pub document: DocumentId,
    /// Where in its text.
    pub at: ByteRange,
}

/// From a byte to another in a text, the end left out. Refuses an empty or inverted range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Ends", into = "Ends")]
#[schemars(with = "Ends")]
pub struct ByteRange {
    start: u64,
    end: u64,
}

#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Ends {
    start: u64,
    end: u64,
}

/// A range with nothing in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a quote ends at byte {end} but starts at byte {start}; the end must lie behind the start")]
pub struct EmptyRange {
    start: u64,
    end: u64,
}

impl ByteRange {
    /// From `start` to before `end`, in bytes.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Option<Self> {
        (start < end).then_some(Self { start: start as u64, end: end as u64 })
    }

    /// As a range to index a text with.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        let index = |byte: u64| usize::try_from(byte).unwrap_or(usize::MAX);
        index(self.start)..index(self.end)
    }

    /// The words at this place; `None` where the text is shorter or the range cuts a character.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }
}

impl Quote {
    /// The quoted words; `None` when this is another document or the place is not in it.
    #[must_use]
    pub fn words(self, document: &Document) -> Option<&str> {
        (document.id() == self.document).then(|| self.at.of(&document.text)).flatten()
    }
}

impl TryFrom<Ends> for ByteRange {
    type Error = EmptyRange;

    fn try_from(Ends { start, end }: Ends) -> Result<Self, EmptyRange> {
        if start < end { Ok(Self { start, end }) } else { Err(EmptyRange { start, end }) }
    }
}

impl From<ByteRange> for Ends {
    fn from(ByteRange { start, end }: ByteRange) -> Self {
        Self { start, end }
    }
}
