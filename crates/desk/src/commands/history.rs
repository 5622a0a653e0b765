//! `muster history`: every balance through time, with what was said of it.

use clap::ValueEnum;
use jiff::civil::Date;
use picture::{Between, HISTORY_COLUMNS, History, OnDay, Saying, Series, Taken, Tells};

use crate::{
    Fault, World,
    book::{Book, WhichLedger},
    contradictions::of_whom,
    looking::{self, Looking},
    output,
    prose::{QUIET, STRONG},
    sentence,
    short::ShortIds,
    table::{Column, Rows, Text},
};

/// Show how strength moved over time, with what was said of it
///
/// One reading of all claims known is told day by day: a line where the figure changes, with its bounds, and a line for
/// each claim that speaks of it, marked where others outvote it. `muster picture --as-of DATE` says what any one of these
/// figures rests on; only pledge totals may differ there, for a picture leaves out pledges of later days.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  muster history --party KEN --stage deployed
  muster history --mission MSS --stage deployed --from 2024-06-01 --to 2024-12-31
  muster history --party sum --known-on 2024-12-31 --format csv")]
pub(crate) struct HistoryArgs {
    /// Of this party alone, such as KEN; also `others`, `mission` (as stated of the whole) and `sum`; may be repeated
    #[arg(long = "party", value_name = "CODE")]
    parties: Vec<String>,

    /// In this stage alone, such as `deployed` or `promised in all`; may be repeated
    #[arg(long = "stage", value_name = "STAGE")]
    stages: Vec<String>,

    /// Of this resource alone, such as `people`, `equipment/MRAPs` or `money/USD`; may be repeated
    #[arg(long = "resource", value_name = "RESOURCE")]
    resources: Vec<String>,

    /// The first day shown; what stood before it is shown on it
    #[arg(long, value_name = "DATE", value_parser = looking::day)]
    from: Option<Date>,

    /// The last day shown; if not given, the day known on
    #[arg(long, value_name = "DATE", value_parser = looking::day)]
    to: Option<Date>,

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
    /// A row for each day on which a figure changes and for each claim
    Csv,
}

pub(crate) fn run(world: &mut World, args: &HistoryArgs) -> Result<(), Fault> {
    let ledger = Book::open(world, &args.ledger)?.ledger(world, args.looking.entered_by())?;
    let today = world.today()?;
    let asked = args.looking.asked(world, &ledger, today)?;
    if let (Some(from), Some(to)) = (args.from, args.to)
        && from > to
    {
        return Err(Fault::usage(format!("`--from {from}` comes after `--to {to}`"))
            .hint(format!("write `--from {to} --to {from}`")));
    }
    let mut history = picture::history(&ledger, &asked);
    pick(&mut history.series, "party", &args.parties, |series| series.whose.to_string())?;
    pick(&mut history.series, "resource", &args.resources, |series| series.resource.to_string())?;
    pick(&mut history.series, "stage", &args.stages, |series| series.stage.clone())?;
    history.between(args.from, args.to);
    match args.format {
        Format::Table => print(world, &history, ShortIds::of(&ledger)),
        Format::Json => output::json(world, &history),
        Format::Csv => output::csv(world, HISTORY_COLUMNS, history.cells()),
    }
}

/// Keeps the series that are named by one of their words; a word that names none is told with those that would.
fn pick(
    series: &mut Vec<Series>,
    option: &str,
    words: &[String],
    word_of: impl Fn(&Series) -> String,
) -> Result<(), Fault> {
    if words.is_empty() {
        return Ok(());
    }
    let mut names: Vec<String> = series.iter().map(&word_of).collect();
    names.sort();
    names.dedup();
    let is = |name: &str, word: &str| name.eq_ignore_ascii_case(word);
    for word in words {
        if !names.iter().any(|name| is(name, word)) {
            return Err(Fault::usage(format!("no claim known tells of `--{option} {word}`"))
                .hint(format!("there are {}", names.join(", "))));
        }
    }
    series.retain(|series| words.iter().any(|word| is(&word_of(series), word)));
    Ok(())
}

fn print(world: &mut World, history: &History, ids: ShortIds) -> Result<(), Fault> {
    let head = format!("{} through time", history.mission);
    let rest = format!(", as known on {}, for {} eyes", history.known_on, history.viewer);
    writeln!(world.out, "{STRONG}{head}{STRONG:#}{rest}")?;
    if history.series.is_empty() {
        writeln!(world.out, "\nNo claim known by then speaks of strength.")?;
    }
    for series in &history.series {
        let whose = of_whom(&series.whose, &series.resource);
        writeln!(world.out, "\n{STRONG}{whose}{STRONG:#}, {}", series.stage)?;
        let mut rows = Rows::new(&[
            Column::Piece("day"),
            Column::Figure("best"),
            Column::Piece("bounds"),
            Column::Words("said"),
            Column::Words("by"),
            Column::Piece("claim"),
        ]);
        for line in lines(series) {
            rows.add(line.cells(ids));
        }
        rows.print(world)?;
    }
    let outvoted = "outvoted: other claims together contradict it";
    writeln!(world.out, "\n{QUIET}{outvoted}; `muster claims ID` opens a claim{QUIET:#}")?;
    Ok(())
}

/// One line of the table: a day with what stands from then on, or what was said of it, or both.
struct Line<'a> {
    day: Date,
    is_first: bool,
    stood: Option<&'a OnDay>,
    said: Option<&'a Saying>,
}

fn lines(series: &Series) -> Vec<Line<'_>> {
    let mut days: Vec<Date> = series.days.iter().map(|it| it.day).collect();
    days.extend(series.claims.iter().map(|it| it.day));
    days.sort_unstable();
    days.dedup();
    let mut lines = Vec::new();
    for day in days {
        let stood = series.days.iter().find(|it| it.day == day);
        let mut said = series.claims.iter().filter(|it| it.day == day);
        lines.push(Line { day, is_first: true, stood, said: said.next() });
        lines.extend(said.map(|said| Line { day, is_first: false, stood: None, said: Some(said) }));
    }
    lines
}

impl Line<'_> {
    fn cells(&self, ids: ShortIds) -> [Text; 6] {
        let day = if self.is_first { self.day.to_string() } else { String::new() };
        let (best, bounds) = match self.stood.map(|it| it.stood) {
            None => (String::new(), String::new()),
            Some(None) => ("none".to_owned(), String::new()),
            Some(Some(it)) => (it.best.map_or("some".to_owned(), grouped), bounds(it)),
        };
        let Some(said) = self.said else {
            return [day.into(), Text::Strong(best), Text::Quiet(bounds), "".into(), "".into(), "".into()];
        };
        let sign = match said.tells {
            Tells::Count => String::new(),
            Tells::Came { step } => format!(" {} (+)", sentence::done(step)),
            Tells::Left { step } => format!(" {} (-)", sentence::done(step)),
        };
        let mark = match said.taken {
            Taken::Stands => "",
            Taken::Outvoted => ", outvoted",
            Taken::PartOnly => ", of named units only",
            Taken::NotWeighed => ", not weighed",
        };
        let words = format!("{}{sign}{mark}", said.said.words);
        let words = if said.taken == Taken::Stands { Text::Plain(words) } else { Text::Quiet(words) };
        let source = Text::Quiet(said.source.as_deref().map(place).unwrap_or_default().to_owned());
        let claims = Text::Quiet(ids.list(&said.said.claims));
        [day.into(), Text::Strong(best), Text::Quiet(bounds), words, source, claims]
    }
}

/// A name as it is; of an address its host alone, which fits a column.
fn place(source: &str) -> &str {
    let host = source.split_once("://").and_then(|(_, rest)| rest.split('/').next());
    host.map_or(source, |host| host.trim_start_matches("www."))
}

/// `360-399`, `at least 1,900`; nothing where they are the figure itself.
pub(super) fn bounds(it: Between) -> String {
    match it.high {
        Some(high) if it.low == high => String::new(),
        Some(high) => format!("{}-{}", grouped(it.low), grouped(high)),
        None => format!("at least {}", grouped(it.low)),
    }
}

/// `1,900`.
pub(super) fn grouped(n: u64) -> String {
    model::Quantity::Exactly(n).to_string()
}
