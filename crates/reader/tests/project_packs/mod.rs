//! The lexicon packs of the project, as its tests and benchmarks read them.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use reader::{Language, Lexicons, Packs};

/// The packs of every language and mission.
pub(crate) static PACKS: LazyLock<Packs> = LazyLock::new(|| {
    let (packs, findings) = Packs::from_files(files());
    assert_eq!(findings, []);
    packs
});

/// The words of English and of every mission.
#[allow(dead_code, reason = "not every test reads English alone")]
pub(crate) static LEXICONS: LazyLock<&Lexicons> = LazyLock::new(|| {
    let english = Language::of_tag("en").expect("a language");
    PACKS.language(&english).expect("a pack")
});

/// Every pack file by its name, in order.
pub(crate) fn files() -> Vec<(String, String)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root =
        here.ancestors().find(|folder| folder.join("lexicons").is_dir()).expect("the project's folder");
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.join("lexicons"), root.join("missions")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of packs") {
            let path = entry.expect("a file or a folder of a pack").path();
            let name = path.strip_prefix(root).expect("below the project's folder").display().to_string();
            if path.is_dir() {
                folders.push(path);
            } else if name.starts_with("lexicons/") || name.contains("/lexicon/") {
                files.push((name, fs::read_to_string(&path).expect("a text file")));
            }
        }
    }
    files.sort();
    files
}
