//! `muster demo`: the mission in Haiti, from the reports and the claims table that the program carries.

use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use ledger::Ledger;
use model::{MissionCode, Name};
use picture::{Asked, Viewer};
use store::IfMissing;

use super::{
    enter::{self, Entered, Seen},
    import,
};
use crate::{
    Fault, Kind, World,
    book::Book,
    embedded,
    input::Input,
    mission,
    picture_page::{self, Wanted},
    prose,
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
#[command(after_help = "\
Examples:
  muster demo
  muster demo --keep muster-demo")]
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
    prose::paragraph(world, WHAT_THIS_IS)?;
    let ledger = fill(world, &book, &mission)?;
    writeln!(world.out)?;
    prose::paragraph(world, HOW_TO_READ_IT)?;
    for as_of in DAYS {
        let asked =
            Asked { mission: mission.clone(), as_of, known_on, viewer: Viewer::Public, rates: Vec::new() };
        writeln!(world.out)?;
        picture_page::print(world, &ledger, &picture::picture(&ledger, &asked), Wanted::Gist)?;
    }
    let next = if args.keep.is_some() { look_further(&path, &mission) } else { NEXT.to_owned() };
    world.say(&format!("\n{next}"));
    Ok(())
}

const WHAT_THIS_IS: &str = "This is Muster on the Kenya-led Multinational Security Support mission (MSS) in Haiti. It \
    reads sample reports and a table of dated facts, keeps every claim with its sentence and its source in a ledger, and \
    works out who promised people, trains them, has them ready and has sent them.";

const HOW_TO_READ_IT: &str = "Four days follow, as known today: what was published after a day still tells of it. \
    All claims are weighed against each other; beside a figure stand its bounds, which is what hedges leave open and \
    what it would be with any one source left out. Where sources contradict each other, the figure taken stands first, and \
    behind it the others with what would have to be wrong if they were right. Eight digits such as 75b335f8 name a claim, \
    which opens its sentence.";

const NEXT: &str = "\
What to type next:
  muster demo --keep muster-demo
    keeps this ledger in the folder muster-demo, and says how to open its figures
  muster enter REPORT.txt
    begins a ledger of your own
";

/// Commands for a kept ledger, to be typed as they stand.
fn look_further(ledger: &Path, mission: &MissionCode) -> String {
    let ledger = for_shell(ledger);
    let day = DAYS[1];
    format!(
        "\
The ledger is kept. What to type next:
  muster picture --ledger {ledger} --mission {mission} --as-of {day}
    all of the picture of a day; with --sources, every sentence behind it
  muster picture --ledger {ledger} --mission {mission} --as-of {day} --known-on {day}
    the same day as it was known then
  muster claims --ledger {ledger} --mission {mission} --behind KEN/deployed --as-of {day}
    what a figure rests on; muster claims --ledger {ledger} ID opens one claim
"
    )
}

/// A path as a shell takes it.
fn for_shell(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-+:,@".contains(c));
    if plain { path } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

/// Reads the reports, imports the table, and tells what was entered.
pub(crate) fn fill(world: &mut World, book: &Book, mission: &MissionCode) -> Result<Ledger, Fault> {
    let packs = report::packs();
    let reports = mission::reports(mission::DEMO);
    let bar = world.progress("reports");
    bar.set_length(reports.len() as u64);
    let (mut all, mut seen) = (Vec::new(), Seen::default());
    for report in reports {
        let told = Told {
            published: Some(report.published),
            address: Name::new(report.address).ok(),
            ..Told::default()
        };
        let input = Input { path: report.name.into(), bytes: report.text.into() };
        let ready = enter::of_report(world, book, &mut seen, &told, &input, &packs)?;
        all.push(Entered::of(world, book, ready)?);
        bar.inc(1);
    }
    bar.finish_and_clear();
    let table = format!("missions/{}/claims.csv", mission::DEMO.to_lowercase());
    let (ready, findings) =
        import::read("claims.csv".to_owned(), embedded::file(&table).unwrap_or_default(), mission);
    all.push(Entered::of(world, book, ready)?);
    if all.iter().any(Entered::has_faults) {
        enter::tell(world, &all)?;
    }
    writeln!(world.out, "{}", enter::in_brief(&all))?;
    let rows = counted(findings.len(), "row of claims.csv makes", "rows of claims.csv make");
    let what = format!("{rows} no claim: they are of costs, flights and other things that are not strength.");
    prose::paragraph(world, &what)?;
    book.ledger(world, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, want: &str) {
        assert_eq!(for_shell(Path::new(path)), want);
    }

    #[test]
    fn a_path_is_quoted_where_a_shell_would_take_it_apart() {
        check("/tmp/kept/demo.muster", "/tmp/kept/demo.muster");
        check("my books/demo.muster", "'my books/demo.muster'");
        check("it's/demo.muster", r"'it'\''s/demo.muster'");
    }
}
