//! Other people's formats: bytes in, claims out; claims in, bytes out.
#![warn(clippy::disallowed_methods)]

pub mod annotations;
pub mod claims_table;
mod records;
pub mod score;
pub mod un_contributions;
