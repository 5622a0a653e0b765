//! The ledger that a command works on: where it lies, how it is opened, read and written.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use ledger::{Entry, Head, Ledger, Outcome, Seal};
use model::{Document, DocumentId};
use store::{IfMissing, Sqlite, Store, StoreError};
use tokio::runtime::Runtime;

use crate::{Fault, Kind, World, server::invitation::NoLink};

/// Which ledger a command works on, as typed.
#[derive(clap::Args, Debug)]
pub(crate) struct WhichLedger {
    /// The ledger, one file; if not given, one in the user's data folder
    ///
    /// That one is `ledger.muster` in the folder `muster` of the user's data folder, such as
    /// `~/.local/share/muster/ledger.muster`. It is made, with its folder, on first entering.
    #[arg(
        long,
        env = "MUSTER_LEDGER",
        hide_env_values = true,
        value_name = "PATH",
        global = true,
        display_order = 900
    )]
    ledger: Option<PathBuf>,
}

/// An open ledger.
#[derive(Debug)]
pub(crate) struct Book {
    store: Box<dyn Store>,
    runtime: Runtime,
}

impl Book {
    /// The ledger to read; one that is not there is not made.
    pub(crate) fn open(world: &World, which: &WhichLedger) -> Result<Self, Fault> {
        Self::at(&which.path(world)?, IfMissing::Refuse)
    }

    /// The ledger to enter into; made where it is not there, in the user's data folder with its folder.
    pub(crate) fn open_or_make(world: &World, which: &WhichLedger) -> Result<Self, Fault> {
        let if_missing = if which.ledger.is_some() { IfMissing::Create } else { IfMissing::CreateWithFolder };
        Self::at(&which.path(world)?, if_missing)
    }

    /// The ledger in this file.
    pub(crate) fn at(path: &Path, if_missing: IfMissing) -> Result<Self, Fault> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| Fault::new(Kind::Ledger, format!("the ledger cannot be worked on: {error}")))?;
        let store = runtime.block_on(Sqlite::open(path, if_missing))?;
        Ok(Self { store: Box::new(store), runtime })
    }

    /// All of it, leaving out what was entered after `until`.
    pub(crate) fn ledger(&self, world: &World, until: Option<Timestamp>) -> Result<Ledger, Fault> {
        let waiting = world.waiting("reading the ledger");
        let ledger = self.runtime.block_on(store::replay(self.store.as_ref(), until));
        waiting.finish_and_clear();
        Ok(ledger?)
    }

    /// One document, if it is there.
    pub(crate) fn document(&self, id: DocumentId) -> Result<Option<Document>, Fault> {
        Ok(self.runtime.block_on(self.store.document(id))?)
    }

    /// Enters these in one transaction and answers each.
    pub(crate) fn enter(&self, entered: Timestamp, entries: Vec<Entry>) -> Result<Vec<Outcome>, Fault> {
        Ok(self.runtime.block_on(self.store.append(entered, entries))?)
    }

    /// Walks the chain; `tell` hears how many of how many entries are walked.
    pub(crate) fn verify(
        &self,
        seal: Option<Seal>,
        tell: &mut (dyn FnMut(store::Progress) + Send),
    ) -> Result<Option<Head>, Fault> {
        Ok(self.runtime.block_on(store::verify(self.store.as_ref(), seal, tell))?)
    }
}

impl Drop for Book {
    fn drop(&mut self) {
        // So that a ledger is one file again when nobody works on it. All that was acknowledged is on the disk already.
        let _ = self.runtime.block_on(self.store.close());
    }
}

impl WhichLedger {
    /// Where it lies.
    pub(crate) fn path(&self, world: &World) -> Result<PathBuf, Fault> {
        match &self.ledger {
            Some(path) => Ok(path.clone()),
            None => Ok(world.data_folder()?.join("ledger.muster")),
        }
    }
}

impl From<NoLink> for Fault {
    fn from(error: NoLink) -> Self {
        match error {
            NoLink::Accounts(error) => error.into(),
            NoLink::NoAccount => Self::new(Kind::NotTaken, error.to_string()),
            NoLink::NoRandomness(_) => Self::new(Kind::Ledger, error.to_string()),
        }
    }
}

/// The store's own words, each with its kind.
impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        let kind = match &error {
            StoreError::Broken(_) => Kind::Chain,
            _ => Kind::Ledger,
        };
        let fault = Self::new(kind, error.to_string());
        match error {
            StoreError::NotThere(_) => {
                fault.hint("begin with `muster enter REPORT...`; `muster demo` needs no ledger")
            }
            _ => fault,
        }
    }
}
