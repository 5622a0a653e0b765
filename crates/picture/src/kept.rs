//! A kept picture: a ledger with the answers given from it, so that what did not change is not worked out again.

use std::{collections::BTreeSet, sync::Arc};

use ledger::{Entry, Ledger, Recorded};
use model::{Claim, DocumentId};

use crate::{
    Asked, Change, History, Picture, change::between, fit::Memo, gather::is_known, history::history_with,
    picture::picture_with,
};

/// So many questions are kept with their pictures; of more, those asked longest ago are left.
const QUESTIONS: usize = 64;

/// A ledger that is added to, and what was answered from it.
///
/// It answers as [`picture`](crate::picture()) does, always; it keeps two things. The pictures of the last 64 questions,
/// each until an entry comes that may change it: a claim of its mission, published by its knowledge day and open to
/// its viewer; any decision; a document that claims were waiting for. And every group of claims that was solved, by its
/// content, up to a bound in memory: after a new claim only the groups that it belongs to are solved again. A group is
/// found again only by who fits the same claims, so viewers share nothing that one of them may not see.
#[derive(Debug, Default)]
pub struct Kept {
    ledger: Ledger,
    memo: Memo,
    /// The question asked last comes last.
    answers: Vec<(Asked, Arc<Picture>)>,
    /// Documents that claims quote and that are not in the ledger.
    awaited: BTreeSet<DocumentId>,
}

impl Kept {
    /// Of this ledger, with nothing answered as yet.
    #[must_use]
    pub fn new(ledger: Ledger) -> Self {
        let quoted = ledger.claims().filter_map(|held| quoted(&held.claim));
        let awaited = quoted.filter(|id| ledger.document(*id).is_none()).collect();
        Self { ledger, memo: Memo::default(), answers: Vec::new(), awaited }
    }

    /// The ledger with all that was added.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Adds one recorded entry, and leaves the pictures that it may change.
    pub fn add(&mut self, recorded: Recorded) {
        match &recorded.entry {
            Entry::Claim(claim) => {
                self.answers.retain(|(asked, _)| !is_known(claim, asked));
                self.awaited.extend(quoted(claim).filter(|id| self.ledger.document(*id).is_none()));
            }
            // A ruling reaches from pair to pair, through claims of whatever mission.
            Entry::Decision(_) => self.answers.clear(),
            Entry::Document(document) => {
                if self.awaited.remove(&document.id()) {
                    self.answers.clear();
                }
            }
        }
        self.ledger.add(recorded);
    }

    /// The picture that the ledger gives for what is asked; while nothing changes, the same one.
    pub fn picture(&mut self, asked: &Asked) -> Arc<Picture> {
        let known = self.answers.iter().position(|(known, _)| known == asked);
        let (asked, picture) = match known {
            Some(place) => self.answers.remove(place),
            None => (asked.clone(), Arc::new(picture_with(&self.ledger, asked, &mut self.memo))),
        };
        if self.answers.len() >= QUESTIONS {
            self.answers.remove(0);
        }
        self.answers.push((asked, Arc::clone(&picture)));
        picture
    }

    /// The history that the ledger gives, as [`history`](crate::history()) tells it; of a group of claims that was solved
    /// before, for a picture or a history, only what it says is told again.
    pub fn history(&mut self, asked: &Asked) -> History {
        history_with(&self.ledger, asked, &mut self.memo)
    }

    /// What differs between the pictures of two questions, as [`change`](crate::change()) tells it.
    pub fn change(&mut self, before: &Asked, after: &Asked) -> Change {
        let (then, now) = (self.picture(before), self.picture(after));
        between((&self.ledger, &then), (&self.ledger, &now))
    }
}

fn quoted(claim: &Claim) -> Option<DocumentId> {
    claim.quote().map(|quote| quote.document)
}
