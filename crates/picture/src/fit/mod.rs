//! The fit: the least contradicted reading of all claims on one resource of one mission.
//!
//! `claims` poses the problems that a ledger holds; `crate::reading` tells what came out.
//!
//! A typed [`Problem`] goes in, a [`Fitted`] comes out: a whole history for each holder and line, with bounds, what
//! each claim costs, and what no claim explains. `order` puts the problem in its canonical order, `program` makes
//! chains of balances and ties between them, `chain` and `tied` solve those, `solve` goes down the ladder of lines,
//! `bounds` leaves sources out, `explain` says what stands against what. `docs/decisions/0005-fit.md` has the reasons.

mod arcs;
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
mod link;
mod master;
mod memo;
mod mixture;
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
mod right;
mod shortest;
mod solve;
mod table;
mod tied;
mod weight;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;
use model::ClaimId;

pub use both::Because;
pub(crate) use both::{Alternative, Settled};
pub use fitted::{Against, Drawn, Fitted, FittedEvent, History, Point, UnexplainedMove, Verdict};
pub use grouped::{Grouped, GroupedEvent, Grouping, OfReports, ReportTold, SetAside, grouped};
pub use histories::{histories, problems};
pub use problem::{Count, Days, Event, EventId, EventSum, Holder, Line, Of, Problem, Report, Source};
pub use weight::Weight;

pub(crate) use memo::Memo;
pub(crate) use order::sign;
pub(crate) use price::{OF_ITS_OWN, millionths, whole_claim};
pub(crate) use solve::cost_by_reports;

use memo::{Best, Part, SolvedPart};
use order::Ordered;

/// The least contradicted reading. Equal problems in any order have equal readings, to the last digit.
#[must_use]
pub fn fit(problem: &Problem) -> Fitted {
    fit_with(&Parts::of(problem), &mut Memo::default())
}

/// A problem in groups that no claim ties together, each known by its content.
pub(crate) struct Parts(Vec<Part>);

impl Parts {
    pub(crate) fn of(problem: &Problem) -> Self {
        Self(Part::all(problem))
    }
}

/// The same; groups that the memo holds are not solved again.
pub(crate) fn fit_with(Parts(parts): &Parts, memo: &mut Memo) -> Fitted {
    let solved: Vec<Arc<SolvedPart>> = parts.iter().map(|part| memo.solved(part)).collect();
    let mut fitted = Fitted::default();
    for (part, solved) in parts.iter().zip(&solved) {
        part.tell(&solved.fitted, &mut fitted);
    }
    let readings: Vec<_> = solved.iter().zip(parts).map(|(solved, part)| (&solved.readings, part)).collect();
    fitted.totals = bounds::totals(&readings, &fitted.histories);
    fitted.events.sort_by_key(|event| (event.holder, event.step, event.day, event.event));
    for moves in [&mut fitted.unexplained, &mut fitted.openings] {
        moves.sort_by_key(|moved| (moved.line, moved.holder, moved.by));
    }
    fitted
}

/// The least contradicted reading by itself: what all of it costs, in the fit's whole numbers, and its balances.
pub(crate) struct Cheapest(Vec<Arc<Best>>);

/// The least contradicted reading by itself. Its bounds, for which it is solved without each source, are left aside.
pub(crate) fn cheapest(problem: &Problem, memo: &mut Memo) -> Cheapest {
    Cheapest(Part::all(problem).iter().map(|part| memo.best(part)).collect())
}

impl Cheapest {
    pub(crate) fn cost(&self) -> i128 {
        self.0.iter().map(|best| best.cost).sum()
    }

    /// What stands in a line on a day, of one holder or of all; `None` before the first claim.
    pub(crate) fn on(&self, of: Option<Holder>, line: Line, day: Date) -> Option<u64> {
        let own = self.0.iter().flat_map(|best| &best.series);
        let own = own.filter(|((holder, at), _)| *at == line && of.is_none_or(|of| of == *holder));
        let known = own.filter_map(|(_, series)| series.range(..=day).next_back());
        known.map(|(_, n)| bounds::whole(*n)).reduce(|sum, n| sum + n)
    }
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
    let against = against_with(&Parts::of(problem), claims, &mut Memo::default());
    against.into_iter().map(|(claim, against)| (claim, Arc::unwrap_or_clone(against))).collect()
}

/// The same; what the memo holds is not worked out again.
pub(crate) fn against_with(
    Parts(parts): &Parts,
    claims: &BTreeSet<ClaimId>,
    memo: &mut Memo,
) -> BTreeMap<ClaimId, Arc<Against>> {
    let mut against = BTreeMap::new();
    for part in parts {
        let solved = memo.solved(part);
        let own = claims.iter().filter(|claim| solved.fitted.claims.contains_key(claim));
        against.extend(memo.against(part, &solved, own.copied()));
    }
    against
}
