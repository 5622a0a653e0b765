//! A party says that it will not send people.
//!
//! **Reads** a party, or each of several, that "will not send troops", "ruled out sending", "refused to send" as a count
//! *promised*, denied.
//!
//! **Example.** "Ruritania and Freedonia will not send soldiers." Two counts, both denied.
//!
//! **Refuses** a denial of what has happened, and a refusal of anything but people.

use std::collections::BTreeSet;

use model::{Count, CountFields, Modality, Quantity, Resource, Scope, Service, Stage, Statement, Whose};

use crate::{
    Cue, Sense,
    clause::{Role, Time},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "refused";

const GIVING: &[Sense] =
    &[Sense::Send, Sense::Deploy, Sense::Give, Sense::Pledge, Sense::Join, Sense::Allocate, Sense::Serve];

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    let Some(verb) = c.verb() else { return };
    // "may not send": it is not let.
    let may_not = verb.is_negated && verb.is_possible && verb.time == Time::Modal && !verb.is_unreal;
    let Some(subject) = c.clause().subject.filter(|_| c.modality().is_some() || may_not) else { return };
    let none = c.phrase(subject).group().is_some_and(|group| group.is_none);
    let refuses = verb.led_by(&[Sense::Refuse]) && verb.does(GIVING)
        || verb.does(&[Sense::Refuse])
            && c.parse.clauses.iter().any(|clause| {
                clause.on == Some(c.index)
                    && clause
                        .verb
                        .and_then(|verb| c.phrase(verb).verb())
                        .is_some_and(|verb| verb.does(GIVING))
            });
    let refuses = refuses || rules_out(c);
    // "French soldiers will not be sent".
    let acted_on = c.is_passive()
        && verb.is_negated
        && verb.does(GIVING)
        && c.phrase(subject).group().is_some_and(|group| !group.parties.is_empty());
    // "will not take part in the mission".
    let joins = c.any_is(c.clause().verb.map_or(0..0, |verb| c.phrase(verb).tokens.clone()), Cue::TakePart)
        && (c.names_mission()
            || c.clause().after.clone().all(|at| !c.phrase(at).is_nominal() || c.phrase(at).link.is_some()))
        && c.report.is_about_force
        && verb.is_negated
        && matches!(verb.time, Time::Future | Time::Modal | Time::Present);
    let negated = (verb.is_negated || none)
        && verb.does(GIVING)
        && matches!(verb.time, Time::Future | Time::Modal | Time::Present);
    if !(refuses || negated || joins) {
        return;
    }
    let behind = |at: &usize| *at > c.clause().verb.unwrap_or(0) && c.phrase(*at).group().is_some();
    let own =
        Some(subject).filter(|at| none && c.phrase(*at).group().is_some_and(|group| group.service.is_some()));
    let own = own.or(Some(subject).filter(|_| acted_on));
    let part = c.clause().verb.filter(|_| joins);
    let Some(object) = (0..c.parse.phrases.len()).find(behind).filter(|_| !joins).or(own).or(part) else {
        return;
    };
    let parties = parties(c, subject);
    let service = c.phrase(object).group().and_then(|group| group.service).unwrap_or(Service::Unstated);
    for party in parties {
        let scope =
            Scope { whose: Whose::Party(party), resource: Resource::People(service), units: BTreeSet::new() };
        let fields = CountFields {
            scope,
            stage: Stage::Promised,
            quantity: Quantity::SomeNumber,
            as_of: c.span(),
            place: None,
        };
        if let Ok(count) = Count::try_from(fields) {
            let verb_at = c.clause().verb.and_then(|verb| c.bytes(verb));
            out.push(
                Draft::new(NAME, Statement::Count(count), Modality::Denied, object)
                    .slot("whose", c.bytes(subject))
                    .slot("verb", verb_at),
            );
        }
    }
}

/// "ruled out any deployment of its soldiers", "has no intention of sending troops".
fn rules_out(c: &Context<'_>) -> bool {
    let sends = |at: usize| c.phrase(at).is_event(Sense::Deploy) || c.phrase(at).is_event(Sense::Send);
    // "has decided against sending soldiers".
    let against = |at: usize| {
        let start = c.phrase(at).tokens.start;
        c.any_is(start.saturating_sub(1)..start, Cue::AgainstWord)
    };
    if c.does(&[Sense::Decide]) && c.around().any(|at| sends(at) && against(at)) {
        return true;
    }
    let mut objects = c.objects();
    // "ruled out a Ruritanian contingent".
    let people = |at: usize| c.phrase(at).group().is_some_and(|group| !group.parties.is_empty());
    if c.does(&[Sense::Refuse]) {
        return objects.any(|at| sends(at) || people(at));
    }
    let verb = c.clause().verb.map_or(0..0, |verb| c.phrase(verb).tokens.clone());
    let no_wish = |at: usize| {
        let wish = c.phrase(at).is_event(Sense::Intend) || c.phrase(at).is_event(Sense::Wish);
        wish && (c.any_is(verb.clone(), Cue::NoneOf) || c.phrase_is(at, Cue::NoneOf))
    };
    let behind = c.clause().verb.unwrap_or(0);
    c.does(&[Sense::Have])
        && objects.any(no_wish)
        && c.parse.phrases.iter().enumerate().any(|(at, phrase)| {
            at > behind
                && (sends(at) || phrase.verb().is_some_and(|verb| verb.does(&[Sense::Send, Sense::Deploy])))
        })
}

/// The parties that refuse: those named, or those of the list before: "none of the three".
fn parties(c: &Context<'_>, subject: usize) -> Vec<model::Party> {
    let named: Vec<model::Party> = c
        .phrase(subject)
        .actors()
        .iter()
        .filter(|actor| matches!(actor.role, Role::Party | Role::Person | Role::Organ))
        .filter_map(|actor| actor.party)
        .filter(|party| party.is_state())
        .collect();
    if !named.is_empty() {
        return named;
    }
    // "Ruritanian soldiers will not take part".
    if let Some(group) = c.phrase(subject).group().filter(|group| !group.parties.is_empty()) {
        return group.parties.iter().copied().filter(|party| Some(*party) != c.report.host).collect();
    }
    // "none of its 1,041 soldiers would join".
    if c.phrase(subject).group().is_some_and(|group| group.is_none && group.service.is_some()) {
        return c.scope(subject).whose.parties().collect();
    }
    // "the ministry said it would not send people": of the state that the report is about.
    let organ =
        c.phrase(subject).actors().iter().any(|actor| actor.role == Role::Organ && actor.party.is_none());
    if let Some(main) = c.discourse.main().filter(|party| organ && Some(*party) != c.report.host) {
        return vec![main];
    }
    let of_list =
        c.phrase(subject).group().is_some_and(|group| group.is_part || group.is_none || group.is_definite);
    if of_list { c.discourse.states.clone() } else { Vec::new() }
}
