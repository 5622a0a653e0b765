//! The packs of every language, and which of them a text is read with.

use std::{collections::BTreeMap, fmt};

use model::Finding;

use crate::{Lexicons, tokeniser::Tokeniser};

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

/// The words of every language that there is a pack for, each with those of every mission.
#[derive(Debug, Default)]
pub struct Packs {
    languages: BTreeMap<Language, Lexicons>,
    /// The commonest words of languages without a pack.
    unread: BTreeMap<String, Vec<Language>>,
    /// What texts in no known language are read with: nothing.
    none: Lexicons,
}

/// So many words at the start of a text are enough to tell its language.
const WORDS: usize = 200;

/// Of so many words or fewer nothing is told: such a text is read as it would be with the likeliest pack.
const TOO_FEW: usize = 8;

/// At least so many of a hundred words of a language are articles, prepositions, pronouns and the like.
const SHARE: usize = 20;

impl Packs {
    /// Reads pack files: those in `lexicons/CODE/` are of that language, those in `missions/MISSION/lexicon/` of every
    /// one, or of one where they lie in a folder `CODE` of it. What cannot be read is a finding.
    #[must_use]
    pub fn from_files<N: AsRef<str>, T: AsRef<str>>(
        files: impl IntoIterator<Item = (N, T)>,
    ) -> (Self, Vec<Finding>) {
        let files: Vec<(N, T)> = files.into_iter().collect();
        let mut packs = Self::default();
        let mut findings = Vec::new();
        for language in files.iter().filter_map(|(name, _)| pack_of(name.as_ref())) {
            packs.languages.entry(language).or_default();
        }
        for (language, lexicons) in &mut packs.languages {
            let own = files.iter().filter(|(name, _)| {
                name.as_ref() != UNREAD && of_language(name.as_ref()).is_none_or(|of| of == *language)
            });
            let (words, faults) =
                Lexicons::from_files(own.map(|(name, text)| (name.as_ref(), text.as_ref())));
            *lexicons = words;
            for fault in faults {
                // A mission's files are read once for each language.
                if !findings.contains(&fault) {
                    findings.push(fault);
                }
            }
        }
        for (_, text) in files.iter().filter(|(name, _)| name.as_ref() == UNREAD) {
            packs.learn_unread(text.as_ref(), &mut findings);
        }
        (packs, findings)
    }

    fn learn_unread(&mut self, text: &str, findings: &mut Vec<Finding>) {
        for (index, line) in text.lines().enumerate() {
            let line = line.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            let Some((forms, language)) =
                line.split_once('\t').and_then(|(forms, tag)| Some((forms, Language::of_tag(tag.trim())?)))
            else {
                let message = format!("{UNREAD}, line {}: `{line}` names no language", index + 1);
                let hint = "write words parted by `|`, then a tab and a code of two letters";
                findings.push(Finding::new("bad-lexicon-line", message).hint(hint));
                continue;
            };
            for form in forms.split('|').map(str::trim).filter(|form| !form.is_empty()) {
                self.unread.entry(form.to_owned()).or_default().push(language.clone());
            }
        }
    }

    /// The languages that there is a pack for.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.languages.keys()
    }

    /// The words to read a text with: of the language that its metadata tells, else of the one that its first words are
    /// most likely in. Where that language has no pack, no words and a finding that says so.
    #[must_use]
    pub fn of(&self, text: &str, told: Option<&Language>) -> (&Lexicons, Option<Finding>) {
        let found = match told {
            Some(told) => Ok(told.clone()),
            None => self.language_of(text),
        };
        let finding = match found {
            Ok(language) => match self.languages.get(&language) {
                Some(lexicons) => return (lexicons, None),
                None => Finding::new(
                    "no-pack",
                    format!("the text is in a language (`{language}`) without a pack; nothing was read"),
                )
                .hint(format!("add a folder lexicons/{language}, or translate the text")),
            },
            Err(()) => {
                Finding::new("no-pack", "the text is in no language that a pack is for; nothing was read")
                    .hint("add a pack for it, or translate the text")
            }
        };
        (&self.none, Some(finding))
    }

    /// The language whose small words a text has most of. Of too few words the first pack with the most of them.
    fn language_of(&self, text: &str) -> Result<Language, ()> {
        let mut votes: BTreeMap<&Language, usize> = BTreeMap::new();
        let mut most = 0;
        for (language, lexicons) in &self.languages {
            let (words, small) = lexicons.small_words(text, WORDS);
            votes.insert(language, small);
            most = most.max(words);
        }
        let packed = likeliest(&votes).ok_or(())?;
        if most <= TOO_FEW {
            return Ok(packed.clone());
        }
        let mut unread: BTreeMap<&Language, usize> = BTreeMap::new();
        for word in plain_words(text).take(WORDS) {
            for language in self.unread.get(&word).into_iter().flatten() {
                *unread.entry(language).or_default() += 1;
            }
        }
        let own = votes.get(packed).copied().unwrap_or_default();
        if let Some(other) =
            likeliest(&unread).filter(|other| unread.get(*other).is_some_and(|votes| *votes > own))
        {
            return Ok(other.clone());
        }
        if own * 100 < most * SHARE { Err(()) } else { Ok(packed.clone()) }
    }
}

/// The file with the commonest words of languages without a pack.
const UNREAD: &str = "lexicons/unread.tsv";

/// The words of a text in small letters, cut at everything that is no letter.
fn plain_words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// The language with the most votes; of equals the first.
fn likeliest<'l>(votes: &BTreeMap<&'l Language, usize>) -> Option<&'l Language> {
    votes.iter().rev().max_by_key(|(_, votes)| **votes).map(|(language, _)| *language)
}

/// The language whose pack a file belongs to: "lexicons/en/parties.tsv".
fn pack_of(name: &str) -> Option<Language> {
    let folder = name.rsplit_once("lexicons/").and_then(|(_, rest)| rest.split_once('/'))?.0;
    Language::of_tag(folder)
}

/// The one language that a file is of, also in a mission's pack: "missions/mss/lexicon/fr/units.tsv".
fn of_language(name: &str) -> Option<Language> {
    pack_of(name).or_else(|| {
        let (folder, _) = name.rsplit_once("/lexicon/").and_then(|(_, rest)| rest.split_once('/'))?;
        Language::of_tag(folder)
    })
}

impl Lexicons {
    /// How many of the first words of a text there are, and how many of them hold sentences of this language together.
    fn small_words(&self, text: &str, most: usize) -> (usize, usize) {
        let mut tokeniser = Tokeniser::new(text, self.spelling(), 0, text.len());
        let (mut words, mut small) = (0, 0);
        let mut lower = String::new();
        while words < most {
            lower.clear();
            let Some(token) = tokeniser.next(&mut lower) else { break };
            if token.shape.is_word() {
                words += 1;
                small += usize::from(self.vocabulary().is_grammar(&lower));
            }
        }
        (words, small)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_a_language() {
        let code = |tag| Language::of_tag(tag).map(|language| language.to_string());
        assert_eq!(code("fr-HT").as_deref(), Some("fr"));
        assert_eq!(code("EN").as_deref(), Some("en"));
        assert_eq!(code("french"), None);
        assert_eq!(code(""), None);
    }

    #[test]
    fn a_file_is_of_a_language_by_its_folder() {
        let of = |name| of_language(name).map(|language| language.to_string());
        assert_eq!(of("lexicons/en/parties.tsv").as_deref(), Some("en"));
        assert_eq!(of("missions/mss/lexicon/fr/units.tsv").as_deref(), Some("fr"));
        assert_eq!(of("missions/mss/lexicon/units.tsv"), None);
        assert_eq!(of("lexicons/unread.tsv"), None);
    }
}
