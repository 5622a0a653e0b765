//! The ledger as it is read: every document, claim and decision, and how each claim stands.

use std::collections::BTreeMap;

use jiff::Timestamp;
use model::{Claim, ClaimId, Decision, Document, DocumentId, Ruling};

use crate::{Entry, Recorded, Seq};

/// What is in the ledger, in memory, in the order of entering.
///
/// Built by replaying recorded entries up to a moment: "as entered by" leaves later entries out and never changes
/// once that moment has passed.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    documents: BTreeMap<DocumentId, Document>,
    claims: BTreeMap<ClaimId, Held>,
    decisions: Vec<(Seq, Decision)>,
}

/// A claim as the ledger holds it.
#[derive(Clone, Debug)]
pub struct Held {
    /// The address of the claim.
    pub id: ClaimId,
    /// Its place in the ledger.
    pub seq: Seq,
    /// When it was entered: the ledger's clock, beside `claim.published`.
    pub entered: Timestamp,
    /// The claim.
    pub claim: Claim,
}

/// How a claim stands after all decisions on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has ruled on it: it counts.
    Undecided,
    /// Ruled right: it counts.
    Accepted,
    /// Ruled out: it does not count, and is still shown.
    Rejected,
    /// Another claim stands in its place.
    Replaced(ClaimId),
}

impl Ledger {
    /// The ledger after these entries, leaving out what was entered after `until`.
    #[must_use]
    pub fn replay(entries: impl IntoIterator<Item = Recorded>, until: Option<Timestamp>) -> Self {
        let mut ledger = Self::default();
        for recorded in entries {
            if until.is_none_or(|until| recorded.entered <= until) {
                ledger.add(recorded);
            }
        }
        ledger
    }

    /// Adds one recorded entry; an entry that is there already is left as it is.
    pub fn add(&mut self, Recorded { seq, entered, entry, .. }: Recorded) {
        match entry {
            Entry::Document(document) => {
                self.documents.entry(document.id()).or_insert(document);
            }
            Entry::Claim(claim) => {
                let id = claim.id();
                self.claims.entry(id).or_insert(Held { id, seq, entered, claim });
            }
            Entry::Decision(decision) => self.decisions.push((seq, decision)),
        }
    }

    /// Each document, by its address.
    pub fn documents(&self) -> impl Iterator<Item = (DocumentId, &Document)> {
        self.documents.iter().map(|(id, document)| (*id, document))
    }

    /// One document.
    #[must_use]
    pub fn document(&self, id: DocumentId) -> Option<&Document> {
        self.documents.get(&id)
    }

    /// Each claim, by its address, so that the order of entering never shows.
    pub fn claims(&self) -> impl Iterator<Item = &Held> {
        self.claims.values()
    }

    /// One claim.
    #[must_use]
    pub fn claim(&self, id: ClaimId) -> Option<&Held> {
        self.claims.get(&id)
    }

    /// Each decision, in the order of entering.
    pub fn decisions(&self) -> impl Iterator<Item = &Decision> {
        self.decisions.iter().map(|(_, decision)| decision)
    }

    /// The sentence or line a claim stands in.
    #[must_use]
    pub fn words(&self, claim: &Claim) -> Option<&str> {
        let quote = claim.quote()?;
        quote.at.of(&self.document(quote.document)?.text)
    }

    /// How a claim stands: the last of accept, reject and replace on it.
    #[must_use]
    pub fn standing(&self, id: ClaimId) -> Standing {
        self.decisions().filter(|decision| decision.claim == id).fold(
            Standing::Undecided,
            |standing, decision| match decision.ruling {
                Ruling::Accept => Standing::Accepted,
                Ruling::Reject => Standing::Rejected,
                Ruling::Replace { with } => Standing::Replaced(with),
                Ruling::SameAs { .. } | Ruling::NotSame { .. } => standing,
            },
        )
    }

    /// Whether a person ruled these two to tell of one event (`Some(true)`), of two (`Some(false)`), or not at all.
    #[must_use]
    pub fn ruled_same(&self, one: ClaimId, other: ClaimId) -> Option<bool> {
        let pair = |decision: &Decision, named: ClaimId| {
            (decision.claim, named) == (one, other) || (decision.claim, named) == (other, one)
        };
        self.decisions().fold(None, |ruled, decision| match decision.ruling {
            Ruling::SameAs { other } if pair(decision, other) => Some(true),
            Ruling::NotSame { other } if pair(decision, other) => Some(false),
            _ => ruled,
        })
    }
}

impl Standing {
    /// Whether the claim counts in a picture.
    #[must_use]
    pub fn counts(self) -> bool {
        matches!(self, Self::Undecided | Self::Accepted)
    }
}
