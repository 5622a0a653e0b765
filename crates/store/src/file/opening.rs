//! Opening a file: what is not of the form asked for, or of a newer version, is left alone byte for byte.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, SqliteConnection, SqlitePool, query_scalar,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{Form, failure};
use crate::{Kept, SchemaVersion, StoreError};

/// How long a program waits for another to finish writing.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// Connections that read while one writes.
const CONNECTIONS: u32 = 4;

/// What to do where there is no such file yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfMissing {
    /// Say so.
    Refuse,
    /// Make one; its folder must be there.
    Create,
    /// Make one, and its folder with it.
    CreateWithFolder,
}

/// The connections to the file of this form at this absolute path.
pub(crate) async fn open(form: &Form, path: &Path, if_missing: IfMissing) -> Result<SqlitePool, StoreError> {
    if !is_there(path)? {
        match if_missing {
            IfMissing::Refuse => {
                return Err(match form.kept {
                    Kept::Ledger => StoreError::NotThere(path.to_owned()),
                    Kept::Accounts => StoreError::NoAccounts(path.to_owned()),
                });
            }
            IfMissing::Create => {}
            IfMissing::CreateWithFolder => {
                fs::create_dir_all(folder(path)).map_err(|why| denied(folder(path), &why))?;
            }
        }
        create(form, path).await?;
    }
    inspect(form, path).await?;
    let to_write = options(path)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        // Only macOS needs it for a write to be on the disk; others pass over it.
        .pragma("fullfsync", "ON")
        .busy_timeout(PATIENCE);
    let refused = match connect(to_write).await {
        Ok(connections) => return Ok(connections),
        Err(why) => failure(path, why),
    };
    match refused {
        StoreError::Denied { .. } => to_read(path).await.map_err(|_| refused),
        _ => Err(refused),
    }
}

async fn connect(options: SqliteConnectOptions) -> Result<SqlitePool, sqlx::Error> {
    let pool = SqlitePoolOptions::new().max_connections(CONNECTIONS).test_before_acquire(false);
    pool.connect_with(options).await
}

/// The connections to a file that may be read and not written; writing to it is refused.
///
/// SQLite keeps the log of a file and its index beside it. Where they may not be made either and there is no log, the
/// file is read as it lies. Whoever may write could do so meanwhile; what does not fit together then is found as a
/// ledger's broken chain.
async fn to_read(path: &Path) -> Result<SqlitePool, sqlx::Error> {
    let with_log = connect(options(path).read_only(true).busy_timeout(PATIENCE)).await?;
    // SQLite looks for the log when it first reads.
    let reads = version(&mut *with_log.acquire().await?).await;
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    match reads {
        Ok(_) => Ok(with_log),
        Err(_) if fs::metadata(log).map_or(0, |log| log.len()) == 0 => {
            connect(options(path).read_only(true).immutable(true)).await
        }
        Err(why) => Err(why),
    }
}

/// The version of the file that a connection reads.
pub(crate) async fn version(connection: &mut SqliteConnection) -> Result<SchemaVersion, sqlx::Error> {
    let version: i32 = query_scalar("PRAGMA user_version").fetch_one(connection).await?;
    Ok(SchemaVersion(version.cast_unsigned()))
}

/// Refuses a version that is newer than this program.
pub(crate) fn check_version(form: &Form, path: &Path, found: SchemaVersion) -> Result<(), StoreError> {
    if found <= form.version {
        return Ok(());
    }
    Err(StoreError::Newer { path: path.to_owned(), kept: form.kept, found, known: form.version })
}

/// Refuses what is not of this form and a version known here, without a change to the file and without a file beside it.
///
/// The file is read through SQLite and not with our own hands: closing a file of ours would take away the locks that
/// another connection of this process holds on it (POSIX advisory locks;
/// <https://www.sqlite.org/howtocorrupt.html>, 2.2).
async fn inspect(form: &Form, path: &Path) -> Result<(), StoreError> {
    let other = |what| StoreError::SomethingElse { path: path.to_owned(), kept: form.kept, what };
    let about = fs::metadata(path).map_err(|why| denied(path, &why))?;
    if about.is_dir() {
        return Err(other("it is a folder"));
    }
    if !about.is_file() {
        return Err(other("it is a device or a pipe, not a file"));
    }
    if about.len() == 0 {
        return Err(other("it is empty"));
    }
    // SQLite takes what is shorter than its smallest page for an empty database.
    if about.len() < 512 {
        return Err(other("it is not a SQLite file"));
    }
    let read = async {
        let alone = options(path).read_only(true).immutable(true);
        // The file may be shorter than its first page says, while another program moves its log into it or because one
        // was killed then; the log, which is not looked at here, makes up for it. This setting reads it nevertheless.
        let mut connection = alone.pragma("writable_schema", "ON").connect().await?;
        let mark: i64 = query_scalar("PRAGMA application_id").fetch_one(&mut connection).await?;
        let found = version(&mut connection).await?;
        connection.close().await?;
        Ok((mark, found))
    };
    match read.await.map_err(|why| failure(path, why)) {
        Ok((mark, found)) if mark == form.application_id => check_version(form, path, found),
        Ok(_) => Err(other("it is a SQLite database of another program")),
        Err(StoreError::Damaged { .. }) => Err(other("it is not a SQLite file")),
        Err(error) => Err(error),
    }
}

/// Makes an empty file, whole or not at all: it is made under another name and then given its own.
async fn create(form: &Form, path: &Path) -> Result<(), StoreError> {
    let folder = folder(path);
    let made = tempfile::Builder::new().prefix(".muster-").suffix(".new").tempfile_in(folder);
    let made = made.map_err(|why| match why.kind() {
        io::ErrorKind::NotFound => StoreError::NoFolder(path.to_owned()),
        _ => denied(folder, &why),
    })?;
    fill(form, made.path()).await.map_err(|why| failure(path, why))?;
    let saved = made.as_file().sync_all();
    saved.map_err(|why| StoreError::Io { path: path.to_owned(), why })?;
    match made.into_temp_path().persist_noclobber(path) {
        Ok(()) => sync(folder).map_err(|why| StoreError::Io { path: folder.to_owned(), why }),
        // Another program was quicker; its file is as good as ours.
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(denied(path, &error.error)),
    }
}

async fn fill(form: &Form, path: &Path) -> Result<(), sqlx::Error> {
    let mut connection = options(path).connect().await?;
    let mut writing = connection.begin().await?;
    for statement in form.statements {
        sqlx::query(*statement).execute(&mut *writing).await?;
    }
    let marks = [("application_id", form.application_id), ("user_version", i64::from(form.version.0))];
    for (pragma, value) in marks {
        sqlx::query(AssertSqlSafe(format!("PRAGMA {pragma} = {value}"))).execute(&mut *writing).await?;
    }
    writing.commit().await?;
    sqlx::query("PRAGMA journal_mode = WAL").execute(&mut connection).await?;
    connection.close().await
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(path)
}

fn is_there(path: &Path) -> Result<bool, StoreError> {
    match fs::metadata(path) {
        Ok(_) => Ok(true),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(why) => Err(denied(path, &why)),
    }
}

fn folder(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

fn denied(path: &Path, why: &io::Error) -> StoreError {
    StoreError::Denied { path: path.to_owned(), why: why.to_string() }
}

/// Puts the names in a folder on the disk.
#[cfg(unix)]
fn sync(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The path as SQLite can take it: absolute, so that no name is taken for an address of SQLite's own.
pub(crate) fn absolute(path: &Path) -> Result<PathBuf, StoreError> {
    let whole = std::path::absolute(path).map_err(|why| denied(path, &why))?;
    if whole.to_str().is_some_and(|name| !name.contains('\0')) {
        Ok(whole)
    } else {
        let why = "its name is not UTF-8 text".to_owned();
        Err(StoreError::Denied { path: whole, why })
    }
}
