//! The kept picture: the first answer, the same again, and after one new claim; printed beside the goals.
//!
//! On the MSS claims table and on a small mission of the invented record; beside them the picture made afresh after the
//! same claim. With a word, `cargo bench -p picture --bench kept -- mss`, it takes the MSS alone; with a number, a mission of
//! about so many claims of the whole record.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]
#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

mod record;

use std::time::{Duration, Instant};

use exchange::claims_table::import;
use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, date},
};
use ledger::{Entry, Head, Ledger, Recorded};
use model::{Claim, Count, Document, MissionCode, Statement, Whose};
use picture::{Asked, Kept, Viewer, picture};
use record::{Size, WHOLE};

/// New claims entered one after the other; of each measure the middle is told.
const TURNS: usize = 5;
/// The claims of the small mission.
const SMALL: usize = 1_000;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    println!("{:<44} {:>12} {:>12} {:>12} {:>12}", "", "cold", "unchanged", "a new claim", "made afresh");
    println!("{:<44} {:>12} {:>12} {:>12} {:>12}", "goal", "50 ms", "2 ms", "20 ms", "");
    let mut args = std::env::args().skip(1).filter(|arg| !arg.starts_with('-'));
    match args.next().map(|arg| arg.parse()) {
        Some(Ok(claims)) => invented(WHOLE, claims),
        Some(Err(_)) => mss(),
        None => {
            mss();
            invented(Size { contributors: 16, months: 96, ..WHOLE }, SMALL);
        }
    }
}

fn mss() {
    let mission: MissionCode = "MSS".parse().unwrap();
    let import = import(include_str!("../../../missions/mss/claims.csv"), &mission);
    measure("as imported", import.documents, import.claims, &asked(mission, date(2025, 10, 2)));
}

fn invented(size: Size, wanted: usize) {
    let missions = (0..size.missions).map(|i| (i, record::claims_of(size, i)));
    let (i, claims) = missions.min_by_key(|(_, claims)| claims.len().abs_diff(wanted)).unwrap();
    let day = record::end(size).checked_add(60.days()).unwrap();
    measure("invented", Vec::new(), claims, &asked(record::mission(i), day));
}

fn asked(mission: MissionCode, day: Date) -> Asked {
    Asked { mission, as_of: day, known_on: day, viewer: Viewer::Public, rates: Vec::new() }
}

/// The last claims of single parties are held back and come one by one.
fn measure(name: &str, documents: Vec<Document>, mut claims: Vec<Claim>, asked: &Asked) {
    let all = claims.len();
    let mut fresh = Vec::new();
    for at in (0..claims.len()).rev() {
        let of_one = |count: &Count| matches!(count.scope.whose, Whose::Party(_));
        let counts = matches!(&claims[at].statement, Statement::Count(count) if of_one(count));
        if counts && claims[at].published.day <= asked.known_on && fresh.len() < TURNS {
            fresh.push(claims.remove(at));
        }
    }
    let mut head: Option<Head> = None;
    let mut record = |entry| {
        let recorded = Recorded::after(head.as_ref(), Timestamp::UNIX_EPOCH, entry);
        head = Some(recorded.head());
        recorded
    };
    let mut ledger = Ledger::default();
    for entry in documents.into_iter().map(Entry::Document).chain(claims.into_iter().map(Entry::Claim)) {
        ledger.add(record(entry));
    }
    let mut kept = Kept::new(ledger);
    let cold = timed(|| kept.picture(asked));
    let same = middle((0..TURNS).map(|_| timed(|| kept.picture(asked))).collect());
    let (mut claim, mut afresh) = (Vec::new(), Vec::new());
    for one in fresh {
        let entry = record(Entry::Claim(one));
        claim.push(timed(|| {
            kept.add(entry);
            kept.picture(asked)
        }));
        afresh.push(timed(|| picture(kept.ledger(), asked)));
    }
    let (claim, afresh) = (middle(claim), middle(afresh));
    let what = format!("{name}, {} of {all} claims", asked.mission);
    println!("{what:<44} {:>12} {:>12} {:>12} {:>12}", told(cold), told(same), told(claim), told(afresh));
}

fn timed<T>(of: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let _ = std::hint::black_box(of());
    start.elapsed()
}

fn middle(mut took: Vec<Duration>) -> Duration {
    took.sort();
    took.get(took.len() / 2).copied().unwrap_or_default()
}

fn told(took: Duration) -> String {
    format!("{:.3} ms", took.as_secs_f64() * 1e3)
}
