//! The object of an annotation: what it names beside party, number, day and place.

use std::collections::BTreeSet;

use model::{
    About, Claim, ClaimKind, Concern, Mandate, MandateAct, Modality, Movement, Ordinal, Place, Quantity,
    Resource, Scope, Stage, Statement, Step, Until,
};
use serde::{Deserialize, Serialize};

/// One name or phrase, or several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Object {
    /// One.
    One(String),
    /// Several, each by itself.
    Several(Vec<String>),
}

impl Object {
    /// These words: none, one or several.
    pub(super) fn of(words: impl IntoIterator<Item = String>) -> Option<Self> {
        let mut words: Vec<String> = words.into_iter().collect();
        match words.len() {
            0 => None,
            1 => words.pop().map(Self::One),
            _ => Some(Self::Several(words)),
        }
    }

    /// Each of its words or phrases.
    pub fn items(&self) -> impl Iterator<Item = &str> {
        match self {
            Self::One(item) => std::slice::from_ref(item),
            Self::Several(items) => items,
        }
        .iter()
        .map(String::as_str)
    }

    /// Both, each item once.
    pub(super) fn with(&self, other: &Self) -> Option<Self> {
        let mut items: Vec<String> = self.items().map(str::to_owned).collect();
        for item in other.items() {
            if !items.iter().any(|known| known == item) {
                items.push(item.to_owned());
            }
        }
        Self::of(items)
    }
}

/// What a claim names beside party, number, day and place; the sentence tells what the model does not keep apart.
pub(super) fn object(claim: &Claim, kind: ClaimKind, sentence: &str) -> Option<Object> {
    match &claim.statement {
        Statement::Count(count) => match kind {
            ClaimKind::Casualty => Some(Object::One(fate(sentence).to_owned())),
            ClaimKind::Funds => money(count.place.as_ref(), stage_word(count.stage)),
            _ => named(&count.scope, None, count.quantity),
        },
        Statement::Movement(movement) => match kind {
            ClaimKind::Casualty => Some(Object::One(fate(sentence).to_owned())),
            ClaimKind::Funds => money(purse(movement), step_word(movement.step)),
            _ => named(&movement.scope, movement.ordinal, movement.quantity),
        },
        Statement::Ceiling(ceiling) => ceiling.instrument.as_ref().map(|text| Object::One(text.to_string())),
        Statement::Mandate(mandate) => Some(Object::One(term(mandate, claim.modality, sentence))),
        Statement::Site(site) => Some(Object::One(site.site.to_string())),
        Statement::Engagement(engagement) => {
            let names = if engagement.participants.is_empty() {
                &engagement.topics
            } else {
                &engagement.participants
            };
            Object::of(names.iter().map(ToString::to_string))
        }
        Statement::Concern(_) if kind == ClaimKind::Casualty => Some(Object::One("wounded".to_owned())),
        Statement::Concern(concern) => Some(lack(concern)),
    }
}

/// Lost people are dead or missing; the model keeps one stage for both.
fn fate(sentence: &str) -> &'static str {
    let sentence = sentence.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
    let dead = [
        "kill",
        "dead",
        "death",
        "died",
        "dies",
        "lost his life",
        "lost her life",
        "lost their lives",
        "slain",
    ];
    if says(&["missing", "unaccounted"]) && !says(&dead) { "missing" } else { "killed" }
}

/// The named units, else the contingent by its ordinal, else the kit by its full type.
fn named(scope: &Scope, ordinal: Option<Ordinal>, quantity: Quantity) -> Option<Object> {
    let contingent = || ordinal.map(|ordinal| Object::One(format!("{} contingent", in_words(ordinal))));
    let kit = || match &scope.resource {
        Resource::Equipment(kit) if kit.0.as_str().contains(' ') || quantity == Quantity::SomeNumber => {
            Some(Object::One(kit.0.to_string()))
        }
        _ => None,
    };
    Object::of(scope.units.iter().map(|unit| unit.0.to_string())).or_else(contingent).or_else(kit)
}

fn in_words(ordinal: Ordinal) -> String {
    const WORDS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let place = usize::from(ordinal.0.get()) - 1;
    WORDS.get(place).map_or_else(|| ordinal.to_string(), |word| (*word).to_owned())
}

fn purse(movement: &Movement) -> Option<&Place> {
    movement.to.as_ref().or(movement.from.as_ref())
}

/// Which purse, and what became of the money where that is not plain: `trust fund: frozen`.
fn money(purse: Option<&Place>, fate: Option<&str>) -> Option<Object> {
    match (purse, fate) {
        (Some(purse), Some(fate)) => Some(Object::One(format!("{purse}: {fate}"))),
        (Some(purse), None) => Some(Object::One(purse.to_string())),
        (None, fate) => fate.map(|fate| Object::One(fate.to_owned())),
    }
}

fn stage_word(stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::Committed => Some("committed"),
        Stage::Spent => Some("spent"),
        Stage::Withheld => Some("frozen"),
        _ => None,
    }
}

fn step_word(step: Step) -> Option<&'static str> {
    match step {
        Step::Commit => Some("committed"),
        Step::Spend => Some("spent"),
        Step::Withhold => Some("frozen"),
        Step::Release => Some("released"),
        Step::Withdraw => Some("withdrawn"),
        _ => None,
    }
}

/// What is done to a mandate, with its end: `extended 12 months`, `until 2025-10`.
fn term(mandate: &Mandate, modality: Modality, sentence: &str) -> String {
    let with_term = |word: &str| match mandate.until {
        Until::Date(end) => format!("{word} until {end}"),
        Until::Months(months) => format!("{word} {months} months"),
        Until::Unstated => word.to_owned(),
    };
    match (mandate.act, mandate.until) {
        (MandateAct::Extend, Until::Date(end)) if modality == Modality::Denied => {
            format!("not renewed beyond {end}")
        }
        (MandateAct::Extend, Until::Date(end)) => format!("until {end}"),
        (MandateAct::Extend, _) => with_term("extended"),
        (MandateAct::Authorise, _) => with_term("authorised"),
        (MandateAct::Amend, _) => with_term("amended"),
        (MandateAct::Convert, _) if sentence.to_lowercase().contains("peacekeeping") => {
            "convert to a UN peacekeeping operation".to_owned()
        }
        (MandateAct::Convert, _) => "convert to another force".to_owned(),
        (MandateAct::End, Until::Date(end)) => format!("ends {end}"),
        (MandateAct::End, _) => "ended".to_owned(),
        (MandateAct::Propose, _) => with_term("proposed"),
    }
}

/// What is late, lacking or criticised, as a short phrase.
fn lack(concern: &Concern) -> Object {
    let also = concern.also.iter().filter(|about| **about != concern.about);
    let others: BTreeSet<About> = also.copied().collect();
    let phrase = |lead: &str, link: &str, word: fn(About) -> &'static str| {
        let words: Vec<_> = others.iter().map(|about| word(*about)).collect();
        match words.as_slice() {
            [] => lead.to_owned(),
            [one] => format!("{lead} {link} {one}"),
            [first @ .., last] => format!("{lead} {link} {} and {last}", first.join(", ")),
        }
    };
    match concern.about {
        About::Delay => Object::One(phrase("delayed deployment", "of", |about| match about {
            About::Personnel => "people",
            other => about_word(other),
        })),
        About::Appeal => Object::One(phrase("appeal", "for", |about| match about {
            About::Funding => "funds",
            other => about_word(other),
        })),
        first => {
            let words = std::iter::once(first).chain(others.iter().copied()).map(about_word);
            Object::of(words.map(str::to_owned)).unwrap_or_else(|| Object::One(about_word(first).to_owned()))
        }
    }
}

fn about_word(about: About) -> &'static str {
    match about {
        About::Delay => "delay",
        About::Personnel => "personnel",
        About::Equipment => "equipment",
        About::Funding => "funding",
        About::Conduct => "conduct",
        About::Security => "security",
        About::Appeal => "appeal",
    }
}
