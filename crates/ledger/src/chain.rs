//! The chain: each entry is hashed with the one before, so that a change to history is found.

use std::fmt;

use jiff::Timestamp;
use model::{Digest, canonical};
use serde::{Deserialize, Serialize};

use crate::{Entry, Recorded, Seq};

/// The hash of an entry and of everything before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryHash(pub Digest);

/// The end of the chain: what the next entry links to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The place of the last entry.
    pub seq: Seq,
    /// When it was entered.
    pub entered: Timestamp,
    /// Its hash.
    pub hash: EntryHash,
}

/// The first entry that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("entry {seq} does not fit the chain: {fault}")]
pub struct Break {
    /// Its place, as it should be.
    pub seq: Seq,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with an entry in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Another entry stands in its place: one was taken out or put in.
    OutOfPlace {
        /// The place that it says it has.
        found: Seq,
    },
    /// Its hash is not that of its content and of the entry before.
    WrongHash,
    /// It was entered before the entry in front of it.
    ClockBackwards,
    /// What is stored cannot be read as an entry.
    Unreadable(String),
}

impl EntryHash {
    /// BLAKE3 over the canonical JSON of `{entered, entry, previous, seq}`; `previous` is null for the first.
    #[must_use]
    pub fn link(previous: Option<Self>, seq: Seq, entered: Timestamp, entry: &Entry) -> Self {
        #[derive(Serialize)]
        struct Link<'a> {
            previous: Option<EntryHash>,
            seq: Seq,
            entered: Timestamp,
            entry: &'a Entry,
        }
        Self(Digest::of(&canonical(&Link { previous, seq, entered, entry })))
    }
}

/// Walks entries from the first on and returns the head, or the first entry that does not fit.
///
/// `before` is the head that the walk goes on from, `None` at the beginning of a ledger.
pub fn verify<'a>(
    before: Option<Head>,
    entries: impl IntoIterator<Item = &'a Recorded>,
) -> Result<Option<Head>, Break> {
    let mut head = before;
    for recorded in entries {
        let seq = Seq(head.map_or(1, |head| head.seq.0 + 1));
        let broken = |fault| Err(Break { seq, fault });
        if recorded.seq != seq {
            return broken(Fault::OutOfPlace { found: recorded.seq });
        }
        if head.is_some_and(|head| recorded.entered < head.entered) {
            return broken(Fault::ClockBackwards);
        }
        let hash = EntryHash::link(head.map(|head| head.hash), seq, recorded.entered, &recorded.entry);
        if hash != recorded.hash {
            return broken(Fault::WrongHash);
        }
        head = Some(recorded.head());
    }
    Ok(head)
}

impl fmt::Display for EntryHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfPlace { found } => write!(f, "entry {found} stands in its place"),
            Self::WrongHash => {
                f.write_str("its content is not what was entered, or the entry before it was changed")
            }
            Self::ClockBackwards => f.write_str("it was entered before the entry in front of it"),
            Self::Unreadable(why) => write!(f, "it cannot be read: {why}"),
        }
    }
}
