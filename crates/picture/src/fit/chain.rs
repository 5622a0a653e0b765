//! A chain: one balance from boundary to boundary, and the cheapest path through it.
//!
//! The balance after each boundary is a whole number, never below its floor. It changes by moves, each with its own
//! cost curve, and is checked at the boundary, again by a cost curve. Dynamic programming over convex curves finds
//! the cheapest path exactly (Bellman; the curves stay short because unexplained movement bounds their slopes, as in
//! N. A. Johnson, "A Dynamic Programming Algorithm for the Fused Lasso and L0-Segmentation", 2013).

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, OnceLock},
};

use super::curve::Curve;

/// One holder's balance of one line through all its boundaries.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    links: Vec<Link>,
    /// No balance is above it.
    cap: i64,
    /// As [`Chain::reached`] found it, where it is asked for time and again.
    reached: OnceLock<Vec<Curve>>,
}

impl PartialEq for Chain {
    fn eq(&self, other: &Self) -> bool {
        self.cap == other.cap && self.links == other.links
    }
}

/// What happens up to one boundary, and what is checked there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// By how much each move changes the balance.
    moves: Arc<[Curve]>,
    /// All moves together.
    pub(super) change: Arc<Curve>,
    /// What the balance costs.
    pub(super) check: Arc<Curve>,
}

/// A place in a chain that a cost can be laid on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Balance(usize),
    Move(usize, usize),
}

/// Costs laid on a chain from outside.
pub(super) type Extra = BTreeMap<Place, Curve>;

/// The same where each is so much for each step up.
pub(super) type Slopes = BTreeMap<Place, i128>;

/// One way through a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Path {
    /// After each boundary.
    pub(super) balances: Vec<i64>,
    /// Up to each boundary, by move.
    pub(super) moves: Vec<Vec<i64>>,
}

impl Link {
    /// `None` where the checks leave no number.
    pub(super) fn new(moves: Vec<Curve>, checks: &[Curve], floor: i64, cap: i64) -> Option<Self> {
        let change = Arc::new(together(&moves));
        let mut check = Curve::line(floor.min(cap), cap, 0);
        for one in checks {
            check = check.plus(one)?;
        }
        Some(Self { moves: moves.into(), change, check: Arc::new(check) })
    }

    /// The least cost after this boundary, from that before it.
    fn after(&self, before: Option<&Curve>) -> Curve {
        let moved = before.map_or_else(|| Curve::clone(&self.change), |before| before.join(&self.change));
        // Unexplained movement reaches every number, so the two always meet.
        moved.plus(&self.check).unwrap_or_else(|| Curve::clone(&self.check))
    }

    /// From a balance the one before it, and the moves between.
    fn back(&self, before: Option<&Curve>, balance: i64) -> (i64, Vec<i64>) {
        let (earlier, change) = match before {
            Some(before) => split_in_two(before, &self.change, balance),
            None => (0, balance),
        };
        (earlier, self.split(change))
    }

    /// A change split between the moves at the least cost.
    pub(super) fn split(&self, change: i64) -> Vec<i64> {
        match &*self.moves {
            [_] => vec![change],
            moves => split(moves, change),
        }
    }

    fn with(&self, at: usize, extra: &Extra) -> Self {
        let mut link = self.clone();
        let on = |place: Place, curve: &Curve| extra.get(&place).and_then(|more| curve.plus(more));
        if let Some(check) = on(Place::Balance(at), &self.check) {
            link.check = Arc::new(check);
        }
        let more = |(i, one): (usize, &Curve)| on(Place::Move(at, i), one);
        if link.moves.iter().enumerate().any(|it| more(it).is_some()) {
            let moves = link.moves.iter().enumerate();
            link.moves = moves.map(|(i, one)| more((i, one)).unwrap_or_else(|| one.clone())).collect();
            link.change = Arc::new(together(&link.moves));
        }
        link
    }

    /// The same with so much more for each step up in some places.
    fn tilted(&self, at: usize, slopes: &Slopes) -> Self {
        let mut link = self.clone();
        if let Some(slope) = slopes.get(&Place::Balance(at)) {
            link.check = Arc::new(Curve::clone(&link.check).tilted(*slope));
        }
        let tilts = slopes.range(Place::Move(at, 0)..=Place::Move(at, usize::MAX));
        for (place, slope) in tilts {
            if let Place::Move(_, i) = place
                && let Some(one) = Arc::make_mut(&mut link.moves).get_mut(*i)
            {
                *one = one.clone().tilted(*slope);
                link.change = Arc::new(together(&link.moves));
            }
        }
        link
    }
}

impl Chain {
    pub(super) fn new(links: Vec<Link>, cap: i64) -> Self {
        Self { links, cap, reached: OnceLock::new() }
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.links.len()
    }

    pub(super) fn links(&self) -> &[Link] {
        &self.links
    }

    /// The path of these balances, each change split between its moves at the least cost.
    pub(super) fn path(&self, balances: Vec<i64>) -> Path {
        let mut before = 0;
        let moves = self.links.iter().zip(&balances).map(|(link, balance)| {
            let change = balance - std::mem::replace(&mut before, *balance);
            link.split(change)
        });
        Path { moves: moves.collect(), balances }
    }

    /// The same with more costs laid on it.
    pub(super) fn with(&self, extra: &Extra) -> Self {
        let touched = |at: usize| {
            extra.range(Place::Balance(at)..=Place::Balance(at)).next().is_some()
                || extra.range(Place::Move(at, 0)..=Place::Move(at, usize::MAX)).next().is_some()
        };
        let link = |(at, link): (usize, &Link)| if touched(at) { link.with(at, extra) } else { link.clone() };
        Self::new(self.links.iter().enumerate().map(link).collect(), self.cap)
    }

    /// Where the cheapest path with slopes laid on it may be another than `path`, the cheapest without them.
    pub(super) fn tilted(&self, slopes: &Slopes, path: &Path) -> BTreeMap<usize, (i64, Vec<i64>)> {
        let at = |place: &Place| match place {
            Place::Balance(at) | Place::Move(at, _) => *at,
        };
        let changed: BTreeSet<usize> = slopes.keys().map(at).collect();
        let changed = changed.into_iter().map(|at| (at, self.links[at].tilted(at, slopes))).collect();
        self.again(self.reached.get_or_init(|| self.reached()), path, &changed)
    }

    /// The least cost up to each boundary, as a curve of the balance there.
    pub(super) fn reached(&self) -> Vec<Curve> {
        let mut reached: Vec<Curve> = Vec::with_capacity(self.links.len());
        for link in &self.links {
            let curve = link.after(reached.last());
            reached.push(curve);
        }
        reached
    }

    /// The cheapest path.
    pub(super) fn cheapest(&self) -> Path {
        let reached = self.reached();
        let mut path =
            Path { balances: vec![0; self.links.len()], moves: vec![Vec::new(); self.links.len()] };
        let Some(last) = reached.last() else { return path };
        let mut balance = last.cheapest().0;
        for at in (0..self.links.len()).rev() {
            path.balances[at] = balance;
            (balance, path.moves[at]) =
                self.links[at].back(at.checked_sub(1).map(|at| &reached[at]), balance);
        }
        path
    }

    /// The cheapest path where some links are others: the balance and the moves at each boundary where it may differ
    /// from `path`, the cheapest without them. `reached` are this chain's own curves.
    ///
    /// Costs what lies between a change and where the curves and the path are the same again, not the whole chain.
    pub(super) fn again(
        &self,
        reached: &[Curve],
        path: &Path,
        changed: &BTreeMap<usize, Link>,
    ) -> BTreeMap<usize, (i64, Vec<i64>)> {
        let link = |at: usize| changed.get(&at).unwrap_or(&self.links[at]);
        let mut fresh: BTreeMap<usize, Curve> = BTreeMap::new();
        for start in changed.keys() {
            for at in *start..self.links.len() {
                if fresh.contains_key(&at) {
                    break;
                }
                let before = at.checked_sub(1).map(|at| fresh.get(&at).unwrap_or(&reached[at]));
                let curve = link(at).after(before);
                if curve.is_like(&reached[at]) {
                    break;
                }
                fresh.insert(at, curve);
            }
        }
        let mut answer = BTreeMap::new();
        let Some(mut at) = self.links.len().checked_sub(1) else { return answer };
        let mut balance = fresh.get(&at).map_or(path.balances[at], |last| last.cheapest().0);
        loop {
            let before = at.checked_sub(1);
            let same = balance == path.balances[at]
                && !changed.contains_key(&at)
                && !fresh.contains_key(&at)
                && before.is_none_or(|at| !fresh.contains_key(&at));
            if same {
                let last = |keys: Option<usize>| keys.filter(|key| *key < at);
                let changed = last(changed.range(..at).next_back().map(|(key, _)| *key));
                let curves = last(fresh.range(..at).next_back().map(|(key, _)| key + 1));
                let Some(next) = changed.max(curves) else { return answer };
                at = next;
                balance = path.balances[at];
                continue;
            }
            let curve = before.map(|at| fresh.get(&at).unwrap_or(&reached[at]));
            let (earlier, moves) = link(at).back(curve, balance);
            answer.insert(at, (balance, moves));
            let Some(before) = before else { return answer };
            (at, balance) = (before, earlier);
        }
    }

    /// What this path costs here; `None` where it leaves a curve.
    pub(super) fn cost(&self, path: &Path) -> Option<i128> {
        let cost = |at: usize| self.cost_at(at, path.balances[at], &path.moves[at]);
        (0..self.links.len()).map(cost).sum()
    }

    /// What a balance and the moves that lead to it cost at a boundary; `None` where they leave a curve.
    pub(super) fn cost_at(&self, at: usize, balance: i64, moves: &[i64]) -> Option<i128> {
        let link = &self.links[at];
        let each = link.moves.iter().zip(moves).map(|(one, amount)| one.at(*amount));
        Some(link.check.at(balance)? + each.sum::<Option<i128>>()?)
    }

    /// After each boundary, the least and the most that some path of least cost has.
    pub(super) fn open(&self) -> Vec<(i64, i64)> {
        let reached = self.reached();
        let mut open = vec![(0, 0); self.links.len()];
        let mut ahead = Curve::line(0, self.cap, 0);
        for at in (0..self.links.len()).rev() {
            if let Some(both) = reached[at].plus(&ahead) {
                open[at] = both.cheapest();
            }
            let link = &self.links[at];
            let onward = ahead.plus(&link.check).unwrap_or_else(|| ahead.clone());
            let back = onward.join(&link.change.mirrored());
            ahead = back.within(0, self.cap).unwrap_or(onward);
        }
        open
    }
}

/// What several moves cost together.
fn together(moves: &[Curve]) -> Curve {
    let all =
        moves.split_first().map(|(first, rest)| rest.iter().fold(first.clone(), |all, one| all.join(one)));
    all.unwrap_or(Curve::point(0))
}

/// How a sum is split between two curves at the least cost; where it costs the same, the first takes the most.
fn split_in_two(first: &Curve, second: &Curve, sum: i64) -> (i64, i64) {
    let (mut own, mut other) = (first.from(), second.from());
    let mut left = sum - own - other;
    let (mut firsts, mut seconds) = (first.runs().iter().peekable(), second.runs().iter().peekable());
    while left > 0 {
        let is_first = match (firsts.peek(), seconds.peek()) {
            (Some(first), Some(second)) => first.slope <= second.slope,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => break,
        };
        let (part, run) = if is_first { (&mut own, firsts.next()) } else { (&mut other, seconds.next()) };
        let take = run.map_or(0, |run| run.len.min(left));
        *part += take;
        left -= take;
    }
    (own, other)
}

/// How a sum is split between curves at the least cost; where it costs the same, the first takes the most.
fn split(curves: &[Curve], sum: i64) -> Vec<i64> {
    let mut parts: Vec<i64> = curves.iter().map(Curve::from).collect();
    let mut left = sum - parts.iter().sum::<i64>();
    let runs = curves.iter().enumerate().flat_map(|(i, curve)| curve.runs().iter().map(move |run| (i, run)));
    let mut runs: Vec<_> = runs.collect();
    runs.sort_by_key(|(i, run)| (run.slope, *i));
    for (i, run) in runs {
        let take = run.len.min(left);
        parts[i] += take;
        left -= take;
    }
    parts
}

#[cfg(test)]
impl Chain {
    /// Every way through, with balances up to `most`, and its least cost.
    pub(super) fn every(&self, most: i64) -> Vec<(i128, Vec<i64>)> {
        let mut all = vec![(0, vec![])];
        for link in &self.links {
            let mut next = Vec::new();
            for (cost, path) in &all {
                for balance in 0..=most {
                    let change = balance - path.last().copied().unwrap_or(0);
                    if let Some((moved, checked)) = link.change.at(change).zip(link.check.at(balance)) {
                        let longer = path.iter().copied().chain([balance]).collect();
                        next.push((cost + moved + checked, longer));
                    }
                }
            }
            all = next;
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAP: i64 = 4;

    /// Every path, one by one.
    fn every(chain: &Chain, at: usize, before: i64, path: &mut Path, all: &mut Vec<(i128, Path)>) {
        if at == chain.len() {
            all.extend(chain.cost(path).map(|cost| (cost, path.clone())));
            return;
        }
        let moves = &chain.links[at].moves;
        let (one, two) = (&moves[0], &moves[1]);
        for a in one.from()..=one.to() {
            for b in two.from()..=two.to() {
                path.balances[at] = before + a + b;
                path.moves[at] = vec![a, b];
                every(chain, at + 1, before + a + b, path, all);
            }
        }
    }

    #[test]
    fn the_cheapest_path_is_the_cheapest_of_all_and_what_is_open_is_open() {
        let silent = |price| Curve::outside(0, Some(0), price, -CAP, CAP);
        let flights =
            [Curve::point(0), Curve::outside(2, Some(2), 5, 1, 3), Curve::outside(1, Some(1), 2, 0, 2)];
        let checks = [
            Curve::line(0, CAP, 0),
            Curve::outside(3, Some(3), 2, 0, CAP),
            Curve::outside(1, None, 4, 0, CAP),
            Curve::outside(0, Some(1), 1, 0, CAP),
        ];
        for flight in &flights {
            for first in &checks {
                for second in &checks {
                    for price in [1, 3] {
                        let link = |flight: &Curve, check: &Curve| {
                            Link::new(
                                vec![flight.clone(), silent(price)],
                                std::slice::from_ref(check),
                                0,
                                CAP,
                            )
                            .unwrap()
                        };
                        let chain = Chain::new(vec![link(flight, first), link(&flights[2], second)], CAP);
                        let mut all = Vec::new();
                        let mut path = Path { balances: vec![0; 2], moves: vec![Vec::new(); 2] };
                        every(&chain, 0, 0, &mut path, &mut all);
                        let least = all.iter().map(|(cost, _)| *cost).min().unwrap();
                        assert_eq!(chain.cost(&chain.cheapest()), Some(least));
                        for (at, open) in chain.open().into_iter().enumerate() {
                            let best = all.iter().filter(|(cost, _)| *cost == least);
                            let there: Vec<_> = best.map(|(_, path)| path.balances[at]).collect();
                            assert_eq!(open, (*there.iter().min().unwrap(), *there.iter().max().unwrap()));
                        }
                    }
                }
            }
        }
    }
}
