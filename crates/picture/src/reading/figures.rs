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
    fit::{History, Holder, Line as Of, Point, Source},
    grouping::{Aside, Loose},
};

/// Adds the figures of one problem to the lines.
pub(super) fn add(lines: &mut Lines, weighed: &Weighed) {
    let resource = &weighed.posed.resource;
    for ((holder, of), history) in &weighed.fitted.histories {
        let Some(shown) = Shown::of(weighed, *holder, *of, history) else { continue };
        let line = line(lines, &weighed.contributor(*holder), resource);
        let figure = shown.figure(weighed, *holder, *of);
        match of {
            Of::PromisedInAll => line.promised_in_all = Some(figure),
            Of::In(stage) => {
                line.stages.insert(*stage, figure);
            }
        }
    }
}

/// A balance as it is shown on the day asked for, before it is told what it rests on.
pub(super) struct Shown<'a> {
    pub(super) amount: Amount,
    /// What it was weighed from, counts of the whole mission aside.
    behind: Vec<Behind<'a>>,
    how: How<'a>,
}

/// How a balance came to what is shown.
enum How<'a> {
    /// The fit gives it.
    Weighed {
        point: &'a Point,
        /// The one source that gives a number, so that the figure rests on it.
        only: Option<Source>,
    },
    /// It is weighed elsewhere, and shown as the last counts stated it.
    Stated { last: Date },
}

impl<'a> Shown<'a> {
    /// What is shown of a balance; none: nothing.
    pub(super) fn of(weighed: &'a Weighed, holder: Holder, of: Of, history: &'a History) -> Option<Self> {
        let point = history.on(weighed.as_of)?;
        let owes = || matches!(weighed.contributor(holder), Contributor::Party(_) | Contributor::Others);
        if of == Of::In(Stage::Promised) && !owes() {
            return None;
        }
        let tied = !weighed.is_of_parties() && weighed.posed.tied.contains(&stage(of));
        if tied { Self::as_stated(weighed, of) } else { Self::weighed(weighed, holder, of, point) }
    }

    fn weighed(weighed: &'a Weighed, holder: Holder, of: Of, point: &'a Point) -> Option<Self> {
        // Whoever else there may be is nobody until some figure asks for them.
        if weighed.is_of_parties() && holder == Holder::Others && point.high == Some(0) {
            return None;
        }
        let mut behind = weighed.behind(holder, of);
        behind.retain(|it| of == Of::In(Stage::Promised) || it.own || it.moves);
        let own = behind.iter().filter(|it| it.own);
        // Of whom nobody tells as yet, nothing is known but what later claims leave.
        if behind.is_empty() || (own.clone().next().is_none() && point.best == 0) {
            return None;
        }
        let gives_number = |it: &Behind| it.report.number.is_some();
        let numbered = if own.clone().next().is_some() {
            own.clone().any(gives_number)
        } else {
            behind.iter().any(gives_number)
        };
        let mut amount = if numbered {
            Amount { low: point.low, best: Some(point.best), high: point.high }
        } else {
            Amount {
                low: own.clone().map(|it| it.report.bounds.low).max().unwrap_or(0),
                best: None,
                high: None,
            }
        };
        let mut sources = own.filter(|it| gives_number(it)).map(|it| it.report.source);
        let first = sources.next();
        let only = first.filter(|first| sources.all(|source| source == *first));
        // A figure of which one source alone tells is not widened to nothing by leaving that source out: it rests on it.
        if numbered {
            (amount.low, amount.high) = (point.low_but(only).0, point.high_but(only).0);
        }
        for loose in possible(weighed, holder, of) {
            let most = loose.tellings.iter().map(|telling| telling.amount.high).max().flatten();
            amount.high = amount.high.zip(most).map(|(high, more)| high.saturating_add(more));
        }
        Some(Self { amount, behind, how: How::Weighed { point, only } })
    }

    /// What the last counts say of what is weighed elsewhere: its own figures are shown as they were stated.
    fn as_stated(weighed: &'a Weighed, of: Of) -> Option<Self> {
        let on = |it: &Behind| it.day.min(weighed.as_of);
        let mut behind = weighed.behind(Holder::Others, of);
        behind.retain(|it| it.own);
        let last = behind.iter().map(on).max()?;
        behind.retain(|it| on(it) == last);
        let mut numbers: Vec<_> = behind.iter().filter_map(|it| amount(it.report).best).collect();
        numbers.sort_unstable();
        let highs: Option<Vec<u64>> = behind.iter().map(|it| it.report.bounds.high).collect();
        let amount = Amount {
            low: behind.iter().map(|it| it.report.bounds.low).min()?,
            best: numbers.get(numbers.len().saturating_sub(1) / 2).copied(),
            high: highs.and_then(|highs| highs.into_iter().max()),
        };
        Some(Self { amount, behind, how: How::Stated { last } })
    }

    /// With what it rests on.
    fn figure(&self, weighed: &Weighed, holder: Holder, of: Of) -> Figure {
        let Self { amount: Amount { low, best, high }, behind, how } = self;
        let mut figure = Figure {
            low: *low,
            best: *best,
            high: *high,
            stated: self.stated(weighed),
            basis: Basis::Count,
            since: None,
            days_old: 0,
            claims: BTreeSet::new(),
            by_movements: None,
            low_hangs_on: None,
            high_hangs_on: None,
            rests_on: None,
        };
        match how {
            How::Stated { last } => {
                figure.since = Some(*last);
                figure.claims = weighed.claims_of(behind);
            }
            How::Weighed { point, only } => {
                let all = weighed.behind(holder, of);
                let by_all = match holder {
                    Holder::Party(_) => weighed.behind_by_all(holder, of),
                    Holder::Others => Vec::new(),
                };
                let hangs_on = |source: Option<_>| source.map(|source| weighed.hangs_on(source));
                figure.since = behind.iter().map(|it| it.day.min(weighed.as_of)).max();
                figure.basis = basis(of, behind);
                figure.claims = weighed.claims_of(all.iter().chain(&by_all));
                figure.by_movements = by_movements(of, &all, point);
                figure.low_hangs_on = hangs_on(point.low_but(*only).1);
                figure.high_hangs_on = hangs_on(point.high_but(*only).1);
                figure.rests_on = hangs_on(only.or(point.rests_on));
                let tellings = possible(weighed, holder, of).flat_map(|loose| &loose.tellings);
                figure.claims.extend(tellings.flat_map(|telling| &telling.ids));
            }
        }
        figure.days_old = figure.since.map_or(0, |since| days_old(since, weighed.as_of));
        figure
    }

    /// The one count whose words the figure is: it has its bounds and its number.
    fn stated(&self, weighed: &Weighed) -> Option<Quantity> {
        let says = |it: &&Behind| it.own && it.bears == Bears::OnIt && amount(it.report) == self.amount;
        let latest = self.behind.iter().filter(says).max_by_key(|it| (it.day, it.report.claim))?;
        weighed.quantity(latest.report)
    }
}

/// Whole days from one to the other; none where the first comes later.
pub(super) fn days_old(since: Date, as_of: Date) -> i32 {
    (as_of - since).get_days().max(0)
}

fn basis(of: Of, own: &[Behind]) -> Basis {
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

/// What may have come on top of the last count: it opens the figure upwards.
fn possible<'w>(weighed: &'w Weighed<'_>, holder: Holder, of: Of) -> impl Iterator<Item = &'w Loose> {
    let reaches = move |step| {
        let path = weighed.posed.problem.kind.path(step);
        path.is_ok_and(|path| path.to == Account::In(stage(of))) && of != Of::In(Stage::Promised)
    };
    let moves = weighed.posed.moves.iter().filter(move |moves| moves.holder == holder && reaches(moves.step));
    let known = |loose: &Loose| loose.first.is_none_or(|first| first <= weighed.as_of);
    let aside = moves.flat_map(|moves| &moves.aside);
    aside.filter(move |(loose, why)| *why == Aside::Possible && known(loose)).map(|(loose, _)| loose)
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
