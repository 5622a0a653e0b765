//! Figures: what stood where at the end of the day, with what each hangs on, and the counts that it was weighed from.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::{Account, Quantity, Stage};

use super::{
    Lines, line,
    weighed::{Bears, Behind, Weighed, amount, stage},
};
use crate::{
    Basis, Contributor, Figure, StatedCount, Taken,
    amount::Amount,
    fit::{Holder, Line as Of, Point},
    grouping::{Aside, Loose},
};

/// Adds the figures of one problem to the lines.
pub(super) fn add(lines: &mut Lines, weighed: &Weighed) {
    let resource = &weighed.posed.resource;
    for ((holder, of), history) in &weighed.fitted.histories {
        let Some(point) = history.on(weighed.as_of) else { continue };
        let whose = weighed.contributor(*holder);
        let owes = matches!(whose, Contributor::Party(_) | Contributor::Others);
        if *of == Of::In(Stage::Promised) && !owes {
            continue;
        }
        let tied = !weighed.is_of_parties() && weighed.posed.tied.contains(&stage(*of));
        let figure = if tied { as_stated(weighed, *of) } else { figure(weighed, *holder, *of, point) };
        let Some(figure) = figure else { continue };
        let line = line(lines, &whose, resource);
        match of {
            Of::PromisedInAll => line.promised_in_all = Some(figure),
            Of::In(stage) => {
                line.stages.insert(*stage, figure);
            }
        }
    }
}

fn figure(weighed: &Weighed, holder: Holder, of: Of, point: &Point) -> Option<Figure> {
    // Whoever else there may be is nobody until some figure asks for them.
    if weighed.is_of_parties() && holder == Holder::Others && point.high == Some(0) {
        return None;
    }
    let behind = weighed.behind(Some(holder), of);
    let all = holder == Holder::Others;
    let owed = of == Of::In(Stage::Promised);
    let bears = |it: &&Behind| all || it.bears != Bears::OnAll;
    let own: Vec<&Behind> = behind.iter().filter(bears).filter(|it| owed || it.own || it.moves).collect();
    // Of whom nobody tells as yet, nothing is known but what later claims leave.
    if behind.is_empty() || (!own.iter().any(|it| it.own) && point.best == 0) || own.is_empty() {
        return None;
    }
    let numbered = own.iter().any(|it| it.own && it.report.number.is_some())
        || (own.iter().all(|it| !it.own) && own.iter().any(|it| it.report.number.is_some()));
    let since = own.iter().map(|it| it.day.min(weighed.as_of)).max();
    let some = own.iter().filter(|it| it.own).map(|it| it.report.bounds.low).max().unwrap_or(0);
    let hangs_on = |source: Option<_>| source.and_then(|source| weighed.hangs_on(source));
    let mut figure = Figure {
        low: if numbered { point.low } else { some },
        best: numbered.then_some(point.best),
        high: point.high.filter(|_| numbered),
        stated: None,
        basis: basis(of, &own),
        since,
        days_old: since.map_or(0, |since| days_old(since, weighed.as_of)),
        claims: weighed.claims_of(&behind),
        by_movements: by_movements(of, &behind, point),
        low_hangs_on: hangs_on(point.low_without),
        high_hangs_on: hangs_on(point.high_without),
        rests_on: hangs_on(point.rests_on),
    };
    rest_on_one(&mut figure, &own, point, weighed);
    open_by_possible(&mut figure, weighed, holder, of);
    figure.stated = stated(weighed, &figure, &own);
    Some(figure)
}

/// What the last counts say of what is weighed elsewhere: its own figures are shown as they were stated.
fn as_stated(weighed: &Weighed, of: Of) -> Option<Figure> {
    let behind = weighed.behind(Some(Holder::Others), of);
    let on = |it: &&Behind| it.day.min(weighed.as_of);
    let last = behind.iter().filter(|it| it.own).map(|it| on(&it)).max()?;
    let latest: Vec<&Behind> = behind.iter().filter(|it| it.own && on(it) == last).collect();
    let mut numbers: Vec<_> = latest.iter().filter_map(|it| amount(it.report).best).collect();
    numbers.sort_unstable();
    let highs: Option<Vec<u64>> = latest.iter().map(|it| it.report.bounds.high).collect();
    let mut figure = Figure {
        low: latest.iter().map(|it| it.report.bounds.low).min()?,
        best: numbers.get(numbers.len().saturating_sub(1) / 2).copied(),
        high: highs.and_then(|highs| highs.into_iter().max()),
        stated: None,
        basis: Basis::Count,
        since: Some(last),
        days_old: days_old(last, weighed.as_of),
        claims: weighed.claims_of(latest.iter().copied()),
        by_movements: None,
        low_hangs_on: None,
        high_hangs_on: None,
        rests_on: None,
    };
    figure.stated = stated(weighed, &figure, &latest);
    Some(figure)
}

/// Whole days from one to the other; none where the first comes later.
pub(super) fn days_old(since: Date, as_of: Date) -> i32 {
    (as_of - since).get_days().max(0)
}

fn basis(of: Of, own: &[&Behind]) -> Basis {
    let moved = own.iter().any(|it| it.bears == Bears::ByMovement);
    let counted = own.iter().any(|it| it.bears != Bears::ByMovement);
    match (of, counted, moved) {
        (Of::In(Stage::Promised), ..) => Basis::Difference,
        (_, true, true) => Basis::CountAndMovements,
        (_, false, true) => Basis::Movements,
        (_, _, false) => Basis::Count,
    }
}

/// What the movements alone say. Who left a stage on the way need never have been told to have entered it.
pub(super) fn by_movements(of: Of, behind: &[Behind], point: &Point) -> Option<u64> {
    let on_the_way = matches!(
        of,
        Of::PromisedInAll
            | Of::In(Stage::Promised | Stage::Training | Stage::Ready | Stage::Shipped | Stage::Committed)
    );
    let moves = !on_the_way && behind.iter().any(|it| it.bears == Bears::ByMovement);
    moves.then_some(point.by_events)
}

/// The one count whose words the figure is: it has its bounds and its number.
fn stated(weighed: &Weighed, figure: &Figure, own: &[&Behind]) -> Option<Quantity> {
    let says = |it: &&&Behind| {
        let Amount { low, best, high } = amount(it.report);
        it.own && it.bears == Bears::OnIt && (low, best, high) == (figure.low, figure.best, figure.high)
    };
    let latest = own.iter().filter(says).max_by_key(|it| (it.day, it.report.claim))?;
    weighed.quantity(latest.report)
}

/// A figure of which one source alone tells is not widened to nothing by leaving that source out: it rests on it.
fn rest_on_one(figure: &mut Figure, own: &[&Behind], point: &Point, weighed: &Weighed) {
    let numbered = own.iter().filter(|it| it.own && it.report.number.is_some());
    let sources: BTreeSet<_> = numbered.map(|it| it.report.source).collect();
    let Some(only) = sources.first().copied().filter(|_| sources.len() == 1) else { return };
    figure.rests_on = weighed.hangs_on(only);
    if point.low_without == Some(only) {
        (figure.low, figure.low_hangs_on) = (point.open.0, None);
    }
    if point.high_without == Some(only) {
        (figure.high, figure.high_hangs_on) = (point.open.1, None);
    }
}

/// What may have come on top of the last count opens the figure upwards.
fn open_by_possible(figure: &mut Figure, weighed: &Weighed, holder: Holder, of: Of) {
    let reaches = |step| {
        let path = weighed.posed.problem.kind.path(step);
        path.is_ok_and(|path| path.to == Account::In(stage(of))) && of != Of::In(Stage::Promised)
    };
    for moves in weighed.posed.moves.iter().filter(|moves| moves.holder == holder && reaches(moves.step)) {
        let known = |loose: &Loose| loose.first.is_none_or(|first| first <= weighed.as_of);
        for (loose, _) in moves.aside.iter().filter(|(loose, why)| *why == Aside::Possible && known(loose)) {
            let most = loose.tellings.iter().map(|telling| telling.amount.high).max().flatten();
            figure.high = figure.high.zip(most).map(|(high, more)| high.saturating_add(more));
            figure.claims.extend(loose.tellings.iter().flat_map(|telling| &telling.ids));
        }
    }
}

/// Adds every count of days up to the one asked for, as it is shown.
pub(super) fn add_counts(lines: &mut Lines, weighed: &Weighed) {
    let resource = &weighed.posed.resource;
    let own = |count: &&crate::fit::Count| matches!(count.of, crate::fit::Of::One(_));
    for count in weighed.posed.problem.counts.iter().filter(own) {
        let whose = weighed.counted(&count.of);
        let met =
            weighed.fitted.claims.get(&count.report.claim).is_some_and(|verdict| !verdict.is_outvoted());
        let day = count.days.last.min(weighed.as_of);
        if count.days.first.unwrap_or(count.days.last) > weighed.as_of {
            continue;
        }
        line(lines, &whose, resource).counts.push(StatedCount {
            stage: stage(count.line),
            day,
            taken: if met { Taken::Stands } else { Taken::Outvoted },
            side: weighed.said(&count.report),
        });
    }
    for (whose, stage, told) in &weighed.posed.of_units {
        let Some(quantity) = told.claim.statement.quantity() else { continue };
        if told.first.unwrap_or(told.last) > weighed.as_of {
            continue;
        }
        let Amount { low, best, high } = Amount::of(quantity);
        let side = crate::Side { words: quantity.to_string(), low, best, high, claims: [told.id].into() };
        let day = told.last.min(weighed.as_of);
        let shown = StatedCount { stage: *stage, day, taken: Taken::PartOnly, side };
        line(lines, whose, resource).counts.push(shown);
    }
    for line in lines.values_mut().filter(|line| line.resource == *resource) {
        line.counts.sort_by(|a, b| {
            (a.stage, a.day, a.taken, &a.side.claims).cmp(&(b.stage, b.day, b.taken, &b.side.claims))
        });
    }
}
