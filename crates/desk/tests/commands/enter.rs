//! `muster enter`: what is entered, what was seen before, what is refused.

use crate::{
    samples::{BY_HAND, REPORT, TABLE},
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
fn files_that_cannot_be_read_are_told_and_the_others_are_entered() {
    let desk = TestDesk::new();
    desk.file("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xd8\xfe\0\0");
    desk.file("table.csv", TABLE);
    desk.file("list.json", format!("[{}]", BY_HAND.lines().next().unwrap()));
    desk.file("report.txt", REPORT);
    desk.file("claims.jsonl", BY_HAND);
    let files = ["picture.png", "table.csv", "list.json", "nowhere.txt", "report.txt", "claims.jsonl"];
    let ran = desk.run(&[&["enter"][..], &files].concat());
    assert_eq!(ran.code, 3, "{}", ran.talk);
    for told in [
        "`picture.png` cannot be read",
        "`muster import table.csv` enters a claims table",
        "`list.json` cannot be read: it is JSON, but not one object a line",
        "`nowhere.txt` cannot be read",
    ] {
        assert!(ran.talk.contains(told), "{told}: {}", ran.talk);
    }
    let entered: Vec<_> = ran.out.lines().skip(1).filter_map(|row| row.split_whitespace().next()).collect();
    assert_eq!(entered, ["report", "claims"]);
}

#[test]
fn a_report_that_is_read_in_part_or_of_no_mission_says_so() {
    let desk = TestDesk::new();
    desk.file("latin.txt", b"The caf\xe9 stood open, and nobody spoke of any force.\n");
    let ran = desk.ok(&["enter", "latin.txt"]);
    assert!(ran.talk.contains("latin: byte 7 (0xe9) is not UTF-8"), "{}", ran.talk);
    assert!(ran.talk.contains("latin: the text names no mission"), "{}", ran.talk);
}

#[test]
fn a_report_entered_again_without_its_marking_keeps_it() {
    let desk = TestDesk::new();
    desk.file("report.txt", "Kenya sent 200 police officers to the MSS mission in Haiti on 25 June 2024.\n");
    desk.ok(&["enter", "report.txt", "--published", "2024-06-26", "--marking", "mission"]);
    let before = desk.ok(&["claims", "--format", "jsonl"]).out;
    let again = desk.ok(&["enter", "report.txt", "--published", "2024-06-26"]);
    assert!(again.talk.contains("the ledger keeps its own marking, `mission`"), "{}", again.talk);
    assert_eq!(desk.ok(&["claims", "--format", "jsonl"]).out, before);
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
