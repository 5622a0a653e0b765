//! Counted equipment of the force of which a clause tells neither that it is given nor that it is lost.

use model::{Modality, Step, Whose};

use crate::{
    Cue, Sense,
    clause::{Kind, Link, Tie},
    context::Context,
    draft::Draft,
};

use super::{
    Of, goes_elsewhere,
    in_service::count,
    movement,
    whose::{owner, promised_by},
};

/// "Fifteen vehicles of the mission took part", "used eight of its trucks", "came with two boats": it is in use; where it lies ahead it is
/// promised. It is the last to look, when all clauses have been read.
pub(super) fn told_of(c: &Context<'_>, out: &mut Vec<Draft>) {
    if c.index + 1 != c.parse.clauses.len() || !c.report.is_about_force {
        return;
    }
    // Who was hurt in an accident tells it, and a collision of two is no count of the force's.
    let accident = c.any_is(0..c.sentence.tokens.len(), Cue::AccidentVerb);
    let open = accident || c.parse.phrases.iter().any(|phrase| matches!(phrase.what, Kind::Tie(Tie::If)));
    for at in 0..c.parse.phrases.len() {
        let Kind::Kit(kit) = &c.phrase(at).what else { continue };
        let counted = kit.number.as_ref().is_some_and(|(quantity, _)| quantity.number().is_some());
        let taken = out.iter().any(|draft| draft.phrase == at);
        if open || !counted || taken || c.phrase_is(at, Cue::Carrier) {
            continue;
        }
        let Some(index) = clause_of(c, at) else { continue };
        let c = &Context { index, ..*c };
        let Some(modality) = c.modality() else { continue };
        let fighters = c.clause().subject.is_some_and(|at| c.phrase_is(at, Cue::Fighters));
        let asked = c.does(&[Sense::Urge, Sense::Lack, Sense::Refuse, Sense::Say, Sense::Seize]);
        let host = c.clause().subject.is_some_and(|at| {
            let of_host = |party: Option<model::Party>| party.is_some() && party == c.report.host;
            c.is_host(at) || c.phrase(at).actors().iter().any(|actor| of_host(actor.party))
        });
        let other = c.verb_is(Cue::NeedVerb) || c.verb_is(Cue::FindVerb);
        if fighters || asked || host || other || goes_elsewhere(c) {
            continue;
        }
        let ahead = !modality.is_told();
        if matches!(modality, Modality::Denied | Modality::Proposed) {
            continue;
        }
        let from = c.linked(Link::From).flat_map(|at| c.states_at(at)).next();
        let acts = c.phrase(at).link.is_none() && c.clause().after.contains(&at);
        let agents = || c.agents().into_iter().next().filter(|_| acts);
        let whose = owner(c, at).or_else(|| promised_by(c, at)).or(from).or_else(agents);
        let whose = whose.map_or(Whose::Unstated, Whose::Party);
        if ahead {
            let of = Of { whose, step: Step::Pledge, number: kit.number.clone(), during: c.span() };
            out.extend(movement(c, at, kit, of, modality));
        } else {
            out.extend(count(c, at, kit, whose, kit.number.as_ref()));
            out.extend(kit.out_of.as_ref().and_then(|whole| count(c, at, kit, Whose::Unstated, Some(whole))));
        }
    }
}

/// The clause that tells of a phrase.
fn clause_of(c: &Context<'_>, at: usize) -> Option<usize> {
    let find = |test: &dyn Fn(&crate::clause::Clause) -> bool| {
        c.parse.clauses.iter().position(|clause| clause.verb.is_some() && test(clause))
    };
    find(&|clause| clause.subject == Some(at) && clause.before.contains(&at))
        .or_else(|| find(&|clause| clause.after.contains(&at)))
        .or_else(|| find(&|clause| clause.before.contains(&at)))
}
