//! Sessions: how long one lasts, and how one begins.

use jiff::{SignedDuration, Timestamp};
use store::{AccountId, Begin};

use super::secret::{NoRandomness, Secret};

/// A session ends when it was not used for so long (NIST SP 800-63B-4, 2.2.3).
pub(crate) const IDLE: SignedDuration = SignedDuration::from_hours(1);
/// A session ends after so long, however much it is used: a long shift.
pub(crate) const WHOLE: SignedDuration = SignedDuration::from_hours(12);
/// The use of a session or a token is noted so often, not at every request.
pub(crate) const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// A session to begin now for this account, in the place of the one that the browser brought along, and its secret.
pub(crate) fn new(
    account: AccountId,
    brought: Option<&Secret>,
    now: Timestamp,
) -> Result<(Secret, Begin), NoRandomness> {
    let secret = Secret::new()?;
    let begin = Begin {
        secret: secret.hash(),
        instead_of: brought.map(Secret::hash),
        account,
        begun: now,
        idle_until: now + IDLE,
        ends: now + WHOLE,
    };
    Ok((secret, begin))
}
