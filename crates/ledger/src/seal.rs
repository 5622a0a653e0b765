//! A seal: a head noted down outside the ledger, to hold a later walk against.

use std::{fmt, str::FromStr};

use crate::{EntryHash, Seq};

/// The place and the hash of an entry, printed and read as `SEQ:HASH`.
///
/// The chain alone cannot tell that its last entries were cut off, or that all of it was made anew: a seal can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The place of the entry that was the last one.
    pub seq: Seq,
    /// Its hash.
    pub hash: EntryHash,
}

/// The words that were not a [`Seal`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a seal; write the last entry's place, a colon and its hash, as `muster verify` prints them"
)]
pub struct NotASeal(String);

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, self.hash)
    }
}

impl FromStr for Seal {
    type Err = NotASeal;

    fn from_str(words: &str) -> Result<Self, NotASeal> {
        let read = || {
            let (seq, hash) = words.trim().split_once(':')?;
            let digits = seq.bytes().all(|b| b.is_ascii_digit());
            let seq = seq.parse().ok().filter(|seq| digits && *seq > 0)?;
            Some(Self { seq: Seq(seq), hash: EntryHash(hash.parse().ok()?) })
        };
        read().ok_or_else(|| NotASeal(words.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use model::Digest;

    use super::*;

    #[test]
    fn a_seal_prints_and_reads_alike_and_nothing_else_is_one() {
        let hash = EntryHash(Digest::of(b"an entry"));
        let seal = Seal { seq: Seq(6), hash };
        assert_eq!(seal.to_string().parse(), Ok(seal));
        for words in [String::new(), "6".into(), format!("{hash}"), format!("0:{hash}"), format!("+6:{hash}")]
        {
            assert_eq!(words.parse::<Seal>(), Err(NotASeal(words.clone())));
        }
    }
}
