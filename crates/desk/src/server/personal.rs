//! Answers for one person: JSON that nobody on the way keeps.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

/// The answer with this status and body.
pub(crate) fn answer(status: StatusCode, body: &impl Serialize) -> Response {
    unkept((status, Json(body)).into_response())
}

/// The answer that all went well and there is nothing to say.
pub(crate) fn done() -> Response {
    unkept(StatusCode::NO_CONTENT.into_response())
}

fn unkept(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
