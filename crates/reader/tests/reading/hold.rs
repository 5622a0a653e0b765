//! What holds for the reading of any text: tests and fuzzing ask the same.

use model::Quantity;
use reader::Reading;

/// Holds a reading against its text; `holds` tells whether a quote has its claim's number in it.
pub(crate) fn hold(text: &str, read: &Reading, holds: impl Fn(&str, u64) -> bool) {
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
