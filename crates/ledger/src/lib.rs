//! What was said and what was decided: append-only entries in a chain.
//!
//! This crate never has an opinion: it keeps contradicting claims side by side, and answers each entry with a
//! closed, named [`Outcome`]. It touches no disk and no clock: `store` keeps the entries, `desk` tells the time.
#![warn(clippy::disallowed_methods)]

mod batch;
mod chain;
mod checks;
mod dating;
mod entry;
mod ledger;
mod outcome;
mod rulings;
#[cfg(test)]
mod sample;
mod seal;
mod walk;

pub use batch::{Batch, Written};
pub use chain::{Break, EntryHash, Fault, Head};
pub use checks::{Known, judge};
pub use dating::Dating;
pub use entry::{Entry, EntryId, Recorded, Seq};
pub use ledger::{Held, Ledger, Standing};
pub use outcome::{Field, Outcome, Refusal};
pub use seal::{NotASeal, Seal};
pub use walk::{Link, Walk, verify};
