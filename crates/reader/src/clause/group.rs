//! A body of people with what follows its noun: "600 officers from the General Service Unit", "a team of 21".

use std::collections::BTreeSet;

use model::{Party, Quantity, UnitName};

use crate::{Cue, PartyForm, What};

use super::{
    chunker::Chunker,
    phrase::{Group, Head, OutOf},
    small::{Link, Small},
};

/// The longest noun phrase that is looked for, so that reading stays linear.
const REACH: usize = 48;

impl Chunker<'_> {
    /// The group of people that begins at this token, and the token behind it.
    pub(super) fn group(&self, start: usize) -> Option<(Group, usize)> {
        let (mut group, mut end) = self.group_head(start)?;
        // "Not one officer has arrived": nobody.
        let one = group.number.as_ref().is_some_and(|(quantity, _)| *quantity == Quantity::Exactly(1));
        if one && start.checked_sub(1).is_some_and(|before| self.sentence.is(before, Cue::Not)) {
            group.number = None;
            group.is_none = true;
        }
        self.group_tail(&mut group, &mut end, start);
        Some((group, end))
    }

    /// What follows the noun and belongs to it: "of 21", "from Kenya", "of the mission".
    fn group_tail(&self, group: &mut Group, end: &mut usize, start: usize) {
        for _ in 0..3 {
            let unnumbered = group.number.is_none() && !group.is_none;
            if unnumbered && group.head != Head::Number && self.consists_of(group, end)
                || unnumbered && self.numbered_behind(group, end)
            {
                continue;
            }
            let word = self.small(*end);
            let leads_source = self.sentence.is(*end, Cue::LeadsToSource);
            if word == Some(Small::Link(Link::Of))
                || word == Some(Small::Link(Link::Including)) && group.head == Head::Number
            {
                if !self.tail_of(group, end) {
                    break;
                }
            } else if leads_source
                && matches!(self.small(*end + 1), Some(Small::Link(Link::From) | Small::To))
            {
                let Some(behind) = self.sources(group, *end + 2, start) else { break };
                *end = behind;
            } else if word == Some(Small::Link(Link::From)) {
                let Some(behind) = self.sources(group, *end + 1, start) else { break };
                *end = behind;
            } else {
                break;
            }
        }
    }

    /// "The Ruritanians, 24 in all,", "its contingent, roughly 300,": a number between commas behind several people.
    fn numbered_behind(&self, group: &mut Group, end: &mut usize) -> bool {
        let last = self.sentence.word(end.saturating_sub(1));
        let several = group.head == Head::Collective
            || self.sentence.is(*end - 1, Cue::AlwaysSeveral)
            || last.ends_with('s');
        let known = group.is_definite || !group.parties.is_empty();
        if !several || !known || self.sentence.word(*end) != "," {
            return false;
        }
        // "the first, of 400,".
        let of = group.ordinal.is_some() && self.small(*end + 1) == Some(Small::Link(Link::Of));
        let number = *end + 1 + usize::from(of || self.small(*end + 1) == Some(Small::Adverb));
        let Some(What::Number(quantity)) = self.what(number).filter(|_| group.head != Head::Number) else {
            return false;
        };
        let behind = self.next(number);
        let more = matches!(self.what(behind), Some(What::Word(crate::WordClass::Total)));
        let strong = self.sentence.is(behind, Cue::Strong);
        // "the Ruritanians, some 1,200 men, drove": only before a verb, or a list begins.
        let noun = match self.what(behind) {
            Some(What::People(service)) => Some((*service, self.next(behind))),
            _ => None,
        };
        let noun = noun.filter(|(_, close)| self.is_verb_behind(close + 1));
        let counted = self.sentence.is(behind, Cue::InNumber);
        let comma = || (behind..behind + 5).find(|at| self.sentence.word(*at) == ",");
        let close = match noun {
            Some((_, close)) => close,
            None if counted => comma().unwrap_or(behind),
            None if more || strong => self.next(behind),
            None => behind,
        };
        if quantity.number().is_none() || self.sentence.word(close) != "," {
            return false;
        }
        group.number = Some((*quantity, number..behind));
        group.service = group.service.or(noun.map(|(service, _)| service));
        *end = close + 1;
        true
    }

    /// Whether a verb of the clause begins at this token.
    pub(super) fn is_verb_behind(&self, token: usize) -> bool {
        let token = token + usize::from(self.small(token) == Some(Small::Adverb));
        match self.what(token) {
            Some(What::Verb(readings)) => readings.iter().any(|reading| reading.form.may_be_past()),
            Some(What::Word(class)) => {
                use crate::WordClass;
                matches!(class, WordClass::Be | WordClass::Has | WordClass::Future | WordClass::Modal)
            }
            _ => false,
        }
    }

    /// "a contingent, consisting of 217 officers,": its size told between commas.
    fn consists_of(&self, group: &mut Group, end: &mut usize) -> bool {
        let comma = usize::from(self.sentence.word(*end) == ",");
        let verb = *end + comma;
        if !self.sentence.is(verb, Cue::MadeUpOf) {
            return false;
        }
        let mut inner = self.next(verb);
        while inner < verb + 4
            && (self.small(inner) == Some(Small::Link(Link::Of)) || self.sentence.is(inner, Cue::Up))
        {
            inner += 1;
        }
        let Some((part, mut behind)) = self.group_head(inner).filter(|(part, _)| part.number.is_some())
        else {
            return false;
        };
        // "consisting of 200 officers and 40 soldiers": several parts are told by themselves.
        if matches!(self.small(behind), Some(Small::And))
            || self.sentence.word(behind) == "," && comma == 0 && self.group_head(behind + 1).is_some()
        {
            return false;
        }
        group.number = part.number;
        group.service = part.service.or(group.service);
        group.parties.extend(part.parties);
        group.units.extend(part.units);
        behind += usize::from(comma > 0 && self.sentence.word(behind) == ",");
        *end = behind;
        true
    }

    fn tail_of(&self, group: &mut Group, end: &mut usize) -> bool {
        let inner = *end + 1;
        if self.sentence.is(inner, Cue::Whom) || self.small(inner) == Some(Small::They) {
            group.is_part = true;
            *end = inner + 1;
            return true;
        }
        if let Some((mut part, behind)) = self.group_head(inner) {
            let mut behind = behind;
            self.group_tail(&mut part, &mut behind, inner);
            match group.head {
                Head::Collective => {
                    group.number = group.number.take().or(part.number);
                    group.service = part.service.or(group.service);
                }
                Head::Number => {
                    // "a pair of officers" is a number of them.
                    group.is_part = part.is_definite || part.number.is_some() || part.head == Head::Number;
                    group.service = group.service.or(part.service);
                    if part.number.is_some() {
                        // The word stands before the noun or right behind it: "of the 2,500 officers promised".
                        // "of the 750 soldiers it pledged".
                        let owes = matches!(self.small(behind), Some(Small::It | Small::They))
                            || matches!(self.what(behind), Some(What::Party(_)));
                        let last = behind + if owes { 2 } else { 0 };
                        let is_planned = (inner..=last).any(|at| self.sentence.is(at, Cue::ToBeReached));
                        group.out_of = part.number.map(|(quantity, tokens)| OutOf {
                            quantity,
                            tokens,
                            is_planned,
                            is_definite: part.is_definite && !part.is_of_mission && !is_planned,
                            is_of_mission: part.is_of_mission,
                        });
                        group.is_part = group.out_of.is_none() || group.is_part;
                    }
                }
                Head::People | Head::Nationals | Head::Pronoun => {}
            }
            group.parties.extend(part.parties);
            group.units.extend(part.units);
            group.is_of_mission |= part.is_of_mission && group.out_of.is_none();
            group.is_owned_otherwise |= part.is_owned_otherwise;
            group.is_its |= part.is_its;
            *end = behind;
            return true;
        }
        // "two members of the Ruritanian coast guard": of the state whose service it is.
        if let Some((actors, behind)) = self.actors(inner)
            && let [actor] = &actors[..]
            && let Some(party) = actor.party.filter(|_| actor.role == super::phrase::Role::Organ)
            && group.head == Head::People
            && self.sentence.is(behind - 1, Cue::ArmedService)
        {
            group.parties.insert(party);
            *end = behind;
            return true;
        }
        let article = usize::from(matches!(self.small(inner), Some(Small::Definite)));
        match self.what(inner + article) {
            // "retirer ses 450 soldats de la mission": where they leave, not whose they are.
            Some(What::Mission(_)) if group.is_its && self.sentence.order.motion_gives_direction => false,
            Some(What::Mission(_)) => {
                group.is_of_mission = true;
                *end = self.next(inner + article);
                true
            }
            Some(What::Unit(_) | What::Party(_)) => {
                let Some(behind) = self.sources(group, inner, inner) else { return false };
                *end = behind;
                true
            }
            _ => false,
        }
    }

    /// The parties and units that people come from, one or a list of them.
    fn sources(&self, group: &mut Group, start: usize, first: usize) -> Option<usize> {
        let mut end = None;
        let mut token = start;
        let mut parties: BTreeSet<Party> = BTreeSet::new();
        while token < first + REACH + REACH {
            token += usize::from(self.is_glue(token));
            let article = usize::from(matches!(self.small(token), Some(Small::Definite)));
            let at = token + article;
            let Some(what) = self.what(at) else { break };
            let behind = self.next(at);
            match what {
                What::Party(party)
                    if matches!(party.form, PartyForm::Name | PartyForm::Organ)
                        && !self.is_possessive(behind) =>
                {
                    parties.insert(party.party);
                }
                What::Unit(unit) => {
                    group.units.insert(UnitName(unit.name.clone()));
                    parties.extend(unit.party);
                }
                _ => break,
            }
            let behind = self.behind_short_name(behind);
            end = Some(behind);
            token = behind;
            if self.sentence.word(token) == "," {
                token += 1;
            }
            if self.small(token) == Some(Small::And) {
                token += 1;
            }
            if token == behind {
                break;
            }
        }
        group.parties.extend(parties);
        end
    }
}
