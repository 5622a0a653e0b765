//! Notes: what a reader of a line must know beside its figures.

use std::collections::{BTreeMap, BTreeSet};

use model::{ClaimId, Quantity, ResourceKind, Step};

use super::{Lines, weighed::Weighed};
use crate::{Contributor, Event, Note, OpenScope, StatedCount, Use};

/// Adds the notes of every line.
pub(super) fn add(lines: &mut Lines, all: &[Weighed], events: &[Event], scopes: &[OpenScope]) {
    for line in lines.values_mut() {
        let words = match &line.whose {
            Contributor::Unstated => "no source says whose this is; it is not added to any party",
            Contributor::Parties(_) => "one number for several parties; it is not added to any one of them",
            _ => continue,
        };
        let counts = line.counts.iter().flat_map(|count: &StatedCount| count.side.claims.iter().copied());
        let own = events.iter().filter(|event| event.whose == line.whose && event.resource == line.resource);
        let claims: BTreeSet<ClaimId> =
            counts.chain(own.flat_map(|event| event.reports.iter().copied())).collect();
        line.notes.push(Note { words: words.to_owned(), claims });
    }
    possible(lines, events);
    open_scopes(lines, scopes);
    of_units(lines, all);
    other_currencies(lines, events);
}

/// Whose a number may be, where nobody says.
fn open_scopes(lines: &mut Lines, scopes: &[OpenScope]) {
    for scope in scopes {
        let Some(line) = lines.get_mut(&(Contributor::Unstated, scope.resource.clone())) else { continue };
        let names = |remains| -> Vec<String> {
            let of = scope.readings.iter().filter(|reading| reading.remains == remains);
            of.map(|reading| reading.whose.name()).collect()
        };
        let (remain, out) = (names(true), names(false));
        let out = if out.is_empty() { String::new() } else { format!("; hardly {}", out.join(" or ")) };
        let words = format!("{} on {} may be {}{out}", scope.said.words, scope.day, remain.join(" or "));
        line.notes.push(Note { words, claims: scope.said.claims.clone() });
    }
}

fn note(lines: &mut Lines, event: &Event, words: String, claims: BTreeSet<ClaimId>) {
    if let Some(line) = lines.get_mut(&(event.whose.clone(), event.resource.clone())) {
        line.notes.push(Note { words, claims });
    }
}

fn possible(lines: &mut Lines, events: &[Event]) {
    for event in events.iter().filter(|event| event.use_ == Use::Possible) {
        let number = event.best.map_or("some".to_owned(), |best| Quantity::Exactly(best).to_string());
        let words = format!(
            "{}, {number}: may have come on top or stand in the figure already, for no day is given",
            event.step
        );
        note(lines, event, words, event.reports.clone());
    }
}

/// Where a line's only count is of named units, it may be of a part of them.
fn of_units(lines: &mut Lines, all: &[Weighed]) {
    for weighed in all {
        for count in &weighed.posed.problem.counts {
            let named = weighed.ledger.claim(count.report.claim).is_some_and(|held| {
                matches!(&held.claim.statement, model::Statement::Count(count) if !count.scope.units.is_empty())
            });
            let known = count.days.first.unwrap_or(count.days.last) <= weighed.as_of;
            let whose = weighed.counted(&count.of);
            let Some(line) = lines.get_mut(&(whose, weighed.posed.resource.clone())) else { continue };
            if named && known {
                let stage = super::weighed::stage(count.line);
                let words = format!("the count of those {stage} is of named units and may be of a part only");
                let claims = weighed.posed.claims([&count.report.claim]);
                line.notes.push(Note { words, claims });
            }
        }
    }
}

/// One number told in two currencies may be one sum of money: it stands in both, and both say so.
fn other_currencies(lines: &mut Lines, events: &[Event]) {
    let mut told: BTreeMap<(&Contributor, Step, u64), Vec<&Event>> = BTreeMap::new();
    for event in events.iter().filter(|event| event.resource.kind() == Some(ResourceKind::Money)) {
        if let Some(number) = event.best {
            told.entry((&event.whose, event.step, number)).or_default().push(event);
        }
    }
    for ((_, step, number), events) in told {
        for own in &events {
            for twin in events.iter().filter(|twin| twin.resource != own.resource && own.touches(twin)) {
                let words = format!(
                    "{step}, {}: the same number is told in {}; it may be one sum, and stands in both",
                    Quantity::Exactly(number),
                    twin.resource
                );
                note(lines, own, words, own.reports.union(&twin.reports).copied().collect());
            }
        }
    }
}
