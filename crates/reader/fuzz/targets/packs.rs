//! Any pack file is read, or its bad lines are named.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reader::Lexicons;

/// The kinds of packs, by their files' names.
const KINDS: &[&str] = &[
    "numbers",
    "dates",
    "missions",
    "parties",
    "verbs",
    "words",
    "hedges",
    "currencies",
    "units",
    "speakers",
];

fuzz_target!(|input: (u8, &str)| {
    let (kind, text) = input;
    let kind = KINDS[usize::from(kind) % KINDS.len()];
    let _ = Lexicons::from_files(vec![(format!("{kind}.tsv"), text.to_owned())]);
});
