//! `muster man`: the manual page, from the same definitions as the help.

use std::{fs, path::PathBuf};

use clap::CommandFactory;
use clap_mangen::{Man, generate_to};

use crate::{Fault, World, args::Cli};

/// Print the manual page
///
/// That of the whole program; with `--out DIR`, also the page of every command, as files.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  muster man | man -l -
  muster man --out ~/.local/share/man/man1")]
pub(crate) struct ManArgs {
    /// Write muster.1 and a page for each command into this folder instead
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(crate) fn run(world: &mut World, args: &ManArgs) -> Result<(), Fault> {
    match &args.out {
        None => Ok(Man::new(Cli::command()).render(&mut world.out)?),
        Some(folder) => {
            let written = fs::create_dir_all(folder).and_then(|()| generate_to(Cli::command(), folder));
            written.map_err(|error| Fault::output(folder, error))
        }
    }
}
