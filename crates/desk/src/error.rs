//! Every way to end badly: its kind, its exit code, its message and its hints. The only place that knows exit codes.

use std::{fmt, io, path::Path, process::ExitCode};

use anstyle::AnsiColor;

use crate::{World, prose::plain};

/// What went wrong, as data: the kind decides the exit code, the message quotes the fault, the hints say what to do.
#[derive(Debug)]
pub struct Fault {
    /// Which kind, and so which exit code.
    pub kind: Kind,
    message: String,
    hints: Vec<String>,
}

/// The kinds of fault. The numbers are the exit codes, and part of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something was not taken; what was, was told.
    NotTaken = 1,
    /// What was typed cannot be meant.
    Usage = 2,
    /// An input cannot be read.
    Input = 3,
    /// The ledger cannot be opened, is missing, busy or newer than this program.
    Ledger = 4,
    /// The ledger's chain is broken.
    Chain = 5,
    /// The output cannot be written.
    Output = 6,
    /// The reader of the output went away: no fault, nothing to say.
    ClosedPipe = 0,
}

impl Fault {
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hints: Vec::new() }
    }

    /// What was typed cannot be meant.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::new(Kind::Usage, message)
    }

    /// An input cannot be read.
    pub(crate) fn input(path: &Path, why: impl fmt::Display) -> Self {
        Self::new(Kind::Input, format!("`{}` cannot be read: {why}", path.display()))
    }

    /// A file cannot be written.
    pub(crate) fn output(path: &Path, why: impl fmt::Display) -> Self {
        Self::new(Kind::Output, format!("`{}` cannot be written: {why}", path.display()))
    }

    /// With what to do about it.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Tells it on the talking stream and answers with the exit code.
    pub(crate) fn tell(self, world: &mut World) -> ExitCode {
        if self.kind != Kind::ClosedPipe {
            self.say(world);
        }
        ExitCode::from(self.kind as u8)
    }

    /// Tells each; the last is the one that ends the command.
    pub(crate) fn tell_all(mut faults: Vec<Self>, world: &mut World) -> Result<(), Self> {
        let last = faults.pop();
        for fault in &faults {
            fault.say(world);
        }
        last.map_or(Ok(()), Err)
    }

    fn say(&self, world: &mut World) {
        let (error, hint) = (AnsiColor::Red.on_default().bold(), AnsiColor::Cyan.on_default().bold());
        let hints = self.hints.iter().map(|line| format!("{hint}hint:{hint:#} {}\n", plain(line)));
        let words = format!("{error}error:{error:#} {}\n{}", plain(&self.message), hints.collect::<String>());
        world.say(&words);
    }
}

/// Tells what clap has to say: help and version are results, everything else is a fault in what was typed.
pub(crate) fn tell_typed(error: &clap::Error, world: &mut World) -> ExitCode {
    let words = error.render().ansi().to_string();
    if error.use_stderr() {
        world.say(&words);
        ExitCode::from(Kind::Usage as u8)
    } else {
        let written = world.out.write_all(words.as_bytes()).and_then(|()| world.out.flush());
        written.map_err(Fault::from).map_or_else(|fault| fault.tell(world), |()| ExitCode::SUCCESS)
    }
}

/// Writing the output failed: inputs are read through [`Fault::input`].
impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::new(Kind::ClosedPipe, "");
        }
        Self::new(Kind::Output, format!("the output cannot be written: {error}"))
    }
}

impl From<csv::Error> for Fault {
    fn from(error: csv::Error) -> Self {
        Self::from(io::Error::from(error))
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self::from(io::Error::from(error))
    }
}
