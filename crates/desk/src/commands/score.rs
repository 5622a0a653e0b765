//! `muster score`: how good the reader is, against what people say the texts state.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use exchange::{
    annotations::{Annotation, annotate},
    score,
};

use crate::{
    Fault, World,
    input::Input,
    output,
    report::{self, Told},
};

/// Measure the reader against annotated texts
///
/// DOCS holds NAME.txt, GOLD holds NAME.json with the annotations that people made. Two levels: `core` (same kind,
/// party and numbers) and `full` (also hedge, date, modality and unit).
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Example:
  muster score texts/ annotations/ --misses")]
pub(crate) struct ScoreArgs {
    /// The folder with the texts
    docs: PathBuf,

    /// The folder with what they state
    gold: PathBuf,

    /// List what was missed and what was not expected
    #[arg(long)]
    misses: bool,

    /// Print the table as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(world: &mut World, args: &ScoreArgs) -> Result<(), Fault> {
    let packs = report::packs();
    let (mut gold, mut got) = (BTreeMap::new(), BTreeMap::new());
    let files = names(&args.gold, "json")?;
    let bar = world.progress("texts");
    bar.set_length(files.len() as u64);
    for (name, path) in files {
        let input = Input::read(world, &path)?;
        let stated: Vec<Annotation> =
            serde_json::from_slice(&input.bytes).map_err(|error| Fault::input(&path, error))?;
        let input = Input::read(world, &args.docs.join(format!("{name}.txt")))?;
        let told = Told::default();
        let document = told.only(world, &input, &packs)?;
        got.insert(name.clone(), annotate(&document, &told.read(&document, &packs).claims));
        gold.insert(name, stated);
        bar.inc(1);
    }
    bar.finish_and_clear();
    let table = score::score(&gold, &got);
    if args.json {
        return output::json(world, &table);
    }
    if args.misses {
        for (word, list) in [("missed", &table.missed), ("false ", &table.unexpected)] {
            for one in list {
                writeln!(world.out, "{word}  {one}")?;
            }
        }
        writeln!(world.out)?;
    }
    Ok(write!(world.out, "{table}")?)
}

/// The files of a folder with this ending, by name.
fn names(folder: &Path, ending: &str) -> Result<BTreeMap<String, PathBuf>, Fault> {
    let refused = |error: std::io::Error| Fault::input(folder, error);
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(refused)? {
        let path = entry.map_err(refused)?.path();
        if path.extension().is_some_and(|found| found == ending)
            && let Some(name) = path.file_stem()
        {
            found.insert(name.to_string_lossy().into_owned(), path);
        }
    }
    if found.is_empty() {
        return Err(Fault::input(folder, format!("no file in it ends in .{ending}")));
    }
    Ok(found)
}
