//! `muster picture`: the page, the rows, the document.

use std::{fs, path::Path};

use serde_json::Value;

use crate::{samples::TABLE, test_desk::TestDesk};

fn desk() -> TestDesk {
    let desk = TestDesk::new();
    desk.file("table.csv", TABLE);
    desk.run(&["import", "table.csv"]);
    desk
}

const DAY: [&str; 3] = ["picture", "--as-of", "2024-11-08"];

/// The claims table that the demo carries.
fn mss() -> TestDesk {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../missions/mss/claims.csv");
    let desk = TestDesk::new();
    desk.file("mss.csv", fs::read(table).unwrap());
    desk.run(&["import", "mss.csv"]);
    desk
}

const FOURTH_FLIGHT: [&str; 5] = ["picture", "--as-of", "2025-02-07", "--known-on", "2025-10-02"];

#[test]
fn the_page_tells_what_the_reading_rests_on() {
    insta::assert_snapshot!("fourth_flight", mss().ok(&FOURTH_FLIGHT).out);
}

#[test]
fn what_is_outvoted_of_later_days_is_shown_when_asked_for() {
    let desk = mss();
    let later = "Kenya, 2025-09-30: how many are deployed";
    assert!(!desk.ok(&FOURTH_FLIGHT).out.contains(later));
    let all = desk.ok(&[&FOURTH_FLIGHT[..], &["--all"]].concat()).out;
    assert!(all.contains(later), "{all}");
}

#[test]
fn the_page_shows_each_stage_with_its_bounds() {
    insta::assert_snapshot!("picture", desk().ok(&DAY).out);
}

#[test]
fn every_row_of_the_csv_names_its_claims() {
    let out = desk().ok(&[&DAY[..], &["--format", "csv"]].concat()).out;
    let mut rows = out.lines();
    assert_eq!(rows.next(), Some("mission,party,resource,stage,low,best,high,claims,as_of,known_on"));
    let mut deployed = rows.filter(|row| row.starts_with("MSS,KEN,people,deployed,"));
    let cells: Vec<_> = deployed.next().unwrap().split(',').collect();
    // A flight of 200 or 400, and then 382. Without the count, nothing tells 200 from 400, and the lower claims less.
    assert_eq!(cells[4..7], ["200", "382", "382"]);
    assert!(cells[7].split(' ').all(|id| id.len() == 64), "{}", cells[7]);
    assert_eq!(cells[8..], ["2024-11-08", "2025-11-03"]);
}

#[test]
fn the_json_document_holds_all_of_it() {
    let out = desk().ok(&[&DAY[..], &["--format", "json"]].concat()).out;
    let document: Value = serde_json::from_str(&out).unwrap();
    for part in [
        "rows",
        "disputes",
        "unexplained",
        "hangs_on",
        "by_movements",
        "mandates",
        "ceilings",
        "sites",
        "plans",
        "denials",
    ] {
        assert!(document[part].is_array(), "{part}");
    }
    let rows = document["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["party"] == "KEN" && row["stage"] == "deployed").unwrap();
    assert_eq!((&row["best"], &row["as_of"]), (&Value::from(382), &Value::from("2024-11-08")));
}

#[test]
fn what_is_published_later_is_not_known() {
    let out =
        desk().ok(&["picture", "--as-of", "2024-11-08", "--known-on", "2024-06-24", "--format", "csv"]).out;
    assert!(!out.contains(",deployed,"), "{out}");
    assert!(out.contains(",promised in all,1000,1000,1000,"), "{out}");
}

#[test]
fn every_figure_opens_the_claims_behind_it() {
    let desk = desk();
    let out = desk.ok(&[&DAY[..], &["--format", "csv"]].concat()).out;
    for row in out.lines().skip(1) {
        let cells: Vec<_> = row.split(',').collect();
        let figure = format!("{}/{}/{}", cells[1], cells[2], cells[3]);
        let claims =
            desk.ok(&["claims", "--behind", &figure, "--as-of", "2024-11-08", "--format", "jsonl"]).out;
        assert_eq!(claims.lines().count(), cells[7].split(' ').count(), "{figure}");
    }
    let ran = desk.run(&["claims", "--behind", "KEN/training", "--as-of", "2024-11-08"]);
    assert_eq!(ran.code, 2);
    assert!(ran.talk.contains("of KEN it has ") && ran.talk.contains("KEN/deployed"), "{}", ran.talk);
}

#[test]
fn a_mission_that_the_ledger_does_not_hold_is_told_with_those_that_it_does() {
    let ran = desk().run(&["picture", "--mission", "UNIFIL"]);
    assert_eq!(ran.code, 2);
    assert!(ran.talk.contains("`UNIFIL`") && ran.talk.contains("claims of MSS"), "{}", ran.talk);
}
