//! The score: each case is one annotation of gold, one that a reader got, and how far they agree.

use std::{collections::BTreeMap, fs, path::Path};

use exchange::{annotations::Annotation, score::score};
use serde_json::{Value, json};

fn annotation(fields: &Value) -> Annotation {
    let mut whole = json!({"kind": "strength", "mission": "MSS", "contributor": "KEN",
        "count": {"low": 400, "high": 400, "hedge": "exact", "unit": "police"},
        "when": null, "place": null, "object": null, "modality": "fact", "speaker": null,
        "quote_start": "Some 400 Kenyan officers are in Haiti now"});
    for (field, value) in fields.as_object().expect("an object of fields") {
        whole[field] = value.clone();
    }
    serde_json::from_value(whole).expect("an annotation")
}

/// The only place that calls the API: how many pairs at the core and at the full level.
#[track_caller]
fn check(gold: &[Value], got: &[Value], want: (usize, usize)) {
    let one = |list: &[Value]| BTreeMap::from([("a".to_owned(), list.iter().map(annotation).collect())]);
    let table = score(&one(gold), &one(got));
    assert_eq!((table.all.core, table.all.full), want);
    assert_eq!(table.all.gold, gold.len());
    assert_eq!(table.all.got, got.len());
    assert_eq!(table.missed.len(), gold.len() - want.0);
    assert_eq!(table.unexpected.len(), got.len() - want.0);
}

#[test]
fn kind_party_and_numbers_are_the_core() {
    check(&[json!({})], &[json!({})], (1, 1));
    check(&[json!({})], &[json!({"kind": "deployment"})], (0, 0));
    check(&[json!({})], &[json!({"contributor": "JAM"})], (0, 0));
    check(&[json!({})], &[json!({"contributor": null})], (0, 0));
    check(&[json!({})], &[json!({"count": null})], (0, 0));
    check(
        &[json!({})],
        &[json!({"count": {"low": 390, "high": 400, "hedge": "exact", "unit": "police"}})],
        (0, 0),
    );
    check(&[json!({})], &[json!({"quote_start": "Elsewhere", "place": "Haiti", "speaker": "A"})], (1, 1));
}

#[test]
fn the_whole_mission_is_no_party_or_the_mission() {
    for whole in [json!(null), json!(""), json!("MSS")] {
        check(&[json!({"contributor": whole})], &[json!({"contributor": null})], (1, 1));
    }
    let eac = |party: Value| json!({"mission": "EACRF", "contributor": party});
    check(&[eac(json!("EACRF"))], &[eac(json!(null))], (1, 1));
    check(&[eac(json!("EAC"))], &[eac(json!(null))], (0, 0));
    check(&[json!({"contributor": "UN Security Council"})], &[json!({"contributor": "UN"})], (1, 1));
}

#[test]
fn without_numbers_the_sentence_or_a_word_of_the_object_must_agree() {
    let site = |object: Value, quote: &str| json!({"kind": "site", "count": null, "object": object, "quote_start": quote});
    let gold = site(json!(["general hospital", "port"]), "They have retaken key sites: all of them");
    check(
        std::slice::from_ref(&gold),
        &[site(json!(null), "They have retaken key sites, it is said")],
        (1, 1),
    );
    check(std::slice::from_ref(&gold), &[site(json!("Hospital,"), "Another")], (1, 1));
    check(std::slice::from_ref(&gold), &[site(json!("palace"), "Another")], (0, 0));
    check(&[gold], &[site(json!(null), "Another")], (0, 0));
}

#[test]
fn hedge_unit_date_and_modality_make_it_full() {
    let count = |low: Value, high: Value, hedge: &str, unit: Value| json!({"count": {"low": low, "high": high, "hedge": hedge, "unit": unit}});
    let nearly = count(json!(null), json!(400), "nearly", json!("police"));
    check(
        std::slice::from_ref(&nearly),
        &[count(json!(null), json!(400), "up to", json!("officers"))],
        (1, 1),
    );
    check(std::slice::from_ref(&nearly), &[count(json!(400), json!(null), "over", json!("police"))], (1, 0));
    check(std::slice::from_ref(&nearly), &[count(json!(null), json!(400), "nearly", json!(null))], (1, 0));
    check(&[nearly], &[count(json!(null), json!(400), "nearly", json!("civilians"))], (1, 0));
    let dated = |date: &str| json!({"when": {"date": date, "role": "event"}});
    check(&[dated("2024-06")], &[dated("2024-06-25")], (1, 1));
    check(&[dated("2024-06-25")], &[dated("2024-06")], (1, 0));
    check(&[dated("2024-06")], &[json!({})], (1, 0));
    check(&[json!({})], &[dated("2024-06")], (1, 1));
    check(&[json!({"modality": "reported"})], &[json!({"modality": "fact"})], (1, 1));
    check(&[json!({"modality": "reported"})], &[json!({"modality": "planned"})], (1, 0));
}

#[test]
fn each_annotation_is_paired_once() {
    check(&[json!({}), json!({})], &[json!({})], (1, 1));
    check(&[json!({})], &[json!({}), json!({})], (1, 1));
    check(&[], &[json!({})], (0, 0));
    check(&[json!({}), json!({})], &[], (0, 0));
}

#[test]
fn the_table_reads_as_people_expect() {
    let gold = BTreeMap::from([(
        "a".to_owned(),
        vec![annotation(&json!({})), annotation(&json!({"contributor": "JAM"}))],
    )]);
    let got = BTreeMap::from([
        (
            "a".to_owned(),
            vec![
                annotation(&json!({"modality": "planned"})),
                annotation(&json!({"kind": "site", "count": null})),
            ],
        ),
        ("b".to_owned(), vec![annotation(&json!({}))]),
    ]);
    let table = score(&gold, &got);
    insta::assert_snapshot!(table, @r"
    kind         gold  got    core P      R     F1    full P      R     F1
    site            0    1      0.00   0.00   0.00      0.00   0.00   0.00
    strength        2    1      1.00   0.50   0.67      0.00   0.00   0.00
    NUMBERS         2    1      1.00   0.50   0.67      0.00   0.00   0.00
    ALL             2    2      0.50   0.50   0.50      0.00   0.00   0.00
    ");
    insta::assert_snapshot!(table.missed[0], @"a strength   JAM 400 «Some 400 Kenyan officers are in Haiti now»");
}

/// What people annotated agrees with itself in full, whatever they wrote.
#[test]
fn gold_agrees_with_itself() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reading/gold");
    let Ok(files) = fs::read_dir(&folder) else {
        return eprintln!("left out: {} is missing", folder.display());
    };
    let mut gold = BTreeMap::new();
    for file in files {
        let path = file.expect("a file").path();
        let text = fs::read_to_string(&path).expect("a file of text");
        let list: Vec<Annotation> =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        gold.insert(path.display().to_string(), list);
    }
    let table = score(&gold, &gold);
    assert!(table.all.gold > 0, "no gold was read");
    assert_eq!((table.all.core, table.all.full), (table.all.gold, table.all.gold));
    assert_eq!((&table.missed[..], &table.unexpected[..]), (&[][..], &[][..]));
}
