//! Leaving a source out: solved again only near where it speaks.
//!
//! Exact: the curves of a chain forget a claim a few boundaries on, and from there on nothing is reckoned again. Where
//! claims on the whole mission tie chains, the flow is settled again from where it stands.

use std::collections::{BTreeMap, BTreeSet};

use model::Stage;

use super::{
    book::{Book, Mover, Otherwise},
    bounds::{Series, Without, on, spread},
    chain::Link,
    curve::Curve,
    net::{self, Net},
    order::{Ordered, Supposing},
    problem::{self, Holder, Line},
    program::{Settled, Source},
    solve::{Solved, SolvedLine},
};

/// A solved group, and where each source speaks in it.
pub(super) struct Near<'a> {
    ordered: &'a Ordered,
    best: &'a Solved,
    series: &'a BTreeMap<(Holder, Line), Series>,
    lines: Vec<How<'a>>,
    /// By line: the book and the boundary of each event.
    events: Vec<BTreeMap<usize, (usize, usize)>>,
    /// By source: the line, the book and the boundary.
    speaks: BTreeMap<problem::Source, BTreeSet<(usize, usize, usize)>>,
}

/// How a line is solved again.
enum How<'a> {
    /// Book by book: the curves of their chains.
    Apart(Vec<Vec<Curve>>),
    /// All at once, as the flow that it is.
    Together(Box<Net<'a>>),
}

/// What a boundary comes to: its balance and its moves.
type Moved = BTreeMap<usize, (i64, Vec<i64>)>;

impl<'a> Near<'a> {
    /// `None` where claims tie some of a line's books together, or several events, and where somebody waits on the way.
    pub(super) fn new(
        ordered: &'a Ordered,
        best: &'a Solved,
        series: &'a BTreeMap<(Holder, Line), Series>,
    ) -> Option<Self> {
        // Who waits goes on to where more came than was told: there one line hangs on another in more than its events.
        let waits = |line: &SolvedLine| {
            let of = line.program.line;
            matches!(of, Line::In(Stage::Ready | Stage::Training | Stage::Shipped))
                && !line.program.books.is_empty()
        };
        if best.lines.iter().any(waits) {
            return None;
        }
        let (mut lines, mut events) = (Vec::new(), Vec::new());
        let mut speaks: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for (l, line) in best.lines.iter().enumerate() {
            lines.push(if line.program.ties.is_empty() {
                How::Apart(line.program.books.iter().map(|book| book.chain.reached()).collect())
            } else {
                How::Together(Box::new(Net::known(&line.program, &line.paths, &line.prices)?))
            });
            let mut places = BTreeMap::new();
            for (b, book) in line.program.books.iter().enumerate() {
                for at in 0..book.days.len() {
                    for told in &book.events[at] {
                        places.insert(told.event, (b, at));
                        for report in &ordered.events[told.event].it.reports {
                            speaks.entry(report.source).or_default().insert((l, b, at));
                        }
                    }
                    for i in &book.counts[at] {
                        speaks.entry(ordered.counts[*i].it.report.source).or_default().insert((l, b, at));
                    }
                }
            }
            events.push(places);
        }
        Some(Self { ordered, best, series, lines, events, speaks })
    }

    /// The reading without a source; `None` where leaving it out changes what all of a book costs.
    pub(super) fn without(&mut self, source: problem::Source) -> Option<Without> {
        let supposing = Supposing { without: Some(source), right: None };
        let settled = Settled::default();
        let from = Source {
            ordered: self.ordered,
            votes: &self.best.votes,
            supposing,
            settled: &settled,
            strengths: None,
        };
        let reckons_otherwise = |line: &SolvedLine| {
            let of = line.program.line;
            let mut books = line.program.books.iter();
            books.any(|book| from.tells(book, of) != book.told || from.opens(book, of) != book.opens)
        };
        // Chains that nothing ties any more are solved one by one, and may settle otherwise what costs the same.
        let comes_apart = |line: &SolvedLine| {
            let ties = &line.program.ties;
            !ties.is_empty() && ties.iter().all(|tie| tie.source == source)
        };
        if self.best.lines.iter().any(|line| reckons_otherwise(line) || comes_apart(line)) {
            return None;
        }
        let mut without = Without { source, lines: BTreeMap::new(), sizes: BTreeMap::new() };
        let mut otherwise = Otherwise::default();
        let mut stages: BTreeMap<(Holder, Line), Series> = BTreeMap::new();
        let spoken = self.speaks.get(&source).cloned().unwrap_or_default();
        for (l, line) in self.best.lines.iter().enumerate() {
            let of = line.program.line;
            let (mut links, mut movers) = (Vec::new(), Vec::new());
            for (b, book) in line.program.books.iter().enumerate() {
                let mut boundaries: BTreeSet<usize> =
                    spoken.range((l, b, 0)..=(l, b, usize::MAX)).map(|(_, _, at)| *at).collect();
                let resized = otherwise.sizes.keys().filter_map(|event| self.events[l].get(event));
                boundaries.extend(resized.filter(|(book, _)| *book == b).map(|(_, at)| *at));
                let (mut changed, mut what) = (BTreeMap::new(), BTreeMap::new());
                for at in boundaries {
                    let built = from.link(book, at, &otherwise);
                    changed.insert(at, built.link?);
                    what.insert(at, built.movers);
                    for told in book.events[at].iter().filter(|told| told.settled.is_none()) {
                        if !from.is_told(told.event) {
                            otherwise.sizes.insert(told.event, None);
                        }
                    }
                }
                links.push(changed);
                movers.push(what);
            }
            let moved = self.moved(l, source, &links)?;
            for (b, (book, path)) in line.program.books.iter().zip(&line.paths).enumerate() {
                let mut other = Series::new();
                for (at, (balance, moves)) in &moved[b] {
                    if *balance != path.balances[*at] {
                        other.insert(book.days[*at], *balance);
                    }
                    let what = movers[b].get(at).unwrap_or(&book.movers[*at]);
                    for (mover, amount) in what.iter().zip(moves) {
                        let Mover::Event(event, sign) = mover else { continue };
                        let size = amount * sign;
                        let mut told = book.events[*at].iter();
                        let own = told.any(|told| told.event == *event && told.settled.is_none());
                        if own && self.best.sizes.get(event) != Some(&size) {
                            otherwise.sizes.insert(*event, Some(size));
                            without.sizes.insert(*event, size);
                        }
                    }
                }
                let mut counts = book.counts.iter().flatten();
                let heard = counts.any(|i| supposing.hears(&self.ordered.counts[*i].it.report))
                    || book.events.iter().flatten().any(|told| from.is_told(told.event))
                    || line.program.ties.iter().any(|tie| tie.source != source);
                if of == Line::PromisedInAll {
                    let owed = self.owed(book, &stages, &other);
                    without.lines.insert((book.holder, Line::In(Stage::Promised)), heard.then_some(owed));
                } else {
                    stages.insert((book.holder, of), other.clone());
                }
                without.lines.insert((book.holder, of), heard.then_some(other));
            }
        }
        Some(without)
    }

    /// Where a line comes to something else when these links are others and a source's ties are gone, by book.
    ///
    /// `None` where what stands is not within them.
    fn moved(
        &mut self,
        l: usize,
        source: problem::Source,
        links: &[BTreeMap<usize, Link>],
    ) -> Option<Vec<Moved>> {
        let solved = &self.best.lines[l];
        let books = || solved.program.books.iter().zip(&solved.paths);
        let net = match &mut self.lines[l] {
            How::Apart(reached) => {
                let again = books().zip(reached).zip(links);
                let again =
                    again.map(|(((book, path), reached), links)| book.chain.again(reached, path, links));
                return Some(again.collect());
            }
            How::Together(net) => net,
        };
        let ties =
            || solved.program.ties.iter().filter_map(|tie| Some((net::day(&solved.program, tie)?, tie)));
        let silent: BTreeSet<_> =
            ties().filter(|(_, tie)| tie.source == source).map(|(day, _)| day).collect();
        let untouched = links.iter().all(BTreeMap::is_empty);
        if untouched && silent.is_empty() {
            return Some(vec![Moved::new(); solved.paths.len()]);
        }
        let is_put = links.iter().enumerate().all(|(book, links)| {
            let mut links = links.iter();
            links.all(|(at, link)| net.put(book, *at, link))
        }) && silent.into_iter().all(|day| {
            let left = ties().filter(|(on, tie)| *on == day && tie.source != source);
            net.tie(day, left.map(|(_, tie)| tie))
        });
        let again = net.changed();
        net.take_back();
        if !is_put {
            return None;
        }
        let moved = books()
            .zip(again)
            .zip(links)
            .map(|(((book, path), again), links)| {
                let balance = |at: usize| again.get(&at).copied().unwrap_or(path.balances[at]);
                let places: BTreeSet<usize> = (again.keys().copied())
                    .chain(again.keys().map(|at| at + 1).filter(|at| *at < path.balances.len()))
                    .chain(links.keys().copied())
                    .collect();
                let moves = places.into_iter().map(|at| {
                    let before = at.checked_sub(1).map_or(0, balance);
                    let link = links.get(&at).unwrap_or(&book.chain.links()[at]);
                    (at, (balance(at), link.split(balance(at) - before)))
                });
                moves.collect()
            })
            .collect();
        Some(moved)
    }

    /// By how much what stands in the stages differs, by boundary of the pledge total.
    fn within(&self, book: &Book, stages: &BTreeMap<(Holder, Line), Series>) -> Series {
        let days = book.days.iter().copied().collect();
        let mut by = Series::new();
        for (of, other) in stages.iter().filter(|((holder, _), _)| *holder == book.holder) {
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
