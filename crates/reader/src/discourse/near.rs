//! Whose a body of people is by what stands near it in the sentence: in a list, beside it, before it.

use std::collections::BTreeSet;

use model::{ByteRange, Party, Service, Whose};

use crate::{
    Cue,
    clause::{Clause, Group, Head, Kind, Link, Mark, Role},
};

use super::whose::{Finding, Resolved};

impl Finding<'_> {
    /// "Kenya, Jamaica and Belize sent 200, 24 and two officers respectively": the n-th number is the n-th party's.
    pub(super) fn respective(&self, at: usize, agent: usize, clause: &Clause) -> Option<Party> {
        let told = (0..self.sentence.tokens.len()).any(|token| self.sentence.is(token, Cue::InThatOrder));
        let actors = self.parse.phrases[agent].actors();
        let numbers: Vec<usize> = clause
            .after
            .clone()
            .filter(|index| self.parse.phrases[*index].group().is_some_and(|group| group.number.is_some()))
            .collect();
        let nth = numbers.iter().position(|index| *index == at)?;
        // "sent 500, 300 and 125 soldiers": as many bare numbers as parties.
        let bare = |index: &usize| {
            self.parse.phrases[*index].group().is_some_and(|group| group.head == Head::Number)
        };
        let listed = numbers.len() > 1 && numbers[..numbers.len() - 1].iter().all(bare);
        ((told || listed) && actors.len() == numbers.len())
            .then(|| actors.get(nth).and_then(|actor| actor.party))
            .flatten()
    }

    /// "Ruritania sent 400 officers and Freedonia 24": a party right before its number.
    pub(super) fn gapped(&self, at: usize) -> Option<Party> {
        let before = at.checked_sub(1)?;
        let joined = before.checked_sub(1).map(|at| &self.parse.phrases[at].what);
        let phrase = &self.parse.phrases[before];
        let lists = matches!(joined, Some(Kind::And | Kind::Mark(Mark::Comma)));
        // "the Jamaicans have sent two dozen and the Belizeans two".
        if let Some(group) =
            phrase.group().filter(|group| group.head == Head::Nationals && group.number.is_none())
            && lists
            && phrase.link.is_none()
            && self.parse.phrases[at].group().is_some_and(Group::is_bare)
        {
            let mut parties = group.parties.iter();
            return parties.next().copied().filter(|_| parties.next().is_none());
        }
        let [actor] = phrase.actors() else { return None };
        let alone =
            phrase.link.is_none() && actor.role == Role::Party && self.parse.phrases[at].link.is_none();
        (alone && lists)
            .then_some(actor.party)
            .flatten()
            .filter(|party| party.is_state() && Some(*party) != self.report.host)
    }

    /// "One of them, a Ruritanian, was hurt", "two more, both from Freedonia, fell": of the state told between the commas behind it.
    pub(super) fn apposed(&self, at: usize) -> Option<BTreeSet<Party>> {
        let comma = |at: usize| {
            self.parse.phrases.get(at).is_some_and(|phrase| matches!(phrase.what, Kind::Mark(Mark::Comma)))
        };
        let close = (at + 3..at + 5).find(|close| comma(*close)).filter(|_| comma(at + 1))?;
        let told = (at + 2..close).next_back()?;
        let phrase = self.parse.phrases.get(told)?;
        // "mainly from Freedonia", "mostly Ruritanians": not all of them.
        let opens = self.parse.phrases[at + 1].tokens.end;
        let first = phrase.tokens.start.saturating_sub(usize::from(phrase.link.is_some()));
        if (opens..first).any(|token| !self.sentence.is(token, Cue::Everybody)) {
            return None;
        }
        let nationals = phrase.group().filter(|group| {
            let one = group.is_one || group.number.is_none();
            group.head == Head::Nationals && one && !group.is_definite
        });
        let from = phrase.link == Some(Link::From) && !phrase.actors().is_empty();
        let parties = match nationals {
            Some(group) if told == at + 2 && phrase.link.is_none() => group.parties.clone(),
            _ if from => self.parties_of(told),
            _ => return None,
        };
        let between = (at + 2..told).all(|at| {
            !self.parse.phrases[at].is_nominal() && self.parse.phrases[at].verb().is_none()
                || self.parse.phrases[at].group().is_some_and(|group| group.head == Head::Pronoun)
        });
        (parties.len() == 1 && between).then_some(parties)
    }

    /// "31 Belizean soldiers and 20 coast guards": the second of two joined groups is of the first's party.
    pub(super) fn beside(&self, at: usize) -> Option<Resolved> {
        let mut index = at;
        while let Some(before) = index.checked_sub(1) {
            match &self.parse.phrases[before].what {
                Kind::And | Kind::Mark(Mark::Comma) => index = before,
                Kind::People(_) if index != at && self.parse.phrases[at].link.is_none() => {
                    let group = self.parse.phrases[at].group()?;
                    let fits = group.number.is_some() && !group.is_definite && !group.is_part;
                    return self.resolved[before]
                        .clone()
                        .filter(|of| fits && of.whose != Whose::Unstated)
                        .map(|of| Resolved { service: None, ..of });
                }
                Kind::People(_) if self.parse.phrases[at].link == Some(Link::Including) => {
                    return self.resolved[before].clone().map(|of| Resolved { service: None, ..of });
                }
                _ => return None,
            }
        }
        None
    }

    /// A body of people spoken of earlier in this sentence.
    pub(super) fn earlier_here(&self, at: usize, group: &Group) -> Option<Resolved> {
        (0..at).rev().find_map(|index| {
            let of = self.resolved[index].as_ref()?;
            let clash = matches!((group.service, of.service), (Some(a), Some(b))
                if a != b && a != Service::Unstated && b != Service::Unstated);
            (of.whose != Whose::Unstated && !of.is_host && !clash)
                .then(|| Resolved { by: self.words(index), ..of.clone() })
        })
    }

    /// The contributor that acts or speaks before this place in the sentence.
    pub(super) fn acting_before(&self, at: usize) -> Option<(BTreeSet<Party>, Option<ByteRange>)> {
        let subjects = self.parse.clauses.iter().filter_map(|clause| {
            let verb = clause.verb?;
            clause.subject.filter(|subject| verb < at && *subject < at)
        });
        let nearest: Vec<usize> = subjects.collect();
        nearest.iter().rev().find_map(|subject| {
            let parties = self.parties_of(*subject);
            (!parties.is_empty()).then(|| (parties, self.words(*subject)))
        })
    }
}
