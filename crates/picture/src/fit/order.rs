//! The problem in its canonical order, so that the order of entering never matters; and the votes of its claims.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::{Account, ClaimId, ResourceKind, Stage};

use super::problem::{Count, Days, Event, EventId, EventSum, Holder, Line, Of, Problem, Report, Source};

/// The problem, sorted, with the day that each event and count is taken to fall on.
#[derive(Clone, Debug, Hash)]
pub(super) struct Ordered {
    pub(super) kind: ResourceKind,
    pub(super) events: Vec<Placed<Event>>,
    pub(super) counts: Vec<Placed<Count>>,
    pub(super) sums: Vec<EventSum>,
    /// Every holder that has a balance of a line in its own right.
    pub(super) lines: BTreeMap<Line, BTreeSet<Holder>>,
}

/// An event or a count on one of its days.
#[derive(Clone, Debug, Hash)]
pub(super) struct Placed<T> {
    pub(super) it: T,
    /// Its place in the problem as given.
    pub(super) id: EventId,
    pub(super) day: Date,
}

/// What is left out or held to, to see what depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Supposing {
    /// This source had not spoken.
    pub(super) without: Option<Source>,
    /// This claim were right.
    pub(super) right: Option<ClaimId>,
}

impl Supposing {
    pub(super) fn hears(self, report: &Report) -> bool {
        self.without != Some(report.source)
    }
}

/// The lines of a kind in the order in which they are fitted: where the mission stands first, what leads to it and
/// what follows from it after. So a claim on training never moves the strength in the field.
pub(super) fn ladder(kind: ResourceKind) -> Vec<Line> {
    let stages: &[Stage] = match kind {
        ResourceKind::People => &[Stage::Deployed, Stage::Ready, Stage::Training, Stage::Home, Stage::Lost],
        ResourceKind::Equipment => &[Stage::InService, Stage::OutOfService, Stage::Shipped, Stage::Home],
        ResourceKind::Money => &[Stage::Paid, Stage::Spent, Stage::Committed, Stage::Withheld],
    };
    stages.iter().map(|stage| Line::In(*stage)).chain([Line::PromisedInAll]).collect()
}

/// By what sign an event changes a line; 0: not at all.
pub(crate) fn sign(kind: ResourceKind, event: &Event, line: Line) -> i64 {
    let Ok(path) = kind.path(event.step) else { return 0 };
    let inside = |account: Account| match (line, account) {
        (Line::In(stage), Account::In(at)) => stage == at,
        (Line::PromisedInAll, Account::In(_)) => true,
        (_, Account::Outside) => false,
    };
    i64::from(inside(path.to)) - i64::from(inside(path.from))
}

/// How often one source counts on one day, by whose strength it is.
#[derive(Default)]
struct Parts {
    all: i128,
    own: BTreeMap<Holder, i128>,
}

impl Parts {
    fn add(&mut self, of: &Of) {
        match of {
            Of::One(holder) => *self.own.entry(*holder).or_default() += 1,
            Of::Several(parties) => {
                for party in parties {
                    *self.own.entry(Holder::Party(*party)).or_default() += 1;
                }
            }
            Of::Mission => self.all += 1,
        }
    }

    /// How often it counts whom of these it counts most often.
    fn most(&self, of: &Of) -> i128 {
        let own = |holder: Holder| self.own.get(&holder).copied().unwrap_or(0);
        let most = match of {
            Of::One(holder) => Some(own(*holder)),
            Of::Several(parties) => parties.iter().map(|party| own(Holder::Party(*party))).max(),
            Of::Mission => self.own.values().max().copied(),
        };
        self.all + most.unwrap_or(0)
    }
}

/// What a report says before what it is called: how a claim is addressed is nothing that decides.
fn said(report: &Report) -> impl Ord + use<> {
    (report.bounds.low, report.bounds.high, report.number, report.weight, report.claim)
}

impl Ordered {
    pub(super) fn new(problem: &Problem) -> Self {
        let place = |i: usize, days: Days| (EventId(u32::try_from(i).unwrap_or(u32::MAX)), days.last);
        let mut events: Vec<_> = (problem.events.iter().enumerate())
            .map(|(i, event)| {
                let (id, day) = place(i, event.days);
                let mut it = event.clone();
                it.reports.sort_by_key(said);
                Placed { it, id, day }
            })
            .collect();
        let of_event = |event: &Event| event.reports.iter().map(said).collect::<Vec<_>>();
        events.sort_by(|a, b| {
            let key = |event: &Event| (event.holder, event.step, event.days);
            key(&a.it).cmp(&key(&b.it)).then_with(|| of_event(&a.it).cmp(&of_event(&b.it)))
        });
        let mut counts: Vec<_> = (problem.counts.iter().enumerate())
            .map(|(i, count)| {
                let (id, day) = place(i, count.days);
                Placed { it: count.clone(), id, day }
            })
            .collect();
        counts.sort_by(|a, b| {
            let key = |count: &Count| (count.line, count.days, said(&count.report));
            (a.it.line, &a.it.of).cmp(&(b.it.line, &b.it.of)).then_with(|| key(&a.it).cmp(&key(&b.it)))
        });
        let mut sums = problem.sums.clone();
        sums.sort_by_key(|sum| said(&sum.report));
        let mut ordered = Self { kind: problem.kind, events, counts, sums, lines: BTreeMap::new() };
        ordered.find_lines();
        ordered
    }

    fn find_lines(&mut self) {
        for line in ladder(self.kind) {
            let mut holders = BTreeSet::new();
            for event in &self.events {
                // A stage that is only left is no line: who leaves it need not have been counted there. Nor is a
                // promise that nobody spoke of: who goes home has not thereby promised.
                let opens = match line {
                    Line::In(_) => sign(self.kind, &event.it, line) > 0,
                    Line::PromisedInAll => self.is_promise(&event.it),
                };
                if opens {
                    holders.insert(event.it.holder);
                }
            }
            let mut mission = false;
            for count in self.counts.iter().filter(|count| count.it.line == line) {
                match &count.it.of {
                    Of::One(holder) => {
                        holders.insert(*holder);
                    }
                    Of::Several(parties) => holders.extend(parties.iter().map(|party| Holder::Party(*party))),
                    Of::Mission => mission = true,
                }
            }
            if mission {
                holders.insert(Holder::Others);
            }
            if !holders.is_empty() {
                self.lines.insert(line, holders);
            }
        }
    }

    /// Whose books of a line are made of claims that are supposed otherwise; `None` where no claim of the line is.
    ///
    /// What counts the whole mission is in nobody's book: it ties them.
    pub(super) fn concerned(&self, supposing: Supposing, line: Line) -> Option<BTreeSet<Holder>> {
        let is = |report: &Report| {
            supposing.without == Some(report.source) || supposing.right == Some(report.claim)
        };
        let (mut holders, mut any) = (BTreeSet::new(), false);
        for count in self.counts.iter().filter(|count| count.it.line == line && is(&count.it.report)) {
            any = true;
            let is_tie = count.it.of == Of::Mission && self.holders(&count.it).nth(1).is_some();
            holders.extend(self.holders(&count.it).filter(|_| !is_tie));
        }
        for event in self.events.iter().filter(|event| sign(self.kind, &event.it, line) != 0) {
            if event.it.reports.iter().any(is) {
                holders.insert(event.it.holder);
            }
        }
        for sum in self.sums.iter().filter(|sum| is(&sum.report)) {
            any = true;
            let told = self.events.iter().filter(|event| sum.events.contains(&event.id));
            holders.extend(told.map(|event| event.it.holder));
        }
        (any || !holders.is_empty()).then_some(holders)
    }

    fn is_promise(&self, event: &Event) -> bool {
        let path = self.kind.path(event.step);
        path.is_ok_and(|path| path.from == Account::Outside || path.to == Account::Outside)
    }

    /// The holders that a count is of, in their order.
    pub(super) fn holders<'a>(&'a self, count: &'a Count) -> impl Iterator<Item = Holder> + 'a {
        let (one, several, all) = match &count.of {
            Of::One(holder) => (Some(*holder), None, None),
            Of::Several(parties) => (None, Some(parties), None),
            Of::Mission => (None, None, self.lines.get(&count.line)),
        };
        let several = several.into_iter().flatten().map(|party| Holder::Party(*party));
        one.into_iter().chain(several).chain(all.into_iter().flatten().copied())
    }

    /// Whether a count is of a holder, by itself or with others.
    pub(super) fn is_of(&self, count: &Count, holder: Holder) -> bool {
        match &count.of {
            Of::One(one) => *one == holder,
            Of::Several(parties) => matches!(holder, Holder::Party(party) if parties.contains(&party)),
            Of::Mission => self.lines.get(&count.line).is_some_and(|all| all.contains(&holder)),
        }
    }

    /// Holders that some claim ties together, group by group.
    pub(super) fn groups(&self) -> Vec<BTreeSet<Holder>> {
        let mut groups: Vec<BTreeSet<Holder>> = Vec::new();
        let singles = self.lines.values().flatten().map(|holder| BTreeSet::from([*holder]));
        // Who is counted alone stands on the count's line.
        let of_several = self.counts.iter().filter(|count| !matches!(count.it.of, Of::One(_)));
        let counts = of_several.map(|count| self.holders(&count.it).collect());
        let sums = self.sums.iter().map(|sum| {
            let told = self.events.iter().filter(|event| sum.events.contains(&event.id));
            told.map(|event| event.it.holder).collect()
        });
        let mut seen = BTreeSet::new();
        for tied in singles.chain(counts).chain(sums).filter(|tied| seen.insert(tied.clone())) {
            let (touched, apart) = groups.into_iter().partition(|group| !group.is_disjoint(&tied));
            groups = apart;
            let touched: Vec<BTreeSet<Holder>> = touched;
            groups.push(touched.into_iter().flatten().chain(tied).collect());
        }
        groups.sort();
        groups
    }

    /// The part of the problem that is about each group, so that each is solved apart.
    pub(super) fn parts(&self) -> Vec<(BTreeSet<Holder>, Self)> {
        let groups = self.groups();
        let mut of: BTreeMap<Holder, usize> = BTreeMap::new();
        for (i, group) in groups.iter().enumerate() {
            of.extend(group.iter().map(|holder| (*holder, i)));
        }
        let empty = |group: &BTreeSet<Holder>| Self {
            kind: self.kind,
            events: Vec::new(),
            counts: Vec::new(),
            sums: Vec::new(),
            lines: (self.lines.iter())
                .map(|(line, holders)| (*line, holders.intersection(group).copied().collect()))
                .collect(),
        };
        let mut parts: Vec<Self> = groups.iter().map(empty).collect();
        let mut place: BTreeMap<EventId, usize> = BTreeMap::new();
        for event in &self.events {
            if let Some(i) = of.get(&event.it.holder) {
                place.insert(event.id, *i);
                parts[*i].events.push(event.clone());
            }
        }
        for count in &self.counts {
            if let Some(i) = self.holders(&count.it).next().and_then(|holder| of.get(&holder)) {
                parts[*i].counts.push(count.clone());
            }
        }
        for sum in &self.sums {
            if let Some(i) = sum.events.first().and_then(|event| place.get(event)) {
                parts[*i].sums.push(sum.clone());
            }
        }
        groups.into_iter().zip(parts).collect()
    }

    /// How many of a source's claims share its one vote with each count, by the count's place; 0: it is not heard.
    ///
    /// A source that repeats a figure while nothing moves says it once. A source that gives a total and its parts
    /// on one day speaks once on each part.
    pub(super) fn votes(&self, supposing: Supposing) -> Vec<i128> {
        let mut votes = vec![0; self.counts.len()];
        let heard = || self.counts.iter().enumerate().filter(|(_, c)| supposing.hears(&c.it.report));
        let mut repeats: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        let mut parts: BTreeMap<_, Parts> = BTreeMap::new();
        for (i, count) in heard() {
            let report = &count.it.report;
            let said = (report.source, report.bounds.low, report.bounds.high);
            repeats.entry((said, count.it.line, &count.it.of)).or_default().push(i);
            parts.entry((report.source, count.it.line, count.day)).or_default().add(&count.it.of);
        }
        let moves = self.moves();
        for ((_, line, of), mut said) in repeats {
            said.sort_by_key(|i| self.counts[*i].day);
            // What is said once repeats nothing.
            let holders = self.holders(&self.counts[said[0]].it).filter(|_| said.len() > 1);
            let days: BTreeSet<Date> =
                holders.filter_map(|holder| moves.get(&(line, holder))).flatten().copied().collect();
            let still = |a: &usize, b: &usize| {
                let (from, to) = (self.counts[*a].day, self.counts[*b].day);
                days.range((std::ops::Bound::Excluded(from), std::ops::Bound::Included(to))).next().is_none()
            };
            for run in said.chunk_by(still) {
                // Repeats on one day are parts of each other already.
                let told: BTreeSet<_> = run.iter().map(|i| self.counts[*i].day).collect();
                let times = i128::try_from(told.len()).unwrap_or(1);
                for i in run {
                    let count = &self.counts[*i];
                    let parts = parts.get(&(count.it.report.source, line, count.day));
                    votes[*i] = times * parts.map_or(1, |parts| parts.most(of));
                }
            }
        }
        votes
    }

    /// The days on which something was told to move, by line and holder.
    fn moves(&self) -> BTreeMap<(Line, Holder), BTreeSet<Date>> {
        let mut moves: BTreeMap<_, BTreeSet<Date>> = BTreeMap::new();
        for event in &self.events {
            for line in ladder(self.kind).into_iter().filter(|line| sign(self.kind, &event.it, *line) != 0) {
                moves.entry((line, event.it.holder)).or_default().insert(event.day);
            }
        }
        moves
    }
}
