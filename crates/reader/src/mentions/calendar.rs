//! The calendar: what the parts of a date mean, reckoned from a reference day where they do not say it all.

use jiff::{ToSpan, civil::Date};
use model::{Period, Span};

use crate::{Anchor, Turns, meaning::Length};

/// What the words of a date say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clue {
    /// "June 24, 2024", "July 16", with a weekday where one is given.
    Day { year: Option<i16>, month: i8, day: i8, weekday: Option<i8> },
    /// "February 25 to 28, 2024": month and day of both ends.
    Days { first: (i8, i8), last: (i8, i8), first_year: Option<i16>, year: Option<i16> },
    /// "June 2024", "June".
    Month { year: Option<i16>, month: i8 },
    /// "June and July 2024".
    Months { first: i8, last: i8, year: Option<i16> },
    /// "2024".
    Year { year: i16 },
    /// "2025-2027".
    Years { first: i16, last: i16 },
    /// "Tuesday"; Monday is 0.
    Weekday { weekday: i8 },
    /// "last Tuesday" -1, "this Tuesday" 0, "next Tuesday" 1.
    WhichWeekday { which: i32, weekday: i8 },
    /// "last October".
    WhichMonth { which: i32, month: i8 },
    /// "last year", "this week".
    Which { which: i32, length: Length },
    /// "three weeks ago".
    Back { count: i32, length: Length },
    /// "yesterday" is -1.
    Offset { days: i32 },
    /// "the same day" is 0, "the day before" -1.
    Told { days: i32 },
    /// "that month".
    ToldIn { length: Length },
}

/// The days that a date which does not say it all is reckoned from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reference {
    /// The day the text was published.
    pub(super) published: Option<Date>,
    /// The last day that the text told of.
    pub(super) told: Option<Date>,
}

/// What a clue comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reckoning {
    pub(super) span: Span,
    pub(super) anchor: Anchor,
    pub(super) turns: Option<Turns>,
}

/// Reckons a clue from the reference day.
pub(super) fn reckon(clue: Clue, reference: Reference) -> Reckoning {
    if let Some(span) = written(clue) {
        return Reckoning { span, anchor: Anchor::Written, turns: None };
    }
    let missing = Reckoning { span: Span::Unstated, anchor: Anchor::Missing, turns: None };
    if let Clue::Told { .. } | Clue::ToldIn { .. } = clue {
        let span = reference.told.or(reference.published).and_then(|told| from_told(clue, told));
        return span.map_or(missing, |span| Reckoning { span, anchor: Anchor::Reckoned, turns: None });
    }
    let Some(reference) = reference.published else {
        return missing;
    };
    let turns = turning(clue, reference);
    let span = turns.map(|turns| nearer(clue, turns, reference)).or_else(|| fixed(clue, reference));
    match span {
        Some(span) => Reckoning { span, anchor: Anchor::Reckoned, turns },
        None => missing,
    }
}

/// What is reckoned from the day told last.
fn from_told(clue: Clue, told: Date) -> Option<Span> {
    match clue {
        Clue::Told { days } => add(told, days.days()).map(Span::day),
        Clue::ToldIn { length } => around(told, 0, length),
        _ => None,
    }
}

/// What the words alone say.
fn written(clue: Clue) -> Option<Span> {
    match clue {
        Clue::Day { year: Some(year), month, day, .. } => Date::new(year, month, day).ok().map(Span::day),
        Clue::Days { first, last, first_year, year: Some(year) } => {
            // "28 December to 3 January 2025" begins in the year before.
            let first_year = first_year.unwrap_or(if first > last { year - 1 } else { year });
            days((first_year, first), (year, last))
        }
        Clue::Month { year: Some(year), month } => Span::month(year, month),
        Clue::Months { first, last, year: Some(year) } => months((year, first), (year, last)),
        Clue::Year { year } => Span::year(year),
        Clue::Years { first, last } => Span::stretch(Period::year(first)?, Period::year(last)?),
        _ => None,
    }
}

fn days(first: (i16, (i8, i8)), last: (i16, (i8, i8))) -> Option<Span> {
    let day = |(year, (month, day)): (i16, (i8, i8))| Date::new(year, month, day).ok().map(Period::Day);
    Span::stretch(day(first)?, day(last)?)
}

/// "December to January" begins in the year before.
fn months(first: (i16, i8), last: (i16, i8)) -> Option<Span> {
    let first_year = if first.1 > last.1 { first.0 - 1 } else { first.0 };
    Span::stretch(Period::month(first_year, first.1)?, Period::month(last.0, last.1)?)
}

/// Both readings of a clue that can lie behind or ahead.
fn turning(clue: Clue, reference: Date) -> Option<Turns> {
    let years = [reference.year() - 1, reference.year(), reference.year() + 1];
    let pick = |span: &dyn Fn(i16) -> Option<Span>| {
        let readings = || years.iter().filter_map(|year| span(*year));
        let behind = readings().filter(|span| span.earliest().is_some_and(|day| day <= reference)).last()?;
        let ahead = readings().find(|span| span.latest().is_some_and(|day| day >= reference))?;
        Some(Turns { behind, ahead })
    };
    match clue {
        Clue::Day { year: None, month, day, .. } => {
            // 29 February may be more than a year away.
            pick(&|year| Date::new(year, month, day).ok().map(Span::day))
        }
        Clue::Days { first, last, year: None, .. } => {
            pick(&|year| days((if first > last { year - 1 } else { year }, first), (year, last)))
        }
        Clue::Month { year: None, month } => pick(&|year| Span::month(year, month)),
        Clue::Months { first, last, year: None } => pick(&|year| months((year, first), (year, last))),
        Clue::Weekday { weekday } => {
            let back = i32::from((weekday_of(reference) - weekday).rem_euclid(7));
            let behind = add(reference, (-back).days())?;
            Some(Turns { behind: Span::day(behind), ahead: Span::day(add(behind, 7.days())?) })
        }
        _ => None,
    }
}

/// Of two readings the one behind, unless the one ahead is less than half as far from the reference day; of a weekday the one behind; of a day with its weekday the one
/// on that weekday.
fn nearer(clue: Clue, Turns { behind, ahead }: Turns, reference: Date) -> Span {
    if let Clue::Weekday { .. } = clue {
        return behind;
    }
    if let Clue::Day { weekday: Some(weekday), .. } = clue {
        let fits = |span: Span| span.earliest().is_some_and(|day| weekday_of(day) == weekday);
        if fits(behind) != fits(ahead) {
            return if fits(behind) { behind } else { ahead };
        }
    }
    let away = |from: Option<Date>, to: Option<Date>| match (from, to) {
        (Some(from), Some(to)) => (to - from).get_days(),
        _ => i32::MAX,
    };
    let (back, forth) = (away(behind.latest(), Some(reference)), away(Some(reference), ahead.earliest()));
    // Reports tell more of what has been: what is ahead must be much nearer.
    if back <= forth.saturating_mul(2) { behind } else { ahead }
}

/// A clue with one reading from the reference day.
fn fixed(clue: Clue, reference: Date) -> Option<Span> {
    match clue {
        Clue::Offset { days } => add(reference, days.days()).map(Span::day),
        Clue::WhichWeekday { which, weekday } => {
            let back = i32::from((weekday_of(reference) - weekday).rem_euclid(7));
            let days = match which {
                0 => i32::from(weekday) - i32::from(weekday_of(reference)),
                1.. => 7 - back,
                _ if back == 0 => -7,
                _ => -back,
            };
            add(reference, days.days()).map(Span::day)
        }
        Clue::WhichMonth { which, month } => {
            let year = reference.year();
            let year = match which {
                0 => year,
                1.. if month > reference.month() => year,
                1.. => year + 1,
                _ if month < reference.month() => year,
                _ => year - 1,
            };
            Span::month(year, month)
        }
        Clue::Which { which, length } => around(reference, which, length),
        Clue::Back { count, length: Length::Day } => add(reference, (-count).days()).map(Span::day),
        Clue::Back { count, length } => around(reference, -count, length),
        _ => None,
    }
}

/// The week, month or year so many away from the reference day's.
fn around(reference: Date, count: i32, length: Length) -> Option<Span> {
    match length {
        Length::Week => {
            let monday = add(reference, (-i32::from(weekday_of(reference))).days())?;
            let monday = add(monday, count.checked_mul(7)?.days())?;
            Span::stretch(Period::Day(monday), Period::Day(add(monday, 6.days())?))
        }
        Length::Month => {
            let day = add(reference.first_of_month(), count.months())?;
            Span::month(day.year(), day.month())
        }
        Length::Year => Span::year(reference.year().checked_add(i16::try_from(count).ok()?)?),
        Length::Day | Length::Hour => None,
    }
}

fn weekday_of(day: Date) -> i8 {
    day.weekday().to_monday_zero_offset()
}

fn add(day: Date, length: jiff::Span) -> Option<Date> {
    day.checked_add(length).ok()
}
