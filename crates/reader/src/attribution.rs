//! Who says what: direct and indirect speech, "according to", and what a speaker denies.

use std::ops::Range;

use model::{ByteRange, Name, Party};

use crate::{
    Cue, Mention, MissionMention, Sense, Sentence, What, WordClass,
    clause::{Actor, Clause, Hangs, Head, Kind, Link, Mark, Parse, Role},
    discourse::Discourse,
    report::Report,
};

/// Senses by which somebody says something.
const SAYING: &[Sense] = &[Sense::Say, Sense::Confirm, Sense::Believe, Sense::Warn, Sense::Deny];

/// Who says a stretch of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Voice {
    /// The phrases it covers.
    phrases: Range<usize>,
    /// Who speaks.
    pub(crate) speaker: Speaks,
    /// The speaker says that it is not so.
    pub(crate) is_denied: bool,
}

/// Somebody who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Speaks {
    /// As the document names them.
    pub(crate) name: Name,
    /// Whom they speak for.
    pub(crate) party: Option<Party>,
    /// Where they are named.
    pub(crate) at: Option<ByteRange>,
}

/// The voices of one sentence, the innermost last.
#[derive(Debug, Default)]
pub(crate) struct Voices(Vec<Voice>);

impl Voices {
    /// Who says the phrase at this place; `None`: the document itself.
    pub(crate) fn at(&self, phrase: usize) -> Option<&Voice> {
        self.0.iter().rev().find(|voice| voice.phrases.contains(&phrase))
    }

    /// The speaker whom a later sentence may go on quoting.
    pub(crate) fn last(&self) -> Option<&Speaks> {
        self.0.last().map(|voice| &voice.speaker)
    }
}

/// Finds the voices of a sentence.
pub(crate) fn voices(
    text: &str,
    sentence: &Sentence,
    mentions: &[Mention],
    parse: &Parse,
    report: &Report,
    discourse: &Discourse,
    heard: Option<&Speaks>,
) -> Voices {
    let hearing = Hearing { text, sentence, mentions, parse, report, discourse };
    let mut voices = Vec::new();
    let all = 0..parse.phrases.len();
    if let Some(speaker) = hearing.according(mentions) {
        voices.push(Voice { phrases: all.clone(), speaker, is_denied: false });
    }
    let mut quoted: Option<Speaks> = None;
    for (index, clause) in parse.clauses.iter().enumerate() {
        let Some(verb_at) = clause.verb else { continue };
        let Some(verb) = parse.phrases[verb_at].verb().filter(|verb| verb.does(SAYING)) else { continue };
        if sentence.is_speech(parse.phrases[verb_at].tokens.start) {
            continue;
        }
        let Some(speaker) = hearing.speaker(clause) else { continue };
        let is_denied = verb.says(Sense::Deny) && !verb.is_negated;
        if verb.is_negated && !verb.says(Sense::Deny) {
            continue;
        }
        quoted.get_or_insert_with(|| speaker.clone());
        if hearing.is_trailing(index, clause) {
            voices.push(Voice { phrases: all.clone(), speaker, is_denied });
        } else {
            voices.push(Voice { phrases: verb_at + 1..all.end, speaker, is_denied });
        }
    }
    voices.extend((0..parse.clauses.len()).filter_map(|index| hearing.rejected(index)));
    // Direct speech: who says so in this sentence, else who spoke before.
    for speech in &sentence.speech {
        let before = discourse.speaker.as_ref().map(|(name, at)| Speaks {
            name: name.clone(),
            party: None,
            at: Some(*at),
        });
        let Some(speaker) = quoted.clone().or_else(|| heard.cloned()).or(before) else { continue };
        let covers = |at: &usize| {
            let tokens = &parse.phrases[*at].tokens;
            speech.tokens.contains(&tokens.start)
        };
        let covered: Vec<usize> = all.clone().filter(covers).collect();
        if let (Some(first), Some(last)) = (covered.first(), covered.last()) {
            voices.push(Voice { phrases: *first..*last + 1, speaker, is_denied: false });
        }
    }
    Voices(voices)
}

struct Hearing<'a> {
    text: &'a str,
    sentence: &'a Sentence,
    mentions: &'a [Mention],
    parse: &'a Parse,
    report: &'a Report,
    discourse: &'a Discourse,
}

impl Hearing<'_> {
    /// "According to the ministry, ...".
    fn according(&self, mentions: &[Mention]) -> Option<Speaks> {
        let after = mentions
            .iter()
            .find(|mention| matches!(mention.what, What::Word(WordClass::According)))
            .map(|mention| mention.tokens.end)?;
        let phrase = self.parse.phrases.iter().find(|phrase| phrase.tokens.start >= after)?;
        // "the mission's spokesperson, Jack Example": the name behind the office.
        let at = self.parse.phrases.iter().position(|other| other.tokens == phrase.tokens)?;
        let behind = self
            .parse
            .phrases
            .get(at + 2)
            .filter(|_| matches!(self.parse.phrases[at + 1].what, Kind::Mark(_)));
        let named = behind.and_then(|next| next.actors().first()).filter(|actor| {
            actor.role == Role::Person
                && actor.name.as_ref().is_some_and(|name| name.as_str().starts_with(char::is_uppercase))
        });
        let office = phrase.actors().first().filter(|actor| actor.role == Role::Person);
        named.filter(|_| office.is_some()).or(phrase.actors().first()).and_then(|actor| self.named(actor))
    }

    /// The subject of a verb of saying; behind the verb where it has none before: "said the minister".
    fn speaker(&self, clause: &Clause) -> Option<Speaks> {
        let verb = clause.verb?;
        let own = clause.subject.filter(|subject| *subject < verb && clause.before.contains(subject));
        let behind = || {
            clause.after.clone().find(|index| {
                let phrase = &self.parse.phrases[*index];
                phrase.link.is_none() && phrase.is_nominal()
            })
        };
        let subject = match own {
            Some(own) => own,
            None if self.holds_person(verb) => return self.person(verb),
            None if matches!(clause.hangs, Hangs::Free | Hangs::Joined) && self.opens(clause) => {
                // ", said X" or ", and said": a person behind the verb speaks, else who spoke before.
                behind().filter(|index| self.can_speak(*index)).or(clause.subject)?
            }
            None => clause.subject?,
        };
        self.speaker_in(subject, clause)
    }

    /// "a-t-il déclaré": the verb holds its subject, the person spoken of before.
    fn holds_person(&self, verb: usize) -> bool {
        self.sentence.is(self.parse.phrases[verb].tokens.start, Cue::HoldsPerson)
    }

    fn person(&self, at: usize) -> Option<Speaks> {
        let at = self.sentence.bytes(&self.parse.phrases[at].tokens);
        self.discourse.person.as_ref().map(|(name, party)| Speaks { name: name.clone(), party: *party, at })
    }

    /// Whether nothing but marks stands before a clause's verb.
    fn opens(&self, clause: &Clause) -> bool {
        clause.before.clone().all(|at| matches!(self.parse.phrases[at].what, Kind::Mark(_)))
    }

    fn can_speak(&self, phrase: usize) -> bool {
        self.parse.phrases[phrase].actors().iter().any(|actor| {
            matches!(
                actor.role,
                Role::Person | Role::Organ | Role::Source | Role::Pronoun | Role::Unit | Role::Name
            )
        })
    }

    fn speaker_in(&self, subject: usize, clause: &Clause) -> Option<Speaks> {
        let phrase = &self.parse.phrases[subject];
        if let Some(actor) = phrase.actors().first() {
            // "The minister of Ruritania, Jack Example, said": the name behind the office, else the first.
            return self.named(self.apposed(subject).unwrap_or(actor));
        }
        // "a statement from the US government", "NPS statement": whose words they are.
        if phrase.is_event(Sense::Say) || matches!(phrase.what, Kind::Noun) {
            let around = clause.before.clone().filter(|index| {
                matches!(self.parse.phrases[*index].link, None | Some(Link::From | Link::By | Link::Of))
            });
            return around
                .flat_map(|index| self.parse.phrases[index].actors())
                .find_map(|actor| self.named(actor))
                .or_else(|| self.unnamed(subject));
        }
        phrase.group().and_then(|_| self.unnamed(subject))
    }

    /// The person named between commas behind an office.
    fn apposed(&self, office: usize) -> Option<&Actor> {
        let is_named = |actor: &Actor| {
            actor.role == Role::Person
                && self.mentions.iter().any(|mention| {
                    matches!(mention.what, What::Person(_)) && mention.tokens.end == actor.tokens.end
                })
        };
        let comma = |at: usize| {
            self.parse.phrases.get(at).is_some_and(|phrase| matches!(phrase.what, Kind::Mark(Mark::Comma)))
        };
        let [holder] = self.parse.phrases[office].actors() else { return None };
        let [actor] = self.parse.phrases.get(office + 2)?.actors() else { return None };
        let apart = comma(office + 1) && comma(office + 3);
        (apart && holder.role == Role::Person && !is_named(holder) && is_named(actor)).then_some(actor)
    }

    /// "A gang claimed", "residents said": somebody without a name, by the words of the text.
    fn unnamed(&self, at: usize) -> Option<Speaks> {
        let phrase = &self.parse.phrases[at];
        if phrase.group().is_some_and(|group| group.head == Head::Pronoun) || phrase.is_event(Sense::Say) {
            return None;
        }
        let opens = self.sentence.is(phrase.tokens.start, Cue::Article);
        let tokens = phrase.tokens.start + usize::from(opens)..phrase.tokens.end;
        let party = phrase.group().and_then(|group| group.parties.first().copied()).or(phrase.owner);
        let name = Name::new(self.sentence.words(self.text, &tokens)).ok()?;
        Some(Speaks { name, party, at: self.sentence.bytes(&tokens) })
    }

    /// Where a clause says that what was told before it, or hangs on its subject, is not so: "the mission rejected the
    /// claim", "reports that 40 had quit were rejected by the ministry"; and who says it.
    fn rejected(&self, index: usize) -> Option<Voice> {
        let clause = &self.parse.clauses[index];
        let verb_at = clause.verb?;
        let verb = self.parse.phrases[verb_at].verb()?;
        if !verb.does(&[Sense::Deny, Sense::Refuse]) || verb.is_negated {
            return None;
        }
        let tale = |at: usize| {
            let phrase = &self.parse.phrases[at];
            phrase.is_event(Sense::Say)
                || phrase.tokens.clone().any(|token| self.sentence.is(token, Cue::Tale))
        };
        if verb.is_passive {
            let told = clause.subject.filter(|subject| tale(*subject) && subject + 1 < verb_at)?;
            let by = clause.after.clone().find(|at| self.parse.phrases[*at].link == Some(Link::By))?;
            let speaker = self.speaker_in(by, clause)?;
            return Some(Voice { phrases: told..verb_at, speaker, is_denied: true });
        }
        let object = clause.after.clone().find(|at| {
            let phrase = &self.parse.phrases[*at];
            phrase.link.is_none() && phrase.is_nominal()
        })?;
        let ends = !self.parse.clauses.iter().any(|other| other.on == Some(index) && other.verb.is_some());
        (tale(object) && ends && index > 0).then_some(())?;
        let speaker = self.speaker(clause)?;
        Some(Voice { phrases: 0..clause.subject.unwrap_or(verb_at).min(verb_at), speaker, is_denied: true })
    }

    /// The name under which an actor speaks.
    fn named(&self, actor: &Actor) -> Option<Speaks> {
        let at = self.sentence.bytes(&actor.tokens);
        match &actor.role {
            Role::Pronoun => self.discourse.person.as_ref().map(|(name, party)| Speaks {
                name: name.clone(),
                party: *party,
                at,
            }),
            Role::It | Role::Countries(_) => None,
            Role::Mission(MissionMention::Named(code)) => {
                Name::new(code.as_str()).ok().map(|name| Speaks { name, party: None, at })
            }
            Role::Mission(MissionMention::Generic) => {
                let code = self.report.mission.as_ref()?;
                Name::new(code.as_str()).ok().map(|name| Speaks { name, party: None, at })
            }
            _ => {
                let name =
                    actor.name.clone().or_else(|| {
                        Name::new(actor.party.map_or_else(
                            || self.sentence.words(self.text, &actor.tokens),
                            |party| party.name(),
                        ))
                        .ok()
                    })?;
                Some(Speaks { name, party: actor.party, at })
            }
        }
    }

    /// "..., the minister said": what is said stands before, and nothing that could be said behind.
    fn is_trailing(&self, index: usize, clause: &Clause) -> bool {
        if index == 0 && clause.before.start == 0 {
            return false;
        }
        let said_behind = self.parse.clauses.get(index + 1).is_some_and(|next| {
            next.hangs == Hangs::Said || next.hangs == Hangs::Infinitive && next.on == Some(index)
        });
        let hears =
            clause.verb.and_then(|verb| self.parse.phrases[verb].verb()).is_some_and(|verb| verb.has_hearer);
        let object = clause.after.clone().any(|index| {
            let phrase = &self.parse.phrases[index];
            phrase.link.is_none()
                && !hears
                && (matches!(
                    phrase.what,
                    Kind::People(_) | Kind::Kit(_) | Kind::Sum(_) | Kind::Noun | Kind::Event(_)
                ))
        });
        matches!(clause.hangs, Hangs::Free | Hangs::Joined) && !said_behind && !object
    }
}
