//! `muster import`: rows taken, rows told.

use crate::{samples::TABLE, test_desk::TestDesk};

#[test]
fn rows_are_taken_and_the_others_are_told_with_the_reason() {
    let desk = TestDesk::new();
    desk.file("table.csv", TABLE);
    let ran = desk.run(&["import", "table.csv", "--mission", "MSS"]);
    assert_eq!(ran.code, 1, "one row was not taken: {}", ran.talk);
    insta::assert_snapshot!("import", ran.out);
    assert!(ran.talk.contains("1 row was not taken"), "{}", ran.talk);
    assert!(ran.talk.contains("hint: line 7: it stays as a document"), "{}", ran.talk);
    assert!(desk.default_ledger().exists(), "it is made with its folder on first entering");
}

#[test]
fn importing_again_changes_nothing_and_says_so() {
    let desk = TestDesk::new();
    desk.file("table.csv", TABLE);
    desk.run(&["import", "table.csv"]);
    let sealed = desk.ok(&["verify"]).out;
    let again = desk.run(&["import", "table.csv"]);
    let counts: Vec<_> = again.out.lines().last().unwrap().split_whitespace().collect();
    assert_eq!(counts, ["table", "0", "0", "11", "1"]);
    assert_eq!(desk.ok(&["verify"]).out, sealed);
}

#[test]
fn a_table_without_its_columns_is_refused_and_no_ledger_is_made() {
    let desk = TestDesk::new();
    desk.file("table.csv", "when,how many\n2024-06-25,200\n");
    let ran = desk.run(&["import", "table.csv"]);
    assert_eq!(ran.code, 3, "{}", ran.talk);
    assert!(ran.talk.contains("table.csv") && ran.talk.contains("date"), "{}", ran.talk);
    assert!(!desk.default_ledger().exists());
}
