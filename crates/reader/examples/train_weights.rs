//! Trains the weights on annotated reports and writes the model.
//!
//! `cargo run --release -p reader --example train_weights -- MODEL.tsv LESSONS.src...`
//!
//! The project's own model was trained on the lessons in `lessons/en`; `make weights` does it again.
#![allow(clippy::print_stdout, reason = "an example is there to print")]
#![allow(clippy::disallowed_methods, reason = "an example reads and writes files")]

#[path = "../tests/project_packs/mod.rs"]
mod project_packs;
#[path = "train_weights/source.rs"]
mod source;

use std::{env, error::Error, fs, path::Path};

use model::{ByteRange, ClaimKind, Quantity};
use reader::{Annotated, Case, Lesson, Lessons, Saying, Telling, lessons, train_weights};

use crate::{
    project_packs::LEXICONS,
    source::{Gold, Report, page, reports},
};

/// How many rows of numbers the model keeps; of parties half as many.
const ROWS: usize = 8_000;

/// What a model's file says of itself.
const ABOUT: &str = "\
# What numbers and sentences tell: a feature of a number, of a sentence or of a party beside it, and its weights as letters. Made by
# `make weights` from the lessons in lessons/en. A number's 16 columns are what it tells (nothing, strength, pledge, training, ready,
# deployment, return, ceiling, casualty, equipment, funds, shortfall), then how surely (told, planned, pledged, denied). A sentence's 17
# are what it tells without a number (strength, pledge, training, ready, deployment, return, casualty, equipment, funds, mandate, site,
# engagement, shortfall), then how surely. A party's one is whether it is of that party.
";

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let model = args.next().ok_or("give the model, then the lessons to train on")?;
    let mut taught = Lessons::default();
    for path in args {
        let file = fs::read_to_string(&path)?;
        // The reports that show how the rules of annotation are meant count more.
        let is_page = Path::new(&path).extension().is_some_and(|ending| ending == "md");
        let weight = match path.ends_with("reports.src") {
            _ if is_page => 2.0,
            true => 3.0,
            false => 1.0,
        };
        let of_file = if is_page { Ok(page(&file)) } else { reports(&file) };
        for report in of_file.map_err(|fault| format!("{path}, {fault}"))? {
            let cases = lessons(&report.document(), &LEXICONS, &report);
            taught.numbers.extend(cases.numbers.into_iter().map(|case| lesson(case, &report, weight)));
            let sentences = cases.sentences.into_iter();
            taught.sentences.extend(sentences.map(|saying| telling(saying, &report, weight)));
        }
    }
    let told = taught.numbers.iter().filter(|lesson| lesson.case.told.is_some()).count();
    let tell = taught.sentences.iter().filter(|telling| !telling.told.is_empty()).count();
    println!("{} numbers, of which {told} are claims", taught.numbers.len());
    println!("{} sentences, of which {tell} make claims without a number", taught.sentences.len());
    fs::write(&model, format!("{ABOUT}{}", train_weights(&taught, ROWS)))?;
    Ok(())
}

impl Annotated for Report {
    fn of_number(&self, at: ByteRange, quantity: Quantity) -> Vec<ClaimKind> {
        golds(self, at, quantity).map(|gold| gold.kind).collect()
    }

    fn of_sentence(&self, at: ByteRange) -> Vec<ClaimKind> {
        unnumbered(self, at).map(|gold| gold.kind).collect()
    }

    fn is_by_sentence(&self) -> bool {
        self.by_sentence
    }
}

/// What a report says of a number.
fn golds(report: &Report, at: ByteRange, quantity: Quantity) -> impl Iterator<Item = &Gold> {
    let (start, number) = (at.range().start, quantity.number());
    report.golds.iter().filter(move |gold| gold.sentence.contains(&start) && gold.number == number)
}

/// What a report says without a number in a sentence.
fn unnumbered(report: &Report, at: ByteRange) -> impl Iterator<Item = &Gold> {
    let middle = at.range().start.midpoint(at.range().end);
    report.golds.iter().filter(move |gold| gold.sentence.contains(&middle) && gold.number.is_none())
}

fn telling(saying: Saying, report: &Report, weight: f32) -> Telling {
    let told = |gold: &&Gold| saying.told.iter().any(|(kind, _)| *kind == gold.kind);
    let told: Vec<&Gold> = unnumbered(report, saying.at).filter(told).collect();
    Telling {
        surely: told.first().map_or("told", |gold| gold.surely).to_owned(),
        told: told.iter().map(|gold| (gold.kind, gold.party.clone())).collect(),
        weight,
        saying,
    }
}

fn lesson(case: Case, report: &Report, weight: f32) -> Lesson {
    let gold = golds(report, case.at, case.quantity).find(|gold| Some(gold.kind) == case.told);
    Lesson {
        surely: gold.map_or("told", |gold| gold.surely).to_owned(),
        party: gold.and_then(|gold| gold.party.clone()),
        weight,
        case,
    }
}
