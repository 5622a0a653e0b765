//! The laws of the fit, on small problems: exhaustively where they are few, at random where they are many.

use std::collections::{BTreeMap, BTreeSet};

use model::{ClaimId, Digest};
use proptest::prelude::*;

use super::{
    Fitted, History, Line, Problem, Report,
    cases::{case, holder, line},
    fit,
    order::{Ordered, Supposing, sign},
    program::{Program, Settled, Source},
    solve, tied,
};

/// What stands at the end of a day in each of these tables.
#[track_caller]
fn check(table: &str, whose: &str, of: &str, on: &str, want: &str) {
    assert_eq!(fit(&case(table).problem).figure(whose, of, on), want, "{table}");
}

const FLIGHTS: &str = "
    move KEN deploy 2024-06-25: a C3 200; b C3 200
    move KEN deploy 2024-07-16: a C3 200; b C3 200
";

#[test]
fn one_count_alone_does_not_overrule_the_flights_and_two_independent_ones_do() {
    let one = format!("{FLIGHTS} count KEN deployed 2024-09-26: c A1 382");
    check(&one, "KEN", "deployed", "2024-09-26", "400-400-400");
    let two = format!("{one}\n count KEN deployed 2024-09-28: d C3 382");
    check(&two, "KEN", "deployed", "2024-09-28", "382-382-400");
    let repeated = format!("{one}\n count KEN deployed 2024-09-28: c A1 382");
    check(&repeated, "KEN", "deployed", "2024-09-28", "400-400-400");
    let doubtful = format!("{FLIGHTS} count KEN deployed 2024-09-26: c C4 382; d C4 382");
    check(&doubtful, "KEN", "deployed", "2024-09-26", "400-400-400");
}

#[test]
fn what_two_sources_say_stays_when_any_one_of_two_others_is_left_out() {
    let three = format!("{FLIGHTS} count KEN deployed 2024-09-26: c C3 382; d C3 382; e C3 382");
    check(&three, "KEN", "deployed", "2024-09-26", "382-382-382");
}

#[test]
fn a_contingent_of_six_does_not_vanish_for_a_round_total() {
    let table = format!(
        "{FLIGHTS} move BHS deploy 2024-08-01: rbdf C3 6; e C3 6
         count mission deployed 2024-09-01: f C3 400
         count mission deployed 2024-09-02: g C3 400
         count mission deployed 2024-09-03: h C3 400"
    );
    check(&table, "BHS", "deployed", "2024-09-03", "6-6-6");
    check(&table, "KEN", "deployed", "2024-09-03", "394-394-400");
}

#[test]
fn a_death_of_one_does_not_swallow_a_gap_of_twenty() {
    let table = format!(
        "{FLIGHTS} move KEN lose 2024-08-01: c C3 1; d C3 1
         count KEN deployed 2024-09-01: e C3 379; f C3 379; g C3 379"
    );
    check(&table, "KEN", "lost", "2024-09-01", "1-1-1");
    check(&table, "KEN", "deployed", "2024-09-01", "379-379-379");
    let fitted = fit(&case(&table).problem);
    let amounts: Vec<_> = fitted.unexplained.iter().map(|moved| moved.amount).collect();
    assert_eq!(amounts, [-20]);
}

#[test]
fn where_nobody_tells_of_movements_the_last_figure_is_believed_and_a_lone_one_between_two_is_not() {
    let table = "
        count KEN deployed 2024-01-31: a C3 512
        count KEN deployed 2024-02-29: a C3 530";
    check(table, "KEN", "deployed", "2024-02-29", "530-530-530");
    let spike = format!(
        "{table}\n count KEN deployed 2024-03-31: a C3 700\n count KEN deployed 2024-04-30: a C3 530"
    );
    check(&spike, "KEN", "deployed", "2024-03-31", "530-530-530");
    let one = "count KEN deployed 2024-01-31: a C3 512";
    check(one, "KEN", "deployed", "2024-01-31", "512-512-512");
}

/// The same with every claim called something else.
fn renamed(problem: &Problem, salt: u8) -> Problem {
    let mut problem = problem.clone();
    let rename = |report: &mut Report| {
        report.claim = ClaimId(Digest::of(format!("{salt} {}", report.claim).as_bytes()));
    };
    problem.events.iter_mut().flat_map(|event| &mut event.reports).for_each(rename);
    problem.counts.iter_mut().map(|count| &mut count.report).for_each(rename);
    problem.sums.iter_mut().map(|sum| &mut sum.report).for_each(rename);
    problem
}

/// What claims are called is nothing that they say: every figure is the same whatever their addresses are.
#[track_caller]
fn check_names(table: &str) {
    let problem = case(table).problem;
    let figures = |fitted: &Fitted| {
        let own = fitted.histories.iter().map(|((holder, line), history)| (Some(*holder), *line, history));
        let all = own.chain(fitted.totals.iter().map(|(line, history)| (None, *line, history)));
        all.map(|(holder, line, History { points })| (holder, line, points.clone())).collect::<Vec<_>>()
    };
    let own = figures(&fit(&problem));
    for salt in 0..6 {
        assert_eq!(figures(&fit(&renamed(&problem, salt))), own, "{table}");
    }
}

#[test]
fn what_the_claims_on_the_mission_are_called_does_not_matter() {
    check_names(super::mss::MSS);
    check_names(super::cases::NOT_WHOLE);
}

#[test]
fn a_hedge_leaves_open_what_no_other_claim_closes() {
    check("count KEN deployed 2024-01-31: a C3 about 400", "KEN", "deployed", "2024-01-31", "360-400-440");
    let closed = "count KEN deployed 2024-01-31: a C3 about 400; b C3 between 390 and 500; c C3 392";
    check(closed, "KEN", "deployed", "2024-01-31", "392-392-400");
}

#[test]
fn without_a_ceiling_the_bounds_are_open() {
    check("count KEN deployed 2024-01-31: a C3 over 800", "KEN", "deployed", "2024-01-31", "801-801-open");
    check("count KEN deployed 2024-01-31: a C3 up to 800", "KEN", "deployed", "2024-01-31", "0-800-800");
}

#[test]
fn several_parties_in_one_number_open_their_books_with_it() {
    let table = "count BHS+BLZ deployed 2024-01-31: a C3 8";
    check(table, "total", "deployed", "2024-01-31", "8-8-8");
}

#[test]
fn a_total_of_two_flights_decides_between_their_reports() {
    let table = "
        move GTM deploy 2025-01-03: a C3 75
        move GTM deploy 2025-01-04: b C3 75; c C3 77
        sum 0 1: d C3 152";
    check(table, "GTM", "deployed", "2025-01-04", "77-152-152");
}

#[test]
fn a_whole_mission_figure_far_above_the_named_parties_is_of_others() {
    let mut table = "move KEN deploy 2024-01-01: a C3 100; b C3 100".to_owned();
    for (i, name) in ["c", "d", "e", "f"].iter().enumerate() {
        table.extend(["\n count mission deployed 2024-02-0", &(i + 1).to_string(), ": ", name, " C3 5000"]);
    }
    check(&table, "KEN", "deployed", "2024-02-04", "100-100-100");
    check(&table, "total", "deployed", "2024-02-04", "5000-5000-5000");
}

#[test]
fn a_single_claim_holds_and_is_named_as_what_all_rests_on() {
    let case = case("count KEN deployed 2024-01-31: a C3 512");
    let fitted = fit(&case.problem);
    let point = &fitted.histories[&(holder("KEN"), line("deployed"))].points[0];
    assert_eq!(point.rests_on, Some(case.sources["a"]));
}

/// One line of some table, from numbers.
fn words((n, kind, party, day, source, quantity): (u32, u8, u8, u8, u8, u8)) -> String {
    let party = ["KEN", "JAM"][usize::from(party % 2)];
    let quantities = ["4", "6", "9", "15", "about 10", "over 5", "up to 7", "between 3 and 8", "some", "0"];
    let told = format!("s{source} C3 {}", quantities[usize::from(quantity) % quantities.len()]);
    let day = format!("2024-03-{:02}", 1 + day % 9);
    match kind % 8 {
        0 | 1 => format!("move {party} deploy {day}: {told}; s{n} C4 5"),
        2 => format!("move {party} repatriate {day}: {told}"),
        3 | 4 => format!("count {party} deployed {day}: {told}"),
        5 => format!("count mission deployed {day}: {told}"),
        6 => format!("count KEN+JAM deployed {day}: {told}"),
        7 => format!("count {party} promised_in_all {day}: {told}"),
        8 => format!("count {party} ready {day}: {told}"),
        9 => format!("count {party} training {day}: {told}"),
        _ => format!("move {party} certify {day}: {told}"),
    }
}

pub(super) fn tables() -> impl Strategy<Value = Vec<String>> {
    let row = (0..4_u8, 0..2_u8, 0..9_u8, 0..4_u8, 0..10_u8, 0..11_u8);
    prop::collection::vec(row, 1..9).prop_map(|rows| {
        let numbered = (0_u32..).zip(rows);
        numbered
            .map(|(n, (_, party, day, source, quantity, kind))| {
                words((n, kind, party, day, source, quantity))
            })
            .collect()
    })
}

/// What must come out alike whatever the order: all but the places of events in the problem.
fn told(fitted: &Fitted) -> String {
    let events: Vec<_> = (fitted.events.iter())
        .map(|event| (event.holder, event.step, event.day, event.best, event.low, event.high))
        .collect();
    let mut events = events;
    events.sort();
    format!(
        "{:?} {:?} {:?} {:?} {events:?}",
        fitted.histories, fitted.totals, fitted.claims, fitted.unexplained
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_never_matters(table in tables(), turn in 0..8_usize) {
        let one = case(&table.join("\n")).problem;
        let mut other = one.clone();
        other.counts.reverse();
        let turn = turn % other.counts.len().max(1);
        other.counts.rotate_left(turn);
        other.events.reverse();
        other.events.iter_mut().for_each(|event| event.reports.reverse());
        prop_assert_eq!(told(&fit(&one)), told(&fit(&other)));
    }

    #[test]
    fn what_claims_are_called_does_not_matter(table in tables()) {
        check_names(&table.join("\n"));
    }

    #[test]
    fn what_moves_is_conserved_and_bounds_hold_the_best(table in tables()) {
        let problem = case(&table.join("\n")).problem;
        let fitted = fit(&problem);
        for ((holder, line), history) in &fitted.histories {
            let mut before = 0;
            for point in &history.points {
                prop_assert!(point.low <= point.open.0 && point.open.0 <= point.best);
                let (open, high) = (point.open.1.unwrap_or(u64::MAX), point.high.unwrap_or(u64::MAX));
                prop_assert!(point.best <= open && open <= high);
                let best = i64::try_from(point.best).unwrap();
                if matches!(line, Line::In(stage) if *stage == model::Stage::Promised) {
                    continue;
                }
                let events = fitted.events.iter().filter(|e| e.holder == *holder && e.day == point.day);
                let moved: i64 = events
                    .map(|e| sign(problem.kind, &problem.events[e.event.0 as usize], *line) * i64::try_from(e.best).unwrap())
                    .sum();
                let unexplained: i64 = fitted.unexplained.iter().chain(&fitted.openings)
                    .filter(|u| u.holder == *holder && u.line == *line && u.by == point.day)
                    .map(|u| u.amount).sum();
                let gone: u64 = fitted.drawn.iter()
                    .filter(|d| d.holder == *holder && d.line == *line && d.by == point.day)
                    .map(|d| d.amount).sum();
                let gone = i64::try_from(gone).unwrap();
                prop_assert_eq!(best, before + moved + unexplained - gone, "{:?} {:?} {:?}", holder, line, point);
                before = best;
            }
        }
        for (line, total) in &fitted.totals {
            for point in &total.points {
                let own = fitted.histories.iter().filter(|((_, of), _)| of == line);
                let sum: u64 = own.filter_map(|(_, history)| history.on(point.day)).map(|point| point.best).sum();
                prop_assert_eq!(sum, point.best);
                prop_assert!(point.low <= point.best && point.high.is_none_or(|high| point.best <= high));
            }
        }
    }

    #[test]
    fn the_fit_is_the_cheapest_of_all_readings(table in tables()) {
        let problem = case(&table.join("\n")).problem;
        let ordered = Ordered::new(&problem);
        for group in ordered.groups() {
            let strengths = solve::strengths(&ordered, &group);
            let votes = ordered.votes(Supposing::default());
            let settled = Settled::default();
            let source = Source {
                ordered: &ordered, votes: &votes, supposing: Supposing::default(), settled: &settled,
                strengths: Some(&strengths),
            };
            let program = source.program(line("deployed"), &group);
            let paths = tied::solve(&program, None).paths;
            let got = tied::cost(&program, &paths);
            if let Some(least) = least(&program) {
                prop_assert_eq!(got, least, "{} {:?}", table.join("\n"), paths);
            }
        }
    }
}

/// The least cost of all readings with small balances, tried one by one; `None` where they are too many.
fn least(program: &Program) -> Option<i128> {
    const MOST: i64 = 64;
    if program.books.iter().map(|book| book.chain.len()).sum::<usize>() > 3 {
        return None;
    }
    let mut all: BTreeMap<Vec<i64>, i128> = BTreeMap::from([(vec![], 0)]);
    for (b, book) in program.books.iter().enumerate() {
        let tied: BTreeSet<usize> = (program.ties.iter().flat_map(|tie| &tie.terms))
            .filter(|(of, ..)| *of == b)
            .filter_map(|(_, place, _)| match place {
                super::chain::Place::Balance(at) => Some(*at),
                super::chain::Place::Move(..) => None,
            })
            .collect();
        let paths = book.chain.every(MOST);
        let mut cheapest: BTreeMap<Vec<i64>, i128> = BTreeMap::new();
        for (cost, balances) in paths {
            let key: Vec<i64> = tied.iter().map(|at| balances[*at]).collect();
            let least = cheapest.entry(key).or_insert(cost);
            *least = cost.min(*least);
        }
        let mut next = BTreeMap::new();
        for (key, cost) in &all {
            for (own, more) in &cheapest {
                let key: Vec<i64> = key.iter().chain(own).copied().collect();
                let least = next.entry(key).or_insert(cost + more);
                *least = (cost + more).min(*least);
            }
        }
        all = next;
    }
    let places: Vec<(usize, super::chain::Place)> = {
        let mut seen = BTreeSet::new();
        for (b, place, _) in program.ties.iter().flat_map(|tie| &tie.terms) {
            seen.insert((*b, *place));
        }
        seen.into_iter().collect()
    };
    let cost = |key: &Vec<i64>| -> i128 {
        let of = |term: &(usize, super::chain::Place, i64)| {
            places
                .iter()
                .position(|(b, place)| (*b, *place) == (term.0, term.1))
                .map_or(0, |i| key[i] * term.2)
        };
        program.ties.iter().map(|tie| tie.curve().at(tie.terms.iter().map(of).sum()).unwrap()).sum()
    };
    all.iter().map(|(key, chains)| chains + cost(key)).min()
}
