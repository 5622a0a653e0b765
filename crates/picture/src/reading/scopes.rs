//! Scopes: a number of which nobody says whose it is, fitted as each contributor's that it could be.
//!
//! It stays open between its readings: it binds no balance, and a reading falls out only where it costs clearly more than
//! another. `docs/decisions/0007-one-reading.md` has the reasons.

use std::collections::BTreeSet;

use super::weighed::{Weighed, stage};
use crate::{
    Contributor, OpenScope, ScopeReading,
    fit::{Count, Holder, Memo, Of, cheapest, millionths},
};

/// A reading that costs more than another by this part of leaving the claim by its whole strength falls out: one in so many.
const CLEARLY: i128 = 2;
/// No more counts than so many are read in every way, the latest first.
const MOST: usize = 24;
/// Whose balance is further from the number than by this factor is not asked: it falls out.
const FAR: u64 = 4;

/// The counts up to the day of nobody named, each with its readings.
pub(super) fn of(weighed: &Weighed, memo: &mut Memo) -> Vec<OpenScope> {
    let known = |count: &Count| count.days.first.unwrap_or(count.days.last) <= weighed.as_of;
    let mut open: Vec<&Count> = weighed.posed.unstated.iter().filter(|count| known(count)).collect();
    open.sort_by_key(|count| (std::cmp::Reverse(count.days.last), count.report.claim));
    open.into_iter().take(MOST).filter_map(|count| scope(weighed, count, memo)).collect()
}

fn scope(weighed: &Weighed, count: &Count, memo: &mut Memo) -> Option<OpenScope> {
    let said = weighed.posed.unstated_said(weighed.ledger, count)?;
    let base = cheapest(&weighed.posed.problem, memo).cost();
    let mut readings: Vec<(i128, ScopeReading)> = candidates(weighed, count)
        .into_iter()
        .map(|of| {
            let mut problem = weighed.posed.problem.clone();
            problem.counts.push(Count { of: of.clone(), ..count.clone() });
            let whose = weighed.counted(&of);
            let now = match &of {
                Of::One(holder) => weighed.fitted.histories.get(&(*holder, count.line)),
                _ => weighed.fitted.totals.get(&count.line),
            };
            let holder = match &of {
                Of::One(holder) => Some(*holder),
                _ => None,
            };
            let then = cheapest(&problem, memo);
            let reading = ScopeReading {
                whose,
                costs_more: 0,
                remains: true,
                figure: then.on(holder, count.line, weighed.as_of),
                figure_now: now.and_then(|now| now.on(weighed.as_of)).map(|point| point.best),
            };
            (then.cost() - base, reading)
        })
        .collect();
    readings.sort_by(|a, b| (a.0, &a.1.whose).cmp(&(b.0, &b.1.whose)));
    let least = readings.first().map_or(0, |(cost, _)| *cost);
    let clearly = crate::fit::whole_claim(count.report.weight.parts()) / CLEARLY;
    for (cost, reading) in &mut readings {
        reading.costs_more = millionths(*cost - least);
        reading.remains = *cost - least <= clearly;
    }
    Some(OpenScope {
        resource: weighed.posed.resource.clone(),
        stage: stage(count.line),
        day: count.days.last,
        said,
        readings: readings.into_iter().map(|(_, reading)| reading).collect(),
    })
}

/// Whose it could be: each party whose balance is not far from it, and the whole mission.
fn candidates(weighed: &Weighed, count: &Count) -> Vec<Of> {
    let bounds = count.report.bounds;
    let number = count.report.number.unwrap_or(bounds.low).max(1);
    let near = |best: u64| best.saturating_mul(FAR) >= number && best <= number.saturating_mul(FAR);
    let mut holders: BTreeSet<Holder> = BTreeSet::new();
    for ((holder, line), history) in &weighed.fitted.histories {
        let stands = history.on(count.days.last).is_some_and(|point| near(point.best));
        if *line == count.line && stands && matches!(weighed.contributor(*holder), Contributor::Party(_)) {
            holders.insert(*holder);
        }
    }
    holders.into_iter().map(Of::One).chain([Of::Mission]).collect()
}
