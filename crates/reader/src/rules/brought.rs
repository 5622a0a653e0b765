//! People come with others or by a carrier: a plane brings them, a flight carries them, those who are there are joined by them.
//!
//! **Reads** a group of people that a plane, a flight or a state "brought", "carried" or "flew" to the mission's area, that was "on
//! board" what landed, that those before it were "joined by", or that newcomers "included", as a movement *deploy*; and
//! people that the host "welcomed", that their own "saw off", or with whom a state "reinforced" the mission.
//!
//! **Example.** "A plane with 60 Ruritanian police on board landed on Friday." 60 police of Ruritania, on that day.
//!
//! **Refuses** carriers that go elsewhere, passengers of no force, and the host's own people.

use model::{Modality, Scope, Span, Step, Whose};

use crate::{
    Cue, Sense,
    clause::{Hangs, Head, Kind, Link},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "brought";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    if c.clause().verb.is_none() {
        return;
    }
    let Some(modality) = c.modality().filter(|modality| match modality {
        Modality::Fact => true,
        Modality::Planned => c.date().is_some(),
        _ => false,
    }) else {
        return;
    };
    seen_off(c, modality, out);
    reinforced(c, modality, out);
    let people = carried(c)
        .or_else(|| on_board(c))
        .or_else(|| joined_by(c))
        .or_else(|| newcomers(c))
        .or_else(|| welcomed(c))
        .or_else(|| flown_in(c))
        .unwrap_or_default();
    for at in people {
        let taken = out.iter().any(|draft| draft.phrase == at);
        let named = c.phrase(at).group().is_some_and(|group| !group.parties.is_empty());
        if !(c.is_counted(at) || named) || !c.is_force(at) || taken {
            continue;
        }
        let place = c.scene().filter(|place| c.is_mission_area(Some(place)));
        let draft = c.movement(NAME, at, Step::Deploy, place, modality);
        out.extend(draft.map(|draft| {
            super::arrived::during(draft, |known| if known == Span::Unstated { day(c) } else { known })
        }));
    }
}

/// "a plane carrying 60 officers landed on Friday": the day of the clause that it stands in.
fn day(c: &Context<'_>) -> Span {
    if c.clause().hangs != Hangs::Participle {
        return Span::Unstated;
    }
    let next = c.parse.clauses.get(c.index + 1).filter(|next| next.subject == c.clause().subject);
    let mut phrases = next.into_iter().flat_map(|next| next.after.clone());
    phrases
        .find_map(|at| if let Kind::Date(date) = c.phrase(at).what { Some(date.span) } else { None })
        .unwrap_or(Span::Unstated)
}

/// Whether a phrase is a plane, a ship or a flight.
pub(super) fn is_carrier(c: &Context<'_>, at: usize) -> bool {
    let phrase = c.phrase(at);
    c.any_is(phrase.tokens.clone(), Cue::Carrier)
        || at + 1 < c.parse.phrases.len()
            && matches!(c.phrase(at + 1).what, Kind::Kit(_))
            && c.phrase_is(at + 1, Cue::Carrier)
}

/// "A plane brought 150 soldiers", "the country flew 150 soldiers to the capital".
fn carried(c: &Context<'_>) -> Option<Vec<usize>> {
    let verb = c.phrase(c.clause().verb?).tokens.clone();
    if !c.any_is(verb, Cue::CarryVerb) || c.is_passive() || c.moves_away() {
        return None;
    }
    // "The last convoy, carrying 800, left": with those who leave.
    let leaves = c.clause().hangs == Hangs::Participle
        && c.parse.clauses.iter().any(|clause| {
            let verb = clause.verb.and_then(|at| c.phrase(at).verb());
            clause.subject == c.clause().subject && verb.is_some_and(|verb| verb.does(&[Sense::Depart]))
        });
    if leaves {
        return None;
    }
    let by_carrier = c.clause().subject.is_some_and(|at| is_carrier(c, at));
    let scene = c.place(&[Link::To]);
    let here = scene.as_ref().is_some_and(|to| to.party.is_some() && to.party == c.report.host);
    // "carried Ruritanian soldiers to the capital": some of them, where it is told where to.
    let named =
        |at: usize| here && by_carrier && c.phrase(at).group().is_some_and(|group| !group.parties.is_empty());
    let first = c.objects().find(|at| c.is_counted(*at) || named(*at))?;
    let elsewhere = !c.is_mission_area(scene.as_ref());
    ((by_carrier || here) && !elsewhere).then(|| c.with_joined(first))
}

/// "landed with 60 officers on board".
fn on_board(c: &Context<'_>) -> Option<Vec<usize>> {
    let lands = c.does(&[Sense::Arrive, Sense::Depart]);
    let by_carrier = c.clause().subject.is_some_and(|at| is_carrier(c, at));
    let here = lands && by_carrier && c.is_mission_area(c.scene().as_ref());
    c.linked(Link::With).find(|at| here && c.is_counted(*at)).map(|at| c.with_joined(at))
}

/// "They were later joined by 24 soldiers".
fn joined_by(c: &Context<'_>) -> Option<Vec<usize>> {
    let joined = c.does(&[Sense::Join]) && c.is_passive();
    let by = c.linked(Link::By).filter(|_| joined);
    by.into_iter().find(|at| c.is_counted(*at)).map(|at| c.with_joined(at))
}

/// "The new arrivals included 50 soldiers", "among the passengers were 75".
fn newcomers(c: &Context<'_>) -> Option<Vec<usize>> {
    let is_newcomers = |at: usize| c.phrase_is(at, Cue::Newcomers);
    let lists = c.does(&[Sense::Have, Sense::Stand]) || c.only_is();
    let among = c.clause().before.clone().find(|at| c.phrase(*at).link == Some(Link::Including));
    let named = among.or(c.clause().subject).is_some_and(is_newcomers);
    let first = c
        .clause()
        .after
        .clone()
        .find(|at| c.is_counted(*at) && matches!(c.phrase(*at).link, None | Some(Link::Of)))?;
    (lists && named).then(|| c.with_joined(first))
}

/// "Ruritania welcomed 70 Freedonian soldiers": the host, or its airport, receives those who come.
fn welcomed(c: &Context<'_>) -> Option<Vec<usize>> {
    let by_host =
        c.subject_actors().iter().any(|actor| actor.party.is_some() && actor.party == c.report.host)
            || c.clause().subject.is_some_and(|at| {
                let place = c.place_at(at);
                matches!(c.phrase(at).what, Kind::Site(_))
                    || place.is_some_and(|place| place.party.is_some() && place.party == c.report.host)
            });
    if !c.does(&[Sense::Receive]) || !by_host || c.is_passive() {
        return None;
    }
    let hosts = c.verb_is(Cue::HostVerb);
    let first = c.objects().find(|at| c.is_counted(*at))?;
    let foreign =
        c.phrase(first).group().is_some_and(|group| !group.parties.is_empty() && group.head != Head::Number);
    (foreign && !hosts).then(|| c.with_joined(first))
}

/// "850 soldiers were shipped to the capital": they are carried to the mission's area, by whomever.
fn flown_in(c: &Context<'_>) -> Option<Vec<usize>> {
    let verb = c.phrase(c.clause().verb?).tokens.clone();
    let to = c.place(&[Link::To])?;
    let here = to.party.is_some() && to.party == c.report.host;
    if !c.any_is(verb, Cue::CarryVerb) || !c.is_passive() || !here || c.moves_away() {
        return None;
    }
    let there = |at: &usize| c.is_counted(*at) && !c.is_home(*at, Some(&to));
    Some(c.subjects().into_iter().filter(there).collect())
}

/// "The president saw off 400 officers": those whom their own see off go to the mission.
fn seen_off(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let agents = c.agents();
    let to = c.place(&[Link::To, Link::For]);
    if !c.verb_is(Cue::SendsOff) || agents.is_empty() || c.discourse.is_leaving {
        return;
    }
    let goes_elsewhere = !c.is_mission_area(to.as_ref()) || super::arrived::is_for_training(c);
    for at in c.patients().into_iter().filter(|at| c.is_counted(*at) && !goes_elsewhere) {
        let group = c.phrase(at).group();
        let served = group.is_some_and(|group| group.service.is_some());
        let own = group.map(|group| group.parties.clone()).unwrap_or_default();
        let theirs = own.is_empty() || own.is_subset(&agents);
        if served && theirs && !out.iter().any(|draft| draft.phrase == at) {
            let scope = Scope { whose: Whose::of(agents.clone()), ..c.scope(at) };
            let ordinal = group.and_then(|group| group.ordinal);
            out.extend(c.movement_of(NAME, at, scope, Step::Deploy, ordinal, to.clone(), modality));
        }
    }
}

/// "Ruritania reinforced the mission with 68 soldiers".
fn reinforced(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let agents = c.agents();
    // "reinforced its troops there with 200".
    let own = |at: usize| c.is_force(at) && c.phrase(at).group().is_some_and(|group| group.is_its);
    let joins =
        c.does(&[Sense::Join]) && !c.is_passive() && c.objects().any(|at| c.is_mission(at) || own(at));
    if !joins || agents.is_empty() {
        return;
    }
    for at in c.linked(Link::With).filter(|at| c.is_counted(*at) && !c.is_host(*at)) {
        if !out.iter().any(|draft| draft.phrase == at) {
            let own = c.phrase(at).group().is_some_and(|group| !group.parties.is_empty());
            let whose = if own { c.scope(at).whose } else { Whose::of(agents.clone()) };
            let scope = Scope { whose, ..c.scope(at) };
            out.extend(c.movement_of(NAME, at, scope, Step::Deploy, None, None, modality));
        }
    }
}
