//! What stands in the rows, read back.

use jiff::Timestamp;
use model::Name;
use sqlx::{AssertSqlSafe, Row, SqliteConnection, error::BoxDynError, query, sqlite::SqliteRow};

use crate::{
    accounts::{Account, AccountId, AccountName, Role, SecretHash, Token, TokenId},
    file::Failed,
};

/// An account, for [`row_account`].
pub(super) const ACCOUNT: &str = "SELECT id, name, role, disabled, password IS NOT NULL, made FROM account";

pub(super) async fn by_id(
    connection: &mut SqliteConnection,
    id: AccountId,
) -> Result<Option<Account>, Failed> {
    let row =
        query(AssertSqlSafe(format!("{ACCOUNT} WHERE id = ?"))).bind(id.0).fetch_optional(connection).await?;
    row.as_ref().map(row_account).transpose()
}

pub(super) async fn invited(
    connection: &mut SqliteConnection,
    secret: SecretHash,
    now: Timestamp,
) -> Result<Option<Account>, Failed> {
    let row = query(
        "SELECT account.id, account.name, account.role, account.disabled, account.password IS NOT NULL, account.made
        FROM invitation JOIN account ON account.id = invitation.account
        WHERE secret = ? AND ends > ? AND NOT disabled",
    )
    .bind(secret.bytes())
    .bind(now.as_millisecond())
    .fetch_optional(connection)
    .await?;
    row.as_ref().map(row_account).transpose()
}

/// The account in the first six columns.
pub(super) fn row_account(row: &SqliteRow) -> Result<Account, Failed> {
    let name: String = row.try_get(1)?;
    let role: String = row.try_get(2)?;
    Ok(Account {
        id: AccountId(row.try_get(0)?),
        name: AccountName::new(&name).map_err(unreadable)?,
        role: role.parse::<Role>().map_err(unreadable)?,
        disabled: row.try_get(3)?,
        has_password: row.try_get(4)?,
        made: moment(row.try_get(5)?)?,
    })
}

/// The token in five columns from this one on.
pub(super) fn row_token(row: &SqliteRow, from: usize) -> Result<Token, Failed> {
    let secret: Vec<u8> = row.try_get(from)?;
    let name: String = row.try_get(from + 1)?;
    let used: Option<i64> = row.try_get(from + 3)?;
    Ok(Token {
        id: TokenId::beginning(&secret).ok_or_else(|| unreadable("a secret's digest is cut off"))?,
        name: Name::new(&name).map_err(unreadable)?,
        made: moment(row.try_get(from + 2)?)?,
        used: used.map(moment).transpose()?,
        ends: moment(row.try_get(from + 4)?)?,
    })
}

pub(super) fn moment(milliseconds: i64) -> Result<Timestamp, Failed> {
    Timestamp::from_millisecond(milliseconds).map_err(unreadable)
}

/// What stands in the file can only be such after something other than Muster changed it.
fn unreadable<E: Into<BoxDynError>>(why: E) -> Failed {
    Failed::Database(sqlx::Error::Decode(why.into()))
}
