//! What the weights make of claims without a number: they let the rules' stand, take them away, or add one where no rule spoke.

use std::cell::OnceCell;

use model::{
    ClaimKind, Currency, EquipmentType, Modality, Party, Quantity, Resource, Scope, Span, Statement, Whose,
};

use crate::{
    DateMention,
    clause::Kind,
    context::Context,
    draft::Draft,
    rules::{concern_of, engagement_of, mandate_of, site_of},
};

use super::{
    NAME, SHOWN, STANDS, actor,
    claim::{self, Slots},
    kinds::{OF_SENTENCES, Surely, parties_of, without_number},
    line::Line,
    model::{HEARD, Weighed, Weights},
    speech,
    whose::Named,
};

/// So likely must what a sentence tells of a party be where no rule tells it.
const ADDED: f32 = 0.5;

/// So likely beside what a rule tells of the same kind.
const BESIDE: f32 = 0.8;

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
    let likely = heard.likely();
    let telling = Telling { c, line, named, ruled, weights, heard: &heard, parties: OnceCell::new() };
    for (kind, likely) in OF_SENTENCES.into_iter().zip(likely) {
        telling.tell(kind, likely, drafts);
    }
}

/// What a kind is weighed with.
struct Telling<'s> {
    c: &'s Context<'s>,
    line: &'s Line<'s>,
    named: &'s [Named],
    ruled: &'s [Draft],
    weights: &'s Weights,
    heard: &'s Weighed<'s, HEARD>,
    /// Those that anything told may be of, once that is asked.
    parties: OnceCell<Vec<Option<Party>>>,
}

impl Telling<'_> {
    fn tell(&self, kind: ClaimKind, likely: f32, drafts: &mut Vec<Draft>) {
        let is = |draft: &Draft| without_number(&draft.statement) == Some(kind);
        if likely < STANDS {
            drafts.retain(|draft| !is(draft));
            return;
        }
        let told = drafts.iter().any(is);
        if likely < ADDED && !told {
            return;
        }
        let choices = self.parties.get_or_init(|| actor::parties(self.c, self.named, self.ruled));
        let shares: Vec<f32> = choices.iter().map(|party| self.share(kind, *party)).collect();
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
            let known = drafts.iter().any(|draft| of_same(draft, kind, *party));
            if likely * share >= enough && !known {
                drafts.extend(self.draft(kind, *party));
            }
        }
    }

    /// How likely it is that what is told of a kind is of this party.
    fn share(&self, kind: ClaimKind, party: Option<Party>) -> f32 {
        let mut liked = self.weights.of_party();
        actor::weigh(self.c, self.line, kind, party, self.named, self.ruled, &mut liked);
        liked.share()
    }

    /// The claim of a kind that the sentence makes.
    fn draft(&self, kind: ClaimKind, party: Option<Party>) -> Option<Draft> {
        let words = self.heard.words_of(kind, SHOWN);
        let clause = self.clause(&words);
        let c = &Context { index: clause, ..*self.c };
        let phrase = c.clause().verb.unwrap_or(0);
        let modality = match (self.heard.surely(), kind) {
            (Surely::Denied, _) => Modality::Denied,
            (_, ClaimKind::Pledge) => Modality::Pledged,
            (surely @ Surely::Pledged, ClaimKind::Funds | ClaimKind::Equipment) => claim::modality(surely),
            (Surely::Pledged, _) => Modality::Planned,
            (surely, _) => claim::modality(surely),
        };
        let statement = statement(c, kind, party, modality)?;
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
fn of_same(draft: &Draft, kind: ClaimKind, party: Option<Party>) -> bool {
    let own = parties_of(&draft.statement);
    ClaimKind::of(&draft.statement) == kind && party.map_or(own.is_empty(), |party| own.contains(&party))
}

fn statement(
    c: &Context<'_>,
    kind: ClaimKind,
    party: Option<Party>,
    modality: Modality,
) -> Option<Statement> {
    let whose = match party {
        Some(party) => Whose::Party(party),
        None if c.report.mission.is_some() => Whose::Mission,
        None => Whose::Unstated,
    };
    match kind {
        ClaimKind::Mandate => return Some(mandate_of(c, party)),
        ClaimKind::Site => return site_of(c, whose),
        ClaimKind::Engagement => return Some(engagement_of(c, whose)),
        ClaimKind::Shortfall => return Some(concern_of(c, whose)),
        _ => {}
    }
    let people = Scope::people(whose);
    let resource = match kind {
        ClaimKind::Equipment => Resource::Equipment(kit(c)?),
        ClaimKind::Funds => Resource::Money(Currency::Unstated),
        _ => people.resource.clone(),
    };
    let slots = Slots {
        scope: Scope { resource, ..people },
        quantity: Quantity::SomeNumber,
        during: c.date().map_or(Span::Unstated, |(day, _)| DateMention::bounded(day)),
        as_of: if modality == Modality::Fact { c.as_of() } else { Span::Unstated },
        place: None,
    };
    claim::told(c, kind, modality, slots)
}

/// The kit that a sentence names first.
fn kit(c: &Context<'_>) -> Option<EquipmentType> {
    c.parse.phrases.iter().find_map(|phrase| match &phrase.what {
        Kind::Kit(kit) => Some(kit.kind.clone()),
        _ => None,
    })
}
