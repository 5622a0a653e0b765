//! Cuts a sentence into phrases, left to right, each token once.

use model::Party;

use crate::{Cue, Mention, PartyForm, Sense, Sentence, Tagged, Tagger, VerbForm, What, WordClass};

use super::{
    phrase::{Kind, Mark, Phrase, Time},
    small::{Link, Small},
};

/// A sentence with its mentions, so that grammar can look at any token.
#[derive(Debug)]
pub(super) struct Chunker<'s> {
    pub(super) sentence: &'s Sentence,
    mentions: &'s [Mention],
    /// For each token the mention that begins there.
    begins: Vec<Option<usize>>,
    /// What stands at each token: it is asked for many times.
    items: Vec<Item<'s>>,
    /// For each token whether it lies in a mention.
    covered: Vec<bool>,
    /// For each token its part of speech; empty where nothing tells it.
    tagged: Vec<Tagged>,
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
    pub(super) fn new(sentence: &'s Sentence, mentions: &'s [Mention], tagger: &Tagger) -> Self {
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
        let tokens = begins.len();
        let tags = tagger.tags(sentence);
        let mut own = Self { sentence, mentions, begins, items: Vec::new(), covered, tagged: tags };
        own.items = (0..tokens).map(|token| own.item_of(token)).collect();
        own
    }

    /// What stands at this token.
    pub(super) fn item(&self, token: usize) -> Item<'s> {
        self.items.get(token).copied().unwrap_or(Item::End)
    }

    fn item_of(&self, token: usize) -> Item<'s> {
        match self.begins.get(token) {
            None => Item::End,
            // "which", "their": small words, whatever else they are.
            Some(Some(index)) if matches!(self.mentions[*index].what, What::Word(WordClass::Pronoun)) => {
                Item::Word(self.sentence.small(token))
            }
            Some(Some(index)) => Item::Mention(&self.mentions[*index]),
            Some(None) if self.is_several_article(token) => Item::Word(Small::Indefinite),
            Some(None) => Item::Word(self.sentence.small(token)),
        }
    }

    /// "des policiers": an article, where no noun stands before it and no state behind.
    fn is_several_article(&self, token: usize) -> bool {
        if !self.sentence.is(token, Cue::SeveralArticle) {
            return false;
        }
        let of_state = self.begins.get(token + 1).copied().flatten().is_some_and(
            |at| matches!(&self.mentions[at].what, What::Party(party) if party.form == PartyForm::Name),
        );
        let Some(before) = token.checked_sub(1) else { return !of_state };
        let ended = self.mentions.iter().rfind(|mention| mention.tokens.end == token);
        let ties = match ended.map(|mention| &mention.what) {
            Some(What::Verb(readings)) => readings.iter().all(|reading| reading.form == VerbForm::Noun),
            Some(What::Word(_) | What::Date(_)) => false,
            Some(_) => true,
            None => {
                self.sentence.small(before) == Small::Other
                    && self.sentence.shape(before) != crate::Shape::Mark
            }
        };
        !ties && !of_state
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

    pub(super) fn tagged(&self, token: usize) -> Option<Tagged> {
        self.tagged.get(token).copied()
    }

    /// The class of the word at this token; `None` for a mention.
    pub(super) fn small(&self, token: usize) -> Option<Small> {
        if let Item::Word(word) = self.item(token) { Some(word) } else { None }
    }

    pub(super) fn is_possessive(&self, token: usize) -> bool {
        self.small(token) == Some(Small::Possessive)
    }

    pub(super) fn is_class(&self, token: usize, class: WordClass) -> bool {
        matches!(self.what(token), Some(What::Word(it)) if *it == class)
    }

    /// The phrases of the sentence.
    pub(super) fn phrases(&self) -> Vec<Phrase> {
        let mut phrases: Vec<Phrase> = Vec::new();
        let mut link: Option<(Link, usize)> = None;
        let mut token = 0;
        while token < self.sentence.tokens.len() {
            if self.is_glue(token) {
                token += 1;
            } else if let Some((kind, end)) = self.mark(token, link.is_some(), &phrases) {
                self.leave_particle(&mut link, &mut phrases);
                phrases.push(Phrase { tokens: token..end, link: None, owner: None, what: kind });
                token = end;
            } else if self.sentence.is(token, Cue::Among)
                && self.small(token + 1) == Some(Small::They)
                && self.group(token + 2).is_some()
            {
                // ", among them 30 women".
                self.leave_particle(&mut link, &mut phrases);
                link = Some((Link::Including, token));
                token += 2;
            } else if let Some(new) = self.preposition(token) {
                let new = self.direction(new, token, &phrases);
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
        if matches!(self.what(token), Some(What::Word(WordClass::According))) {
            return Some(Link::Other);
        }
        // ", counting six of them": the participle stands as a preposition.
        // "dont 24 femmes": a relative with a number behind.
        let counts = self.small(token) != Some(Small::Relative)
            || matches!(self.what(token + 1), Some(What::Number(_)));
        if self.sentence.is(token, Cue::Including) && counts
            || self.sentence.is(token, Cue::Counting) && token > 0 && self.sentence.word(token - 1) == ","
        {
            return Some(Link::Including);
        }
        // "aboard two aircraft": before a noun it is a preposition.
        if self.sentence.is(token, Cue::BoardedBy)
            && matches!(self.what(token), Some(What::Verb(_)))
            && self.opens_noun(self.next(token))
        {
            return Some(Link::On);
        }
        if self.marks_infinitive(token) {
            return None;
        }
        match self.small(token)? {
            Small::Link(link) => Some(link),
            Small::To => Some(Link::To),
            _ => None,
        }
    }

    /// "partis d'Haïti", "rentrés au Kenya": behind a verb of motion a preposition of place tells where from or where to.
    fn direction(&self, link: Link, token: usize, before: &[Phrase]) -> Link {
        if !self.sentence.order.motion_gives_direction || matches!(self.what(token + 1), Some(What::Date(_)))
        {
            return link;
        }
        let Some(last) = before.last() else { return link };
        let verb = before.iter().rev().take(4).find_map(Phrase::verb);
        let does = |senses: &[Sense]| verb.is_some_and(|verb| verb.does(senses));
        match link {
            Link::Of
                if !last.is_nominal()
                    && does(&[Sense::Arrive, Sense::Depart, Sense::Return, Sense::Withdraw]) =>
            {
                Link::From
            }
            Link::In if does(&[Sense::Depart, Sense::Return, Sense::Send]) => Link::To,
            _ => link,
        }
    }

    /// Whether an article, a number or a noun that is surely one stands here.
    fn opens_noun(&self, token: usize) -> bool {
        match self.item(token) {
            Item::Word(word) => matches!(word, Small::Definite | Small::Indefinite),
            Item::Mention(mention) => matches!(
                mention.what,
                What::Number(_) | What::Equipment(_) | What::Party(_) | What::People(_) | What::Ordinal(_)
            ),
            Item::End => false,
        }
    }

    /// Marks and the words that open or join clauses.
    /// Whether a dash or a stop joins what stands on both sides: "all-female", "at.XYZ".
    pub(super) fn is_glue(&self, token: usize) -> bool {
        let tokens = &self.sentence.tokens;
        matches!(self.sentence.word(token), "-" | "–" | "." | "/")
            && token.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| {
                tokens.get(token).is_some_and(|glue| {
                    before.end == glue.start
                        && tokens.get(token + 1).is_some_and(|next| next.start == glue.end)
                })
            })
    }

    fn mark(&self, token: usize, is_linked: bool, before: &[Phrase]) -> Option<(Kind, usize)> {
        let end = self.next(token);
        let kind = match self.item(token) {
            Item::Mention(mention) => match &mention.what {
                What::Dateline => Kind::Mark(Mark::Stop),
                What::Word(WordClass::Condition) => Kind::Tie(super::small::Tie::If),
                What::Word(WordClass::Has | WordClass::Be | WordClass::Modal)
                    if self.opens_condition(token, before) =>
                {
                    Kind::Tie(super::small::Tie::If)
                }
                _ => return None,
            },
            Item::Word(word) => match word {
                Small::And => Kind::And,
                Small::But => Kind::But,
                Small::That if points(is_linked, before) => return None,
                Small::Relative if self.preposition(token).is_some() => return None,
                Small::Relative | Small::That => Kind::Relative,
                Small::Tie(tie) => Kind::Tie(tie),
                _ if self.sentence.shape(token) == crate::Shape::Mark => {
                    Kind::Mark(match self.sentence.word(token) {
                        "," | "(" | ")" | "[" | "]" => Mark::Comma,
                        ";" | ":" | "-" | "–" | "—" | "--" => Mark::Stop,
                        "\"" | "“" | "”" | "«" | "»" | "''" | "``" => Mark::Quote,
                        _ => Mark::Other,
                    })
                }
                _ => return None,
            },
            Item::End => return None,
        };
        Some((kind, end))
    }

    /// "Had 600 come, ...", "would have come had the court not": an auxiliary before its subject stands for "if".
    fn opens_condition(&self, token: usize, before: &[Phrase]) -> bool {
        if !self.sentence.is(token, Cue::OpensCondition) {
            return false;
        }
        let opens =
            before.last().is_none_or(|last| matches!(last.what, Kind::Mark(Mark::Quote | Mark::Stop)));
        let unreal = || {
            let verb = before.iter().rev().find_map(Phrase::verb);
            self.sentence.is(token, Cue::Had)
                && verb.is_some_and(|verb| verb.is_unreal || verb.time == Time::Modal)
        };
        let subject_behind = || match self.item(token + 1) {
            Item::Word(word) => matches!(word, Small::Definite | Small::Person | Small::They | Small::It),
            Item::Mention(mention) => matches!(
                mention.what,
                What::Party(_) | What::Number(_) | What::Person(_) | What::Mission(_) | What::People(_)
            ),
            Item::End => false,
        };
        (opens || unreal()) && subject_behind()
    }

    /// The noun or verb phrase that begins at this token, with the party that owns it.
    fn phrase(
        &self,
        token: usize,
        link: Option<Link>,
        before: &[Phrase],
    ) -> Option<(Kind, Option<Party>, usize)> {
        if let Some((group, end)) = self.everybody(token, before).filter(|_| link.is_none()) {
            return Some((Kind::People(group), None, end));
        }
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

    /// Whether a noun reading is the likelier one of a word of the stage verbs: after an article, an owner, an
    /// adjective or a preposition.
    pub(super) fn reads_as_noun(&self, token: usize) -> bool {
        let Some(before) = token.checked_sub(1).filter(|before| *before < self.begins.len()) else {
            return false;
        };
        if self.sentence.shape(before) == crate::Shape::Mark {
            return false;
        }
        let opens = |at: usize| {
            matches!(
                self.sentence.small(at),
                Small::Definite | Small::Indefinite | Small::Possessive | Small::Link(_)
            )
        };
        // "This puts", "that brings": the word stands for something, and the verb is a verb.
        let points = self.sentence.is(before, Cue::Pointing)
            && self.forms(token).iter().any(|form| form.may_be_past() || *form == VerbForm::Third);
        if points {
            return false;
        }
        if opens(before) {
            return true;
        }
        // "the ceiling falls": what ends in "s" here is a verb, unless an adjective stands before it.
        let third = self.forms(token).iter().all(|form| *form == VerbForm::Third);
        if third
            && (!self.sentence.is(before, Cue::LooksLikeAdjective)
                || self.sentence.is(before, Cue::NoAdjective))
        {
            return false;
        }
        // "A gang claimed": behind an article and an unknown noun what can only be past is a verb.
        let past = self.forms(token).iter().all(|form| form.may_be_past());
        if past
            && self.sentence.small(before) == Small::Other
            && !self.covered[before]
            && !self.sentence.is(before, Cue::LooksLikeAdjective)
        {
            return false;
        }
        // An unknown word or a participle behind an article or a preposition is this one's adjective.
        let adjective = self.sentence.small(before) == Small::Other && !self.covered[before]
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

/// "in that country", "brought that country's number to": "that" points and opens no clause.
fn points(is_linked: bool, before: &[Phrase]) -> bool {
    is_linked
        || before.last().and_then(Phrase::verb).is_some_and(|verb| {
            !verb.verbs.is_empty()
                && !verb.says_any(&[
                    Sense::Say,
                    Sense::Confirm,
                    Sense::Believe,
                    Sense::Warn,
                    Sense::Deny,
                    Sense::Criticise,
                    Sense::Decide,
                    Sense::Intend,
                    Sense::Urge,
                    Sense::Propose,
                    Sense::Pledge,
                    Sense::Wish,
                ])
        })
}
