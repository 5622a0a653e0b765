//! Shallow syntax: the phrases of a sentence, its clauses, and who does what in each.

mod actor;
mod apposed;
mod chunker;
mod group;
mod group_head;
mod growing;
mod noun;
mod phrase;
mod segment;
mod small;
mod split;
mod things;
mod told;
mod verb_chain;
mod verb_group;

use crate::{Mention, Sentence, Tagger};

pub(crate) use phrase::{Actor, Group, Head, Kind, Kit, Mark, OutOf, Phrase, Role, Sum, Time, VerbGroup};
pub(crate) use small::{Link, Small, Tie};
pub(crate) use split::{Clause, Hangs};

/// A sentence as rules see it.
#[derive(Debug)]
pub(crate) struct Parse {
    /// Its phrases, in order.
    pub(crate) phrases: Vec<Phrase>,
    /// Its clauses, in the order of their verbs.
    pub(crate) clauses: Vec<Clause>,
}

impl Parse {
    /// Parses a sentence with its mentions.
    pub(crate) fn new(sentence: &Sentence, mentions: &[Mention], tagger: &Tagger) -> Self {
        let mut phrases = chunker::Chunker::new(sentence, mentions, tagger).phrases();
        apposed::seats(&mut phrases);
        apposed::sums(&mut phrases, None);
        apposed::shares(&mut phrases, sentence);
        apposed::merge(&mut phrases, sentence);
        let clauses = split::clauses(&mut phrases, sentence);
        Self { phrases, clauses }
    }

    /// Reads amounts without a currency as sums in that of the sum spoken of last.
    pub(crate) fn carry(&mut self, last: Option<crate::Money>) {
        apposed::sums(&mut self.phrases, last);
    }
}
