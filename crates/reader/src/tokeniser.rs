//! The tokeniser: cuts a line into words, numbers and marks, looking at most a few characters ahead.
//!
//! It follows the word bounds of UAX 29 where they suit, but not where they join what a report means apart:
//! "at.XYZ", "Kenya's", "400-plus".

use crate::{Shape, Token, spelling::Spelling};

/// Reads one line from its start.
#[derive(Debug)]
pub(crate) struct Tokeniser<'t> {
    text: &'t str,
    spelling: &'t Spelling,
    at: usize,
    end: usize,
}

impl<'t> Tokeniser<'t> {
    /// Reads `text` from byte `at` to before byte `end`; both must be character boundaries.
    pub(crate) fn new(text: &'t str, spelling: &'t Spelling, at: usize, end: usize) -> Self {
        Self { text, spelling, at, end }
    }

    fn rest(&self, from: usize) -> &'t str {
        self.text.get(from..self.end).unwrap_or_default()
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.rest(at).chars().next()
    }

    /// The next token's bytes; `None` at the end of the line.
    fn next_range(&mut self) -> Option<(usize, usize)> {
        let rest = self.rest(self.at);
        let start = self.end - rest.trim_start_matches(is_space).len();
        let first = self.char_at(start)?;
        let end = if is_apostrophe(first) && self.follows_word(start) && self.clitic(start).is_some() {
            self.clitic(start)?
        } else if first.is_ascii_digit() {
            let number = self.number(start);
            if self.char_at(number).is_some_and(is_word) { self.word(number) } else { number }
        } else if is_word(first) {
            self.elision(start).or_else(|| self.acronym(start)).unwrap_or_else(|| self.word(start))
        } else {
            // A run of one mark is one token, but each quote mark and bracket stands for itself.
            let most = if is_quote(first) || is_bracket(first) { 1 } else { usize::MAX };
            let run = self.rest(start).chars().take(most).take_while(|c| *c == first);
            start + run.map(char::len_utf8).sum::<usize>()
        };
        self.at = end;
        Some((start, end))
    }

    fn follows_word(&self, at: usize) -> bool {
        self.text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(is_word)
    }

    /// The end of the clitic whose apostrophe stands at `at`.
    fn clitic(&self, at: usize) -> Option<usize> {
        let letters = at + self.char_at(at)?.len_utf8();
        let rest = self.rest(letters);
        let len: usize = rest.chars().take(3).take_while(|c| is_word(*c)).map(char::len_utf8).sum();
        let word = rest.get(..len)?;
        let is_clitic = self.spelling.clitics.iter().any(|clitic| word.eq_ignore_ascii_case(clitic));
        is_clitic.then_some(letters + len)
    }

    /// The end of a short word that begins here and hangs on the next one by an apostrophe: "l'".
    fn elision(&self, start: usize) -> Option<usize> {
        let rest = self.rest(start);
        let elision = self.spelling.elisions.iter().find(|elision| {
            let letters = rest.get(..elision.len());
            letters.is_some_and(|letters| letters.eq_ignore_ascii_case(elision))
                && self.char_at(start + elision.len()).is_some_and(is_apostrophe)
        })?;
        let mark = start + elision.len();
        let end = mark + self.char_at(mark)?.len_utf8();
        self.char_at(end).is_none_or(is_word).then_some(end)
    }

    /// The end of a number: digits, with `,` or a narrow space before groups of three and `.` or the language's own mark
    /// before digits.
    fn number(&self, start: usize) -> usize {
        let mut end = start;
        let mut may_group = self.spelling.spaces_digits;
        loop {
            let rest = self.rest(end);
            let run = rest.bytes().take_while(u8::is_ascii_digit).count();
            may_group &= run <= 3;
            end += run;
            let Some(mark) = self.char_at(end) else { return end };
            let after = end + mark.len_utf8();
            let digits = self.rest(after).bytes().take(4).take_while(u8::is_ascii_digit).count();
            let joins = match mark {
                '.' => digits > 0,
                ',' if self.spelling.decimal == ',' => digits > 0,
                ' ' if may_group => digits == 3 && !self.rest(after + 3).starts_with(is_word),
                ',' | '\u{a0}' | '\u{202f}' | '\u{2009}' => digits == 3,
                _ => false,
            };
            if !joins {
                return end;
            }
            may_group &= !matches!(mark, '.' | ',');
            end = after;
        }
    }

    /// The end of a word: letters, digits and inner apostrophes that open no clitic.
    fn word(&self, start: usize) -> usize {
        let mut end = start;
        loop {
            let rest = self.rest(end);
            end += rest.chars().take_while(|c| is_word(*c)).map(char::len_utf8).sum::<usize>();
            let Some(mark) = self.char_at(end) else { return end };
            let after = end + mark.len_utf8();
            let joins = is_apostrophe(mark)
                && self.char_at(after).is_some_and(char::is_alphabetic)
                && self.clitic(end).is_none();
            if !joins {
                return end;
            }
            end = after;
        }
    }

    /// The end of "U.N." or "a.m.": two or more single letters with stops; `None` where there is none.
    fn acronym(&self, start: usize) -> Option<usize> {
        let mut letters = 0;
        let mut end = start;
        loop {
            let mut chars = self.rest(end).chars();
            let letter = chars.next().filter(|c| c.is_alphabetic());
            match (letter, chars.next()) {
                (Some(letter), Some('.')) => {
                    letters += 1;
                    end += letter.len_utf8() + 1;
                }
                (Some(letter), next) if letters > 0 && !next.is_some_and(is_word) => {
                    letters += 1;
                    end += letter.len_utf8();
                    break;
                }
                (Some(_), _) if letters > 0 => return None,
                _ => break,
            }
        }
        (letters > 1).then_some(end)
    }

    /// The next token, its lower-cased form put at the end of `lower`; `None` at the end of the line.
    pub(crate) fn next(&mut self, lower: &mut String) -> Option<Token> {
        let (start, end) = self.next_range()?;
        let word = self.text.get(start..end).unwrap_or_default();
        let shape = shape(word);
        let from = lower.len();
        let dotted = shape == Shape::Upper && word.contains('.');
        for c in word.chars() {
            match c {
                'a'..='z' | '0'..='9' => lower.push(c),
                'A'..='Z' => lower.push(c.to_ascii_lowercase()),
                '\u{ad}' => {}
                '.' if dotted => {}
                c if is_apostrophe(c) => lower.push('\''),
                c => lower.extend(c.to_lowercase()),
            }
        }
        let offset = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        Some(Token { start, end, lower: (offset(from), offset(lower.len())), shape })
    }
}

/// How a token is written.
fn shape(word: &str) -> Shape {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return Shape::Mark };
    if !is_word(first) {
        return if is_apostrophe(first) && chars.next().is_some_and(is_word) {
            Shape::Lower
        } else {
            Shape::Mark
        };
    }
    let (mut digits, mut upper, mut lower) = (false, 0_usize, false);
    for c in word.chars() {
        digits |= c.is_numeric();
        upper += usize::from(c.is_uppercase());
        lower |= c.is_alphabetic() && !c.is_uppercase();
    }
    match (digits, upper, lower) {
        (true, 0, false) => Shape::Digits,
        (true, _, _) => Shape::Alphanumeric,
        (false, 0, _) => Shape::Lower,
        (false, 1, _) if first.is_uppercase() => Shape::Capitalised,
        (false, _, false) => Shape::Upper,
        _ => Shape::Mixed,
    }
}

/// A character of a word: a letter, a digit, or what is written on or within one.
pub(crate) fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}')
}

pub(crate) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{ab}' | '\u{bb}')
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')' | '[' | ']' | '{' | '}')
}

/// Space between tokens, and what is as good as space: zero-width and control characters.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        let clitics = ["s", "ve", "ll", "d", "re", "m"].map(Into::into).into();
        check_as(&Spelling { clitics, ..Spelling::default() }, text, want);
    }

    #[track_caller]
    fn check_as(spelling: &Spelling, text: &str, want: &[&str]) {
        let mut tokeniser = Tokeniser::new(text, spelling, 0, text.len());
        let mut lower = String::new();
        let mut got = Vec::new();
        while let Some(token) = tokeniser.next(&mut lower) {
            got.push(&text[token.start..token.end]);
        }
        assert_eq!(got, want);
    }

    #[test]
    fn a_line_becomes_tokens() {
        check(
            "Haiti\u{2019}s men, 2,500 of them",
            &["Haiti", "\u{2019}s", "men", ",", "2,500", "of", "them"],
        );
        check("taken at.XYZ", &["taken", "at", ".", "XYZ"]);
        check("a full U.N. force", &["a", "full", "U.N.", "force"]);
        check("US$13.3m, \u{20ac}20 million.", &["US", "$", "13.3m", ",", "\u{20ac}", "20", "million", "."]);
        check("Korir Sing'oei won't", &["Korir", "Sing'oei", "won't"]);
        check("officers' pay", &["officers", "'", "pay"]);
        check("June 24,2024", &["June", "24", ",", "2024"]);
        check("13\u{a0}800 staff", &["13\u{a0}800", "staff"]);
        check("Pont-Sond\u{e9} (M23)", &["Pont", "-", "Sond\u{e9}", "(", "M23", ")"]);
        check("Antony J. Blinken", &["Antony", "J", ".", "Blinken"]);
        check("...!!\"\"", &["...", "!!", "\"", "\""]);
        check("", &[]);
    }

    #[test]
    fn a_language_has_its_own_spelling() {
        let elisions = ["l", "d", "qu"].map(Into::into).into();
        let french = Spelling { elisions, decimal: ',', spaces_digits: true, ..Spelling::default() };
        let check = |text: &str, want: &[&str]| check_as(&french, text, want);
        check("l\u{2019}arriv\u{e9}e qu'on", &["l\u{2019}", "arriv\u{e9}e", "qu'", "on"]);
        check("aujourd'hui Sing'oei", &["aujourd'hui", "Sing'oei"]);
        check("1 000 hommes, 2,5 millions", &["1 000", "hommes", ",", "2,5", "millions"]);
        check("en 2024 200 policiers, 12 3456", &["en", "2024", "200", "policiers", ",", "12", "3456"]);
        check("1 234 567,89 et 2.500", &["1 234 567,89", "et", "2.500"]);
    }

    #[track_caller]
    fn check_shape(word: &str, want: Shape) {
        assert_eq!(shape(word), want, "{word}");
    }

    #[test]
    fn a_word_has_a_shape() {
        check_shape("officers", Shape::Lower);
        check_shape("Kenya", Shape::Capitalised);
        check_shape("A", Shape::Capitalised);
        check_shape("U.N.", Shape::Upper);
        check_shape("eSwatini", Shape::Mixed);
        check_shape("2,500", Shape::Digits);
        check_shape("4th", Shape::Alphanumeric);
        check_shape("$", Shape::Mark);
        check_shape("\u{2019}s", Shape::Lower);
    }
}
