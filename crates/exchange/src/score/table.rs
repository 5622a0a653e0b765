//! The table of a score: a row for each kind, one for all annotations with numbers, one for all.

use std::{collections::BTreeMap, fmt};

use model::ClaimKind;
use serde::Serialize;

use super::numbers;
use crate::annotations::Annotation;

/// What was stated, what was got, and what agrees.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Each kind that gold or the reader has.
    pub kinds: BTreeMap<ClaimKind, Row>,
    /// The annotations that carry a number.
    pub numbers: Row,
    /// All of them.
    pub all: Row,
    /// What the documents state and the reader has not got.
    pub missed: Vec<Unpaired>,
    /// What the reader got and the documents do not state.
    pub unexpected: Vec<Unpaired>,
}

/// How many of one row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Stated.
    pub gold: usize,
    /// Got.
    pub got: usize,
    /// Paired at the core level.
    pub core: usize,
    /// Paired at the full level.
    pub full: usize,
}

/// How right and how complete, each from 0 to 1; 0 where there is nothing to divide by.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Rates {
    /// The share of what was got that is right.
    pub precision: f64,
    /// The share of what is stated that was got.
    pub recall: f64,
    /// The harmonic mean of both.
    pub f1: f64,
}

/// An annotation without partner at the core level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unpaired {
    /// The name of its document.
    pub document: String,
    /// Its kind.
    pub kind: ClaimKind,
    /// Its party.
    pub contributor: Option<String>,
    /// Its numbers.
    pub numbers: Vec<u64>,
    /// The first characters of its sentence.
    pub quote_start: String,
}

impl Table {
    /// Counts an annotation in each row that it belongs to.
    pub(super) fn count(&mut self, one: &Annotation, add: impl Fn(&mut Row)) {
        add(self.kinds.entry(one.kind).or_default());
        add(&mut self.all);
        if !numbers(one).is_empty() {
            add(&mut self.numbers);
        }
    }
}

impl Row {
    /// The rates at the core level.
    #[must_use]
    pub fn core(self) -> Rates {
        self.rates(self.core)
    }

    /// The rates at the full level.
    #[must_use]
    pub fn full(self) -> Rates {
        self.rates(self.full)
    }

    fn rates(self, paired: usize) -> Rates {
        Rates {
            precision: share(paired, self.got),
            recall: share(paired, self.gold),
            // 2pr / (p + r), with p and r written out: what it divides by is only 0 where both are.
            f1: share(2 * paired, self.gold + self.got),
        }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let float = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { float(part) / float(whole) }
}

impl Unpaired {
    pub(super) fn of(document: &str, one: &Annotation) -> Self {
        Self {
            document: document.to_owned(),
            kind: one.kind,
            contributor: one.contributor.clone(),
            numbers: numbers(one).into_iter().collect(),
            quote_start: one.quote_start.clone(),
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<12}{:>5}{:>5}   {:>7}{:>7}{:>7}   {:>7}{:>7}{:>7}",
            "kind", "gold", "got", "core P", "R", "F1", "full P", "R", "F1"
        )?;
        let kinds = self.kinds.iter().map(|(kind, row)| (kind.to_string(), row));
        let sums = [("NUMBERS".to_owned(), &self.numbers), ("ALL".to_owned(), &self.all)];
        for (name, row) in kinds.chain(sums) {
            writeln!(f, "{name:<12}{:>5}{:>5}   {}   {}", row.gold, row.got, row.core(), row.full())?;
        }
        Ok(())
    }
}

impl fmt::Display for Rates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>7.2}{:>7.2}{:>7.2}", self.precision, self.recall, self.f1)
    }
}

impl fmt::Display for Unpaired {
    /// `seed  strength  KEN 400 «Kenya has already deployed»`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<_> = self.numbers.iter().map(ToString::to_string).collect();
        let party = self.contributor.as_deref().unwrap_or("-");
        write!(f, "{} {:<11}{party} {} «{}»", self.document, self.kind, numbers.join("-"), self.quote_start)
    }
}
