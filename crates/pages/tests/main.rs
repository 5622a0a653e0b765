//! What becomes of files from outside.

mod html;
