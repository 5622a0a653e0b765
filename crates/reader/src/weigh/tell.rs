//! What the weights make of claims without a number: they let the rules' stand, take them away, or add one where no rule spoke.

use std::collections::BTreeSet;

use model::{
    Count, CountFields, Currency, EquipmentType, Modality, Movement, MovementFields, Party, Quantity,
    Resource, Scope, Service, Span, Stage, Statement, Step, Whose,
};

use crate::{
    DateMention, Sense,
    clause::Kind,
    context::Context,
    draft::Draft,
    rules::{concern_of, engagement_of, mandate_of, site_of},
};

use super::{
    actor,
    judge::NAME,
    line::Line,
    model::{Heard, Weights},
    speech,
    tiding::{Tiding, parties_of},
    told::Surely,
    whose::Named,
};

/// So likely must a tiding of a party be for it to be claimed where no rule tells of it.
const ADDED: f32 = 0.5;

/// So likely beside what a rule tells of the same kind.
const BESIDE: f32 = 0.8;

/// What a rule tells stands unless it is less likely than this.
const STANDS: f32 = 0.2;

/// So many of the words that weigh most are shown.
const SHOWN: usize = 3;

/// Weighs what a sentence tells without a number, with the drafts that the rules made of it, and puts those right.
pub(super) fn tell(
    c: &Context<'_>,
    line: &Line<'_>,
    named: &[Named],
    weights: &Weights,
    ruled: &[Draft],
    drafts: &mut Vec<Draft>,
) {
    if !weights.tells() {
        return;
    }
    let mut heard = weights.of_sentence();
    speech::weigh(c, line, ruled, &mut heard);
    let likely = heard.tidings();
    let telling = Telling { c, line, named, ruled, weights, heard: &heard };
    for (tiding, likely) in Tiding::ALL.into_iter().zip(likely) {
        telling.tell(tiding, likely, drafts);
    }
}

/// What a tiding is weighed with.
struct Telling<'s> {
    c: &'s Context<'s>,
    line: &'s Line<'s>,
    named: &'s [Named],
    ruled: &'s [Draft],
    weights: &'s Weights,
    heard: &'s Heard<'s>,
}

impl Telling<'_> {
    fn tell(&self, tiding: Tiding, likely: f32, drafts: &mut Vec<Draft>) {
        let is = |draft: &Draft| Tiding::of(&draft.statement) == Some(tiding);
        if likely < STANDS {
            drafts.retain(|draft| !is(draft));
            return;
        }
        let told = drafts.iter().any(is);
        if likely < ADDED && !told {
            return;
        }
        let choices = actor::parties(self.c, self.named, self.ruled);
        let shares: Vec<f32> = choices.iter().map(|party| self.share(tiding, *party)).collect();
        let share = |party: Option<Party>| {
            choices.iter().zip(&shares).find(|(choice, _)| **choice == party).map_or(0.0, |(_, share)| *share)
        };
        drafts.retain(|draft| {
            let own = parties_of(&draft.statement);
            let best = own.iter().map(|party| share(Some(*party))).fold(0.0, f32::max);
            let best = if own.is_empty() { share(None) } else { best };
            !is(draft) || likely * best >= STANDS
        });
        let enough = if drafts.iter().any(is) { BESIDE } else { ADDED };
        for (party, share) in choices.iter().zip(&shares) {
            let known = drafts.iter().any(|draft| of_same(draft, tiding, *party));
            if likely * share >= enough && !known {
                drafts.extend(self.draft(tiding, *party));
            }
        }
    }

    /// How likely it is that a tiding is of this party.
    fn share(&self, tiding: Tiding, party: Option<Party>) -> f32 {
        let mut liked = self.weights.of_party();
        actor::weigh(self.c, self.line, tiding, party, self.named, self.ruled, &mut liked);
        liked.share()
    }

    /// The claim that a tiding makes: its slots are filled as rules fill theirs.
    fn draft(&self, tiding: Tiding, party: Option<Party>) -> Option<Draft> {
        let words = self.heard.words(tiding, SHOWN);
        let clause = self.clause(&words);
        let c = &Context { index: clause, ..*self.c };
        let phrase = c.clause().verb.unwrap_or(0);
        let modality = match (self.heard.surely(), tiding) {
            (Surely::Denied, _) => Modality::Denied,
            (_, Tiding::Pledge) | (Surely::Pledged, Tiding::Funds | Tiding::Equipment) => Modality::Pledged,
            (Surely::Told, _) => Modality::Fact,
            (Surely::Planned | Surely::Pledged, _) => Modality::Planned,
        };
        let statement = statement(c, tiding, party, modality)?;
        let mut draft = Draft::new(NAME, statement, modality, phrase);
        for word in words {
            draft = draft.slot("weighed", c.sentence.bytes(&(word..word + 1)));
        }
        Some(draft.slot("date", c.date().and_then(|(_, at)| c.bytes(at))))
    }

    /// The clause in which the word stands that speaks most for it.
    fn clause(&self, words: &[usize]) -> usize {
        let clauses = &self.c.parse.clauses;
        let holds = |token: usize| {
            let phrase = self.c.parse.phrases.partition_point(|phrase| phrase.tokens.end <= token);
            let holds = |clause: &crate::clause::Clause| {
                clause.verb == Some(phrase)
                    || clause.before.contains(&phrase)
                    || clause.after.contains(&phrase)
            };
            clauses.iter().position(|clause| clause.verb.is_some() && holds(clause))
        };
        words.iter().find_map(|word| holds(*word)).unwrap_or(0)
    }
}

/// Whether a draft tells the same of this party, with a number or without.
fn of_same(draft: &Draft, tiding: Tiding, party: Option<Party>) -> bool {
    let kind = Tiding::of(&draft.statement)
        .map_or_else(|| super::told::Told::of(&draft.statement).name(), Tiding::name);
    let own = parties_of(&draft.statement);
    kind == tiding.name() && party.map_or(own.is_empty(), |party| own.contains(&party))
}

fn statement(c: &Context<'_>, tiding: Tiding, party: Option<Party>, modality: Modality) -> Option<Statement> {
    let whose = match party {
        Some(party) => Whose::Party(party),
        None if c.report.mission.is_some() => Whose::Mission,
        None => Whose::Unstated,
    };
    let units = BTreeSet::new();
    let people = Scope { whose: whose.clone(), resource: Resource::People(Service::Unstated), units };
    let span = c.date().map_or(Span::Unstated, |(day, _)| DateMention::bounded(day));
    let count = |stage: Stage| {
        let as_of = if modality == Modality::Fact { c.as_of() } else { Span::Unstated };
        let fields =
            CountFields { scope: people.clone(), stage, quantity: Quantity::SomeNumber, as_of, place: None };
        Count::try_from(fields).ok().map(Statement::Count)
    };
    let movement = |step: Step, resource: Resource| {
        let scope = Scope { resource, ..people.clone() };
        let quantity = Quantity::SomeNumber;
        let fields =
            MovementFields { scope, step, quantity, during: span, from: None, to: None, ordinal: None };
        Movement::try_from(fields).ok().map(Statement::Movement)
    };
    let of_people = |step: Step| movement(step, people.resource.clone());
    match tiding {
        Tiding::Strength => count(Stage::Deployed),
        Tiding::Pledge => count(Stage::Promised),
        Tiding::Training => count(Stage::Training),
        Tiding::Ready => count(Stage::Ready),
        Tiding::Deployment => of_people(Step::Deploy),
        Tiding::Return => of_people(Step::Repatriate),
        Tiding::Casualty => of_people(Step::Lose),
        Tiding::Equipment => {
            let step = if modality == Modality::Fact { Step::Deliver } else { Step::Pledge };
            movement(step, Resource::Equipment(kit(c)?))
        }
        Tiding::Funds => movement(money_step(c, modality), Resource::Money(Currency::Unstated)),
        Tiding::Mandate => Some(mandate_of(c, party)),
        Tiding::Site => site_of(c, whose),
        Tiding::Engagement => Some(engagement_of(c, whose)),
        Tiding::Shortfall => Some(concern_of(c, whose)),
    }
}

/// The kit that a sentence names first.
fn kit(c: &Context<'_>) -> Option<EquipmentType> {
    c.parse.phrases.iter().find_map(|phrase| match &phrase.what {
        Kind::Kit(kit) => Some(kit.kind.clone()),
        _ => None,
    })
}

fn money_step(c: &Context<'_>, modality: Modality) -> Step {
    if modality != Modality::Fact {
        Step::Pledge
    } else if c.says(&[Sense::Freeze]) {
        Step::Withhold
    } else if c.says(&[Sense::Spend, Sense::Cost]) {
        Step::Spend
    } else {
        Step::Pay
    }
}
