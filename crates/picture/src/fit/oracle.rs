//! The oracle: the fit's problem as one linear program over all holders at once, solved by HiGHS.
//!
//! It shares with the fit what the problem is (votes, strengths, the days taken, what earlier lines of the ladder have
//! settled) and nothing of how it is solved: no chains, no curves, no groups, no prices. Rows are written claim by claim
//! from `docs/decisions/0005-fit.md`. HiGHS: Q. Huangfu, J. A. J. Hall, "Parallelizing the dual revised simplex method",
//! 2018.
#![allow(
    clippy::cast_precision_loss,
    reason = "HiGHS reckons in floating point; the tests say what is compared"
)]

use std::collections::{BTreeMap, BTreeSet};

use highs::{Col, HighsModelStatus, RowProblem, Sense};

use super::{
    book::Book,
    link::middle,
    order::{Ordered, Supposing, ladder},
    parts,
    price::{self, per_head, whole},
    problem::{EventId, Holder, Line, Problem, Report},
    program::{Settled, Source},
    solve, tied,
};

/// What the fit's costs are divided by: a thousandth of one claim by ungraded press, left by its whole strength. HiGHS
/// takes what is below a ten-millionth for nothing, and this keeps a hair of the fit above it.
const SCALE: f64 = 1e13;

/// Whether a balance may be part of a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// It may: the linear program.
    Any,
    /// It may not.
    Whole,
}

/// One line of the ladder over all holders, with what the fit answers to it.
#[derive(Clone, Debug)]
pub struct WholeLine {
    /// Which.
    pub line: Line,
    /// What the fit's answer costs, in claims by ungraded press left by their whole strength.
    pub fit: f64,
    /// How many claims tie holders together, or events.
    pub ties: usize,
    /// The strongest holder: one head is one part of so many.
    pub strongest: i64,
    rows: Rows,
}

/// Every line of a problem, each with the sizes that the fit settled on the lines before it.
#[must_use]
pub fn lines(problem: &Problem) -> Vec<WholeLine> {
    let parts = parts(problem);
    let mut whole = Ordered::new(problem);
    let days: BTreeMap<_, _> =
        parts.iter().flat_map(|(_, part)| &part.events).map(|event| (event.id, event.day)).collect();
    for event in &mut whole.events {
        event.day = days.get(&event.id).copied().unwrap_or(event.day);
    }
    let days: BTreeMap<_, _> =
        parts.iter().flat_map(|(_, part)| &part.counts).map(|count| (count.id, count.day)).collect();
    for count in &mut whole.counts {
        count.day = days.get(&count.id).copied().unwrap_or(count.day);
    }
    let place: BTreeMap<EventId, usize> =
        whole.events.iter().enumerate().map(|(i, event)| (event.id, i)).collect();
    let solved: Vec<_> = parts
        .iter()
        .map(|(group, part)| {
            let strengths = solve::strengths(part, group);
            (part, solve::solve(part, group, &strengths, Supposing::default()))
        })
        .collect();

    let holders: BTreeSet<Holder> = whole.lines.values().flatten().copied().collect();
    let strengths = solve::strengths(&whole, &holders);
    let votes = whole.votes(Supposing::default());
    let mut settled = Settled::default();
    let mut all = Vec::new();
    for (l, line) in ladder(whole.kind).into_iter().enumerate() {
        let source = Source {
            ordered: &whole,
            votes: &votes,
            supposing: Supposing::default(),
            settled: &settled,
            strengths: Some(&strengths),
        };
        let program = source.program(line, &holders);
        let fit: i128 = solved
            .iter()
            .map(|(_, solved)| &solved.lines[l])
            .map(|l| tied::cost(&l.program, l.paths()))
            .sum();
        let strength = program.books.iter().flat_map(|book| &book.strength).max();
        if !program.books.is_empty() {
            all.push(WholeLine {
                line,
                fit: fit as f64 / SCALE / 1e3,
                ties: program.ties.len(),
                strongest: strength.copied().unwrap_or(1),
                rows: Rows::of(&source, &program.books, line),
            });
        }
        for (part, solved) in &solved {
            let line = &solved.lines[l];
            let mut own = Settled::default();
            for (book, path) in line.program.books.iter().zip(line.paths()) {
                solve::settle(&mut own, line.program.line, book, path);
            }
            for (event, size) in own.sizes {
                let event = place[&part.events[event].id];
                settled.sizes.entry(event).or_insert(size);
            }
            settled.came.extend(own.came);
            for (holder, lines) in own.within {
                settled.within.entry(holder).or_default().extend(lines);
            }
        }
    }
    all
}

impl WholeLine {
    /// Rows and columns of the program.
    #[must_use]
    pub fn size(&self) -> (usize, usize) {
        (self.rows.rows.len(), self.rows.columns.len())
    }

    /// The least that any reading of the line costs, in the unit of [`fit`](Self::fit); `None` where HiGHS finds none.
    #[must_use]
    pub fn least(&self, numbers: Numbers) -> Option<f64> {
        let mut problem = RowProblem::new();
        let columns: Vec<Col> = (self.rows.columns.iter())
            .map(|column| {
                let integral = numbers == Numbers::Whole && column.heads;
                problem.add_column_with_integrality(column.cost, column.low..=column.high, integral)
            })
            .collect();
        for row in &self.rows.rows {
            let terms = row.terms.iter().map(|(column, factor)| (columns[*column], *factor));
            problem.add_row(row.low..=row.high, terms.collect::<Vec<_>>());
        }
        let mut model = problem.optimise(Sense::Minimise);
        model.make_quiet();
        for (option, value) in [
            ("primal_feasibility_tolerance", 1e-9),
            ("dual_feasibility_tolerance", 1e-9),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 1e-6),
        ] {
            model.set_option(option, value);
        }
        let solved = model.solve();
        (solved.status() == HighsModelStatus::Optimal)
            .then(|| (solved.objective_value() + self.rows.sunk) / 1e3)
    }
}

#[derive(Clone, Debug)]
struct Column {
    cost: f64,
    low: f64,
    high: f64,
    /// Whether it counts heads, and not only what leaving a claim comes to.
    heads: bool,
}

#[derive(Clone, Debug)]
struct Row {
    low: f64,
    high: f64,
    terms: Vec<(usize, f64)>,
}

/// The program: `minimise cost x, low <= rows x <= high`.
#[derive(Clone, Debug, Default)]
struct Rows {
    columns: Vec<Column>,
    rows: Vec<Row>,
    /// What is paid whatever is chosen.
    sunk: f64,
}

impl Rows {
    fn of(source: &Source, books: &[std::sync::Arc<Book>], line: Line) -> Self {
        let mut rows = Self::default();
        let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
        let balances: Vec<Vec<usize>> =
            books.iter().map(|book| rows.book(source, book, &mut sizes)).collect();
        for (i, count) in source.ordered.counts.iter().enumerate().filter(|(_, c)| c.it.line == line) {
            let of: BTreeSet<Holder> = source.ordered.holders(&count.it).collect();
            if of.len() < 2 {
                continue;
            }
            let (mut terms, mut told, mut named, mut others) = (Vec::new(), false, 0, 0);
            for (book, balances) in books.iter().zip(&balances).filter(|(book, _)| of.contains(&book.holder))
            {
                let Ok(at) = book.days.binary_search(&count.day) else { continue };
                terms.push((balances[at], 1.0));
                told |= book.told;
                let whose = if book.holder == Holder::Others { &mut others } else { &mut named };
                *whose += book.strength[at];
            }
            let strength = if named > 0 { named } else { others };
            let votes = source.votes[i];
            rows.leave(&count.it.report, votes, strength, told, &terms, (f64::NEG_INFINITY, f64::INFINITY));
        }
        for sum in &source.ordered.sums {
            let told = source.ordered.events.iter().enumerate().filter(|(_, e)| sum.events.contains(&e.id));
            let terms: Vec<_> = told.filter_map(|(i, _)| Some((*sizes.get(&i)?, 1.0))).collect();
            if !terms.is_empty() {
                let strength = sum.report.number.map_or(1, whole);
                rows.leave(&sum.report, 1, strength, false, &terms, (f64::NEG_INFINITY, f64::INFINITY));
            }
        }
        rows
    }

    fn column(&mut self, cost: i128, low: f64, high: f64, heads: bool) -> usize {
        self.columns.push(Column { cost: cost as f64 / SCALE, low, high, heads });
        self.columns.len() - 1
    }

    /// One holder's balance through its boundaries; `sizes` gets the events that are not settled yet.
    fn book(&mut self, source: &Source, book: &Book, sizes: &mut BTreeMap<usize, usize>) -> Vec<usize> {
        let mut balances: Vec<usize> = Vec::new();
        let price = if book.told { price::TOLD } else { price::UNTOLD };
        for (at, strength) in book.strength.iter().enumerate() {
            let late = |cost| price::before_last(cost, book.days.len() - 1 - at);
            let out = late(per_head(price, *strength));
            let into = if book.opens == Some(at) { late(per_head(price::OPENING, *strength)) } else { out };
            let balance = self.column(0, 0.0, f64::INFINITY, true);
            let came = self.column(into, 0.0, f64::INFINITY, true);
            let left = self.column(out, 0.0, f64::INFINITY, true);
            let mut flow = vec![(balance, 1.0), (came, -1.0), (left, 1.0)];
            flow.extend(balances.last().map(|before| (*before, -1.0)));
            if book.drawn[at] > 0 {
                let most = book.drawn[at] as f64;
                flow.push((self.column(-price::hair(*strength), 0.0, most, true), 1.0));
                self.sunk += price::hair(*strength) as f64 / SCALE * most;
            }
            for told in &book.events[at] {
                let size = match told.settled {
                    Some(size) => self.column(0, size as f64, size as f64, true),
                    None => {
                        let size = self.event(&source.ordered.events[told.event].it.reports, *strength);
                        sizes.insert(told.event, size);
                        size
                    }
                };
                flow.push((size, -(told.sign as f64)));
            }
            self.rows.push(Row { low: 0.0, high: 0.0, terms: flow });
            for i in &book.counts[at] {
                let report = &source.ordered.counts[*i].it.report;
                let (terms, votes, within) = (&[(balance, 1.0)], source.votes[*i], (0.0, f64::INFINITY));
                self.leave(report, votes, *strength, book.told, terms, within);
                self.near(report, votes, *strength, balance, within);
            }
            balances.push(balance);
        }
        balances
    }

    /// An event's size, within the hull of its reports.
    fn event(&mut self, reports: &[Report], strength: i64) -> usize {
        let told: Vec<&Report> = reports.iter().collect();
        let numbered = || reports.iter().filter(|report| report.number.is_some());
        let low = numbered().map(|r| r.bounds.low).min().unwrap_or(0);
        let ceiling = numbered().filter_map(|report| report.bounds.high).max();
        let high = ceiling.map(|high| high.max(numbered().map(|r| r.bounds.low).max().unwrap_or(0)).max(low));
        let within = (whole(low) as f64, high.map_or(f64::INFINITY, |high| whole(high) as f64));
        let scale = middle(&told).unwrap_or(strength).max(1);
        let size = self.column(price::hair(scale), within.0, within.1, true);
        self.sunk -= price::hair(scale) as f64 / SCALE * within.0;
        // "Some" adds no number.
        for report in numbered() {
            let votes = reports.iter().filter(|other| other.source == report.source).count();
            let votes = i128::try_from(votes).unwrap_or(1);
            self.leave(report, votes, scale, false, &[(size, 1.0)], within);
            self.near(report, votes, scale, size, within);
        }
        size
    }

    /// What leaving a claim's bounds costs: so much for each head above or below.
    fn leave(
        &mut self,
        report: &Report,
        votes: i128,
        strength: i64,
        told: bool,
        terms: &[(usize, f64)],
        (from, to): (f64, f64),
    ) {
        for (bounds, part) in report.holds(told) {
            let cost = per_head(report.weight.parts() / votes.max(1) / part, strength);
            let low = (whole(bounds.low) as f64).clamp(from, to);
            let high = bounds.high.map_or(f64::INFINITY, |high| whole(high) as f64).clamp(low, to);
            self.between(cost, (low, high), terms);
        }
    }

    /// A hair for each head from the number that a hedge is built on.
    fn near(&mut self, report: &Report, votes: i128, strength: i64, on: usize, (from, to): (f64, f64)) {
        let Some(number) = report.number.filter(|_| report.bounds.high != Some(report.bounds.low)) else {
            return;
        };
        let number = whole(number.max(report.bounds.low).min(report.bounds.high.unwrap_or(u64::MAX))) as f64;
        let number = number.clamp(from, to);
        let cost = per_head(report.weight.parts() / votes.max(1), strength) / price::HAIRS;
        self.between(cost, (number, number), &[(on, 1.0)]);
    }

    fn between(&mut self, cost: i128, (low, high): (f64, f64), terms: &[(usize, f64)]) {
        let below = self.column(cost, 0.0, f64::INFINITY, false);
        let mut terms = terms.to_vec();
        terms.push((below, 1.0));
        if high.is_finite() {
            let above = self.column(cost, 0.0, f64::INFINITY, false);
            terms.push((above, -1.0));
        }
        self.rows.push(Row { low, high, terms });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fit::{
        cases::{NOT_WHOLE, case},
        mss::MSS,
    };

    /// How near two costs are the same: HiGHS keeps to a ten-millionth of each row and price, over some hundred rows.
    /// In claims left by their whole strength; a head of a thousand is a thousand times as much.
    const CLOSE: f64 = 1e-6;

    /// No reading costs less than the linear program's, and none of whole heads less than `whole`. The fit costs no
    /// more than the latter; where part of a head would cost less than any whole one, at most `above` more.
    #[track_caller]
    fn check(table: &str, above: f64) {
        for line in lines(&case(table).problem) {
            let close = CLOSE * (1.0 + line.fit);
            let least = line.least(Numbers::Any).unwrap();
            assert!(line.fit >= least - close, "{:?}: {} against {least}\n{table}", line.line, line.fit);
            if line.fit <= least + close {
                continue;
            }
            assert!(line.ties > 0, "{:?}: {} against {least}, no ties\n{table}", line.line, line.fit);
            let whole = line.least(Numbers::Whole).unwrap();
            let above = if whole > least + close { above } else { 0.0 };
            assert!(
                line.fit <= whole + above + close,
                "{:?}: {} against {whole}\n{table}",
                line.line,
                line.fit
            );
        }
    }

    #[test]
    fn the_mission_in_haiti() {
        check(MSS, 0.0);
    }

    #[test]
    fn where_parts_of_heads_would_cost_less_the_fit_is_a_head_off_at_most() {
        check(NOT_WHOLE, 0.1);
    }

    const SAID: [&str; 14] = [
        "40",
        "about 40",
        "nearly 60",
        "over 50",
        "up to 90",
        "between 30 and 80",
        "some",
        "55",
        "100",
        "150",
        "143",
        "about 200",
        "over 120",
        "6",
    ];
    const PARTIES: [&str; 6] = ["KEN", "JAM", "BHS", "GTM", "SLV", "BLZ"];

    /// Thirty to sixty claims of nine sources on six parties through eight months.
    fn tables(of_all: bool, of_some: bool) -> impl Strategy<Value = String> {
        let row = (0..11_u8, 0..6_usize, 0..6_usize, 0..24_u8, 0..9_u8, 0..SAID.len());
        prop::collection::vec(row, 30..60).prop_map(move |rows| {
            let mut table = String::new();
            for (n, (kind, party, other, week, source, said)) in rows.into_iter().enumerate() {
                let (party, other) = (PARTIES[party], PARTIES[other]);
                let day = format!("2024-{:02}-{:02}", 1 + week / 3, 1 + week % 3 * 9);
                let told = format!("s{source} C3 {}", SAID[said]);
                table.push_str(&match kind {
                    0 | 1 => format!("move {party} deploy {day}: {told}; t{n} C4 60\n"),
                    2 => format!("move {party} repatriate {day}: {told}\n"),
                    3 => format!("move {party} enter_training {day}: {told}\n"),
                    4 => format!("count {party} promised_in_all {day}: {told}\n"),
                    5 if of_all => {
                        format!("count mission deployed {day}: u{source} C3 {}\n", 200 + said * 10)
                    }
                    6 if of_some && party != other => {
                        format!("count {party}+{other} deployed {day}: {told}\n")
                    }
                    _ => format!("count {party} deployed {day}: {told}\n"),
                });
            }
            if of_some { table + "sum 0 1: v B3 90" } else { table }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn holders_that_no_claim_ties_cost_the_least(table in tables(false, false)) {
            check(&table, 0.0);
        }

        #[test]
        fn holders_that_claims_on_the_whole_mission_tie_cost_the_least(table in tables(true, false)) {
            check(&table, 0.0);
        }

        #[test]
        fn holders_that_claims_tie_cost_the_least(table in tables(true, true)) {
            check(&table, 0.1);
        }
    }
}
