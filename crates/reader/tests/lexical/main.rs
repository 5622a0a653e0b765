//! The lexical layer with the packs of the project: each table is data for one check.

mod dates;
mod laws;
mod names;
mod numbers;
mod packs;
mod publication;

use std::{fs, path::Path, sync::LazyLock};

use jiff::civil::Date;
use model::Published;
use reader::{Finder, Lexicons, Mention, Sentence, Sentences};

/// The packs for English and for the MSS.
pub(crate) static LEXICONS: LazyLock<Lexicons> = LazyLock::new(|| {
    let (lexicons, findings) = Lexicons::from_files(files());
    assert_eq!(findings, []);
    lexicons
});

/// Every pack file by its name, in order.
pub(crate) fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["lexicons/en", "missions/mss/lexicon"] {
        for entry in fs::read_dir(root.join(folder)).expect("the pack is a folder") {
            let path = entry.expect("a file of the pack").path();
            let name = format!("{folder}/{}", path.file_name().unwrap_or_default().display());
            files.push((name, fs::read_to_string(&path).expect("a text file")));
        }
    }
    files.sort();
    files
}

/// Each sentence of a text with its mentions, reckoned from `day`.
pub(crate) fn read(text: &str, day: Date) -> Vec<(Sentence, Vec<Mention>)> {
    let mut finder = Finder::new(text, &LEXICONS, Published::given(day));
    Sentences::new(text, &LEXICONS)
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
