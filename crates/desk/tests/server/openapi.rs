//! The OpenAPI document in the repository is that of the code; the screens' types are made from it.

use std::{env, fs, path::Path};

#[test]
fn the_document_in_the_repository_is_that_of_the_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json");
    let made = desk::server::document();
    if env::var_os("MUSTER_RENEW").is_some() {
        fs::write(&path, &made).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == made,
        "docs/openapi.json is not what the code says; `MUSTER_RENEW=1 make test` renews it"
    );
}

#[test]
fn every_route_says_what_it_is_for_and_how_it_refuses() {
    let document: serde_json::Value = serde_json::from_str(&desk::server::document()).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    let mut ids = std::collections::BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let says = |field: &str| operation[field].as_str().is_some_and(|words| !words.is_empty());
            assert!(says("summary") && says("operationId"), "{method} {path}");
            let id = operation["operationId"].to_string();
            assert!(ids.insert(id.clone()), "{id} stands twice; say `operation_id = ...` on one of them");
            assert_eq!(
                operation["responses"]["default"]["$ref"], "#/components/responses/Problem",
                "{method} {path}"
            );
        }
    }
}

#[test]
fn the_shapes_of_answers_name_every_field() {
    let document: serde_json::Value = serde_json::from_str(&desk::server::document()).unwrap();
    let figure = &document["components"]["schemas"]["Figure"];
    let fields: Vec<_> = figure["properties"].as_object().unwrap().keys().collect();
    let required: Vec<_> =
        figure["required"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    assert_eq!(required, fields, "`best` is null where no source gives a number, and never left out");
    let asked = &document["components"]["schemas"]["NewDecision"]["required"];
    assert!(
        asked.as_array().is_some_and(|it| it.iter().all(|field| field != "other")),
        "a request may leave out"
    );
}

#[test]
fn a_statement_may_say_of_what_kind_it_is() {
    let document: serde_json::Value = serde_json::from_str(&desk::server::document()).unwrap();
    let schemas = &document["components"]["schemas"];
    let kinds = schemas["Statement"]["oneOf"].as_array().unwrap();
    assert!(kinds.len() > 5);
    for kind in kinds {
        let of = kind["allOf"][0]["$ref"].as_str().unwrap().rsplit('/').next().unwrap();
        assert!(schemas[of].is_object() && schemas[of]["additionalProperties"].is_null(), "{of}");
    }
}
