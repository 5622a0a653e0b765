//! Lessons: each number and each sentence of a report with what is weighed of it, in words, for a model to be trained on.

use model::{ByteRange, ClaimKind, Party, Quantity};

use crate::{context::Context, draft::Draft};

use super::{
    actor,
    kinds::{OF_NUMBERS, OF_SENTENCES, without_number},
    line::Line,
    number::{self, Sink, draft_of, numbers},
    speech, whose,
};

/// A number of a report that could be a claim.
#[derive(Clone, Debug)]
pub struct Case {
    /// Where it stands.
    pub at: ByteRange,
    /// How many.
    pub quantity: Quantity,
    /// What it tells; `None`: nothing.
    pub told: Option<ClaimKind>,
    /// What is weighed of it, each as one word.
    pub features: Vec<String>,
    /// The parties that it may be of, if it tells anything.
    pub choices: Vec<Choice>,
}

/// A party that a number may be of.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Which; `None`: nobody, or the whole mission.
    pub party: Option<Party>,
    /// What is weighed of it.
    pub features: Vec<String>,
}

/// A sentence of a report that could tell something without a number.
#[derive(Clone, Debug)]
pub struct Saying {
    /// Where it stands.
    pub at: ByteRange,
    /// What is weighed of it, each as one word.
    pub features: Vec<String>,
    /// What it tells, with the parties that each may be of.
    pub told: Vec<(ClaimKind, Vec<Choice>)>,
}

/// What of a report a model is trained on.
#[derive(Clone, Debug, Default)]
pub struct Cases {
    /// Its numbers.
    pub numbers: Vec<Case>,
    /// Its sentences.
    pub sentences: Vec<Saying>,
}

/// Features in words.
#[derive(Default)]
struct Words(Vec<String>);

impl Sink for Words {
    fn put(&mut self, name: &'static str, a: &str, b: &str, _: usize) {
        let word = format!("{name}={a}|{b}");
        if !self.0.contains(&word) {
            self.0.push(word);
        }
    }
}

/// What an annotated report says of its text.
pub trait Annotated {
    /// What the number at a place tells.
    fn of_number(&self, at: ByteRange, quantity: Quantity) -> Vec<ClaimKind>;

    /// What the sentence at a place tells without a number.
    fn of_sentence(&self, at: ByteRange) -> Vec<ClaimKind>;

    /// Whether the report says in which sentence each claim stands; where not, a sentence tells what a rule reads in it too.
    fn is_by_sentence(&self) -> bool;
}

/// Takes the numbers and sentences of a report as cases.
pub(crate) struct Taker<'t> {
    pub(crate) annotated: &'t dyn Annotated,
    pub(crate) cases: Cases,
}

impl Taker<'_> {
    /// Takes those of a sentence.
    pub(crate) fn take(&mut self, c: &Context<'_>, drafts: &[Draft]) {
        let all = numbers(c);
        let line = Line::new(c.sentence, c.mentions, c.report);
        let named = whose::named(c);
        for number in &all {
            let Some(at) = c.sentence.bytes(&number.tokens) else { continue };
            let mut words = Words::default();
            number::weigh(c, &line, number, &all, drafts, &mut words);
            let golds = self.annotated.of_number(at, number.quantity);
            let ruled = |told: &&ClaimKind| {
                draft_of(drafts, number).any(|draft| ClaimKind::of(&draft.statement) == **told)
            };
            let told = golds.iter().find(ruled).or(golds.first());
            let told = told.copied().filter(|told| OF_NUMBERS.contains(&Some(*told)));
            let choice = |party, told| {
                let mut words = Words::default();
                whose::weigh(c, &line, number, told, party, &named, drafts, &mut words);
                Choice { party, features: words.0 }
            };
            let choices = told.map(|told| {
                whose::parties(c, number, &named, drafts)
                    .into_iter()
                    .map(|party| choice(party, told))
                    .collect()
            });
            self.cases.numbers.push(Case {
                at,
                quantity: number.quantity,
                told,
                features: words.0,
                choices: choices.unwrap_or_default(),
            });
        }
        self.take_sentence(c, &line, &named, drafts);
    }

    fn take_sentence(&mut self, c: &Context<'_>, line: &Line<'_>, named: &[whose::Named], drafts: &[Draft]) {
        let at = c.sentence.at;
        let mut words = Words::default();
        speech::weigh(c, line, drafts, &mut words);
        let golds = self.annotated.of_sentence(at);
        let is_told = |kind: &ClaimKind| {
            let ruled = || drafts.iter().any(|draft| without_number(&draft.statement) == Some(*kind));
            golds.contains(kind) && (self.annotated.is_by_sentence() || ruled())
        };
        let told = OF_SENTENCES.into_iter().filter(is_told);
        let choice = |kind, party| {
            let mut words = Words::default();
            actor::weigh(c, line, kind, party, named, drafts, &mut words);
            Choice { party, features: words.0 }
        };
        let told = told.map(|kind| {
            let parties = actor::parties(c, named, drafts).into_iter();
            (kind, parties.map(|party| choice(kind, party)).collect())
        });
        self.cases.sentences.push(Saying { at, features: words.0, told: told.collect() });
    }
}
