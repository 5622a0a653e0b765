//! Finds the mentions of a text, sentence by sentence.

use jiff::civil::Date;
use model::{Basis, Published};

use crate::{Lexicons, Mention, Sentence};

/// Finds mentions, remembering what a sentence needs from those before it: full names and the latest full date.
#[derive(Debug)]
pub struct Finder<'t> {
    text: &'t str,
    lexicons: &'t Lexicons,
    reference: Option<Date>,
}

impl<'t> Finder<'t> {
    /// A finder for this text. Relative dates are reckoned from the day it was published, unless nothing but the day
    /// it was read is known.
    #[must_use]
    pub fn new(text: &'t str, lexicons: &'t Lexicons, published: Published) -> Self {
        let reference = (published.basis != Basis::DayRead).then_some(published.day);
        Self { text, lexicons, reference }
    }

    /// The primary mentions of the next sentence: in order, none overlapping another. Call it once for each sentence, in
    /// the order of the text.
    pub fn mentions(&mut self, sentence: &Sentence) -> Vec<Mention> {
        let _ = (self.text, self.lexicons, self.reference, sentence);
        Vec::new()
    }
}
