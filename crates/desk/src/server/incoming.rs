//! Incoming files: their documents taken out and read, within limits of number, size and time.

use std::{
    io::{self, BufRead, Cursor, Read},
    path::PathBuf,
    time::{Duration, Instant},
};

use jiff::civil::Date;
use model::{Document, Finding, Name};
use reader::Packs;

use super::problem::{Code, Problem};
use crate::{
    entry_lines,
    input::{Input, Named, Source},
    proposal::{Known, Proposal},
    report::{self, Told},
};

/// More documents at once are for `muster enter`.
const MOST_DOCUMENTS: usize = 200;
/// A longer text is no report.
const MOST_TEXT: usize = 4 << 20;
/// A file that takes longer to be taken apart is given up: less than a request may take.
const LONGEST: Duration = Duration::from_secs(20);
/// So much of the first line of a text without a title is its title.
const TITLE: usize = 80;

/// A file that came in, and what was told of it.
pub(crate) struct Incoming {
    pub(crate) bytes: Vec<u8>,
    /// Its name, if it has one.
    pub(crate) name: Option<Name>,
    /// The headline, where a person gives it.
    pub(crate) title: Option<Name>,
    pub(crate) told: Told,
}

/// What was made of one document of a file.
pub(crate) enum Made {
    /// It can be entered.
    Proposed {
        proposal: Box<Proposal>,
        /// Whether the ledger has it under another marking than it was to have, and keeps that.
        keeps_marking: bool,
    },
    /// It is in the ledger, and nothing is to be added to it.
    Kept(Document),
    /// It holds no text; why.
    Unread(String),
}

/// How the ledger has a document already, as far as the asker may see.
pub(crate) enum Had {
    /// Not at all, or hidden: what is hidden is another document, for it is marked otherwise.
    Not,
    /// So; the asker may add claims to it.
    Open(Known),
    /// So; the asker may not add to it.
    Closed(Document),
}

/// Reads what is in a file. Either all of it fits the limits, or nothing of it is taken.
pub(crate) fn read(
    incoming: Incoming,
    today: Date,
    packs: &Packs,
    had: impl Fn(&Document) -> Had,
) -> Result<Vec<Made>, Problem> {
    let Incoming { bytes, name, title, told } = incoming;
    let until = Instant::now() + LONGEST;
    let path = PathBuf::from(name.as_ref().map_or("pasted text", Name::as_str));
    let input = Input { path, bytes };
    refuse_entries(&input)?;
    let Input { path, bytes } = input;
    let bytes = Box::new(Timely { bytes: Cursor::new(bytes), until });
    let mut documents = Source::Archive { path, bytes }.documents();
    let mut made = Vec::new();
    while let Some(Named { name: called, taken }) = documents.next() {
        if Instant::now() > until {
            return Err(too_long());
        }
        let Some(page) = taken.page else {
            if !documents.are_many {
                return Err(unreadable(taken.findings));
            }
            made.extend(report::remarks(&taken.findings).map(Made::Unread));
            continue;
        };
        if page.text.len() > MOST_TEXT {
            let detail = format!("a text of {} bytes; {MOST_TEXT} are the most", page.text.len());
            return Err(Problem::new(Code::TooLarge, detail).hint("split it"));
        }
        if made.len() >= MOST_DOCUMENTS {
            return Err(Problem::new(
                Code::TooLarge,
                format!("more than {MOST_DOCUMENTS} documents at once"),
            )
            .hint("`muster enter` takes as many as there are"));
        }
        let called = if name.is_some() { called } else { first_line(&page.text).unwrap_or(called) };
        let document = told.document(today, &called, page, taken.seen, packs);
        let mut document =
            document.map_err(|_| Problem::new(Code::BadQuery, format!("`{called}` is no name")))?;
        if let Some(title) = title.as_ref().filter(|_| !documents.are_many) {
            document.title = title.clone();
        }
        let known = match had(&document) {
            Had::Not => None,
            Had::Open(known) => Some(known),
            Had::Closed(kept) => {
                made.push(Made::Kept(kept));
                continue;
            }
        };
        let kept = known.as_ref().map(|known| known.document.marking);
        let keeps_marking = kept.is_some_and(|kept| kept != document.marking);
        document.marking = kept.unwrap_or(document.marking);
        let proposal = Proposal::of(&told, document, taken.findings, packs, known.as_ref());
        made.push(Made::Proposed { proposal: Box::new(proposal), keeps_marking });
    }
    if Instant::now() > until {
        return Err(too_long());
    }
    if !made.iter().any(|made| !matches!(made, Made::Unread(_))) {
        return Err(Problem::new(Code::BadBody, "none of its documents holds a text"));
    }
    Ok(made)
}

/// Claims and tables are no reports: read as one they would give nonsense.
fn refuse_entries(input: &Input) -> Result<(), Problem> {
    let problem = |detail: &str, hint: &str| Err(Problem::new(Code::BadBody, detail).hint(hint));
    match entry_lines::are(input) {
        Ok(true) => problem("these are entries as JSON Lines, no report", "`muster enter` takes them"),
        Err(_) => problem("it is JSON, no report", "send a text, a page, a PDF, a feed or an archive"),
        Ok(false) if input.ends_in("csv") => {
            problem("a table is not a report", "`muster import` enters a claims table")
        }
        Ok(false) => Ok(()),
    }
}

fn unreadable(findings: Vec<Finding>) -> Problem {
    match findings.into_iter().next() {
        None => Problem::new(Code::BadBody, "it holds no text"),
        Some(Finding { message, hint, .. }) => {
            let problem = Problem::new(Code::BadBody, message);
            hint.into_iter().fold(problem, Problem::hint)
        }
    }
}

fn too_long() -> Problem {
    let detail = format!("it was not read within {} seconds; nothing was entered", LONGEST.as_secs());
    Problem::new(Code::TookTooLong, detail).hint("`muster enter` takes as long as it needs")
}

/// The first line with something in it, cut at the end of a word.
fn first_line(text: &str) -> Option<String> {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    if line.chars().count() <= TITLE {
        return Some(line.to_owned());
    }
    let start: String = line.chars().take(TITLE).collect();
    let words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    Some(format!("{words}…"))
}

/// A file that ends with an error when its time is over: a few bytes can be packed so that they take hours to unpack.
struct Timely {
    bytes: Cursor<Vec<u8>>,
    until: Instant,
}

impl Timely {
    /// So few bytes at once that the clock is looked at often enough.
    const PIECE: usize = 4 << 10;

    fn in_time(&self) -> io::Result<()> {
        if Instant::now() > self.until { Err(io::Error::other("its time is over")) } else { Ok(()) }
    }
}

impl Read for Timely {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.in_time()?;
        let most = to.len().min(Self::PIECE);
        self.bytes.read(&mut to[..most])
    }
}

impl BufRead for Timely {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.in_time()?;
        let piece = self.bytes.fill_buf()?;
        Ok(&piece[..piece.len().min(Self::PIECE)])
    }

    fn consume(&mut self, amount: usize) {
        self.bytes.consume(amount);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: Option<&str>) {
        assert_eq!(first_line(text).as_deref(), want);
    }

    #[test]
    fn a_text_is_called_by_its_first_line() {
        check("\n  Police land in the capital \nMore", Some("Police land in the capital"));
        check(" \n", None);
        let long = "word ".repeat(40);
        check(&long, Some(&("word ".repeat(15) + "word…")));
        check(&"é".repeat(200), Some(&("é".repeat(80) + "…")));
    }

    #[test]
    fn a_file_whose_time_is_over_ends_with_an_error() {
        let mut bytes = Timely { bytes: Cursor::new(vec![0; 10_000]), until: Instant::now() };
        std::thread::sleep(Duration::from_millis(2));
        assert!(bytes.fill_buf().is_err() && bytes.read(&mut [0; 8]).is_err());
    }
}
