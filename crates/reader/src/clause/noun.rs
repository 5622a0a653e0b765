//! Any other noun with its article, its adjectives and the party that owns it: "Kenya's share", "the trust fund".

use model::Party;

use crate::{Cue, PartyForm, Shape, VerbForm, What, WordClass};

use super::{
    actor::party_of,
    chunker::{Chunker, Item},
    phrase::Kind,
    small::Small,
};

/// The longest noun phrase that is looked for.
const REACH: usize = 24;

/// What an item does in a noun phrase.
enum Part {
    /// It stands before the noun and says little: an article, an ordinal, "current".
    Before,
    /// It says who owns the noun.
    Owner(Option<Party>),
    /// An adjective or a noun that nothing knows.
    Word,
    /// The noun itself.
    Head(Kind),
    /// A person, an organ or the mission, with adjectives before it.
    Actor,
    /// It does not belong to the phrase.
    End,
    /// What looked like a noun phrase is a verb.
    Verb,
}

impl Chunker<'_> {
    /// The noun that begins at this token, with the party that owns it and the token behind it.
    pub(super) fn noun(&self, start: usize) -> Option<(Kind, Option<Party>, usize)> {
        let mut token = start;
        let mut owner = None;
        let mut words = 0;
        while token < start + REACH {
            let behind = self.next(token);
            match self.part(token, start, words, owner.is_some()) {
                Part::Before => token = behind,
                Part::Owner(party) => {
                    owner = party.or(owner);
                    token = if self.is_possessive(behind) { behind + 1 } else { behind };
                }
                Part::Word => {
                    words += 1;
                    token = behind;
                }
                Part::Head(kind) => return Some((kind, owner, behind)),
                Part::Actor => {
                    return match self.actors(token) {
                        Some((actors, end)) => Some((Kind::Actors(actors), owner, end)),
                        None => (words > 0).then_some((Kind::Noun, owner, token)),
                    };
                }
                Part::End => break,
                Part::Verb => return None,
            }
        }
        (words > 0 || owner.is_some()).then_some((Kind::Noun, owner, token.max(start + 1)))
    }

    fn part(&self, token: usize, start: usize, words: usize, is_owned: bool) -> Part {
        let mention = match self.item(token) {
            Item::Mention(mention) => mention,
            Item::Word(Small::Definite | Small::Indefinite | Small::That) if token == start => {
                return Part::Before;
            }
            Item::Word(_) if token > start && self.is_glue(token) => return Part::Before,
            Item::Word(Small::Other) if self.sentence.shape(token) != Shape::Mark => return Part::Word,
            Item::Word(Small::Possessive) if words > 0 => return Part::Before,
            Item::Word(_) | Item::End => return Part::End,
        };
        let end = mention.tokens.end;
        // "at its height the mission": another noun begins.
        if token > start && mention.tokens.len() > 1 && self.sentence.is(token, Cue::The) {
            return Part::End;
        }
        match &mention.what {
            What::Party(party) if party.form == PartyForm::Demonym && words == 0 => {
                Part::Owner(Some(party.party))
            }
            What::Party(_) | What::Person(_) | What::Office(_) | What::Unit(_) | What::Mission(_)
                if self.is_possessive(end) && words == 0 =>
            {
                Part::Owner(party_of(&mention.what))
            }
            // "In this second phase 700 soldiers": a body of people begins.
            What::Number(_)
                if words > 0 && self.group(token).is_some_and(|(group, _)| group.service.is_some()) =>
            {
                Part::End
            }
            // "in three phases": the number of a noun that nothing knows.
            What::Number(_) if self.is_nounish(end) => Part::Word,
            // "the CARICOM summit".
            What::Party(party) if words == 0 && self.is_only_noun(end) => Part::Owner(Some(party.party)),
            // "the total now stands at 900": a noun of its own.
            What::Word(WordClass::Total)
                if token > start
                    && self.sentence.is(token, Cue::TotalItself)
                    && !self.is_nounish(end)
                    && !matches!(self.what(end), Some(What::Number(_))) =>
            {
                Part::Word
            }
            What::Word(WordClass::Total) if words > 0 && self.sentence.is(token, Cue::TotalItself) => {
                Part::Word
            }
            // "there are now 430 officers": the body of people behind it is a phrase of its own.
            What::Word(WordClass::Already | WordClass::Only)
                if token == start && (self.group(end).is_some() || self.actors(end).is_some()) =>
            {
                Part::Verb
            }
            What::Word(WordClass::Additional | WordClass::Total | WordClass::Already | WordClass::Modal)
            | What::Ordinal(_)
                if words == 0 =>
            {
                Part::Before
            }
            What::Verb(_) => self.verb_part(token, end, start, words, is_owned),
            What::Mission(_) | What::Office(_) | What::Person(_) | What::Unit(_) if token > start => {
                Part::Actor
            }
            what => {
                // After adjectives only what is surely a noun is the phrase's noun.
                let alone = words == 0 && !is_owned;
                let noun = matches!(what, What::Site(_) | What::MoneyNoun | What::Office(_) | What::Name(_));
                match noun_kind(what) {
                    Some(kind) if (alone || noun) && !self.is_possessive(end) => Part::Head(kind),
                    _ => Part::End,
                }
            }
        }
    }

    /// A word of the stage verbs: the phrase's noun, an adjective of it, or the verb behind it.
    fn verb_part(&self, token: usize, end: usize, start: usize, words: usize, is_owned: bool) -> Part {
        let forms = self.forms(token);
        let noun = forms.contains(&VerbForm::Noun);
        // "four gift items", "the train": a word that the lexicons know as a verb.
        let inside = token > start || self.is_nounish(end);
        if !noun && inside && end == token + 1 && self.is_surely_noun(token) {
            return Part::Word;
        }
        let adjective = forms
            .iter()
            .all(|form| form.may_be_participle() || matches!(form, VerbForm::Gerund | VerbForm::Adjective));
        if adjective && (token > start || self.is_noun_verb(end)) && self.is_nounish(end) {
            // "his continued push", "demanding training".
            return Part::Word;
        }
        if noun && self.is_noun_verb(end) {
            // "an international pledging event": the first tells of the second.
            return Part::Word;
        }
        if token > start && !noun && !forms.contains(&VerbForm::Gerund) {
            // "first appeared", "this puts", "the plan is": a verb.
            return if words > 0 || is_owned { Part::End } else { Part::Verb };
        }
        match self.what(token).and_then(noun_kind) {
            Some(kind) if !self.is_possessive(end) => Part::Head(kind),
            _ => Part::End,
        }
    }

    /// Whether a noun can stand here, so that a participle before it is its adjective.
    fn is_nounish(&self, token: usize) -> bool {
        match self.item(token) {
            Item::Word(word) => word == Small::Other && self.sentence.shape(token) != Shape::Mark,
            Item::Mention(mention) => match &mention.what {
                What::Verb(readings) => readings.iter().any(|reading| {
                    reading.form == VerbForm::Noun
                        || reading.form.may_be_base()
                        || reading.form.may_be_participle()
                }),
                What::Word(class) => *class == WordClass::Total,
                What::Party(party) => party.form == PartyForm::Demonym,
                What::Date(_) | What::Number(_) | What::Money(_) | What::Person(_) | What::Place(_) => false,
                _ => true,
            },
            Item::End => false,
        }
    }

    /// Whether a word of the stage verbs stands here that can be nothing but a noun.
    pub(super) fn is_only_noun(&self, token: usize) -> bool {
        let forms = self.forms(token);
        !forms.is_empty() && forms.iter().all(|form| *form == VerbForm::Noun)
    }

    /// Whether a noun of the stage verbs stands here.
    fn is_noun_verb(&self, token: usize) -> bool {
        self.forms(token).contains(&VerbForm::Noun)
    }
}

/// The noun that a mention is, if it is one.
fn noun_kind(what: &What) -> Option<Kind> {
    Some(match what {
        What::Site(site) => Kind::Site(site.name.clone()),
        What::Place(place) => Kind::Place(place.clone()),
        What::Date(date) => Kind::Date(*date),
        What::Duration(length) => Kind::Duration(*length),
        What::Percent(_) => Kind::Percent,
        What::Instrument(name) => Kind::Instrument(name.clone()),
        What::MoneyNoun => Kind::MoneyNoun,
        What::Verb(readings) => Kind::Event(readings.iter().map(|reading| reading.sense).collect()),
        What::Word(_) | What::Aside | What::Dateline => return None,
        _ => Kind::Noun,
    })
}
