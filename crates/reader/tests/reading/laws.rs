//! What holds for the reading of any text.

use std::{fs, sync::LazyLock};

use model::Quantity;
use proptest::prelude::*;
use reader::Reading;

use crate::{
    DAY,
    pages::{Piece, files, pieces},
    project_packs, reading,
};

/// Every form of every pack, so that a random text speaks the reader's language.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let packs = project_packs::files();
    let lines = packs.iter().flat_map(|(_, text)| text.lines());
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
    "e\u{301}",
    "\u{1f600}",
    "\u{130}",
    "\u{df}",
    "$",
    "%",
    "&",
    "*",
    "- ",
    "1) ",
    "...",
    "'s",
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
    "13.3",
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

/// Whether words hold a number, in digits or in words, whole or in parts of a scale.
///
/// It shares nothing with the reader's grammar: it writes the number in each way it can be written, and looks for that.
fn holds(words: &str, number: u64) -> bool {
    let words = words.to_lowercase().replace(['-', '\u{2013}', '\u{2014}', '\u{a0}'], " ");
    let has = |needle: &str| {
        words.match_indices(needle).any(|(at, _)| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !letter(words[..at].chars().next_back()) && !letter(words[at + needle.len()..].chars().next())
        })
    };
    let digits = runs(&words).any(|run| run.parse() == Ok(number));
    let spelled = spellings(number).iter().any(|spelling| has(spelling));
    let one = number == 1 && ["a", "an", "another"].iter().any(|word| has(word));
    let scaled = SCALES.iter().any(|(scale, names)| {
        names.iter().any(|name| words.contains(name)) && in_scale(&words, number, *scale)
    });
    let half = words.contains("half")
        && number.checked_mul(2).is_some_and(|twice| SCALES.iter().any(|(scale, _)| twice == *scale));
    digits || spelled || one || scaled || half
}

const SCALES: &[(u64, &[&str])] = &[
    (12, &["dozen"]),
    (20, &["score"]),
    (100, &["hundred"]),
    (1_000, &["thousand", "k"]),
    (1_000_000, &["million", "m"]),
    (1_000_000_000, &["billion", "bn", "b"]),
    (1_000_000_000_000, &["trillion", "tn"]),
];

/// The numbers in words, written in digits: their decimal points stay, the commas before each three digits go.
fn runs(words: &str) -> impl Iterator<Item = String> {
    let runs = words
        .split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .map(|run| run.trim_matches(['.', ',']));
    runs.flat_map(|run| {
        let groups = run.split('.').next().unwrap_or_default().split(',').skip(1);
        let is_grouped = groups.clone().next().is_some() && groups.clone().all(|group| group.len() == 3);
        let parts: Vec<String> =
            if is_grouped { vec![run.replace(',', "")] } else { run.split(',').map(str::to_owned).collect() };
        parts
    })
}

/// Whether some number of the words, which may have a decimal point, times this scale is the number.
fn in_scale(words: &str, number: u64, scale: u64) -> bool {
    let decimal = runs(words).any(|run| {
        let (whole, part) = run.split_once('.').unwrap_or((&run, ""));
        let (Ok(value), Ok(places)) = (format!("{whole}{part}").parse::<u64>(), u32::try_from(part.len()))
        else {
            return false;
        };
        let tenths = 10_u64.checked_pow(places);
        tenths.is_some_and(|tenths| value.checked_mul(scale) == number.checked_mul(tenths))
    });
    let spelled =
        number >= scale && number.is_multiple_of(scale) && (number == scale || holds(words, number / scale));
    decimal || spelled
}

/// The ways in which a number below a million is written in words.
fn spellings(number: u64) -> Vec<String> {
    const SMALL: &[&str] = &[
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: &[&str] =
        &["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let small = |n: u64| SMALL[usize::try_from(n).expect("below twenty")].to_owned();
    match number {
        0..20 => vec![small(number)],
        20..100 => {
            let ten = TENS[usize::try_from(number / 10).expect("below ten")];
            vec![if number.is_multiple_of(10) {
                ten.to_owned()
            } else {
                format!("{ten} {}", small(number % 10))
            }]
        }
        100..1_000_000 => {
            let (scale, name) = if number < 1_000 { (100, "hundred") } else { (1_000, "thousand") };
            let rest =
                if number.is_multiple_of(scale) { vec![String::new()] } else { spellings(number % scale) };
            let heads = spellings(number / scale);
            let heads = heads.iter().cloned().chain((number / scale == 1).then(|| "a".to_owned()));
            heads
                .flat_map(|head| {
                    rest.iter()
                        .flat_map(move |rest| {
                            [format!("{head} {name} {rest}"), format!("{head} {name} and {rest}")]
                        })
                        .map(|words| words.trim_end().trim_end_matches(" and").to_owned())
                        .collect::<Vec<_>>()
                })
                .collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn the_law_of_numbers_can_be_broken() {
    for (words, number) in [
        ("about 1,900 police", 1_900),
        ("twenty-four men", 24),
        ("one hundred and fifty", 150),
        ("two dozen", 24),
        ("$13.3 million", 13_300_000),
        ("half a million", 500_000),
        ("A contingent", 1),
        ("four hundred thousand", 400_000),
    ] {
        assert!(holds(words, number), "{words}: {number}");
    }
    for (words, number) in [
        ("about 1,900 police", 900),
        ("twenty-four men", 4_000),
        ("1400", 400),
        ("two dozen", 12_000),
        ("13.3 million", 13_000_000),
        ("officers", 1),
    ] {
        assert!(!holds(words, number), "{words}: {number}");
    }
}

/// Holds a reading against its text.
fn hold(text: &str, read: &Reading) {
    let mut last = 0;
    for claim in &read.claims {
        let quote = claim.quote().expect("what is read has a quote");
        let words = quote.at.of(text).unwrap_or_else(|| panic!("{:?} is no place of the text", quote.at));
        assert!(last <= quote.at.range().start, "claims stand in the order of the text");
        last = quote.at.range().start;
        assert!(!words.trim().is_empty());
        if let Some(number) = claim.statement.quantity().and_then(Quantity::number) {
            assert!(holds(words, number), "`{words}` does not hold the number of `{}`", claim.statement);
        }
    }
    assert_eq!(read.claims.len(), read.explanations.len());
    let slots = read.explanations.iter().flat_map(|why| &why.slots).map(|slot| slot.at);
    for at in slots.chain(read.findings.iter().filter_map(|finding| finding.at)) {
        assert!(at.of(text).is_some(), "{at:?} is no place of the text");
    }
}

/// What holds for the reading of any text; how many claims it makes.
fn check(text: &str) -> usize {
    let read = reading(text, DAY);
    hold(text, &read);
    let again = reading(text, DAY);
    assert_eq!(
        (&read.claims, &read.findings),
        (&again.claims, &again.findings),
        "read again, it says something else"
    );
    read.claims.len()
}

/// A word or number with the space behind it, or a mark that clings to what stands before it.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(WORDS.as_slice()).prop_map(|word| word + " "),
        2 => prop::sample::select(NUMBERS).prop_map(|number| format!("{number} ")),
        2 => prop::sample::select(MARKS).prop_map(str::to_owned),
        1 => any::<String>(),
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

/// A megabyte that no report is made of: it is read, in time that grows with its length alone, or this takes minutes.
#[track_caller]
fn check_hostile(piece: &str) {
    let text = format!("The MSS mission in Haiti has 400 police. {}", piece.repeat(1_000_000 / piece.len()));
    hold(&text, &reading(&text, DAY));
}

#[test]
fn a_megabyte_of_digits_is_read() {
    check_hostile("7");
}

#[test]
fn a_megabyte_of_quote_marks_is_read() {
    check_hostile("\"");
    check_hostile("\u{201c}");
}

#[test]
fn a_sentence_without_an_end_is_read() {
    check_hostile("400 police and ");
    check_hostile("400 Kenyan police officers who ");
    check_hostile("Kenya, ");
}

#[test]
fn a_megabyte_of_stops_is_read() {
    check_hostile("A. ");
}

#[test]
fn a_megabyte_of_brackets_is_read() {
    check_hostile("(");
    check_hostile("(400 [police ");
}

#[test]
fn a_megabyte_of_lines_is_read() {
    check_hostile("400 guns\n");
    check_hostile("- Kenya: 400\n");
}

#[test]
fn a_megabyte_of_claims_is_read() {
    check_hostile("Kenya sent 400 police to Haiti on 3 May 2024. ");
}
