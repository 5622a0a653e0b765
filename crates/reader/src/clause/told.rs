//! What the tagger tells of a word, where it is sure enough: whether it is a verb, and in which form.

use crate::{Shape, Tag, Tagged, VerbForm, VerbReading, What};

use super::{chunker::Chunker, small::Small};

/// By how much a tag must beat the next best of the other kind. Of 0, 20 and 60: at 0 a claim of the annotated reports was
/// lost, at 60 less of what the treebanks show was gained.
const SURE: i32 = 20;

impl Chunker<'_> {
    /// Whether a word of the lexicons is surely a noun here. "flew" never is: what has a form of the past is left to grammar.
    pub(super) fn is_surely_noun(&self, token: usize) -> bool {
        let noun = |tagged: Tagged| tagged.margin <= -SURE && matches!(tagged.tag, Tag::Noun | Tag::Name);
        let forms = self.forms(token);
        // "the whole force numbers 400": what ends like a verb of one, with a number behind it, is one.
        let counts = forms.iter().all(|form| *form == VerbForm::Third)
            && matches!(self.what(self.next(token)), Some(What::Number(_)));
        // "stand ready": a verb of several words is one.
        let is_one_word = self.next(token) == token + 1;
        self.tagged(token).is_some_and(noun)
            && is_one_word
            && !counts
            && !forms.iter().any(|form| form.may_be_past())
    }

    /// The form that a word surely has as a verb here.
    fn sure_form(&self, token: usize) -> Option<VerbForm> {
        let tagged = self.tagged(token).filter(|tagged| tagged.tag.is_verb() && tagged.margin >= SURE)?;
        match tagged.tag {
            Tag::Base => Some(VerbForm::Base),
            Tag::Third => Some(VerbForm::Third),
            Tag::Past => Some(VerbForm::Past),
            Tag::Participle => Some(VerbForm::Participle),
            Tag::Gerund => Some(VerbForm::Gerund),
            _ => None,
        }
    }

    /// The form of a verb that no lexicon knows, where it is surely one.
    pub(super) fn unknown_verb(&self, token: usize) -> Option<VerbForm> {
        let alone = self.small(token) == Some(Small::Other)
            && self.sentence.shape(token) == Shape::Lower
            && !self.is_glue(token + 1)
            && token.checked_sub(1).is_none_or(|before| !self.is_glue(before));
        if alone { self.sure_form(token) } else { None }
    }

    /// The form that a word of the lexicons has as a verb here, if it is surely one. Forms of several words, and adjectives
    /// such as "ready", tell what they are without being told.
    pub(super) fn told_form(&self, token: usize, readings: &[VerbReading]) -> Option<VerbForm> {
        let one_word = self.next(token) == token + 1;
        let adjective = readings.iter().any(|reading| reading.form == VerbForm::Adjective);
        if one_word && !adjective { self.sure_form(token) } else { None }
    }
}
