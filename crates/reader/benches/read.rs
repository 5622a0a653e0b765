//! How fast text is read: the sample reports, reports where every sentence speaks, reports of no mission, and hostile text.

#[path = "../tests/project_packs/mod.rs"]
mod project_packs;

use std::{fmt, fs, path::Path};

use divan::{
    Bencher, black_box,
    counter::{BytesCount, ItemsCount},
};
use jiff::civil::date;
use model::{Document, Form, Marking, Name, Published};
use reader::{Packs, read};

use crate::project_packs::{LEXICONS, files};

fn main() {
    divan::main();
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

/// A piece as often as it takes to fill so many bytes.
fn filled(piece: &str, bytes: usize) -> Document {
    document(format!("The MSS mission in Haiti.\n{}", piece.repeat(bytes / piece.len() + 1)))
}

/// The sample reports of the MSS mission.
fn samples() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../missions/mss/reports");
    let paths = fs::read_dir(folder).expect("the sample reports").flatten().map(|entry| entry.path());
    let mut paths: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("a text file")).collect()
}

/// As they come: each report a document of its own.
#[divan::bench]
fn sample_reports_one_by_one(bencher: Bencher<'_, '_>) {
    let reports: Vec<Document> = samples().into_iter().map(document).collect();
    let bytes: usize = reports.iter().map(|report| report.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        reports.iter().map(|report| read(black_box(report), &LEXICONS).claims.len()).sum::<usize>()
    });
}

/// All of them again and again in one document of 10 MB.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn ten_megabytes_of_sample_reports(bencher: Bencher<'_, '_>) {
    let text = filled(&samples().join("\n"), 10_000_000);
    bencher.counter(BytesCount::of_str(&text.text)).bench(|| read(black_box(&text), &LEXICONS).claims.len());
}

/// Items are claims.
#[divan::bench(sample_count = 10)]
fn ten_thousand_sentences_that_speak(bencher: Bencher<'_, '_>) {
    let speaking = [
        "Kenya sent 400 police officers to Haiti on 3 May 2024. ",
        "The mission has nearly 600 personnel in Haiti. ",
        "Canada pledged $80 million for the mission, the minister said. ",
        "Another 200 Jamaican soldiers are ready to leave for Haiti.\n",
    ];
    let text = document(speaking.concat().repeat(2_500));
    let claims = read(&text, &LEXICONS).claims.len();
    assert!(claims >= 9_000, "{claims} claims: the sentences do not speak any more");
    bencher
        .counter(ItemsCount::new(claims))
        .counter(BytesCount::of_str(&text.text))
        .bench(|| read(black_box(&text), &LEXICONS).claims.len());
}

/// General news comes in articles of some two and a half kilobytes.
#[divan::bench(sample_count = 10)]
fn four_hundred_articles_without_a_mission(bencher: Bencher<'_, '_>) {
    let line = "The board said on Tuesday that sales of 400 cars rose by 12% in June, and the shares fell.\n";
    let articles: Vec<Document> = (0..400).map(|_| document(line.repeat(27))).collect();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        articles.iter().map(|article| read(black_box(article), &LEXICONS).claims.len()).sum::<usize>()
    });
}

/// What hostile text repeats; its name in the table has no line end in it.
struct Piece(&'static str);

impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

const HOSTILE: &[Piece] = &[
    Piece("7"),
    Piece("\""),
    Piece("A. "),
    Piece("400 police and "),
    Piece("Kenya, "),
    Piece("(400 [police "),
    Piece("400 guns\n"),
    Piece("- Kenya: 400\n"),
];

/// A megabyte of what no report is made of.
#[divan::bench(args = HOSTILE, sample_count = 5, sample_size = 1)]
fn a_hostile_megabyte(bencher: Bencher<'_, '_>, piece: &Piece) {
    let text = filled(piece.0, 1_000_000);
    bencher.counter(BytesCount::of_str(&text.text)).bench(|| read(black_box(&text), &LEXICONS).claims.len());
}

#[divan::bench(sample_count = 10)]
fn the_lexicons_are_made_ready(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(files).bench_values(|files| Packs::from_files(files).0);
}
