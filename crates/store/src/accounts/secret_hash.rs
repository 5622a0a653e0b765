//! The secret of a session, a token or an invitation as it is kept: its digest.

use std::fmt;

use model::Digest;

/// The BLAKE3 digest of a secret.
///
/// A secret is 256 bits from the system's own source, so a fast hash is enough: there is nothing to try out, and whoever
/// reads the file cannot log in with what stands there. Its `Debug` tells nothing, so that no log ties two uses together.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SecretHash(Digest);

impl SecretHash {
    /// The digest of a secret's bytes.
    #[must_use]
    pub fn of(secret: &[u8; 32]) -> Self {
        Self(Digest::of(secret))
    }

    /// As it is kept.
    pub(super) fn bytes(self) -> Vec<u8> {
        self.0.as_bytes().to_vec()
    }
}

impl fmt::Debug for SecretHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretHash")
    }
}
