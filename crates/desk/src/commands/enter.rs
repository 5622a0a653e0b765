//! `muster enter`: reports, or claims as JSON Lines, into the ledger.

use std::path::{Path, PathBuf};

use ledger::{Entry, Ledger, Outcome};
use model::{Basis, Document, DocumentId, Finding, Marking, Published};
use reader::Packs;

use crate::{
    Fault, Kind, World,
    book::{Book, WhichLedger},
    entry_lines,
    input::{self, Input, Named, Source},
    proposal::{Known, Proposal},
    prose,
    report::{self, Told},
    sentence,
    table::{Column, Rows, Text, counted},
};

/// Enter reports, or claims as JSON Lines, into the ledger
///
/// A report is a plain text, an HTML page, a PDF, or one of many in a feed or a WARC archive: what it seems to say is
/// read from it and entered with it. A file that ends in .jsonl, or begins with a JSON object, holds claims, documents
/// and decisions, one a line. Each file is entered in one transaction, a feed or an archive in one for each hundred
/// documents: after an error or a power cut, all of it is there or nothing. Entering again what is there already changes
/// nothing and says so.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  muster enter report.txt --published 2024-10-11 --address https://example.org/report
  muster enter page.html crawl.warc.gz
  muster read report.txt --format jsonl --documents | muster enter -")]
pub(crate) struct EnterArgs {
    /// The files; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    #[command(flatten)]
    told: Told,

    #[command(flatten)]
    ledger: WhichLedger,
}

/// A file made ready to be entered.
pub(crate) struct Ready {
    pub(crate) name: String,
    pub(crate) entries: Vec<Entry>,
    /// Lines or rows that did not become entries.
    pub(crate) not_taken: Vec<Finding>,
    /// What there is to say of a report as a whole.
    remarks: Vec<String>,
    /// The report's day of publication, where it is a report.
    published: Option<Published>,
}

pub(crate) fn run(world: &mut World, args: &EnterArgs) -> Result<(), Fault> {
    let (mut sources, mut faults) = (Vec::new(), Vec::new());
    for path in &args.files {
        match Source::open(world, path) {
            Ok(source) => sources.push((path, source)),
            Err(fault) => faults.push(fault),
        }
    }
    if sources.is_empty() {
        return Fault::tell_all(faults, world);
    }
    let packs = report::packs();
    let book = Book::open_or_make(world, &args.ledger)?;
    let bar = world.progress("files");
    bar.set_length(sources.len() as u64);
    let (mut all, mut seen) = (Vec::new(), Seen::default());
    for (path, source) in sources {
        match entered(world, &book, &mut seen, args, path, source, &packs) {
            Ok(entered) => all.push(entered),
            // The other files do not wait for one that cannot be read.
            Err(fault) if fault.kind == Kind::Input => faults.push(fault),
            Err(fault) => return Err(fault),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    faults.splice(0..0, tell(world, &all).err());
    Fault::tell_all(faults, world)
}

/// Documents of a feed or an archive that are entered in one transaction.
const TOGETHER: usize = 100;

/// Enters what is in a file.
fn entered(
    world: &World,
    book: &Book,
    seen: &mut Seen,
    args: &EnterArgs,
    path: &Path,
    source: Source,
    packs: &Packs,
) -> Result<Entered, Fault> {
    if let Source::Whole(input) = &source {
        if entry_lines::are(input)? {
            let (entries, not_taken) = entry_lines::read(input.utf_8()?);
            return Entered::of(world, book, Ready::of_entries(input.name(), entries, not_taken));
        }
        if input.ends_in("csv") {
            let path = input.path.display();
            return Err(Fault::input(&input.path, "a table is not a report")
                .hint(format!("`muster import {path}` enters a claims table")));
        }
    }
    let mut documents = source.documents();
    let mut all: Option<Entered> = None;
    let mut waiting: Option<Ready> = None;
    let mut count = 0;
    let enter = |ready: Ready, all: &mut Option<Entered>| -> Result<(), Fault> {
        let entered = Entered::of(world, book, ready)?;
        match all {
            Some(all) => all.add(entered),
            None => *all = Some(entered),
        }
        Ok(())
    };
    while let Some(Named { name, taken }) = documents.next() {
        let Some(page) = taken.page else {
            if !documents.are_many {
                return Err(input::unreadable(path, taken.findings, "it holds no text"));
            }
            let ready =
                waiting.get_or_insert_with(|| Ready::of_entries(input::name(path), Vec::new(), Vec::new()));
            ready.remarks.extend(report::remarks(&taken.findings));
            continue;
        };
        let document = args.told.document(world.today()?, &name, page, taken.seen, packs)?;
        let mut one = of_document(book, seen, world, &args.told, document, taken.findings, packs)?;
        count += 1;
        if !documents.are_many {
            return Entered::of(world, book, Ready { name, ..one });
        }
        let number = |remark: String| format!("document {count}: {remark}");
        one.remarks = one.remarks.into_iter().map(number).collect();
        match &mut waiting {
            None => waiting = Some(Ready { name: input::name(path), published: None, ..one }),
            Some(ready) => {
                ready.entries.extend(one.entries);
                ready.remarks.extend(one.remarks);
            }
        }
        if count % TOGETHER == 0
            && let Some(ready) = waiting.take()
        {
            enter(ready, &mut all)?;
        }
    }
    if let Some(ready) = waiting.take() {
        enter(ready, &mut all)?;
    }
    match all {
        Some(all) if count > 0 => Ok(all),
        _ => Err(Fault::input(path, "none of its documents holds a text")),
    }
}

/// The ledger as far as it was read to enter reports that it knows, so that many of them cost one reading.
#[derive(Default)]
pub(crate) struct Seen(Ledger);

impl Seen {
    /// A ledger that holds this document, which the book does.
    fn ledger_with(&mut self, world: &World, book: &Book, id: DocumentId) -> Result<&Ledger, Fault> {
        if self.0.document(id).is_none() {
            self.0 = book.ledger(world, None)?;
        }
        Ok(&self.0)
    }
}

impl Ready {
    /// Entries that came as such.
    pub(crate) fn of_entries(name: String, entries: Vec<Entry>, not_taken: Vec<Finding>) -> Self {
        Self { name, entries, not_taken, remarks: Vec::new(), published: None }
    }
}

/// The report in an input, made ready.
pub(crate) fn of_report(
    world: &World,
    book: &Book,
    seen: &mut Seen,
    told: &Told,
    input: &Input,
    packs: &Packs,
) -> Result<Ready, Fault> {
    let document = told.only(world, input, packs)?;
    let ready = of_document(book, seen, world, told, document, Vec::new(), packs)?;
    Ok(Ready { name: input.name(), ..ready })
}

/// A document, made ready with what the reader makes of it.
fn of_document(
    book: &Book,
    seen: &mut Seen,
    world: &World,
    told: &Told,
    mut document: Document,
    findings: Vec<Finding>,
    packs: &Packs,
) -> Result<Ready, Fault> {
    let mut remarks = Vec::new();
    let known = match had(book, &document)? {
        None => None,
        Some(known) => {
            let id = known.id();
            if known.marking != document.marking {
                let title = &known.title;
                remarks.push(format!(
                    "document “{title}”: the ledger keeps its own marking, `{}`",
                    known.marking
                ));
                document.marking = known.marking;
            }
            let entered = seen.ledger_with(world, book, id)?.claims();
            let quoting = entered.filter(|held| held.claim.quote().is_some_and(|quote| quote.document == id));
            Some(Known { claims: quoting.cloned().collect(), document: known })
        }
    };
    let proposal = Proposal::of(told, document, findings, packs, known.as_ref());
    remarks.extend(report::remarks(&proposal.findings));
    let published = Some(proposal.published);
    let entries = proposal.into_entries();
    Ok(Ready { name: String::new(), entries, not_taken: Vec::new(), remarks, published })
}

/// The document as the ledger has it: under its own marking, or one that a person may have left out now.
fn had(book: &Book, document: &Document) -> Result<Option<Document>, Fault> {
    for marking in [document.marking, Marking::Public, Marking::Mission] {
        if let Some(had) = book.document(document.id_under(marking))? {
            return Ok(Some(had));
        }
    }
    Ok(None)
}

/// What became of one file.
pub(crate) struct Entered {
    name: String,
    published: Option<Published>,
    documents: Tally,
    claims: Tally,
    /// What was refused or could not be read, each with the reason.
    faults: Vec<String>,
    /// Rows that were told already.
    pub(crate) rows_not_taken: usize,
    /// What there is to say of the file, and what the ledger holds otherwise than it was given now.
    remarks: Vec<String>,
}

/// How many of one kind.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    entered: usize,
    seen: usize,
}

impl Entered {
    /// Enters it.
    pub(crate) fn of(world: &World, book: &Book, ready: Ready) -> Result<Self, Fault> {
        let mut done = Self {
            name: ready.name,
            published: ready.published,
            documents: Tally::default(),
            claims: Tally::default(),
            faults: ready.not_taken.iter().map(report::advice).collect(),
            rows_not_taken: 0,
            remarks: ready.remarks,
        };
        let words: Vec<_> = ready.entries.iter().map(entry_words).collect();
        let are_documents: Vec<_> =
            ready.entries.iter().map(|entry| matches!(entry, Entry::Document(_))).collect();
        let waiting = world.waiting("entering");
        let outcomes = book.enter(world.now()?, ready.entries)?;
        waiting.finish_and_clear();
        for ((outcome, words), is_document) in outcomes.into_iter().zip(words).zip(are_documents) {
            let tally = if is_document { &mut done.documents } else { &mut done.claims };
            match outcome {
                Outcome::Entered(_) => tally.entered += 1,
                Outcome::SeenBefore { differs, .. } => {
                    tally.seen += 1;
                    if !differs.is_empty() {
                        let fields: Vec<_> = differs.iter().map(ToString::to_string).collect();
                        done.remarks.push(format!("{words}: the ledger keeps its own {}", fields.join(", ")));
                    }
                }
                Outcome::Refused(refusal) => done.faults.push(format!("{words}: {refusal}")),
            }
        }
        Ok(done)
    }
}

impl Entered {
    /// With what became of more of the same file.
    fn add(&mut self, more: Self) {
        for (tally, more) in [(&mut self.documents, more.documents), (&mut self.claims, more.claims)] {
            tally.entered += more.entered;
            tally.seen += more.seen;
        }
        self.faults.extend(more.faults);
        self.remarks.extend(more.remarks);
    }

    /// Whether something of it was refused or could not be read.
    pub(crate) fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }
}

fn entry_words(entry: &Entry) -> String {
    match entry {
        Entry::Document(Document { title, .. }) => format!("document “{title}”"),
        Entry::Claim(claim) => format!("claim “{}”", sentence::sentence(claim)),
        Entry::Decision(decision) => format!("decision {} on {}", decision.ruling, decision.claim),
    }
}

/// Everything in one sentence: `220 documents and 272 claims were entered, and none was there before.`
pub(crate) fn in_brief(all: &[Entered]) -> String {
    let sum = |of: fn(&Entered) -> usize| all.iter().map(of).sum::<usize>();
    let documents = counted(sum(|done| done.documents.entered), "document", "documents");
    let claims = counted(sum(|done| done.claims.entered), "claim", "claims");
    let seen = match sum(|done| done.documents.seen + done.claims.seen) {
        0 => String::new(),
        n => format!("; {n} were there before"),
    };
    format!("{documents} and {claims} entered{seen}.")
}

/// Tells what became of the files; that something was not taken is the fault that ends the command.
pub(crate) fn tell(world: &mut World, all: &[Entered]) -> Result<(), Fault> {
    let mut columns = vec![
        Column::Piece("file"),
        Column::Figure("new documents"),
        Column::Figure("new claims"),
        Column::Figure("seen before"),
        Column::Figure("not taken"),
    ];
    if all.iter().any(|done| done.published.is_some()) {
        columns.push(Column::Piece("published"));
    }
    let mut rows = Rows::new(&columns);
    for done in all {
        rows.add([
            Text::Plain(done.name.clone()),
            Text::Plain(done.documents.entered.to_string()),
            Text::Strong(done.claims.entered.to_string()),
            Text::Plain((done.documents.seen + done.claims.seen).to_string()),
            Text::Plain((done.faults.len() + done.rows_not_taken).to_string()),
            Text::Quiet(done.published.map(published).unwrap_or_default()),
        ]);
    }
    rows.print(world)?;
    for done in all {
        for line in done.remarks.iter().chain(&done.faults) {
            world.say(&prose::plain(&format!("{}: {line}\n", done.name)));
        }
    }
    let rows: usize = all.iter().map(|done| done.rows_not_taken).sum();
    let faults: usize = all.iter().map(|done| done.faults.len()).sum();
    match (rows, faults) {
        (0, 0) => Ok(()),
        (0, n) => Err(not_taken(&counted(n, "entry was", "entries were"))),
        (n, 0) => Err(not_taken(&counted(n, "row was", "rows were"))),
        (rows, n) => Err(not_taken(&format!(
            "{} and {}",
            counted(rows, "row", "rows"),
            counted(n, "entry were", "entries were")
        ))),
    }
}

fn not_taken(what: &str) -> Fault {
    Fault::new(Kind::NotTaken, format!("{what} not taken"))
}

/// The day, and a word on how it is known where it was not given.
fn published(published: Published) -> String {
    let how = match published.basis {
        Basis::Given => "",
        Basis::Metadata => " metadata",
        Basis::Dateline => " dateline",
        Basis::LatestDate => " latest date in it",
        Basis::DayRead => " day read",
    };
    format!("{published}{how}")
}
