//! Short names that a text gives itself: "the Ruritania Defence Force (RDF)" makes "RDF" that force for the rest of the text,
//! whatever a lexicon knows it as.

use std::collections::BTreeMap;

use crate::{Cue, Mention, PartyForm, Sentence, Shape, What};

/// The longest short name.
const MOST_LETTERS: usize = 8;

/// The short names that a text has given so far, by their lower-cased letters.
pub(super) type ShortNames = BTreeMap<String, What>;

/// Learns the short names of a sentence, and puts those known in the place of what a lexicon makes of them.
pub(super) fn apply(sentence: &Sentence, mentions: &mut [Mention], known: &mut ShortNames) {
    for mention in mentions.iter() {
        let end = mention.tokens.end;
        if sentence.word(end) != "(" || sentence.word(end + 2) != ")" || !names_body(&mention.what) {
            continue;
        }
        let word = sentence.word(end + 1);
        let is_short = sentence.shape(end + 1) == Shape::Upper && word.len() <= MOST_LETTERS;
        let first = sentence.word(mention.tokens.start);
        let opens =
            sentence.is(mention.tokens.start, Cue::The) || word.chars().next() == first.chars().next();
        if is_short && opens {
            known.insert(word.to_owned(), mention.what.clone());
        }
    }
    if known.is_empty() {
        return;
    }
    for mention in mentions.iter_mut().filter(|mention| mention.tokens.len() == 1) {
        let token = mention.tokens.start;
        if sentence.shape(token) == Shape::Upper
            && let Some(what) = known.get(sentence.word(token))
            && !matches!(mention.what, What::Mission(_))
        {
            mention.what = what.clone();
            mention.inner.clear();
        }
    }
}

/// Whether a mention names a body of a party: a force, an organ, a unit.
fn names_body(what: &What) -> bool {
    match what {
        What::Unit(unit) => unit.party.is_some(),
        What::Office(office) => office.party.is_some(),
        What::Party(party) => party.form == PartyForm::Organ,
        _ => false,
    }
}
