//! What a sentence leaves behind.

use model::{ByteRange, Modality, Name, Party, Quantity, Service, Statement, Whose};

use crate::{clause::Role, context::Context, draft::Draft};

use super::{Discourse, contributors};

/// What a sentence leaves behind, to be put to the discourse when the sentence is done.
#[derive(Debug)]
pub(crate) struct Memory {
    groups: Vec<(Whose, Option<Service>, Option<Quantity>, Option<ByteRange>)>,
    focus: Option<Party>,
    states: Option<Vec<Party>>,
    person: Option<(Name, Option<Party>)>,
    speaker: Option<(Name, ByteRange)>,
    claims: Vec<(Statement, Modality)>,
}

impl Memory {
    /// What this sentence leaves, with the claims read from it.
    pub(crate) fn of(context: &Context<'_>, drafts: &[Draft]) -> Self {
        let parse = context.parse;
        let resolved = context.resolved.iter().enumerate();
        let groups: Vec<_> = resolved
            .filter_map(|(at, of)| {
                let of = of.as_ref().filter(|of| !of.is_host)?;
                let quantity = Some(context.quantity(at)).filter(|quantity| quantity.number().is_some());
                Some((of.whose.clone(), of.service, quantity, context.bytes(at)))
            })
            .collect();
        let mut focus = None;
        let mut states = None;
        let mut person = None;
        for (at, phrase) in parse.phrases.iter().enumerate() {
            let parties = contributors(phrase, context.report);
            if phrase.link.is_none() || phrase.group().is_some() {
                focus = parties.iter().next_back().copied().or(focus);
            }
            if phrase.actors().iter().filter(|actor| actor.role == Role::Party).count() > 1 {
                let named = phrase.actors().iter().filter_map(|actor| actor.party);
                states = Some(named.filter(|party| party.is_state()).collect());
            }
            let acts = parse.clauses.iter().any(|clause| clause.subject == Some(at));
            if let Some(actor) = phrase.actors().first().filter(|actor| actor.role == Role::Person && acts)
                && let Some(name) = &actor.name
            {
                person = Some((name.clone(), actor.party));
            }
        }
        for (whose, ..) in &groups {
            if let Whose::Party(party) = whose {
                focus = Some(*party);
            }
        }
        let speaker = context.voices.last().and_then(|speaks| Some((speaks.name.clone(), speaks.at?)));
        let claims = drafts.iter().map(|draft| (draft.statement.clone(), draft.modality)).collect();
        Self { groups, focus, states, person, speaker, claims }
    }
}

impl Discourse {
    /// Takes in what a sentence leaves.
    pub(crate) fn take(&mut self, memory: Memory) {
        for (whose, service, quantity, at) in memory.groups {
            self.remember(whose, service, quantity, at);
        }
        self.focus = memory.focus.or(self.focus);
        if let Some(states) = memory.states {
            self.states = states;
        }
        self.person = memory.person.or(self.person.take());
        self.speaker = memory.speaker.or(self.speaker.take());
        self.remember_claims(memory.claims.iter().map(|(statement, modality)| (statement, *modality)));
    }
}
