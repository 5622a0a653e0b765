//! The annotation format: what each sentence of a report states, one flat record a statement, to score a reader by.
//!
//! An annotation says less than a claim: it has no grade, no publication day and one word where a claim has a
//! stage or a step. So claims become annotations, and annotations never become claims.

mod object;
mod sentences;
mod unit;

use std::collections::BTreeSet;

use model::{
    Claim, ClaimKind, Document, Modality, Party, Period, Place, Quantity, Resource, Service, Source, Span,
    Speaker, Statement, Whose,
};
use serde::{Deserialize, Serialize};

pub use object::Object;

use sentences::Sentences;
use unit::unit;

/// One statement of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// What kind of statement.
    pub kind: ClaimKind,
    /// The code of the mission; `None` for a force outside any.
    #[serde(default)]
    pub mission: Option<String>,
    /// The code of the party; `None` for figures of the whole mission and where the document does not say.
    #[serde(default)]
    pub contributor: Option<String>,
    /// How many, for kinds that carry a number.
    #[serde(default)]
    pub count: Option<Tally>,
    /// When.
    #[serde(default)]
    pub when: Option<When>,
    /// Where, in the document's own words.
    #[serde(default)]
    pub place: Option<String>,
    /// What else it names: sites, participants, topics, units, the term of a mandate.
    #[serde(default)]
    pub object: Option<Object>,
    /// How surely.
    pub modality: Surety,
    /// Who says it; `None`: the document itself.
    #[serde(default)]
    pub speaker: Option<String>,
    /// The first 40 characters of the sentence.
    pub quote_start: String,
}

/// How many, as the document hedges it. All three of `low`, `high` and `hedge` are `None` where it names a unit only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The least; `None`: open.
    #[serde(default)]
    pub low: Option<u64>,
    /// The most; `None`: open.
    #[serde(default)]
    pub high: Option<u64>,
    /// The word before the number.
    #[serde(default)]
    pub hedge: Option<Hedge>,
    /// Of what: `police`, `troops`, `personnel`, `vehicles`, `USD`; `None`: not stated.
    #[serde(default)]
    pub unit: Option<String>,
}

/// The word before a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hedge {
    /// No hedge.
    #[serde(rename = "exact")]
    Exact,
    /// On either side.
    #[serde(rename = "about", alias = "around", alias = "some", alias = "approximately")]
    About,
    /// A little less.
    #[serde(rename = "nearly", alias = "almost")]
    Nearly,
    /// More.
    #[serde(rename = "over", alias = "more than")]
    Over,
    /// That or more.
    #[serde(rename = "at least")]
    AtLeast,
    /// That or less.
    #[serde(rename = "up to")]
    UpTo,
    /// Less.
    #[serde(rename = "under", alias = "fewer than")]
    Under,
}

/// When, and what the date is the date of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// `2024-06-24`, `2024-06`, `2024`, or first and last of a stretch: `2024-06/2024-07`.
    pub date: String,
    /// What it is the date of.
    pub role: Role,
}

/// What a date is the date of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The event.
    Event,
    /// A figure that held then.
    AsOf,
}

/// How surely; a proposal is `planned`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Surety {
    /// Told as so.
    Fact,
    /// Told as so by somebody quoted.
    Reported,
    /// To come.
    Planned,
    /// Promised or offered.
    Pledged,
    /// Said not to be so, or refused.
    Denied,
}

/// What these claims state in this document, in the order of its sentences.
///
/// Claims of other documents and claims entered by hand have no sentence here and are left out. Claims of one
/// sentence that say the same become one annotation, and so do those that differ in the site alone.
#[must_use]
pub fn annotate(document: &Document, claims: &[Claim]) -> Vec<Annotation> {
    let id = document.id();
    let sentences = Sentences::of(&document.text);
    let mut placed: Vec<(usize, Annotation)> = Vec::new();
    for claim in claims {
        let Source::Read { quote, .. } = &claim.source else { continue };
        if quote.document != id {
            continue;
        }
        let sentence = sentences.holding(quote.at.range(), claim.statement.quantity());
        for annotation in of_claim(claim, document, sentence.words) {
            placed.push((sentence.start, annotation));
        }
    }
    placed.sort_by_key(|(start, _)| *start);
    let mut merged: Vec<(usize, Annotation)> = Vec::new();
    for (start, next) in placed {
        let twin =
            merged.iter_mut().rev().take_while(|(at, _)| *at == start).find(|(_, one)| one.takes_in(&next));
        match twin {
            Some((_, one)) => one.absorb(next),
            None => merged.push((start, next)),
        }
    }
    merged.into_iter().map(|(_, annotation)| annotation).collect()
}

impl Annotation {
    /// Whether both say one thing of one sentence: the same number of the same party, or only the sites differ.
    fn takes_in(&self, other: &Self) -> bool {
        let same_but_object = self.kind == other.kind
            && self.contributor == other.contributor
            && self.mission == other.mission
            && self.modality == other.modality;
        let numbers = |one: &Self| one.count.as_ref().map(|tally| (tally.low, tally.high));
        let numbered = numbers(self).is_some_and(|ends| ends != (None, None));
        same_but_object
            && numbers(self) == numbers(other)
            && (numbered
                || self.object == other.object
                || (self.kind == ClaimKind::Site && self.when == other.when))
    }

    /// Takes what the other knows and this one does not.
    fn absorb(&mut self, other: Self) {
        self.object = match (self.object.take(), other.object) {
            (Some(mine), Some(theirs)) if self.kind == ClaimKind::Site => mine.with(&theirs),
            (mine, theirs) => mine.or(theirs),
        };
        self.when = self.when.take().or(other.when);
        self.place = self.place.take().or(other.place);
        self.speaker = self.speaker.take().or(other.speaker);
    }
}

/// One annotation, or one for each party where a list of parties shares no number.
fn of_claim(claim: &Claim, document: &Document, sentence: &str) -> Vec<Annotation> {
    let kind = ClaimKind::of(&claim.statement);
    let count = tally(kind, &claim.statement);
    let object = object::object(claim, kind, sentence);
    let numbered = count.as_ref().is_some_and(|tally| tally.low.or(tally.high).is_some());
    let one = |contributor: Option<String>, object: Option<Object>| Annotation {
        kind,
        mission: claim.mission.as_ref().map(ToString::to_string),
        contributor,
        count: count.clone(),
        when: when(claim),
        place: place(&claim.statement).map(ToString::to_string).filter(|place| document.text.contains(place)),
        object,
        modality: surety(claim.modality),
        speaker: match &claim.speaker {
            Speaker::Document => None,
            Speaker::Named(name) => Some(name.to_string()),
        },
        quote_start: sentence.chars().take(40).collect(),
    };
    let parties = parties(&claim.statement);
    let codes = || parties.iter().map(|party| party.code().to_owned());
    match (&claim.statement, parties.len()) {
        (_, 0 | 1) => vec![one(codes().next(), object)],
        // Nobody's share is known: the number is nobody's, and the object says whose it is together.
        _ if numbered => vec![one(None, object.or_else(|| Object::of(codes())))],
        (Statement::Site(_) | Statement::Engagement(_) | Statement::Mandate(_), _) => {
            vec![one(named_first(&parties, sentence), object)]
        }
        _ => codes().map(|code| one(Some(code), object.clone())).collect(),
    }
}

/// The parties a statement is of; none for the whole mission.
fn parties(statement: &Statement) -> BTreeSet<Party> {
    match statement {
        Statement::Mandate(mandate) => mandate.body.into_iter().collect(),
        _ => statement.whose().into_iter().flat_map(Whose::parties).collect(),
    }
}

/// The party whose name, or the word made from it, stands first in the sentence.
fn named_first(parties: &BTreeSet<Party>, sentence: &str) -> Option<String> {
    let at = |party: &Party| {
        let stem: String = party.name().chars().take(4).collect();
        sentence.find(&stem).unwrap_or(usize::MAX)
    };
    parties.iter().min_by_key(|party| at(party)).map(|party| party.code().to_owned())
}

fn tally(kind: ClaimKind, statement: &Statement) -> Option<Tally> {
    let quantity = statement.quantity()?;
    let unit = unit(kind, statement);
    let (low, high, hedge) = match quantity {
        Quantity::Exactly(n) => (Some(n), Some(n), Hedge::Exact),
        Quantity::About(n) => (Some(n.get()), Some(n.get()), Hedge::About),
        Quantity::Nearly(n) => (None, Some(n.get()), Hedge::Nearly),
        Quantity::Over(n) => (Some(n), None, Hedge::Over),
        Quantity::AtLeast(n) => (Some(n), None, Hedge::AtLeast),
        Quantity::UpTo(n) => (None, Some(n.get()), Hedge::UpTo),
        Quantity::Under(n) => (None, Some(n.get()), Hedge::Under),
        // The format has no word for "between": both ends stand, and the number lies about there.
        Quantity::Between(ends) => (Some(ends.low()), Some(ends.high()), Hedge::About),
        Quantity::SomeNumber => {
            let named = matches!(
                statement.resource(),
                Some(Resource::People(Service::Police | Service::Troops | Service::Civilians))
            );
            return named.then_some(Tally { low: None, high: None, hedge: None, unit });
        }
    };
    Some(Tally { low, high, hedge: Some(hedge), unit })
}

fn place(statement: &Statement) -> Option<&Place> {
    match statement {
        Statement::Count(count) => count.place.as_ref(),
        Statement::Movement(movement) => movement.to.as_ref().or(movement.from.as_ref()),
        Statement::Engagement(engagement) => engagement.place.as_ref(),
        Statement::Ceiling(_) | Statement::Mandate(_) | Statement::Site(_) | Statement::Concern(_) => None,
    }
}

fn when(claim: &Claim) -> Option<When> {
    let period = |period: Period| period.to_string();
    let date = match claim.statement.span() {
        Span::In(at) | Span::By(at) | Span::Since(at) => period(at),
        Span::From(stretch) => format!("{}/{}", stretch.first(), stretch.last()),
        Span::Unstated => return None,
    };
    let held = claim.modality.is_told();
    let role = match claim.statement {
        Statement::Count(_) | Statement::Ceiling(_) if held => Role::AsOf,
        _ => Role::Event,
    };
    Some(When { date, role })
}

fn surety(modality: Modality) -> Surety {
    match modality {
        Modality::Fact => Surety::Fact,
        Modality::Reported => Surety::Reported,
        Modality::Planned | Modality::Proposed => Surety::Planned,
        Modality::Pledged => Surety::Pledged,
        Modality::Denied => Surety::Denied,
    }
}
