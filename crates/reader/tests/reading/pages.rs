//! The pages of `tests/pages`: prose, invented reports, and the claims that each report makes.
//!
//! A report stands in a block `report`, and the claims it makes in the block `claims` behind it: one a line, none where
//! nothing may be claimed. A whole report has a line `Published 2024-07-20:` before it. Other reports are a sentence or two:
//! the page's block `opening` stands before each of them. Where a report is not read as it should be yet, its block is
//! `claims not-yet`: the test says so when the day has come.
//!
//! `MUSTER_RENEW=1 cargo test -p reader --test reading pages` writes what is read into the pages; look at the difference
//! before you keep it. A block `not-yet` is never written over.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use jiff::civil::Date;
use model::Claim;
use reader::Reading;

use crate::{DAY, reading_in, renews};

/// The mission of most pages; a claim of another tells it.
const MISSION: &str = "MSS";

/// A block of a page, or what stands between two of them.
pub(crate) enum Piece<'p> {
    Prose(&'p str),
    Block { line: usize, kind: &'p str, body: Vec<&'p str> },
}

/// What came of a page.
#[derive(Debug, Default)]
struct Held {
    /// The page with what was read in its blocks.
    renewed: String,
    /// Each report that is not read as the page says.
    faults: Vec<String>,
    /// The rules that made its claims.
    rules: BTreeSet<String>,
    /// How many of its reports are to make no claim.
    refusals: usize,
}

pub(crate) fn pieces(page: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((at, text)) = lines.next() {
        pieces.push(match text.strip_prefix("```") {
            None => Piece::Prose(text),
            Some(kind) => {
                let body = lines.by_ref().map(|(_, text)| text).take_while(|text| *text != "```").collect();
                Piece::Block { line: at + 1, kind, body }
            }
        });
    }
    pieces
}

/// One line for a person: the statement, how surely, and who says it.
fn told(claim: &Claim) -> String {
    let mission = match &claim.mission {
        Some(code) if code.to_string() == MISSION => String::new(),
        Some(code) => format!(" | {code}"),
        None => " | no mission".to_owned(),
    };
    format!("{} | {} | {}{mission}", claim.statement, claim.modality, claim.speaker)
}

/// Reads each report of a page and holds what is read against what the page says.
fn hold(language: &str, name: &str, page: &str) -> Held {
    let reading = |text: &str, day: Date| reading_in(language, text, day);
    let mut held = Held::default();
    let mut opening = String::new();
    let mut published: Option<Date> = None;
    let mut report: Option<Reading> = None;
    for piece in pieces(page) {
        let (line, mut kind, body) = match piece {
            Piece::Prose(text) => {
                if let Some(day) = text.strip_prefix("Published ").and_then(|rest| rest.strip_suffix(':')) {
                    let day = day.parse().unwrap_or_else(|e| panic!("{name}: `{day}` is no day: {e}"));
                    published = Some(day);
                }
                held.renewed.extend([text, "\n"]);
                continue;
            }
            Piece::Block { line, kind, body } => (line, kind, body),
        };
        let mut kept: Vec<String> = body.iter().map(|line| (*line).to_owned()).collect();
        match kind {
            "opening" => opening = body.join("\n") + "\n\n",
            "report" => {
                report = Some(match published.take() {
                    Some(day) => reading(&body.join("\n"), day),
                    None => reading(&(opening.clone() + &body.join("\n")), DAY),
                });
            }
            "claims" | "claims not-yet" => {
                let reading = report
                    .take()
                    .unwrap_or_else(|| panic!("{name}:{line}: no report stands before these claims"));
                held.rules.extend(reading.explanations.iter().map(|why| why.rule.to_string()));
                held.refusals += usize::from(kept.is_empty());
                let got: Vec<String> = reading.claims.iter().map(told).collect();
                if kept == got && kind != "claims" {
                    kind = "claims";
                    held.faults
                        .push(format!("{name}:{line}: is read as it should be now: its block is `claims`"));
                } else if kept != got && kind == "claims" {
                    let (want, but) = (kept.join("\n    "), got.join("\n    "));
                    held.faults
                        .push(format!("{name}:{line}: the page says\n    {want}\n  but it reads\n    {but}"));
                    kept = got;
                }
            }
            other => panic!("{name}:{line}: a block is `opening`, `report` or `claims`, not `{other}`"),
        }
        held.renewed.extend(["```", kind, "\n"]);
        held.renewed.extend(kept.iter().map(|line| format!("{line}\n")));
        held.renewed += "```\n";
    }
    held
}

/// The files of a folder with this ending, by name without it.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    let mut files: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == ending))
        .map(|path| (path.file_stem().unwrap_or_default().display().to_string(), path))
        .collect();
    files.sort();
    files
}

#[test]
fn each_report_of_a_page_is_read_as_the_page_says() {
    let mut faults = Vec::new();
    for (language, folder) in [("en", "tests/pages"), ("fr", "tests/pages/fr")] {
        for (name, path) in files(folder, "md") {
            let page = fs::read_to_string(&path).unwrap();
            let held = hold(language, &name, &page);
            if renews() {
                fs::write(&path, held.renewed).unwrap();
            } else {
                faults.extend(held.faults);
            }
        }
    }
    assert!(faults.is_empty(), "{}\n\n{} reports are read in another way", faults.join("\n\n"), faults.len());
}

/// A rule without a page, or one whose page shows nothing that it reads or refuses, is a rule that nobody can judge.
#[test]
fn each_rule_has_a_page_that_shows_what_it_reads_and_refuses() {
    let rules = files("src/rules", "rs").into_iter().map(|(file, _)| file.replace('_', "-"));
    for rule in rules.filter(|rule| rule != "mod") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pages/{rule}.md"));
        let page = fs::read_to_string(&path).unwrap_or_else(|e| panic!("the rule {rule} has no page: {e}"));
        let held = hold("en", &rule, &page);
        assert!(held.rules.contains(&rule), "{rule}.md shows nothing that the rule reads");
        assert!(held.refusals > 0, "{rule}.md shows nothing that is refused");
    }
}
