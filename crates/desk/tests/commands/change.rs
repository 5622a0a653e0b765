//! `muster change`: two days, two knowledge days, and what was entered between two moments.

use serde_json::Value;

use super::history::mss;

#[test]
fn between_two_days() {
    let out =
        mss().ok(&["change", "--from", "2024-11-08", "--to", "2025-02-07", "--known-on", "2025-10-02"]).out;
    insta::assert_snapshot!("change_between_days", out);
}

const KNOWN: [&str; 7] =
    ["change", "--to", "2024-11-08", "--known-from", "2024-11-09", "--known-on", "2025-02-10"];

#[test]
fn between_two_knowledge_days() {
    insta::assert_snapshot!("change_between_knowledge_days", mss().ok(&KNOWN).out);
}

#[test]
fn every_row_of_the_csv_names_an_entry_of_the_document() {
    let desk = mss();
    let out = desk.ok(&[&KNOWN[..], &["--format", "csv"]].concat()).out;
    let json: Value =
        serde_json::from_str(&desk.ok(&[&KNOWN[..], &["--format", "json"]].concat()).out).unwrap();
    let entries = json["entries"].as_array().unwrap();
    let mut rows = out.lines().skip(1).peekable();
    assert!(rows.peek().is_some());
    for row in rows {
        let claims = row.split(',').nth(10).unwrap();
        assert!(claims.split(' ').all(|id| entries.iter().any(|entry| entry["claim"] == id)), "{row}");
    }
}

#[test]
fn what_was_entered_since_is_what_changed() {
    let mut desk = mss();
    desk.at("2025-11-05T12:00:00Z");
    let out = desk.ok(&["change", "--entered-from", "2025-11-04"]).out;
    assert!(out.contains("No figure differs."), "{out}");
    let before = desk.ok(&["change", "--entered-from", "2025-11-01", "--format", "json"]).out;
    let document: Value = serde_json::from_str(&before).unwrap();
    let entries = document["entries"].as_array().unwrap();
    assert!(!entries.is_empty() && entries.iter().all(|entry| entry["why"] == "entered"));
}

#[test]
fn one_of_the_two_pictures_must_be_named() {
    let ran = mss().run(&["change", "--to", "2025-02-07"]);
    assert_eq!(ran.code, 2);
    assert!(ran.talk.contains("--known-from"), "{}", ran.talk);
}
