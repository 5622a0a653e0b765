//! A page: a text and what its source says of it.

use jiff::civil::Date;

/// A text taken out of a file, and what the file itself tells on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its headline.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Its canonical address.
    pub address: Option<String>,
    /// The day it was published, as written there.
    pub published: Option<Date>,
    /// Its language, a BCP 47 tag such as `en-GB`.
    pub language: Option<String>,
    /// Its words: a paragraph, a heading or an item a line.
    pub text: String,
}
