//! States that part with the mission, of how many people nothing is told: they leave it, threaten to, are gone.

use model::{Modality, Scope, Step, Whose};

use crate::{
    Cue, Sense,
    clause::{Hangs, Kind, Tie, Time, VerbGroup},
    context::Context,
    draft::Draft,
};

use super::NAME;

const LEAVING: &[Sense] = &[Sense::Depart, Sense::Withdraw, Sense::Return];

/// Whether the clause tells that states part with the mission.
pub(super) fn parting(c: &Context<'_>, out: &mut Vec<Draft>) -> bool {
    let Some(subject) = c.clause().subject.filter(|_| c.report.is_about_force) else { return false };
    let Some(modality) = leaves(c).or_else(|| announces(c)) else { return false };
    let states = c.states_at(subject);
    for party in &states {
        out.extend(c.movement_of(
            NAME,
            subject,
            Scope::people(Whose::Party(*party)),
            Step::Repatriate,
            None,
            None,
            modality,
        ));
    }
    !states.is_empty()
}

/// "are leaving the force", "may quit the mission", "has threatened to leave".
fn leaves(c: &Context<'_>) -> Option<Modality> {
    let verb = c.verb().filter(|verb| !verb.is_negated && !verb.is_unreal)?;
    let tied = matches!(c.clause().hangs, Hangs::Tied(Tie::If) | Hangs::Infinitive);
    if tied || c.is_passive() || !c.does(LEAVING) {
        return None;
    }
    let force = |at: usize| c.is_mission(at) || c.phrase_is(at, Cue::ForceNoun);
    let objects: Vec<usize> = c.objects().collect();
    let threatens = verb.led_by(&[Sense::Wish]) && objects.is_empty();
    if !threatens && !objects.first().is_some_and(|at| force(*at)) {
        return None;
    }
    let done = matches!(verb.time, Time::Past | Time::Perfect) && !verb.led_by(&[Sense::Wish, Sense::Intend]);
    Some(if done { Modality::Fact } else { Modality::Planned })
}

/// "announced their withdrawal", "has decided on its departure".
fn announces(c: &Context<'_>) -> Option<Modality> {
    let verb = c.verb().filter(|verb| !verb.is_negated && !verb.is_possible)?;
    let own = c.objects().any(|at| {
        LEAVING.iter().any(|sense| c.phrase(at).is_event(*sense))
            && c.sentence.is(c.phrase(at).tokens.start, Cue::Its)
            && c.parse.phrases.get(at + 1).is_none_or(|next| !matches!(next.what, Kind::People(_)))
    });
    let says = verb.does(&[Sense::Say, Sense::Decide, Sense::Prepare, Sense::Confirm]);
    (own && says && !c.is_passive()).then_some(Modality::Planned)
}

/// "must be gone by July", "are to have gone by then": those who are not to be there any longer.
pub(super) fn is_gone(c: &Context<'_>) -> bool {
    let ahead = |verb: &VerbGroup| {
        let later = matches!(verb.time, Time::Modal | Time::Future) || verb.led_by(&[Sense::Intend]);
        !verb.is_negated && later && (verb.is_passive || verb.is_done || ends_in_been(c))
    };
    c.does(&[Sense::Depart]) && c.verb().is_some_and(ahead) && c.verb_is(Cue::GoneOut)
}

/// "due to be gone": the participle behind "be", wherever that stands in the verb group.
fn ends_in_been(c: &Context<'_>) -> bool {
    let Some(verb) = c.clause().verb else { return false };
    let last = c.phrase(verb).tokens.end.saturating_sub(1);
    last > 0 && c.sentence.is(last - 1, Cue::BeNotFinite) && c.sentence.is(last, Cue::GoneOut)
}
