//! Files that a command reads; `-` is standard input.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use crate::{Fault, World};

/// What came in, and what it is called.
#[derive(Debug)]
pub(crate) struct Input {
    /// The path as typed.
    pub(crate) path: PathBuf,
    pub(crate) bytes: Vec<u8>,
}

impl Input {
    /// Reads a file, or standard input for `-`.
    pub(crate) fn read(world: &mut World, path: &Path) -> Result<Self, Fault> {
        let mut bytes = Vec::new();
        if path == Path::new("-") {
            world.input.read_to_end(&mut bytes).map_err(|error| Fault::input(path, error))?;
        } else {
            bytes = fs::read(path).map_err(|error| match error.kind() {
                std::io::ErrorKind::IsADirectory => Fault::input(path, "it is a folder")
                    .hint(format!("name its files: {}/*.txt", path.display())),
                _ => Fault::input(path, error),
            })?;
        }
        Ok(Self { path: path.to_owned(), bytes })
    }

    /// The name without folder and ending: `seed-000`.
    pub(crate) fn name(&self) -> String {
        if self.path == Path::new("-") {
            return "standard input".to_owned();
        }
        self.path
            .file_stem()
            .map_or_else(|| self.path.display().to_string(), |name| name.to_string_lossy().into_owned())
    }
}
