//! People are ready for the mission: prepared, on stand-by, about to leave.
//!
//! **Reads** people who "are ready", "on stand-by" or "preparing to leave", and "the readiness of 600 officers", as a count in
//! *ready*: planned where it lies ahead.
//!
//! **Example.** "A further 120 should soon be fit to deploy." 120, planned.
//!
//! **Refuses** a party that is ready to send people (a promise), persons, and people in a condition.

use model::{Modality, Stage, Whose};

use crate::{
    Cue, Sense,
    clause::{Kind, Link},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "readiness";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    may_leave(c, out);
    let Some(modality) = c.modality().filter(|modality| !matches!(modality, Modality::Denied)) else {
        return;
    };
    let ready =
        c.verb().is_some_and(|verb| verb.says(Sense::Ready)) || awaits(c) || held_ready(c) || cleared(c);
    let leaving_soon = c.verb().is_some_and(|verb| {
        verb.led_by(&[Sense::Prepare, Sense::Ready])
            && verb.does(&[Sense::Depart, Sense::Deploy, Sense::Join])
    });
    // "is ready to send more troops" is a promise.
    let awaiting = awaits(c);
    let promises = ready && c.has_people_object() && !held_ready(c) && !awaiting;
    if !promises && (ready || leaving_soon && !c.discourse.is_leaving) {
        let modality =
            if ready && modality == Modality::Planned && is_now(c) { Modality::Fact } else { modality };
        let place = c.place(&[Link::In, Link::To, Link::For]).filter(|place| c.is_mission_area(Some(place)));
        // "await their flight": those who wait, not the flight.
        let those = if awaiting { c.subjects() } else { c.patients() };
        for at in those {
            if c.is_force(at) && !super::returned::relieved(c) {
                out.extend(c.count(NAME, at, Stage::Ready, place.clone(), modality));
            }
        }
    }
    readiness_of(c, modality, out);
}

/// "can leave at a week's notice", "could go at once": who may go any day.
fn may_leave(c: &Context<'_>, out: &mut Vec<Draft>) {
    let possible = c.verb().is_some_and(|verb| verb.is_possible && !verb.is_negated && !verb.is_unreal);
    let goes = c.does(&[Sense::Depart, Sense::Deploy, Sense::Send, Sense::Call]);
    if !possible || !goes || !c.report.is_about_force || !c.any_is(c.reach(), Cue::AnyDay) {
        return;
    }
    for at in c.subjects().into_iter().filter(|at| c.phrase(*at).group().is_some() && !c.is_host(*at)) {
        if matches!(c.scope(at).whose, Whose::Party(_)) {
            out.extend(c.count(NAME, at, Stage::Ready, None, Modality::Fact));
        }
    }
}

/// "are awaiting transport", "is waiting to be deployed".
fn awaits(c: &Context<'_>) -> bool {
    let Some(verb) = c.clause().verb else { return false };
    let goes = [Sense::Deploy, Sense::Depart, Sense::Send, Sense::Deliver, Sense::Join];
    let waits = c.phrase_is(verb, Cue::AwaitVerb);
    waits
        && (c.does(&goes)
            || c.objects().any(|at| {
                c.phrase_is(at, Cue::Carrier)
                    && c.phrase(at).group().is_none_or(|group| group.number.is_none())
            })
            || c.clause().after.clone().any(|at| goes.iter().any(|sense| c.phrase(at).is_event(*sense))))
}

/// "were cleared for departure": they may go, and have not.
pub(super) fn cleared(c: &Context<'_>) -> bool {
    let goes = [Sense::Deploy, Sense::Depart];
    c.does(&[Sense::Authorise])
        && c.is_passive()
        && c.linked(Link::For).any(|at| goes.iter().any(|sense| c.phrase(at).is_event(*sense)))
}

/// "is holding 600 officers in readiness", "stand ready".
fn held_ready(c: &Context<'_>) -> bool {
    let ready = |at: usize| c.phrase(at).is_event(Sense::Ready);
    let held = c.linked(Link::In).any(ready) && (c.does(&[Sense::Secure, Sense::Have]));
    // "remain on stand-by", "have been put on alert".
    let stays = c.does(&[Sense::Stand, Sense::Remain])
        || c.is_passive() && (c.does(&[Sense::Have, Sense::Secure, Sense::Serve]) || c.verb_is(Cue::PutVerb));
    held || stays && c.objects().next().is_some_and(ready)
}

/// "are now ready to serve": the serving lies ahead, the readiness does not.
fn is_now(c: &Context<'_>) -> bool {
    c.verb().is_some_and(|verb| {
        matches!(
            verb.time,
            crate::clause::Time::Present
                | crate::clause::Time::Perfect
                | crate::clause::Time::Past
                | crate::clause::Time::Open
        ) && !verb.led_by(&[Sense::Intend, Sense::Pledge])
    })
}

/// "the readiness of 90 more soldiers".
fn readiness_of(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let mut ready = false;
    for at in c.around() {
        let phrase = c.phrase(at);
        match &phrase.what {
            Kind::Event(_) if phrase.is_event(Sense::Ready) => ready = true,
            Kind::Event(_) if phrase.is_event(Sense::Deploy) => {}
            Kind::People(_)
                if ready && c.phrase(at).link == Some(Link::Of) && c.is_force(at) && c.is_counted(at) =>
            {
                out.extend(c.count(NAME, at, Stage::Ready, None, modality));
                ready = false;
            }
            _ if c.phrase(at).is_nominal() => ready = false,
            _ => {}
        }
    }
}
