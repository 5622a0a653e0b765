//! Opening a file: a ledger opens, a new one is made only when asked, and anything else is left byte for byte alone.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::print_stdout, reason = "a test that could not be tried says so")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use ledger::Entry;
use sqlx::{ConnectOptions, Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use store::{IfMissing, Sqlite, Store, StoreError};
use tempfile::TempDir;

#[path = "../src/sample.rs"]
mod sample;

/// Opens the file `NAME` in a folder that was made ready, and holds the answer against what is wanted, in which `PATH`
/// stands for the file. After a refusal, the folder is as it was before.
#[track_caller]
fn check(
    name: impl AsRef<Path>,
    make: impl AsyncFnOnce(&Path),
    if_missing: IfMissing,
    want: Result<(), &str>,
) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    run(async {
        make(&path).await;
        let before = listing(folder.path());
        let opened = Sqlite::open(&path, if_missing).await;
        match (opened, want) {
            (Ok(store), Ok(())) => {
                let entries = vec![Entry::Claim(sample::claim(1))];
                store.append(Timestamp::UNIX_EPOCH, entries).await.unwrap();
                store.close().await.unwrap();
                assert!(path.is_file(), "{} holds it", path.display());
                let files = listing(path.parent().unwrap());
                assert_eq!(files.len(), 1, "nothing but the ledger is left: {:?}", files.keys());
            }
            (Err(error), Err(want)) => {
                assert_eq!(error.to_string().replace(&path.display().to_string(), "PATH"), want);
                assert!(listing(folder.path()) == before, "the folder was changed");
            }
            (got, want) => panic!("{:?} is not {want:?}", got.map(|store| store.path().to_owned())),
        }
    });
}

fn run<T>(task: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(task)
}

/// Every file under a folder, with its bytes.
fn listing(folder: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    let mut found = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        if path.is_dir() {
            found.extend(listing(&path));
            found.insert(path, None);
        } else {
            found.insert(path.clone(), fs::read(&path).ok());
        }
    }
    found
}

async fn connect(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).create_if_missing(true).connect().await.unwrap()
}

async fn run_sql(path: &Path, statements: &[&'static str]) {
    let mut connection = connect(path).await;
    for statement in statements {
        sqlx::query(*statement).execute(&mut connection).await.unwrap();
    }
    connection.close().await.unwrap();
}

/// A ledger with entries in it, closed.
async fn ledger_at(path: &Path) {
    let store = Sqlite::open(path, IfMissing::Create).await.unwrap();
    let text = sample::document(1);
    let claims: Vec<Entry> = (0..100).map(|n| Entry::Claim(sample::quoting(n, &text))).collect();
    let entries = [vec![Entry::Document(text)], claims].concat();
    store.append(Timestamp::UNIX_EPOCH, entries).await.unwrap();
    store.close().await.unwrap();
}

async fn nothing(_: &Path) {}

const NOT_SQLITE: &str =
    "`PATH` is not a ledger: it is not a SQLite file. It was left as it is; name another file";
const OTHER: &str = "`PATH` is not a ledger: it is a SQLite database of another program. It was left as it is; name another file";
const NEWER: &str = "`PATH` is a ledger of version 2, and this Muster knows versions up to 1. It was left as it is; \
                     open it with a newer Muster";
const EACH: [IfMissing; 3] = [IfMissing::Refuse, IfMissing::Create, IfMissing::CreateWithFolder];

#[test]
fn a_new_ledger_is_made_only_when_asked() {
    check(
        "x.muster",
        nothing,
        IfMissing::Refuse,
        Err("there is no ledger at `PATH`; enter something first, or name the file that holds the ledger"),
    );
    check("x.muster", nothing, IfMissing::Create, Ok(()));
    check("x.muster", nothing, IfMissing::CreateWithFolder, Ok(()));
    check(
        "no/such/x.muster",
        nothing,
        IfMissing::Create,
        Err("`PATH` cannot be made because its folder is not there; make the folder, or name another file"),
    );
    check("no/such/x.muster", nothing, IfMissing::CreateWithFolder, Ok(()));
}

#[test]
fn a_ledger_opens_whatever_is_to_be_done_if_it_were_missing() {
    for if_missing in EACH {
        check("x.muster", ledger_at, if_missing, Ok(()));
    }
}

#[test]
fn a_ledger_may_have_any_name_that_is_text() {
    for name in ["a b.muster", "a?b#c%20d&e=f.muster", ":memory:", "file:x.muster", "réport", "-x", "x'y\"z"]
    {
        check(name, nothing, IfMissing::Create, Ok(()));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_name_that_is_not_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let name = std::ffi::OsStr::from_bytes(b"x\xff.muster");
    let want =
        "`PATH` cannot be used: its name is not UTF-8 text. Check who may read and write it and its folder";
    check(name, nothing, IfMissing::Create, Err(want));
}

#[test]
fn what_is_no_ledger_is_left_alone() {
    for if_missing in EACH {
        check(
            "x.muster",
            async |path| fs::create_dir(path).unwrap(),
            if_missing,
            Err("`PATH` is not a ledger: it is a folder. It was left as it is; name another file"),
        );
        let empty = "`PATH` is not a ledger: it is empty. It was left as it is; name another file";
        check("x.muster", async |path| fs::write(path, "").unwrap(), if_missing, Err(empty));
        let texts = ["x".to_owned(), "Kenyan officers landed.\n".repeat(900), "\0".repeat(4_096)];
        for text in texts.iter().map(String::as_str).chain(["SQLite format 3\0", "SQLite format 3"]) {
            check("x.muster", async |path| fs::write(path, text).unwrap(), if_missing, Err(NOT_SQLITE));
        }
        check(
            "x.muster",
            async |path| run_sql(path, &["CREATE TABLE entry (seq INTEGER)"]).await,
            if_missing,
            Err(OTHER),
        );
        let log = ["PRAGMA journal_mode = WAL", "CREATE TABLE entry (seq)", "PRAGMA user_version = 1"];
        check("x.muster", async |path| run_sql(path, &log).await, if_missing, Err(OTHER));
    }
}

#[test]
#[cfg(unix)]
fn a_device_is_not_a_ledger() {
    let error = run(Sqlite::open(Path::new("/dev/null"), IfMissing::Create)).unwrap_err();
    assert!(error.to_string().contains("it is a device or a pipe, not a file"), "{error}");
}

#[test]
fn a_newer_ledger_is_left_alone() {
    let newer = async |path: &Path| {
        ledger_at(path).await;
        run_sql(path, &["PRAGMA user_version = 2"]).await;
    };
    for if_missing in EACH {
        check("x.muster", newer, if_missing, Err(NEWER));
    }
}

#[test]
fn a_ledger_that_becomes_newer_while_it_is_open_is_written_to_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.muster");
    run(async {
        let store = Sqlite::open(&path, IfMissing::Create).await.unwrap();
        run_sql(&path, &["PRAGMA user_version = 2"]).await;
        let error =
            store.append(Timestamp::UNIX_EPOCH, vec![Entry::Claim(sample::claim(1))]).await.unwrap_err();
        assert_eq!(error.to_string().replace(&path.display().to_string(), "PATH"), NEWER);
        assert_eq!(store.head().await.unwrap(), None);
        assert_eq!(store.schema_version().await.unwrap(), store::SchemaVersion(2));
    });
}

#[test]
fn a_newer_ledger_that_is_in_use_is_left_alone_with_what_lies_beside_it() {
    // A newer program was killed, and left its log behind.
    let left_behind = async |path: &Path| {
        let elsewhere = tempfile::tempdir().unwrap();
        let original = elsewhere.path().join("x.muster");
        ledger_at(&original).await;
        run_sql(&original, &["PRAGMA user_version = 2"]).await;
        let mut connection = connect(&original).await;
        sqlx::query("CREATE TABLE newer (x)").execute(&mut connection).await.unwrap();
        for ending in ["", "-wal", "-shm"] {
            let [from, to] = [&original, path].map(|path| format!("{}{ending}", path.display()));
            fs::copy(from, to).unwrap();
        }
        connection.close().await.unwrap();
    };
    check("x.muster", left_behind, IfMissing::Create, Err(NEWER));
}

/// Makes what a program leaves that was killed while it moved its log into the file: the file's first page tells of
/// more pages than the file has, and the log still holds them all.
async fn killed_while_moving_its_log(path: &Path) {
    let log = format!("{}-wal", path.display());
    let store = Sqlite::open(path, IfMissing::Create).await.unwrap();
    let entries = (0..300).map(|n| Entry::Claim(sample::claim(n + 1_000))).collect();
    store.append(Timestamp::UNIX_EPOCH, entries).await.unwrap();
    let (before, kept) = (fs::read(path).unwrap(), fs::read(&log).unwrap());
    store.close().await.unwrap();
    let after = fs::read(path).unwrap();
    assert!(before.len() < after.len() && before[..4_096] != after[..4_096], "the log was moved only now");
    fs::write(path, [&after[..4_096], &before[4_096..]].concat()).unwrap();
    fs::write(log, kept).unwrap();
}

#[test]
fn a_ledger_whose_log_was_half_moved_opens_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.muster");
    run(async {
        killed_while_moving_its_log(&path).await;
        let store = Sqlite::open(&path, IfMissing::Refuse).await.unwrap();
        let head = store::verify(&store, None, &mut |_| ()).await.unwrap();
        assert_eq!(head.unwrap().seq.0, 300);
        store.close().await.unwrap();
    });
    check("x.muster", killed_while_moving_its_log, IfMissing::Refuse, Ok(()));
}

#[test]
fn a_newer_ledger_whose_log_was_half_moved_is_left_alone() {
    let newer = async |path: &Path| {
        killed_while_moving_its_log(path).await;
        let mut file = fs::read(path).unwrap();
        // Where the file format keeps `user_version`: https://www.sqlite.org/fileformat.html, 1.3.
        file[60..64].copy_from_slice(&2_u32.to_be_bytes());
        fs::write(path, file).unwrap();
    };
    for if_missing in EACH {
        check("x.muster", newer, if_missing, Err(NEWER));
    }
}

#[test]
#[cfg(unix)]
fn a_file_that_may_not_be_read_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.muster");
    run(ledger_at(&path));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::File::open(&path).is_ok() {
        println!("not tried: whoever runs this test may read every file");
        return;
    }
    let error = run(Sqlite::open(&path, IfMissing::Refuse)).unwrap_err();
    assert!(matches!(error, StoreError::Denied { .. }), "{error}");
}

#[test]
#[cfg(unix)]
fn a_ledger_that_may_be_read_and_not_written_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.muster");
    run(ledger_at(&path));
    let allow = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    for (file, around) in [(0o444, 0o555), (0o444, 0o755), (0o644, 0o555)] {
        allow(&path, file);
        allow(folder.path(), around);
        if fs::File::options().write(true).open(&path).is_ok()
            && fs::File::create(folder.path().join("y")).is_ok()
        {
            println!("not tried: whoever runs this test may write every file");
            return;
        }
        run(async {
            let store = Sqlite::open(&path, IfMissing::Refuse).await.unwrap();
            let head = store::verify(&store, None, &mut |_| ()).await.unwrap();
            let entries = vec![Entry::Claim(sample::claim(99))];
            let refused = store.append(Timestamp::UNIX_EPOCH, entries).await.unwrap_err();
            assert!(matches!(refused, StoreError::Denied { .. }), "{refused}");
            assert_eq!(store.head().await.unwrap(), head);
            store.close().await.unwrap();
        });
        allow(folder.path(), 0o755);
    }
}

#[test]
#[cfg(unix)]
fn a_new_ledger_is_its_makers_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.muster");
    run(ledger_at(&path));
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn many_that_make_one_ledger_at_once_all_open_the_same() {
    let folder: TempDir = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.muster");
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_time().build().unwrap();
    runtime.block_on(async {
        let opening = (0..8).map(|n| {
            let path = path.clone();
            tokio::spawn(async move {
                let store = Sqlite::open(&path, IfMissing::Create).await.unwrap();
                let entries = vec![Entry::Claim(sample::claim(n))];
                store.append(Timestamp::UNIX_EPOCH, entries).await.unwrap();
                store
            })
        });
        let opening: Vec<_> = opening.collect();
        for opened in opening {
            opened.await.unwrap().close().await.unwrap();
        }
        let store = Sqlite::open(&path, IfMissing::Refuse).await.unwrap();
        assert_eq!(store.head().await.unwrap().unwrap().seq.0, 8);
        store.close().await.unwrap();
    });
    assert_eq!(listing(folder.path()).len(), 1);
}

#[test]
fn opening_beside_an_open_ledger_takes_nothing_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.muster");
    run(async {
        let first = Sqlite::open(&path, IfMissing::Create).await.unwrap();
        for n in 0..20 {
            let entries = vec![Entry::Claim(sample::claim(n))];
            first.append(Timestamp::UNIX_EPOCH, entries).await.unwrap();
            let beside = Sqlite::open(&path, IfMissing::Create).await.unwrap();
            assert_eq!(beside.head().await.unwrap().unwrap().seq.0, n + 1);
            beside.close().await.unwrap();
        }
        assert_eq!(store::verify(&first, None, &mut |_| ()).await.unwrap().unwrap().seq.0, 20);
    });
}
