//! A mission that somebody wants in place of the present one, or does not want: "proposes a UN operation".

use model::{MandateAct, Party};

use crate::{
    Cue, Sense,
    clause::{Kind, Link, Role},
    context::Context,
};

/// "has proposed a UN support office", "called on the Council for a peacekeeping operation": a mission that is none yet.
pub(super) fn wanted(c: &Context<'_>) -> Option<MandateAct> {
    let wants = c.does(&[Sense::Propose, Sense::Urge, Sense::Wish]) || c.verb_is(Cue::FavourVerb);
    if !wants || c.is_passive() {
        return None;
    }
    let next = c.clause().after.clone().find(|at| c.phrase(*at).is_nominal() && !is_addressed(c, *at))?;
    let is_object = matches!(c.phrase(next).link, None | Some(Link::For | Link::Other));
    (is_object && is_another(c, next)).then(|| act_of(c, next))
}

/// "a proposal of the envoy for a support office", "the country's wish for a UN operation", with whose it is.
pub(super) fn wish(c: &Context<'_>) -> Option<(MandateAct, Party)> {
    let senses = [Sense::Propose, Sense::Urge, Sense::Wish];
    let wish = c.around().find(|at| senses.iter().any(|sense| c.phrase(*at).is_event(*sense)))?;
    let force = c.around().find(|at| *at > wish && c.phrase(*at).link == Some(Link::For))?;
    let party_at = |at: usize| {
        let actors = c.phrase(at).actors();
        let person =
            actors.iter().find(|actor| matches!(actor.role, Role::Person | Role::Organ | Role::Party));
        person.and_then(|actor| actor.party)
    };
    let of =
        (wish + 1..force).filter(|at| matches!(c.phrase(*at).link, Some(Link::Of | Link::By | Link::From)));
    let of = of.into_iter().find_map(party_at).or(c.phrase(wish).owner);
    let party = of.or_else(|| c.clause().subject.and_then(party_at))?;
    is_another(c, force).then(|| (act_of(c, force), party))
}

/// "advised against a UN mission": the advice of who could propose one. A state that is against it does no act.
pub(super) fn unwanted(c: &Context<'_>) -> Option<MandateAct> {
    let advises = c.subject_actors().iter().any(|actor| matches!(actor.role, Role::Person | Role::Organ));
    if !c.does(&[Sense::Refuse, Sense::Forbid, Sense::Deny]) || c.is_passive() || !advises {
        return None;
    }
    let next = c.clause().after.clone().find(|at| c.phrase(*at).is_nominal() && !is_addressed(c, *at))?;
    is_another(c, next).then(|| act_of(c, next))
}

/// "the mission became a UN operation", "be replaced by a larger force": one mission takes another's place.
pub(super) fn becomes(c: &Context<'_>) -> Option<MandateAct> {
    let mission = |at: usize| c.is_mission(at) && !is_another(c, at);
    let subject = c.clause().subject.is_some_and(mission);
    let object = || c.clause().after.clone().any(mission);
    let into = |links: &[Option<Link>]| {
        c.clause()
            .after
            .clone()
            .any(|at| links.contains(&c.phrase(at).link) && (is_another(c, at) || new_force(c, at)))
    };
    let replaced = c.does(&[Sense::Replace])
        && if c.is_passive() {
            subject && into(&[Some(Link::By), Some(Link::With)])
        } else {
            object() && into(&[Some(Link::With), Some(Link::By)])
        };
    let made = c.verb_is(Cue::BecomeVerb) && (subject || object()) && into(&[None, Some(Link::To)]);
    (replaced || made).then_some(MandateAct::Convert)
}

/// Whom an appeal is made to stands between the verb and what is wanted.
fn is_addressed(c: &Context<'_>, at: usize) -> bool {
    let actors = c.phrase(at).actors();
    matches!(c.phrase(at).link, None | Some(Link::To)) && !actors.is_empty() && !is_another(c, at)
        || matches!(c.phrase(at).link, Some(Link::In | Link::On))
}

/// "a UN peacekeeping operation": a mission with an indefinite article is not the one that is there.
fn is_another(c: &Context<'_>, at: usize) -> bool {
    let phrase = c.phrase(at);
    c.is_mission(at) && !phrase.actors().is_empty() && c.sentence.is(phrase.tokens.start, Cue::OneArticle)
}

/// "a larger force".
fn new_force(c: &Context<'_>, at: usize) -> bool {
    let phrase = c.phrase(at);
    matches!(phrase.what, Kind::Noun | Kind::People(_))
        && c.phrase_is(at, Cue::ForceNoun)
        && c.sentence.is(phrase.tokens.start, Cue::OneArticle)
}

fn act_of(c: &Context<'_>, at: usize) -> MandateAct {
    if c.phrase_is(at, Cue::Peacekeeping) { MandateAct::Convert } else { MandateAct::Authorise }
}
