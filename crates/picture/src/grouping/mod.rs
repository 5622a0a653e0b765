//! Grouping: which reports of movements tell of one event, and where that is open.
//!
//! `day` brings together what is told for one day, `chain` what is told for days that touch, `own` says what a
//! reading costs its own reports, `ruled` puts what people decided over all of it. `docs/decisions/0008-events.md` has
//! the rules and why. Claims in any order are grouped alike, and cost grows as their number times its logarithm.

mod chain;
mod day;
mod loose;
mod own;
mod ruled;

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::{ClaimId, DocumentId, Ordinal};

pub(crate) use chain::{Chain, Either};
pub(crate) use loose::{Around, Aside, Loose, Neighbour, judge, loose};
pub(crate) use own::{Own, day_of, own, second};
pub(crate) use ruled::Ruled;

use crate::{amount::Amount, fit::Report};

/// A span of more days than this is loose: it opens no event beside those with days.
const DATED_DAYS: i32 = 3;

/// Reports of one event lie within so many days of each other, unless they number the same contingent.
const EVENT_DAYS: i32 = 2;

/// A contingent told by the same ordinal within this many days is the same one.
const SAME_CONTINGENT_DAYS: i32 = 7;

/// One telling of a movement: a claim, or several of one sentence that name different services.
#[derive(Clone, Debug)]
pub(crate) struct Telling {
    /// As the fit weighs it.
    pub(crate) report: Report,
    /// The claims that it stands for.
    pub(crate) ids: BTreeSet<ClaimId>,
    pub(crate) amount: Amount,
    /// The first day that it can tell of; `None`: open.
    pub(crate) first: Option<Date>,
    pub(crate) last: Date,
    pub(crate) ordinal: Option<Ordinal>,
    /// Whether it tells where they left, and not where they came.
    pub(crate) leaves: bool,
    pub(crate) document: Option<DocumentId>,
}

impl Telling {
    /// The days that it tells of, where they are few enough to tell one event from another.
    pub(crate) fn days(&self) -> Option<(Date, Date)> {
        let first = self.first?;
        let few = self.last.since(first).is_ok_and(|span| span.get_days() < DATED_DAYS);
        few.then_some((first, self.last))
    }

    fn is_numbered(&self) -> bool {
        self.amount.best.is_some()
    }
}

/// Reports that are taken together before anything is open.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) first: Date,
    pub(crate) last: Date,
    pub(crate) ordinal: Option<Ordinal>,
    /// In the order of their claims.
    pub(crate) tellings: Vec<Telling>,
}

impl Group {
    fn of(mut tellings: Vec<Telling>) -> Option<Self> {
        tellings.sort_by(|a, b| a.ids.cmp(&b.ids));
        let days = || tellings.iter().filter_map(Telling::days);
        // Where nobody gives days, the last that all of them leave.
        let last = days().map(|(_, last)| last).max().or_else(|| tellings.iter().map(|t| t.last).min())?;
        let first = days().map(|(first, _)| first).min().unwrap_or(last);
        let ordinal = tellings.iter().filter_map(|telling| telling.ordinal).min();
        Some(Self { first, last, ordinal, tellings })
    }

    fn is_numbered(&self) -> bool {
        self.tellings.iter().any(Telling::is_numbered)
    }

    /// In which order groups stand, whatever order their claims came in.
    fn place(&self) -> (Date, Date, Option<Ordinal>, &BTreeSet<ClaimId>) {
        const NONE: &BTreeSet<ClaimId> = &BTreeSet::new();
        (self.first, self.last, self.ordinal, self.tellings.first().map_or(NONE, |telling| &telling.ids))
    }
}

/// The events of one step of one party that have days, in chains of days that touch.
///
/// Whose days are open stands among them only where somebody ruled that it tells of such an event.
pub(crate) fn chains(tellings: Vec<Telling>, ruled: &Ruled) -> Vec<Chain> {
    let (dated, ruled_to): (Vec<_>, Vec<_>) =
        tellings.into_iter().partition(|telling| telling.days().is_some());
    let days = day::by_day(dated);
    let groups = days.into_iter().flat_map(|told| day::split(told, ruled)).filter_map(Group::of).collect();
    let mut groups = day::by_contingent(groups, ruled);
    groups.extend(ruled_to.into_iter().filter_map(|telling| Group::of(vec![telling])));
    chain::chains(ruled::join(groups, ruled), ruled)
}

/// Whether a number of the one may be a number of the other.
fn is_like<'t>(
    one: impl IntoIterator<Item = &'t Telling>,
    other: impl IntoIterator<Item = &'t Telling>,
) -> bool {
    let (one, other) = (distinct(one), distinct(other));
    one.iter().any(|a| other.iter().any(|b| a.meets(*b)))
}

/// The different numbers; as two sorted lists would do, but reports give few.
fn distinct<'t>(tellings: impl IntoIterator<Item = &'t Telling>) -> Vec<Amount> {
    let mut amounts: Vec<Amount> = tellings.into_iter().map(|telling| telling.amount).collect();
    amounts.sort_unstable_by_key(|amount| (amount.low, amount.high, amount.best));
    amounts.dedup();
    amounts
}
