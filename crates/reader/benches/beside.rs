//! The reader beside spaCy in one run, and how its time and memory grow: `cargo bench -p reader --bench beside`.
//!
//! Seconds are of processor time where the system tells them, so that other work on the machine falls on neither side.
//! spaCy is run by the Python that `MUSTER_SPACY` names (`make bench` sets it up); without it, or without the general
//! news beside the project, what is missing is said and the rest is measured.
#![allow(clippy::print_stdout, reason = "its figures are for people")]
#![allow(clippy::cast_precision_loss, reason = "figures for people")]

#[path = "../tests/project_packs/mod.rs"]
mod project_packs;

use std::{
    env,
    fmt::Write as _,
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Instant,
};

use jiff::civil::date;
use model::{Document, Form, Marking, Name, Published};
use reader::read;
use serde_json::{Value, json};

use crate::project_packs::LEXICONS;

/// The allocator that the program has.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How often the quick ones are measured; the median is told.
const RUNS: usize = 5;

fn main() {
    std::sync::LazyLock::force(&LEXICONS);
    let news = news();
    let speaking = speaking(2_500);
    println!("\nreading, seconds of processor time on one core, median of {RUNS} runs");
    let general = news.as_ref().map(|news| measure("general news", news));
    let spoken = measure("every sentence speaks", std::slice::from_ref(&speaking));
    beside_spacy("general news", news.as_deref().map(|news| &news[..100.min(news.len())]), general, 500.0);
    let some: Vec<Document> = (0..25).map(|_| self::speaking(25)).collect();
    beside_spacy("every sentence speaks", Some(&some), Some(spoken), 100.0);
    let articles = news.unwrap_or_else(|| (0..2_000).map(|_| self::speaking(12)).collect());
    two_cores(&articles);
    stream(&articles);
    growth();
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

/// General news of other subjects, if it lies beside the project; it is not the project's to hold.
fn news() -> Option<Vec<Document>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/text/bbc.jsonl");
    let Ok(lines) = fs::read_to_string(&path) else {
        println!("general news: left out, ../shared/data/text/bbc.jsonl is missing");
        return None;
    };
    let text = |line: &str| {
        let value: Value = serde_json::from_str(line).expect("a line of JSON");
        document(value["text"].as_str().expect("its text").to_owned())
    };
    Some(lines.lines().map(text).collect())
}

/// A report in which every sentence speaks, each with another number and day.
fn speaking(rounds: usize) -> Document {
    let mut text = String::new();
    for round in 0..rounds {
        let (n, day) = (100 + round % 700, 1 + round % 28);
        let _ = writeln!(
            text,
            "Kenya sent {n} police officers to Haiti on {day} May 2024. The mission has nearly {} personnel in Haiti. \
             Canada pledged ${} million for the mission, the minister said. Another {} Jamaican soldiers are ready to \
             leave for Haiti.",
            n + 200,
            1 + n / 9,
            n + 1
        );
    }
    document(text)
}

fn claims(documents: &[Document]) -> usize {
    documents.iter().map(|document| read(document, &LEXICONS).claims.len()).sum()
}

fn bytes(documents: &[Document]) -> usize {
    documents.iter().map(|document| document.text.len()).sum()
}

/// Seconds that this thread has had a processor; of the clock where the system does not tell.
fn processor_seconds(started: Instant) -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds =
        told.and_then(|line| line.split(' ').next().and_then(|first| first.parse::<f64>().ok()));
    nanoseconds.map_or_else(|| started.elapsed().as_secs_f64(), |ns| ns / 1e9)
}

fn timed<T>(work: impl Fn() -> T) -> (f64, T) {
    let clock = Instant::now();
    let before = processor_seconds(clock);
    let done = work();
    (processor_seconds(clock) - before, done)
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// MB a second.
fn measure(what: &str, documents: &[Document]) -> f64 {
    let found = claims(documents);
    let seconds = median((0..RUNS).map(|_| timed(|| claims(documents)).0).collect());
    let speed = bytes(documents) as f64 / 1e6 / seconds;
    println!(
        "  {what:<24} {:>7} documents {:>8.2} MB {speed:>8.2} MB/s {:>9.0} claims/s ({found} claims)",
        documents.len(),
        bytes(documents) as f64 / 1e6,
        found as f64 / seconds,
    );
    speed
}

fn beside_spacy(what: &str, documents: Option<&[Document]>, ours: Option<f64>, goal: f64) {
    let Some((documents, ours)) = documents.zip(ours) else { return };
    let Some(python) = env::var_os("MUSTER_SPACY") else {
        println!(
            "  spaCy on {what}: left out, MUSTER_SPACY names no Python that has it (`make bench` makes one)"
        );
        return;
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/beside/spacy_speed.py");
    let mut spacy = Command::new(python)
        .arg(script)
        .envs([("OMP_NUM_THREADS", "1"), ("OPENBLAS_NUM_THREADS", "1"), ("BLIS_NUM_THREADS", "1")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the Python that MUSTER_SPACY names");
    {
        let mut into = spacy.stdin.take().expect("its standard input");
        for document in documents {
            writeln!(into, "{}", json!({ "text": document.text })).expect("spaCy reads on");
        }
    }
    let answer = spacy.wait_with_output().expect("its answer");
    let Ok(answer) = serde_json::from_slice::<Value>(&answer.stdout) else {
        println!("  spaCy on {what}: left out, it gave no answer");
        return;
    };
    let number = |name: &str| answer[name].as_f64().unwrap_or_default();
    let theirs = number("bytes") / 1e6 / number("seconds");
    println!(
        "  spaCy {} on {what}, {} of the texts: {theirs:.4} MB/s; the reader is {:.0} times as fast (goal: {goal:.0})",
        answer["version"].as_str().unwrap_or_default(),
        answer["texts"],
        ours / theirs,
    );
}

/// The same articles by one thread and by two, in turn.
fn two_cores(articles: &[Document]) {
    let wall = |threads: usize| {
        let next = AtomicUsize::new(0);
        let clock = Instant::now();
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    while let Some(document) = articles.get(next.fetch_add(1, Ordering::Relaxed)) {
                        std::hint::black_box(read(document, &LEXICONS).claims.len());
                    }
                });
            }
        });
        clock.elapsed().as_secs_f64()
    };
    let (mut one, mut two) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        one.push(wall(1));
        two.push(wall(2));
    }
    println!("two cores: {:.2} times one, by the clock (goal: 1.8)", median(one) / median(two));
}

/// A gigabyte of articles one after the other: what memory it takes after a tenth, and at the end.
fn stream(articles: &[Document]) {
    let resident = || {
        let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).map(str::to_owned);
        line.and_then(|line| line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()))
            .map(|kb| kb / 1e3)
    };
    let (goal, mut done, mut read_in, mut early) = (1_000_000_000, 0, 0, None);
    let clock = Instant::now();
    for document in articles.iter().cycle() {
        read_in += read(document, &LEXICONS).claims.len();
        done += document.text.len();
        if early.is_none() && done > goal / 10 {
            early = resident();
        }
        if done > goal {
            break;
        }
    }
    let (early, late) = (early.unwrap_or_default(), resident().unwrap_or_default());
    println!(
        "a stream of {:.1} GB: {:.0} s, {read_in} claims; memory {early:.0} MB after a tenth, {late:.0} MB at its end",
        done as f64 / 1e9,
        clock.elapsed().as_secs_f64(),
    );
}

/// How time grows with length on text that is made to slow a reader down.
fn growth() {
    println!(
        "hostile text, seconds of processor time at 1, 5, 25 and 50 MB; the exponent of growth (1: linear)"
    );
    for (what, piece) in [
        ("only digits", "7"),
        ("digits in groups", "123,456 "),
        ("only quotes", "\""),
        ("quotes and words", "\"no\" "),
        ("one sentence of words", "police and "),
        ("one sentence of claims", "Kenya sent 400 police and "),
        ("one line of brackets", "(400 ["),
        ("only line ends", "\n"),
        ("dates", "1 May 2024, "),
        ("letters without a space", "a"),
    ] {
        let seconds = [1, 5, 25, 50].map(|megabytes| {
            let text =
                format!("The MSS mission in Haiti.\n{}", piece.repeat(megabytes * 1_000_000 / piece.len()));
            let document = document(text);
            timed(|| read(&document, &LEXICONS).claims.len()).0
        });
        let exponent = (seconds[3] / seconds[1]).ln() / 10_f64.ln();
        let cells = seconds.map(|s| format!("{s:>7.2}")).concat();
        println!("  {what:<24} {cells}   {exponent:>5.2}");
    }
}
