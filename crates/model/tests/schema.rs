//! `docs/claim.schema.json` says what the types say. `MUSTER_RENEW=1 cargo test -p model` writes it anew.

use std::{fs, path::PathBuf};

use model::{Claim, Decision, Document, strategies};
use proptest::prelude::*;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/claim.schema.json")
}

/// One file for all that stands on a line of JSON Lines.
fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let lines = [
        generator.subschema_for::<Claim>(),
        generator.subschema_for::<Document>(),
        generator.subschema_for::<Decision>(),
    ];
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of Muster's JSON Lines",
        "description": "A claim, a document or a decision: one object a line. docs/glossary.md has the words.",
        "anyOf": lines,
        "$defs": generator.take_definitions(true),
    })
}

#[test]
fn the_schema_is_that_of_the_types() {
    let text = serde_json::to_string_pretty(&schema()).expect("a schema is plain JSON") + "\n";
    if std::env::var_os("MUSTER_RENEW").is_some() {
        fs::write(path(), &text).expect("the schema can be written");
    }
    let held = fs::read_to_string(path()).unwrap_or_default();
    assert!(
        held == text,
        "docs/claim.schema.json is out of step with the types; renew it with MUSTER_RENEW=1 cargo test -p model"
    );
}

fn validator(of: &str) -> jsonschema::Validator {
    let mut one = schema();
    one["anyOf"] = json!([{ "$ref": format!("#/$defs/{of}") }]);
    jsonschema::validator_for(&one).expect("a schema of draft 2020-12")
}

fn plain(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).expect("words of the model are plain JSON")
}

/// The only place that asks the schema.
#[track_caller]
fn check(validator: &jsonschema::Validator, line: &Value) -> Result<(), TestCaseError> {
    let faults: Vec<_> = validator.iter_errors(line).map(|fault| fault.to_string()).collect();
    prop_assert!(faults.is_empty(), "{faults:#?}\n{line:#}");
    Ok(())
}

#[test]
fn whatever_is_written_fits_the_schema() {
    let (claims, documents, decisions) = (validator("Claim"), validator("Document"), validator("Decision"));
    proptest!(|(claim in strategies::claim(), document in strategies::document(), decision in strategies::decision())| {
        check(&claims, &plain(&claim))?;
        check(&documents, &plain(&document))?;
        check(&decisions, &plain(&decision))?;
    });
}

/// A line that lacks a field, or has one too many, is refused by the schema as it is by the types.
#[test]
fn what_the_types_refuse_the_schema_refuses() {
    let validator = validator("Claim");
    proptest!(|(claim in strategies::claim())| {
        let whole = plain(&claim);
        for field in ["statement", "modality", "speaker", "source", "grade", "published", "marking"] {
            let mut line = whole.clone();
            line.as_object_mut().expect("an object").remove(field);
            prop_assert!(!validator.is_valid(&line), "without {field}");
            prop_assert!(serde_json::from_value::<Claim>(line).is_err(), "without {field}");
        }
        let mut line = whole.clone();
        line["extra"] = json!(1);
        prop_assert!(!validator.is_valid(&line));
        prop_assert!(serde_json::from_value::<Claim>(line).is_err());
        for (field, word) in [("grade", "G1"), ("modality", "likely"), ("marking", "secret"), ("mission", "mss")] {
            let mut line = whole.clone();
            line[field] = json!(word);
            prop_assert!(!validator.is_valid(&line), "{field}: {word}");
            prop_assert!(serde_json::from_value::<Claim>(line).is_err(), "{field}: {word}");
        }
    });
}
