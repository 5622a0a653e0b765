//! Sums: the parties and others added up, resource by resource; currencies and types are never mixed.

use std::collections::BTreeMap;

use model::Resource;

use super::{
    Lines,
    figures::{by_movements, days_old},
    line,
    weighed::{Bears, Weighed},
};
use crate::{
    Basis, Contributor, Figure, Line,
    amount::Amount,
    fit::{Line as Of, claims::Alone},
};

/// What is shown of one resource: of each line, each contributor's amount.
pub(super) type Stood = BTreeMap<Of, BTreeMap<Contributor, Amount>>;

/// Adds a line of the sum for each resource that parties have.
pub(super) fn add(lines: &mut Lines, all: &[Weighed]) {
    for weighed in all.iter().filter(|weighed| weighed.is_of_parties()) {
        let stood = stood(lines, &weighed.posed.resource);
        for (of, shown) in &stood {
            if let Some(figure) = figure(weighed, *of, shown) {
                put(line(lines, &Contributor::Sum, &weighed.posed.resource), *of, figure);
            }
        }
    }
    for weighed in all {
        let resource = &weighed.posed.resource;
        for (of, joint) in untold(weighed, &stood(lines, resource)) {
            let joint = lines.get(&(joint, resource.clone())).and_then(|line| get(line, of)).cloned();
            let Some(joint) = joint else { continue };
            let sum = line(lines, &Contributor::Sum, resource);
            let figure = match get(sum, of) {
                Some(own) => plus(own, &joint),
                None => {
                    Figure { basis: Basis::Sum, stated: None, rests_on: None, by_movements: None, ..joint }
                }
            };
            put(sum, of, figure);
        }
    }
}

/// The sums of one resource by line, as [`add`] reckons them.
pub(super) fn amounts(of_resource: &[Weighed], stood: &Stood) -> BTreeMap<Of, Amount> {
    let mut sums = BTreeMap::new();
    for weighed in of_resource.iter().filter(|weighed| weighed.is_of_parties()) {
        let amount = |(of, shown): (&Of, _)| Some((*of, amount(weighed, *of, shown)?));
        sums.extend(stood.iter().filter_map(amount));
    }
    for weighed in of_resource {
        for (of, joint) in untold(weighed, stood) {
            let Some(joint) = stood.get(&of).and_then(|shown| shown.get(&joint)).copied() else { continue };
            sums.entry(of).and_modify(|sum: &mut Amount| *sum = sum.plus(joint)).or_insert(joint);
        }
    }
    sums
}

fn stood(lines: &Lines, resource: &Resource) -> Stood {
    let mut stood = Stood::new();
    for line in lines.values().filter(|line| line.resource == *resource) {
        let promised = line.promised_in_all.iter().map(|figure| (Of::PromisedInAll, figure));
        let stages = line.stages.iter().map(|(stage, figure)| (Of::In(*stage), figure));
        for (of, figure) in promised.chain(stages) {
            stood.entry(of).or_default().insert(line.whose.clone(), figure.into());
        }
    }
    stood
}

fn put(line: &mut Line, of: Of, figure: Figure) {
    match of {
        Of::PromisedInAll => line.promised_in_all = Some(figure),
        Of::In(stage) => {
            line.stages.insert(stage, figure);
        }
    }
}

fn get(line: &Line, of: Of) -> Option<&Figure> {
    match of {
        Of::PromisedInAll => line.promised_in_all.as_ref(),
        Of::In(stage) => line.stages.get(&stage),
    }
}

/// The sum on one line, of what is shown there; none where nothing is.
fn amount(weighed: &Weighed, of: Of, shown: &BTreeMap<Contributor, Amount>) -> Option<Amount> {
    let point = weighed.fitted.totals.get(&of)?.on(weighed.as_of)?;
    let is_part = |whose: &Contributor| matches!(whose, Contributor::Party(_) | Contributor::Others);
    let mut parts =
        shown.iter().filter(|(whose, _)| is_part(whose)).map(|(_, amount)| amount.best).peekable();
    parts.peek()?;
    let (numbered, unnumbered) =
        parts.fold((false, false), |(some, none), best| (some || best.is_some(), none || best.is_none()));
    // So that the sum can be redone from the numbers that are given, "some" opens it upwards and adds nothing.
    let some = without_number(weighed, of, shown);
    let best = point.best.saturating_sub(some);
    Some(Amount {
        low: point.low.saturating_sub(some).min(best),
        best: numbered.then_some(best),
        high: point.high.filter(|_| !unnumbered).map(|high| high.saturating_sub(some).max(best)),
    })
}

fn figure(weighed: &Weighed, of: Of, shown: &BTreeMap<Contributor, Amount>) -> Option<Figure> {
    let Amount { low, best, high } = amount(weighed, of, shown)?;
    let point = weighed.fitted.totals.get(&of)?.on(weighed.as_of)?;
    let behind = weighed.behind_sum(of);
    let since = behind.iter().map(|it| it.day.min(weighed.as_of)).max();
    let hangs_on = |source: Option<_>| source.map(|source| weighed.hangs_on(source));
    Some(Figure {
        low,
        best,
        high,
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
fn without_number(weighed: &Weighed, of: Of, shown: &BTreeMap<Contributor, Amount>) -> u64 {
    let own = weighed.fitted.histories.iter().filter(|((_, line), _)| *line == of);
    let unnumbered = own.filter(|((holder, _), _)| {
        shown.get(&weighed.contributor(*holder)).is_none_or(|amount| amount.best.is_none())
    });
    unnumbered.filter_map(|(_, history)| history.on(weighed.as_of)).map(|point| point.best).sum()
}

/// The lines on which one number of several parties is in the sum as well, for nobody tells of any of them by itself.
fn untold(weighed: &Weighed, stood: &Stood) -> Vec<(Of, Contributor)> {
    let Alone::One(joint @ Contributor::Parties(parties)) = &weighed.posed.alone else { return Vec::new() };
    let is_untold = |shown: &BTreeMap<Contributor, Amount>| {
        shown.contains_key(joint) && !parties.iter().any(|it| shown.contains_key(&Contributor::Party(it)))
    };
    stood.iter().filter(|(_, shown)| is_untold(shown)).map(|(of, _)| (*of, joint.clone())).collect()
}

fn plus(sum: &Figure, more: &Figure) -> Figure {
    let Amount { low, best, high } = Amount::from(sum).plus(more.into());
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
