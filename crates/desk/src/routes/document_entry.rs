//! `POST /api/v1/documents`: a file dropped on the desk or a text pasted there, read and entered with the claims in it.

use std::sync::Arc;

use axum::{
    Json as Sent,
    body::Bytes,
    extract::{FromRequest, Request, State},
    http::{StatusCode, header},
};
use jiff::civil::Date;
use ledger::Outcome;
use model::{Document, Grade, Marking, Name};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    proposal::{Known, Proposal},
    report::{self, Told},
    server::{
        Desk,
        incoming::{self, Had, Incoming, Made},
        limits,
        problem::{Code, Problem},
        taken::Query,
        who::Author,
    },
    shapes::{OutcomeShape, PublishedShape},
};

/// The word for who may see a document.
const MARKING: &str = "marking";

/// What is told of a file.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct Telling {
    /// The file's name; the text goes by it if nothing in it says what it is called.
    #[param(value_type = Option<String>, example = "report.html")]
    name: Option<Name>,
    /// The headline, where the text's own is not to be taken.
    #[param(value_type = Option<String>)]
    title: Option<Name>,
    /// The day it was published; without it, the page's own, or inferred from the text and marked so.
    #[param(value_type = Option<String>, format = Date)]
    published: Option<Date>,
    /// Who published it; without it, whom the page names.
    #[param(value_type = Option<String>)]
    publisher: Option<Name>,
    /// Where it can be found again: an URL or a reference; without it, the page's own.
    #[param(value_type = Option<String>)]
    address: Option<Name>,
    /// Who may see it: `public` if not given, `mission`, or such as `party:KEN`; what a liaison enters is its party's always.
    #[param(value_type = Option<String>, example = "public")]
    marking: Option<Marking>,
    /// How far it may be trusted, by the Admiralty code; `C3`, ungraded press, if not given.
    #[param(value_type = Option<String>, example = "B2")]
    grade: Option<Grade>,
}

/// What became of a file.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DocumentsEntered {
    /// Its documents: one, or as many as a feed or an archive holds.
    documents: Vec<DocumentEntered>,
    /// What of the file could not be read, and why.
    not_read: Vec<String>,
}

/// What became of a document.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct DocumentEntered {
    /// Its address.
    id: String,
    title: String,
    published: PublishedShape,
    outcome: OutcomeShape,
    /// In what the ledger keeps what it had, where it was in it before.
    keeps_own: Vec<String>,
    /// How many claims the reader proposes.
    claims: u64,
    /// How many of them were not in the ledger before.
    new_claims: u64,
    /// How many numbers and statements became no claim.
    findings: u64,
    /// What there is to say of the text as a whole, and what was refused.
    remarks: Vec<String>,
}

/// Enter a document
///
/// The body is the file as it is: a plain text, an HTML page, a PDF, a feed or a WARC archive, told apart by its bytes. What it
/// seems to say is read from it and entered with it, undecided, in one transaction. Entering again what is there already
/// changes nothing and says so.
#[utoipa::path(
    post, path = "/documents", operation_id = "enter_document", tag = "documents", params(Telling),
    request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file's bytes, or the text"),
    responses(
        (status = 201, body = DocumentsEntered, description = "Something of it is in the ledger that was not before"),
        (status = 200, body = DocumentsEntered, description = "All of it was in the ledger before"),
    ),
)]
pub(crate) async fn enter(
    State(desk): State<Desk>,
    Author(who): Author,
    Query(telling): Query<Telling>,
    request: Request,
) -> Result<(StatusCode, Sent<DocumentsEntered>), Problem> {
    let marking = who.marking_of(telling.marking, Marking::Public)?;
    let told = Told {
        published: telling.published,
        publisher: telling.publisher,
        address: telling.address,
        marking: Some(marking),
        grade: telling.grade,
    };
    refuse_forms(&request)?;
    limits::length(request.headers(), limits::DOCUMENT_BYTES)?;
    let _file = desk.readings.let_in().await?;
    let bytes = Bytes::from_request(request, &()).await?.to_vec();
    let incoming = Incoming { bytes, name: telling.name, title: telling.title, told };
    let (shelf, packs, today) = (Arc::clone(&desk.shelf), Arc::clone(&desk.packs), desk.today());
    let (viewer, adds_to) = (who.viewer, who.adds_to());
    let had = move |document: &Document| {
        let all = shelf.all();
        let of_it = |document: &Document| {
            let seen = all.quoting(document.id()).filter(|held| viewer.may_see(held.claim.marking));
            Known { document: document.clone(), claims: seen.cloned().collect() }
        };
        let mut seen = all.of_one_text(document).filter(|had| viewer.may_see(had.marking)).peekable();
        // Of the text under several markings, the one that it is to have now, else the one that was first.
        let Some(first) = seen.peek().copied() else { return Had::Not };
        let had = seen.find(|had| had.marking == document.marking).unwrap_or(first);
        if adds_to.is_some_and(|own| had.marking != own) {
            return Had::Closed(had.clone());
        }
        Had::Open(of_it(had))
    };
    let made = desk.readings.read(move || incoming::read(incoming, today, &packs, had)).await??;
    entered(&desk, made).await
}

/// A form's body is not the file that it carries.
fn refuse_forms(request: &Request) -> Result<(), Problem> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or_default().to_ascii_lowercase();
    if ["multipart/", "application/x-www-form-urlencoded"].iter().any(|form| kind.starts_with(form)) {
        let detail = format!("`{kind}` is a form; here the body is the file itself");
        return Err(Problem::new(Code::UnsupportedMediaType, detail)
            .hint("send the bytes of the file as `application/octet-stream`"));
    }
    Ok(())
}

/// Enters what was made of a file, in one transaction.
async fn entered(desk: &Desk, made: Vec<Made>) -> Result<(StatusCode, Sent<DocumentsEntered>), Problem> {
    let mut told = DocumentsEntered { documents: Vec::new(), not_read: Vec::new() };
    let mut entries = Vec::new();
    let mut waiting = Vec::new();
    for made in made {
        match made {
            Made::Unread(why) => told.not_read.push(why),
            Made::Kept(kept) => told.documents.push(DocumentEntered::kept(desk, &kept)),
            Made::Proposed { proposal, keeps_marking } => {
                waiting.push((told.documents.len(), entries.len()));
                told.documents.push(DocumentEntered::of(&proposal, keeps_marking));
                entries.extend(proposal.into_entries());
            }
        }
    }
    if entries.is_empty() {
        return Ok((StatusCode::OK, Sent(told)));
    }
    let outcomes = desk.bookkeeper.enter(entries).await?;
    let ends = waiting.iter().skip(1).map(|(_, start)| *start).chain([outcomes.len()]);
    for ((document, start), end) in waiting.iter().zip(ends) {
        told.documents[*document].answered(&outcomes[*start..end])?;
    }
    let is_new = |outcome: &Outcome| matches!(outcome, Outcome::Entered(_));
    let status = if outcomes.iter().any(is_new) { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Sent(told)))
}

impl DocumentEntered {
    /// Before it is entered; `keeps_marking`: the ledger has it under another marking than it was to have.
    fn of(proposal: &Proposal, keeps_marking: bool) -> Self {
        Self {
            id: proposal.document.id().to_string(),
            title: proposal.document.title.to_string(),
            published: proposal.published.into(),
            outcome: OutcomeShape::SeenBefore,
            keeps_own: keeps_marking.then(|| MARKING.to_owned()).into_iter().collect(),
            claims: proposal.claims.len() as u64,
            new_claims: 0,
            findings: proposal.findings.iter().filter(|finding| finding.at.is_some()).count() as u64,
            remarks: report::remarks(&proposal.findings).collect(),
        }
    }

    /// One that is in the ledger, to which the asker adds nothing.
    fn kept(desk: &Desk, kept: &Document) -> Self {
        let all = desk.shelf.all();
        let claims = all.quoting(kept.id()).filter(|held| held.claim.marking == kept.marking);
        Self {
            id: kept.id().to_string(),
            title: kept.title.to_string(),
            published: kept.published.into(),
            outcome: OutcomeShape::SeenBefore,
            keeps_own: vec![MARKING.to_owned()],
            claims: claims.count() as u64,
            new_claims: 0,
            findings: 0,
            remarks: Vec::new(),
        }
    }

    /// With what the ledger answered for it and each of its claims.
    fn answered(&mut self, outcomes: &[Outcome]) -> Result<(), Problem> {
        for (place, outcome) in outcomes.iter().enumerate() {
            match outcome {
                Outcome::Refused(refusal) if place > 0 => self.remarks.push(refusal.to_string()),
                outcome if place == 0 => {
                    let (outcome, keeps_own) = OutcomeShape::of(outcome)?;
                    self.outcome = outcome;
                    self.keeps_own.extend(keeps_own);
                }
                Outcome::Entered(_) => self.new_claims += 1,
                Outcome::Refused(_) | Outcome::SeenBefore { .. } => {}
            }
        }
        Ok(())
    }
}
