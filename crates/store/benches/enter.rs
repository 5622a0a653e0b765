//! How fast entries are entered into a file, read back and verified: `cargo bench -p store`.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]

use std::path::Path;

use divan::{Bencher, counter::ItemsCount};
use jiff::Timestamp;
use ledger::Entry;
use store::{IfMissing, Sqlite, Store, replay, verify};
use tempfile::TempDir;
use tokio::runtime::Runtime;

#[path = "../src/sample.rs"]
mod sample;

fn main() {
    divan::main();
}

/// Claims in the ledger that is read.
const LEDGER: u64 = 100_000;

/// Claims that quote the documents they come behind, a document for every 20 claims.
fn entries(from: u64, count: u64) -> Vec<Entry> {
    let mut document = sample::document(from);
    let mut entries = vec![Entry::Document(document.clone())];
    for n in from..from + count {
        if n % 20 == 0 && n > from {
            document = sample::document(n);
            entries.push(Entry::Document(document.clone()));
        }
        entries.push(Entry::Claim(sample::quoting(n, &document)));
    }
    entries
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_time().build().unwrap()
}

fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

async fn open(folder: &Path) -> Sqlite {
    Sqlite::open(&folder.join("ledger.muster"), IfMissing::Create).await.unwrap()
}

/// Entering claims in batches of this size, each acknowledged when it is on the disk.
#[divan::bench(args = [1, 100, 1_000], sample_count = 30, sample_size = 1)]
fn enter_batches_of(bencher: Bencher<'_, '_>, size: u64) {
    let (runtime, folder) = (runtime(), folder());
    let store = runtime.block_on(open(folder.path()));
    let mut from = 0;
    bencher
        .with_inputs(|| {
            from += size;
            entries(from, size)
        })
        .input_counter(|entries| ItemsCount::new(entries.len()))
        .bench_local_values(|entries| {
            runtime.block_on(store.append(Timestamp::UNIX_EPOCH, entries)).unwrap()
        });
}

/// A file with 100,000 claims, made once for each benchmark below.
fn full(runtime: &Runtime) -> TempDir {
    let folder = folder();
    runtime.block_on(async {
        let store = open(folder.path()).await;
        for from in (0..LEDGER).step_by(1_000) {
            store.append(Timestamp::UNIX_EPOCH, entries(from, 1_000)).await.unwrap();
        }
        store.close().await.unwrap();
    });
    folder
}

/// Entering 100,000 claims in batches of 1,000 into one file.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn enter_100_000_claims(bencher: Bencher<'_, '_>) {
    let (runtime, folder) = (runtime(), folder());
    let store = runtime.block_on(open(folder.path()));
    bencher
        .with_inputs(|| (0..LEDGER).step_by(1_000).map(|from| entries(from, 1_000)).collect::<Vec<_>>())
        .input_counter(|batches| ItemsCount::new(batches.iter().map(Vec::len).sum::<usize>()))
        .bench_local_values(|batches| {
            for batch in batches {
                runtime.block_on(store.append(Timestamp::UNIX_EPOCH, batch)).unwrap();
            }
        });
}

/// Opening a ledger of 100,000 claims and reading all of it into memory.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn open_and_replay_100_000_claims(bencher: Bencher<'_, '_>) {
    let runtime = runtime();
    let folder = full(&runtime);
    bencher
        .counter(ItemsCount::new(LEDGER))
        .bench_local(|| runtime.block_on(async { replay(&open(folder.path()).await, None).await.unwrap() }));
}

/// Opening a ledger of 100,000 claims and verifying all of it.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn verify_100_000_claims(bencher: Bencher<'_, '_>) {
    let runtime = runtime();
    let folder = full(&runtime);
    bencher.counter(ItemsCount::new(LEDGER)).bench_local(|| {
        runtime.block_on(async { verify(&open(folder.path()).await, None, &mut |_| ()).await.unwrap() })
    });
}
