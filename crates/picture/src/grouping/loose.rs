//! Loose: reports without a day, which may repeat what is told elsewhere and so are not simply added.
//!
//! "Has already sent about 400" counts as a movement of its own only where nothing else is known that it could be
//! part of: no event of its days, and no count after it begins.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};
use model::ClaimId;

use super::{Ruled, Telling};

/// No more clusters than so many are tried for one report, the latest first.
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
}
