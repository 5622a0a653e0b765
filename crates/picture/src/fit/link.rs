//! A link: what moves a balance up to a boundary, what is checked there, and what each costs.

use std::collections::BTreeMap;

use super::{
    book::{Book, Mover, Otherwise, Terms},
    chain::{Chain, Link},
    curve::Curve,
    price::{self, per_head, whole},
    problem::{self, Report},
    program::Source,
};

/// A boundary's link, and what its moves are.
pub(super) struct Built {
    pub(super) link: Option<Link>,
    pub(super) movers: Vec<Mover>,
}

/// The hairs that settle which of several readings is taken that cost the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hairs {
    Told,
    LeftOut,
}

impl Source<'_> {
    /// What happens up to a boundary of the book, and what is checked there.
    pub(super) fn link(&self, book: &Book, terms: Terms, at: usize, otherwise: &Otherwise) -> Built {
        let (moves, what) = self.moves(book, terms, at, otherwise, Hairs::Told);
        let checks = self.checks(book, terms, at, Hairs::Told);
        Built { link: Link::new(moves, &checks, 0, book.reach.cap), movers: what }
    }

    /// The chain of a book without the hairs that settle ties.
    pub(super) fn level(&self, book: &Book) -> Chain {
        let (terms, cap, same) = (book.terms(), book.reach.cap, Otherwise::default());
        let link = |at: usize| {
            let (moves, _) = self.moves(book, terms, at, &same, Hairs::LeftOut);
            Link::new(moves, &self.checks(book, terms, at, Hairs::LeftOut), 0, cap)
        };
        Chain::new((0..book.days.len()).filter_map(link).collect(), cap)
    }

    /// What moves the balance up to a boundary.
    fn moves(
        &self,
        book: &Book,
        terms: Terms,
        at: usize,
        otherwise: &Otherwise,
        hairs: Hairs,
    ) -> (Vec<Curve>, Vec<Mover>) {
        let (cap, strength) = (book.reach.cap, book.strength[at]);
        let cost = per_head(if terms.told { price::TOLD } else { price::UNTOLD }, strength);
        let opening = terms.opens == Some(at);
        let late = |cost| price::before_last(cost, book.days.len() - 1 - at);
        let (into, out) = match hairs {
            Hairs::Told if opening => (late(per_head(price::OPENING, strength)), late(cost)),
            Hairs::Told => (late(cost), late(cost)),
            Hairs::LeftOut => (if opening { 0 } else { cost }, cost),
        };
        let mut moves = vec![Curve::around_zero(out, into, cap)];
        let mut what = vec![Mover::Unexplained];
        if book.drawn[at] > 0 {
            // Who came to the next stage had waited here: a hair says so, and nothing else is asked of it.
            moves.push(Curve::line(-book.drawn[at], 0, price::hair(strength)));
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
            let curve = match hairs {
                Hairs::Told => size.plus(&hair).unwrap_or(size),
                Hairs::LeftOut => size,
            };
            moves.push(if told.sign < 0 { curve.mirrored() } else { curve });
            what.push(Mover::Event(told.event, told.sign));
        }
        (moves, what)
    }

    /// What the counts at a boundary cost.
    fn checks(&self, book: &Book, terms: Terms, at: usize, hairs: Hairs) -> Vec<Curve> {
        let (strength, within) = (book.strength[at], (0, book.reach.cap));
        let mut checks = Vec::new();
        for i in &book.counts[at] {
            let report = &self.ordered.counts[*i].it.report;
            if self.supposing.hears(report) {
                let weight = self.weight(report, self.votes[*i]);
                checks.extend(costs(report, weight, strength, within, terms.told));
                if hairs == Hairs::Told {
                    checks.extend(nearest(report, weight, strength, within));
                }
            }
        }
        checks
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
