//! The noun phrase of a body of people: "an additional 600 Kenyan police officers from the General Service Unit".

use std::collections::BTreeSet;

use model::{Party, Quantity, UnitName};

use crate::{Mention, PartyForm, What, WordClass};

use super::{
    chunker::{Chunker, Item},
    phrase::{Group, Head},
    small::{Link, Small, is_countries, small},
};

/// The longest noun phrase that is looked for, so that reading stays linear.
const REACH: usize = 48;

/// How many unknown adjectives may stand between a number and its noun.
const ADJECTIVES: usize = 3;

impl Chunker<'_> {
    /// The group of people that begins at this token, and the token behind it.
    pub(super) fn group(&self, start: usize) -> Option<(Group, usize)> {
        let (mut group, mut end) = self.group_head(start)?;
        self.group_tail(&mut group, &mut end, start);
        Some((group, end))
    }

    /// The group up to its noun.
    fn group_head(&self, start: usize) -> Option<(Group, usize)> {
        let mut group = Group { head: Head::Number, ..Group::default() };
        let mut token = start;
        let mut has_head = false;
        let mut adjectives = 0;
        let mut article = None;
        let mut behind_number = None;
        while token < start + REACH {
            match self.item(token) {
                Item::Mention(mention) => {
                    let end = mention.tokens.end;
                    match &mention.what {
                        What::Number(quantity) if group.number.is_none() && !has_head => {
                            group.number = Some((*quantity, mention.tokens.clone()));
                            behind_number = Some(end);
                            adjectives = 0;
                        }
                        What::Word(WordClass::Additional) if !has_head => group.is_additional = true,
                        What::Word(WordClass::Only | WordClass::Total)
                            if group.number.is_none() && !has_head => {}
                        What::Word(WordClass::Negation)
                            if token == start && matches!(self.sentence.word(token), "no" | "none") =>
                        {
                            group.is_none = true;
                        }
                        What::Word(WordClass::Pronoun)
                            if token == start && matches!(self.sentence.word(token), "these" | "those") =>
                        {
                            group.is_definite = true;
                        }
                        What::Ordinal(ordinal) if !has_head => group.ordinal = Some(*ordinal),
                        What::Party(party) if party.form == PartyForm::Demonym && !has_head => {
                            group.parties.insert(party.party);
                        }
                        What::Party(party) if party.form == PartyForm::People && !has_head => {
                            group.parties.insert(party.party);
                            group.head = Head::Nationals;
                            has_head = true;
                        }
                        // "Kenya's 400 officers", "the mission's officers".
                        What::Party(_)
                        | What::Person(_)
                        | What::Office(_)
                        | What::Mission(_)
                        | What::Unit(_)
                            if self.is_possessive(end) && !has_head && group.number.is_none() =>
                        {
                            self.owned_by(&mut group, mention);
                            token = end + 1;
                            continue;
                        }
                        // "NPS officers", "MSS forces".
                        What::Unit(_) | What::Mission(_) | What::Office(_)
                            if !has_head && matches!(self.what(end), Some(What::People(_) | What::Group)) =>
                        {
                            self.owned_by(&mut group, mention);
                            group.is_definite = false;
                        }
                        // "troop contributors" are countries.
                        What::People(_) if is_countries(self.sentence.word(end)) => return None,
                        What::People(service) => {
                            // "police contingent", "team members": the last noun is the head.
                            group.service =
                                Some(group.service.map_or(*service, |known| merge(known, *service)));
                            group.head = Head::People;
                            has_head = true;
                        }
                        What::Group => {
                            group.head = Head::Collective;
                            has_head = true;
                        }
                        What::Verb(readings)
                            if !has_head
                                && readings.iter().any(|reading| {
                                    reading.form.may_be_participle()
                                        || matches!(
                                            reading.form,
                                            crate::VerbForm::Gerund
                                                | crate::VerbForm::Adjective
                                                | crate::VerbForm::Noun
                                        )
                                })
                                && self.is_people_noun(end) => {}
                        What::Name(_) if !has_head && token > start && self.is_people_noun(end) => {}
                        _ => break,
                    }
                    token = end;
                }
                Item::Word(word) if !has_head => {
                    match word {
                        Small::They if token == start => {
                            group.is_definite = true;
                            group.head = Head::Pronoun;
                            return Some((group, token + 1));
                        }
                        Small::Definite if token == start => group.is_definite = true,
                        Small::Definite if group.is_none => group.is_definite = true,
                        Small::Indefinite if token == start => {
                            article = Some(token);
                            group.is_none = self.sentence.word(token) == "no";
                        }
                        Small::And if self.between_demonyms(token) => {}
                        Small::Adverb if token > start && self.is_people_or_verb(token + 1) => {}
                        _ if self.is_glue(token) => {}
                        Small::Other
                            if adjectives < ADJECTIVES && !is_countries(self.sentence.word(token)) =>
                        {
                            adjectives += 1;
                            group.is_advance |= is_which(self.sentence.word(token));
                        }
                        _ => break,
                    }
                    token += 1;
                }
                Item::Word(_) | Item::End => break,
            }
        }
        if has_head {
            // "a constable": one person. "two contingents": the number counts no people.
            if let Some(article) = article.filter(|_| group.number.is_none() && group.head == Head::People)
                && matches!(self.sentence.word(article), "a" | "an")
                && !self.sentence.word(token - 1).ends_with('s')
                && !matches!(self.sentence.word(token - 1), "police" | "personnel" | "people" | "staff")
            {
                group.number = Some((Quantity::Exactly(1), article..article + 1));
            }
            if group.head == Head::Collective && !self.number_is_size(&group) {
                group.number = None;
            }
            return Some((group, token));
        }
        // A number without a noun: only where no noun of another kind follows.
        let end = behind_number?;
        let end = if matches!(self.what(end), Some(What::Word(WordClass::Additional))) {
            self.next(end)
        } else {
            end
        };
        (group.parties.is_empty() || group.is_definite).then_some(())?;
        self.may_end_number(end).then_some((group, end))
    }

    /// Whether the number of "a 600-strong contingent" tells its size.
    fn number_is_size(&self, group: &Group) -> bool {
        group.number.as_ref().is_some_and(|(_, tokens)| {
            (tokens.end.saturating_sub(1)..tokens.end + 3).any(|at| {
                matches!(self.sentence.word(at), "strong" | "member" | "man" | "person" | "officer")
            }) || self.sentence.word(tokens.end.saturating_sub(1)).contains('-')
        })
    }

    fn owned_by(&self, group: &mut Group, mention: &Mention) {
        match &mention.what {
            What::Mission(_) => group.is_of_mission = true,
            What::Unit(unit) => {
                group.units.insert(UnitName(unit.name.clone()));
            }
            _ => {}
        }
        group.parties.extend(Self::party_of(&mention.what));
        group.is_definite = true;
    }

    fn between_demonyms(&self, token: usize) -> bool {
        let demonym = |what: Option<&What>| matches!(what, Some(What::Party(party)) if party.form == PartyForm::Demonym);
        demonym(self.what(token + 1))
            && token
                .checked_sub(1)
                .is_some_and(|before| demonym(self.what(before)) || self.ends_demonym(before))
    }

    /// Whether a demonym of several words ends at this token.
    fn ends_demonym(&self, token: usize) -> bool {
        (token.saturating_sub(2)..token).any(|at| {
            matches!(self.item(at), Item::Mention(Mention { what: What::Party(party), tokens, .. })
                if party.form == PartyForm::Demonym && tokens.end == token + 1)
        })
    }

    fn is_people_noun(&self, token: usize) -> bool {
        match self.what(token) {
            Some(What::People(_) | What::Group) => true,
            Some(What::Party(party)) => {
                party.form == PartyForm::People
                    || party.form == PartyForm::Demonym
                        && matches!(self.what(self.next(token)), Some(What::People(_) | What::Group))
            }
            _ => {
                self.small(token) == Some(Small::Other)
                    && matches!(self.what(token + 1), Some(What::People(_) | What::Group))
            }
        }
    }

    fn is_people_or_verb(&self, token: usize) -> bool {
        self.is_people_noun(token) || matches!(self.what(token), Some(What::Verb(_)))
    }

    /// Whether a number may end before this token without counting what follows.
    fn may_end_number(&self, token: usize) -> bool {
        match self.item(token) {
            Item::End => true,
            Item::Word(word) => match word {
                Small::Other => {
                    self.sentence.shape(token) == crate::Shape::Mark
                        && !matches!(self.sentence.word(token), "%" | "/" | "x" | "°" | "$" | "-")
                }
                Small::Link(Link::Of) => {
                    let inner = token + 1;
                    matches!(self.sentence.word(inner), "whom" | "which")
                        || matches!(self.small(inner), Some(Small::They))
                        || self.group_head(inner).is_some()
                }
                Small::Possessive | Small::Person | Small::It => false,
                _ => true,
            },
            Item::Mention(mention) => match &mention.what {
                // "five projects": after a number a verb would have no "s".
                What::Verb(readings) => {
                    !readings.iter().all(|reading| reading.form == crate::VerbForm::Third)
                }
                What::Date(_) => true,
                What::Word(class) => !matches!(class, WordClass::Pronoun),
                _ => false,
            },
        }
    }

    /// What follows the noun and belongs to it: "of 21", "from Kenya", "of the mission".
    fn group_tail(&self, group: &mut Group, end: &mut usize, start: usize) {
        for _ in 0..3 {
            let word = self.small(*end);
            let leads_source = matches!(
                self.sentence.word(*end),
                "drawn" | "belonging" | "hailing" | "coming" | "seconded" | "recruited"
            );
            if word == Some(Small::Link(Link::Of))
                || word == Some(Small::Link(Link::Including)) && group.head == Head::Number
            {
                if !self.tail_of(group, end) {
                    break;
                }
            } else if leads_source
                && matches!(self.small(*end + 1), Some(Small::Link(Link::From) | Small::To))
            {
                let Some(behind) = self.sources(group, *end + 2, start) else { break };
                *end = behind;
            } else if word == Some(Small::Link(Link::From)) {
                let Some(behind) = self.sources(group, *end + 1, start) else { break };
                *end = behind;
            } else {
                break;
            }
        }
    }

    fn tail_of(&self, group: &mut Group, end: &mut usize) -> bool {
        let inner = *end + 1;
        if matches!(self.sentence.word(inner), "whom" | "which") || self.small(inner) == Some(Small::They) {
            group.is_part = true;
            *end = inner + 1;
            return true;
        }
        if let Some((mut part, behind)) = self.group_head(inner) {
            let mut behind = behind;
            self.group_tail(&mut part, &mut behind, inner);
            match group.head {
                Head::Collective => {
                    group.number = group.number.take().or(part.number);
                    group.service = part.service.or(group.service);
                }
                Head::Number => {
                    group.is_part = true;
                    group.service = group.service.or(part.service);
                    if !part.is_definite {
                        let planned = (inner..behind).any(|at| is_planned(self.sentence.word(at)));
                        group.out_of = part.number.map(|(quantity, tokens)| (quantity, tokens, planned));
                    }
                }
                Head::People | Head::Nationals | Head::Pronoun => {}
            }
            group.parties.extend(part.parties);
            group.units.extend(part.units);
            group.is_of_mission |= part.is_of_mission;
            *end = behind;
            return true;
        }
        let article = usize::from(matches!(self.small(inner), Some(Small::Definite)));
        match self.what(inner + article) {
            Some(What::Mission(_)) => {
                group.is_of_mission = true;
                *end = self.next(inner + article);
                true
            }
            Some(What::Unit(_) | What::Party(_)) => {
                let Some(behind) = self.sources(group, inner, inner) else { return false };
                *end = behind;
                true
            }
            _ => false,
        }
    }

    /// The parties and units that people come from, one or a list of them.
    fn sources(&self, group: &mut Group, start: usize, first: usize) -> Option<usize> {
        let mut end = None;
        let mut token = start;
        let mut parties: BTreeSet<Party> = BTreeSet::new();
        while token < first + REACH + REACH {
            token += usize::from(self.is_glue(token));
            let article = usize::from(matches!(self.small(token), Some(Small::Definite)));
            let at = token + article;
            let Some(what) = self.what(at) else { break };
            let behind = self.next(at);
            match what {
                What::Party(party)
                    if matches!(party.form, PartyForm::Name | PartyForm::Organ)
                        && !self.is_possessive(behind) =>
                {
                    parties.insert(party.party);
                }
                What::Unit(unit) => {
                    group.units.insert(UnitName(unit.name.clone()));
                    parties.extend(unit.party);
                }
                _ => break,
            }
            let behind = self.behind_short_name(behind);
            end = Some(behind);
            token = behind;
            if self.sentence.word(token) == "," {
                token += 1;
            }
            if self.small(token) == Some(Small::And) {
                token += 1;
            }
            if token == behind {
                break;
            }
        }
        group.parties.extend(parties);
        end
    }
}

/// Police and troops together are people of both.
fn merge(known: model::Service, more: model::Service) -> model::Service {
    if known == model::Service::Unstated { more } else { known }
}

/// Words that make a number one that is still to be reached.
fn is_planned(word: &str) -> bool {
    matches!(
        word,
        "planned" | "promised" | "pledged" | "expected" | "authorised" | "authorized" | "intended" | "target"
    )
}

/// Words that tell which of a party's teams is meant.
fn is_which(word: &str) -> bool {
    matches!(word, "advance" | "outgoing" | "incoming" | "relief" | "reconnaissance")
        || small(word) == Small::Adverb
}
