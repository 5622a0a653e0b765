//! `muster import`: a table as CSV into the ledger, with a report on every row that it could not take as it stands.

use std::path::PathBuf;

use exchange::{claims_table, un_contributions};
use ledger::Entry;
use model::{Finding, MissionCode};

use super::enter::{self, Entered, Ready};
use crate::{
    Fault, World,
    book::{Book, WhichLedger},
    input::Input,
    mission,
    table::{Column, Rows, Text},
};

/// Enter a table of claims, or of UN contributions
///
/// A CSV file with the columns `date`, `date_precision`, `kind`, `party`, `low`, `high`, `unit`, `summary` and
/// `source_url`: one dated fact a row. Each row becomes a document of one line with its claims; a row that says what no
/// claim can say is kept as a document, and told. All of it is entered in one transaction.
///
/// With `--format un-contributions`: who had how many people in which UN mission at the end of which month, one
/// contributor, mission and month a row. Each month becomes a document with a line for each row.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Example:
  muster import claims.csv --mission MSS
  muster import contributions.csv --format un-contributions")]
pub(crate) struct ImportArgs {
    /// The table; `-` is standard input
    #[arg(value_name = "FILE.csv")]
    file: PathBuf,

    /// What table it is
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// The mission that the rows are about; MSS if not given. A table of UN contributions names it in each row: then
    /// only the rows of this mission are taken, or all if not given
    #[arg(long, value_name = "CODE")]
    mission: Option<MissionCode>,

    #[command(flatten)]
    ledger: WhichLedger,
}

/// A table that can be imported.
#[derive(clap::ValueEnum, Clone, Copy, Debug, Default)]
enum Format {
    /// Dated facts on one mission (docs/claims-table.md)
    #[default]
    Claims,
    /// UN contributors by mission and month (docs/un-contributions.md)
    UnContributions,
}

pub(crate) fn run(world: &mut World, args: &ImportArgs) -> Result<(), Fault> {
    let input = Input::read(world, &args.file)?;
    let (name, text) = (input.name(), input.utf_8()?);
    let (ready, findings) = match (args.format, &args.mission) {
        (Format::UnContributions, only) => entries(name, un_contributions::import(text, only.as_ref())),
        (Format::Claims, Some(mission)) => read(name, text, mission),
        (Format::Claims, None) => {
            let mission = mission::DEMO.parse();
            let mission = mission.map_err(|error: model::NotAMissionCode| Fault::usage(error.to_string()))?;
            read(name, text, &mission)
        }
    };
    if ready.entries.is_empty() {
        return Err(input.unreadable(findings, "it holds no rows"));
    }
    let book = Book::open_or_make(world, &args.ledger)?;
    let mut entered = Entered::of(world, &book, ready)?;
    entered.rows_not_taken = findings.len();
    rows_not_taken(world, &findings)?;
    let hints = hints(&findings);
    enter::tell(world, &[entered]).map_err(|fault| hints.into_iter().fold(fault, Fault::hint))
}

/// What to do, each once, with the lines that it is for.
fn hints(findings: &[Finding]) -> Vec<String> {
    let mut lines: Vec<(&str, Vec<&str>)> = Vec::new();
    for finding in findings {
        let Some(hint) = &finding.hint else { continue };
        let behind = finding.message.strip_prefix("line ");
        let line = behind.and_then(|rest| rest.split(|c: char| !c.is_ascii_digit()).next());
        match lines.iter_mut().find(|(other, _)| other == hint) {
            Some((_, lines)) => lines.extend(line),
            None => lines.push((hint, line.into_iter().collect())),
        }
    }
    let told = |(hint, lines): (&str, Vec<&str>)| match lines[..] {
        [] => hint.to_owned(),
        [line] => format!("line {line}: {hint}"),
        [..] => format!("lines {}: {hint}", lines.join(", ")),
    };
    lines.into_iter().map(told).collect()
}

/// The entries of a table, and a finding for each row that made no claim.
pub(crate) fn read(name: String, text: &str, mission: &MissionCode) -> (Ready, Vec<Finding>) {
    entries(name, claims_table::import(text, mission))
}

fn entries(name: String, import: claims_table::Import) -> (Ready, Vec<Finding>) {
    let documents = import.documents.into_iter().map(Entry::Document);
    let entries = documents.chain(import.claims.into_iter().map(Entry::Claim)).collect();
    (Ready::of_entries(name, entries, Vec::new()), import.findings)
}

/// The report on every row that could not be taken.
fn rows_not_taken(world: &mut World, findings: &[Finding]) -> Result<(), Fault> {
    if findings.is_empty() {
        return Ok(());
    }
    let mut rows = Rows::new(&[Column::Words("row"), Column::Words("is not taken as it stands because")]);
    for finding in findings {
        let (row, why) = match finding.message.split_once("): ") {
            Some((row, why)) => (format!("{row})"), why),
            None => (String::new(), finding.message.as_str()),
        };
        rows.add([Text::Quiet(row), Text::Plain(why.to_owned())]);
    }
    rows.print(world)?;
    Ok(writeln!(world.out)?)
}
