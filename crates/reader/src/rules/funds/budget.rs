//! What the mission costs or needs: a ceiling on money.

use model::{Ceiling, Modality, Party, Scope, Span, Statement, Step, Whose};

use crate::{
    Cue, Sense,
    clause::{Kind, Link, Role, Sum},
    context::Context,
    draft::Draft,
};

use super::{counted, currency, currency::issuer, is_wanting, moved, of, of_mission, sum_at};

/// "The mission costs $1.2 billion a year", "an annual budget of $600 million", "needs $600 million": what it may or must cost is a ceiling
/// on money, which nobody has promised or paid.
pub(super) fn budget(c: &Context<'_>, out: &mut Vec<Draft>) {
    let Some(modality) = c.modality() else { return };
    let subject = c.clause().subject;
    let ours = subject.is_some_and(|at| {
        let it = c.phrase(at).actors().iter().any(|actor| actor.role == Role::It);
        c.is_mission(at)
            || it
            || matches!(c.phrase(at).what, Kind::Event(_) | Kind::MoneyNoun) && c.report.mission.is_some()
    });
    let is_budget = |at: usize| c.phrase_is(at, Cue::BudgetNoun);
    let kit = subject.is_some_and(|at| matches!(c.phrase(at).what, Kind::Kit(_)));
    let costs = (ours || c.report.is_about_force && !kit) && c.does(&[Sense::Cost]);
    let needs = ours && c.verb_is(Cue::NeedVerb) && !c.verb().is_some_and(|verb| verb.is_passive);
    let is = subject.is_some_and(is_budget)
        && (c.only_is() || c.does(&[Sense::Stand, Sense::Reach, Sense::Reduce, Sense::Arrive]));
    // "the running costs are put at $600 million a year".
    let cost = subject.is_some_and(|at| c.phrase(at).is_event(Sense::Cost) || is_budget(at))
        && c.report.is_about_force
        && (c.is_passive()
            || c.only_is()
            || c.does(&[Sense::Stand, Sense::Reach, Sense::Intend, Sense::Arrive]));
    // "$800 million is required every year".
    let required = c.report.is_about_force
        && c.is_passive()
        && c.verb_is(Cue::NeedVerb)
        && c.modality() == Some(Modality::Fact);
    for at in c.around() {
        let Some(sum) = sum_at(c, at) else { continue };
        let needed = required && c.clause().subject == Some(at);
        let of_budget = c.phrase(at).link == Some(Link::Of) && at.checked_sub(1).is_some_and(is_budget);
        // "puts the cost of its part at $3.5 million".
        let priced = c.report.is_about_force
            && c.phrase(at).link == Some(Link::In)
            && c.objects()
                .any(|object| object < at && (c.phrase(object).is_event(Sense::Cost) || is_budget(object)));
        let told = (costs || needs || is || cost || priced)
            && c.clause().after.contains(&at)
            && c.phrase(at).link.is_none_or(|link| {
                matches!(link, Link::Other | Link::To) || (cost || priced) && link == Link::In
            });
        if !(told || of_budget || needed) || is_wanting(c, at) || out.iter().any(|draft| draft.phrase == at) {
            continue;
        }
        let ahead =
            needs || needed || !matches!(modality, Modality::Fact | Modality::Reported | Modality::Denied);
        let modality = if ahead { Modality::Planned } else { modality };
        // What it is in need of nobody bears as yet.
        if let Some(party) = bearer(c, sum, at).filter(|_| !(needs || needed)) {
            let step = if ahead { Step::Pledge } else { Step::Spend };
            let scope = of(Whose::Party(party), currency(&sum.money, Some(party), false));
            let spent = moved(scope, step, sum.money.quantity, c.span(), None);
            out.extend(spent.map(|spent| counted(c, at, sum, spent, modality)));
            continue;
        }
        let Scope { resource, .. } = of_mission(sum, c);
        let in_force = if ahead { Span::Unstated } else { c.span() };
        let ceiling = Ceiling { quantity: sum.money.quantity, resource, instrument: None, in_force };
        out.push(counted(c, at, sum, Statement::Ceiling(ceiling), modality));
    }
}

/// Who bears a cost: whose own it is ("the cost for the Ruritanian part", "Ruritania's bill"), in whose money it is told, else the
/// states or the union whose mission it is; the United Nations share out theirs.
fn bearer(c: &Context<'_>, sum: &Sum, at: usize) -> Option<Party> {
    let known = |party: &Party| Some(*party) != c.report.host && party.code() != "UN";
    let noun = |at: &usize| c.phrase(*at).is_event(Sense::Cost) || c.phrase_is(*at, Cue::BudgetNoun);
    let nouns = || c.around().filter(|noun| *noun < at).chain(c.clause().subject).filter(noun);
    let own = nouns().find_map(|at| c.phrase(at).owner.filter(known));
    let of = nouns().filter_map(|at| c.parse.phrases.get(at + 1)).find_map(|next| {
        let part = matches!(next.link, Some(Link::For | Link::To | Link::Of));
        let party = next.owner.or_else(|| next.actors().iter().find_map(|actor| actor.party));
        party.filter(|party| part && known(party))
    });
    own.or(of).or_else(|| issuer(&sum.money).filter(known)).or_else(|| c.report.body.filter(known))
}
