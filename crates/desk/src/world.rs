//! The world outside as a value: clock, streams, terminal, folders. Commands take it as an argument.

use std::{
    env, fmt,
    io::{self, BufWriter, IsTerminal, Read, Write},
    path::PathBuf,
    time::Duration,
};

use anstream::AutoStream;
use etcetera::BaseStrategy;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::{Timestamp, civil::Date};

use crate::{Fault, Kind, mission, server};

/// Columns of a table when nobody says how wide the terminal is.
const DEFAULT_WIDTH: u16 = 100;

/// What the commands touch of the outside.
pub struct World {
    /// Results.
    pub(crate) out: Box<dyn Write>,
    /// Talk: progress, counts, faults.
    pub(crate) talk: Box<dyn Write>,
    /// Standard input.
    pub(crate) input: Box<dyn Read>,
    /// Columns that a table may take.
    pub(crate) width: u16,
    talk_is_terminal: bool,
    clock: Clock,
    data_folder: Option<PathBuf>,
}

/// Where the moment comes from.
#[derive(Debug)]
enum Clock {
    System,
    /// `MUSTER_NOW`, so that what is printed does not depend on when.
    Fixed(Timestamp),
    /// `MUSTER_NOW` says something else; told when the moment is first asked for.
    Unreadable(String),
}

impl World {
    /// The world that this process lives in.
    #[must_use]
    pub fn outside() -> Self {
        let clock = match env::var("MUSTER_NOW") {
            Err(_) => Clock::System,
            Ok(words) => words.parse().map_or_else(|_| Clock::Unreadable(words), Clock::Fixed),
        };
        let columns = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let terminal = || terminal_size::terminal_size().map(|(width, _)| width.0);
        Self {
            out: Box::new(BufWriter::new(AutoStream::auto(io::stdout()))),
            talk: Box::new(AutoStream::auto(io::stderr())),
            input: Box::new(io::stdin()),
            width: columns.or_else(terminal).unwrap_or(DEFAULT_WIDTH).clamp(60, 200),
            talk_is_terminal: io::stderr().is_terminal(),
            clock,
            data_folder: etcetera::choose_base_strategy().ok().map(|base| base.data_dir().join("muster")),
        }
    }

    /// The moment.
    pub(crate) fn now(&self) -> Result<Timestamp, Fault> {
        match &self.clock {
            Clock::System => Ok(Timestamp::now()),
            Clock::Fixed(moment) => Ok(*moment),
            Clock::Unreadable(words) => {
                Err(Fault::usage(format!("`MUSTER_NOW` is `{words}`, which is no moment"))
                    .hint("write it as `2024-11-08T12:00:00Z`, or unset it"))
            }
        }
    }

    /// The clock itself, for what goes on.
    pub(crate) fn clock(&self) -> Result<server::Clock, Fault> {
        let fixed = match &self.clock {
            Clock::System => return Ok(server::Clock::new(Timestamp::now)),
            Clock::Fixed(_) | Clock::Unreadable(_) => self.now()?,
        };
        Ok(server::Clock::new(move || fixed))
    }

    /// Today, in the mission's area.
    pub(crate) fn today(&self) -> Result<Date, Fault> {
        Ok(self.now()?.to_zoned(mission::area_clock()).date())
    }

    /// The user's folder for what Muster keeps.
    pub(crate) fn data_folder(&self) -> Result<PathBuf, Fault> {
        self.data_folder.clone().ok_or_else(|| {
            Fault::new(Kind::Ledger, "there is no home folder to keep a ledger in")
                .hint("name a file with `--ledger PATH` or in `MUSTER_LEDGER`")
        })
    }

    /// Says something beside the results, behind those that are out already.
    pub(crate) fn say(&mut self, words: &str) {
        let _ = self.out.flush();
        // Where the talking stream is gone there is nobody to tell; results and exit code still stand.
        let _ = self.talk.write_all(words.as_bytes());
        let _ = self.talk.flush();
    }

    /// A bar for long work; only on a terminal. Its length is set by whoever knows it.
    pub(crate) fn progress(&self, what: &'static str) -> ProgressBar {
        if !self.talk_is_terminal {
            return ProgressBar::hidden();
        }
        let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} {eta}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::new(0).with_style(style).with_message(what);
        bar.enable_steady_tick(Duration::from_millis(200));
        bar
    }

    /// A sign of life for long work without steps; only on a terminal.
    pub(crate) fn waiting(&self, what: &'static str) -> ProgressBar {
        if !self.talk_is_terminal {
            return ProgressBar::hidden();
        }
        let spinner = ProgressBar::new_spinner().with_message(what);
        spinner.enable_steady_tick(Duration::from_millis(200));
        spinner
    }

    /// Brings out what is still held back.
    pub(crate) fn finish(&mut self) -> Result<(), Fault> {
        Ok(self.out.flush()?)
    }
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World")
            .field("clock", &self.clock)
            .field("width", &self.width)
            .finish_non_exhaustive()
    }
}
