//! The chain: each entry is hashed with the one before, so that a change to history is found.

use std::fmt;

use jiff::Timestamp;
use model::Digest;
use serde::{Deserialize, Serialize};

use crate::{Seal, Seq};

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
    /// It is filed under something else than its content says.
    Misfiled {
        /// Under what: `id`, `published`.
        column: &'static str,
    },
    /// It fits the chain, but is not the entry that was sealed: the chain was made anew.
    NotAsSealed {
        /// The hash that was noted down.
        sealed: EntryHash,
    },
    /// The chain ends before it.
    CutOff {
        /// The place up to which the chain was sealed.
        sealed: Seq,
    },
}

impl EntryHash {
    /// BLAKE3 over the canonical JSON of `{entered, entry, previous, seq}`; `previous` is null for the first.
    ///
    /// `content` is the canonical JSON of the entry, [`crate::Entry::content`]. It is put in its place as it is, so that
    /// a chain can be walked without reading what stands in it.
    #[must_use]
    pub fn link(previous: Option<Self>, seq: Seq, entered: Timestamp, content: &[u8]) -> Self {
        let previous = previous.map_or_else(|| "null".to_owned(), |hash| format!("\"{hash}\""));
        let before = format!("{{\"entered\":\"{entered}\",\"entry\":");
        let behind = format!(",\"previous\":{previous},\"seq\":{seq}}}");
        Self(Digest::of(&[before.as_bytes(), content, behind.as_bytes()].concat()))
    }
}

impl Head {
    /// What to note down, so that a later walk can be held against it.
    #[must_use]
    pub fn seal(&self) -> Seal {
        Seal { seq: self.seq, hash: self.hash }
    }
}

impl Seq {
    /// The place behind this head; the first place when there is none.
    #[must_use]
    pub fn after(head: Option<&Head>) -> Self {
        Self(head.map_or(1, |head| head.seq.0.saturating_add(1)))
    }
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
            Self::Misfiled { column } => {
                write!(f, "the {column} that it is filed under is not that of its content")
            }
            Self::NotAsSealed { sealed } => {
                write!(
                    f,
                    "it is not the entry that was sealed with the hash {sealed}; the chain was made anew"
                )
            }
            Self::CutOff { sealed } => {
                write!(f, "it is missing; the chain was sealed up to entry {sealed} and ends before that")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hash of the third entry of a ledger, entered in the first second of 1970.
    #[track_caller]
    fn check(previous: Option<&str>, want: &str) {
        let previous = previous.map(|digits| EntryHash(digits.parse().unwrap()));
        let hash = EntryHash::link(previous, Seq(3), Timestamp::UNIX_EPOCH, br#"{"claim":{}}"#);
        assert_eq!(hash.to_string(), want);
    }

    #[test]
    fn the_form_that_is_hashed_never_changes() {
        // `printf '{"entered":"1970-01-01T00:00:00Z","entry":{"claim":{}},"previous":null,"seq":3}' | b3sum`
        let first = "4f7a620d3dd805c28516a77f95874fb3ce01ab94570ba160eaa5e1084661f65b";
        check(None, first);
        check(Some(first), "c893af5a70da2eaec7ee76283d2c7b88e4f65b31b4605be3aa97928adcf6f53c");
    }
}
