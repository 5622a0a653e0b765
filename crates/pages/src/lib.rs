//! Bytes from outside in, texts with their title, publisher, address and day out.
//!
//! What a file is, is told from its bytes, never from its name. Reading never fails: what could not be read is a finding.
#![warn(clippy::disallowed_methods)]

mod charset;
mod day;
mod html;
mod input;
mod page;

pub use input::{MOST_BYTES, read};
pub use page::Page;
