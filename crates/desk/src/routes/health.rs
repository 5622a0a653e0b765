//! `GET /healthz` and `GET /metrics`: whether the server can do its work, and what it counted.

use axum::extract::State;
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;

use crate::server::{Desk, metrics::counted, problem::Problem};

/// What is told of now is of now alone.
const UNKEPT: [(HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-store")];

/// Whether the server can reach its ledger
#[utoipa::path(
    get, path = "/healthz", tag = "server",
    responses((status = 200, description = "It can", body = String)),
)]
pub(crate) async fn health(State(desk): State<Desk>) -> Result<impl IntoResponse, Problem> {
    desk.store.head().await?;
    Ok((UNKEPT, "well\n"))
}

/// What was counted since the server began, in Prometheus' text format
#[utoipa::path(get, path = "/metrics", tag = "server", responses((status = 200, body = String)))]
pub(crate) async fn metrics() -> impl IntoResponse {
    (UNKEPT, [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], counted())
}
