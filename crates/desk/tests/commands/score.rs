//! `muster score`: the reader held against annotations.

use std::fs;

use serde_json::Value;

use crate::{samples::REPORT, test_desk::TestDesk};

#[test]
fn the_reader_against_its_own_answer_is_right_throughout() {
    let desk = TestDesk::new();
    fs::create_dir(desk.path("docs")).unwrap();
    desk.file("docs/report.txt", REPORT);
    desk.ok(&["read", "docs/report.txt", "--format", "annotations", "--out", "gold"]);
    let table: Value = serde_json::from_str(&desk.ok(&["score", "docs", "gold", "--json"]).out).unwrap();
    let all = &table["all"];
    assert!(all["gold"].as_u64() > Some(0), "{table:#}");
    assert_eq!((&all["core"], &all["full"]), (&all["gold"], &all["gold"]));
    let out = desk.ok(&["score", "docs", "gold", "--misses"]).out;
    assert!(!out.contains("missed") && out.contains("ALL"), "{out}");
}

#[test]
fn what_is_missed_is_listed() {
    let desk = TestDesk::new();
    for folder in ["docs", "gold"] {
        fs::create_dir(desk.path(folder)).unwrap();
    }
    desk.file("docs/empty.txt", "Nothing is said here of any force.\n");
    desk.file(
        "gold/empty.json",
        r#"[{"kind":"strength","contributor":"KEN","count":{"low":400,"high":400,"hedge":"exact","unit":"police"},
            "modality":"fact","quote_start":"Nothing is said here of any force."}]"#,
    );
    let out = desk.ok(&["score", "docs", "gold", "--misses"]).out;
    assert!(out.contains("missed  empty strength   KEN 400"), "{out}");
}
