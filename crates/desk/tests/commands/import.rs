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

#[test]
fn a_table_of_un_contributions_is_taken_for_all_its_missions_or_for_one() {
    let header = "Date,Contributor,Contributor_ISO-3,Mission,Individual_Police_Total,Formed_Police_Units_Total,\
                  Experts_on_Mission_Total,Troops_Total";
    let rows =
        "2021-05-31,Ghana,GHA,UNXX,7,140,,500\n2021-05-31,Fiji,FJI,UNYY,9,,,\n2021-05-31,Peru,PER,UNYY,,,,";
    let desk = TestDesk::new();
    desk.file("un.csv", format!("{header}\n{rows}\n"));
    let ran = desk.run(&["import", "un.csv", "--format", "un-contributions"]);
    assert_eq!(ran.code, 1, "{}", ran.talk);
    assert!(ran.out.contains("line 4 (UNYY, Peru, 2021-05-31)"), "{}", ran.out);
    let picture = desk.ok(&["picture", "--mission", "UNXX", "--as-of", "2021-06-01"]).out;
    assert!(picture.contains("647"), "police and troops of one row add up: {picture}");
    let one = TestDesk::new();
    one.file("un.csv", format!("{header}\n{rows}\n"));
    one.run(&["import", "un.csv", "--format", "un-contributions", "--mission", "UNYY"]);
    let claims = one.ok(&["claims", "--mission", "UNYY"]).out;
    assert!(claims.contains("FJI") && !claims.contains("GHA"), "{claims}");
}
