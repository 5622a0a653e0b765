//! The form of a file: what it keeps, the mark it is known by, its version and its tables.

use std::fmt;

use crate::SchemaVersion;

/// What a file keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The entries of a ledger.
    Ledger,
    /// Who may log in, and what they are let in with.
    Accounts,
}

/// What one kind of file looks like.
#[derive(Debug)]
pub(crate) struct Form {
    /// What it keeps.
    pub(crate) kept: Kept,
    /// The number in the file's header by which it is known.
    pub(crate) application_id: i64,
    /// The version that this program writes, and the newest that it knows.
    pub(crate) version: SchemaVersion,
    /// Its tables and guards, one statement each.
    pub(crate) statements: &'static [&'static str],
}

impl fmt::Display for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Ledger => "a ledger",
            Self::Accounts => "a file of accounts",
        })
    }
}
