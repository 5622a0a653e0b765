//! Chains that claims on some of them tie together: priced by a small linear program, answered in whole numbers.
//!
//! A price is found by column generation: the chains answer each price with their cheapest paths, the master program
//! mixes them. Where the mixture is not of whole numbers, each chain in turn takes its cheapest path against the others
//! as they stand.
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "prices steer the search; what is answered is whole numbers again"
)]

use std::collections::BTreeMap;

use super::{
    chain::{Chain, Path, Place, Slopes},
    master::{Column, Master},
    program::{Program, Tie},
    tied::{against, cost, own, part, sum, value},
};

/// The master's unit of cost: one claim by ungraded press, left by its whole strength.
const FULL: f64 = 1e16;
/// Rounds of proposals; far more than any mission has needed. What it stops short of, the last step mends.
const ROUNDS: usize = 400;
/// Turns that the chains take against each other at the end.
const TURNS: usize = 8;

/// For each tie its price by head, as a slope on the chains; none where it comes to nothing.
fn priced(program: &Program, book: usize, prices: &[f64]) -> Slopes {
    let mut slopes = Slopes::new();
    for (tie, price) in program.ties.iter().zip(prices) {
        let slope = (price * FULL / tie.strength as f64) as i128;
        for (_, place, sign) in own(tie, book) {
            *slopes.entry(*place).or_default() -= slope * i128::from(*sign);
        }
    }
    slopes.retain(|_, slope| *slope != 0);
    slopes
}

/// The rows of the ties: the low end, the high end, or one for both where they are equal.
struct Rows {
    low: Option<usize>,
    high: Option<usize>,
}

/// The optimal mixture of paths by book, with their shares; and what it costs: no reading costs less.
pub(super) fn mixture(program: &Program, first: &[Path]) -> (Vec<Vec<(f64, Path)>>, f64) {
    let books = program.books.len();
    let mut right = vec![1.0; books];
    let mut columns = Vec::new();
    let mut basis: Vec<usize> = Vec::new();
    let mut rows = Vec::new();
    for tie in &program.ties {
        let scale = tie.strength as f64;
        let mut row = |bound: i64| {
            right.push(bound as f64 / scale);
            right.len() - 1
        };
        let exact = tie.high == Some(tie.low);
        let low = (tie.low > 0 || exact).then(|| row(tie.low));
        let high = if exact { low } else { tie.high.map(&mut row) };
        rows.push(Rows { low, high });
    }
    let books_as_first: Vec<First> = (0..books).map(|book| First::of(program, book, &first[book])).collect();
    let column_of = |book: usize, then: &Proposed| {
        let own = &books_as_first[book];
        let mut column =
            Column { cost: own.cost(then).unwrap_or(i128::MAX / 4) as f64 / FULL, rows: vec![(book, 1.0)] };
        for ((i, tie), rows) in program.ties.iter().enumerate().zip(&rows) {
            let part = own.part(i, tie, then) as f64 / tie.strength as f64;
            let (low, high) = (rows.low, rows.high.filter(|high| rows.low != Some(*high)));
            for row in low.into_iter().chain(high).filter(|_| part != 0.0) {
                column.rows.push((row, part));
            }
        }
        column
    };
    let mut proposed: BTreeMap<usize, (usize, Proposed)> = BTreeMap::new();
    for book in 0..books {
        columns.push(column_of(book, &Proposed::new()));
        proposed.insert(columns.len() - 1, (book, Proposed::new()));
        basis.push(columns.len() - 1);
    }
    for (tie, rows) in program.ties.iter().zip(&rows) {
        let sum = sum(tie, first);
        let slope = tie.slope as f64 * tie.strength as f64 / FULL;
        let (over, under) = (sum > tie.high.unwrap_or(i64::MAX), sum < tie.low);
        let mut slack = |row: usize, value: f64, cost: f64, in_basis: bool| {
            columns.push(Column { cost, rows: vec![(row, value)] });
            if in_basis {
                basis.push(columns.len() - 1);
            }
        };
        match (rows.low, rows.high) {
            (Some(low), Some(high)) if low == high => {
                slack(low, 1.0, slope, !over);
                slack(low, -1.0, slope, over);
            }
            (low, high) => {
                if let Some(row) = low {
                    slack(row, 1.0, slope, under);
                    slack(row, -1.0, 0.0, !under);
                }
                if let Some(row) = high {
                    slack(row, 1.0, 0.0, !over);
                    slack(row, -1.0, slope, over);
                }
            }
        }
    }
    let mut master = Master::new(right, columns, basis);
    for _ in 0..ROUNDS {
        master.solve();
        let prices = master.prices();
        let by_tie: Vec<f64> = (rows.iter())
            .map(|rows| {
                let high = rows.high.filter(|high| rows.low != Some(*high));
                rows.low.into_iter().chain(high).map(|row| prices[row]).sum()
            })
            .collect();
        let mut gained = false;
        for (book, price) in prices.iter().enumerate().take(books) {
            let laid = priced(program, book, &by_tie);
            if laid.is_empty() {
                continue;
            }
            let then = books_as_first[book].proposed(&laid);
            let column = column_of(book, &then);
            let value: f64 = column.rows.iter().map(|(row, value)| prices[*row] * value).sum();
            let known = proposed.values().any(|(b, known)| *b == book && *known == then);
            if value - column.cost > 1e-9 * price.abs().max(1.0) && !known {
                proposed.insert(master.add(column), (book, then));
                gained = true;
            }
        }
        if !gained {
            break;
        }
    }
    (mixed(&master, &proposed, &books_as_first), master.value())
}

/// A path by what it has otherwise than the first one, at each boundary: the balance and the moves.
type Proposed = BTreeMap<usize, (i64, Vec<i64>)>;

/// A book with the path that it takes without the ties.
struct First<'p> {
    book: usize,
    chain: &'p Chain,
    path: &'p Path,
    cost: Option<i128>,
    /// By tie: what the path adds to it.
    parts: Vec<i64>,
}

impl<'p> First<'p> {
    fn of(program: &'p Program, book: usize, path: &'p Path) -> Self {
        let chain = &program.books[book].chain;
        let parts = program.ties.iter().map(|tie| part(tie, book, path)).collect();
        Self { book, chain, path, cost: chain.cost(path), parts }
    }

    /// The cheapest path with these slopes laid on it.
    fn proposed(&self, slopes: &Slopes) -> Proposed {
        let mut then = self.chain.tilted(slopes, self.path);
        then.retain(|at, (balance, moves)| {
            *balance != self.path.balances[*at] || *moves != self.path.moves[*at]
        });
        then
    }

    fn cost(&self, then: &Proposed) -> Option<i128> {
        let mut cost = self.cost?;
        for (at, (balance, moves)) in then {
            cost -= self.chain.cost_at(*at, self.path.balances[*at], &self.path.moves[*at])?;
            cost += self.chain.cost_at(*at, *balance, moves)?;
        }
        Some(cost)
    }

    fn part(&self, i: usize, tie: &Tie, then: &Proposed) -> i64 {
        let more = |(_, place, sign): &(usize, Place, i64)| {
            let then = match place {
                Place::Balance(at) => then.get(at).map(|(balance, _)| *balance),
                Place::Move(at, i) => then.get(at).map(|(_, moves)| moves[*i]),
            };
            then.map_or(0, |then| sign * (then - value(self.path, *place)))
        };
        let more = if then.is_empty() { 0 } else { own(tie, self.book).iter().map(more).sum() };
        self.parts[i] + more
    }

    /// The whole path.
    fn path(&self, then: &Proposed) -> Path {
        let mut path = self.path.clone();
        for (at, (balance, moves)) in then {
            (path.balances[*at], path.moves[*at]) = (*balance, moves.clone());
        }
        path
    }
}

/// The paths in the basis of a solved master, with their shares.
fn mixed(
    master: &Master,
    proposed: &BTreeMap<usize, (usize, Proposed)>,
    first: &[First],
) -> Vec<Vec<(f64, Path)>> {
    let mut mixed = vec![Vec::new(); first.len()];
    for (column, amount) in master.amounts() {
        if let Some((book, then)) = proposed.get(&column)
            && amount > 1e-7
        {
            mixed[*book].push((amount, first[*book].path(then)));
        }
    }
    for (mixed, first) in mixed.iter_mut().zip(first) {
        if mixed.is_empty() {
            mixed.push((1.0, first.path.clone()));
        }
    }
    mixed
}

/// Whole numbers near the mixture that cost the least; no reading costs less than `least`.
///
/// A mixture of paths is a path itself, so its mean is tried first: where it is of whole numbers it costs no more than
/// the mixture. Else each book in turn takes its cheapest path against the means of those that have not taken theirs.
pub(super) fn whole(program: &Program, mixed: &[Vec<(f64, Path)>], least: f64) -> Vec<Path> {
    let mean: Vec<Path> = mixed.iter().map(|mixed| mean_path(mixed)).collect();
    let mean = turns(program, mean, None);
    let above = cost(program, &mean) as f64 / FULL - least;
    if above <= 1e-9 * (1.0 + least) {
        return mean;
    }
    let largest = |mixed: &Vec<(f64, Path)>| {
        let best = mixed.iter().enumerate().max_by(|(i, a), (j, b)| a.0.total_cmp(&b.0).then(j.cmp(i)));
        best.map(|(_, (_, path))| path.clone())
    };
    let largest: Vec<Path> = mixed.iter().filter_map(largest).collect();
    let apart = turns(program, largest, Some(&|book, place| mean_at(&mixed[book], place)));
    if cost(program, &apart) < cost(program, &mean) { apart } else { mean }
}

/// What a mixture of paths has in one place.
fn mean_at(mixed: &[(f64, Path)], place: Place) -> f64 {
    let total: f64 = mixed.iter().map(|(share, _)| share).sum();
    mixed.iter().map(|(share, path)| share / total * value(path, place) as f64).sum()
}

/// The mean of a mixture, in the nearest whole numbers that add up: what no claim tells of takes up the rest.
fn mean_path(mixed: &[(f64, Path)]) -> Path {
    let [(_, first), ..] = mixed else { return Path { balances: Vec::new(), moves: Vec::new() } };
    let mut path = first.clone();
    if mixed.len() == 1 {
        return path;
    }
    let mut before = 0;
    for (at, moves) in path.moves.iter_mut().enumerate() {
        let balance = mean_at(mixed, Place::Balance(at)).round() as i64;
        let mut told = 0;
        for (i, amount) in moves.iter_mut().enumerate().skip(1) {
            *amount = mean_at(mixed, Place::Move(at, i)).round() as i64;
            told += *amount;
        }
        // The first move of each boundary is the one that no claim tells of: it reaches every number.
        if let Some(untold) = moves.first_mut() {
            *untold = balance - before - told;
        }
        (path.balances[at], before) = (balance, balance);
    }
    path
}

/// Each book in turn takes its cheapest path against the others, until nothing is gained. Before a book has taken its
/// first, the others see it `at_first`; `None`: as it stands.
fn turns(
    program: &Program,
    mut paths: Vec<Path>,
    at_first: Option<&dyn Fn(usize, Place) -> f64>,
) -> Vec<Path> {
    let mut best = cost(program, &paths);
    let mut order: Vec<usize> = (0..program.books.len()).collect();
    // The strongest last: it takes up what rounding leaves.
    order.sort_by_key(|book| program.books[*book].strength.iter().max().copied());
    let mut settled = vec![false; program.books.len()];
    for turn in 0..TURNS {
        let mut next = paths.clone();
        for book in &order {
            let others = |_, tie: &Tie| -> i64 {
                let terms = tie.terms.iter().filter(|(b, ..)| b != book);
                let sum: f64 = terms
                    .map(|(b, place, sign)| {
                        let first = at_first.filter(|_| !settled[*b]).map(|first| first(*b, *place));
                        first.unwrap_or_else(|| value(&next[*b], *place) as f64) * *sign as f64
                    })
                    .sum();
                sum.round() as i64
            };
            let chain = against(program, *book, &program.books[*book].chain, &next[*book], others);
            next[*book] = chain.cheapest();
            settled[*book] = true;
        }
        let cost = cost(program, &next);
        if cost < best {
            best = cost;
            paths = next;
        } else if turn > 0 || at_first.is_none() {
            break;
        }
    }
    paths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::{
        cases::{NOT_WHOLE, case},
        mss::MSS,
        order::{Ordered, Supposing},
        solve,
    };

    /// The mixture's cost bounds every reading's from below (weak duality), so what meets it is the cheapest.
    #[track_caller]
    fn check(table: &str, most_above: f64) {
        for (group, part) in Ordered::new(&case(table).problem).parts() {
            let strengths = solve::strengths(&part, &group);
            let solved = solve::solve(&part, &group, &strengths, Supposing::default());
            for line in solved.lines.iter().filter(|line| !line.program.ties.is_empty()) {
                let first: Vec<Path> = line.program.books.iter().map(|book| book.chain.cheapest()).collect();
                let (_, least) = mixture(&line.program, &first);
                let got = cost(&line.program, line.paths()) as f64 / FULL;
                assert!(got >= least - 1e-9 && got <= least + most_above, "{got} against {least}");
            }
        }
    }

    #[test]
    fn the_whole_numbers_cost_no_more_than_the_mixture() {
        check(MSS, 1e-9);
    }

    #[test]
    fn where_the_mixture_is_not_of_whole_numbers_rounding_costs_a_head_at_most() {
        check(NOT_WHOLE, 0.2);
    }
}
