//! `muster enter`: what is entered, what was seen before, what is refused.

use crate::{
    samples::{BY_HAND, TABLE},
    test_desk::TestDesk,
};

#[test]
fn claims_as_json_lines_are_entered_once() {
    let desk = TestDesk::new();
    desk.file("claims.jsonl", BY_HAND);
    let first = desk.ok(&["enter", "claims.jsonl"]);
    let counts =
        |out: &str| out.lines().last().unwrap().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(counts(&first.out), ["claims", "0", "2", "0", "0"]);
    assert_eq!(counts(&desk.ok(&["enter", "claims.jsonl"]).out), ["claims", "0", "0", "2", "0"]);
}

#[test]
fn what_a_ledger_prints_another_takes() {
    let (desk, other) = (TestDesk::new(), TestDesk::new());
    desk.file("claims.jsonl", BY_HAND);
    desk.ok(&["enter", "claims.jsonl"]);
    let printed = desk.ok(&["claims", "--format", "jsonl"]).out;
    other.run_with_input(&["enter", "-"], printed.as_bytes());
    assert_eq!(other.ok(&["claims", "--format", "jsonl"]).out, printed);
}

#[test]
fn a_line_that_cannot_be_taken_is_quoted_and_the_others_are_taken() {
    let desk = TestDesk::new();
    desk.file("claims.jsonl", format!("{BY_HAND}{{\"statement\":\"too short\"}}\nno JSON\n"));
    let ran = desk.run(&["enter", "claims.jsonl"]);
    assert_eq!(ran.code, 1);
    assert!(ran.talk.contains("line 3: ") && ran.talk.contains("line 4: "), "{}", ran.talk);
    assert!(ran.talk.contains("2 entries were not taken"), "{}", ran.talk);
    assert_eq!(desk.ok(&["claims", "--format", "jsonl"]).out.lines().count(), 2);
}

#[test]
fn a_claim_that_quotes_a_document_that_is_not_there_is_refused() {
    let (desk, other) = (TestDesk::new(), TestDesk::new());
    desk.file("table.csv", TABLE);
    desk.run(&["import", "table.csv"]);
    let claims = desk.ok(&["claims", "--format", "jsonl"]).out;
    let ran = other.run_with_input(&["enter", "-"], claims.as_bytes());
    assert_eq!(ran.code, 1);
    assert!(ran.talk.contains("which is not in the ledger; enter the document first"), "{}", ran.talk);
    assert!(ran.talk.contains("claim “Kenya deploys 200 police"), "{}", ran.talk);
}
