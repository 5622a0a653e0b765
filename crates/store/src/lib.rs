//! Where entries and accounts are kept: SQLite behind two small traits.
//!
//! This crate never changes and never forgets an entry: it appends, reads and verifies. What an entry means and
//! whether it is taken is `ledger`'s to say; the moment of entering is an argument.

mod accounts;
#[cfg(test)]
mod conformance;
mod error;
mod file;
mod filed;
mod replay;
#[cfg(test)]
mod sample;
mod sqlite;
mod store;
mod verify;

pub use accounts::{
    ACCOUNTS_VERSION, Accepted, Account, AccountId, AccountName, Accounts, Begin, Change, Changed,
    Invitation, Made, NewAccount, NewToken, NotARole, NotATokenId, NotAnAccountName, PasswordHash, Role,
    SecretHash, Session, SqliteAccounts, Token, TokenId, accounts_beside,
};
pub use error::StoreError;
pub use file::{IfMissing, Kept};
pub use filed::Filed;
pub use replay::{replay, replay_each};
pub use sqlite::{SCHEMA_VERSION, Sqlite};
pub use store::{Answer, Page, SchemaVersion, Store};
pub use verify::{Progress, verify};
