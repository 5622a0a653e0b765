//! What holds for any text.

use jiff::civil::date;
use proptest::prelude::*;

use crate::{hold::hold, read};

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

fn check(text: &str) {
    hold(text, read(text, date(2024, 11, 9)));
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
