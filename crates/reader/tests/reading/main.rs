//! Whole reports are read: pages that are specification and test, laws that hold for any text, and the page of the rules.

mod fuzzed;
mod hold;
mod hostile;
mod laws;
mod number_held;
mod pages;
#[path = "../project_packs/mod.rs"]
mod project_packs;
mod rules_page;
mod samples;

use std::env;

use jiff::civil::{Date, date};
use model::{Document, Form, Marking, Name, Published};
use reader::{Language, Reading, read};

use crate::project_packs::PACKS;

/// The Saturday on which a report was published that does not tell its day.
pub(crate) const DAY: Date = date(2024, 11, 9);

/// An English text as a document of its own, and what it seems to say.
pub(crate) fn reading(text: &str, day: Date) -> Reading {
    reading_in("en", text, day)
}

/// A text in the language of this code as a document of its own, and what it seems to say.
pub(crate) fn reading_in(language: &str, text: &str, day: Date) -> Reading {
    let document = Document {
        title: Name::new("a report").expect("a name"),
        publisher: None,
        address: None,
        published: Published::given(day),
        form: Form::Report,
        marking: Marking::Public,
        text: text.to_owned(),
    };
    let language = Language::of_tag(language).expect("a language");
    read(&document, PACKS.language(&language).expect("a pack"))
}

/// Whether the pages are to be written anew (`MUSTER_RENEW=1`) rather than held.
pub(crate) fn renews() -> bool {
    env::var_os("MUSTER_RENEW").is_some_and(|value| value == "1")
}
