//! Those who act and speak: parties, persons, organs, the mission, and lists of them.

use model::{Party, Quantity};

use crate::{Cue, MissionMention, OfficeKind, PartyForm, What, WordClass};

use super::{
    chunker::{Chunker, Item},
    phrase::{Actor, Role},
    small::{Link, Small},
};

/// How many words may stand before "countries".
const COUNTRIES_REACH: usize = 6;

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

impl Chunker<'_> {
    /// One actor, or a list of like ones: "Canada, France and the United States". A list ends with "and": without it a
    /// comma sets off another name of the same, or a place.
    pub(super) fn actors(&self, start: usize) -> Option<(Vec<Actor>, usize)> {
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
            // "who heads the council, and Prime Minister Example": an organ and a person across a comma are no list.
            let before = actors.last().map(|actor| &actor.role);
            if comma > 0 && (before == Some(&Role::Organ)) != (actor.role == Role::Organ) {
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
        let short = !matches!(self.what(token + 1), Some(What::Mission(_)))
            && self.sentence.word(token) == "("
            && self.sentence.word(inside) == ")"
            && inside == token + 2
            && self.sentence.shape(token + 1) == crate::Shape::Upper;
        if short { inside + 1 } else { token }
    }

    /// One actor, with its article.
    #[expect(clippy::too_many_lines, reason = "each arm is a way in which an actor is named")]
    fn actor(&self, start: usize) -> Option<(Actor, usize)> {
        let mut token = start;
        let mut number = None;
        let mut owner: Option<Party> = None;
        loop {
            if self.names_countries(token) && token <= start + COUNTRIES_REACH {
                let role = Role::Countries(number.and_then(Quantity::number));
                let end = self.next(token);
                return Some((Actor { tokens: start..end, name: None, party: None, role }, end));
            }
            match self.item(token) {
                Item::Word(Small::Definite | Small::Indefinite) if token == start => token += 1,
                Item::Word(Small::Person) if token == start => {
                    return Some((unnamed(start, Role::Pronoun), token + 1));
                }
                Item::Word(Small::It) if token == start => {
                    return Some((unnamed(start, Role::It), token + 1));
                }
                // "other Caribbean countries", "a handful of countries".
                Item::Word(Small::Other | Small::Link(Link::Of)) if self.countries_within(token, 4) => {
                    token += 1;
                }
                Item::Mention(mention) => match &mention.what {
                    What::Number(quantity) if number.is_none() && self.countries_within(token, 5) => {
                        number = Some(*quantity);
                        token = mention.tokens.end;
                    }
                    What::Word(WordClass::Additional | WordClass::Only) | What::People(_)
                        if self.countries_within(token, 5) =>
                    {
                        token = mention.tokens.end;
                    }
                    // "the Southern African mission SAMIM".
                    What::Name(_) if matches!(self.what(mention.tokens.end), Some(What::Mission(_))) => {
                        token = mention.tokens.end;
                    }
                    What::Mission(MissionMention::Generic)
                        if matches!(
                            self.what(mention.tokens.end),
                            Some(What::Mission(MissionMention::Named(_)))
                        ) =>
                    {
                        token = mention.tokens.end;
                    }
                    // "US President-Elect Donald Trump": party and office belong to the person behind them.
                    What::Party(party)
                        if party.form != PartyForm::People
                            && !self.is_seat_of(start, token)
                            && matches!(
                                self.what(mention.tokens.end),
                                Some(What::Person(_) | What::Office(_) | What::Unit(_) | What::Mission(_))
                            ) =>
                    {
                        owner = Some(party.party);
                        token = mention.tokens.end;
                    }
                    // "police spokesperson Example".
                    What::People(_)
                        if matches!(
                            self.what(mention.tokens.end),
                            Some(What::Person(_) | What::Office(_))
                        ) =>
                    {
                        token = mention.tokens.end;
                    }
                    // "mission spokesperson Jack Example".
                    What::Mission(_)
                        if matches!(
                            self.what(mention.tokens.end),
                            Some(What::Person(_) | What::Office(_))
                        ) =>
                    {
                        token = mention.tokens.end;
                    }
                    // "the news agency Example".
                    What::Office(office)
                        if office.kind == OfficeKind::Source
                            && matches!(self.what(mention.tokens.end), Some(What::Office(next)) if next.kind == OfficeKind::Source) =>
                    {
                        token = mention.tokens.end;
                    }
                    What::Office(office)
                        if matches!(self.what(mention.tokens.end), Some(What::Person(_))) =>
                    {
                        owner = office.party.or(owner);
                        token = mention.tokens.end;
                    }
                    What::Party(party)
                        if party.form == PartyForm::Demonym || self.is_only_noun(mention.tokens.end) =>
                    {
                        return None;
                    }
                    what => {
                        let end = self.behind_demonym(what, mention.tokens.end);
                        // "Russia's envoy Vassily Nebenzia", "Ruto's administration".
                        if self.is_possessive(end) {
                            if let Some((mut actor, behind)) = self.owned(end + 1) {
                                actor.party = actor.party.or(party_of(what));
                                actor.tokens.start = start;
                                return Some((actor, behind));
                            }
                            return None;
                        }
                        return named(what, owner).map(|(name, party, role)| {
                            (Actor { tokens: start..end, name, party, role }, end)
                        });
                    }
                },
                Item::Word(_) | Item::End => return None,
            }
        }
    }

    /// "In Washington President Example said": a place before an office, at the head of a sentence, is where it is said.
    fn is_seat_of(&self, start: usize, token: usize) -> bool {
        start == token
            && start == 1
            && matches!(self.small(0), Some(Small::Link(Link::In)))
            && matches!(self.what(token), Some(What::Party(party)) if party.form == PartyForm::Name)
    }

    /// "la force kényane": behind the adjective that tells whose the mission is.
    fn behind_demonym(&self, what: &What, end: usize) -> usize {
        let follows = self.sentence.order.adjectives_follow && matches!(what, What::Mission(_));
        match self.what(end) {
            Some(What::Party(party)) if follows && party.form == PartyForm::Demonym => self.next(end),
            _ => end,
        }
    }

    /// The person or organ that stands behind "Kenya's".
    fn owned(&self, start: usize) -> Option<(Actor, usize)> {
        if let Item::Mention(mention) = self.item(start) {
            let end = mention.tokens.end;
            if matches!(mention.what, What::Person(_) | What::Office(_) | What::Unit(_))
                && !self.is_possessive(end)
            {
                return named(&mention.what, None)
                    .map(|(name, party, role)| (Actor { tokens: start..end, name, party, role }, end));
            }
            return None;
        }
        // "Ruto's administration": an organ without a name of its own.
        self.sentence.is(start, Cue::OrganNoun).then(|| {
            let actor = Actor { tokens: start..start + 1, name: None, party: None, role: Role::Organ };
            (actor, start + 1)
        })
    }

    /// Whether a word for unnamed states stands here, and not the name of one that it is part of.
    fn names_countries(&self, token: usize) -> bool {
        self.sentence.is(token, Cue::Countries) && !matches!(self.what(token), Some(What::Party(_)))
    }

    /// Whether a word for unnamed states comes within so many tokens, with only adjectives before it.
    fn countries_within(&self, token: usize, tokens: usize) -> bool {
        let mut at = token;
        for _ in 0..tokens {
            if self.names_countries(at) {
                return true;
            }
            match self.item(at) {
                Item::Word(Small::Other | Small::Link(Link::Of) | Small::Definite) => {}
                Item::Mention(mention)
                    if matches!(
                        mention.what,
                        What::Number(_)
                            | What::Word(WordClass::Additional | WordClass::Only)
                            | What::Party(_)
                            | What::People(_)
                            | What::Name(_)
                    ) => {}
                _ => return false,
            }
            at = self.next(at);
        }
        false
    }
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

fn named(what: &What, owner: Option<Party>) -> Option<(Option<model::Name>, Option<Party>, Role)> {
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
