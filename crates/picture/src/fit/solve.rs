//! Solving: group by group, line by line down the ladder, each line's events then standing for the next.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;

use super::{
    book::{Book, Mover},
    chain::Path,
    link::event_cost,
    order::{Ordered, Supposing, ladder},
    price::CAP,
    problem::{Event, Holder, Line, Of, Report},
    program::{Came, Program, Settled, Source, Strengths},
    tied::{self, Answer},
};

/// One group of holders, solved.
#[derive(Clone, Debug)]
pub(super) struct Solved {
    pub(super) lines: Vec<Arc<SolvedLine>>,
    /// The size of each event, by its place.
    pub(super) sizes: BTreeMap<usize, i64>,
    pub(super) votes: Vec<i128>,
    pub(super) supposing: Supposing,
}

/// One line of a group: the program and its answer.
#[derive(Clone, Debug)]
pub(super) struct SolvedLine {
    pub(super) program: Program,
    pub(super) answer: Answer,
}

impl SolvedLine {
    pub(super) fn paths(&self) -> &[Path] {
        &self.answer.paths
    }

    /// Of whom later lines are told something else than by another answer to the same holders.
    pub(super) fn differs<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = Holder> + 's {
        let own = self.program.books.iter().zip(self.paths());
        let both = own.zip(other.program.books.iter().zip(other.paths()));
        let differ = both.filter(|((book, path), (other, then))| {
            let is_same =
                Arc::ptr_eq(book, other) || (&book.days, &book.movers) == (&other.days, &other.movers);
            !is_same || path != then
        });
        differ.map(|((book, _), _)| book.holder)
    }

    /// The books that come out the same where nothing is supposed otherwise of whom they are.
    fn known(&self, apart_from: &BTreeSet<Holder>) -> BTreeMap<Holder, Arc<Book>> {
        let books = self.program.books.iter().filter(|book| !apart_from.contains(&book.holder));
        books.map(|book| (book.holder, Arc::clone(book))).collect()
    }

    fn settle(&self, settled: &mut Settled) {
        for (book, path) in self.program.books.iter().zip(self.paths()) {
            settle(settled, self.program.line, book, path);
        }
    }
}

/// Solves a group; the strengths come from [`strengths`].
pub(super) fn solve(
    ordered: &Ordered,
    group: &BTreeSet<Holder>,
    strengths: &Strengths,
    supposing: Supposing,
) -> Solved {
    solve_beside(ordered, group, strengths, supposing, None)
}

/// The same, begun from what was solved when something else was supposed: that is sooner there, and nothing else.
pub(super) fn solve_beside(
    ordered: &Ordered,
    group: &BTreeSet<Holder>,
    strengths: &Strengths,
    supposing: Supposing,
    beside: Option<&Solved>,
) -> Solved {
    // Who shares a vote with whom is a matter of each source: without one the others' votes are the same.
    let votes = beside.map_or_else(|| ordered.votes(supposing), |beside| beside.votes.clone());
    let mut settled = Settled::default();
    let mut lines: Vec<Arc<SolvedLine>> = Vec::new();
    // Of whom an earlier line told something else: a book is made of what was told of its own holder.
    let mut differ: BTreeSet<Holder> = BTreeSet::new();
    for (l, line) in ladder(ordered.kind).into_iter().enumerate() {
        let beside = beside.map(|beside| &beside.lines[l]);
        let mut known = BTreeMap::new();
        if let Some(beside) = beside {
            let concerned = ordered.concerned(supposing, line);
            if differ.is_empty() && concerned.is_none() {
                beside.settle(&mut settled);
                lines.push(Arc::clone(beside));
                continue;
            }
            known = beside.known(&concerned.unwrap_or_default().union(&differ).copied().collect());
        }
        let source =
            Source { ordered, votes: &votes, supposing, settled: &settled, strengths: Some(strengths) };
        let program = source.program_beside(line, group, &known);
        let answer = tied::solve(&program, beside.map(Arc::as_ref));
        let solved = SolvedLine { program, answer };
        differ.extend(beside.into_iter().flat_map(|beside| solved.differs(beside)));
        solved.settle(&mut settled);
        lines.push(Arc::new(solved));
    }
    Solved { lines, sizes: settled.sizes, votes, supposing }
}

pub(super) fn settle(settled: &mut Settled, line: Line, book: &Book, path: &Path) {
    for ((movers, moves), day) in book.movers.iter().zip(&path.moves).zip(&book.days) {
        for (mover, amount) in movers.iter().zip(moves) {
            if let Mover::Event(event, sign) = mover {
                settled.sizes.entry(*event).or_insert(amount * sign);
            }
            let came = match mover {
                Mover::Event(..) => Came { told: *amount, untold: 0 },
                Mover::Unexplained => Came { told: 0, untold: *amount },
                Mover::Drawn => continue,
            };
            if *amount > 0 {
                let own = settled.came.entry((book.holder, line)).or_default().entry(*day).or_default();
                *own = Came { told: own.told + came.told, untold: own.untold + came.untold };
            }
        }
    }
    if let Line::In(_) = line {
        let days = book.days.iter().copied().zip(path.balances.iter().copied());
        settled.within.entry(book.holder).or_default().insert(line, days.collect());
    }
}

/// How strong each holder is around each day: a first reading, in which no claim ties holders together.
pub(super) fn strengths(ordered: &Ordered, group: &BTreeSet<Holder>) -> Strengths {
    let supposing = Supposing::default();
    let votes = ordered.votes(supposing);
    let mut settled = Settled::default();
    let mut strengths = Strengths::new();
    for line in ladder(ordered.kind) {
        let source = Source { ordered, votes: &votes, supposing, settled: &settled, strengths: None };
        let program = source.program(line, group);
        let paths: Vec<Path> = program.books.iter().map(|book| book.chain.cheapest()).collect();
        for (book, path) in program.books.iter().zip(&paths) {
            settle(&mut settled, line, book, path);
            strengths.insert((line, book.holder), around(book, path));
        }
        stand_in(ordered, line, group, &mut strengths);
    }
    strengths
}

/// What the first reading of one holder costs, by line in the order of the ladder.
pub(super) fn first_cost(ordered: &Ordered, holder: Holder) -> Vec<i128> {
    let supposing = Supposing::default();
    let votes = ordered.votes(supposing);
    let mut settled = Settled::default();
    let mut costs = Vec::new();
    for line in ladder(ordered.kind) {
        let source = Source { ordered, votes: &votes, supposing, settled: &settled, strengths: None };
        for book in source.program(line, &BTreeSet::from([holder])).books {
            let path = book.chain.cheapest();
            costs.push(book.chain.cost(&path).unwrap_or(i128::MAX));
            settle(&mut settled, line, &book, &path);
        }
    }
    costs
}

/// On each boundary the larger of what was there before and after; from the next day on what is left.
///
/// Taken to one part in eight, so that a head more or less does not decide on which day something moved.
fn around(book: &Book, path: &Path) -> BTreeMap<Date, i64> {
    let mut around = BTreeMap::new();
    let mut before = 0;
    for (day, after) in book.days.iter().zip(&path.balances) {
        around.insert(*day, eighths(before.max(*after)));
        if let Ok(next) = day.tomorrow() {
            around.insert(next, eighths(*after));
        }
        before = *after;
    }
    around
}

/// The next number up that is 8 to 16 times a power of two.
fn eighths(strength: i64) -> i64 {
    let strength = strength.max(1);
    let unit = 1_i64 << (strength.ilog2().saturating_sub(3));
    (strength + unit - 1) / unit * unit
}

/// Holders that no claim speaks of alone: several in one number have even parts of it; whoever else there may be has
/// what whole-mission figures hold beyond the named.
fn stand_in(ordered: &Ordered, line: Line, group: &BTreeSet<Holder>, strengths: &mut Strengths) {
    let on = |strengths: &Strengths, holder: Holder, day: Date| -> i64 {
        let known = strengths.get(&(line, holder));
        known.and_then(|known| known.range(..=day).next_back()).map_or(0, |(_, strength)| *strength)
    };
    let counts = || ordered.counts.iter().filter(|count| count.it.line == line);
    for count in counts() {
        let Of::Several(parties) = &count.it.of else { continue };
        let holders =
            parties.iter().map(|party| Holder::Party(*party)).filter(|holder| group.contains(holder));
        let number = count.it.report.number.map_or(1, super::price::whole);
        let part = (number / i64::try_from(parties.len()).unwrap_or(1)).max(1);
        for holder in holders {
            let known = strengths.entry((line, holder)).or_default();
            if known.values().all(|strength| *strength <= 1) {
                known.insert(Date::MIN, part);
            }
        }
    }
    if !group.contains(&Holder::Others) {
        return;
    }
    let named: Vec<Holder> = group.iter().copied().filter(|holder| *holder != Holder::Others).collect();
    let mut most = 0;
    for count in counts().filter(|count| count.it.of == Of::Mission) {
        let sum: i64 = named.iter().map(|holder| on(strengths, *holder, count.day)).sum();
        most = most.max(super::price::whole(count.it.report.bounds.low) - sum);
    }
    if most > 0 {
        let own = strengths.entry((line, Holder::Others)).or_default();
        let own_most = own.values().max().copied().unwrap_or(1);
        own.insert(Date::MIN, own_most.max(most));
    }
}

/// How many an event moved by its own reports alone; of those that cost the same the fewest.
pub(super) fn by_reports(event: &Event) -> i64 {
    let reports: Vec<&Report> = event.reports.iter().collect();
    let (size, hair) = event_cost(&reports, (1, CAP), |report, votes| report.weight.parts() / votes.max(1));
    size.plus(&hair).unwrap_or(size).cheapest().0
}

/// What reports cost as those of one event, with no balance to ask.
pub(crate) fn cost_by_reports(reports: &[&Report]) -> i128 {
    let (size, _) = event_cost(reports, (1, CAP), |report, votes| report.weight.parts() / votes.max(1));
    size.at(size.cheapest().0).unwrap_or(0)
}
