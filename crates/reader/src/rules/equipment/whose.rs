//! Whose equipment it is, and who gives it.

use model::{Party, Whose};

use crate::{
    Sense, What,
    clause::{Hangs, Kind, Kit, Link},
    context::Context,
};

/// "two Ruritanian planes", "helicopters of the Ruritanian Air Force": whose equipment it is by its own words.
pub(super) fn owner(c: &Context<'_>, at: usize) -> Option<Party> {
    if !matches!(c.phrase(at).what, Kind::Kit(_)) {
        return None;
    }
    let next = c.parse.phrases.get(at + 1).filter(|next| next.link == Some(Link::Of));
    let of = || next.and_then(|next| next.actors().iter().find_map(|actor| actor.party));
    named(c, at)
        .or_else(of)
        .or(c.phrase(at).owner)
        .filter(|party| party.is_state() && Some(*party) != c.report.host)
}

/// "three helicopters promised by Ruritania", "that Ruritania has promised": who owes or gave it, in a clause on it.
pub(super) fn promised_by(c: &Context<'_>, at: usize) -> Option<Party> {
    let known = |party: &Party| party.is_state() && Some(*party) != c.report.host;
    let named = |at: usize| c.phrase(at).actors().iter().filter_map(|actor| actor.party).find(known);
    c.parse.clauses.iter().find_map(|clause| {
        let hangs =
            clause.antecedent == Some(at) || clause.subject == Some(at) && clause.hangs == Hangs::Participle;
        if !hangs {
            return None;
        }
        let acting = clause.subject.filter(|subject| *subject != at).and_then(named);
        let by = clause.after.clone().find(|other| c.phrase(*other).link == Some(Link::By));
        acting.or_else(|| by.and_then(named))
    })
}

/// Who gives it: who acts, who has promised it, or whose own the planes are that bring it; where nobody is named, the party whose
/// spokesman tells it; of more of the same, or of what is still to come, who gave last.
pub(super) fn giver(c: &Context<'_>, at: usize, kit: &Kit, ahead: bool) -> Whose {
    let agents = c.agents();
    if !agents.is_empty() && !c.does(&[Sense::Receive]) {
        return Whose::of(agents);
    }
    let from = c.linked(Link::From).map(|at| crate::discourse::contributors(c.phrase(at), c.report));
    if let Some(parties) = from.into_iter().find(|parties| !parties.is_empty()) {
        return Whose::of(parties);
    }
    if let Some(party) = promised_by(c, at).or_else(|| c.clause().subject.and_then(|at| owner(c, at))) {
        return Whose::Party(party);
    }
    // "They will bring three helicopters": whose people they are. "has received six trucks": who gets them, where nobody gives them.
    let people = c.clause().subject.filter(|at| c.phrase(*at).group().is_some() && !c.is_host(*at));
    let people = people.map(|at| c.scope(at).whose).filter(|whose| matches!(whose, Whose::Party(_)));
    let gets = || (!agents.is_empty()).then(|| Whose::of(agents.clone()));
    if let Some(whose) = people.filter(|_| !c.is_passive()).or_else(gets) {
        return whose;
    }
    if c.subject_is_mission() {
        return Whose::Mission;
    }
    let verb = c.clause().verb.unwrap_or(0);
    let voice = c.voices.at(verb).and_then(|voice| voice.speaker.party);
    let known = |party: &Party| party.is_state() && Some(*party) != c.report.host;
    let last = || c.discourse.kit_giver.filter(|_| kit.is_additional || ahead);
    voice.filter(known).or_else(|| embassy(c)).or_else(last).map_or(Whose::Unstated, Whose::Party)
}

/// "the Ruritanian embassy reported": whose embassy tells it.
fn embassy(c: &Context<'_>) -> Option<Party> {
    let says = |at: &usize| c.parse.phrases[*at].verb().is_some_and(|verb| verb.does(&[Sense::Say]));
    let sayers = c.parse.clauses.iter().filter(|clause| clause.verb.as_ref().is_some_and(says));
    let sites =
        sayers.filter_map(|clause| clause.subject).filter(|at| matches!(c.phrase(*at).what, Kind::Site(_)));
    sites.filter_map(|at| named(c, at)).find(|party| party.is_state() && Some(*party) != c.report.host)
}

/// The party that a phrase's own words name.
fn named(c: &Context<'_>, at: usize) -> Option<Party> {
    let tokens = c.phrase(at).tokens.clone();
    c.mentions.iter().find_map(|mention| match &mention.what {
        What::Party(named) if tokens.contains(&mention.tokens.start) => Some(named.party),
        _ => None,
    })
}
