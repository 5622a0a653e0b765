//! The form of a ledger in a SQLite file.
//!
//! A later version that changes this form changes it in the journal mode `DELETE`, so that the version in the file's
//! first bytes, by which an older program knows to leave the file alone, never lags behind in a write-ahead log.

use crate::{Kept, SchemaVersion, file::Form};

/// The version that this program writes, and the newest that it knows.
pub const SCHEMA_VERSION: SchemaVersion = SchemaVersion(1);

/// A ledger's file, marked with "Must" in ASCII.
pub(super) const FORM: Form = Form {
    kept: Kept::Ledger,
    application_id: 0x4d75_7374,
    version: SCHEMA_VERSION,
    statements: &STATEMENTS,
};

/// Tables and guards, one statement each.
///
/// `content` is the canonical JSON of the entry and what the hash covers; the columns before it are taken from it, to
/// find by. The guards hold back a slip of a program; whoever means to change the file can drop them, and is found by
/// `verify`.
pub(super) const STATEMENTS: [&str; 4] = [
    "CREATE TABLE entry (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    entered TEXT NOT NULL,
    kind TEXT NOT NULL,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
    mission TEXT,
    published TEXT,
    content TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT",
    "CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are never changed; enter a decision'); END",
    "CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are never deleted; enter a decision'); END",
    // `INSERT OR REPLACE` deletes without asking the guard above: what it could replace is refused here.
    "CREATE TRIGGER entries_follow_each_other BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entry) OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'an entry takes the next place, and its id is new'); END",
];
