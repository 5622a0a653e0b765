//! Cuts a sentence into phrases, left to right, each token once.

use std::ops::Range;

use model::{Party, Quantity};

use crate::{Mention, OfficeKind, PartyForm, Sense, Sentence, VerbForm, What, WordClass};

use super::{
    phrase::{Actor, Kind, Kit, Mark, Phrase, Role, Sum},
    small::{Link, Small, is_countries, small},
};

/// A sentence with its mentions, so that grammar can look at any token.
#[derive(Debug)]
pub(super) struct Chunker<'s> {
    pub(super) sentence: &'s Sentence,
    mentions: &'s [Mention],
    /// For each token the mention that begins there.
    begins: Vec<Option<usize>>,
    /// For each token whether it lies in a mention.
    covered: Vec<bool>,
}

/// The longest noun phrase that is looked for.
const NOUN_REACH: usize = 24;

/// The longest list of actors.
const LIST_REACH: usize = 48;

/// Whether two actors can stand in one list: states with states, people and organs with their like.
fn alike(a: &Role, b: &Role) -> bool {
    let kind = |role: &Role| match role {
        Role::Party => Some(0),
        Role::Person | Role::Organ | Role::Source => Some(1),
        Role::Unit => Some(2),
        Role::Mission(_) | Role::Countries(_) | Role::Pronoun | Role::It | Role::Name => None,
    };
    kind(a).is_some() && kind(a) == kind(b)
}

/// What stands at a token.
#[derive(Clone, Copy, Debug)]
pub(super) enum Item<'s> {
    /// A mention, whole.
    Mention(&'s Mention),
    /// A word without a mention, by its class.
    Word(Small),
    /// Behind the last token.
    End,
}

impl<'s> Chunker<'s> {
    pub(super) fn new(sentence: &'s Sentence, mentions: &'s [Mention]) -> Self {
        let mut begins = vec![None; sentence.tokens.len()];
        let mut covered = vec![false; sentence.tokens.len()];
        for (index, mention) in mentions.iter().enumerate() {
            if let Some(slot) = begins.get_mut(mention.tokens.start)
                && !mention.tokens.is_empty()
            {
                *slot = Some(index);
                for token in mention.tokens.clone() {
                    covered[token] = true;
                }
            }
        }
        Self { sentence, mentions, begins, covered }
    }

    /// What stands at this token.
    pub(super) fn item(&self, token: usize) -> Item<'s> {
        match self.begins.get(token) {
            None => Item::End,
            // "which", "their": small words, whatever else they are.
            Some(Some(index)) if self.mentions[*index].what == What::Word(WordClass::Pronoun) => {
                Item::Word(small(self.sentence.word(token)))
            }
            Some(Some(index)) => Item::Mention(&self.mentions[*index]),
            Some(None) => Item::Word(small(self.sentence.word(token))),
        }
    }

    /// What the mention at this token names.
    pub(super) fn what(&self, token: usize) -> Option<&'s What> {
        if let Item::Mention(mention) = self.item(token) { Some(&mention.what) } else { None }
    }

    /// The token behind the item at this one.
    pub(super) fn next(&self, token: usize) -> usize {
        match self.item(token) {
            Item::Mention(mention) => mention.tokens.end.max(token + 1),
            Item::Word(_) | Item::End => token + 1,
        }
    }

    /// The class of the word at this token; `None` for a mention.
    pub(super) fn small(&self, token: usize) -> Option<Small> {
        if let Item::Word(word) = self.item(token) { Some(word) } else { None }
    }

    pub(super) fn is_possessive(&self, token: usize) -> bool {
        self.small(token) == Some(Small::Possessive)
    }

    fn is_class(&self, token: usize, class: WordClass) -> bool {
        matches!(self.what(token), Some(What::Word(it)) if *it == class)
    }

    /// The phrases of the sentence.
    pub(super) fn phrases(&self) -> Vec<Phrase> {
        let mut phrases: Vec<Phrase> = Vec::new();
        let mut link: Option<(Link, usize)> = None;
        let mut token = 0;
        while token < self.sentence.tokens.len() {
            if let Some((kind, end)) = self.mark(token, link.is_some(), &phrases) {
                self.leave_particle(&mut link, &mut phrases);
                phrases.push(Phrase { tokens: token..end, link: None, owner: None, what: kind });
                token = end;
            } else if let Some(new) = self.preposition(token) {
                self.leave_particle(&mut link, &mut phrases);
                link = Some((new, token));
                token = self.next(token);
            } else if let Some((kind, owner, end)) = self.phrase(token, link.map(|(link, _)| link), &phrases)
            {
                if matches!(kind, Kind::Verb(_)) {
                    self.leave_particle(&mut link, &mut phrases);
                }
                let link = link.take().map(|(link, _)| link);
                phrases.push(Phrase { tokens: token..end, link, owner, what: kind });
                token = end.max(token + 1);
            } else {
                token = self.next(token);
            }
        }
        self.leave_particle(&mut link, &mut phrases);
        phrases
    }

    /// A preposition that found no noun stays as a particle, so that it still parts what stands around it.
    fn leave_particle(&self, link: &mut Option<(Link, usize)>, phrases: &mut Vec<Phrase>) {
        if let Some((link, token)) = link.take() {
            let tokens = token..self.next(token);
            phrases.push(Phrase { tokens, link: Some(link), owner: None, what: Kind::Particle });
        }
    }

    fn preposition(&self, token: usize) -> Option<Link> {
        // ", counting six of them": the participle stands as a preposition.
        if self.sentence.word(token) == "including"
            || self.sentence.word(token) == "counting" && token > 0 && self.sentence.word(token - 1) == ","
        {
            return Some(Link::Including);
        }
        match self.small(token)? {
            Small::Link(link) => Some(link),
            Small::To if !self.begins_verb(token + 1) => Some(Link::To),
            _ => None,
        }
    }

    /// Marks and the words that open or join clauses.
    fn mark(&self, token: usize, is_linked: bool, before: &[Phrase]) -> Option<(Kind, usize)> {
        let end = self.next(token);
        let kind = match self.item(token) {
            Item::Mention(mention) => match &mention.what {
                What::Dateline => Kind::Mark(Mark::Stop),
                What::Word(WordClass::Condition) => Kind::Tie(super::small::Tie::If),
                _ => return None,
            },
            Item::Word(word) => match word {
                Small::And => Kind::And,
                Small::But => Kind::But,
                Small::That if self.points(is_linked, before) => return None,
                Small::Relative | Small::That => Kind::Relative,
                Small::Tie(tie) => Kind::Tie(tie),
                _ if self.sentence.shape(token) == crate::Shape::Mark => {
                    Kind::Mark(match self.sentence.word(token) {
                        "," => Mark::Comma,
                        ";" | ":" | "-" | "–" | "—" | "--" => Mark::Stop,
                        "\"" | "“" | "”" | "«" | "»" | "''" | "``" => Mark::Quote,
                        "(" | ")" | "[" | "]" => Mark::Comma,
                        _ => Mark::Other,
                    })
                }
                _ => return None,
            },
            Item::End => return None,
        };
        Some((kind, end))
    }

    /// "in that country", "brought that country's number to": "that" points and opens no clause.
    fn points(&self, is_linked: bool, before: &[Phrase]) -> bool {
        is_linked
            || before.last().and_then(Phrase::verb).is_some_and(|verb| {
                !verb.verbs.is_empty()
                    && !verb.says_any(&[
                        Sense::Say,
                        Sense::Confirm,
                        Sense::Believe,
                        Sense::Warn,
                        Sense::Deny,
                        Sense::Decide,
                    ])
            })
    }

    /// The noun or verb phrase that begins at this token, with the party that owns it.
    fn phrase(
        &self,
        token: usize,
        link: Option<Link>,
        before: &[Phrase],
    ) -> Option<(Kind, Option<Party>, usize)> {
        if link.is_none_or(|link| link == Link::Other)
            && let Some((verb, end)) = self.verb_group(token, before)
        {
            return Some((Kind::Verb(verb), None, end));
        }
        if let Some((group, end)) = self.group(token) {
            return Some((Kind::People(group), None, end));
        }
        if let Some((kit, end)) = self.kit(token) {
            return Some((Kind::Kit(kit), None, end));
        }
        if let Some((sum, end)) = self.sum(token) {
            return Some((Kind::Sum(sum), None, end));
        }
        if let Some((actors, end)) = self.actors(token) {
            return Some((Kind::Actors(actors), None, end));
        }
        self.noun(token)
    }

    /// Any other noun with its article, its adjectives and the party that owns it: "Kenya's share", "the trust fund".
    fn noun(&self, start: usize) -> Option<(Kind, Option<Party>, usize)> {
        let mut token = start;
        let mut owner = None;
        let mut words = 0;
        while token < start + NOUN_REACH {
            match self.item(token) {
                Item::Word(Small::Definite | Small::Indefinite | Small::That)
                    if words == 0 && owner.is_none() =>
                {
                    token += 1;
                }
                Item::Word(Small::Other) if self.sentence.shape(token) != crate::Shape::Mark => {
                    words += 1;
                    token += 1;
                }
                Item::Word(Small::Possessive) if words > 0 => token += 1,
                Item::Mention(mention) => {
                    let end = mention.tokens.end;
                    match &mention.what {
                        What::Party(party) if party.form == PartyForm::Demonym && words == 0 => {
                            owner = Some(party.party);
                            token = end;
                        }
                        What::Party(_)
                        | What::Person(_)
                        | What::Office(_)
                        | What::Unit(_)
                        | What::Mission(_)
                            if self.is_possessive(end) && words == 0 =>
                        {
                            owner = Self::party_of(&mention.what).or(owner);
                            token = end + 1;
                        }
                        What::Word(
                            WordClass::Additional | WordClass::Total | WordClass::Already | WordClass::Modal,
                        )
                        | What::Ordinal(_)
                            if words == 0 || owner.is_some() =>
                        {
                            token = end;
                        }
                        // "his continued push": a participle that is no verb here.
                        What::Verb(_)
                            if self.forms(token).iter().all(|form| form.may_be_participle())
                                && token > start =>
                        {
                            words += 1;
                            token = end;
                        }
                        what => {
                            // "an international pledging event": the first noun tells of the second.
                            if matches!(what, What::Verb(_))
                                && self.is_noun_verb(token)
                                && self.is_noun_verb(end)
                            {
                                words += 1;
                                token = end;
                                continue;
                            }
                            let is_head = words == 0 && owner.is_none()
                                || matches!(
                                    what,
                                    What::Verb(_)
                                        | What::Site(_)
                                        | What::MoneyNoun
                                        | What::Office(_)
                                        | What::Name(_)
                                );
                            return match Self::noun_kind(what) {
                                Some(kind) if is_head && !self.is_possessive(end) => Some((kind, owner, end)),
                                _ if words > 0 || owner.is_some() => Some((Kind::Noun, owner, token)),
                                _ => None,
                            };
                        }
                    }
                }
                Item::Word(_) | Item::End => break,
            }
        }
        (words > 0 || owner.is_some()).then_some((Kind::Noun, owner, token.max(start + 1)))
    }

    /// Whether a noun of the stage verbs stands here.
    fn is_noun_verb(&self, token: usize) -> bool {
        self.forms(token).contains(&VerbForm::Noun)
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

    /// "two mine-resistant vehicles", "another 24 MRAPs", "heavy armoured equipment".
    fn kit(&self, start: usize) -> Option<(Kit, usize)> {
        let mut token = start;
        let mut number: Option<(Quantity, Range<usize>)> = None;
        let mut is_additional = false;
        let mut adjectives = 0;
        loop {
            match self.item(token) {
                Item::Mention(mention) => match &mention.what {
                    What::Number(quantity) if number.is_none() => {
                        number = Some((*quantity, mention.tokens.clone()))
                    }
                    What::Word(WordClass::Additional) => is_additional = true,
                    What::Word(WordClass::Only | WordClass::Total) | What::Ordinal(_) => {}
                    What::Party(party) if party.form == PartyForm::Demonym => {}
                    What::Equipment(kind) => {
                        return Some((Kit { number, kind: kind.clone(), is_additional }, mention.tokens.end));
                    }
                    _ => return None,
                },
                Item::Word(Small::Definite | Small::Indefinite) if token == start => {}
                Item::Word(Small::Other) if adjectives < 3 => adjectives += 1,
                Item::Word(_) | Item::End => return None,
            }
            token = self.next(token);
        }
    }

    /// "another $40.7 million".
    fn sum(&self, start: usize) -> Option<(Sum, usize)> {
        let mut token = start;
        let mut is_additional = false;
        loop {
            match self.item(token) {
                Item::Mention(mention) => match &mention.what {
                    What::Money(money) => {
                        let number = mention.tokens.clone();
                        let mut end = number.end;
                        while self.is_class(end, WordClass::Additional) {
                            is_additional = true;
                            end = self.next(end);
                        }
                        return Some((Sum { money: *money, number, is_additional }, end));
                    }
                    What::Word(WordClass::Additional) => is_additional = true,
                    What::Word(WordClass::Only | WordClass::Total) => {}
                    _ => return None,
                },
                Item::Word(Small::Definite | Small::Indefinite) if token == start => {}
                Item::Word(_) | Item::End => return None,
            }
            token = self.next(token);
        }
    }

    /// One actor, or a list of like ones: "Canada, France and the United States". A list ends with "and": without it a
    /// comma sets off another name of the same, or a place.
    fn actors(&self, start: usize) -> Option<(Vec<Actor>, usize)> {
        let (first, mut end) = self.actor(start)?;
        end = self.behind_short_name(end);
        let mut actors = vec![first];
        let mut closed = (1, end);
        while actors.len() < LIST_REACH {
            let comma = usize::from(self.sentence.word(end) == ",");
            let and = usize::from(self.small(end + comma) == Some(Small::And));
            let token = end + comma + and;
            let Some((actor, behind)) = self.actor(token).filter(|_| comma + and > 0) else { break };
            if actors.first().is_none_or(|first| !alike(&first.role, &actor.role)) {
                break;
            }
            // ", X said": another clause begins.
            if comma > 0 && self.begins_verb(behind) && and == 0 {
                break;
            }
            actors.push(actor);
            end = self.behind_short_name(behind);
            if and > 0 {
                closed = (actors.len(), end);
                break;
            }
        }
        actors.truncate(closed.0);
        Some((actors, closed.1))
    }

    /// Behind the short name in brackets that may follow a name: "(JDF)".
    pub(super) fn behind_short_name(&self, token: usize) -> usize {
        let inside = self.next(token + 1);
        let short = self.sentence.word(token) == "("
            && self.sentence.word(inside) == ")"
            && inside == token + 2
            && self.sentence.shape(token + 1) == crate::Shape::Upper;
        if short { inside + 1 } else { token }
    }

    /// One actor, with its article.
    fn actor(&self, start: usize) -> Option<(Actor, usize)> {
        let mut token = start;
        let mut number = None;
        let mut owner: Option<Party> = None;
        loop {
            match self.item(token) {
                Item::Word(Small::Definite | Small::Indefinite) if token == start => token += 1,
                Item::Word(Small::Person) if token == start => {
                    return Some((Self::unnamed(start, Role::Pronoun), token + 1));
                }
                Item::Word(Small::It) if token == start => {
                    return Some((Self::unnamed(start, Role::It), token + 1));
                }
                Item::Word(Small::Other) if is_countries(self.sentence.word(token)) => {
                    let actor = Actor {
                        tokens: start..token + 1,
                        name: None,
                        party: None,
                        role: Role::Countries(number.and_then(Quantity::number)),
                    };
                    return Some((actor, token + 1));
                }
                // "other Caribbean countries", "a handful of countries".
                Item::Word(Small::Other | Small::Link(Link::Of)) if self.countries_within(token, 4) => {
                    token += 1
                }
                Item::Mention(mention) => match &mention.what {
                    What::Number(quantity) if number.is_none() && self.countries_within(token, 5) => {
                        number = Some(*quantity);
                        token = mention.tokens.end;
                    }
                    What::Word(WordClass::Additional | WordClass::Only)
                        if self.countries_within(token, 5) =>
                    {
                        token = mention.tokens.end;
                    }
                    // "US President-Elect Donald Trump": party and office belong to the person behind them.
                    What::Party(party)
                        if party.form != PartyForm::People
                            && matches!(
                                self.what(mention.tokens.end),
                                Some(What::Person(_) | What::Office(_) | What::Unit(_))
                            ) =>
                    {
                        owner = Some(party.party);
                        token = mention.tokens.end;
                    }
                    What::Office(office)
                        if matches!(self.what(mention.tokens.end), Some(What::Person(_))) =>
                    {
                        owner = office.party.or(owner);
                        token = mention.tokens.end;
                    }
                    What::Party(party) if party.form == PartyForm::Demonym => return None,
                    what => {
                        let end = mention.tokens.end;
                        // "Russia's envoy Vassily Nebenzia", "Ruto's administration".
                        if self.is_possessive(end) {
                            if let Some((mut actor, behind)) = self.owned(end + 1) {
                                actor.party = actor.party.or(Self::party_of(what));
                                actor.tokens.start = start;
                                return Some((actor, behind));
                            }
                            return None;
                        }
                        return self.named(what, owner).map(|(name, party, role)| {
                            (Actor { tokens: start..end, name, party, role }, end)
                        });
                    }
                },
                Item::Word(_) | Item::End => return None,
            }
        }
    }

    /// The person or organ that stands behind "Kenya's".
    fn owned(&self, start: usize) -> Option<(Actor, usize)> {
        if let Item::Mention(mention) = self.item(start) {
            let end = mention.tokens.end;
            if matches!(mention.what, What::Person(_) | What::Office(_) | What::Unit(_))
                && !self.is_possessive(end)
            {
                return self
                    .named(&mention.what, None)
                    .map(|(name, party, role)| (Actor { tokens: start..end, name, party, role }, end));
            }
            return None;
        }
        // "Ruto's administration": an organ without a name of its own.
        let word = self.sentence.word(start);
        matches!(
            word,
            "administration" | "government" | "cabinet" | "authorities" | "ministry" | "leadership"
        )
        .then(|| {
            let actor = Actor { tokens: start..start + 1, name: None, party: None, role: Role::Organ };
            (actor, start + 1)
        })
    }

    fn named(&self, what: &What, owner: Option<Party>) -> Option<(Option<model::Name>, Option<Party>, Role)> {
        Some(match what {
            What::Party(party) if party.form != PartyForm::People => (None, Some(party.party), Role::Party),
            What::Person(person) => (Some(person.name.clone()), person.party.or(owner), Role::Person),
            What::Office(office) => {
                let role = match office.kind {
                    OfficeKind::Role => Role::Person,
                    OfficeKind::Organ => Role::Organ,
                    OfficeKind::Source => Role::Source,
                };
                (Some(office.name.clone()), office.party.or(owner), role)
            }
            What::Unit(unit) => (Some(unit.name.clone()), unit.party.or(owner), Role::Unit),
            What::Mission(mission) => (None, None, Role::Mission(mission.clone())),
            What::Name(name) => (Some(name.clone()), owner, Role::Name),
            _ => return None,
        })
    }

    pub(super) fn party_of(what: &What) -> Option<Party> {
        match what {
            What::Party(party) => Some(party.party),
            What::Person(person) => person.party,
            What::Office(office) => office.party,
            What::Unit(unit) => unit.party,
            _ => None,
        }
    }

    fn unnamed(token: usize, role: Role) -> Actor {
        Actor { tokens: token..token + 1, name: None, party: None, role }
    }

    /// Whether a word for unnamed states comes within so many tokens, with only adjectives before it.
    fn countries_within(&self, token: usize, tokens: usize) -> bool {
        for at in token..token + tokens {
            match self.item(at) {
                Item::Word(Small::Other) if is_countries(self.sentence.word(at)) => return true,
                Item::Word(Small::Other | Small::Link(Link::Of) | Small::Definite) => {}
                Item::Mention(mention)
                    if matches!(
                        mention.what,
                        What::Number(_)
                            | What::Word(WordClass::Additional | WordClass::Only)
                            | What::Party(_)
                            | What::Name(_)
                    ) => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether a noun reading is the likelier one of a word of the stage verbs: after an article, an owner, an
    /// adjective or a preposition.
    pub(super) fn reads_as_noun(&self, token: usize) -> bool {
        let Some(before) = token.checked_sub(1).filter(|before| *before < self.begins.len()) else {
            return false;
        };
        let word = self.sentence.word(before);
        if self.sentence.shape(before) == crate::Shape::Mark {
            return false;
        }
        let opens = |at: usize| {
            matches!(
                small(self.sentence.word(at)),
                Small::Definite | Small::Indefinite | Small::Possessive | Small::Link(_)
            )
        };
        // "This puts", "that brings": the word stands for something, and the verb is a verb.
        let points = matches!(word, "this" | "that" | "which" | "it")
            && self.forms(token).iter().any(|form| form.may_be_past() || *form == VerbForm::Third);
        if points {
            return false;
        }
        if opens(before) {
            return true;
        }
        // An unknown word or a participle behind an article or a preposition is this one's adjective.
        let adjective = small(word) == Small::Other && !self.covered[before]
            || self.begins[before].is_some()
                && self
                    .forms(before)
                    .iter()
                    .any(|form| form.may_be_participle() || *form == VerbForm::Gerund);
        adjective && before.checked_sub(1).is_some_and(opens)
    }

    pub(super) fn forms(&self, token: usize) -> Vec<VerbForm> {
        match self.what(token) {
            Some(What::Verb(readings)) => readings.iter().map(|reading| reading.form).collect(),
            _ => Vec::new(),
        }
    }
}
