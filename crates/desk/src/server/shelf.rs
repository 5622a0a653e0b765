//! The shelf: what is read from. The ledger in memory, and for each viewer and mission the ledger that this viewer may
//! see, with the answers given from it.
//!
//! The filter comes first: an answer is made from a ledger that holds nothing its viewer may not see, so nothing else can
//! reach it. An answer is kept until an entry comes that its viewer may see; then it is given once more while the newer one
//! is being worked out, unless the asker wants the newest (`Cache-Control: no-cache`, RFC 9111, 5.2.1.4).
//!
//! What nobody waits for is worked out one after the other, and the same question not again before as much time has passed
//! as its last answer took: while somebody enters claim after claim, half of that work is left undone and a core stays free.

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    sync::{
        Arc, Mutex, PoisonError, RwLock, RwLockReadGuard,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use ledger::{Entry, Ledger, Recorded};
use model::MissionCode;
use picture::{Kept, Viewer};
use quick_cache::{Weighter, sync::Cache};
use tokio::sync::Semaphore;

use super::{
    all::All,
    answer::{Answer, Form},
    problem::{Code, Problem},
};

/// So many bytes of answers are kept.
const KEPT_BYTES: u64 = 256 << 20;
/// So many bytes of pictures and solved groups are kept, of all rooms together; beyond that, rooms that were worked in longest
/// ago leave theirs.
const WORKED_OUT_BYTES: usize = 512 << 20;
/// So many different questions are expected at once.
const QUESTIONS: usize = 4_096;
/// So many keys of a list are looked at before whoever writes may come between.
const HELD: usize = 1_000;
/// To make something of a key takes as long as to look at so many.
const MADE: usize = 20;
/// So many answers are worked out at once; more wait.
const AT_ONCE: usize = 2;

/// What is read from.
#[derive(Debug)]
pub(crate) struct Shelf {
    all: RwLock<All>,
    rooms: RwLock<BTreeMap<(Viewer, MissionCode), Arc<Room>>>,
    answers: Cache<Question, Last, BySize>,
    works: Mutex<HashMap<Question, Arc<Work>>>,
    places: Semaphore,
    /// For what nobody waits for.
    place_behind: Semaphore,
    /// Held while a room is made, so that nobody makes it twice.
    building: Mutex<()>,
    /// Counts up whenever something has been worked out.
    turn: AtomicU64,
    /// See [`WORKED_OUT_BYTES`].
    worked_out: usize,
}

/// What is asked of one mission, by whom, and in which form the answer is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Question {
    /// Whose eyes.
    pub(crate) viewer: Viewer,
    /// Of which mission.
    pub(crate) mission: MissionCode,
    /// The route and everything it was asked, in a fixed order; days as days, never "today".
    pub(crate) asked: String,
    /// In which form.
    pub(crate) form: Form,
}

/// The ledger that one viewer may see of one mission.
struct Room {
    kept: Mutex<Kept>,
    /// Entries that are not in `kept` yet.
    waiting: Mutex<Vec<Recorded>>,
    /// How many entries came since the room was made.
    version: AtomicU64,
    /// The turn in which something was worked out here last.
    worked_in: AtomicU64,
    /// How many bytes are kept of what was worked out.
    takes: AtomicUsize,
}

/// The last answer to one question, and the version of its room that it was made from.
#[derive(Clone, Debug)]
struct Last {
    version: u64,
    answer: Arc<Answer>,
    /// When it is worth the work to make it anew, if nobody waits for that.
    rested: Instant,
}

/// The working out of one answer, while somebody waits for it.
#[derive(Debug, Default)]
struct Work {
    /// One at a time.
    turn: tokio::sync::Mutex<()>,
    /// Whether it is being worked out without anybody waiting.
    behind: AtomicBool,
}

#[derive(Clone, Debug)]
struct BySize;

impl Shelf {
    pub(crate) fn new(all: All) -> Self {
        Self {
            all: RwLock::new(all),
            rooms: RwLock::default(),
            answers: Cache::with_weighter(QUESTIONS, KEPT_BYTES, BySize),
            works: Mutex::default(),
            places: Semaphore::new(AT_ONCE),
            place_behind: Semaphore::new(1),
            building: Mutex::default(),
            turn: AtomicU64::new(0),
            worked_out: WORKED_OUT_BYTES,
        }
    }

    /// All of the ledger, to be looked at for a moment: while it is held nothing can be entered. Whoever reads it must ask
    /// for every claim and document whether its viewer may see it.
    pub(crate) fn all(&self) -> RwLockReadGuard<'_, All> {
        self.all.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// A page of a list: of the keys that `order` gives, behind `after`, those of which `take` makes something, and the last key
    /// where there are more.
    pub(crate) fn page<K: Copy, T>(
        &self,
        order: impl for<'a> Fn(&'a All, Option<K>) -> Box<dyn Iterator<Item = K> + 'a>,
        after: Option<K>,
        limit: usize,
        take: impl Fn(&All, K) -> Option<T>,
    ) -> (Vec<T>, Option<K>) {
        let (mut taken, mut last, mut reached) = (Vec::new(), None, after);
        loop {
            let all = self.all();
            let mut left = HELD;
            for key in order(&all, reached) {
                reached = Some(key);
                if let Some(one) = take(&all, key) {
                    if taken.len() == limit {
                        return (taken, last);
                    }
                    taken.push(one);
                    last = Some(key);
                    left = left.saturating_sub(MADE);
                }
                left = left.saturating_sub(1);
                if left == 0 {
                    break;
                }
            }
            if left > 0 {
                return (taken, None);
            }
        }
    }

    /// Puts on the shelf what was recorded.
    pub(crate) fn put(&self, recorded: Vec<Recorded>) {
        let mut all = self.all.write().unwrap_or_else(PoisonError::into_inner);
        let rooms = self.rooms.read().unwrap_or_else(PoisonError::into_inner);
        for recorded in recorded {
            for ((viewer, mission), room) in rooms.iter() {
                if concerns(&recorded.entry, *viewer, mission, &all) {
                    room.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(recorded.clone());
                    room.version.fetch_add(1, Ordering::Release);
                }
            }
            all.add(recorded);
        }
    }

    /// The answer to a question, made by `make` where none is kept; `newest`: not one from before the last entry.
    pub(crate) async fn answer(
        self: &Arc<Self>,
        question: Question,
        newest: bool,
        make: impl FnOnce(&mut Kept) -> Result<Answer, Problem> + Send + 'static,
    ) -> Result<Arc<Answer>, Problem> {
        let room = self.room(question.viewer, &question.mission).await?;
        let kept = self.answers.get(&question);
        if let Some(last) = &kept
            && last.version == room.version()
        {
            return Ok(Arc::clone(&last.answer));
        }
        let this = Arc::clone(self);
        match kept.filter(|_| !newest) {
            // Whoever asks may go away; the answer is then there for whoever asks again.
            None => tokio::spawn(async move { this.work_out(question, room, make).await })
                .await
                .map_err(|error| Problem::internal(&error))?,
            Some(last) => {
                if last.rested <= Instant::now() && !self.work(&question).behind.swap(true, Ordering::AcqRel)
                {
                    tokio::spawn(async move {
                        let _place = this.place_behind.acquire().await;
                        // What goes wrong is told to whoever asks next.
                        let _ = this.work_out(question, room, make).await;
                    });
                }
                Ok(last.answer)
            }
        }
    }

    async fn work_out(
        self: &Arc<Self>,
        question: Question,
        room: Arc<Room>,
        make: impl FnOnce(&mut Kept) -> Result<Answer, Problem> + Send + 'static,
    ) -> Result<Arc<Answer>, Problem> {
        let work = self.work(&question);
        let _turn = work.turn.lock().await;
        // Whoever was before may have worked out just this.
        if let Some(last) = self.answers.get(&question).filter(|last| last.version == room.version()) {
            self.done(&question);
            return Ok(last.answer);
        }
        let place = self.places.acquire().await.map_err(|error| Problem::internal(&error))?;
        let this = Arc::clone(self);
        let ended = tokio::task::spawn_blocking(move || {
            let turn = this.turn.fetch_add(1, Ordering::Relaxed);
            let answer = room.make(turn, make);
            this.leave_what_is_too_much();
            answer
        })
        .await;
        drop(place);
        self.done(&question);
        let (version, took, answer) = ended.map_err(|error| Problem::internal(&error))??;
        let answer = Arc::new(answer);
        let rested = Instant::now() + took;
        self.answers.insert(question, Last { version, answer: Arc::clone(&answer), rested });
        Ok(answer)
    }

    /// Has rooms leave what they keep, the one worked in longest ago first, until the rest is within the bound. One that is being
    /// worked in is passed over.
    fn leave_what_is_too_much(&self) {
        let rooms = self.rooms.read().unwrap_or_else(PoisonError::into_inner);
        let mut rooms: Vec<Arc<Room>> = rooms.values().map(Arc::clone).collect();
        let mut takes: usize = rooms.iter().map(|room| room.takes.load(Ordering::Relaxed)).sum();
        rooms.sort_by_key(|room| room.worked_in.load(Ordering::Relaxed));
        // The last one worked in keeps what it has, however much that is.
        rooms.pop();
        for room in rooms {
            if takes <= self.worked_out {
                return;
            }
            if let Ok(mut kept) = room.kept.try_lock() {
                kept.leave();
                takes -= room.takes.swap(0, Ordering::Relaxed).min(takes);
            }
        }
    }

    /// Whoever still waits holds on to the work; whoever comes from now on finds its answer.
    fn done(&self, question: &Question) {
        self.works.lock().unwrap_or_else(PoisonError::into_inner).remove(question);
    }

    fn work(&self, question: &Question) -> Arc<Work> {
        let mut works = self.works.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(works.entry(question.clone()).or_default())
    }

    /// What this viewer may see of this mission; a mission of which that is nothing is not known to it.
    async fn room(self: &Arc<Self>, viewer: Viewer, mission: &MissionCode) -> Result<Arc<Room>, Problem> {
        let key = (viewer, mission.clone());
        if let Some(room) = self.known_room(&key) {
            return Ok(room);
        }
        let this = Arc::clone(self);
        let built = tokio::task::spawn_blocking(move || this.build(key)).await;
        built.map_err(|error| Problem::internal(&error))?
    }

    fn known_room(&self, key: &(Viewer, MissionCode)) -> Option<Arc<Room>> {
        self.rooms.read().unwrap_or_else(PoisonError::into_inner).get(key).map(Arc::clone)
    }

    fn build(&self, key: (Viewer, MissionCode)) -> Result<Arc<Room>, Problem> {
        let _building = self.building.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(room) = self.known_room(&key) {
            return Ok(room);
        }
        let (viewer, mission) = &key;
        // Entering waits meanwhile, so that no entry falls between the copy and the list of rooms.
        let all = self.all();
        let seen = all.seen_of(mission, &|marking| viewer.may_see(marking));
        if seen.claims().next().is_none() {
            return Err(Problem::new(
                Code::UnknownMission,
                format!("no claim is of the mission `{mission}`"),
            )
            .hint("`/api/v1/missions` lists those that there are"));
        }
        let fresh = Arc::new(Room::of(seen));
        let mut rooms = self.rooms.write().unwrap_or_else(PoisonError::into_inner);
        Ok(Arc::clone(rooms.entry(key).or_insert(fresh)))
    }
}

/// Whether an entry is for the room of this viewer and mission; decisions where all they name may be seen, as
/// [`Ledger::seen_of`] has it.
fn concerns(entry: &Entry, viewer: Viewer, mission: &MissionCode, all: &Ledger) -> bool {
    let may_see = |marking| viewer.may_see(marking);
    match entry {
        Entry::Document(document) => may_see(document.marking),
        Entry::Claim(claim) => claim.mission.as_ref() == Some(mission) && may_see(claim.marking),
        Entry::Decision(decision) => {
            let is_of_it =
                |id| all.claim(id).is_some_and(|held| held.claim.mission.as_ref() == Some(mission));
            let mut named = [Some(decision.claim), decision.ruling.other()].into_iter().flatten();
            named.any(is_of_it) && all.may_see_decision(decision, &may_see)
        }
    }
}

impl Room {
    fn of(seen: Ledger) -> Self {
        Self {
            kept: Mutex::new(Kept::new(seen)),
            waiting: Mutex::default(),
            version: AtomicU64::new(0),
            worked_in: AtomicU64::new(0),
            takes: AtomicUsize::new(0),
        }
    }

    fn version(&self) -> u64 {
        self.version.load(Ordering::Acquire)
    }

    fn make(
        &self,
        turn: u64,
        make: impl FnOnce(&mut Kept) -> Result<Answer, Problem>,
    ) -> Result<(u64, Duration, Answer), Problem> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        // An entry that comes after this number was read is told as not in the answer, though it may be.
        let version = self.version();
        let waiting = std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        for recorded in waiting {
            kept.add(recorded);
        }
        let begun = Instant::now();
        let answer = make(&mut kept);
        self.worked_in.store(turn, Ordering::Relaxed);
        self.takes.store(kept.takes(), Ordering::Relaxed);
        Ok((version, begun.elapsed(), answer?))
    }
}

impl Weighter<Question, Last> for BySize {
    fn weight(&self, question: &Question, last: &Last) -> u64 {
        question.asked.len() as u64 + last.answer.size() + 256
    }
}

impl fmt::Debug for Room {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Room").field("version", &self.version).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which of the rooms that were worked in one after the other keep what was worked out there.
    #[track_caller]
    fn check(worked_out: usize, takes: [usize; 3], want: [bool; 3]) {
        let shelf = Shelf { worked_out, ..Shelf::new(All::default()) };
        let missions = ["FIRST", "OTHER", "THIRD"].map(|code| code.parse::<MissionCode>().unwrap());
        for ((mission, takes), turn) in missions.iter().zip(takes).zip(0..) {
            let room = Room { takes: takes.into(), worked_in: turn.into(), ..Room::of(Ledger::default()) };
            shelf.rooms.write().unwrap().insert((Viewer::Public, mission.clone()), Arc::new(room));
        }
        shelf.leave_what_is_too_much();
        let rooms = shelf.rooms.read().unwrap();
        assert_eq!(missions.map(|it| rooms[&(Viewer::Public, it)].takes.load(Ordering::Relaxed) > 0), want);
    }

    #[test]
    fn rooms_worked_in_longest_ago_leave_first() {
        check(60, [10, 20, 30], [true, true, true]);
        check(50, [10, 20, 30], [false, true, true]);
        check(49, [10, 20, 30], [false, false, true]);
        check(10, [10, 20, 30], [false, false, true]);
    }
}
