//! Little ledgers and the figures that follow from them.

use picture::{Viewer, picture};

use crate::book::{Book, asked, check};

#[test]
fn movements_after_a_count_come_on_top_and_the_bounds_leave_each_source_out() {
    check(
        "KEN people/police deployed | 382 | as 2024-09-26 | pub 2024-09-26
         KEN people/police deploy | 217 | on 2025-01-18 | pub 2025-01-18
         KEN people/police lose | 1 | on 2025-02-23 | pub 2025-02-23",
        "2025-02-28",
        "KEN people deployed: 216 598 599 [1 2 3]
         KEN people lost: 1 1 1 [3]",
    );
}

#[test]
fn a_line_of_nothing_says_so() {
    let book = Book::read("KEN people/police deployed | 0 | as 2024-09-26 | pub 2024-09-26");
    assert_eq!(picture(&book.ledger(), &asked("2024-09-30", "2024-09-30")).gist(), ["Kenya: 0 deployed."]);
}

#[test]
fn a_count_at_the_end_of_a_day_holds_the_flight_of_that_day() {
    // Far more than all that was told to have come: not all was told.
    check(
        "KEN people deploy | 144 | on 2025-02-06 | pub 2025-02-06
         KEN people deployed | 744 | as 2025-02-06 | pub 2025-02-06
         KEN people deploy | 100 | on 2025-02-17 | pub 2025-02-17",
        "2025-02-17",
        "KEN people deployed: 244 844 844 [1 2 3]",
    );
}

#[test]
fn a_flight_in_dispute_is_one_flight() {
    check(
        "KEN people/police deploy | 200 | on 2024-06-25 | pub 2024-06-25
         KEN people/police deploy | 400 | on 2024-06-25 | pub 2024-06-25
         KEN people/police deploy | 200 | on 2024-07-16 | pub 2024-07-16",
        "2024-07-20",
        "KEN people deployed: 200 400 600 [1 2 3]
         dispute: 200 [1] / 400 [2]
         event: KEN deploy 200 [1 2]: counted
         event: KEN deploy 200 [3]: counted",
    );
}

#[test]
fn a_later_count_tells_which_number_of_a_flight_is_right() {
    // Within what is told of the flight the count is met.
    check(
        "KEN people deploy | 200 | on 2024-06-25 | pub 2024-06-25
         KEN people deploy | 400 | on 2024-06-25 | pub 2024-06-25
         KEN people deployed | 390 | as 2024-08-01 | pub 2024-08-01",
        "2024-07-20",
        "KEN people deployed: 200 390 400 [1 2]
         dispute: 390 [] / 200 [1] / 400 [2]",
    );
}

#[test]
fn a_departure_and_the_arrival_of_the_next_day_are_one_journey() {
    check(
        "KEN people deploy | 200 | on 2024-07-15 | pub 2024-07-15 | from Nairobi
         KEN people deploy | 200 | on 2024-07-16 | pub 2024-07-16",
        "2024-07-20",
        "KEN people deployed: 200 200 200 [1 2]
         event: KEN deploy 200 [1 2]: counted",
    );
}

#[test]
fn clashing_numbers_on_different_days_are_two_movements() {
    check(
        "KEN people rotate | 100 | on 2025-12-09 | pub 2025-12-09
         KEN people rotate | 230 | on 2025-12-10 | pub 2025-12-10",
        "2025-12-31",
        "KEN people home: 100 330 330 [1 2]",
    );
}

#[test]
fn ordinals_tell_movements_apart_and_together() {
    check(
        "KEN people deploy | 75 | on 2025-01-03 | 1st | pub 2025-01-04
         KEN people deploy | 75 | on 2025-01-04 | 2nd | pub 2025-01-04
         KEN people deploy | 76 | on 2025-01-05 | 2nd | pub 2025-01-05
         KEN people deploy | about 75 | on 2025-01-07 | 2nd | pub 2025-01-07",
        "2025-01-31",
        "event: KEN deploy 75 [1]: counted
         event: KEN deploy 75 [2 3 4]: counted",
    );
}

#[test]
fn people_decide_what_is_one_event() {
    let reports = "KEN people deploy | 100 | on 2025-01-03 | pub 2025-01-03
                   KEN people deploy | 110 | on 2025-01-09 | pub 2025-01-09";
    check(reports, "2025-01-31", "KEN people deployed: 100 210 210 [1 2]");
    check(&format!("{reports}\n! same 1 2"), "2025-01-31", "KEN people deployed: 100 100 110 [1 2]");
    let one_day = "KEN people deploy | 100 | on 2025-01-03 | pub 2025-01-03
                   KEN people deploy | 100 | on 2025-01-03 | pub 2025-01-09";
    check(one_day, "2025-01-31", "KEN people deployed: 100 100 100 [1 2]");
    check(&format!("{one_day}\n! not-same 2 1"), "2025-01-31", "KEN people deployed: 100 200 200 [1 2]");
}

#[test]
fn a_report_without_a_day_is_not_added_to_what_it_may_repeat() {
    check(
        "KEN people deploy | 200 | on 2024-06-25 | pub 2024-06-25
         KEN people deploy | 200 | on 2024-07-16 | pub 2024-07-16
         KEN people deploy | about 400 | on 2024-06/2024-07 | pub 2024-07-18
         KEN people deploy | about 200 | on 2024-07 | pub 2024-07-18
         KEN people deploy | some | pub 2024-07-18",
        "2024-07-20",
        "KEN people deployed: 200 400 400 [1 2]
         event: KEN deploy 200 [1]: counted
         event: KEN deploy 200 [2]: counted
         event: KEN deploy 400 [3]: same as [1 2]? 400 may be the sum of the 2 movements from 2024-06-25 to 2024-07-16
         event: KEN deploy 200 [4]: same as [2]? 200 may be the movement of 2024-07-16
         event: KEN deploy ? [5]: same as [1 2]? it gives no number and may be among these",
    );
    check(
        "KEN people deployed | 400 | as 2024-10-11 | pub 2024-10-11
         KEN people deploy | 90 | pub 2024-11-09",
        "2024-11-20",
        "KEN people deployed: 400 400 490 [1 2]
         event: KEN deploy 90 [2]: possible",
    );
    check(
        "KEN people deploy | about 400 | pub 2024-11-09
         KEN people deploy | about 400 | on 2024-06/2024-07 | pub 2024-11-09",
        "2024-11-20",
        "KEN people deployed: 360 400 440 [1 2]",
    );
}

#[test]
fn among_counts_of_one_day_the_better_graded_then_the_more_often_told_is_taken() {
    check(
        "KEN people deployed | 380 | as 2024-09-26 | pub 2024-09-26 | B2
         KEN people deployed | 500 | as 2024-09-26 | pub 2024-09-27",
        "2024-09-30",
        "KEN people deployed: 380 380 500 [1 2]
         dispute: 380 [1] / 500 [2]",
    );
    check(
        "KEN people deployed | 380 | as 2024-09-26 | pub 2024-09-26
         KEN people deployed | about 380 | as 2024-09-26 | pub 2024-09-26
         KEN people deployed | 500 | as 2024-09-26 | pub 2024-09-27",
        "2024-09-30",
        "KEN people deployed: 380 380 390 [1 2 3]
         dispute: 380 [1 2] / 500 [3]",
    );
}

#[test]
fn a_source_that_repeats_itself_counts_once() {
    check(
        "KEN people deployed | 500 | as 2024-09-25 | pub 2024-09-25 | by one
         KEN people deployed | 500 | as 2024-09-25 | pub 2024-09-26 | by one
         KEN people deployed | 500 | as 2024-09-25 | pub 2024-09-27 | by one
         KEN people deployed | 380 | as 2024-09-25 | pub 2024-09-26 | by two
         KEN people deployed | about 380 | as 2024-09-25 | pub 2024-09-26 | by three",
        "2024-09-30",
        "KEN people deployed: 380 380 390 [1 2 3 4 5]
         dispute: 380 [4 5] / 500 [1 2 3]",
    );
}

#[test]
fn hedges_that_agree_narrow_the_bounds() {
    check(
        "KEN people deployed | nearly 400 | as 2024-10-11 | pub 2024-10-11
         KEN people deployed | about 387 | as 2024-10-11 | pub 2024-10-11
         KEN people deployed | over 380 | as 2024-10-11 | pub 2024-10-11",
        "2024-10-11",
        "KEN people deployed: 381 387 397 [1 2 3]",
    );
}

#[test]
fn a_floor_confirms_a_count_and_sets_nothing() {
    check(
        "KEN people deployed | 810 | as 2025-03-01 | pub 2025-03-01
         KEN people deployed | over 800 | as 2025-05-13 | pub 2025-05-13",
        "2025-06-01",
        "KEN people deployed: 801 810 810 [1 2]",
    );
}

#[test]
fn a_doubtful_count_does_not_overrule_and_stays_in_view() {
    check(
        "KEN people deployed | 740 | as 2025-03-01 | pub 2025-03-01
         KEN people deployed | nearly 1,000 | as 2025-06-01 | pub 2025-06-01 | C4",
        "2025-06-30",
        "KEN people deployed: 740 740 999 [1 2]
         dispute: 740 [] / nearly 1,000 [2]",
    );
}

#[test]
fn what_counts_and_flights_differ_by_is_listed_with_both_sides() {
    check(
        "KEN people deploy | 400 | on 2024-06-25 | pub 2024-06-25
         KEN people deploy | 217 | on 2025-01-18 | pub 2025-01-18
         KEN people deploy | 144 | on 2025-02-06 | pub 2025-02-06
         KEN people deployed | 744 | as 2025-02-06 | pub 2025-02-06",
        "2025-02-07",
        "KEN people deployed: 544 761 761 [1 2 3 4]
         dispute: 761 [] / 744 [4]",
    );
    // One count alone does not overrule the flights; two that agree do.
    check(
        "KEN people deploy | 400 | on 2024-06-25 | pub 2024-06-25
         KEN people deploy | 217 | on 2025-01-18 | pub 2025-01-18
         KEN people deploy | 144 | on 2025-02-06 | pub 2025-02-06
         KEN people deployed | 744 | as 2025-02-06 | pub 2025-02-06
         KEN people deployed | 744 | as 2025-02-08 | pub 2025-02-08",
        "2025-02-08",
        "KEN people deployed: 744 744 761 [1 2 3 4 5]
         unexplained: KEN 761 reckoned, 744 taken: 17 unexplained by 2025-02-06; [1 2 3] / [4 5]",
    );
}

#[test]
fn the_whole_mission_is_held_against_its_parties() {
    check(
        "KEN people deployed | 382 | as 2024-09-26 | pub 2024-09-26
         JAM people deployed | 24 | as 2024-09-26 | pub 2024-09-26
         mission people deployed | 410 | as 2024-09-30 | pub 2024-09-30
         BHS people deploy | 6 | on 2024-10-18 | pub 2024-10-18",
        "2024-11-01",
        "KEN people deployed: 382 386 410 [1 3]
         mission people deployed: 410 410 410 [3]",
    );
}

#[test]
fn those_who_are_ready_are_no_longer_in_training_and_those_deployed_no_longer_ready() {
    check(
        "KEN people training | 600 | as 2024-10-11 | pub 2024-10-11
         KEN people ready | 600 | as 2024-11-08 | pub 2024-11-08
         KEN people deploy | 217 | on 2025-01-18 | pub 2025-01-18
         KEN people promised | 1,000 | as 2024-01-01 | pub 2024-01-01 | pledged",
        "2025-01-31",
        "KEN people promised in all: 1000 1000 1000 [4]
         KEN people promised: 400 400 400 [1 2 3 4]
         KEN people training: 0 0 600 [1 2]
         KEN people ready: 383 383 600 [2 3]
         KEN people deployed: 217 217 217 [3]",
    );
    // 300 in training and 200 ready, told on one day, are different people.
    check(
        "KEN people training | 300 | as 2024-10-11 | pub 2024-10-11
         KEN people ready | 200 | as 2024-10-11 | pub 2024-10-11",
        "2024-10-11",
        "KEN people training: 300 300 300 [1]
         KEN people ready: 200 200 200 [2]",
    );
    // Nobody said that they were ready: they come out of training.
    check(
        "KEN people training | 300 | as 2024-10-11 | pub 2024-10-11
         KEN people deploy | 200 | on 2024-11-11 | pub 2024-11-11",
        "2024-11-11",
        "KEN people training: 100 100 300 [1 2]",
    );
}

#[test]
fn a_movement_without_a_number_opens_the_bounds_of_what_stands_and_changes_no_number() {
    check(
        "KEN people deployed | 400 | as 2024-10-11 | pub 2024-10-11
         KEN people deploy | some | on 2024-12-11 | pub 2024-12-11
         KEN people training | 600 | as 2024-10-11 | pub 2024-10-11
         KEN people enter training | some | on 2024-11-08 | pub 2024-11-08",
        "2024-10-30",
        "KEN people deployed: 400 400 400 [1]
         KEN people training: 600 600 600 [3]",
    );
    check(
        "KEN people deployed | 400 | as 2024-10-11 | pub 2024-10-11
         KEN people deploy | some | on 2024-12-11 | pub 2024-12-11
         KEN people training | 600 | as 2024-10-11 | pub 2024-10-11
         KEN people enter training | some | on 2024-11-08 | pub 2024-11-08",
        "2024-12-11",
        "KEN people deployed: 400 400 ? [1 2]
         KEN people training: 600 600 ? [3 4]
         event: KEN deploy ? [2]: counted
         event: KEN enter training ? [4]: counted",
    );
}

#[test]
fn what_is_owed_is_never_below_nothing() {
    check(
        "SLV people promised | 78 | as 2024-08-01 | pub 2024-08-01 | pledged
         SLV people deployed | 83 | as 2025-02-04 | pub 2025-02-04",
        "2025-02-28",
        "SLV people promised: 0 0 78 [1 2]",
    );
    check(
        "unstated people promised | at least 1,900 | pub 2024-11-08 | pledged",
        "2024-11-08",
        "unstated people promised in all: 1900 1900 ? [1]
         note: no source says whose this is; it is not added to any party [1]",
    );
}

#[test]
fn services_that_one_sentence_splits_are_added_and_others_are_not() {
    // By hand there is no sentence, so two services of one day are one flight in dispute, not a sum.
    check(
        "JAM people/troops deploy | 20 | on 2024-09-12 | pub 2024-09-12
         JAM people/police deploy | 24 | on 2024-09-12 | pub 2024-09-12",
        "2024-09-30",
        "JAM people deployed: 20 20 24 [1 2]",
    );
}

#[test]
fn money_is_told_by_currency_and_never_added_across() {
    check(
        "CAN money/CAD pledge | 5700000 | on 2024-06-26 | pub 2024-06-26 | pledged
         CAN money/USD pledge | 5700000 | on 2024-06-26 | pub 2024-06-27 | pledged
         USA money/USD pledge | 100 | on 2023-09-25 | pub 2023-09-25 | pledged
         USA money/USD commit | 60 | on 2024-04-12 | pub 2024-04-12
         USA money/USD pay | 15 | on 2024-05-12 | pub 2024-05-12",
        "2024-07-01",
        "CAN money/CAD promised in all: 5700000 5700000 5700000 [1]
         CAN money/USD promised in all: 5700000 5700000 5700000 [2]
         USA money/USD promised in all: 100 100 100 [3]
         USA money/USD promised: 40 40 85 [3 4 5]
         USA money/USD committed: 45 45 60 [4 5]
         USA money/USD paid: 15 15 15 [5]
         note: pledge, 5,700,000: the same number is told in money/USD; it may be one sum, and stands in both [1 2]
         note: pledge, 5,700,000: the same number is told in money/CAD; it may be one sum, and stands in both [1 2]",
    );
}

#[test]
fn equipment_goes_through_its_own_stages() {
    check(
        "USA equipment/MRAPs ship | 24 | on 2024-08-23 | pub 2024-08-23
         USA equipment/MRAPs deliver | 10 | on 2024-08-30 | pub 2024-08-30
         USA equipment/MRAPs break down | 3 | on 2024-09-30 | pub 2024-09-30",
        "2024-10-01",
        "USA equipment/MRAPs shipped: 14 14 24 [1 2]
         USA equipment/MRAPs in service: 7 7 10 [2 3]
         USA equipment/MRAPs out of service: 3 3 3 [3]",
    );
}

#[test]
fn plans_proposals_and_denials_move_nothing_and_are_listed() {
    let book = Book::read(
        "KEN people deploy | 600 | on 2024-11 | pub 2024-10-11 | planned
         KEN people deployed | 1,000 | pub 2024-10-11 | proposed
         KEN people lose | 1 | on 2024-10-01 | pub 2024-10-11 | denied
         JAM people deployed | 24 | as 2024-10-11 | pub 2024-10-11",
    );
    let picture = picture(&book.ledger(), &asked("2024-12-31", "2030-01-01"));
    let lines = |noted: &[picture::Noted]| noted.iter().map(|it| book.line(it.claim)).collect::<Vec<_>>();
    assert_eq!(lines(&picture.plans), [2, 1]);
    assert_eq!(picture.plans.iter().map(|plan| plan.lapsed).collect::<Vec<_>>(), [false, true]);
    assert_eq!(lines(&picture.denials), [3]);
    assert_eq!(picture.rows().iter().filter(|row| row.party == "KEN").count(), 0);
    let lines: Vec<_> = picture.lines.iter().map(picture::Line::name).collect();
    assert_eq!(lines, ["Jamaica", "Kenya", "All together"]);
}

#[test]
fn each_viewer_has_its_own_picture() {
    let book = Book::read(
        "KEN people deployed | 400 | as 2024-10-11 | pub 2024-10-11
         KEN people deployed | 382 | as 2024-10-12 | pub 2024-10-12 | A1 | party:KEN
         KEN people deployed | 390 | as 2024-10-13 | pub 2024-10-13 | A1 | mission",
    );
    let best = |viewer| {
        let asked = picture::Asked { viewer, ..asked("2024-10-31", "2030-01-01") };
        picture(&book.ledger(), &asked).rows()[0].best
    };
    assert_eq!(best(Viewer::Public), Some(400));
    assert_eq!(best(Viewer::Liaison("KEN".parse().unwrap())), Some(382));
    assert_eq!(best(Viewer::Liaison("JAM".parse().unwrap())), Some(400));
    assert_eq!(best(Viewer::Staff), Some(390));
}

#[test]
fn claims_ruled_out_or_of_later_days_are_told_as_left_out() {
    let book = Book::read(
        "KEN people deployed | 400 | as 2024-10-11 | pub 2024-10-11
         KEN people deployed | 900 | as 2024-10-12 | pub 2024-10-12
         KEN people deployed | 500 | as 2024-10-12 | pub 2024-10-12
         KEN people deployed | 700 | as 2025-01-12 | pub 2025-01-12
         ! reject 2
         ! replace 3 1",
    );
    let picture = picture(&book.ledger(), &asked("2024-10-31", "2030-01-01"));
    assert_eq!(picture.rows()[0].best, Some(400));
    let left_out = [&picture.left_out.rejected, &picture.left_out.replaced, &picture.left_out.later];
    let lines = left_out.map(|claims| claims.iter().map(|id| book.line(*id)).collect::<Vec<_>>());
    assert_eq!(lines, [vec![2], vec![3], vec![4]]);
}

#[test]
fn a_number_of_nobody_named_stays_open_until_a_person_decides() {
    let said = "KEN people deployed | 735 | as 2025-12-01 | pub 2025-12-01
         GTM people deployed | 150 | as 2025-12-01 | pub 2025-12-01
         SLV people deployed | 78 | as 2025-12-01 | pub 2025-12-01
         JAM people deployed | 3 | as 2025-12-01 | pub 2025-12-01
         unstated people deployed | 900 | as 2025-12-08 | pub 2025-12-08";
    let open = |lines: &str| {
        let book = Book::read(lines);
        let picture = picture(&book.ledger(), &asked("2025-12-31", "2030-01-01"));
        let scopes: Vec<String> = picture
            .scopes
            .iter()
            .map(|scope| {
                let of = scope.readings.iter().filter(|reading| reading.remains);
                let of: Vec<_> = of
                    .map(|reading| format!("{} {:?}", reading.whose, reading.figure.unwrap_or(0)))
                    .collect();
                format!("{}: {}", scope.said.words, of.join(", "))
            })
            .collect();
        let kenya = picture.rows().into_iter().find(|row| row.party == "KEN" && row.stage == "deployed");
        (scopes, kenya.and_then(|row| row.best))
    };
    // It moves nobody's figure, and says what each would be: of one contributor with a few it cannot be.
    assert_eq!(open(said), (vec!["900: mission 900, KEN 900".to_owned()], Some(735)));
    // A claim that says whose it is takes its place.
    let decided = format!(
        "{said}
         KEN people deployed | 900 | as 2025-12-08 | pub 2025-12-08
         ! replace 5 6"
    );
    assert_eq!(open(&decided), (vec![], Some(900)));
}

/// Nothing is converted without a rate. With one, the converted rows stand beside the others, each with its rate, and a
/// sum of all currencies with every rate that it took.
#[test]
fn money_is_converted_by_a_dated_rate_alone() {
    let book = Book::read(
        "CAN money/CAD pledge | 1000 | on 2024-06-26 | pub 2024-06-26 | pledged
         USA money/USD pledge | 100 | on 2023-09-25 | pub 2023-09-25 | pledged
         mission money/CAD paid | 10 | as 2024-06-26 | pub 2024-06-26",
    );
    let converted = |rates: &[&str]| -> Vec<String> {
        let rates = rates.iter().map(|rate| rate.parse().unwrap()).collect();
        let asked = picture::Asked { rates, ..asked("2024-07-01", "2030-01-01") };
        let rows = picture(&book.ledger(), &asked).converted();
        rows.iter()
            .filter(|row| row.stage != "promised")
            .map(|row| {
                let rates: Vec<_> = row.converted.iter().map(ToString::to_string).collect();
                let best = row.best.unwrap();
                format!("{} {} {}: {best} by {}", row.party, row.resource, row.stage, rates.join(" "))
            })
            .collect()
    };
    assert_eq!(converted(&[]), Vec::<String>::new());
    let (june, late) = ("CAD=0.73USD@2024-06-26", "CAD=0.5USD@2025-06-26");
    assert_eq!(
        converted(&[late, june]),
        [
            format!("CAN money/USD promised in all: 730 by {june}"),
            format!("mission money/USD paid: 7 by {june}"),
            format!("sum money/USD promised in all: 730 by {june}"),
            format!("all currencies money/USD promised in all: 830 by {june}"),
        ]
    );
}
