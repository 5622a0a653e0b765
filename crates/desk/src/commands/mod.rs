//! The commands, one file each.

mod account;
mod change;
mod claims;
mod completions;
mod decide;
mod demo;
mod enter;
mod history;
mod import;
mod man;
mod picture;
mod read;
mod score;
mod serve;
mod verify;

use clap::Subcommand;

use crate::{Fault, World};

/// One command as typed.
#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    Demo(demo::DemoArgs),
    Read(read::ReadArgs),
    Enter(enter::EnterArgs),
    Import(import::ImportArgs),
    Picture(picture::PictureArgs),
    History(history::HistoryArgs),
    Change(change::ChangeArgs),
    Claims(claims::ClaimsArgs),
    Decide(decide::DecideArgs),
    Serve(serve::ServeArgs),
    Account(account::AccountArgs),
    Verify(verify::VerifyArgs),
    Score(score::ScoreArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

impl Command {
    /// Does it.
    pub(crate) fn run(&self, world: &mut World) -> Result<(), Fault> {
        match self {
            Self::Demo(args) => demo::run(world, args),
            Self::Read(args) => read::run(world, args),
            Self::Enter(args) => enter::run(world, args),
            Self::Import(args) => import::run(world, args),
            Self::Picture(args) => picture::run(world, args),
            Self::History(args) => history::run(world, args),
            Self::Change(args) => change::run(world, args),
            Self::Claims(args) => claims::run(world, args),
            Self::Decide(args) => decide::run(world, args),
            Self::Serve(args) => serve::run(world, args),
            Self::Account(args) => account::run(world, args),
            Self::Verify(args) => verify::run(world, args),
            Self::Score(args) => score::run(world, args),
            Self::Completions(args) => completions::run(world, args),
            Self::Man(args) => man::run(world, args),
        }
    }
}
