//! Trains the tagger: an averaged perceptron, its weights cut to the strongest rows and to letters.

use std::{collections::HashMap, fmt::Write, hash::BuildHasherDefault};

use crate::Sentence;

use super::{
    MOST, Same, TAGS, Tag,
    features::{FEATURES, WordHash, features, hashes},
    letter_of,
};

/// How often the sentences are gone through.
const ROUNDS: u32 = 10;

/// This share of the weights, in thousandths, lies below the greatest that a letter tells.
const WITHIN: usize = 999;

/// The weights of one feature while they are learnt.
#[derive(Clone, Debug, Default)]
struct Learning {
    now: [f64; TAGS],
    /// The weights added up over all steps.
    sum: [f64; TAGS],
    /// The step up to which they are added up.
    until: f64,
}

type Rows = HashMap<u32, Learning, BuildHasherDefault<Same>>;

/// Learns from sentences, each with the tags of those of its tokens that a treebank tells; the lines of the model's file,
/// at most so many. The same sentences in the same order give the same model.
#[must_use]
pub fn train_tagger(sentences: &[(Sentence, Vec<Option<Tag>>)], rows: usize) -> String {
    let hashed: Vec<Vec<WordHash>> = sentences.iter().map(|(sentence, _)| hashes(sentence)).collect();
    let mut learnt = Rows::default();
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut step = 0.0;
    let mut random = Random::default();
    for _ in 0..ROUNDS {
        for &index in &order {
            let mut tags = Vec::new();
            for (at, gold) in sentences[index].1.iter().enumerate() {
                let features = features(&hashed[index], &tags, at);
                let guess = best(&learnt, &features);
                tags.push(guess);
                let Some(gold) = *gold else { continue };
                step += 1.0;
                if guess != gold {
                    for feature in features {
                        learnt.entry(feature).or_default().correct(gold, guess, step);
                    }
                }
            }
        }
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at + 1));
        }
    }
    written(learnt, rows, step)
}

fn best(rows: &Rows, features: &[u32; FEATURES]) -> Tag {
    let mut scores = [0.0; TAGS];
    for row in features.iter().filter_map(|feature| rows.get(feature)) {
        for (score, weight) in scores.iter_mut().zip(&row.now) {
            *score += weight;
        }
    }
    let mut best = (Tag::Noun, f64::NEG_INFINITY);
    for (tag, score) in Tag::ALL.into_iter().zip(scores) {
        if score > best.1 {
            best = (tag, score);
        }
    }
    best.0
}

impl Learning {
    fn correct(&mut self, gold: Tag, guess: Tag, step: f64) {
        self.add_up(step);
        self.now[gold as usize] += 1.0;
        self.now[guess as usize] -= 1.0;
    }

    fn add_up(&mut self, step: f64) {
        for (sum, now) in self.sum.iter_mut().zip(&self.now) {
            *sum += now * (step - self.until);
        }
        self.until = step;
    }

    fn size(&self) -> f64 {
        self.sum.iter().map(|weight| weight.abs()).sum()
    }
}

/// The rows of the greatest weights, by feature, a line each.
fn written(learnt: Rows, most: usize, step: f64) -> String {
    let mut rows: Vec<(u32, Learning)> = learnt.into_iter().collect();
    for (_, row) in &mut rows {
        row.add_up(step);
    }
    rows.sort_by(|a, b| b.1.size().total_cmp(&a.1.size()).then(a.0.cmp(&b.0)));
    rows.truncate(most);
    rows.sort_by_key(|(feature, _)| *feature);
    let mut sizes: Vec<f64> = rows.iter().flat_map(|(_, row)| row.sum).map(f64::abs).collect();
    sizes.retain(|size| *size > 0.0);
    sizes.sort_by(f64::total_cmp);
    let Some(greatest) = sizes.get(sizes.len() * WITHIN / 1000) else { return String::new() };
    let mut out = String::new();
    for (feature, row) in &rows {
        let letters: String = row.sum.iter().map(|weight| letter_of(step_of(weight / greatest))).collect();
        let _ = writeln!(out, "{feature:x}\t{letters}");
    }
    out
}

/// A weight from -1 to 1 as a whole number.
#[expect(clippy::cast_possible_truncation, reason = "it is cut to what fits first")]
fn step_of(weight: f64) -> i8 {
    (weight.clamp(-1.0, 1.0) * f64::from(MOST)).round() as i8
}

/// Marsaglia's xorshift, so that training shuffles alike everywhere.
#[derive(Debug)]
pub(crate) struct Random(u64);

impl Default for Random {
    fn default() -> Self {
        Self(0x2545_f491_4f6c_dd1d)
    }
}

impl Random {
    /// A number below this one.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (end as u64)).unwrap_or(0)
    }
}
