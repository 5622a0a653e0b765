//! Moves: the events up to the day with the sizes taken, and the movements that no claim tells of.

use std::cmp::Reverse;

use jiff::civil::Date;
use model::{Quantity, Stage, Step};

use super::weighed::{Weighed, stage};
use crate::{
    Event, Unexplained, Use,
    fit::{Holder, Line as Of, UnexplainedMove, sign},
    grouping::{Aside, Telling},
};

/// Every event that may have been by the day asked for.
pub(super) fn events(weighed: &Weighed) -> Vec<Event> {
    let mut events = Vec::new();
    for fitted in &weighed.fitted.events {
        let happened = usize::try_from(fitted.event.0).ok().and_then(|i| weighed.posed.happened.get(i));
        let Some(happened) = happened else { continue };
        let use_ = if fitted.day > weighed.as_of { Use::Later } else { Use::Counted };
        let mut event = event(weighed, fitted.holder, fitted.step, &happened.tellings, use_);
        if event.best.is_some() {
            (event.low, event.best) = (event.low.min(fitted.low), Some(fitted.best));
            event.high = event.high.map(|high| high.max(fitted.high));
        }
        events.push(event);
    }
    for moves in &weighed.posed.moves {
        for (loose, aside) in &moves.aside {
            let use_ = match aside {
                Aside::MayBeSame(with, words) => Use::MayBeSame { with: with.clone(), words: words.clone() },
                Aside::BeforeCount => Use::BeforeCount,
                Aside::Possible => Use::Possible,
            };
            events.push(event(weighed, moves.holder, moves.step, &loose.tellings, use_));
        }
    }
    events.retain(|event| event.first_day.is_none_or(|first| first <= weighed.as_of));
    events
}

/// An event with the hull of what its reports say.
fn event(weighed: &Weighed, holder: Holder, step: Step, tellings: &[Telling], use_: Use) -> Event {
    let numbers = || tellings.iter().map(|telling| telling.amount);
    let highs: Option<Vec<u64>> = numbers().map(|amount| amount.high).collect();
    let firsts: Option<Vec<Date>> = tellings.iter().map(|telling| telling.first).collect();
    Event {
        whose: weighed.contributor(holder),
        resource: weighed.posed.resource.clone(),
        step,
        first_day: firsts.and_then(|firsts| firsts.into_iter().min()),
        last_day: tellings.iter().map(|telling| telling.last).max().unwrap_or(Date::MIN),
        ordinal: tellings.iter().find_map(|telling| telling.ordinal),
        low: numbers().map(|amount| amount.low).min().unwrap_or(0),
        best: numbers().filter_map(|amount| amount.best).min(),
        high: highs.and_then(|highs| highs.into_iter().max()),
        reports: tellings.iter().flat_map(|telling| telling.ids.iter().copied()).collect(),
        use_,
    }
}

/// Every movement up to the day that no claim tells of.
pub(super) fn unexplained(weighed: &Weighed) -> Vec<Unexplained> {
    // What ties the parties moves as they do; by itself it only shows what is stated.
    let own = |moved: &&UnexplainedMove| {
        weighed.is_of_parties() || !weighed.posed.tied.contains(&stage(moved.line))
    };
    let moves = weighed.fitted.unexplained.iter().filter(|moved| moved.by <= weighed.as_of).filter(own);
    moves
        .map(|moved| Unexplained {
            whose: weighed.contributor(moved.holder),
            resource: weighed.posed.resource.clone(),
            stage: stage(moved.line),
            after: moved.after,
            by: moved.by,
            amount: moved.amount,
            reckoned: moved.reckoned,
            before: weighed.posed.claims(&moved.before),
            stated: weighed.posed.claims(&moved.stated),
            movements_told: told(weighed, moved),
            words: words(moved),
        })
        .collect()
}

/// Whether anybody tells of movements into or out of this balance.
fn told(weighed: &Weighed, moved: &UnexplainedMove) -> bool {
    let problem = &weighed.posed.problem;
    let mut own = problem.events.iter().filter(|event| event.holder == moved.holder);
    own.any(|event| sign(problem.kind, event, moved.line) != 0)
}

/// `400 reckoned, 385 taken: 15 unexplained`.
fn words(moved: &UnexplainedMove) -> String {
    let number = |n: u64| Quantity::Exactly(n).to_string();
    let taken = moved.reckoned.saturating_add_signed(moved.amount);
    let of = if moved.line == Of::PromisedInAll { " promised in all" } else { "" };
    format!(
        "{}{of} reckoned, {} taken: {} unexplained",
        number(moved.reckoned),
        number(taken),
        number(moved.amount.unsigned_abs())
    )
}

/// What stands in the field first, then what claims ask for, the largest first; events in the order of their days.
pub(super) fn sort(unexplained: &mut [Unexplained], events: &mut [Event]) {
    let on_the_way =
        |stage| matches!(stage, Stage::Promised | Stage::Training | Stage::Ready | Stage::Shipped);
    unexplained.sort_by(|a, b| {
        let rank = |gap: &Unexplained| {
            (
                !gap.movements_told,
                gap.stated.is_empty(),
                on_the_way(gap.stage),
                Reverse(gap.amount.unsigned_abs()),
                gap.by,
            )
        };
        rank(a)
            .cmp(&rank(b))
            .then_with(|| (&a.whose, &a.resource, a.stage).cmp(&(&b.whose, &b.resource, b.stage)))
    });
    events.sort_by(|a, b| {
        let order = |event: &Event| (event.last_day, event.whose.clone(), event.step);
        order(a).cmp(&order(b)).then_with(|| a.reports.cmp(&b.reports))
    });
}
