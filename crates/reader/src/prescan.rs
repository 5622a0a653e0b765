//! The prescan: whether a text can be about a mission at all, told at a fraction of the cost of reading it.
//!
//! Most of what the world writes is about no mission. The prescan never says no to a text that
//! [`Report::of`](crate::report::Report::of) would find a mission in; it may say yes to others. It looks for the lexicons' names of missions and for the few
//! words that describe one, in the text with its case, marks and spaces evened out, by one automaton (Aho and Corasick 1975).

use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// What a form in a text tells of its mission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Clue {
    /// A mission's name, or who belongs to a force whatever its name: enough by itself.
    Enough,
    /// "the force", "the mission": tells nothing without another clue.
    Generic,
    /// "led", or a party that a pack says leads a mission: with a generic word it may describe one.
    Describing,
    /// A state that a led mission is in, or a place there.
    Area,
    /// People in uniform: in an area they may be a mission's.
    Uniform,
}

/// The clues of a language's packs.
#[derive(Debug, Default)]
pub(crate) struct Prescan {
    /// `None`: every text is let through.
    automaton: Option<AhoCorasick>,
    clues: Vec<Clue>,
}

impl Prescan {
    /// Makes it of forms as a text may have them.
    pub(crate) fn new(forms: impl IntoIterator<Item = (String, Clue)>) -> Self {
        let evened: BTreeSet<(String, Clue)> =
            forms.into_iter().map(|(form, clue)| (evened(&form), clue)).collect();
        let (patterns, clues): (Vec<_>, Vec<_>) = evened.into_iter().unzip();
        let automaton = AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(&patterns).ok();
        Self { automaton, clues }
    }

    /// Whether a text can be about a mission.
    pub(crate) fn lets_through(&self, text: &str) -> bool {
        let Some(automaton) = &self.automaton else { return true };
        let (mut generic, mut describing, mut area, mut uniform) = (false, false, false, false);
        for found in automaton.find_overlapping_iter(&evened(text)) {
            match self.clues.get(found.pattern().as_usize()) {
                Some(Clue::Generic) => generic = true,
                Some(Clue::Describing) => describing = true,
                Some(Clue::Area) => area = true,
                Some(Clue::Uniform) => uniform = true,
                Some(Clue::Enough) | None => return true,
            }
            if generic && describing || area && (uniform || describing) {
                return true;
            }
        }
        false
    }
}

/// A text as words in small letters with one space around each; marks are gone, and so are the stops of "U.N.".
fn evened(text: &str) -> String {
    let mut even = String::with_capacity(text.len() + 2);
    even.push(' ');
    // The letters of the word in the making, where each of them so far had a stop behind it.
    let mut letters = 0;
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() {
            even.push(c.to_ascii_lowercase());
            letters += 1;
        } else if c == '.' && letters == 1 && is_lone_letter(text.get(at + 1..).unwrap_or_default()) {
            letters = 0;
        } else if c.is_alphanumeric() {
            even.extend(c.to_lowercase());
            letters += 1;
        } else if c != '\u{ad}' {
            if !even.ends_with(' ') {
                even.push(' ');
            }
            letters = 0;
        }
    }
    if !even.ends_with(' ') {
        even.push(' ');
    }
    even
}

/// Whether a text begins with a letter that stands by itself or before a stop.
fn is_lone_letter(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_alphabetic) && !chars.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::Published;
    use proptest::{collection::vec, prelude::*};

    use super::*;
    use crate::{Finder, Lexicons, Sentences, report::Report};

    #[track_caller]
    fn check(text: &str, want: bool) {
        let forms = [
            ("unmiss", Clue::Enough),
            ("un mission in south sudan", Clue::Enough),
            ("côte d'ivoire mission", Clue::Enough),
            ("the force", Clue::Generic),
            ("led", Clue::Describing),
        ];
        let prescan = Prescan::new(forms.map(|(form, clue)| (form.to_owned(), clue)));
        assert_eq!(prescan.lets_through(text), want, "{text}");
    }

    #[test]
    fn names_are_found_however_they_are_written() {
        check("UNMISS's men", true);
        check("(UNMISS)", true);
        check("a.UNMISS", true);
        check("The U.N. mission\nin  South-Sudan.", true);
        check("The U.N mission in South\u{a0}Sudan", true);
        check("UN mis\u{ad}sion in South Sudan", true);
        check("the CÔTE D\u{2019}IVOIRE mission", true);
        check("UNMISSED", false);
        check("The UN mission in Sudan", false);
        check("", false);
    }

    /// What texts are made of here; a space stands for any mark that may part two of them.
    const PIECES: [&str; 24] = [
        "UNMISS",
        "Unmiss",
        "UN",
        "U.N.",
        "U.N",
        "mission",
        "the",
        "force",
        "The Force",
        "security",
        "led",
        "by",
        "Kenya",
        "Kenyan",
        "Haiti",
        "Haitian",
        "in",
        "South Sudan",
        "peacekeepers",
        "of",
        "(",
        "5",
        "a",
        "regional",
    ];
    const MARKS: [&str; 9] = [" ", "  ", "-", "\n", ". ", ".", "\u{a0}", "'s ", ", "];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_text_with_a_mission_is_let_through(pieces in vec((0..PIECES.len(), 0..MARKS.len()), 1..12)) {
            let files = [
                ("missions.tsv", "UNMISS|UN mission in South Sudan|Unmiss\tUNMISS\tSSD\nmission in Haiti\tMSS\tHTI\tKEN\n\
                  the force|mission|security force|regional force\tgeneric"),
                ("parties.tsv", "Kenya\tname\tKEN\nKenyan\tdemonym\tKEN\nHaiti\tname\tHTI\nHaitian\tdemonym\tHTI"),
                ("services.tsv", "UN peacekeepers|peacekeepers\ttroops"),
                ("cues.tsv", "peacekeeper|peacekeepers\tpeacekeeper\nled\tled\nby\tby\nsecurity|regional|led\tmission kind"),
            ];
            let (lexicons, findings) = Lexicons::from_files(files);
            prop_assert_eq!(findings, []);
            let text: String = pieces.iter().flat_map(|(piece, mark)| [PIECES[*piece], MARKS[*mark]]).collect();
            let published = Published::given(date(2024, 1, 1));
            let mut finder = Finder::new(&text, &lexicons, published);
            let opening: Vec<_> = Sentences::new(&text, &lexicons)
                .map(|sentence| {
                    let mentions = finder.mentions(&sentence);
                    (sentence, mentions)
                })
                .collect();
            let report = Report::of(&opening, &lexicons, published);
            prop_assert!(!report.has_mission || lexicons.may_have_mission(&text), "{:?}", text);
        }
    }

    #[test]
    fn a_generic_word_needs_another_clue() {
        check("the force of the wind", false);
        check("the Kenyan-led unit", false);
        check("the force, led by Kenya", true);
    }
}
