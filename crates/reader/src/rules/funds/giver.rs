//! Who gives a sum.

use model::Party;

use crate::{
    Cue, Sense,
    clause::{Hangs, Kind, Link, Mark, Role},
    context::Context,
};

use super::purse::is_purse;

/// "$9 million that Ruritania had promised", "promised by Ruritania": who owes it, in a clause on the sum.
pub(super) fn promised_by(c: &Context<'_>, at: usize) -> Option<Party> {
    c.parse.clauses.iter().find_map(|clause| {
        // "$9 million, of which Ruritania gave 2 million": it owes only its part.
        let of_which = clause.before.start.checked_sub(2).is_some_and(|at| {
            matches!(c.phrase(at).what, Kind::Particle) && c.phrase(at).link == Some(Link::Of)
        });
        if of_which {
            return None;
        }
        let hangs =
            clause.antecedent == Some(at) || clause.subject == Some(at) && clause.hangs == Hangs::Participle;
        if !hangs {
            return None;
        }
        let acting = clause.subject.filter(|subject| *subject != at).and_then(|subject| giver(c, subject));
        let by = clause
            .after
            .clone()
            .find(|other| c.phrase(*other).link == Some(Link::By))
            .and_then(|other| giver(c, other));
        acting.or(by)
    })
}

/// "Canada has donated $80 million and France 3 million": a party right before its sum.
pub(super) fn gapped(c: &Context<'_>, at: usize) -> Option<Party> {
    let before = at.checked_sub(1)?;
    let joined = before
        .checked_sub(1)
        .is_some_and(|at| matches!(c.phrase(at).what, Kind::And | Kind::Mark(Mark::Comma)));
    let [actor] = c.phrase(before).actors() else { return None };
    (joined && actor.role == Role::Party && c.phrase(before).link.is_none())
        .then(|| giver(c, before))
        .flatten()
}

pub(super) fn giver(c: &Context<'_>, at: usize) -> Option<Party> {
    let of = |party: Party| (Some(party) != c.report.host && party.code() != "UN").then_some(party);
    match &c.phrase(at).what {
        // "the government" of no country that is named: of the one that the report is about.
        Kind::Actors(actors) if actors.len() == 1 && c.is_bare_organ(at) => {
            c.discourse.main().filter(|_| c.phrase_is(at, Cue::OrganNoun)).and_then(of)
        }
        Kind::Actors(actors) => actors.iter().find_map(|actor| actor.party).and_then(of),
        _ => c.phrase(at).owner.and_then(of),
    }
}

/// Who gives: who acts, whom the money comes from, who speaks for it, else who gave last. Of what came in nobody knows from whom.
pub(super) fn donor(c: &Context<'_>, told: bool, came_in: bool) -> Option<Party> {
    let passive = c.verb().is_some_and(|verb| verb.is_passive);
    let receives = c.does(&[Sense::Receive]) && !passive;
    let subject = c.clause().subject.filter(|_| !passive && !receives).and_then(|at| giver(c, at));
    // "Its contribution was increased to $9 million": whose.
    let own = c.clause().subject.filter(|_| passive).and_then(|at| owner(c, at));
    let by = c.linked(Link::By).find_map(|at| giver(c, at));
    // "A contribution of $9 million from Ruritania reached the fund": also before the verb.
    let before = c.clause().before.clone().filter(|at| c.phrase(*at).link == Some(Link::From));
    let from = c.linked(Link::From).chain(before).find_map(|at| giver(c, at));
    let voice = || {
        let verb = c.clause().verb?;
        c.voices.at(verb)?.speaker.party.filter(|party| Some(*party) != c.report.host && party.code() != "UN")
    };
    // "Canada will make $123 million available": who acts in the clause that this one completes.
    let outer = || {
        let on = c.clause().on.filter(|_| c.clause().hangs != Hangs::Free)?;
        c.parse.clauses[on].subject.and_then(|at| giver(c, at))
    };
    let goes_on = !told
        || c.discourse.money_step().is_some()
        || c.parse.phrases.iter().any(|phrase| matches!(&phrase.what, Kind::Sum(sum) if sum.is_additional));
    let sums_up = c.any_is(0..c.sentence.tokens.len(), Cue::SumsUp);
    let earlier = || c.discourse.donor.filter(|_| goes_on && !sums_up && !came_in);
    // "Ruritania got $9 million": who receives it is told, and who gave it is not.
    if receives {
        let named = c.clause().subject.is_some_and(|at| giver(c, at).is_some() || is_purse(c, at));
        return by.or(from).or_else(|| earlier().filter(|_| !named));
    }
    subject.or(own).or(by).or(from).or_else(outer).or_else(voice).or_else(earlier)
}

/// "Ruritania's contribution", "its contribution" where a party has just acted: whose gift it is.
pub(super) fn owner(c: &Context<'_>, at: usize) -> Option<Party> {
    let noun = c.phrase(at);
    let gift = noun.is_event(Sense::Give) || noun.is_event(Sense::Pledge);
    let acted = || match c.discourse.acted() {
        Some([actor]) if actor.role == Role::Party => actor.party,
        _ => None,
    };
    let own = || c.sentence.is(noun.tokens.start, Cue::Its).then(acted).flatten();
    let party = noun.owner.or_else(own).filter(|_| gift);
    party.filter(|party| Some(*party) != c.report.host && party.code() != "UN")
}
