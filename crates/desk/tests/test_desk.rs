//! A sealed desk: its own folder, home and clock; nothing of the machine it runs on leaks in.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use tempfile::TempDir;

/// The moment that every test lives in.
pub(crate) const NOW: &str = "2025-11-03T12:00:00Z";

/// A folder with a home in it, and the binary to run there.
#[derive(Debug)]
pub(crate) struct TestDesk {
    folder: TempDir,
    now: String,
}

/// What a run left: its exit code and both streams.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) talk: String,
}

impl TestDesk {
    pub(crate) fn new() -> Self {
        Self { folder: TempDir::new().unwrap(), now: NOW.to_owned() }
    }

    /// The same desk at another moment.
    pub(crate) fn at(&mut self, now: &str) -> &mut Self {
        now.clone_into(&mut self.now);
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a file there and answers with its name.
    pub(crate) fn file<'a>(&self, name: &'a str, text: impl AsRef<[u8]>) -> &'a str {
        fs::write(self.path(name), text).unwrap();
        name
    }

    /// Where the ledger lies when nobody names one.
    pub(crate) fn default_ledger(&self) -> PathBuf {
        self.path("home/.local/share/muster/ledger.muster")
    }

    /// A command line, not run yet.
    pub(crate) fn command(&self, typed: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
        command
            .env_clear()
            .env("HOME", self.path("home"))
            .env("MUSTER_NOW", &self.now)
            .env("COLUMNS", "100")
            .current_dir(self.folder.path())
            .args(typed)
            .stdin(Stdio::null());
        command
    }

    /// Runs a command line.
    #[track_caller]
    pub(crate) fn run(&self, typed: &[&str]) -> Ran {
        self.ran(self.command(typed).output().unwrap())
    }

    /// Runs it where a terminal has so many columns.
    #[track_caller]
    pub(crate) fn run_at_width(&self, columns: u16, typed: &[&str]) -> Ran {
        self.ran(self.command(typed).env("COLUMNS", columns.to_string()).output().unwrap())
    }

    /// Runs it with this on standard input.
    #[track_caller]
    pub(crate) fn run_with_input(&self, typed: &[&str], input: &[u8]) -> Ran {
        let mut command = self.command(typed);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        self.ran(child.wait_with_output().unwrap())
    }

    /// Runs it and holds it to have gone well.
    #[track_caller]
    pub(crate) fn ok(&self, typed: &[&str]) -> Ran {
        let ran = self.run(typed);
        assert_eq!(ran.code, 0, "{typed:?}\n{}{}", ran.out, ran.talk);
        ran
    }

    /// The streams with the folder's own name taken out.
    fn ran(&self, output: Output) -> Ran {
        let folder = self.folder.path().to_string_lossy().into_owned();
        let words = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace(&folder, "$FOLDER");
        Ran {
            code: output.status.code().unwrap_or(-1),
            out: words(output.stdout),
            talk: words(output.stderr),
        }
    }
}

/// A file beside the checkout that is not part of the project; `None`, with a printed line, where it is missing.
pub(crate) fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(name);
    if !path.exists() {
        println!("left out: ../shared/{name} is not here");
        return None;
    }
    Some(path)
}
