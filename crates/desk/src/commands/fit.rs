//! `muster fit`: the least contradicted reading of all claims, on trial.

mod page;

use clap::ValueEnum;
use jiff::civil::Date;
use picture::fit::{FIT_COLUMNS, fitted};

use crate::{
    Fault, World,
    book::{Book, WhichLedger},
    looking::{self, Looking},
};

/// Try the reading that will take the picture's place: all claims weighed against each other
///
/// `muster picture` lets the latest count stand over all before it. This weighs every claim against every other,
/// through all days at once, and shows the reading that contradicts them least: one count alone does not overrule the
/// movements told, two that agree do. Its bounds say how far leaving out any one source would move a figure, and what
/// is known by now of later days bears on the day asked for. It is on trial: people and equipment only, and the other
/// commands still go by the picture.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  muster fit --as-of 2025-02-07
  muster fit --mission MSS --as-of 2025-02-07 --known-on 2025-10-02 --format csv")]
pub(crate) struct FitArgs {
    /// The day whose end is shown; today if not given
    #[arg(long, value_name = "DATE", value_parser = looking::day)]
    as_of: Option<Date>,

    #[command(flatten)]
    looking: Looking,

    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,

    /// Show every line of every list, and what is outvoted of later days
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

pub(crate) fn run(world: &mut World, args: &FitArgs) -> Result<(), Fault> {
    let ledger = Book::open(world, &args.ledger)?.ledger(world, args.looking.entered_by())?;
    let as_of = args.as_of.map_or_else(|| world.today(), Ok)?;
    let fitted = fitted(&ledger, &args.looking.asked(world, &ledger, as_of)?);
    match args.format {
        Format::Table => {
            page::print(world, &ledger, &fitted, args.all)?;
            world.say("\n`muster claims ID` opens a claim; `muster picture` shows the simple reading\n");
            Ok(())
        }
        Format::Json => {
            serde_json::to_writer_pretty(&mut world.out, &fitted)?;
            Ok(world.out.write_all(b"\n")?)
        }
        Format::Csv => {
            let mut rows = csv::Writer::from_writer(&mut world.out);
            rows.write_record(FIT_COLUMNS)?;
            for cells in fitted.cells() {
                rows.write_record(cells)?;
            }
            Ok(rows.flush()?)
        }
    }
}
