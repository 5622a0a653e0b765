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
    /// "two mine-resistant vehicles", "another 24 MRAPs", "heavy armoured equipment".
    pub(super) fn kit(&self, start: usize) -> Option<(Kit, usize)> {
        let mut token = start;
        let mut number: Option<(Quantity, Range<usize>)> = None;
        let mut is_additional = false;
        let mut adjectives = 0;
        loop {
            match self.item(token) {
                Item::Mention(mention) => match &mention.what {
                    What::Number(quantity) if number.is_none() => {
                        number = Some((*quantity, mention.tokens.clone()));
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
                    // "24 MaxxPro mine-resistant vehicles": one thing by two names.
                    What::Equipment(_)
                        if matches!(self.what(mention.tokens.end), Some(What::Equipment(_))) => {}
                    What::Equipment(kind) => {
                        return Some((Kit { number, kind: kind.clone(), is_additional }, mention.tokens.end));
                    }
                    _ => return None,
                },
                Item::Word(Small::Definite | Small::Indefinite) if token == start => {}
                // "200 sets of body armour".
                Item::Word(Small::Link(Link::Of))
                    if token > start && self.sentence.is(token - 1, Cue::KitMeasure) => {}
                Item::Word(Small::Other) if adjectives < 3 => adjectives += 1,
                Item::Word(_) | Item::End => return None,
            }
            token = self.next(token);
        }
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
