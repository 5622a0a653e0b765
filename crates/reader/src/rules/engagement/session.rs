//! A gathering that is itself what a clause tells of: a summit that calls for something, a conference that ends, ministers who discuss.

use model::{EngagementForm, Party};

use crate::{
    Cue, Sense,
    clause::{Link, Role},
    context::Context,
};

/// "A summit of the contributors called for troops", "the conference ended without a date", "the two-day meeting dealt with money".
pub(super) fn session(c: &Context<'_>) -> Option<EngagementForm> {
    let subject = c.clause().subject?;
    let gathers = c.phrase(subject).is_event(Sense::Meet)
        && c.phrase_is(subject, Cue::Gathering)
        && c.phrase(subject).link.is_none();
    let acts = c.does(&[
        Sense::Urge,
        Sense::Say,
        Sense::Decide,
        Sense::Propose,
        Sense::Discuss,
        Sense::Meet,
        Sense::End,
        Sense::Complete,
        Sense::Authorise,
    ]) || c.any_is(c.tokens(), Cue::TakesPlace)
        || c.verb_is(Cue::DealVerb);
    // Whose it is, who takes part, or where it is: a session nobody knows of is not told.
    let known = || {
        c.phrase(subject).owner.is_some()
            || c.around().any(|at| {
                matches!(c.phrase(at).link, Some(Link::Of | Link::With | Link::In | Link::By))
                    && (!c.phrase(at).actors().is_empty() || c.phrase(at).owner.is_some())
            })
    };
    if gathers && acts && known() {
        return Some(EngagementForm::Meeting);
    }
    several_discuss(c).then_some(EngagementForm::Meeting)
}

/// "Defence ministers of the bloc have discussed options", "countries discussed who should pay".
fn several_discuss(c: &Context<'_>) -> bool {
    let several = |at: usize| {
        let actors = c.phrase(at).actors();
        actors.len() > 1
            || actors.iter().any(|actor| matches!(actor.role, Role::Countries(_)))
            || actors.iter().any(|actor| actor.role == Role::Person) && c.phrase_is(at, Cue::Several)
    };
    c.does(&[Sense::Discuss]) && !c.is_passive() && c.clause().subject.is_some_and(several)
}

/// Whether a body is of all states: its sessions are not a bloc's.
pub(super) fn is_world(body: Party) -> bool {
    Party::new("UN").is_ok_and(|world| world == body)
}
