//! Trains the weights: logistic regression by stochastic gradient, each weight with a pace of its own (Duchi, Hazan and Singer 2011), cut to
//! the strongest rows and to letters.

use std::collections::BTreeMap;
use std::fmt::Write;

use model::ClaimKind;

use crate::tagger::{MOST, Random, letter_of};

use super::{
    kinds::{OF_NUMBERS, OF_SENTENCES, Surely},
    lesson::{Case, Choice, Saying},
    model::{COLUMNS, HEARD, STEP, spread},
};

/// A number of an annotated report.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// What is weighed of it.
    pub case: Case,
    /// How surely, by name.
    pub surely: String,
    /// The code of whose it is; `None`: nobody's or the whole mission's.
    pub party: Option<String>,
    /// How much it counts beside others.
    pub weight: f32,
}

/// A sentence of an annotated report.
#[derive(Clone, Debug)]
pub struct Telling {
    /// What is weighed of it.
    pub saying: Saying,
    /// What it tells without a number, and the code of whose it is.
    pub told: Vec<(ClaimKind, Option<String>)>,
    /// How surely it tells the first of these, by name.
    pub surely: String,
    /// How much it counts beside others.
    pub weight: f32,
}

/// What weights are learnt from.
#[derive(Clone, Debug, Default)]
pub struct Lessons {
    /// Numbers.
    pub numbers: Vec<Lesson>,
    /// Sentences.
    pub sentences: Vec<Telling>,
}

const ROUNDS: u8 = 20;

/// The weights after the rounds behind these are averaged (Polyak and Juditsky 1992).
const UNSETTLED: u8 = 5;

const PACE: f32 = 0.05;
const SHRINK: f32 = 0.003;

/// A feature that fewer lessons have is not learnt.
const LEAST: usize = 9;

/// Weights while they are learnt, so many columns a feature.
struct Table {
    columns: usize,
    now: Vec<f32>,
    pace: Vec<f32>,
}

impl Table {
    fn new(rows: usize, columns: usize) -> Self {
        Self { columns, now: vec![0.0; rows * columns], pace: vec![0.01; rows * columns] }
    }

    fn score(&self, features: &[usize], columns: std::ops::Range<usize>) -> Vec<f32> {
        let mut sums = self.sums(features, columns);
        spread(&mut sums);
        sums
    }

    fn sums(&self, features: &[usize], columns: std::ops::Range<usize>) -> Vec<f32> {
        let mut sums = vec![0.0; columns.len()];
        for row in features {
            for (sum, weight) in sums.iter_mut().zip(&self.now[row * self.columns..][columns.clone()]) {
                *sum += weight;
            }
        }
        sums
    }

    fn step(&mut self, row: usize, column: usize, error: f32) {
        let at = row * self.columns + column;
        let slope = error + SHRINK * self.now[at];
        self.pace[at] += slope * slope;
        self.now[at] -= PACE * slope / self.pace[at].sqrt();
    }
}

/// Numbers for the features that enough lessons have.
fn rows<'c>(features: impl Iterator<Item = &'c Vec<String>>) -> BTreeMap<&'c str, usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for feature in features.flatten().filter(|feature| !feature.contains(['#', '\t', '\n'])) {
        *counts.entry(feature).or_default() += 1;
    }
    let kept = counts.into_iter().filter(|(_, count)| *count >= LEAST);
    kept.enumerate().map(|(row, (feature, _))| (feature, row)).collect()
}

fn known(features: &[String], rows: &BTreeMap<&str, usize>) -> Vec<usize> {
    features.iter().filter_map(|feature| rows.get(feature.as_str()).copied()).collect()
}

/// Learns from annotated reports; the lines of the model's file, at most so many of numbers and of sentences, and half as many of whose each
/// is. The same lessons in the same order give the same model.
#[must_use]
pub fn train_weights(lessons: &Lessons, most: usize) -> String {
    let mut out = String::new();
    numbers(&lessons.numbers, most, &mut out);
    parties(&lessons.numbers, most / 2, &mut out);
    sentences(&lessons.sentences, most, &mut out);
    actors(&lessons.sentences, most / 2, &mut out);
    out
}

fn numbers(lessons: &[Lesson], most: usize, out: &mut String) {
    let rows = rows(lessons.iter().map(|lesson| &lesson.case.features));
    let coded: Vec<Vec<usize>> = lessons.iter().map(|lesson| known(&lesson.case.features, &rows)).collect();
    let mut table = Table::new(rows.len(), COLUMNS);
    let kinds = OF_NUMBERS.len();
    in_rounds(lessons.len(), &mut table, |table, index| {
        let lesson = &lessons[index];
        let told = OF_NUMBERS.iter().position(|told| *told == lesson.case.told).unwrap_or(0);
        let mut errors = table.score(&coded[index], 0..kinds);
        errors[told] -= 1.0;
        if told > 0 {
            let surely = Surely::ALL.iter().position(|surely| surely.name() == lesson.surely).unwrap_or(0);
            let mut of_surely = table.score(&coded[index], kinds..COLUMNS);
            of_surely[surely] -= 1.0;
            errors.extend(of_surely);
        }
        for row in &coded[index] {
            for (column, error) in errors.iter().enumerate() {
                table.step(*row, column, error * lesson.weight);
            }
        }
    });
    written(&rows, &table, most, out);
}

fn parties(lessons: &[Lesson], most: usize, out: &mut String) {
    let taught: Vec<&Lesson> = lessons.iter().filter(|lesson| lesson.case.told.is_some()).collect();
    let choices = |lesson: &Lesson| -> Vec<(bool, Vec<String>)> {
        lesson
            .case
            .choices
            .iter()
            .map(|choice| {
                let code = choice.party.as_ref().map(|party| party.code().to_owned());
                (code == lesson.party, choice.features.clone())
            })
            .collect()
    };
    let all: Vec<Vec<(bool, Vec<String>)>> = taught.iter().map(|lesson| choices(lesson)).collect();
    let rows = rows(all.iter().flatten().map(|(_, features)| features));
    let coded: Vec<Vec<(bool, Vec<usize>)>> = all
        .iter()
        .map(|choices| choices.iter().map(|(right, features)| (*right, known(features, &rows))).collect())
        .collect();
    let mut table = Table::new(rows.len(), 1);
    in_rounds(coded.len(), &mut table, |table, index| {
        let choices = &coded[index];
        if !choices.iter().any(|(right, _)| *right) {
            return;
        }
        let sum = |features: &[usize]| features.iter().map(|row| table.now[*row]).sum::<f32>();
        let mut shares: Vec<f32> = choices.iter().map(|(_, features)| sum(features)).collect();
        spread(&mut shares);
        for ((right, features), share) in choices.iter().zip(shares) {
            let error = (share - f32::from(u8::from(*right))) * taught[index].weight;
            for row in features {
                table.step(*row, 0, error);
            }
        }
    });
    written(&rows, &table, most, out);
}

/// What sentences tell without a number: each kind by itself, and how surely of those that tell any.
fn sentences(lessons: &[Telling], most: usize, out: &mut String) {
    let rows = rows(lessons.iter().map(|lesson| &lesson.saying.features));
    let coded: Vec<Vec<usize>> = lessons.iter().map(|lesson| known(&lesson.saying.features, &rows)).collect();
    let mut table = Table::new(rows.len(), HEARD);
    let kinds = OF_SENTENCES.len();
    in_rounds(lessons.len(), &mut table, |table, index| {
        let lesson = &lessons[index];
        let sums = table.sums(&coded[index], 0..HEARD);
        let tells = |kind: &ClaimKind| lesson.told.iter().any(|(told, _)| told == kind);
        let mut errors: Vec<f32> = OF_SENTENCES
            .iter()
            .zip(&sums)
            .map(|(kind, sum)| likelihood(*sum) - f32::from(u8::from(tells(kind))))
            .collect();
        if !lesson.told.is_empty() {
            let surely = Surely::ALL.iter().position(|surely| surely.name() == lesson.surely).unwrap_or(0);
            let mut of_surely = sums[kinds..].to_vec();
            spread(&mut of_surely);
            of_surely[surely] -= 1.0;
            errors.extend(of_surely);
        }
        for row in &coded[index] {
            for (column, error) in errors.iter().enumerate() {
                table.step(*row, column, error * lesson.weight);
            }
        }
    });
    written(&rows, &table, most, out);
}

/// Whose it is that sentences tell: each party by itself, for a list tells of several.
fn actors(lessons: &[Telling], most: usize, out: &mut String) {
    let mut taught: Vec<(bool, f32, &Vec<String>)> = Vec::new();
    for lesson in lessons {
        for (kind, choices) in &lesson.saying.told {
            let is_right = |choice: &Choice| {
                let code = choice.party.as_ref().map(|party| party.code().to_owned());
                lesson.told.iter().any(|(told, party)| told == kind && *party == code)
            };
            if choices.iter().any(is_right) {
                taught
                    .extend(choices.iter().map(|choice| (is_right(choice), lesson.weight, &choice.features)));
            }
        }
    }
    let rows = rows(taught.iter().map(|(_, _, features)| *features));
    let coded: Vec<Vec<usize>> = taught.iter().map(|(_, _, features)| known(features, &rows)).collect();
    let mut table = Table::new(rows.len(), 1);
    in_rounds(coded.len(), &mut table, |table, index| {
        let (right, weight, _) = taught[index];
        let sum: f32 = coded[index].iter().map(|row| table.now[*row]).sum();
        let error = (likelihood(sum) - f32::from(u8::from(right))) * weight;
        for row in &coded[index] {
            table.step(*row, 0, error);
        }
    });
    written(&rows, &table, most, out);
}

fn likelihood(sum: f32) -> f32 {
    1.0 / (1.0 + (-sum).exp())
}

/// Goes through all lessons in another order each round, and leaves the average of what was learnt once that had settled.
fn in_rounds(lessons: usize, table: &mut Table, mut learn: impl FnMut(&mut Table, usize)) {
    let mut order: Vec<usize> = (0..lessons).collect();
    let mut random = Random::default();
    let mut whole = vec![0.0; table.now.len()];
    for round in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at + 1));
        }
        for index in &order {
            learn(table, *index);
        }
        if round >= UNSETTLED {
            for (whole, now) in whole.iter_mut().zip(&table.now) {
                *whole += now;
            }
        }
    }
    table.now = whole.iter().map(|whole| whole / f32::from(ROUNDS - UNSETTLED)).collect();
}

/// The rows of the greatest weights, by feature, a line each.
fn written(rows: &BTreeMap<&str, usize>, table: &Table, most: usize, out: &mut String) {
    let weights = |row: usize| &table.now[row * table.columns..][..table.columns];
    let size = |row: usize| weights(row).iter().map(|weight| weight.abs()).sum::<f32>();
    let mut kept: Vec<(&str, usize)> = rows.iter().map(|(feature, row)| (*feature, *row)).collect();
    kept.sort_by(|a, b| size(b.1).total_cmp(&size(a.1)).then(a.0.cmp(b.0)));
    kept.truncate(most);
    kept.sort_unstable();
    for (feature, row) in kept {
        let letters: String = weights(row).iter().map(|weight| letter_of(step_of(*weight))).collect();
        if letters.bytes().any(|letter| letter != letter_of(0) as u8) {
            let _ = writeln!(out, "{feature}\t{letters}");
        }
    }
}

/// A weight in steps of a letter.
#[expect(clippy::cast_possible_truncation, reason = "it is cut to what fits first")]
fn step_of(weight: f32) -> i8 {
    (weight / STEP).clamp(-f32::from(MOST), f32::from(MOST)).round() as i8
}

#[cfg(test)]
mod tests {
    use model::{ByteRange, Quantity};

    use super::*;

    /// A number with these words around it.
    fn lesson(words: &[&str], told: Option<ClaimKind>) -> Lesson {
        let case = Case {
            at: ByteRange::new(0, 3).unwrap(),
            quantity: Quantity::Exactly(400),
            told,
            features: words.iter().map(|word| format!("before={word}|")).collect(),
            choices: Vec::new(),
        };
        Lesson { case, surely: "told".to_owned(), party: None, weight: 1.0 }
    }

    /// A sentence of these words.
    fn telling(words: &[&str], told: Option<ClaimKind>) -> Telling {
        let saying = Saying {
            at: ByteRange::new(0, 3).unwrap(),
            features: words.iter().map(|word| format!("s-word={word}|")).collect(),
            told: Vec::new(),
        };
        let told = told.map(|told| (told, None)).into_iter().collect();
        Telling { saying, told, surely: "told".to_owned(), weight: 1.0 }
    }

    fn lessons() -> Lessons {
        let landed = || lesson(&["soldiers", "landed"], Some(ClaimKind::Deployment));
        let voted = || lesson(&["deputies", "voted"], None);
        let met = || telling(&["ministers", "met"], Some(ClaimKind::Engagement));
        let rained = || telling(&["it", "rained"], None);
        Lessons {
            numbers: (0..20).flat_map(|_| [landed(), voted()]).collect(),
            sentences: (0..20).flat_map(|_| [met(), rained()]).collect(),
        }
    }

    /// Checks that of two words, each a feature, one speaks for what a column stands for and the other against it.
    #[track_caller]
    fn check(feature: &str, column: Option<usize>, speaks_for: &str, against: &str) {
        let model = train_weights(&lessons(), 100);
        let weight = |word: &str| {
            let row = model.lines().find_map(|line| line.strip_prefix(&format!("{feature}={word}|\t")));
            row.unwrap().as_bytes()[column.unwrap()]
        };
        assert!(weight(speaks_for) > letter_of(0) as u8, "{model}");
        assert!(weight(against) < letter_of(0) as u8, "{model}");
    }

    #[test]
    fn what_tells_a_kind_weighs_for_it() {
        let deployment = OF_NUMBERS.iter().position(|kind| *kind == Some(ClaimKind::Deployment));
        check("before", deployment, "landed", "voted");
        let engagement = OF_SENTENCES.iter().position(|kind| *kind == ClaimKind::Engagement);
        check("s-word", engagement, "met", "rained");
    }

    #[test]
    fn the_same_lessons_give_the_same_model_of_at_most_so_many_rows() {
        assert_eq!(train_weights(&lessons(), 100), train_weights(&lessons(), 100));
        assert_eq!(train_weights(&lessons(), 2).lines().count(), 4);
    }
}
