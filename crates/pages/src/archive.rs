//! WARC: archives of what web servers answered, as ISO 28500 has them; read record by record.
//!
//! By hand because the format is a header and a length, and because every length in it comes from outside: no record
//! may claim memory that it does not fill, and one too large is passed over.

use std::{
    fmt,
    io::{self, BufRead, Read},
};

use jiff::civil::Date;
use model::Finding;

use crate::{
    MOST_BYTES, day, document, feed, http,
    source::{Taken, broken},
};

/// The most bytes of one record's own header.
const MOST_HEADER: u64 = 64 * 1024;

/// An archive, read up to some record.
pub(crate) struct Archive<'r> {
    source: Box<dyn BufRead + 'r>,
    /// Documents of the record that was read last: a feed has many.
    waiting: std::vec::IntoIter<Taken>,
    /// Records without a document for people: requests, pictures, programs, answers that are no pages.
    left_out: usize,
    /// Records with one.
    read: usize,
    is_done: bool,
}

impl fmt::Debug for Archive<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive")
            .field("read", &self.read)
            .field("left_out", &self.left_out)
            .finish_non_exhaustive()
    }
}

/// What the header of a record says.
#[derive(Debug, Default)]
struct Header {
    kind: String,
    length: u64,
    address: Option<String>,
    seen: Option<Date>,
    content: String,
}

impl<'r> Archive<'r> {
    pub(crate) fn new(source: Box<dyn BufRead + 'r>) -> Self {
        Self { source, waiting: Vec::new().into_iter(), left_out: 0, read: 0, is_done: false }
    }

    /// The next record's documents; none at the end.
    fn record(&mut self) -> io::Result<Option<Vec<Taken>>> {
        let Some(header) = self.header()? else { return Ok(None) };
        let is_told = matches!(header.kind.as_str(), "response" | "resource" | "conversion");
        if !is_told || header.length > MOST_BYTES as u64 {
            self.pass(header.length)?;
            if is_told {
                return Ok(Some(vec![too_large(&header)]));
            }
            self.left_out += 1;
            return Ok(Some(Vec::new()));
        }
        let mut block = Vec::new();
        self.source.by_ref().take(header.length).read_to_end(&mut block)?;
        let is_short = (block.len() as u64) < header.length;
        let mut taken = documents(&header, &block);
        if taken.is_empty() {
            self.left_out += 1;
        } else {
            self.read += 1;
        }
        if is_short {
            self.is_done = true;
            let message =
                format!("the archive ends in the middle of a record{}", of(header.address.as_ref()));
            let finding = Finding::new("cut-off", message).hint("fetch or copy it again");
            match taken.last_mut() {
                Some(last) => last.findings.insert(0, finding),
                None => taken.push(Taken { findings: vec![finding], ..Taken::default() }),
            }
        }
        Ok(Some(taken))
    }

    /// The next header, behind any blank lines.
    fn header(&mut self) -> io::Result<Option<Header>> {
        let mut header = Header::default();
        let mut has_begun = false;
        let mut left = MOST_HEADER;
        loop {
            let mut line = Vec::new();
            let len = self.source.by_ref().take(left).read_until(b'\n', &mut line)?;
            left = left.saturating_sub(len as u64);
            let line = String::from_utf8_lossy(&line);
            let line = line.trim();
            match (len, line.is_empty(), has_begun) {
                (0, _, false) if left > 0 => return Ok(None),
                (0, ..) => return Err(io::Error::other("a record's header has no end")),
                (_, true, true) => return Ok(Some(header)),
                (_, true, false) => {}
                (_, false, false) if line.starts_with("WARC/") => has_begun = true,
                (_, false, false) => {
                    let found: String = line.chars().take(40).collect();
                    return Err(io::Error::other(format!("“{found}” where a record should begin")));
                }
                (_, false, true) => header.see(line)?,
            }
        }
    }

    /// Goes on behind a block without keeping it.
    fn pass(&mut self, length: u64) -> io::Result<()> {
        let passed = io::copy(&mut self.source.by_ref().take(length), &mut io::sink())?;
        if passed < length { Err(io::ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
    }
}

impl Header {
    fn see(&mut self, line: &str) -> io::Result<()> {
        let Some((name, value)) = line.split_once(':') else { return Ok(()) };
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "warc-type" => self.kind = value.to_ascii_lowercase(),
            "warc-target-uri" => {
                self.address = Some(value.trim_start_matches('<').trim_end_matches('>').to_owned());
            }
            "warc-date" => self.seen = day::day(value),
            "content-type" => value.clone_into(&mut self.content),
            "content-length" => {
                self.length = value
                    .parse()
                    .map_err(|_| io::Error::other(format!("“{value}” where a record's length should be")))?;
            }
            _ => {}
        }
        Ok(())
    }
}

/// The documents of a record; none where it holds nothing for people to read.
fn documents(header: &Header, block: &[u8]) -> Vec<Taken> {
    let answer = http::Answer::of(&header.content, block);
    if !answer.is_found || !answer.is_readable() {
        return Vec::new();
    }
    let (body, charset) = (&answer.body, answer.charset.as_deref());
    let mut taken = if feed::is_feed(body) {
        feed::read(body)
    } else {
        let (page, findings) = document::read_declared(body, charset);
        vec![Taken { page, findings, seen: None }]
    };
    for one in &mut taken {
        one.seen = one.seen.or(header.seen);
        match &mut one.page {
            Some(page) => page.address = page.address.take().or_else(|| header.address.clone()),
            None => {
                for finding in &mut one.findings {
                    finding.message += &of(header.address.as_ref());
                }
            }
        }
        one.findings.extend(answer.fault.clone());
    }
    taken
}

fn of(address: Option<&String>) -> String {
    address.map(|address| format!(" ({address})")).unwrap_or_default()
}

fn too_large(header: &Header) -> Taken {
    let of = of(header.address.as_ref());
    let message = format!("a record has {} bytes; the most is {MOST_BYTES}{of}", header.length);
    let finding = Finding::new("too-large", message).hint("take it out of the archive and split it");
    Taken { findings: vec![finding], ..Taken::default() }
}

impl Iterator for Archive<'_> {
    type Item = Taken;

    fn next(&mut self) -> Option<Taken> {
        loop {
            if let Some(taken) = self.waiting.next() {
                return Some(taken);
            }
            if self.is_done {
                let left_out = std::mem::take(&mut self.left_out);
                return (left_out > 0).then(|| {
                    let message = format!(
                        "{left_out} of its records hold no document: requests, pictures, programs, errors"
                    );
                    Taken { findings: vec![Finding::new("records-left-out", message)], ..Taken::default() }
                });
            }
            match self.record() {
                Ok(Some(taken)) => self.waiting = taken.into_iter(),
                Ok(None) => self.is_done = true,
                Err(error) => {
                    self.is_done = true;
                    return Some(broken(&error, "; the records before it are read"));
                }
            }
        }
    }
}
