//! Pieces of equipment and sums of money: "two mine-resistant vehicles", "another $40.7 million".

use std::ops::Range;

use model::Quantity;

use crate::{Cue, PartyForm, What, WordClass};

use super::{
    chunker::{Chunker, Item},
    phrase::{Kit, Sum},
    small::{Link, Small},
};

impl Chunker<'_> {
    /// "two mine-resistant vehicles", "another 24 MRAPs", "heavy armoured equipment", "20 of the 80 trucks".
    pub(super) fn kit(&self, start: usize) -> Option<(Kit, usize)> {
        let mut token = start;
        let mut number: Option<(Quantity, Range<usize>)> = None;
        let mut whole: Option<(Quantity, Range<usize>)> = None;
        let mut is_additional = false;
        let mut is_part = false;
        let mut adjectives = 0;
        loop {
            match self.item(token) {
                Item::Mention(mention) => match &mention.what {
                    What::Number(quantity) if number.is_none() && !is_part => {
                        number = Some((*quantity, mention.tokens.clone()));
                    }
                    What::Number(quantity) if whole.is_none() && is_part => {
                        whole = Some((*quantity, mention.tokens.clone()));
                    }
                    What::Word(WordClass::Additional) => is_additional = true,
                    What::Word(WordClass::Only | WordClass::Total) | What::Ordinal(_) => {}
                    What::Party(party) if party.form == PartyForm::Demonym => {}
                    // "Ruritania supplies": a word for equipment that is a verb here.
                    What::Party(_) if token == start && self.is_also_verb(mention.tokens.end) => return None,
                    // "two US Air Force planes", "a military aircraft".
                    What::Party(_) | What::People(_) | What::Office(_) | What::Unit(_) | What::Mission(_)
                        if matches!(
                            self.what(mention.tokens.end),
                            Some(What::Equipment(_) | What::Office(_) | What::Unit(_))
                        ) => {}
                    // "three Tiger helicopters": the make. "24 MaxxPro mine-resistant vehicles": one thing by two names.
                    What::Name(_) | What::Equipment(_)
                        if matches!(self.what(mention.tokens.end), Some(What::Equipment(_))) => {}
                    // "a drone team": people.
                    What::Equipment(_)
                        if matches!(
                            self.what(mention.tokens.end),
                            Some(What::Group | What::People(_) | What::Unit(_))
                        ) =>
                    {
                        return None;
                    }
                    What::Equipment(kind) => {
                        let mut end = mention.tokens.end;
                        if whole.is_none() && number.is_some() {
                            whole = self.whole_behind(&mut end);
                        }
                        let kind = kind.clone();
                        let article = self.sentence.is(start, Cue::OneArticle).then_some(start..start + 1);
                        let article = article.filter(|_| number.is_none());
                        return Some((Kit { number, kind, is_additional, out_of: whole, article }, end));
                    }
                    // "sets" may be a verb too.
                    _ if number.is_some() && self.sentence.is(token, Cue::KitMeasure) => {}
                    _ => return None,
                },
                Item::Word(Small::Definite | Small::Indefinite) if token == start => {}
                // "200 sets of body armour".
                Item::Word(Small::Link(Link::Of))
                    if token > start && self.sentence.is(token - 1, Cue::KitMeasure) => {}
                // "20 of the 80 trucks", "the last of 34 trucks".
                Item::Word(Small::Link(Link::Of)) if !is_part && self.counts(token, number.as_ref()) => {
                    is_part = true;
                }
                Item::Word(Small::Definite) if is_part && self.small(token - 1).is_some() => {}
                Item::Word(Small::Other) if adjectives < 3 => adjectives += 1,
                Item::Word(_) | Item::End => return None,
            }
            token = self.next(token);
        }
    }

    /// Whether the "of" at a token stands right behind a number, or behind an ordinal that counts.
    fn counts(&self, of: usize, number: Option<&(Quantity, Range<usize>)>) -> bool {
        let ordinal = of > 0 && matches!(self.what(of - 1), Some(What::Ordinal(_)));
        ordinal || number.is_some_and(|(_, tokens)| tokens.end == of)
    }

    /// "ten vehicles out of 34": the whole behind the noun.
    fn whole_behind(&self, end: &mut usize) -> Option<(Quantity, Range<usize>)> {
        let of = self.sentence.is(*end, Cue::OutOfWhole).then(|| self.next(*end))?;
        let Item::Mention(mention) = self.item(of) else { return None };
        let What::Number(quantity) = &mention.what else { return None };
        *end = mention.tokens.end;
        Some((*quantity, mention.tokens.clone()))
    }

    /// Whether the mention at a token can be a verb too.
    fn is_also_verb(&self, token: usize) -> bool {
        let Item::Mention(mention) = self.item(token) else { return false };
        mention
            .inner
            .iter()
            .any(|inner| matches!(inner.what, What::Verb(_)) && inner.tokens == mention.tokens)
    }

    /// "another $40.7 million".
    pub(super) fn sum(&self, start: usize) -> Option<(Sum, usize)> {
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
}
