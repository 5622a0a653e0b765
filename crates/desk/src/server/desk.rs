//! What every route is given: where entries are kept and read from, the clock, the packs, and who may look.

use std::{fmt, sync::Arc, time::Duration};

use jiff::{Timestamp, civil::Date};
use reader::Packs;
use store::{Accounts, Store, StoreError};
use tokio::task::JoinHandle;

use crate::mission;

use super::{
    all::All, bookkeeper::Bookkeeper, limits, password::Passwords, readings::Readings,
    recognised::Recognised, shelf::Shelf, throttle::Throttle,
};

/// The desk behind all routes. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Desk(Arc<Parts>);

/// The parts of a desk; what they are is no business of whoever serves it.
#[derive(Debug)]
pub struct Parts {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) shelf: Arc<Shelf>,
    pub(crate) bookkeeper: Bookkeeper,
    pub(crate) accounts: Arc<dyn Accounts>,
    pub(crate) passwords: Passwords,
    pub(crate) throttle: Throttle,
    pub(crate) readings: Readings,
    pub(crate) clock: Clock,
    pub(crate) packs: Arc<Packs>,
    pub(crate) settings: Settings,
}

/// How the desk is served.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Whether whoever is not logged in may read what is public.
    pub open: bool,
    /// Whether what is shown is the demo, whose ledger is gone afterwards.
    pub demo: bool,
    /// Whether a proxy stands in front, whose word on the client's address is taken.
    pub behind_proxy: bool,
    /// How long a request may take. What is worked out for it goes on, and is there for whoever asks next.
    pub longest: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self { open: false, demo: false, behind_proxy: false, longest: limits::LONGEST }
    }
}

/// Where the moment comes from.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Desk {
    /// A desk on this store with these accounts, and the task that writes: it ends, with everything written, after the last clone of the desk
    /// is gone.
    pub async fn on(
        store: Arc<dyn Store>,
        accounts: Arc<dyn Accounts>,
        clock: Clock,
        packs: Arc<Packs>,
        settings: Settings,
    ) -> Result<(Self, JoinHandle<()>), StoreError> {
        let mut all = All::default();
        let next = store::replay_each(store.as_ref(), None, &mut |recorded| all.add(recorded)).await?;
        let shelf = Arc::new(Shelf::new(all));
        let (bookkeeper, written) =
            Bookkeeper::begin(Arc::clone(&store), Arc::clone(&shelf), clock.clone(), next);
        let parts = Parts {
            store,
            shelf,
            bookkeeper,
            readings: Readings::default(),
            accounts: Arc::new(Recognised::new(accounts)),
            passwords: Passwords::new(),
            throttle: Throttle::default(),
            clock,
            packs,
            settings,
        };
        Ok((Self(Arc::new(parts)), written))
    }

    /// Today, in the mission's area.
    pub(crate) fn today(&self) -> Date {
        self.clock.now().to_zoned(mission::area_clock()).date()
    }
}

impl std::ops::Deref for Desk {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Clock {
    /// A clock that tells what this gives.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The moment.
    pub(crate) fn now(&self) -> Timestamp {
        (self.0)()
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Clock").field(&self.now()).finish()
    }
}
