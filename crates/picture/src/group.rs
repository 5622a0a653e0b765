//! Group: movement claims that tell of one event become one happening with several reports.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::Date};
use model::{ClaimId, Ordinal, Resource, Service, Span, Statement, Step, Whose};

use crate::{
    compose::{Part, compose},
    gather::{Rulings, Told},
    vote::Ballot,
};

/// A span of more days than this is vague: it never opens an event beside those with days.
const DATED_DAYS: i32 = 3;

/// A contingent told by the same ordinal within this many days is the same one.
const SAME_CONTINGENT_DAYS: i32 = 7;

/// Whose and what: one line of the strength book.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) whose: Whose,
    /// People of every service are one resource here.
    pub(crate) resource: Resource,
}

impl Key {
    pub(crate) fn of(whose: &Whose, resource: &Resource) -> Self {
        let resource = match resource {
            Resource::People(_) => Resource::People(Service::Unstated),
            other => other.clone(),
        };
        Self { whose: whose.clone(), resource }
    }
}

/// One telling of a movement: a claim, or several of one sentence that name different services.
#[derive(Clone, Debug)]
pub(crate) struct Report<'a> {
    pub(crate) ballot: Ballot<'a>,
    first: Option<Date>,
    last: Date,
    ordinal: Option<Ordinal>,
    /// Whether it tells where they left, and not where they came.
    leaves: bool,
}

/// One event, as far as its reports tell.
#[derive(Clone, Debug)]
pub(crate) struct Happening<'a> {
    pub(crate) step: Step,
    pub(crate) first: Option<Date>,
    pub(crate) last: Date,
    pub(crate) ordinal: Option<Ordinal>,
    /// Those that vote on its size.
    pub(crate) reports: Vec<Report<'a>>,
    /// Claims that a person ruled to tell of it, though they give no day.
    pub(crate) also: BTreeSet<ClaimId>,
}

/// The happenings of one line: those with days, in their order, and the vague ones.
#[derive(Debug, Default)]
pub(crate) struct Happenings<'a> {
    pub(crate) dated: Vec<Happening<'a>>,
    pub(crate) vague: Vec<Happening<'a>>,
}

impl Happening<'_> {
    /// The day that most of its reports name, the earliest of such.
    pub(crate) fn day(&self) -> Date {
        let mut days: BTreeMap<Date, usize> = BTreeMap::new();
        for report in self.reports.iter().filter(|report| report.first.is_some()) {
            *days.entry(report.last).or_default() += 1;
        }
        days.into_iter().rev().max_by_key(|(_, reports)| *reports).map_or(self.last, |(day, _)| day)
    }

    pub(crate) fn claims(&self) -> BTreeSet<ClaimId> {
        let told = self.reports.iter().flat_map(|report| report.ballot.ids.iter().copied());
        told.chain(self.also.iter().copied()).collect()
    }

    /// The reports that give a number; all of them where none does. None is later than another: all tell of one day.
    pub(crate) fn ballots(&self) -> Vec<Ballot<'_>> {
        let all = || self.reports.iter().map(|report| Ballot { day: self.last, ..report.ballot.clone() });
        let numbered: Vec<_> = all().filter(|ballot| ballot.amount.best.is_some()).collect();
        if numbered.is_empty() { all().collect() } else { numbered }
    }

    pub(crate) fn touches(&self, first: Option<Date>, last: Date) -> bool {
        touch((self.first, self.last), (first, last), 1)
    }

    /// Whether one tells of leaving and the other does not, so that both may be one journey.
    pub(crate) fn is_journey_with(&self, next: &Self) -> bool {
        self.reports.iter().all(|report| report.leaves) && !next.reports.iter().any(|report| report.leaves)
    }

    pub(crate) fn absorb(&mut self, other: Self) {
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
        self.ordinal = self.ordinal.or(other.ordinal);
        self.reports.extend(other.reports);
        self.also.extend(other.also);
    }
}

fn touch(a: (Option<Date>, Date), b: (Option<Date>, Date), days: i32) -> bool {
    let reaches = |end: Date, start: Option<Date>| {
        start.is_none_or(|start| end.checked_add(days.days()).is_ok_and(|end| end >= start))
    };
    reaches(a.1, b.0) && reaches(b.1, a.0)
}

/// Groups the movement claims of one line, the same for whatever order they come in.
pub(crate) fn group<'a>(movements: &[Told<'a>], rulings: Rulings) -> Happenings<'a> {
    let mut steps: BTreeMap<Step, Vec<Report<'a>>> = BTreeMap::new();
    for (part, ballot) in compose(movements.iter().filter_map(part).collect()) {
        let Statement::Movement(movement) = &part.told.claim.statement else { continue };
        let report = Report {
            ballot,
            first: part.told.first,
            last: part.told.last,
            ordinal: movement.ordinal,
            leaves: movement.from.is_some() && movement.to.is_none(),
        };
        steps.entry(movement.step).or_default().push(report);
    }
    let mut happenings = Happenings::default();
    for (step, reports) in steps {
        let (mut dated, mut vague): (Vec<_>, Vec<_>) = reports.into_iter().partition(Report::is_dated);
        // Those that say most come first, so that those that say less find them.
        let says_less = |report: &Report| {
            (report.ballot.amount.best.is_none(), report.ordinal.is_none(), report.first, report.last)
        };
        dated.sort_by(|a, b| (says_less(a), &a.ballot.ids).cmp(&(says_less(b), &b.ballot.ids)));
        vague.sort_by(|a, b| (says_less(a), &a.ballot.ids).cmp(&(says_less(b), &b.ballot.ids)));

        let mut events = Clusters::default();
        for report in dated {
            match events.place(&report, rulings) {
                Some(event) => events.join(event, report),
                None => events.open(step, report),
            }
        }
        let mut loose = Clusters::default();
        for report in vague {
            if let Some(event) = events.all.iter_mut().find(|event| ruled(event, &report, rulings, true)) {
                event.also.extend(report.ballot.ids);
            } else {
                match loose.place_vague(&report, rulings) {
                    Some(event) => loose.join(event, report),
                    None => loose.open(step, report),
                }
            }
        }
        happenings.dated.extend(events.all);
        happenings.vague.extend(loose.all);
    }
    happenings.dated.sort_by_key(|event| (event.step, event.day(), event.ordinal, event.claims()));
    happenings.vague.sort_by_key(|event| (event.step, event.last, event.claims()));
    happenings
}

fn part<'t, 'a>(told: &'t Told<'a>) -> Option<Part<'t, 'a, (Step, Span)>> {
    let Statement::Movement(movement) = &told.claim.statement else { return None };
    Some(Part {
        told,
        alike: (movement.step, movement.during),
        resource: &movement.scope.resource,
        quantity: movement.quantity,
    })
}

/// Events in the making, found again by their days.
#[derive(Default)]
struct Clusters<'a> {
    all: Vec<Happening<'a>>,
    /// Which events have a report whose last day this is.
    by_day: BTreeMap<Date, BTreeSet<usize>>,
}

impl<'a> Clusters<'a> {
    fn open(&mut self, step: Step, report: Report<'a>) {
        let event = self.all.len();
        self.by_day.entry(report.last).or_default().insert(event);
        self.all.push(Happening {
            step,
            first: report.first,
            last: report.last,
            ordinal: report.ordinal,
            reports: vec![report],
            also: BTreeSet::new(),
        });
    }

    fn join(&mut self, event: usize, report: Report<'a>) {
        self.by_day.entry(report.last).or_default().insert(event);
        let event = &mut self.all[event];
        event.first = event.first.min(report.first);
        event.last = event.last.max(report.last);
        event.ordinal = event.ordinal.or(report.ordinal);
        event.reports.push(report);
    }

    /// The event that a report with days tells of, if it stands here.
    fn place(&self, report: &Report, rulings: Rulings) -> Option<usize> {
        let reach = (SAME_CONTINGENT_DAYS + DATED_DAYS).days();
        let from = report.first.and_then(|day| day.checked_sub(reach).ok()).unwrap_or(Date::MIN);
        let to = report.last.checked_add(reach).unwrap_or(Date::MAX);
        let near: BTreeSet<usize> =
            self.by_day.range(from..=to).flat_map(|(_, events)| events.iter().copied()).collect();
        near.into_iter()
            .filter_map(|event| fit(&self.all[event], report, rulings).map(|fit| (fit, event)))
            .min_by(|a, b| {
                let order = |&(fit, event): &(Fit, usize)| (fit, self.all[event].day());
                order(a).cmp(&order(b)).then(a.1.cmp(&b.1))
            })
            .map(|(_, event)| event)
    }

    /// The vague event that a vague report tells of: it touches it and gives a like number.
    fn place_vague(&self, report: &Report, rulings: Rulings) -> Option<usize> {
        self.all.iter().position(|event| {
            if ruled(event, report, rulings, false) {
                return false;
            }
            let own = report.ballot.amount;
            let like = || {
                event.reports.iter().all(|other| {
                    let amount = other.ballot.amount;
                    amount.best.is_some() == own.best.is_some() && amount.meets(own)
                })
            };
            let clash = event.ordinal.zip(report.ordinal).is_some_and(|(a, b)| a != b);
            ruled(event, report, rulings, true)
                || (!clash && event.touches(report.first, report.last) && like())
        })
    }
}

/// How well a report fits an event, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Ruled,
    SameContingent,
    SameDayLikeNumber,
    SameDay,
    NextDayWithoutNumber,
}

fn fit(event: &Happening, report: &Report, rulings: Rulings) -> Option<Fit> {
    if ruled(event, report, rulings, false) {
        return None;
    }
    if ruled(event, report, rulings, true) {
        return Some(Fit::Ruled);
    }
    let like = event.reports.iter().any(|other| other.ballot.amount.meets(report.ballot.amount));
    let (its, own) = ((event.first, event.last), (report.first, report.last));
    let same_day = touch(its, own, 0);
    match event.ordinal.zip(report.ordinal) {
        Some((a, b)) if a == b && (touch(its, own, 1) || (like && touch(its, own, SAME_CONTINGENT_DAYS))) => {
            Some(Fit::SameContingent)
        }
        // One document that tells of a third and a fourth contingent means two; two documents that number one
        // flight differently mean one.
        Some((a, b)) if a != b => {
            let document = report.ballot.voice.document();
            let told_apart = event.reports.iter().any(|other| other.ballot.voice.document() == document);
            (same_day && like && !told_apart).then_some(Fit::SameDayLikeNumber)
        }
        _ if same_day && like => Some(Fit::SameDayLikeNumber),
        _ if same_day => Some(Fit::SameDay),
        _ if touch(its, own, 1) && report.ballot.amount.best.is_none() => Some(Fit::NextDayWithoutNumber),
        _ => None,
    }
}

fn ruled(event: &Happening, report: &Report, rulings: Rulings, same: bool) -> bool {
    event.reports.iter().any(|other| {
        other
            .ballot
            .ids
            .iter()
            .any(|one| report.ballot.ids.iter().any(|another| rulings.same(*one, *another) == Some(same)))
    })
}

impl Report<'_> {
    fn is_dated(&self) -> bool {
        self.first
            .is_some_and(|first| first.checked_add(DATED_DAYS.days()).is_ok_and(|beyond| self.last < beyond))
    }
}
