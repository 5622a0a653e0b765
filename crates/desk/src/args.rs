//! What was typed: the command line as a value, before anything is made of it.

use clap::builder::styling::{AnsiColor, Styles};

use crate::commands::Command;

/// Muster keeps the strength book of a multinational mission.
///
/// It reads reports, keeps every claim with its sentence and its speaker in an append-only ledger, and shows who
/// promised, trained, is ready and has deployed on a day, as known on a day, with the sources behind every figure.
///
/// Begin with `muster demo`; then `muster enter REPORT...` and `muster picture`.
#[derive(clap::Parser, Debug)]
#[command(name = "muster", version, styles = STYLES, after_help = AFTER_HELP, max_term_width = 100)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Yellow.on_default().bold())
    .usage(AnsiColor::Yellow.on_default().bold())
    .literal(AnsiColor::Green.on_default().bold())
    .placeholder(AnsiColor::Green.on_default());

const AFTER_HELP: &str = "\
Exit codes:
  0  all went well
  1  something was not taken: a row, a line, an entry; the rest is in the ledger
  2  what was typed cannot be meant
  3  an input cannot be read
  4  the ledger cannot be opened, is missing, busy or newer than this program
  5  the ledger's chain is broken
  6  the output cannot be written";
