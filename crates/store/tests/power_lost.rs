//! A log of which only the beginning reached the disk, or whose end is garbled, gives a whole chain of whole batches.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use ledger::Entry;
use store::{IfMissing, Sqlite, Store, verify};

#[path = "../src/sample.rs"]
mod sample;

fn log_of(path: &Path) -> PathBuf {
    format!("{}-wal", path.display()).into()
}

/// A log as it was, to be damaged from a byte on.
type Damage = fn(&[u8], usize) -> Vec<u8>;

/// Enters batches, damages copies of the log at many places, and opens them: all batches before the place are there,
/// each whole, and nothing else is.
fn check(damage: Damage) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.muster");
        let store = Sqlite::open(&path, IfMissing::Create).await.unwrap();
        let text = sample::document(1);
        store.append(Timestamp::UNIX_EPOCH, vec![Entry::Document(text.clone())]).await.unwrap();
        // How long the log was after each batch, and how many entries there were.
        let mut known = vec![(0, 0), (fs::metadata(log_of(&path)).unwrap().len(), 1)];
        let mut from = 0;
        for count in [1, 20, 3, 60, 1, 1, 40, 9] {
            let claims = (from..from + count).map(|n| match n % 2 {
                0 => Entry::Claim(sample::claim(n)),
                _ => Entry::Claim(sample::quoting(n, &text)),
            });
            store.append(Timestamp::UNIX_EPOCH, claims.collect()).await.unwrap();
            from += count;
            known.push((fs::metadata(log_of(&path)).unwrap().len(), from + 1));
        }
        let (file, log) = (fs::read(&path).unwrap(), fs::read(log_of(&path)).unwrap());
        assert_eq!(log.len() as u64, known.last().unwrap().0, "nothing was moved into the file yet");
        let other = folder.path().join("damaged.muster");
        let ends = known.iter().flat_map(|(end, _)| [end.saturating_sub(1), *end]);
        let places =
            (0..log.len() as u64).step_by(4_111).chain(ends).filter(|place| *place < log.len() as u64);
        for place in places {
            fs::write(&other, &file).unwrap();
            fs::write(log_of(&other), damage(&log, usize::try_from(place).unwrap())).unwrap();
            let damaged = Sqlite::open(&other, IfMissing::Refuse).await.unwrap();
            let head = verify(&damaged, None, &mut |_| ()).await.unwrap();
            let want = known.iter().rfind(|(end, _)| *end <= place).unwrap().1;
            assert_eq!(head.map_or(0, |head| head.seq.0), want, "damaged from byte {place} on");
            damaged.close().await.unwrap();
            let _ = fs::remove_file(log_of(&other));
        }
        store.close().await.unwrap();
    });
}

#[test]
fn a_log_cut_short_gives_the_batches_before_the_cut() {
    check(|log, place| log[..place].to_vec());
}

#[test]
fn a_log_of_which_the_rest_is_zero_gives_the_batches_before_it() {
    check(|log, place| [&log[..place], &vec![0; log.len() - place]].concat());
}

#[test]
fn a_log_with_one_byte_garbled_gives_the_batches_before_it() {
    check(|log, place| {
        let mut log = log.to_vec();
        log[place] ^= 0x55;
        log
    });
}
