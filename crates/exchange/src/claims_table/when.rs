//! Days named in a summary: "by January 2025", "in the first quarter of 2024", "to 2 October 2025".

use jiff::civil::Date;
use model::{Period, Span};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The first time a summary names, with the word before it; a month without a year is the next one from `said` on.
pub(super) fn named(summary: &str, said: Date) -> Option<(String, Span)> {
    let lower = summary.to_lowercase();
    let words: Vec<&str> =
        lower.split_whitespace().map(|word| word.trim_matches([',', '.', ';', ':', '(', ')'])).collect();
    (0..words.len()).find_map(|i| {
        if words.get(i..i + 3) == Some(&["first", "quarter", "of"]) {
            let year = year(words.get(i + 3)?)?;
            let span = Span::stretch(Period::month(year, 1)?, Period::month(year, 3)?)?;
            return Some((before(&words, i), span));
        }
        let month = i8::try_from(MONTHS.iter().position(|month| *month == words[i])?).ok()? + 1;
        let day = i.checked_sub(1).and_then(|j| words[j].parse::<i8>().ok());
        let year = words
            .get(i + 1)
            .and_then(|word| year(word))
            .unwrap_or_else(|| if month < said.month() { said.year() + 1 } else { said.year() });
        // "May" may be a verb: without a day or a year beside it, it is no month.
        if words[i] == "may" && day.is_none() && words.get(i + 1).and_then(|word| self::year(word)).is_none()
        {
            return None;
        }
        match day {
            Some(day) => Some((before(&words, i - 1), Span::day(Date::new(year, month, day).ok()?))),
            None => Some((before(&words, i), Span::month(year, month)?)),
        }
    })
}

fn before(words: &[&str], i: usize) -> String {
    i.checked_sub(1).map(|j| words[j].to_owned()).unwrap_or_default()
}

fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| (1900..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(summary: &str, want: Option<(&str, &str)>) {
        let got =
            named(summary, Date::constant(2024, 10, 11)).map(|(before, span)| (before, span.to_string()));
        assert_eq!(got, want.map(|(before, span)| (before.to_owned(), span.to_owned())));
    }

    #[test]
    fn a_summary_names_days() {
        check("full strength by January 2025.", Some(("by", "2025-01")));
        check("the force in the first quarter of 2024.", Some(("the", "2024-01/2024-03")));
        check("extends the mission to 2 October 2025.", Some(("to", "2025-10-02")));
        check("this many more in November.", Some(("in", "2024-11")));
        check("expected from 23 May; others say 26 May", Some(("from", "2025-05-23")));
        check("they may come soon", None);
        check("on 31 February 2025", None);
    }
}
