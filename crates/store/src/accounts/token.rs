//! A personal token: what a program is let in with, in its owner's name.

use std::{fmt, str::FromStr};

use jiff::Timestamp;
use model::Name;

use super::{AccountId, SecretHash};

/// Tells the tokens of an account apart: the beginning of the secret's digest, which tells nothing of the secret and
/// nothing of how many tokens there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TokenId(u64);

/// The words that were not a [`TokenId`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not the id of a token; write the 16 digits that the list of tokens shows")]
pub struct NotATokenId(String);

/// A token to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewToken {
    /// Its secret.
    pub secret: SecretHash,
    /// Whose it is.
    pub account: AccountId,
    /// What its owner calls it: the program that it is for.
    pub name: Name,
    /// The moment.
    pub made: Timestamp,
    /// When it ends.
    pub ends: Timestamp,
}

/// A token, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// What its owner calls it.
    pub name: Name,
    /// When it was made.
    pub made: Timestamp,
    /// When it was last seen in use.
    pub used: Option<Timestamp>,
    /// When it ends.
    pub ends: Timestamp,
}

impl TokenId {
    /// The id of the token whose secret has this digest.
    pub(super) fn beginning(digest: &[u8]) -> Option<Self> {
        digest.first_chunk().map(|bytes| Self(u64::from_be_bytes(*bytes)))
    }

    /// The bytes that the secret's digest begins with.
    pub(super) fn bytes(self) -> Vec<u8> {
        self.0.to_be_bytes().to_vec()
    }
}

impl fmt::Display for TokenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for TokenId {
    type Err = NotATokenId;

    fn from_str(words: &str) -> Result<Self, NotATokenId> {
        let digits = words.len() == 16 && words.bytes().all(|byte| byte.is_ascii_hexdigit());
        let read = digits.then(|| u64::from_str_radix(words, 16).ok()).flatten();
        read.map(Self).ok_or_else(|| NotATokenId(words.to_owned()))
    }
}
