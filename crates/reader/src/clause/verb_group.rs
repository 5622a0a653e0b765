//! The verb group: auxiliaries, negation, and the verbs chained to one another: "are expected to be deployed".

use crate::{Mention, Sense, VerbForm, VerbReading, What, WordClass};

use super::{
    chunker::{Chunker, Item},
    phrase::{Phrase, Time, Verb, VerbGroup},
    small::Small,
};

/// The longest verb group that is looked for.
const REACH: usize = 24;

/// What stands right before a verb inside its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Nothing,
    Be,
    Has,
    /// "to", "will", "may", "did": the bare form follows.
    Bare,
    Verb,
}

impl Chunker<'_> {
    /// Whether a bare verb form begins here, so that "to" before it is no preposition.
    pub(super) fn begins_verb(&self, token: usize) -> bool {
        match self.item(token) {
            Item::Mention(mention) => match &mention.what {
                What::Verb(readings) => readings.iter().any(|reading| reading.form.may_be_base()),
                What::Word(WordClass::Be | WordClass::Has) => true,
                What::Word(WordClass::Negation | WordClass::Already | WordClass::Only) => {
                    self.begins_verb_directly(mention.tokens.end)
                }
                _ => false,
            },
            Item::Word(Small::Adverb) => self.begins_verb_directly(token + 1),
            Item::Word(Small::Do) => true,
            Item::Word(_) | Item::End => false,
        }
    }

    fn begins_verb_directly(&self, token: usize) -> bool {
        match self.what(token) {
            Some(What::Verb(readings)) => readings.iter().any(|reading| reading.form.may_be_base()),
            Some(What::Word(WordClass::Be | WordClass::Has)) => true,
            _ => false,
        }
    }

    /// The verb group that begins at this token, and the token behind it.
    pub(super) fn verb_group(&self, start: usize, phrases: &[Phrase]) -> Option<(VerbGroup, usize)> {
        let mut group = VerbGroup {
            verbs: Vec::new(),
            time: Time::Open,
            is_negated: false,
            is_passive: false,
            is_finite: false,
            is_hearsay: false,
            is_yet: false,
            has_hearer: false,
        };
        let mut before = Before::Nothing;
        let mut seen = false;
        let mut future = false;
        let mut modal = false;
        let mut has = false;
        let mut be_past = false;
        let mut be = false;
        let mut token = start;
        let mut end = start;
        while token < start + REACH {
            let behind = self.next(token);
            match self.item(token) {
                Item::Mention(mention) => match &mention.what {
                    What::Word(class) => match class {
                        WordClass::Be => {
                            let word = self.sentence.word(token);
                            if group.is_yet && before == Before::Bare {
                                before = Before::Be;
                                end = behind;
                                token = behind;
                                continue;
                            }
                            if group.verbs.is_empty() {
                                be = true;
                                be_past |= matches!(word, "was" | "were");
                                group.is_finite |= !matches!(word, "be" | "been" | "being");
                            } else if before == Before::Verb {
                                break;
                            }
                            before = Before::Be;
                            seen = true;
                            end = behind;
                        }
                        WordClass::Has => {
                            if before == Before::Verb {
                                break;
                            }
                            has = group.verbs.is_empty() || has;
                            group.is_finite |= group.verbs.is_empty();
                            before = Before::Has;
                            seen = true;
                            end = behind;
                        }
                        WordClass::Future => {
                            let word = self.sentence.word(token);
                            if word == "soon" {
                                token = behind;
                                continue;
                            }
                            // "to be": the infinitive, wherever it stands.
                            if word == "to" {
                                future |= be && group.verbs.is_empty();
                                before = Before::Be;
                                seen = true;
                                end = behind;
                                token = behind;
                                continue;
                            }
                            if before == Before::Verb {
                                break;
                            }
                            future = true;
                            group.is_finite = true;
                            before = Before::Bare;
                            seen = true;
                            end = behind;
                        }
                        WordClass::Modal => {
                            if before == Before::Verb || !is_auxiliary(self.sentence.word(token)) {
                                if seen && before != Before::Verb {
                                    token = behind;
                                    continue;
                                }
                                break;
                            }
                            modal = true;
                            group.is_finite = true;
                            before = Before::Bare;
                            seen = true;
                            end = behind;
                        }
                        WordClass::Negation if seen && self.sentence.word(token) != "none" => {
                            group.is_negated = true;
                            end = behind;
                        }
                        WordClass::Negation if matches!(self.sentence.word(token), "never" | "not") => {
                            group.is_negated = true;
                        }
                        WordClass::Negation if self.sentence.word(token).ends_with("n't") => {
                            group.is_negated = true;
                            seen = true;
                            let word = self.sentence.word(token);
                            future |= word.starts_with("wo");
                            modal |= matches!(word, "wouldn't" | "couldn't" | "can't" | "shouldn't");
                            group.is_finite = true;
                            before = Before::Bare;
                            end = behind;
                        }
                        WordClass::Yet if before != Before::Verb => {
                            // "have yet to be closed": the auxiliary belongs to it.
                            group.is_yet = true;
                            group.is_finite = true;
                            before = Before::Bare;
                            seen = true;
                            end = behind;
                        }
                        WordClass::Hearsay => group.is_hearsay = true,
                        // "was present": a word that is also an adjective of a stage.
                        WordClass::Already if before == Before::Be && self.also_verb(mention).is_some() => {
                            if let Some(verb) = self.also_verb(mention) {
                                group.verbs.push(verb);
                                before = Before::Verb;
                                end = behind;
                            }
                        }
                        WordClass::Already | WordClass::Only | WordClass::Each | WordClass::Total => {
                            if before == Before::Verb {
                                break;
                            }
                        }
                        _ => break,
                    },
                    What::Verb(readings) => {
                        let Some(verb) = self.verb(token, readings, before, phrases, seen) else { break };
                        if before == Before::Be {
                            group.is_passive = verb.form.may_be_participle() && verb.form != VerbForm::Gerund;
                        }
                        if !seen && group.verbs.is_empty() {
                            group.is_finite =
                                !matches!(verb.form, VerbForm::Gerund | VerbForm::Noun | VerbForm::Adjective);
                        }
                        group.verbs.push(verb);
                        before = Before::Verb;
                        seen = true;
                        end = behind;
                    }
                    _ => break,
                },
                Item::Word(Small::To) => {
                    // "to" goes on with the group only before a verb: "plans to send", "is to number".
                    if !self.begins_verb(token + 1) {
                        break;
                    }
                    if be && group.verbs.is_empty() {
                        future = true;
                    }
                    before = Before::Bare;
                    seen = true;
                    end = token + 1;
                }
                Item::Word(Small::Do) => {
                    if before == Before::Verb {
                        break;
                    }
                    group.is_finite = true;
                    before = Before::Bare;
                    seen = true;
                    end = behind;
                }
                Item::Word(Small::Adverb) => {
                    if self.sentence.word(token) == "not" {
                        group.is_negated = true;
                    }
                    if before == Before::Verb && !matches!(self.small(behind), Some(Small::To)) {
                        break;
                    }
                }
                Item::Word(_) | Item::End => break,
            }
            token = behind;
        }
        if !seen {
            return None;
        }
        // "has 900 officers": the auxiliary is the verb itself.
        if before == Before::Has && group.verbs.is_empty() {
            group.verbs.push(Verb { tokens: start..end, senses: vec![Sense::Have], form: VerbForm::Third });
            has = false;
        }
        group.has_hearer = group.verbs.last().is_some_and(|verb| {
            let word = self.sentence.word(verb.tokens.start);
            matches!(
                word,
                "told" | "tell" | "tells" | "telling" | "informed" | "assured" | "notified" | "reminded"
            )
        });
        let plain_past = matches!(self.sentence.word(start), "had");
        group.time = if future {
            Time::Future
        } else if modal {
            Time::Modal
        } else if has {
            Time::Perfect
        } else if be {
            if be_past { Time::Past } else { Time::Present }
        } else {
            match group.verbs.first().map(|verb| verb.form) {
                Some(VerbForm::Third) if plain_past => Time::Past,
                Some(form) if form.may_be_past() => Time::Past,
                Some(VerbForm::Third) => Time::Present,
                Some(VerbForm::Base) if self.sentence.word(start) != "to" => Time::Present,
                _ => Time::Open,
            }
        };
        if self.sentence.word(start) == "to" {
            group.is_finite = false;
            group.time = Time::Open;
        }
        Some((group, end.max(start + 1)))
    }

    /// The stage verb that names the same tokens as a small word.
    fn also_verb(&self, mention: &Mention) -> Option<Verb> {
        mention.inner.iter().find_map(|inner| match &inner.what {
            What::Verb(readings) if inner.tokens == mention.tokens => Some(Verb {
                tokens: mention.tokens.clone(),
                senses: readings.iter().map(|reading| reading.sense).collect(),
                form: readings.first()?.form,
            }),
            _ => None,
        })
    }

    /// The verb at this token in the form that its place allows; `None` when it reads as a noun here.
    fn verb(
        &self,
        token: usize,
        readings: &[VerbReading],
        before: Before,
        phrases: &[Phrase],
        seen: bool,
    ) -> Option<Verb> {
        let fits = |form: VerbForm| match before {
            Before::Bare => form.may_be_base(),
            Before::Be => form.may_be_participle() || matches!(form, VerbForm::Gerund | VerbForm::Adjective),
            Before::Has => form.may_be_participle(),
            Before::Verb => form == VerbForm::Gerund,
            Before::Nothing => form != VerbForm::Noun,
        };
        if before == Before::Verb {
            // "began arriving", "went on leaving"; elsewhere a second verb is the object of the first.
            let starts = |sense: &Sense| matches!(sense, Sense::Begin | Sense::Continue);
            let chained = self.what(token.checked_sub(1)?).is_some_and(
                |what| matches!(what, What::Verb(readings) if readings.iter().any(|reading| starts(&reading.sense))),
            );
            if !chained {
                return None;
            }
        }
        if !seen && before == Before::Nothing {
            if self.reads_as_noun(token) {
                return None;
            }
            // "sent trained officers": behind a verb a participle is the adjective of what follows.
            let behind_verb = phrases.last().is_some_and(|phrase| phrase.verb().is_some());
            if behind_verb && readings.iter().all(|reading| reading.form.may_be_participle()) {
                return None;
            }
            let only_bare = readings
                .iter()
                .all(|reading| matches!(reading.form, VerbForm::Base | VerbForm::Noun | VerbForm::Adjective));
            let after_noun = phrases.last().is_some_and(|phrase| {
                phrase.is_nominal() || matches!(phrase.what, super::phrase::Kind::Relative)
            });
            if only_bare && !after_noun {
                return None;
            }
            // An adjective needs its "be": "the ready force".
            if readings.iter().all(|reading| matches!(reading.form, VerbForm::Adjective | VerbForm::Noun))
                && !after_noun
            {
                return None;
            }
            if readings.iter().all(|reading| reading.form == VerbForm::Noun) {
                return None;
            }
        }
        let fitting: Vec<&VerbReading> = readings.iter().filter(|reading| fits(reading.form)).collect();
        let form = fitting.first()?.form;
        let mut senses: Vec<Sense> = fitting.iter().map(|reading| reading.sense).collect();
        senses.dedup();
        Some(Verb { tokens: token..self.next(token), senses, form })
    }
}

/// Whether a modal word is an auxiliary; "possible" and "perhaps" are not.
fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "may"
            | "might"
            | "could"
            | "should"
            | "would"
            | "must"
            | "can"
            | "'d"
            | "ought"
            | "likely"
            | "hopes"
            | "hoped"
    )
}
