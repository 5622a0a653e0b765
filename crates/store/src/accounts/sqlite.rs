//! Accounts in one SQLite file, beside the ledger's.

mod rows;
mod schema;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sqlx::{AssertSqlSafe, Row, SqliteConnection, SqlitePool, query, query_scalar};
use tokio::sync::{Mutex, MutexGuard};

use super::{
    Accepted, Account, AccountId, AccountName, Accounts, Begin, Change, Changed, Invitation, Made,
    NewAccount, NewToken, PasswordHash, Role, SecretHash, Session, Token, TokenId,
};
use crate::{
    Answer, IfMissing, StoreError,
    file::{Failed, Transaction, opening},
};

use rows::{ACCOUNT, by_id, invited, moment, row_account, row_token};
pub use schema::ACCOUNTS_VERSION;

/// Accounts in one SQLite file, with its write-ahead log beside it while it is open.
#[derive(Debug)]
pub struct SqliteAccounts {
    path: PathBuf,
    connections: SqlitePool,
    /// Held by the task that writes: the others wait here, in order.
    turn: Mutex<()>,
}

impl SqliteAccounts {
    /// The accounts in this file.
    ///
    /// A file that keeps something else, or of a newer version, is refused and left as it is, byte for byte.
    ///
    /// Needs a Tokio runtime with time: `enable_time` or `enable_all`.
    pub async fn open(path: &Path, if_missing: IfMissing) -> Result<Self, StoreError> {
        let path = opening::absolute(path)?;
        let connections = opening::open(&schema::FORM, &path, if_missing).await?;
        Ok(Self { path, connections, turn: Mutex::new(()) })
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A transaction that writes. Its lock comes before anything is read, so that what is decided on still holds.
    async fn writing(&self) -> Result<Writing<'_>, Failed> {
        let turn = self.turn.lock().await;
        let mut transaction = Transaction::begin(&self.connections).await?;
        // A newer program may have brought the file to its own form since it was opened here.
        opening::check_version(&schema::FORM, &self.path, opening::version(&mut transaction).await?)?;
        Ok(Writing { transaction, _turn: turn })
    }

    /// Awaits a reading or a writing, and names the file where it fails.
    fn answer<'a, T: 'a>(
        &'a self,
        asked: impl Future<Output = Result<T, Failed>> + Send + 'a,
    ) -> Answer<'a, T> {
        Box::pin(async { asked.await.map_err(|failed| failed.naming(&self.path)) })
    }
}

/// A transaction, and the turn among the tasks that write.
struct Writing<'a> {
    transaction: Transaction,
    _turn: MutexGuard<'a, ()>,
}

impl Accounts for SqliteAccounts {
    fn make(&self, account: NewAccount) -> Answer<'_, Made> {
        self.answer(async move {
            let mut writing = self.writing().await?;
            let id: Option<u32> = query_scalar(
                "INSERT INTO account (key, name, role, made, disabled) VALUES (?, ?, ?, ?, 0)
                ON CONFLICT (key) DO NOTHING RETURNING id",
            )
            .bind(account.name.key())
            .bind(account.name.to_string())
            .bind(account.role.to_string())
            .bind(account.made.as_millisecond())
            .fetch_optional(&mut *writing.transaction)
            .await?;
            let Some(id) = id else { return Ok(Made::NameTaken) };
            let made = by_id(&mut writing.transaction, AccountId(id)).await?;
            writing.transaction.commit().await?;
            Ok(made.map_or(Made::NameTaken, Made::Made))
        })
    }

    fn account(&self, id: AccountId) -> Answer<'_, Option<Account>> {
        self.answer(async move { by_id(&mut *self.connections.acquire().await?, id).await })
    }

    fn named(&self, name: &AccountName) -> Answer<'_, Option<Account>> {
        let key = name.key();
        self.answer(async move {
            let row = query(AssertSqlSafe(format!("{ACCOUNT} WHERE key = ?")))
                .bind(key)
                .fetch_optional(&mut *self.connections.acquire().await?)
                .await?;
            row.as_ref().map(row_account).transpose()
        })
    }

    fn accounts(&self) -> Answer<'_, Vec<Account>> {
        self.answer(async {
            let rows = query(AssertSqlSafe(format!("{ACCOUNT} ORDER BY id")))
                .fetch_all(&mut *self.connections.acquire().await?)
                .await?;
            rows.iter().map(row_account).collect()
        })
    }

    fn change(&self, id: AccountId, change: Change) -> Answer<'_, Changed> {
        self.answer(async move {
            let mut writing = self.writing().await?;
            let Some(was) = by_id(&mut writing.transaction, id).await? else { return Ok(Changed::Unknown) };
            let mut becomes = was.clone();
            match change {
                Change::Role(role) => becomes.role = role,
                Change::Disable => becomes.disabled = true,
                Change::Enable => becomes.disabled = false,
            }
            if becomes == was {
                return Ok(Changed::To(was));
            }
            if keeps_accounts(&was)
                && !keeps_accounts(&becomes)
                && alone(&mut writing.transaction, id).await?
            {
                return Ok(Changed::LastAdministrator);
            }
            query("UPDATE account SET role = ?, disabled = ? WHERE id = ?")
                .bind(becomes.role.to_string())
                .bind(becomes.disabled)
                .bind(id.0)
                .execute(&mut *writing.transaction)
                .await?;
            end_all(&mut writing.transaction, "DELETE FROM session WHERE account = ?", id).await?;
            end_all(&mut writing.transaction, "DELETE FROM token WHERE account = ?", id).await?;
            if becomes.disabled {
                end_all(&mut writing.transaction, "DELETE FROM invitation WHERE account = ?", id).await?;
            }
            writing.transaction.commit().await?;
            Ok(Changed::To(becomes))
        })
    }

    fn password(&self, id: AccountId) -> Answer<'_, Option<PasswordHash>> {
        self.answer(async move {
            let found: Option<Option<String>> = query_scalar("SELECT password FROM account WHERE id = ?")
                .bind(id.0)
                .fetch_optional(&mut *self.connections.acquire().await?)
                .await?;
            Ok(found.flatten().map(PasswordHash::new))
        })
    }

    fn change_password(
        &self,
        id: AccountId,
        was: PasswordHash,
        becomes: PasswordHash,
        keep: Option<SecretHash>,
    ) -> Answer<'_, bool> {
        self.answer(async move {
            let mut writing = self.writing().await?;
            let set = query("UPDATE account SET password = ? WHERE id = ? AND password = ? AND NOT disabled")
                .bind(becomes.as_str())
                .bind(id.0)
                .bind(was.as_str())
                .execute(&mut *writing.transaction)
                .await?;
            if set.rows_affected() == 0 {
                return Ok(false);
            }
            query("DELETE FROM session WHERE account = ? AND secret IS NOT ?")
                .bind(id.0)
                .bind(keep.map(SecretHash::bytes))
                .execute(&mut *writing.transaction)
                .await?;
            end_all(&mut writing.transaction, "DELETE FROM invitation WHERE account = ?", id).await?;
            writing.transaction.commit().await?;
            Ok(true)
        })
    }

    fn begin_session(&self, session: Begin, password: PasswordHash) -> Answer<'_, bool> {
        self.answer(async move {
            let mut writing = self.writing().await?;
            let may: bool = query_scalar(
                "SELECT EXISTS (SELECT 1 FROM account WHERE id = ? AND password = ? AND NOT disabled)",
            )
            .bind(session.account.0)
            .bind(password.as_str())
            .fetch_one(&mut *writing.transaction)
            .await?;
            if may {
                begin(&mut writing.transaction, session).await?;
                writing.transaction.commit().await?;
            }
            Ok(may)
        })
    }

    fn session(&self, secret: SecretHash, now: Timestamp) -> Answer<'_, Option<Session>> {
        self.answer(async move {
            let row = query(
                "SELECT account.id, account.name, account.role, account.disabled, account.password IS NOT NULL,
                account.made, session.begun, session.seen, session.idle_until, session.ends
                FROM session JOIN account ON account.id = session.account
                WHERE secret = ?1 AND idle_until > ?2 AND ends > ?2 AND NOT disabled",
            )
            .bind(secret.bytes())
            .bind(now.as_millisecond())
            .fetch_optional(&mut *self.connections.acquire().await?)
            .await?;
            let Some(row) = row else { return Ok(None) };
            Ok(Some(Session {
                account: row_account(&row)?,
                begun: moment(row.try_get(6)?)?,
                seen: moment(row.try_get(7)?)?,
                idle_until: moment(row.try_get(8)?)?,
                ends: moment(row.try_get(9)?)?,
            }))
        })
    }

    fn session_seen(&self, secret: SecretHash, now: Timestamp, idle_until: Timestamp) -> Answer<'_, ()> {
        self.answer(async move {
            let mut writing = self.writing().await?;
            query("UPDATE session SET seen = max(seen, ?), idle_until = max(idle_until, ?) WHERE secret = ?")
                .bind(now.as_millisecond())
                .bind(idle_until.as_millisecond())
                .bind(secret.bytes())
                .execute(&mut *writing.transaction)
                .await?;
            Ok(writing.transaction.commit().await?)
        })
    }

    fn end_session(&self, secret: SecretHash) -> Answer<'_, ()> {
        self.answer(async move {
            let mut writing = self.writing().await?;
            end_session(&mut writing.transaction, secret).await?;
            Ok(writing.transaction.commit().await?)
        })
    }

    fn make_token(&self, token: NewToken) -> Answer<'_, Option<Token>> {
        self.answer(async move {
            let mut writing = self.writing().await?;
            let row = query(
                "INSERT INTO token (secret, account, name, made, ends)
                SELECT ?, id, ?, ?, ? FROM account WHERE id = ? AND NOT disabled
                RETURNING secret, name, made, used, ends",
            )
            .bind(token.secret.bytes())
            .bind(token.name.as_str())
            .bind(token.made.as_millisecond())
            .bind(token.ends.as_millisecond())
            .bind(token.account.0)
            .fetch_optional(&mut *writing.transaction)
            .await?;
            writing.transaction.commit().await?;
            row.as_ref().map(|row| row_token(row, 0)).transpose()
        })
    }

    fn token(&self, secret: SecretHash, now: Timestamp) -> Answer<'_, Option<(Account, Token)>> {
        self.answer(async move {
            let row = query(
                "SELECT account.id, account.name, account.role, account.disabled, account.password IS NOT NULL,
                account.made, token.secret, token.name, token.made, token.used, token.ends
                FROM token JOIN account ON account.id = token.account
                WHERE secret = ? AND ends > ? AND NOT disabled",
            )
            .bind(secret.bytes())
            .bind(now.as_millisecond())
            .fetch_optional(&mut *self.connections.acquire().await?)
            .await?;
            row.as_ref().map(|row| Ok((row_account(row)?, row_token(row, 6)?))).transpose()
        })
    }

    fn token_used(&self, secret: SecretHash, now: Timestamp) -> Answer<'_, ()> {
        self.answer(async move {
            let mut writing = self.writing().await?;
            query("UPDATE token SET used = max(coalesce(used, made), ?) WHERE secret = ?")
                .bind(now.as_millisecond())
                .bind(secret.bytes())
                .execute(&mut *writing.transaction)
                .await?;
            Ok(writing.transaction.commit().await?)
        })
    }

    fn tokens(&self, account: AccountId, now: Timestamp) -> Answer<'_, Vec<Token>> {
        self.answer(async move {
            let rows = query(
                "SELECT secret, name, made, used, ends FROM token
                WHERE account = ? AND ends > ? ORDER BY made, secret",
            )
            .bind(account.0)
            .bind(now.as_millisecond())
            .fetch_all(&mut *self.connections.acquire().await?)
            .await?;
            rows.iter().map(|row| row_token(row, 0)).collect()
        })
    }

    fn revoke_token(&self, account: AccountId, token: TokenId) -> Answer<'_, bool> {
        self.answer(async move {
            let mut writing = self.writing().await?;
            let ended = query("DELETE FROM token WHERE account = ? AND substr(secret, 1, 8) = ?")
                .bind(account.0)
                .bind(token.bytes())
                .execute(&mut *writing.transaction)
                .await?;
            writing.transaction.commit().await?;
            Ok(ended.rows_affected() > 0)
        })
    }

    fn invite(&self, invitation: Invitation) -> Answer<'_, bool> {
        self.answer(async move {
            let mut writing = self.writing().await?;
            let made = query(
                "INSERT INTO invitation (account, secret, made, ends)
                SELECT id, ?, ?, ? FROM account WHERE id = ? AND NOT disabled
                ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, made = excluded.made, ends = excluded.ends",
            )
            .bind(invitation.secret.bytes())
            .bind(invitation.made.as_millisecond())
            .bind(invitation.ends.as_millisecond())
            .bind(invitation.account.0)
            .execute(&mut *writing.transaction)
            .await?;
            writing.transaction.commit().await?;
            Ok(made.rows_affected() > 0)
        })
    }

    fn invited(&self, secret: SecretHash, now: Timestamp) -> Answer<'_, Option<Account>> {
        self.answer(async move { invited(&mut *self.connections.acquire().await?, secret, now).await })
    }

    fn accept(&self, accepted: Accepted, now: Timestamp) -> Answer<'_, Option<Account>> {
        self.answer(async move {
            let mut writing = self.writing().await?;
            let Some(account) = invited(&mut writing.transaction, accepted.secret, now).await? else {
                return Ok(None);
            };
            query("UPDATE account SET password = ? WHERE id = ?")
                .bind(accepted.password.as_str())
                .bind(account.id.0)
                .execute(&mut *writing.transaction)
                .await?;
            end_all(&mut writing.transaction, "DELETE FROM invitation WHERE account = ?", account.id).await?;
            end_all(&mut writing.transaction, "DELETE FROM session WHERE account = ?", account.id).await?;
            let session = Begin { account: account.id, ..accepted.session };
            begin(&mut writing.transaction, session).await?;
            writing.transaction.commit().await?;
            Ok(Some(Account { has_password: true, ..account }))
        })
    }

    fn forget_ended(&self, now: Timestamp) -> Answer<'_, ()> {
        self.answer(async move {
            let mut writing = self.writing().await?;
            for ended in [
                "DELETE FROM session WHERE min(idle_until, ends) <= ?",
                "DELETE FROM token WHERE ends <= ?",
                "DELETE FROM invitation WHERE ends <= ?",
            ] {
                query(ended).bind(now.as_millisecond()).execute(&mut *writing.transaction).await?;
            }
            Ok(writing.transaction.commit().await?)
        })
    }

    fn close(&self) -> Answer<'_, ()> {
        self.answer(async {
            self.connections.close().await;
            Ok(())
        })
    }
}

/// Whether this account is one that the accounts can be kept with.
fn keeps_accounts(account: &Account) -> bool {
    account.role == Role::Administrator && !account.disabled
}

/// Whether no other administrator can log in.
async fn alone(connection: &mut SqliteConnection, id: AccountId) -> Result<bool, Failed> {
    let alone = query_scalar(
        "SELECT NOT EXISTS (
            SELECT 1 FROM account WHERE id <> ? AND role = ? AND NOT disabled AND password IS NOT NULL
        )",
    )
    .bind(id.0)
    .bind(Role::Administrator.to_string())
    .fetch_one(connection)
    .await?;
    Ok(alone)
}

async fn end_all(
    connection: &mut SqliteConnection,
    statement: &'static str,
    account: AccountId,
) -> Result<(), Failed> {
    query(statement).bind(account.0).execute(connection).await?;
    Ok(())
}

async fn end_session(connection: &mut SqliteConnection, secret: SecretHash) -> Result<(), Failed> {
    query("DELETE FROM session WHERE secret = ?").bind(secret.bytes()).execute(connection).await?;
    Ok(())
}

async fn begin(connection: &mut SqliteConnection, session: Begin) -> Result<(), Failed> {
    if let Some(before) = session.instead_of {
        end_session(connection, before).await?;
    }
    query("INSERT INTO session (secret, account, begun, seen, idle_until, ends) VALUES (?1, ?2, ?3, ?3, ?4, ?5)")
        .bind(session.secret.bytes())
        .bind(session.account.0)
        .bind(session.begun.as_millisecond())
        .bind(session.idle_until.as_millisecond())
        .bind(session.ends.as_millisecond())
        .execute(connection)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::accounts::conformance::{self, Place};

    impl Place for TempDir {
        fn open(&self) -> Answer<'_, Box<dyn Accounts>> {
            Box::pin(async {
                let path = self.path().join("ledger.accounts");
                let accounts = SqliteAccounts::open(&path, IfMissing::Create).await?;
                Ok(Box::new(accounts) as Box<dyn Accounts>)
            })
        }
    }

    #[test]
    fn it_keeps_to_what_all_accounts_must() {
        conformance::check(&|| Box::new(tempfile::tempdir().unwrap()));
    }

    #[tokio::test]
    async fn a_ledger_is_no_file_of_accounts_and_the_reverse() {
        let folder = tempfile::tempdir().unwrap();
        let [ledger, accounts] = ["x.muster", "x.accounts"].map(|name| folder.path().join(name));
        let made = crate::Sqlite::open(&ledger, IfMissing::Create).await.unwrap();
        crate::Store::close(&made).await.unwrap();
        let made = SqliteAccounts::open(&accounts, IfMissing::Create).await.unwrap();
        made.close().await.unwrap();
        for (got, path, what) in [
            (SqliteAccounts::open(&ledger, IfMissing::Create).await.map(drop), &ledger, "a file of accounts"),
            (crate::Sqlite::open(&accounts, IfMissing::Create).await.map(drop), &accounts, "a ledger"),
        ] {
            let want = format!(
                "`{}` is not {what}: it is a SQLite database of another program. It was left as it is; name another file",
                path.display()
            );
            assert_eq!(got.unwrap_err().to_string(), want);
        }
        let missing = SqliteAccounts::open(&folder.path().join("y.accounts"), IfMissing::Refuse).await;
        assert!(missing.unwrap_err().to_string().starts_with("there are no accounts at `"));
    }

    #[tokio::test]
    async fn no_account_is_deleted_and_no_name_given_again() {
        let folder = tempfile::tempdir().unwrap();
        let accounts = SqliteAccounts::open(&folder.path().join("x"), IfMissing::Create).await.unwrap();
        let name = AccountName::new("Ann").unwrap();
        accounts.make(NewAccount { name, role: Role::Viewer, made: Timestamp::UNIX_EPOCH }).await.unwrap();
        let refused = query("DELETE FROM account").execute(&accounts.connections).await.unwrap_err();
        assert!(refused.to_string().contains("accounts are never deleted"), "{refused}");
    }
}
