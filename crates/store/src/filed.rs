//! An entry as it is filed: its content and the columns beside it, as found, before anything is believed.

use std::str;

use jiff::Timestamp;
use ledger::{Break, Entry, EntryHash, Fault, Head, Link, Recorded, Seq, Written};
use model::{Digest, MissionCode};

use crate::StoreError;

/// A row of a store, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// Its place.
    pub seq: u64,
    /// When it was entered, as RFC 3339 with up to nine digits of a second.
    pub entered: Vec<u8>,
    /// `document`, `claim` or `decision`.
    pub kind: Vec<u8>,
    /// The address of its content, 32 bytes.
    pub id: Vec<u8>,
    /// The mission that a claim is about.
    pub mission: Option<Vec<u8>>,
    /// The day that a document or a claim was published.
    pub published: Option<Vec<u8>>,
    /// [`Entry::content`].
    pub content: Vec<u8>,
    /// The hash of its link in the chain, 32 bytes.
    pub hash: Vec<u8>,
}

impl Filed {
    /// The row for an entry that is to be written.
    #[must_use]
    pub fn new(Written { id, content, recorded }: Written) -> Self {
        let (mission, day) = filed_under(&recorded.entry);
        Self {
            seq: recorded.seq.0,
            entered: recorded.entered.to_string().into_bytes(),
            kind: recorded.entry.kind().into(),
            id: id.digest().as_bytes().to_vec(),
            mission: mission.map(|mission| mission.as_str().into()),
            published: day.map(|day| day.to_string().into_bytes()),
            content: content.into_bytes(),
            hash: recorded.hash.0.as_bytes().to_vec(),
        }
    }

    /// The entry, if it can be read. Neither its hash nor its columns are held against it: that is for
    /// [`crate::verify`].
    pub fn read(&self) -> Result<Recorded, StoreError> {
        let read = || {
            let Link { seq, entered, hash, .. } = self.link()?;
            Ok(Recorded { seq, entered, entry: self.entry()?, hash })
        };
        read().map_err(|fault| StoreError::Broken(Break { seq: Seq(self.seq), fault }))
    }

    /// The head of a chain, from the columns of its last entry.
    pub(crate) fn read_head(seq: u64, entered: &[u8], hash: &[u8]) -> Result<Head, StoreError> {
        let seq = Seq(seq);
        let read = || Ok(Head { seq, entered: read_moment(entered)?, hash: read_hash(hash)? });
        read().map_err(|fault| StoreError::Broken(Break { seq, fault }))
    }

    /// Its link in the chain.
    pub(crate) fn link(&self) -> Result<Link<'_>, Fault> {
        Ok(Link {
            seq: Seq(self.seq),
            entered: read_moment(&self.entered)?,
            content: &self.content,
            hash: read_hash(&self.hash)?,
        })
    }

    /// Holds the columns against the content, which the hash vouches for.
    pub(crate) fn check_columns(&self) -> Result<(), Fault> {
        let entry = self.entry()?;
        let (mission, day) = filed_under(&entry);
        let day = day.map(|day| day.to_string());
        let columns = [
            ("moment", self.entered == read_moment(&self.entered)?.to_string().as_bytes()),
            ("kind", self.kind == entry.kind().as_bytes()),
            ("id", self.id == entry.id().digest().as_bytes()),
            ("mission", self.mission.as_deref() == mission.map(|mission| mission.as_str().as_bytes())),
            ("publication day", self.published.as_deref() == day.as_deref().map(str::as_bytes)),
        ];
        match columns.into_iter().find(|(_, fits)| !fits) {
            Some((column, _)) => Err(Fault::Misfiled { column }),
            None => Ok(()),
        }
    }

    fn entry(&self) -> Result<Entry, Fault> {
        serde_json::from_slice(&self.content).map_err(|error| Fault::Unreadable(error.to_string()))
    }
}

fn read_moment(bytes: &[u8]) -> Result<Timestamp, Fault> {
    let words = String::from_utf8_lossy(bytes);
    words.parse().map_err(|_| Fault::Unreadable(format!("`{words}` is not a moment")))
}

fn read_hash(bytes: &[u8]) -> Result<EntryHash, Fault> {
    <[u8; 32]>::try_from(bytes)
        .map(|bytes| EntryHash(Digest::from(bytes)))
        .map_err(|_| Fault::Unreadable(format!("its hash is {} bytes long, not 32", bytes.len())))
}

/// What an entry is filed under, to be found by.
fn filed_under(entry: &Entry) -> (Option<&MissionCode>, Option<jiff::civil::Date>) {
    match entry {
        Entry::Document(document) => (None, Some(document.published.day)),
        Entry::Claim(claim) => (claim.mission.as_ref(), Some(claim.published.day)),
        Entry::Decision(_) => (None, None),
    }
}
