//! A book: one holder's balance of one line, boundary by boundary, with what moves it and what is checked.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::Stage;

use super::{
    chain::{Chain, Link},
    curve::Curve,
    order::sign,
    price::{self, per_head, whole},
    problem::{self, Holder, Line, Report},
    program::Source,
};

/// One holder's balance of one line.
#[derive(Clone, Debug)]
pub(super) struct Book {
    pub(super) holder: Holder,
    /// The boundaries, each the end of a day.
    pub(super) days: Vec<Date>,
    /// How strong the holder is around each boundary; what costs are relative to.
    pub(super) strength: Vec<i64>,
    pub(super) chain: Chain,
    /// The same without the hairs that settle ties.
    pub(super) level: Chain,
    /// What each move of each boundary is.
    pub(super) movers: Vec<Vec<Mover>>,
    /// The boundary of the first figure, where it comes before any event: the book opens with it.
    pub(super) opens: Option<usize>,
    /// Whether movements are told here.
    pub(super) told: bool,
    /// The holder's own counts at each boundary, by their place.
    pub(super) counts: Vec<Vec<usize>>,
    /// The events up to each boundary.
    pub(super) events: Vec<Vec<Told>>,
    /// The least that can stand at each boundary.
    pub(super) floors: Vec<i64>,
    /// No balance reaches it but where no claim gives a ceiling.
    pub(super) cap: i64,
    /// Where the holder is counted together with others.
    shared: Vec<Vec<usize>>,
}

/// What changes a balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mover {
    /// An event, by its place; its sign.
    Event(usize, i64),
    /// No claim.
    Unexplained,
}

/// An event that touches a book.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    /// Its place.
    pub(super) event: usize,
    /// Whether it adds or takes.
    pub(super) sign: i64,
    /// Its size, where an earlier line of the ladder has settled it.
    pub(super) settled: Option<i64>,
}

/// What an earlier line came to otherwise, when something is supposed.
#[derive(Clone, Debug, Default)]
pub(super) struct Otherwise {
    /// Events of another size; `None`: nobody tells of them.
    pub(super) sizes: BTreeMap<usize, Option<i64>>,
    /// Other floors, by boundary.
    pub(super) floors: BTreeMap<usize, i64>,
}

/// A boundary's link, the same without hairs, and what its moves are.
pub(super) struct Built {
    pub(super) link: Option<Link>,
    pub(super) level: Option<Link>,
    pub(super) movers: Vec<Mover>,
}

impl Source<'_> {
    /// The book of a holder, with its own counts and the boundaries that others' counts ask for.
    pub(super) fn book(
        &self,
        line: Line,
        holder: Holder,
        (own, together): (&[usize], &[usize]),
        mut days: BTreeSet<Date>,
        cap: i64,
    ) -> Book {
        let ordered = self.ordered;
        let events: Vec<(Told, Date)> = (ordered.events.iter().enumerate())
            .filter(|(_, event)| event.it.holder == holder)
            .map(|(i, event)| {
                let settled = self.settled.sizes.get(&i).copied();
                (Told { event: i, sign: sign(ordered.kind, &event.it, line), settled }, event.day)
            })
            .filter(|(told, _)| told.sign != 0)
            .collect();
        days.extend(events.iter().map(|(_, day)| *day));
        let events: Vec<_> = events.into_iter().filter(|(told, _)| self.is_told(told.event)).collect();
        let floors = self.floors(line, holder);
        days.extend(floors.keys());
        let days: Vec<Date> = days.into_iter().collect();
        let numbers = (own.iter().map(|i| &ordered.counts[*i].it.report))
            .chain(events.iter().flat_map(|(told, _)| &ordered.events[told.event].it.reports))
            .filter_map(|report| report.number);
        let strength = match self.strengths {
            None => vec![numbers.max().map_or(1, whole).max(1); days.len()],
            Some(known) => {
                let known = known.get(&(line, holder));
                let on = |day| known.and_then(|known| known.range(..=day).next_back()).map_or(1, |(_, s)| *s);
                days.iter().map(|day| on(*day).max(1)).collect()
            }
        };
        let (mut counts, mut events_on) = (vec![Vec::new(); days.len()], vec![Vec::new(); days.len()]);
        let at = |day: Date| days.partition_point(|before| *before < day);
        for i in own {
            counts[at(ordered.counts[*i].day)].push(*i);
        }
        let mut shared = vec![Vec::new(); days.len()];
        for i in together {
            shared[at(ordered.counts[*i].day)].push(*i);
        }
        for (told, day) in events {
            events_on[at(day)].push(told);
        }
        let floor = |day: &Date| floors.range(..=*day).next_back().map_or(0, |(_, floor)| *floor);
        let floors = days.iter().map(floor).collect();
        let (chain, level) = (Chain::new(Vec::new(), cap), Chain::new(Vec::new(), cap));
        let mut book = Book {
            holder,
            days,
            strength,
            chain,
            level,
            movers: Vec::new(),
            opens: None,
            told: false,
            counts,
            events: events_on,
            floors,
            cap,
            shared,
        };
        (book.told, book.opens) = (self.tells(&book, line), self.opens(&book));
        let built: Vec<Built> =
            (0..book.days.len()).map(|at| self.link(&book, at, &Otherwise::default())).collect();
        let (mut links, mut level) = (Vec::new(), Vec::new());
        for built in built {
            links.extend(built.link);
            level.extend(built.level);
            book.movers.push(built.movers);
        }
        (book.chain, book.level) = (Chain::new(links, cap), Chain::new(level, cap));
        book
    }

    /// Whether somebody who is heard tells of movements in this book.
    pub(super) fn tells(&self, book: &Book, line: Line) -> bool {
        let mut events = book.events.iter().flatten();
        is_field(line)
            && events.any(|told| {
                let reports = &self.ordered.events[told.event].it.reports;
                reports.iter().any(|report| self.supposing.hears(report))
            })
    }

    /// Where the first count that is heard stands, if it comes before any event that is.
    pub(super) fn opens(&self, book: &Book) -> Option<usize> {
        let heard = |i: &usize| self.supposing.hears(&self.ordered.counts[*i].it.report);
        let counted =
            (0..book.days.len()).find(|at| book.counts[*at].iter().chain(&book.shared[*at]).any(heard));
        let moved = book.events.iter().position(|events| events.iter().any(|told| self.is_told(told.event)));
        counted.filter(|counted| moved.is_none_or(|moved| *counted < moved))
    }

    /// What happens up to a boundary of the book, and what is checked there.
    pub(super) fn link(&self, book: &Book, at: usize, otherwise: &Otherwise) -> Built {
        let (cap, strength) = (book.cap, book.strength[at]);
        let cost = per_head(if book.told { price::TOLD } else { price::UNTOLD }, strength);
        let opening = book.opens == Some(at);
        let (into, even) = if opening { (per_head(price::OPENING, strength), 0) } else { (cost, cost) };
        let silent = |into: i128, out: i128| Curve::line(-cap, 0, -out).join(&Curve::line(0, cap, into));
        let late = |cost| price::before_last(cost, book.days.len() - 1 - at);
        let mut moves = vec![zeroed(silent(late(into), late(cost)))];
        let mut flat = vec![zeroed(silent(even, cost))];
        let mut what = vec![Mover::Unexplained];
        for told in &book.events[at] {
            let settled = match otherwise.sizes.get(&told.event) {
                Some(None) => continue,
                Some(Some(size)) if told.settled.is_some() => Some(*size),
                _ => told.settled,
            };
            if settled.is_none() && !self.is_told(told.event) {
                continue;
            }
            let (size, hair) = self.size(told.event, settled, strength, cap);
            let turned = |curve: Curve| if told.sign < 0 { curve.mirrored() } else { curve };
            moves.push(turned(size.plus(&hair).unwrap_or_else(|| size.clone())));
            flat.push(turned(size));
            what.push(Mover::Event(told.event, told.sign));
        }
        let (mut checks, mut near) = (Vec::new(), Vec::new());
        for i in &book.counts[at] {
            let report = &self.ordered.counts[*i].it.report;
            if self.supposing.hears(report) {
                let weight = self.weight(report, self.votes[*i]);
                checks.extend(costs(report, weight, strength, (0, cap), book.told));
                near.extend(nearest(report, weight, strength, (0, cap)));
            }
        }
        let floor = otherwise.floors.get(&at).copied().unwrap_or(book.floors[at]);
        let level = Link::new(flat, &checks, floor, cap);
        checks.extend(near);
        Built { link: Link::new(moves, &checks, floor, cap), level, movers: what }
    }

    /// Whether anybody who is heard tells of the event.
    pub(super) fn is_told(&self, at: usize) -> bool {
        let event = &self.ordered.events[at];
        let told = |sum: &super::problem::EventSum| {
            sum.events.contains(&event.id) && self.supposing.hears(&sum.report)
        };
        event.it.reports.iter().any(|report| self.supposing.hears(report))
            || (event.it.reports.is_empty() && self.ordered.sums.iter().any(told))
    }

    /// What an event's size costs, within the hull of its claims; and the hair by which less is preferred.
    fn size(&self, at: usize, settled: Option<i64>, strength: i64, cap: i64) -> (Curve, Curve) {
        if let Some(size) = settled {
            return (Curve::point(size), Curve::point(size));
        }
        let reports = &self.ordered.events[at].it.reports;
        let heard: Vec<&Report> = reports.iter().filter(|report| self.supposing.hears(report)).collect();
        event_cost(&heard, (strength, cap), |report, votes| self.weight(report, votes))
    }

    /// The least that can be promised in all, by day: what stands in the stages.
    fn floors(&self, line: Line, holder: Holder) -> BTreeMap<Date, i64> {
        let Some(lines) = self.settled.within.get(&holder).filter(|_| line == Line::PromisedInAll) else {
            return BTreeMap::new();
        };
        let days: BTreeSet<Date> = lines.values().flat_map(BTreeMap::keys).copied().collect();
        let on = |line: &BTreeMap<Date, i64>, day| line.range(..=day).next_back().map_or(0, |(_, n)| *n);
        days.into_iter().map(|day| (day, lines.values().map(|line| on(line, day)).sum())).collect()
    }
}

/// Where the mission stands, or what has left it: there, movements are told. What leads there goes mostly untold.
fn is_field(line: Line) -> bool {
    matches!(
        line,
        Line::In(
            Stage::Deployed
                | Stage::InService
                | Stage::OutOfService
                | Stage::Home
                | Stage::Lost
                | Stage::Paid
                | Stage::Spent
        )
    )
}

/// The curve of a move with its zero put at no cost: a curve joined from two halves begins far below.
fn zeroed(curve: Curve) -> Curve {
    let at_zero = curve.at(0).unwrap_or(0);
    curve.raised(-at_zero)
}

/// What leaving a report costs, on the numbers between two ends.
pub(super) fn costs(
    report: &Report,
    weight: i128,
    strength: i64,
    (from, to): (i64, i64),
    told: bool,
) -> impl Iterator<Item = Curve> {
    report.holds(told).into_iter().map(move |(bounds, part)| {
        let slope = per_head(weight / part, strength);
        Curve::outside(whole(bounds.low), bounds.high.map(whole), slope, from, to)
    })
}

/// What an event's size costs, within the hull of its claims; and the hair by which less is preferred.
pub(super) fn event_cost(
    reports: &[&Report],
    (strength, cap): (i64, i64),
    weight: impl Fn(&Report, i128) -> i128,
) -> (Curve, Curve) {
    let Hull { low, high } = hull(reports, cap);
    let scale = middle(reports).unwrap_or(strength).max(1);
    let mut votes: BTreeMap<problem::Source, i128> = BTreeMap::new();
    for report in reports {
        *votes.entry(report.source).or_default() += 1;
    }
    let mut size = vec![Curve::line(low, high, 0)];
    let mut hair = vec![Curve::line(low, high, price::hair(scale))];
    for report in reports {
        let weight = weight(report, votes[&report.source]);
        size.extend(costs(report, weight, scale, (low, high), false));
        hair.extend(nearest(report, weight, scale, (low, high)));
    }
    (Curve::sum(size), Curve::sum(hair))
}

/// A hair for each step from the number that the claim's words are built on: "about 400" is 400 until contradicted.
fn nearest(report: &Report, weight: i128, strength: i64, (from, to): (i64, i64)) -> Option<Curve> {
    let bounds = report.bounds;
    let near = whole(report.number?.max(bounds.low).min(bounds.high.unwrap_or(u64::MAX)));
    let slope = per_head(weight, strength) / price::HAIRS;
    (bounds.high != Some(bounds.low)).then(|| Curve::outside(near, Some(near), slope, from, to))
}

struct Hull {
    low: i64,
    high: i64,
}

/// From the least to the most that any report with a number allows; open above where none has a ceiling.
fn hull(reports: &[&Report], cap: i64) -> Hull {
    let numbered: Vec<_> = reports.iter().filter(|report| report.number.is_some()).collect();
    let low = numbered.iter().map(|report| report.bounds.low).min();
    let high = numbered.iter().filter_map(|report| report.bounds.high).max();
    let floor = numbered.iter().map(|report| report.bounds.low).max().unwrap_or(0);
    let low = low.or_else(|| reports.iter().map(|report| report.bounds.low).min()).map_or(0, whole);
    Hull { low, high: high.map_or(cap, |high| whole(high.max(floor))).max(low) }
}

/// The weighted median of the numbers, the lower of two.
pub(super) fn middle(reports: &[&Report]) -> Option<i64> {
    let mut numbers: Vec<_> =
        reports.iter().filter_map(|report| Some((report.number?, report.weight.parts()))).collect();
    numbers.sort_unstable();
    let half = numbers.iter().map(|(_, weight)| weight).sum::<i128>();
    let mut below = 0;
    numbers.iter().find_map(|(number, weight)| {
        below += weight * 2;
        (below >= half).then(|| whole(*number))
    })
}
