//! How fast text is read: a report where every sentence speaks, and text that names no mission.

use std::{fs, path::Path};

use divan::{Bencher, counter::BytesCount};
use jiff::civil::date;
use model::{Document, Form, Marking, Name, Published};
use reader::{Lexicons, read};

fn main() {
    divan::main();
}

fn lexicons() -> Lexicons {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["lexicons/en", "missions/mss/lexicon"] {
        for entry in fs::read_dir(root.join(folder)).expect("the pack is a folder") {
            let path = entry.expect("a file of the pack").path();
            files.push((path.display().to_string(), fs::read_to_string(&path).expect("a text file")));
        }
    }
    Lexicons::from_files(files).0
}

fn document(text: String) -> Document {
    Document {
        title: Name::new("bench").expect("a name"),
        publisher: None,
        address: None,
        published: Published::given(date(2024, 10, 11)),
        form: Form::Report,
        marking: Marking::Public,
        text,
    }
}

/// Every sample report of the MSS mission, as often as makes a megabyte.
fn speaking() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../missions/mss/reports");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the sample reports").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let texts: Vec<String> = paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    let all = texts.join("\n");
    all.repeat(1_000_000 / all.len().max(1) + 1)
}

#[divan::bench(sample_count = 10)]
fn a_megabyte_where_every_sentence_speaks(bencher: Bencher<'_, '_>) {
    let (lexicons, document) = (lexicons(), document(speaking()));
    bencher.counter(BytesCount::of_str(&document.text)).bench(|| read(&document, &lexicons).claims.len());
}

/// General news comes in articles of some two and a half kilobytes.
#[divan::bench(sample_count = 10)]
fn four_hundred_articles_without_a_mission(bencher: Bencher<'_, '_>) {
    let line = "The board said on Tuesday that sales of 400 cars rose by 12% in June, and the shares fell.\n";
    let lexicons = lexicons();
    let articles: Vec<Document> = (0..400).map(|_| document(line.repeat(27))).collect();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| articles.iter().map(|article| read(article, &lexicons).claims.len()).sum::<usize>());
}

#[divan::bench(sample_count = 10)]
fn the_lexicons_are_made_ready() -> Lexicons {
    lexicons()
}
