//! `muster serve` as a process of its own, so that it can be told to stop and be killed.

use std::{
    io::{BufRead, BufReader, Read},
    net::SocketAddr,
    process::{Child, Command, Stdio},
    thread::{self, JoinHandle},
};

/// A server that runs; it is killed when nobody holds it any more.
#[derive(Debug)]
pub(crate) struct Served {
    child: Child,
    at: SocketAddr,
    /// What it says from here on.
    talk: Option<JoinHandle<String>>,
}

impl Served {
    /// Begins to serve, and waits until it says where.
    #[track_caller]
    pub(crate) fn begin(mut command: Command) -> Self {
        let child =
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let nowhere = SocketAddr::from(([0, 0, 0, 0], 0));
        let mut served = Self { child, at: nowhere, talk: None };
        let mut talk = BufReader::new(served.child.stderr.take().unwrap());
        let (mut said, mut line) = (String::new(), String::new());
        served.at = loop {
            line.clear();
            assert_ne!(talk.read_line(&mut line).unwrap(), 0, "it never said where it is served: {said}");
            said.push_str(&line);
            if let Some(at) = line.trim_end_matches(['/', '\n']).strip_prefix("Muster is served at http://") {
                break at.parse().unwrap();
            }
        };
        // Somebody must read what it says, or it would wait for that.
        served.talk = Some(thread::spawn(move || {
            let mut said = String::new();
            let _ = talk.read_to_string(&mut said);
            said
        }));
        served
    }

    /// Where it is served.
    pub(crate) fn at(&self) -> SocketAddr {
        self.at
    }

    /// Its number among the processes.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Asks it to end, as a system does that shuts down.
    pub(crate) fn ask_to_end(&self) {
        let kill = format!("kill -TERM {}", self.process());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// Ends it at once, whatever it is at (SIGKILL).
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits until it has ended: whether well, and what it said.
    pub(crate) fn ended(mut self) -> (bool, String) {
        let well = self.child.wait().unwrap().success();
        (well, self.talk.take().unwrap().join().unwrap())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
