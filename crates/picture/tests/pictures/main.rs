//! Pictures of little ledgers, of two press articles and of the MSS claims table.

mod articles;
mod book;
mod laws;
mod ledgers;
mod mss;
