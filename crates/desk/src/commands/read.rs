//! `muster read`: the claims in a text, nothing stored.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    thread,
};

use clap::ValueEnum;
use exchange::annotations::annotate;
use jiff::civil::Date;
use model::{ByteRange, Document, Finding, write_lines};
use pages::{Page, Taken};
use reader::{Packs, Reading};

use crate::{
    Fault, Kind, World,
    ahead::Ahead,
    claim_page, claim_table,
    input::{self, Named, Source},
    output, prose,
    report::{self, Told},
    sentence,
    table::{Column, Rows, Text, counted},
};

/// Show the claims in texts; nothing is stored
///
/// Each claim is shown as a sentence to confirm, beside the words it stands in. A file may be a plain text, an HTML
/// page, a PDF, a feed or a WARC archive: its bytes tell which. Feeds and archives give many documents.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  muster read report.txt --published 2024-10-11
  muster read report.txt --explain
  muster read page.html report.pdf feed.xml crawl.warc.gz
  muster read page.html --format text")]
pub(crate) struct ReadArgs {
    /// The files; `-` is standard input
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
    path: PathBuf,
    name: String,
    document: Document,
    reading: Reading,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// For people
    Table,
    /// The text that claims are read from, under what it says of itself
    Text,
    /// The interchange format, one claim a line
    Jsonl,
    /// What each sentence states, a JSON list a document, to score a reader by
    Annotations,
}

impl Format {
    /// Whether it is for programs, which want nothing between two documents.
    fn is_data(self) -> bool {
        matches!(self, Self::Jsonl | Self::Annotations)
    }
}

pub(crate) fn run(world: &mut World, args: &ReadArgs) -> Result<(), Fault> {
    if args.out.is_some() && args.format == Format::Table {
        return Err(Fault::usage("`--out` writes no tables")
            .hint("write it with `--format jsonl` or `--format annotations`"));
    }
    let (packs, today) = (report::packs(), world.today()?);
    let bar = world.progress("texts");
    bar.set_length(args.files.len() as u64);
    let (mut faults, mut so_far) = (Vec::new(), SoFar::default());
    thread::scope(|scope| {
        let mut ahead = Ahead::new(scope, |opened| read(args, today, &packs, opened));
        for path in &args.files {
            match file(world, args, path, &mut ahead, &mut so_far) {
                Ok(()) => {}
                // The other texts do not wait for one that cannot be read.
                Err(fault) if fault.kind == Kind::Input => faults.push(fault),
                Err(fault) => return Err(fault),
            }
            bar.inc(1);
        }
        for read in ahead.finish() {
            show(world, args, &read?, &mut so_far)?;
        }
        Ok(())
    })?;
    bar.finish_and_clear();
    Fault::tell_all(faults, world)
}

/// What was printed and written so far.
#[derive(Default)]
struct SoFar {
    shown: usize,
    written: BTreeMap<PathBuf, PathBuf>,
}

/// A document that was taken from a file and is to be read.
struct Opened {
    path: PathBuf,
    name: String,
    page: Page,
    seen: Option<Date>,
    findings: Vec<Finding>,
}

/// Gives what is in a file to be read, document by document, and shows what has been read.
fn file(
    world: &mut World,
    args: &ReadArgs,
    path: &Path,
    ahead: &mut Ahead<Opened, Result<Read, Fault>>,
    so_far: &mut SoFar,
) -> Result<(), Fault> {
    let mut documents = Source::open(world, path)?.documents();
    let mut has_any = false;
    while let Some(Named { name, taken: Taken { page, seen, findings } }) = documents.next() {
        let Some(page) = page else {
            if !documents.are_many {
                return Err(input::unreadable(path, findings, "it holds no text"));
            }
            for remark in report::remarks(&findings) {
                world.say(&prose::plain(&format!("{name}: {remark}\n")));
            }
            continue;
        };
        has_any = true;
        let opened = Opened { path: path.to_owned(), name, page, seen, findings };
        if let Some(read) = ahead.give(opened) {
            show(world, args, &read?, so_far)?;
        }
    }
    if has_any { Ok(()) } else { Err(Fault::input(path, "none of its documents holds a text")) }
}

fn read(args: &ReadArgs, today: Date, packs: &Packs, opened: Opened) -> Result<Read, Fault> {
    let Opened { path, name, page, seen, findings } = opened;
    let document = args.told.document(today, &name, page, seen, packs)?;
    let mut reading = args.told.read(&document, packs);
    reading.findings.splice(0..0, findings);
    Ok(Read { path, name, document, reading })
}

/// Prints or writes one reading.
fn show(world: &mut World, args: &ReadArgs, read: &Read, so_far: &mut SoFar) -> Result<(), Fault> {
    let (text, ending) = match args.format {
        Format::Table => (None, ""),
        Format::Text => (Some(text(read)), "txt"),
        Format::Jsonl => (Some(lines(read, args.documents)), "jsonl"),
        Format::Annotations => (Some(annotations(read)?), "json"),
    };
    if !args.format.is_data() {
        if so_far.shown > 0 && args.out.is_none() {
            writeln!(world.out)?;
        }
        so_far.shown += 1;
    }
    match (text, &args.out) {
        (Some(text), Some(folder)) => {
            let file = folder.join(format!("{}.{ending}", read.name));
            if let Some(other) = so_far.written.insert(file.clone(), read.path.clone()) {
                let both = format!("`{}` and `{}` would be one file", other.display(), read.path.display());
                return Err(Fault::output(&file, both).hint("read them one by one, with a folder each"));
            }
            output::write(&file, text.as_bytes())?;
        }
        (Some(text), None) => world.out.write_all(text.as_bytes())?,
        (None, _) => table(world, read, args.explain)?,
    }
    if !(args.explain && args.format == Format::Table) {
        for remark in report::remarks(&read.reading.findings) {
            world.say(&prose::plain(&format!("{}: {remark}\n", read.name)));
        }
    }
    Ok(())
}

/// What the document says of itself, then the text that its claims stand in.
fn text(Read { document, .. }: &Read) -> String {
    let lines = [
        ("title", Some(document.title.to_string())),
        ("publisher", document.publisher.as_ref().map(ToString::to_string)),
        ("address", document.address.as_ref().map(ToString::to_string)),
        ("published", Some(claim_page::published(document.published))),
    ];
    let head: String =
        lines.iter().filter_map(|(name, value)| Some(format!("{name:<10} {}\n", value.as_ref()?))).collect();
    head + "\n" + document.text.trim_end() + "\n"
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
    let Read { name, document, reading, .. } = read;
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
