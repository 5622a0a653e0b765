//! What holds for any text: no panic, quotes that lie in it and hold their number, the same claims each time, and time
//! that grows with length alone.

use std::{fs, path::Path, sync::LazyLock};

use jiff::civil::date;
use model::{Document, Form, Marking, Name, Published};
use proptest::prelude::*;
use reader::{Lexicons, Reading, read};

static LEXICONS: LazyLock<Lexicons> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["lexicons/en", "missions/mss/lexicon"] {
        for entry in fs::read_dir(root.join(folder)).expect("the pack is a folder") {
            let path = entry.expect("a file of the pack").path();
            files.push((path.display().to_string(), fs::read_to_string(&path).expect("a text file")));
        }
    }
    Lexicons::from_files(files).0
});

fn document(text: String) -> Document {
    Document {
        title: Name::new("law").expect("a name"),
        publisher: None,
        address: None,
        published: Published::given(date(2024, 10, 11)),
        form: Form::Report,
        marking: Marking::Public,
        text,
    }
}

/// Reads a text and holds every claim against it.
#[track_caller]
fn check(text: String) -> Reading {
    let document = document(text);
    let reading = read(&document, &LEXICONS);
    assert_eq!(reading.claims.len(), reading.explanations.len());
    for (claim, explanation) in reading.claims.iter().zip(&reading.explanations) {
        let quote = claim.quote().expect("a claim that was read has a quote");
        let words = quote.words(&document).expect("the quote lies in the text, on its characters");
        let number = claim.statement.quantity().and_then(model::Quantity::number);
        let slot = explanation.slots.iter().find(|slot| slot.name == "number");
        if number.is_some_and(|number| number > 1) {
            let slot = slot.expect("a number is explained");
            let told = slot.at.of(&document.text).expect("the slot lies in the text");
            assert!(words.contains(told), "«{words}» does not hold «{told}»");
        }
        for slot in &explanation.slots {
            assert!(slot.at.of(&document.text).is_some(), "{} of {}", slot.name, claim.statement);
        }
    }
    for finding in &reading.findings {
        assert!(finding.at.is_none_or(|at| at.of(&document.text).is_some()), "{finding}");
    }
    let again = read(&document, &LEXICONS);
    assert_eq!(reading.claims, again.claims);
    reading
}

/// Words that rules look at, so that random texts come near to sentences.
fn word() -> impl Strategy<Value = String> {
    let words = [
        "Kenya",
        "Kenyan",
        "Jamaica",
        "the mission",
        "MSS",
        "Haiti",
        "in Haiti",
        "to",
        "from",
        "of",
        "of them",
        "police officers",
        "troops",
        "soldiers",
        "a contingent",
        "the first batch",
        "team",
        "400",
        "nearly 400",
        "at least 1,900",
        "an additional 600",
        "$13.3 million",
        "two",
        "None of the three",
        "arrived",
        "deployed",
        "has deployed",
        "will send",
        "sent",
        "pledged",
        "are undergoing training",
        "ready",
        "left",
        "returned",
        "were killed",
        "wounded",
        "authorised",
        "extended",
        "for 12 months",
        "until 2 October 2025",
        "recaptured",
        "the port",
        "the general hospital",
        "met",
        "President William Ruto",
        "Ruto said",
        "said that",
        "he said",
        "according to the ministry",
        "who",
        "which",
        "whom",
        "of whom",
        "that",
        "when",
        "after",
        "if",
        "and",
        "but",
        ",",
        ";",
        ":",
        "-",
        "(",
        ")",
        "“",
        "”",
        "\"",
        "’s",
        "'s",
        "on June 24, 2024",
        "on Friday",
        "including",
        "not",
        "no longer",
        "respectively",
        "it",
        "they",
        "we",
        "the country",
        "is to number",
        "2,500",
        "MRAPs",
        "the trust fund",
        "lacks",
        "delays",
        "urged",
        "the Security Council",
        "resolution 2793",
        "é",
        "\u{301}",
        "🙂",
    ];
    proptest::sample::select(words.to_vec()).prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn any_string_is_read(text in "\\PC{0,300}") {
        check(format!("The MSS mission in Haiti. {text}"));
    }

    #[test]
    fn any_words_are_read(words in proptest::collection::vec(word(), 0..60), ends in any::<bool>()) {
        let text = words.join(" ");
        check(format!("The MSS mission in Haiti. {text}{}", if ends { "." } else { "\n" }));
    }
}

/// A hostile text of a megabyte is read, and nothing is made of it.
#[track_caller]
fn hostile(piece: &str) {
    let text = format!("The MSS mission in Haiti.\n{}", piece.repeat(1_000_000 / piece.len()));
    let document = document(text);
    let reading = read(&document, &LEXICONS);
    assert!(reading.claims.is_empty(), "{:?}", reading.claims.first());
}

#[test]
fn a_megabyte_of_digits_is_read() {
    hostile("4");
    hostile("4 ");
}

#[test]
fn a_megabyte_of_quotes_is_read() {
    hostile("\"");
    hostile("“ ");
}

#[test]
fn a_megabyte_that_is_one_sentence_is_read() {
    hostile("400 Kenyan police officers who ");
    hostile("of the contingent ");
    hostile("Kenya, ");
    hostile("and will ");
}
