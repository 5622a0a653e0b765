//! Whatever is changed in the file behind the program's back is found, and the first entry that does not fit is named.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use jiff::{Timestamp, ToSpan};
use ledger::{Entry, Recorded, Seal, Seq};
use model::{Decision, Name, Ruling};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, sqlite::SqliteConnectOptions};
use store::{IfMissing, Page, Sqlite, Store, StoreError, replay, verify};
use tempfile::TempDir;

#[path = "../src/sample.rs"]
mod sample;

fn run<T>(task: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(task)
}

async fn open(path: &Path) -> Result<Sqlite, StoreError> {
    Sqlite::open(path, IfMissing::Create).await
}

/// A ledger of a document, `claims` claims that quote it and a decision on the first, closed; and its seal.
fn ledger_of(claims: u64) -> (TempDir, PathBuf, Seal) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.muster");
    let seal = run(async {
        let store = open(&path).await.unwrap();
        let (text, minute) = (sample::document(1), |n: i64| Timestamp::UNIX_EPOCH + n.minutes());
        let quoted = (0..claims).map(|n| sample::quoting(n, &text));
        let first = sample::quoting(0, &text).id();
        let (by, why) = (Name::new("an analyst").unwrap(), Name::new("a reason").unwrap());
        let decision = Decision { claim: first, ruling: Ruling::Reject, by, why, made: minute(1) };
        let entries = [Entry::Document(text.clone())].into_iter().chain(quoted.map(Entry::Claim));
        store.append(minute(1), entries.collect()).await.unwrap();
        store.append(minute(2), vec![Entry::Decision(decision)]).await.unwrap();
        let seal = store.head().await.unwrap().unwrap().seal();
        store.close().await.unwrap();
        seal
    });
    (folder, path, seal)
}

/// Does as somebody would who opens the file with SQLite's own tools and means to change it.
async fn tamper(path: &Path, statements: &str) {
    let mut connection = SqliteConnectOptions::new()
        .filename(path)
        .pragma("ignore_check_constraints", "ON")
        .connect()
        .await
        .unwrap();
    let guards: Vec<(String, String)> =
        sqlx::query_as("SELECT 'DROP TRIGGER ' || name, sql FROM sqlite_schema WHERE name LIKE 'entries%'")
            .fetch_all(&mut connection)
            .await
            .unwrap();
    let (drop, make): (Vec<String>, Vec<String>) = guards.into_iter().unzip();
    let all = format!("{}; {statements}; {}", drop.join(";"), make.join(";"));
    sqlx::raw_sql(AssertSqlSafe(all)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// Verifies a ledger of six entries after this was done to it.
#[track_caller]
fn check(statements: &str, want: Result<(), &str>) {
    check_large(4, statements, false, want);
}

#[track_caller]
fn check_large(claims: u64, statements: &str, sealed: bool, want: Result<(), &str>) {
    let (_folder, path, seal) = ledger_of(claims);
    let got = run(async {
        tamper(&path, statements).await;
        let store = open(&path).await?;
        let got = verify(&store, sealed.then_some(seal), &mut |_| ()).await;
        store.close().await.unwrap();
        got
    });
    let got = got.map(|_| ()).map_err(|error| error.to_string());
    match (&got, want) {
        (Ok(()), Ok(())) => {}
        (Err(got), Err(want)) if got.contains(want) => {}
        _ => panic!("{got:?} is not {want:?}"),
    }
}

const CONTENT: &str =
    "does not fit the chain: its content is not what was entered, or the entry before it was changed";

#[test]
fn a_ledger_that_was_left_alone_fits() {
    check("SELECT 1", Ok(()));
}

#[test]
fn a_changed_content_is_found() {
    for change in [
        "replace(content, 'deploy', 'withdraw')",
        "content || ' '",
        "replace(content, ':', ': ')",
        "'nonsense'",
        "''",
        "CAST(x'ff' AS TEXT)",
        "(SELECT content FROM entry WHERE seq = 2)",
    ] {
        let want = format!("entry 3 {CONTENT}. The ledger was changed by something other than Muster");
        check(&format!("UPDATE entry SET content = {change} WHERE seq = 3"), Err(&want));
    }
}

#[test]
fn nothing_is_read_out_of_a_ledger_that_was_changed() {
    for (change, seq) in [
        ("UPDATE entry SET content = replace(content, 'deploy', 'withdraw') WHERE seq = 3", 3),
        ("UPDATE entry SET entered = '1970-01-01T00:00:59Z' WHERE seq = 4", 4),
        ("DELETE FROM entry WHERE seq = 5", 5),
    ] {
        let (_folder, path, _) = ledger_of(4);
        let read = run(async {
            tamper(&path, change).await;
            replay(&open(&path).await.unwrap(), None).await
        });
        let told = read.unwrap_err().to_string();
        assert!(told.contains(&format!("entry {seq} does not fit the chain")), "{change}: {told}");
    }
}

#[test]
fn a_changed_column_is_found() {
    let misfiled =
        |seq, column| format!("entry {seq} does not fit the chain: the {column} that it is filed under");
    for (change, seq, column) in [
        ("kind = 'document'", 3, "kind"),
        ("kind = ''", 6, "kind"),
        ("id = zeroblob(32)", 3, "id"),
        ("id = zeroblob(31)", 1, "id"),
        ("mission = 'OTHER'", 3, "mission"),
        ("mission = NULL", 3, "mission"),
        ("mission = 'MSS'", 1, "mission"),
        ("published = '2025-01-18'", 3, "publication day"),
        ("published = '2025-01-18'", 1, "publication day"),
        ("published = NULL", 1, "publication day"),
        ("published = '2025-01-19'", 6, "publication day"),
        ("entered = '1970-01-01T00:01:00.0Z'", 2, "moment"),
    ] {
        check(&format!("UPDATE entry SET {change} WHERE seq = {seq}"), Err(&misfiled(seq, column)));
    }
}

#[test]
fn a_changed_moment_or_hash_is_found() {
    for (change, seq, want) in [
        ("entered = '1970-01-01T00:01:30Z'", 6, CONTENT),
        ("entered = '1970-01-01T00:00:30Z'", 1, CONTENT),
        ("entered = '1970-01-01T00:00:30Z'", 2, "it was entered before the entry in front of it"),
        ("entered = 'yesterday'", 2, "it cannot be read: `yesterday` is not a moment"),
        ("hash = zeroblob(32)", 2, CONTENT),
        ("hash = zeroblob(31)", 2, "it cannot be read: its hash is 31 bytes long, not 32"),
    ] {
        let want =
            format!("entry {seq} {}{want}", if want == CONTENT { "" } else { "does not fit the chain: " });
        check(&format!("UPDATE entry SET {change} WHERE seq = {seq}"), Err(&want));
    }
}

#[test]
fn a_row_taken_out_put_in_or_swapped_is_found() {
    let found = |seq, found| format!("entry {seq} does not fit the chain: entry {found} stands in its place");
    for seq in 1..6 {
        check(&format!("DELETE FROM entry WHERE seq = {seq}"), Err(&found(seq, seq + 1)));
    }
    let copy = "INSERT INTO entry SELECT 7, entered, kind, zeroblob(32), mission, published, content, hash FROM entry \
                WHERE seq = 6";
    check(copy, Err(&format!("entry 7 {CONTENT}")));
    check(&copy.replace('7', "9"), Err(&found(7, 9)));
    let swap = "UPDATE entry SET seq = 99 WHERE seq = 2; UPDATE entry SET seq = 2 WHERE seq = 4; \
                UPDATE entry SET seq = 4 WHERE seq = 99";
    check(swap, Err(&format!("entry 2 {CONTENT}")));
    let close = "DELETE FROM entry WHERE seq = 2; UPDATE entry SET seq = seq - 1 WHERE seq > 2";
    check(close, Err(&format!("entry 2 {CONTENT}")));
    check("UPDATE entry SET seq = -seq WHERE seq = 1", Err(&found(1, 2)));
}

#[test]
fn rows_cut_off_at_the_end_are_found_by_the_seal() {
    let cut = "DELETE FROM entry WHERE seq > 4";
    let want = "entry 5 does not fit the chain: it is missing; the chain was sealed up to entry 6 and ends before that";
    check_large(4, cut, false, Ok(()));
    check_large(4, cut, true, Err(want));
    check_large(4, "DELETE FROM entry", true, Err(&want.replace("entry 5", "entry 1")));
    check_large(4, "SELECT 1", true, Ok(()));
}

#[test]
fn the_first_of_several_faults_is_named_across_pages() {
    let page = u64::from(Page::default().entries);
    for seq in [1, page - 1, page, page + 1, 2 * page, 2 * page + 2] {
        let change = format!("UPDATE entry SET content = content || ' ' WHERE seq >= {seq}");
        check_large(2 * page, &change, false, Err(&format!("entry {seq} {CONTENT}")));
        let cut = format!("DELETE FROM entry WHERE seq >= {seq} AND seq < {}", seq + page / 2);
        let want = if seq == 2 * page + 2 { "missing" } else { "entry {seq} does not fit the chain" };
        check_large(2 * page, &cut, true, Err(&want.replace("{seq}", &seq.to_string())));
    }
}

#[test]
fn guards_that_were_taken_away_are_missed() {
    for guard in ["entries_are_never_changed", "entries_are_never_deleted", "entries_follow_each_other"] {
        let (_folder, path, _) = ledger_of(1);
        let got = run(async {
            let mut connection = SqliteConnectOptions::new().filename(&path).connect().await.unwrap();
            let drop = format!("DROP TRIGGER {guard}");
            sqlx::query(AssertSqlSafe(drop)).execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
            verify(&open(&path).await.unwrap(), None, &mut |_| ()).await
        });
        let got = got.unwrap_err().to_string();
        assert!(got.contains("the guards against change are not those that Muster made"), "{got}");
    }
}

#[test]
fn the_guards_hold_back_every_change() {
    let (_folder, path, _) = ledger_of(1);
    let columns = "entered, kind, id, mission, published, content, hash FROM entry";
    run(async {
        let mut connection = SqliteConnectOptions::new().filename(&path).connect().await.unwrap();
        for (change, want) in [
            ("UPDATE entry SET mission = 'OTHER' WHERE seq = 2".to_owned(), "entries are never changed"),
            ("UPDATE entry SET seq = 9 WHERE seq = 2".to_owned(), "entries are never changed"),
            ("DELETE FROM entry WHERE seq = 3".to_owned(), "entries are never deleted"),
            ("DELETE FROM entry".to_owned(), "entries are never deleted"),
            (
                format!("INSERT OR REPLACE INTO entry SELECT seq, {columns} WHERE seq = 2"),
                "takes the next place",
            ),
            (format!("INSERT OR REPLACE INTO entry SELECT 4, {columns} WHERE seq = 2"), "its id is new"),
            (
                format!("INSERT OR IGNORE INTO entry SELECT 9, {columns} WHERE seq = 2"),
                "takes the next place",
            ),
        ] {
            let got =
                sqlx::query(AssertSqlSafe(change)).execute(&mut connection).await.unwrap_err().to_string();
            assert!(got.contains(want), "{got}");
        }
        connection.close().await.unwrap();
    });
}

#[test]
fn a_batch_whose_last_row_cannot_be_written_leaves_nothing() {
    let (_folder, path, seal) = ledger_of(1);
    run(async {
        let claims = |n| (n..n + 300).map(|n| Entry::Claim(sample::claim(n))).collect::<Vec<_>>();
        tamper(
            &path,
            "CREATE TRIGGER full BEFORE INSERT ON entry WHEN NEW.seq = 303 BEGIN SELECT RAISE(ABORT, 'no'); END",
        )
        .await;
        let store = open(&path).await.unwrap();
        store.append(Timestamp::UNIX_EPOCH, claims(0)).await.unwrap_err();
        assert_eq!(store.head().await.unwrap().unwrap().seal(), seal);
        store.close().await.unwrap();
        tamper(&path, "DROP TRIGGER full").await;
        let store = open(&path).await.unwrap();
        assert_eq!(store.append(Timestamp::UNIX_EPOCH, claims(0)).await.unwrap().len(), 300);
        let head = verify(&store, Some(seal), &mut |_| ()).await.unwrap().unwrap();
        assert_eq!(head.seq, Seq(303));
        store.close().await.unwrap();
    });
}

#[test]
fn a_byte_flipped_anywhere_is_found_or_changes_nothing() {
    let (folder, path, _) = ledger_of(20);
    let whole = fs::read(&path).unwrap();
    let all = async |store: &Sqlite| store.entries(Seq(1), Page::default()).await;
    let entries: Vec<Recorded> = run(async { all(&open(&path).await.unwrap()).await.unwrap() });
    let other = folder.path().join("flipped.muster");
    let mut found = 0;
    for place in (0..whole.len()).step_by(53) {
        let mut flipped = whole.clone();
        flipped[place] ^= 1 << (place % 8);
        fs::write(&other, flipped).unwrap();
        let fits = run(async {
            let store = open(&other).await?;
            let fits = verify(&store, None, &mut |_| ()).await;
            let read = all(&store).await;
            store.close().await.unwrap();
            fits.map(|_| read)
        });
        match fits {
            Ok(read) => assert_eq!(read.unwrap(), entries, "byte {place} of {}", whole.len()),
            Err(_) => found += 1,
        }
        for ending in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{ending}", other.display()));
        }
    }
    assert!(found > 50, "only {found} were found");
}
