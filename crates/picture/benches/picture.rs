//! Time to a picture from claims in memory: a mission of many contributors, reported on through years.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]

use divan::{Bencher, black_box};
use jiff::{Timestamp, ToSpan, civil::date};
use ledger::{Entry, Ledger, Recorded};
use model::{
    Claim, CountFields, Grade, Marking, Modality, MovementFields, Name, Party, Published, Quantity, Resource,
    Scope, Service, Source, Span, Speaker, Stage, Statement, Step, Whose,
};
use picture::{Asked, Viewer, picture};

fn main() {
    divan::main();
}

/// Counts at the end of each month and flights between them, told by three sources that differ now and then.
fn claims(n: usize) -> Ledger {
    let parties: Vec<Party> = Party::states().take(130).collect();
    let mission = "MSS".parse().unwrap();
    let police = Resource::People(Service::Police);
    let first = date(2000, 1, 31);
    let mut head = None;
    let mut ledger = Ledger::default();
    for i in 0..n {
        let (told, source) = (i / 3, i % 3);
        let party = parties[told % parties.len()];
        let turn = told / parties.len();
        let month = i32::try_from(turn / 2).unwrap();
        let day = first.checked_add(month.months()).unwrap();
        let size = 100 + u64::try_from(turn * 7 % 300 + source / 2).unwrap();
        let scope = Scope { whose: Whose::Party(party), resource: police.clone(), units: [].into() };
        let quantity = Quantity::Exactly(size);
        let statement = if turn.is_multiple_of(2) {
            let as_of = Span::day(day);
            let fields = CountFields { scope, stage: Stage::Deployed, quantity, as_of, place: None };
            Statement::Count(fields.try_into().unwrap())
        } else {
            let during = Span::day(day.checked_add(10.days()).unwrap());
            let (step, from, to, ordinal) = (Step::Deploy, None, None, None);
            let fields = MovementFields { scope, step, quantity, during, from, to, ordinal };
            Statement::Movement(fields.try_into().unwrap())
        };
        let claim = Claim {
            mission: Some(std::clone::Clone::clone(&mission)),
            statement,
            modality: Modality::Fact,
            speaker: Speaker::Named(Name::new(&format!("source {source}")).unwrap()),
            source: Source::ByHand { by: Name::new("bench").unwrap() },
            grade: Grade::UNGRADED_PRESS,
            published: Published::given(day.checked_add(11.days()).unwrap()),
            marking: Marking::Public,
        };
        let recorded = Recorded::after(head.as_ref(), Timestamp::UNIX_EPOCH, Entry::Claim(claim));
        head = Some(recorded.head());
        ledger.add(recorded);
    }
    ledger
}

/// The last day of all claims: nothing is left out.
#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 10)]
fn picture_of_one_mission(bencher: Bencher, n: usize) {
    let ledger = claims(n);
    let day = date(2100, 1, 1);
    let asked = Asked {
        mission: "MSS".parse().unwrap(),
        as_of: day,
        known_on: day,
        viewer: Viewer::Public,
        rates: Vec::new(),
    };
    bencher.counter(n).bench_local(|| picture(black_box(&ledger), black_box(&asked)));
}
