//! What a store must do, whichever database is behind it.

use std::{fmt, pin::Pin};

use jiff::Timestamp;
use ledger::{Entry, EntryId, Head, Outcome, Recorded, Seq};
use model::{ClaimId, Document, DocumentId};

use crate::{Filed, StoreError};

/// A store's answer, to be awaited.
///
/// Boxed, so that a store can be used as `&dyn Store`: which one it is is known only when somebody says where the ledger
/// lies. Beside the write to disk that it waits for, the box costs nothing.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// The version of the form in which a ledger is kept, from 1 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchemaVersion(pub u32);

/// How much to read at once, whichever limit is met first; one entry is always read, however large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The most entries.
    pub entries: u32,
    /// The most bytes of content.
    pub bytes: u64,
}

/// Keeps the entries of one ledger.
///
/// All of it may be called from several tasks at once, and several programs may have one ledger open.
pub trait Store: fmt::Debug + Send + Sync {
    /// Enters these one after the other and answers each.
    ///
    /// All that is entered is written in one transaction: after an error, nothing of the batch is in the ledger. When the
    /// answer is there, it is on the disk. A refused entry does not keep the others out. `entered` is the moment of
    /// entering; a clock that runs behind the last entry is held at it.
    fn append(&self, entered: Timestamp, entries: Vec<Entry>) -> Answer<'_, Vec<Outcome>>;

    /// The end of the chain; `None` while nothing is entered.
    fn head(&self) -> Answer<'_, Option<Head>>;

    /// The entries from this place on as they are filed, unread, up to a page of them; none behind the last.
    fn filed(&self, from: Seq, page: Page) -> Answer<'_, Vec<Filed>>;

    /// The entry with this address.
    fn find(&self, id: EntryId) -> Answer<'_, Option<Recorded>>;

    /// The form in which this ledger is kept.
    fn schema_version(&self) -> Answer<'_, SchemaVersion>;

    /// Checks what lies below the entries, such as indexes and the guards against change.
    fn examine(&self) -> Answer<'_, ()>;

    /// Waits for what is under way and lets go of the ledger. Dropping a store does the same, without waiting.
    fn close(&self) -> Answer<'_, ()>;

    /// The entries from this place on, up to a page of them; none behind the last.
    fn entries(&self, from: Seq, page: Page) -> Answer<'_, Vec<Recorded>> {
        Box::pin(async move { self.filed(from, page).await?.iter().map(Filed::read).collect() })
    }

    /// The document with this address.
    fn document(&self, id: DocumentId) -> Answer<'_, Option<Document>> {
        Box::pin(async move {
            Ok(match self.find(EntryId::Document(id)).await?.map(|recorded| recorded.entry) {
                Some(Entry::Document(document)) => Some(document),
                _ => None,
            })
        })
    }

    /// The entry of the claim with this address.
    fn claim(&self, id: ClaimId) -> Answer<'_, Option<Recorded>> {
        self.find(EntryId::Claim(id))
    }
}

impl Default for Page {
    /// Few enough to be held in memory, enough that asking costs nothing beside reading.
    fn default() -> Self {
        Self { entries: 1_000, bytes: 16 << 20 }
    }
}

impl fmt::Display for SchemaVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
