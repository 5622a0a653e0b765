//! Posted counts: the counts of one stage, the latest first, each chosen among those of its days.

use jiff::{ToSpan, civil::Date};
use model::{Span, Stage, Statement};

use crate::{
    compose::{Part, compose},
    gather::Told,
    vote::{Ballot, Choice, choose},
};

/// Counts this many days apart speak of the same strength, where nothing is known to have moved between them.
const SAME_STRENGTH_DAYS: i32 = 7;

/// A count that stands on a day, with those that it outvoted.
#[derive(Clone, Debug)]
pub(crate) struct Posted {
    pub(crate) day: Date,
    pub(crate) stage: Stage,
    pub(crate) choice: Choice,
    /// Whether it counts only named units of the party.
    pub(crate) of_units: bool,
}

/// The counts of one stage of one line, oldest first; `moved` are the days on which something moved, in order.
pub(crate) fn post(stage: Stage, counts: &[&Told], moved: &[Date], as_of: Date) -> Vec<Posted> {
    // A count of named units may be of a part only: it speaks for the whole where nothing else does.
    let some_whole = counts.iter().any(|told| !of_units(told));
    let parts = counts.iter().filter(|told| !(some_whole && of_units(told))).filter_map(|told| part(told));
    let mut ballots: Vec<Ballot> = compose(parts.collect()).into_iter().map(|(_, ballot)| ballot).collect();
    for ballot in &mut ballots {
        ballot.day = ballot.day.min(as_of);
    }
    ballots.sort_by(|a, b| (a.day, &a.ids).cmp(&(b.day, &b.ids)));
    let mut posted = Vec::new();
    while let Some(latest) = ballots.last().map(|ballot| ballot.day) {
        let since = latest.checked_sub(SAME_STRENGTH_DAYS.days()).unwrap_or(Date::MIN);
        let last_move = moved[..moved.partition_point(|day| *day <= latest)].last();
        // A movement is in the counts of its own day.
        let from = ballots.partition_point(|ballot| {
            ballot.day < since || last_move.is_some_and(|moved| ballot.day < *moved)
        });
        let together = ballots.split_off(from);
        if let Some(choice) = choose(&together, |_| 0) {
            posted.push(Posted { day: latest, stage, choice, of_units: !some_whole });
        }
    }
    posted.reverse();
    posted
}

/// Whether it counts named units of the party.
pub(crate) fn of_units(told: &Told) -> bool {
    matches!(&told.claim.statement, Statement::Count(count) if !count.scope.units.is_empty())
}

pub(crate) fn part<'t, 'a>(told: &'t Told<'a>) -> Option<Part<'t, 'a, (Stage, Span)>> {
    let Statement::Count(count) = &told.claim.statement else { return None };
    Some(Part {
        told,
        alike: (count.stage, count.as_of),
        resource: &count.scope.resource,
        quantity: count.quantity,
    })
}
