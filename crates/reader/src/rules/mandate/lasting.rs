//! Acts that a clause tells by what becomes of the mission: it stays until a day, its mandate lasts, it closes.

use model::{MandateAct, Party};

use crate::{
    Cue, Edge, Sense,
    clause::{Hangs, Kind, Link, Role, Time},
    context::Context,
};

use super::names_force;

/// The act that the mission's staying, its mandate's lasting or its closing tells of.
pub(super) fn lasting(c: &Context<'_>) -> Option<MandateAct> {
    stays(c).or_else(|| lasts(c)).or_else(|| closes(c)).or_else(|| agreed_on(c))
}

/// "The mission may stay until October, the Council decided", "keeps the mission in place for another year".
fn stays(c: &Context<'_>) -> Option<MandateAct> {
    let verb = c.verb().filter(|verb| !verb.is_negated)?;
    let mission = c.subject_is_mission() && c.objects().next().is_none()
        || c.objects().next().is_some_and(|at| c.is_mission(at)) && body_acts(c);
    let stays = verb.does(&[Sense::Remain, Sense::Continue]);
    let ahead = matches!(verb.time, Time::Future | Time::Modal) || decided_behind(c).is_some();
    (mission && stays && ahead && has_term(c)).then_some(MandateAct::Extend)
}

/// "The mandate goes up to 31 December", "the mandate is for 12 months".
fn lasts(c: &Context<'_>) -> Option<MandateAct> {
    let subject = c.clause().subject?;
    let mandate = c.phrase(subject).is_event(Sense::Authorise) && c.is_mandate_noun(subject);
    let lasts = c.only_is()
        || c.verb_is(Cue::LastVerb)
        || c.does(&[Sense::Depart, Sense::Continue, Sense::Remain, Sense::Serve]);
    (mandate && lasts && !c.verb()?.is_negated && has_term(c)).then_some(MandateAct::Authorise)
}

/// "The Union will close its mission", "the mission is to close", "the force will finish its work".
fn closes(c: &Context<'_>) -> Option<MandateAct> {
    let object = c.objects().next();
    let by_body = c.does(&[Sense::Close]) && object.is_some_and(|at| names_force(c, at)) && body_acts(c);
    let of_itself = c.subject_is_mission()
        && !c.is_passive()
        && (c.does(&[Sense::Close]) && object.is_none()
            || c.does(&[Sense::Complete, Sense::End])
                && object.is_some_and(|at| {
                    matches!(c.phrase(at).what, Kind::Noun)
                        && c.sentence.is(c.phrase(at).tokens.start, Cue::Its)
                        && c.linked(Link::In).all(|at| matches!(c.phrase(at).what, Kind::Date(_)))
                }));
    let plain = c.verb().is_some_and(|verb| !verb.is_negated);
    (plain && (by_body || of_itself)).then_some(MandateAct::End)
}

/// "agreed on an extension", "decided on the withdrawal": what a body comes to agree on.
fn agreed_on(c: &Context<'_>) -> Option<MandateAct> {
    let agrees = c.does(&[Sense::Decide, Sense::Adopt]) && !c.is_passive() && body_acts(c);
    let on = c.linked(Link::On).chain(c.linked(Link::For)).find_map(|at| super::of_noun(c, at));
    on.filter(|_| agrees)
}

/// Whether a body of states acts.
fn body_acts(c: &Context<'_>) -> bool {
    c.subject_actors().iter().any(super::is_body)
}

/// Whether the clause tells how long.
fn has_term(c: &Context<'_>) -> bool {
    c.clause().after.clone().any(|at| {
        let phrase = c.phrase(at);
        match phrase.what {
            Kind::Duration(_) => true,
            Kind::Date(date) => matches!(date.edge, Edge::Until),
            Kind::Noun => phrase.link == Some(Link::For) && c.phrase_is(at, Cue::TimeNoun),
            _ => false,
        }
    })
}

/// "..., the Council decided": the clause behind this one in which a body decides it.
pub(super) fn decided_behind(c: &Context<'_>) -> Option<(Party, usize)> {
    let behind = c.parse.clauses.iter().find(|clause| {
        clause.on == Some(c.index)
            && clause.hangs == Hangs::Joined
            && clause
                .verb
                .and_then(|at| c.phrase(at).verb())
                .is_some_and(|verb| verb.does(&[Sense::Decide, Sense::Adopt, Sense::Authorise]))
    })?;
    let subject = behind.subject?;
    let body = c.phrase(subject).actors().iter().find(|actor| actor.role != Role::Person)?;
    Some((body.party?, subject))
}
