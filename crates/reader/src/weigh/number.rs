//! A number that could be a claim, and what of its surroundings is weighed.

use std::ops::Range;

use model::Quantity;

use crate::{What, clause::Kind, context::Context, draft::Draft};

use super::{
    beside::{place, rules},
    grammar::{noun, verb},
    line::Line,
};

/// How many words on either side are looked at one by one.
const NEAR: usize = 2;

/// How many on either side are looked at whatever their place.
const AROUND: usize = 8;

/// Takes what is weighed: a feature is a name and one or two words, and stands at a token.
pub(super) trait Sink {
    fn put(&mut self, name: &'static str, a: &str, b: &str, at: usize);

    /// Puts a feature with its last word and without it.
    fn put_both(&mut self, name: &'static str, a: &str, b: &str, at: usize) {
        self.put(name, a, b, at);
        self.put(name, a, "", at);
    }
}

/// What a number counts, as far as its phrase tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    People,
    Kit,
    Sum,
    Thing,
}

impl Sort {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Kit => "kit",
            Self::Sum => "sum",
            Self::Thing => "thing",
        }
    }
}

/// A number that could be a claim.
#[derive(Clone, Debug)]
pub(super) struct Number {
    pub(super) tokens: Range<usize>,
    pub(super) quantity: Quantity,
    pub(super) phrase: usize,
    /// The clause that tells of it.
    pub(super) clause: usize,
    pub(super) sort: Sort,
}

/// The numbers of a sentence, in order.
pub(super) fn numbers(c: &Context<'_>) -> Vec<Number> {
    let mut found = Vec::new();
    for mention in c.mentions {
        let quantity = match &mention.what {
            What::Number(quantity) if quantity.number().is_some() => *quantity,
            What::Money(money) => money.quantity,
            _ => continue,
        };
        let start = mention.tokens.start;
        let phrase = c.parse.phrases.partition_point(|phrase| phrase.tokens.end <= start);
        let Some(what) = c.parse.phrases.get(phrase).map(|phrase| &phrase.what) else { continue };
        let sort = match what {
            _ if matches!(mention.what, What::Money(_)) => Sort::Sum,
            Kind::People(_) => Sort::People,
            Kind::Kit(_) => Sort::Kit,
            Kind::Sum(_) => Sort::Sum,
            _ => Sort::Thing,
        };
        let Some(clause) = clause_of(c, phrase) else { continue };
        found.push(Number { tokens: mention.tokens.clone(), quantity, phrase, clause, sort });
    }
    found
}

/// The clause that tells of a phrase: the one that it is the subject of, else the one whose verb it stands behind, else any that holds it.
fn clause_of(c: &Context<'_>, at: usize) -> Option<usize> {
    let clauses = &c.parse.clauses;
    clauses
        .iter()
        .position(|clause| clause.verb.is_some() && clause.subject == Some(at) && clause.before.contains(&at))
        .or_else(|| clauses.iter().position(|clause| clause.verb.is_some() && clause.after.contains(&at)))
        .or_else(|| clauses.iter().position(|clause| clause.verb.is_some() && clause.before.contains(&at)))
        .or_else(|| {
            clauses.iter().position(|clause| clause.before.contains(&at) || clause.after.contains(&at))
        })
        .or_else(|| (!clauses.is_empty()).then(|| clauses.len() - 1))
}

/// The draft that a rule made of a number.
pub(super) fn draft_of<'d>(
    drafts: &'d [Draft],
    number: &Number,
) -> impl Iterator<Item = &'d Draft> + use<'d> {
    let tokens = number.tokens.clone();
    drafts.iter().filter(move |draft| {
        draft.number.as_ref().is_some_and(|own| own.start < tokens.end && tokens.start < own.end)
    })
}

/// Puts all that is weighed of a number.
pub(super) fn weigh(
    c: &Context<'_>,
    line: &Line<'_>,
    number: &Number,
    all: &[Number],
    drafts: &[Draft],
    sink: &mut impl Sink,
) {
    let sort = number.sort.name();
    let here = number.tokens.start;
    sink.put("all", "", "", here);
    sink.put("sort", sort, "", here);
    words_near(line, number, sort, sink);
    words_around(c, line, number, sort, sink);
    hedge(number, sort, sink);
    noun(c, line, number, sort, sink);
    verb(c, number, sort, sink);
    rules(c, number, all, drafts, sort, sink);
    place(c, number, all, sink);
}

fn words_near(line: &Line<'_>, number: &Number, sort: &str, sink: &mut impl Sink) {
    const BEFORE: [&str; NEAR] = ["w-1", "w-2"];
    const BEHIND: [&str; NEAR] = ["w+1", "w+2"];
    let (first, behind) = (line.of(number.tokens.start), line.of(number.tokens.end));
    let before = |back: usize| first.checked_sub(back);
    for (nth, name) in BEFORE.into_iter().enumerate() {
        if let Some(at) = before(nth + 1) {
            sink.put(name, line.word(Some(at)), "", line.token(at));
        } else if nth == 0 {
            sink.put("first", "", "", number.tokens.start);
        }
    }
    for (nth, name) in BEHIND.into_iter().enumerate() {
        sink.put(name, line.word(Some(behind + nth)), "", line.token(behind + nth));
    }
    let token = |at: Option<usize>| at.map_or(number.tokens.start, |at| line.token(at));
    sink.put("w-2-1", line.word(before(2)), line.word(before(1)), token(before(1)));
    sink.put("w-1+1", line.word(before(1)), line.word(Some(behind)), token(Some(behind)));
    sink.put("w+1+2", line.word(Some(behind)), line.word(Some(behind + 1)), token(Some(behind + 1)));
    sink.put("w-1sort", line.word(before(1)), sort, token(before(1)));
    sink.put("w+1sort", line.word(Some(behind)), sort, token(Some(behind)));
    sink.put("w+2sort", line.word(Some(behind + 1)), sort, token(Some(behind + 1)));
}

/// So many letters at a word's beginning stand for all its forms.
const STEM: usize = 5;

pub(super) fn stem(word: &str) -> &str {
    word.char_indices().nth(STEM).map_or(word, |(end, _)| &word[..end])
}

fn words_around(c: &Context<'_>, line: &Line<'_>, number: &Number, sort: &str, sink: &mut impl Sink) {
    let (first, behind) = (line.of(number.tokens.start), line.of(number.tokens.end));
    let own = Context { index: number.clause, ..*c }.reach();
    for at in first.saturating_sub(AROUND)..(behind + AROUND).min(line.items.len()) {
        if (first..behind).contains(&at) {
            continue;
        }
        let (word, token) = (line.word(Some(at)), line.token(at));
        if !word.starts_with(|first: char| first.is_alphabetic() || first == '<') {
            continue;
        }
        if own.contains(&token) {
            sink.put(if at < first { "stem-" } else { "stem+" }, stem(word), sort, token);
        }
        sink.put("stem", stem(word), sort, token);
    }
}

fn hedge(number: &Number, sort: &str, sink: &mut impl Sink) {
    let here = number.tokens.start;
    let hedge = match number.quantity {
        Quantity::Exactly(_) => "exact",
        Quantity::About(_) => "about",
        Quantity::Nearly(_) | Quantity::Under(_) => "below",
        Quantity::UpTo(_) => "upto",
        Quantity::Over(_) | Quantity::AtLeast(_) => "above",
        Quantity::Between(_) => "between",
        Quantity::SomeNumber => "some",
    };
    sink.put("hedge", hedge, sort, here);
    sink.put("size", size(number.quantity), sort, here);
}

/// About how many: no number by itself tells anything.
pub(super) fn size(quantity: Quantity) -> &'static str {
    match quantity.number().unwrap_or(0) {
        0..=1 => "1",
        2..=12 => "12",
        13..=60 => "60",
        61..=450 => "450",
        451..=1_600 => "1600",
        1_601..=9_000 => "9000",
        9_001..=90_000 => "90000",
        _ => "more",
    }
}
