//! `muster change`: what differs between two pictures, and which entries did it.

use clap::{ArgGroup, ValueEnum};
use jiff::civil::Date;
use ledger::Ledger;
use picture::{Asked, Between, CHANGE_COLUMNS, Change, ChangedRow, Dispute, Why};

use super::history::{bounds, grouped};
use crate::{
    Fault, World,
    book::{Book, WhichLedger},
    contradictions::{about, of_whom},
    looking::{self, Looking, Moment},
    output,
    prose::{self, PLAIN, QUIET, STRONG},
    sentence,
    short::ShortIds,
    table::counted,
};

/// Show what differs between two pictures, and which entries did it
///
/// Two days as known on one day, or one day as known on two, or as entered by two moments. Each figure that differs stands
/// before and after, with the claims and decisions that bear on it; then disputes that opened or closed, movements
/// between, and every entry that one picture rests on and the other could not.
#[derive(clap::Args, Debug)]
#[command(
    group = ArgGroup::new("first").args(["from", "known_from", "entered_from"]).multiple(true).required(true),
    after_help = "\
Examples:
  muster change --from 2024-06-30 --to 2024-11-08
  muster change --to 2024-11-08 --known-from 2024-11-09 --known-on 2025-10-02
  muster change --entered-from 2025-11-01 --format csv"
)]
pub(crate) struct ChangeArgs {
    /// The day of the first picture; if not given, that of the second
    #[arg(long, value_name = "DATE", value_parser = looking::day)]
    from: Option<Date>,

    /// The day of the second picture; today if not given
    #[arg(long, visible_alias = "as-of", value_name = "DATE", value_parser = looking::day)]
    to: Option<Date>,

    /// The first picture leaves out what was published after this day; if not given, as the second
    #[arg(long, value_name = "DATE", value_parser = looking::day)]
    known_from: Option<Date>,

    /// The first picture leaves out what was entered after this moment; if not given, as the second
    #[arg(long, value_name = "MOMENT")]
    entered_from: Option<Moment>,

    #[command(flatten)]
    looking: Looking,

    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    #[command(flatten)]
    ledger: WhichLedger,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum Format {
    /// For people
    Table,
    /// All of it as one JSON document
    Json,
    /// One figure that differs a row
    Csv,
}

pub(crate) fn run(world: &mut World, args: &ChangeArgs) -> Result<(), Fault> {
    let book = Book::open(world, &args.ledger)?;
    let now = book.ledger(world, args.looking.entered_by())?;
    let to = args.to.map_or_else(|| world.today(), Ok)?;
    let after = args.looking.asked(world, &now, to)?;
    let before = Asked {
        as_of: args.from.unwrap_or(to),
        known_on: args.known_from.unwrap_or(after.known_on),
        ..after.clone()
    };
    let earlier = args.entered_from.map(|moment| book.ledger(world, Some(moment.0))).transpose()?;
    let change = picture::change((earlier.as_ref().unwrap_or(&now), &before), (&now, &after));
    match args.format {
        Format::Table => print(world, &now, &change, args.entered_from),
        Format::Json => output::json(world, &change),
        Format::Csv => output::csv(world, CHANGE_COLUMNS, change.rows.iter().map(ChangedRow::cells)),
    }
}

fn print(world: &mut World, ledger: &Ledger, change: &Change, since: Option<Moment>) -> Result<(), Fault> {
    let ids = ShortIds::of(ledger);
    let Change { before, after, .. } = change;
    let span = |from: Date, to: Date, on: &str| {
        if from == to { format!("{on} {to}") } else { format!("from {from} to {to}") }
    };
    let days = span(before.as_of, after.as_of, "on");
    let known = match span(before.known_on, after.known_on, "as known on") {
        one if before.known_on == after.known_on => one,
        two => format!("as known {two}"),
    };
    let entered = since.map(|moment| format!(", since what was entered by {}", moment.0)).unwrap_or_default();
    let rest = format!(", {known}{entered}, for {} eyes", after.viewer);
    writeln!(world.out, "{STRONG}{} {days}{STRONG:#}{rest}", after.mission)?;
    if change.rows.is_empty() {
        writeln!(world.out, "\nNo figure differs.")?;
    } else {
        prose::heading(world, "What differs", "")?;
        for row in &change.rows {
            differs(world, row, ids)?;
        }
    }
    disputes(world, "Disputes that opened", &change.opened, ids)?;
    disputes(world, "Disputes that closed", &change.closed, ids)?;
    for (title, events) in [("Movements", &change.came), ("No longer counted", &change.went)] {
        if !events.is_empty() {
            prose::heading(world, title, "")?;
        }
        for event in events {
            let number = event.best.map_or("some".to_owned(), grouped);
            let whose = of_whom(&event.whose, &event.resource);
            let words = format!("{}: {whose}, {number} {}", event.last_day, sentence::done(event.step));
            prose::line(world, 1, &[(PLAIN, &words), (QUIET, &ids.list(&event.reports))])?;
        }
    }
    entries(world, ledger, change, ids)
}

/// `Kenya, deployed: 385 (384-390), then 746 (744-751)`, and what bears on it.
fn differs(world: &mut World, row: &ChangedRow, ids: ShortIds) -> Result<(), Fault> {
    let figure = |it: Option<Between>| {
        let Some(it) = it else { return "none".to_owned() };
        let best = it.best.map_or("some".to_owned(), grouped);
        Some(bounds(it))
            .filter(|words| !words.is_empty())
            .map_or(best.clone(), |words| format!("{best} ({words})"))
    };
    let name = format!("{}, {}:", of_whom(&row.whose, &row.resource), row.stage);
    let (before, after) = (format!("{}, then", figure(row.before)), figure(row.after));
    let decided = Some(row.decisions.len()).filter(|n| *n > 0);
    let decided = decided.map(|n| counted(n, "decision", "decisions")).unwrap_or_default();
    let claims = ids.list(&row.claims);
    let parts = [(PLAIN, &name), (PLAIN, &before), (STRONG, &after), (QUIET, &claims), (QUIET, &decided)];
    prose::line(world, 1, &parts.map(|(style, words)| (style, words.as_str())))
}

fn disputes(world: &mut World, title: &str, disputes: &[Dispute], ids: ShortIds) -> Result<(), Fault> {
    if disputes.is_empty() {
        return Ok(());
    }
    prose::heading(world, title, "")?;
    for dispute in disputes {
        let about = format!("{}:", about(dispute));
        let taken = format!("{} taken", dispute.taken.words);
        let mut parts = vec![(PLAIN, about), (STRONG, taken), (QUIET, ids.list(&dispute.taken.claims))];
        for outvoted in &dispute.outvoted {
            parts.push((PLAIN, format!("not {}", outvoted.said.words)));
            parts.push((QUIET, ids.list(&outvoted.said.claims)));
        }
        let parts: Vec<_> = parts.iter().map(|(style, words)| (*style, words.as_str())).collect();
        prose::line(world, 1, &parts)?;
    }
    Ok(())
}

/// Every entry that bears on a figure that differs, by why it does.
fn entries(world: &mut World, ledger: &Ledger, change: &Change, ids: ShortIds) -> Result<(), Fault> {
    let bears = |claim| change.rows.iter().any(|row| row.claims.contains(claim));
    let titles = [
        (Why::Published, "Published between"),
        (Why::Entered, "Entered between"),
        (Why::Ruled, "Ruled out, brought back or replaced"),
        (Why::NotKnown, "Known to the first picture alone"),
        (Why::SpeaksBetween, "Claims on the days between"),
    ];
    for (why, title) in titles {
        let told: Vec<_> = change.entries.iter().filter(|it| it.why == why && bears(&it.claim)).collect();
        if !told.is_empty() {
            prose::heading(world, title, "")?;
        }
        for entry in told {
            let words = ledger.claim(entry.claim).map(|held| sentence::sentence(&held.claim));
            let words = words.unwrap_or_else(|| entry.words.clone());
            let day = format!("(published {})", entry.published);
            let id = ids.short(entry.claim);
            prose::line(world, 1, &[(QUIET, &id), (PLAIN, &words), (QUIET, &day)])?;
        }
    }
    if !change.decisions.is_empty() {
        prose::heading(world, "Decisions between", "")?;
    }
    for decided in &change.decisions {
        let named = decided.ruling.other().map(|other| format!(" {}", ids.short(other))).unwrap_or_default();
        let words = format!("{}{named}, by {}: {}", decided.ruling, decided.by, decided.why);
        prose::line(world, 1, &[(QUIET, &ids.short(decided.claim)), (PLAIN, &words)])?;
    }
    Ok(())
}
