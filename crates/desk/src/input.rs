//! Files that a command reads; `-` is standard input.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use model::Finding;

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

    /// That what is in it cannot be read: the first finding, with what to do.
    pub(crate) fn unreadable(&self, findings: Vec<Finding>, otherwise: &str) -> Fault {
        match findings.into_iter().next() {
            None => Fault::input(&self.path, otherwise),
            Some(Finding { message, hint, .. }) => {
                let fault = Fault::input(&self.path, message);
                hint.into_iter().fold(fault, Fault::hint)
            }
        }
    }

    /// Its bytes as UTF-8, for formats that know nothing else.
    pub(crate) fn utf_8(&self) -> Result<&str, Fault> {
        let text = self.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.bytes);
        std::str::from_utf8(text).map_err(|error| {
            Fault::input(&self.path, format!("byte {} is not UTF-8", error.valid_up_to()))
                .hint("save it as UTF-8")
        })
    }

    /// Whether its name ends so.
    pub(crate) fn ends_in(&self, ending: &str) -> bool {
        self.path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
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
