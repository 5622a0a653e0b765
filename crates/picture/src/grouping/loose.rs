//! Loose: reports without a day, which may repeat what is told elsewhere and so are not simply added.
//!
//! "Has already sent about 400" counts as a movement of its own only where nothing else is known that it could be
//! part of: no event of its days, and no count after it begins.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};
use model::{ClaimId, Quantity};

use super::{Ruled, Telling};
use crate::amount::Amount;

/// No more events, counts or other loose movements than so many are tried for one report: the latest.
const TRIED: usize = 32;

/// Reports of one movement without a day.
#[derive(Clone, Debug)]
pub(crate) struct Loose {
    /// The first day that it can have been on; `None`: open.
    pub(crate) first: Option<Date>,
    pub(crate) last: Date,
    pub(crate) tellings: Vec<Telling>,
}

/// Puts together loose reports whose days touch and whose numbers are like.
pub(crate) fn loose(mut tellings: Vec<Telling>, ruled: &Ruled) -> Vec<Loose> {
    // Those that say most come first, so that those that say less find them.
    tellings.sort_by(|a, b| {
        let says_less = |t: &Telling| (!t.is_numbered(), t.ordinal.is_none(), t.first, t.last);
        (says_less(a), &a.ids).cmp(&(says_less(b), &b.ids))
    });
    let mut all: Vec<Loose> = Vec::new();
    for telling in tellings {
        let same = |one: &Loose| ruled.is_same(&one.tellings, &telling);
        let like = |one: &Loose| {
            one.touches(telling.first, telling.last)
                && one.tellings.iter().all(|other| {
                    let clash = other.ordinal.zip(telling.ordinal).is_some_and(|(a, b)| a != b);
                    !clash
                        && other.is_numbered() == telling.is_numbered()
                        && other.amount.meets(telling.amount)
                })
        };
        let apart = |one: &Loose| ruled.apart(&one.tellings, [&telling]);
        let joined = if ruled.is_joined(&telling) { all.iter().position(same) } else { None };
        let from = all.len().saturating_sub(TRIED);
        let found = joined
            .or_else(|| all[from..].iter().position(|one| !apart(one) && like(one)).map(|at| from + at));
        match found {
            Some(at) => {
                let one = &mut all[at];
                one.first = one.first.min(telling.first);
                one.last = one.last.max(telling.last);
                one.tellings.push(telling);
            }
            None => all.push(Loose { first: telling.first, last: telling.last, tellings: vec![telling] }),
        }
    }
    all
}

impl Loose {
    /// In which order loose movements are asked whether they count: those that say most first.
    pub(crate) fn says_less(&self) -> impl Ord + use<> {
        let weight = self.tellings.iter().map(|telling| telling.report.weight).max();
        let numbered = self.tellings.iter().any(Telling::is_numbered);
        let claims: BTreeSet<ClaimId> =
            self.tellings.iter().flat_map(|telling| telling.ids.clone()).collect();
        (std::cmp::Reverse((numbered, weight, self.tellings.len())), claims)
    }

    /// Whether its days and these touch.
    pub(crate) fn touches(&self, first: Option<Date>, last: Date) -> bool {
        let reaches = |end: Date, start: Option<Date>| {
            start.is_none_or(|start| end.checked_add(1.day()).is_ok_and(|end| end >= start))
        };
        reaches(self.last, first) && reaches(last, self.first)
    }

    /// Those of these events, in the order of their days, that its days touch.
    pub(crate) fn among<'n>(&self, events: &'n [Neighbour]) -> &'n [Neighbour] {
        let from = events.partition_point(|event| !self.touches(None, event.day));
        let rest = &events[from..];
        &rest[..rest.partition_point(|event| self.touches(Some(event.day), event.day))]
    }
}

/// An event or a count that a loose movement may repeat.
#[derive(Clone, Debug)]
pub(crate) struct Neighbour {
    pub(crate) day: Date,
    pub(crate) amount: Amount,
    pub(crate) claims: BTreeSet<ClaimId>,
}

/// What is known around a loose movement, in the order of days.
pub(crate) struct Around<'n> {
    /// Events of its step.
    pub(crate) events: &'n [Neighbour],
    /// Other loose movements of its step that count.
    pub(crate) counted: &'n [&'n Loose],
    /// Counts of the stage that it leads to.
    pub(crate) stated: &'n [Neighbour],
}

/// Why a loose movement was not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Aside {
    /// It may tell of the same as these claims; and why, in a sentence.
    MayBeSame(BTreeSet<ClaimId>, String),
    /// A later count stands over it.
    BeforeCount,
    /// It may have come on top or not.
    Possible,
}

impl Aside {
    /// The claims that it may repeat.
    pub(crate) fn with(&self) -> &BTreeSet<ClaimId> {
        const NONE: &BTreeSet<ClaimId> = &BTreeSet::new();
        if let Self::MayBeSame(with, _) = self { with } else { NONE }
    }

    /// Why it was not counted, in a sentence.
    pub(crate) fn words(&self) -> &str {
        match self {
            Self::MayBeSame(_, words) => words,
            Self::BeforeCount => "it gives no day, and a later count holds it",
            Self::Possible => "it gives no day: it may have come on top, or be among the others",
        }
    }
}

/// Why a loose movement does not count; `None`: it does, for nothing else is known that it could be part of.
pub(crate) fn judge(loose: &Loose, around: &Around) -> Option<Aside> {
    let events = loose.among(around.events);
    let counted: Vec<_> =
        around.counted.iter().filter(|other| other.touches(loose.first, loose.last)).copied().collect();
    let from = loose.first.map_or(0, |first| around.stated.partition_point(|count| count.day < first));
    let stated = &around.stated[from..];
    if events.is_empty() && counted.is_empty() && stated.is_empty() {
        return None;
    }
    let latest = |all: &[Neighbour]| all.len().saturating_sub(TRIED);
    let (events, near) = (&events[latest(events)..], &stated[latest(stated)..]);
    let amount = loose.tellings.first()?.amount;
    if amount.best.is_none() {
        let told = counted.iter().flat_map(|other| &other.tellings).flat_map(|telling| &telling.ids);
        let with = events.iter().chain(near).flat_map(|other| &other.claims).chain(told).copied().collect();
        return Some(Aside::MayBeSame(with, "it gives no number and may be among these".to_owned()));
    }
    let words = Quantity::Exactly(amount.best.unwrap_or(amount.low));
    if let Some(run) = as_run(amount, events) {
        let days = match run {
            [first, .., last] => {
                format!("the sum of the {} movements from {} to {}", run.len(), first.day, last.day)
            }
            _ => format!("the movement of {}", run.first()?.day),
        };
        let with = run.iter().flat_map(|event| &event.claims).copied().collect();
        return Some(Aside::MayBeSame(with, format!("{words} may be {days}")));
    }
    if let Some(count) = near.iter().rev().find(|count| count.amount.rounded().meets(amount.rounded())) {
        let number = Quantity::Exactly(count.amount.best.unwrap_or(count.amount.low));
        let words = format!("{words} may be the strength counted as {number} on {}", count.day);
        return Some(Aside::MayBeSame(count.claims.clone(), words));
    }
    match stated.last() {
        Some(count) if loose.last <= count.day => Some(Aside::BeforeCount),
        _ => Some(Aside::Possible),
    }
}

/// The longest row of events, the earliest of such, whose sum or size is what the loose report gives.
fn as_run(amount: Amount, events: &[Neighbour]) -> Option<&[Neighbour]> {
    let mut found: Option<&[Neighbour]> = None;
    for start in 0..events.len() {
        let mut sum = Amount::NONE;
        let numbered = events[start..].iter().take_while(|event| event.amount.best.is_some());
        for (length, event) in (1..).zip(numbered) {
            sum = sum.plus(event.amount);
            let longer = found.is_none_or(|run| run.len() < length);
            if longer && sum.rounded().meets(amount.rounded()) {
                found = Some(&events[start..start + length]);
            }
        }
    }
    found
}
