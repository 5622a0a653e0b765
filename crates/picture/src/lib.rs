//! What follows from the claims: balances with bounds and disputes. It never forgets a claim it outvoted.
#![warn(clippy::disallowed_methods)]
