//! `GET /api/v1/documents` and `/documents/{id}`: the texts that claims stand in.

use std::sync::Arc;

use axum::{extract::State, response::Response};
use model::{Document, DocumentId, MissionCode, NotADigest};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    server::{
        Desk,
        answer::{Answer, Form},
        cursor,
        listed::Listed,
        looking::{Format, Wants},
        problem::{Code, Problem},
        taken::{Path, Query},
        who::Who,
    },
    shapes::{ClaimCard, DocumentLine, DocumentPage, PageOf},
};

/// Which documents are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentsQuery {
    /// Only those in which a claim on this mission stands.
    #[param(value_type = Option<String>, example = "MSS")]
    mission: Option<MissionCode>,
    /// Only those whose title, publisher or address has these words in it.
    q: Option<String>,
    /// Where the page before ended.
    cursor: Option<String>,
    /// How many, 500 at most; 50 if not given.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<usize>,
    /// The form, for links that cannot set an `Accept` header.
    format: Option<Format>,
}

/// The documents, the one published last first
///
/// A table has the same page; where there are more, a `Link` header leads on.
#[utoipa::path(
    get, path = "/documents", tag = "documents", params(DocumentsQuery),
    responses(
        (status = 200, description = "One document a row", content((PageOf<DocumentLine> = "application/json"), (String = "text/csv"))),
        (status = 304, description = "As the asker has it"),
    ),
)]
pub(crate) async fn documents(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Query(query): Query<DocumentsQuery>,
) -> Result<Response, Problem> {
    let form = wants.form(query.format)?;
    let after = query.cursor.as_deref().map(cursor::key::<DocumentId>).transpose()?;
    let limit = cursor::limit(query.limit)?;
    let words = query.q.map(|words| words.to_lowercase());
    let (shelf, viewer) = (Arc::clone(&desk.shelf), who.viewer);
    let listed = tokio::task::spawn_blocking(move || {
        shelf.page(
            |all, after| Box::new(all.documents_before(after)),
            after,
            limit,
            |all, (_, id)| {
                let document = all.document(id).filter(|document| viewer.may_see(document.marking))?;
                let of_it = |mission: &MissionCode| {
                    let seen = all.quoting(id).filter(|held| viewer.may_see(held.claim.marking));
                    seen.map(|held| held.claim.mission.as_ref()).any(|of| of == Some(mission))
                };
                let fits = query.mission.as_ref().is_none_or(of_it)
                    && words.as_deref().is_none_or(|words| is_told(document, words));
                fits.then(|| DocumentLine::of(all, id, document, viewer))
            },
        )
    });
    let (lines, last) = listed.await.map_err(|error| Problem::internal(&error))?;
    let next = last.map(cursor::behind);
    let listed = match form {
        Form::Json => Listed::json(lines, next)?,
        Form::Csv => Listed::csv(DocumentLine::COLUMNS, lines.into_iter().map(DocumentLine::cells), next)?,
    };
    Ok(listed.given(&wants))
}

/// Whether words stand in what is told of a document.
fn is_told(document: &Document, words: &str) -> bool {
    let address = document.address.as_ref().map(|address| &address.0);
    let told = [Some(&document.title), document.publisher.as_ref(), address];
    told.into_iter().flatten().any(|name| name.as_str().to_lowercase().contains(words))
}

/// A document with its text, the claims in it, and what became no claim
#[utoipa::path(
    get, path = "/documents/{id}", tag = "documents",
    params(("id" = String, Path, description = "The document's address, 64 digits")),
    responses((status = 200, body = DocumentPage), (status = 304, description = "As the asker has it")),
)]
pub(crate) async fn document(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id: DocumentId =
        id.parse().map_err(|error: NotADigest| Problem::new(Code::BadPath, error.to_string()))?;
    let may_see = |marking| who.viewer.may_see(marking);
    let document = desk.shelf.all().shared_document(id).filter(|document| may_see(document.marking));
    let document = document.ok_or_else(|| {
        Problem::new(Code::UnknownDocument, format!("no document has the address `{id}`"))
            .hint("`/api/v1/documents` lists those that there are")
    })?;
    let reading = desk.readings.of(&desk.packs, id, &document).await?;
    let (line, claims) = {
        let all = desk.shelf.all();
        let seen = all.quoting(id).filter(|held| may_see(held.claim.marking));
        let claims = seen.filter_map(|held| {
            let card = ClaimCard::of(&all, held, all.standing_seen(held.id, &may_see));
            Some((held.claim.quote()?.at, Arc::clone(&held.claim), card))
        });
        (DocumentLine::of(&all, id, &document, who.viewer), claims.collect())
    };
    Ok(wants.given(&Answer::json(&DocumentPage::of(line, &document, claims, &reading))?))
}
