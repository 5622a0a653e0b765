//! All of the ledger in memory, with the orders in which lists go through it.
//!
//! A list is read in pieces: the ledger is held for a moment, so and so many keys are looked at, and it is let go before the
//! next, so that whoever writes never waits for a long search.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::{Bound, Deref},
};

use jiff::{Timestamp, civil::Date};
use ledger::{Entry, EntryHash, EntryId, Ledger, Recorded, Seq};
use model::{ClaimId, Decision, DecisionId, DocumentId, MissionCode};
use picture::Viewer;

/// All of it; read as the [`Ledger`] it is.
#[derive(Debug, Default)]
pub(crate) struct All {
    ledger: Ledger,
    /// Each entry, the first in the first place.
    entered: Vec<Place>,
    /// The places of documents and decisions; a claim knows its own.
    places: BTreeMap<EntryId, Seq>,
    claims: ByDay<ClaimId>,
    claims_of: BTreeMap<MissionCode, ByDay<ClaimId>>,
    quoting: BTreeMap<DocumentId, BTreeSet<ClaimId>>,
    documents: ByDay<DocumentId>,
}

/// By the day of publication, and of one day by the address.
pub(crate) type ByDay<I> = BTreeSet<(Date, I)>;

/// An entry's place in the chain.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) id: EntryId,
    pub(crate) seq: Seq,
    pub(crate) entered: Timestamp,
    pub(crate) hash: EntryHash,
    /// How many decisions there were before.
    decisions: usize,
}

impl All {
    /// Adds what was recorded.
    pub(crate) fn add(&mut self, recorded: Recorded) {
        let id = recorded.entry.id();
        self.entered.push(Place {
            id,
            seq: recorded.seq,
            entered: recorded.entered,
            hash: recorded.hash,
            decisions: self.ledger.decisions().count(),
        });
        match (&recorded.entry, id) {
            (Entry::Document(document), EntryId::Document(of)) => {
                self.documents.insert((document.published.day, of));
            }
            (Entry::Claim(claim), EntryId::Claim(of)) => {
                let key = (claim.published.day, of);
                self.claims.insert(key);
                if let Some(mission) = &claim.mission {
                    self.claims_of.entry(mission.clone()).or_default().insert(key);
                }
                if let Some(quote) = claim.quote() {
                    self.quoting.entry(quote.document).or_default().insert(of);
                }
            }
            _ => {}
        }
        if !matches!(id, EntryId::Claim(_)) {
            self.places.insert(id, recorded.seq);
        }
        self.ledger.add(recorded);
    }

    /// The documents, by the day of publication.
    pub(crate) fn documents_by_day(&self) -> &ByDay<DocumentId> {
        &self.documents
    }

    /// The claims, by the day of publication; of one mission where one is named.
    pub(crate) fn claims_by_day(&self, mission: Option<&MissionCode>) -> Option<&ByDay<ClaimId>> {
        mission.map_or(Some(&self.claims), |mission| self.claims_of.get(mission))
    }

    /// The claims that quote a document.
    pub(crate) fn quoting(&self, document: DocumentId) -> impl Iterator<Item = &ledger::Held> {
        self.quoting.get(&document).into_iter().flatten().filter_map(|id| self.ledger.claim(*id))
    }

    /// How many entries there are.
    pub(crate) fn len(&self) -> usize {
        self.entered.len()
    }

    /// The entry at this place, counted from 0.
    pub(crate) fn entry(&self, place: usize) -> Option<Place> {
        self.entered.get(place).copied()
    }

    /// Where in the chain an entry stands.
    pub(crate) fn place(&self, id: EntryId) -> Option<Place> {
        let seq = match id {
            EntryId::Claim(claim) => self.ledger.claim(claim)?.seq,
            EntryId::Document(_) | EntryId::Decision(_) => *self.places.get(&id)?,
        };
        let index = usize::try_from(seq.0).ok()?.checked_sub(1)?;
        self.entry(index).filter(|place| place.id == id)
    }

    /// The decision at this place; none where another kind of entry stands there.
    pub(crate) fn decision(&self, place: &Place) -> Option<&Decision> {
        let EntryId::Decision(DecisionId(_)) = place.id else { return None };
        self.ledger.decisions().nth(place.decisions)
    }

    /// Whether this viewer may see what stands at this place.
    pub(crate) fn may_see(&self, place: &Place, viewer: Viewer) -> bool {
        let may_see = |marking| viewer.may_see(marking);
        match place.id {
            EntryId::Document(id) => self.ledger.document(id).is_some_and(|it| may_see(it.marking)),
            EntryId::Claim(id) => self.ledger.claim(id).is_some_and(|held| may_see(held.claim.marking)),
            EntryId::Decision(_) => {
                self.decision(place).is_some_and(|it| self.ledger.may_see_decision(it, &may_see))
            }
        }
    }
}

impl Deref for All {
    type Target = Ledger;

    fn deref(&self) -> &Ledger {
        &self.ledger
    }
}

/// The keys before `after`, or from the last, backwards: the newest come first.
pub(crate) fn before<K: Ord + Copy>(order: &BTreeSet<K>, after: Option<K>) -> impl Iterator<Item = K> {
    let end = after.map_or(Bound::Unbounded, Bound::Excluded);
    order.range((Bound::Unbounded, end)).rev().copied()
}
