//! How good a reader is: its annotations against what people say the documents state.
//!
//! Two levels. `core`: same kind, same party, same numbers; for a kind without numbers, the same sentence or a
//! shared word of the object. `full`: core, and the same family of hedge, date as far as it is stated, modality
//! and unit. Within a document each annotation is paired at most once, as many pairs as there can be.

mod pairing;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use crate::annotations::{Annotation, Hedge, Object, Surety};

pub use table::{Rates, Row, Table, Unpaired};

/// Compares what a reader got with what each document states, by the names of the documents.
///
/// A document without answer counts as one with no annotations; an answer without its document is left out.
#[must_use]
pub fn score(gold: &BTreeMap<String, Vec<Annotation>>, got: &BTreeMap<String, Vec<Annotation>>) -> Table {
    let mut table = Table::default();
    for (name, golds) in gold {
        let gots = got.get(name).map_or(&[][..], Vec::as_slice);
        let core_pairs = pairing::pairs(golds.len(), gots.len(), |i, j| core(&golds[i], &gots[j]));
        let full_pairs = pairing::pairs(golds.len(), gots.len(), |i, j| full(&golds[i], &gots[j]));
        for one in golds {
            table.count(one, |row| row.gold += 1);
        }
        for one in gots {
            table.count(one, |row| row.got += 1);
        }
        for i in core_pairs.keys() {
            table.count(&golds[*i], |row| row.core += 1);
        }
        for i in full_pairs.keys() {
            table.count(&golds[*i], |row| row.full += 1);
        }
        let paired: BTreeSet<usize> = core_pairs.values().copied().collect();
        let missed = golds.iter().enumerate().filter(|(i, _)| !core_pairs.contains_key(i));
        table.missed.extend(missed.map(|(_, one)| Unpaired::of(name, one)));
        let unexpected = gots.iter().enumerate().filter(|(j, _)| !paired.contains(j));
        table.unexpected.extend(unexpected.map(|(_, one)| Unpaired::of(name, one)));
    }
    table
}

/// The numbers of an annotation; none where it carries none.
fn numbers(one: &Annotation) -> BTreeSet<u64> {
    one.count.iter().flat_map(|tally| [tally.low, tally.high]).flatten().collect()
}

fn core(gold: &Annotation, got: &Annotation) -> bool {
    if gold.kind != got.kind || !party_agrees(gold, got) {
        return false;
    }
    let (mine, theirs) = (numbers(gold), numbers(got));
    if !mine.is_empty() || !theirs.is_empty() {
        return mine == theirs;
    }
    same_sentence(gold, got) || !words(gold.object.as_ref()).is_disjoint(&words(got.object.as_ref()))
}

fn full(gold: &Annotation, got: &Annotation) -> bool {
    core(gold, got)
        && family(gold) == family(got)
        && unit(gold) == unit(got)
        && date_agrees(gold, got)
        && told(gold.modality) == told(got.modality)
}

/// The same party, a body by any of its names; or both speak of the whole mission.
fn party_agrees(gold: &Annotation, got: &Annotation) -> bool {
    let (mine, theirs) = (party(gold), party(got));
    let whole = |code: Option<&str>| match code {
        None | Some("" | "MSS") => true,
        code => code == gold.mission.as_deref(),
    };
    mine == theirs || (whole(mine) && whole(theirs))
}

fn party(one: &Annotation) -> Option<&str> {
    one.contributor.as_deref().map(|code| match code {
        "UN Security Council" | "Security Council" | "UNSC" | "United Nations" => "UN",
        "African Union" => "AU",
        "European Union" => "EU",
        code => code,
    })
}

fn same_sentence(gold: &Annotation, got: &Annotation) -> bool {
    let start = |one: &Annotation| one.quote_start.chars().take(25).collect::<String>().trim().to_owned();
    start(gold) == start(got)
}

/// The longer words of an object: those of four letters and more.
fn words(object: Option<&Object>) -> BTreeSet<String> {
    let words = object.into_iter().flat_map(Object::items).flat_map(str::split_whitespace);
    words
        .filter(|word| word.chars().count() > 3)
        .map(|word| word.to_lowercase().trim_matches([',', '.']).to_owned())
        .collect()
}

/// Hedges that say the same of a number: above it, below it, near it, itself.
fn family(one: &Annotation) -> Option<Hedge> {
    one.count.as_ref().and_then(|tally| tally.hedge).map(|hedge| match hedge {
        Hedge::Nearly | Hedge::Under | Hedge::UpTo => Hedge::Under,
        Hedge::Over | Hedge::AtLeast => Hedge::Over,
        Hedge::Exact | Hedge::About => hedge,
    })
}

/// The unit, with police, troops and personnel all people.
fn unit(one: &Annotation) -> Option<&str> {
    one.count.as_ref().and_then(|tally| tally.unit.as_deref()).map(|unit| match unit {
        "police" | "troops" | "personnel" | "officers" | "soldiers" | "military police" | "persons" => {
            "people"
        }
        unit => unit,
    })
}

/// The date, as far as gold states it: a day lies in its month.
fn date_agrees(gold: &Annotation, got: &Annotation) -> bool {
    let date = |one: &Annotation| one.when.as_ref().map(|when| when.date.clone());
    date(gold).is_none_or(|gold| date(got).is_some_and(|got| got.starts_with(&gold)))
}

fn told(modality: Surety) -> Surety {
    if modality == Surety::Reported { Surety::Fact } else { modality }
}
