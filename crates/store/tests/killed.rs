//! A program that is killed while it enters claims loses nothing that was acknowledged, and leaves a whole chain.
//!
//! The test runs itself again as a child, which enters claims batch after batch and tells of each on its output, and
//! kills it at a random moment. `MUSTER_KILL_SEED` repeats a run whose seed was printed.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::print_stdout, reason = "a random run prints its seed")]

use std::{
    env,
    io::{BufRead, BufReader, Write, stdout},
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use jiff::Timestamp;
use ledger::{Entry, Outcome, Seq};
use store::{IfMissing, Page, Sqlite, Store, verify};

#[path = "../src/sample.rs"]
mod sample;

/// The ledger, the number of the first claim, and how many batches to enter.
const CHILD: &str = "MUSTER_TEST_CHILD";

/// A batch of the child: claims `from..from + count`, each entered right behind the one before.
#[derive(Clone, Copy, Debug)]
struct Batch {
    from: u64,
    count: u64,
}

/// What a child said before it ended.
#[derive(Debug, Default)]
struct Said {
    opened: bool,
    /// The batch that it set out to enter last.
    begun: Option<Batch>,
    /// Each batch that was acknowledged, with the place of its first claim.
    acknowledged: Vec<(Batch, Seq)>,
}

fn run<T>(task: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(task)
}

/// Entries of a batch; the first of all batches brings the document that the claims quote.
fn entries(Batch { from, count }: Batch) -> Vec<Entry> {
    let text = sample::document(1);
    (from..from + count)
        .map(|n| Entry::Claim(if n % 2 == 0 { sample::claim(n) } else { sample::quoting(n, &text) }))
        .collect()
}

#[test]
#[ignore = "it is the child that the other tests run"]
fn child() {
    let Ok(task) = env::var(CHILD) else { return };
    let [path, from, batches] = task.split('|').collect::<Vec<_>>().try_into().unwrap();
    let (mut from, batches): (u64, u64) = (from.parse().unwrap(), batches.parse().unwrap());
    let tell = |line: String| stdout().write_all(format!("\n{line}\n").as_bytes()).unwrap();
    run(async {
        let store = Sqlite::open(Path::new(path), IfMissing::Create).await.unwrap();
        tell("opened".into());
        store.append(Timestamp::UNIX_EPOCH, vec![Entry::Document(sample::document(1))]).await.unwrap();
        for n in 0..batches {
            let count = [1, 130, 7, 60, 300][usize::try_from(n % 5).unwrap()];
            let batch = Batch { from, count };
            tell(format!("begun {from} {count}"));
            let outcomes = store.append(Timestamp::UNIX_EPOCH, entries(batch)).await.unwrap();
            let Outcome::Entered(first) = outcomes[0] else { panic!("{:?}", outcomes[0]) };
            tell(format!("acknowledged {from} {count} {first}"));
            from += count;
        }
        store.close().await.unwrap();
    });
}

fn start(path: &Path, from: u64, batches: u64) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "child", "--ignored", "--nocapture", "--test-threads=1"])
        .env(CHILD, format!("{}|{from}|{batches}", path.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Listens to a child until it ends, and kills it `late` after it acknowledged so many batches.
fn listen(mut child: Child, kill: Option<(usize, Duration)>) -> Said {
    let mut said = Said::default();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut kill = kill;
    loop {
        if let Some((_, late)) = kill.take_if(|(after, _)| said.acknowledged.len() >= *after && said.opened) {
            sleep(late);
            child.kill().unwrap();
        }
        let Some(Ok(line)) = lines.next() else { break };
        let words: Vec<&str> = line.split(' ').collect();
        let number = |place: usize| words[place].parse().unwrap();
        match words[0] {
            "opened" => said.opened = true,
            "begun" if words.len() == 3 => said.begun = Some(Batch { from: number(1), count: number(2) }),
            "acknowledged" if words.len() == 4 => {
                said.acknowledged.push((Batch { from: number(1), count: number(2) }, Seq(number(3))));
                said.begun = None;
            }
            _ => {}
        }
    }
    child.wait().unwrap();
    said
}

/// Opens the ledger again and finds a whole chain, each acknowledged claim in its place, and of what was begun all or
/// nothing. Answers how many entries there are.
fn check(path: &Path, said: &[&Said]) -> u64 {
    run(async {
        let store = Sqlite::open(path, IfMissing::Create).await.unwrap();
        let head = verify(&store, None, &mut |_| ()).await.unwrap();
        for said in said {
            for (batch, first) in &said.acknowledged {
                let page = Page { entries: u32::try_from(batch.count).unwrap(), bytes: u64::MAX };
                let found = store.entries(*first, page).await.unwrap();
                let found: Vec<Entry> = found.into_iter().map(|recorded| recorded.entry).collect();
                assert!(found == entries(*batch), "{batch:?} was acknowledged at {first}");
            }
            if let Some(begun) = said.begun {
                let mut there = 0;
                for entry in entries(begun) {
                    there += u64::from(store.find(entry.id()).await.unwrap().is_some());
                }
                assert!(there == 0 || there == begun.count, "{there} of {begun:?} are there");
            }
        }
        store.close().await.unwrap();
        head.map_or(0, |head| head.seq.0)
    })
}

/// Random numbers: splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
struct Random(u64);

impl Random {
    fn seeded() -> Self {
        let now = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos().into();
        let seed = env::var("MUSTER_KILL_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or_else(now);
        println!("MUSTER_KILL_SEED={seed}");
        Self(seed)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end
    }
}

#[test]
fn killed_while_entering_it_loses_nothing_that_was_acknowledged() {
    const LEDGERS: u64 = 6;
    const KILLS: u64 = 6;
    let mut random = Random::seeded();
    let (mut entered, mut begun) = (0, 0);
    for _ in 0..LEDGERS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.muster");
        let mut all = 0;
        for kill in 0..KILLS {
            let child = start(&path, (kill + 1) * 1_000_000, u64::MAX);
            let after = usize::try_from(random.below(12)).unwrap();
            let said = listen(child, Some((after, Duration::from_micros(random.below(60_000)))));
            assert!(said.opened && said.acknowledged.len() >= after, "it did not come so far: {said:?}");
            begun += u64::from(said.begun.is_some());
            let now = check(&path, &[&said]);
            assert!(now >= all, "{all} entries became {now}");
            all = now;
        }
        entered += all;
    }
    println!("{entered} entries; {begun} of {} kills fell into a batch", LEDGERS * KILLS);
    assert!(entered > 1_000 && begun > 0);
}

#[test]
fn killed_while_opening_it_leaves_nothing_that_cannot_be_opened() {
    let mut random = Random::seeded();
    let folder = tempfile::tempdir().unwrap();
    let mut unopened = 0;
    for kill in 0..40 {
        let path = folder.path().join(format!("{kill}.muster"));
        let mut child = start(&path, 0, u64::MAX);
        sleep(Duration::from_micros(random.below(25_000)));
        child.kill().unwrap();
        let said = listen(child, None);
        unopened += u32::from(!said.opened);
        check(&path, &[&said]);
    }
    println!("{unopened} of 40 were killed before they had opened");
}

#[test]
fn three_programs_write_at_once_and_one_is_killed() {
    const BATCHES: u64 = 15;
    let mut random = Random::seeded();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.muster");
    let after = usize::try_from(random.below(BATCHES - 5)).unwrap();
    let children: Vec<_> = (1..=3).map(|n| (n, start(&path, n * 1_000_000, BATCHES))).collect();
    let said: Vec<Said> = std::thread::scope(|scope| {
        let listeners: Vec<_> = children
            .into_iter()
            .map(|(n, child)| scope.spawn(move || listen(child, (n == 1).then_some((after, Duration::ZERO)))))
            .collect();
        listeners.into_iter().map(|listener| listener.join().unwrap()).collect()
    });
    for said in &said[1..] {
        assert_eq!(said.acknowledged.len() as u64, BATCHES, "the others go on");
    }
    check(&path, &said.iter().collect::<Vec<_>>());
}
