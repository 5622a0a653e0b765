//! Chains that claims on all of them tie together, as one flow: solved exactly, and again from where it stands.
//!
//! Who stands nowhere in the mission stands outside, so what is outside and what is inside flow through time side by
//! side: a whole-mission figure is a cost on the stretch of the outside that runs through its day. Each node has its
//! price; a flow is of least cost when no arc could carry one more, or one less, for less than the prices at its ends
//! say. The chains by themselves are priced first, then one arc after the other is given its own cost: where that breaks
//! the prices, the shortest way round is sought from both ends at once (J. Edmonds, R. M. Karp, "Theoretical Improvements
//! in Algorithmic Efficiency for Network Flow Problems", 1972; T. A. J. Nicholson, "Finding the Shortest Route between
//! Two Points in a Network", 1966), and no further than the arc's own cost reaches. So a claim more or less costs what
//! lies near it. All whole numbers. Claims on some of the chains only do not fit into one such flow.
//!
//! Where several readings cost the same, each balance has a weight far below every cost, so that one of them is the
//! cheapest whatever the flow is settled from (K. Mulmuley, U. V. Vazirani, V. V. Vazirani, "Matching Is as Easy as
//! Matrix Inversion", 1987).

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use jiff::civil::Date;

use super::{
    arcs::{Arc, Arcs, NO_WAY},
    book::Book,
    chain::{Link, Path, Place},
    curve::Curve,
    price::CAP,
    program::{Program, Tie},
    shortest::Shortest,
    tied,
};

/// Where more than one link in so many is another, the flow is found anew: that is sooner.
pub(super) const NEAR: usize = 8;

/// A program's chains and ties as one flow.
#[derive(Debug)]
pub(super) struct Net<'a> {
    arcs: Arcs<'a>,
    /// By book: its first arc. Each boundary has two, the move's and the balance's.
    books: Vec<usize>,
    /// By the day of a tie: its stretch of the outside.
    days: BTreeMap<Date, usize>,
    prices: Vec<i128>,
    shortest: Shortest,
    /// The books and the ties to be settled again.
    open: BTreeSet<usize>,
    open_ties: BTreeSet<usize>,
    /// What was done since it was marked, so that it can be taken back.
    done: Vec<Done<'a>>,
}

/// One thing that was done, by what was there before.
#[derive(Debug)]
enum Done<'a> {
    Laid(usize, Cow<'a, Curve>),
    Sent(usize, i64),
    Priced(usize, i128),
}

impl<'a> Net<'a> {
    /// The flow of these paths; `None` where a tie is not on the balances of all books. No price is known yet.
    fn of(program: &'a Program, paths: &[Path]) -> Option<Self> {
        let mut days: BTreeMap<Date, (Curve, i64)> = BTreeMap::new();
        for tie in &program.ties {
            let (day, curve) = (day(program, tie)?, tie.curve());
            let both = match days.remove(&day) {
                Some((other, sum)) => (other.plus(&curve)?, sum),
                None => (curve, tied::sum(tie, paths)),
            };
            days.insert(day, both);
        }
        let order: Vec<Date> = days.keys().copied().collect();
        let mut arcs = Vec::new();
        let mut own = BTreeMap::new();
        for (k, (day, (cost, sum))) in days.into_iter().enumerate() {
            own.insert(day, arcs.len());
            arcs.push(Arc::new(k + 1, k, Cow::Owned(cost), sum));
        }
        // A stretch of the outside begins behind the day of a tie.
        let (end, mut node) = (order.len(), order.len() + 1);
        let mut books = Vec::new();
        for (book, path) in program.books.iter().zip(paths) {
            books.push(arcs.len());
            let (mut before, mut outside) = (0, 0);
            for ((at, link), balance) in book.chain.links().iter().enumerate().zip(&path.balances) {
                while order.get(outside).is_some_and(|day| *day < book.days[at]) {
                    outside += 1;
                }
                arcs.push(Arc::new(outside, node, Cow::Borrowed(&*link.change), balance - before));
                let next = if at + 1 == path.balances.len() { end } else { node + 1 };
                let mut stands = Arc::new(node, next, Cow::Borrowed(&*link.check), *balance);
                stands.weight = weight(books.len(), at);
                arcs.push(stands);
                before = *balance;
                node += 1;
            }
        }
        let (prices, shortest) = (vec![0; node], Shortest::new(node));
        let arcs = Arcs::new(arcs, node);
        let (open, open_ties) = (BTreeSet::new(), BTreeSet::new());
        Some(Self { arcs, books, days: own, prices, shortest, open, open_ties, done: Vec::new() })
    }

    /// The flow of least cost, found from the paths that the chains take by themselves.
    pub(super) fn solve(program: &'a Program, apart: &[Path]) -> Option<Self> {
        let mut net = Self::of(program, apart)?;
        net.open.extend(0..net.books.len());
        net.open_ties.extend(0..net.days.len());
        net.settle();
        net.done.clear();
        Some(net)
    }

    /// The flow of paths that were found to be of least cost, with the prices found then.
    pub(super) fn known(program: &'a Program, paths: &[Path], prices: &[i128]) -> Option<Self> {
        let mut net = Self::of(program, paths).filter(|net| net.prices.len() == prices.len())?;
        net.prices.copy_from_slice(prices);
        Some(net)
    }

    /// The paths of a program of the same books and boundaries.
    pub(super) fn paths(&self, program: &Program) -> Vec<Path> {
        let path = |(book, first): (&std::sync::Arc<Book>, &usize)| {
            let balances = (0..book.days.len()).map(|at| self.arcs.get(first + 2 * at + 1).at);
            book.chain.path(balances.collect())
        };
        program.books.iter().zip(&self.books).map(path).collect()
    }

    pub(super) fn into_prices(self) -> Vec<i128> {
        self.prices
    }

    /// Puts another link in a book's place, to be settled; `false` where what stands there is not within it.
    #[must_use]
    pub(super) fn put(&mut self, book: usize, at: usize, link: &Link) -> bool {
        let first = self.books[book] + 2 * at;
        for (arc, cost) in [(first, &*link.change), (first + 1, &*link.check)] {
            if cost.at(self.arcs.get(arc).at).is_none() {
                return false;
            }
            if *self.arcs.get(arc).cost != *cost {
                self.lay(arc, Cow::Owned(cost.clone()));
                if self.broken(arc).is_some() {
                    self.open.insert(book);
                }
            }
        }
        true
    }

    /// Puts other ties on a day that has some, to be settled; `false` where it has none.
    #[must_use]
    pub(super) fn tie(&mut self, day: Date, cost: Curve) -> bool {
        let Some(arc) = self.days.get(&day).copied() else { return false };
        if *self.arcs.get(arc).cost != cost {
            self.lay(arc, Cow::Owned(cost));
            self.open_ties.insert(arc);
        }
        true
    }

    /// Whether a program of the same books and boundaries has mostly the same links.
    pub(super) fn is_near(&self, program: &Program) -> bool {
        let (mut same, mut all) = (0, 0);
        for (book, first) in program.books.iter().zip(&self.books) {
            for (at, link) in book.chain.links().iter().enumerate() {
                let arcs = [(first + 2 * at, &*link.change), (first + 2 * at + 1, &*link.check)];
                same += arcs.iter().filter(|(arc, cost)| *self.arcs.get(*arc).cost == **cost).count();
                all += arcs.len();
            }
        }
        same * NEAR >= all * (NEAR - 1)
    }

    /// Puts the links and ties of another program of the same books and boundaries in the place of its own, settled; `false`
    /// where what stands is not within them.
    #[must_use]
    pub(super) fn put_all(&mut self, program: &Program) -> bool {
        let mut days: BTreeMap<Date, Vec<&Tie>> = self.days.keys().map(|day| (*day, Vec::new())).collect();
        for tie in &program.ties {
            let Some(own) = day(program, tie).and_then(|day| days.get_mut(&day)) else { return false };
            own.push(tie);
        }
        let ties = days.into_iter().all(|(day, ties)| self.tie(day, together(ties)));
        let mut links =
            program.books.iter().enumerate().flat_map(|(b, book)| {
                book.chain.links().iter().enumerate().map(move |(at, link)| (b, at, link))
            });
        let is_put = ties && links.all(|(book, at, link)| self.put(book, at, link));
        self.settle();
        is_put
    }

    /// The balances that differ from those before anything was put, by book and boundary.
    pub(super) fn changed(&self) -> Vec<BTreeMap<usize, i64>> {
        let mut changed = vec![BTreeMap::new(); self.books.len()];
        for done in &self.done {
            let Done::Sent(arc, _) = done else { continue };
            if self.books.first().is_none_or(|first| arc < first) {
                continue;
            }
            let book = self.books.partition_point(|first| first <= arc) - 1;
            let place = arc - self.books[book];
            if place % 2 == 1 {
                changed[book].insert(place / 2, self.arcs.get(*arc).at);
            }
        }
        changed
    }

    /// Takes back all that was put.
    pub(super) fn take_back(&mut self) {
        while let Some(done) = self.done.pop() {
            match done {
                Done::Laid(arc, cost) => {
                    self.arcs.take(arc, cost);
                }
                Done::Sent(arc, at) => {
                    let by = at - self.arcs.get(arc).at;
                    self.arcs.step(arc, by);
                }
                Done::Priced(node, price) => self.prices[node] = price,
            }
        }
    }

    /// Finds the flow of least cost again, from what was put: first each book that is open by itself, the prices outside as
    /// they are; then one tie after the other, those that still wait letting nothing through.
    pub(super) fn settle(&mut self) {
        for book in std::mem::take(&mut self.open) {
            self.settle_book(book);
        }
        let ties = std::mem::take(&mut self.open_ties);
        for tie in &ties {
            self.arcs.shut(*tie, true);
        }
        for tie in ties {
            self.arcs.shut(tie, false);
            self.settle_arc(tie);
        }
        debug_assert!(self.adds_up(), "as much has to be outside as is not inside");
    }

    /// Whether each tie is on what the books hold on its day.
    fn adds_up(&self) -> bool {
        let mut sums = vec![0; self.days.len()];
        for arc in (0..self.books.len()).flat_map(|book| self.own(book)).step_by(2) {
            let outside = self.arcs.end(arc, false);
            for sum in &mut sums[outside..] {
                *sum += self.arcs.get(arc).at;
            }
        }
        sums.iter().enumerate().all(|(tie, sum)| self.arcs.get(tie).at == *sum)
    }

    /// The arcs of a book.
    fn own(&self, book: usize) -> Range<usize> {
        self.books[book]..self.books.get(book + 1).copied().unwrap_or(self.arcs.len())
    }

    /// Settles a book by itself, and opens the ties of the days on which something else stands then.
    fn settle_book(&mut self, book: usize) {
        let own = self.own(book);
        let balances = |net: &Self| own.clone().skip(1).step_by(2).map(|arc| net.arcs.get(arc).at).collect();
        let before: Vec<i64> = balances(self);
        for moves in own.clone().step_by(2) {
            let node = self.arcs.end(moves, true);
            self.done.push(Done::Priced(node, self.prices[node]));
        }
        self.settle_alone(own.start, own.end);
        let after: Vec<i64> = balances(self);
        for (at, by) in after.iter().zip(before).map(|(after, before)| after - before).enumerate() {
            let outside = |at: usize| self.arcs.end(own.start + 2 * at, false);
            // The day of a tie is the last before the next stretch of the outside begins.
            let is_last = at + 1 == after.len() || outside(at) != outside(at + 1);
            if by != 0 && is_last && outside(at) < self.days.len() {
                let tie = outside(at);
                self.done.push(Done::Sent(tie, self.arcs.get(tie).at));
                self.arcs.step(tie, by);
                self.open_ties.insert(tie);
            }
        }
    }

    /// Finds the flow of least cost of one chain by itself, and its prices, those of the outside as they are.
    ///
    /// A chain has no way round but through the outside, so once on and once back through it finds every price.
    fn settle_alone(&mut self, first: usize, end: usize) {
        // By boundary: the arc by which its price came about.
        let mut came = vec![(0, true); (end - first) / 2];
        loop {
            for (at, came) in came.iter_mut().enumerate() {
                let arc = first + 2 * at;
                let (outside, node) = (self.arcs.end(arc, false), self.arcs.end(arc, true));
                let mut least =
                    self.arcs.cost(arc, true).map(|cost| (self.prices[outside] + cost, (arc, true)));
                if at > 0
                    && let Some(cost) = self.arcs.cost(arc - 1, true)
                {
                    let on = (self.prices[node - 1] + cost, (arc - 1, true));
                    least = Some(least.map_or(on, |least| least.min(on)));
                }
                (self.prices[node], *came) = least.unwrap_or((NO_WAY, (arc, true)));
            }
            for at in (0..came.len()).rev() {
                let arc = first + 2 * at + 1;
                let (from, to) = (self.arcs.end(arc, false), self.arcs.end(arc, true));
                let Some(cost) = self.arcs.cost(arc, false) else { continue };
                if self.prices[to] + cost < self.prices[from] {
                    (self.prices[from], came[at]) = (self.prices[to] + cost, (arc, false));
                }
            }
            let out = |at: usize| {
                let arcs = [(first + 2 * at, false), (first + 2 * at + 1, true)];
                let own = &arcs[..if at + 1 == came.len() { 2 } else { 1 }];
                let ways = own.iter().filter_map(|(arc, along)| {
                    Some((self.arcs.reduced(*arc, *along, &self.prices)?, (*arc, *along)))
                });
                ways.min()
            };
            let cheapest = (0..came.len()).filter_map(|at| Some((out(at)?, at))).min();
            let Some(((_, last), mut at)) = cheapest.filter(|((cost, _), _)| *cost < 0) else { return };
            let mut round = vec![last];
            loop {
                let (arc, along) = came[at];
                round.push((arc, along));
                let node = self.arcs.end(arc, !along);
                if (arc - first).is_multiple_of(2) || (arc + 1 == end && !along) {
                    break;
                }
                at = at + node - self.arcs.end(first + 2 * at, true);
            }
            self.send(&round);
        }
    }

    /// Gives an arc another cost.
    fn lay(&mut self, arc: usize, cost: Cow<'a, Curve>) {
        let before = self.arcs.take(arc, cost);
        self.done.push(Done::Laid(arc, before));
    }

    /// Finds the flow of least cost where this arc alone may break the prices.
    fn settle_arc(&mut self, arc: usize) {
        while let Some((along, broken)) = self.broken(arc) {
            let (from, to) = (self.arcs.end(arc, !along), self.arcs.end(arc, along));
            let Self { arcs, prices, shortest, .. } = self;
            let found = shortest.find(arcs, prices, (to, from), broken, arc);
            let done = &mut self.done;
            shortest.price(|node, by| {
                done.push(Done::Priced(node, prices[node]));
                prices[node] += by;
            });
            if found {
                let mut round = shortest.way(arcs);
                round.push((arc, along));
                self.send(&round);
            }
        }
    }

    /// By how much, and which way, an arc costs less than the prices at its ends say.
    fn broken(&self, arc: usize) -> Option<(bool, i128)> {
        [true, false].into_iter().find_map(|along| {
            let by = -self.arcs.reduced(arc, along, &self.prices)?;
            (by > 0).then_some((along, by))
        })
    }

    /// Sends round as much as costs the same for each.
    fn send(&mut self, round: &[(usize, bool)]) {
        let room = |(arc, along): &(usize, bool)| self.arcs.room(*arc, *along);
        let amount = round.iter().map(room).min().unwrap_or(0);
        for (arc, along) in round {
            self.done.push(Done::Sent(*arc, self.arcs.get(*arc).at));
            self.arcs.step(*arc, if *along { amount } else { -amount });
        }
    }
}

/// The weight of a balance by its place: as good as drawn by lot, and always the same
/// (the finisher of G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
fn weight(book: usize, at: usize) -> u32 {
    let place = u64::try_from(book << 32 | at).unwrap_or(0);
    let mixed = place.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    u32::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap_or(0)
}

/// What the ties of one day cost together.
pub(super) fn together<'t>(ties: impl IntoIterator<Item = &'t Tie>) -> Curve {
    let free = Curve::line(-CAP, CAP, 0);
    ties.into_iter().fold(free, |sum, tie| sum.plus(&tie.curve()).unwrap_or(sum))
}

/// The day of a tie that is on the balances of all books.
pub(super) fn day(program: &Program, tie: &Tie) -> Option<Date> {
    let mut day = None;
    for (i, (book, place, sign)) in tie.terms.iter().enumerate() {
        let Place::Balance(at) = place else { return None };
        if *book != i || *sign != 1 {
            return None;
        }
        day = Some(program.books[*book].days[*at]);
    }
    day.filter(|_| tie.terms.len() == program.books.len())
}
