//! `muster fit`: the page on the demo's ledger, the rows, the document.

use std::{fs, path::Path};

use serde_json::Value;

use crate::{samples::TABLE, test_desk::TestDesk};

/// The claims table that the demo carries.
fn mss() -> TestDesk {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../missions/mss/claims.csv");
    let desk = TestDesk::new();
    desk.file("mss.csv", fs::read(table).unwrap());
    desk.run(&["import", "mss.csv"]);
    desk
}

const FOURTH_FLIGHT: [&str; 5] = ["fit", "--as-of", "2025-02-07", "--known-on", "2025-10-02"];

#[test]
fn the_page_tells_what_the_reading_rests_on() {
    insta::assert_snapshot!("fit", mss().ok(&FOURTH_FLIGHT).out);
}

#[test]
fn what_is_outvoted_of_later_days_is_shown_when_asked_for() {
    let desk = mss();
    let later = "Kenya, deployed, 2025-05-13: over 800 against 74";
    assert!(!desk.ok(&FOURTH_FLIGHT).out.contains(later));
    let all = desk.ok(&[&FOURTH_FLIGHT[..], &["--all"]].concat()).out;
    assert!(all.contains(later), "{all}");
}

#[test]
fn the_demos_ledger_can_be_fitted() {
    let desk = TestDesk::new();
    desk.ok(&["demo", "--keep", "kept"]);
    let ledger = ["--ledger", "kept/demo.muster", "--mission", "MSS"];
    let page = desk.ok(&[&FOURTH_FLIGHT[..], &ledger].concat()).out;
    for part in
        ["People", "What the movements alone say", "Outvoted", "What no claim accounts for", "hangs on"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
}

fn desk() -> TestDesk {
    let desk = TestDesk::new();
    desk.file("table.csv", TABLE);
    desk.run(&["import", "table.csv"]);
    desk
}

const DAY: [&str; 3] = ["fit", "--as-of", "2024-11-08"];

/// A flight of 200 or 400, and then 382: nothing contradicts 382. Without the count, nothing tells 200 from 400, and the
/// lower claims less.
#[test]
fn every_row_of_the_csv_names_its_claims() {
    let out = desk().ok(&[&DAY[..], &["--format", "csv"]].concat()).out;
    let mut rows = out.lines();
    let head = "mission,party,resource,stage,low,best,high,claims,as_of,known_on,by_movements,low_hangs_on,\
                high_hangs_on,rests_on";
    assert_eq!(rows.next(), Some(head));
    let mut deployed = rows.filter(|row| row.starts_with("MSS,KEN,people,deployed,"));
    let cells: Vec<_> = deployed.next().unwrap().split(',').collect();
    assert_eq!(cells[4..7], ["200", "382", "382"]);
    assert!(cells[7].split(' ').all(|id| id.len() == 64), "{}", cells[7]);
    assert_eq!(cells[8..10], ["2024-11-08", "2025-11-03"]);
}

#[test]
fn the_json_document_holds_all_of_it() {
    let out = desk().ok(&[&DAY[..], &["--format", "json"]].concat()).out;
    let document: Value = serde_json::from_str(&out).unwrap();
    for part in ["figures", "outvoted", "unexplained", "not_weighed"] {
        assert!(document[part].is_array(), "{part}");
    }
    let figures = document["figures"].as_array().unwrap();
    let kenya = serde_json::json!({"party": "KEN"});
    let figure = figures.iter().find(|f| f["contributor"] == kenya && f["line"]["in"] == "deployed").unwrap();
    assert_eq!(figure["best"], 382);
}

#[test]
fn what_is_published_later_is_not_known() {
    let out = desk().ok(&["fit", "--as-of", "2024-11-08", "--known-on", "2024-06-24", "--format", "csv"]).out;
    assert!(!out.contains(",deployed,"), "{out}");
    assert!(out.contains(",promised in all,1000,1000,1000,"), "{out}");
}
