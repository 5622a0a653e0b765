//! The shortest way from one node of a flow to another, sought from both ends at once and no further than asked.
//!
//! The lengths are what arcs cost beyond what the prices at their ends say: never less than nothing. What was found on
//! the way prices the nodes anew, so that no arc costs less than the prices say afterwards either.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::arcs::{Arcs, place};

/// What is kept from search to search, so that each costs only what it looks at.
#[derive(Debug)]
pub(super) struct Shortest {
    sides: [Side; 2],
    /// Where the two sides met on the shortest way so far.
    met: Option<usize>,
    /// How far each side's nodes are priced anew.
    reach: [i128; 2],
}

/// What is known from one end.
#[derive(Debug)]
struct Side {
    /// By node: how far it is; [`FAR`]: not reached.
    far: Vec<i128>,
    /// By node: the arc by which it was reached, and whether along it.
    came: Vec<(usize, bool)>,
    reached: Vec<usize>,
    waits: BinaryHeap<Reverse<(i128, usize)>>,
}

impl Shortest {
    pub(super) fn new(nodes: usize) -> Self {
        let side = || Side {
            far: vec![FAR; nodes],
            came: vec![(0, true); nodes],
            reached: Vec::new(),
            waits: BinaryHeap::new(),
        };
        Self { sides: [side(), side()], met: None, reach: [0, 0] }
    }

    /// Whether there is a way that is shorter than `most`, one arc left aside.
    pub(super) fn find(
        &mut self,
        arcs: &Arcs,
        prices: &[i128],
        (from, to): (usize, usize),
        most: i128,
        aside: usize,
    ) -> bool {
        for (side, end) in self.sides.iter_mut().zip([from, to]) {
            side.begin(end);
        }
        self.met = None;
        let mut best = most;
        loop {
            let next = [self.sides[0].next(), self.sides[1].next()];
            let [Some(one), Some(two)] = next else { break };
            if one + two >= best {
                break;
            }
            // The side that has less to look at goes on.
            let s = usize::from(self.sides[1].waits.len() < self.sides[0].waits.len());
            let Some(Reverse((so_far, node))) = self.sides[s].waits.pop() else { break };
            for way in arcs.at(node) {
                let other = place(way.other);
                // From the end the arcs are gone against their way.
                let length = if s == 0 {
                    prices[node] + way.out - prices[other]
                } else {
                    prices[other] + way.back - prices[node]
                };
                let far = so_far + length;
                if far >= best || self.sides[s].far[other] <= far || way.arc() == aside {
                    continue;
                }
                self.sides[s].reach(other, far, (way.arc(), way.begins == (s == 0)));
                let rest = self.sides[1 - s].far[other];
                if rest != FAR && far + rest < best {
                    (best, self.met) = (far + rest, Some(other));
                }
            }
        }
        // The nearer nodes of each side: together no further than the way is long.
        let one = self.sides[0].next().unwrap_or(best).min(best);
        self.reach = [one, best - one];
        self.met.is_some()
    }

    /// The nodes whose price changes by what was found, and by how much.
    pub(super) fn price(&self, mut of: impl FnMut(usize, i128)) {
        for ((side, reach), sign) in self.sides.iter().zip(self.reach).zip([-1, 1]) {
            for node in &side.reached {
                let far = side.far[*node];
                if far < reach {
                    of(*node, sign * (reach - far));
                }
            }
        }
    }

    /// The arcs of the way that was found, and whether along them.
    pub(super) fn way(&self, arcs: &Arcs) -> Vec<(usize, bool)> {
        let mut way = Vec::new();
        for (side, on) in self.sides.iter().zip([false, true]) {
            let mut node = self.met;
            while let Some((arc, along)) = node.map(|node| side.came[node]).filter(|(arc, _)| *arc != NONE) {
                way.push((arc, along));
                node = Some(arcs.end(arc, along == on));
            }
        }
        way
    }
}

/// Further than any way is long.
const FAR: i128 = i128::MAX;

/// No arc: an end of the way is where it is.
const NONE: usize = usize::MAX;

impl Side {
    fn begin(&mut self, end: usize) {
        for node in self.reached.drain(..) {
            self.far[node] = FAR;
        }
        self.waits.clear();
        self.reach(end, 0, (NONE, true));
    }

    fn reach(&mut self, node: usize, far: i128, by: (usize, bool)) {
        if std::mem::replace(&mut self.far[node], far) == FAR {
            self.reached.push(node);
        }
        self.came[node] = by;
        self.waits.push(Reverse((far, node)));
    }

    /// How far the nearest node is that was not looked from yet.
    fn next(&mut self) -> Option<i128> {
        while let Some(Reverse((far, node))) = self.waits.peek() {
            if self.far[*node] == *far {
                return Some(*far);
            }
            self.waits.pop();
        }
        None
    }
}
