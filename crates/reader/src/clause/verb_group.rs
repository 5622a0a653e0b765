//! The verb group: auxiliaries, negation, and the verbs chained to one another: "are expected to be deployed".

use crate::{Cue, Mention, Sense, VerbForm, VerbReading, What, WordClass};

use super::{
    chunker::{Chunker, Item},
    phrase::{Kind, Phrase, Verb, VerbGroup},
    small::Small,
    verb_chain::{Before, Building, Take},
};

/// The longest verb group that is looked for.
const REACH: usize = 24;

impl Chunker<'_> {
    /// Whether a bare verb form begins here, so that "to" before it is no preposition.
    pub(super) fn begins_verb(&self, token: usize) -> bool {
        match self.item(token) {
            Item::Mention(mention) => match &mention.what {
                What::Word(WordClass::Negation | WordClass::Already | WordClass::Only) => {
                    self.is_base(mention.tokens.end)
                }
                _ => self.is_base(token),
            },
            Item::Word(Small::Adverb) => self.is_base(token + 1),
            Item::Word(Small::Do) => true,
            Item::Word(_) | Item::End => false,
        }
    }

    /// Whether a word before a bare verb only marks it as one: "to send", "d'envoyer".
    pub(super) fn marks_infinitive(&self, token: usize) -> bool {
        let may = match self.small(token) {
            Some(Small::To) => true,
            Some(Small::Link(_)) => {
                self.sentence.order.bare_verbs_chain && self.sentence.is(token, Cue::InfinitiveMark)
            }
            _ => false,
        };
        may && self.begins_verb(token + 1)
    }

    fn is_base(&self, token: usize) -> bool {
        if let Item::Mention(mention) = self.item(token)
            && let Some(readings) = money_verb(mention)
        {
            return readings.iter().any(|reading| reading.form.may_be_base());
        }
        match self.what(token) {
            Some(What::Verb(readings)) => readings.iter().any(|reading| reading.form.may_be_base()),
            Some(What::Word(WordClass::Be | WordClass::Has)) => true,
            None => self.unknown_verb(token) == Some(VerbForm::Base),
            _ => false,
        }
    }

    fn is_participle(&self, token: usize) -> bool {
        matches!(self.what(token), Some(What::Verb(readings)) if readings.iter().any(|reading| reading.form.may_be_participle()))
    }

    /// The verb group that begins at this token, and the token behind it.
    pub(super) fn verb_group(&self, start: usize, phrases: &[Phrase]) -> Option<(VerbGroup, usize)> {
        let mut building = Building::new(self.sentence.order);
        let mut token = start;
        let mut end = start;
        while token < start + REACH {
            let behind = self.next(token);
            let take = match self.item(token) {
                Item::Mention(mention) => match &mention.what {
                    What::Word(WordClass::Negation) if self.sentence.is(behind - 1, Cue::InfinitiveMark) => {
                        building.fails(self.sentence.cues(token))
                    }
                    What::Word(class) => building.word(*class, self.sentence.cues(token), mention),
                    What::Verb(readings) => match self.verb(token, readings, &building, phrases) {
                        Some(verb) => {
                            building.group.is_possible |= verb.senses.contains(&Sense::Wish);
                            let to =
                                self.sentence.is(behind - 1, Cue::InfinitiveMark) && self.is_base(behind);
                            building.verb(verb, to)
                        }
                        None => Take::No,
                    },
                    // "would pay the wages", "to fund": behind such a word a noun for money is a verb.
                    What::MoneyNoun if building.before == Before::Bare => {
                        let verb = money_verb(mention)
                            .and_then(|readings| self.verb(token, readings, &building, phrases));
                        verb.map_or(Take::No, |verb| building.verb(verb, false))
                    }
                    // "was first deployed".
                    What::Ordinal(_) if building.before == Before::Be && self.is_participle(behind) => {
                        Take::Inside
                    }
                    _ => Take::No,
                },
                Item::Word(_) if self.marks_infinitive(token) => building.to(),
                Item::Word(Small::Other) if self.unknown_verb(token).is_some() => {
                    match self.verb_unknown(token, &building) {
                        Some(verb) => building.verb(verb, false),
                        None => Take::No,
                    }
                }
                Item::Word(Small::Do) => {
                    building.did |= self.sentence.is(token, Cue::Did);
                    building.bare()
                }
                Item::Word(Small::Adverb) => {
                    building.reflexive |= self.sentence.is(token, Cue::Reflexive);
                    building.group.is_negated |= self.sentence.is(token, Cue::Not);
                    let ends = building.before == Before::Verb && self.small(behind) != Some(Small::To);
                    if ends { Take::No } else { Take::Inside }
                }
                Item::Word(_) | Item::End => Take::No,
            };
            match take {
                Take::Yes => end = behind,
                Take::Inside => {}
                Take::No => break,
            }
            token = behind;
        }
        let end = end.max(start + 1);
        building.finish(self, start, end).map(|group| (group, end))
    }

    /// A verb that no lexicon knows: it only parts the clauses.
    fn verb_unknown(&self, token: usize, building: &Building) -> Option<Verb> {
        let form = self.unknown_verb(token)?;
        let past = matches!(form, VerbForm::Participle | VerbForm::Past);
        let form = match building.before {
            Before::Bare => Some(form).filter(|form| form.may_be_base()),
            Before::Be if form == VerbForm::Gerund => Some(form),
            Before::Be | Before::Has => past.then_some(VerbForm::Participle),
            Before::Verb => None,
            // A participle alone is as often the adjective of a noun.
            Before::Nothing => {
                Some(form).filter(|form| !matches!(form, VerbForm::Participle | VerbForm::Gerund))
            }
        }?;
        Some(Verb { tokens: token..token + 1, senses: vec![Sense::Other], form })
    }

    /// The verb at this token in the form that its place allows; `None` when it reads as a noun here.
    fn verb(
        &self,
        token: usize,
        readings: &[VerbReading],
        building: &Building,
        phrases: &[Phrase],
    ) -> Option<Verb> {
        let before = building.before;
        if before == Before::Verb && !building.chains() {
            return None;
        }
        if !building.seen && before == Before::Nothing {
            // Right behind a verb a second one is its object or the adjective of what follows; a passive has no object.
            let finite = phrases.last().is_none_or(|last| last.verb().is_none_or(|verb| verb.is_passive))
                && matches!(
                    self.told_form(token, readings),
                    Some(VerbForm::Base | VerbForm::Third | VerbForm::Past)
                );
            if !finite && !self.stands_alone(token, readings, phrases) {
                return None;
            }
        }
        let fits = |form: VerbForm| match before {
            Before::Bare => form.may_be_base(),
            Before::Be => form.may_be_participle() || matches!(form, VerbForm::Gerund | VerbForm::Adjective),
            Before::Has => form.may_be_participle(),
            Before::Verb => {
                form == VerbForm::Gerund || self.sentence.order.bare_verbs_chain && form.may_be_base()
            }
            Before::Nothing => form != VerbForm::Noun,
        };
        let fitting: Vec<&VerbReading> = readings.iter().filter(|reading| fits(reading.form)).collect();
        let form = fitting.first()?.form;
        let mut senses: Vec<Sense> = fitting.iter().map(|reading| reading.sense).collect();
        senses.dedup();
        Some(Verb { tokens: token..self.next(token), senses, form })
    }

    /// Whether a word without an auxiliary is a verb here: not a noun, not an adjective of what follows.
    fn stands_alone(&self, token: usize, readings: &[VerbReading], phrases: &[Phrase]) -> bool {
        let all = |fits: fn(VerbForm) -> bool| readings.iter().all(|reading| fits(reading.form));
        let last = phrases.last();
        let behind_verb = last.is_some_and(|phrase| phrase.verb().is_some());
        let after_noun =
            last.is_some_and(|phrase| phrase.is_nominal() || matches!(phrase.what, Kind::Relative));
        let adjective = |form| matches!(form, VerbForm::Base | VerbForm::Noun | VerbForm::Adjective);
        // "sent trained officers": behind a verb a participle is the adjective of what follows.
        // "are undergoing training": behind a verb a word that can be a noun is its object.
        // "to detain suspects": so is one that ends like a noun of several.
        let is_object = behind_verb
            && (readings.iter().any(|reading| reading.form == VerbForm::Noun)
                || all(|form| form == VerbForm::Third));
        let is_adjective = is_object || behind_verb && all(VerbForm::may_be_participle);
        let is_bare = all(adjective) && !after_noun;
        !(self.reads_as_noun(token) || is_adjective || is_bare || all(|form| form == VerbForm::Noun))
    }
}

/// The readings as a verb of a noun for money: "pay", "fund".
fn money_verb(mention: &Mention) -> Option<&[VerbReading]> {
    if mention.what != What::MoneyNoun {
        return None;
    }
    mention.inner.iter().find_map(|inner| match &inner.what {
        What::Verb(readings) if inner.tokens == mention.tokens => Some(readings.as_slice()),
        _ => None,
    })
}
