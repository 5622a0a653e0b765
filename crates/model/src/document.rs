//! A document: a text with a publisher, an address and a publication date.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Digest, Marking, Name, NotADigest, Published, canonical};

/// A text that claims stand in. Two documents with the same address, the same text and the same marking are one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its headline or file name.
    pub title: Name,
    /// Who published it, as far as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Name>,
    /// Where it can be found again, as far as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// When the world could know it.
    pub published: Published,
    /// Whether the text is the source's own or a summary of it.
    pub form: Form,
    /// Who may see it.
    pub marking: Marking,
    /// The text that quotes point into, UTF-8.
    pub text: String,
}

/// Whose words a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The source's own words.
    Report,
    /// A summary of the source in other words, such as a line of a table.
    Summary,
}

/// Where a document can be found again: an URL or a reference such as `SC/15432`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Address(pub Name);

/// The address of a document's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct DocumentId(pub Digest);

impl Document {
    /// The digest of its address, its text and who may see it. Title, publisher and date may be corrected without making it
    /// another. What is marked otherwise is another: else a text that is hidden would keep out the same text where anybody may
    /// see it, and two ledgers that were merged would show what the first of them showed.
    #[must_use]
    pub fn id(&self) -> DocumentId {
        self.id_under(self.marking)
    }

    /// The address that it has where it is marked so.
    #[must_use]
    pub fn id_under(&self, marking: Marking) -> DocumentId {
        #[derive(Serialize)]
        struct Content<'a> {
            address: &'a Option<Address>,
            text: &'a str,
            /// Left out where anybody may see it.
            #[serde(skip_serializing_if = "Option::is_none")]
            marking: Option<Marking>,
        }
        let marking = Some(marking).filter(|marking| *marking != Marking::Public);
        DocumentId(Digest::of(&canonical(&Content { address: &self.address, text: &self.text, marking })))
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::str::FromStr for DocumentId {
    type Err = NotADigest;

    fn from_str(words: &str) -> Result<Self, NotADigest> {
        words.parse().map(Self)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
