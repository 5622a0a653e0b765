//! The lexical layer with the packs of the project: each table is data for one check.

mod dates;
mod fuzzed;
mod hold;
mod languages;
mod laws;
mod names;
mod numbers;
mod packs;
#[path = "../project_packs/mod.rs"]
mod project_packs;
mod publication;
mod words_in_code;

use jiff::civil::Date;
use model::Published;
use reader::{Finder, Lexicons, Mention, Sentence, Sentences};

pub(crate) use crate::project_packs::{LEXICONS, PACKS, files};

/// Each sentence of a text with its mentions, reckoned from `day`.
pub(crate) fn read(text: &str, day: Date) -> Vec<(Sentence, Vec<Mention>)> {
    read_with(&LEXICONS, text, day)
}

/// As [`read`], with these words.
pub(crate) fn read_with(lexicons: &Lexicons, text: &str, day: Date) -> Vec<(Sentence, Vec<Mention>)> {
    let mut finder = Finder::new(text, lexicons, Published::given(day));
    Sentences::new(text, lexicons)
        .map(|sentence| {
            let mentions = finder.mentions(&sentence);
            (sentence, mentions)
        })
        .collect()
}

/// What `show` makes of each primary mention of a text, with its words.
pub(crate) fn shown(text: &str, day: Date, show: impl Fn(&Mention) -> Option<String>) -> Vec<String> {
    let mut shown = Vec::new();
    for (sentence, mentions) in read(text, day) {
        for mention in &mentions {
            shown.extend(
                show(mention).map(|what| format!("{}: {what}", sentence.words(text, &mention.tokens))),
            );
        }
    }
    shown
}
