//! Two press articles entered, and the picture that follows: the measure of the first issue, line by line.
//!
//! Their text is not ours to publish, so it stands beside the checkout; without it this is left out, with a line.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::test_desk::{TestDesk, shared};

const DAY: [&str; 5] = ["picture", "--mission", "MSS", "--as-of", "2024-11-08"];

/// A desk with both articles entered; `None` where they are not here.
fn desk() -> Option<TestDesk> {
    let articles = [("reading/docs/seed-000.txt", "2024-10-11"), ("reading/docs/seed-003.txt", "2024-11-09")];
    let desk = TestDesk::new();
    for (name, published) in articles {
        let path = shared(name)?;
        desk.ok(&["enter", path.to_str()?, "--published", published]);
    }
    Some(desk)
}

fn document(desk: &TestDesk) -> Value {
    serde_json::from_str(&desk.ok(&[&DAY[..], &["--format", "json"]].concat()).out).unwrap()
}

/// The least, the best and the most of one figure.
#[track_caller]
fn figure(document: &Value, party: &str, stage: &str) -> [Option<u64>; 3] {
    let rows = document["rows"].as_array().unwrap();
    let row =
        rows.iter().find(|row| row["party"] == party && row["resource"] == "people" && row["stage"] == stage);
    let row = row.unwrap_or_else(|| panic!("no figure {party}/{stage} in {rows:#?}"));
    ["low", "best", "high"].map(|end| row[end].as_u64())
}

#[test]
fn the_figures_are_those_of_the_articles() {
    let Some(desk) = desk() else { return };
    let document = document(&desk);
    assert_eq!(figure(&document, "KEN", "promised in all")[1], Some(1_000));
    assert_eq!(figure(&document, "KEN", "ready"), [Some(600); 3]);
    let [low, best, high] = figure(&document, "KEN", "deployed");
    assert!(low >= Some(360) && high.is_some_and(|high| high <= 440), "about 400: {low:?} to {high:?}");
    assert!(low <= best && best <= Some(400), "{best:?}");
    let others = document["rows"].as_array().unwrap().iter().filter(|row| {
        !["KEN", "mission", "sum"].contains(&row["party"].as_str().unwrap())
            && row["stage"] == "promised in all"
    });
    let others: Vec<_> = others.filter(|row| row["low"] == 1_900 && row["high"].is_null()).collect();
    assert_eq!(others.len(), 1, "at least 1,900 of others: {document:#}");
}

#[test]
fn the_mandate_and_the_sites_are_those_of_the_articles() {
    let Some(desk) = desk() else { return };
    let document = document(&desk);
    let acts: Vec<_> = document["mandates"].as_array().unwrap().iter().collect();
    let act = |word: &str| acts.iter().find(|act| act["act"] == word);
    assert_eq!(act("authorise").unwrap()["when"], "2023-10-02");
    assert_eq!(act("extend").unwrap()["until"]["months"], 12);
    let proposals = document["proposals"].as_array().unwrap();
    assert!(proposals.iter().any(|act| act["act"] == "convert" || act["act"] == "propose"), "{proposals:#?}");
    let sites = document["sites"].as_array().unwrap();
    let retaken: BTreeSet<_> = sites
        .iter()
        .filter(|site| site["status"] == "retaken")
        .map(|site| site["site"].as_str().unwrap().to_lowercase())
        .collect();
    for word in ["hospital", "port", "palace"] {
        assert!(retaken.iter().any(|site| site.contains(word)), "{word} in {retaken:?}");
    }
}

#[test]
fn every_line_opens_its_sentence() {
    let Some(desk) = desk() else { return };
    let document = document(&desk);
    let mut claims = BTreeSet::new();
    collect(&document, &mut claims);
    assert!(claims.len() > 5, "{claims:?}");
    for id in claims {
        let page = desk.ok(&["claims", &id]).out;
        assert!(page.lines().any(|line| line.starts_with(" >  ")), "{id} opens no sentence: {page}");
    }
}

/// Every claim's id that a value names.
fn collect(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|value| collect(value, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                match (name.as_str(), value) {
                    ("claims", Value::Array(ids)) => {
                        found.extend(ids.iter().filter_map(|id| id.as_str().map(str::to_owned)));
                    }
                    ("claim", Value::String(id)) => {
                        found.insert(id.clone());
                    }
                    _ => collect(value, found),
                }
            }
        }
        _ => {}
    }
}
