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
use model::{ClaimId, Decision, DecisionId, Document, DocumentId, Marking, MissionCode};
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
    /// How many claims of each mission have which marking.
    marked: BTreeMap<MissionCode, BTreeMap<Marking, u64>>,
    quoting: BTreeMap<DocumentId, BTreeSet<ClaimId>>,
    /// The documents that differ in who may see them alone, under the address that the open one has.
    texts: BTreeMap<DocumentId, Vec<DocumentId>>,
    documents: ByDay<DocumentId>,
}

/// By the day of publication, and of one day by the address.
type ByDay<I> = BTreeSet<(Date, I)>;

/// What a viewer may see that claims tell of a mission.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'a> {
    pub(crate) mission: &'a MissionCode,
    pub(crate) claims: u64,
    /// The first day on which one was published.
    pub(crate) first: Date,
    /// The last such day.
    pub(crate) last: Date,
}

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
                let is_new = self.documents.insert((document.published.day, of));
                if is_new {
                    self.texts.entry(document.id_under(Marking::Public)).or_default().push(of);
                }
            }
            (Entry::Claim(claim), EntryId::Claim(of)) => {
                let key = (claim.published.day, of);
                self.claims.insert(key);
                if let Some(mission) = &claim.mission
                    && self.claims_of.entry(mission.clone()).or_default().insert(key)
                {
                    let marked = self.marked.entry(mission.clone()).or_default();
                    *marked.entry(claim.marking).or_default() += 1;
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

    /// Each mission of which this viewer may see a claim.
    pub(crate) fn missions(&self, viewer: Viewer) -> impl Iterator<Item = Told<'_>> {
        self.claims_of.iter().filter_map(move |(mission, claims)| {
            let may_see =
                |id: &ClaimId| self.ledger.claim(*id).is_some_and(|held| viewer.may_see(held.claim.marking));
            let day = |(day, id): &(Date, ClaimId)| may_see(id).then_some(*day);
            let marked = self.marked.get(mission).into_iter().flatten();
            Some(Told {
                mission,
                claims: marked
                    .filter(|(marking, _)| viewer.may_see(**marking))
                    .map(|(_, claims)| claims)
                    .sum(),
                first: claims.iter().find_map(day)?,
                last: claims.iter().rev().find_map(day)?,
            })
        })
    }

    /// The documents from the one published last on, behind `after`.
    pub(crate) fn documents_before(
        &self,
        after: Option<(Date, DocumentId)>,
    ) -> impl Iterator<Item = (Date, DocumentId)> {
        before(&self.documents, after)
    }

    /// The claims from the one published last on, behind `after`; of one mission where one is named.
    pub(crate) fn claims_before<'a>(
        &'a self,
        mission: Option<&MissionCode>,
        after: Option<(Date, ClaimId)>,
    ) -> impl Iterator<Item = (Date, ClaimId)> + use<'a> {
        let order = mission.map_or(Some(&self.claims), |mission| self.claims_of.get(mission));
        order.into_iter().flat_map(move |order| before(order, after))
    }

    /// The claims that quote a document, in the same order. A document has few, and they share its day mostly.
    pub(crate) fn quoting_before(
        &self,
        document: DocumentId,
        after: Option<(Date, ClaimId)>,
    ) -> impl Iterator<Item = (Date, ClaimId)> {
        let mut keys: Vec<_> =
            self.quoting(document).map(|held| (held.claim.published.day, held.id)).collect();
        keys.sort_unstable_by(|one, other| other.cmp(one));
        keys.into_iter().filter(move |key| after.is_none_or(|after| *key < after))
    }

    /// The places of all entries from the last on, behind `after`.
    pub(crate) fn entered_before(&self, after: Option<usize>) -> impl Iterator<Item = usize> {
        let end = after.unwrap_or(self.entered.len());
        (0..end.min(self.entered.len())).rev()
    }

    /// The claims that quote a document.
    pub(crate) fn quoting(&self, document: DocumentId) -> impl Iterator<Item = &ledger::Held> {
        self.quoting.get(&document).into_iter().flatten().filter_map(|id| self.ledger.claim(*id))
    }

    /// The documents with the address and the text of this one, in the order of entering: it itself, and those marked otherwise.
    pub(crate) fn of_one_text(&self, document: &Document) -> impl Iterator<Item = &Document> {
        let of = self.texts.get(&document.id_under(Marking::Public));
        of.into_iter().flatten().filter_map(|id| self.ledger.document(*id))
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
fn before<K: Ord + Copy>(order: &BTreeSet<K>, after: Option<K>) -> impl Iterator<Item = K> {
    let end = after.map_or(Bound::Unbounded, Bound::Excluded);
    order.range((Bound::Unbounded, end)).rev().copied()
}
