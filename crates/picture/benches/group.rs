//! How grouping grows: movement claims of many parties with counts between them, and the worst that one party can do.
//!
//! *Realistic*: 130 parties, each flight told by three outlets, one of which may miss its day, and a count a quarter.
//! *Dense*: one party that moves every day, each day told four times with numbers that overlap with the next day's, and a
//! count a month. *One day*: all claims tell of one day. What is measured goes from the ledger to every event with its
//! reports, each open choice fitted both ways.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]

use divan::{Bencher, black_box};
use jiff::{
    Timestamp, ToSpan,
    civil::{Date, date},
};
use ledger::{Entry, Ledger, Recorded};
use model::{
    Claim, CountFields, Grade, Marking, Modality, MovementFields, Name, Party, Published, Quantity, Resource,
    Scope, Service, Source, Span, Speaker, Stage, Statement, Step, Whose,
};
use picture::{Asked, Viewer, fit::grouped};

const CLAIMS: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];
const FIRST: Date = date(1990, 1, 1);
const LAST: Date = date(9000, 1, 1);

fn main() {
    divan::main();
}

/// A source of numbers that is the same in every run (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// What one claim tells: of whom, on which day, how many, by which outlet; a movement or a count.
struct Says {
    party: Party,
    day: Date,
    size: usize,
    outlet: usize,
    counts: bool,
}

fn ledger(says: impl Iterator<Item = Says>) -> Ledger {
    let mission: model::MissionCode = "MSS".parse().unwrap();
    let mut head = None;
    let mut ledger = Ledger::default();
    for Says { party, day, size, outlet, counts } in says {
        let resource = Resource::People(Service::Police);
        let scope = Scope { whose: Whose::Party(party), resource, units: [].into() };
        let quantity = Quantity::Exactly(u64::try_from(size).unwrap());
        let span = Span::day(day);
        let statement = if counts {
            let (stage, as_of, place) = (Stage::Deployed, span, None);
            Statement::Count(CountFields { scope, stage, quantity, as_of, place }.try_into().unwrap())
        } else {
            let (step, during, from, to, ordinal) = (Step::Deploy, span, None, None, None);
            let fields = MovementFields { scope, step, quantity, during, from, to, ordinal };
            Statement::Movement(fields.try_into().unwrap())
        };
        let claim = Claim {
            mission: Some(mission.clone()),
            statement,
            modality: Modality::Fact,
            speaker: Speaker::Named(Name::new(&format!("outlet {outlet}")).unwrap()),
            source: Source::ByHand { by: Name::new("bench").unwrap() },
            grade: Grade::UNGRADED_PRESS,
            published: Published::given(day.checked_add(3.days()).unwrap()),
            marking: Marking::Public,
        };
        let recorded = Recorded::after(head.as_ref(), Timestamp::UNIX_EPOCH, Entry::Claim(claim));
        head = Some(recorded.head());
        ledger.add(recorded);
    }
    ledger
}

fn later(days: usize) -> Date {
    FIRST.checked_add(i64::try_from(days).unwrap().days()).unwrap()
}

fn realistic(n: usize) -> Ledger {
    let parties: Vec<Party> = Party::states().take(130).collect();
    let mut strengths = vec![0; parties.len()];
    let mut dice = Dice(5);
    ledger((0..n).map(|i| {
        let (turn, told) = (i / 4, i % 4);
        let at = turn % parties.len();
        let day = turn / parties.len() * 91;
        let size = 100 + turn * 7 % 300;
        if told == 0 {
            strengths[at] += size;
        }
        let slip = usize::from(told == 2 && dice.roll(3) == 0);
        let off = if told == 1 && dice.roll(4) == 0 { dice.roll(40) } else { 0 };
        let counts = told == 3;
        let (day, size) = if counts { (day + 30, strengths[at]) } else { (day + slip, size + off) };
        Says { party: parties[at], day: later(day), size, outlet: told + 4 * dice.roll(10), counts }
    }))
}

fn dense(n: usize) -> Ledger {
    let party = Party::new("KEN").unwrap();
    let mut dice = Dice(3);
    let mut strength = 0;
    ledger((0..n).map(|i| {
        let (day, told) = (i / 4, i % 4);
        let size = 100 + dice.roll(3);
        if told == 0 {
            strength += size;
        }
        let counts = told == 3 && day.is_multiple_of(30);
        let size = if counts { strength } else { size };
        Says { party, day: later(day % 2_500_000), size, outlet: dice.roll(50), counts }
    }))
}

fn one_day(n: usize) -> Ledger {
    let party = Party::new("KEN").unwrap();
    let mut dice = Dice(9);
    ledger((0..n).map(|i| Says {
        party,
        day: FIRST,
        size: 100 + dice.roll(1_000),
        outlet: i % 500 + i,
        counts: false,
    }))
}

fn measure(bencher: Bencher, n: usize, ledger: &Ledger) {
    let viewer = Viewer::Public;
    let asked =
        Asked { mission: "MSS".parse().unwrap(), as_of: LAST, known_on: LAST, viewer, rates: Vec::new() };
    bencher.counter(n).bench_local(|| grouped(black_box(ledger), black_box(&asked)));
}

#[divan::bench(args = CLAIMS, sample_count = 3, sample_size = 1)]
fn realistic_claims(bencher: Bencher, n: usize) {
    measure(bencher, n, &realistic(n));
}

#[divan::bench(args = CLAIMS, sample_count = 3, sample_size = 1)]
fn dense_claims(bencher: Bencher, n: usize) {
    measure(bencher, n, &dense(n));
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 3, sample_size = 1)]
fn claims_of_one_day(bencher: Bencher, n: usize) {
    measure(bencher, n, &one_day(n));
}
