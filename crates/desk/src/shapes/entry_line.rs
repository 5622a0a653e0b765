//! An entry of the ledger as a line of a list.

use jiff::Timestamp;
use ledger::{EntryHash, EntryId, Seq};
use model::{Decision, Document};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    sentence,
    server::all::{All, Place},
};

use super::{ClaimSource, claim_card};

/// An entry: a document, a claim or a decision, and when it was entered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EntryLine)]
pub(crate) struct EntryLine {
    /// Its address.
    pub(crate) id: String,
    /// What it is.
    pub(crate) kind: EntryKind,
    /// When it was entered.
    #[schema(value_type = String, format = DateTime)]
    pub(crate) entered: Timestamp,
    /// What it says, in a line: a document's title, a claim's sentence, what was ruled on which claim.
    pub(crate) words: String,
    /// The mission that a claim is of, or the claim that was ruled on.
    pub(crate) mission: Option<String>,
    /// Who may see it; a decision is seen by whoever sees all the claims that it names.
    pub(crate) marking: Option<String>,
    /// Who entered it by hand, or decided; none: it was read from a document.
    pub(crate) by: Option<String>,
    /// Why it was decided so.
    pub(crate) why: Option<String>,
    /// The claim that was ruled on.
    pub(crate) claim: Option<String>,
    /// The document, or the one that a claim stands in.
    pub(crate) document: Option<String>,
    /// Its place in the chain, from 1 on; staff alone are told, as places tell of entries that are hidden from others.
    pub(crate) place: Option<u64>,
    /// The hash that ties it to all entries before, likewise.
    pub(crate) hash: Option<String>,
}

/// The kinds of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum EntryKind {
    /// A text that claims stand in.
    Document,
    /// What was said.
    Claim,
    /// What a person ruled on a claim.
    Decision,
}

impl EntryLine {
    /// What stands at this place; `chained`: with its place and hash.
    pub(crate) fn of(all: &All, place: &Place, chained: bool) -> Option<Self> {
        let bare = Self {
            id: place.id.to_string(),
            kind: (&place.id).into(),
            entered: place.entered,
            words: String::new(),
            mission: None,
            marking: None,
            by: None,
            why: None,
            claim: None,
            document: None,
            place: chained.then_some(place.seq).map(|Seq(seq)| seq),
            hash: chained.then_some(place.hash).map(|hash: EntryHash| hash.to_string()),
        };
        match place.id {
            EntryId::Document(id) => Some(bare.with_document(all.document(id)?)),
            EntryId::Claim(id) => bare.with_claim(all, id),
            EntryId::Decision(_) => Some(bare.with_decision(all, all.decision(place)?)),
        }
    }

    fn with_document(self, document: &Document) -> Self {
        Self {
            words: document.title.to_string(),
            marking: Some(document.marking.to_string()),
            document: Some(self.id.clone()),
            ..self
        }
    }

    fn with_claim(self, all: &All, id: model::ClaimId) -> Option<Self> {
        let claim = &all.claim(id)?.claim;
        let (by, document) = match claim_card::source(all, claim) {
            ClaimSource::ByHand { by } => (Some(by), None),
            ClaimSource::Document(quote) => (None, Some(quote.document)),
        };
        Some(Self {
            words: sentence::sentence(claim),
            mission: claim.mission.as_ref().map(ToString::to_string),
            marking: Some(claim.marking.to_string()),
            claim: Some(self.id.clone()),
            by,
            document,
            ..self
        })
    }

    fn with_decision(self, all: &All, decision: &Decision) -> Self {
        let said =
            |id| all.claim(id).map_or_else(|| "a claim".to_owned(), |it| sentence::sentence(&it.claim));
        let ruled = sentence::ruled(decision.ruling, said);
        let of = all.claim(decision.claim).and_then(|held| held.claim.mission.as_ref());
        Self {
            words: format!("{ruled}: {}", said(decision.claim)),
            mission: of.map(ToString::to_string),
            by: Some(decision.by.to_string()),
            why: Some(decision.why.to_string()),
            claim: Some(decision.claim.to_string()),
            ..self
        }
    }

    /// What stands over the columns of [`EntryLine::cells`].
    pub(crate) const COLUMNS: [&str; 12] = [
        "id", "kind", "entered", "words", "mission", "marking", "by", "why", "claim", "document", "place",
        "hash",
    ];

    /// As a row.
    pub(crate) fn cells(self) -> [String; 12] {
        let kind = match self.kind {
            EntryKind::Document => "document",
            EntryKind::Claim => "claim",
            EntryKind::Decision => "decision",
        };
        let place = self.place.map(|place| place.to_string());
        let rest =
            [self.mission, self.marking, self.by, self.why, self.claim, self.document, place, self.hash];
        let [mission, marking, by, why, claim, document, place, hash] = rest.map(Option::unwrap_or_default);
        let entered = self.entered.to_string();
        [
            self.id,
            kind.to_owned(),
            entered,
            self.words,
            mission,
            marking,
            by,
            why,
            claim,
            document,
            place,
            hash,
        ]
    }
}

impl From<&EntryId> for EntryKind {
    fn from(id: &EntryId) -> Self {
        match id {
            EntryId::Document(_) => Self::Document,
            EntryId::Claim(_) => Self::Claim,
            EntryId::Decision(_) => Self::Decision,
        }
    }
}
