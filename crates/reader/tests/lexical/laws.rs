//! What holds for any text.

use jiff::civil::date;
use proptest::prelude::*;
use reader::Mention;

use crate::read;

/// Pieces that steer a random text into every grammar.
const PIECES: &[&str] = &[
    "400",
    "2,500",
    "13.3",
    "million",
    "four",
    "hundred",
    "and",
    "about",
    "nearly",
    "between",
    "to",
    "-",
    "\u{2013}",
    "$",
    "US$",
    "%",
    "Kenya",
    "Kenyan",
    "Kenya-led",
    "police",
    "officers",
    "June",
    "24",
    "2024",
    ",",
    ".",
    "Tuesday",
    "last",
    "year",
    "ago",
    "the",
    "end of",
    "by",
    "since",
    "President",
    "William",
    "Ruto",
    "J.",
    "mission",
    "(MSS)",
    "hospital",
    "\u{201c}",
    "\u{201d}",
    "\"",
    "'s",
    "\u{2019}",
    "U.N.",
    "resolution",
    "\n",
    "4th",
    "a",
    "dozen",
    "99999999999999999999",
    "0",
    "in",
    "Xanadu",
    "Unit",
    "sent",
    "not",
    "e\u{301}",
    "\u{1f600}",
    "\u{130}",
    "aged",
    "10:30",
    "2025-2027",
    "1/2/2024",
];

fn check_inner(mention: &Mention) {
    for inner in &mention.inner {
        assert!(mention.tokens.start <= inner.tokens.start && inner.tokens.end <= mention.tokens.end);
        check_inner(inner);
    }
}

fn check(text: &str) {
    let mut end = 0;
    for (sentence, mentions) in read(text, date(2024, 11, 9)) {
        let at = sentence.at.range();
        assert!(end <= at.start, "sentences are in order");
        end = at.end;
        assert!(sentence.at.of(text).is_some_and(|words| !words.is_empty()), "{at:?} cuts a character");
        let mut last = at.start;
        for token in &sentence.tokens {
            assert!(last <= token.start && token.start < token.end && token.end <= at.end);
            assert!(text.get(token.start..token.end).is_some(), "{token:?} cuts a character");
            last = token.end;
        }
        for speech in &sentence.speech {
            assert!(speech.tokens.start < speech.tokens.end && speech.tokens.end <= sentence.tokens.len());
        }
        let mut next = 0;
        for mention in &mentions {
            assert!(next <= mention.tokens.start, "{mention:?} overlaps the one before");
            assert!(mention.tokens.start < mention.tokens.end && mention.tokens.end <= sentence.tokens.len());
            assert!(sentence.bytes(&mention.tokens).and_then(|at| at.of(text)).is_some());
            next = mention.tokens.end;
            check_inner(mention);
        }
    }
}

proptest! {
    #[test]
    fn mentions_of_any_text_lie_in_order_inside_it(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn mentions_of_any_report_lie_in_order_inside_it(
        pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..60),
    ) {
        let spaced = pieces.iter().flat_map(|(piece, space)| [*piece, if *space { " " } else { "" }]);
        let text: String = spaced.collect();
        check(&text);
    }
}

#[test]
fn one_endless_line_is_read() {
    for piece in [
        "7",
        "\"",
        "a",
        "7 ",
        "a.",
        "A. ",
        "between 1 and ",
        "June ",
        "\u{201c}A",
        "(",
        "one hundred and ",
        "Kenya-",
        "$",
    ] {
        check(&piece.repeat(200_000 / piece.len()));
    }
}
