//! What the words around a number, and the words of a sentence, make likely: the judgement learned from annotated reports.
//!
//! The rules read first. What they say is itself weighed, so that the model learns how far each is to be trusted. The model is a plain file
//! of the language's pack that the example `train_weights` makes from annotated reports; a language without one is read by rules alone.
//!
//! **Reads** each number of people, equipment or money by the words beside it, its noun, its clause's verb and what the last sentence told:
//! what it tells, and whose it is. And each sentence for what it tells without a number: an act on the mandate, a meeting, a want,
//! people who come, go, train or are promised, with whose it is. What a rule made of either stands unless it is less than a fifth as
//! likely as not; where no rule spoke, a claim is made of a number that is more than two fifths likely with its party, and of a sentence that is
//! likelier than not.
//!
//! **Example.** "Ruritania's share of the force has shrunk to 40." Forty people of Ruritania deployed, with the words that spoke most
//! for it: "share", "force", "shrunk".
//!
//! **Refuses** what is told of no world ("if 400 came"), the host's own people but their losses, fighters, who serves elsewhere than in
//! the mission's area, a part of others of whom nobody says whose they are, and what has been claimed before in the report.

mod actor;
mod beside;
mod claim;
mod grammar;
mod judge;
mod kinds;
mod learn;
mod lesson;
mod line;
mod model;
mod number;
mod speech;
mod tell;
mod whose;

use std::collections::BTreeSet;

use crate::{context::Context, draft::Draft};

use self::{judge::judge, line::Line, tell::tell};

pub(crate) use judge::{Doubt, Tale, tale_of};
pub use learn::{Lesson, Lessons, Telling, train_weights};
pub(crate) use lesson::Taker;
pub use lesson::{Annotated, Case, Cases, Choice, Saying};
pub use model::Weights;

/// The name that claims of the weights carry as their rule.
const NAME: &str = "weighed";

/// What a rule tells stands unless it is less likely than this.
const STANDS: f32 = 0.2;

/// So many of the words that weigh most are shown.
const SHOWN: usize = 3;

/// Weighs a sentence's numbers and the sentence itself, with the drafts that the rules made of it, and puts those right; the numbers in doubt.
/// `told` is what has been claimed with a number before.
pub(crate) fn weigh(
    c: &Context<'_>,
    weights: &Weights,
    told: &BTreeSet<Tale>,
    ruled: &[Draft],
    drafts: &mut Vec<Draft>,
) -> Vec<Doubt> {
    if weights.is_empty() || !c.report.is_about_force {
        return Vec::new();
    }
    let line = Line::new(c.sentence, c.mentions, c.report);
    let named = whose::named(c);
    let doubts = judge(c, &line, &named, weights, told, ruled, drafts);
    tell(c, &line, &named, weights, ruled, drafts);
    doubts
}
