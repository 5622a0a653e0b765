//! One row of the table: a contributor, a mission, a month, and how many of each kind.

use csv::StringRecord;
use jiff::civil::Date;
use model::{ByteRange, Finding, MissionCode, Party};

use super::{COLUMNS, KINDS};
use crate::records::{Placed, Records};

/// A row that can be taken.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) line: u64,
    pub(super) at: Option<ByteRange>,
    pub(super) day: Date,
    pub(super) party: Party,
    pub(super) name: String,
    pub(super) mission: MissionCode,
    /// By kind, in the order of [`KINDS`]; a blank is none told.
    pub(super) people: [Option<People>; 4],
    /// What it gives as the total of all kinds.
    pub(super) total: Option<u64>,
}

/// How many of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct People {
    pub(super) all: u64,
    /// Men and women, where both are given.
    pub(super) split: Option<(u64, u64)>,
}

impl Row {
    /// Whether its own numbers contradict each other.
    pub(super) fn contradiction(&self) -> Option<String> {
        let kinds = KINDS.iter().zip(&self.people).filter_map(|(kind, people)| Some((kind, (*people)?)));
        let mut sum = 0_u64;
        for (kind, people) in kinds {
            sum = sum.saturating_add(people.all);
            if let Some((men, women)) = people.split.filter(|(m, w)| m.saturating_add(*w) != people.all) {
                return Some(format!("{men} men and {women} women are not {} {}", people.all, kind.name));
            }
        }
        let total = self.total.filter(|total| *total != sum)?;
        Some(format!("its kinds add up to {sum}, its total is {total}"))
    }

    /// A finding on this row.
    pub(super) fn finding(&self, code: &'static str, why: &str, hint: &str) -> Finding {
        let Self { line, mission, name, day, .. } = self;
        Finding::new(code, format!("line {line} ({mission}, {name}, {day}): {why}")).hint(hint).at(self.at)
    }
}

/// The rows of a table, and a finding for each line or column that is none.
pub(super) fn rows(csv: &str) -> (Vec<Row>, Vec<Finding>) {
    let mut records = Records::of(csv);
    let mut findings = Vec::new();
    let header = records.header();
    let place = |name: &str| header.iter().position(|column| column.trim() == name);
    for name in COLUMNS.iter().filter(|name| place(name).is_none()) {
        let hint = format!("the columns {} must be there, others may", COLUMNS.join(","));
        findings
            .push(Finding::new("missing-column", format!("line 1: column `{name}` is missing")).hint(hint));
    }
    if !findings.is_empty() {
        return (Vec::new(), findings);
    }
    let row = |Placed { record, line, at }: Placed<'_>| Columns { record, header: &header, line, at }.row();
    let rows = records.rows(row, &mut findings);
    (rows, findings)
}

/// A record, and where its columns stand.
struct Columns<'a> {
    record: &'a StringRecord,
    header: &'a StringRecord,
    line: u64,
    at: Option<ByteRange>,
}

impl Columns<'_> {
    fn get(&self, column: &str) -> &str {
        let place = self.header.iter().position(|name| name.trim() == column);
        place.and_then(|place| self.record.get(place)).unwrap_or_default().trim()
    }

    fn fault(&self, code: &'static str, column: &str, why: &str, hint: &str) -> Finding {
        let words = self.get(column);
        Finding::new(code, format!("line {}, column `{column}`: `{words}` {why}", self.line))
            .hint(hint)
            .at(self.at)
    }

    fn row(&self) -> Result<Row, Finding> {
        if self.record.len() != self.header.len() {
            let (own, first) = (self.record.len(), self.header.len());
            let message =
                format!("line {}: it has {own} columns where the first line has {first}", self.line);
            let hint = "put a name that holds a comma in double quotes";
            return Err(Finding::new("ragged-row", message).hint(hint).at(self.at));
        }
        let day = self.get("Date").parse().map_err(|_| {
            self.fault(
                "bad-date",
                "Date",
                "is no date",
                "write the last day of the month, such as 2010-05-31",
            )
        })?;
        let code = "Contributor_ISO-3";
        let party = Party::new(self.get(code)).map_err(|_| {
            self.fault("unknown-party", code, "is no party", "write an ISO 3166 alpha-3 code")
        })?;
        let mission = self.get("Mission").parse().map_err(|_| {
            self.fault("bad-mission", "Mission", "is no mission's code", "write a short code, such as UNMIL")
        })?;
        let mut people = [None; 4];
        for (kind, place) in KINDS.iter().zip(&mut people) {
            *place = self.people(kind.column)?;
        }
        let name = self.get("Contributor");
        let name = if name.is_empty() { party.name().to_string() } else { name.to_owned() };
        let total = self.number("Total_Total")?;
        Ok(Row { line: self.line, at: self.at, day, party, name, mission, people, total })
    }

    fn people(&self, kind: &str) -> Result<Option<People>, Finding> {
        let number = |part: &str| self.number(&format!("{kind}_{part}"));
        let Some(all) = number("Total")? else { return Ok(None) };
        Ok(Some(People { all, split: number("Male")?.zip(number("Female")?) }))
    }

    /// Whole heads; some editions write them with `.0`.
    fn number(&self, column: &str) -> Result<Option<u64>, Finding> {
        let words = self.get(column);
        if words.is_empty() {
            return Ok(None);
        }
        let digits = words.strip_suffix(".0").unwrap_or(words);
        let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| digits.parse().ok()).flatten().map(Some).ok_or_else(|| {
            self.fault("bad-number", column, "is no head-count", "write digits alone, or leave it blank")
        })
    }
}
