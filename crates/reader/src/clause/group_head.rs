//! The noun of a body of people with what stands before it: "another 90 Ruritanian soldiers".

use model::Quantity;

use crate::{Cue, Mention, PartyForm, Shape, VerbForm, What, WordClass};

use super::{
    chunker::{Chunker, Item},
    growing::{Growing, Grows},
    phrase::{Group, Head, Kind, Phrase},
    small::{Link, Small},
};

/// How many unknown adjectives may stand between a number and its noun.
pub(super) const ADJECTIVES: usize = 3;

/// The longest noun phrase that is looked for, so that reading stays linear.
const REACH: usize = 48;

impl Chunker<'_> {
    /// The group up to its noun, and the token behind that.
    pub(super) fn group_head(&self, start: usize) -> Option<(Group, usize)> {
        let group = Group { head: Head::Number, ..Group::default() };
        let mut growing = Growing {
            group,
            has_head: false,
            adjectives: 0,
            article: None,
            behind_number: None,
            behind_demonym: None,
        };
        let mut token = start;
        while token < start + REACH {
            let grows = match self.item(token) {
                Item::Mention(mention) => self.grow_by_mention(&mut growing, mention, token == start),
                Item::Word(word) if !growing.has_head => self.grow_by_word(&mut growing, word, token, start),
                Item::Word(_) | Item::End => Grows::End,
            };
            match grows {
                Grows::To(next) => token = next,
                Grows::Whole(end) => return Some((growing.group, end)),
                Grows::End => break,
                Grows::Never => return None,
            }
        }
        if growing.has_head {
            let mut group = self.with_noun(growing, token);
            if self.sentence.order.adjectives_follow {
                token = self.adjectives_behind(&mut group, token);
                // "du contingent": the article is in the preposition.
                group.is_definite |=
                    start.checked_sub(1).is_some_and(|before| self.sentence.is(before, Cue::JoinedArticle));
            }
            Some((group, token))
        } else {
            self.stands_for_people(&growing, token).or_else(|| self.without_noun(growing))
        }
    }

    /// "the first", "the others", "a Ruritanian": people whom no noun names, where a verb or the end of the phrase follows.
    fn stands_for_people(&self, growing: &Growing, token: usize) -> Option<(Group, usize)> {
        let group = &growing.group;
        if group.number.is_some() || growing.adjectives > 0 {
            return None;
        }
        // "three of the wounded".
        let nounless = self.sentence.is(token, Cue::HurtPeople) || self.sentence.is(token, Cue::LatterPeople);
        if group.is_definite && group.parties.is_empty() && nounless {
            let end = self.next(token);
            let closed = matches!(self.sentence.word(end), "," | ".")
                || self.is_verb_behind(end)
                || matches!(self.item(end), Item::End);
            return closed.then(|| (Group { number: None, head: Head::Pronoun, ..group.clone() }, end));
        }
        let last = token.checked_sub(1)?;
        let parted = matches!(self.sentence.word(token), "," | ".") || matches!(self.item(token), Item::End);
        let behind = self.is_verb_behind(token);
        let new = Group { number: None, ..group.clone() };
        if let Some(article) = growing.article.filter(|at| self.sentence.is(*at, Cue::OneArticle))
            && group.parties.len() == 1
            && growing.behind_demonym == Some(token)
            && (parted
                || behind
                || matches!(self.small(token), Some(Small::Link(Link::In) | Small::And | Small::Relative))
                || self.forms(token).contains(&VerbForm::Gerund))
        {
            let number = Some((Quantity::Exactly(1), article..article + 1));
            return Some((Group { number, head: Head::Nationals, is_one: true, ..new }, token));
        }
        if !(parted || behind) || !group.parties.is_empty() {
            return None;
        }
        // "and another was wounded".
        if self.sentence.is(last, Cue::AnotherOne) && group.is_additional && behind {
            let number = Some((Quantity::Exactly(1), last..last + 1));
            return Some((Group { number, head: Head::Pronoun, is_one: true, ..new }, token));
        }
        if self.sentence.is(last, Cue::OtherPeople) && group.is_additional {
            return Some((Group { is_definite: true, head: Head::Pronoun, ..new }, token));
        }
        let sized = self.sentence.word(token) == "," && self.small(token + 1) == Some(Small::Link(Link::Of));
        (group.is_definite && group.ordinal.is_some() && (behind || sized))
            .then_some((Group { head: Head::Collective, ..new }, token))
    }

    /// "All must be out", "all of the 900 members are to leave": everybody of those spoken of, where no noun stands before it.
    pub(super) fn everybody(&self, token: usize, before: &[Phrase]) -> Option<(Group, usize)> {
        let told = self.is_class(token, WordClass::Total) && self.sentence.is(token, Cue::Everybody);
        let mut clause = before.iter().rev().take_while(|phrase| {
            !matches!(
                phrase.what,
                Kind::Mark(_) | Kind::And | Kind::But | Kind::Tie(_) | Kind::Relative | Kind::Verb(_)
            )
        });
        if !told || clause.any(|phrase| phrase.is_nominal() && phrase.link.is_none()) {
            return None;
        }
        if self.small(token + 1) == Some(Small::Link(Link::Of)) {
            return self.group(token + 2).filter(|(group, _)| group.is_definite);
        }
        let group = Group { is_definite: true, head: Head::Pronoun, ..Group::default() };
        self.is_verb_behind(token + 1).then_some((group, token + 1))
    }

    /// "policiers kényans et jamaïcains supplémentaires": what stands behind the noun and tells more of it; the token behind.
    fn adjectives_behind(&self, group: &mut Group, noun_end: usize) -> usize {
        let mut end = noun_end;
        let mut token = noun_end;
        while token < noun_end + ADJECTIVES * 2 {
            match self.item(token) {
                Item::Mention(mention) => match &mention.what {
                    What::Party(party) if party.form == PartyForm::Demonym => {
                        group.parties.insert(party.party);
                    }
                    What::Word(WordClass::Additional) => group.is_additional = true,
                    _ => break,
                },
                Item::Word(Small::Other) if self.sentence.is(token, Cue::LooksLikeAdjective) => {}
                Item::Word(Small::And) if self.between_demonyms(token) => {
                    token += 1;
                    continue;
                }
                Item::Word(_) | Item::End => break,
            }
            token = self.next(token);
            end = token;
        }
        end
    }

    /// ", Ruritanian and Freedonian soldiers": a comma in a list of demonyms before the noun of them all.
    pub(super) fn lists_demonyms(&self, token: usize) -> bool {
        if self.sentence.word(token) != "," || !self.between_demonyms(token) {
            return false;
        }
        let mut at = token;
        while at < token + REACH && (self.sentence.word(at) == "," || self.small(at) == Some(Small::And)) {
            if !self.between_demonyms(at) {
                return false;
            }
            at = self.next(at + 1);
        }
        matches!(self.what(at), Some(What::People(_)))
    }

    /// "100 of those who": the relative clause tells which.
    pub(super) fn part_of_those_who(&self, token: usize) -> bool {
        let of = token.checked_sub(1).is_some_and(|of| self.small(of) == Some(Small::Link(Link::Of)));
        of && self.small(token + 1) == Some(Small::Relative)
    }

    /// The group when its noun has been found, before this token.
    fn with_noun(&self, growing: Growing, end: usize) -> Group {
        let Growing { mut group, article, .. } = growing;
        let single =
            !self.sentence.is(end - 1, Cue::Plural) && !self.sentence.is(end - 1, Cue::AlwaysSeveral);
        // "a constable": one person.
        if let Some(article) =
            article.filter(|_| single && group.number.is_none() && group.head == Head::People)
            && self.sentence.is(article, Cue::OneArticle)
        {
            group.number = Some((Quantity::Exactly(1), article..article + 1));
            group.is_one = true;
            // "a second officer": one more.
            group.is_additional |= group.ordinal.is_some();
        }
        // "the first 75 officers": of one body, not the first one.
        if group.number.is_some() && group.head != Head::Collective {
            group.ordinal = None;
        }
        // "two contingents": the number counts no people.
        if group.head == Head::Collective && !self.number_is_size(&group) {
            group.number = None;
        }
        group
    }

    /// A number without a noun: only where no noun of another kind follows.
    fn without_noun(&self, growing: Growing) -> Option<(Group, usize)> {
        let Growing { mut group, behind_number, behind_demonym, .. } = growing;
        let end = behind_number?;
        // "150 Nepalese": the word for the people is that for what is theirs.
        if let Some(end) = behind_demonym.filter(|behind| *behind > end && self.may_end_number(*behind)) {
            group.head = Head::Nationals;
            return Some((group, end));
        }
        let more = matches!(self.what(end), Some(What::Word(WordClass::Additional)));
        let end = if more { self.next(end) } else { end };
        group.ordinal = None;
        let may_stand = group.parties.is_empty() || group.is_definite;
        // "the 1,000 it had promised".
        let owed = group.is_definite
            && (matches!(self.small(end), Some(Small::It | Small::They))
                || matches!(self.what(end), Some(What::Party(party)) if party.form == PartyForm::Name));
        (may_stand && (owed || self.may_end_number(end))).then_some((group, end))
    }

    /// Whether the number of "a 600-strong contingent" tells its size.
    fn number_is_size(&self, group: &Group) -> bool {
        group.number.as_ref().is_some_and(|(_, tokens)| {
            let last = tokens.end.saturating_sub(1);
            (last..tokens.end + 3).any(|at| self.sentence.is(at, Cue::OfSize))
                || self.sentence.word(last).contains('-')
        })
    }

    pub(super) fn between_demonyms(&self, token: usize) -> bool {
        let demonym = |what: Option<&What>| matches!(what, Some(What::Party(party)) if party.form == PartyForm::Demonym);
        let Some(before) = token.checked_sub(1) else { return false };
        demonym(self.what(token + 1)) && (demonym(self.what(before)) || self.ends_demonym(before))
    }

    /// Whether a demonym of several words ends at this token.
    fn ends_demonym(&self, token: usize) -> bool {
        (token.saturating_sub(2)..token).any(|at| {
            matches!(self.item(at), Item::Mention(Mention { what: What::Party(party), tokens, .. })
                if party.form == PartyForm::Demonym && tokens.end == token + 1)
        })
    }

    pub(super) fn is_people_noun(&self, token: usize) -> bool {
        let people = |token: usize| matches!(self.what(token), Some(What::People(_) | What::Group));
        match self.what(token) {
            Some(What::Party(party)) => {
                party.form == PartyForm::People
                    || party.form == PartyForm::Demonym && people(self.next(token))
            }
            Some(_) => people(token),
            None => self.small(token) == Some(Small::Other) && people(token + 1),
        }
    }

    /// Whether a number may end before this token without counting what follows.
    fn may_end_number(&self, token: usize) -> bool {
        match self.item(token) {
            Item::End => true,
            Item::Word(word) => match word {
                Small::Other => {
                    let is_unit = matches!(self.sentence.word(token), "%" | "/" | "x" | "°" | "$" | "-");
                    self.sentence.shape(token) == Shape::Mark && !is_unit
                }
                Small::Link(Link::Of) => {
                    self.sentence.is(token + 1, Cue::Whom)
                        || self.small(token + 1) == Some(Small::They)
                        || self.group_head(token + 1).is_some()
                }
                Small::Possessive | Small::Person | Small::It => false,
                _ => true,
            },
            Item::Mention(mention) => match &mention.what {
                // "five projects": after a number a verb would have no "s". "20 assault rifles", "12 deaths": nouns.
                What::Verb(readings) => {
                    !readings.iter().all(|reading| reading.form == VerbForm::Third)
                        && !self.is_surely_noun(token)
                }
                What::Date(_) => true,
                What::Word(class) => *class != WordClass::Pronoun,
                _ => false,
            },
        }
    }
}
