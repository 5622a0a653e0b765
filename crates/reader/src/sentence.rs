//! A sentence: where it stands, its tokens, and which of them are direct speech.

use std::ops::Range;

use model::ByteRange;

use crate::{Shape, Token, clause::Small, cue::Cue, cues::Cues, order::Order, vocabulary::Word};

/// One sentence of a text. Lines end sentences, and so do `.`, `!` and `?` before a space, unless the stop belongs
/// to an abbreviation, an initial or a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the text, without the space around it.
    pub at: ByteRange,
    /// Which line of the text it stands in, from 0. Lines without words are counted too.
    pub line: usize,
    /// Whether it is the first of its line.
    pub opens_line: bool,
    /// Whether it is an item of a list: it begins with a bullet, a dash or a number in brackets.
    pub is_item: bool,
    /// Whether it ends with a full stop, a question mark or an exclamation mark; headlines do not.
    pub has_stop: bool,
    /// Its tokens in order.
    pub tokens: Vec<Token>,
    /// The direct speech in it, in order.
    pub speech: Vec<Speech>,
    pub(crate) lower: String,
    /// For each token what the lexicons know of its word.
    pub(crate) words: Vec<Word>,
    /// The cues that any of its words gives: most are given by none.
    pub(crate) all_cues: Cues,
    /// The word order of its language.
    pub(crate) order: Order,
}

/// A stretch of direct speech within one sentence, the quote marks left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speech {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Whether the speech began in an earlier sentence of the line.
    pub continues: bool,
    /// Whether it goes on in the next sentence of the line.
    pub goes_on: bool,
}

impl Sentence {
    /// A token's word, lower-cased, with `'` for every apostrophe; empty behind the last token.
    #[must_use]
    pub fn word(&self, token: usize) -> &str {
        self.tokens
            .get(token)
            .and_then(|token| self.lower.get(token.lower.0 as usize..token.lower.1 as usize))
            .unwrap_or_default()
    }

    /// What a token's word does in the shape of the sentence.
    pub(crate) fn small(&self, token: usize) -> Small {
        self.words.get(token).map_or(Small::Other, |word| word.small)
    }

    /// The cues that a token gives.
    pub(crate) fn cues(&self, token: usize) -> Cues {
        self.words.get(token).map_or_else(Cues::default, |word| word.cues)
    }

    /// Whether a token gives this cue.
    pub(crate) fn is(&self, token: usize, cue: Cue) -> bool {
        self.words.get(token).is_some_and(|word| word.cues.has(cue))
    }

    /// Whether any of these tokens gives this cue.
    pub(crate) fn any_is(&self, tokens: Range<usize>, cue: Cue) -> bool {
        self.all_cues.has(cue) && tokens.into_iter().any(|token| self.is(token, cue))
    }

    /// "Read also: ...": a line that points to another report says nothing of its own.
    pub(crate) fn is_pointer(&self) -> bool {
        let colon = (1..=3).any(|at| self.word(at) == ":");
        self.opens_line && self.is(0, Cue::ReadAlso) && colon
    }

    /// How a token is written; a mark behind the last token.
    #[must_use]
    pub fn shape(&self, token: usize) -> Shape {
        self.tokens.get(token).map_or(Shape::Mark, |token| token.shape)
    }

    /// Where these tokens stand in the text; `None` for no tokens.
    #[must_use]
    pub fn bytes(&self, tokens: &Range<usize>) -> Option<ByteRange> {
        let last = tokens.end.checked_sub(1)?;
        ByteRange::new(self.tokens.get(tokens.start)?.start, self.tokens.get(last)?.end)
    }

    /// The words of these tokens as the text has them; empty where the text is another.
    #[must_use]
    pub fn words<'t>(&self, text: &'t str, tokens: &Range<usize>) -> &'t str {
        self.bytes(tokens).and_then(|at| at.of(text)).unwrap_or_default()
    }

    /// Whether a token stands in direct speech.
    #[must_use]
    pub fn is_speech(&self, token: usize) -> bool {
        self.speech.iter().any(|speech| speech.tokens.contains(&token))
    }
}
