//! The schemas of pictures, histories and changes in `docs/` say what the types say. `MUSTER_RENEW=1 cargo test -p picture` writes it anew.

use std::{fs, path::PathBuf};

use picture::{Change, History, PictureDocument, picture};
use schemars::{JsonSchema, generate::SchemaSettings};

use crate::book::{Book, asked};

#[track_caller]
fn check<T: JsonSchema>(name: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if std::env::var_os("MUSTER_RENEW").is_some() {
        fs::write(&path, &text).unwrap();
    }
    assert!(
        fs::read_to_string(&path).unwrap_or_default() == text,
        "docs/{name} is out of step with the types; renew it with MUSTER_RENEW=1 cargo test -p picture"
    );
}

#[test]
fn the_schemas_are_those_of_the_types() {
    check::<PictureDocument>("picture.schema.json");
    check::<History>("history.schema.json");
    check::<Change>("change.schema.json");
}

#[test]
fn a_row_says_all_that_a_cell_needs() {
    let book = Book::read(
        "KEN people deployed | over 800 | as 2025-05-13 | pub 2025-05-13
         JAM people promised | some | pub 2025-05-13 | pledged",
    );
    let document = picture(&book.ledger(), &asked("2025-06-01", "2025-06-02")).document();
    let json = serde_json::to_value(&document).unwrap();
    let ids: Vec<String> = book.claims.iter().map(|claim| claim.id().to_string()).collect();
    assert_eq!(
        json["rows"][1],
        serde_json::json!({
            "mission": "MSS", "party": "JAM", "resource": "people", "stage": "promised",
            "low": 1, "best": null, "high": null, "claims": [ids[1]],
            "as_of": "2025-06-01", "known_on": "2025-06-02",
        })
    );
    let cells = document.rows[2].cells();
    assert_eq!(
        cells.each_ref().map(String::as_str),
        ["MSS", "KEN", "people", "deployed", "801", "801", "", &ids[0], "2025-06-01", "2025-06-02"]
    );
}
