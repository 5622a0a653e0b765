//! What SQLite's refusals mean for the person who asked.

use std::path::Path;

use super::opening::PATIENCE;
use crate::StoreError;

/// Why an answer failed, before the file is named.
pub(crate) enum Failed {
    Store(StoreError),
    Database(sqlx::Error),
}

impl Failed {
    /// The same, with the file named.
    pub(crate) fn naming(self, path: &Path) -> StoreError {
        match self {
            Self::Store(error) => error,
            Self::Database(why) => failure(path, why),
        }
    }
}

impl From<StoreError> for Failed {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<sqlx::Error> for Failed {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

/// What SQLite's answer means for the person who asked (<https://www.sqlite.org/rescode.html>).
pub(super) fn failure(path: &Path, why: sqlx::Error) -> StoreError {
    let path = path.to_owned();
    let (code, words) = match &why {
        sqlx::Error::Database(database) => {
            (database.code().and_then(|code| code.parse::<i32>().ok()), database.message().to_owned())
        }
        _ => (None, why.to_string()),
    };
    // The lowest byte is the kind of failure, the others its fine print.
    match code.map(|code| code & 0xff) {
        Some(5 | 6) => StoreError::Busy { path, waited_s: PATIENCE.as_secs() },
        Some(3 | 8 | 14 | 23) => StoreError::Denied { path, why: words },
        Some(13) => StoreError::Full(path),
        // Code 1 is a statement that does not fit the tables: ours fit those that Muster made.
        Some(1 | 11 | 26) => StoreError::Damaged { path, why: words },
        _ => StoreError::Database { path, why },
    }
}

#[cfg(test)]
mod tests {
    use sqlx::{ConnectOptions, sqlite::SqliteConnectOptions};

    use super::*;

    /// Has SQLite refuse something, and asks what that means for a person.
    async fn check(options: SqliteConnectOptions, statements: &'static str, want: &str) {
        let refused = async {
            let mut connection = options.connect().await?;
            sqlx::raw_sql(statements).execute(&mut connection).await
        };
        let got = failure(Path::new("x.muster"), refused.await.unwrap_err());
        assert!(got.to_string().contains(want), "{got} does not say {want}");
    }

    #[tokio::test]
    async fn what_sqlite_refuses_is_told_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name| SqliteConnectOptions::new().filename(folder.path().join(name));
        let mut writer = file("x").create_if_missing(true).connect().await.unwrap();
        sqlx::raw_sql("CREATE TABLE t (x); BEGIN IMMEDIATE").execute(&mut writer).await.unwrap();
        let hasty = file("x").busy_timeout(std::time::Duration::ZERO);
        check(hasty, "BEGIN IMMEDIATE", "another program has been writing to `x.muster` for 30 seconds")
            .await;
        sqlx::raw_sql("COMMIT").execute(&mut writer).await.unwrap();

        let small = "PRAGMA max_page_count = 3; INSERT INTO t VALUES (zeroblob(99999))";
        check(file("x"), small, "there is no room left on the disk for `x.muster`").await;
        check(file("x").read_only(true), "DELETE FROM t", "`x.muster` cannot be used").await;
        check(file("no/x"), "SELECT 1", "`x.muster` cannot be used").await;
        std::fs::write(folder.path().join("text"), "a text ".repeat(999)).unwrap();
        check(file("text"), "SELECT * FROM t", "`x.muster` is damaged").await;
        check(file("x"), "SELECT * FROM nothing", "`x.muster` is damaged").await;
        let unforeseen = failure(Path::new("x.muster"), sqlx::Error::PoolTimedOut);
        assert!(unforeseen.to_string().contains("`x.muster` could not be read or written"), "{unforeseen}");
    }
}
