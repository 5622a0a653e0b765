//! A session: a browser in which somebody has logged in.

use jiff::Timestamp;

use super::{Account, AccountId, SecretHash};

/// A session to begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begin {
    /// Its secret.
    pub secret: SecretHash,
    /// The secret that the browser brought along, whatever it was: that session ends.
    pub instead_of: Option<SecretHash>,
    /// Whose it is.
    pub account: AccountId,
    /// The moment.
    pub begun: Timestamp,
    /// When it ends if it is not used until then.
    pub idle_until: Timestamp,
    /// When it ends however much it is used.
    pub ends: Timestamp,
}

/// A session that goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whose it is, as the account is now.
    pub account: Account,
    /// When it began.
    pub begun: Timestamp,
    /// When it was last seen in use.
    pub seen: Timestamp,
    /// When it ends if it is not used until then.
    pub idle_until: Timestamp,
    /// When it ends however much it is used.
    pub ends: Timestamp,
}
