//! `GET /api/v1/openapi.json`: the interface described for programs.

use axum::{http::header, response::IntoResponse};

use crate::server;

/// The interface, as OpenAPI 3.1 has it
#[utoipa::path(get, path = "/openapi.json", operation_id = "openapi", tag = "server", responses((status = 200, body = serde_json::Value)))]
pub(crate) async fn document() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], server::document())
}
