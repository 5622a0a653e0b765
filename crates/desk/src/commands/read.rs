//! `muster read`: the claims in a text, nothing stored.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use clap::ValueEnum;
use exchange::annotations::annotate;
use model::{ByteRange, Document, write_lines};
use reader::{Lexicons, Reading};

use crate::{
    Fault, Kind, World, claim_page, claim_table,
    input::Input,
    output, prose,
    report::{self, Told},
    sentence,
    table::{Column, Rows, Text, counted},
};

/// Show the claims in a text; nothing is stored
///
/// Each claim is shown as a sentence to confirm, beside the words it stands in.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  muster read report.txt --published 2024-10-11
  muster read report.txt --explain")]
pub(crate) struct ReadArgs {
    /// The texts; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    #[command(flatten)]
    told: Told,

    /// How to print the claims
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    /// Show for each claim its rule and the words that filled each slot, and for each number without claim why not
    #[arg(long)]
    explain: bool,

    /// Before the claims, print the document that they quote, so that `muster enter -` takes all of it
    #[arg(long)]
    documents: bool,

    /// Write NAME.json or NAME.jsonl for each text into this folder, instead of printing; not for tables
    #[arg(long, value_name = "DIR", requires = "format")]
    out: Option<PathBuf>,
}

/// A text and what the reader made of it.
struct Read {
    name: String,
    document: Document,
    reading: Reading,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// For people
    Table,
    /// The interchange format, one claim a line
    Jsonl,
    /// What each sentence states, a JSON list a document, to score a reader by
    Annotations,
}

pub(crate) fn run(world: &mut World, args: &ReadArgs) -> Result<(), Fault> {
    if args.out.is_some() && args.format == Format::Table {
        return Err(Fault::usage("`--out` writes no tables")
            .hint("write it with `--format jsonl` or `--format annotations`"));
    }
    let lexicons = report::lexicons();
    let bar = world.progress("texts");
    bar.set_length(args.files.len() as u64);
    let (mut faults, mut first, mut written) = (Vec::new(), true, BTreeMap::new());
    for path in &args.files {
        let read = match read(world, &args.told, path, &lexicons) {
            Ok(read) => read,
            // The other texts do not wait for one that cannot be read.
            Err(fault) if fault.kind == Kind::Input => {
                faults.push(fault);
                continue;
            }
            Err(fault) => return Err(fault),
        };
        let text = match args.format {
            Format::Table => None,
            Format::Jsonl => Some(lines(&read, args.documents)),
            Format::Annotations => Some(annotations(&read)?),
        };
        match (text, &args.out) {
            (Some(text), Some(folder)) => {
                let ending = if args.format == Format::Jsonl { "jsonl" } else { "json" };
                let file = folder.join(format!("{}.{ending}", read.name));
                if let Some(other) = written.insert(file.clone(), path) {
                    let both = format!("`{}` and `{}` would be one file", other.display(), path.display());
                    return Err(Fault::output(&file, both).hint("read them one by one, with a folder each"));
                }
                output::write(&file, text.as_bytes())?;
            }
            (Some(text), None) => world.out.write_all(text.as_bytes())?,
            (None, _) => {
                if !first {
                    writeln!(world.out)?;
                }
                table(world, &read, args.explain)?;
            }
        }
        if !(args.explain && args.format == Format::Table) {
            for remark in report::remarks(&read.reading.findings) {
                world.say(&prose::plain(&format!("{}: {remark}\n", read.name)));
            }
        }
        first = false;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Fault::tell_all(faults, world)
}

fn read(world: &mut World, told: &Told, path: &Path, lexicons: &Lexicons) -> Result<Read, Fault> {
    let input = Input::read(world, path)?;
    let (document, findings) = told.document(world, &input, lexicons)?;
    let mut reading = told.read(&document, lexicons);
    reading.findings.splice(0..0, findings);
    Ok(Read { name: input.name(), document, reading })
}

fn lines(read: &Read, with_document: bool) -> String {
    let document = with_document.then_some(&read.document);
    write_lines(document) + &write_lines(&read.reading.claims)
}

fn annotations(read: &Read) -> Result<String, Fault> {
    let list = annotate(&read.document, &read.reading.claims);
    Ok(serde_json::to_string_pretty(&list)? + "\n")
}

fn table(world: &mut World, read: &Read, explain: bool) -> Result<(), Fault> {
    let Read { name, document, reading } = read;
    let bold = anstyle::Style::new().bold();
    let count = counted(reading.claims.len(), "claim", "claims");
    let published = claim_page::published(document.published);
    writeln!(world.out, " {bold}{name}{bold:#}: {count}; published {published}")?;
    if explain {
        return explained(world, read);
    }
    let numbered = reading.claims.iter().enumerate();
    let lines = numbered.map(|(i, claim)| claim_table::Line {
        called: (i + 1).to_string(),
        claim,
        document: Some(document),
        remark: String::new(),
    });
    claim_table::print(world, lines, claim_table::Beside::Words)?;
    let placed = reading.findings.iter().filter(|finding| finding.at.is_some()).count();
    if placed > 0 {
        let findings = counted(placed, "finding", "findings");
        world.say(&format!("{findings} on what became no claim; `--explain` shows them\n"));
    }
    Ok(())
}

/// For each claim its rule and the words that filled its slots; then what became no claim, and why.
fn explained(world: &mut World, Read { document, reading, .. }: &Read) -> Result<(), Fault> {
    let mut rows = Rows::new(&[Column::Piece(""), Column::Piece(""), Column::Words("")]);
    for (i, claim) in reading.claims.iter().enumerate() {
        rows.add([Text::Plain((i + 1).to_string()), "claim".into(), Text::Strong(sentence::sentence(claim))]);
        rows.add(["".into(), quiet("words"), Text::Plain(claim_table::words(claim, Some(document)))]);
        rows.add(["".into(), quiet("rule"), Text::Plain(report::rule(claim))]);
        for slot in reading.explanations.get(i).iter().flat_map(|explanation| &explanation.slots) {
            let words = slot.at.of(&document.text).unwrap_or_default();
            rows.add([
                "".into(),
                quiet(slot.name),
                Text::Plain(format!("“{}”", claim_table::one_line(words))),
            ]);
        }
    }
    rows.print(world)?;
    if reading.findings.is_empty() {
        return Ok(());
    }
    writeln!(world.out, "\n What became no claim")?;
    let mut rows = Rows::new(&[Column::Piece(""), Column::Words(""), Column::Words("")]);
    for finding in &reading.findings {
        rows.add([
            quiet(finding.code),
            Text::Plain(report::advice(finding)),
            Text::Quiet(finding.at.map(|at| line_of(&document.text, at)).unwrap_or_default()),
        ]);
    }
    rows.print(world)
}

fn quiet(word: &str) -> Text {
    Text::Quiet(word.to_owned())
}

/// The words around a place, to find it again in the text.
fn line_of(text: &str, at: ByteRange) -> String {
    let range = at.range();
    let start = text[..text.floor_char_boundary(range.start)].rfind('\n').map_or(0, |end| end + 1);
    let from = text.ceil_char_boundary(range.start.saturating_sub(40).max(start));
    let to = text.ceil_char_boundary((range.end + 40).min(text.len()));
    let words = claim_table::one_line(text.get(from..to).unwrap_or_default());
    format!("“…{words}…”")
}
