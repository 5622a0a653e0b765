//! One event or two: what is made of reports on days that touch, in claims tables, and why.

use exchange::claims_table::import;
use jiff::Timestamp;
use ledger::{Entry, Ledger, Recorded};
use model::{ClaimId, Decision, Name, Ruling};

use super::{
    both::{Alternative, Because, Settled},
    cases::day,
    claims::{Posed, posed},
};
use crate::{Asked, Viewer, gather::gather};

const MSS: &str = include_str!("../../../../missions/mss/claims.csv");
const HEAD: &str = "date,date_precision,kind,party,low,high,unit,summary,source_url\n";

/// The claims of a table and what people ruled on them, one a minute.
pub(super) fn ledger(table: &str, rulings: &[(ClaimId, Ruling)]) -> Ledger {
    let import = import(table, &"MSS".parse().unwrap());
    let documents = import.documents.into_iter().map(Entry::Document);
    let decisions = rulings.iter().zip(1..).map(|((claim, ruling), minute)| {
        Entry::Decision(Decision {
            claim: *claim,
            ruling: *ruling,
            by: Name::new("analyst").unwrap(),
            why: Name::new("seen").unwrap(),
            made: Timestamp::from_second(60 * minute).unwrap(),
        })
    });
    let mut recorded: Vec<Recorded> = Vec::new();
    for entry in documents.chain(import.claims.into_iter().map(Entry::Claim)).chain(decisions) {
        let head = recorded.last().map(Recorded::head);
        recorded.push(Recorded::after(head.as_ref(), Timestamp::UNIX_EPOCH, entry));
    }
    Ledger::replay(recorded, None)
}

fn asked(on: &str) -> Asked {
    Asked {
        mission: "MSS".parse().unwrap(),
        as_of: day(on),
        known_on: day(on),
        viewer: Viewer::Public,
        rates: Vec::new(),
    }
}

/// What is made of a table as known on a day.
fn all<'a>(ledger: &'a Ledger, on: &str) -> Vec<Posed<'a>> {
    posed(&gather(ledger, &asked(on)), day(on), day(on))
}

fn words(events: &[Alternative]) -> String {
    let events: Vec<_> = events
        .iter()
        .map(|event| format!("{} on {} ({})", event.by_reports, event.day, event.claims.len()))
        .collect();
    events.join(" and ")
}

fn of(whose: &str, settled: &Settled) -> bool {
    settled.holder == super::cases::holder(whose)
}

/// The open choices of a party: what was taken (number, day, claims), and why.
#[track_caller]
fn check(table: &str, known_on: &str, whose: &str, want: &[(&str, Because)]) {
    let table = if table.starts_with("date,") { table.to_owned() } else { format!("{HEAD}{table}") };
    let ledger = ledger(&table, &[]);
    let all = all(&ledger, known_on);
    let settled: Vec<&Settled> =
        all.iter().flat_map(|posed| &posed.settled).filter(|settled| of(whose, settled)).collect();
    let got: Vec<_> = settled.iter().map(|it| (words(&it.taken), it.because)).collect();
    let want: Vec<_> = want.iter().map(|(words, because)| ((*words).to_owned(), *because)).collect();
    assert_eq!(got, want, "{whose} as known on {known_on}");
}

/// One outlet tells of 75 on the 3rd and of 77 on the 4th: it would contradict itself, were they one flight. Half a year
/// on, 150 are counted.
#[test]
fn guatemalas_two_flights() {
    let two = "75 on 2025-01-03 (1) and 75 on 2025-01-04 (2)";
    check(MSS, "2025-01-05", "GTM", &[(two, Because::Reports)]);
    check(MSS, "2025-12-31", "GTM", &[(two, Because::Counts)]);
}

/// Told to have left on the 15th, to have come on the 16th, and by an outlet on pay on the 17th: one flight of 200. Of
/// the 400 who were ready 200 had gone before; and 382 counted in September leave no room for another.
#[test]
fn kenyas_second_flight() {
    let one = "200 on 2024-07-16 (3)";
    check(MSS, "2024-07-20", "KEN", &[(one, Because::Counts)]);
    check(MSS, "2024-11-30", "KEN", &[(one, Because::Counts)]);
}

/// An outlet at the arrival of 230 says on the 9th that some 100 of the first contingent are relieved; on the 10th two
/// tell of 230 who came home. Nothing is counted after. Who disputes a number has not told of another movement: 230 came
/// and 230 went, and 735 stay. The other reading (330 gone, 635 left) is named.
#[test]
fn kenyas_rotation_of_december() {
    let known = "2025-12-31";
    let rotation = ("230 on 2025-12-10 (3)", Because::Fewer);
    let (flight, death) = ("200 on 2024-07-16 (3)", "1 on 2025-03-24 (2)");
    check(MSS, known, "KEN", &[(flight, Because::Counts), rotation, (death, Because::Counts)]);
    let ledger = ledger(MSS, &[]);
    let all = all(&ledger, known);
    let settled =
        all.iter().flat_map(|posed| &posed.settled).find(|it| words(&it.taken) == rotation.0).unwrap();
    assert_eq!(words(&settled.instead), "100 on 2025-12-09 (1) and 230 on 2025-12-10 (2)");
    let deployed = &settled.differs[&super::cases::line("deployed")];
    assert_eq!(super::bounds::on(deployed, day(known)), -100);
}

fn row(kind: &str, date: &str, n: u64, outlet: &str) -> String {
    format!("{date},day,{kind},Kenya,{n},{n},police,{outlet} tells.,https://{outlet}.example/1\n")
}

fn flights(told: &[(&str, u64, &str)]) -> String {
    told.iter().map(|(date, n, outlet)| row("arrival", date, *n, outlet)).collect()
}

#[test]
fn a_number_or_a_day_in_dispute_is_no_second_flight() {
    let alike = flights(&[("2024-06-03", 75, "a"), ("2024-06-04", 75, "b")]);
    check(&alike, "2024-12-31", "KEN", &[("75 on 2024-06-03 (2)", Because::Fewer)]);
    let unlike = flights(&[("2024-06-03", 100, "a"), ("2024-06-04", 140, "b"), ("2024-06-04", 140, "c")]);
    check(&unlike, "2024-12-31", "KEN", &[("140 on 2024-06-04 (3)", Because::Fewer)]);
}

#[test]
fn more_than_a_dispute_is_a_second_flight() {
    let advance_party = flights(&[("2024-06-03", 8, "a"), ("2024-06-04", 200, "b")]);
    let two = "8 on 2024-06-03 (1) and 200 on 2024-06-04 (1)";
    check(&advance_party, "2024-12-31", "KEN", &[(two, Because::Reports)]);
    let one_outlet = flights(&[("2024-06-03", 75, "a"), ("2024-06-04", 77, "a")]);
    let two = "75 on 2024-06-03 (1) and 77 on 2024-06-04 (1)";
    check(&one_outlet, "2024-12-31", "KEN", &[(two, Because::Reports)]);
    let three_each: String = ["a", "b", "c"]
        .iter()
        .zip(["d", "e", "f"])
        .map(|(one, other)| flights(&[("2024-06-03", 100, one), ("2024-06-04", 200, other)]))
        .collect();
    let two = "100 on 2024-06-03 (3) and 200 on 2024-06-04 (3)";
    check(&three_each, "2024-12-31", "KEN", &[(two, Because::Reports)]);
}

/// However small the flights beside those who are there already: the counts before and after them decide.
#[test]
fn counts_tell_two_flights_from_one() {
    let flights = flights(&[("2024-06-03", 75, "a"), ("2024-06-04", 75, "b")]);
    let counted = |before: u64, after: u64| {
        let count = |date: &str, n, outlet: &str| row("strength_country", date, n, outlet);
        let before = if before == 0 { String::new() } else { count("2024-05-01", before, "c") };
        format!("{before}{flights}{}{}", count("2024-07-01", after, "d"), count("2024-08-01", after, "e"))
    };
    let (one, two) = ("75 on 2024-06-03 (2)", "75 on 2024-06-03 (1) and 75 on 2024-06-04 (1)");
    check(&counted(0, 150), "2024-12-31", "KEN", &[(two, Because::Counts)]);
    check(&counted(0, 75), "2024-12-31", "KEN", &[(one, Because::Counts)]);
    check(&counted(801, 951), "2024-12-31", "KEN", &[(two, Because::Counts)]);
    check(&counted(801, 876), "2024-12-31", "KEN", &[(one, Because::Counts)]);
}

#[test]
fn what_stands_further_apart_or_is_numbered_is_never_open() {
    let apart = flights(&[("2024-06-03", 75, "a"), ("2024-06-05", 75, "b")]);
    check(&apart, "2024-12-31", "KEN", &[]);
    let numbered = flights(&[("2024-06-03", 75, "a"), ("2024-06-04", 75, "b")])
        .replace("a tells.", "Third contingent lands.")
        .replace("b tells.", "Fourth contingent lands.");
    check(&numbered, "2024-12-31", "KEN", &[]);
}

/// The ruling decides, and nothing is open any more.
#[test]
fn a_ruling_closes_the_choice() {
    let table = format!("{HEAD}{}", flights(&[("2024-06-03", 75, "a"), ("2024-06-04", 75, "b")]));
    let ids: Vec<ClaimId> = ledger(&table, &[]).claims().map(|held| held.id).collect();
    for (ruling, events) in [(Ruling::SameAs { other: ids[1] }, 1), (Ruling::NotSame { other: ids[1] }, 2)] {
        let ledger = ledger(&table, &[(ids[0], ruling)]);
        let all = all(&ledger, "2024-12-31");
        assert_eq!(all[0].happened.len(), events);
        assert!(all[0].settled.is_empty());
    }
}
