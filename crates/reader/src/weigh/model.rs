//! The trained weights: for each feature what it speaks for, as letters in the lines of a pack's file.

use std::{cmp::Reverse, collections::HashMap, hash::BuildHasherDefault, ops::Range};

use model::ClaimKind;

use crate::tagger::{Same, weight_of};

use super::{
    kinds::{OF_NUMBERS, OF_SENTENCES, Surely},
    number::Sink,
};

/// Columns of a number's feature: what it tells, then how surely.
pub(super) const COLUMNS: usize = OF_NUMBERS.len() + Surely::ALL.len();

/// Columns of a sentence's feature: what it tells without a number, then how surely. Their number parts its rows from those of numbers.
pub(super) const HEARD: usize = OF_SENTENCES.len() + Surely::ALL.len();

const _: () = assert!(HEARD != COLUMNS && HEARD > 1);

/// What one step of a letter is worth, in logits.
pub(super) const STEP: f32 = 0.05;

/// The trained weights of a language; none where its pack has no file of them.
#[derive(Debug, Default)]
pub struct Weights {
    numbers: Rows<[i8; COLUMNS]>,
    sentences: Rows<[i8; HEARD]>,
    parties: Rows<i8>,
}

/// Weights by the hash of their feature, each with its place among them.
type Rows<W> = HashMap<u32, (usize, W), BuildHasherDefault<Same>>;

fn put_row<W>(rows: &mut Rows<W>, feature: u32, weights: W) {
    let place = rows.len();
    rows.entry(feature).or_insert((place, weights));
}

/// Which rows have been weighed: a feature weighs once, however often it stands.
#[derive(Debug)]
struct Seen(Vec<u64>);

impl Seen {
    fn of<W>(rows: &Rows<W>) -> Self {
        Self(vec![0; rows.len().div_ceil(64)])
    }

    /// Whether a row is weighed for the first time.
    fn is_first(&mut self, place: usize) -> bool {
        let Some(word) = self.0.get_mut(place / 64) else { return false };
        let bit = 1 << (place % 64);
        let first = *word & bit == 0;
        *word |= bit;
        first
    }
}

/// The tokens whose weight is positive, the strongest first, each once.
fn strongest(weights: impl Iterator<Item = (i8, usize)>, most: usize) -> Vec<usize> {
    let mut strongest: Vec<_> =
        weights.filter(|(weight, _)| *weight > 0).map(|(weight, at)| (Reverse(weight), at)).collect();
    strongest.sort_unstable();
    let mut words: Vec<usize> = Vec::new();
    for (_, at) in strongest {
        if words.len() < most && !words.contains(&at) {
            words.push(at);
        }
    }
    words
}

/// So many features of a number or a sentence are known, about.
const KNOWN: usize = 128;

/// A feature's hash: that of its name and of its two words, one after the other.
pub(super) fn hash(name: &str, a: &str, b: &str) -> u32 {
    finish(over(begin(name, a), b))
}

/// The hash of a feature's beginning, to go on from with its last word.
pub(super) fn begin(name: &str, a: &str) -> u64 {
    over(over(0, name), a)
}

/// That of a feature with this last word.
pub(super) fn end(begun: u64, b: &str) -> u32 {
    finish(over(begun, b))
}

/// Eight letters a step, as in Firefox's own hash; how many there are parts one text from the next.
#[inline]
fn over(hash: u64, text: &str) -> u64 {
    let step = |hash: u64, letters: u64| (hash.rotate_left(5) ^ letters).wrapping_mul(0x517c_c1b7_2722_0a95);
    let (eights, rest) = text.as_bytes().as_chunks::<8>();
    let hash = eights.iter().fold(hash, |hash, eight| step(hash, u64::from_le_bytes(*eight)));
    let letters = match (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
        }
        _ => rest.iter().fold(0, |letters, letter| letters << 8 | u64::from(*letter)),
    };
    step(hash.wrapping_add(text.len() as u64), letters)
}

/// The upper bits, which every letter has reached.
fn finish(hash: u64) -> u32 {
    u32::try_from(hash >> 32).unwrap_or(0)
}

impl Weights {
    /// Adds a line of a model: a feature, a tab, and a letter for each column of a number's or a party's.
    ///
    /// # Errors
    /// Says what is wrong with the line.
    pub fn take(&mut self, line: &str) -> Result<(), String> {
        let wrong =
            || format!("`{line}` is no row of weights; train them anew with the example `train_weights`");
        let (feature, letters) = line.split_once('\t').ok_or_else(wrong)?;
        let feature = hash_of(feature);
        let weights: Option<Vec<i8>> = letters.bytes().map(weight_of).collect();
        let weights = weights.ok_or_else(wrong)?;
        if let Ok(row) = <[i8; COLUMNS]>::try_from(&weights[..]) {
            put_row(&mut self.numbers, feature, row);
        } else if let Ok(row) = <[i8; HEARD]>::try_from(&weights[..]) {
            put_row(&mut self.sentences, feature, row);
        } else if let [weight] = weights[..] {
            put_row(&mut self.parties, feature, weight);
        } else {
            return Err(wrong());
        }
        Ok(())
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// What is weighed of a number.
    pub(super) fn of_number(&self) -> Weighed<'_, COLUMNS> {
        Weighed::of(&self.numbers)
    }

    /// Whether there are any of sentences.
    pub(super) fn tells(&self) -> bool {
        !self.sentences.is_empty()
    }

    /// What is weighed of a sentence.
    pub(super) fn of_sentence(&self) -> Weighed<'_, HEARD> {
        Weighed::of(&self.sentences)
    }

    /// What is weighed of a party.
    pub(super) fn of_party(&self) -> Liked<'_> {
        Liked { weights: self, sum: 0, seen: Seen::of(&self.parties) }
    }
}

fn hash_of(feature: &str) -> u32 {
    let (name, words) = feature.split_once('=').unwrap_or((feature, "|"));
    let (a, b) = words.rsplit_once('|').unwrap_or((words, ""));
    hash(name, a, b)
}

/// A number or a sentence being weighed.
#[derive(Debug)]
pub(super) struct Weighed<'w, const N: usize> {
    rows: &'w Rows<[i8; N]>,
    columns: [i32; N],
    /// Where each feature stands that has weights, and those.
    known: Vec<(usize, &'w [i8; N])>,
    seen: Seen,
}

impl<const N: usize> Sink for Weighed<'_, N> {
    #[expect(
        clippy::inline_always,
        reason = "the hash of a name that stands in the code is known before the program runs"
    )]
    #[inline(always)]
    fn put(&mut self, name: &'static str, a: &str, b: &str, at: usize) {
        self.weigh(over(0, name), a, b, at);
    }
}

impl<const N: usize> Weighed<'_, N> {
    fn weigh(&mut self, begun: u64, a: &str, b: &str, at: usize) {
        let Some((place, row)) = self.rows.get(&finish(over(over(begun, a), b))) else { return };
        if !self.seen.is_first(*place) {
            return;
        }
        for (sum, weight) in self.columns.iter_mut().zip(row) {
            *sum += i32::from(*weight);
        }
        self.known.push((at, row));
    }
}

impl<'w, const N: usize> Weighed<'w, N> {
    fn of(rows: &'w Rows<[i8; N]>) -> Self {
        Self { rows, columns: [0; N], known: Vec::with_capacity(KNOWN), seen: Seen::of(rows) }
    }

    /// How surely it is most likely told.
    pub(super) fn surely(&self) -> Surely {
        let sums = self.columns[N - Surely::ALL.len()..].iter();
        Surely::ALL.into_iter().zip(sums).max_by_key(|(_, sum)| **sum).map_or(Surely::Told, |(of, _)| of)
    }

    /// The tokens outside these that speak most for a column, the strongest first.
    fn words(&self, column: usize, beside: &Range<usize>, most: usize) -> Vec<usize> {
        let outside = self.known.iter().filter(|(at, _)| !beside.contains(at));
        strongest(outside.map(|(at, row)| (row.get(column).copied().unwrap_or(0), *at)), most)
    }
}

impl Weighed<'_, COLUMNS> {
    /// How likely each of [`OF_NUMBERS`] is, one of which is so.
    pub(super) fn shares(&self) -> [f32; OF_NUMBERS.len()] {
        let mut likely = [0.0; OF_NUMBERS.len()];
        softmax(&self.columns[..OF_NUMBERS.len()], &mut likely);
        likely
    }

    /// The tokens outside the number that speak most for a kind, the strongest first.
    pub(super) fn words_for(&self, kind: ClaimKind, number: &Range<usize>, most: usize) -> Vec<usize> {
        let column = OF_NUMBERS.iter().position(|other| *other == Some(kind)).unwrap_or(0);
        self.words(column, number, most)
    }
}

impl Weighed<'_, HEARD> {
    /// How likely each of [`OF_SENTENCES`] is, of which several may be so.
    pub(super) fn likely(&self) -> [f32; OF_SENTENCES.len()] {
        let mut likely = [0.0; OF_SENTENCES.len()];
        for (share, sum) in likely.iter_mut().zip(self.columns) {
            *share = sigmoid(sum);
        }
        likely
    }

    /// The tokens that speak most for a kind, the strongest first.
    pub(super) fn words_of(&self, kind: ClaimKind, most: usize) -> Vec<usize> {
        let column = OF_SENTENCES.iter().position(|other| *other == kind).unwrap_or(0);
        self.words(column, &(0..0), most)
    }
}

/// A sum of letters as a likelihood.
#[expect(clippy::cast_precision_loss, reason = "sums of a few hundred letters are small")]
fn sigmoid(sum: i32) -> f32 {
    1.0 / (1.0 + (-(sum as f32) * STEP).exp())
}

/// A party being weighed.
#[derive(Debug)]
pub(super) struct Liked<'w> {
    weights: &'w Weights,
    pub(super) sum: i32,
    seen: Seen,
}

impl Sink for Liked<'_> {
    fn put(&mut self, name: &'static str, a: &str, b: &str, _: usize) {
        self.like(hash(name, a, b));
    }

    fn put_both(&mut self, name: &'static str, a: &str, b: &str, _: usize) {
        let begun = begin(name, a);
        self.like(end(begun, b));
        self.like(end(begun, ""));
    }
}

impl Liked<'_> {
    /// How likely it is that what was told is its own, whoever else it may be of.
    pub(super) fn share(&self) -> f32 {
        sigmoid(self.sum)
    }

    fn like(&mut self, feature: u32) {
        let Some((place, weight)) = self.weights.parties.get(&feature) else { return };
        if self.seen.is_first(*place) {
            self.sum += i32::from(*weight);
        }
    }
}

/// Turns sums of letters into shares of one.
#[expect(clippy::cast_precision_loss, reason = "sums of a few hundred letters are small")]
pub(super) fn softmax(sums: &[i32], likely: &mut [f32]) {
    for (share, sum) in likely.iter_mut().zip(sums) {
        *share = *sum as f32 * STEP;
    }
    spread(likely);
}

/// Turns logits into shares of one.
pub(super) fn spread(logits: &mut [f32]) {
    let most = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut whole = 0.0;
    for logit in &mut *logits {
        *logit = (*logit - most).exp();
        whole += *logit;
    }
    for share in logits {
        *share /= whole;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, want: Result<(), &str>) {
        let mut weights = Weights::default();
        let got = weights.take(line);
        assert_eq!(
            got.as_ref().map_err(|fault| fault.contains("is no row of weights")),
            want.as_ref().map(|()| &()).map_err(|_| true)
        );
        assert_eq!(weights.is_empty(), want.is_err());
    }

    #[test]
    fn a_row_is_a_feature_and_a_letter_a_column() {
        check("does=arriv|subject\tOOOOOOZOOOOOOOOO", Ok(()));
        check("does=arriv|subject\tOOO", Err("too few"));
        check("does=arriv|subject", Err("no weights"));
        check("does=arriv|subject\tOOOOOOZOOOOOOO#O", Err("no letter"));
    }

    #[test]
    fn a_feature_weighs_once_however_often_it_stands() {
        let mut weights = Weights::default();
        weights.take("stem=land|people\tOOOOOOZOOOOOOOOO").unwrap();
        let mut weighed = weights.of_number();
        for _ in 0..3 {
            weighed.put("stem", "land", "people", 4);
        }
        let shares = weighed.shares();
        let most = (0..shares.len()).max_by(|a, b| shares[*a].total_cmp(&shares[*b])).unwrap();
        assert_eq!(OF_NUMBERS[most], Some(ClaimKind::Return));
        assert_eq!(weighed.words_for(ClaimKind::Return, &(1..2), 3), [4]);
        assert!((shares.iter().sum::<f32>() - 1.0).abs() < 1e-5 && shares[most] < 0.2, "{shares:?}");
    }
}
