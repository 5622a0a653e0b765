//! `muster claims`: lists claims, opens one, and shows what is behind a figure.

use std::collections::BTreeSet;

use clap::ValueEnum;
use jiff::civil::Date;
use ledger::{Held, Ledger, Standing};
use model::{Claim, ClaimId, Document, DocumentId, Party, Source, Stage, Statement, write_lines};

use crate::{
    Fault, World,
    about::{names, touches},
    behind::Behind,
    book::{Book, WhichLedger},
    claim_page, claim_rows,
    claim_table::{self, Beside},
    find_claim,
    looking::{self, Looking},
    output,
    prose::{self, QUIET, STRONG},
    short::ShortIds,
    table::counted,
};

/// List claims, open one, or show what is behind a figure
///
/// Without CLAIM: every claim that fits all the filters, by the day it was published. With CLAIM, the claim opened:
/// what it says, the words it stands in, where they come from, and what was decided on it.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  muster claims --party KEN --stage deployed
  muster claims 3fa9c0de
  muster claims --behind KEN/deployed --as-of 2024-11-08
  muster claims --format jsonl --complete | muster enter - --ledger another.muster")]
pub(crate) struct ClaimsArgs {
    /// Open this claim: the beginning of its id
    claim: Option<String>,

    /// The claims behind a figure of the picture: PARTY/STAGE or PARTY/RESOURCE/STAGE
    ///
    /// PARTY is a code, several joined by `+`, `mission` for the whole mission as stated, `unstated`, `others`, or `sum`. STAGE is a stage
    /// such as `deployed`, or `promised-in-all`. RESOURCE is `people` unless named, such as `money/USD`.
    #[arg(long, value_name = "FIGURE", requires = "as_of", conflicts_with = "claim")]
    behind: Option<Behind>,

    /// The day of the picture that holds the figure
    #[arg(long, value_name = "DATE", value_parser = looking::day)]
    as_of: Option<Date>,

    #[command(flatten)]
    filters: Filters,

    #[command(flatten)]
    looking: Looking,

    /// How to print the list
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    /// As JSON Lines, before the claims the documents that they quote and behind them the decisions on them
    ///
    /// `muster enter -` takes all of it into another ledger.
    #[arg(long, conflicts_with = "claim")]
    complete: bool,

    #[command(flatten)]
    ledger: WhichLedger,
}

/// Which claims are wanted; each narrows the list.
#[derive(clap::Args, Debug)]
struct Filters {
    /// Claims that name this party
    #[arg(long, value_name = "CODE")]
    party: Option<Party>,

    /// Counts of this stage, and movements into or out of it
    #[arg(long, value_name = "STAGE", value_parser = stage)]
    stage: Option<Stage>,

    /// Claims of this type
    #[arg(long = "type", value_name = "TYPE", value_enum)]
    kind: Option<Kind>,

    /// Claims of documents whose title or id begins so
    #[arg(long, value_name = "DOCUMENT")]
    document: Option<String>,

    /// Claims that this rule made
    #[arg(long, value_name = "NAME")]
    rule: Option<String>,

    /// Claims that stand so
    #[arg(long, value_enum)]
    standing: Option<Stands>,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum Format {
    /// For people
    Table,
    /// The interchange format, one claim a line
    Jsonl,
    /// One claim a row, flat
    Csv,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum Kind {
    Count,
    Movement,
    Ceiling,
    Mandate,
    Site,
    Engagement,
    Concern,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Undecided,
    Accepted,
    Rejected,
    Replaced,
}

pub(crate) fn run(world: &mut World, args: &ClaimsArgs) -> Result<(), Fault> {
    let ledger = Book::open(world, &args.ledger)?.ledger(world, args.looking.entered_by())?;
    if let Some(typed) = &args.claim {
        let held = find_claim::find(&ledger, typed, |held| args.looking.shows(held))?;
        return claim_page::print(world, &ledger, held);
    }
    let figure = match (&args.behind, args.as_of) {
        (Some(behind), Some(as_of)) => {
            Some(behind.figure(&ledger, &args.looking.asked(world, &ledger, as_of)?)?)
        }
        _ => None,
    };
    let mut found: Vec<&Held> = ledger
        .claims()
        .filter(|held| figure.as_ref().is_none_or(|figure| figure.claims.contains(&held.id)))
        .filter(|held| args.looking.shows(held) && args.filters.want(&ledger, held))
        .collect();
    found.sort_by_key(|held| (held.claim.published.day, held.seq));
    if args.complete {
        return complete(world, &ledger, &found, args.format);
    }
    match args.format {
        Format::Table => {
            if let (Some(figure), Some(behind)) = (&figure, &args.behind) {
                let (head, how) = (format!("{behind}: {figure}"), format!("({})", figure.how()));
                prose::line(world, 1, &[(STRONG, &head), (QUIET, &how)])?;
            }
            table(world, &ledger, &found)
        }
        Format::Jsonl => {
            Ok(world.out.write_all(write_lines(found.iter().map(|held| &*held.claim)).as_bytes())?)
        }
        Format::Csv => csv(world, &ledger, &found),
    }
}

impl Filters {
    fn want(&self, ledger: &Ledger, held: &Held) -> bool {
        let claim = &held.claim;
        let document = || ledger.document(claim.quote()?.document);
        self.party.is_none_or(|party| names(&claim.statement, party))
            && self.stage.is_none_or(|stage| touches(&claim.statement, stage))
            && self.kind.is_none_or(|kind| kind.is(&claim.statement))
            && self.document.as_ref().is_none_or(|typed| document().is_some_and(|found| begins(found, typed)))
            && self.rule.as_ref().is_none_or(|typed| made_by(claim, typed))
            && self.standing.is_none_or(|stands| stands.is(ledger.standing(held.id)))
    }
}

fn begins(document: &Document, typed: &str) -> bool {
    document.title.as_str().to_lowercase().starts_with(&typed.to_lowercase())
        || document.id().to_string().starts_with(typed)
}

fn made_by(claim: &Claim, typed: &str) -> bool {
    matches!(&claim.source, Source::Read { rule, .. } if rule.0.as_str() == typed)
}

/// A stage by its word, with spaces or hyphens.
fn stage(words: &str) -> Result<Stage, String> {
    let plain = words.replace(['-', ' '], "_");
    serde_json::from_value(serde_json::Value::String(plain)).map_err(|_| {
        "not a stage; write such as `promised`, `training`, `ready`, `deployed`, `home`, `in-service`, `paid`".to_owned()
    })
}

fn table(world: &mut World, ledger: &Ledger, found: &[&Held]) -> Result<(), Fault> {
    if found.is_empty() {
        world.say("No claim fits.\n");
        return Ok(());
    }
    let ids = ShortIds::of(ledger);
    let decided = found.iter().any(|held| ledger.standing(held.id) != Standing::Undecided);
    let lines = found.iter().map(|held| claim_table::Line {
        called: ids.short(held.id),
        claim: &held.claim,
        document: held.claim.quote().and_then(|quote| ledger.document(quote.document)),
        remark: match ledger.standing(held.id) {
            Standing::Undecided => String::new(),
            Standing::Accepted => "accepted".to_owned(),
            Standing::Rejected => "rejected".to_owned(),
            Standing::Replaced(with) => format!("replaced by {}", ids.short(with)),
        },
    });
    let beside = if decided { Beside::WordsDayAndStanding } else { Beside::WordsAndDay };
    claim_table::print(world, lines, beside)?;
    let count = counted(found.len(), "claim", "claims");
    world.say(&format!("{count}; `muster claims ID` opens one\n"));
    Ok(())
}

/// The claims with all that they need to stand in another ledger.
fn complete(world: &mut World, ledger: &Ledger, found: &[&Held], format: Format) -> Result<(), Fault> {
    if !matches!(format, Format::Jsonl) {
        return Err(Fault::usage("only JSON Lines are complete").hint("add `--format jsonl`"));
    }
    let claims: BTreeSet<ClaimId> = found.iter().map(|held| held.id).collect();
    let quoted: BTreeSet<DocumentId> =
        found.iter().filter_map(|held| Some(held.claim.quote()?.document)).collect();
    let ruled = ledger.decisions().filter(|decision| {
        claims.contains(&decision.claim)
            && decision.ruling.other().is_none_or(|other| claims.contains(&other))
    });
    let documents = write_lines(quoted.iter().filter_map(|id| ledger.document(*id)));
    let claims = write_lines(found.iter().map(|held| &*held.claim));
    Ok(world.out.write_all((documents + &claims + &write_lines(ruled)).as_bytes())?)
}

fn csv(world: &mut World, ledger: &Ledger, found: &[&Held]) -> Result<(), Fault> {
    let rows = found.iter().map(|held| claim_rows::cells(ledger, held, ledger.standing(held.id)));
    output::csv(world, claim_rows::COLUMNS, rows)
}

impl Kind {
    fn is(self, statement: &Statement) -> bool {
        self.to_possible_value().is_some_and(|value| value.get_name() == statement.kind())
    }
}

impl Stands {
    fn of(standing: Standing) -> Self {
        match standing {
            Standing::Undecided => Self::Undecided,
            Standing::Accepted => Self::Accepted,
            Standing::Rejected => Self::Rejected,
            Standing::Replaced(_) => Self::Replaced,
        }
    }

    fn is(self, standing: Standing) -> bool {
        self == Self::of(standing)
    }
}
