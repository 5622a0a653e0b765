//! What keeps the accounts of a desk must do, whichever database is behind it.
//!
//! Accounts lie apart from the ledger, as a ledger is carried and merged (`docs/decisions/0014-accounts.md`). Nothing by
//! which anybody could log in is kept: of a password only its slow hash, of every other secret only its digest. Clock and
//! randomness are arguments.

mod account;
mod beside;
#[cfg(test)]
mod conformance;
mod invitation;
mod password_hash;
mod role;
mod secret_hash;
mod session;
mod sqlite;
mod token;

use std::fmt;

use jiff::Timestamp;

use crate::Answer;

pub use account::{Account, AccountId, AccountName, Change, Changed, Made, NewAccount, NotAnAccountName};
pub use beside::accounts_beside;
pub use invitation::{Accepted, Invitation};
pub use password_hash::PasswordHash;
pub use role::{NotARole, Role};
pub use secret_hash::SecretHash;
pub use session::{Begin, Session};
pub use sqlite::{ACCOUNTS_VERSION, SqliteAccounts};
pub use token::{NewToken, NotATokenId, Token, TokenId};

/// Keeps who may log in, and what they are let in with.
///
/// All of it may be called from several tasks at once, and several programs may have one file open. When an answer is
/// there, what it tells of is on the disk. Moments are kept to the millisecond.
pub trait Accounts: fmt::Debug + Send + Sync {
    /// Makes an account without a password: an invitation lets its owner set one.
    fn make(&self, account: NewAccount) -> Answer<'_, Made>;

    /// The account with this id.
    fn account(&self, id: AccountId) -> Answer<'_, Option<Account>>;

    /// The account with this name, however its letters are cased.
    fn named(&self, name: &AccountName) -> Answer<'_, Option<Account>>;

    /// Every account, in the order in which they were made.
    fn accounts(&self) -> Answer<'_, Vec<Account>>;

    /// Changes the role of an account, or whether it is disabled. A change ends the account's sessions, tokens and, when
    /// it is disabled, its invitation: what was let in before is not what is let in now. To set what is set already changes
    /// nothing. The last administrator who can log in stays one.
    fn change(&self, id: AccountId, change: Change) -> Answer<'_, Changed>;

    /// The password of an account that has one.
    fn password(&self, id: AccountId) -> Answer<'_, Option<PasswordHash>>;

    /// Sets another password if `was` is still the present one and the account is not disabled. Its other
    /// sessions and its invitation end; the session with the secret `keep` goes on. Answers whether it was set.
    fn change_password(
        &self,
        id: AccountId,
        was: PasswordHash,
        becomes: PasswordHash,
        keep: Option<SecretHash>,
    ) -> Answer<'_, bool>;

    /// Begins a session if `password` is still the account's and the account is not disabled, and ends the one that the
    /// browser had before. Answers whether it has begun.
    fn begin_session(&self, session: Begin, password: PasswordHash) -> Answer<'_, bool>;

    /// The session with this secret, if it has not ended by now and its account is not disabled.
    fn session(&self, secret: SecretHash, now: Timestamp) -> Answer<'_, Option<Session>>;

    /// Notes that a session is in use, and until when it may stay idle now. It never ends earlier by that.
    fn session_seen(&self, secret: SecretHash, now: Timestamp, idle_until: Timestamp) -> Answer<'_, ()>;

    /// Ends a session; one that is not there has ended already.
    fn end_session(&self, secret: SecretHash) -> Answer<'_, ()>;

    /// Makes a personal token; `None` if there is no such account or it is disabled.
    fn make_token(&self, token: NewToken) -> Answer<'_, Option<Token>>;

    /// The account whose token this is, and the token, if it has not ended by now and the account is not disabled.
    fn token(&self, secret: SecretHash, now: Timestamp) -> Answer<'_, Option<(Account, Token)>>;

    /// Notes that a token is in use.
    fn token_used(&self, secret: SecretHash, now: Timestamp) -> Answer<'_, ()>;

    /// The tokens of an account that have not ended by now, in the order in which they were made.
    fn tokens(&self, account: AccountId, now: Timestamp) -> Answer<'_, Vec<Token>>;

    /// Ends a token of this account, and answers whether it was there.
    fn revoke_token(&self, account: AccountId, token: TokenId) -> Answer<'_, bool>;

    /// Makes an invitation; the account's earlier one ends. Answers whether there is such an account and it is not
    /// disabled.
    fn invite(&self, invitation: Invitation) -> Answer<'_, bool>;

    /// Whom this invitation is for, if it has not ended by now.
    fn invited(&self, secret: SecretHash, now: Timestamp) -> Answer<'_, Option<Account>>;

    /// Sets the password of whom this invitation is for and logs them in. An invitation is good for once; all sessions of
    /// before end. `None` if it has ended by now.
    fn accept(&self, accepted: Accepted, now: Timestamp) -> Answer<'_, Option<Account>>;

    /// Forgets sessions, tokens and invitations that have ended by now.
    fn forget_ended(&self, now: Timestamp) -> Answer<'_, ()>;

    /// Waits for what is under way and lets go of the file.
    fn close(&self) -> Answer<'_, ()>;
}
