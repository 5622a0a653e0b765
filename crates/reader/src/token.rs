//! A token: a word, a number or a mark, with its place in the text.

/// The smallest piece that rules look at. Words keep inner apostrophes ("Sing'oei") but not a clitic: "Haiti's" is
/// "Haiti" and "'s". Numbers keep their separators ("13.3", "2,500"), initials their stops ("U.N.").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its first byte in the text.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// Where its lower-cased form begins and ends in [`Sentence::lower`](crate::Sentence).
    pub(crate) lower: (u32, u32),
    /// How it is written.
    pub shape: Shape,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// "officers".
    Lower,
    /// "Kenya": the first letter alone is a capital. One capital letter too: "A".
    Capitalised,
    /// "MSS", "U.N.": two capitals or more and no small letter.
    Upper,
    /// "eSwatini": capitals elsewhere.
    Mixed,
    /// "400", "13.3", "2,500".
    Digits,
    /// "4th", "10m", "M23": digits and letters.
    Alphanumeric,
    /// A mark or a symbol, or a run of the same one: ",", "$", "...".
    Mark,
}

impl Shape {
    /// Whether it begins with a capital letter, as names do.
    #[must_use]
    pub fn has_capital(self) -> bool {
        matches!(self, Self::Capitalised | Self::Upper | Self::Mixed)
    }

    /// Whether it is a word of letters.
    #[must_use]
    pub fn is_word(self) -> bool {
        matches!(self, Self::Lower | Self::Capitalised | Self::Upper | Self::Mixed)
    }
}
