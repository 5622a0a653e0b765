//! Promises without a number: states that are willing, that tell of their wish to join, that do as others did.

use std::collections::BTreeSet;

use model::{Modality, Party, Resource, Scope, Service, Stage, Statement, Whose};

use crate::{
    Cue, Sense,
    clause::{Actor, Hangs, Head, Kind, Link, Mark, Role},
    context::Context,
    draft::Draft,
};

use super::NAME;

/// "has notified the United Nations of a contribution", "told it of its wish to join": a state that tells a body of people promises some.
pub(super) fn notified(c: &Context<'_>, out: &mut Vec<Draft>) {
    let tells = c.clause().verb.filter(|_| c.does(&[Sense::Say]) && !c.is_passive());
    let Some(verb) = tells.filter(|_| c.report.is_about_force && c.modality() == Some(Modality::Fact)) else {
        return;
    };
    let gift = |at: &usize| {
        let phrase = c.phrase(*at);
        let will = [Sense::Intend, Sense::Pledge, Sense::Give, Sense::Wish, Sense::Ready]
            .into_iter()
            .any(|sense| phrase.is_event(sense));
        will || c.phrase_is(*at, Cue::ShareNoun) || c.phrase_is(*at, Cue::OfferNoun)
    };
    let heard = c.phrase_is(verb, Cue::TellVerb) && c.linked(Link::Of).any(|at| gift(&at));
    // "have declared an interest in joining".
    let declared = c.objects().any(|at| {
        c.phrase_is(at, Cue::OfferNoun) && matches!(c.phrase(at).what, Kind::Noun | Kind::Event(_))
    });
    let counted = (0..c.parse.phrases.len()).any(|at| c.is_counted(at) && !c.is_host(at));
    if (heard || declared) && !counted {
        some_of_each(c, verb, Modality::Pledged, out);
    }
}

/// "Seven others have done so", "Ruritania and Freedonia had done the same": they promise too what was promised just before.
pub(super) fn repeated(c: &Context<'_>, out: &mut Vec<Draft>) {
    let before = c
        .discourse
        .last_claims
        .iter()
        .any(|statement| matches!(statement, Statement::Count(count) if count.stage == Stage::Promised));
    let same = c.clause().verb.filter(|verb| {
        let from = c.phrase(*verb).tokens.end;
        c.any_is(c.phrase(*verb).tokens.clone(), Cue::DoVerb)
            && c.any_is(from.saturating_sub(1)..from + 2, Cue::TheSame)
    });
    let told = c.modality() == Some(Modality::Fact) && c.discourse.last_modality != Some(Modality::Denied);
    if let Some(verb) = same.filter(|_| before && told) {
        some_of_each(c, verb, Modality::Pledged, out);
    }
}

/// "Freedonia and Ruritania intend to send people": each promises some.
pub(super) fn willing(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let takes_part = c.clause().verb.is_some_and(|verb| c.phrase_is(verb, Cue::TakePart));
    let gives = c.says(&[Sense::Send, Sense::Deploy, Sense::Join, Sense::Give]) || takes_part;
    // "Ruritania and Freedonia have made promises as well".
    let bare = c.does(&[Sense::Pledge])
        && c.report.is_about_force
        && !c.is_passive()
        && c.clause().antecedent.is_none()
        && c.objects().all(|at| c.phrase(at).is_event(Sense::Pledge))
        && c.linked(Link::To).next().is_none()
        && c.parse.clauses.iter().all(|clause| clause.on != Some(c.index));
    let about_force = gives && c.names_force() || bare;
    let Some(subject) = c.clause().subject.filter(|_| about_force) else { return };
    // "is reinforcing the mission with 200 soldiers".
    let with = c.linked(Link::With).find(|at| c.is_counted(*at) && c.is_force(*at) && !c.is_host(*at));
    if let (Some(at), [party]) = (with, &c.acting_states()[..]) {
        let scope = Scope { whose: Whose::Party(*party), ..c.scope(at) };
        out.extend(c.count_of(NAME, at, scope, Stage::Promised, None, modality));
        return;
    }
    some_of_each(c, subject, modality, out);
}

/// Some people of each state that acts; of nobody in particular where only their number is told: "ten countries".
pub(super) fn some_of_each(c: &Context<'_>, at: usize, modality: Modality, out: &mut Vec<Draft>) {
    let states = c.acting_states();
    let many = c.subject_actors().iter().any(|actor| matches!(actor.role, Role::Countries(Some(_))));
    if states.is_empty() && many {
        some_of(c, Whose::Unstated, at, modality, out);
    }
    for party in states {
        some_of(c, Whose::Party(party), at, modality, out);
    }
}

/// "they are willing to help": an offer of parties.
pub(super) fn offers(c: &Context<'_>, out: &mut Vec<Draft>) -> bool {
    let Some(verb) = c.clause().verb else { return false };
    let willing = c.phrase_is(verb, Cue::Willing);
    let ready = c.phrase_is(verb, Cue::Prepared);
    let takes_part = c.phrase_is(verb, Cue::TakePart);
    let willing = willing || ready && (takes_part || c.any_is(c.tokens(), Cue::ContributeVerb));
    let helps = takes_part || c.any_is(c.tokens(), Cue::HelpVerb);
    let numbered = c
        .objects()
        .any(|at| c.is_counted(at) || c.phrase(at).group().is_some_and(|group| group.is_additional));
    let Some(subject) = c.clause().subject.filter(|_| willing && helps && !numbered && !has_other_object(c))
    else {
        return false;
    };
    let states = c.acting_states();
    for party in &states {
        some_of(c, Whose::Party(*party), subject, Modality::Pledged, out);
    }
    !states.is_empty()
}

pub(super) fn some_of(c: &Context<'_>, whose: Whose, at: usize, modality: Modality, out: &mut Vec<Draft>) {
    let scope = Scope { whose, resource: Resource::People(Service::Unstated), units: BTreeSet::new() };
    out.extend(c.count_of(NAME, at, scope, Stage::Promised, None, modality));
}

pub(super) fn has_other_object(c: &Context<'_>) -> bool {
    c.objects().any(|at| matches!(c.phrase(at).what, Kind::Kit(_) | Kind::Sum(_) | Kind::MoneyNoun))
        || c.clause().after.clone().any(|at| matches!(c.phrase(at).what, Kind::Sum(_)))
}

impl Context<'_> {
    /// The states that act: those its subject names; for "they" those of the clause it hangs on.
    pub(super) fn acting_states(&self) -> Vec<Party> {
        let named = |at: usize| -> Vec<Party> {
            let actors = self.phrase(at).actors().iter().filter(|actor| actor.role == Role::Party);
            let states = actors.filter_map(|actor| actor.party).filter(|party| party.is_state());
            states.filter(|party| Some(*party) != self.report.host).collect()
        };
        let Some(subject) = self.clause().subject else { return Vec::new() };
        let pronoun = self.phrase(subject).group().is_some_and(|group| group.head == Head::Pronoun);
        let on = self.clause().on.map(|on| &self.parse.clauses[on]);
        // "declared themselves ready".
        let itself = matches!(self.phrase(subject).what, Kind::Noun)
            && self.phrase(subject).tokens.len() == 1
            && on.and_then(|on| on.verb).is_some_and(|verb| verb + 1 == subject);
        // "Ruritania and Freedonia are among the states that": those they are.
        let countries = |actor: &Actor| matches!(actor.role, Role::Countries(_));
        let are = self.clause().hangs == Hangs::Relative
            && self.phrase(subject).actors().iter().any(countries)
            && on
                .and_then(|on| on.verb)
                .and_then(|verb| self.phrase(verb).verb())
                .is_some_and(|verb| verb.verbs.is_empty() && !verb.is_negated);
        // "Five countries have done so: Ruritania, Freedonia".
        let list = self.clause().after.end.max(self.clause().verb.unwrap_or(0) + 1);
        let listed = self.phrase(subject).actors().iter().any(countries)
            && matches!(
                self.parse.phrases.get(list).map(|phrase| &phrase.what),
                Some(Kind::Mark(Mark::Stop))
            );
        if listed && list + 1 < self.parse.phrases.len() {
            return named(list + 1);
        }
        let outer = on.and_then(|on| on.subject);
        match outer.filter(|_| pronoun || itself || are) {
            Some(outer) => named(outer),
            None => named(subject),
        }
    }

    /// Whether people stand anywhere behind the verb, or it speaks of the force in general: "willing to help".
    fn names_force(&self) -> bool {
        let verb = self.clause().verb.unwrap_or(0);
        self.parse.phrases.iter().enumerate().any(|(at, phrase)| at > verb && phrase.group().is_some())
            || self.any_is(self.tokens(), Cue::HelpWord)
            || self.names_mission()
    }
}
