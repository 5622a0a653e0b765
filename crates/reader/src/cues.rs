//! A set of cues, small enough to be copied with every word.

use crate::cue::Cue;

/// How many words of bits a set takes.
const WORDS: usize = 5;

/// The cues that a word gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cues([u64; WORDS]);

const _: () = assert!(Cue::ALL.len() <= WORDS * 64, "a set of cues has a bit for each");

impl Cues {
    /// Adds a cue.
    pub(crate) fn add(&mut self, cue: Cue) {
        let bit = cue as usize;
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// Adds all of others.
    pub(crate) fn join(&mut self, others: &Self) {
        for (own, other) in self.0.iter_mut().zip(others.0) {
            *own |= other;
        }
    }

    /// Whether a cue is among them.
    #[inline]
    pub(crate) fn has(&self, cue: Cue) -> bool {
        let bit = cue as usize;
        self.0[bit / 64] & 1 << (bit % 64) != 0
    }
}
