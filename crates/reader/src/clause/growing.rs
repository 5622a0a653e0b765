//! What each word and mention adds to a body of people, up to its noun.

use model::{Service, UnitName};

use crate::{Cue, Mention, PartyForm, Sense, Shape, VerbForm, VerbReading, What, WordClass};

use super::{
    chunker::Chunker,
    group_head::ADJECTIVES,
    phrase::{Group, Head},
    small::Small,
};

/// A group of people in the making.
pub(super) struct Growing {
    pub(super) group: Group,
    /// Its noun has been seen.
    pub(super) has_head: bool,
    /// Unknown words since the number.
    pub(super) adjectives: usize,
    /// The token of "a" or "an".
    pub(super) article: Option<usize>,
    /// The token behind its number.
    pub(super) behind_number: Option<usize>,
    /// The token behind its last demonym.
    pub(super) behind_demonym: Option<usize>,
}

/// What an item does to the group.
pub(super) enum Grows {
    /// It belongs to it; the next item begins at this token.
    To(usize),
    /// It is all there is: "they".
    Whole(usize),
    /// The group ends before it.
    End,
    /// What looked like a group is none.
    Never,
}

impl Chunker<'_> {
    /// Whether a word that may be a verb belongs to a group: "trained officers", "a planned 2,500", "400 reserve soldiers".
    fn may_describe(
        &self,
        readings: &[VerbReading],
        mention: &Mention,
        growing: &mut Growing,
        is_first: bool,
    ) -> bool {
        let end = mention.tokens.end;
        let has_number = growing.group.number.is_some();
        let adjective = readings.iter().any(|reading| {
            reading.form.may_be_participle()
                || matches!(reading.form, VerbForm::Adjective | VerbForm::Noun)
                || reading.form == VerbForm::Gerund && !is_first
        });
        let planned = readings
            .iter()
            .any(|reading| matches!(reading.sense, Sense::Intend | Sense::Pledge | Sense::Authorise));
        let numbered = planned && !has_number && matches!(self.what(end), Some(What::Number(_)));
        growing.group.is_planned |= numbered;
        // Between a number and its noun stands no verb.
        let between = has_number
            && mention.tokens.len() == 1
            && readings.iter().all(|reading| reading.form == VerbForm::Base);
        (adjective || between) && (numbered || self.is_people_noun(end))
    }

    pub(super) fn grow_by_mention(&self, growing: &mut Growing, mention: &Mention, is_first: bool) -> Grows {
        let end = mention.tokens.end;
        let has_head = growing.has_head;
        let has_number = growing.group.number.is_some();
        let group = &mut growing.group;
        match &mention.what {
            // The noun itself, or a second one: "police contingent", "team members".
            What::People(_) if self.sentence.is(end, Cue::Countries) => return Grows::Never,
            // "a military aircraft".
            What::People(_) if matches!(self.what(end), Some(What::Equipment(_))) => return Grows::Never,
            // "an infantry course": a course, not who attends it.
            What::People(_) if group.number.is_none() && self.is_course(end) => return Grows::Never,
            // "police spokesperson Example".
            What::People(_) if matches!(self.what(end), Some(What::Office(_) | What::Person(_))) => {
                return Grows::Never;
            }
            What::People(service) => return Grows::To(self.take_people(growing, *service, end)),
            What::Group => {
                group.is_advance |= self.sentence.is(mention.tokens.start, Cue::WhichTeam);
                group.head = Head::Collective;
                growing.has_head = true;
            }
            _ if has_head => return Grows::End,
            // "In this third phase 4,000 soldiers": another noun stands before the number.
            What::Number(_) if group.ordinal.is_some() && growing.adjectives > 0 => return Grows::Never,
            What::Number(quantity) if group.number.is_none() => {
                group.number = Some((*quantity, mention.tokens.clone()));
                growing.behind_number = Some(end);
                growing.adjectives = 0;
            }
            What::Word(class) => {
                let at = mention.tokens.start;
                match class {
                    WordClass::Additional => group.is_additional = true,
                    WordClass::Only | WordClass::Total if group.number.is_none() => {}
                    WordClass::Negation if is_first && self.sentence.is(at, Cue::NoneOf) => {
                        group.is_none = true;
                    }
                    _ => return Grows::End,
                }
            }
            What::Ordinal(ordinal) => group.ordinal = Some(*ordinal),
            What::Party(party) if party.form == PartyForm::Demonym => {
                group.parties.insert(party.party);
                growing.behind_demonym = Some(end);
            }
            What::Party(party) if party.form == PartyForm::People => {
                group.parties.insert(party.party);
                group.head = Head::Nationals;
                growing.has_head = true;
            }
            // "Kenya's 400 officers", "the mission's officers".
            What::Party(_) | What::Person(_) | What::Office(_) | What::Mission(_) | What::Unit(_)
                if self.is_possessive(end) && group.number.is_none() =>
            {
                owned_by(group, mention);
                return Grows::To(end + 1);
            }
            // "two Lesotho soldiers": a state without an adjective of its own.
            What::Party(party)
                if has_number
                    && party.form == PartyForm::Name
                    && party.party.is_state()
                    && matches!(self.what(end), Some(What::People(_))) =>
            {
                group.parties.insert(party.party);
            }
            // "150 Ruritanian police", where the report speaks of them as a body.
            What::Party(_) | What::Office(_)
                if has_number
                    && self.sentence.is(end - 1, Cue::AlwaysSeveral)
                    && mention.tokens.len() > 1 =>
            {
                let Some(party) = super::actor::party_of(&mention.what) else { return Grows::End };
                let inner = mention.inner.iter().find_map(|inner| match inner.what {
                    What::People(service) => Some(service),
                    _ => None,
                });
                group.parties.insert(party);
                return Grows::To(self.take_people(growing, inner.unwrap_or(Service::Police), end));
            }
            // "400 EU soldiers".
            What::Party(party)
                if (party.form == PartyForm::Organ
                    || party.form == PartyForm::Name && !party.party.is_state())
                    && matches!(self.what(end), Some(What::People(_))) =>
            {
                if party.party.code() == "UN" {
                    group.is_of_mission = true;
                } else {
                    group.parties.insert(party.party);
                }
            }
            // "NPS officers", "MSS forces".
            What::Unit(_) | What::Mission(_) | What::Office(_)
                if matches!(self.what(end), Some(What::People(_) | What::Group)) =>
            {
                owned_by(group, mention);
                group.is_definite = false;
            }
            // "trained officers", "deployed Kenyan officers".
            What::Verb(readings) => {
                if !self.may_describe(readings, mention, growing, is_first) {
                    return Grows::End;
                }
            }
            // "150 Southern African soldiers": two capitalised words before the noun name no person.
            What::Name(_) | What::Person(_) | What::Place(_) if !is_first && self.is_people_noun(end) => {}
            _ => return Grows::End,
        }
        Grows::To(end)
    }

    /// Takes the noun, and one joined to it: "police and troops"; the token behind.
    fn take_people(&self, growing: &mut Growing, service: Service, end: usize) -> usize {
        let group = &mut growing.group;
        group.service = Some(match group.service {
            Some(known) if known != Service::Unstated => known,
            _ => service,
        });
        group.head = Head::People;
        growing.has_head = true;
        match self.what(end + 1) {
            Some(What::People(other)) if self.small(end) == Some(Small::And) => {
                if *other != service {
                    group.service = Some(Service::Unstated);
                }
                self.next(end + 1)
            }
            _ => end,
        }
    }

    pub(super) fn grow_by_word(
        &self,
        growing: &mut Growing,
        word: Small,
        token: usize,
        start: usize,
    ) -> Grows {
        let is_first = token == start;
        let group = &mut growing.group;
        match word {
            Small::They if is_first => {
                group.is_definite = true;
                group.head = Head::Pronoun;
                return Grows::Whole(token + 1);
            }
            Small::Definite
                if is_first
                    && self.sentence.is(token, Cue::Everybody)
                    && (self.is_verb_behind(token + 1) || self.part_of_those_who(token)) =>
            {
                group.is_definite = true;
                group.head = Head::Pronoun;
                return Grows::Whole(token + 1);
            }
            Small::Definite if is_first || group.is_none => {
                group.is_definite = true;
                group.is_its = self.sentence.is(token, Cue::Its);
            }
            Small::Indefinite if is_first => {
                growing.article = Some(token);
                group.is_none = self.sentence.is(token, Cue::NoneOf);
            }
            Small::And if self.between_demonyms(token) => {}
            _ if self.lists_demonyms(token) => {}
            // "the alliance's soldiers".
            Small::Possessive if growing.adjectives > 0 && self.is_people_noun(token + 1) => {
                group.is_owned_otherwise = true;
            }
            Small::Adverb
                if !is_first
                    && (self.is_people_noun(token + 1)
                        || matches!(self.what(token + 1), Some(What::Verb(_)))) => {}
            _ if self.is_glue(token) => {}
            Small::Other
                if growing.adjectives < ADJECTIVES
                    && self.sentence.shape(token) != Shape::Mark
                    && !self.sentence.is(token, Cue::Countries) =>
            {
                growing.adjectives += 1;
                group.is_advance |=
                    self.sentence.is(token, Cue::WhichTeam) || self.sentence.small(token) == Small::Adverb;
            }
            _ => return Grows::End,
        }
        Grows::To(token + 1)
    }

    /// Whether a noun for a course of training stands here, that can be nothing else.
    fn is_course(&self, token: usize) -> bool {
        matches!(self.what(token), Some(What::Verb(readings)) if readings.iter().all(|reading| {
            reading.form == VerbForm::Noun && reading.sense == Sense::Train
        }))
    }
}

fn owned_by(group: &mut Group, mention: &Mention) {
    match &mention.what {
        What::Mission(_) => group.is_of_mission = true,
        What::Unit(unit) => {
            group.units.insert(UnitName(unit.name.clone()));
        }
        _ => {}
    }
    group.parties.extend(super::actor::party_of(&mention.what));
    group.is_definite = true;
}
