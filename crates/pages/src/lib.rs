//! Bytes from outside in, texts with their title, publisher, address and day out.
//!
//! What a file is, is told from its bytes, never from its name. Reading never fails: what could not be read is a finding.
#![warn(clippy::disallowed_methods)]

mod archive;
mod charset;
mod day;
mod document;
mod feed;
mod html;
mod http;
mod page;
mod pdf;
mod source;

pub use document::MOST_BYTES;
pub use page::Page;
pub use source::{Pages, Taken, is_archive, of_bytes, open};
