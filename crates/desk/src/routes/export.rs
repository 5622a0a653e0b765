//! `GET /api/v1/export`: all that may be seen as JSON Lines, which `muster enter` takes into another ledger.

use std::{convert::Infallible, sync::Arc};

use axum::{
    body::{Body, Bytes},
    extract::State,
    http::{HeaderValue, header},
    response::Response,
};
use futures_util::stream;
use ledger::EntryId;
use picture::Viewer;
use serde::Serialize;

use crate::server::{Desk, all::All, problem::Problem, shelf::Shelf, who::Who};

/// So many entries are looked at before the ledger is let go.
const AT_ONCE: usize = 256;

/// An entry under the word for what it is: the interchange format, docs/claim.schema.json.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Line<'a> {
    Document(&'a model::Document),
    Claim(&'a model::Claim),
    Decision(&'a model::Decision),
}

/// All documents, claims and decisions that may be seen
///
/// One entry a line, in the order of entering: the project's interchange format, as `docs/claim.schema.json` has it. What is
/// entered while it is sent is left out.
#[utoipa::path(
    get, path = "/export", tag = "ledger",
    responses((status = 200, description = "JSON Lines", body = String, content_type = "application/jsonl")),
)]
pub(crate) async fn export(State(desk): State<Desk>, who: Who) -> Result<Response, Problem> {
    let (shelf, viewer, end) = (Arc::clone(&desk.shelf), who.viewer, desk.shelf.all().len());
    let lines = stream::unfold(0, move |from| {
        let shelf = Arc::clone(&shelf);
        async move {
            let (lines, next) = lines(&shelf, viewer, from, end)?;
            Some((Ok::<_, Infallible>(lines), next))
        }
    });
    let mut response = Response::new(Body::from_stream(lines));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/jsonl"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    let name = HeaderValue::from_static("attachment; filename=\"ledger.jsonl\"");
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

/// The next lines and where they end; none at the end. A piece may be empty where nothing in it may be seen.
fn lines(shelf: &Shelf, viewer: Viewer, from: usize, end: usize) -> Option<(Bytes, usize)> {
    if from >= end {
        return None;
    }
    let next = (from + AT_ONCE).min(end);
    let mut lines = Vec::new();
    let all = shelf.all();
    for index in from..next {
        if put(&all, index, viewer, &mut lines).is_some() {
            lines.push(b'\n');
        }
    }
    Some((lines.into(), next))
}

fn put(all: &All, index: usize, viewer: Viewer, lines: &mut Vec<u8>) -> Option<()> {
    let place = all.entry(index).filter(|place| all.may_see(place, viewer))?;
    let line = match place.id {
        EntryId::Document(id) => Line::Document(all.document(id)?),
        EntryId::Claim(id) => Line::Claim(&all.claim(id)?.claim),
        EntryId::Decision(_) => Line::Decision(all.decision(&place)?),
    };
    serde_json::to_writer(lines, &line).ok()
}
