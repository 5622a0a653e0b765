//! Spelling: how a language writes numbers and ties short words to their neighbours.

/// How a language writes numbers and ties short words to their neighbours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spelling {
    /// "s", "ve": letters behind an apostrophe that stand for a word of their own.
    pub(crate) clitics: Vec<Box<str>>,
    /// "l", "qu": letters before an apostrophe that stand for a word of their own.
    pub(crate) elisions: Vec<Box<str>>,
    /// What parts a number's whole from its fraction.
    pub(crate) decimal: char,
    /// Whether a plain space parts groups of three digits, as a narrow one does everywhere.
    pub(crate) spaces_digits: bool,
}

impl Default for Spelling {
    fn default() -> Self {
        Self { clitics: Vec::new(), elisions: Vec::new(), decimal: '.', spaces_digits: false }
    }
}

impl Spelling {
    /// Takes in a line of `language.tsv`; the error says what was expected.
    pub(crate) fn learn(&mut self, forms: &[&str], kind: &str) -> Result<bool, String> {
        match (kind, forms) {
            ("clitic", forms) => self.clitics.extend(forms.iter().map(|form| (*form).into())),
            ("elision", forms) => self.elisions.extend(forms.iter().map(|form| (*form).into())),
            ("decimal", ["."]) => self.decimal = '.',
            ("decimal", [","]) => self.decimal = ',',
            ("decimal", _) => return Err(format!("`{}` is not one of: . or ,", forms.join("|"))),
            ("group", ["space"]) => self.spaces_digits = true,
            ("group", _) => return Err(format!("`{}` is not: space", forms.join("|"))),
            _ => return Ok(false),
        }
        Ok(true)
    }
}
