//! Scale: the whole UN record, one mission on one day, one new claim, and how cost grows; printed as a table.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

mod record;

use std::time::Instant;

use picture::{Asked, Viewer, fit::histories};
use record::{Size, WHOLE};

fn asked(mission: usize, size: Size) -> Asked {
    let day = record::end(size).checked_add(jiff::Span::new().days(60)).unwrap();
    Asked { mission: record::mission(mission), as_of: day, known_on: day, viewer: Viewer::Public }
}

fn main() {
    let missions = std::env::args().find_map(|arg| arg.parse().ok()).unwrap_or(3);
    let size = WHOLE;
    for i in 0..missions {
        let claims = record::claims_of(size, i);
        let n = claims.len();
        let ledger = record::ledger(claims);
        let start = Instant::now();
        let fitted = histories(&ledger, &asked(i, size));
        let took = start.elapsed();
        let points: usize =
            fitted.values().flat_map(|fitted| fitted.histories.values()).map(|h| h.points.len()).sum();
        println!("mission {i}: {n} claims, {points} points, {took:?}");
    }
}
