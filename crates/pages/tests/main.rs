//! What becomes of files from outside.

mod archives;
mod feeds;
mod fuzzed;
mod html;
mod laws;
mod pdfs;
