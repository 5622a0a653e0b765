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
    program::{Reach, Source},
};

/// A first count of more than so many times all that was told to have come says that not all was told.
const PLAINLY_MORE: i64 = 2;

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
    /// How many may have gone on up to each boundary, for more came to the next stage than anybody told of.
    pub(super) drawn: Vec<i64>,
    pub(super) reach: Reach,
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
    /// Going on to a stage where more came than anybody told of.
    Drawn,
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
        reach: Reach,
    ) -> Book {
        let (ordered, cap) = (self.ordered, reach.cap);
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
        days.extend(self.days_within(line, holder));
        let drawn = self.drawn(line, holder);
        days.extend(drawn.keys());
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
        let drawn = days.iter().map(|day| drawn.get(day).copied().unwrap_or(0)).collect();
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
            drawn,
            reach,
            shared,
        };
        (book.told, book.opens) = (self.tells(&book, line), self.opens(&book, line));
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

    /// Where the book opens with a figure: at the first count that is heard, if it comes before any event that is; with
    /// the first event, if that count is far more than all that was told to have come by then.
    pub(super) fn opens(&self, book: &Book, line: Line) -> Option<usize> {
        let heard = |i: &usize| self.supposing.hears(&self.ordered.counts[*i].it.report);
        let counted =
            (0..book.days.len()).find(|at| book.counts[*at].iter().chain(&book.shared[*at]).any(heard));
        let moved = book.events.iter().position(|events| events.iter().any(|told| self.is_told(told.event)));
        let counted = counted?;
        let Some(moved) = moved.filter(|moved| *moved <= counted) else { return Some(counted) };
        if !is_field(line) {
            return None;
        }
        let least = book.counts[counted].iter().filter(|i| heard(i));
        let least = least.map(|i| whole(self.ordered.counts[*i].it.report.bounds.low)).min()?;
        (least > PLAINLY_MORE * self.came(book, counted)).then_some(moved)
    }

    /// The most that is told to have come up to a boundary.
    fn came(&self, book: &Book, until: usize) -> i64 {
        let told = book.events[..=until].iter().flatten().filter(|told| told.sign > 0);
        let most = |told: &Told| {
            let reports = self.ordered.events[told.event].it.reports.iter();
            let heard = reports.filter(|report| self.supposing.hears(report));
            heard.map(|report| whole(report.bounds.high.or(report.number).unwrap_or(0))).max().unwrap_or(0)
        };
        told.map(most).fold(0, i64::saturating_add)
    }

    /// What happens up to a boundary of the book, and what is checked there.
    pub(super) fn link(&self, book: &Book, at: usize, otherwise: &Otherwise) -> Built {
        let (cap, strength) = (book.reach.cap, book.strength[at]);
        let cost = per_head(if book.told { price::TOLD } else { price::UNTOLD }, strength);
        let opening = book.opens == Some(at);
        let (into, even) = if opening { (per_head(price::OPENING, strength), 0) } else { (cost, cost) };
        let silent = |into: i128, out: i128| Curve::line(-cap, 0, -out).join(&Curve::line(0, cap, into));
        let late = |cost| price::before_last(cost, book.days.len() - 1 - at);
        let mut moves = vec![zeroed(silent(late(into), late(cost)))];
        let mut flat = vec![zeroed(silent(even, cost))];
        let mut what = vec![Mover::Unexplained];
        if book.drawn[at] > 0 {
            // Who came to the next stage had waited here: a hair says so, and nothing else is asked of it.
            let going = Curve::line(-book.drawn[at], 0, price::hair(strength));
            moves.push(going.clone());
            flat.push(going);
            what.push(Mover::Drawn);
        }
        for told in &book.events[at] {
            let settled = match otherwise.sizes.get(&told.event) {
                Some(None) => continue,
                Some(Some(size)) if told.settled.is_some() => Some(*size),
                _ => told.settled,
            };
            if settled.is_none() && !self.is_told(told.event) {
                continue;
            }
            let (size, hair) = self.size(told.event, settled, strength, book.reach.event);
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
        let level = Link::new(flat, &checks, 0, cap);
        checks.extend(near);
        Built { link: Link::new(moves, &checks, 0, cap), level, movers: what }
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
    fn size(&self, at: usize, settled: Option<i64>, strength: i64, most: i64) -> (Curve, Curve) {
        if let Some(size) = settled {
            return (Curve::point(size), Curve::point(size));
        }
        let reports = &self.ordered.events[at].it.reports;
        let heard: Vec<&Report> = reports.iter().filter(|report| self.supposing.hears(report)).collect();
        event_cost(&heard, (strength, most), |report, votes| self.weight(report, votes))
    }

    /// Who came to a further stage and was not told to come there had waited in the one before it.
    ///
    /// "600 ready" in November are the 600 in training in October. Where nobody speaks of a stage between, who is told to
    /// come had waited in the one before that.
    fn drawn(&self, line: Line, holder: Holder) -> BTreeMap<Date, i64> {
        let stands =
            |stage| self.ordered.lines.get(&Line::In(stage)).is_some_and(|all| all.contains(&holder));
        let (next, told) = match line {
            Line::In(Stage::Ready) => (Stage::Deployed, false),
            Line::In(Stage::Training) if stands(Stage::Ready) => (Stage::Ready, false),
            Line::In(Stage::Training) => (Stage::Deployed, true),
            Line::In(Stage::Shipped) => (Stage::InService, false),
            _ => return BTreeMap::new(),
        };
        let came = self.settled.came.get(&(holder, Line::In(next)));
        let came = came.into_iter().flatten();
        let drawn = came.map(|(day, came)| (*day, came.untold + if told { came.told } else { 0 }));
        drawn.filter(|(_, amount)| *amount > 0).collect()
    }

    /// The days on which what stands in the stages changes: on them what is still owed does.
    fn days_within(&self, line: Line, holder: Holder) -> BTreeSet<Date> {
        let lines = self.settled.within.get(&holder).filter(|_| line == Line::PromisedInAll);
        lines.into_iter().flat_map(BTreeMap::values).flat_map(BTreeMap::keys).copied().collect()
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
    for report in reports.iter().filter(|report| report.number.is_some()) {
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
    // "Some" adds no number: so that a balance can be reckoned again from the numbers that are given.
    let low = low.map_or(0, whole);
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
