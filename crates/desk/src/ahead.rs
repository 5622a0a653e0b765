//! Ahead: work done by all cores while its results are taken in the order in which it was given.
//!
//! No more is in the works than twice as many as there are workers, so that an archive larger than the memory goes through.

use std::{
    collections::VecDeque,
    num::NonZeroUsize,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread::{self, Scope},
};

/// A piece of work, and where its result goes.
type Job<T, R> = (T, SyncSender<R>);

/// Work that is under way.
pub(crate) struct Ahead<T, R> {
    jobs: SyncSender<Job<T, R>>,
    waiting: VecDeque<Receiver<R>>,
    most: usize,
}

impl<T: Send, R: Send> Ahead<T, R> {
    /// Workers in a scope, one a core; they end when nothing more is given.
    pub(crate) fn new<'scope>(
        scope: &'scope Scope<'scope, '_>,
        work: impl Fn(T) -> R + Send + Sync + 'scope,
    ) -> Self
    where
        T: 'scope,
        R: 'scope,
    {
        let workers = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let most = 2 * workers;
        let (jobs, inbox) = sync_channel::<Job<T, R>>(most);
        let (inbox, work) = (Arc::new(Mutex::new(inbox)), Arc::new(work));
        for _ in 0..workers {
            let (inbox, work) = (Arc::clone(&inbox), Arc::clone(&work));
            scope.spawn(move || {
                loop {
                    let job = inbox.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((item, answer)) = job else { return };
                    // Nobody waits for it any more: the command has ended with an error.
                    let _ = answer.send(work(item));
                }
            });
        }
        Self { jobs, waiting: VecDeque::new(), most }
    }

    /// Gives a piece of work; answers with the oldest result where enough is under way.
    pub(crate) fn give(&mut self, item: T) -> Option<R> {
        let (answer, result) = sync_channel(1);
        self.waiting.push_back(result);
        // It can only fail where every worker has died, and the scope tells of that.
        let _ = self.jobs.send((item, answer));
        if self.waiting.len() <= self.most {
            return None;
        }
        self.waiting.pop_front().and_then(|oldest| oldest.recv().ok())
    }

    /// The results that are left, in order.
    pub(crate) fn finish(self) -> impl Iterator<Item = R> {
        drop(self.jobs);
        self.waiting.into_iter().filter_map(|result| result.recv().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_work() {
        for pieces in [0, 1, 3, 100] {
            let squares: Vec<usize> = thread::scope(|scope| {
                // The later ones are the quicker ones.
                let mut ahead =
                    Ahead::new(scope, |n: usize| (0..(100 - n) * 1_000).fold(n * n, |square, _| square));
                let early: Vec<usize> = (0..pieces).filter_map(|n| ahead.give(n)).collect();
                early.into_iter().chain(ahead.finish()).collect()
            });
            assert_eq!(squares, (0..pieces).map(|n| n * n).collect::<Vec<_>>());
        }
    }
}
