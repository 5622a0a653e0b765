//! The lexicon packs of the project, as its tests and benchmarks read them.

use std::{fs, path::Path, sync::LazyLock};

use reader::Lexicons;

/// The packs for English and for the MSS.
pub(crate) static LEXICONS: LazyLock<Lexicons> = LazyLock::new(|| {
    let (lexicons, findings) = Lexicons::from_files(files());
    assert_eq!(findings, []);
    lexicons
});

/// Every pack file by its name, in order.
pub(crate) fn files() -> Vec<(String, String)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root =
        here.ancestors().find(|folder| folder.join("lexicons").is_dir()).expect("the project's folder");
    let mut files = Vec::new();
    for folder in ["lexicons/en", "missions/mss/lexicon"] {
        for entry in fs::read_dir(root.join(folder)).expect("the pack is a folder") {
            let path = entry.expect("a file of the pack").path();
            let name = format!("{folder}/{}", path.file_name().unwrap_or_default().display());
            files.push((name, fs::read_to_string(&path).expect("a text file")));
        }
    }
    files.sort();
    files
}
