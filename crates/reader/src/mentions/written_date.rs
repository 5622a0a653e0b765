//! Dates written out: a month, a day or a year by its name or its number, and stretches between two.

use super::{calendar::Clue, date::word, scene::Scene};
use crate::{
    Cue, Shape,
    lexicon::Hit,
    meaning::{DateWord, Meaning},
};

fn month(scene: &Scene<'_>, token: usize) -> Option<(i8, usize)> {
    let (month, end) = word(scene, token, |word| match word {
        DateWord::Month(month) => Some(month),
        _ => None,
    })?;
    let is_short = scene.raw(token).len() <= 4 && !scene.is(token, Cue::WholeMonth);
    let has_stop = is_short && scene.word(end) == "." && scene.is_glued(end);
    Some((month, end + usize::from(has_stop)))
}

fn day(scene: &Scene<'_>, token: usize) -> Option<(i8, usize)> {
    let word = scene.word(token);
    let digits = match scene.shape(token) {
        Shape::Digits => word,
        Shape::Alphanumeric => scene.lexicons.without_ordinal_ending(word)?,
        _ => {
            return scene.find(token, |meaning| match meaning {
                Meaning::Ordinal(n) => i8::try_from(n.get()).ok().filter(|day| (1..=31).contains(day)),
                _ => None,
            });
        }
    };
    let day = (digits.len() <= 2).then(|| digits.parse::<i8>().ok()).flatten()?;
    (1..=31).contains(&day).then_some((day, token + 1))
}

fn year(scene: &Scene<'_>, token: usize) -> Option<(i16, usize)> {
    let word = scene.word(token);
    let is_year = scene.shape(token) == Shape::Digits && word.len() == 4 && !word.contains(['.', ',']);
    let year = word.parse::<i16>().ok().filter(|year| is_year && (1900..2100).contains(year))?;
    Some((year, token + 1))
}

/// The year behind a day or a month: ", 2024", "2024", "of 2024", "this year", "last year".
pub(super) fn year_behind(scene: &Scene<'_>, at: usize) -> Option<(i16, usize)> {
    let joins = scene.word(at) == "," || scene.is(at, Cue::In) || scene.is(at, Cue::Of);
    let at = at + usize::from(joins);
    year(scene, at)
}

fn joins(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_dash(at) || matches!(scene.word(at), "/" | "&") || scene.is(at, Cue::JoinsDates)
}

/// "June 24, 2024", "February 25 to 28, 2024", "June and July 2024", "June 2024", "in June".
pub(super) fn month_first(scene: &Scene<'_>, start: usize, led: bool) -> Option<(Clue, usize)> {
    let (first_month, at) = month(scene, start)?;
    let the = usize::from(scene.is(at, Cue::The));
    if let Some((first_day, after)) = day(scene, at + the).filter(|(_, after)| is_day_end(scene, *after)) {
        if joins(scene, after) {
            let to = after + 1;
            let second = month(scene, to)
                .and_then(|(month, at)| day(scene, at).map(|(day, end)| ((month, day), end)))
                .or_else(|| {
                    day(scene, to)
                        .filter(|(_, end)| is_day_end(scene, *end))
                        .map(|(day, end)| ((first_month, day), end))
                });
            if let Some((last, end)) =
                second.filter(|(last, _)| *last > (first_month, first_day) || last.0 < first_month)
            {
                let (year, end) =
                    year_behind(scene, end).map_or((None, end), |(year, end)| (Some(year), end));
                return Some((
                    Clue::Days { first: (first_month, first_day), last, first_year: None, year },
                    end,
                ));
            }
            // "June 24, 2024 to March 3, 2025" is read as two dates.
        }
        let (year, end) = year_behind(scene, after).map_or((None, after), |(year, end)| (Some(year), end));
        return Some((Clue::Day { year, month: first_month, day: first_day, weekday: None }, end));
    }
    if let Some((year, end)) = year_behind(scene, at) {
        return Some((Clue::Month { year: Some(year), month: first_month }, end));
    }
    let second = month(scene, at + 1).filter(|_| joins(scene, at));
    if let Some((last, end)) = second.filter(|(last, end)| *last != first_month && day(scene, *end).is_none())
    {
        let (year, end) = year_behind(scene, end).map_or((None, end), |(year, end)| (Some(year), end));
        return Some((Clue::Months { first: first_month, last, year }, end));
    }
    let led = led || scene.is_before(start, Cue::LeadsToMonth);
    let is_plain = !scene.is(start, Cue::MonthOrOther);
    (led || is_plain).then_some((Clue::Month { year: None, month: first_month }, at))
}

/// Whether a day's number ends here: "June 24 officers" has none, and neither has "May 2,500".
fn is_day_end(scene: &Scene<'_>, at: usize) -> bool {
    let goes_on = scene.word(at) == "." && scene.is_glued(at + 1) && scene.shape(at + 1) == Shape::Digits;
    let counts = |hit: &Hit<'_>| matches!(hit.meaning, Meaning::People(_) | Meaning::Number(_));
    !goes_on && !scene.at(at).iter().any(counts)
}

/// "24 June 2024", "the 4th of June", "25-28 February 2024", "28 February to 3 March 2024".
pub(super) fn day_first(scene: &Scene<'_>, start: usize) -> Option<(Clue, usize)> {
    let start = start + usize::from(scene.is(start, Cue::The));
    let (first_day, at) = day(scene, start)?;
    let of = |at: usize| at + usize::from(scene.is(at, Cue::Of));
    let with_year = |end: usize| year_behind(scene, end).map_or((None, end), |(year, end)| (Some(year), end));
    if let Some((first_month, after)) = month(scene, of(at)) {
        if joins(scene, after) {
            let the = usize::from(scene.is(after + 1, Cue::The));
            let second = day(scene, after + 1 + the)
                .and_then(|(day, at)| month(scene, of(at)).map(|(month, end)| ((month, day), end)));
            if let Some((last, end)) = second {
                let (year, end) = with_year(end);
                return Some((
                    Clue::Days { first: (first_month, first_day), last, first_year: None, year },
                    end,
                ));
            }
        }
        let (year, end) = with_year(after);
        if let Some(first_year) = year.filter(|_| joins(scene, end)) {
            let second = day(scene, end + 1)
                .and_then(|(day, at)| month(scene, of(at)).map(|(month, end)| ((month, day), end)));
            if let Some(((last, last_year), end)) =
                second.and_then(|(last, end)| year_behind(scene, end).map(|(year, end)| ((last, year), end)))
            {
                let first = (first_month, first_day);
                return Some((
                    Clue::Days { first, last, first_year: Some(first_year), year: Some(last_year) },
                    end,
                ));
            }
        }
        return Some((Clue::Day { year, month: first_month, day: first_day, weekday: None }, end));
    }
    if !joins(scene, at) {
        return None;
    }
    let (last_day, after) = day(scene, at + 1)?;
    let (month, end) = month(scene, of(after))?;
    let (year, end) = with_year(end);
    let days = Clue::Days { first: (month, first_day), last: (month, last_day), first_year: None, year };
    (first_day < last_day).then_some((days, end))
}

/// "2024", "2025-2027", "2023/24": only where no noun behind it could be counted.
pub(super) fn year_alone(scene: &Scene<'_>, start: usize, led: bool) -> Option<(Clue, usize)> {
    let (first, at) = year(scene, start)?;
    let hedged = scene.ends_before(start, |meaning| {
        matches!(meaning, Meaning::Hedge { .. } | Meaning::Currency(_) | Meaning::Instrument)
    });
    let in_before = scene.word_before(start) == "(" || scene.is_before(start, Cue::LeadsToYear);
    let counted = scene.find(at, |meaning| {
        matches!(
            meaning,
            Meaning::People(_)
                | Meaning::Group
                | Meaning::Equipment(_)
                | Meaning::Number(_)
                | Meaning::Currency(_)
                | Meaning::Measure
        )
        .then_some(())
    });
    if counted.is_some() || (hedged && !in_before && !led) {
        return None;
    }
    let joined = scene.is_dash(at)
        || scene.word(at) == "/"
        || scene.is(at, Cue::InfinitiveMark)
        || (scene.is(at, Cue::And) && led);
    if joined {
        if let Some((last, end)) = year(scene, at + 1).filter(|(last, _)| *last > first) {
            return Some((Clue::Years { first, last }, end));
        }
        let short = scene.word(at + 1);
        let next = (first + 1) % 100;
        if scene.is_glued(at) && short.len() == 2 && short.parse() == Ok(next) {
            return Some((Clue::Years { first, last: first + 1 }, at + 2));
        }
    }
    Some((Clue::Year { year: first }, at))
}
