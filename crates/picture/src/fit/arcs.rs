//! The arcs of a flow: what flows along each, and by node what one more or one less costs there.
//!
//! A search looks at many ways and takes few, so the ways of a node lie side by side, apart from the curves.

use std::borrow::Cow;

use super::curve::{Curve, Run};

/// A cost is so many times what any weight is.
const WEIGHTS: i128 = 1 << u32::BITS;

/// The price where there is no way to: beyond every sum of costs.
pub(super) const NO_WAY: i128 = i128::MAX / 4;

/// All arcs of a flow.
#[derive(Debug)]
pub(super) struct Arcs<'a> {
    all: Vec<Arc<'a>>,
    /// By node: where its ways begin.
    first: Vec<usize>,
    ways: Vec<Way>,
}

/// What flows where.
#[derive(Debug)]
pub(super) struct Arc<'a> {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) cost: Cow<'a, Curve>,
    pub(super) at: i64,
    /// What settles between readings that cost the same; 0: nothing.
    pub(super) weight: u32,
    /// Whether nothing is sent along it for now.
    is_shut: bool,
    /// For how many one less, and one more, cost the same.
    room: [i64; 2],
    /// Its ways at both its ends.
    ways: [usize; 2],
}

/// An arc as it is seen from one of its ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    /// The node at the other end.
    pub(super) other: u32,
    arc: u32,
    /// Whether the arc begins here.
    pub(super) begins: bool,
    /// What one more from here to the other end costs.
    pub(super) out: i128,
    /// What one more from the other end to here costs.
    pub(super) back: i128,
}

impl Way {
    pub(super) fn arc(self) -> usize {
        place(self.arc)
    }
}

/// A place that was told in few bytes.
pub(super) fn place(short: u32) -> usize {
    usize::try_from(short).unwrap_or(usize::MAX)
}

fn short(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

impl<'a> Arc<'a> {
    pub(super) fn new(from: usize, to: usize, cost: Cow<'a, Curve>, at: i64) -> Self {
        Self { from, to, cost, at, weight: 0, is_shut: false, room: [0, 0], ways: [0, 0] }
    }
}

impl<'a> Arcs<'a> {
    pub(super) fn new(mut arcs: Vec<Arc<'a>>, nodes: usize) -> Self {
        let mut first = vec![0; nodes + 1];
        for node in arcs.iter().flat_map(|arc| [arc.from, arc.to]) {
            first[node + 1] += 1;
        }
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let none = Way { other: 0, arc: 0, begins: false, out: NO_WAY, back: NO_WAY };
        let (mut next, mut ways) = (first.clone(), vec![none; 2 * arcs.len()]);
        for (i, arc) in arcs.iter_mut().enumerate() {
            for (end, (node, other)) in [(arc.from, arc.to), (arc.to, arc.from)].into_iter().enumerate() {
                let way = next[node];
                next[node] += 1;
                ways[way] = Way { other: short(other), arc: short(i), begins: end == 0, ..none };
                arc.ways[end] = way;
            }
        }
        let mut own = Self { all: arcs, first, ways };
        for arc in 0..own.len() {
            own.step(arc, 0);
        }
        own
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    pub(super) fn get(&self, arc: usize) -> &Arc<'a> {
        &self.all[arc]
    }

    /// The ways from and to a node.
    pub(super) fn at(&self, node: usize) -> &[Way] {
        &self.ways[self.first[node]..self.first[node + 1]]
    }

    /// Another cost in the place of an arc's own, which is given back.
    pub(super) fn take(&mut self, arc: usize, cost: Cow<'a, Curve>) -> Cow<'a, Curve> {
        let before = std::mem::replace(&mut self.all[arc].cost, cost);
        self.step(arc, 0);
        before
    }

    /// So many more along an arc.
    pub(super) fn step(&mut self, arc: usize, by: i64) {
        let own = &mut self.all[arc];
        own.at += by;
        let (down, up) = if own.is_shut { (None, None) } else { own.cost.around(own.at) };
        own.room = [down, up].map(|run| run.map_or(0, |run| run.len));
        let weight = i128::from(own.weight);
        let cost = |run: Option<Run>, weight| run.map_or(NO_WAY, |run| run.slope * WEIGHTS + weight);
        let (along, against) = (cost(up, weight), cost(down, -weight));
        let [from, to] = own.ways;
        (self.ways[from].out, self.ways[from].back) = (along, against);
        (self.ways[to].out, self.ways[to].back) = (against, along);
    }

    /// Lets nothing more be sent along an arc, or lets it again.
    pub(super) fn shut(&mut self, arc: usize, is_shut: bool) {
        self.all[arc].is_shut = is_shut;
        self.step(arc, 0);
    }

    /// For how many one more along an arc, or against it, costs the same.
    pub(super) fn room(&self, arc: usize, along: bool) -> i64 {
        self.all[arc].room[usize::from(along)]
    }

    /// What one more along an arc, or against it, costs with its weight.
    pub(super) fn cost(&self, arc: usize, along: bool) -> Option<i128> {
        let cost = self.ways[self.all[arc].ways[usize::from(!along)]].out;
        (cost != NO_WAY).then_some(cost)
    }

    /// The node that an arc leads to, along it or against it.
    pub(super) fn end(&self, arc: usize, along: bool) -> usize {
        let arc = &self.all[arc];
        if along { arc.to } else { arc.from }
    }

    /// What one more along an arc, or against it, costs beyond what the prices at its ends say.
    pub(super) fn reduced(&self, arc: usize, along: bool, prices: &[i128]) -> Option<i128> {
        let (from, to) = (self.end(arc, !along), self.end(arc, along));
        Some(prices[from] + self.cost(arc, along)? - prices[to])
    }
}
