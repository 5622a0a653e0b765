//! Lexicons: the words of a language and of a mission, read from plain files and found in a sentence.
//!
//! A pack file holds one entry a line: surface forms parted by `|`, then a tab and its value; `#` opens a comment. The
//! file's name says what its values are. A capital letter in a form must be one in the text ("Chad" is not "chad"); a
//! form in small letters is found in any case.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use aho_corasick::{AhoCorasick, MatchKind};
use model::{Finding, MissionCode, Party, Service};

use crate::{
    MissionMention, Sentence, Shape, Tagger, VerbReading, Weights,
    cue::Cue,
    duplicate::Forms,
    layout::Abbreviation,
    meaning::{Meaning, Sign},
    order::Order,
    pack,
    prescan::{Clue, Prescan},
    spelling::Spelling,
    tokeniser::Tokeniser,
    vocabulary::Vocabulary,
};

/// The words of one or more packs, ready to be found in a text.
#[derive(Debug, Default)]
pub struct Lexicons {
    /// Finds each pattern; its id is the index into `entries`. `None` while there is no pattern.
    automaton: Option<AhoCorasick>,
    entries: Vec<Vec<Entry>>,
    abbreviations: BTreeMap<String, Abbreviation>,
    openers: BTreeSet<String>,
    currencies: BTreeMap<String, Sign>,
    spelling: Spelling,
    order: Order,
    vocabulary: Vocabulary,
    tagger: Tagger,
    weights: Weights,
    /// "th": what makes an ordinal of digits.
    ordinal_endings: BTreeSet<String>,
    /// "bn": what multiplies the digits it is written onto.
    glued_scales: BTreeMap<String, u64>,
    /// The state that each mission is in.
    hosts: BTreeMap<MissionCode, Party>,
    /// The body that gives each mission its mandate.
    bodies: BTreeMap<MissionCode, Party>,
    /// The missions that a party leads.
    leaders: BTreeMap<Party, MissionCode>,
    prescan: Prescan,
}

#[derive(Debug)]
struct Entry {
    /// For each token of the form, how it must be written.
    case: Vec<Case>,
    meaning: Meaning,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Any,
    Capital,
    Upper,
}

/// An entry found in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Hit<'l> {
    pub(crate) tokens: Range<usize>,
    pub(crate) meaning: &'l Meaning,
}

impl Lexicons {
    /// Reads the files of a language's pack and of missions, each a name such as `lexicons/en/parties.tsv` and its text.
    /// A line that cannot be read is left out and is a finding that names file and line.
    #[must_use]
    pub fn from_files<N: AsRef<str>, T: AsRef<str>>(
        files: impl IntoIterator<Item = (N, T)>,
    ) -> (Self, Vec<Finding>) {
        let mut lexicons = Self::default();
        let mut findings = Vec::new();
        let mut patterns: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        let mut known = Vec::new();
        let mut forms = Forms::default();
        for (name, text) in files {
            match pack::stem(name.as_ref()) {
                Some(stem) => known.push((stem, name, text)),
                None => findings.push(pack::unknown_file(name.as_ref())),
            }
        }
        // How the language writes its words comes first: every other file is cut into words by it.
        known.sort_by_key(|(stem, _, _)| *stem != pack::LANGUAGE);
        for (stem, name, text) in &known {
            let name = name.as_ref();
            for (index, line) in text.as_ref().lines().enumerate() {
                let line = line.split('#').next().unwrap_or_default().trim_end();
                if line.trim().is_empty() {
                    continue;
                }
                let place = || format!("{name}, line {}", index + 1);
                let taken = match *stem {
                    pack::TAGGER => lexicons.tagger.take(line),
                    pack::WEIGHTS => lexicons.weights.take(line),
                    stem => lexicons.take(stem, line, &mut patterns, &mut forms, &place()),
                };
                if let Err(fault) = taken {
                    let message = format!("{}: {fault}", place());
                    findings.push(
                        Finding::new("bad-lexicon-line", message).hint("correct the line; it was left out"),
                    );
                }
            }
        }
        lexicons.prescan = lexicons.clues(&patterns);
        let (patterns, entries): (Vec<_>, Vec<_>) = patterns.into_iter().unzip();
        lexicons.entries = entries;
        match AhoCorasick::builder().match_kind(MatchKind::Standard).build(&patterns) {
            Ok(automaton) => lexicons.automaton = (!patterns.is_empty()).then_some(automaton),
            Err(error) => findings.push(Finding::new("lexicon-too-large", error.to_string())),
        }
        (lexicons, findings)
    }

    fn take(
        &mut self,
        stem: &'static str,
        line: &str,
        patterns: &mut BTreeMap<String, Vec<Entry>>,
        taken: &mut Forms,
        place: &str,
    ) -> Result<(), String> {
        let mut columns = line.split('\t').map(str::trim);
        let forms: Vec<_> = columns.next().unwrap_or_default().split('|').map(str::trim).collect();
        let columns: Vec<_> = columns.collect();
        if forms.iter().any(|form| form.is_empty()) {
            return Err(format!(
                "`{line}` has an empty form; write forms parted by `|`, then a tab and the value"
            ));
        }
        pack::too_many(stem, &columns)?;
        if stem == pack::LANGUAGE {
            return pack::habit(&forms, &columns, &mut self.spelling, &mut self.order);
        }
        if stem == "missions"
            && let Some(line) = pack::mission_line(&columns)?
        {
            self.leaders.extend(line.leader.map(|leader| (leader, line.mission.clone())));
            self.bodies.extend(line.body.map(|body| (line.mission.clone(), body)));
            self.hosts.extend(line.host.map(|host| (line.mission, host)));
        }
        for (form, meaning) in pack::read(stem, &forms, &columns)? {
            taken.take(stem, &form, &meaning, place)?;
            let (words, case) = pattern(&form, &self.spelling);
            match meaning {
                Meaning::Abbreviation(abbreviation) => {
                    self.abbreviations.insert(words.trim().to_owned(), abbreviation);
                }
                Meaning::Opener => {
                    self.openers.insert(words.trim().to_owned());
                }
                Meaning::Tells(tells) => {
                    // "'s" is a word of its own only behind another.
                    let is_clitic = form.starts_with('\'');
                    let words: Vec<_> =
                        if is_clitic { vec![&*form] } else { words.split_whitespace().collect() };
                    self.vocabulary.learn(&words, tells)?;
                }
                Meaning::Ending { letters, tells } => self.vocabulary.learn_ending(&form, letters, tells),
                Meaning::OrdinalEnding => {
                    self.ordinal_endings.insert(form);
                }
                Meaning::GluedScale(scale) => {
                    self.glued_scales.insert(form, scale);
                }
                meaning => {
                    if let Meaning::Currency(sign) = &meaning {
                        self.currencies.insert(form, *sign);
                    }
                    let entries = patterns.entry(words).or_default();
                    if !entries.iter().any(|entry| entry.meaning == meaning && entry.case == case) {
                        entries.push(Entry { case, meaning });
                    }
                }
            }
        }
        Ok(())
    }

    /// What tells that a text may be about a mission: the words that [`Report::of`](crate::report::Report::of) looks for.
    fn clues(&self, patterns: &BTreeMap<String, Vec<Entry>>) -> Prescan {
        let of = |words: &str, meaning: &Meaning| match meaning {
            Meaning::Mission(MissionMention::Named(_)) => Some(Clue::Enough),
            Meaning::Mission(MissionMention::Generic)
                if words.split(' ').any(|word| self.vocabulary.gives(word, Cue::MissionKind)) =>
            {
                Some(Clue::Enough)
            }
            Meaning::Mission(MissionMention::Generic) => Some(Clue::Generic),
            Meaning::Party(party) if self.leaders.contains_key(&party.party) => Some(Clue::Describing),
            Meaning::Party(party) if self.is_area(party.party) => Some(Clue::Area),
            Meaning::Place { party: Some(party) } if self.is_area(*party) => Some(Clue::Area),
            Meaning::People(Service::Police | Service::Troops) | Meaning::Group => Some(Clue::Uniform),
            _ => None,
        };
        let entries = patterns.iter().flat_map(|(words, entries)| {
            entries.iter().filter_map(move |entry| Some((words.clone(), of(words, &entry.meaning)?)))
        });
        let members = self.vocabulary.giving(Cue::Peacekeeper).map(|word| (word.to_owned(), Clue::Enough));
        let led = self.vocabulary.giving(Cue::Led).map(|word| (word.to_owned(), Clue::Describing));
        // "the regional mission": the kind stands before a word for any mission.
        let kinds = self.vocabulary.giving(Cue::MissionKind).map(|word| (word.to_owned(), Clue::Describing));
        Prescan::new(entries.chain(members).chain(led).chain(kinds))
    }

    /// Whether a text can be about a mission.
    pub(crate) fn may_have_mission(&self, text: &str) -> bool {
        self.prescan.lets_through(text)
    }

    /// The state that a mission is in, if a pack tells.
    pub(crate) fn host(&self, mission: &MissionCode) -> Option<Party> {
        self.hosts.get(mission).copied()
    }

    /// The body that gives a mission its mandate, if a pack tells.
    pub(crate) fn body(&self, mission: &MissionCode) -> Option<Party> {
        self.bodies.get(mission).copied()
    }

    /// The mission that a party leads, if a pack tells.
    pub(crate) fn led_by(&self, party: Party) -> Option<&MissionCode> {
        self.leaders.get(&party)
    }

    /// Whether a pack tells of a mission in a state.
    pub(crate) fn is_area(&self, area: Party) -> bool {
        self.hosts.values().any(|host| *host == area)
    }

    /// Whether a pack tells of a led mission in a state.
    pub(crate) fn is_led_in(&self, area: Party) -> bool {
        self.leaders.values().any(|mission| self.host(mission) == Some(area))
    }

    /// The mission whose leader and host are both among these parties, if a pack tells.
    pub(crate) fn led_among(&self, parties: &BTreeSet<Party>) -> Option<&MissionCode> {
        let among = |leader: &Party, mission: &MissionCode| {
            parties.contains(leader) && self.host(mission).is_some_and(|host| parties.contains(&host))
        };
        self.leaders.iter().find(|(leader, mission)| among(leader, mission)).map(|(_, mission)| mission)
    }

    /// Whether a stop behind this lower-cased word may belong to it.
    pub(crate) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.abbreviations.get(word).copied()
    }

    /// Whether this lower-cased word, written with a capital, opens a sentence rather than goes on with a name.
    pub(crate) fn opens_sentence(&self, word: &str) -> bool {
        self.openers.contains(word)
    }

    /// How the language writes numbers and short words.
    pub(crate) fn spelling(&self) -> &Spelling {
        &self.spelling
    }

    /// The word order of the language.
    pub(crate) fn order(&self) -> Order {
        self.order
    }

    /// What single words do and which cues they give.
    /// What tells the parts of speech; it knows nothing where no pack trains it.
    pub(crate) fn tagger(&self) -> &Tagger {
        &self.tagger
    }

    /// What tells what numbers count; it knows nothing where no pack trains it.
    pub(crate) fn weights(&self) -> &Weights {
        &self.weights
    }

    /// What the words do by themselves.
    pub(crate) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The digits of "4th"; `None` for a word that has no such ending.
    pub(crate) fn without_ordinal_ending<'w>(&self, word: &'w str) -> Option<&'w str> {
        self.ordinal_endings.iter().find_map(|ending| word.strip_suffix(&**ending))
    }

    /// What these letters, written onto digits, multiply them by: "bn" a thousand million.
    pub(crate) fn glued_scale(&self, letters: &str) -> Option<u64> {
        self.glued_scales.get(letters).copied()
    }

    /// The currency with exactly this sign or code.
    pub(crate) fn currency(&self, sign: &str) -> Option<Sign> {
        self.currencies.get(sign).copied()
    }

    /// The readings of a verb in these lower-cased words: "saw off", wherever its two parts stand.
    pub(crate) fn verb_of<'l>(&'l self, words: &str) -> impl Iterator<Item = VerbReading> + use<'l> {
        let line = format!(" {words} ");
        let pattern = self.automaton.as_ref().and_then(|automaton| {
            automaton.find_overlapping_iter(&line).find(|found| found.len() == line.len())
        });
        let entries = pattern.and_then(|found| self.entries.get(found.pattern().as_usize()));
        entries.into_iter().flatten().filter_map(|entry| match entry.meaning {
            Meaning::Verb(reading) => Some(reading),
            _ => None,
        })
    }

    /// Every entry in a sentence, by its first token, the longest first; they may overlap.
    pub(crate) fn hits(&self, sentence: &Sentence) -> Vec<Hit<'_>> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let mut line = String::with_capacity(sentence.lower.len() + sentence.tokens.len() + 1);
        let mut starts = Vec::with_capacity(sentence.tokens.len());
        for index in 0..sentence.tokens.len() {
            starts.push(line.len());
            line.push(' ');
            line.push_str(sentence.word(index));
        }
        starts.push(line.len());
        line.push(' ');
        let mut hits = Vec::new();
        for found in automaton.find_overlapping_iter(&line) {
            let ends = (starts.binary_search(&found.start()), starts.binary_search(&(found.end() - 1)));
            let (Ok(first), Ok(end)) = ends else { continue };
            let tokens = first..end;
            for entry in self.entries.get(found.pattern().as_usize()).into_iter().flatten() {
                let fits = entry.case.iter().zip(tokens.clone()).all(|(case, token)| match case {
                    Case::Any => true,
                    Case::Capital => sentence.shape(token).has_capital(),
                    Case::Upper => sentence.shape(token) == Shape::Upper,
                });
                if fits && entry.case.len() == tokens.len() {
                    hits.push(Hit { tokens: tokens.clone(), meaning: &entry.meaning });
                }
            }
        }
        hits.sort_by_key(|hit| (hit.tokens.start, std::cmp::Reverse(hit.tokens.end)));
        hits
    }
}

/// A form as it is looked for: its tokens in lower case with a space around each, and how each must be written.
fn pattern(form: &str, spelling: &Spelling) -> (String, Vec<Case>) {
    let mut tokeniser = Tokeniser::new(form, spelling, 0, form.len());
    let mut lower = String::new();
    let mut words = String::from(" ");
    let mut case = Vec::new();
    while let Some(token) = tokeniser.next(&mut lower) {
        words.push_str(&lower);
        words.push(' ');
        lower.clear();
        case.push(match token.shape {
            Shape::Capitalised | Shape::Mixed => Case::Capital,
            Shape::Upper => Case::Upper,
            Shape::Lower | Shape::Digits | Shape::Alphanumeric | Shape::Mark => Case::Any,
        });
    }
    (words, case)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Sentences;

    #[track_caller]
    fn check(file: &str, lines: &str, text: &str, want: &[&str]) {
        let (lexicons, findings) = Lexicons::from_files([(file, lines)]);
        assert_eq!(findings, []);
        let sentence = Sentences::new(text, &lexicons).next().unwrap();
        let got: Vec<_> =
            lexicons.hits(&sentence).iter().map(|hit| sentence.words(text, &hit.tokens)).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn an_entry_is_found_at_word_bounds_in_its_case() {
        let parties = "Chad\tname\tTCD\nUS|U.S.\tname\tUSA\nNiger\tname\tNER\nKenyan\tdemonym\tKEN";
        check("parties.tsv", parties, "Chad and a chad, the US and us, U.S. too", &["Chad", "US", "U.S."]);
        check("parties.tsv", parties, "Nigeria is not Niger; NIGER is", &["Niger", "NIGER"]);
        check("parties.tsv", parties, "Kenyan-led", &["Kenyan"]);
        let people = "police\tpolice\npolice officers|officers\tpolice";
        check(
            "services.tsv",
            people,
            "Police officers\u{a0}came",
            &["Police officers", "Police", "officers"],
        );
        check("groups.tsv", "team", "teams", &[]);
    }

    #[track_caller]
    fn check_finding(file: &str, lines: &str, want: &str) {
        let (_, findings) = Lexicons::from_files([(file, lines)]);
        let got: Vec<_> = findings.iter().map(ToString::to_string).collect();
        assert_eq!(got, [want]);
    }

    #[test]
    fn a_bad_line_is_a_finding_with_its_file_and_line() {
        check_finding(
            "en/parties.tsv",
            "# states\nKenya\tname\tKNY",
            "bad-lexicon-line: en/parties.tsv, line 2: `KNY` is not a party; write an ISO 3166 alpha-3 code such as `KEN`, or a body such as `UN`, `AU`, `CARICOM`; correct the line; it was left out",
        );
        check_finding(
            "en/services.tsv",
            "officers\tarmy",
            "bad-lexicon-line: en/services.tsv, line 1: `army` is not one of: police, troops, civilians or people; correct the line; it was left out",
        );
        check_finding(
            "en/verbs.tsv",
            "go|went\tverb\tdepart",
            "bad-lexicon-line: en/verbs.tsv, line 1: a verb needs five forms: base|third person|past|participle|gerund; correct the line; it was left out",
        );
        check_finding(
            "en/parties.tsv",
            "Congo\tname\tCOD\nKinshasa|Congo\tcapital\tCOG",
            "bad-lexicon-line: en/parties.tsv, line 2: `Congo` stands for something else in en/parties.tsv, line 1; a form has one meaning, so take it out of one; correct the line; it was left out",
        );
        check_finding(
            "en/cues.tsv",
            "cap\tcieling noun",
            "bad-lexicon-line: en/cues.tsv, line 1: `cieling noun` is no cue; the most like it is `ceiling noun`, and cue.rs lists all; correct the line; it was left out",
        );
        check_finding(
            "en/places.tsv",
            "Goma\tCOD\tcity",
            "bad-lexicon-line: en/places.tsv, line 1: `city` stands in a column too many; behind the forms places.tsv has: the state's code; correct the line; it was left out",
        );
        check_finding(
            "en/groups.tsv",
            "team\tpolice",
            "bad-lexicon-line: en/groups.tsv, line 1: `police` stands in a column; groups.tsv has forms and no columns; correct the line; it was left out",
        );
    }
}
