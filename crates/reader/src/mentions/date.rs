//! Dates: full and partial, with months and weekdays, stretches, and words such as "yesterday".

use jiff::civil::Date;
use model::{Period, Span};

use super::{
    calendar::{self, Clue, Reckoning, Reference},
    numeral,
    scene::Scene,
    season::season,
    written_date::{day_first, month_first, year_alone},
};
use crate::{
    Anchor, Cue, DateMention, Edge, Mention, Shape, What,
    meaning::{DateWord, Length, Meaning},
};

/// Every date of a sentence, in order, none overlapping another.
pub(super) fn dates(scene: &Scene<'_>, mut reference: Reference) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut token = 0;
    while token < scene.len() {
        let found = may_begin(scene, token).then(|| dated(scene, token, reference)).flatten();
        token = match found {
            Some(mention) => {
                let end = mention.tokens.end.max(token + 1);
                reference.told = told(&mention).or(reference.told);
                mentions.push(mention);
                end
            }
            None => token + 1,
        };
    }
    mentions
}

/// The day that a date tells of, which what follows may reckon from.
pub(super) fn told(mention: &Mention) -> Option<Date> {
    match &mention.what {
        What::Date(DateMention { span: Span::In(Period::Day(day)), edge: Edge::Within, .. }) => Some(*day),
        _ => None,
    }
}

/// Whether a date can begin with a token: most words begin none, and each is looked at in a dozen ways.
fn may_begin(scene: &Scene<'_>, token: usize) -> bool {
    let tells =
        |meaning: &Meaning| matches!(meaning, Meaning::Date(_) | Meaning::Number(_) | Meaning::Ordinal(_));
    scene.word(token).starts_with(|first: char| first.is_ascii_digit())
        || scene.at(token).iter().any(|hit| tells(hit.meaning))
        || [Cue::The, Cue::Between, Cue::OneArticle].iter().any(|cue| scene.is(token, *cue))
}

/// A date with the preposition that bounds it.
fn dated(scene: &Scene<'_>, start: usize, reference: Reference) -> Option<Mention> {
    let edge = word(scene, start, |word| match word {
        DateWord::Edge(edge) => Some(edge),
        _ => None,
    });
    let (edge, at) = match edge {
        Some((edge, end)) => (Some(edge), end),
        None if scene.is(start, Cue::Between) => (None, start + 1),
        None => (None, start),
    };
    let (clue, end) = parts(scene, at, edge.is_some() || at > start)?;
    let Reckoning { span, anchor, turns } = calendar::reckon(clue, reference);
    let is_stretch = matches!(clue, Clue::Months { .. } | Clue::Days { .. } | Clue::Years { .. });
    if at > start && edge.is_none() && !is_stretch {
        return None;
    }
    let edge = edge.filter(|_| !is_stretch).unwrap_or(Edge::Within);
    // What ends by a day lies ahead of it: "by September" is the next September.
    let span = match (edge, turns) {
        (Edge::AsOf, Some(turns)) => turns.behind,
        (Edge::Since, Some(turns)) if scene.is(start, Cue::Since) => turns.behind,
        (Edge::By | Edge::Until, Some(turns)) => turns.ahead,
        _ => span,
    };
    // "since Tuesday" looks back, whatever the tense.
    let turns = turns.filter(|_| edge != Edge::Since || !scene.is(start, Cue::Since));
    Some(Scene::mention(start..end, What::Date(DateMention { span, edge, anchor, turns })))
}

/// The date word at a token that `wanted` takes, and the token behind it.
pub(super) fn word<T>(
    scene: &Scene<'_>,
    token: usize,
    wanted: impl Fn(DateWord) -> Option<T>,
) -> Option<(T, usize)> {
    scene.find(token, |meaning| match meaning {
        Meaning::Date(word) => wanted(*word),
        _ => None,
    })
}

/// A date without its preposition. `led` says that a preposition stands before it, so that a bare "May" is a month.
fn parts(scene: &Scene<'_>, start: usize, led: bool) -> Option<(Clue, usize)> {
    numeric(scene, start)
        .or_else(|| as_told(scene, start))
        .or_else(|| ago(scene, start))
        .or_else(|| which_behind(scene, start))
        .or_else(|| this_day(scene, start))
        .or_else(|| relative(scene, start))
        .or_else(|| part_of(scene, start))
        .or_else(|| with_weekday(scene, start))
        .or_else(|| season(scene, start))
        .or_else(|| month_first(scene, start, led))
        .or_else(|| day_first(scene, start))
        .or_else(|| year_alone(scene, start, led))
}

/// "2024-06-24", "24/06/2024", "24.06.2024". Where day and month could change places, the day comes first.
fn numeric(scene: &Scene<'_>, start: usize) -> Option<(Clue, usize)> {
    let number = |token: usize| match scene.shape(token) {
        Shape::Digits => scene.raw(token).parse::<i16>().ok(),
        _ => None,
    };
    if scene.shape(start) != Shape::Digits {
        return None;
    }
    let dotted: Vec<_> = scene.raw(start).split('.').take(4).map(|part| part.parse::<i16>().ok()).collect();
    let mark = scene.word(start + 1);
    let glued = (start + 1..start + 5).all(|token| scene.is_glued(token));
    let (a, b, c, end) = match dotted[..] {
        [Some(day), Some(month), Some(year)] => (day, month, year, start + 1),
        _ if glued && matches!(mark, "-" | "/") && scene.word(start + 3) == mark => {
            (number(start)?, number(start + 2)?, number(start + 4)?, start + 5)
        }
        _ => return None,
    };
    let (year, month, day) = match (a, b, c) {
        (1000.., _, _) => (a, b, c),
        (_, 13.., 1000..) => (c, a, b),
        (_, _, 1000..) => (c, b, a),
        _ => return None,
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok()?;
    Some((Clue::Day { year: Some(year), month, day, weekday: None }, end))
}

/// "the same day", "a day later", "that month"; "the day before the vote" is reckoned from the vote.
fn as_told(scene: &Scene<'_>, start: usize) -> Option<(Clue, usize)> {
    let (clue, end) = word(scene, start, |word| match word {
        DateWord::Told(days) => Some(Clue::Told { days }),
        DateWord::ToldIn(length) => Some(Clue::ToldIn { length }),
        _ => None,
    })?;
    let same = matches!(clue, Clue::Told { days: 0 } | Clue::ToldIn { .. });
    let ends = scene.shape(end) == Shape::Mark || end >= scene.len();
    (same || ends).then_some((clue, end))
}

/// "mardi dernier", "la semaine prochaine", "en octobre dernier": the word that tells which stands behind.
fn which_behind(scene: &Scene<'_>, start: usize) -> Option<(Clue, usize)> {
    let start = start + usize::from(scene.is(start, Cue::The));
    let (noun, at) = word(scene, start, |word| match word {
        DateWord::Weekday(_) | DateWord::Month(_) => Some(word),
        DateWord::Period(length) if !matches!(length, Length::Hour | Length::Day) => Some(word),
        _ => None,
    })?;
    let (which, end) = word(scene, at, |word| match word {
        DateWord::WhichBehind(which) => Some(which),
        _ => None,
    })?;
    let clue = match noun {
        DateWord::Weekday(weekday) => Clue::WhichWeekday { which, weekday },
        DateWord::Month(month) => Clue::WhichMonth { which, month },
        DateWord::Period(length) => Clue::Which { which, length },
        _ => return None,
    };
    Some((clue, end))
}

/// "ce mardi 25 juin": the day itself stands behind.
fn this_day(scene: &Scene<'_>, start: usize) -> Option<(Clue, usize)> {
    let ((), at) = word(scene, start, |word| (word == DateWord::Which(0)).then_some(()))?;
    with_weekday(scene, at).filter(|(clue, _)| matches!(clue, Clue::Day { .. }))
}

/// "three days ago", "a year ago", "il y a trois jours".
fn ago(scene: &Scene<'_>, start: usize) -> Option<(Clue, usize)> {
    let before = word(scene, start, |word| (word == DateWord::AgoBefore).then_some(()));
    if let Some(((), at)) = before {
        let (count, at) = match numeral::numeral(scene, at, false) {
            Some(count) => (i32::try_from(count.small()?).ok()?, count.end),
            None => (1, at + usize::from(scene.is(at, Cue::OneArticle))),
        };
        return period(scene, at).map(|(length, end)| (Clue::Back { count, length }, end));
    }
    let (count, at) = if scene.is(start, Cue::OneArticle) {
        (1, start + 1)
    } else {
        {
            let count = numeral::numeral(scene, start, false)?;
            (i32::try_from(count.small()?).ok()?, count.end)
        }
    };
    let (length, at) = period(scene, at)?;
    let ((), end) = word(scene, at, |word| matches!(word, DateWord::Ago).then_some(()))?;
    Some((Clue::Back { count, length }, end))
}

fn period(scene: &Scene<'_>, token: usize) -> Option<(Length, usize)> {
    word(scene, token, |word| match word {
        DateWord::Period(length) if length != Length::Hour => Some(length),
        _ => None,
    })
}

/// "yesterday", "last October", "this week", "next Tuesday", "the year is out".
fn relative(scene: &Scene<'_>, start: usize) -> Option<(Clue, usize)> {
    let fixed = word(scene, start, |word| match word {
        DateWord::Day(days) => Some(Clue::Offset { days }),
        DateWord::Now(length) => Some(Clue::Which { which: 0, length }),
        _ => None,
    });
    if fixed.is_some() {
        return fixed;
    }
    let (which, at) = word(scene, start, |word| match word {
        DateWord::Which(which) => Some(which),
        _ => None,
    })?;
    word(scene, at, |word| match word {
        DateWord::Period(Length::Hour | Length::Day) => None,
        // "the past months" is no month.
        DateWord::Period(length) if !scene.is_plural(at) => Some(Clue::Which { which, length }),
        DateWord::Weekday(weekday) => Some(Clue::WhichWeekday { which, weekday }),
        DateWord::Month(month) => Some(Clue::WhichMonth { which, month }),
        _ => None,
    })
}

/// "late April", "the end of September", "mid-2025": the month or the year.
fn part_of(scene: &Scene<'_>, start: usize) -> Option<(Clue, usize)> {
    let part = |word| matches!(word, DateWord::Part).then_some(());
    let ((), mut at) = word(scene, start, part)?;
    at = scene.skip_hyphen(at);
    for skipped in [Cue::In, Cue::InfinitiveMark, Cue::Of, Cue::The] {
        at += usize::from(scene.is(at, skipped));
    }
    if let Some(((), end)) = word(scene, at, part) {
        at = scene.skip_hyphen(end);
    }
    if let Some(found) = as_told(scene, at).or_else(|| relative(scene, at)) {
        return Some(found);
    }
    let (clue, end) = month_first(scene, at, true).or_else(|| year_alone(scene, at, true))?;
    Some((clue, end))
}

/// "Tuesday", "Friday night November 1, 2024", "Wednesday, July 17, 2024".
fn with_weekday(scene: &Scene<'_>, start: usize) -> Option<(Clue, usize)> {
    let (weekday, mut end) = word(scene, start, |word| match word {
        DateWord::Weekday(weekday) => Some(weekday),
        _ => None,
    })?;
    let is_short = scene.is(start, Cue::ShortWeekday);
    while let Some(((), after)) = word(scene, end, |word| matches!(word, DateWord::TimeOfDay).then_some(())) {
        end = after;
    }
    let mut at = end + usize::from(is_short && scene.word(end) == "." && scene.is_glued(end));
    at += usize::from(matches!(scene.word(at), "," | "("));
    at += usize::from(scene.is(at, Cue::The));
    match month_first(scene, at, false).or_else(|| day_first(scene, at)) {
        Some((Clue::Day { year, month, day, .. }, after)) => {
            Some((Clue::Day { year, month, day, weekday: Some(weekday) }, after))
        }
        // "Sun" and "Sat" alone are other words.
        _ => (!is_short).then_some((Clue::Weekday { weekday }, end)),
    }
}

/// A full day of a date mention whose words say it all.
pub(crate) fn written_day(date: &DateMention) -> Option<Date> {
    match (date.span, date.anchor) {
        (Span::In(Period::Day(day)), Anchor::Written) => Some(day),
        _ => None,
    }
}

/// Whether a span is one day.
pub(super) fn is_day(span: Span) -> bool {
    matches!(span, Span::In(Period::Day(_)))
}
