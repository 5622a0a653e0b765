//! A password as it is kept: the slow hash of it, in words that name how it was made.

use std::fmt;

/// A hash in the PHC string format (<https://github.com/P-H-C/phc-string-format>), such as `$argon2id$v=19$m=..`.
///
/// Its `Debug` tells nothing: a hash in a log could be tried out at leisure.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// From the words of the one that made it.
    #[must_use]
    pub fn new(words: String) -> Self {
        Self(words)
    }

    /// The words, to hold a password against.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash")
    }
}
