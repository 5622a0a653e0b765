//! Why a claim was proposed: its rule, and the words that filled each of its slots.

use model::{ByteRange, RuleName};

/// Why a claim was proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The rule that proposed it.
    pub rule: RuleName,
    /// What was filled by which words, in the order in which the rule looked.
    pub slots: Vec<Slot>,
}

/// A slot of a claim and the words that filled it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// `number`, `party`, `verb`, `date`, `place`, `speaker`.
    pub name: &'static str,
    /// Where the words stand in the text; they may stand in another sentence than the claim's.
    pub at: ByteRange,
}
