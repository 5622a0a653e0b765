//! Chains that claims on all of them tie together, as one flow: solved exactly, and again from where it stands.
//!
//! Who stands nowhere in the mission stands outside, so what is outside and what is inside flow through time side by
//! side: a whole-mission figure is a cost on the stretch of the outside that runs through its day. The least cost is
//! found by cancelling negative cycles (M. Klein, 1967) from the chains' own cheapest paths; labels and queue are those
//! of Bellman, Ford and Moore. All whole numbers. Claims on some of the chains only do not fit into one such flow.
//!
//! Where several readings cost the same, each balance has a weight far below every cost, so that one of them is the
//! cheapest whatever the flow is settled from (K. Mulmuley, U. V. Vazirani, V. V. Vazirani, "Matching Is as Easy as
//! Matrix Inversion", 1987).

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use jiff::civil::Date;

use super::{
    book::Book,
    chain::{Link, Path, Place},
    curve::{Curve, Run},
    price::CAP,
    program::{Program, Tie},
    tied,
};

/// A cost is so many times what any weight is.
const WEIGHTS: i128 = 1 << u32::BITS;

/// What flows where.
#[derive(Clone, Debug)]
struct Arc<'a> {
    from: usize,
    to: usize,
    cost: Cow<'a, Curve>,
    at: i64,
    /// What settles between readings that cost the same; 0: nothing.
    weight: u32,
    /// What one more costs, and for how many that is so; likewise one less.
    up: Option<Run>,
    down: Option<Run>,
}

/// A program's chains and ties as one flow.
#[derive(Clone, Debug)]
pub(super) struct Net<'a> {
    arcs: Vec<Arc<'a>>,
    /// By node: the arcs there, and whether they begin there.
    at: Vec<Vec<(usize, bool)>>,
    /// By book: its first arc. Each boundary has two, the move's and the balance's.
    books: Vec<usize>,
    /// By the day of a tie: its stretch of the outside.
    days: BTreeMap<Date, usize>,
    labels: Vec<i128>,
    /// The nodes in the order of their days, and the place of each.
    by_rank: Vec<usize>,
    rank: Vec<usize>,
    /// The places of the nodes that may bring down the labels of others.
    waits: BTreeSet<usize>,
    /// By node: the arc by which its label came down last, and whether along it.
    came: Vec<Option<(usize, bool)>>,
    /// The nodes whose label came down by an arc.
    came_by: Vec<usize>,
    /// By node: from which node a search for cycles came by, and one; 0: none did.
    seen: Vec<usize>,
    /// The arcs whose flow changed since it was laid out or taken over.
    moved: BTreeSet<usize>,
}

impl<'a> Net<'a> {
    /// The flow of these paths; `None` where a tie is not on the balances of all books.
    pub(super) fn of(program: &'a Program, paths: &[Path]) -> Option<Self> {
        let mut days: BTreeMap<Date, (Curve, i64)> = BTreeMap::new();
        for tie in &program.ties {
            let (day, curve) = (day(program, tie)?, tie.curve());
            let sum = tied::sum(tie, paths);
            let both = match days.remove(&day) {
                Some((other, _)) => other.plus(&curve)?,
                None => curve,
            };
            days.insert(day, (both, sum));
        }
        let order: Vec<Date> = days.keys().copied().collect();
        let mut arcs = Vec::new();
        let mut own = BTreeMap::new();
        for (k, (day, (cost, sum))) in days.into_iter().enumerate() {
            own.insert(day, arcs.len());
            arcs.push(Arc::new(k + 1, k, Cow::Owned(cost), sum));
        }
        let (end, mut node) = (order.len(), order.len() + 1);
        // A stretch of the outside begins behind the day of a tie.
        let mut when: Vec<(Date, bool)> =
            [Date::MIN].into_iter().chain(order.iter().copied()).map(|day| (day, true)).collect();
        let mut books = Vec::new();
        for (book, path) in program.books.iter().zip(paths) {
            books.push(arcs.len());
            let mut before = 0;
            for ((at, link), balance) in book.chain.links().iter().enumerate().zip(&path.balances) {
                let outside = order.partition_point(|day| *day < book.days[at]);
                arcs.push(Arc::new(outside, node, Cow::Borrowed(&link.change), balance - before));
                let next = if at + 1 == path.balances.len() { end } else { node + 1 };
                let mut stands = Arc::new(node, next, Cow::Borrowed(&link.check), *balance);
                stands.weight = weight(books.len(), at);
                arcs.push(stands);
                when.push((book.days[at], false));
                before = *balance;
                node += 1;
            }
        }
        let mut by_rank: Vec<usize> = (0..node).collect();
        by_rank.sort_by_key(|node| (when[*node], *node));
        let mut rank = vec![0; node];
        for (place, node) in by_rank.iter().enumerate() {
            rank[*node] = place;
        }
        let mut at = vec![Vec::new(); node];
        for (i, arc) in arcs.iter().enumerate() {
            at[arc.from].push((i, true));
            at[arc.to].push((i, false));
        }
        Some(Self {
            arcs,
            at,
            books,
            days: own,
            labels: vec![0; node],
            by_rank,
            rank,
            waits: (0..node).collect(),
            came: vec![None; node],
            came_by: Vec::new(),
            seen: vec![0; node],
            moved: BTreeSet::new(),
        })
    }

    /// The paths of least cost.
    pub(super) fn solve(mut self, program: &Program) -> Vec<Path> {
        self.settle();
        let path = |(book, first): (&Book, &usize)| {
            let balances = (0..book.days.len()).map(|at| self.arcs[first + 2 * at + 1].at);
            book.chain.path(balances.collect())
        };
        program.books.iter().zip(&self.books).map(path).collect()
    }

    /// The same with its labels reckoned, where its paths are those of least cost already.
    pub(super) fn settled(mut self) -> Self {
        self.settle();
        self.moved.clear();
        self
    }

    /// Puts another link in a book's place.
    pub(super) fn put(&mut self, book: usize, at: usize, link: &Link) {
        let first = self.books[book] + 2 * at;
        self.lay(first, link.change.clone());
        self.lay(first + 1, link.check.clone());
    }

    /// Puts other ties on a day that has some.
    pub(super) fn tie(&mut self, day: Date, ties: impl Iterator<Item = &'a Tie>) {
        let Some(arc) = self.days.get(&day).copied() else { return };
        let free = Curve::line(-CAP, CAP, 0);
        let cost = ties.fold(free, |sum, tie| sum.plus(&tie.curve()).unwrap_or(sum));
        self.lay(arc, cost);
    }

    fn lay(&mut self, arc: usize, cost: Curve) {
        let arc = &mut self.arcs[arc];
        arc.cost = Cow::Owned(cost);
        arc.step(0);
        let ends = [arc.from, arc.to];
        for node in ends {
            self.wait(node);
        }
    }

    /// Finds the least cost again: the balances that differ, by book and boundary.
    pub(super) fn again(mut self) -> Vec<BTreeMap<usize, i64>> {
        self.settle();
        let mut changed = vec![BTreeMap::new(); self.books.len()];
        for arc in self.moved.iter().filter(|arc| self.books.first().is_some_and(|first| *arc >= first)) {
            let book = self.books.partition_point(|first| first <= arc) - 1;
            let place = arc - self.books[book];
            if place % 2 == 1 {
                changed[book].insert(place / 2, self.arcs[*arc].at);
            }
        }
        changed
    }

    fn wait(&mut self, node: usize) {
        self.waits.insert(self.rank[node]);
    }

    /// Cancels cycles that cost less than nothing until there is none.
    fn settle(&mut self) {
        let mut onward = false;
        while !self.waits.is_empty() {
            onward = !onward;
            self.sweep(onward);
            let cycles = self.cycles();
            if !cycles.is_empty() {
                for cycle in &cycles {
                    self.cancel(cycle);
                }
                self.forget();
            }
        }
        self.forget();
    }

    /// Goes once through time, on or back, so that what comes down on one day has come down on all that it leads to.
    fn sweep(&mut self, onward: bool) {
        let mut at = if onward { 0 } else { usize::MAX };
        loop {
            let next = if onward {
                self.waits.range(at..).next().copied()
            } else {
                self.waits.range(..at).next_back().copied()
            };
            let Some(rank) = next else { return };
            self.waits.remove(&rank);
            self.relax(self.by_rank[rank]);
            at = if onward { rank + 1 } else { rank };
        }
    }

    /// Brings down the labels of the nodes that this one leads to.
    fn relax(&mut self, node: usize) {
        for place in 0..self.at[node].len() {
            let (arc, along) = self.at[node][place];
            let Some((next, cost)) = self.arcs[arc].step_costs(along) else { continue };
            let label = self.labels[node] + cost;
            if label < self.labels[next] {
                self.labels[next] = label;
                if self.came[next].replace((arc, along)).is_none() {
                    self.came_by.push(next);
                }
                self.wait(next);
            }
        }
    }

    /// The cycles among the arcs by which labels came down: each costs less than nothing, and no two share a node.
    fn cycles(&mut self) -> Vec<Vec<(usize, bool)>> {
        let mut cycles = Vec::new();
        for start in &self.came_by {
            let (mut node, mut back) = (*start, Vec::new());
            while self.seen[node] == 0 {
                self.seen[node] = start + 1;
                let Some((arc, along)) = self.came[node] else { break };
                back.push((node, (arc, along)));
                node = if along { self.arcs[arc].from } else { self.arcs[arc].to };
            }
            let closed = back.iter().position(|(other, _)| *other == node);
            if self.seen[node] == start + 1
                && let Some(first) = closed
            {
                cycles.push(back[first..].iter().map(|(_, arc)| *arc).collect());
            }
        }
        for start in &self.came_by {
            let mut node = *start;
            while self.seen[node] != 0 {
                self.seen[node] = 0;
                let Some((arc, along)) = self.came[node] else { break };
                node = if along { self.arcs[arc].from } else { self.arcs[arc].to };
            }
        }
        cycles
    }

    /// Sends round a cycle as much as costs the same for each.
    fn cancel(&mut self, cycle: &[(usize, bool)]) {
        let room = |(arc, along): &(usize, bool)| self.arcs[*arc].way(*along).map_or(0, |(_, run)| run.len);
        let amount = cycle.iter().map(room).min().unwrap_or(0);
        for (arc, along) in cycle {
            self.arcs[*arc].step(if *along { amount } else { -amount });
            self.moved.insert(*arc);
            let ends = [self.arcs[*arc].from, self.arcs[*arc].to];
            for node in ends {
                self.wait(node);
            }
        }
    }

    /// What came by an arc that changes may not come so any more.
    fn forget(&mut self) {
        for node in self.came_by.drain(..) {
            self.came[node] = None;
        }
    }
}

impl<'a> Arc<'a> {
    fn new(from: usize, to: usize, cost: Cow<'a, Curve>, at: i64) -> Self {
        let mut arc = Self { from, to, cost, at, weight: 0, up: None, down: None };
        arc.step(0);
        arc
    }

    fn step(&mut self, by: i64) {
        self.at += by;
        (self.down, self.up) = self.cost.around(self.at);
    }

    /// Where one more, or one less, leads, and what it costs.
    fn way(&self, along: bool) -> Option<(usize, Run)> {
        let (node, run) = if along { (self.to, self.up) } else { (self.from, self.down) };
        Some((node, run?))
    }

    /// Where one more, or one less, leads, and what it costs with its weight.
    fn step_costs(&self, along: bool) -> Option<(usize, i128)> {
        let (node, run) = self.way(along)?;
        let weight = i128::from(self.weight);
        Some((node, run.slope * WEIGHTS + if along { weight } else { -weight }))
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
