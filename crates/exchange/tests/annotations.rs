//! Claims become annotations: each case is a sentence, a claim in JSON on part of it, and the annotation it becomes.

use exchange::annotations::annotate;
use model::{Claim, Document, strategies};
use proptest::prelude::*;
use serde_json::{Value, json};

fn document(text: &str) -> Document {
    serde_json::from_value(json!({
        "title": "A report", "published": {"day": "2024-11-09", "basis": "given"},
        "form": "report", "marking": "public", "text": text
    }))
    .expect("as the model writes it")
}

/// A claim on these words of the text.
fn claim(
    document: &Document,
    words: &str,
    modality: &str,
    speaker: Option<&str>,
    statement: &Value,
) -> Claim {
    let start = document.text.find(words).unwrap_or_else(|| panic!("`{words}` is not in the text"));
    serde_json::from_value(json!({
        "mission": "MSS", "statement": statement, "modality": modality,
        "speaker": speaker.map_or(json!("document"), |name| json!({"named": name})),
        "source": {"read": {
            "quote": {"document": document.id(), "at": {"start": start, "end": start + words.len()}},
            "rule": "test"
        }},
        "grade": "C3", "published": document.published, "marking": "public"
    }))
    .expect("as the model writes it")
}

/// The only place that calls the API: the fields named in `want` must be so.
#[track_caller]
fn check(text: &str, words: &str, modality: &str, statement: &Value, want: &Value) {
    let document = document(text);
    let got = annotate(&document, &[claim(&document, words, modality, None, statement)]);
    let got = serde_json::to_value(&got).expect("plain JSON");
    assert_eq!(got.as_array().map(Vec::len), Some(1), "{got:#}");
    for (field, value) in want.as_object().expect("an object of fields") {
        assert_eq!(&got[0][field], value, "{field}");
    }
}

fn people(stage: &str, quantity: &Value, as_of: &str) -> Value {
    let scope = json!({"whose": {"party": "KEN"}, "resource": "people/police"});
    json!({"type": "count", "scope": scope, "stage": stage, "quantity": quantity, "as_of": as_of})
}

fn hedged(hedge: &str, number: u64) -> Value {
    json!({"hedge": hedge, "number": number})
}

#[test]
fn a_count_becomes_the_kind_of_its_stage() {
    for (stage, kind) in [
        ("promised", "pledge"),
        ("training", "training"),
        ("ready", "ready"),
        ("deployed", "strength"),
        ("home", "return"),
        ("lost", "casualty"),
    ] {
        let statement = people(stage, &hedged("exactly", 7), "..");
        check(
            "There are 7.",
            "7",
            "fact",
            &statement,
            &json!({"kind": kind, "contributor": "KEN", "when": null}),
        );
    }
}

#[test]
fn a_hedge_keeps_its_word_and_its_open_end() {
    for (hedge, low, high, word) in [
        ("exactly", Some(400), Some(400), "exact"),
        ("about", Some(400), Some(400), "about"),
        ("nearly", None, Some(400), "nearly"),
        ("over", Some(400), None, "over"),
        ("at_least", Some(400), None, "at least"),
        ("up_to", None, Some(400), "up to"),
        ("under", None, Some(400), "under"),
    ] {
        let count = json!({"low": low, "high": high, "hedge": word, "unit": "police"});
        let statement = people("deployed", &hedged(hedge, 400), "..");
        check("There are 400 now.", "400", "fact", &statement, &json!({ "count": count }));
    }
    let unit_only = json!({"low": null, "high": null, "hedge": null, "unit": "police"});
    let statement = people("deployed", &json!({"hedge": "some"}), "..");
    check("Officers are there.", "Officers", "fact", &statement, &json!({ "count": unit_only }));
}

#[test]
fn a_date_keeps_its_precision_and_its_role() {
    for (span, modality, want) in [
        ("2024-07-16", "fact", json!({"date": "2024-07-16", "role": "as_of"})),
        ("2024-06", "planned", json!({"date": "2024-06", "role": "event"})),
        ("2024-06/2024-07", "reported", json!({"date": "2024-06/2024-07", "role": "as_of"})),
        ("../2024-01-07", "planned", json!({"date": "2024-01-07", "role": "event"})),
        ("..", "fact", json!(null)),
    ] {
        let statement = people("deployed", &hedged("exactly", 7), span);
        check("There are 7.", "7", modality, &statement, &json!({ "when": want }));
    }
}

#[test]
fn a_movement_becomes_the_kind_of_its_step() {
    let moved = |step: &str| {
        json!({"type": "movement", "scope": {"whose": {"party": "KEN"}, "resource": "people/police"}, "step": step,
               "quantity": hedged("exactly", 90), "during": "2024-05-03", "to": "Haiti", "ordinal": 2})
    };
    let text = "Ninety (90) came to Haiti.";
    let second = json!({"kind": "deployment", "object": "second contingent", "place": "Haiti",
                        "when": {"date": "2024-05-03", "role": "event"}});
    check(text, "90", "fact", &moved("deploy"), &second);
    for step in ["rotate", "repatriate", "withdraw"] {
        check(text, "90", "fact", &moved(step), &json!({"kind": "return"}));
    }
    check(
        "All 90 died.",
        "90",
        "fact",
        &moved("lose"),
        &json!({"kind": "casualty", "object": "killed", "place": null}),
    );
    check(
        "The 90 are missing.",
        "90",
        "fact",
        &moved("lose"),
        &json!({"kind": "casualty", "object": "missing"}),
    );
}

#[test]
fn money_stands_in_its_currency_and_names_its_purse() {
    let frozen = json!({"type": "movement", "scope": {"whose": {"party": "USA"}, "resource": "money/USD"}, "step": "withhold",
                        "quantity": hedged("exactly", 13_300_000), "during": "..", "from": "trust fund"});
    let want = json!({"kind": "funds", "object": "trust fund: frozen", "place": null,
                      "count": {"low": 13_300_000, "high": 13_300_000, "hedge": "exact", "unit": "USD"}});
    check("$13.3 million is blocked.", "$13.3 million", "fact", &frozen, &want);
    let bare = json!({"type": "count", "scope": {"whose": "mission", "resource": "money"}, "stage": "paid",
                      "quantity": hedged("over", 9), "as_of": ".."});
    let want = json!({"contributor": null, "count": {"low": 9, "high": null, "hedge": "over", "unit": null}});
    check("Over $9 was paid.", "$9", "fact", &bare, &want);
}

#[test]
fn equipment_is_counted_in_its_noun() {
    let kit = |quantity: Value| {
        json!({"type": "count", "scope": {"whose": "unstated", "resource": "equipment/armoured vehicles"},
               "stage": "in_service", "quantity": quantity, "as_of": ".."})
    };
    let want = json!({"kind": "equipment", "object": "armoured vehicles",
                      "count": {"low": 20, "high": 20, "hedge": "exact", "unit": "vehicles"}});
    check("It has 20 armoured vehicles.", "20", "fact", &kit(hedged("exactly", 20)), &want);
    let want = json!({"object": "armoured vehicles", "count": null});
    check("It has armoured vehicles.", "armoured", "fact", &kit(json!({"hedge": "some"})), &want);
}

#[test]
fn a_mandate_says_its_act_and_its_end() {
    let mandate = |act: &str, until: Value| json!({"type": "mandate", "act": act, "body": "UN", "span": "..", "until": until});
    let text = "It was to become a UN peacekeeping operation.";
    for (act, until, object) in [
        ("authorise", json!("unstated"), "authorised"),
        ("extend", json!({"months": 12}), "extended 12 months"),
        ("extend", json!({"date": "2025-10"}), "until 2025-10"),
        ("convert", json!("unstated"), "convert to a UN peacekeeping operation"),
        ("end", json!({"date": "2025-10-02"}), "ends 2025-10-02"),
    ] {
        let want = json!({"kind": "mandate", "contributor": "UN", "object": object, "modality": "planned"});
        check(text, "become", "proposed", &mandate(act, until), &want);
    }
    let want = json!({"object": "not renewed beyond 2023-12-08"});
    check(text, "become", "denied", &mandate("extend", json!({"date": "2023-12-08"})), &want);
}

#[test]
fn a_concern_is_a_short_phrase_and_the_wounded_are_casualties() {
    let concern = |about: &str, also: Value, quantity: Value| {
        let mut value = json!({"type": "concern", "about": about, "also": also, "span": "..",
                               "scope": {"whose": "mission", "resource": "people"}});
        if !quantity.is_null() {
            value["quantity"] = quantity;
        }
        value
    };
    let text = "The 8 waited.";
    for (about, also, object) in [
        ("delay", json!(["personnel", "equipment"]), json!("delayed deployment of people and equipment")),
        ("delay", json!([]), json!("delayed deployment")),
        (
            "appeal",
            json!(["personnel", "equipment", "funding"]),
            json!("appeal for personnel, equipment and funds"),
        ),
        ("funding", json!(["equipment"]), json!(["funding", "equipment"])),
        ("security", json!([]), json!("security")),
    ] {
        let want = json!({"kind": "shortfall", "object": object, "count": null});
        check(text, "waited", "reported", &concern(about, also, json!(null)), &want);
    }
    let want = json!({"kind": "casualty", "object": "wounded",
                      "count": {"low": 8, "high": 8, "hedge": "exact", "unit": "personnel"}});
    check(text, "8", "fact", &concern("security", json!([]), hedged("exactly", 8)), &want);
}

#[test]
fn sites_of_one_sentence_are_one_annotation() {
    let document =
        document("Kenyan and Haitian police took back the port and the palace. The hospital is held.");
    let site = |words: &str| {
        let holder = json!({"parties": ["HTI", "KEN"]});
        let statement =
            json!({"type": "site", "site": words, "status": "retaken", "holder": holder, "span": ".."});
        claim(&document, words, "reported", Some("William Ruto"), &statement)
    };
    let got = annotate(&document, &[site("hospital"), site("port"), site("palace"), site("port")]);
    let got = serde_json::to_value(&got).expect("plain JSON");
    let want = json!([
        {"kind": "site", "mission": "MSS", "contributor": "KEN", "count": null, "when": null, "place": null,
         "object": ["port", "palace"], "modality": "reported", "speaker": "William Ruto",
         "quote_start": "Kenyan and Haitian police took back the "},
        {"kind": "site", "mission": "MSS", "contributor": "HTI", "count": null, "when": null, "place": null,
         "object": "hospital", "modality": "reported", "speaker": "William Ruto",
         "quote_start": "The hospital is held."},
    ]);
    assert_eq!(got, want);
}

#[test]
fn a_list_of_parties_is_one_annotation_each_unless_they_share_a_number() {
    let document = document("Chad and Benin will send 8 troops.");
    let shared = |quantity: Value| {
        let scope = json!({"whose": {"parties": ["BEN", "TCD"]}, "resource": "people/troops"});
        let statement = json!({"type": "count", "scope": scope, "stage": "promised", "quantity": quantity, "as_of": ".."});
        let got = annotate(&document, &[claim(&document, "8 troops", "planned", None, &statement)]);
        got.into_iter().map(|one| one.contributor).collect::<Vec<_>>()
    };
    assert_eq!(shared(hedged("exactly", 8)), [None]);
    assert_eq!(shared(json!({"hedge": "some"})), [Some("BEN".to_owned()), Some("TCD".to_owned())]);
}

#[test]
fn one_number_told_twice_in_a_sentence_is_one_annotation() {
    let document = document("Some 90 came, all 90 of them on 3 May.");
    let count = |words: &str, span: &str| {
        claim(&document, words, "fact", None, &people("deployed", &hedged("about", 90), span))
    };
    let got = annotate(&document, &[count("90 came", ".."), count("90 of", "2024-05-03")]);
    assert_eq!(got.len(), 1);
    assert_eq!(got[0].when.as_ref().map(|when| when.date.as_str()), Some("2024-05-03"));
}

#[test]
fn a_claim_of_another_document_has_no_sentence_here() {
    let (here, there) = (document("There are 7."), document("There were 7."));
    let elsewhere = claim(&there, "7", "fact", None, &people("deployed", &hedged("exactly", 7), ".."));
    assert_eq!(annotate(&here, &[elsewhere]), []);
}

proptest! {
    /// Whatever is claimed of whatever text: every annotation stands in a sentence of it.
    #[test]
    fn each_annotation_opens_its_sentence(
        (document, claims) in strategies::document()
            .prop_filter("no text", |document| !document.text.is_empty())
            .prop_flat_map(|document| {
                let claims = prop::collection::vec(strategies::claim_in(&document), 0..5);
                (Just(document), claims)
            })
    ) {
        for annotation in annotate(&document, &claims) {
            prop_assert!(annotation.quote_start.chars().count() <= 40);
            prop_assert!(document.text.contains(&annotation.quote_start), "{}", annotation.quote_start);
            prop_assert!(annotation.place.is_none_or(|place| document.text.contains(&place)));
        }
    }
}
