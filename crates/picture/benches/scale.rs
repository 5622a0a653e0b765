//! Scale: the whole invented record, one mission on one day, a published table, and how cost grows; printed as a table
//! with its goals and beside two peers.
//!
//! `cargo bench -p picture --bench scale` takes eight short missions with few contributors; with a number, so many
//! missions of the whole record (140 are a million claims); with `all`, its 70: some twenty seconds on two cores. The floor is one SQL
//! query for the latest counts. With `--features oracle`, `HiGHS` solves one mission's whole program beside the fit.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![allow(clippy::disallowed_methods, reason = "it asks the system how much memory it took")]
#![allow(clippy::cast_precision_loss, reason = "ratios and exponents are told in a few digits")]

mod latest;
mod published;
mod record;

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use jiff::ToSpan as _;
use latest::Rows;
use ledger::Ledger;
use model::MissionCode;
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
    let missions: Vec<Mission> =
        ledgers.iter().enumerate().map(|(i, it)| (record::mission(i), it.0, &it.1)).collect();
    let before = processor();
    let (whole, each) = every_history(&missions);
    let spent = processor().zip(before).map(|(after, before)| after.saturating_sub(before));
    let per_claim = whole.as_secs_f64() / claims as f64;
    row("whole history of these missions", &told(whole), "10 s for 500,000 claims");
    row("what the processor spent on it, all threads", &spent.map_or("not told".to_owned(), told), "");
    row("the same a claim", &format!("{:.1} µs", per_claim * 1e6), "20 µs");
    row("peak memory", &peak(), "2 GB");
    let slowest = each.iter().max_by_key(|(_, took)| *took).unwrap();
    row(&format!("the slowest mission, {} claims", slowest.0), &told(slowest.1), "");
    row("cost grows as claims to the power of", &exponent(&each), "1");
    let middle = ledgers.iter().enumerate().min_by_key(|(_, (claims, _))| claims.abs_diff(2_000)).unwrap();
    let (i, (claims, ledger)) = middle;
    let asked = asked(record::mission(i));
    let one = timed(|| picture(ledger, &asked));
    row(&format!("one mission on one day, {claims} claims"), &told(one), "50 ms");
    beside_sql(&ledgers, &asked, whole, one);
    beside_highs(ledger, &asked);
    of_the_published_table();
}

/// A mission, how many claims it has, and where.
type Mission<'a> = (MissionCode, usize, &'a Ledger);

/// The same day's latest counts by SQL, which weighs nothing.
fn beside_sql(ledgers: &[(usize, Ledger)], asked: &Asked, whole: Duration, one: Duration) {
    let mut rows = Rows::of(ledgers.iter().map(|(_, ledger)| ledger));
    let mut latest = |of: Option<&MissionCode>| {
        // The first answer waits for the query to be made ready.
        rows.latest(asked.as_of, of);
        timed(|| assert!(rows.latest(asked.as_of, of) > 0, "each has counts"))
    };
    let (all, own) = (latest(None), latest(Some(&asked.mission)));
    row("the latest counts of all missions by SQL", &told(all), "");
    row("whole histories take so many times as long", &ratio(whole, all), "");
    row("the latest counts of that one mission by SQL", &told(own), "");
    row("its picture takes so many times as long", &ratio(one, own), "");
}

/// Who gave how many to which UN mission, month by month, as published.
fn of_the_published_table() {
    let Some(table) = published::published(|what| timed(what)) else { return };
    let published::Published { rows, claims, missions, ledger, took } = table;
    row(&format!("a published table of {rows} rows read as {claims} claims"), &told(took[0]), "");
    row("the same entered", &told(took[1]), "");
    let of = |mission: &MissionCode| ledger.claims_of(mission).count();
    let missions: Vec<Mission> = missions.into_iter().map(|it| (it.clone(), of(&it), &ledger)).collect();
    let (whole, each) = every_history(&missions);
    row(&format!("whole history of its {} missions", missions.len()), &told(whole), "");
    row("the same a claim", &format!("{:.1} µs", whole.as_secs_f64() / claims as f64 * 1e6), "20 µs");
    let slowest = each.iter().max_by_key(|(_, took)| *took).unwrap();
    row(&format!("its slowest mission, {} claims", slowest.0), &told(slowest.1), "");
}

fn asked(mission: MissionCode) -> Asked {
    let day = record::end(WHOLE).checked_add(60.days()).unwrap();
    Asked { mission, as_of: day, known_on: day, viewer: Viewer::Public, rates: Vec::new() }
}

fn timed<T>(of: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let _ = std::hint::black_box(of());
    start.elapsed()
}

/// Every mission's histories, and how long each took by its claims. Missions know nothing of each other.
fn every_history(missions: &[Mission]) -> (Duration, Vec<(usize, Duration)>) {
    let next = AtomicUsize::new(0);
    let mut each = Vec::new();
    let whole = timed(|| {
        thread::scope(|scope| {
            let work = || {
                let mut own = Vec::new();
                while let Some((mission, claims, ledger)) = missions.get(next.fetch_add(1, Ordering::Relaxed))
                {
                    let asked = asked(mission.clone());
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

fn ratio(one: Duration, other: Duration) -> String {
    format!("{:.1}", one.as_secs_f64() / other.as_secs_f64())
}

fn row(what: &str, measured: &str, goal: &str) {
    println!("{what:<52} {measured:>12}   {goal}");
}

/// What the processor spent on the process so far, in hundredths of a second; Linux tells it.
fn processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/self/stat").ok()?;
    let (_, after_name) = told.rsplit_once(')')?;
    let user: u64 = after_name.split_whitespace().nth(11)?.parse().ok()?;
    Some(Duration::from_millis(user * 10))
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
        row("HiGHS takes so many times as long", &ratio(highs, own), "");
    }
}

#[cfg(not(feature = "oracle"))]
fn beside_highs(_: &Ledger, _: &Asked) {
    println!("HiGHS on the whole program is measured with --features oracle (needs cmake and libclang)");
}
