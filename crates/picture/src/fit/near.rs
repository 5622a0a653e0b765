//! Leaving a source out of a single holder's books: solved again only near where it speaks.
//!
//! Exact: the curves of the chain forget a claim a few boundaries on, and from there on nothing is reckoned again.

use std::collections::{BTreeMap, BTreeSet};

use model::Stage;

use super::{
    book::{Book, Mover, Otherwise},
    bounds::{Series, Without, on, spread},
    curve::Curve,
    order::{Ordered, Supposing},
    problem::{self, Holder, Line},
    program::{Settled, Source},
    solve::{Solved, SolvedLine},
};

/// A solved group of one holder, and where each source speaks in it.
pub(super) struct Near<'a> {
    ordered: &'a Ordered,
    best: &'a Solved,
    series: &'a BTreeMap<(Holder, Line), Series>,
    /// By line: the curves of its chain.
    reached: Vec<Vec<Curve>>,
    /// By line: the boundary of each event.
    events: Vec<BTreeMap<usize, usize>>,
    /// By source: the line and the boundary.
    speaks: BTreeMap<problem::Source, BTreeSet<(usize, usize)>>,
}

impl<'a> Near<'a> {
    /// `None` where claims tie books together.
    pub(super) fn new(
        ordered: &'a Ordered,
        best: &'a Solved,
        series: &'a BTreeMap<(Holder, Line), Series>,
    ) -> Option<Self> {
        let alone = |line: &SolvedLine| line.program.books.len() <= 1 && line.program.ties.is_empty();
        // Who waits goes on to where more came than was told: there one line hangs on another in more than its events.
        let waits = |line: &SolvedLine| {
            let of = line.program.line;
            matches!(of, Line::In(Stage::Ready | Stage::Training | Stage::Shipped))
                && !line.program.books.is_empty()
        };
        if !best.lines.iter().all(alone) || best.lines.iter().any(waits) {
            return None;
        }
        let (mut reached, mut events) = (Vec::new(), Vec::new());
        let mut speaks: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for (l, line) in best.lines.iter().enumerate() {
            let book = line.program.books.first();
            reached.push(book.map_or_else(Vec::new, |book| book.chain.reached()));
            let mut places = BTreeMap::new();
            for (at, _) in book.iter().flat_map(|book| book.days.iter().enumerate()) {
                let Some(book) = book else { continue };
                for told in &book.events[at] {
                    places.insert(told.event, at);
                    for report in &ordered.events[told.event].it.reports {
                        speaks.entry(report.source).or_default().insert((l, at));
                    }
                }
                for i in &book.counts[at] {
                    speaks.entry(ordered.counts[*i].it.report.source).or_default().insert((l, at));
                }
            }
            events.push(places);
        }
        Some(Self { ordered, best, series, reached, events, speaks })
    }

    /// The reading without a source; `None` where leaving it out changes what all of a book costs.
    pub(super) fn without(&self, source: problem::Source) -> Option<Without> {
        let supposing = Supposing { without: Some(source), right: None };
        let settled = Settled::default();
        let from = Source {
            ordered: self.ordered,
            votes: &self.best.votes,
            supposing,
            settled: &settled,
            strengths: None,
        };
        let mut without = Without { source, lines: BTreeMap::new(), sizes: BTreeMap::new() };
        let mut otherwise = Otherwise::default();
        let mut stages: BTreeMap<(Holder, Line), Series> = BTreeMap::new();
        for (l, line) in self.best.lines.iter().enumerate() {
            let Some((book, path)) = line.program.books.first().zip(line.paths.first()) else { continue };
            let of = line.program.line;
            if from.tells(book, of) != book.told || from.opens(book, of) != book.opens {
                return None;
            }
            let spoken = self.speaks.get(&source).into_iter().flatten();
            let mut boundaries: BTreeSet<usize> =
                spoken.filter(|(line, _)| *line == l).map(|(_, at)| *at).collect();
            boundaries.extend(otherwise.sizes.keys().filter_map(|event| self.events[l].get(event)));
            let (mut changed, mut movers) = (BTreeMap::new(), BTreeMap::new());
            for at in boundaries {
                let built = from.link(book, at, &otherwise);
                changed.insert(at, built.link?);
                movers.insert(at, built.movers);
                for told in book.events[at].iter().filter(|told| told.settled.is_none()) {
                    if !from.is_told(told.event) {
                        otherwise.sizes.insert(told.event, None);
                    }
                }
            }
            let mut other = Series::new();
            for (at, (balance, moves)) in book.chain.again(&self.reached[l], path, &changed) {
                if balance != path.balances[at] {
                    other.insert(book.days[at], balance);
                }
                let what = movers.get(&at).unwrap_or(&book.movers[at]);
                for (mover, amount) in what.iter().zip(moves) {
                    if let Mover::Event(event, sign) = mover {
                        let size = amount * sign;
                        let own =
                            book.events[at].iter().any(|told| told.event == *event && told.settled.is_none());
                        if own && self.best.sizes.get(event) != Some(&size) {
                            otherwise.sizes.insert(*event, Some(size));
                            without.sizes.insert(*event, size);
                        }
                    }
                }
            }
            let counts = book.counts.iter().flatten();
            let heard = counts.into_iter().any(|i| supposing.hears(&self.ordered.counts[*i].it.report))
                || book.events.iter().flatten().any(|told| from.is_told(told.event));
            if of == Line::PromisedInAll {
                let owed = self.owed(book, &stages, &other);
                without.lines.insert((book.holder, Line::In(Stage::Promised)), heard.then_some(owed));
            } else {
                stages.insert((book.holder, of), other.clone());
            }
            without.lines.insert((book.holder, of), heard.then_some(other));
        }
        Some(without)
    }

    /// By how much what stands in the stages differs, by boundary of the pledge total.
    fn within(&self, book: &Book, stages: &BTreeMap<(Holder, Line), Series>) -> Series {
        let days = book.days.iter().copied().collect();
        let mut by = Series::new();
        for (of, other) in stages {
            for (day, delta) in spread(other, &self.series[of], &days) {
                *by.entry(day).or_default() += delta;
            }
        }
        by
    }

    /// What is still owed, where it differs.
    fn owed(&self, book: &Book, stages: &BTreeMap<(Holder, Line), Series>, total: &Series) -> Series {
        let within = self.within(book, stages);
        let promised = &self.series[&(book.holder, Line::In(Stage::Promised))];
        let whole = &self.series[&(book.holder, Line::PromisedInAll)];
        let days: BTreeSet<_> = within.keys().chain(total.keys()).copied().collect();
        let then = |day| {
            let more = total.get(&day).map_or(0, |then| then - on(whole, day));
            on(promised, day) + more - within.get(&day).copied().unwrap_or(0)
        };
        days.into_iter()
            .map(|day| (day, then(day)))
            .filter(|(day, then)| on(promised, *day) != *then)
            .collect()
    }
}
