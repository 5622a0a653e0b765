//! The packs of every language, and which of them a text is read with.

use std::collections::BTreeMap;

use model::Finding;

use crate::{
    Lexicons,
    language::{Ballot, Language},
};

/// The words of every language that there is a pack for, each with those of every mission.
#[derive(Debug, Default)]
pub struct Packs {
    languages: BTreeMap<Language, Lexicons>,
    ballot: Ballot,
    /// What texts in no known language are read with: nothing.
    none: Lexicons,
}

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
        packs.ballot = Ballot::new(packs.languages.keys().cloned());
        for (language, lexicons) in &packs.languages {
            for word in lexicons.vocabulary().grammar() {
                packs.ballot.give(word, language);
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
                self.ballot.give(form, &language);
            }
        }
    }

    /// The languages that there is a pack for.
    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.languages.keys()
    }

    /// The words of a language, if there is a pack for it.
    #[must_use]
    pub fn language(&self, language: &Language) -> Option<&Lexicons> {
        self.languages.get(language)
    }

    /// The words to read a text with: of the language that its first words are in, or, where they tell none, of the one
    /// that its metadata tell. Where that language has no pack, no words and a finding that says so.
    #[must_use]
    pub fn of<'l>(&'l self, text: &str, told: Option<&'l Language>) -> (&'l Lexicons, Option<Finding>) {
        let Some(language) = self.ballot.vote(text, told) else {
            let message = "the text is in no language that there is a pack for; nothing was read";
            let finding =
                Finding::new("no-pack", message).hint("add a pack for its language, or translate it");
            return (&self.none, Some(finding));
        };
        if let Some(lexicons) = self.languages.get(language) {
            return (lexicons, None);
        }
        let message = format!("the text is in `{language}`, which there is no pack for; nothing was read");
        let hint = format!("add a folder lexicons/{language}, or translate the text");
        let finding = Finding::new("no-pack", message).hint(hint);
        (&self.none, Some(finding))
    }
}

/// The file with the commonest words of languages without a pack.
const UNREAD: &str = "lexicons/unread.tsv";

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_of_a_language_by_its_folder() {
        let of = |name| of_language(name).map(|language| language.to_string());
        assert_eq!(of("lexicons/en/parties.tsv").as_deref(), Some("en"));
        assert_eq!(of("missions/mss/lexicon/fr/units.tsv").as_deref(), Some("fr"));
        assert_eq!(of("missions/mss/lexicon/units.tsv"), None);
        assert_eq!(of("lexicons/unread.tsv"), None);
    }
}
