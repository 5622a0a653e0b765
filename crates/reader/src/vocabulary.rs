//! The vocabulary: what single words do in the shape of a sentence and which cues they give, looked up once for each token.

use std::{
    collections::{BTreeMap, HashMap},
    hash::{BuildHasherDefault, Hasher},
};

use crate::{Token, clause::Small, cue::Cue, cues::Cues};

/// What the lexicons know of a word by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word {
    /// What it does in the shape of a sentence.
    pub(crate) small: Small,
    /// The cues that it gives.
    pub(crate) cues: Cues,
}

/// What a line of the grammar, the cues or the endings says of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tells {
    Small(Small),
    Cue(Cue),
}

/// The words of a language that grammar and rules know by what they do.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: HashMap<Box<str>, Known, BuildHasherDefault<ByBytes>>,
    /// For the first word of each form of several words, the words behind it and what the form tells.
    phrases: BTreeMap<Box<str>, Vec<Phrase>>,
    /// By its last byte, each ending with the letters that must stand before it.
    endings: BTreeMap<u8, Vec<(Box<str>, usize, Tells)>>,
}

/// A form of several words, without the first.
#[derive(Debug)]
struct Phrase {
    behind: Vec<Box<str>>,
    tells: Tells,
}

/// An entry of the vocabulary.
#[derive(Debug, Default)]
struct Known {
    word: Word,
    /// Its class was told, and not only its cues.
    has_class: bool,
    opens_phrase: bool,
}

impl Vocabulary {
    /// Takes in the class or the cue of a form, given as its lower-cased words. The error says which class it has already.
    pub(crate) fn learn(&mut self, form: &[&str], tells: Tells) -> Result<(), String> {
        let Some((first, rest)) = form.split_first() else { return Ok(()) };
        let known = self.words.entry((*first).into()).or_default();
        match tells {
            tells if !rest.is_empty() => {
                known.opens_phrase = true;
                let behind = rest.iter().map(|word| (*word).into()).collect();
                self.phrases.entry((*first).into()).or_default().push(Phrase { behind, tells });
            }
            Tells::Small(small) if known.has_class && known.word.small != small => {
                return Err(format!("`{first}` has another class already; a word has one"));
            }
            Tells::Small(small) => (known.word.small, known.has_class) = (small, true),
            Tells::Cue(cue) => known.word.cues.add(cue),
        }
        Ok(())
    }

    /// Takes in what an ending tells of words that are at least so many letters longer.
    pub(crate) fn learn_ending(&mut self, ending: &str, letters: usize, tells: Tells) {
        if let Some(last) = ending.as_bytes().last() {
            self.endings.entry(*last).or_default().push((ending.into(), letters, tells));
        }
    }

    /// What is known of each token's word.
    pub(crate) fn words(&self, tokens: &[Token], lower: &str) -> Vec<Word> {
        let text =
            |token: &Token| lower.get(token.lower.0 as usize..token.lower.1 as usize).unwrap_or_default();
        let mut words: Vec<Word> = Vec::with_capacity(tokens.len());
        let mut classes = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let letters = text(token);
            let known = self.words.get(letters);
            let mut word = known.map_or_else(Word::default, |known| known.word);
            self.end(letters, &mut word, known.is_some_and(|known| known.has_class));
            if known.is_some_and(|known| known.opens_phrase) {
                for phrase in self.opened(letters) {
                    let mut behind = tokens.iter().skip(at + 1).map(text);
                    if !phrase.behind.iter().all(|word| behind.next() == Some(word)) {
                        continue;
                    }
                    match phrase.tells {
                        Tells::Cue(cue) => word.cues.add(cue),
                        Tells::Small(small) => classes.push((at, at + phrase.behind.len(), small)),
                    }
                }
            }
            words.push(word);
        }
        // The last word of a form has its class: "en provenance de". Those before it only lead there.
        for (first, last, small) in classes {
            for word in words.iter_mut().take(last).skip(first) {
                word.small = Small::Adverb;
            }
            if let Some(word) = words.get_mut(last) {
                word.small = small;
            }
        }
        words
    }

    /// The words that give a cue by themselves, or that open a form which does, in no order that matters.
    pub(crate) fn giving(&self, cue: Cue) -> impl Iterator<Item = &str> {
        let alone =
            self.words.iter().filter(move |(_, known)| known.word.cues.has(cue)).map(|(word, _)| &**word);
        let opening = self
            .phrases
            .iter()
            .filter(move |(_, phrases)| phrases.iter().any(|phrase| phrase.tells == Tells::Cue(cue)));
        alone.chain(opening.map(|(word, _)| &**word))
    }

    /// Whether a lower-cased word gives a cue, by itself, by its ending or with words behind it.
    pub(crate) fn gives(&self, word: &str, cue: Cue) -> bool {
        let known = self.words.get(word);
        let mut is = known.map_or_else(Word::default, |known| known.word);
        self.end(word, &mut is, false);
        is.cues.has(cue) || self.opened(word).iter().any(|phrase| phrase.tells == Tells::Cue(cue))
    }

    /// The words with a class of their own, which hold sentences of the language together, in no order that matters.
    pub(crate) fn grammar(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter(|(_, known)| known.has_class).map(|(word, _)| &**word)
    }

    fn opened(&self, first: &str) -> &[Phrase] {
        self.phrases.get(first).map_or(&[], Vec::as_slice)
    }

    /// Adds what a word's endings tell.
    fn end(&self, letters: &str, word: &mut Word, has_class: bool) {
        let Some(endings) = letters.as_bytes().last().and_then(|last| self.endings.get(last)) else { return };
        for (ending, before, tells) in endings {
            if letters.len() < ending.len() + before || !letters.ends_with(&**ending) {
                continue;
            }
            match tells {
                Tells::Small(small) if !has_class => word.small = *small,
                Tells::Small(_) => {}
                Tells::Cue(cue) => word.cues.add(*cue),
            }
        }
    }
}

/// Fowler, Noll and Vo's hash (FNV-1a, 64 bits): quick for short words, and the words are the packs' own.
#[derive(Debug)]
pub(crate) struct ByBytes(u64);

impl Default for ByBytes {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for ByBytes {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
