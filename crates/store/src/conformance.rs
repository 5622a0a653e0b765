//! What every store must keep to, whichever database is behind it: one case each, run on a fresh ledger.

use std::{
    collections::{BTreeMap, BTreeSet},
    future::poll_fn,
    pin::pin,
    task::Poll,
};

use jiff::{Timestamp, ToSpan};
use ledger::{Batch, Entry, Field, Head, Outcome, Recorded, Refusal, Seq};
use model::{ClaimId, Decision, Digest, DocumentId, Name, Ruling, strategies};
use proptest::prelude::*;

use crate::{
    Answer, Page, Progress, Store, StoreError, replay,
    sample::{claim, document, quoting},
    verify,
};

/// A place where one ledger lies, made when it is first opened.
pub(crate) trait Place {
    fn open(&self) -> Answer<'_, Box<dyn Store>>;
}

/// Runs every case, each on a place of its own.
pub(crate) fn check(fresh: &dyn Fn() -> Box<dyn Place>) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_time().build().unwrap();
    runtime.block_on(async {
        a_new_ledger_is_empty(&*fresh()).await;
        a_batch_is_answered_in_order(&*fresh()).await;
        what_was_entered_is_seen_before(&*fresh()).await;
        a_large_batch_is_whole(&*fresh()).await;
        an_append_given_up_half_way_is_whole_or_nothing(&*fresh()).await;
        pages_put_together_are_the_whole(&*fresh()).await;
        a_clock_that_runs_backwards_is_held(&*fresh()).await;
        a_closed_ledger_goes_on_when_it_is_opened_again(&*fresh()).await;
        entries_are_found_by_their_address(&*fresh()).await;
        two_writers_take_turns(&*fresh()).await;
        a_reader_beside_a_writer_sees_a_whole_chain(&*fresh()).await;
    });
    let config = ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config.clone(), |(batches in batches())| {
        runtime.block_on(a_store_answers_as_the_ledger_would(&*fresh(), batches));
    });
    proptest!(config, |(batch in anything())| {
        runtime.block_on(whatever_is_entered_is_read_as_it_was(&*fresh(), batch));
    });
}

fn minute(n: i64) -> Timestamp {
    Timestamp::UNIX_EPOCH + n.minutes()
}

fn claims(numbers: impl IntoIterator<Item = u64>) -> Vec<Entry> {
    numbers.into_iter().map(|n| Entry::Claim(claim(n))).collect()
}

fn ruling(on: ClaimId, ruling: Ruling, made: Timestamp) -> Entry {
    let name = |words| Name::new(words).unwrap();
    Entry::Decision(Decision { claim: on, ruling, by: name("an analyst"), why: name("a reason"), made })
}

fn entered(places: impl IntoIterator<Item = u64>) -> Vec<Outcome> {
    places.into_iter().map(|place| Outcome::Entered(Seq(place))).collect()
}

/// Every entry, read in one page.
async fn all(store: &dyn Store) -> Vec<Recorded> {
    store.entries(Seq(1), Page { entries: u32::MAX, bytes: u64::MAX }).await.unwrap()
}

async fn whole(store: &dyn Store) -> Option<Head> {
    verify(store, None, &mut |_| ()).await.unwrap()
}

async fn a_new_ledger_is_empty(place: &dyn Place) {
    let store = place.open().await.unwrap();
    assert_eq!(store.head().await.unwrap(), None);
    assert_eq!(all(&*store).await, []);
    assert_eq!(whole(&*store).await, None);
    assert_eq!(replay(&*store, None).await.unwrap().claims().count(), 0);
    assert_eq!(store.append(minute(1), vec![]).await.unwrap(), []);
    assert_eq!(store.head().await.unwrap(), None);
    let version = store.schema_version().await.unwrap();
    assert_eq!(place.open().await.unwrap().schema_version().await.unwrap(), version);
}

async fn a_batch_is_answered_in_order(place: &dyn Place) {
    let store = place.open().await.unwrap();
    let (text, absent) = (document(1), document(2));
    let quoted = quoting(1, &text);
    let accept = ruling(quoted.id(), Ruling::Accept, minute(1));
    let batch = vec![
        Entry::Claim(quoting(2, &absent)),
        Entry::Document(text),
        Entry::Claim(quoted.clone()),
        Entry::Claim(quoted.clone()),
        accept.clone(),
        ruling(claim(3).id(), Ruling::Reject, minute(1)),
        Entry::Claim(claim(4)),
    ];
    let kept = [1, 2, 4, 6].map(|place| batch[place].clone());
    let outcomes = store.append(minute(1), batch).await.unwrap();
    assert_eq!(
        outcomes,
        [
            Outcome::Refused(Refusal::UnknownDocument(absent.id())),
            Outcome::Entered(Seq(1)),
            Outcome::Entered(Seq(2)),
            Outcome::SeenBefore { seq: Seq(2), differs: vec![] },
            Outcome::Entered(Seq(3)),
            Outcome::Refused(Refusal::UnknownClaim(claim(3).id())),
            Outcome::Entered(Seq(4)),
        ]
    );
    let found = all(&*store).await;
    assert_eq!(found.iter().map(|recorded| recorded.entry.clone()).collect::<Vec<_>>(), kept);
    assert!(found.iter().all(|recorded| recorded.entered == minute(1)));
    assert_eq!(whole(&*store).await, Some(found[3].head()));
}

async fn what_was_entered_is_seen_before(place: &dyn Place) {
    let text = document(1);
    let first = vec![Entry::Document(text.clone()), Entry::Claim(quoting(1, &text))];
    let store = place.open().await.unwrap();
    assert_eq!(store.append(minute(1), first.clone()).await.unwrap(), entered(1..=2));
    let head = store.head().await.unwrap();
    store.close().await.unwrap();

    let store = place.open().await.unwrap();
    let mut other = text.clone();
    other.title = Name::new("Another headline").unwrap();
    let again = [first, vec![Entry::Document(other)]].concat();
    let seen = |seq, differs: &[Field]| Outcome::SeenBefore { seq: Seq(seq), differs: differs.to_vec() };
    let want = [seen(1, &[]), seen(2, &[]), seen(1, &[Field::Title])];
    assert_eq!(store.append(minute(2), again).await.unwrap(), want);
    assert_eq!(store.head().await.unwrap(), head, "nothing was written");
    assert_eq!(store.document(text.id()).await.unwrap(), Some(text), "the older stands");
}

async fn a_large_batch_is_whole(place: &dyn Place) {
    let store = place.open().await.unwrap();
    let numbers = (0..1_000).map(|n| n * 7 % 601);
    let mut places = BTreeMap::new();
    let want: Vec<Outcome> = numbers
        .clone()
        .map(|n| {
            let next = Seq(places.len() as u64 + 1);
            let seq = *places.entry(n).or_insert(next);
            if seq == next { Outcome::Entered(seq) } else { Outcome::SeenBefore { seq, differs: vec![] } }
        })
        .collect();
    assert_eq!(store.append(minute(1), claims(numbers)).await.unwrap(), want);
    assert_eq!(whole(&*store).await.map(|head| head.seq), Some(Seq(601)));
}

async fn an_append_given_up_half_way_is_whole_or_nothing(place: &dyn Place) {
    const BATCH: u64 = 100;
    let store = place.open().await.unwrap();
    let count = async || store.head().await.unwrap().map_or(0, |head| head.seq.0);
    let (mut before, mut finished) = (0, 0);
    // An append waits for the database about ten times; the last is let finish.
    for polls in (0..15).cycle().take(44).chain([u32::MAX]) {
        let mut left = polls;
        let mut append = pin!(Some(store.append(minute(1), claims(before..before + BATCH))));
        let given_up = poll_fn(|context| match append.as_mut().as_pin_mut() {
            Some(append) if left > 0 => {
                left -= 1;
                append.poll(context).map(Some)
            }
            _ => Poll::Ready(None),
        });
        finished += u32::from(given_up.await.is_some());
        append.set(None);
        let after = count().await;
        assert!(after == before || after == before + BATCH, "{before} became {after} after {polls} polls");
        before = after;
    }
    // What was given up may still have been on its way.
    before = before.max(count().await);
    assert!((1..45).contains(&finished), "{finished} of 45 were not given up");
    assert_eq!(whole(&*store).await.map(|head| head.seq), Some(Seq(before)));
}

async fn pages_put_together_are_the_whole(place: &dyn Place) {
    const COUNT: u64 = 50;
    let store = place.open().await.unwrap();
    store.append(minute(1), claims(0..COUNT)).await.unwrap();
    let all = all(&*store).await;
    assert_eq!(all.len() as u64, COUNT);
    let largest = all.iter().map(|recorded| recorded.entry.content().len() as u64).max().unwrap();
    let limits = [0, 1, 7, 49, 50, 51, u32::MAX].map(|entries| Page { entries, bytes: u64::MAX });
    let bytes = [0, 1, largest, largest * 7, u64::MAX].map(|bytes| Page { entries: u32::MAX, bytes });
    for page in limits.into_iter().chain(bytes) {
        let (mut put_together, mut from) = (vec![], Seq(1));
        loop {
            let read = store.entries(from, page).await.unwrap();
            let Some(last) = read.last() else { break };
            from = Seq(last.seq.0 + 1);
            let size: usize = read.iter().map(|recorded| recorded.entry.content().len()).sum();
            assert!(read.len() == 1 || read.len() <= page.entries as usize, "{page:?}");
            assert!(read.len() == 1 || size as u64 <= page.bytes, "{page:?}");
            put_together.extend(read);
        }
        assert_eq!(put_together, all, "{page:?}");
    }
    let exact = Page { entries: u32::MAX, bytes: largest * 7 };
    assert!(store.filed(Seq(1), exact).await.unwrap().len() >= 7, "a page is filled");
    for behind in [COUNT + 1, u64::MAX] {
        assert_eq!(store.filed(Seq(behind), Page::default()).await.unwrap(), []);
    }
}

async fn a_clock_that_runs_backwards_is_held(place: &dyn Place) {
    let store = place.open().await.unwrap();
    for (n, at) in (0..).zip([5, 3, 5, 9]) {
        store.append(minute(at), claims([n])).await.unwrap();
    }
    let found: Vec<_> = all(&*store).await.iter().map(|recorded| recorded.entered).collect();
    assert_eq!(found, [5, 5, 5, 9].map(minute));
    whole(&*store).await;
    let count = async |at| replay(&*store, Some(minute(at))).await.unwrap().claims().count();
    let counts = [count(4).await, count(5).await, count(8).await, count(9).await];
    assert_eq!(counts, [0, 3, 3, 4]);
}

async fn a_closed_ledger_goes_on_when_it_is_opened_again(place: &dyn Place) {
    let mut head = None;
    for n in 0..5 {
        let store = place.open().await.unwrap();
        assert_eq!(store.head().await.unwrap(), head);
        assert_eq!(store.append(minute(1), claims([n])).await.unwrap(), entered([n + 1]));
        head = store.head().await.unwrap();
        assert_eq!(whole(&*store).await, head);
        store.close().await.unwrap();
    }
    let store = place.open().await.unwrap();
    let mut told = vec![];
    let seal = head.map(|head| head.seal());
    assert_eq!(verify(&*store, seal, &mut |progress| told.push(progress)).await.unwrap(), head);
    assert_eq!(told, [Progress { walked: 5, of: 5 }]);
}

async fn entries_are_found_by_their_address(place: &dyn Place) {
    let store = place.open().await.unwrap();
    let text = document(1);
    let quoted = quoting(1, &text);
    let accept = ruling(quoted.id(), Ruling::Accept, minute(1));
    let batch = vec![Entry::Document(text.clone()), Entry::Claim(quoted.clone()), accept.clone()];
    store.append(minute(1), batch.clone()).await.unwrap();
    for (entry, recorded) in batch.iter().zip(all(&*store).await) {
        assert_eq!(store.find(entry.id()).await.unwrap(), Some(recorded));
    }
    assert_eq!(store.document(text.id()).await.unwrap(), Some(text));
    let found = store.claim(quoted.id()).await.unwrap().map(|recorded| recorded.entry);
    assert_eq!(found, Some(Entry::Claim(quoted)));
    let unknown = Digest::of(b"never entered");
    assert_eq!(store.claim(ClaimId(unknown)).await.unwrap(), None);
    assert_eq!(store.document(DocumentId(unknown)).await.unwrap(), None);
}

async fn two_writers_take_turns(place: &dyn Place) {
    const BATCHES: u64 = 20;
    const SIZE: u64 = 10;
    place.open().await.unwrap().close().await.unwrap();
    // Each enters half of what the other does too.
    let writers = [0, SIZE / 2].map(|offset| {
        let (one, other) = (place.open(), place.open());
        async move {
            let (store, beside) = (one.await?, other.await?);
            let mut outcomes = vec![];
            for n in 0..BATCHES {
                let numbers = |n| n * SIZE + offset..(n + 1) * SIZE + offset;
                let store = if n % 2 == 0 { &store } else { &beside };
                outcomes.extend(store.append(minute(1), claims(numbers(n))).await?);
            }
            Ok::<_, StoreError>(outcomes)
        }
    });
    let [one, other] = writers;
    let (one, other) = tokio::join!(one, other);
    let (one, other) = (one.unwrap(), other.unwrap());
    let places: Vec<u64> = one
        .iter()
        .chain(&other)
        .filter_map(|outcome| match outcome {
            Outcome::Entered(seq) => Some(seq.0),
            Outcome::SeenBefore { .. } => None,
            Outcome::Refused(refusal) => panic!("{refusal}"),
        })
        .collect();
    let count = BATCHES * SIZE + SIZE / 2;
    assert_eq!(places.len() as u64, count, "each claim is entered once");
    assert_eq!(places.into_iter().collect::<BTreeSet<_>>(), (1..=count).collect());
    let store = place.open().await.unwrap();
    assert_eq!(whole(&*store).await.map(|head| head.seq), Some(Seq(count)));
}

async fn a_reader_beside_a_writer_sees_a_whole_chain(place: &dyn Place) {
    const BATCHES: u64 = 40;
    const SIZE: u64 = 25;
    let store = place.open().await.unwrap();
    let reader = place.open().await.unwrap();
    let write = async {
        for n in 0..BATCHES {
            store.append(minute(1), claims(n * SIZE..(n + 1) * SIZE)).await.unwrap();
        }
    };
    let read = async {
        let mut seen = 0;
        while seen < BATCHES * SIZE {
            let head = whole(&*reader).await.map_or(0, |head| head.seq.0);
            assert!(head >= seen && head % SIZE == 0, "{head} after {seen}");
            seen = head;
        }
    };
    tokio::join!(write, read);
}

/// Batches of entries from a small world, with the moment of each, so that every outcome comes up.
fn batches() -> impl Strategy<Value = Vec<(i64, Vec<Entry>)>> {
    let entry = (0..10_u8, 0..6_u64, 0..6_u64, 0..12_i64).prop_map(|(kind, n, other, made)| {
        let pick = |n: u64| if n < 3 { quoting(n, &document(n)) } else { claim(n) };
        match kind {
            0..3 => Entry::Document(document(n % 3)),
            3..7 => Entry::Claim(pick(n)),
            7 => ruling(pick(n).id(), Ruling::Reject, minute(made)),
            8 => ruling(pick(n).id(), Ruling::Replace { with: pick(other).id() }, minute(made)),
            _ => ruling(pick(n).id(), Ruling::SameAs { other: pick(other).id() }, minute(made)),
        }
    });
    prop::collection::vec((0..10_i64, prop::collection::vec(entry, 0..12)), 0..6)
}

async fn a_store_answers_as_the_ledger_would(place: &dyn Place, batches: Vec<(i64, Vec<Entry>)>) {
    let store = place.open().await.unwrap();
    let mut entries: Vec<Recorded> = vec![];
    for (at, batch) in batches {
        let known = entries.iter().map(|recorded| (recorded.entry.id(), recorded.clone()));
        let mut ledger = Batch::new(entries.last().map(Recorded::head), minute(at), known);
        let want: Vec<Outcome> = batch.iter().map(|entry| ledger.enter(entry.id(), entry.clone())).collect();
        entries.extend(ledger.into_written().into_iter().map(|written| written.recorded));
        assert_eq!(store.append(minute(at), batch).await.unwrap(), want);
    }
    assert_eq!(all(&*store).await, entries);
    assert_eq!(whole(&*store).await, entries.last().map(Recorded::head));
}

/// A document, claims that quote it, claims by hand and decisions on them, with all that words can mean.
fn anything() -> impl Strategy<Value = Vec<Entry>> {
    strategies::document()
        .prop_filter("no text to quote", |document| !document.text.is_empty())
        .prop_flat_map(|document| {
            let claims = prop::collection::vec(strategies::claim_in(&document), 1..8);
            let decisions =
                prop::collection::vec((any::<prop::sample::Index>(), strategies::decision()), 0..4);
            (Just(document), claims, decisions).prop_map(|(document, claims, decisions)| {
                let decisions = decisions.into_iter().map(|(on, decision)| {
                    let claim = on.get(&claims).id();
                    let ruling =
                        if decision.ruling.other().is_some() { Ruling::Accept } else { decision.ruling };
                    Entry::Decision(Decision { claim, ruling, ..decision })
                });
                let entries = [Entry::Document(document)].into_iter();
                entries.chain(claims.iter().cloned().map(Entry::Claim)).chain(decisions).collect()
            })
        })
}

async fn whatever_is_entered_is_read_as_it_was(place: &dyn Place, batch: Vec<Entry>) {
    let store = place.open().await.unwrap();
    let outcomes = store.append(Timestamp::MAX, batch.clone()).await.unwrap();
    let taken = batch.into_iter().zip(outcomes).filter(|(_, outcome)| matches!(outcome, Outcome::Entered(_)));
    let taken: Vec<Entry> = taken.map(|(entry, _)| entry).collect();
    let found = all(&*store).await;
    assert_eq!(found.iter().map(|recorded| recorded.entry.clone()).collect::<Vec<_>>(), taken);
    assert_eq!(whole(&*store).await, found.last().map(Recorded::head));
}
