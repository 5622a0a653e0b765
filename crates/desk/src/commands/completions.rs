//! `muster completions`: so that a shell completes commands and options.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::{Fault, World, args::Cli};

/// Print completions for a shell
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  muster completions bash > ~/.local/share/bash-completion/completions/muster
  muster completions fish > ~/.config/fish/completions/muster.fish")]
pub(crate) struct CompletionsArgs {
    /// For which shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(crate) fn run(world: &mut World, args: &CompletionsArgs) -> Result<(), Fault> {
    // Into memory first: the generator panics where its writer fails, as a closed pipe does.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "muster", &mut script);
    Ok(world.out.write_all(&script)?)
}
