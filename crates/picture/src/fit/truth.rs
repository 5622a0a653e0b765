//! What is known to be true of the mission in Haiti, held against the fit of its claims table.

use exchange::claims_table::import;
use jiff::Timestamp;
use ledger::{Entry, Ledger, Recorded};
use model::{ResourceKind, Stage};

use super::{Contributor, FittedFigure, FittedPicture, Line, Outvoted, cases::day, fitted};
use crate::{Asked, Matter, Viewer};

/// The claims table, told in an order and as far as wanted.
fn told(entries: impl IntoIterator<Item = Entry>) -> Ledger {
    let mut recorded: Vec<Recorded> = Vec::new();
    for entry in entries {
        let head = recorded.last().map(Recorded::head);
        recorded.push(Recorded::after(head.as_ref(), Timestamp::UNIX_EPOCH, entry));
    }
    Ledger::replay(recorded, None)
}

fn entries() -> (Vec<Entry>, Vec<Entry>) {
    let import = import(include_str!("../../../../missions/mss/claims.csv"), &"MSS".parse().unwrap());
    let documents = import.documents.into_iter().map(Entry::Document).collect();
    (documents, import.claims.into_iter().map(Entry::Claim).collect())
}

fn asked(as_of: &str, known_on: &str) -> Asked {
    Asked {
        mission: "MSS".parse().unwrap(),
        as_of: day(as_of),
        known_on: day(known_on),
        viewer: Viewer::Public,
    }
}

fn mss(as_of: &str, known_on: &str) -> FittedPicture {
    let (documents, claims) = entries();
    fitted(&told(documents.into_iter().chain(claims)), &asked(as_of, known_on))
}

/// People in the field.
fn deployed<'f>(fitted: &'f FittedPicture, whose: &str) -> &'f FittedFigure {
    let contributor =
        if whose == "sum" { Contributor::Sum } else { Contributor::Party(whose.parse().unwrap()) };
    let of_people =
        fitted.figures.iter().filter(|figure| figure.resource.kind() == Some(ResourceKind::People));
    let line = Line::In(Stage::Deployed);
    of_people.into_iter().find(|figure| figure.contributor == contributor && figure.line == line).unwrap()
}

/// `low-best-high`, as known on a day.
#[track_caller]
fn check(known_on: &str, as_of: &str, whose: &str, want: &str) {
    let fitted = mss(as_of, known_on);
    let FittedFigure { low, best, high, .. } = deployed(&fitted, whose);
    let number = |n: Option<u64>| n.map_or("open".to_owned(), |n| n.to_string());
    let got = format!("{low}-{}-{}", number(*best), number(*high));
    assert_eq!(got, want, "{whose} on {as_of}, as known on {known_on}");
}

fn outvoted<'f>(fitted: &'f FittedPicture, whose: &str, about: Matter, words: &str) -> Vec<&'f Outvoted> {
    let of = fitted.outvoted.iter().filter(|claim| claim.whose.to_string() == whose);
    of.filter(|claim| claim.about == about && claim.stated.words == words).collect()
}

#[test]
fn figures_of_the_mission_in_haiti() {
    // Two outlets on one flight: 200 and 400. The second flight of 200 and what stood after it tell which.
    check("2025-10-02", "2024-07-20", "KEN", "400-400-600");
    // The flights say 400. 382 of Kenya and 410 of the whole mission agree with each other, and overrule them; without
    // either of the two, the flights stand.
    check("2024-11-30", "2024-11-30", "KEN", "384-384-400");
    // What is known of 2025 agrees with them: no single source is needed any more.
    check("2025-10-02", "2024-11-30", "KEN", "384-385-390");
    // 385 and flights of 217 and 144. 744 is an outlet's own sum of 144 and a rounded 600, and weighs half.
    check("2025-10-02", "2025-02-07", "KEN", "744-746-751");
    // All parties: no count of the whole mission says so, and the parties' own claims do.
    check("2025-10-02", "2025-02-07", "sum", "922-1005-1010");
    check("2025-10-02", "2025-10-02", "sum", "934-994-996");
    // 735 by one outlet against 700 by another, and 970 and 989 for the whole mission.
    check("2025-10-02", "2025-10-02", "KEN", "730-735-750");
    // Flights of 75, and of 75 or 77: a president's 150 in all decides.
    check("2025-10-02", "2025-10-02", "GTM", "75-150-152");
    // A flight of 8, and one of 70 or 60: two counts of 78 decide.
    check("2025-10-02", "2025-10-02", "SLV", "78-78-78");
    // 735, then 230 came and 230 went. That another 100 went the day before is not supposed: one outlet's number for
    // the same rotation. Without the one that told of the arrival, 505; were it the 100 that went, 865.
    check("2025-12-31", "2025-12-31", "KEN", "505-735-855");
}

#[test]
fn what_the_flights_alone_say_and_what_is_outvoted() {
    let fitted = mss("2025-02-07", "2025-10-02");
    let kenya = deployed(&fitted, "KEN");
    assert_eq!(kenya.by_movements, Some(761));
    assert!(kenya.low_hangs_on.is_some() && kenya.high_hangs_on.is_some());
    let strength = Matter::Strength(Stage::Deployed);
    for words in ["about 800", "over 800"] {
        let claims = outvoted(&fitted, "KEN", strength, words);
        assert!(!claims.is_empty(), "{words} is not outvoted");
        for claim in claims {
            assert!(!claim.by.is_empty() || claim.untold_if_right > 0, "{claim:?}");
            assert!(!claim.within_rounding && claim.cost > 0, "{claim:?}");
        }
    }
    let flights = Matter::Event(model::Step::Deploy);
    for (whose, words, reading) in [("KEN", "400", 200), ("KEN", "200", 144), ("GTM", "77", 75)] {
        let claims = outvoted(&fitted, whose, flights, words);
        assert_eq!(
            claims.iter().map(|claim| claim.reading).collect::<Vec<_>>(),
            [reading],
            "{whose} {words}"
        );
    }
}

/// 400 by the flights, 385 by the counts after them.
#[test]
fn what_no_claim_tells_of_has_claims_on_both_sides() {
    let fitted = mss("2024-11-30", "2025-10-02");
    let kenya = Contributor::Party("KEN".parse().unwrap());
    let mut left = fitted
        .unexplained
        .iter()
        .filter(|moved| moved.contributor == kenya && moved.line == Line::In(Stage::Deployed));
    let moved = left.next().unwrap();
    assert_eq!((moved.amount, moved.reckoned, moved.by), (-15, 400, day("2024-09-26")));
    assert!(!moved.before.is_empty() && !moved.stated.is_empty() && moved.before.is_disjoint(&moved.stated));
    assert_eq!(left.next(), None);
}

#[test]
fn some_is_no_number_and_money_is_not_weighed() {
    let fitted = mss("2025-02-07", "2025-10-02");
    let bangladesh = Contributor::Party("BGD".parse().unwrap());
    let promised: Vec<_> = (fitted.figures.iter())
        .filter(|figure| figure.contributor == bangladesh)
        .map(|figure| (figure.low, figure.best, figure.high))
        .collect();
    assert_eq!(promised, [(1, None, None); 2]);
    assert!(fitted.figures.iter().all(|figure| figure.resource.kind() != Some(ResourceKind::Money)));
    assert!(!fitted.not_weighed.is_empty());
    for figure in &fitted.figures {
        assert!(figure.best.is_none_or(|best| figure.low <= best), "{figure:?}");
        assert!(figure.high.is_none_or(|high| figure.best.is_none_or(|best| best <= high)), "{figure:?}");
        assert!(figure.claims.is_disjoint(&fitted.not_weighed), "{figure:?}");
    }
}

/// Guatemala's first flight is of 2025: before it, it has no figure, and the sum keeps its ceiling.
#[test]
fn of_whom_nobody_tells_as_yet_there_is_no_figure() {
    let fitted = mss("2024-11-30", "2025-10-02");
    let guatemala = Contributor::Party("GTM".parse().unwrap());
    let in_the_field = Line::In(Stage::Deployed);
    assert!(
        !fitted.figures.iter().any(|figure| figure.contributor == guatemala && figure.line == in_the_field)
    );
    assert!(deployed(&fitted, "sum").high.is_some());
}

#[test]
fn neither_the_order_of_entering_nor_what_is_not_known_yet_changes_anything() {
    let asked = asked("2024-11-30", "2024-11-30");
    let (documents, claims) = entries();
    let known = |entry: &Entry| !matches!(entry, Entry::Claim(claim) if claim.published.day > asked.known_on);
    let backwards = documents.iter().chain(claims.iter().rev()).filter(|entry| known(entry)).cloned();
    let backwards = fitted(&told(backwards), &asked);
    assert_eq!(fitted(&told(documents.into_iter().chain(claims)), &asked), backwards);
    assert!(!backwards.outvoted.is_empty() && !backwards.unexplained.is_empty());
}
