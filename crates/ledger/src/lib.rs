//! What was said and what was decided: append-only entries in a chain.
//!
//! This crate never has an opinion: it keeps contradicting claims side by side, and answers each entry with a
//! closed, named [`Outcome`]. It touches no disk and no clock: `store` keeps the entries, `desk` tells the time.
#![warn(clippy::disallowed_methods)]

mod chain;
mod checks;
mod entry;
mod ledger;
mod outcome;

pub use chain::{Break, EntryHash, Fault, Head, verify};
pub use checks::{Known, judge};
pub use entry::{Entry, EntryId, Recorded, Seq};
pub use ledger::{Held, Ledger, Standing};
pub use outcome::{Field, Outcome, Refusal};
