//! From reports to a picture, beside what the database alone would take for the same bytes: `cargo bench -p desk`.
//!
//! The two peers are floors: SQLite that writes the same rows in the same batches and checks nothing, and one SQL
//! query for the latest counts, which weighs nothing and knows no bounds. Each pair runs in turn, so that whatever else
//! the machine does falls on both; what is told is the median.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]
#![allow(clippy::print_stdout, reason = "its figures are for people")]

#[path = "../../reader/tests/project_packs/mod.rs"]
mod project_packs;

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use jiff::{Timestamp, civil::date};
use ledger::{Entry, Seq};
use model::{Claim, Document, Form, Marking, Name, Party, Published};
use picture::{Asked, Viewer, picture};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use store::{Filed, IfMissing, Page, Sqlite, Store, replay};
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::project_packs::LEXICONS;

/// Claims in the ledger that is entered and pictured.
const CLAIMS: usize = 20_000;

/// How often each is measured.
const RUNS: usize = 7;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    println!("end to end: median of {RUNS} runs, on the disk under {}", env!("CARGO_TARGET_TMPDIR"));
    mission(&runtime);
    for batch in [100, 1_000] {
        entering(&runtime, batch);
    }
    picturing(&runtime);
}

/// The MSS mission as `muster demo` has it: reports read and entered, the table imported, the ledger opened and pictured.
fn mission(runtime: &Runtime) {
    let missions = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../missions/mss");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(missions.join("reports")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let reports: Vec<Document> =
        paths.iter().map(|path| document(fs::read_to_string(path).unwrap())).collect();
    let table = fs::read_to_string(missions.join("claims.csv")).unwrap();
    let bytes: usize = reports.iter().map(|report| report.text.len()).sum();
    std::sync::LazyLock::force(&LEXICONS);

    let (mut reading, mut importing, mut opening) = (Vec::new(), Vec::new(), Vec::new());
    let mut claims = 0;
    for _ in 0..RUNS {
        let folder = folder();
        let path = folder.path().join("x.muster");
        let store = runtime.block_on(Sqlite::open(&path, IfMissing::Create)).unwrap();
        reading.push(timed(|| {
            for report in &reports {
                let claims = reader::read(report, &LEXICONS).claims;
                let entries = std::iter::once(Entry::Document(report.clone()));
                append(runtime, &store, entries.chain(claims.into_iter().map(Entry::Claim)).collect());
            }
        }));
        importing.push(timed(|| {
            let import = exchange::claims_table::import(&table, &"MSS".parse().unwrap());
            let documents = import.documents.into_iter().map(Entry::Document);
            let entries = documents.chain(import.claims.into_iter().map(Entry::Claim)).collect();
            append(runtime, &store, entries);
        }));
        runtime.block_on(store.close()).unwrap();
        opening.push(timed(|| claims = pictured(runtime, &path)));
    }
    line(&format!("{} reports read and entered ({} KB)", reports.len(), bytes / 1_000), median(reading), "");
    line(&format!("a table of {} rows imported", table.lines().count() - 1), median(importing), "");
    line(&format!("the ledger opened and pictured ({claims} claims)"), median(opening), "");
}

/// Entering in batches, each acknowledged when it is on the disk, beside SQLite that is given the rows ready made.
fn entering(runtime: &Runtime, batch: usize) {
    let folder = folder();
    let rows = rows(runtime, &ledger(runtime, folder.path()));
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for run in 0..RUNS {
        let store = runtime
            .block_on(Sqlite::open(&folder.path().join(format!("{run}.muster")), IfMissing::Create))
            .unwrap();
        let batches: Vec<Vec<Entry>> = claims().chunks(batch).map(<[_]>::to_vec).collect();
        ours.push(timed(|| batches.into_iter().for_each(|entries| append(runtime, &store, entries))));
        runtime.block_on(store.close()).unwrap();

        let mut connection =
            runtime.block_on(bare(&folder.path().join(format!("{run}.sqlite")), true)).unwrap();
        runtime.block_on(sqlx::raw_sql(TABLE).execute(&mut connection)).unwrap();
        let batches: Vec<Vec<Filed>> = rows.chunks(batch).map(<[_]>::to_vec).collect();
        floor.push(timed(|| {
            for rows in batches {
                runtime.block_on(insert(&mut connection, rows)).unwrap();
            }
        }));
        runtime.block_on(connection.close()).unwrap();
    }
    beside(
        &format!("{CLAIMS} claims entered in batches of {batch}"),
        median(ours),
        "SQLite alone",
        median(floor),
    );
}

/// A picture from a closed ledger, beside the latest counts as SQL finds them in the same file.
fn picturing(runtime: &Runtime) {
    let folder = folder();
    let path = ledger(runtime, folder.path());
    let (mut ours, mut floor) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        ours.push(timed(|| assert_eq!(pictured(runtime, &path), CLAIMS)));
        floor.push(timed(|| {
            let latest: Vec<(String, String, String, i64)> = runtime
                .block_on(async {
                    let mut connection = bare(&path, false).await?;
                    let latest = sqlx::query_as(LATEST).fetch_all(&mut connection).await?;
                    connection.close().await?;
                    Ok::<_, sqlx::Error>(latest)
                })
                .unwrap();
            assert!(latest.len() > 50, "a party each");
        }));
    }
    beside(&format!("a picture of {CLAIMS} claims"), median(ours), "latest counts by SQL", median(floor));
}

const TABLE: &str =
    "CREATE TABLE entry (seq INTEGER PRIMARY KEY, entered TEXT, kind TEXT, id BLOB UNIQUE, mission TEXT,
    published TEXT, content TEXT, hash BLOB) STRICT";

/// SQLite takes the other columns from the row that has the latest day.
const LATEST: &str = "SELECT content ->> '$.claim.statement.scope.whose.party' AS party,
    content ->> '$.claim.statement.stage' AS stage, max(content ->> '$.claim.statement.as_of'),
    content ->> '$.claim.statement.quantity.number' FROM entry
    WHERE kind = 'claim' AND mission = 'MSS' AND content ->> '$.claim.statement.type' = 'count' GROUP BY party, stage";

/// Counts and flights of many parties through years, each told by three outlets.
fn claims() -> Vec<Entry> {
    let parties: Vec<Party> = Party::states().take(60).collect();
    let first = date(2010, 1, 1);
    let claim = |n: usize| {
        let (told, outlet) = (n / 3, n % 3);
        let (party, turn) = (parties[told % parties.len()].code(), told / parties.len());
        let day = first.checked_add(jiff::Span::new().days(i64::try_from(turn * 12).unwrap())).unwrap();
        let number = 100 + turn * 7 % 300 + outlet / 2;
        let statement = if turn.is_multiple_of(2) {
            format!(r#""type":"count","stage":"deployed","as_of":"{day}""#)
        } else {
            format!(r#""type":"movement","step":"deploy","during":"{day}""#)
        };
        let line = format!(
            r#"{{"mission":"MSS","statement":{{{statement},"scope":{{"whose":{{"party":"{party}"}},"resource":"people/police"}},
            "quantity":{{"hedge":"exactly","number":{number}}}}},"modality":"reported","speaker":{{"named":"outlet {outlet}"}},
            "source":{{"by_hand":{{"by":"a benchmark"}}}},"grade":"C3","published":{{"day":"{day}","basis":"given"}},
            "marking":"public"}}"#
        );
        serde_json::from_str::<Claim>(&line).unwrap()
    };
    (0..CLAIMS).map(claim).map(Entry::Claim).collect()
}

/// A closed ledger of all claims.
fn ledger(runtime: &Runtime, folder: &Path) -> PathBuf {
    let path = folder.join("all.muster");
    let store = runtime.block_on(Sqlite::open(&path, IfMissing::Create)).unwrap();
    append(runtime, &store, claims());
    runtime.block_on(store.close()).unwrap();
    path
}

/// Its rows as they are filed.
fn rows(runtime: &Runtime, path: &Path) -> Vec<Filed> {
    runtime.block_on(async {
        let store = Sqlite::open(path, IfMissing::Refuse).await.unwrap();
        let rows = store.filed(Seq(1), Page { entries: u32::MAX, bytes: u64::MAX }).await.unwrap();
        store.close().await.unwrap();
        rows
    })
}

/// Opens a ledger, reads it and pictures the day on which all is known; answers with how many claims there were.
fn pictured(runtime: &Runtime, path: &Path) -> usize {
    let store = runtime.block_on(Sqlite::open(path, IfMissing::Refuse)).unwrap();
    let ledger = runtime.block_on(replay(&store, None)).unwrap();
    runtime.block_on(store.close()).unwrap();
    let day = date(2050, 1, 1);
    let asked = Asked {
        mission: "MSS".parse().unwrap(),
        as_of: day,
        known_on: day,
        viewer: Viewer::Public,
        rates: Vec::new(),
    };
    assert!(!picture(&ledger, &asked).lines.is_empty());
    ledger.claims().count()
}

async fn bare(path: &Path, make: bool) -> Result<SqliteConnection, sqlx::Error> {
    let options = SqliteConnectOptions::new().filename(path).create_if_missing(make);
    options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full).connect().await
}

/// One transaction of rows, 100 a statement.
async fn insert(connection: &mut SqliteConnection, rows: Vec<Filed>) -> Result<(), sqlx::Error> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut transaction = connection.begin().await?;
    for rows in rows.chunks(100) {
        let places = vec!["(?,?,?,?,?,?,?,?)"; rows.len()].join(",");
        let mut statement = sqlx::query(AssertSqlSafe(format!("INSERT INTO entry VALUES {places}")));
        for row in rows {
            statement = statement
                .bind(i64::try_from(row.seq).unwrap())
                .bind(text(&row.entered))
                .bind(text(&row.kind))
                .bind(row.id.clone())
                .bind(row.mission.as_deref().map(text))
                .bind(row.published.as_deref().map(text))
                .bind(text(&row.content))
                .bind(row.hash.clone());
        }
        statement.execute(&mut *transaction).await?;
    }
    transaction.commit().await
}

fn append(runtime: &Runtime, store: &Sqlite, entries: Vec<Entry>) {
    runtime.block_on(store.append(Timestamp::UNIX_EPOCH, entries)).unwrap();
}

fn document(text: String) -> Document {
    Document {
        title: Name::new("a report").unwrap(),
        publisher: None,
        address: None,
        published: Published::given(date(2025, 1, 31)),
        form: Form::Report,
        marking: Marking::Public,
        text,
    }
}

/// On the same disk as what is built: a folder for temporary files may be in memory.
fn folder() -> TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

fn timed(task: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    task();
    begun.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn beside(what: &str, ours: Duration, peer: &str, floor: Duration) {
    let claims = f64::from(u32::try_from(CLAIMS).unwrap());
    let each = |time: Duration| format!("{:.0} claims/s", claims / time.as_secs_f64());
    line(what, ours, &each(ours));
    line(&format!("  {peer}"), floor, &each(floor));
    println!("    {:<58} {:>9.1} times", "  ratio", ours.as_secs_f64() / floor.as_secs_f64());
}

fn line(what: &str, time: Duration, rate: &str) {
    println!("    {what:<58} {:>9.1} ms    {rate}", time.as_secs_f64() * 1_000.0);
}
