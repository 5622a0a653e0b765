//! `muster claims`: lists, filters, one claim opened, what is behind a figure.

use crate::{
    samples::{BY_HAND, TABLE},
    test_desk::TestDesk,
};

fn desk() -> TestDesk {
    let desk = TestDesk::new();
    desk.file("table.csv", TABLE);
    desk.run(&["import", "table.csv"]);
    desk
}

/// How many claims these filters leave.
#[track_caller]
fn check(filters: &[&str], want: usize) {
    let typed: Vec<_> = ["claims", "--format", "jsonl"].iter().chain(filters).copied().collect();
    assert_eq!(desk().ok(&typed).out.lines().count(), want, "{filters:?}");
}

#[test]
fn each_filter_narrows_the_list() {
    check(&[], 5);
    check(&["--party", "KEN"], 4);
    check(&["--party", "UN"], 1);
    check(&["--stage", "deployed"], 3);
    check(&["--stage", "promised"], 1);
    check(&["--type", "mandate"], 1);
    check(&["--type", "movement", "--party", "KEN"], 2);
    check(&["--known-on", "2024-06-25"], 4);
    check(&["--known-on", "2023-08-01"], 1);
    check(&["--mission", "MSS"], 5);
    check(&["--mission", "UNIFIL"], 0);
    check(&["--rule", "table/arrival"], 2);
    check(&["--document", "mss claims table: 2024-06-25"], 2);
    check(&["--standing", "undecided"], 5);
    check(&["--standing", "rejected"], 0);
    check(&["--entered-by", "2025-11-02"], 0);
    check(&["--entered-by", "2025-11-03"], 5);
    check(&["--viewer", "public"], 5);
}

#[test]
fn a_list_shows_each_claim_beside_its_words() {
    insta::assert_snapshot!("claims", desk().ok(&["claims"]).out);
}

#[test]
fn a_complete_list_makes_another_ledger_that_says_the_same() {
    let (desk, other) = (desk(), TestDesk::new());
    let out = desk.ok(&["claims", "--rule", "table/arrival", "--format", "csv"]).out;
    let id = &out.lines().nth(1).unwrap()[..8];
    desk.ok(&["decide", "reject", id, "--by", "A. Clerk", "--why", "The outlet took it back"]);
    let all = desk.ok(&["claims", "--format", "jsonl", "--complete"]).out;
    let ran = other.run_with_input(&["enter", "-"], all.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.talk);
    let picture = ["picture", "--as-of", "2024-11-08", "--format", "json"];
    assert_eq!(other.ok(&picture).out, desk.ok(&picture).out);
    assert_eq!(desk.run(&["claims", "--complete"]).code, 2, "a table is not complete");
}

#[test]
fn csv_has_one_claim_a_row_under_stable_names() {
    let out = desk().ok(&["claims", "--format", "csv", "--party", "UN"]).out;
    let (names, row) = out.trim_end().split_once('\n').unwrap();
    assert!(names.starts_with("id,mission,type,whose,resource,what,quantity,low,high,when,"), "{names}");
    assert!(row.contains(",MSS,mandate,,,authorise,"), "{row}");
}

#[test]
fn a_claim_opens_its_words_and_its_source() {
    let desk = desk();
    let out = desk.ok(&["claims", "--stage", "promised", "--format", "csv"]).out;
    let id = &out.lines().nth(1).unwrap()[..8];
    insta::assert_snapshot!("claim", desk.ok(&["claims", id]).out);
    assert_eq!(desk.ok(&["claims", &id.to_uppercase()]).out, desk.ok(&["claims", id]).out);
}

#[test]
fn a_claim_that_a_viewer_may_not_see_does_not_open() {
    let desk = TestDesk::new();
    desk.file("claims.jsonl", BY_HAND.replace(r#""marking":"public""#, r#""marking":"party:KEN""#));
    desk.ok(&["enter", "claims.jsonl"]);
    let out = desk.ok(&["claims", "--format", "csv", "--viewer", "liaison:KEN"]).out;
    let id = &out.lines().nth(1).unwrap()[..8];
    desk.ok(&["claims", id, "--viewer", "liaison:KEN"]);
    for viewer in ["public", "liaison:JAM"] {
        assert_eq!(desk.run(&["claims", id, "--viewer", viewer]).code, 2, "{viewer}");
        assert_eq!(desk.ok(&["claims", "--viewer", viewer]).out, "", "{viewer}");
    }
}

/// The fault of an id that points at nothing.
#[track_caller]
fn check_id(id: &str, want: &str) {
    let ran = desk().run(&["claims", id]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.talk.contains(want), "{}", ran.talk);
}

#[test]
fn an_id_that_points_at_nothing_is_quoted() {
    check_id("0000000000", "no claim's id begins with `0000000000`");
    check_id("abc", "`abc` is not the beginning of a claim's id");
    check_id("Kenya", "`Kenya` is not the beginning of a claim's id");
}
