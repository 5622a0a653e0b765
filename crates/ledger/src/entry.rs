//! An entry: a document, a claim or a decision, as written in the ledger.

use std::fmt;

use jiff::Timestamp;
use model::{Claim, ClaimId, Decision, DecisionId, Digest, Document, DocumentId, canonical};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{EntryHash, Head};

/// What can be entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// A text that claims stand in.
    Document(Document),
    /// A statement with its source.
    Claim(Claim),
    /// What a person ruled on a claim.
    Decision(Decision),
}

/// The address of an entry's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryId {
    /// Of a document.
    Document(DocumentId),
    /// Of a claim.
    Claim(ClaimId),
    /// Of a decision.
    Decision(DecisionId),
}

/// An entry's place in the ledger, from 1 on without gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Seq(pub u64);

/// An entry with its place, the moment it was entered and its link to the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// Its place.
    pub seq: Seq,
    /// The ledger's own clock: when it was entered, never before the entry in front of it.
    pub entered: Timestamp,
    /// What was entered.
    pub entry: Entry,
    /// The hash of all of this and of the hash before.
    pub hash: EntryHash,
}

impl Entry {
    /// The address of its content.
    #[must_use]
    pub fn id(&self) -> EntryId {
        match self {
            Self::Document(document) => EntryId::Document(document.id()),
            Self::Claim(claim) => EntryId::Claim(claim.id()),
            Self::Decision(decision) => EntryId::Decision(decision.id()),
        }
    }

    /// Its canonical JSON: what is stored and what is hashed, byte for byte.
    ///
    /// # Panics
    /// Never: JSON is UTF-8.
    #[must_use]
    pub fn content(&self) -> String {
        String::from_utf8(canonical(self)).expect("JSON is UTF-8")
    }

    /// The word for what it is.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Document(_) => "document",
            Self::Claim(_) => "claim",
            Self::Decision(_) => "decision",
        }
    }
}

impl EntryId {
    /// The digest, whatever it is of.
    #[must_use]
    pub fn digest(self) -> Digest {
        match self {
            Self::Document(DocumentId(digest))
            | Self::Claim(ClaimId(digest))
            | Self::Decision(DecisionId(digest)) => digest,
        }
    }
}

impl Recorded {
    /// The entry as the next one after `head`. A clock that runs backwards is held at the entry before.
    #[must_use]
    pub fn after(head: Option<&Head>, entered: Timestamp, entry: Entry) -> Self {
        let content = entry.content();
        Self::with_content(head, entered, entry, &content)
    }

    /// The same, where the entry's content was made already.
    pub(crate) fn with_content(head: Option<&Head>, entered: Timestamp, entry: Entry, content: &str) -> Self {
        let seq = Seq::after(head);
        let entered = head.map_or(entered, |head| entered.max(head.entered));
        let hash = EntryHash::link(head.map(|head| head.hash), seq, entered, content.as_bytes());
        Self { seq, entered, entry, hash }
    }

    /// What the next entry links to.
    #[must_use]
    pub fn head(&self) -> Head {
        Head { seq: self.seq, entered: self.entered, hash: self.hash }
    }
}

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.digest(), f)
    }
}
