//! `muster import`: a claims table as CSV into the ledger, with a report on every row that it could not take.

use std::path::PathBuf;

use exchange::claims_table;
use ledger::Entry;
use model::{Finding, MissionCode};

use super::enter::{self, Entered, Ready};
use crate::{
    Fault, World,
    book::{Book, WhichLedger},
    input::Input,
    table::{Column, Rows, Text},
};

/// Enter a claims table
///
/// A CSV file with the columns `date`, `date_precision`, `kind`, `party`, `low`, `high`, `unit`, `summary` and
/// `source_url`: one dated fact a row. Each row becomes a document of one line with its claims; a row that says what no
/// claim can say is kept as a document, and told. All of it is entered in one transaction.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Example:
  muster import claims.csv --mission MSS")]
pub(crate) struct ImportArgs {
    /// The table; `-` is standard input
    #[arg(value_name = "FILE.csv")]
    file: PathBuf,

    /// The mission that the rows are about
    #[arg(long, value_name = "CODE", default_value = "MSS")]
    mission: MissionCode,

    #[command(flatten)]
    ledger: WhichLedger,
}

pub(crate) fn run(world: &mut World, args: &ImportArgs) -> Result<(), Fault> {
    let input = Input::read(world, &args.file)?;
    let (ready, findings) = read(input.name(), input.utf_8()?, &args.mission);
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
    let import = claims_table::import(text, mission);
    let documents = import.documents.into_iter().map(Entry::Document);
    let entries = documents.chain(import.claims.into_iter().map(Entry::Claim)).collect();
    (Ready::of_entries(name, entries, Vec::new()), import.findings)
}

/// The report on every row that could not be taken.
fn rows_not_taken(world: &mut World, findings: &[Finding]) -> Result<(), Fault> {
    if findings.is_empty() {
        return Ok(());
    }
    let mut rows = Rows::new(&[Column::Words("row"), Column::Words("makes no claim because")]);
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
