//! What is supposed, a source left out or a claim held to be right: solved again only near where it speaks.
//!
//! Exact: the curves of a chain forget a claim a few boundaries on, and from there on nothing is reckoned again. Where
//! claims on the whole mission tie chains, the flow is settled again from where it stands.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

use jiff::civil::Date;
use model::{ClaimId, Stage};

use super::{
    book::{Book, Mover, Otherwise, Terms},
    bounds::{Series, Without, on, spread},
    chain::{Link, Path},
    curve::Curve,
    net::{self, Net},
    order::{Ordered, Supposing},
    problem::{self, Holder, Line, Of},
    program::{Settled, Source, Tie},
    solve::{Solved, SolvedLine},
};

/// A solved group, and where each source speaks in it.
pub(super) struct Near<'a> {
    pub(super) ordered: &'a Ordered,
    pub(super) best: &'a Solved,
    pub(super) series: &'a BTreeMap<(Holder, Line), Series>,
    lines: Vec<How<'a>>,
    /// By line: the book and the boundary of each event.
    pub(super) events: Vec<BTreeMap<usize, (usize, usize)>>,
    /// By line and day: the ties.
    pub(super) ties: Vec<BTreeMap<Date, Vec<&'a Tie>>>,
    /// By source: the line, the book and the boundary.
    speaks: BTreeMap<problem::Source, BTreeSet<Place>>,
    /// The counts and the events of each claim.
    pub(super) of_claims: BTreeMap<ClaimId, OfClaim>,
    /// By line and day: the counts of several holders.
    pub(super) shared: BTreeMap<(Line, Date), Vec<usize>>,
    /// How each of these stands; made when the first claim asks for it.
    pub(super) together: OnceCell<BTreeMap<usize, Together>>,
}

/// What stands in a count of several holders: all of them together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Together {
    pub(super) reading: i64,
    pub(super) strength: i64,
    pub(super) told: bool,
}

/// The counts and the events that a claim speaks of, by their places.
#[derive(Clone, Debug, Default)]
pub(super) struct OfClaim {
    pub(super) counts: Vec<usize>,
    pub(super) events: Vec<usize>,
}

/// A line, a book of it, and a boundary.
pub(super) type Place = (usize, usize, usize);

/// By line and book: what the book is reckoned by otherwise.
pub(super) type Reckoned = BTreeMap<(usize, usize), Terms>;

/// By line and day: what the ties there cost together.
pub(super) type Ties = BTreeMap<(usize, Date), Curve>;

/// What a group comes to when something is supposed, where that may be something else.
pub(super) struct Then {
    pub(super) lines: Vec<ThenLine>,
    /// Other sizes of events.
    pub(super) sizes: BTreeMap<usize, i64>,
}

/// The same of one line, by book.
pub(super) struct ThenLine {
    pub(super) moved: Vec<Moved>,
    /// What the moves are, where claims that are supposed otherwise speak.
    movers: Vec<BTreeMap<usize, Vec<Mover>>>,
}

impl ThenLine {
    /// What the moves of a boundary are.
    pub(super) fn movers<'m>(&'m self, of: usize, book: &'m Book, at: usize) -> &'m [Mover] {
        self.movers[of].get(&at).unwrap_or(&book.movers[at])
    }

    /// The balances of a book that differ.
    pub(super) fn other(&self, of: usize, book: &Book, path: &Path) -> Series {
        let moved = self.moved[of].iter().filter(|(at, (balance, _))| *balance != path.balances[**at]);
        moved.map(|(at, (balance, _))| (book.days[*at], *balance)).collect()
    }
}

/// How a line is solved again.
enum How<'a> {
    /// Book by book: the curves of their chains.
    Apart(Vec<Vec<Curve>>),
    /// All at once, as the flow that it is.
    Together(Box<Net<'a>>),
}

/// What a boundary comes to: its balance and its moves.
pub(super) type Moved = BTreeMap<usize, (i64, Vec<i64>)>;

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
        if best.lines.iter().any(|line| waits(line)) {
            return None;
        }
        let (mut lines, mut events, mut ties) = (Vec::new(), Vec::new(), Vec::new());
        let mut speaks: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for (l, line) in best.lines.iter().enumerate() {
            lines.push(if line.program.ties.is_empty() {
                How::Apart(line.program.books.iter().map(|book| book.chain.reached()).collect())
            } else {
                How::Together(Box::new(Net::known(&line.program, line.paths(), &line.answer.prices)?))
            });
            let mut on: BTreeMap<Date, Vec<&Tie>> = BTreeMap::new();
            for tie in &line.program.ties {
                on.entry(net::day(&line.program, tie)?).or_default().push(tie);
            }
            ties.push(on);
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
        let mut of_claims: BTreeMap<_, OfClaim> = BTreeMap::new();
        let mut shared: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (i, count) in ordered.counts.iter().enumerate() {
            of_claims.entry(count.it.report.claim).or_default().counts.push(i);
            if !matches!(count.it.of, Of::One(_)) {
                shared.entry((count.it.line, count.day)).or_default().push(i);
            }
        }
        for (i, event) in ordered.events.iter().enumerate() {
            for report in &event.it.reports {
                of_claims.entry(report.claim).or_default().events.push(i);
            }
        }
        Some(Self {
            ordered,
            best,
            series,
            lines,
            events,
            ties,
            speaks,
            of_claims,
            shared,
            together: OnceCell::new(),
        })
    }

    /// The reading without a source; `None` where so much is something else that all of it is sooner found anew.
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
        // Chains that nothing ties any more are solved one by one, and may settle otherwise what costs the same.
        let comes_apart = |line: &SolvedLine| {
            let ties = &line.program.ties;
            !ties.is_empty() && ties.iter().all(|tie| tie.source == source)
        };
        if self.best.lines.iter().any(|line| comes_apart(line)) {
            return None;
        }
        let mut spoken = self.speaks.get(&source).cloned().unwrap_or_default();
        let terms = self.terms(&from, &mut spoken)?;
        if self.is_far(&spoken) {
            return None;
        }
        let mut ties = Ties::new();
        for (l, on) in self.ties.iter().enumerate() {
            for (day, on) in on.iter().filter(|(_, on)| on.iter().any(|tie| tie.source == source)) {
                let left = on.iter().copied().filter(|tie| tie.source != source);
                ties.insert((l, *day), net::together(left));
            }
        }
        let then = self.suppose(supposing, &spoken, &terms, &ties)?;
        let mut without = Without { source, lines: BTreeMap::new(), sizes: BTreeMap::new() };
        let mut stages: BTreeMap<(Holder, Line), Series> = BTreeMap::new();
        for (line, then) in self.best.lines.iter().zip(&then.lines) {
            let of = line.program.line;
            for (b, (book, path)) in line.program.books.iter().zip(line.paths()).enumerate() {
                let other = then.other(b, book, path);
                let mut counts = book.counts.iter().flatten();
                let heard = counts.any(|i| supposing.hears(&self.ordered.counts[*i].it.report))
                    || book.events.iter().flatten().any(|told| from.is_told(told.event))
                    || line.program.ties.iter().any(|tie| tie.source != source);
                if of == Line::PromisedInAll {
                    let owed = self.owed(book, &stages, &other);
                    without.put((book.holder, Line::In(Stage::Promised)), heard.then_some(owed));
                } else if !other.is_empty() {
                    stages.insert((book.holder, of), other.clone());
                }
                without.put((book.holder, of), heard.then_some(other));
            }
        }
        without.sizes = then.sizes;
        Some(without)
    }

    /// The books that are reckoned by something else, the places added where that shows; `None` where it shows in what
    /// ties them.
    fn terms(&self, from: &Source, places: &mut BTreeSet<Place>) -> Option<Reckoned> {
        let mut all = Reckoned::new();
        for (l, line) in self.best.lines.iter().enumerate() {
            let (of, mut told) = (line.program.line, false);
            for (b, book) in line.program.books.iter().enumerate() {
                let (now, then) = (book.terms(), from.terms(book, of));
                told |= then.told;
                if then.told != now.told {
                    places.extend((0..book.days.len()).map(|at| (l, b, at)));
                } else if then.opens != now.opens {
                    places.extend([now.opens, then.opens].into_iter().flatten().map(|at| (l, b, at)));
                } else {
                    continue;
                }
                all.insert((l, b), then);
            }
            if !line.program.ties.is_empty() && told != line.program.books.iter().any(|book| book.told) {
                return None;
            }
        }
        Some(all)
    }

    /// Whether claims speak in so much of a flow that it is sooner found anew.
    fn is_far(&self, places: &BTreeSet<Place>) -> bool {
        let mut flows = self.best.lines.iter().enumerate().filter(|(_, line)| !line.program.ties.is_empty());
        flows.any(|(l, line)| {
            let all: usize = line.program.books.iter().map(|book| book.days.len()).sum();
            places.range((l, 0, 0)..(l + 1, 0, 0)).count() * net::NEAR > all
        })
    }

    /// What comes out when claims are supposed otherwise that speak in these places and ties.
    pub(super) fn suppose(
        &mut self,
        supposing: Supposing,
        spoken: &BTreeSet<Place>,
        terms: &Reckoned,
        ties: &Ties,
    ) -> Option<Then> {
        let settled = Settled::default();
        let (ordered, votes) = (self.ordered, &self.best.votes);
        let from = Source { ordered, votes, supposing, settled: &settled, strengths: None };
        let mut otherwise = Otherwise::default();
        let mut then = Then { lines: Vec::new(), sizes: BTreeMap::new() };
        for (l, line) in self.best.lines.iter().enumerate() {
            let mut places: BTreeSet<(usize, usize)> =
                spoken.range((l, 0, 0)..(l + 1, 0, 0)).map(|(_, book, at)| (*book, *at)).collect();
            places.extend(otherwise.sizes.keys().filter_map(|event| self.events[l].get(event)));
            let books = line.program.books.len();
            let (mut links, mut movers) = (vec![BTreeMap::new(); books], vec![BTreeMap::new(); books]);
            for (b, at) in places {
                let book = &line.program.books[b];
                let terms = terms.get(&(l, b)).copied().unwrap_or(book.terms());
                let built = from.link(book, terms, at, &otherwise);
                links[b].insert(at, built.link?);
                movers[b].insert(at, built.movers);
                for told in book.events[at].iter().filter(|told| told.settled.is_none()) {
                    if !from.is_told(told.event) {
                        otherwise.sizes.insert(told.event, None);
                    }
                }
            }
            let then_line = ThenLine { moved: self.moved(l, &links, ties)?, movers };
            for (b, book) in line.program.books.iter().enumerate() {
                for (at, (_, moves)) in &then_line.moved[b] {
                    for (mover, amount) in then_line.movers(b, book, *at).iter().zip(moves) {
                        let Mover::Event(event, sign) = mover else { continue };
                        let size = amount * sign;
                        let mut told = book.events[*at].iter();
                        let own = told.any(|told| told.event == *event && told.settled.is_none());
                        if own && self.best.sizes.get(event) != Some(&size) {
                            otherwise.sizes.insert(*event, Some(size));
                            then.sizes.insert(*event, size);
                        }
                    }
                }
            }
            then.lines.push(then_line);
        }
        Some(then)
    }

    /// Where a line comes to something else when these links and ties are others, by book; `None` where what stands is
    /// not within them.
    fn moved(&mut self, l: usize, links: &[BTreeMap<usize, Link>], ties: &Ties) -> Option<Vec<Moved>> {
        let solved = &self.best.lines[l];
        let books = || solved.program.books.iter().zip(solved.paths());
        let mut ties = ties.range((l, Date::MIN)..(l + 1, Date::MIN)).peekable();
        let net = match &mut self.lines[l] {
            How::Apart(reached) => {
                let again = books().zip(reached).zip(links);
                let again =
                    again.map(|(((book, path), reached), links)| book.chain.again(reached, path, links));
                return Some(again.collect());
            }
            How::Together(net) => net,
        };
        if links.iter().all(BTreeMap::is_empty) && ties.peek().is_none() {
            return Some(vec![Moved::new(); solved.paths().len()]);
        }
        let is_put = links.iter().enumerate().all(|(book, links)| {
            let mut links = links.iter();
            links.all(|(at, link)| net.put(book, *at, link))
        }) && ties.all(|((_, day), cost)| net.tie(*day, cost.clone()));
        net.settle();
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
        let own = (book.holder, Line::In(Stage::Promised))..=(book.holder, Line::PromisedInAll);
        for (of, other) in stages.range(own) {
            for (day, delta) in spread(other, &self.series[of], &days) {
                *by.entry(day).or_default() += delta;
            }
        }
        by
    }

    /// What is still owed, where it differs.
    pub(super) fn owed(
        &self,
        book: &Book,
        stages: &BTreeMap<(Holder, Line), Series>,
        total: &Series,
    ) -> Series {
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
