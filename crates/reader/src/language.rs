//! The language of a text: its first words vote for it.

use std::{collections::HashMap, fmt, hash::BuildHasherDefault};

use crate::vocabulary::ByBytes;

/// A language by its ISO 639-1 code: "en".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Language(String);

impl Language {
    /// The language that a tag such as "fr-HT" or "en" names; `None` where it begins with no code of two letters.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_']).next().unwrap_or_default();
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic());
        is_code.then(|| Self(code.to_ascii_lowercase()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// So many words at the start of a text are enough to tell its language.
const WORDS: usize = 120;

/// Of so many words or fewer nothing is told: such a text is read with the likeliest pack.
const TOO_FEW: usize = 8;

/// At least so many of a hundred words of a language are articles, prepositions, pronouns and the like.
const SHARE: usize = 20;

/// In a short text so many of them may be wanting by chance.
const CHANCE: usize = 3;

/// Words that vote for the languages they are small words of.
#[derive(Debug, Default)]
pub(crate) struct Ballot {
    /// For each word a bit for each language.
    words: HashMap<Box<str>, u32, BuildHasherDefault<ByBytes>>,
    /// The languages, those with a pack first.
    languages: Vec<Language>,
    packs: usize,
}

impl Ballot {
    /// Lets the languages with a pack stand, before any other.
    pub(crate) fn new(packs: impl IntoIterator<Item = Language>) -> Self {
        let languages: Vec<Language> = packs.into_iter().collect();
        Self { words: HashMap::default(), packs: languages.len(), languages }
    }

    /// Gives a word's vote to a language; a language beyond the thirty-second has none.
    pub(crate) fn give(&mut self, word: &str, language: &Language) {
        let at = self.languages.iter().position(|known| known == language).unwrap_or_else(|| {
            self.languages.push(language.clone());
            self.languages.len() - 1
        });
        if let Some(bit) = u32::try_from(at).ok().and_then(|at| 1_u32.checked_shl(at)) {
            *self.words.entry(word.into()).or_default() |= bit;
        }
    }

    /// The language whose small words a text has most of; of equals the first. Where it has too few, the one that its
    /// metadata tell.
    pub(crate) fn vote<'l>(&'l self, text: &str, told: Option<&'l Language>) -> Option<&'l Language> {
        let mut votes = vec![0_usize; self.languages.len()];
        let mut count = 0;
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(WORDS) {
            count += 1;
            let found = if word.chars().any(char::is_uppercase) {
                self.words.get(word.to_lowercase().as_str())
            } else {
                self.words.get(word)
            };
            let mut bits = found.copied().unwrap_or_default();
            while bits != 0 {
                if let Some(votes) = votes.get_mut(bits.trailing_zeros() as usize) {
                    *votes += 1;
                }
                bits &= bits - 1;
            }
        }
        if count <= TOO_FEW && told.is_some() {
            return told;
        }
        let among = if count <= TOO_FEW { self.packs } else { votes.len() };
        let (at, most) = votes.iter().enumerate().take(among).rev().max_by_key(|(_, votes)| **votes)?;
        let enough = *most > 0 && (most + CHANCE) * 100 >= count * SHARE;
        if count <= TOO_FEW || enough { self.languages.get(at) } else { told }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tag: &str, want: Option<&str>) {
        assert_eq!(Language::of_tag(tag).map(|language| language.to_string()).as_deref(), want, "{tag}");
    }

    #[test]
    fn a_tag_names_a_language() {
        check("fr-HT", Some("fr"));
        check("EN", Some("en"));
        check("french", None);
        check("", None);
    }
}
