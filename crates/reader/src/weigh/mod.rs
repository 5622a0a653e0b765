//! The learned judgement of numbers: what each counts, how surely and of whom, weighed from the words around it and from what the rules say.
//!
//! The rules read first. What they say of a number is itself weighed, so that the model learns how far each is to be trusted. The model is a
//! plain file of the language's pack that the example `train_weights` makes from annotated reports; a language without one is read by rules.

mod actor;
mod beside;
mod grammar;
mod judge;
mod learn;
mod lesson;
mod line;
mod model;
mod number;
mod speech;
mod tell;
mod tiding;
mod told;
mod whose;

pub(crate) use judge::{Tale, judge, tale_of};
pub use learn::{Lesson, Lessons, Telling, train_weights};
pub(crate) use lesson::Taker;
pub use lesson::{Annotated, Case, Cases, Choice, Saying};
pub use model::Weights;
pub(crate) use tell::tell;
