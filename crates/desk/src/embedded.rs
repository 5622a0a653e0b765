//! The plain files that travel inside the binary: lexicon packs and missions.

/// Each file under its path from the project's folder, and its text.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// The files below a folder such as `missions/mss/reports/`, by name.
pub(crate) fn below(folder: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().filter(move |(name, _)| name.starts_with(folder)).copied()
}

/// One file.
pub(crate) fn file(name: &str) -> Option<&'static str> {
    FILES.iter().find(|(path, _)| *path == name).map(|(_, text)| *text)
}
