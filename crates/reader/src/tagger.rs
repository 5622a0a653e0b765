//! Parts of speech by an averaged perceptron, left to right, greedily: for words whose letters do not tell.
//!
//! The model is a plain file of the language's pack that the example `train_tagger` makes from a treebank. After M. Collins,
//! "Discriminative Training Methods for Hidden Markov Models" (2002), without the search.

mod features;
mod train;

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

use crate::Sentence;

use features::{features, hashes};

pub(crate) use train::Random;
pub use train::train_tagger;

/// How many parts of speech there are.
const TAGS: usize = 16;

/// A part of speech, as far as clauses need them told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tag {
    /// "officers".
    Noun,
    /// "Kenya".
    Name,
    /// "armed".
    Adjective,
    /// "arrive", after "to" and "will" and of several.
    Base,
    /// "arrives".
    Third,
    /// "arrived", as the verb of a clause.
    Past,
    /// "arrived" behind "has", "sent" behind "was" or a noun.
    Participle,
    /// "arriving".
    Gerund,
    /// "will", "may".
    Modal,
    /// "soon", "not".
    Adverb,
    /// "from", "if", "up".
    Link,
    /// "to".
    To,
    /// "the", "its", "'s".
    Determiner,
    /// "600", "$".
    Number,
    /// "they", "who".
    Pronoun,
    /// Marks, "and", and what is left.
    Other,
}

impl Tag {
    /// Every one, in the order of a model's columns.
    pub const ALL: [Self; TAGS] = [
        Self::Noun,
        Self::Name,
        Self::Adjective,
        Self::Base,
        Self::Third,
        Self::Past,
        Self::Participle,
        Self::Gerund,
        Self::Modal,
        Self::Adverb,
        Self::Link,
        Self::To,
        Self::Determiner,
        Self::Number,
        Self::Pronoun,
        Self::Other,
    ];

    /// Whether it is a form of a verb.
    #[must_use]
    pub fn is_verb(self) -> bool {
        matches!(self, Self::Base | Self::Third | Self::Past | Self::Participle | Self::Gerund)
    }
}

/// A word's part of speech, and by how much it beat the next best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// The best part of speech.
    pub tag: Tag,
    /// The weight of the best verb form over the best of all others; below zero where it is no verb.
    pub margin: i32,
}

/// The greatest weight, either way.
pub(crate) const MOST: i8 = 46;

/// The weights of one feature, a column for each tag.
type Row = [i8; TAGS];

/// A trained model.
#[derive(Debug, Default)]
pub struct Tagger {
    rows: HashMap<u32, Row, BuildHasherDefault<Same>>,
    /// A bit for the first [`SIEVE`] bits of each feature that has a row: most features have none, and this small a table tells so
    /// without a look at the rows.
    sieve: Vec<u64>,
}

/// How many bits of a feature the sieve goes by.
const SIEVE: u32 = 17;

/// The place of a feature in the sieve: a word, and its bit.
fn place(feature: u32) -> (usize, u64) {
    let bit = (feature >> (u32::BITS - SIEVE)) as usize;
    (bit / 64, 1 << (bit % 64))
}

/// A feature is a hash already.
#[derive(Debug, Default)]
pub(crate) struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_u32(&mut self, feature: u32) {
        self.0 = u64::from(feature).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Tagger {
    /// Adds a line of a model: a feature in hexadecimal digits, a tab, and a letter a tag.
    ///
    /// # Errors
    /// Says what is wrong with the line.
    pub fn take(&mut self, line: &str) -> Result<(), String> {
        let wrong =
            || format!("`{line}` is no row of a tagger; train it anew with the example `train_tagger`");
        let (feature, weights) = line.split_once('\t').ok_or_else(wrong)?;
        let feature = u32::from_str_radix(feature, 16).map_err(|_| wrong())?;
        let mut row = Row::default();
        if weights.len() != TAGS {
            return Err(wrong());
        }
        for (weight, letter) in row.iter_mut().zip(weights.bytes()) {
            *weight = weight_of(letter).ok_or_else(wrong)?;
        }
        self.sieve.resize(1 << (SIEVE - 6), 0);
        let (word, bit) = place(feature);
        self.sieve[word] |= bit;
        self.rows.insert(feature, row);
        Ok(())
    }

    /// The parts of speech of a sentence's words; none where no model was given.
    #[must_use]
    pub fn tags(&self, sentence: &Sentence) -> Vec<Tagged> {
        if self.rows.is_empty() {
            return Vec::new();
        }
        let words = hashes(sentence);
        let mut tags = Vec::with_capacity(sentence.tokens.len());
        let mut tagged = Vec::with_capacity(sentence.tokens.len());
        for at in 0..sentence.tokens.len() {
            let mut scores = [0_i32; TAGS];
            for feature in features(&words, &tags, at) {
                let (word, bit) = place(feature);
                if self.sieve[word] & bit == 0 {
                    continue;
                }
                if let Some(row) = self.rows.get(&feature) {
                    for (score, weight) in scores.iter_mut().zip(row) {
                        *score += i32::from(*weight);
                    }
                }
            }
            let this = judge(&scores);
            tags.push(this.tag);
            tagged.push(this);
        }
        tagged
    }
}

/// The best tag by its scores; of equal ones the first.
fn judge(scores: &[i32; TAGS]) -> Tagged {
    let mut best = (Tag::Noun, i32::MIN);
    let (mut verb, mut other) = (i32::MIN, i32::MIN);
    for (tag, score) in Tag::ALL.into_iter().zip(scores.iter().copied()) {
        if score > best.1 {
            best = (tag, score);
        }
        let likes = if tag.is_verb() { &mut verb } else { &mut other };
        *likes = score.max(*likes);
    }
    Tagged { tag: best.0, margin: verb.saturating_sub(other) }
}

/// The letter that stands for a weight in a model's file: those from `!` to `~`, `#` left out, which opens a comment.
pub(crate) fn letter_of(weight: i8) -> char {
    let code = u8::try_from(i16::from(weight.clamp(-MOST, MOST)) + i16::from(MOST)).unwrap_or(0) + b'!';
    char::from(if code >= b'#' { code + 1 } else { code })
}

pub(crate) fn weight_of(letter: u8) -> Option<i8> {
    let code = match letter {
        b'!' | b'"' => letter,
        b'$'..=b'~' => letter - 1,
        _ => return None,
    };
    i8::try_from(code - b'!').ok().map(|weight| weight - MOST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lexicons, Sentences};

    fn sentence(text: &str) -> Sentence {
        Sentences::new(text, &Lexicons::default()).next().unwrap()
    }

    /// Sentences of five words, `train` as a verb in one and as a noun in the other.
    fn lessons() -> Vec<(Sentence, Vec<Option<Tag>>)> {
        let verb = [Tag::Pronoun, Tag::Base, Tag::Determiner, Tag::Noun, Tag::Other];
        let noun = [Tag::Determiner, Tag::Noun, Tag::Past, Tag::Adverb, Tag::Other];
        let lesson = |text: &str, tags: [Tag; 5]| (sentence(text), tags.map(Some).to_vec());
        vec![
            lesson("They train the recruits.", verb),
            lesson("The train left early.", noun),
            lesson("We guard the gate.", verb),
            lesson("The guard came late.", noun),
        ]
    }

    fn tagger(model: &str) -> Tagger {
        let mut tagger = Tagger::default();
        for line in model.lines() {
            tagger.take(line).unwrap();
        }
        tagger
    }

    #[track_caller]
    fn check(tagger: &Tagger, text: &str, want: &[Tag]) {
        let got: Vec<Tag> = tagger.tags(&sentence(text)).iter().map(|tagged| tagged.tag).collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn a_word_is_told_by_its_neighbours() {
        let tagger = tagger(&train_tagger(&lessons(), 10_000));
        let verb = [Tag::Pronoun, Tag::Base, Tag::Determiner, Tag::Noun, Tag::Other];
        let noun = [Tag::Determiner, Tag::Noun, Tag::Past, Tag::Adverb, Tag::Other];
        check(&tagger, "They train the recruits.", &verb);
        check(&tagger, "We train the recruits.", &verb);
        check(&tagger, "The train came late.", &noun);
        check(&tagger, "The guard left early.", &noun);
    }

    #[test]
    fn the_same_treebank_gives_the_same_model() {
        assert_eq!(train_tagger(&lessons(), 50), train_tagger(&lessons(), 50));
        assert_eq!(train_tagger(&lessons(), 50).lines().count(), 50);
    }

    #[test]
    fn without_a_model_nothing_is_told() {
        check(&Tagger::default(), "They train the recruits.", &[]);
    }

    #[test]
    fn a_weight_is_written_as_a_letter_and_read_back() {
        for weight in -MOST..=MOST {
            let letter = letter_of(weight);
            assert!(letter.is_ascii_graphic() && letter != '#', "{weight} is {letter}");
            assert_eq!(weight_of(u8::try_from(letter).unwrap()), Some(weight));
        }
        assert_eq!(weight_of(b'#'), None);
    }

    #[test]
    fn a_line_that_is_no_row_is_refused() {
        let mut tagger = Tagger::default();
        for line in ["", "12ab", "xyz\tOOOOOOOOOOOOOOOO", "12ab\tOOO", "12ab\tOOOOOOOOOOOOOOO O"] {
            let want =
                format!("`{line}` is no row of a tagger; train it anew with the example `train_tagger`");
            assert_eq!(tagger.take(line), Err(want));
        }
        assert_eq!(tagger.take("12ab\tOOOOOOOOOOOOOOOO"), Ok(()));
    }
}
