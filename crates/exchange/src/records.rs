//! The records of a CSV table, each with its line and its place in the bytes.

use csv::{Reader, ReaderBuilder, StringRecord};
use model::{ByteRange, Finding};

/// A table that is being read.
pub(crate) struct Records<'t> {
    reader: Reader<&'t [u8]>,
    /// The bytes before the first column, which are a byte order mark.
    offset: usize,
}

/// A record, and where it stands.
pub(crate) struct Placed<'r> {
    pub(crate) record: &'r StringRecord,
    pub(crate) line: u64,
    pub(crate) at: Option<ByteRange>,
}

impl<'t> Records<'t> {
    /// Opens a table; a byte order mark before it is passed over.
    pub(crate) fn of(csv: &'t str) -> Self {
        let body = csv.strip_prefix('\u{feff}').unwrap_or(csv);
        let reader = ReaderBuilder::new().flexible(true).from_reader(body.as_bytes());
        Self { reader, offset: csv.len() - body.len() }
    }

    /// The names of its columns; none of a table that is empty.
    pub(crate) fn header(&mut self) -> StringRecord {
        self.reader.headers().cloned().unwrap_or_default()
    }

    /// What `row` makes of each record. What it refuses is a finding, and so is what is no record.
    pub(crate) fn rows<R>(
        mut self,
        row: impl Fn(Placed<'_>) -> Result<R, Finding>,
        findings: &mut Vec<Finding>,
    ) -> Vec<R> {
        let mut rows = Vec::new();
        let mut record = StringRecord::new();
        loop {
            match self.reader.read_record(&mut record) {
                Ok(false) => return rows,
                Ok(true) => {
                    let (start, line) = record.position().map_or((0, 0), |it| (it.byte(), it.line()));
                    let index =
                        |byte: u64| usize::try_from(byte).unwrap_or(usize::MAX).saturating_add(self.offset);
                    let at = ByteRange::new(index(start), index(self.reader.position().byte()));
                    match row(Placed { record: &record, line, at }) {
                        Ok(row) => rows.push(row),
                        Err(finding) => findings.push(finding),
                    }
                }
                Err(error) => findings.push(Finding::new("not-a-row", error.to_string())),
            }
        }
    }
}
