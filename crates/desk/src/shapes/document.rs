//! A document: as a line of a list, and opened with its text, its claims and what became none.

use jiff::Timestamp;
use ledger::EntryId;
use model::{ByteRange, Claim, Document, DocumentId, Finding, Form};
use picture::Viewer;
use reader::Reading;
use serde::Serialize;
use utoipa::ToSchema;

use super::{ClaimCard, PublishedShape, TextPlace, text_place::Units};
use crate::server::all::All;

/// A document in a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DocumentLine {
    /// Its address.
    pub(crate) id: String,
    /// Its headline or file name.
    pub(crate) title: String,
    /// Who published it, as far as known.
    pub(crate) publisher: Option<String>,
    /// Where it can be found again, as far as known.
    pub(crate) address: Option<String>,
    /// When the world could know it.
    pub(crate) published: PublishedShape,
    /// Whether the text is the source's own.
    pub(crate) form: FormShape,
    /// Who may see it.
    #[schema(example = "public")]
    pub(crate) marking: String,
    /// How long its text is, in bytes.
    pub(crate) bytes: u64,
    /// How many claims stand in it.
    pub(crate) claims: u64,
    /// How many of them nobody has ruled on.
    pub(crate) undecided: u64,
    /// The moment it was entered.
    #[schema(value_type = String, format = DateTime)]
    pub(crate) entered: Timestamp,
}

/// Whose words a document holds.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = DocumentForm)]
pub(crate) enum FormShape {
    /// The source's own words.
    Report,
    /// A summary of the source in other words, such as a line of a table.
    Summary,
}

/// A document opened.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DocumentPage {
    pub(crate) document: DocumentLine,
    /// Its text.
    pub(crate) text: String,
    /// The claims in it, in the order of the text.
    pub(crate) claims: Vec<PlacedClaim>,
    /// What the reader took for a number or a statement and made no claim of, in the order of the text.
    pub(crate) findings: Vec<FindingShape>,
    /// What there is to say of the text as a whole: that it names no mission, that a part of it could not be read.
    pub(crate) remarks: Vec<FindingShape>,
}

/// A claim and where it stands.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PlacedClaim {
    claim: ClaimCard,
    at: TextPlace,
    /// The words that filled the parts of the statement, where the reader finds the claim still.
    slots: Vec<SlotShape>,
}

/// Words that filled a part of a statement.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Slot)]
pub(crate) struct SlotShape {
    /// `number`, `party`, `verb`, `date`, `place`, `speaker`.
    name: &'static str,
    at: TextPlace,
}

/// What became no claim, and why.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Finding)]
pub(crate) struct FindingShape {
    /// The stable code of its kind.
    #[schema(example = "number-without-scope")]
    code: &'static str,
    /// What was found, quoting the fault.
    message: String,
    /// What to do about it, where anything can be done.
    hint: Option<String>,
    /// Where in the text, where it has a place.
    at: Option<TextPlace>,
}

impl DocumentLine {
    /// A document of the ledger, with what this viewer may see of its claims.
    pub(crate) fn of(all: &All, id: DocumentId, document: &Document, viewer: Viewer) -> Self {
        let may_see = |marking| viewer.may_see(marking);
        let claims = || all.quoting(id).filter(|held| may_see(held.claim.marking));
        let undecided = claims()
            .filter(|held| all.standing_seen(held.id, &may_see) == ledger::Standing::Undecided)
            .count();
        Self {
            id: id.to_string(),
            title: document.title.to_string(),
            publisher: document.publisher.as_ref().map(ToString::to_string),
            address: document.address.as_ref().map(ToString::to_string),
            published: document.published.into(),
            form: match document.form {
                Form::Report => FormShape::Report,
                Form::Summary => FormShape::Summary,
            },
            marking: document.marking.to_string(),
            bytes: document.text.len() as u64,
            claims: claims().count() as u64,
            undecided: undecided as u64,
            entered: all.place(EntryId::Document(id)).map_or(Timestamp::UNIX_EPOCH, |place| place.entered),
        }
    }

    /// What stands over the columns of [`DocumentLine::cells`].
    pub(crate) const COLUMNS: [&str; 11] = [
        "id",
        "title",
        "publisher",
        "address",
        "published",
        "form",
        "marking",
        "bytes",
        "claims",
        "undecided",
        "entered",
    ];

    /// As a row.
    pub(crate) fn cells(self) -> [String; 11] {
        let form = match self.form {
            FormShape::Report => "report",
            FormShape::Summary => "summary",
        };
        [
            self.id,
            self.title,
            self.publisher.unwrap_or_default(),
            self.address.unwrap_or_default(),
            self.published.day.to_string(),
            form.to_owned(),
            self.marking,
            self.bytes.to_string(),
            self.claims.to_string(),
            self.undecided.to_string(),
            self.entered.to_string(),
        ]
    }
}

impl DocumentPage {
    /// Of this document, with its claims as the ledger has them and what the reader makes of it now.
    pub(crate) fn of(
        line: DocumentLine,
        document: &Document,
        claims: Vec<(ByteRange, std::sync::Arc<Claim>, ClaimCard)>,
        reading: &Reading,
    ) -> Self {
        let units = Units::of(&document.text);
        let slots = |claim: &Claim| {
            // By what it says and where: with another grade or day it is still the same words.
            let same = |read: &Claim| read.statement == claim.statement && read.quote() == claim.quote();
            let read = reading.claims.iter().position(same).and_then(|place| reading.explanations.get(place));
            let slots = read.into_iter().flat_map(|read| &read.slots);
            slots.map(|slot| SlotShape { name: slot.name, at: units.place(slot.at) }).collect()
        };
        let mut placed: Vec<_> = claims
            .into_iter()
            .map(|(at, claim, card)| PlacedClaim { claim: card, at: units.place(at), slots: slots(&claim) })
            .collect();
        placed.sort_by(|one, other| (one.at, &one.claim.id).cmp(&(other.at, &other.claim.id)));
        let shape = |finding: &Finding| FindingShape {
            code: finding.code,
            message: finding.message.clone(),
            hint: finding.hint.clone(),
            at: finding.at.map(|at| units.place(at)),
        };
        let (mut findings, remarks): (Vec<_>, Vec<_>) =
            reading.findings.iter().map(shape).partition(|finding| finding.at.is_some());
        findings.sort_by_key(|finding| finding.at);
        Self { document: line, text: document.text.clone(), claims: placed, findings, remarks }
    }
}
