//! The form of accounts in a SQLite file.
//!
//! As with a ledger, a later version that changes this form changes it in the journal mode `DELETE`.

use crate::{Kept, SchemaVersion, file::Form};

/// The version that this program writes, and the newest that it knows.
pub const ACCOUNTS_VERSION: SchemaVersion = SchemaVersion(1);

/// A file of accounts, marked with `MusA` in ASCII.
pub(super) const FORM: Form = Form {
    kept: Kept::Accounts,
    application_id: 0x4d75_7341,
    version: ACCOUNTS_VERSION,
    statements: &STATEMENTS,
};

/// Moments are milliseconds since 1970; `secret` is the digest of a secret.
///
/// An account is never deleted, so that its name, which stands on decisions, is never another's.
const STATEMENTS: [&str; 7] = [
    "CREATE TABLE account (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    made INTEGER NOT NULL,
    disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    password TEXT
) STRICT",
    "CREATE TRIGGER accounts_are_never_deleted BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'accounts are never deleted; disable it'); END",
    "CREATE TABLE session (
    secret BLOB PRIMARY KEY CHECK (length(secret) = 32),
    account INTEGER NOT NULL REFERENCES account (id),
    begun INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    idle_until INTEGER NOT NULL,
    ends INTEGER NOT NULL
) STRICT, WITHOUT ROWID",
    "CREATE INDEX session_by_account ON session (account)",
    "CREATE TABLE token (
    secret BLOB PRIMARY KEY CHECK (length(secret) = 32),
    account INTEGER NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    made INTEGER NOT NULL,
    used INTEGER,
    ends INTEGER NOT NULL
) STRICT, WITHOUT ROWID",
    "CREATE INDEX token_by_account ON token (account)",
    "CREATE TABLE invitation (
    account INTEGER PRIMARY KEY REFERENCES account (id),
    secret BLOB NOT NULL UNIQUE CHECK (length(secret) = 32),
    made INTEGER NOT NULL,
    ends INTEGER NOT NULL
) STRICT",
];
