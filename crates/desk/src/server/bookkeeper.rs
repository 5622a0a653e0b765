//! The bookkeeper: the one that writes. It takes entries from all routes, appends them in groups and puts them on the shelf.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use ledger::{Dating, Entry, Outcome, Seq};
use model::{Decision, DecisionId};
use store::{Page, Store, StoreError};
use tokio::{
    sync::{mpsc, oneshot},
    task::JoinHandle,
    time::{MissedTickBehavior, interval},
};

use super::{desk::Clock, problem::Problem, shelf::Shelf};
use crate::ruled::Ruled;

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
    /// What is ruled on claims, which may be among the entries.
    ruled: Option<Ruled>,
    done: oneshot::Sender<Result<Entered, StoreError>>,
}

/// The same with its ruling dated, the last of the entries.
#[derive(Debug)]
struct Dated {
    entries: Vec<Entry>,
    decision: Option<DecisionId>,
    done: oneshot::Sender<Result<Entered, StoreError>>,
}

/// What became of a request's entries.
#[derive(Debug)]
struct Entered {
    /// Of each; the last of the ruling, where there is one.
    outcomes: Vec<Outcome>,
    decision: Option<DecisionId>,
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
        Ok(self.ask(entries, None).await?.outcomes)
    }

    /// Enters these, and behind them a ruling that is the last on its claims, whatever the clock shows: with all outcomes comes the
    /// address of the decision.
    pub(crate) async fn rule(
        &self,
        entries: Vec<Entry>,
        ruled: Ruled,
    ) -> Result<(Vec<Outcome>, DecisionId), Problem> {
        let Entered { outcomes, decision } = self.ask(entries, Some(ruled)).await?;
        let decision = decision.ok_or_else(|| Problem::internal(&"a ruling was not answered"))?;
        Ok((outcomes, decision))
    }

    async fn ask(&self, entries: Vec<Entry>, ruled: Option<Ruled>) -> Result<Entered, Problem> {
        let (done, answer) = oneshot::channel();
        let gone = || Problem::internal(&"the bookkeeper is gone");
        self.to.send(Job { entries, ruled, done }).await.map_err(|_| gone())?;
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
        let (jobs, entered) = self.dated(jobs).await;
        let all: Vec<Entry> = jobs.iter().flat_map(|job| job.entries.iter().cloned()).collect();
        let mut outcomes = Vec::with_capacity(jobs.len());
        match self.store.append(entered, all).await {
            Ok(answered) => {
                let mut answered = answered.into_iter();
                outcomes.extend(
                    jobs.iter().map(|job| Ok(answered.by_ref().take(job.entries.len()).collect::<Vec<_>>())),
                );
            }
            Err(error) if jobs.len() == 1 => outcomes.push(Err(error)),
            Err(_) => {
                for job in &jobs {
                    outcomes.push(self.store.append(entered, job.entries.clone()).await);
                }
            }
        }
        if let Err(error) = self.follow().await {
            tracing::error!(%error, "what was entered cannot be read back");
        }
        for (Dated { decision, done, .. }, outcomes) in jobs.into_iter().zip(outcomes) {
            // Whoever went away meanwhile has it in the ledger all the same.
            let _ = done.send(outcomes.map(|outcomes| Entered { outcomes, decision }));
        }
    }

    /// The rulings among them dated, each behind all that were made before it, and the moment at which all of it is entered.
    async fn dated(&mut self, jobs: Vec<Job>) -> (Vec<Dated>, Timestamp) {
        // What another program has just ruled comes before.
        if jobs.iter().any(|job| job.ruled.is_some())
            && let Err(error) = self.follow().await
        {
            tracing::error!(%error, "what others entered cannot be read");
        }
        let all = self.shelf.all();
        let mut dating = Dating::new(self.clock.now());
        let dated = jobs.into_iter().map(|Job { mut entries, ruled, done }| {
            let decision = ruled.map(|ruled| ruled.dated(&mut dating, &all));
            let id = decision.as_ref().map(Decision::id);
            entries.extend(decision.map(Entry::Decision));
            Dated { entries, decision: id, done }
        });
        (dated.collect(), dating.entered())
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
}
