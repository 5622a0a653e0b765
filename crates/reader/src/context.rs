//! One clause as a rule sees it: its verb, who acts, who is moved, where and when.

use std::{collections::BTreeSet, ops::Range};

use model::{
    ByteRange, Count, CountFields, Modality, Movement, MovementFields, Name, Ordinal, Party, Period, Place,
    Quantity, Resource, Scope, Service, Span, Stage, Statement, Step, Whose,
};

use crate::{
    DateMention, Edge, Mention, MissionMention, PartyForm, Sense, Sentence, What,
    attribution::Voices,
    clause::{Actor, Clause, Hangs, Head, Kind, Link, Parse, Phrase, Role, Tie, Time, VerbGroup},
    discourse::{Discourse, Resolved, contributors},
    draft::Draft,
    report::Report,
};

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
                    subjects.push(at)
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
        let passive = self.verb().is_some_and(|verb| verb.is_passive);
        let clause = self.clause();
        let reduced = clause.hangs == Hangs::Participle
            && self
                .verb()
                .is_some_and(|verb| verb.verbs.first().is_some_and(|verb| verb.form.may_be_participle()));
        if !passive && !reduced {
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
        self.subjects().into_iter().filter(is_people).collect()
    }

    /// Whether its subject is the one who acts on others, rather than the one who moves.
    pub(crate) fn has_people_object(&self) -> bool {
        self.objects().any(|at| self.phrase(at).group().is_some())
    }

    /// The contributors that act: the subject's, or in the passive those behind "by".
    pub(crate) fn agents(&self) -> BTreeSet<Party> {
        let agent = if self.verb().is_some_and(|verb| verb.is_passive) {
            self.linked(Link::By).next()
        } else {
            self.clause().subject
        };
        agent.map(|at| contributors(self.phrase(at), self.report)).unwrap_or_default()
    }

    /// The actors that its subject names.
    pub(crate) fn subject_actors(&self) -> &'a [Actor] {
        self.clause().subject.map_or(&[], |at| self.phrase(at).actors())
    }

    /// Whether this phrase is the mission, or people or the strength of it.
    pub(crate) fn is_mission(&self, at: usize) -> bool {
        let phrase = self.phrase(at);
        phrase.actors().iter().any(|actor| matches!(actor.role, Role::Mission(_)))
            || phrase.group().is_some_and(|group| group.is_of_mission)
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

    /// Whether any word of these phrases is one of these, lower-cased.
    pub(crate) fn has_word(&self, phrases: impl Iterator<Item = usize>, words: &[&str]) -> bool {
        let mut tokens = phrases.flat_map(|at| self.phrase(at).tokens.clone());
        tokens.any(|token| words.contains(&self.sentence.word(token)))
    }

    /// Whether any token of the sentence in this range is one of these words.
    pub(crate) fn any_word(&self, tokens: Range<usize>, words: &[&str]) -> bool {
        tokens.into_iter().any(|token| words.contains(&self.sentence.word(token)))
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

    /// How surely the clause says what it says; `None` where it says it of no world: a condition.
    pub(crate) fn modality(&self) -> Option<Modality> {
        self.modality_of(self.index, 0)
    }

    fn modality_of(&self, index: usize, depth: usize) -> Option<Modality> {
        let clause = &self.parse.clauses[index];
        if matches!(clause.hangs, Hangs::Tied(Tie::If)) {
            return None;
        }
        let governor = || {
            clause
                .on
                .filter(|on| *on != index && depth < 8)
                .and_then(|on| self.modality_of(on, depth + 1))
                .unwrap_or(Modality::Fact)
        };
        let Some(verb) = clause.verb.and_then(|verb| self.phrase(verb).verb()) else {
            return Some(Modality::Fact);
        };
        let lead = if verb.led_by(&[Sense::Refuse]) || verb.led_by(&[Sense::Deny]) {
            Some(Modality::Denied)
        } else if verb.led_by(&[Sense::Pledge]) {
            Some(Modality::Pledged)
        } else if verb.led_by(&[Sense::Propose, Sense::Urge]) {
            Some(Modality::Proposed)
        } else if verb.led_by(&[Sense::Intend, Sense::Prepare, Sense::Ready, Sense::Decide, Sense::Depart]) {
            Some(Modality::Planned)
        } else {
            None
        };
        let own = match (lead, verb.time) {
            (Some(lead), _) => lead,
            (None, Time::Future | Time::Modal) => Modality::Planned,
            (None, Time::Open) => match clause.hangs {
                // "to retake the port": an aim; "bringing the total to 600": as the clause it hangs on.
                Hangs::Infinitive => match governor() {
                    Modality::Fact | Modality::Reported => Modality::Planned,
                    other => other,
                },
                _ => governor(),
            },
            (None, _) if matches!(clause.hangs, Hangs::Tied(Tie::Before)) => Modality::Planned,
            (None, _) => Modality::Fact,
        };
        let conditional = self.parse.clauses.iter().enumerate().any(|(at, other)| {
            matches!(other.hangs, Hangs::Tied(Tie::If)) && (other.on == Some(index) || at + 1 == index)
        });
        let nobody = clause.subject.and_then(|at| self.phrase(at).group()).is_some_and(|group| group.is_none);
        Some(if verb.is_yet {
            Modality::Planned
        } else if verb.is_negated || nobody {
            Modality::Denied
        } else if conditional && own == Modality::Fact {
            Modality::Planned
        } else {
            own
        })
    }

    /// The date of the clause: its own, else that of the clause it depends on.
    pub(crate) fn date(&self) -> Option<(DateMention, usize)> {
        let own = |index: usize| {
            let clause = &self.parse.clauses[index];
            clause.after.clone().chain(clause.before.clone()).find_map(|at| {
                if let Kind::Date(date) = self.phrase(at).what { Some((date, at)) } else { None }
            })
        };
        let clause = self.clause();
        own(self.index).filter(|(date, _)| date.span != Span::Unstated).or_else(|| {
            let on = clause.on?;
            matches!(clause.hangs, Hangs::Tied(Tie::When) | Hangs::Participle | Hangs::Said)
                .then(|| own(on))
                .flatten()
                .filter(|(date, _)| date.span != Span::Unstated)
                .filter(|_| {
                    clause.hangs != Hangs::Said
                        || self.verb().is_some_and(|verb| matches!(verb.time, Time::Perfect | Time::Present))
                })
        })
    }

    /// The days of the clause.
    pub(crate) fn span(&self) -> Span {
        self.date().map_or(Span::Unstated, |(date, _)| date.bounded())
    }

    /// The days on which a figure held: "since January" holds now, so it is no such day.
    pub(crate) fn as_of(&self) -> Span {
        self.date().filter(|(date, _)| date.edge != Edge::Since).map_or(Span::Unstated, |(date, _)| date.span)
    }

    /// Where its people go to, with these prepositions.
    pub(crate) fn place(&self, links: &[Link]) -> Option<Where> {
        self.clause().after.clone().chain(self.clause().before.clone()).find_map(|at| {
            let phrase = self.phrase(at);
            phrase.link.filter(|link| links.contains(link))?;
            self.place_at(at)
        })
    }

    /// The place that a phrase is.
    pub(crate) fn place_at(&self, at: usize) -> Option<Where> {
        let phrase = self.phrase(at);
        let words = self.words(at);
        let (name, party) = match &phrase.what {
            Kind::Place(place) => (place.name.as_str(), place.party),
            Kind::Actors(actors) => {
                let [actor] = &actors[..] else { return None };
                (actor.role == Role::Party && actor.party.is_some_and(Party::is_state)).then_some(())?;
                (words, actor.party)
            }
            // "in the country", "in the Haitian capital": the host, where the text has one.
            Kind::Noun => {
                let named = ["country", "capital", "nation", "republic"];
                self.any_word(phrase.tokens.clone(), &named).then_some(())?;
                (words, phrase.owner.or(self.report.host))
            }
            _ => return None,
        };
        let name = name.strip_prefix("the ").unwrap_or(name);
        Some(Where { place: Place(Name::new(name).ok()?), party, phrase: at })
    }

    /// Where things happen: "in", "at", "to", "into".
    pub(crate) fn scene(&self) -> Option<Where> {
        self.place(&[Link::In, Link::To, Link::On])
    }

    /// Of whom and of what a group of people is.
    pub(crate) fn scope(&self, at: usize) -> Scope {
        let group = self.phrase(at).group();
        let resolved = self.resolved.get(at).and_then(Option::as_ref);
        let whose = resolved.map_or(Whose::Unstated, |of| of.whose.clone());
        let service = resolved.and_then(|of| of.service).unwrap_or(Service::Unstated);
        Scope {
            whose,
            resource: Resource::People(service),
            units: group.map(|group| group.units.clone()).unwrap_or_default(),
        }
    }

    /// Whether a group of people is the host's own.
    pub(crate) fn is_host(&self, at: usize) -> bool {
        self.resolved.get(at).and_then(Option::as_ref).is_some_and(|of| of.is_host)
    }

    /// How many a group is; "some" where no number is given.
    pub(crate) fn quantity(&self, at: usize) -> Quantity {
        self.phrase(at)
            .group()
            .and_then(|group| group.number.as_ref())
            .map_or(Quantity::SomeNumber, |(quantity, _)| *quantity)
    }

    /// Whether a group has a number of its own.
    pub(crate) fn is_counted(&self, at: usize) -> bool {
        self.quantity(at).number().is_some()
    }

    /// A movement of this group.
    pub(crate) fn movement(
        &self,
        rule: &'static str,
        at: usize,
        step: Step,
        to: Option<Where>,
        modality: Modality,
    ) -> Option<Draft> {
        let ordinal = self.phrase(at).group().and_then(|group| group.ordinal);
        self.movement_of(rule, at, self.scope(at), step, ordinal, to, modality)
    }

    /// A movement of a scope that a rule made.
    #[expect(clippy::too_many_arguments, reason = "each is a slot of the movement")]
    pub(crate) fn movement_of(
        &self,
        rule: &'static str,
        at: usize,
        scope: Scope,
        step: Step,
        ordinal: Option<Ordinal>,
        to: Option<Where>,
        modality: Modality,
    ) -> Option<Draft> {
        let modality = self.with_none(at, modality);
        let place_at = to.as_ref().and_then(|to| self.bytes(to.phrase));
        let (from, to) = if matches!(step, Step::Rotate | Step::Repatriate) && to.is_none() {
            (self.place(&[Link::From]).map(|from| from.place), None)
        } else {
            (None, to.map(|to| to.place))
        };
        let movement = Movement::try_from(MovementFields {
            scope,
            step,
            quantity: self.quantity(at),
            during: self.span(),
            from,
            to,
            ordinal,
        })
        .ok()?;
        Some(
            self.filled(Draft::new(rule, Statement::Movement(movement), modality, at), at)
                .slot("place", place_at),
        )
    }

    /// A count of this group in a stage.
    pub(crate) fn count(
        &self,
        rule: &'static str,
        at: usize,
        stage: Stage,
        place: Option<Where>,
        modality: Modality,
    ) -> Option<Draft> {
        self.count_of(rule, at, self.scope(at), stage, place, modality)
    }

    /// A count of a scope that a rule made.
    pub(crate) fn count_of(
        &self,
        rule: &'static str,
        at: usize,
        scope: Scope,
        stage: Stage,
        place: Option<Where>,
        modality: Modality,
    ) -> Option<Draft> {
        let modality = self.with_none(at, modality);
        let place_at = place.as_ref().and_then(|place| self.bytes(place.phrase));
        let as_of =
            if matches!(modality, Modality::Fact | Modality::Reported) { self.as_of() } else { self.span() };
        let count = Count::try_from(CountFields {
            scope,
            stage,
            quantity: self.quantity(at),
            as_of,
            place: place.map(|place| place.place),
        })
        .ok()?;
        Some(self.filled(Draft::new(rule, Statement::Count(count), modality, at), at).slot("place", place_at))
    }

    fn with_none(&self, at: usize, modality: Modality) -> Modality {
        if self.phrase(at).group().is_some_and(|group| group.is_none) { Modality::Denied } else { modality }
    }

    /// Puts to a draft the words that every rule fills in the same way.
    pub(crate) fn filled(&self, mut draft: Draft, at: usize) -> Draft {
        let number = self
            .phrase(at)
            .group()
            .and_then(|group| group.number.as_ref())
            .filter(|(quantity, _)| quantity.number().is_some());
        draft.number = number.map(|(_, tokens)| tokens.clone());
        let number_at = draft.number.as_ref().and_then(|tokens| self.sentence.bytes(tokens));
        let party_at = self.resolved.get(at).and_then(Option::as_ref).and_then(|of| of.by);
        let verb_at = self.clause().verb.and_then(|verb| self.bytes(verb));
        let date_at = self.date().and_then(|(_, at)| self.bytes(at));
        draft
            .slot("number", number_at)
            .slot("whose", party_at.or_else(|| self.bytes(at)))
            .slot("verb", verb_at)
            .slot("date", date_at)
    }

    /// Whether a place can be where the mission is: it is not known to be elsewhere.
    pub(crate) fn is_mission_area(&self, place: Option<&Where>) -> bool {
        match (place.and_then(|place| place.party), self.report.host) {
            (Some(party), Some(host)) => party == host,
            _ => true,
        }
    }

    /// Whether a place is one of the group's own countries: they go home.
    pub(crate) fn is_home(&self, at: usize, place: Option<&Where>) -> bool {
        let Some(party) = place.and_then(|place| place.party) else { return false };
        self.scope(at).whose.parties().any(|own| own == party)
    }

    /// The mission that this sentence names, if it names one by name.
    pub(crate) fn named_mission(&self) -> Option<model::MissionCode> {
        self.mentions.iter().find_map(|mention| match &mention.what {
            What::Mission(MissionMention::Named(code)) => Some(code.clone()),
            _ => None,
        })
    }

    /// Whether a group of people can be a mission's: it is counted or named as a force, and is not the host's.
    pub(crate) fn is_force(&self, at: usize) -> bool {
        let Some(group) = self.phrase(at).group() else { return false };
        let known = self.scope(at).whose != Whose::Unstated;
        let uniformed = matches!(group.service, Some(Service::Police | Service::Troops));
        !self.is_host(at) && (known || uniformed || matches!(group.head, Head::Collective | Head::Number))
    }

    /// The day of an until-phrase around this clause.
    pub(crate) fn until(&self) -> Option<Period> {
        self.around().find_map(|at| match self.phrase(at).what {
            Kind::Date(date) if matches!(date.edge, Edge::Until | Edge::By) => match date.span {
                Span::In(period) | Span::By(period) => Some(period),
                Span::From(stretch) => Some(stretch.last()),
                Span::Since(_) | Span::Unstated => None,
            },
            _ => None,
        })
    }
}

/// Whether a mention names a state, for rules that look at mentions.
pub(crate) fn names_state(mention: &Mention) -> bool {
    matches!(&mention.what, What::Party(party) if party.form == PartyForm::Name && party.party.is_state())
}
