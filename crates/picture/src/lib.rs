//! What follows from the claims: balances with bounds on a day, as known on a day, and what contradicts what.
//!
//! This crate never forgets a claim it outvoted, and touches no clock, disk or network: a ledger and a question
//! go in, a picture comes out. `gather` picks the claims, `grouping` finds the reports of one event, `fit` weighs all of
//! them against each other, `reading` tells what came out, `frame` keeps what surrounds it, `rows` and `sentences`
//! print it; `history` is all its days in one go, `change` what differs between two pictures.
#![warn(clippy::disallowed_methods)]

mod amount;
mod asked;
mod behind;
mod briefing;
mod change;
mod compose;
mod contributor;
mod counting;
mod dispute;
mod document;
mod event;
mod figure;
pub mod fit;
mod frame;
mod gather;
mod grouping;
mod history;
mod kept;
mod key;
mod line;
mod picture;
mod promise;
mod rate;
mod reading;
mod rows;
mod scope;
mod sentences;
mod voice;

pub use asked::{Asked, Viewer};
pub use behind::{Behind, HowTaken};
pub use change::{CHANGE_COLUMNS, Change, ChangedRow, Decided, EntryOf, Why, change};
pub use contributor::Contributor;
pub use dispute::{Dispute, Matter, Outvoted, Side, Unexplained, cost_in_words};
pub use document::{Bound, ByMovements, Hanging, PictureDocument};
pub use event::{Event, Use};
pub use figure::{Basis, Figure, HangsOn};
pub use frame::{ActLine, CeilingLine, ConcernLine, EngagementLine, Frame, MandateEnd, SiteEvent, SiteLine};
pub use history::{Between, HISTORY_COLUMNS, History, OnDay, Saying, Series, Tells, history};
pub use kept::Kept;
pub use line::{Line, Note, StatedCount, Taken};
pub use picture::{LeftOut, Noted, Picture, picture};
pub use promise::{Overdue, Promise, Share};
pub use rate::{NotARate, Rate};
pub use rows::{COLUMNS, Row};
pub use scope::{OpenScope, ScopeReading};
