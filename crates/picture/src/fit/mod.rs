//! The fit: the least contradicted reading of all claims on one resource of one mission.
//!
//! `claims` poses the problems that a ledger holds; `crate::reading` tells what came out.
//!
//! A typed [`Problem`] goes in, a [`Fitted`] comes out: a whole history for each holder and line, with bounds, what
//! each claim costs, and what no claim explains. `order` puts the problem in its canonical order, `program` makes
//! chains of balances and ties between them, `chain` and `tied` solve those, `solve` goes down the ladder of lines,
//! `bounds` leaves sources out, `explain` says what stands against what. `docs/decisions/0005-fit.md` has the reasons.

mod book;
mod both;
mod bounds;
#[cfg(test)]
mod cases;
mod chain;
pub(crate) mod claims;
mod curve;
mod explain;
mod fitted;
#[cfg(test)]
mod group_laws;
mod grouped;
mod happened;
mod histories;
#[cfg(test)]
mod laws;
mod master;
mod moved;
#[cfg(test)]
mod mss;
mod near;
mod net;
#[cfg(test)]
mod one_or_two;
#[cfg(feature = "oracle")]
pub mod oracle;
mod order;
mod place;
mod price;
mod problem;
mod program;
mod solve;
mod table;
mod tied;
mod weight;

use std::collections::{BTreeMap, BTreeSet};

use model::ClaimId;

pub use both::Because;
pub(crate) use both::{Alternative, Settled};
pub use fitted::{Against, Drawn, Fitted, FittedEvent, History, Point, UnexplainedMove, Verdict};
pub use grouped::{Grouped, GroupedEvent, Grouping, OfReports, ReportTold, SetAside, grouped};
pub use histories::{histories, problems};
pub use problem::{Count, Days, Event, EventId, EventSum, Holder, Line, Of, Problem, Report, Source};
pub use weight::Weight;

pub(crate) use order::sign;
pub(crate) use price::{OF_ITS_OWN, millionths, whole_claim};
pub(crate) use solve::cost_by_reports;

use order::{Ordered, Supposing};

/// The least contradicted reading. Equal problems in any order have equal readings, to the last digit.
#[must_use]
pub fn fit(problem: &Problem) -> Fitted {
    let parts = parts(problem);
    let mut fitted = Fitted::default();
    let readings: Vec<_> = parts.iter().map(|(group, part)| bounds::readings(part, group)).collect();
    for ((_, part), readings) in parts.iter().zip(&readings) {
        fitted.histories.extend(bounds::histories(part, readings));
        fitted.claims.extend(explain::verdicts(part, &readings.best));
        let moves = explain::unexplained(part, &readings.best).into_iter();
        let (openings, unexplained): (Vec<_>, Vec<_>) = moves.partition(|moved| moved.opens);
        fitted.openings.extend(openings);
        fitted.unexplained.extend(unexplained);
        fitted.events.extend(bounds::events(part, readings));
        fitted.drawn.extend(explain::drawn(&readings.best));
    }
    fitted.totals = bounds::totals(&readings, &fitted.histories);
    fitted.events.sort_by_key(|event| (event.holder, event.step, event.day, event.event));
    for moves in [&mut fitted.unexplained, &mut fitted.openings] {
        moves.sort_by_key(|moved| (moved.line, moved.holder, moved.by));
    }
    fitted
}

/// What the least contradicted reading of all costs, in the fit's whole numbers.
pub(crate) fn cost(problem: &Problem) -> i128 {
    let cost = |(group, part): &(BTreeSet<Holder>, Ordered)| -> i128 {
        let strengths = solve::strengths(part, group);
        let solved = solve::solve(part, group, &strengths, Supposing::default());
        solved.lines.iter().map(|line| tied::cost(&line.program, &line.paths)).sum()
    };
    parts(problem).iter().map(cost).sum()
}

/// The problem in groups that no claim ties together, each claim on the day that it is taken to speak of.
fn parts(problem: &Problem) -> Vec<(BTreeSet<Holder>, Ordered)> {
    let mut parts = Ordered::new(problem).parts();
    for (group, part) in &mut parts {
        place::place(part, group);
    }
    parts
}

/// For each claim that is asked for: what would be contradicted more if it were right.
#[must_use]
pub fn against(problem: &Problem, claims: &BTreeSet<ClaimId>) -> BTreeMap<ClaimId, Against> {
    let mut against = BTreeMap::new();
    for (group, part) in parts(problem) {
        let strengths = solve::strengths(&part, &group);
        let solved = |supposing| {
            let solved = solve::solve(&part, &group, &strengths, supposing);
            let balances = bounds::series(&solved);
            (explain::verdicts(&part, &solved), explain::unexplained(&part, &solved), balances)
        };
        let now = solved(Supposing::default());
        for claim in claims.iter().filter(|claim| now.0.contains_key(claim)) {
            let then = solved(Supposing { without: None, right: Some(*claim) });
            let moved =
                |all: &[UnexplainedMove]| -> u64 { all.iter().map(|m| m.amount.unsigned_abs()).sum() };
            against.insert(
                *claim,
                Against {
                    claims: explain::against(&now.0, &then.0, *claim),
                    unexplained: moved(&then.1).saturating_sub(moved(&now.1)),
                    balances: then.2,
                },
            );
        }
    }
    against
}
