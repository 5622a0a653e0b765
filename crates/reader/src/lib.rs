//! What a text seems to say: it proposes claims and never knows the ledger.
#![warn(clippy::disallowed_methods)]
