//! Numbers, dates and names of a text: they lie in order inside their sentence.
#![no_main]

#[path = "../../tests/project_packs/mod.rs"]
mod project_packs;

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use reader::{Finder, Sentences, published};

use crate::project_packs::LEXICONS;

fuzz_target!(|text: &str| {
    let published = published(text, None, date(2024, 11, 9), &LEXICONS);
    let mut finder = Finder::new(text, &LEXICONS, published);
    for sentence in Sentences::new(text, &LEXICONS) {
        let mut end = 0;
        for mention in finder.mentions(&sentence) {
            assert!(end <= mention.tokens.start && mention.tokens.start < mention.tokens.end);
            assert!(sentence.bytes(&mention.tokens).and_then(|at| at.of(text)).is_some());
            end = mention.tokens.end;
        }
    }
});
