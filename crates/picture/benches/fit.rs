//! How the fit grows: one party with ever more claims, and parties tied by monthly totals of the mission.

use std::fmt::Write as _;

use divan::Bencher;
use jiff::{ToSpan as _, civil::Date};
use model::{ClaimId, Digest, Party, Quantity, ResourceKind, Stage, Step};
use picture::fit::{Count, Days, Event, Holder, Line, Of, Problem, Report, Source, fit};

fn main() {
    divan::main();
}

/// A source of numbers that is the same in every run (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

fn claim(n: u64) -> ClaimId {
    let mut name = String::new();
    let _ = write!(name, "{n}");
    ClaimId(Digest::of(name.as_bytes()))
}

fn report(n: u64, source: u64, quantity: u64) -> Report {
    let source = Source(u32::try_from(source).unwrap_or(0));
    Report::new(claim(n), source, "C3".parse().expect("a grade"), Quantity::Exactly(quantity))
}

fn start() -> Date {
    Date::constant(2000, 1, 1)
}

/// One party: an arrival or a departure in ten claims, the rest counts that err by a twentieth.
fn party(claims: u64, sources: u64) -> Problem {
    let mut dice = Dice(7);
    let holder = Holder::Party(Party::new("KEN").expect("a party"));
    let mut problem = Problem { kind: ResourceKind::People, events: vec![], counts: vec![], sums: vec![] };
    let mut strength = 0;
    for n in 0..claims {
        let day = start() + (i64::try_from(n).unwrap_or(0)).days();
        let source = dice.roll(sources);
        if n % 10 == 0 {
            let amount = 50 + dice.roll(200);
            let step = if strength > 1_000 { Step::Repatriate } else { Step::Deploy };
            strength = if strength > 1_000 { strength - amount } else { strength + amount };
            let days = Days::on(day);
            problem.events.push(Event { holder, step, days, reports: vec![report(n, source, amount)] });
        } else {
            let said = strength - strength / 20 + dice.roll(strength / 10 + 1);
            let line = Line::In(Stage::Deployed);
            let report = report(n, source, said);
            problem.counts.push(Count { of: Of::One(holder), line, days: Days::on(day), report });
        }
    }
    problem
}

/// Parties that one source counts each month, and a total of the mission each month by another.
fn mission(parties: usize, months: u64, totals: bool) -> Problem {
    let mut dice = Dice(11);
    let mut problem = Problem { kind: ResourceKind::People, events: vec![], counts: vec![], sums: vec![] };
    let holders: Vec<Holder> = Party::states().take(parties).map(Holder::Party).collect();
    let mut strengths: Vec<u64> = holders.iter().map(|_| 20 + dice.roll(2_000)).collect();
    let mut n = 0;
    for month in 0..months {
        let days = Days::on(start() + (i64::try_from(month).unwrap_or(0) * 30).days());
        let line = Line::In(Stage::Deployed);
        for (holder, strength) in holders.iter().zip(&mut strengths) {
            if dice.roll(6) == 0 {
                *strength = *strength * (90 + dice.roll(21)) / 100;
            }
            n += 1;
            problem.counts.push(Count { of: Of::One(*holder), line, days, report: report(n, 0, *strength) });
        }
        if totals {
            let sum: u64 = strengths.iter().sum();
            n += 1;
            let said = sum - sum / 100 + dice.roll(sum / 50);
            problem.counts.push(Count { of: Of::Mission, line, days, report: report(n, 1 + month, said) });
        }
    }
    problem
}

/// Ten sources: leaving each out is ten more solutions.
#[divan::bench(args = [100, 1_000, 10_000], sample_count = 3, sample_size = 1)]
fn one_party_ten_sources(bencher: Bencher, claims: u64) {
    let problem = party(claims, 10);
    bencher.bench(|| fit(&problem));
}

/// As many sources as a tenth of the claims.
#[divan::bench(args = [100, 1_000, 10_000], sample_count = 3, sample_size = 1)]
fn one_party_many_sources(bencher: Bencher, claims: u64) {
    let problem = party(claims, claims / 10);
    bencher.bench(|| fit(&problem));
}

#[divan::bench(args = [(10, 12), (40, 70), (130, 420)], sample_count = 3, sample_size = 1)]
fn mission_without_totals(bencher: Bencher, (parties, months): (usize, u64)) {
    let problem = mission(parties, months, false);
    bencher.bench(|| fit(&problem));
}

#[divan::bench(args = [(5, 6), (10, 12), (20, 24), (40, 35)], sample_count = 3, sample_size = 1)]
fn mission_with_totals(bencher: Bencher, (parties, months): (usize, u64)) {
    let problem = mission(parties, months, true);
    bencher.bench(|| fit(&problem));
}
