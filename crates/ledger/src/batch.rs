//! A batch: entries judged one after the other, each as if those before it stood in the ledger already.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::{Entry, EntryId, Head, Known, Outcome, Recorded, Seq, judge};

/// Entries on their way into a ledger.
///
/// Whoever keeps the entries looks up what the batch [`asks`](Self::asks) for, enters one entry after the other and then
/// writes what is [`written`](Self::into_written), all or nothing.
#[derive(Clone, Debug)]
pub struct Batch {
    head: Option<Head>,
    entered: Timestamp,
    held: BTreeMap<EntryId, Recorded>,
    places: BTreeMap<EntryId, usize>,
    written: Vec<Written>,
}

/// An entry that is to be written, with its address and its content, so that neither is made twice.
#[derive(Clone, Debug)]
pub struct Written {
    /// The address of its content.
    pub id: EntryId,
    /// [`Entry::content`].
    pub content: String,
    /// The entry in its place.
    pub recorded: Recorded,
}

impl Batch {
    /// The addresses that the outcome of this entry hangs on, its own among them.
    pub fn asks(id: EntryId, entry: &Entry) -> impl Iterator<Item = EntryId> {
        let quoted = match entry {
            Entry::Claim(claim) => claim.quote().map(|quote| EntryId::Document(quote.document)),
            Entry::Document(_) | Entry::Decision(_) => None,
        };
        let decided = match entry {
            Entry::Decision(decision) => [Some(decision.claim), decision.ruling.other()],
            Entry::Document(_) | Entry::Claim(_) => [None, None],
        };
        [Some(id), quoted].into_iter().chain(decided.map(|claim| claim.map(EntryId::Claim))).flatten()
    }

    /// A batch behind `head`, entered at this moment, or with the head where the clock runs behind it.
    ///
    /// `known` is what the ledger holds of the entries that the batch asks for.
    #[must_use]
    pub fn new(
        head: Option<Head>,
        entered: Timestamp,
        known: impl IntoIterator<Item = (EntryId, Recorded)>,
    ) -> Self {
        Self {
            head,
            entered: head.map_or(entered, |head| entered.max(head.entered)),
            held: known.into_iter().collect(),
            places: BTreeMap::new(),
            written: Vec::new(),
        }
    }

    /// The outcome for this entry, whose address is `id`.
    pub fn enter(&mut self, id: EntryId, entry: Entry) -> Outcome {
        let outcome = judge(&entry, &self.known(id, &entry), Seq::after(self.head.as_ref()), self.entered);
        if matches!(outcome, Outcome::Entered(_)) {
            let content = entry.content();
            let recorded = Recorded::with_content(self.head.as_ref(), self.entered, entry, &content);
            self.head = Some(recorded.head());
            self.places.insert(id, self.written.len());
            self.written.push(Written { id, content, recorded });
        }
        outcome
    }

    /// What is to be written, in order.
    #[must_use]
    pub fn into_written(self) -> Vec<Written> {
        self.written
    }

    fn known(&self, id: EntryId, entry: &Entry) -> Known<'_> {
        let mut known = Known { same: self.find(id), document: None, claims: BTreeSet::new() };
        for asked in Self::asks(id, entry).skip(1) {
            match (asked, self.find(asked).map(|recorded| &recorded.entry)) {
                (EntryId::Document(_), Some(Entry::Document(document))) => known.document = Some(document),
                (EntryId::Claim(claim), Some(_)) => {
                    known.claims.insert(claim);
                }
                _ => {}
            }
        }
        known
    }

    fn find(&self, id: EntryId) -> Option<&Recorded> {
        let new = || self.places.get(&id).map(|place| &self.written[*place].recorded);
        self.held.get(&id).or_else(new)
    }
}
