//! One row of a claims table, each column held against what it may say.

use csv::StringRecord;
use jiff::civil::Date;
use model::{BODIES, ByteRange, Finding, Party, Period, Span, Whose};

use super::{COLUMNS, KINDS, Kind, number::Number};
use crate::records::{Placed, Records};

/// A whole row: every column read, nothing yet made of it.
pub(super) struct Row {
    line: u64,
    at: Option<ByteRange>,
    pub(super) kind: &'static Kind,
    pub(super) period: Period,
    inferred: bool,
    pub(super) parties: Vec<Party>,
    pub(super) of_civilians: bool,
    party_words: String,
    pub(super) low: Option<Number>,
    pub(super) high: Option<Number>,
    pub(super) unit: String,
    pub(super) summary: String,
    pub(super) address: String,
}

/// The rows of a table, and a finding for each line or column that is none.
pub(super) fn rows(csv: &str) -> (Vec<Row>, Vec<Finding>) {
    let mut records = Records::of(csv);
    let mut findings = Vec::new();
    let header = records.header();
    let places: Vec<Option<usize>> =
        COLUMNS.iter().map(|name| header.iter().position(|column| column.trim() == *name)).collect();
    for (name, place) in COLUMNS.iter().zip(&places) {
        if place.is_none() {
            let message = format!("line 1: column `{name}` is missing");
            let hint = format!("write the columns {}", COLUMNS.join(","));
            findings.push(Finding::new("missing-column", message).hint(hint));
        }
    }
    let Some(places) = places.into_iter().collect::<Option<Vec<usize>>>() else {
        return (Vec::new(), findings);
    };
    for column in header.iter().map(str::trim).filter(|column| !COLUMNS.contains(column)) {
        let message = format!("line 1: column `{column}` is not one of a claims table and was left out");
        findings.push(
            Finding::new("unknown-column", message).hint(format!("the columns are {}", COLUMNS.join(","))),
        );
    }
    let row = |Placed { record, line, at }: Placed<'_>| {
        Columns { record, places: &places, header: header.len(), line, at }.row()
    };
    let rows = records.rows(row, &mut findings);
    (rows, findings)
}

/// A record and where its columns stand.
struct Columns<'a> {
    record: &'a StringRecord,
    places: &'a [usize],
    header: usize,
    line: u64,
    at: Option<ByteRange>,
}

impl Columns<'_> {
    fn get(&self, column: &str) -> &str {
        let place = COLUMNS.iter().position(|name| *name == column).and_then(|i| self.places.get(i));
        place.and_then(|place| self.record.get(*place)).unwrap_or_default().trim()
    }

    fn fault(&self, code: &'static str, column: &str, why: &str, hint: &str) -> Finding {
        let words = self.get(column);
        let message = format!("line {}, column `{column}`: `{words}` {why}", self.line);
        Finding::new(code, message).hint(hint).at(self.at)
    }

    fn row(&self) -> Result<Row, Finding> {
        if self.record.len() != self.header {
            let message = format!(
                "line {}: it has {} columns where the first line has {}",
                self.line,
                self.record.len(),
                self.header
            );
            let hint = "put a text that holds a comma in double quotes";
            return Err(Finding::new("ragged-row", message).hint(hint).at(self.at));
        }
        let kind = KINDS.iter().find(|kind| kind.name == self.get("kind")).ok_or_else(|| {
            self.fault("unknown-kind", "kind", "is no kind of row", "docs/claims-table.md lists the kinds")
        })?;
        let (period, inferred) = self.period()?;
        let (low, high) = (self.number("low")?, self.number("high")?);
        if let (Some(low), Some(high)) = (low, high)
            && low.exceeds(high) != Some(false)
        {
            let why = format!("is more than column `high`, which says `{high}`");
            return Err(self.fault("low-above-high", "low", &why, "write the smaller number in `low`"));
        }
        let (parties, of_civilians) = self.parties()?;
        Ok(Row {
            line: self.line,
            at: self.at,
            kind,
            period,
            inferred,
            parties,
            of_civilians,
            party_words: one_line(self.get("party")),
            low,
            high,
            unit: one_line(self.get("unit")),
            summary: one_line(self.get("summary")),
            address: self.get("source_url").to_owned(),
        })
    }

    /// The period, and whether its day was worked out.
    fn period(&self) -> Result<(Period, bool), Finding> {
        let bad = |why: &str| {
            self.fault(
                "bad-date",
                "date",
                why,
                "write 2024-06-25, or 2024-06 with precision `month`, 2024 with `year`",
            )
        };
        let period: Period = self.get("date").parse().map_err(|_| bad("is no date"))?;
        match (self.get("date_precision"), period) {
            ("day" | "as_of", Period::Day(_)) | ("month", Period::Month(_)) | ("year", Period::Year(_)) => {
                Ok((period, false))
            }
            ("inferred_day", Period::Day(_)) => Ok((period, true)),
            ("day" | "as_of" | "inferred_day" | "month" | "year", _) => {
                let why =
                    format!("is not what column `date_precision` says: `{}`", self.get("date_precision"));
                Err(bad(&why))
            }
            _ => Err(self.fault(
                "unknown-precision",
                "date_precision",
                "is no precision",
                "write day, inferred_day, as_of, month or year",
            )),
        }
    }

    fn number(&self, column: &str) -> Result<Option<Number>, Finding> {
        let words = self.get(column);
        if words.is_empty() {
            return Ok(None);
        }
        let hint = "write digits without commas or units, such as 2500 or 10.8; leave it blank where the bound is open";
        Number::read(words).map(Some).ok_or_else(|| self.fault("bad-number", column, "is no number", hint))
    }

    /// The parties, and whether the people are civilians of no party.
    fn parties(&self) -> Result<(Vec<Party>, bool), Finding> {
        let (mut parties, mut civilians) = (Vec::new(), false);
        for name in self.get("party").split(';').map(str::trim).filter(|name| !name.is_empty()) {
            match party(name) {
                _ if name == "civilians" => civilians = true,
                // "unnamed (5 states)": the source keeps the names back.
                _ if name.starts_with("unnamed") => {}
                Some(party) => parties.push(party),
                None => {
                    let why = format!("names `{name}`, which is no party");
                    let hint = "write a state's name in full or its ISO 3166 alpha-3 code, or a body such as UN; several with `;` between";
                    return Err(self.fault("unknown-party", "party", &why, hint));
                }
            }
        }
        Ok((parties, civilians))
    }
}

/// A quoted field may run over several lines; a row is one.
fn one_line(field: &str) -> String {
    field
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A state or body by its code or its name; "United States" is the one whose full name goes on with "of".
fn party(name: &str) -> Option<Party> {
    let body = || BODIES.iter().find(|body| body.name == name).and_then(|body| Party::new(body.code).ok());
    let state = || Party::states().find(|state| state.name() == name);
    let long = format!("{name} of ");
    let longer = || Party::states().find(|state| state.name().starts_with(&long));
    Party::new(name).ok().or_else(body).or_else(state).or_else(longer)
}

impl Row {
    /// When it was so.
    pub(super) fn span(&self) -> Span {
        Span::In(self.period)
    }

    /// The day on which a month-long row is taken to be said: its first, so that a plan lies ahead of it.
    pub(super) fn said(&self) -> Date {
        self.period.first_day()
    }

    /// Of whom: the parties of the row together; none named is unstated.
    pub(super) fn whose(&self) -> Whose {
        Whose::of(self.parties.iter().copied().collect())
    }

    /// Of whom, where a row without a party speaks of the whole mission.
    pub(super) fn whose_or_mission(&self) -> Whose {
        if self.parties.is_empty() && self.party_words.is_empty() { Whose::Mission } else { self.whose() }
    }

    /// Whether the summary holds one of these words, in whatever case.
    pub(super) fn says(&self, words: &[&str]) -> bool {
        let summary = self.summary.to_lowercase();
        words.iter().any(|word| summary.contains(word))
    }

    /// The row up to its number: `2025-06-26: strength_country, Guatemala, 150 personnel`.
    pub(super) fn heading(&self) -> String {
        let inferred = if self.inferred { " (day inferred)" } else { "" };
        let number = match (self.low, self.high) {
            (None, None) => String::new(),
            (Some(low), Some(high)) if low == high => low.to_string(),
            (Some(low), Some(high)) => format!("{low} to {high}"),
            (Some(low), None) => format!("{low} or more"),
            (None, Some(high)) => format!("up to {high}"),
        };
        let mut parts = vec![self.kind.name.to_owned(), self.party_words.clone()];
        parts.push([number, self.unit.clone()].join(" ").trim().to_owned());
        parts.retain(|part| !part.is_empty());
        format!("{}{inferred}: {}", self.period, parts.join(", "))
    }

    /// The row as one line of text, the same on every machine: what a claim of the row quotes.
    pub(super) fn line(&self) -> String {
        let line = format!("{}. {}", self.heading(), self.summary);
        line.trim_end().to_owned()
    }

    /// A finding on this row that names its line and what it says.
    pub(super) fn finding(&self, code: &'static str, why: &str, hint: &str) -> Finding {
        Finding::new(code, format!("line {} ({}): {why}", self.line, self.heading())).hint(hint).at(self.at)
    }
}
