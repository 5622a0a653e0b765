//! Secrets: 256 random bits that let somebody in, shown once and kept only as a digest.

use std::fmt;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as URL_SAFE_NO_PAD};
use store::SecretHash;

/// The secret of a session, a token or an invitation. Its `Debug` tells nothing, and it has no `Display`.
pub(crate) struct Secret([u8; 32]);

/// The system gives no random bits.
#[derive(Debug, thiserror::Error)]
#[error("the system gives no random bits: {0}")]
pub(crate) struct NoRandomness(getrandom::Error);

impl Secret {
    /// A new one, from the system's own source.
    pub(crate) fn new() -> Result<Self, NoRandomness> {
        let mut bits = [0; 32];
        getrandom::fill(&mut bits).map_err(NoRandomness)?;
        Ok(Self(bits))
    }

    /// The secret in these words, if they are such as [`Self::words`] gives.
    pub(crate) fn read(words: &str) -> Option<Self> {
        let bits = URL_SAFE_NO_PAD.decode(words).ok()?;
        bits.try_into().ok().map(Self)
    }

    /// In letters, digits, `-` and `_`: to be handed to whom it is for.
    pub(crate) fn words(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// As it is kept.
    pub(crate) fn hash(&self) -> SecretHash {
        SecretHash::of(&self.0)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_as_it_is_written_and_no_two_are_alike() {
        let (one, other) = (Secret::new().unwrap(), Secret::new().unwrap());
        assert_eq!(one.words().len(), 43);
        assert_eq!(Secret::read(&one.words()).map(|again| again.hash()), Some(one.hash()));
        assert_ne!(one.words(), other.words());
        assert_ne!(one.hash(), other.hash());
        assert_eq!(format!("{one:?}"), "Secret");
    }

    #[test]
    fn what_is_no_secret_is_not_read() {
        let words = Secret::new().unwrap().words();
        for wrong in [
            "",
            "x",
            &words[1..],
            &format!("{words}A"),
            &format!("{words}="),
            &words.replace(&words[..1], "!"),
        ] {
            assert!(Secret::read(wrong).is_none(), "{wrong}");
        }
    }
}
