//! A SQLite file of Muster's, whatever it keeps: its form, opening it, and what its refusals mean.

mod failure;
mod form;
pub(crate) mod opening;
mod transaction;

pub(crate) use failure::Failed;
use failure::failure;
pub(crate) use form::Form;
pub use form::Kept;
pub use opening::IfMissing;
pub(crate) use transaction::Transaction;
