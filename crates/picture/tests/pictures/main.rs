//! Pictures of little ledgers, of two press articles and of the MSS claims table.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod articles;
mod book;
mod change;
mod history;
mod kept;
mod laws;
mod ledgers;
mod mandate;
mod mss;
mod promises;
mod schema;
