//! `muster history`: the table, the rows, the document.

use std::{fs, path::Path};

use serde_json::Value;

use crate::test_desk::TestDesk;

/// The claims table that the demo carries.
pub(crate) fn mss() -> TestDesk {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../missions/mss/claims.csv");
    let desk = TestDesk::new();
    desk.file("mss.csv", fs::read(table).unwrap());
    desk.run(&["import", "mss.csv"]);
    desk
}

const KENYA: [&str; 7] = ["history", "--party", "KEN", "--stage", "deployed", "--known-on", "2025-10-02"];

#[test]
fn the_table_tells_what_stood_and_what_was_said() {
    insta::assert_snapshot!("history", mss().ok(&KENYA).out);
}

#[test]
fn every_format_tells_the_same_days() {
    let desk = mss();
    let json = desk.ok(&[&KENYA[..], &["--format", "json"]].concat()).out;
    let document: Value = serde_json::from_str(&json).unwrap();
    let [series] = &document["series"].as_array().unwrap()[..] else { panic!("{document}") };
    let csv = desk.ok(&[&KENYA[..], &["--format", "csv"]].concat()).out;
    let cells: Vec<Vec<&str>> = csv.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let stood: Vec<_> = cells.iter().filter(|cells| cells[5] == "stood").collect();
    let days = series["days"].as_array().unwrap();
    assert_eq!(stood.len(), days.len());
    for (cells, day) in stood.iter().zip(days) {
        assert_eq!(
            (&day["day"], &day["stood"]["best"]),
            (&cells[4].into(), &cells[7].parse::<u64>().unwrap().into())
        );
    }
    assert_eq!(cells.len() - stood.len(), series["claims"].as_array().unwrap().len());
}

#[test]
fn days_asked_for_begin_with_what_stood_before() {
    let out = mss()
        .ok(&[&KENYA[..], &["--from", "2024-11-01", "--to", "2024-11-30", "--format", "csv"]].concat())
        .out;
    let days: Vec<_> = out.lines().skip(1).map(|line| line.split(',').nth(4).unwrap()).collect();
    assert_eq!(days.first(), Some(&"2024-11-01"), "{out}");
    assert!(days.iter().all(|day| day.starts_with("2024-11-")), "{out}");
}

#[test]
fn what_is_not_told_of_is_refused_with_what_is() {
    let ran = mss().run(&["history", "--party", "KENYA"]);
    assert_eq!(ran.code, 2);
    assert!(ran.talk.contains("`--party KENYA`") && ran.talk.contains("KEN, "), "{}", ran.talk);
    let ran = mss().run(&["history", "--from", "2025-01-01", "--to", "2024-01-01"]);
    assert_eq!(ran.code, 2);
}
