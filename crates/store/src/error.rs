//! What keeps a store from answering, and what to do about it.

use std::{io, path::PathBuf};

use ledger::Break;

use crate::{Kept, SchemaVersion};

/// Why a store could not be opened, read or written. Each names the file and says what to do.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is nothing at this path.
    #[error("there is no ledger at `{}`; enter something first, or name the file that holds the ledger", .0.display())]
    NotThere(PathBuf),
    /// There are no accounts at this path.
    #[error(
        "there are no accounts at `{}`; `muster serve` makes them when it first starts, or name the ledger that they belong to",
        .0.display()
    )]
    NoAccounts(PathBuf),
    /// The folder that the file would stand in is not there.
    #[error("`{}` cannot be made because its folder is not there; make the folder, or name another file", .0.display())]
    NoFolder(PathBuf),
    /// What stands at this path is something else. It was left as it is.
    #[error("`{}` is not {kept}: {what}. It was left as it is; name another file", path.display())]
    SomethingElse {
        /// The path.
        path: PathBuf,
        /// What it should keep.
        kept: Kept,
        /// What it is.
        what: &'static str,
    },
    /// The file was made by a newer Muster. It was left as it is.
    #[error(
        "`{}` is {kept} of version {found}, and this Muster knows versions up to {known}. It was left as it is; \
         open it with a newer Muster", path.display()
    )]
    Newer {
        /// The path.
        path: PathBuf,
        /// What it keeps.
        kept: Kept,
        /// The version of the file.
        found: SchemaVersion,
        /// The newest version that this program knows.
        known: SchemaVersion,
    },
    /// The system did not let us at the file or its folder.
    #[error("`{}` cannot be used: {why}. Check who may read and write it and its folder", path.display())]
    Denied {
        /// The path.
        path: PathBuf,
        /// What the system said.
        why: String,
    },
    /// Another program has been writing for too long.
    #[error(
        "another program has been writing to `{}` for {waited_s} seconds. Nothing was written; try again when it is done",
        path.display()
    )]
    Busy {
        /// The path.
        path: PathBuf,
        /// How long we waited, in seconds.
        waited_s: u64,
    },
    /// There is no room left.
    #[error("there is no room left on the disk for `{}`. Nothing of it was written; make room and try again", .0.display())]
    Full(PathBuf),
    /// The file is damaged below the entries.
    #[error("`{}` is damaged: {why}. Keep a copy of it as it is, and go back to a sound copy", path.display())]
    Damaged {
        /// The path.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// An entry does not fit the chain, or cannot be read.
    #[error("{0}. The ledger was changed by something other than Muster; go back to a sound copy")]
    Broken(#[from] Break),
    /// A file could not be read or written.
    #[error("`{}` could not be read or written: {why}", path.display())]
    Io {
        /// The path.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
    /// The database answered what is not foreseen here.
    #[error("`{}` could not be read or written: {why}", path.display())]
    Database {
        /// The path.
        path: PathBuf,
        /// What it said.
        why: sqlx::Error,
    },
}
