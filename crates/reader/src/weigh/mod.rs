//! The learned judgement of numbers: what each counts, how surely and of whom, weighed from the words around it and from what the rules say.
//!
//! The rules read first. What they say of a number is itself weighed, so that the model learns how far each is to be trusted. The model is a
//! plain file of the language's pack that the example `train_weights` makes from annotated reports; a language without one is read by rules.

mod beside;
mod grammar;
mod judge;
mod learn;
mod lesson;
mod line;
mod model;
mod number;
mod told;
mod whose;

pub(crate) use judge::{Tale, judge, tale_of};
pub use learn::{Lesson, train_weights};
pub(crate) use lesson::Taker;
pub use lesson::{Case, Choice};
pub use model::Weights;
