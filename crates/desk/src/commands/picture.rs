//! `muster picture`: what stands where on a day, as known on a day.

use clap::ValueEnum;
use jiff::civil::Date;
use picture::{Asked, COLUMNS, Rate, Row};

use crate::{
    Fault, World, behind,
    book::{Book, WhichLedger},
    looking::{self, Looking},
    output,
    picture_page::{self, Wanted},
};

/// Show who promised, trains, is ready and has deployed on a day
///
/// All claims known are weighed against each other, through all days at once, and the reading that contradicts them
/// least is shown: one count alone does not overrule the movements told, two that agree do. Beside each figure stand its
/// bounds: what hedges leave open, and what it would be with any one source left out. What is outvoted stands beside
/// what outvotes it. `muster claims --behind KEN/deployed --as-of DATE` shows what a figure rests on, and
/// `muster claims ID` opens one claim.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  muster picture --as-of 2024-11-08
  muster picture --mission MSS --as-of 2024-11-08 --known-on 2024-11-09 --format csv")]
pub(crate) struct PictureArgs {
    /// The day whose end is pictured; today if not given
    #[arg(long, value_name = "DATE", value_parser = looking::day)]
    as_of: Option<Date>,

    #[command(flatten)]
    looking: Looking,

    /// Show money in another currency as well, by this rate of a day, such as CAD=0.7305USD@2024-06-26
    ///
    /// May be given several times. What is converted is marked with its rate; nothing is without one.
    #[arg(long = "rate", value_name = "RATE")]
    rates: Vec<Rate>,

    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    /// Show every line of every list, and the sentences behind every figure
    #[arg(long)]
    sources: bool,

    /// Show every line of every list
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    ledger: WhichLedger,
}

#[derive(ValueEnum, Clone, Copy, Debug)]
enum Format {
    /// For people
    Table,
    /// All of it as one JSON document
    Json,
    /// One figure a row
    Csv,
}

pub(crate) fn run(world: &mut World, args: &PictureArgs) -> Result<(), Fault> {
    let ledger = Book::open(world, &args.ledger)?.ledger(world, args.looking.entered_by())?;
    let as_of = args.as_of.map_or_else(|| world.today(), Ok)?;
    let asked = Asked { rates: args.rates.clone(), ..args.looking.asked(world, &ledger, as_of)? };
    let picture = picture::picture(&ledger, &asked);
    match args.format {
        Format::Table => {
            let wanted = match (args.sources, args.all) {
                (true, _) => Wanted::Sources,
                (false, true) => Wanted::All,
                (false, false) => Wanted::Page,
            };
            picture_page::print(world, &ledger, &picture, wanted)?;
            let behind = behind::example(&picture).map(|name| {
                let typed = args.looking.typed();
                format!(
                    "; `muster claims --behind {name} --as-of {as_of}{typed}` shows what a figure rests on"
                )
            });
            world.say(&format!("\n`muster claims ID` opens a claim{}\n", behind.unwrap_or_default()));
            Ok(())
        }
        Format::Json => output::json(world, &picture.document()),
        Format::Csv if args.rates.is_empty() => {
            output::csv(world, COLUMNS, picture.rows().iter().map(Row::cells))
        }
        Format::Csv => {
            let (rows, converted) = (picture.rows(), picture.converted());
            let cells = rows.iter().chain(&converted).map(|row| {
                let rates: Vec<_> = row.converted.iter().map(ToString::to_string).collect();
                row.cells().into_iter().chain([rates.join(" ")])
            });
            output::csv(world, COLUMNS.into_iter().chain(["converted"]), cells)
        }
    }
}
