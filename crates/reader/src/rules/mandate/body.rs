//! Who acts on a mandate, or asks for it.

use model::{Modality, Party};

use crate::{
    Cue, Sense,
    clause::{Actor, Hangs, Link, Role, Time},
    context::Context,
};

pub(super) fn is_body(actor: &Actor) -> bool {
    matches!(actor.role, Role::Party | Role::Organ) && actor.party.is_some_and(|party| !party.is_state())
}

/// "the Council": the one told of before, else that of the United Nations.
pub(super) fn council(c: &Context<'_>, at: usize) -> Option<Party> {
    let phrase = c.phrase(at);
    let named = phrase.actors().iter().any(|actor| actor.party.is_some());
    if named || !c.any_is(phrase.tokens.clone(), Cue::Council) {
        return None;
    }
    c.discourse.council.or_else(|| Party::new("UN").ok())
}

/// Who acts: the subject, whoever stands behind "by" or "of", else the body or the party that the sentence names first.
pub(super) fn body(c: &Context<'_>) -> Option<(Party, usize)> {
    // Of a list with the host the other is meant.
    let party_at = |at: usize| {
        let parties = || c.phrase(at).actors().iter().filter_map(|actor| actor.party);
        let other = parties().find(|party| Some(*party) != c.report.host);
        other.or_else(|| parties().next()).map(|party| (party, at))
    };
    let passive = c.is_passive();
    // "Ruritania asked the Council to convert it": who asks. "The Council voted to extend it": who votes.
    let outer = asker(c).or_else(|| decider(c)).and_then(|on| c.parse.clauses[on].subject);
    if let Some(found) = outer.and_then(|at| party_at(at).or_else(|| council(c, at).map(|party| (party, at))))
    {
        return Some(found);
    }
    // "A request by Ruritania to convert it".
    let request = c.clause().before.clone().find_map(|at| {
        let asks = c.phrase(at).is_event(Sense::Urge) || c.phrase(at).is_event(Sense::Propose);
        let of = at + 1;
        let by = c.clause().before.contains(&of)
            && matches!(c.phrase(of).link, Some(Link::By | Link::Of | Link::From));
        (asks && by).then(|| party_at(of)).flatten()
    });
    if request.is_some() {
        return request;
    }
    let by = c.linked(Link::By).find_map(party_at);
    let subject = c.clause().subject.filter(|_| !passive).and_then(party_at);
    let of = c
        .linked(Link::Of)
        .find_map(|at| c.phrase(at).actors().iter().any(is_body).then(|| party_at(at)).flatten());
    let council = c
        .clause()
        .subject
        .filter(|_| !passive && subject.is_none())
        .and_then(|at| council(c, at).map(|party| (party, at)));
    let subject = subject.or(council);
    let owner = c.clause().subject.and_then(|at| c.phrase(at).owner.map(|party| (party, at)));
    // "at the session where the mandate was prolonged", "Ruritania's push for it to be converted".
    let before = || {
        let verb = c.clause().verb.unwrap_or(0);
        let all = || (0..verb).rev();
        let bodies = all().find_map(|at| {
            c.phrase(at)
                .actors()
                .iter()
                .find(|actor| is_body(actor))
                .and_then(|actor| actor.party)
                .map(|party| (party, at))
        });
        let owner_before = all().find_map(|at| c.phrase(at).owner.map(|party| (party, at)));
        // "Washington pushed for it to be converted": who pushes.
        let outer = c.clause().on.and_then(|on| c.parse.clauses[on].subject).and_then(party_at);
        if c.modality() == Some(Modality::Fact) { bodies } else { owner_before.or(outer).or(bodies) }
    };
    by.or(of.filter(|_| subject.is_none_or(|(party, _)| party.is_state())))
        .or(subject)
        .or(owner)
        .or_else(before)
        .or_else(|| speaking(c).filter(|_| c.modality() != Some(Modality::Fact)))
}

/// A proposal in somebody's own words is that party's.
fn speaking(c: &Context<'_>) -> Option<(Party, usize)> {
    let verb = c.clause().verb?;
    let voice = c.voices.at(verb)?;
    voice.speaker.party.map(|party| (party, verb))
}

/// How many clauses up somebody may ask or decide.
const DEPTH: usize = 3;

/// The clause in which somebody asks for what this one tells: "asked the Council to end it", "requested that it be extended".
pub(super) fn asker(c: &Context<'_>) -> Option<usize> {
    // "wants the Council to end it": another is to act.
    let wants = || {
        let on = outer(c, &[Sense::Intend, Sense::Wish])?;
        let other =
            c.clause().hangs == Hangs::Infinitive && c.clause().subject != c.parse.clauses[on].subject;
        other.then_some(on)
    };
    outer(c, &[Sense::Urge, Sense::Propose]).or_else(wants)
}

/// The clause in which a body decides what this one tells: "voted to extend", "decided that the mission would close".
pub(super) fn decider(c: &Context<'_>) -> Option<usize> {
    outer(c, &[Sense::Decide, Sense::Adopt, Sense::Authorise])
}

fn outer(c: &Context<'_>, senses: &[Sense]) -> Option<usize> {
    let mut clause = c.clause();
    for _ in 0..DEPTH {
        // "requested that it be extended", "decided that it would close".
        let bare = clause.verb.and_then(|at| c.phrase(at).verb()).is_some_and(|verb| {
            !verb.is_finite && verb.is_passive || matches!(verb.time, Time::Modal | Time::Future)
        });
        let said = matches!(clause.hangs, Hangs::Participle | Hangs::Relative) && bare;
        if !said && !matches!(clause.hangs, Hangs::Infinitive | Hangs::Said) {
            return None;
        }
        let on = clause.on?;
        clause = &c.parse.clauses[on];
        let verb = clause.verb.and_then(|at| c.phrase(at).verb())?;
        if verb.does(senses) {
            return (!verb.is_negated && verb.time != Time::Future).then_some(on);
        }
    }
    None
}
