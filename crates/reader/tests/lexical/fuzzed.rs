//! Short texts that fuzzing kept, parted by record separators: together they reach much of numbers, dates and names.

use jiff::civil::date;

use crate::{PACKS, hold::hold, read_with};

#[test]
fn mentions_of_what_fuzzing_kept_lie_in_order() {
    for text in include_str!("../fuzzed/mentions").split("\n\u{1e}\n") {
        for language in PACKS.languages() {
            hold(text, read_with(PACKS.language(language).expect("a pack"), text, date(2024, 11, 9)));
        }
    }
}
