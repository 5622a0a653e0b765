//! Wholes that somebody owes: "fewer than the 1,000 it pledged", "out of 1,000 promised", "its offer of 2,000".

use model::{Modality, Scope, Stage, Whose};

use crate::{
    Cue, Sense,
    clause::{Hangs, Head, Link, Time},
    context::Context,
    discourse::senders,
    draft::Draft,
};

use super::NAME;

/// "fewer than the 1,000 it pledged": a number whose party and verb stand right behind it.
pub(super) fn owed(c: &Context<'_>, out: &mut Vec<Draft>) {
    for at in 0..c.parse.phrases.len().saturating_sub(2) {
        let than = c.phrase(at).link == Some(Link::Than);
        let definite = c.phrase(at).group().is_some_and(|group| group.is_definite && !group.is_part);
        let owes = c.phrase(at + 2).verb().is_some_and(|verb| {
            verb.does(&[Sense::Pledge, Sense::Intend]) && !verb.is_passive && !verb.is_negated
        });
        if !(than && definite && owes && c.is_counted(at)) || c.is_host(at) {
            continue;
        }
        let giver = senders(c.phrase(at + 1), c.report);
        let own = c.scope(at);
        let whose = if giver.is_empty() { own.whose.clone() } else { Whose::of(giver) };
        if matches!(whose, Whose::Party(_)) {
            let scope = Scope { whose, ..own };
            out.extend(c.count_of(NAME, at, scope, Stage::Promised, None, Modality::Pledged));
        }
    }
}

/// "out of 1,000 promised", "the 1,000 agreed": a whole that somebody owes.
pub(super) fn promised_whole(c: &Context<'_>, out: &mut Vec<Draft>) {
    for at in 0..c.parse.phrases.len().saturating_sub(1) {
        let phrase = c.phrase(at);
        let participle = c.phrase(at + 1).verb().is_some_and(|verb| {
            let lone = matches!(&verb.verbs[..], [one] if one.form.may_be_participle());
            lone && verb.does(&[Sense::Pledge]) && !verb.is_passive && verb.time == Time::Past
        });
        let behind = c.parse.phrases.get(at + 2).is_none_or(|next| !next.is_nominal());
        // "all 15 agreed" is a sentence of its own.
        let acts = c.parse.clauses.iter().any(|clause| {
            clause.subject == Some(at) && clause.verb == Some(at + 1) && clause.hangs != Hangs::Participle
        });
        let definite = !acts && phrase.group().is_some_and(|group| group.is_definite);
        let is_whole = (definite || matches!(phrase.link, Some(Link::Of | Link::Than | Link::To)))
            && phrase.group().is_some_and(|group| group.head == Head::Number && !group.is_additional);
        if !(participle && behind && is_whole && c.is_counted(at)) || c.is_host(at) {
            continue;
        }
        let own = c.scope(at);
        let first =
            c.clause().subject.map(|subject| senders(c.phrase(subject), c.report)).unwrap_or_default();
        let whose = if own.whose == Whose::Unstated { Whose::of(first) } else { own.whose.clone() };
        let scope = Scope { whose, ..own };
        out.extend(c.count_of(NAME, at, scope, Stage::Promised, None, Modality::Pledged));
    }
}

/// "Ruritania's promised 2,000 soldiers", "its offer of 2,000 soldiers": promised, whatever is told of them.
pub(super) fn promised_before(c: &Context<'_>, out: &mut Vec<Draft>) {
    for at in c.around().filter(|at| c.is_counted(*at) && !c.is_host(*at)) {
        let Some(group) = c.phrase(at).group() else { continue };
        let planned = group.is_planned && !group.parties.is_empty();
        let offer = at
            .checked_sub(1)
            .map(|before| c.phrase(before))
            .filter(|noun| noun.is_event(Sense::Pledge) && c.phrase(at).link == Some(Link::Of));
        let whose = match offer {
            Some(noun) => noun.owner.filter(|party| party.is_state()).map(Whose::Party).or_else(|| {
                // "an offer of 1,000 officers came from Ruritania", "he renewed the promise of 1,000 officers".
                let giver = c.linked(Link::From).find_map(|at| {
                    let givers = crate::discourse::contributors(c.phrase(at), c.report);
                    (!givers.is_empty()).then(|| Whose::of(givers))
                });
                giver.or_else(|| c.is_force(at).then(|| c.scope(at).whose))
            }),
            None => planned.then(|| Whose::of(group.parties.clone())),
        };
        let taken = out.iter().any(|draft| draft.phrase == at);
        let Some(whose) = whose.filter(|_| !taken && c.modality().is_some()) else { continue };
        let scope = Scope { whose, ..c.scope(at) };
        out.extend(c.count_of(NAME, at, scope, Stage::Promised, None, Modality::Pledged));
    }
}

/// "sent 90 out of an expected 300", "half of a promised 900".
pub(super) fn expected_total(c: &Context<'_>, out: &mut Vec<Draft>) {
    for at in c.around().filter(|at| c.is_counted(*at) && c.phrase(*at).link == Some(Link::Of)) {
        let Some(before) = at.checked_sub(1) else { continue };
        let tokens = c.phrase(before).tokens.clone();
        let total = c.any_is(tokens.clone(), Cue::TotalNoun);
        let ahead = c.any_is(tokens, Cue::StillExpected);
        if total && ahead && !c.is_host(at) {
            out.extend(c.count(NAME, at, Stage::Promised, None, Modality::Planned));
        }
    }
}
