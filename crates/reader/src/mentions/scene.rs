//! The scene: one sentence with the entries found in it, as the mention finders look at it.

use std::ops::Range;

use crate::{
    Mention, MissionMention, Sentence, Shape, What,
    cue::Cue,
    lexicon::{Hit, Lexicons},
    meaning::Meaning,
};

/// One sentence and what the lexicons found in it.
pub(crate) struct Scene<'s> {
    pub(crate) text: &'s str,
    pub(crate) sentence: &'s Sentence,
    pub(crate) lexicons: &'s Lexicons,
    pub(crate) hits: Vec<Hit<'s>>,
    /// For each token, where its hits begin in `hits`.
    starts: Vec<usize>,
    /// For each token, whether it lies in a name of several words that a lexicon has.
    in_name: Vec<bool>,
}

impl<'s> Scene<'s> {
    pub(crate) fn new(text: &'s str, sentence: &'s Sentence, lexicons: &'s Lexicons) -> Self {
        let hits = lexicons.hits(sentence);
        let mut starts = Vec::with_capacity(sentence.tokens.len() + 1);
        let mut next = 0;
        for token in 0..=sentence.tokens.len() {
            while hits.get(next).is_some_and(|hit| hit.tokens.start < token) {
                next += 1;
            }
            starts.push(next);
        }
        let mut in_name = vec![false; sentence.tokens.len()];
        for hit in hits.iter().filter(|hit| hit.tokens.len() > 1 && is_name(hit.meaning)) {
            for token in hit.tokens.clone() {
                in_name.get_mut(token).into_iter().for_each(|is| *is = true);
            }
        }
        Self { text, sentence, lexicons, hits, starts, in_name }
    }

    /// Whether a token lies in a name of several words that a lexicon has: "General" in "General Service Unit".
    pub(crate) fn in_name(&self, token: usize) -> bool {
        self.in_name.get(token).copied().unwrap_or_default()
    }

    pub(crate) fn len(&self) -> usize {
        self.sentence.tokens.len()
    }

    /// The entries that begin at a token, the longest first.
    pub(crate) fn at(&self, token: usize) -> &[Hit<'s>] {
        let start = self.starts.get(token).copied().unwrap_or(self.hits.len());
        let end = self.starts.get(token + 1).copied().unwrap_or(self.hits.len());
        self.hits.get(start..end).unwrap_or_default()
    }

    /// The longest entry at a token that `wanted` takes, and the token behind it.
    pub(crate) fn find<T>(
        &self,
        token: usize,
        wanted: impl Fn(&'s Meaning) -> Option<T>,
    ) -> Option<(T, usize)> {
        self.at(token).iter().find_map(|hit| Some((wanted(hit.meaning)?, hit.tokens.end)))
    }

    /// Whether an entry that `wanted` takes ends before a token.
    pub(crate) fn ends_before(&self, token: usize, wanted: impl Fn(&Meaning) -> bool) -> bool {
        (token.saturating_sub(4)..token)
            .any(|start| self.at(start).iter().any(|hit| hit.tokens.end == token && wanted(hit.meaning)))
    }

    /// A token's lower-cased word; empty before the first and behind the last.
    pub(crate) fn word(&self, token: usize) -> &str {
        self.sentence.word(token)
    }

    /// The lower-cased word before a token; empty before the first.
    pub(crate) fn word_before(&self, token: usize) -> &str {
        token.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Whether a token gives this cue.
    pub(crate) fn is(&self, token: usize, cue: Cue) -> bool {
        self.sentence.is(token, cue)
    }

    /// Whether the token before this one gives this cue.
    pub(crate) fn is_before(&self, token: usize, cue: Cue) -> bool {
        token.checked_sub(1).is_some_and(|before| self.is(before, cue))
    }

    /// Whether a word's ending tells that it means several.
    pub(crate) fn is_plural(&self, token: usize) -> bool {
        self.is(token, Cue::Plural) && !self.is(token, Cue::OneForAllItsEnding)
    }

    /// Whether a token is a short word that hangs on the next one by an apostrophe: "l'".
    pub(crate) fn is_elided(&self, token: usize) -> bool {
        self.shape(token).is_word() && self.word(token).ends_with('\'')
    }

    pub(crate) fn shape(&self, token: usize) -> Shape {
        self.sentence.shape(token)
    }

    /// A token as the text has it.
    pub(crate) fn raw(&self, token: usize) -> &'s str {
        self.raw_range(&(token..token + 1))
    }

    /// Tokens as the text has them.
    pub(crate) fn raw_range(&self, tokens: &Range<usize>) -> &'s str {
        self.sentence.words(self.text, tokens)
    }

    /// Whether no space parts a token from the one before it.
    pub(crate) fn is_glued(&self, token: usize) -> bool {
        let tokens = &self.sentence.tokens;
        match (token.checked_sub(1).and_then(|before| tokens.get(before)), tokens.get(token)) {
            (Some(before), Some(token)) => before.end == token.start,
            _ => false,
        }
    }

    /// Whether a token is a hyphen or a dash.
    pub(crate) fn is_dash(&self, token: usize) -> bool {
        !self.shape(token).is_word()
            && matches!(
                self.word(token),
                "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}" | "--"
            )
    }

    /// The token behind a hyphen at `token`, or `token` itself.
    pub(crate) fn skip_hyphen(&self, token: usize) -> usize {
        if self.is_dash(token) && self.is_glued(token) && self.is_glued(token + 1) {
            token + 1
        } else {
            token
        }
    }

    pub(crate) fn mention(tokens: Range<usize>, what: What) -> Mention {
        Mention { tokens, what, inner: Vec::new() }
    }
}

fn is_name(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Party(_)
            | Meaning::Unit { .. }
            | Meaning::Mission(MissionMention::Named(_))
            | Meaning::Place { .. }
            | Meaning::Site
    )
}
