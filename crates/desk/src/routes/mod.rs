//! The routes, one file each.

mod decisions;
mod health;
mod missions;
mod openapi;
mod overview;
mod problems;
mod rows;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::server::Desk;

/// The routes of the interface, below `/api/v1`.
pub(crate) fn all() -> OpenApiRouter<Desk> {
    OpenApiRouter::new()
        .routes(routes!(missions::missions))
        .routes(routes!(overview::overview))
        .routes(routes!(rows::rows))
        .routes(routes!(decisions::decide))
        .routes(routes!(problems::problem))
        .routes(routes!(openapi::document))
}

/// The routes for those who keep the server running.
pub(crate) fn outside() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(health::health)).routes(routes!(health::metrics))
}
