//! The text around a quote, so that a claim opens in its paragraph.

use std::ops::Range;

use crate::claim_table::one_line;

/// How much of the text around a quote is shown, in bytes.
const AROUND: usize = 240;

/// The text before and after a place, within its paragraph and cut at word ends; none where the place is not in the text.
pub(crate) fn around(text: &str, at: Range<usize>) -> Option<(String, String)> {
    let (before, after) = (text.get(..at.start)?, text.get(at.end..)?);
    let before = before.rsplit_once("\n\n").map_or(before, |(_, paragraph)| paragraph);
    let after = after.split_once("\n\n").map_or(after, |(paragraph, _)| paragraph);
    let from = before.floor_char_boundary(before.len().saturating_sub(AROUND));
    let to = after.ceil_char_boundary(AROUND.min(after.len()));
    let (mut first, mut last) = (one_line(&before[from..]), one_line(&after[..to]));
    if from > 0 {
        first = format!("… {}", first.split_once(' ').map_or("", |(_, rest)| rest));
    }
    if to < after.len() {
        last = format!("{} …", last.rsplit_once(' ').map_or("", |(rest, _)| rest));
    }
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, quote: &str, want: (&str, &str)) {
        let start = text.find(quote).unwrap();
        let got = around(text, start..start + quote.len()).unwrap();
        assert_eq!((got.0.as_str(), got.1.as_str()), want);
    }

    #[test]
    fn a_quote_stands_in_its_paragraph() {
        check("One.\n\nTwo here. Three\nthere. Four.\n\nFive.", "Three\nthere.", ("Two here.", "Four."));
        check("Alone.", "Alone.", ("", ""));
        let long = format!("{} q {}", "früh ".repeat(100), "spät ".repeat(100));
        let (before, after) = around(&long, 601..602).unwrap();
        assert!(before.starts_with("… früh") && before.len() <= AROUND + 8, "{before}");
        assert!(after.ends_with("spät …") && after.len() <= AROUND + 8, "{after}");
        assert_eq!(around("Short.", 3..90), None);
        assert_eq!(around("é", 1..2), None);
    }
}
