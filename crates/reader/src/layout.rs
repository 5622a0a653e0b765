//! Layout: cuts a text into lines, sentences and direct speech.

use model::ByteRange;

use crate::{
    Lexicons, Sentence, Shape, Speech, Token,
    cues::Cues,
    tokeniser::{Tokeniser, is_apostrophe, is_quote},
};

/// A sentence with more tokens is cut, so that no rule can be made to look at a whole file at once.
const MOST_TOKENS: usize = 1_000;

/// A headline has at least so many words.
const LEAST_HEADLINE: usize = 3;

/// The name of a dateline's town has at least so many letters.
const LEAST_TOWN: usize = 4;

/// A dateline has at most so many letters.
const LONGEST_DATELINE: usize = 60;

/// The sentences of a text, in order, made one by one so that a large text needs little memory.
///
/// A piece without a letter or a digit is no sentence and is left out.
#[derive(Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    lexicons: &'t Lexicons,
    line: Option<Line<'t>>,
    next_line: usize,
    lines: usize,
}

/// The line that is being cut.
#[derive(Debug)]
struct Line<'t> {
    tokeniser: Tokeniser<'t>,
    opens: bool,
    in_speech: bool,
    /// A token read too far, with its lower-cased form.
    ahead: Option<(Token, String)>,
}

impl<'t> Sentences<'t> {
    /// The sentences of this text; the lexicons know its abbreviations.
    #[must_use]
    pub fn new(text: &'t str, lexicons: &'t Lexicons) -> Self {
        Self { text, lexicons, line: None, next_line: 0, lines: 0 }
    }

    fn open_line(&mut self) -> Option<Line<'t>> {
        let rest = self.text.get(self.next_line..).filter(|rest| !rest.is_empty())?;
        let start = self.next_line;
        let end = rest.find(is_line_end).map_or(self.text.len(), |len| start + len);
        let crlf = self.text.get(end..).is_some_and(|rest| rest.starts_with("\r\n"));
        let mark = self.text.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        self.next_line = end + if crlf { 2 } else { mark };
        self.lines += 1;
        Some(Line {
            tokeniser: Tokeniser::new(self.text, self.lexicons.spelling(), start, end),
            opens: true,
            in_speech: false,
            ahead: None,
        })
    }
}

impl Iterator for Sentences<'_> {
    type Item = Sentence;

    fn next(&mut self) -> Option<Sentence> {
        loop {
            let mut line = match self.line.take() {
                Some(line) => line,
                None => self.open_line()?,
            };
            let piece = line.cut(self.text, self.lexicons, self.lines - 1);
            let sentence = match piece {
                Piece::Sentence(sentence) => Some(sentence),
                Piece::NoWords => None,
                Piece::End => continue,
            };
            self.line = Some(line);
            if sentence.is_some() {
                return sentence;
            }
        }
    }
}

/// What the next piece of a line is.
enum Piece {
    Sentence(Sentence),
    /// Marks only.
    NoWords,
    /// Nothing is left of the line.
    End,
}

impl Line<'_> {
    fn cut(&mut self, text: &str, lexicons: &Lexicons, line: usize) -> Piece {
        let mut lower = String::new();
        let mut tokens: Vec<Token> = Vec::new();
        let mut speech = Speeches::new(self.in_speech);
        if let Some((token, word)) = self.ahead.take() {
            lower.push_str(&word);
            tokens.push(token);
        }
        let mut is_cut = false;
        let mut is_headline = false;
        let has_stop = loop {
            if let Some(token) = tokens.last() {
                speech.see(tokens.len() - 1, *token, text);
            }
            if tokens.len() >= MOST_TOKENS {
                is_cut = true;
                break false;
            }
            let before = lower.len();
            let Some(next) = self.tokeniser.next(&mut lower) else {
                break ends_with_stop(&tokens, text);
            };
            let ends = ends_between(&tokens, next, &lower, text, lexicons);
            is_headline = !ends && line == 0 && self.opens && opens_dateline(&tokens, next, text);
            if ends || is_headline {
                let word = lower.split_off(before);
                let len = u32::try_from(word.len()).unwrap_or(u32::MAX);
                self.ahead = Some((Token { lower: (0, len), ..next }, word));
                break ends;
            }
            tokens.push(next);
        };
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Piece::End };
        // The dateline behind a headline opens the report as if on a line of its own.
        let opens_line = std::mem::replace(&mut self.opens, is_headline);
        let at_end = !is_cut && self.ahead.is_none();
        let (speech, in_speech) = speech.close(tokens.len(), at_end);
        self.in_speech = in_speech;
        let Some(at) = ByteRange::new(first.start, last.end) else { return Piece::End };
        if tokens.iter().all(|token| token.shape == Shape::Mark) {
            return Piece::NoWords;
        }
        let is_item = opens_line && is_item(&tokens, text);
        let order = lexicons.order();
        let words = lexicons.vocabulary().words(&tokens, &lower);
        let mut all_cues = Cues::default();
        for word in &words {
            all_cues.join(&word.cues);
        }
        Piece::Sentence(Sentence {
            at,
            line,
            opens_line,
            is_item,
            has_stop,
            tokens,
            speech,
            lower,
            words,
            all_cues,
            order,
        })
    }
}

/// Whether a sentence ends between the tokens read so far and the next one.
fn ends_between(tokens: &[Token], next: Token, lower: &str, text: &str, lexicons: &Lexicons) -> bool {
    let Some(last) = tokens.last() else { return false };
    if last.end == next.start || next.shape == Shape::Lower {
        return false;
    }
    let word = |token: &Token| text.get(token.start..token.end).unwrap_or_default();
    let lower = |token: &Token| lower.get(token.lower.0 as usize..token.lower.1 as usize).unwrap_or_default();
    let closers = tokens.iter().rev().take(3).take_while(|token| is_closer(word(token))).count();
    let Some((stop, before)) = tokens.get(..tokens.len() - closers).and_then(<[Token]>::split_last) else {
        return false;
    };
    let opens = || next.shape.has_capital() && lexicons.opens_sentence(lower(&next));
    match word(stop) {
        "." => {
            let Some(previous) = before.last().filter(|previous| previous.end == stop.start) else {
                return true;
            };
            let is_initial = previous.shape.has_capital() && word(previous).chars().nth(1).is_none();
            let is_number_of_item = before.len() == 1 && previous.shape == Shape::Digits;
            match lexicons.abbreviation(lower(previous)) {
                Some(Abbreviation::Never) => false,
                Some(Abbreviation::BeforeNumber) => next.shape != Shape::Digits,
                Some(Abbreviation::MayEnd) => opens(),
                None => !is_number_of_item && (!is_initial || opens()),
            }
        }
        dots if dots.starts_with("..") => next.shape.has_capital(),
        mark if is_stop(mark) => true,
        acronym if acronym.ends_with('.') => opens(),
        _ => false,
    }
}

/// "Fourth group lands EXAMPLETOWN, March 3, 2025 -": a headline that has run together with the dateline behind it ends where the
/// town in capitals begins.
fn opens_dateline(tokens: &[Token], next: Token, text: &str) -> bool {
    let headline = tokens.len() >= LEAST_HEADLINE
        && tokens.last().is_some_and(|last| !matches!(last.shape, Shape::Mark | Shape::Upper));
    if next.shape != Shape::Upper || !headline {
        return false;
    }
    let head: String = text.get(next.start..).unwrap_or_default().chars().take(LONGEST_DATELINE).collect();
    // "NEW YORK": all of the town is in capitals.
    let town = head.split(',').next().unwrap_or_default();
    if town.len() < LEAST_TOWN || town.chars().any(char::is_lowercase) {
        return false;
    }
    let Some((head, _)) = [" - ", " \u{2013} ", " \u{2014} "].iter().find_map(|dash| head.split_once(dash))
    else {
        return false;
    };
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '(');
    head.contains(|c: char| c.is_ascii_digit()) && head.split_whitespace().all(capital)
}

/// Whether an abbreviation's stop can end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// "Mr.": something always follows.
    Never,
    /// "No. 5": an abbreviation only before a number.
    BeforeNumber,
    /// "p.m.", "Inc.": it ends a sentence when a word follows that opens one.
    MayEnd,
}

/// Collects the direct speech of one sentence.
struct Speeches {
    done: Vec<Speech>,
    open: Option<(usize, bool)>,
}

impl Speeches {
    fn new(in_speech: bool) -> Self {
        Self { done: Vec::new(), open: in_speech.then_some((0, true)) }
    }

    fn see(&mut self, index: usize, token: Token, text: &str) {
        let mark = text.get(token.start..token.end).unwrap_or_default();
        let Some(mark) = mark.chars().next().filter(|c| token.shape == Shape::Mark && is_quote(*c)) else {
            return;
        };
        let opens = match mark {
            '"' => self.open.is_none(),
            '\u{201d}' | '\u{bb}' => false,
            _ => true,
        };
        match (self.open, opens) {
            (None, true) => self.open = Some((index + 1, false)),
            (Some((start, continues)), false) => {
                self.push(start, index, continues, false);
                self.open = None;
            }
            // A line may open its speech again at each paragraph or sentence, and close what it never opened.
            (Some((start, true)), true) if start == index => self.open = Some((index + 1, true)),
            _ => {}
        }
    }

    fn push(&mut self, start: usize, end: usize, continues: bool, goes_on: bool) {
        if start < end {
            self.done.push(Speech { tokens: start..end, continues, goes_on });
        }
    }

    /// The speeches, and whether one is still open.
    fn close(mut self, len: usize, at_end: bool) -> (Vec<Speech>, bool) {
        let open = self.open.take();
        if let Some((start, continues)) = open {
            self.push(start, len, continues, !at_end);
        }
        (self.done, open.is_some())
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_stop(word: &str) -> bool {
    word.starts_with([
        '.', '!', '?', '\u{2026}', '\u{3002}', '\u{ff01}', '\u{ff1f}', '\u{964}', '\u{61f}', '\u{6d4}',
    ])
}

fn is_closer(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(|c| matches!(c, ')' | ']' | '"' | '\u{201d}' | '\u{bb}') || is_apostrophe(c))
        && chars.next().is_none()
}

fn ends_with_stop(tokens: &[Token], text: &str) -> bool {
    let word = |token: &Token| text.get(token.start..token.end).unwrap_or_default();
    tokens
        .iter()
        .rev()
        .map(word)
        .find(|word| !is_closer(word))
        .is_some_and(|word| is_stop(word) || word.ends_with('.'))
}

/// Whether a line begins as an item of a list does: with a bullet, or with "1." or "(a)".
fn is_item(tokens: &[Token], text: &str) -> bool {
    let word = |index: usize| {
        tokens.get(index).and_then(|token| text.get(token.start..token.end)).unwrap_or_default()
    };
    let spaced = |index: usize| match (tokens.get(index), tokens.get(index + 1)) {
        (Some(a), Some(b)) => a.end < b.start,
        _ => false,
    };
    let label = |index: usize| word(index).len() < 3 && word(index).chars().all(char::is_alphanumeric);
    match word(0) {
        "-" | "\u{2013}" | "\u{2014}" | "\u{2022}" | "*" | "\u{b7}" | "\u{25aa}" | "\u{25e6}"
        | "\u{25cf}" => spaced(0) || !matches!(word(0), "-"),
        "(" => label(1) && word(2) == ")" && spaced(2),
        _ => label(0) && matches!(word(1), "." | ")") && spaced(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicons() -> Lexicons {
        let files = [
            ("en/abbreviations.tsv", "Mr\tnever\nNo\tbefore-number\np.m.|Inc\tmay-end"),
            ("en/openers.tsv", "the|it"),
        ];
        let (lexicons, findings) = Lexicons::from_files(files);
        assert_eq!(findings, []);
        lexicons
    }

    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        let lexicons = lexicons();
        let got: Vec<_> =
            Sentences::new(text, &lexicons).map(|sentence| sentence.at.of(text).unwrap()).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn a_text_becomes_sentences() {
        check("One. Two!  Three?\nFour", &["One.", "Two!", "Three?", "Four"]);
        check(
            "Mr. Ruto met Antony J. Blinken. It rained.",
            &["Mr. Ruto met Antony J. Blinken.", "It rained."],
        );
        check(
            "He paid $13.3 million. No. 5 won. No. It ends.",
            &["He paid $13.3 million.", "No. 5 won.", "No.", "It ends."],
        );
        check(
            "taken at.XYZ and the U.N. Security Council.",
            &["taken at.XYZ and the U.N. Security Council."],
        );
        check("Back to the U.N. The end.", &["Back to the U.N.", "The end."]);
        check(
            "At 3 p.m. Kenya left. At 4 p.m. The rest did.",
            &["At 3 p.m. Kenya left.", "At 4 p.m.", "The rest did."],
        );
        check("\u{201c}We are ready.\u{201d} He left.", &["\u{201c}We are ready.\u{201d}", "He left."]);
        check("\u{201c}Ready?\u{201d} he asked.", &["\u{201c}Ready?\u{201d} he asked."]);
        check("Well... so it was... Then no more.", &["Well... so it was...", "Then no more."]);
        check("1. Kenya sent 400.\n\n- Chad: 1\r\n", &["1. Kenya sent 400.", "- Chad: 1"]);
        check("400 left. 300 came.", &["400 left.", "300 came."]);
        check(
            "Fourth group lands PORT EXAMPLE, March 3, 2025 - Sixty came.",
            &["Fourth group lands", "PORT EXAMPLE, March 3, 2025 - Sixty came."],
        );
        check(
            "Council lets more go EL EXAMPLE, May 3, 2025 - It voted.",
            &["Council lets more go", "EL EXAMPLE, May 3, 2025 - It voted."],
        );
        check("Two men of UNIFIL - both 20 - left.", &["Two men of UNIFIL - both 20 - left."]);
        check("---\n\"\"\"", &[]);
        check("", &[]);
    }

    #[track_caller]
    fn check_speech(text: &str, want: &[(&str, bool, bool)]) {
        let lexicons = lexicons();
        let mut got = Vec::new();
        for sentence in Sentences::new(text, &lexicons) {
            for speech in &sentence.speech {
                got.push((sentence.words(text, &speech.tokens), speech.continues, speech.goes_on));
            }
        }
        assert_eq!(got, want);
    }

    #[test]
    fn direct_speech_lies_between_marks() {
        check_speech(
            "\u{201c}We go,\u{201d} he said. \u{201c}Now.\u{201d}",
            &[("We go,", false, false), ("Now.", false, false)],
        );
        check_speech("He said: \"We go. Now.\" And went.", &[("We go.", false, true), ("Now.", true, false)]);
        check_speech(
            "\u{201c}We go. Now we go.\nAnd left.",
            &[("We go.", false, true), ("Now we go.", true, false)],
        );
        check_speech("\u{ab} Oui \u{bb}", &[("Oui", false, false)]);
        check_speech("He said so.\u{201d} Or not.", &[]);
    }

    #[test]
    fn a_long_line_is_cut() {
        let text = "word ".repeat(2_500);
        let lexicons = lexicons();
        let lengths: Vec<_> =
            Sentences::new(&text, &lexicons).map(|sentence| sentence.tokens.len()).collect();
        assert_eq!(lengths, [1_000, 1_000, 500]);
    }
}
