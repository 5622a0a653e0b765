//! Links that set a password: made by an administrator or on the terminal, good once.

use jiff::{SignedDuration, Timestamp};
use store::{AccountId, AccountName, Accounts, Invitation, Made, NewAccount, Role, StoreError};

use super::secret::{NoRandomness, Secret};

/// How long a link from an administrator is good.
pub(crate) const FROM_AN_ADMINISTRATOR: SignedDuration = SignedDuration::from_hours(24);
/// How long a link from the terminal is good.
pub(crate) const FROM_THE_TERMINAL: SignedDuration = SignedDuration::from_hours(1);

/// The name of the first administrator.
const FIRST: &str = "administrator";

/// A link that was made.
#[derive(Debug)]
pub(crate) struct Link {
    secret: Secret,
    /// When it is good no more.
    pub(crate) ends: Timestamp,
}

/// Why no link could be made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoLink {
    /// There is no such account, or it is disabled.
    #[error("there is no such account, or it is disabled")]
    NoAccount,
    /// The accounts cannot be read or written.
    #[error(transparent)]
    Accounts(#[from] StoreError),
    /// There is nothing to make a secret from.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

impl Link {
    /// Where the link leads, from the desk's own root on. The secret stands behind `#`, which no browser sends to anybody.
    pub(crate) fn path(&self) -> String {
        format!("/password#{}", self.secret.words())
    }
}

/// A link for this account; an earlier one is good no more.
pub(crate) async fn invite(
    accounts: &dyn Accounts,
    account: AccountId,
    now: Timestamp,
    lasting: SignedDuration,
) -> Result<Link, NoLink> {
    let link = Link { secret: Secret::new()?, ends: now + lasting };
    let invitation = Invitation { secret: link.secret.hash(), account, made: now, ends: link.ends };
    if accounts.invite(invitation).await? { Ok(link) } else { Err(NoLink::NoAccount) }
}

/// While no administrator can log in: a link for one, and the account's name. The account is made where there is none.
pub(crate) async fn first_administrator(
    accounts: &dyn Accounts,
    now: Timestamp,
) -> Result<Option<(AccountName, Link)>, NoLink> {
    let all = accounts.accounts().await?;
    let mut administrators =
        all.iter().filter(|account| account.role == Role::Administrator && !account.disabled);
    if administrators.clone().any(|account| account.has_password) {
        return Ok(None);
    }
    let (id, name) = if let Some(account) = administrators.next() {
        (account.id, account.name.clone())
    } else {
        make_first(accounts, now).await?
    };
    Ok(Some((name, invite(accounts, id, now, FROM_THE_TERMINAL).await?)))
}

async fn make_first(accounts: &dyn Accounts, now: Timestamp) -> Result<(AccountId, AccountName), NoLink> {
    // Somebody may have made an account of this name that is no administrator's.
    for n in 1..u32::MAX {
        let words = if n == 1 { FIRST.to_owned() } else { format!("{FIRST} {n}") };
        let Ok(name) = AccountName::new(&words) else { break };
        let new = NewAccount { name: name.clone(), role: Role::Administrator, made: now };
        if let Made::Made(account) = accounts.make(new).await? {
            return Ok((account.id, name));
        }
    }
    Err(NoLink::NoAccount)
}
