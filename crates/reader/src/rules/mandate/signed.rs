//! Agreements between states on a mission or its people: signed, concluded, ended.

use model::{MandateAct, Party};

use crate::{
    Cue, Sense,
    clause::{Kind, Link},
    context::Context,
};

/// "signed a reciprocal agreement", "a pact concluded in May", "cancelled its defence treaty": the act of the states that are bound.
pub(super) fn signed(c: &Context<'_>) -> Option<MandateAct> {
    let verb = c.verb()?;
    let act = if c.verb_is(Cue::SignVerb) {
        MandateAct::Authorise
    } else if verb.does(&[Sense::End, Sense::Freeze, Sense::Withdraw]) {
        MandateAct::End
    } else {
        return None;
    };
    treaty(c).filter(|_| !verb.is_negated).map(|_| act)
}

/// The agreement that the clause acts on.
fn treaty(c: &Context<'_>) -> Option<usize> {
    let is_treaty = |at: &usize| {
        matches!(c.phrase(*at).what, Kind::Noun | Kind::Event(_)) && c.phrase_is(*at, Cue::TreatyNoun)
    };
    let end = c.clause().verb?;
    let subject = c.clause().subject.and_then(|at| (at..end).find(is_treaty));
    if c.is_passive() || subject.is_some() {
        return subject;
    }
    let parts = |at: &usize| matches!(c.phrase(*at).what, Kind::Mark(_) | Kind::And | Kind::Relative);
    c.clause().after.clone().take_while(|at| !parts(at)).find(is_treaty)
}

/// The state that an agreement binds besides the host: of those who sign, the one that the report speaks of, or with whom it is.
pub(super) fn signatory(c: &Context<'_>) -> Option<Party> {
    let sender = |party: &Party| party.is_state() && Some(*party) != c.report.host;
    let of = |at: usize| {
        let actors = c.phrase(at).actors().iter().filter_map(|actor| actor.party);
        actors.chain(c.phrase(at).owner).find(sender)
    };
    let acts = if c.is_passive() { c.linked(Link::By).next() } else { c.clause().subject };
    let told = || c.discourse.main().filter(sender).or(c.discourse.focus.filter(sender));
    let others =
        || c.around().filter(|at| Some(*at) != acts).filter(|at| c.phrase(*at).link == Some(Link::With));
    acts.and_then(of).or_else(told).or_else(|| others().find_map(of))
}
