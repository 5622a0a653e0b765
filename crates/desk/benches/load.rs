//! The desk under load: the release server on loopback, a ledger of 100,000 claims, readers at a fixed rate and two writers:
//! `cargo bench -p desk --bench load`.
//!
//! `MUSTER_LOAD_SECONDS` is how long (60; 600 is the ten minutes for memory), `MUSTER_LOAD_RATE` how many requests a second
//! (500), `MUSTER_LOAD_PACE` how many claims each writer enters a second (5, faster than people are; 0: each as soon as
//! the one before is acknowledged), `MUSTER_BINARY` another server than the one built with this. At the end the server is
//! killed under the load (SIGKILL), and every acknowledged claim must be in its ledger.
//!
//! Readers are an open loop, as in wrk2: each request has a moment at which it is due, whatever became of those before, and
//! its latency is counted from there, so that a stall counts for all that it held up. `oha` has that too (`-q` and
//! `--latency-correction`), but tells one latency for all addresses together; here overview, series and claims are told
//! apart, within one rate and beside writers whose acknowledgements are kept.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]
#![allow(clippy::print_stdout, reason = "its figures are for people")]
#![allow(clippy::cast_precision_loss, reason = "rates are told in a few digits")]

#[path = "../../picture/benches/record/mod.rs"]
mod record;
#[path = "../tests/server/served.rs"]
#[allow(dead_code, reason = "tests take more of it")]
mod served;
#[path = "../tests/server/token.rs"]
mod token;
#[path = "../tests/server/wire.rs"]
#[allow(dead_code, reason = "tests take more of it")]
mod wire;

use std::{
    collections::BTreeSet,
    net::SocketAddr,
    path::Path,
    process::Command,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use jiff::{Timestamp, ToSpan, civil::date};
use ledger::Entry;
use model::{Claim, ClaimId, MissionCode, Whose};
use serde_json::json;
use store::{IfMissing, Sqlite, SqliteAccounts, Store, accounts_beside, replay};
use tokio::runtime::Runtime;

use crate::{record::Dice, served::Served, wire::Wire};

/// Claims in the ledger: whole missions of the record, until there are so many.
const CLAIMS: usize = 100_000;
/// Missions that are read, from the smallest to the largest.
const READ: usize = 6;
/// Connections of readers; more than are ever busy at once, if the goal is reached.
const CONNECTIONS: usize = 64;
const WRITERS: usize = 2;
/// The goal for the slowest of a hundred, in milliseconds.
const GOAL: f64 = 50.0;

/// What is read.
const KINDS: [(&str, &str); 3] = [
    ("overview", "/missions/{}/overview"),
    ("strength", "/missions/{}/strength"),
    ("claims", "/claims?mission={}"),
];
/// As a browser asks.
const AS_BROWSERS: &str = "accept-encoding: gzip\r\n";

/// A mission of the record.
struct Mission {
    code: MissionCode,
    claims: usize,
    parties: Vec<String>,
}

/// What is sent, and what came of it.
struct Load {
    at: SocketAddr,
    token: String,
    seconds: u64,
    rate: u64,
    pace: u64,
    begun: Instant,
    missions: Vec<Mission>,
    /// The codes of those that are read.
    read: Vec<MissionCode>,
    /// How many requests have been taken up.
    asked: AtomicUsize,
    /// The server is being killed: what fails from here on is its end.
    over: AtomicBool,
    acknowledged: Mutex<Vec<ClaimId>>,
}

/// How long one request took from the moment at which it was due, and of which kind it was.
type Took = (usize, Duration);

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let ledger = folder.path().join("load.muster");
    let missions = fill(&runtime, &ledger);
    let token = runtime.block_on(async {
        let accounts = SqliteAccounts::open(&accounts_beside(&ledger), IfMissing::Create).await.unwrap();
        token::token(&accounts, "administrator", Timestamp::now()).await
    });
    let mut command = Command::new(binary());
    command.args(["serve", "--port", "0", "--ledger"]).arg(&ledger);
    let begun = Instant::now();
    let mut served = Served::begin(command);
    println!(
        "the server opened the ledger in {:.1} s; load average {}",
        begun.elapsed().as_secs_f64(),
        machine()
    );

    let mut by_size: Vec<&Mission> = missions.iter().collect();
    by_size.sort_by_key(|mission| mission.claims);
    let read: Vec<_> = (0..READ).map(|i| by_size[i * (by_size.len() - 1) / (READ - 1)]).collect();
    let sizes: Vec<_> = read.iter().map(|mission| mission.claims).collect();
    println!("read are missions of {sizes:?} claims");
    let read = read.into_iter().map(|mission| mission.code.clone()).collect();
    let setting = |name: &str, otherwise| std::env::var(name).map_or(otherwise, |set| set.parse().unwrap());
    let mut load = Load {
        at: served.at(),
        token,
        seconds: setting("MUSTER_LOAD_SECONDS", 60),
        rate: setting("MUSTER_LOAD_RATE", 500),
        pace: setting("MUSTER_LOAD_PACE", 5),
        begun,
        missions,
        read,
        asked: AtomicUsize::new(0),
        over: AtomicBool::new(false),
        acknowledged: Mutex::default(),
    };
    load.first_answers();
    load.begun = Instant::now();
    let (took, acknowledged) = load.run(&mut served);
    load.tell(&took, acknowledged);
    load.nothing_is_lost(&runtime, &ledger);
}

fn binary() -> String {
    std::env::var("MUSTER_BINARY").unwrap_or_else(|_| env!("CARGO_BIN_EXE_muster").to_owned())
}

/// Enters whole missions of the record.
fn fill(runtime: &Runtime, path: &Path) -> Vec<Mission> {
    let store = runtime.block_on(Sqlite::open(path, IfMissing::Create)).unwrap();
    let (mut missions, mut entered) = (Vec::new(), 0);
    for i in 0..record::WHOLE.missions {
        if entered >= CLAIMS {
            break;
        }
        let mut claims = record::claims_of(record::WHOLE, i);
        claims.truncate(CLAIMS - entered);
        entered += claims.len();
        let parties: BTreeSet<String> = claims.iter().filter_map(party).collect();
        missions.push(Mission {
            code: record::mission(i),
            claims: claims.len(),
            parties: parties.into_iter().collect(),
        });
        for some in claims.chunks(1_000) {
            let entries = some.iter().cloned().map(Entry::Claim).collect();
            runtime.block_on(store.append(Timestamp::UNIX_EPOCH, entries)).unwrap();
        }
    }
    runtime.block_on(store.close()).unwrap();
    println!("a ledger of {entered} claims of {} missions", missions.len());
    missions
}

fn party(claim: &Claim) -> Option<String> {
    match claim.statement.whose()? {
        Whose::Party(party) => Some(party.to_string()),
        _ => None,
    }
}

impl Load {
    fn wire(&self) -> Wire {
        Wire::to(self.at, &self.token).unwrap()
    }

    fn address(&self, kind: usize, mission: usize) -> String {
        format!("/api/v1{}", KINDS[kind].1.replace("{}", &self.read[mission].to_string()))
    }

    /// The first answer to each question, which is made when somebody asks.
    fn first_answers(&self) {
        let mut wire = self.wire();
        for (kind, (name, _)) in KINDS.iter().enumerate() {
            let mut each = Vec::new();
            for mission in 0..self.read.len() {
                let begun = Instant::now();
                let heard = wire.get(&self.address(kind, mission), AS_BROWSERS).unwrap();
                let ms = begun.elapsed().as_secs_f64() * 1e3;
                each.push(if heard.status == 200 {
                    format!("{ms:.0}")
                } else {
                    format!("{ms:.0} ({})", heard.status)
                });
            }
            println!("first answer, {name:<9} {} ms", each.join(", "));
        }
    }

    /// Readers and writers, and what the server holds in memory meanwhile; then its end.
    fn run(&self, served: &mut Served) -> (Vec<Took>, usize) {
        thread::scope(|scope| {
            let readers: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(|| self.reads())).collect();
            let writers: Vec<_> =
                (0..WRITERS).map(|writer| scope.spawn(move || self.writes(writer))).collect();
            for tenth in 0..=10 {
                let due = self.begun + Duration::from_secs(self.seconds) * tenth / 10;
                thread::sleep(due.saturating_duration_since(Instant::now()));
                let memory = resident(served.process());
                println!(
                    "{:>5.0} s  {memory:>5} MB resident, load average {}",
                    self.begun.elapsed().as_secs_f64(),
                    machine()
                );
            }
            let acknowledged = self.acknowledged.lock().unwrap().len();
            self.over.store(true, Ordering::SeqCst);
            served.kill();
            for writer in writers {
                writer.join().unwrap();
            }
            (readers.into_iter().flat_map(|reader| reader.join().unwrap()).collect(), acknowledged)
        })
    }

    /// Takes up the next request that is due, again and again.
    fn reads(&self) -> Vec<Took> {
        let mut wire = self.wire();
        let mut took = Vec::new();
        loop {
            let n = self.asked.fetch_add(1, Ordering::Relaxed);
            let due =
                self.begun + Duration::from_nanos(1_000_000_000 / self.rate) * u32::try_from(n).unwrap();
            thread::sleep(due.saturating_duration_since(Instant::now()));
            let kind = n % KINDS.len();
            let heard = wire.get(&self.address(kind, n / KINDS.len() % self.read.len()), AS_BROWSERS);
            match heard {
                Ok(heard) if heard.status == 200 => took.push((kind, due.elapsed())),
                _ if self.over.load(Ordering::SeqCst) => return took,
                other => panic!("a reader was answered {:?}", other.map(|heard| heard.status)),
            }
        }
    }

    /// Enters claim after claim: what the record's body would count next, of mission by mission.
    fn writes(&self, writer: usize) {
        let mut wire = self.wire();
        let mut dice = Dice(u64::try_from(writer).unwrap() + 77);
        for n in 0_u32.. {
            if let Some(apart) = 1_000_000_000_u64.checked_div(self.pace) {
                let due = self.begun + Duration::from_nanos(apart) * n;
                thread::sleep(due.saturating_duration_since(Instant::now()));
            }
            let turn = usize::try_from(n).unwrap();
            let mission = &self.missions[turn % self.missions.len()];
            let turn = turn / self.missions.len();
            let party = &mission.parties[turn % mission.parties.len()];
            let days = turn / mission.parties.len() * 60 + usize::try_from(dice.roll(60)).unwrap();
            let day = date(2025, 2, 1).checked_add(i64::try_from(days).unwrap().days()).unwrap();
            let claim = json!({
                "mission": mission.code.to_string(), "modality": "fact", "grade": "B2",
                "speaker": format!("clerk {writer}"), "published": day.to_string(),
                "statement": {
                    "kind": "count", "whose": party, "resource": "people", "stage": "deployed",
                    "quantity": (10 + dice.roll(400)).to_string(), "as_of": day.to_string(),
                },
            });
            match wire.post("/api/v1/claims", &claim.to_string()) {
                Ok(heard) if heard.status == 201 => {
                    let id = heard.json()["claim"]["id"].as_str().unwrap().parse().unwrap();
                    self.acknowledged.lock().unwrap().push(id);
                }
                // The same throw of the dice again.
                Ok(heard) if heard.status == 200 => {}
                _ if self.over.load(Ordering::SeqCst) => return,
                other => panic!("a writer was answered {:?}", other.map(|it| String::from_utf8(it.body))),
            }
        }
    }

    fn tell(&self, took: &[Took], acknowledged: usize) {
        let seconds = self.seconds as f64;
        println!(
            "{:.0} requests/s of {} due, {:.1} claims/s acknowledged",
            took.len() as f64 / seconds,
            self.rate,
            acknowledged as f64 / seconds
        );
        println!("{:<10} {:>9} {:>9} {:>9} ms   goal: p99 < {GOAL:.0}", "", "p50", "p99", "max");
        for (kind, (name, _)) in KINDS.iter().enumerate() {
            let mut of: Vec<f64> =
                took.iter().filter(|it| it.0 == kind).map(|(_, took)| took.as_secs_f64() * 1e3).collect();
            of.sort_by(f64::total_cmp);
            let at = |hundredths: usize| of[(of.len() * hundredths / 100).min(of.len() - 1)];
            println!("{name:<10} {:>9.1} {:>9.1} {:>9.1}", at(50), at(99), at(100));
        }
    }

    /// The ledger of the killed server has every claim that was acknowledged, in a chain that holds.
    fn nothing_is_lost(&self, runtime: &Runtime, path: &Path) {
        let verified = Command::new(binary()).args(["verify", "--ledger"]).arg(path).status().unwrap();
        assert!(verified.success(), "the chain is broken");
        let ledger = runtime.block_on(async {
            let store = Sqlite::open(path, IfMissing::Refuse).await.unwrap();
            replay(&store, None).await.unwrap()
        });
        let acknowledged = self.acknowledged.lock().unwrap();
        let lost = acknowledged.iter().filter(|id| ledger.claim(**id).is_none()).count();
        println!("killed under the load: {lost} of {} acknowledged claims lost", acknowledged.len());
        assert_eq!(lost, 0);
    }
}

/// The memory that a process holds, in megabytes; Linux tells it.
fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|held| held.trim().strip_suffix(" kB")?.parse().ok());
    kilobytes.map_or(0, |kilobytes: u64| kilobytes / 1_024)
}

/// How busy the machine is, all of it: the load average of the last minute.
fn machine() -> String {
    let told = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    told.split(' ').next().unwrap_or_default().to_owned()
}
