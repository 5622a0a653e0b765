//! Texts that fuzzing found or kept: each file of `tests/found/` was once read wrongly and has its fault as its name;
//! `tests/fuzzed/read` has many short texts, parted by record separators, that together reach much of the reader.

use std::{fs, path::Path};

use crate::{DAY, hold::hold, number_held::holds, reading_in};

/// Reads a text in each language and holds what is read against it.
fn check(text: &str) {
    for (language, opening) in
        [("en", "The MSS mission in Haiti."), ("fr", "La MINUSCA est en Centrafrique.")]
    {
        let text = format!("{opening} {text}");
        // The tests' own reading of numbers knows English.
        let holds = |words: &str, number| language != "en" || holds(words, number);
        hold(&text, &reading_in(language, &text, DAY), holds);
    }
}

#[test]
fn what_fuzzing_found_stays_mended() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/found");
    for file in fs::read_dir(folder).expect("a folder of texts") {
        let path = file.expect("a file").path();
        check(&fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display())));
    }
}

#[test]
fn what_fuzzing_kept_is_read() {
    include_str!("../fuzzed/read").split("\n\u{1e}\n").for_each(check);
}
