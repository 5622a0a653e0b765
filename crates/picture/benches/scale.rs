//! Scale: the whole invented record, one mission on one day, and how cost grows; printed as a table with its goals.
//!
//! `cargo bench -p picture --bench scale` takes eight short missions with few contributors; with a number, so many
//! missions of the whole record; with `all`, all 70: about a minute on two cores. With `--features oracle`, `HiGHS` solves one mission's whole program beside the fit.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![allow(clippy::disallowed_methods, reason = "it asks the system how much memory it took")]
#![allow(clippy::cast_precision_loss, reason = "ratios and exponents are told in a few digits")]

mod record;

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use jiff::ToSpan as _;
use ledger::Ledger;
use picture::{Asked, Viewer, fit::histories, picture};
use record::{Size, WHOLE};

/// What is taken where no number is given.
const SHORT: Size = Size { missions: 8, contributors: 16, months: 96 };
const CORES: usize = 2;

fn main() {
    let mut args = std::env::args().skip(1);
    let missions = args.find_map(|arg| if arg == "all" { Some(WHOLE.missions) } else { arg.parse().ok() });
    let (size, missions) = missions.map_or((SHORT, SHORT.missions), |missions: usize| (WHOLE, missions));
    let ledgers: Vec<(usize, Ledger)> = (0..missions)
        .map(|i| {
            let claims = record::claims_of(size, i);
            (claims.len(), record::ledger(claims))
        })
        .collect();
    let claims: usize = ledgers.iter().map(|(claims, _)| claims).sum();
    println!("{missions} missions of up to {} months, {claims} claims, {CORES} threads", size.months);
    println!("{:<52} {:>12}   goal", "", "measured");
    let (whole, each) = every_history(&ledgers);
    let per_claim = whole.as_secs_f64() / claims as f64;
    row("whole history of these missions", &told(whole), "");
    row("the same a claim", &format!("{:.1} µs", per_claim * 1e6), "20 µs: 500,000 claims in 10 s");
    row("peak memory", &peak(), "2 GB");
    let slowest = each.iter().max_by_key(|(_, took)| *took).unwrap();
    row(&format!("the slowest mission, {} claims", slowest.0), &told(slowest.1), "");
    row("cost grows as claims to the power of", &exponent(&each), "1");
    let middle = ledgers.iter().enumerate().min_by_key(|(_, (claims, _))| claims.abs_diff(2_000)).unwrap();
    let (i, (claims, ledger)) = middle;
    let asked = asked(i, WHOLE);
    row(
        &format!("one mission on one day, {claims} claims"),
        &told(timed(|| picture(ledger, &asked))),
        "50 ms",
    );
    beside_highs(ledger, &asked);
}

fn asked(mission: usize, size: Size) -> Asked {
    let day = record::end(size).checked_add(60.days()).unwrap();
    Asked {
        mission: record::mission(mission),
        as_of: day,
        known_on: day,
        viewer: Viewer::Public,
        rates: Vec::new(),
    }
}

fn timed<T>(of: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let _ = std::hint::black_box(of());
    start.elapsed()
}

/// Every mission's histories, and how long each took by its claims. Missions know nothing of each other.
fn every_history(ledgers: &[(usize, Ledger)]) -> (Duration, Vec<(usize, Duration)>) {
    let next = AtomicUsize::new(0);
    let mut each = Vec::new();
    let whole = timed(|| {
        thread::scope(|scope| {
            let work = || {
                let mut own = Vec::new();
                while let Some((claims, ledger)) = ledgers.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let mission = ledger.claims().find_map(|held| held.claim.mission.clone()).unwrap();
                    let asked = Asked { mission, ..asked(0, WHOLE) };
                    own.push((*claims, timed(|| histories(ledger, &asked))));
                }
                own
            };
            let threads: Vec<_> = (0..CORES).map(|_| scope.spawn(work)).collect();
            each.extend(threads.into_iter().flat_map(|thread| thread.join().unwrap()));
        });
    });
    (whole, each)
}

/// The slope of time over claims, both as logarithms, by least squares.
fn exponent(each: &[(usize, Duration)]) -> String {
    let points: Vec<(f64, f64)> =
        each.iter().map(|(claims, took)| ((*claims as f64).ln(), took.as_secs_f64().ln())).collect();
    let n = points.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / n;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let both: f64 = points.iter().map(|(a, b)| (a - x) * (b - y)).sum();
    let own: f64 = points.iter().map(|(a, _)| (a - x).powi(2)).sum();
    let least = each.iter().map(|(claims, _)| claims).min().unwrap();
    let most = each.iter().map(|(claims, _)| claims).max().unwrap();
    format!("{:.2} ({least}-{most})", both / own)
}

fn told(took: Duration) -> String {
    if took.as_secs() > 0 {
        format!("{:.2} s", took.as_secs_f64())
    } else {
        format!("{:.2} ms", took.as_secs_f64() * 1e3)
    }
}

fn row(what: &str, measured: &str, goal: &str) {
    println!("{what:<52} {measured:>12}   {goal}");
}

/// The most memory that the process held at once; Linux tells it.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "not told".to_owned(), |held| held.trim().to_owned())
}

#[cfg(feature = "oracle")]
fn beside_highs(ledger: &Ledger, asked: &Asked) {
    use picture::fit::{fit, oracle};
    for problem in picture::fit::problems(ledger, asked) {
        let own = timed(|| fit(&problem));
        let lines = oracle::lines(&problem);
        let highs = timed(|| lines.iter().map(|line| line.least(oracle::Numbers::Any)).collect::<Vec<_>>());
        row("its best reading by HiGHS, the whole program", &told(highs), "");
        row("the fit, with the reading without each source", &told(own), "");
        row(
            "HiGHS takes so many times as long",
            &format!("{:.1}", highs.as_secs_f64() / own.as_secs_f64()),
            "",
        );
    }
}

#[cfg(not(feature = "oracle"))]
fn beside_highs(_: &Ledger, _: &Asked) {
    println!("HiGHS on the whole program is measured with --features oracle (needs cmake and libclang)");
}
