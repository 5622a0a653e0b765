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
/// So much do the kept pictures tell together, in claims told of; beyond that the last one alone is kept.
const TOLD: usize = 350_000;
/// What a claim told of in a picture takes, with the words beside it: 24 MB of a mission of 19,158 claims.
const BYTES_TOLD: usize = 180;

/// A ledger that is added to, and what was answered from it.
///
/// It answers as [`picture`](crate::picture()) does, always; it keeps two things. The pictures of the last 64 questions (of
/// a large mission, of the last few), each until an entry comes that may change it: a claim of its mission, published by its knowledge day and open to
/// its viewer; any decision; a document that claims were waiting for. And every group of claims that was solved, by its
/// content, up to a bound in memory: after a new claim only the groups that it belongs to are solved again. A group is
/// found again only by who fits the same claims, so viewers share nothing that one of them may not see.
#[derive(Debug, Default)]
pub struct Kept {
    ledger: Ledger,
    memo: Memo,
    /// The question asked last comes last.
    answers: Vec<Answer>,
    /// Documents that claims quote and that are not in the ledger.
    awaited: BTreeSet<DocumentId>,
}

/// A question, and what was answered to it.
#[derive(Debug)]
struct Answer {
    asked: Asked,
    picture: Arc<Picture>,
    told: usize,
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
                self.answers.retain(|answer| !is_known(claim, &answer.asked));
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
        let known = self.answers.iter().position(|answer| answer.asked == *asked);
        let answer = if let Some(place) = known {
            self.answers.remove(place)
        } else {
            let picture = Arc::new(picture_with(&self.ledger, asked, &mut self.memo));
            Answer { asked: asked.clone(), told: told(&picture), picture }
        };
        let mut left = TOLD.saturating_sub(answer.told);
        let fits = |it: &&Answer| left.checked_sub(it.told).map(|less| left = less).is_some();
        let kept = self.answers.iter().rev().take(QUESTIONS - 1).take_while(fits).count();
        self.answers.drain(..self.answers.len() - kept);
        let picture = Arc::clone(&answer.picture);
        self.answers.push(answer);
        picture
    }

    /// About how many bytes the pictures and the solved groups take that are kept.
    #[must_use]
    pub fn takes(&self) -> usize {
        self.memo.takes() + BYTES_TOLD * self.answers.iter().map(|answer| answer.told).sum::<usize>()
    }

    /// Leaves every picture and solved group: they are worked out again when they are asked for.
    pub fn leave(&mut self) {
        (self.answers, self.memo) = (Vec::new(), Memo::default());
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

/// How many claims a picture tells of, each as often as it does.
fn told(picture: &Picture) -> usize {
    let figures = picture.lines.iter().flat_map(|line| line.stages.values().chain(&line.promised_in_all));
    let figures: usize = figures.map(|figure| figure.claims.len()).sum();
    let counts: usize = picture.lines.iter().map(|line| line.counts.len()).sum();
    let outvoted = picture.disputes.iter().flat_map(|dispute| &dispute.outvoted);
    let disputes: usize = outvoted.map(|left| left.said.claims.len() + left.by.len()).sum();
    let taken: usize = picture.disputes.iter().map(|dispute| dispute.taken.claims.len()).sum();
    figures + counts + disputes + taken
}

fn quoted(claim: &Claim) -> Option<DocumentId> {
    claim.quote().map(|quote| quote.document)
}
