//! What was said and what was decided: append-only entries in a chain. It never has an opinion.
#![warn(clippy::disallowed_methods)]
