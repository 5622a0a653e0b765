//! The rules of the house, checked by `cargo test` like everything else.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Each crate, and the only crates of ours it may name. Keep in step with `ARCHITECTURE.md`.
///
/// Only `[dependencies]` counts: tests and benchmarks of a crate may bring in others to have something to work on.
const ARROWS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("reader", &["model"]),
    ("pages", &["model"]),
    ("exchange", &["model"]),
    ("ledger", &["model"]),
    ("picture", &["model", "ledger"]),
    ("store", &["model", "ledger"]),
    ("desk", &["model", "pages", "reader", "exchange", "ledger", "picture", "store"]),
];

/// The crates that may touch disk, clock or network, and the words that would do it.
const MAY_TOUCH_THE_OUTSIDE: &[&str] = &["desk", "store"];
const OUTSIDE: &[&str] = &["tokio", "sqlx", "std::fs", "std::net", "std::process", "SystemTime::now", "fs::"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn crates() -> BTreeSet<String> {
    let folders = fs::read_dir(root().join("crates")).unwrap().map(|entry| entry.unwrap().path());
    folders
        .filter(|path| path.join("Cargo.toml").exists())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect()
}

/// Every file below a folder that this wants.
fn files(folder: &Path, wanted: &dyn Fn(&Path) -> bool) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files(&path, wanted));
        } else if wanted(&path) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "rs")
}

/// The lines of a manifest's section, such as `[dependencies]`.
fn section<'a>(manifest: &'a str, name: &str) -> Vec<&'a str> {
    manifest
        .lines()
        .skip_while(|line| *line != name)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .collect()
}

#[test]
fn arrows_point_one_way() {
    assert_eq!(crates(), ARROWS.iter().map(|(name, _)| (*name).to_owned()).collect());
    for (name, may_use) in ARROWS {
        let manifest = read(&root().join("crates").join(name).join("Cargo.toml"));
        let listed = section(&manifest, "[dependencies]");
        assert!(
            !manifest.contains("[dependencies.") && !manifest.contains("[target."),
            "{name}: one list, please"
        );
        for (other, _) in ARROWS {
            let names = listed.iter().any(|line| line.split(['.', ' ', '=']).next() == Some(other));
            assert!(!names || may_use.contains(other), "{name} must not use {other}; see ARCHITECTURE.md");
        }
    }
}

#[test]
fn every_file_opens_by_saying_what_it_is_for() {
    for path in files(&root().join("crates"), &is_rust) {
        let text = read(&path);
        let first = text.lines().next().unwrap_or_default();
        assert!(first.starts_with("//! ") && first.len() > 12, "{}: begin with `//! `", path.display());
    }
}

#[test]
fn the_architecture_page_and_the_crates_agree() {
    let page = read(&root().join("ARCHITECTURE.md"));
    let mut named = BTreeSet::new();
    // A part's text runs to the next part or to the next heading.
    for part in page.split("\n- **").skip(1) {
        let (name, rest) = part.split_once("**").unwrap();
        let text = rest.split("\n\n").next().unwrap_or_default();
        assert!(text.contains("never"), "{name}: say what it never does");
        named.insert(name.to_owned());
    }
    assert_eq!(named, crates());
    for (name, may_use) in ARROWS {
        let row = page.lines().find(|line| line.starts_with(&format!("| {name} |")));
        let row = row.unwrap_or_else(|| panic!("no row for {name} in the table of arrows"));
        for other in *may_use {
            assert!(row.contains(other) || row.contains("all"), "{name} may use {other}: {row}");
        }
    }
}

#[test]
fn every_word_list_opens_with_a_comment() {
    let is_list = |path: &Path| {
        let in_lexicon = path
            .components()
            .any(|part| ["lexicon", "lexicons"].iter().any(|name| part.as_os_str() == *name));
        in_lexicon || path.extension().is_some_and(|ending| ending == "tsv")
    };
    for folder in ["lexicons", "missions"] {
        for path in files(&root().join(folder), &is_list) {
            assert!(read(&path).starts_with("# "), "{}: begin with `# ` and what it lists", path.display());
        }
    }
}

#[test]
fn only_desk_and_store_touch_the_outside() {
    for (name, _) in ARROWS.iter().filter(|(name, _)| !MAY_TOUCH_THE_OUTSIDE.contains(name)) {
        let folder = root().join("crates").join(name);
        let manifest = read(&folder.join("Cargo.toml"));
        for line in section(&manifest, "[dependencies]") {
            assert!(!line.starts_with("tokio") && !line.starts_with("sqlx"), "{name}: {line}");
        }
        for path in files(&folder.join("src"), &is_rust) {
            let text = read(&path);
            let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            for word in OUTSIDE {
                assert!(!code.contains(word), "{}: `{word}`; take it as an argument", path.display());
            }
        }
        let lib = read(&folder.join("src/lib.rs"));
        assert!(
            lib.contains("#![warn(clippy::disallowed_methods)]"),
            "{name}: switch the ban on clock and disk on"
        );
    }
}

#[test]
fn no_file_is_a_bag_of_this_and_that() {
    for path in files(&root().join("crates"), &is_rust) {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        for bag in ["util", "utils", "helper", "helpers", "common", "manager", "misc"] {
            assert!(
                name != bag && !path.components().any(|part| part.as_os_str() == bag),
                "{}",
                path.display()
            );
        }
    }
}

#[test]
fn every_crate_takes_the_lints_of_the_house() {
    for name in crates() {
        let manifest = read(&root().join("crates").join(&name).join("Cargo.toml"));
        assert_eq!(section(&manifest, "[lints]").first(), Some(&"workspace = true"), "{name}");
    }
}

/// A test that cannot fail is no test: the readers above find what is there.
#[test]
fn the_rules_look_at_something() {
    assert!(files(&root().join("crates"), &is_rust).len() > 50);
    assert_eq!(section("[a]\nx = 1\n[b]\ny = 2", "[a]"), ["x = 1"]);
}
