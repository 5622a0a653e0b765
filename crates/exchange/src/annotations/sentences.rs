//! The sentences of a text: split at line ends and after a full stop, an exclamation or a question mark.

use std::ops::Range;

use model::Quantity;

/// Each sentence with the byte at which it starts, in order.
pub(super) struct Sentences<'a>(Vec<Sentence<'a>>);

/// A sentence without the white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sentence<'a> {
    pub(super) start: usize,
    pub(super) words: &'a str,
}

/// A full stop after these ends a short form, not a sentence.
const SHORT_FORMS: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Col", "Lt", "Sgt", "Maj", "Capt", "Cpl", "Hon", "Prof", "Sen",
    "Rep", "Gov", "No", "Amb", "Brig", "Insp",
];

impl<'a> Sentences<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut sentences = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let mut from = 0;
            for end in ends(line) {
                push(&mut sentences, text, start + from..start + end);
                from = end;
            }
            push(&mut sentences, text, start + from..start + line.len());
            start += line.len();
        }
        Self(sentences)
    }

    /// The sentence that a quote stands in: of several, the first that holds its number in digits, else the first.
    pub(super) fn holding(&self, quote: Range<usize>, quantity: Option<Quantity>) -> Sentence<'a> {
        let end = |sentence: &Sentence| sentence.start + sentence.words.len();
        let first = self.0.partition_point(|sentence| end(sentence) <= quote.start);
        let held = self.0.get(first..).unwrap_or_default();
        let held = &held[..held.partition_point(|sentence| sentence.start < quote.end)];
        let told = quantity.and_then(number).and_then(|number| {
            held.iter().find(|sentence| {
                let from = quote.start.max(sentence.start) - sentence.start;
                let to = quote.end.min(end(sentence)) - sentence.start;
                let words = sentence.words.get(from..to).unwrap_or(sentence.words).replace(',', "");
                words.split(|c: char| !c.is_ascii_digit()).any(|digits| digits == number)
            })
        });
        told.or(held.first()).copied().unwrap_or(Sentence { start: quote.start, words: "" })
    }
}

/// The digits of a quantity's first number; `None` where it has no number.
fn number(quantity: Quantity) -> Option<String> {
    let words = quantity.to_string().replace(',', "");
    let digits = words.split(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty());
    digits.map(str::to_owned)
}

fn push<'a>(sentences: &mut Vec<Sentence<'a>>, text: &'a str, at: Range<usize>) {
    let words = &text[at.clone()];
    let blank = words.len() - words.trim_start().len();
    let words = words.trim();
    if !words.is_empty() {
        sentences.push(Sentence { start: at.start + blank, words });
    }
}

/// Where the sentences of a line end: behind each mark, and the closing quotes after it, that white space follows.
fn ends(line: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    for (at, mark) in line.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?')) {
        let behind = &line[at + mark.len_utf8()..];
        let rest = behind.trim_start_matches(['"', '\'', '”', '’', ')', ']', '»']);
        let next = rest.trim_start();
        let parted = rest.len() > next.len();
        let goes_on = next.starts_with(char::is_lowercase);
        if parted && !goes_on && !(mark == '.' && is_short_form(&line[..at])) {
            ends.push(line.len() - rest.len());
        }
    }
    ends
}

/// Whether the word before a full stop is an initial ("Antony J.", "U.N.") or a title.
fn is_short_form(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    initial || SHORT_FORMS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        let got: Vec<_> = Sentences::of(text).0.iter().map(|sentence| sentence.words).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn sentences_end_at_marks_and_lines() {
        check(
            "Some landed. Others left!  Who?\nA title\n\nMore.",
            &["Some landed.", "Others left!", "Who?", "A title", "More."],
        );
        check("He said “we came.” Then he left.", &["He said “we came.”", "Then he left."]);
        check("Antony J. Blinken met Dr. Gede.", &["Antony J. Blinken met Dr. Gede."]);
        check(
            "A full U.N. Peacekeeping mission. It costs $1.7 million.",
            &["A full U.N. Peacekeeping mission.", "It costs $1.7 million."],
        );
        check("drawn from.GSU at 9 a.m. sharp", &["drawn from.GSU at 9 a.m. sharp"]);
        check(" \n", &[]);
    }

    #[test]
    fn a_quote_stands_in_the_sentence_that_holds_its_number() {
        let text = "They left. Some 1,000 came. All 1,000 stayed.";
        let sentences = Sentences::of(text);
        let at = |quote, number| sentences.holding(quote, number).words;
        assert_eq!(at(0..27, Some(Quantity::Exactly(1_000))), "Some 1,000 came.");
        assert_eq!(at(0..27, None), "They left.");
        assert_eq!(at(16..21, Some(Quantity::Exactly(1_000))), "Some 1,000 came.");
        assert_eq!(at(0..27, Some(Quantity::Exactly(7))), "They left.");
        assert_eq!(at(900..901, None), "");
    }
}
