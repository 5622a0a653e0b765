//! A contact that a clause only mentions: the occasion on which something is said, those who are addressed.

use model::EngagementForm;

use crate::{
    Cue, Sense,
    clause::{Head, Link, Role},
    context::Context,
};

use super::form::{form_of, official};

/// The form of the contact on whose occasion a clause tells what it tells, or that an address is.
pub(super) fn occasion(c: &Context<'_>) -> Option<EngagementForm> {
    addressed(c).or_else(|| greeted(c)).or_else(|| held(c))
}

/// "said after a conversation with the minister", "spoke during a visit to the capital".
fn held(c: &Context<'_>) -> Option<EngagementForm> {
    let subject = c.clause().subject?;
    let person =
        c.phrase(subject).actors().iter().any(|actor| matches!(actor.role, Role::Person | Role::Pronoun));
    let follows = super::form::is_following(c);
    c.around().find_map(|at| {
        let phrase = c.phrase(at);
        let form = form_of(c, at)?;
        let linked = matches!(phrase.link, Some(Link::Other | Link::In)) || follows && phrase.link.is_none();
        let next = at + 1;
        let with = next < c.parse.phrases.len()
            && (matches!(c.phrase(next).link, Some(Link::With | Link::By | Link::Of))
                || phrase.tokens.end == c.phrase(next).tokens.start)
            && official(c, next);
        (linked && (person || with)).then_some(form)
    })
}

/// "told the Security Council", "told a Senate hearing", "told his colleague": an address to a body in session or to another office
/// holder.
fn addressed(c: &Context<'_>) -> Option<EngagementForm> {
    let subject = c.clause().subject?;
    let tells = c.does(&[Sense::Say, Sense::Urge]) && !c.is_passive() && c.verb_is(Cue::TellVerb);
    let session = c.objects().any(|at| {
        c.phrase_is(at, Cue::InSession)
            || c.phrase_is(at, Cue::Council)
                && c.phrase(at)
                    .actors()
                    .iter()
                    .any(|actor| actor.party.is_some_and(|party| !party.is_state()))
    });
    // "told his colleague", "assured the president": another office holder.
    let colleague = c.objects().next().is_some_and(|at| {
        let person = matches!(c.phrase(at).actors(), [actor] if actor.role == Role::Person);
        person || c.phrase(at).actors().is_empty() && c.phrase_is(at, Cue::Dignitary)
    });
    let form =
        if session { Some(EngagementForm::Briefing) } else { colleague.then_some(EngagementForm::Meeting) };
    form.filter(|_| tells && official(c, subject))
}

/// "thanked the returning soldiers", "addressed them before they left".
fn greeted(c: &Context<'_>) -> Option<EngagementForm> {
    let subject = c.clause().subject?;
    let person = matches!(c.phrase(subject).actors(), [actor] if actor.role == Role::Person);
    let greets = c.does(&[Sense::Thank, Sense::Brief, Sense::Receive]) && !c.is_passive();
    let whom = c.objects().next().is_some_and(|at| {
        let them = c.phrase(at).group().is_some_and(|group| group.head == Head::Pronoun);
        let own = c.phrase(at).group().is_some_and(|group| group.is_definite || !group.parties.is_empty());
        c.phrase_is(at, Cue::Newcomers) || (them || own && c.is_force(at)) && !c.is_host(at)
    });
    (person && greets && whom).then_some(EngagementForm::Meeting)
}
