//! A place in a text, counted in bytes and as JavaScript counts.

use model::ByteRange;
use serde::Serialize;
use utoipa::ToSchema;

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
pub(crate) struct TextPlace {
    /// The byte in UTF-8 that it starts at.
    start: u64,
    /// The byte behind it.
    end: u64,
    /// The unit in UTF-16 that it starts at: an index into a string of JavaScript.
    utf16_start: u64,
    /// The unit behind it.
    utf16_end: u64,
}

/// How the bytes of a text stand to its UTF-16 units.
#[derive(Debug)]
pub(crate) struct Units {
    /// Behind each character that is not one byte and one unit: the byte, and how many units fewer there are than bytes.
    behind: Vec<(usize, usize)>,
}

impl Units {
    /// Of this text.
    pub(crate) fn of(text: &str) -> Self {
        let mut fewer = 0;
        let wide = text.char_indices().filter(|(_, c)| !c.is_ascii());
        let behind = wide.map(|(at, c)| {
            fewer += c.len_utf8() - c.len_utf16();
            (at + c.len_utf8(), fewer)
        });
        Self { behind: behind.collect() }
    }

    /// A place in the text.
    pub(crate) fn place(&self, at: ByteRange) -> TextPlace {
        let range = at.range();
        TextPlace {
            start: range.start as u64,
            end: range.end as u64,
            utf16_start: self.unit(range.start),
            utf16_end: self.unit(range.end),
        }
    }

    fn unit(&self, byte: usize) -> u64 {
        let before = self.behind.partition_point(|(behind, _)| *behind <= byte);
        let fewer = before.checked_sub(1).map_or(0, |last| self.behind[last].1);
        (byte - fewer) as u64
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_place_cuts_the_same_words_in_both(text in "[a-zé漢😀\u{301} ]{1,40}") {
            let units = Units::of(&text);
            let utf16: Vec<u16> = text.encode_utf16().collect();
            let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            for (n, start) in ends.iter().enumerate() {
                for end in &ends[n + 1..] {
                    let place = units.place(ByteRange::new(*start, *end).unwrap());
                    let cut = usize::try_from(place.utf16_start).unwrap()..usize::try_from(place.utf16_end).unwrap();
                    prop_assert_eq!(String::from_utf16(&utf16[cut]).unwrap(), &text[*start..*end]);
                }
            }
        }
    }
}
