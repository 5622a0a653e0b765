//! An invitation: a link that is good for once, to set the first password or a forgotten one.

use jiff::Timestamp;

use super::{AccountId, Begin, PasswordHash, SecretHash};

/// An invitation to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its secret.
    pub secret: SecretHash,
    /// Whom it is for.
    pub account: AccountId,
    /// The moment.
    pub made: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
}

/// An invitation that is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Its secret.
    pub secret: SecretHash,
    /// The password that was chosen.
    pub password: PasswordHash,
    /// The session that begins with it, of the account that is invited.
    pub session: Begin,
}
