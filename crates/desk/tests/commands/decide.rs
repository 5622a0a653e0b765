//! `muster decide`: a ruling is an entry, and a later one undoes it.

use crate::{samples::TABLE, test_desk::TestDesk};

/// The ids of the two arrivals.
fn arrivals(desk: &TestDesk) -> [String; 2] {
    desk.file("table.csv", TABLE);
    desk.run(&["import", "table.csv"]);
    let out = desk.ok(&["claims", "--rule", "table/arrival", "--format", "csv"]).out;
    let ids: Vec<_> = out.lines().skip(1).map(|row| row[..8].to_owned()).collect();
    ids.try_into().unwrap()
}

#[track_caller]
fn check(desk: &TestDesk, ruling: &[&str], standing: &str) {
    let typed: Vec<_> = ["decide"]
        .iter()
        .chain(ruling)
        .chain(&["--by", "A. Clerk", "--why", "The source says so"])
        .copied()
        .collect();
    desk.ok(&typed);
    let page = desk.ok(&["claims", ruling[1]]).out;
    assert!(page.contains(standing), "{ruling:?}: {page}");
    assert!(page.contains("by A. Clerk, 2025-11-03: The source says so"), "{page}");
}

#[test]
fn the_last_ruling_counts_and_all_of_them_are_shown() {
    let desk = TestDesk::new();
    let [one, other] = arrivals(&desk);
    check(&desk, &["reject", &one], "rejected: it does not count");
    let mut desk = desk;
    desk.at("2025-11-03T12:01:00Z");
    check(&desk, &["accept", &one], "accepted: it counts");
    desk.at("2025-11-03T12:02:00Z");
    check(&desk, &["replace", &one, &other], &format!("replaced by {other}"));
    check(&desk, &["same-as", &one, &other], &format!("of one event with {other}"));
    check(&desk, &["not-same", &one, &other], &format!("of another event than {other}"));
    let page = desk.ok(&["claims", &other]).out;
    assert!(page.contains(&format!("put in the place of {one}")), "{page}");
    desk.ok(&["verify"]);
}

#[test]
fn of_two_claims_replaced_by_each_other_the_last_put_in_place_counts() {
    let mut desk = TestDesk::new();
    let [one, other] = arrivals(&desk);
    check(&desk, &["replace", &one, &other], &format!("replaced by {other}"));
    desk.at("2025-11-03T12:01:00Z");
    check(&desk, &["replace", &other, &one], &format!("replaced by {one}"));
    assert!(desk.ok(&["claims", &one]).out.contains("accepted: it counts"));
}

#[test]
fn the_last_ruling_counts_though_the_clock_stands_still_or_is_set_back() {
    let mut desk = TestDesk::new();
    let [one, other] = arrivals(&desk);
    for now in ["2025-11-03T12:00:00Z", "2025-11-03T12:00:00Z", "2025-11-03T10:00:00Z"] {
        desk.at(now);
        check(&desk, &["reject", &one], "rejected: it does not count");
        check(&desk, &["accept", &one], "accepted: it counts");
        check(&desk, &["replace", &one, &other], &format!("replaced by {other}"));
        check(&desk, &["replace", &other, &one], &format!("replaced by {one}"));
    }
    desk.ok(&["verify"]);
}

#[test]
fn a_claim_is_not_set_against_itself() {
    let desk = TestDesk::new();
    let [one, _] = arrivals(&desk);
    let ran = desk.run(&["decide", "same-as", &one, &one, "--by", "A. Clerk", "--why", "A slip"]);
    assert_eq!(ran.code, 1);
    assert!(ran.talk.contains("cannot be set against itself"), "{}", ran.talk);
}

#[test]
fn who_and_why_are_asked_for() {
    let desk = TestDesk::new();
    let [one, _] = arrivals(&desk);
    assert_eq!(desk.run(&["decide", "reject", &one, "--by", "A. Clerk"]).code, 2);
    assert_eq!(desk.run(&["decide", "reject", &one, "--by", " ", "--why", "No reason"]).code, 2);
}
