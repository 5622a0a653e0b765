//! A transaction that writes, on a connection that is used no more unless it went well.

use std::ops::{Deref, DerefMut};

use sqlx::{Sqlite, SqliteConnection, SqlitePool, pool::PoolConnection, query};

/// A transaction that holds the lock of the file from its beginning.
///
/// After some refusals, such as that of a full disk, SQLite has rolled back by itself and after others not; so a connection whose
/// transaction was not committed is closed, which rolls back whatever there is, and another is opened when it is needed.
#[derive(Debug)]
pub(crate) struct Transaction {
    connection: PoolConnection<Sqlite>,
    is_committed: bool,
}

impl Transaction {
    pub(crate) async fn begin(connections: &SqlitePool) -> Result<Self, sqlx::Error> {
        let mut transaction = Self { connection: connections.acquire().await?, is_committed: false };
        query("BEGIN IMMEDIATE").execute(&mut *transaction).await?;
        Ok(transaction)
    }

    pub(crate) async fn commit(mut self) -> Result<(), sqlx::Error> {
        query("COMMIT").execute(&mut *self).await?;
        self.is_committed = true;
        Ok(())
    }
}

impl Deref for Transaction {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        &self.connection
    }
}

impl DerefMut for Transaction {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        &mut self.connection
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if !self.is_committed {
            self.connection.close_on_drop();
        }
    }
}
