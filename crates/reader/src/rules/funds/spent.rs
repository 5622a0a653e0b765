//! What a party's help comes to, and what it helps with.

use model::{Modality, Step, Whose};

use crate::{
    Cue, Sense,
    clause::{Kind, Link, Time},
    context::Context,
    draft::Draft,
};

use super::{
    counted, currency,
    giver::{giver, owner},
    moved, of, sum_at,
    unnumbered::some_of,
};

/// "Ruritania's spending on the mission amounts to $300 million", "American help has passed $600 million".
pub(super) fn owned(c: &Context<'_>, out: &mut Vec<Draft>) {
    let amounts = c.only_is() || c.does(&[Sense::Stand, Sense::Reach, Sense::Arrive, Sense::Cost]);
    let Some(subject) = c.clause().subject.filter(|_| amounts && !c.is_passive()) else { return };
    let noun = c.phrase(subject);
    let gives = [Sense::Give, Sense::Spend, Sense::Pay].into_iter().any(|sense| noun.is_event(sense));
    let helps = matches!(noun.what, Kind::Noun) && c.phrase_is(subject, Cue::AidVerb);
    if !(gives || helps || matches!(noun.what, Kind::MoneyNoun)) {
        return;
    }
    let (Some(party), Some(modality)) =
        (giver(c, subject).filter(|_| noun.owner.is_some()).or_else(|| owner(c, subject)), c.modality())
    else {
        return;
    };
    let told = |at: &usize| {
        sum_at(c, *at).is_some()
            && matches!(c.phrase(*at).link, None | Some(Link::To | Link::In | Link::Other))
    };
    let Some(at) = c.clause().after.clone().find(told) else { return };
    let step = if noun.is_event(Sense::Spend) { Step::Spend } else { Step::Pay };
    given(c, at, party, if modality.is_told() { (step, modality) } else { PROMISED }, out);
}

/// "The work is costing Ruritania $9 million".
pub(super) fn costs(c: &Context<'_>, out: &mut Vec<Draft>) {
    let Some(modality) = c.modality().filter(|_| c.does(&[Sense::Cost])) else { return };
    let behind: Vec<usize> = c.objects().take(2).collect();
    let [payer, sum] = behind[..] else { return };
    let Some(party) = c.phrase(payer).actors().first().and(giver(c, payer)) else { return };
    let told = if modality.is_told() { (Step::Spend, modality) } else { PROMISED };
    given(c, sum, party, told, out);
}

/// "Ruritania is supporting the mission with $5 million".
pub(super) fn helped(c: &Context<'_>, out: &mut Vec<Draft>) {
    let Some(verb) = c.verb().filter(|_| c.verb_is(Cue::AidVerb)) else {
        return;
    };
    let Some(modality) = c.modality().filter(|modality| *modality != Modality::Denied) else { return };
    let Some(party) = c.clause().subject.filter(|_| !c.is_passive()).and_then(|at| giver(c, at)) else {
        return;
    };
    let done = matches!(verb.time, Time::Past | Time::Perfect) && modality.is_told();
    let told = if done { (Step::Pay, modality) } else { PROMISED };
    if let Some(at) = c.linked(Link::With).find(|at| sum_at(c, *at).is_some()) {
        given(c, at, party, told, out);
        return;
    }
    // "will help with money".
    let money = |at: &usize| matches!(c.phrase(*at).what, Kind::MoneyNoun) && c.clause().after.start == *at;
    if let Some(at) = c.linked(Link::With).find(money).filter(|_| c.report.is_about_force) {
        out.extend(some_of(c, party, told.0, told.1, at));
    }
}

const PROMISED: (Step, Modality) = (Step::Pledge, Modality::Pledged);

fn given(c: &Context<'_>, at: usize, party: model::Party, told: (Step, Modality), out: &mut Vec<Draft>) {
    let Some(sum) = sum_at(c, at).filter(|_| out.iter().all(|draft| draft.phrase != at)) else { return };
    let scope = of(Whose::Party(party), currency(&sum.money, Some(party), false));
    let given = moved(scope, told.0, sum.money.quantity, c.span(), None);
    out.extend(given.map(|given| counted(c, at, sum, given, told.1)));
}
