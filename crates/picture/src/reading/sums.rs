//! Sums: the parties and others added up, resource by resource; currencies and types are never mixed.

use std::collections::BTreeMap;

use model::Stage;

use super::{
    Lines,
    figures::{by_movements, days_old},
    line,
    weighed::{Bears, Weighed},
};
use crate::{Basis, Contributor, Figure, Line, amount::Amount, fit::Line as Of};

/// Adds a line of the sum for each resource that parties have.
pub(super) fn add(lines: &mut Lines, all: &[Weighed]) {
    for weighed in all.iter().filter(|weighed| weighed.is_of_parties()) {
        for of in weighed.fitted.totals.keys() {
            if let Some(figure) = sum(lines, weighed, *of) {
                put(line(lines, &Contributor::Sum, &weighed.posed.resource), *of, figure);
            }
        }
    }
    for weighed in all.iter().filter(|weighed| !weighed.is_of_parties()) {
        add_joint(lines, weighed);
    }
}

fn put(line: &mut Line, of: Of, figure: Figure) {
    match of {
        Of::PromisedInAll => line.promised_in_all = Some(figure),
        Of::In(stage) => {
            line.stages.insert(stage, figure);
        }
    }
}

pub(super) fn get(line: &Line, of: Of) -> Option<&Figure> {
    match of {
        Of::PromisedInAll => line.promised_in_all.as_ref(),
        Of::In(stage) => line.stages.get(&stage),
    }
}

fn sum(lines: &Lines, weighed: &Weighed, of: Of) -> Option<Figure> {
    let point = weighed.fitted.totals.get(&of)?.on(weighed.as_of)?;
    let of_resource = lines.values().filter(|line| line.resource == weighed.posed.resource);
    let parts: Vec<&Figure> = of_resource
        .filter(|line| matches!(line.whose, Contributor::Party(_) | Contributor::Others))
        .filter_map(|line| get(line, of))
        .collect();
    if parts.is_empty() {
        return None;
    }
    let behind = weighed.behind(None, of);
    let since = behind.iter().map(|it| it.day.min(weighed.as_of)).max();
    // So that the sum can be redone from the numbers that are given, "some" opens it upwards and adds nothing.
    let some = without_number(lines, weighed, of);
    let unnumbered = parts.iter().any(|part| part.best.is_none());
    let numbered = parts.iter().any(|part| part.best.is_some());
    let hangs_on = |source: Option<_>| source.and_then(|source| weighed.hangs_on(source));
    let best = point.best.saturating_sub(some);
    Some(Figure {
        low: point.low.saturating_sub(some).min(best),
        best: numbered.then_some(best),
        high: point.high.filter(|_| !unnumbered).map(|high| high.saturating_sub(some).max(best)),
        stated: None,
        basis: Basis::Sum,
        since,
        days_old: since.map_or(0, |since| days_old(since, weighed.as_of)),
        claims: weighed.claims_of(&behind),
        by_movements: by_movements(of, &behind, point)
            .filter(|_| behind.iter().any(|it| it.bears == Bears::ByMovement)),
        low_hangs_on: hangs_on(point.low_without),
        high_hangs_on: hangs_on(point.high_without),
        rests_on: None,
    })
}

/// What the fit reckons for those of whom no source gives a number, or nothing is shown as yet.
fn without_number(lines: &Lines, weighed: &Weighed, of: Of) -> u64 {
    let own = weighed.fitted.histories.iter().filter(|((_, line), _)| *line == of);
    own.filter(|((holder, _), _)| {
        let line = lines.get(&(weighed.contributor(*holder), weighed.posed.resource.clone()));
        line.and_then(|line| get(line, of)).is_none_or(|figure| figure.best.is_none())
    })
    .filter_map(|(_, history)| history.on(weighed.as_of))
    .map(|point| point.best)
    .sum()
}

/// One number of several parties of whom nobody tells by itself is in the sum as well.
fn add_joint(lines: &mut Lines, weighed: &Weighed) {
    let crate::fit::claims::Alone::One(Contributor::Parties(parties)) = &weighed.posed.alone else { return };
    let resource = &weighed.posed.resource;
    let Some(joint) = lines.get(&(Contributor::Parties(parties.clone()), resource.clone())) else { return };
    let stages: Vec<Stage> = joint.stages.keys().copied().collect();
    let mut untold: BTreeMap<Of, Figure> = BTreeMap::new();
    for of in stages.into_iter().map(Of::In).chain([Of::PromisedInAll]) {
        let told = parties.iter().any(|party| {
            let own = lines.get(&(Contributor::Party(party), resource.clone()));
            own.is_some_and(|own| get(own, of).is_some())
        });
        if let Some(figure) = get(joint, of).filter(|_| !told) {
            untold.insert(of, figure.clone());
        }
    }
    for (of, joint) in untold {
        let sum = line(lines, &Contributor::Sum, resource);
        let figure = match get(sum, of) {
            Some(own) => plus(own, &joint),
            None => Figure { basis: Basis::Sum, stated: None, rests_on: None, by_movements: None, ..joint },
        };
        put(sum, of, figure);
    }
}

fn plus(sum: &Figure, more: &Figure) -> Figure {
    let amount = |figure: &Figure| Amount { low: figure.low, best: figure.best, high: figure.high };
    let Amount { low, best, high } = amount(sum).plus(amount(more));
    Figure {
        low,
        best,
        high,
        since: sum.since.max(more.since),
        days_old: sum.days_old.min(more.days_old),
        claims: sum.claims.union(&more.claims).copied().collect(),
        ..sum.clone()
    }
}
