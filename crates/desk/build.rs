//! Puts the lexicons and the missions into the binary, so that one file works alone.
//!
//! Every file below `lexicons/` and `missions/` goes in under its path from the project's folder: a new mission
//! is a new folder, not new code.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    let root = here.join("../..").canonicalize()?;
    let mut files = Vec::new();
    for folder in ["lexicons", "missions"] {
        println!("cargo::rerun-if-changed={}", root.join(folder).display());
        walk(&root.join(folder), &mut files)?;
    }
    files.sort();
    // The screens are embedded where `web/` was built; a build of them that comes later is taken in.
    println!("cargo::rerun-if-changed={}", root.join("web/dist").display());
    let lines = files.iter().map(|file| {
        let name = file.strip_prefix(&root).unwrap_or(file).to_string_lossy().replace('\\', "/");
        format!("    ({name:?}, include_str!({:?})),\n", file.display().to_string())
    });
    let list = lines.collect::<String>();
    let out = env::var("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&out).join("files.rs"), format!("&[\n{list}]\n"))
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
