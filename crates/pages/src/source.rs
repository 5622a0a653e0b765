//! A file from outside: one document, a feed, or an archive of many, told apart by its first bytes.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use jiff::civil::Date;
use model::Finding;

use crate::{MOST_BYTES, Page, archive::Archive, document, feed};

/// What became of one document of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The document; none where it could not be read, and then a finding says why.
    pub page: Option<Page>,
    /// What was wrong.
    pub findings: Vec<Finding>,
    /// The last day on which it can have been published, where the file tells: when an archive's page was taken.
    pub seen: Option<Date>,
}

/// Whether a file of these first bytes may hold more than memory should: an archive, or something compressed.
#[must_use]
pub fn is_archive(start: &[u8]) -> bool {
    start.starts_with(b"WARC/") || is_gzip(start)
}

fn is_gzip(start: &[u8]) -> bool {
    start.starts_with(&[0x1f, 0x8b])
}

/// The documents in a file, in order, one after the other: an archive is never in memory as a whole.
///
/// Reading never fails. What ends early gives what came before, and a finding.
pub fn open<'r>(source: impl BufRead + 'r) -> Pages<'r> {
    let mut source: Box<dyn BufRead + 'r> = Box::new(source);
    match source.fill_buf() {
        Ok(start) if is_gzip(start) => source = Box::new(BufReader::new(MultiGzDecoder::new(source))),
        Ok(_) => {}
        Err(error) => return Pages(State::Listed(vec![broken(&error, "")].into_iter())),
    }
    match begins(&mut source, b"WARC/") {
        Ok((true, source)) => Pages(State::Archive(Box::new(Archive::new(source)))),
        Ok((false, source)) => Pages(State::Listed(one(source).into_iter())),
        Err(error) => Pages(State::Listed(vec![broken(&error, "")].into_iter())),
    }
}

/// Whether a source begins so, and the source from its beginning.
fn begins<'r>(source: &mut Box<dyn BufRead + 'r>, what: &[u8]) -> io::Result<(bool, Box<dyn BufRead + 'r>)> {
    let mut start = Vec::new();
    source.by_ref().take(what.len() as u64).read_to_end(&mut start)?;
    let source = std::mem::replace(source, Box::new(io::empty()));
    Ok((start == what, Box::new(io::Cursor::new(start).chain(source))))
}

/// The documents of a source that is no archive.
fn one(source: Box<dyn BufRead + '_>) -> Vec<Taken> {
    let mut bytes = Vec::new();
    let most = MOST_BYTES as u64 + 1;
    let error = source.take(most).read_to_end(&mut bytes).err();
    let mut taken = of_bytes(&bytes);
    if let Some(error) = error {
        let broken = broken(&error, "; what came before is read");
        match taken.first_mut().filter(|first| first.page.is_some()) {
            Some(first) => first.findings.splice(0..0, broken.findings).for_each(drop),
            None => taken = vec![broken],
        }
    }
    taken
}

/// The documents in the bytes of a file that is no archive: a feed's entries, else one.
#[must_use]
pub fn of_bytes(bytes: &[u8]) -> Vec<Taken> {
    if bytes.len() <= MOST_BYTES && feed::is_feed(bytes) {
        return feed::read(bytes);
    }
    let (page, findings) = document::read(bytes);
    vec![Taken { page, findings, seen: None }]
}

/// That a source ended where it should not have.
pub(crate) fn broken(error: &io::Error, then: &str) -> Taken {
    let message = match error.kind() {
        io::ErrorKind::UnexpectedEof => format!("the file is cut off: its compressed part has no end{then}"),
        _ => format!("the file cannot be read on: {error}{then}"),
    };
    let finding = Finding::new("cut-off", message).hint("fetch or copy it again");
    Taken { findings: vec![finding], ..Taken::default() }
}

/// The documents in a file: see [`open`].
#[derive(Debug)]
pub struct Pages<'r>(State<'r>);

#[derive(Debug)]
enum State<'r> {
    Listed(std::vec::IntoIter<Taken>),
    Archive(Box<Archive<'r>>),
}

impl Iterator for Pages<'_> {
    type Item = Taken;

    fn next(&mut self) -> Option<Taken> {
        match &mut self.0 {
            State::Listed(taken) => taken.next(),
            State::Archive(archive) => archive.next(),
        }
    }
}
