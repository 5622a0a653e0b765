//! A verb group in the making: what each auxiliary, negation and verb does to those before it.

use crate::{Cue, Mention, Sense, VerbForm, What, WordClass, cues::Cues, order::Order};

use super::{
    chunker::Chunker,
    phrase::{Time, Verb, VerbGroup},
};

/// What stands right before a verb inside its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    Be,
    Has,
    /// "to", "will", "may", "did": the bare form follows.
    Bare,
    Verb,
}

/// Whether an item belongs to the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Take {
    /// It is part of it, and the group may end behind it.
    Yes,
    /// It may stand inside, but does not end it: "soon", "already".
    Inside,
    /// The group ends before it.
    No,
}

/// A verb group in the making.
#[expect(clippy::struct_excessive_bools, reason = "each is an auxiliary that was there or was not")]
pub(super) struct Building {
    pub(super) group: VerbGroup,
    pub(super) before: Before,
    /// A verb or an auxiliary has been seen.
    pub(super) seen: bool,
    pub(super) future: bool,
    pub(super) modal: bool,
    pub(super) has: bool,
    pub(super) be: bool,
    pub(super) be_past: bool,
    pub(super) did: bool,
    /// "se": who acts is acted on.
    pub(super) reflexive: bool,
    order: Order,
}

impl Building {
    pub(super) fn new(order: Order) -> Self {
        let group = VerbGroup {
            verbs: Vec::new(),
            time: Time::Open,
            is_negated: false,
            is_passive: false,
            is_finite: false,
            is_hearsay: false,
            is_yet: false,
            is_possible: false,
            is_unreal: false,
            is_done: false,
            has_hearer: false,
        };
        let before = Before::Nothing;
        Self {
            group,
            before,
            seen: false,
            future: false,
            modal: false,
            has: false,
            be: false,
            be_past: false,
            did: false,
            reflexive: false,
            order,
        }
    }

    /// "began arriving", "ruled out sending"; elsewhere a second verb is the object of the first.
    pub(super) fn chains(&self) -> bool {
        let senses = [
            Sense::Begin,
            Sense::Continue,
            Sense::Refuse,
            Sense::Deny,
            Sense::Intend,
            Sense::Propose,
            Sense::Wish,
        ];
        self.group.verbs.last().is_some_and(|verb| senses.iter().any(|sense| verb.senses.contains(sense)))
    }

    pub(super) fn is_done(&self) -> bool {
        self.before == Before::Verb
    }

    /// Takes in a word that changes what the verbs mean.
    pub(super) fn word(&mut self, class: WordClass, word: Cues, mention: &Mention) -> Take {
        match class {
            WordClass::Be => self.be(word),
            WordClass::Has if self.is_done() => Take::No,
            WordClass::Has => {
                self.inflected(word);
                self.has |= self.group.verbs.is_empty();
                self.group.is_finite |= self.group.verbs.is_empty();
                self.after(Before::Has)
            }
            WordClass::Future => self.future(word),
            WordClass::Modal => self.modal(word),
            WordClass::Negation => self.negation(word),
            WordClass::Yet if !self.is_done() => {
                // "have yet to be closed": the auxiliary belongs to it.
                self.group.is_yet = true;
                self.bare()
            }
            WordClass::Hearsay => {
                self.group.is_hearsay = true;
                Take::Inside
            }
            // "was present": a word that is also an adjective of a stage.
            WordClass::Already if self.before == Before::Be && also_verb(mention).is_some() => {
                also_verb(mention).map_or(Take::No, |verb| {
                    self.group.verbs.push(verb);
                    self.after(Before::Verb)
                })
            }
            WordClass::Already | WordClass::Only | WordClass::Each | WordClass::Total if !self.is_done() => {
                Take::Inside
            }
            _ => Take::No,
        }
    }

    /// An auxiliary that tells what is to come or what would be by its own form.
    pub(super) fn inflected(&mut self, word: Cues) {
        self.future |= word.has(Cue::FutureAuxiliary);
        self.modal |= word.has(Cue::ConditionalAuxiliary);
    }

    pub(super) fn be(&mut self, word: Cues) -> Take {
        if self.group.is_yet && self.before == Before::Bare {
            return self.after(Before::Be);
        }
        if self.group.verbs.is_empty() {
            self.inflected(word);
            self.be = true;
            self.be_past |= word.has(Cue::WasWere);
            self.group.is_finite |= !word.has(Cue::BeNotFinite);
        } else if self.is_done() {
            return Take::No;
        }
        self.after(Before::Be)
    }

    pub(super) fn future(&mut self, word: Cues) -> Take {
        match word {
            word if word.has(Cue::Soon) => Take::Inside,
            // "to be": the infinitive, wherever it stands.
            word if word.has(Cue::InfinitiveMark) => {
                self.future |= self.be && self.group.verbs.is_empty();
                self.after(Before::Be)
            }
            _ if self.is_done() => Take::No,
            _ => {
                self.future = true;
                self.bare()
            }
        }
    }

    pub(super) fn modal(&mut self, word: Cues) -> Take {
        if self.is_done() {
            Take::No
        } else if word.has(Cue::ModalAuxiliary) {
            // "must have gone by June" lies ahead as "will have gone" does.
            if word.has(Cue::DutyVerb) {
                self.future = true;
            } else {
                self.modal = true;
            }
            self.group.is_possible |= !word.has(Cue::ModalOfDuty);
            self.bare()
        } else if self.seen {
            Take::Inside
        } else {
            Take::No
        }
    }

    /// "failed to arrive", "are unable to": what follows did not happen.
    pub(super) fn fails(&mut self, word: Cues) -> Take {
        if self.is_done() {
            return Take::No;
        }
        self.group.is_negated = true;
        self.did |= word.has(Cue::Failed) && !self.seen;
        self.bare()
    }

    pub(super) fn negation(&mut self, word: Cues) -> Take {
        if word.has(Cue::NoneAlone) {
            return Take::No;
        }
        if word.has(Cue::Neither) && !self.seen {
            self.group.is_negated = true;
            return Take::Inside;
        }
        if word.has(Cue::NegatedAuxiliary) {
            self.group.is_negated = true;
            self.future |= word.has(Cue::NegatedFuture);
            self.modal |= word.has(Cue::NegatedModal);
            return self.bare();
        }
        if self.seen {
            self.group.is_negated = true;
            return Take::Yes;
        }
        if word.has(Cue::Never) {
            self.group.is_negated = true;
            return Take::Inside;
        }
        Take::No
    }

    /// "to" before a verb: "plans to send", "is to number".
    pub(super) fn to(&mut self) -> Take {
        self.future |= self.be && self.group.verbs.is_empty();
        self.after(Before::Bare)
    }

    /// An auxiliary that the bare form follows.
    pub(super) fn bare(&mut self) -> Take {
        if self.is_done() {
            return Take::No;
        }
        self.group.is_finite = true;
        self.after(Before::Bare)
    }

    pub(super) fn verb(&mut self, verb: Verb, to: bool) -> Take {
        let moves = [Sense::Arrive, Sense::Depart, Sense::Return];
        let active = self.order.perfect_with_be
            && (self.reflexive || moves.iter().any(|sense| verb.senses.contains(sense)));
        if self.before == Before::Be && active && verb.form.may_be_participle() {
            (self.has, self.be) = (true, false);
        } else if self.before == Before::Be {
            self.group.is_passive = verb.form.may_be_participle() && verb.form != VerbForm::Gerund;
        }
        if !self.seen && self.group.verbs.is_empty() {
            let bare = matches!(verb.form, VerbForm::Gerund | VerbForm::Noun | VerbForm::Adjective);
            self.group.is_finite = !bare;
        }
        self.group.is_unreal |= self.modal && self.has;
        self.group.verbs.push(verb);
        // "agreed to send": the verb has its "to" with it.
        self.after(if to { Before::Bare } else { Before::Verb })
    }

    pub(super) fn after(&mut self, before: Before) -> Take {
        self.before = before;
        self.seen = true;
        Take::Yes
    }

    /// The group, when there is one; the time of its act.
    pub(super) fn finish(mut self, chunker: &Chunker<'_>, start: usize, end: usize) -> Option<VerbGroup> {
        if !self.seen {
            return None;
        }
        let first = chunker.sentence.cues(start);
        // "has 900 officers": the auxiliary is the verb itself.
        // "was meant to have 2,500".
        if self.before == Before::Be {
            // "would have been 600".
            self.group.is_unreal |= self.modal && self.has;
        }
        if self.before == Before::Has {
            self.group.verbs.push(Verb {
                tokens: start..end,
                senses: vec![Sense::Have],
                form: VerbForm::Third,
            });
            self.has = self.group.verbs.len() > 1 && self.has;
        }
        // "compte 400 policiers", "compte envoyer": it intends only what another verb tells.
        if self.order.bare_verbs_chain
            && let Some(last) = self.group.verbs.last_mut().filter(|verb| verb.senses.contains(&Sense::Have))
        {
            last.senses.retain(|sense| *sense != Sense::Intend);
        }
        self.group.has_hearer =
            self.group.verbs.last().is_some_and(|verb| chunker.sentence.is(verb.tokens.start, Cue::TellVerb));
        self.group.is_done = self.has && !self.modal && self.before == Before::Verb;
        self.group.time = self.time(first);
        if first.has(Cue::InfinitiveMark) {
            self.group.is_finite = false;
            self.group.time = Time::Open;
        }
        Some(self.group)
    }

    pub(super) fn time(&self, first: Cues) -> Time {
        if self.future {
            return Time::Future;
        }
        if self.modal {
            return Time::Modal;
        }
        if self.has {
            return if self.order.perfect_tells_past { Time::Past } else { Time::Perfect };
        }
        if self.be {
            return if self.be_past { Time::Past } else { Time::Present };
        }
        if self.did {
            return Time::Past;
        }
        match self.group.verbs.first().map(|verb| verb.form) {
            Some(VerbForm::Third) if first.has(Cue::Had) => Time::Past,
            Some(form) if form.may_be_past() => Time::Past,
            Some(VerbForm::Third) => Time::Present,
            Some(VerbForm::Future) => Time::Future,
            Some(VerbForm::Conditional) => Time::Modal,
            Some(VerbForm::Base) if !first.has(Cue::InfinitiveMark) => Time::Present,
            _ => Time::Open,
        }
    }
}

/// The stage verb that names the same tokens as a small word.
fn also_verb(mention: &Mention) -> Option<Verb> {
    mention.inner.iter().find_map(|inner| match &inner.what {
        What::Verb(readings) if inner.tokens == mention.tokens => Some(Verb {
            tokens: mention.tokens.clone(),
            senses: readings.iter().map(|reading| reading.sense).collect(),
            form: readings.first()?.form,
        }),
        _ => None,
    })
}
