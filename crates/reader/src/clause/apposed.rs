//! A size set beside those it counts: "the fourth contingent for the mission, 144 officers strong, flew in".

use crate::{Cue, Sentence};

use super::{
    phrase::{Group, Head, Kind, Mark, OutOf, Phrase, Role},
    small::Link,
};

/// "the parliament in Nairobi": an organ is of the state in whose seat it sits.
pub(super) fn seats(phrases: &mut [Phrase]) {
    for at in 1..phrases.len() {
        let seat = match phrases[at].actors() {
            [actor] if phrases[at].link == Some(Link::In) && actor.role == Role::Party => actor.party,
            _ => None,
        };
        if let (Some(party), Kind::Actors(actors)) = (seat, &mut phrases[at - 1].what)
            && let [actor] = &mut actors[..]
            && actor.role == Role::Organ
            && actor.party.is_none()
        {
            actor.party = Some(party);
        }
    }
}

/// "half of the contingent", "the rest of its battalion": those who are a share of a body stand for themselves; a number then tells the
/// whole. "Of these 59 died": so do those counted behind "of" where nothing else acts.
pub(super) fn shares(phrases: &mut [Phrase], sentence: &Sentence) {
    for at in 0..phrases.len().saturating_sub(1) {
        let share = matches!(phrases[at].what, Kind::Noun)
            && phrases[at].owner.is_none()
            && phrases[at].link != Some(Link::By)
            && phrases[at].tokens.clone().any(|token| sentence.is(token, Cue::ShareOfPeople));
        let link = phrases[at].link;
        let next = &mut phrases[at + 1];
        if share
            && next.link == Some(Link::Of)
            && let Kind::People(group) = &mut next.what
            && !group.is_planned
        {
            next.link = link;
            if let Some((quantity, tokens)) = group.number.take() {
                group.out_of = Some(OutOf {
                    quantity,
                    tokens,
                    is_planned: group.is_planned,
                    is_definite: group.is_definite,
                    is_of_mission: group.is_of_mission,
                });
            }
            (phrases[at].what, phrases[at].link) = (Kind::Particle, None);
        }
    }
    for at in 0..phrases.len().saturating_sub(1) {
        let acts = matches!(&phrases[at + 1].what, Kind::Verb(verb) if verb.is_finite);
        let opens = at == 0 || matches!(phrases[at - 1].what, Kind::Mark(_));
        if phrases[at].link == Some(Link::Of)
            && acts
            && opens
            && let Kind::People(group) = &mut phrases[at].what
            && group.head == Head::Number
            && group.is_definite
            && group.number.is_some()
        {
            (group.is_part, group.is_definite) = (true, false);
            phrases[at].link = None;
        }
    }
}

/// "$80 million, of which 63 million are for the fund": an amount that has its currency from the one before, here or in an earlier
/// sentence.
pub(super) fn sums(phrases: &mut [Phrase], earlier: Option<crate::Money>) {
    let mut last = earlier;
    for phrase in phrases {
        match &phrase.what {
            Kind::Sum(sum) => last = Some(sum.money),
            Kind::People(group) if group.is_bare() => {
                let Some((quantity, number)) = group.number.clone() else { continue };
                let amount = quantity.number().is_some_and(|number| number >= LEAST_AMOUNT);
                if let Some(before) = last.filter(|_| amount) {
                    let money = crate::Money { quantity, ..before };
                    let is_additional = group.is_additional;
                    phrase.what = Kind::Sum(super::phrase::Sum { money, number, is_additional });
                }
            }
            _ => {}
        }
    }
}

/// No force counts so many.
const LEAST_AMOUNT: u64 = 1_000_000;

/// Gives each body of people the number that stands between commas behind it, and leaves those words without a phrase of their
/// own.
pub(super) fn merge(phrases: &mut [Phrase], sentence: &Sentence) {
    for at in 2..phrases.len() {
        let Some(size) = phrases[at].group().filter(|size| is_size(size) && phrases[at].link.is_none())
        else {
            continue;
        };
        // "144 officers strong".
        let noun = matches!(phrases.get(at + 1), Some(next) if matches!(next.what, Kind::Noun) && next.link.is_none());
        let close = at + 1 + usize::from(noun);
        let behind = phrases.get(close).is_some_and(is_comma);
        if !is_comma(&phrases[at - 1]) || !behind {
            continue;
        }
        // A list of groups goes on: "200 troops, 40 police, 10 medics".
        if phrases.get(close + 1).is_some_and(|next| next.verb().is_none()) {
            continue;
        }
        let linked = |at: &usize| phrases[*at].link.is_some() && phrases[*at].is_nominal();
        let Some(whom) = (0..at - 1).rev().find(|at| !linked(at)) else { continue };
        // "Ruritania's share, roughly 300,".
        let named = |at: usize| phrases[at].tokens.clone().any(|token| sentence.is(token, Cue::ShareNoun));
        if let (Kind::Noun, Some(owner), true) = (&phrases[whom].what, phrases[whom].owner, named(whom)) {
            let (number, service) = (size.number.clone(), size.service);
            let parties = [owner].into();
            let body = Group {
                number,
                service,
                parties,
                head: Head::Collective,
                is_definite: true,
                ..Group::default()
            };
            phrases[whom].what = Kind::People(body);
            for inside in &mut phrases[at..close] {
                inside.what = Kind::Particle;
            }
            continue;
        }
        let Some(body) = phrases[whom].group().filter(|body| is_unsized(body)) else { continue };
        let (number, service) = (size.number.clone(), body.service.or(size.service));
        if let Kind::People(body) = &mut phrases[whom].what {
            (body.number, body.service) = (number, service);
        }
        for inside in &mut phrases[at..close] {
            inside.what = Kind::Particle;
        }
    }
}

fn is_comma(phrase: &Phrase) -> bool {
    matches!(phrase.what, Kind::Mark(Mark::Comma))
}

fn is_size(group: &Group) -> bool {
    matches!(group.head, Head::People | Head::Number)
        && group.number.is_some()
        && !group.is_one
        && group.parties.is_empty()
        && !(group.is_additional || group.is_definite || group.is_part)
}

fn is_unsized(group: &Group) -> bool {
    let known = group.is_definite || !group.parties.is_empty() || group.ordinal.is_some();
    group.number.is_none()
        && !group.is_none
        && (group.head == Head::Collective || group.head == Head::Nationals && known)
}
