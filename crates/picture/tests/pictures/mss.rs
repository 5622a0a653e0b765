//! The MSS claims table: what is known to be true of the mission in Haiti, held against its picture.
//!
//! Each number is argued for. None is written into the code: where the reading changes, these are looked at again.

use exchange::claims_table::import;
use ledger::{Entry, Ledger};
use model::{Stage, Step};
use picture::{Dispute, Figure, Line, Matter, Picture, picture};

use crate::book::{asked, ledger};

pub(crate) fn table() -> Ledger {
    let import = import(include_str!("../../../../missions/mss/claims.csv"), &"MSS".parse().unwrap());
    let documents = import.documents.into_iter().map(Entry::Document);
    ledger(documents.chain(import.claims.into_iter().map(Entry::Claim)))
}

/// The last day on which anything of the mission itself was published.
const AT_LAST: &str = "2025-10-02";

fn on(as_of: &str, known_on: &str) -> Picture {
    picture(&table(), &asked(as_of, known_on))
}

fn line<'p>(picture: &'p Picture, whose: &str, resource: &str) -> &'p Line {
    let is = |line: &&Line| line.whose.to_string() == whose && line.resource.to_string() == resource;
    picture.lines.iter().find(is).unwrap_or_else(|| panic!("no line {whose} {resource}"))
}

fn deployed<'p>(picture: &'p Picture, whose: &str) -> &'p Figure {
    &line(picture, whose, "people").stages[&Stage::Deployed]
}

/// Each wanted figure as it stands in a row: party, resource and stage; low, best and high.
#[track_caller]
fn check(picture: &Picture, want: &[(&str, &str)]) {
    let rows = picture.rows();
    let number = |n: Option<u64>| n.map_or("?".to_owned(), |n| n.to_string());
    for (name, figure) in want {
        let named = |row: &&picture::Row| format!("{} {} {}", row.party, row.resource, row.stage) == *name;
        let row = rows.iter().find(named);
        let got = row.map(|row| format!("{} {} {}", row.low, number(row.best), number(row.high)));
        assert_eq!(got.as_deref(), Some(*figure), "{name}");
    }
}

/// The table with every sentence ended otherwise: it says the same, and every claim has another address.
fn renamed(dots: usize) -> Ledger {
    let ended = format!("{},https://", ".".repeat(dots));
    let table = include_str!("../../../../missions/mss/claims.csv").replace(",https://", &ended);
    let import = import(&table, &"MSS".parse().unwrap());
    let documents = import.documents.into_iter().map(Entry::Document);
    ledger(documents.chain(import.claims.into_iter().map(Entry::Claim)))
}

/// How claims are addressed is nothing that they say: every figure is the same, and so is whom it hangs on.
#[test]
fn what_claims_are_called_does_not_matter() {
    for day in ["2024-07-20", "2024-11-08", "2025-02-28", "2025-10-01"] {
        let figures = |ledger: &Ledger| -> Vec<String> {
            let words = |line: Line| {
                let told = line.stages.into_iter().map(move |(stage, figure)| {
                    let hangs = [figure.low_hangs_on, figure.high_hangs_on, figure.rests_on];
                    let hangs = hangs.map(|it| it.and_then(|it| it.source));
                    let (low, best, high) = (figure.low, figure.best, figure.high);
                    format!("{} {} {stage} {low} {best:?} {high:?} {hangs:?}", line.whose, line.resource)
                });
                told.collect::<Vec<_>>()
            };
            picture(ledger, &asked(day, day)).lines.into_iter().flat_map(words).collect()
        };
        let own = figures(&table());
        for dots in 1..4 {
            assert_eq!(figures(&renamed(dots)), own, "{day}");
        }
    }
}

/// The disputes of a party on one matter, as `taken, not outvoted`.
fn disputes(picture: &Picture, whose: &str, about: Matter) -> Vec<String> {
    let words = |dispute: &Dispute| {
        let not: Vec<_> = dispute.outvoted.iter().map(|outvoted| outvoted.said.words.as_str()).collect();
        format!("{}: {}, not {}", dispute.day, dispute.taken.words, not.join(", "))
    };
    let of = |dispute: &&Dispute| dispute.whose.to_string() == whose && dispute.about == about;
    picture.disputes.iter().filter(of).map(words).collect()
}

/// Two outlets tell of 200 on the first flight and two of 400. 200 more came in July, and what was counted in September
/// and October leaves no room for 600. So 200, with 400 beside it; and as nothing else tells of the first three weeks,
/// without the 200 the bound is 600 in July.
#[test]
fn the_first_flight_is_200_against_400() {
    let picture = on("2024-07-20", AT_LAST);
    check(&picture, &[("KEN people deployed", "400 400 600")]);
    let flights = disputes(&picture, "KEN", Matter::Event(Step::Deploy));
    assert!(flights.contains(&"2024-06-25: 200, not 400".to_owned()), "{flights:?}");
    let first = picture.events.iter().find(|event| event.last_day == "2024-06-25".parse().unwrap()).unwrap();
    assert_eq!((first.low, first.best, first.high), (200, Some(200), Some(400)));
}

/// The flights say 400. The president counts 382 in September, and a whole-mission 410 four days later agrees with him.
/// As known then, either of the two left out leaves the flights standing, so the bound is 400. Later flights and counts
/// agree with the two, so that by now no single source is needed for them.
#[test]
fn kenya_in_november_2024_is_near_384() {
    check(&on("2024-11-30", "2024-11-30"), &[("KEN people deployed", "384 384 400")]);
    check(&on("2024-11-30", AT_LAST), &[("KEN people deployed", "384 385 390")]);
}

/// 400 by the flights, 385 by the counts after them: what no claim tells of has claims on both sides.
#[test]
fn what_the_flights_say_more_than_the_counts_is_unexplained() {
    let picture = on("2024-11-30", AT_LAST);
    let kenya = |gap: &&picture::Unexplained| gap.whose.to_string() == "KEN" && gap.stage == Stage::Deployed;
    let left: Vec<_> = picture.unexplained.iter().filter(kenya).collect();
    let [gap] = left[..] else { panic!("{left:?}") };
    assert_eq!((gap.amount, gap.reckoned, gap.by), (-15, 400, "2024-09-26".parse().unwrap()));
    assert!(!gap.before.is_empty() && !gap.stated.is_empty() && gap.before.is_disjoint(&gap.stated));
    assert_eq!(deployed(&picture, "KEN").by_movements, Some(400));
}

/// 385 and flights of 217 and 144 are 746. The flights alone, each by its own reports, say 761. An outlet's own sum of 744
/// (144 and a rounded 600) weighs half. 800 and "over 800" are counts of later days that flights and counts before and
/// after them outvote. Without one of its sources the figure hangs on another, and it says on which.
#[test]
fn kenya_after_the_fourth_flight_is_near_745() {
    let picture = on("2025-02-07", AT_LAST);
    check(&picture, &[("KEN people deployed", "744 746 751")]);
    let kenya = deployed(&picture, "KEN");
    assert_eq!(kenya.by_movements, Some(761));
    for on in [&kenya.low_hangs_on, &kenya.high_hangs_on] {
        let on = on.as_ref().unwrap();
        assert!(on.source.is_some() && !on.claims.is_empty(), "{on:?}");
    }
    assert!(kenya.how().contains("761 by the movements alone"), "{}", kenya.how());
    let counts = disputes(&on("2025-06-01", AT_LAST), "KEN", Matter::Strength(Stage::Deployed));
    for words in ["2025-03-10: 745, not about 800", "2025-05-13: 744, not over 800"] {
        assert!(counts.iter().any(|count| count == words), "{words} in {counts:?}");
    }
    let later = on("2025-06-01", AT_LAST);
    let outvoted =
        later.disputes.iter().filter(|it| it.whose.to_string() == "KEN").flat_map(|it| &it.outvoted);
    for outvoted in outvoted.filter(|it| ["about 800", "over 800"].contains(&it.said.words.as_str())) {
        assert!(outvoted.cost > 0 && !outvoted.by.is_empty(), "{outvoted:?}");
    }
    let flights = disputes(&picture, "KEN", Matter::Event(Step::Deploy));
    assert!(flights.contains(&"2025-02-06: 144, not 200".to_owned()), "{flights:?}");
}

/// No claim says so of the whole mission: 800 and 970 are stated. The parties' own claims do.
#[test]
fn the_whole_mission_is_about_a_thousand() {
    check(
        &on("2025-02-07", AT_LAST),
        &[("sum people deployed", "930 1005 1010"), ("mission people deployed", "800 800 800")],
    );
    check(
        &on("2025-10-02", AT_LAST),
        &[("sum people deployed", "934 994 996"), ("mission people deployed", "970 970 989")],
    );
}

/// 735 by one outlet against 700 by another, 970 and 989 for the whole mission, and 745 less three dead before.
#[test]
fn kenya_in_october_2025_is_near_735() {
    check(
        &on("2025-10-01", AT_LAST),
        &[("KEN people deployed", "730 735 750"), ("KEN people lost", "2 3 3")],
    );
}

/// 735, then 230 came on the 8th of December, and on the 10th two outlets tell of 230 who came home. A third says at their
/// arrival that some 100 are relieved: another number for the same rotation. Were it another 100, 635 would be left, and
/// the dispute says so. Without the one outlet that tells of the arrival, 505.
#[test]
fn kenya_in_december_2025_turns_over_230_and_stays_at_735() {
    let picture = on("2025-12-31", "2025-12-31");
    let figure = deployed(&picture, "KEN");
    assert_eq!((figure.low, figure.best), (505, Some(735)));
    let open = picture.disputes.iter().find(|dispute| {
        dispute.whose.to_string() == "KEN" && dispute.about == Matter::HowManyEvents(Step::Rotate)
    });
    let open = open.unwrap();
    assert_eq!(open.taken.words, "one movement of 230, 2025-12-10");
    let instead = &open.outvoted[0];
    assert_eq!(instead.said.words, "two movements: 100, 2025-12-09; 230, 2025-12-10");
    assert_eq!(instead.figure_if_right, Some(635));
}

/// 75 on the third of January; on the fourth 75 by one outlet and 77 by another. The president's 150 in all decides.
/// That both days tell of one flight would leave 75 of the 150 untold.
#[test]
fn guatemalas_second_flight_is_75_against_77() {
    let picture = on("2025-10-02", AT_LAST);
    check(&picture, &[("GTM people deployed", "75 150 152")]);
    assert_eq!(disputes(&picture, "GTM", Matter::Event(Step::Deploy)), ["2025-01-04: 75, not 77"]);
    assert_eq!(disputes(&picture, "GTM", Matter::HowManyEvents(Step::Deploy)).len(), 1);
    let second = picture.events.iter().find(|it| it.whose.to_string() == "GTM" && it.high == Some(77));
    assert_eq!(second.and_then(|second| second.best), Some(75));
}

/// A flight of 8, and one of 70 or of 60: two counts of 78 decide, and 78 were promised.
#[test]
fn el_salvador_has_78() {
    let picture = on("2025-10-02", AT_LAST);
    check(&picture, &[("SLV people deployed", "78 78 78"), ("SLV people promised", "0 0 0")]);
    assert_eq!(disputes(&picture, "SLV", Matter::Event(Step::Deploy)), ["2025-02-04: 70, not 60"]);
}

/// What is promised to the fund and what is paid into it are told side by side and never added; what its givers
/// promised and paid by every way is not the fund's.
#[test]
fn the_trust_funds_pledged_and_paid_figures_are_kept_apart() {
    let picture = on("2025-01-15", AT_LAST);
    check(
        &picture,
        &[
            ("mission money/USD promised in all", "85000000 110300000 110300000"),
            ("mission money/USD paid", "85000000 85000000 85300000"),
        ],
    );
    let fund = line(&picture, "mission", "money/USD");
    assert!(!fund.stages.contains_key(&Stage::Promised), "what the fund is owed is not reckoned");
}

/// Canada announces 5.7 million of its own dollars; a reprint makes US dollars of them. Both stand, each in its currency,
/// each with a note that names the other, and no figure holds both.
#[test]
fn canadian_and_us_dollars_are_never_mixed() {
    let picture = on("2024-07-20", AT_LAST);
    check(
        &picture,
        &[
            ("CAN money/CAD promised in all", "5700000 86200000 86200000"),
            ("CAN money/USD promised in all", "5700000 5700000 5700000"),
        ],
    );
    for currency in ["money/CAD", "money/USD"] {
        let notes = &line(&picture, "CAN", currency).notes;
        assert!(notes.iter().any(|note| note.words.contains("the same number is told in")), "{notes:?}");
    }
    let claims = |currency| {
        let of = picture.lines.iter().filter(move |line| line.resource.to_string() == currency);
        of.flat_map(Line::figures).flat_map(|(_, figure)| figure.claims.clone()).collect()
    };
    let (cad, usd): (std::collections::BTreeSet<_>, std::collections::BTreeSet<_>) =
        (claims("money/CAD"), claims("money/USD"));
    assert!(!cad.is_empty() && cad.is_disjoint(&usd));
}

/// Guatemala's first flight is of 2025: before it, it has no figure, and the sum keeps its ceiling.
#[test]
fn of_whom_nobody_tells_as_yet_there_is_no_figure() {
    let picture = on("2024-11-30", AT_LAST);
    assert!(!line(&picture, "GTM", "people").stages.contains_key(&Stage::Deployed));
    assert!(deployed(&picture, "sum").high.is_some());
}

/// "Some" is no number: it opens a sum upwards and adds nothing to it.
#[test]
fn some_is_no_number() {
    check(
        &on("2025-02-07", AT_LAST),
        &[("BGD people promised in all", "1 ? ?"), ("BGD people promised", "1 ? ?")],
    );
}

#[test]
fn the_frame_stands_beside_the_figures() {
    let picture = on("2025-10-01", AT_LAST);
    let in_force = picture.frame.ceilings.iter().find(|ceiling| ceiling.authorised).unwrap();
    assert_eq!(in_force.quantity.to_string(), "5,550");
    let end = on("2024-11-08", AT_LAST).frame.mandate_end.unwrap();
    assert_eq!((end.earliest, end.latest), ("2025-10-02".parse().unwrap(), "2025-10-02".parse().unwrap()));
    check(&picture, &[("USA equipment/MRAPs in service", "10 34 34")]);
}

#[test]
fn the_picture_is_told_in_a_few_sentences() {
    let gist = |as_of: &str| on(as_of, AT_LAST).gist();
    assert_eq!(
        gist("2024-06-01"),
        [
            "2,900 or more people promised; nobody is said to have deployed.",
            "Most is owed by Benin (1,500) and Kenya (1,000)."
        ]
    );
    assert_eq!(
        gist("2024-11-30"),
        [
            "about 416 (410-421) people deployed of 3,178 or more promised: Kenya about 385 (384-390) of 1,000, Jamaica about 23 (22-24) of about 250 (200-250), Bahamas 6 of 150, and 1 more.",
            "Most is owed by Benin (1,500) and Jamaica (227)."
        ]
    );
}

/// "980 total" after the arrival of 230: of Kenyans (735 and 230 are 965) or of all nations (a thousand before). An outlet's
/// own number weighs half; neither reading costs clearly more than the other, so both remain, and it moves nothing.
#[test]
fn the_980_of_december_2025_stay_open_between_kenya_and_the_whole_mission() {
    let picture = on("2025-12-09", "2025-12-31");
    let open: Vec<_> = picture.scopes.iter().filter(|scope| scope.said.words == "980").collect();
    let [open] = open[..] else { panic!("{:?}", picture.scopes) };
    let remain: Vec<_> = open.remaining().into_iter().map(ToString::to_string).collect();
    assert_eq!(remain, ["KEN", "mission"], "{open:?}");
    assert_eq!(open.readings[0].costs_more, 0);
    assert!(open.readings[1].costs_more > 0);
    check(&picture, &[("unstated people deployed", "980 980 980")]);
}
