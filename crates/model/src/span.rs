//! When something was so, with the precision that the source gave it.

use std::{borrow::Cow, fmt, str::FromStr};

use jiff::{ToSpan, civil::Date};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A calendar period: a day, a month or a year in the mission's area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// `2024-06-25`.
    Day(Date),
    /// `2024-06`, kept as its first day.
    Month(MonthStart),
    /// `2024`.
    Year(YearStart),
}

/// The first day of a month; refuses any other day by making it itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MonthStart(Date);

/// The first day of a year; refuses any other day by making it itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct YearStart(Date);

/// When a statement held or an event happened.
///
/// Printed and read as Extended Date/Time Format (EDTF level 1, ISO 8601-2:2019): `2024-06-25`, `2024-06`,
/// `2024-06/2024-07`, `../2024-01-07`, `2025-01/..`, `..`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Span {
    /// Within one calendar period.
    In(Period),
    /// "June and July 2024", "from 25 to 28 February".
    From(Stretch),
    /// "by 7 January": on that day or before it.
    By(Period),
    /// "since January": from then on.
    Since(Period),
    /// The source does not say.
    Unstated,
}

/// Two periods in their order. Refuses a last that begins before the first, or the same period twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stretch {
    first: Period,
    last: Period,
}

/// How finely a span is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
    /// To a stretch of several days, months or years.
    Stretch,
    /// One end is open.
    Open,
    /// Not known.
    Unstated,
}

/// The words that were not a [`Span`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a span; write `2024-06-25`, `2024-06`, `2024`, `2024-06/2024-07`, `../2024-01-07`, `2025-01/..` or `..`"
)]
pub struct NotASpan(String);

impl Period {
    /// One month; `None` when there is no such month.
    #[must_use]
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Date::new(year, month, 1).ok().map(|day| Self::Month(MonthStart(day)))
    }

    /// One year; `None` when the calendar does not reach it.
    #[must_use]
    pub fn year(year: i16) -> Option<Self> {
        Date::new(year, 1, 1).ok().map(|day| Self::Year(YearStart(day)))
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        match self {
            Self::Day(day) | Self::Month(MonthStart(day)) | Self::Year(YearStart(day)) => day,
        }
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Day(day) => day,
            Self::Month(MonthStart(day)) => day.last_of_month(),
            Self::Year(YearStart(day)) => day.last_of_year(),
        }
    }
}

impl Stretch {
    /// From `first` to `last`; `None` unless `last` begins after `first` begins and does not end before it ends.
    #[must_use]
    pub fn new(first: Period, last: Period) -> Option<Self> {
        (first.first_day() < last.first_day() && first.last_day() <= last.last_day())
            .then_some(Self { first, last })
    }

    /// The period it begins with.
    #[must_use]
    pub fn first(self) -> Period {
        self.first
    }

    /// The period it ends with.
    #[must_use]
    pub fn last(self) -> Period {
        self.last
    }
}

impl Span {
    /// One day.
    #[must_use]
    pub fn day(day: Date) -> Self {
        Self::In(Period::Day(day))
    }

    /// One month; `None` when there is no such month.
    #[must_use]
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Period::month(year, month).map(Self::In)
    }

    /// One year; `None` when the calendar does not reach it.
    #[must_use]
    pub fn year(year: i16) -> Option<Self> {
        Period::year(year).map(Self::In)
    }

    /// From one period to another; `None` unless they are in order and differ.
    #[must_use]
    pub fn stretch(first: Period, last: Period) -> Option<Self> {
        Stretch::new(first, last).map(Self::From)
    }

    /// The first day it can mean; `None`: open towards the past.
    #[must_use]
    pub fn earliest(self) -> Option<Date> {
        match self {
            Self::In(period) | Self::Since(period) => Some(period.first_day()),
            Self::From(stretch) => Some(stretch.first.first_day()),
            Self::By(_) | Self::Unstated => None,
        }
    }

    /// The last day it can mean; `None`: open towards the future.
    #[must_use]
    pub fn latest(self) -> Option<Date> {
        match self {
            Self::In(period) | Self::By(period) => Some(period.last_day()),
            Self::From(stretch) => Some(stretch.last.last_day()),
            Self::Since(_) | Self::Unstated => None,
        }
    }

    /// How finely it is known.
    #[must_use]
    pub fn precision(self) -> Precision {
        match self {
            Self::In(Period::Day(_)) => Precision::Day,
            Self::In(Period::Month(_)) => Precision::Month,
            Self::In(Period::Year(_)) => Precision::Year,
            Self::From(_) => Precision::Stretch,
            Self::By(_) | Self::Since(_) => Precision::Open,
            Self::Unstated => Precision::Unstated,
        }
    }

    /// Whether one day can lie in both, or the one ends on the day before the other begins.
    #[must_use]
    pub fn touches(self, other: Self) -> bool {
        let before = |a: Self, b: Self| match (a.latest(), b.earliest()) {
            (Some(end), Some(start)) => end.checked_add(1.day()).is_ok_and(|next| next < start),
            _ => false,
        };
        !before(self, other) && !before(other, self)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match *self {
            Self::Day(day) => day.to_string(),
            Self::Month(MonthStart(day)) => format!("{:04}-{:02}", day.year(), day.month()),
            Self::Year(YearStart(day)) => format!("{:04}", day.year()),
        };
        f.pad(&words)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match *self {
            Self::In(period) => period.to_string(),
            Self::From(Stretch { first, last }) => format!("{first}/{last}"),
            Self::By(period) => format!("../{period}"),
            Self::Since(period) => format!("{period}/.."),
            Self::Unstated => "..".to_owned(),
        };
        f.pad(&words)
    }
}

impl FromStr for Period {
    type Err = NotASpan;

    fn from_str(words: &str) -> Result<Self, NotASpan> {
        let digits = |part: &str, len: usize| {
            (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<i16>().ok())
                .flatten()
        };
        let parts: Vec<&str> = words.split('-').collect();
        let period = match parts[..] {
            [year] => digits(year, 4).and_then(Self::year),
            [year, month] => digits(year, 4)
                .zip(digits(month, 2))
                .and_then(|(year, month)| Self::month(year, i8::try_from(month).ok()?)),
            [year, month, day] => {
                digits(year, 4).zip(digits(month, 2)).zip(digits(day, 2)).and_then(|((year, month), day)| {
                    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(Self::Day)
                })
            }
            _ => None,
        };
        period.ok_or_else(|| NotASpan(words.to_owned()))
    }
}

impl FromStr for Span {
    type Err = NotASpan;

    fn from_str(words: &str) -> Result<Self, NotASpan> {
        let refused = || NotASpan(words.to_owned());
        let period = |part: &str| part.parse::<Period>().map_err(|_| refused());
        match words.split_once('/') {
            None if words == ".." => Ok(Self::Unstated),
            None => period(words).map(Self::In),
            Some(("..", last)) => period(last).map(Self::By),
            Some((first, "..")) => period(first).map(Self::Since),
            Some((first, last)) => Self::stretch(period(first)?, period(last)?).ok_or_else(refused),
        }
    }
}

impl TryFrom<String> for Span {
    type Error = NotASpan;

    fn try_from(words: String) -> Result<Self, NotASpan> {
        words.parse()
    }
}

impl From<Span> for String {
    fn from(span: Span) -> Self {
        span.to_string()
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Period {
    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
            "description": "A day, a month or a year: 2024-06-25, 2024-06, 2024."
        })
    }
}

impl JsonSchema for Span {
    fn schema_name() -> Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": r"^(\.\.|(\.\./)?\d{4}(-\d{2}(-\d{2})?)?|\d{4}(-\d{2}(-\d{2})?)?/(\.\.|\d{4}(-\d{2}(-\d{2})?)?))$",
            "description": "When, with its precision, in Extended Date/Time Format: 2024-06-25, 2024-06, 2024-06/2024-07, ../2024-01-07 (by), 2025-01/.. (since), .. (unstated)."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, want: Option<(&str, &str, Precision)>) {
        let got = words.parse::<Span>().ok().map(|span| {
            let day = |day: Option<Date>| day.map_or("open".to_owned(), |day| day.to_string());
            assert_eq!(span.to_string(), words, "print then read gives the same");
            (day(span.earliest()), day(span.latest()), span.precision())
        });
        assert_eq!(got, want.map(|(a, b, p)| (a.to_owned(), b.to_owned(), p)));
    }

    #[test]
    fn a_span_knows_its_days() {
        check("2024-06-25", Some(("2024-06-25", "2024-06-25", Precision::Day)));
        check("2024-02", Some(("2024-02-01", "2024-02-29", Precision::Month)));
        check("2024", Some(("2024-01-01", "2024-12-31", Precision::Year)));
        check("2024-06/2024-07", Some(("2024-06-01", "2024-07-31", Precision::Stretch)));
        check("../2024-01-07", Some(("open", "2024-01-07", Precision::Open)));
        check("2025-01/..", Some(("2025-01-01", "open", Precision::Open)));
        check("..", Some(("open", "open", Precision::Unstated)));
    }

    #[test]
    fn what_is_no_span_is_refused() {
        for words in
            ["", "2024-13", "2023-02-29", "24-06", "2024-07/2024-06", "2024/2024", "../..", "+2024", "2024-6"]
        {
            check(words, None);
        }
    }

    #[test]
    fn spans_that_share_or_border_a_day_touch() {
        let touch = |a: &str, b: &str| a.parse::<Span>().unwrap().touches(b.parse().unwrap());
        assert!(touch("2024-07-16", "2024-07-17"));
        assert!(!touch("2024-07-15", "2024-07-17"));
        assert!(touch("2024-07", "2024-07-17"));
        assert!(touch("..", "2024-07-17"));
        assert!(touch("../2024-07-16", "2024-07-17/.."));
        assert!(!touch("../2024-07-15", "2024-07-17/.."));
    }
}
