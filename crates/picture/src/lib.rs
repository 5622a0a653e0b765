//! What follows from the claims: balances with bounds on a day, as known on a day, and what contradicts what.
//!
//! This crate never forgets a claim it outvoted, and touches no clock, disk or network: a ledger and a question
//! go in, a picture comes out. `gather` picks the claims, `group` finds the reports of one event, `reading` makes
//! balances of both, `frame` keeps what surrounds them, `rows` and `sentences` tell it.
#![warn(clippy::disallowed_methods)]

mod amount;
mod asked;
mod balance;
mod book;
mod compose;
mod dispute;
mod draft;
mod event;
mod figure;
pub mod fit;
mod frame;
mod gather;
mod group;
mod grouping;
mod line;
mod picture;
mod posted;
mod reading;
mod rows;
mod sentences;
mod settle;
mod vague;
mod voice;
mod vote;
mod walk;

pub use asked::{Asked, Viewer};
pub use dispute::{Dispute, Matter, Side, Unexplained};
pub use event::{Event, Use};
pub use figure::{Basis, Figure};
pub use frame::{ActLine, CeilingLine, ConcernLine, EngagementLine, Frame, MandateEnd, SiteEvent, SiteLine};
pub use line::{Line, Note, StatedCount, Taken};
pub use picture::{LeftOut, Noted, Picture, picture};
pub use rows::{COLUMNS, PictureDocument, Row};
