//! The pages are spec and test at once: each report on a page must be read as the claims below it say.

use std::{fmt::Write, fs, path::Path, sync::LazyLock};

use jiff::civil::Date;
use model::{Document, Form, Marking, Name, Published};
use reader::Lexicons;

static LEXICONS: LazyLock<Lexicons> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["lexicons/en", "missions/mss/lexicon"] {
        for entry in fs::read_dir(root.join(folder)).expect("the pack is a folder") {
            let path = entry.expect("a file of the pack").path();
            files.push((path.display().to_string(), fs::read_to_string(&path).expect("a text file")));
        }
    }
    files.sort();
    let (lexicons, findings) = Lexicons::from_files(files);
    assert!(findings.is_empty(), "{findings:?}");
    lexicons
});

/// A report on a page with the day it was published and what it should be read as.
struct Case<'p> {
    published: Date,
    report: &'p str,
    claims: &'p str,
}

/// The cases of a page: `Published DAY:`, a `report` block and a `claims` block.
fn cases(page: &str) -> Vec<Case<'_>> {
    let block = |text: &'_ str, name: &str| -> Option<(usize, usize)> {
        let open = format!("```{name}\n");
        let start = text.find(&open)? + open.len();
        Some((start, start + text[start..].find("```")?))
    };
    let mut cases = Vec::new();
    let mut rest = page;
    while let Some((_, behind)) = rest.split_once("\nPublished ") {
        let day = behind.split(':').next().unwrap_or_default();
        let published = day.parse().unwrap_or_else(|e| panic!("`Published {day}:` has no day: {e}"));
        let (start, end) = block(behind, "report").expect("a report block");
        let (from, to) = block(behind, "claims").expect("a claims block");
        cases.push(Case { published, report: &behind[start..end], claims: &behind[from..to] });
        rest = &behind[to..];
    }
    cases
}

/// One line a claim: its statement, how surely, and who says it.
fn lines(case: &Case<'_>) -> String {
    let document = Document {
        title: Name::new("page").expect("a name"),
        publisher: None,
        address: None,
        published: Published::given(case.published),
        form: Form::Report,
        marking: Marking::Public,
        text: case.report.to_owned(),
    };
    let reading = reader::read(&document, &LEXICONS);
    assert_eq!(reading.claims.len(), reading.explanations.len());
    let mut lines = String::new();
    for claim in &reading.claims {
        let _ = writeln!(lines, "{} | {} | {}", claim.statement, claim.modality, claim.speaker);
    }
    lines
}

#[test]
fn every_page_is_read_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages: Vec<_> =
        fs::read_dir(folder).expect("the folder of pages").flatten().map(|entry| entry.path()).collect();
    pages.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    pages.sort();
    let mut wrong = String::new();
    let mut seen = 0;
    for path in &pages {
        let page = fs::read_to_string(path).expect("a page");
        for case in cases(&page) {
            seen += 1;
            let got = lines(&case);
            if got != case.claims {
                let _ = writeln!(
                    wrong,
                    "{}\n{}should be read as\n{}but is read as\n{got}",
                    path.display(),
                    case.report,
                    case.claims
                );
            }
        }
    }
    assert!(seen >= pages.len(), "a page has no case");
    assert!(wrong.is_empty(), "{wrong}");
}
