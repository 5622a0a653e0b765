//! Acts that a court, a parliament or a council refuses or forbids.

use model::{MandateAct, Party};

use crate::{
    Cue, Sense,
    clause::{Actor, Hangs, Kind, Link, Role},
    context::Context,
};

use super::{ACTS, acted_on::is_acted_on, of_noun};

/// "blocked the deployment", "vetoed the extension", "refused to renew", "ruled the deployment unlawful".
pub(super) fn barred(c: &Context<'_>) -> Option<MandateAct> {
    let verb = c.verb()?;
    let whom = if c.is_passive() { c.clause().subject } else { c.objects().next() };
    let unlawful = c.only_is()
        && !verb.is_negated
        && c.any_is(c.tokens(), Cue::Unlawful)
        && c.clause().subject.is_some_and(|at| {
            // "the plan to send 1,000 of them was illegal".
            let plan = c.phrase(at).is_event(Sense::Intend) || c.phrase_is(at, Cue::PlanNoun);
            let sends = c.parse.clauses.iter().any(|clause| {
                clause.hangs == Hangs::Infinitive
                    && clause
                        .verb
                        .and_then(|at| c.phrase(at).verb())
                        .is_some_and(|verb| verb.does(&[Sense::Send, Sense::Deploy]))
            });
            of_noun(c, at).is_some() || plan && sends
        });
    if unlawful {
        return Some(MandateAct::Authorise);
    }
    let bars = verb.does(&[Sense::Forbid, Sense::Refuse, Sense::Deny]);
    let by = if c.is_passive() { c.linked(Link::By).next() } else { c.clause().subject };
    let authority = by.is_some_and(|at| {
        c.phrase(at)
            .actors()
            .iter()
            .any(|actor| matches!(actor.role, Role::Organ | Role::Party | Role::Person))
            // "an order barring the government from deploying".
            || c.phrase_is(at, Cue::TextOfAct)
    });
    // "declared the dispatch unlawful", "has put the deployment on hold".
    let void = c.does(&[Sense::Say]) && c.any_is(c.tokens(), Cue::Unlawful)
        || c.verb_is(Cue::PutVerb) && c.linked(Link::On).any(|at| c.phrase_is(at, Cue::OnHold));
    let organ = by.is_some_and(|at| c.phrase(at).actors().iter().any(|actor| actor.role == Role::Organ));
    if void && organ && !c.is_passive() {
        return whom.and_then(|at| of_noun(c, at));
    }
    // "a court stopped the plan", "the judges have halted the deployment".
    let stops = verb.does(&[Sense::Freeze])
        && !verb.is_negated
        && by.is_some_and(|at| c.phrase_is(at, Cue::DecidingOrgan))
        && c.report.is_about_force;
    if stops {
        let plan = |at: usize| c.phrase(at).is_event(Sense::Intend).then_some(MandateAct::Authorise);
        return whom.and_then(|at| of_noun(c, at).or_else(|| plan(at)));
    }
    if !bars || !authority {
        return None;
    }
    // "barred the government from sending officers".
    let sends = |at: usize| c.phrase(at).is_event(Sense::Send) || c.phrase(at).is_event(Sense::Deploy);
    if organ && c.linked(Link::From).any(sends) {
        return Some(MandateAct::Authorise);
    }
    let whom = whom?;
    let text = c.phrase_is(whom, Cue::TextOfAct) || matches!(c.phrase(whom).what, Kind::Instrument(_));
    let behind = || c.parse.clauses.iter().skip(c.index + 1).filter(|clause| clause.hangs != Hangs::Free);
    // A state that rules out sending its own people promises nothing: that is no act on a mandate.
    let own = by.is_some_and(|at| {
        let actors = c.phrase(at).actors();
        let state = |actor: &Actor| actor.role == Role::Party && actor.party.is_some_and(Party::is_state);
        !actors.is_empty() && actors.iter().all(state)
    });
    of_noun(c, whom)
        .filter(|act| !own || *act != MandateAct::Authorise)
        .filter(|_| !c.phrase(whom).is_event(Sense::Authorise) || is_acted_on(c, whom))
        // "vetoed a resolution that would have renewed the mission".
        .or_else(|| {
            let verbs = || behind().filter_map(|clause| clause.verb).filter_map(|at| c.phrase(at).verb());
            let act = ACTS.iter().find(|(sense, _)| verbs().any(|verb| verb.does(&[*sense])));
            act.map(|(_, act)| *act)
                .filter(|_| text && (0..c.parse.phrases.len()).any(|at| is_acted_on(c, at)))
        })
        // "rejected the plan to send officers": the verb that hangs on it tells.
        .or_else(|| {
            let organ = !c.phrase(whom).actors().is_empty();
            let hung = behind()
                .find(|clause| matches!(clause.hangs, Hangs::Infinitive | Hangs::Participle))
                .and_then(|clause| clause.verb)
                .and_then(|at| c.phrase(at).verb());
            let sends = hung.is_some_and(|verb| verb.does(&[Sense::Send, Sense::Deploy]));
            (sends && !own && (text || organ && verb.does(&[Sense::Forbid]))).then_some(MandateAct::Authorise)
        })
}
