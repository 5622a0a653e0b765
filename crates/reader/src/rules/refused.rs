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
    clause::{Head, Kind, Link, Role, Time},
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
    // "does not want to send": a wish that is not.
    let unwilling = verb.is_negated && verb.led_by(&[Sense::Wish]);
    let told = c.modality().is_some() || may_not || unwilling;
    // "There will be no Ruritanian contingent".
    let there = || c.objects().next().filter(|_| c.only_is() && verb.is_negated);
    let Some(subject) = c.clause().subject.or_else(there).filter(|_| told) else { return };
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
    // "will not take part in the mission".
    let joins = c.verb_is(Cue::TakePart)
        && (c.names_mission()
            || c.linked(Link::In).all(|at| {
                c.place_at(at).is_some()
                    || c.phrase(at).actors().iter().any(|actor| actor.role == Role::Party)
            }))
        && c.report.is_about_force
        && verb.is_negated
        && (matches!(verb.time, Time::Future | Time::Modal) || verb.verbs.len() > 1);
    let ahead = matches!(verb.time, Time::Future | Time::Modal | Time::Present);
    let puts = c.verb_is(Cue::PutVerb) && c.has_people_object();
    // "will have no soldiers in the force".
    let fields =
        verb.does(&[Sense::Have]) && verb.time == Time::Future && c.has_people_object() && c.is_local();
    let negated = (verb.is_negated || none)
        && (verb.does(GIVING) || puts || fields || lets(c) || stays_out(c))
        && ahead;
    let no_such = none || c.clause().subject.is_none() && c.phrase(subject).group().is_some();
    let absent = no_such && c.only_is() && ahead && verb.time != Time::Present;
    // "will give money but no soldiers".
    let spared = c.clause().after.clone().find(|at| {
        c.phrase(*at).group().is_some_and(|group| group.is_none && group.parties.is_empty())
            && at.checked_sub(1).is_some_and(|before| matches!(c.phrase(before).what, Kind::But | Kind::And))
    });
    let but_no = spared.is_some()
        && verb.does(&[Sense::Send, Sense::Deploy, Sense::Give, Sense::Deliver, Sense::Pledge]);
    if !(refuses || negated || joins || absent || but_no) {
        return;
    }
    let behind = |at: &usize| *at > c.clause().verb.unwrap_or(0) && c.phrase(*at).group().is_some();
    let own = Some(subject).filter(|at| {
        (none || absent || c.is_passive() || stays_out(c))
            && c.phrase(*at).group().is_some_and(|group| group.service.is_some() || !group.parties.is_empty())
    });
    // "will not deploy anyone".
    let sends = verb.does(&[Sense::Send, Sense::Deploy])
        && c.report.is_about_force
        && c.objects().next().is_some_and(|at| matches!(c.phrase(at).what, Kind::Noun))
        && c.objects().all(|at| matches!(c.phrase(at).what, Kind::Noun));
    let part = c.clause().verb.filter(|_| joins || sends);
    let Some(object) = (0..c.parse.phrases.len()).find(behind).filter(|_| !joins).or(own).or(part) else {
        return;
    };
    let mut parties = parties(c, subject);
    // "The minister ruled out a Ruritanian contingent".
    if let (true, Some(group)) = (parties.is_empty() && refuses, c.phrase(object).group()) {
        parties.extend(group.parties.iter().copied().filter(|party| Some(*party) != c.report.host));
    }
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

/// "Ruritanian instructors will not go to Freedonia", "will not be used": a state's people who will not come.
fn stays_out(c: &Context<'_>) -> bool {
    let of_state = c.clause().subject.and_then(|at| c.phrase(at).group()).is_some_and(|group| {
        group.number.is_none()
            && group.parties.iter().any(|party| party.is_state() && Some(*party) != c.report.host)
    });
    let ahead = c.verb().is_some_and(|verb| verb.time == Time::Future);
    let comes = c.does(&[Sense::Depart, Sense::Arrive]) || c.is_passive() && c.does(&[Sense::Other]);
    of_state && ahead && comes && c.report.is_about_force && c.is_mission_area(c.scene().as_ref())
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
        // "excluded the use of Ruritanian soldiers".
        let use_of = c.linked(Link::Of).any(|at| people(at) && matches!(c.phrase(at - 1).what, Kind::Noun));
        return use_of || objects.any(|at| sends(at) || people(at));
    }
    let no_wish = |at: usize| {
        let wish = c.phrase(at).is_event(Sense::Intend) || c.phrase(at).is_event(Sense::Wish);
        wish && (c.verb_is(Cue::NoneOf) || c.phrase_is(at, Cue::NoneOf))
    };
    let behind = c.clause().verb.unwrap_or(0);
    c.does(&[Sense::Have])
        && objects.any(no_wish)
        && c.parse.phrases.iter().enumerate().any(|(at, phrase)| {
            at > behind
                && (sends(at)
                    || phrase.verb().is_some_and(|verb| {
                        verb.does(&[Sense::Send, Sense::Deploy])
                            || verb.does(&[Sense::Give, Sense::Join])
                                && c.parse.phrases.get(at + 1).is_some_and(|next| next.group().is_some())
                    }))
        })
}

/// "will not let its soldiers serve there".
fn lets(c: &Context<'_>) -> bool {
    c.does(&[Sense::Authorise])
        && !c.is_passive()
        && c.objects()
            .any(|at| c.phrase(at).group().is_some() && c.sentence.is(c.phrase(at).tokens.start, Cue::Its))
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
    // "none of its 1,041 soldiers would join", "Ruritanian soldiers will not take part".
    let people = c.phrase(subject).group().filter(|group| group.head != Head::Pronoun);
    if people.is_some_and(|group| group.is_none && group.service.is_some() || !group.parties.is_empty()) {
        return c.scope(subject).whose.parties().filter(|party| Some(*party) != c.report.host).collect();
    }
    // "the ministry said it would not send people": of the state that the report is about.
    if c.is_bare_organ(subject) {
        return c.discourse.main().into_iter().filter(|_| c.report.is_about_force).collect();
    }
    let of_list =
        c.phrase(subject).group().is_some_and(|group| group.is_part || group.is_none || group.is_definite);
    if of_list { c.discourse.states.clone() } else { Vec::new() }
}
