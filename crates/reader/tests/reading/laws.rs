//! What holds for the reading of any text.

use std::{fs, sync::LazyLock};

use proptest::prelude::*;

use crate::{
    DAY,
    hold::hold,
    number_held::holds,
    pages::{Piece, files, pieces},
    project_packs, reading,
};

/// Every form of every pack but the numbers' own, so that a random text speaks the reader's language.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let packs = project_packs::files();
    let packs = packs.iter().filter(|(name, _)| !name.ends_with("numbers.tsv"));
    let lines = packs.flat_map(|(_, text)| text.lines());
    let entries = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    entries
        .flat_map(|line| line.split('\t').next().unwrap_or_default().split('|'))
        .map(str::to_owned)
        .collect()
});

/// What stands between words in a report and in a file that only looks like one.
const MARKS: &[&str] = &[
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    "\"",
    "'",
    "\u{201c}",
    "\u{201d}",
    "\u{2018}",
    "\u{2019}",
    "\u{ab}",
    "\u{bb}",
    "(",
    ")",
    "[",
    "]",
    "-",
    "\u{2013}",
    "\u{2014}",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "\u{200b}",
    "\0",
    "e\u{301} ",
    "\u{1f600}",
    "\u{130} ",
    "\u{df} ",
    "$",
    "%",
    "&",
    "*",
    "- ",
    "1) ",
    "...",
    "'s ",
];

/// Numbers and dates as reports have them and as they should not.
const NUMBERS: &[&str] = &[
    "400",
    "1,900",
    "2,500",
    "1",
    "0",
    "24",
    "600",
    "13.3 million",
    "four hundred",
    "twenty-four",
    "a dozen",
    "two dozen",
    "half a million",
    "some",
    "several",
    "99999999999999999999",
    "00400",
    "1,9,00",
    "4e2",
    "-400",
    "400th",
    "400-odd",
    "between 200 and 400",
    "400 to 600",
    "400-600",
    "85%",
    "2024",
    "June 24, 2024",
    "24 June",
    "31 February",
    "in June and July 2024",
    "on Tuesday",
    "last year",
    "yesterday",
    "2024-06-24",
    "99/99/9999",
    "since January",
];

/// Words that make a sentence of the mission, in their order; each slot takes one.
const FRAME: &[&[&str]] = &[
    &[
        "",
        "\"",
        "If",
        "According to the minister,",
        "On Monday,",
        "Ruto said",
        "The mission denied that",
        "Only",
    ],
    &[
        "400",
        "nearly 400",
        "at least 1,900",
        "twenty-four",
        "up to 2,500",
        "about a dozen",
        "a further 600",
        "over 1,000",
    ],
    &["Kenyan", "Jamaican", "Haitian", "", "Kenyan and Haitian", "foreign", "additional"],
    &[
        "police officers",
        "soldiers",
        "troops",
        "personnel",
        "vehicles",
        "of them",
        "gang members",
        "million dollars",
    ],
    &[
        "arrived in Haiti",
        "left for Haiti",
        "are in Haiti",
        "are being trained",
        "are ready",
        "returned home",
        "were killed",
        "were pledged by Kenya",
        "were delivered to the mission",
        "will be sent",
        "had not arrived",
        "were paid into the trust fund",
    ],
    &["on 3 May 2024", "in June", "last month", "", "today", "by the end of the year", "since January"],
    &[
        ", including six from the Bahamas",
        ", bringing the total to 600",
        ", the ministry said",
        "",
        "\" he said",
        ", of whom 24 are women",
        "as 75 others took over",
        "and 12 from Belize",
    ],
    &[".", "?", "\n", ";", "...", ""],
];

/// What holds for the reading of any text; how many claims it makes.
fn check(text: &str) -> usize {
    let read = reading(text, DAY);
    hold(text, &read, holds);
    let again = reading(text, DAY);
    assert_eq!(
        (&read.claims, &read.findings),
        (&again.claims, &again.findings),
        "read again, it says something else"
    );
    read.claims.len()
}

/// A word or a number of people with the space behind it, or a mark that clings to what stands before it.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(WORDS.as_slice()).prop_map(|word| word + " "),
        2 => prop::sample::select(NUMBERS).prop_map(|number| format!("{number} people ")),
        2 => prop::sample::select(MARKS).prop_map(str::to_owned),
        1 => any::<String>().prop_map(|text| text + " "),
    ]
}

fn sentence() -> impl Strategy<Value = String> {
    let slots: Vec<_> = FRAME.iter().map(|slot| prop::sample::select(*slot)).collect();
    slots.prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_text_is_read_with_true_quotes(text in any::<String>()) {
        check(&text);
        check(&format!("The MSS mission in Haiti. {text}"));
    }

    #[test]
    fn any_words_of_the_lexicon_are_read_with_true_quotes(words in prop::collection::vec(words(), 0..80)) {
        check(&format!("The MSS mission in Haiti. {}", words.concat()));
    }

    #[test]
    fn any_sentences_of_the_mission_are_read_with_true_quotes(
        sentences in prop::collection::vec(sentence(), 1..6),
    ) {
        check(&format!("The MSS mission in Haiti. {}", sentences.join(" ")));
    }
}

/// Every report of the pages, behind its page's opening.
fn reports() -> Vec<String> {
    let mut reports = Vec::new();
    for (name, path) in files("tests/pages", "md") {
        let page = fs::read_to_string(path).unwrap_or_else(|e| panic!("{name}: {e}"));
        let mut opening = String::new();
        for piece in pieces(&page) {
            match piece {
                Piece::Block { kind: "opening", body, .. } => opening = body.join("\n"),
                Piece::Block { kind: "report", body, .. } => {
                    reports.push(format!("{opening}\n{}", body.join("\n")));
                }
                Piece::Block { .. } | Piece::Prose(_) => {}
            }
        }
    }
    reports
}

#[test]
fn every_report_of_the_pages_has_true_quotes() {
    let claims: usize = reports().iter().map(|report| check(report)).sum();
    assert!(claims > 200, "the pages make {claims} claims; a law over fewer says little");
}

/// What a report says does not hang on how its file is written.
#[test]
fn line_ends_spaces_and_apostrophes_do_not_change_what_is_read() {
    let said = |text: &str| -> Vec<_> {
        let claims = reading(text, DAY).claims.into_iter();
        claims
            .map(|claim| (claim.statement.kind(), claim.statement.quantity(), claim.statement.span()))
            .collect()
    };
    for report in reports() {
        let want = said(&report);
        for (from, to) in [("\n", "\r\n"), ("\n", "\n\n\n"), ("'", "\u{2019}"), (" ", "\u{a0}"), (" ", "  ")]
        {
            assert_eq!(said(&report.replace(from, to)), want, "{from:?} as {to:?}: {report}");
        }
    }
}

/// Words for others of their kind, with what stands for them in a claim.
const SWAPS: [(&str, &str, &str, &str); 3] = [
    ("Jamaica", "JAM", "Colombia", "COL"),
    ("Guatemala", "GTM", "Nigeria", "NGA"),
    ("400", "400", "417", "417"),
];

/// A report on Jamaicans is read as one on Colombians is, and 400 as 417: no country and no number is special.
#[test]
fn what_is_read_does_not_hang_on_the_country_or_the_number() {
    let said = |text: &str, swaps: &[(&str, &str)]| -> Vec<String> {
        let claims = reading(text, DAY).claims;
        let mut lines: Vec<_> =
            claims.iter().map(|claim| format!("{} {}", claim.statement, claim.modality)).collect();
        for line in &mut lines {
            *line = swaps.iter().fold(line.clone(), |line, (from, to)| line.replace(from, to));
        }
        // Parties told together stand in the order of their codes.
        lines.sort();
        lines
    };
    let mut seen = 0;
    let reports = reports();
    let swappable = |report: &&String| !report.contains(" Defence ") && !report.contains("Constabulary");
    for report in reports.iter().filter(swappable) {
        for (from, code, to, other) in SWAPS {
            let swapped = report.replace(from, to);
            if swapped == *report {
                continue;
            }
            seen += 1;
            assert_eq!(said(&swapped, &[]), said(report, &[(code, other), (from, to)]), "{swapped}");
        }
    }
    assert!(seen > 40, "{seen} reports could be changed; a law over fewer says little");
}

/// What a report says is not changed by a sentence behind it that says nothing.
#[test]
fn idle_words_behind_a_report_change_nothing() {
    for report in reports() {
        let want = reading(&report, DAY).claims.len();
        for idle in ["The sky was grey.", "Read also: Kenya sends 90 police to Haiti", "(c) 2024"] {
            assert_eq!(reading(&format!("{report}\n{idle}\n"), DAY).claims.len(), want, "{report}");
        }
    }
}
