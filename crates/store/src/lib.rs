//! Where entries are kept: SQLite behind a small trait.
