//! What the tagger looks at: the word, its ending and shape, its neighbours, and the two tags before it.

use crate::{Sentence, Shape};

use super::Tag;

/// How many features a word has.
pub(super) const FEATURES: usize = 18;

/// What features are made of: of each word its hash, those of its endings, and its shape.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WordHash {
    word: u32,
    three: u32,
    two: u32,
    shape: u32,
}

/// The hashes of a sentence's words.
pub(super) fn hashes(sentence: &Sentence) -> Vec<WordHash> {
    (0..sentence.tokens.len())
        .map(|at| {
            let shape = sentence.shape(at);
            let word = match shape {
                Shape::Digits => "0",
                _ => sentence.word(at),
            };
            let bytes = word.as_bytes();
            let ending = |length: usize| hash(&bytes[bytes.len().saturating_sub(length)..]);
            WordHash {
                word: hash(bytes),
                three: ending(3),
                two: ending(2),
                shape: shape as u32 + 16 * u32::from(at == 0),
            }
        })
        .collect()
}

/// FNV-1a.
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// The features of a word, given the tags of the words before it.
pub(super) fn features(words: &[WordHash], tags: &[Tag], at: usize) -> [u32; FEATURES] {
    let word = |offset: isize| {
        at.checked_add_signed(offset).and_then(|at| words.get(at)).copied().unwrap_or_default()
    };
    let tag = |back: usize| at.checked_sub(back).and_then(|at| tags.get(at)).map_or(31, |tag| *tag as u32);
    let (one, two) = (tag(1), tag(2) * 32 + tag(1));
    let (this, before, after) = (word(0), word(-1), word(1));
    [
        mix(0, this.word, 0),
        mix(1, this.word, one),
        mix(2, this.word, after.word),
        mix(3, this.word, before.word),
        mix(4, this.three, 0),
        mix(5, this.three, one),
        mix(6, this.two, two),
        mix(7, this.shape, one),
        mix(8, before.word, 0),
        mix(9, after.word, 0),
        mix(10, word(-2).word, 0),
        mix(11, word(2).word, 0),
        mix(12, two, 0),
        mix(13, one, after.word),
        mix(14, one, after.three),
        mix(15, before.three, 0),
        mix(16, after.three, after.shape),
        mix(17, this.three, after.three),
    ]
}

fn mix(template: u32, a: u32, b: u32) -> u32 {
    let mut hash = template.wrapping_mul(0x9e37_79b9) ^ a;
    hash = (hash ^ (hash >> 15)).wrapping_mul(0x85eb_ca6b) ^ b.wrapping_mul(0xc2b2_ae35);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0x27d4_eb2f);
    hash ^ (hash >> 16)
}
