//! The desk as a library, so that tests and benchmarks call it without a process.
//!
//! What was typed (`args`) becomes a command (`commands`, one file each), which gets the world outside (`World`:
//! clock, streams, terminal, folders) as an argument and ends well or with a [`Fault`]; `error` alone knows
//! which exit code that is.

mod about;
mod ahead;
mod args;
mod behind;
mod book;
mod claim_page;
mod claim_rows;
mod claim_table;
mod commands;
mod contradictions;
mod embedded;
mod entry_lines;
mod error;
mod find_claim;
mod hangs_on;
mod input;
mod looking;
mod mission;
mod output;
mod picture_page;
mod proposal;
mod prose;
mod quoted;
mod report;
mod routes;
mod ruled;
mod sentence;
pub mod server;
mod shapes;
mod short;
mod strength_table;
mod table;
mod world;

use std::{ffi::OsString, process::ExitCode};

use clap::Parser;

pub use error::{Fault, Kind};
pub use world::World;

/// Runs one command line and answers with its exit code.
pub fn run(typed: impl IntoIterator<Item = OsString>, world: &mut World) -> ExitCode {
    let cli = match args::Cli::try_parse_from(typed) {
        Ok(cli) => cli,
        Err(error) => return error::tell_typed(&error, world),
    };
    let ended = cli.command.run(world).and_then(|()| world.finish());
    ended.map_or_else(|fault| fault.tell(world), |()| ExitCode::SUCCESS)
}
