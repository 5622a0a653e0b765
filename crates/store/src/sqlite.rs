//! A ledger in one SQLite file.

mod schema;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use ledger::{Batch, Entry, EntryId, Head, Outcome, Recorded, Seq};
use sqlx::{AssertSqlSafe, Row, SqliteConnection, SqlitePool, query, query_scalar, sqlite::SqliteRow};
use tokio::sync::Mutex;

use crate::{
    Answer, Filed, IfMissing, Page, SchemaVersion, Store, StoreError,
    file::{Failed, Transaction, opening},
};

pub use schema::SCHEMA_VERSION;

/// The most rows that one statement writes or looks up. Statements are made for 1, 2, 4 .. of them and kept, so that
/// none is planned twice.
const ROWS: usize = 128;

/// A ledger in one SQLite file, with its write-ahead log beside it while it is open.
#[derive(Debug)]
pub struct Sqlite {
    path: PathBuf,
    connections: SqlitePool,
    /// Held by the task that writes: the others wait here, in order, and not in a connection that readers could use.
    writing: Mutex<()>,
}

impl Sqlite {
    /// The ledger in this file.
    ///
    /// A file that is no ledger, or one of a newer version, is refused and left as it is, byte for byte.
    ///
    /// Needs a Tokio runtime with time: `enable_time` or `enable_all`.
    pub async fn open(path: &Path, if_missing: IfMissing) -> Result<Self, StoreError> {
        let path = opening::absolute(path)?;
        let connections = opening::open(&schema::FORM, &path, if_missing).await?;
        Ok(Self { path, connections, writing: Mutex::new(()) })
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    async fn enter(&self, entered: Timestamp, entries: Vec<Entry>) -> Result<Vec<Outcome>, Failed> {
        let entries: Vec<(EntryId, Entry)> = entries.into_iter().map(|entry| (entry.id(), entry)).collect();
        let asked: BTreeSet<EntryId> =
            entries.iter().flat_map(|(id, entry)| Batch::asks(*id, entry)).collect();
        let _turn = self.writing.lock().await;
        // The lock of the file comes before the head is read: two programs never build on one head.
        let mut transaction = Transaction::begin(&self.connections).await?;
        // A newer program may have brought the ledger to its own form since it was opened here.
        opening::check_version(&schema::FORM, &self.path, opening::version(&mut transaction).await?)?;
        let head = head(&mut transaction).await?;
        let known = find(&mut transaction, &asked).await?;
        let mut batch = Batch::new(head, entered, known);
        let outcomes = entries.into_iter().map(|(id, entry)| batch.enter(id, entry)).collect();
        write(&mut transaction, batch.into_written().into_iter().map(Filed::new).collect()).await?;
        transaction.commit().await?;
        Ok(outcomes)
    }

    async fn examined(&self) -> Result<Vec<String>, Failed> {
        let mut connection = self.connections.acquire().await?;
        let mut faults: Vec<String> =
            query_scalar("PRAGMA integrity_check(1)").fetch_all(&mut *connection).await?;
        faults.retain(|fault| fault != "ok");
        let found: Vec<String> = query_scalar(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid",
        )
        .fetch_all(&mut *connection)
        .await?;
        if found != schema::FORM.statements {
            faults.push("its tables or the guards against change are not those that Muster made".into());
        }
        Ok(faults)
    }

    /// Awaits a reading or a writing, and names the file where it fails.
    fn answer<'a, T: 'a>(
        &'a self,
        asked: impl Future<Output = Result<T, Failed>> + Send + 'a,
    ) -> Answer<'a, T> {
        Box::pin(async { asked.await.map_err(|failed| failed.naming(&self.path)) })
    }
}

impl Store for Sqlite {
    fn append(&self, entered: Timestamp, entries: Vec<Entry>) -> Answer<'_, Vec<Outcome>> {
        self.answer(self.enter(entered, entries))
    }

    fn head(&self) -> Answer<'_, Option<Head>> {
        self.answer(async { head(&mut *self.connections.acquire().await?).await })
    }

    fn filed(&self, from: Seq, page: Page) -> Answer<'_, Vec<Filed>> {
        self.answer(async move { filed(&mut *self.connections.acquire().await?, from, page).await })
    }

    fn find(&self, id: EntryId) -> Answer<'_, Option<Recorded>> {
        self.answer(async move {
            let found = find(&mut *self.connections.acquire().await?, &[id].into()).await?;
            Ok(found.into_iter().next().map(|(_, recorded)| recorded))
        })
    }

    fn schema_version(&self) -> Answer<'_, SchemaVersion> {
        self.answer(async { Ok(opening::version(&mut *self.connections.acquire().await?).await?) })
    }

    fn examine(&self) -> Answer<'_, ()> {
        self.answer(async {
            match self.examined().await?.into_iter().next() {
                Some(why) => Err(StoreError::Damaged { path: self.path.clone(), why }.into()),
                None => Ok(()),
            }
        })
    }

    fn close(&self) -> Answer<'_, ()> {
        self.answer(async {
            self.connections.close().await;
            Ok(())
        })
    }
}

async fn head(connection: &mut SqliteConnection) -> Result<Option<Head>, Failed> {
    let row = query("SELECT seq, entered, hash FROM entry ORDER BY seq DESC LIMIT 1")
        .fetch_optional(connection)
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Filed::read_head(place(&row)?, row.try_get_unchecked(1)?, row.try_get_unchecked(2)?)?))
}

async fn filed(connection: &mut SqliteConnection, from: Seq, page: Page) -> Result<Vec<Filed>, Failed> {
    let Ok(from) = i64::try_from(from.0) else { return Ok(Vec::new()) };
    // `octet_length` of a column is known without reading it, so a page of large documents is cut before it is read.
    let to: Option<i64> = query_scalar(
        "SELECT max(seq) FROM (
            SELECT seq, sum(octet_length(content)) OVER (ORDER BY seq) AS bytes, row_number() OVER (ORDER BY seq) AS nth
            FROM (SELECT seq, content FROM entry WHERE seq >= ?1 ORDER BY seq LIMIT ?2)
        ) WHERE bytes <= ?3 OR nth = 1",
    )
    .bind(from)
    .bind(page.entries.max(1))
    .bind(i64::try_from(page.bytes).unwrap_or(i64::MAX))
    .fetch_one(&mut *connection)
    .await?;
    let rows = query(AssertSqlSafe(format!("{SELECT} WHERE seq BETWEEN ? AND ? ORDER BY seq")))
        .bind(from)
        .bind(to)
        .fetch_all(connection)
        .await?;
    rows.iter().map(row_filed).collect()
}

/// Those of these entries that are there, with as few questions as may be.
async fn find(
    connection: &mut SqliteConnection,
    asked: &BTreeSet<EntryId>,
) -> Result<Vec<(EntryId, Recorded)>, Failed> {
    let asked: Vec<EntryId> = asked.iter().copied().collect();
    let mut found = Vec::new();
    for asked in asked.chunks(ROWS) {
        // Asked for in a list of 1, 2, 4 .. places, the last id standing for those left over.
        let places = asked.len().next_power_of_two();
        let list = vec!["?"; places].join(",");
        let mut question = query(AssertSqlSafe(format!("{SELECT} WHERE id IN ({list})")));
        for id in asked.iter().chain(asked.last()).take(places) {
            question = question.bind(id.digest().as_bytes().to_vec());
        }
        for row in question.fetch_all(&mut *connection).await? {
            let filed = row_filed(&row)?;
            if let Some(id) = asked.iter().find(|id| id.digest().as_bytes()[..] == filed.id) {
                found.push((*id, filed.read()?));
            }
        }
    }
    Ok(found)
}

async fn write(connection: &mut SqliteConnection, mut rows: Vec<Filed>) -> Result<(), Failed> {
    while !rows.is_empty() {
        let most = rows.len().min(ROWS);
        let count = if most.is_power_of_two() { most } else { most.next_power_of_two() / 2 };
        let places = vec!["(?,?,?,?,?,?,?,?)"; count].join(",");
        let mut statement = query(AssertSqlSafe(format!(
            "INSERT INTO entry (seq, entered, kind, id, mission, published, content, hash) VALUES {places}"
        )));
        for row in rows.drain(..count) {
            let text =
                |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|why| sqlx::Error::Encode(why.into()));
            statement = statement
                .bind(i64::try_from(row.seq).map_err(|why| sqlx::Error::Encode(why.into()))?)
                .bind(text(row.entered)?)
                .bind(text(row.kind)?)
                .bind(row.id)
                .bind(row.mission.map(text).transpose()?)
                .bind(row.published.map(text).transpose()?)
                .bind(text(row.content)?)
                .bind(row.hash);
        }
        statement.execute(&mut *connection).await?;
    }
    Ok(())
}

const SELECT: &str = "SELECT seq, entered, kind, id, mission, published, content, hash FROM entry";

/// A row of [`SELECT`]. Text is taken as bytes, for whoever changed the file need not have kept to UTF-8.
fn row_filed(row: &SqliteRow) -> Result<Filed, Failed> {
    Ok(Filed {
        seq: place(row)?,
        entered: row.try_get_unchecked(1)?,
        kind: row.try_get_unchecked(2)?,
        id: row.try_get_unchecked(3)?,
        mission: row.try_get_unchecked(4)?,
        published: row.try_get_unchecked(5)?,
        content: row.try_get_unchecked(6)?,
        hash: row.try_get_unchecked(7)?,
    })
}

/// The place, which the table's own check keeps above zero.
fn place(row: &SqliteRow) -> Result<u64, Failed> {
    let seq: i64 = row.try_get(0)?;
    Ok(u64::try_from(seq).map_err(|why| sqlx::Error::Decode(why.into()))?)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::{
        conformance::{self, Place},
        sample::document,
    };

    impl Place for TempDir {
        fn open(&self) -> Answer<'_, Box<dyn Store>> {
            Box::pin(async {
                let store = Sqlite::open(&self.path().join("ledger.muster"), IfMissing::Create).await?;
                Ok(Box::new(store) as Box<dyn Store>)
            })
        }
    }

    #[tokio::test]
    async fn after_a_disk_was_full_it_is_written_to_again() {
        let folder = tempfile::tempdir().unwrap();
        let store = Sqlite::open(&folder.path().join("x.muster"), IfMissing::Create).await.unwrap();
        let now = Timestamp::UNIX_EPOCH;
        // None of the connections may take more pages, as if the disk were full until each was closed.
        let mut connections = Vec::new();
        for _ in 0..store.connections.options().get_max_connections() {
            let mut connection = store.connections.acquire().await.unwrap();
            let pages: i64 = query_scalar("PRAGMA page_count").fetch_one(&mut *connection).await.unwrap();
            let limit = format!("PRAGMA max_page_count = {}", pages + 2);
            query(AssertSqlSafe(limit)).execute(&mut *connection).await.unwrap();
            connections.push(connection);
        }
        let limited = connections.len() as u64;
        drop(connections);
        let large = |n| {
            let mut large = document(n);
            large.text = format!("{n} {}", "word ".repeat(20_000));
            vec![Entry::Document(document(100 + n)), Entry::Document(large)]
        };
        let mut refused = 0;
        while let Err(error) = store.append(now, large(1)).await {
            assert!(matches!(error, StoreError::Full(_)), "{error}");
            assert_eq!(store.head().await.unwrap(), None, "nothing of it was written");
            refused += 1;
            assert!(refused <= limited, "a connection that failed is not used again");
        }
        assert!(refused > 0, "the disk was full");
        assert!(store.head().await.unwrap().is_some());
    }

    #[test]
    fn it_keeps_to_what_every_store_must() {
        conformance::check(&|| Box::new(tempfile::tempdir().unwrap()));
    }
}
