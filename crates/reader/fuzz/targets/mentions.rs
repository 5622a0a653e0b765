//! Numbers, dates and names of a text in every language: they lie in order inside their sentence.
#![no_main]

#[path = "../../tests/lexical/hold.rs"]
mod hold;
#[path = "../../tests/project_packs/mod.rs"]
mod project_packs;

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use reader::{Finder, Sentences, published};

use crate::{hold::hold, project_packs::PACKS};

fuzz_target!(|text: &str| {
    for language in PACKS.languages() {
        let lexicons = PACKS.language(language).expect("a pack");
        let published = published(text, None, date(2024, 11, 9), lexicons);
        let mut finder = Finder::new(text, lexicons, published);
        let read = Sentences::new(text, lexicons).map(|sentence| {
            let mentions = finder.mentions(&sentence);
            (sentence, mentions)
        });
        hold(text, read);
    }
});
