//! A sentence as the model sees it: its words, with a class in the place of every name, number and date, so that nothing is learnt of one
//! country or one figure.

use std::ops::Range;

use crate::{Mention, MissionMention, PartyForm, Sentence, What, report::Report};

/// A word, or what stands for a mention of several.
#[derive(Clone, Debug)]
pub(super) struct Item<'s> {
    pub(super) word: &'s str,
    pub(super) tokens: Range<usize>,
}

/// A sentence, item by item.
#[derive(Clone, Debug)]
pub(super) struct Line<'s> {
    pub(super) items: Vec<Item<'s>>,
}

impl<'s> Line<'s> {
    pub(super) fn new(sentence: &'s Sentence, mentions: &'s [Mention], report: &Report) -> Self {
        let mut items = Vec::with_capacity(sentence.tokens.len());
        let mut mentions = mentions.iter().peekable();
        let mut token = 0;
        while token < sentence.tokens.len() {
            while mentions.peek().is_some_and(|mention| mention.tokens.start < token) {
                mentions.next();
            }
            let mention = mentions.peek().filter(|mention| mention.tokens.start == token);
            let named = mention.and_then(|mention| Some((class(mention, sentence, report)?, mention)));
            match named {
                Some((word, mention)) if mention.tokens.end > token => {
                    items.push(Item { word, tokens: mention.tokens.clone() });
                    token = mention.tokens.end;
                }
                _ => {
                    items.push(Item { word: sentence.word(token), tokens: token..token + 1 });
                    token += 1;
                }
            }
        }
        Self { items }
    }

    /// The item that holds a token.
    pub(super) fn of(&self, token: usize) -> usize {
        self.items.partition_point(|item| item.tokens.end <= token)
    }

    /// The word of an item; empty beyond either end.
    pub(super) fn word(&self, at: Option<usize>) -> &'s str {
        at.and_then(|at| self.items.get(at)).map_or("", |item| item.word)
    }

    /// The first token of an item.
    pub(super) fn token(&self, at: usize) -> usize {
        self.items.get(at).map_or(0, |item| item.tokens.start)
    }
}

/// What stands for a mention; `None` where its words themselves do.
fn class<'s>(mention: &Mention, sentence: &'s Sentence, report: &Report) -> Option<&'s str> {
    let last = || sentence.word(mention.tokens.end.saturating_sub(1));
    Some(match &mention.what {
        What::Number(_) => "<n>",
        What::Percent(_) => "<percent>",
        What::Money(_) => "<sum>",
        What::Date(_) => "<date>",
        What::Dateline => "<dateline>",
        What::Duration(_) => "<length>",
        What::Ordinal(_) => "<nth>",
        What::Party(party) if Some(party.party) == report.host => "<host>",
        What::Party(party) if !party.party.is_state() => "<body>",
        What::Party(party) => match party.form {
            PartyForm::Name => "<state>",
            PartyForm::Demonym => "<demonym>",
            PartyForm::People => "<nationals>",
            PartyForm::Capital => "<capital>",
            PartyForm::Organ => "<government>",
        },
        What::Mission(MissionMention::Named(_)) => "<mission>",
        What::Unit(_) => "<unit>",
        What::Place(_) => "<place>",
        What::Person(_) => "<person>",
        What::Name(_) => "<name>",
        What::Instrument(_) => "<text>",
        What::Aside => "<aside>",
        What::Office(_)
        | What::People(_)
        | What::Equipment(_)
        | What::Group
        | What::Site(_)
        | What::Mission(MissionMention::Generic) => last(),
        What::MoneyNoun | What::Verb(_) | What::Word(_) => return None,
    })
}
