//! Files that a command reads; `-` is standard input.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read},
    iter::Peekable,
    path::{Path, PathBuf},
};

use model::Finding;
use pages::{Pages, Taken};

use crate::{Fault, World};

/// What came in, and what it is called.
#[derive(Debug)]
pub(crate) struct Input {
    /// The path as typed.
    pub(crate) path: PathBuf,
    pub(crate) bytes: Vec<u8>,
}

/// A file that is being read, or that was read whole because it is not large.
pub(crate) enum Source {
    /// One document, a feed, entries: whatever is no archive.
    Whole(Input),
    /// An archive, which may be larger than the memory.
    Archive { path: PathBuf, bytes: Box<dyn BufRead> },
}

/// A document that was taken from a file, and its name in what is told: the file's, with its number where it has many.
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) taken: Taken,
}

/// The documents in a file, and whether it is one that may have many.
pub(crate) struct Documents<'r> {
    name: String,
    pages: Peekable<Pages<'r>>,
    number: usize,
    first: Option<Taken>,
    pub(crate) are_many: bool,
}

impl<'r> Documents<'r> {
    fn of(path: &Path, bytes: impl BufRead + 'r) -> Self {
        let mut documents = Self {
            name: name(path),
            pages: pages::open(bytes).peekable(),
            number: 0,
            first: None,
            are_many: false,
        };
        // One is looked at ahead, so that a file with one document goes by its own name.
        let first = documents.pages.next();
        documents.are_many = documents.pages.peek().is_some();
        documents.first = first;
        documents
    }
}

impl Iterator for Documents<'_> {
    type Item = Named;

    fn next(&mut self) -> Option<Named> {
        let taken = self.first.take().or_else(|| self.pages.next())?;
        self.number += usize::from(taken.page.is_some());
        let name = if self.are_many && taken.page.is_some() {
            format!("{}-{}", self.name, self.number)
        } else {
            self.name.clone()
        };
        Some(Named { name, taken })
    }
}

impl Source {
    /// Opens a file, or standard input for `-`, and reads it unless it is an archive.
    pub(crate) fn open(world: &mut World, path: &Path) -> Result<Self, Fault> {
        let fault = |error| Input::fault(path, &error);
        let mut bytes: Box<dyn BufRead> = if path == Path::new("-") {
            let input = std::mem::replace(&mut world.input, Box::new(io::empty()));
            Box::new(BufReader::new(input))
        } else {
            Box::new(BufReader::with_capacity(1 << 16, fs::File::open(path).map_err(fault)?))
        };
        if pages::is_archive(bytes.fill_buf().map_err(fault)?) {
            return Ok(Self::Archive { path: path.to_owned(), bytes });
        }
        let mut whole = Vec::new();
        bytes.read_to_end(&mut whole).map_err(fault)?;
        Ok(Self::Whole(Input { path: path.to_owned(), bytes: whole }))
    }

    /// The documents in it.
    pub(crate) fn documents(self) -> Documents<'static> {
        match self {
            Self::Whole(input) => Documents::of(&input.path, io::Cursor::new(input.bytes)),
            Self::Archive { path, bytes } => Documents::of(&path, bytes),
        }
    }
}

impl Input {
    /// Reads a file, or standard input for `-`.
    pub(crate) fn read(world: &mut World, path: &Path) -> Result<Self, Fault> {
        let mut bytes = Vec::new();
        if path == Path::new("-") {
            world.input.read_to_end(&mut bytes).map_err(|error| Fault::input(path, error))?;
        } else {
            bytes = fs::read(path).map_err(|error| Self::fault(path, &error))?;
        }
        Ok(Self { path: path.to_owned(), bytes })
    }

    fn fault(path: &Path, error: &io::Error) -> Fault {
        match error.kind() {
            io::ErrorKind::IsADirectory => {
                Fault::input(path, "it is a folder").hint(format!("name its files: {}/*.txt", path.display()))
            }
            _ => Fault::input(path, error),
        }
    }

    /// That what is in it cannot be read: the first finding, with what to do.
    pub(crate) fn unreadable(&self, findings: Vec<Finding>, otherwise: &str) -> Fault {
        unreadable(&self.path, findings, otherwise)
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
        name(&self.path)
    }
}

/// That nothing in a file can be read: the first finding, with what to do.
pub(crate) fn unreadable(path: &Path, findings: Vec<Finding>, otherwise: &str) -> Fault {
    match findings.into_iter().next() {
        None => Fault::input(path, otherwise),
        Some(Finding { message, hint, .. }) => {
            let fault = Fault::input(path, message);
            hint.into_iter().fold(fault, Fault::hint)
        }
    }
}

/// The name of a file without folder and endings that say how it is packed: `seed-000`, and `crawl` for `crawl.warc.gz`.
pub(crate) fn name(path: &Path) -> String {
    if path == Path::new("-") {
        return "standard input".to_owned();
    }
    let name = path
        .file_stem()
        .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let is_packed = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"));
    match name.rsplit_once('.').filter(|(before, _)| is_packed && !before.is_empty()) {
        Some((before, _)) => before.to_owned(),
        None => name,
    }
}
