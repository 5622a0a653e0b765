//! `docs/fit.schema.json` says what the types say. `MUSTER_RENEW=1 cargo test -p picture` writes it anew.

use std::{fs, path::PathBuf};

use picture::fit::FittedPicture;
use schemars::generate::SchemaSettings;

#[test]
fn the_schema_is_that_of_the_types() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/fit.schema.json");
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<FittedPicture>();
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if std::env::var_os("MUSTER_RENEW").is_some() {
        fs::write(&path, &text).unwrap();
    }
    assert!(
        fs::read_to_string(&path).unwrap_or_default() == text,
        "docs/fit.schema.json is out of step with the types; renew it with MUSTER_RENEW=1 cargo test -p picture"
    );
}
