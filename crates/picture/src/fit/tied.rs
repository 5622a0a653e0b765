//! A line solved: each chain by itself, as one flow where figures of all of them tie them, else by mixtures.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    book::Book,
    chain::{Chain, Extra, Path, Place},
    mixture::{mixture, whole},
    net::Net,
    program::{Program, Tie},
    solve::SolvedLine,
};

/// How a line comes out.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer {
    /// The cheapest path of each book, all ties considered.
    pub(super) paths: Vec<Path>,
    /// The same without the ties, where there are some and it was asked for.
    pub(super) alone: Vec<Path>,
    /// Where ties make one flow of the line: the prices of its nodes.
    pub(super) prices: Vec<i128>,
}

/// The cheapest path of each book, all ties considered; found from a like line that was solved, where there is one.
pub(super) fn solve(program: &Program, beside: Option<&SolvedLine>) -> Answer {
    if let Some(beside) = beside.filter(|beside| is_same(program, &beside.program)) {
        return beside.answer.clone();
    }
    let flow = |net: Net| (net.paths(program), net.into_prices());
    if !program.ties.is_empty()
        && let Some(beside) = beside.filter(|beside| are_like(program, &beside.program))
        && let Some(mut net) = Net::known(&beside.program, beside.paths(), &beside.answer.prices)
        && net.is_near(program)
        && net.put_all(program)
    {
        let (paths, prices) = flow(net);
        return Answer { paths, alone: Vec::new(), prices };
    }
    let alone = alone(program, beside);
    if program.ties.is_empty() {
        return Answer { paths: alone, ..Answer::default() };
    }
    if let Some(net) = Net::solve(program, &alone) {
        let (paths, prices) = flow(net);
        return Answer { paths, alone, prices };
    }
    let paths = if program.ties.iter().all(|tie| tie_cost(tie, &alone) == 0) {
        alone.clone()
    } else {
        let (mixed, least) = mixture(program, &alone);
        whole(program, &mixed, least)
    };
    Answer { paths, alone, prices: Vec::new() }
}

/// Whether two lines are solved alike: what each path costs is the same in both.
fn is_same(program: &Program, beside: &Program) -> bool {
    program.books.len() == beside.books.len()
        && program.ties == beside.ties
        && program.books.iter().zip(&beside.books).all(|(book, other)| {
            let is_like = || {
                book.holder == other.holder && book.strength == other.strength && book.chain == other.chain
            };
            Arc::ptr_eq(book, other) || is_like()
        })
}

/// The cheapest path of each book without the ties; where a book beside is the same, so is its path.
fn alone(program: &Program, beside: Option<&SolvedLine>) -> Vec<Path> {
    let known = |b: usize, book: &Arc<Book>| {
        let beside = beside?;
        let other = beside.program.books.get(b)?;
        let answer = &beside.answer;
        let alone = if beside.program.ties.is_empty() { &answer.paths } else { &answer.alone };
        alone.get(b).filter(|_| Arc::ptr_eq(book, other) || book.chain == other.chain).cloned()
    };
    let path = |(b, book): (usize, &Arc<Book>)| known(b, book).unwrap_or_else(|| book.chain.cheapest());
    program.books.iter().enumerate().map(path).collect()
}

/// Whether two programs have the same books and boundaries.
fn are_like(program: &Program, beside: &Program) -> bool {
    let mut books = program.books.iter().zip(&beside.books);
    program.books.len() == beside.books.len()
        && !beside.ties.is_empty()
        && books.all(|(book, other)| {
            Arc::ptr_eq(book, other) || (book.holder, &book.days) == (other.holder, &other.days)
        })
}

/// What a path adds to a tie.
pub(super) fn part(tie: &Tie, book: usize, path: &Path) -> i64 {
    own(tie, book).iter().map(|(_, place, sign)| sign * value(path, *place)).sum()
}

/// The terms of a tie that are of a book: they stand in the order of the books.
pub(super) fn own(tie: &Tie, book: usize) -> &[(usize, Place, i64)] {
    let rest = &tie.terms[tie.terms.partition_point(|(b, ..)| *b < book)..];
    &rest[..rest.partition_point(|(b, ..)| *b == book)]
}

pub(super) fn value(path: &Path, place: Place) -> i64 {
    match place {
        Place::Balance(at) => path.balances[at],
        Place::Move(at, i) => path.moves[at][i],
    }
}

/// The sum that a tie is of.
pub(super) fn sum(tie: &Tie, paths: &[Path]) -> i64 {
    tie.terms.iter().map(|(book, place, sign)| sign * value(&paths[*book], *place)).sum()
}

fn tie_cost(tie: &Tie, paths: &[Path]) -> i128 {
    tie.curve().at(sum(tie, paths)).unwrap_or(i128::MAX / 4)
}

/// What all of it costs.
pub(super) fn cost(program: &Program, paths: &[Path]) -> i128 {
    let books = program.books.iter().zip(paths);
    let chains: i128 = books.map(|(book, path)| book.chain.cost(path).unwrap_or(i128::MAX / 4)).sum();
    chains + program.ties.iter().map(|tie| tie_cost(tie, paths)).sum::<i128>()
}

/// A book's chain with the ties laid on it, the other books as they stand.
///
/// A tie on several events of one book is laid on the last of them, the others as `path` has them.
pub(super) fn against(
    program: &Program,
    book: usize,
    chain: &Chain,
    path: &Path,
    others: impl Fn(usize, &Tie) -> i64,
) -> Chain {
    let mut extra: Extra = BTreeMap::new();
    for (i, tie) in program.ties.iter().enumerate() {
        if let Some(((_, place, sign), rest)) = own(tie, book).split_last() {
            let beside: i64 = rest.iter().map(|(_, place, sign)| sign * value(path, *place)).sum();
            let curve = tie.curve().shifted(-others(i, tie) - beside);
            let curve = if *sign < 0 { curve.mirrored() } else { curve };
            let laid = match extra.remove(place) {
                Some(before) => before.plus(&curve).unwrap_or(curve),
                None => curve,
            };
            extra.insert(*place, laid);
        }
    }
    chain.with(&extra)
}

/// After each boundary of each book, the least and the most that hedges leave open, the other books as they stand.
///
/// `level` gives a book's chain without the hairs that settle ties.
pub(super) fn open(
    program: &Program,
    paths: &[Path],
    level: impl Fn(&Book) -> Chain,
) -> Vec<Vec<(i64, i64)>> {
    let sums: Vec<i64> = program.ties.iter().map(|tie| sum(tie, paths)).collect();
    let open = |(b, book): (usize, &Arc<Book>)| {
        let others = |i: usize, tie: &Tie| sums[i] - part(tie, b, &paths[b]);
        against(program, b, &level(book), &paths[b], others).open()
    };
    program.books.iter().enumerate().map(open).collect()
}
