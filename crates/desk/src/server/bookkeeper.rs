//! The bookkeeper: the one that writes. It takes entries from all routes, appends them in groups and puts them on the shelf.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use ledger::{Entry, Outcome, Seq};
use store::{Page, Store, StoreError};
use tokio::{
    sync::{mpsc, oneshot},
    task::JoinHandle,
    time::{MissedTickBehavior, interval},
};

use super::{desk::Clock, problem::Problem, shelf::Shelf};

/// Requests that may wait for the bookkeeper; more are held back at the door.
const WAITING: usize = 256;
/// Requests that are written in one transaction: a write to disk costs about as much for one as for many.
const TOGETHER: usize = 64;
/// How often the ledger is looked at for what other programs entered.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// Where routes hand in their entries.
#[derive(Clone, Debug)]
pub(crate) struct Bookkeeper {
    to: mpsc::Sender<Job>,
}

/// What one request enters, all of it in one transaction.
#[derive(Debug)]
struct Job {
    entries: Vec<Entry>,
    done: oneshot::Sender<Result<Vec<Outcome>, StoreError>>,
}

/// The task that writes.
#[derive(Debug)]
struct Writing {
    store: Arc<dyn Store>,
    shelf: Arc<Shelf>,
    clock: Clock,
    /// The first entry that is not on the shelf yet.
    next: Seq,
}

impl Bookkeeper {
    /// Begins; `next` is the first entry that is not on the shelf. The task ends when nobody can hand in any more, and all that was
    /// handed in is written by then.
    pub(crate) fn begin(
        store: Arc<dyn Store>,
        shelf: Arc<Shelf>,
        clock: Clock,
        next: Seq,
    ) -> (Self, JoinHandle<()>) {
        let (to, jobs) = mpsc::channel(WAITING);
        let writing = Writing { store, shelf, clock, next };
        (Self { to }, tokio::spawn(writing.run(jobs)))
    }

    /// Enters these in one transaction and answers each. When the answer is there they are on the disk, and every reading
    /// from now on that asks for the newest has them.
    pub(crate) async fn enter(&self, entries: Vec<Entry>) -> Result<Vec<Outcome>, Problem> {
        let (done, answer) = oneshot::channel();
        let gone = || Problem::internal(&"the bookkeeper is gone");
        self.to.send(Job { entries, done }).await.map_err(|_| gone())?;
        Ok(answer.await.map_err(|_| gone())??)
    }
}

impl Writing {
    async fn run(mut self, mut jobs: mpsc::Receiver<Job>) {
        let mut tick = interval(LOOK_AGAIN);
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                job = jobs.recv() => {
                    let Some(job) = job else { break };
                    let mut together = vec![job];
                    while together.len() < TOGETHER && let Ok(job) = jobs.try_recv() {
                        together.push(job);
                    }
                    self.write(together).await;
                }
                _ = tick.tick() => {
                    if let Err(error) = self.follow().await {
                        tracing::error!(%error, "the ledger cannot be read");
                    }
                }
            }
        }
        if let Err(error) = self.store.close().await {
            tracing::error!(%error, "the ledger cannot be closed");
        }
    }

    /// Writes them in one transaction; should that fail, each in its own, so that nobody fails for another's entries.
    async fn write(&mut self, jobs: Vec<Job>) {
        let sizes: Vec<usize> = jobs.iter().map(|job| job.entries.len()).collect();
        let all: Vec<Entry> = jobs.iter().flat_map(|job| job.entries.iter().cloned()).collect();
        let now = self.now();
        let mut outcomes = Vec::with_capacity(jobs.len());
        match self.store.append(now, all).await {
            Ok(answered) => {
                let mut answered = answered.into_iter();
                outcomes.extend(sizes.into_iter().map(|size| Ok(answered.by_ref().take(size).collect())));
            }
            Err(error) if jobs.len() == 1 => outcomes.push(Err(error)),
            Err(_) => {
                for job in &jobs {
                    outcomes.push(self.store.append(now, job.entries.clone()).await);
                }
            }
        }
        if let Err(error) = self.follow().await {
            tracing::error!(%error, "what was entered cannot be read back");
        }
        for (job, outcome) in jobs.into_iter().zip(outcomes) {
            // Whoever went away meanwhile has it in the ledger all the same.
            let _ = job.done.send(outcome);
        }
    }

    /// Puts on the shelf what the ledger holds and the shelf does not, whoever entered it.
    async fn follow(&mut self) -> Result<(), StoreError> {
        loop {
            let page = self.store.entries(self.next, Page::default()).await?;
            let Some(last) = page.last() else { return Ok(()) };
            self.next = Seq(last.seq.0 + 1);
            self.shelf.put(page);
        }
    }

    fn now(&self) -> Timestamp {
        self.clock.now()
    }
}
