//! The packs of the project read without a finding and name every state.

use std::collections::BTreeSet;

use model::{BODIES, Party};
use reader::Packs;

use crate::files;

/// Codes of ISO 3166-1 for uninhabited lands and for those that no mission has met by name.
const UNNAMED: &[&str] = &["ATA", "ATF", "BVT", "CCK", "CXR", "HMD", "IOT", "JEY", "SGS", "UMI"];

#[test]
fn every_line_is_read() {
    let (_, findings) = Packs::from_files(files());
    assert_eq!(findings, []);
}

#[test]
fn every_state_and_body_has_a_name() {
    let parties = files().into_iter().find(|(name, _)| name == "lexicons/en/parties.tsv").unwrap().1;
    let named: BTreeSet<_> = parties
        .lines()
        .filter(|line| line.contains("\tname\t"))
        .filter_map(|line| line.rsplit('\t').next())
        .map(str::trim)
        .collect();
    let states = Party::states().map(String::from);
    let bodies = BODIES.iter().map(|body| body.code.to_owned());
    let missing: Vec<_> = states
        .chain(bodies)
        .filter(|code| !named.contains(code.as_str()) && !UNNAMED.contains(&code.as_str()))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}
