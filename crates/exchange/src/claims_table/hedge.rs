//! From the low and high of a row, and the words of its summary, to a hedged quantity.

use std::num::NonZeroU64;

use model::{Interval, Quantity};

use super::row::Row;

/// The quantity of a row in whole units, each number times `scale`; `None` where it is not a whole number of them.
///
/// Both ends alike: exactly, or about where the summary hedges the number. A blank end is open: the summary tells
/// "more than" from "at least", and "fewer than" and "nearly" from "up to". No number: some.
pub(super) fn quantity(row: &Row, scale: u64) -> Option<Quantity> {
    let whole = |end: Option<super::number::Number>| end.map(|n| n.times(scale));
    Some(match (whole(row.low), whole(row.high)) {
        (None, None) => Quantity::SomeNumber,
        (Some(low), Some(high)) => {
            let (low, high) = (low?, high?);
            match (Interval::new(low, high), NonZeroU64::new(low)) {
                (Some(ends), _) => Quantity::Between(ends),
                (None, Some(n)) if is_about(row) => Quantity::About(n),
                (None, _) => Quantity::Exactly(low),
            }
        }
        (Some(low), None) => {
            let low = low?;
            if hedged(row, row.low.map(|n| n.to_string()).as_deref(), &["over", "more than", "upwards of"]) {
                Quantity::Over(low)
            } else {
                Quantity::AtLeast(low)
            }
        }
        (None, Some(high)) => {
            let high = high?;
            let above = NonZeroU64::new(high.checked_add(1)?)?;
            let next = scale == 1
                && hedged(
                    row,
                    Some(&Quantity::Exactly(above.get()).to_string()),
                    &["fewer than", "under", "less than"],
                );
            let nearly = hedged(row, row.high.map(|n| n.to_string()).as_deref(), &["nearly", "almost"]);
            match NonZeroU64::new(high) {
                _ if next => Quantity::Under(above),
                None => Quantity::Exactly(0),
                Some(n) if nearly => Quantity::Nearly(n),
                Some(n) => Quantity::UpTo(n),
            }
        }
    })
}

fn is_about(row: &Row) -> bool {
    let number = row.low.map(|n| n.to_string());
    row.summary.starts_with("Rounded")
        || hedged(row, number.as_deref(), &["about", "around", "some", "roughly", "approximately"])
        || (number.as_deref() == Some("12") && row.summary.to_lowercase().contains("about a dozen"))
}

/// Whether one of the hedges stands right before this number, or before "this many" that means it.
fn hedged(row: &Row, number: Option<&str>, hedges: &[&str]) -> bool {
    let summary: String = row.summary.to_lowercase().chars().filter(|c| !matches!(c, '\'' | '"')).collect();
    let words: Vec<&str> =
        summary.split_whitespace().map(|word| word.trim_matches(['(', ')', '.', ';', ':', ','])).collect();
    words.iter().enumerate().any(|(i, word)| {
        (Some(*word) == number || *word == "this")
            && hedges.iter().any(|hedge| {
                let hedge: Vec<&str> = hedge.split(' ').collect();
                words[..i].ends_with(&hedge)
            })
    })
}
