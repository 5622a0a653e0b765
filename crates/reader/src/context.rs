//! One clause as a rule sees it: its verb, who acts, who is moved, where and when.

use std::{collections::BTreeSet, ops::Range};

use model::{ByteRange, Instrument, Modality, Party, Place};

use crate::{
    Cue, Mention, MissionMention, Sense, Sentence, What,
    attribution::Voices,
    clause::{Actor, Clause, Hangs, Head, Kind, Link, Mark, Parse, Phrase, Role, Time, VerbGroup},
    discourse::{Discourse, Resolved, senders},
    report::Report,
};

mod make;
mod modality;
mod nominal;
mod states;
mod when_where;

/// A clause and what surrounds it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) sentence: &'a Sentence,
    pub(crate) mentions: &'a [Mention],
    pub(crate) parse: &'a Parse,
    pub(crate) resolved: &'a [Option<Resolved>],
    pub(crate) voices: &'a Voices,
    pub(crate) report: &'a Report,
    pub(crate) discourse: &'a Discourse,
    /// How surely each clause says what it says, once that is known: every rule asks for it.
    pub(crate) modalities: &'a [Option<Modality>],
    /// Which clause.
    pub(crate) index: usize,
}

/// Where something goes to or is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Where {
    /// As the text names it.
    pub(crate) place: Place,
    /// The state it lies in or is.
    pub(crate) party: Option<Party>,
    /// Its phrase.
    pub(crate) phrase: usize,
}

impl<'a> Context<'a> {
    /// The clause itself.
    pub(crate) fn clause(&self) -> &'a Clause {
        &self.parse.clauses[self.index]
    }

    /// A phrase of the sentence.
    pub(crate) fn phrase(&self, at: usize) -> &'a Phrase {
        &self.parse.phrases[at]
    }

    /// Its verb group.
    pub(crate) fn verb(&self) -> Option<&'a VerbGroup> {
        self.clause().verb.and_then(|verb| self.phrase(verb).verb())
    }

    /// Whether its last verb can say any of these.
    pub(crate) fn does(&self, senses: &[Sense]) -> bool {
        self.verb().is_some_and(|verb| verb.does(senses))
    }

    /// Whether any of its verbs can say any of these.
    pub(crate) fn says(&self, senses: &[Sense]) -> bool {
        self.verb().is_some_and(|verb| verb.says_any(senses))
    }

    /// Its verb is a form of "be" alone: "are in the country".
    pub(crate) fn only_is(&self) -> bool {
        self.verb().is_some_and(|verb| verb.verbs.is_empty())
    }

    /// Whether its subject is acted on: "was sent", and "sent" that hangs on the noun before it.
    pub(crate) fn is_passive(&self) -> bool {
        let participle = self.clause().hangs == Hangs::Participle
            && self
                .verb()
                .is_some_and(|verb| verb.verbs.first().is_some_and(|verb| verb.form.may_be_participle()));
        participle || self.verb().is_some_and(|verb| verb.is_passive) || self.shares_passive()
    }

    /// "were requested by one and endorsed by another", "the permission given by them is": who does it stands right behind the
    /// participle.
    fn shares_passive(&self) -> bool {
        let clause = self.clause();
        let by_agent = self.phrase_behind_verb().is_some_and(|next| {
            next.link == Some(Link::By)
                && (next.group().is_some()
                    || next.actors().iter().any(|actor| !matches!(actor.role, Role::Pronoun | Role::It)))
        });
        let participle = self.verb().is_some_and(|verb| {
            verb.verbs.first().is_some_and(|first| first.form.may_be_participle())
                && verb.verbs.len() == 1
                && matches!(verb.time, Time::Past | Time::Open)
        });
        if !participle {
            return false;
        }
        let outer =
            clause.on.and_then(|on| self.parse.clauses[on].verb).and_then(|at| self.phrase(at).verb());
        let joined = clause.hangs == Hangs::Joined
            && clause.before.is_empty()
            && outer.is_some_and(|verb| verb.is_passive);
        // "had been prepared in May and delivered in July": no object, so it is acted on as before.
        let no_object =
            self.phrase_behind_verb().is_none_or(|next| next.link.is_some() || !next.is_nominal());
        let ambitransitive = [Sense::Arrive, Sense::Depart, Sense::Return, Sense::Say, Sense::Other];
        if joined && no_object && !self.does(&ambitransitive) {
            return true;
        }
        if !by_agent {
            return false;
        }
        let inserted = clause
            .verb
            .is_some_and(|verb| verb > 0 && matches!(self.phrase(verb - 1).what, Kind::Mark(Mark::Comma)));
        joined || inserted
    }

    fn phrase_behind_verb(&self) -> Option<&'a Phrase> {
        let verb = self.clause().verb?;
        self.parse.phrases.get(verb + 1)
    }

    /// The phrases around its verb, in order.
    pub(crate) fn around(&self) -> impl Iterator<Item = usize> + use<'a> {
        let clause = self.clause();
        clause.before.clone().chain(clause.after.clone())
    }

    /// The nouns right behind its verb, without a preposition.
    pub(crate) fn objects(&self) -> impl Iterator<Item = usize> + use<'a> {
        let parse = self.parse;
        let mut broken = false;
        self.clause().after.clone().filter(move |at| {
            let phrase = &parse.phrases[*at];
            // "met Conille in Nairobi, Kenya": what stands behind a preposition's noun and a comma may still be joined.
            broken |= matches!(phrase.what, Kind::Particle) && phrase.link.is_none();
            !broken && phrase.is_nominal() && phrase.link.is_none()
        })
    }

    /// The nouns behind its verb with this preposition.
    pub(crate) fn linked(&self, link: Link) -> impl Iterator<Item = usize> + use<'a> {
        let parse = self.parse;
        self.clause().after.clone().filter(move |at| parse.phrases[*at].link == Some(link))
    }

    /// The nouns that stand as its subject: the subject and those joined to it.
    pub(crate) fn subjects(&self) -> Vec<usize> {
        let clause = self.clause();
        let Some(subject) = clause.subject else { return Vec::new() };
        if !clause.before.contains(&subject) {
            return vec![subject];
        }
        let mut subjects = vec![subject];
        let mut joined = false;
        for at in subject + 1..clause.before.end {
            let phrase = self.phrase(at);
            match phrase.what {
                Kind::And => joined = true,
                Kind::Mark(_) => {}
                _ if phrase.is_nominal() && phrase.link.is_none() && joined => subjects.push(at),
                _ if phrase.is_nominal() && phrase.link.is_none() && self.both_groups(subject, at) => {
                    subjects.push(at);
                }
                _ => {}
            }
        }
        subjects
    }

    fn both_groups(&self, a: usize, b: usize) -> bool {
        self.phrase(a).group().is_some() && self.phrase(b).group().is_some()
    }

    /// The groups of people that the verb moves, trains or hurts: its object; in the passive, or with no object, its subject.
    pub(crate) fn patients(&self) -> Vec<usize> {
        let is_people = |at: &usize| self.phrase(*at).group().is_some();
        let clause = self.clause();
        // Who arrives or leaves is the subject, whatever stands behind.
        let own: Vec<usize> = self.subjects().into_iter().filter(is_people).collect();
        if !own.is_empty() && self.does(&[Sense::Arrive, Sense::Depart, Sense::Return]) {
            return own;
        }
        if !self.is_passive() {
            let objects: Vec<usize> = self.objects().filter(is_people).collect();
            if !objects.is_empty() {
                return objects;
            }
            if let Some(antecedent) =
                clause.antecedent.filter(|at| clause.subject != Some(*at) && is_people(at))
            {
                return vec![antecedent];
            }
        }
        own
    }

    /// Whether its subject is the one who acts on others, rather than the one who moves.
    pub(crate) fn has_people_object(&self) -> bool {
        self.objects().any(|at| self.phrase(at).group().is_some())
    }

    /// The contributors that act: the subject's, or in the passive those behind "by".
    pub(crate) fn agents(&self) -> BTreeSet<Party> {
        let agent = if self.is_passive() { self.linked(Link::By).next() } else { self.clause().subject };
        agent.map(|at| senders(self.phrase(at), self.report)).unwrap_or_default()
    }

    /// The actors that its subject names.
    pub(crate) fn subject_actors(&self) -> &'a [Actor] {
        self.clause().subject.map_or(&[], |at| self.phrase(at).actors())
    }

    /// Whether this phrase is the mission, or people or the strength of it.
    pub(crate) fn is_mission(&self, at: usize) -> bool {
        let phrase = self.phrase(at);
        self.is_strength_of_mission(at)
            || self.is_force_group(at)
            || phrase.actors().iter().any(|actor| matches!(actor.role, Role::Mission(_)))
            || phrase.group().is_some_and(|group| group.is_of_mission)
    }

    /// "the task force of 900 men": a body of people that is the mission itself.
    pub(crate) fn is_force_group(&self, at: usize) -> bool {
        self.report.is_about_force
            && self.phrase(at).group().is_some_and(|group| {
                group.head == Head::Collective
                    && group.is_definite
                    && group.parties.is_empty()
                    && !group.is_part
            })
            && self.phrase_is(at, Cue::ForceNoun)
    }

    /// "EUFOR's strength": a noun that the mission's name owns.
    fn is_strength_of_mission(&self, at: usize) -> bool {
        let tokens = &self.phrase(at).tokens;
        let owned = |mention: &&Mention| {
            matches!(mention.what, What::Mission(_))
                && tokens.contains(&mention.tokens.start)
                && mention.tokens.end < tokens.end
        };
        matches!(self.phrase(at).what, Kind::Noun)
            && self.phrase_is(at, Cue::StrengthNoun)
            && self.mentions.iter().any(|mention| owned(&mention))
    }

    /// Whether a phrase names an organ of a state that it does not name: "the cabinet", "the ministry".
    pub(crate) fn is_bare_organ(&self, at: usize) -> bool {
        self.phrase(at).actors().iter().any(|actor| actor.role == Role::Organ && actor.party.is_none())
    }

    /// Whether the subject is the mission.
    pub(crate) fn subject_is_mission(&self) -> bool {
        self.clause().subject.is_some_and(|at| self.is_mission(at))
    }

    /// Whether any mission is named in this clause.
    pub(crate) fn names_mission(&self) -> bool {
        self.around().any(|at| self.is_mission(at))
    }

    /// The words of a phrase in the text.
    pub(crate) fn words(&self, at: usize) -> &'a str {
        self.sentence.words(self.text, &self.phrase(at).tokens)
    }

    /// Where a phrase stands.
    pub(crate) fn bytes(&self, at: usize) -> Option<ByteRange> {
        self.sentence.bytes(&self.phrase(at).tokens)
    }

    /// Whether any token of the sentence in this range is one of these words.
    pub(crate) fn any_is(&self, tokens: Range<usize>, cue: Cue) -> bool {
        self.sentence.any_is(tokens, cue)
    }

    /// Whether any word of a phrase is one of these.
    pub(crate) fn phrase_is(&self, at: usize, cue: Cue) -> bool {
        self.any_is(self.phrase(at).tokens.clone(), cue)
    }

    /// Whether its verb group has one of these words.
    pub(crate) fn verb_is(&self, cue: Cue) -> bool {
        self.clause().verb.is_some_and(|verb| self.phrase_is(verb, cue))
    }

    /// The tokens from the clause's first phrase to its last.
    pub(crate) fn tokens(&self) -> Range<usize> {
        let clause = self.clause();
        let start = clause.before.start.min(clause.verb.unwrap_or(clause.before.start));
        let end = clause.after.end.max(clause.verb.map_or(0, |verb| verb + 1)).max(clause.before.end);
        let first = self.parse.phrases.get(start).map_or(0, |phrase| phrase.tokens.start);
        let last = end
            .checked_sub(1)
            .and_then(|at| self.parse.phrases.get(at))
            .map_or(first, |phrase| phrase.tokens.end);
        first..last.max(first)
    }

    /// The tokens of the clause with those behind its last phrase that stand in no other: "has 400 soldiers there".
    pub(crate) fn reach(&self) -> Range<usize> {
        let own = self.tokens();
        let next =
            self.parse.phrases.iter().map(|phrase| phrase.tokens.start).find(|start| *start >= own.end);
        own.start..next.unwrap_or(self.sentence.tokens.len()).max(own.end)
    }

    /// The text of an act that one of these phrases names: a resolution.
    pub(crate) fn instrument(&self, mut phrases: impl Iterator<Item = usize>) -> Option<Instrument> {
        phrases.find_map(|at| match &self.phrase(at).what {
            Kind::Instrument(name) => Some(Instrument(name.clone())),
            _ => None,
        })
    }

    /// The mission that this sentence names, if it names one by name and no other.
    pub(crate) fn named_mission(&self) -> Option<model::MissionCode> {
        let mut named = self.mentions.iter().filter_map(|mention| match &mention.what {
            What::Mission(MissionMention::Named(code)) => Some(code),
            _ => None,
        });
        let first = named.next()?;
        named.all(|code| code == first).then(|| first.clone())
    }
}
