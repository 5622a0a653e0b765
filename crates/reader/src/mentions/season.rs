//! Quarters and seasons: "the third quarter of 2024", "Q3 2024", "in the spring", "last autumn".

use super::{calendar::Clue, date::word, scene::Scene, written_date::year_behind};
use crate::{
    Cue,
    meaning::{DateWord, Meaning},
};

/// A quarter or a season as its three months. Seasons are those of the north, as the press of the north writes them; a
/// season without an article or a year may be another word and is none.
pub(super) fn season(scene: &Scene<'_>, start: usize) -> Option<(Clue, usize)> {
    let the = usize::from(scene.is(start, Cue::The));
    let (first, end) = quarter(scene, start + the).or_else(|| {
        let at = start + the;
        let (first, end) = word(scene, at, |word| match word {
            DateWord::Season(first) => Some(first),
            _ => None,
        })?;
        let led = the > 0 || scene.is_before(start, Cue::LeadsToSeason) || year_behind(scene, end).is_some();
        led.then_some((first, end))
    })?;
    let (year, end) = year_behind(scene, end).map_or((None, end), |(year, end)| (Some(year), end));
    let last = (first + 1) % 12 + 1;
    // "winter 2024" begins in that year.
    let year = year.map(|year| if last < first { year + 1 } else { year });
    Some((Clue::Months { first, last, year }, end))
}

/// "third quarter", "Q3": the first of its months.
fn quarter(scene: &Scene<'_>, at: usize) -> Option<(i8, usize)> {
    let named = |at: usize| {
        word(scene, at, |word| match word {
            DateWord::Quarter(nth) => Some(nth),
            _ => None,
        })
    };
    if let Some((nth, end)) = named(at).filter(|(nth, _)| *nth > 0) {
        return Some((3 * nth - 2, end));
    }
    let (nth, noun) = scene.find(at, |meaning| match meaning {
        Meaning::Ordinal(nth) => i8::try_from(nth.get()).ok().filter(|nth| (1..=4).contains(nth)),
        _ => None,
    })?;
    let (_, end) = named(noun).filter(|(nth, _)| *nth == 0)?;
    // "the first quarter of the match": only of a year, or alone.
    let of_else = scene.is(end, Cue::Of) && year_behind(scene, end).is_none();
    (!of_else).then_some((3 * nth - 2, end))
}
