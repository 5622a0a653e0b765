//! Own: what a reading of some reports as one event costs these reports themselves, before any balance is asked.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Telling;
use crate::fit::{OF_ITS_OWN, Source, Weight, cost_by_reports, whole_claim};

/// A report that tells one event for another day than most is left by this part of it.
const SLIP: i128 = 4;

/// What reports cost as one event, in the fit's whole numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Own {
    /// Their numbers, held against each other.
    pub(crate) numbers: i128,
    /// Their days, likewise. The fit knows nothing of these.
    pub(crate) days: i128,
}

impl Own {
    pub(crate) fn all(self) -> i128 {
        self.numbers + self.days
    }
}

/// What these reports cost as one event.
pub(crate) fn own<'t>(tellings: impl Iterator<Item = &'t Telling> + Clone) -> Own {
    let reports: Vec<_> = tellings.clone().map(|telling| &telling.report).collect();
    Own { numbers: cost_by_reports(&reports), days: days(tellings) }
}

/// A second movement has to save this much, or balances have to ask for it: whoever disputes a number or a day has
/// not told of another movement.
pub(crate) fn second(saved: i128) -> i128 {
    saved.clamp(0, whole_claim(OF_ITS_OWN))
}

/// The day that the heaviest sources give, the earliest of such; arrivals before departures.
pub(crate) fn day_of<'t>(tellings: impl Iterator<Item = &'t Telling> + Clone) -> Option<Date> {
    let mut told: BTreeMap<Date, BTreeMap<Source, Weight>> = BTreeMap::new();
    for telling in arrivals(tellings.clone()) {
        let Some((first, last)) = telling.days() else { continue };
        for day in first.series(jiff::Span::new().days(1)).take_while(|day| *day <= last) {
            let weight = told.entry(day).or_default().entry(telling.report.source).or_default();
            *weight = telling.report.weight.max(*weight);
        }
    }
    let weight = |by: &BTreeMap<Source, Weight>| by.values().map(|weight| weight.parts()).sum::<i128>();
    let best = told.iter().rev().max_by_key(|(_, by)| weight(by)).map(|(day, _)| *day);
    best.or_else(|| tellings.map(|telling| telling.last).min())
}

/// Those who tell of coming; all, where all tell of leaving.
fn arrivals<'t>(tellings: impl Iterator<Item = &'t Telling> + Clone) -> impl Iterator<Item = &'t Telling> {
    let all = tellings.clone().all(|telling| telling.leaves);
    tellings.filter(move |telling| all || !telling.leaves)
}

/// Each source that gives another day is left by a part of its weight; one that tells it for two days, by all of it,
/// for each day too many. Leaving on the eve is no other day.
fn days<'t>(tellings: impl Iterator<Item = &'t Telling> + Clone) -> i128 {
    let Some(day) = day_of(tellings.clone()) else { return 0 };
    let all = tellings.clone().all(|telling| telling.leaves);
    let mut by: BTreeMap<Source, (Weight, BTreeSet<Date>)> = BTreeMap::new();
    for telling in tellings {
        let Some((first, last)) = telling.days() else { continue };
        let told =
            if telling.leaves && !all && first <= day || (first <= day && day <= last) { day } else { last };
        let (weight, days) = by.entry(telling.report.source).or_default();
        *weight = telling.report.weight.max(*weight);
        days.insert(told);
    }
    by.values()
        .map(|(weight, days)| match days.len() {
            1 if days.contains(&day) => 0,
            1 => whole_claim(weight.parts()) / SLIP,
            n => whole_claim(weight.parts()) * i128::try_from(n - 1).unwrap_or(1),
        })
        .sum()
}
