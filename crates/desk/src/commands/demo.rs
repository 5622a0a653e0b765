//! `muster demo`: the mission in Haiti, from the reports and the claims table that the program carries.

use std::path::PathBuf;

use jiff::civil::{Date, date};
use ledger::Ledger;
use model::{MissionCode, Name};
use picture::{Asked, Viewer};
use store::IfMissing;

use super::{
    enter::{self, Entered},
    import,
};
use crate::{
    Fault, Kind, World,
    book::Book,
    embedded,
    input::Input,
    mission,
    picture_page::{self, Wanted},
    report::{self, Told},
    table::counted,
};

/// The days on which the mission looked different.
const DAYS: [Date; 4] = [date(2024, 7, 20), date(2024, 11, 8), date(2025, 2, 28), date(2025, 10, 1)];

/// Show the mission in Haiti on four days, from sample reports
///
/// Reads the sample reports and imports the claims table that this program carries into a ledger of its own, in a
/// temporary folder that is gone afterwards, and prints the picture with what contradicts what.
#[derive(clap::Args, Debug)]
pub(crate) struct DemoArgs {
    /// Keep the ledger, as demo.muster in this folder, to look further into it
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
}

pub(crate) fn run(world: &mut World, args: &DemoArgs) -> Result<(), Fault> {
    let mission: MissionCode =
        mission::DEMO.parse().map_err(|error: model::NotAMissionCode| Fault::usage(error.to_string()))?;
    let temporary = tempfile::tempdir()
        .map_err(|error| Fault::new(Kind::Ledger, format!("no temporary folder can be made: {error}")))?;
    let folder = args.keep.as_deref().unwrap_or(temporary.path());
    let path = folder.join("demo.muster");
    let book = Book::at(&path, IfMissing::CreateWithFolder)?;
    let known_on = world.today()?;
    let ledger = fill(world, &book, &mission)?;
    for as_of in DAYS {
        let asked = Asked { mission: mission.clone(), as_of, known_on, viewer: Viewer::Public };
        writeln!(world.out)?;
        picture_page::print(world, &ledger, &picture::picture(&ledger, &asked), Wanted::Gist)?;
    }
    if args.keep.is_some() {
        let path = path.display();
        world.say(&format!(
            "\nThe ledger is kept. Look further with\n\
             \x20 muster picture --ledger {path} --mission {mission} --as-of 2024-11-08\n\
             \x20 muster claims --ledger {path} --mission {mission} --behind KEN/deployed --as-of 2024-11-08\n"
        ));
    } else {
        world.say("\nWith `--keep DIR` the ledger is kept, and every figure opens its sources.\n");
    }
    Ok(())
}

/// Reads the reports, imports the table, and tells what was entered.
fn fill(world: &mut World, book: &Book, mission: &MissionCode) -> Result<Ledger, Fault> {
    let lexicons = report::lexicons();
    let reports = mission::reports(mission::DEMO);
    let bar = world.progress("reports");
    bar.set_length(reports.len() as u64);
    let mut all = Vec::new();
    for report in reports {
        let told = Told {
            published: Some(report.published),
            address: Name::new(report.address).ok(),
            ..Told::default()
        };
        let input = Input { path: report.name.into(), bytes: report.text.into() };
        all.push(Entered::of(world, book, enter::of_report(world, book, &told, &input, &lexicons)?)?);
        bar.inc(1);
    }
    bar.finish_and_clear();
    let table = format!("missions/{}/claims.csv", mission::DEMO.to_lowercase());
    let (ready, findings) =
        import::read("claims.csv".to_owned(), embedded::file(&table).unwrap_or_default(), mission);
    all.push(Entered::of(world, book, ready)?);
    enter::tell(world, &all)?;
    let rows = counted(findings.len(), "row of claims.csv says", "rows of claims.csv say");
    world.say(&format!("{rows} what no claim can say; `muster import` tells which and why\n"));
    book.ledger(None)
}
