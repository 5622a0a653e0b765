//! Where entries are kept: SQLite behind a small trait.
//!
//! This crate never changes and never forgets an entry: it appends, reads and verifies. What an entry means and
//! whether it is taken is `ledger`'s to say; the moment of entering is an argument.

#[cfg(test)]
mod conformance;
mod error;
mod filed;
mod replay;
#[cfg(test)]
mod sample;
mod sqlite;
mod store;
mod verify;

pub use error::StoreError;
pub use filed::Filed;
pub use replay::{replay, replay_to};
pub use sqlite::{IfMissing, SCHEMA_VERSION, Sqlite};
pub use store::{Answer, Page, SchemaVersion, Store};
pub use verify::{Progress, verify};
