//! Lessons: each number of a report with what is weighed of it, in words, for a model to be trained on.

use model::{ByteRange, Party, Quantity};

use crate::{context::Context, draft::Draft};

use super::{
    line::Line,
    number::{self, Sink, draft_of, numbers},
    told::Told,
    whose,
};

/// A number of a report that could be a claim.
#[derive(Clone, Debug)]
pub struct Case {
    /// Where it stands.
    pub at: ByteRange,
    /// How many.
    pub quantity: Quantity,
    /// What it tells, by name; `None`: nothing.
    pub told: Option<String>,
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

/// Takes the numbers of a report as cases.
pub(crate) struct Taker<'t> {
    /// What the number at a place tells, by names.
    pub(crate) tells: &'t dyn Fn(ByteRange, Quantity) -> Vec<String>,
    pub(crate) cases: Vec<Case>,
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
            let golds = (self.tells)(at, number.quantity);
            let ruled = |told: &&String| {
                draft_of(drafts, number).any(|draft| Told::of(&draft.statement).name() == **told)
            };
            let told = golds.iter().find(ruled).or(golds.first());
            let kind =
                Told::ALL.into_iter().skip(1).find(|kind| Some(kind.name()) == told.map(String::as_str));
            let choice = |party, told| {
                let mut words = Words::default();
                whose::weigh(c, &line, number, told, party, &named, drafts, &mut words);
                Choice { party, features: words.0 }
            };
            let choices = kind.map(|told| {
                whose::parties(c, number, &named, drafts)
                    .into_iter()
                    .map(|party| choice(party, told))
                    .collect()
            });
            self.cases.push(Case {
                at,
                quantity: number.quantity,
                told: kind.map(|kind| kind.name().to_owned()),
                features: words.0,
                choices: choices.unwrap_or_default(),
            });
        }
    }
}
