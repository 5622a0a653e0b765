//! The routes, one file each.

mod accounts;
mod change;
mod claim_entry;
mod claims;
mod contributors;
mod decisions;
mod disputes;
mod document_entry;
mod documents;
mod entries;
mod export;
mod figures;
mod health;
mod missions;
mod openapi;
mod overview;
mod password;
mod problems;
mod rows;
mod session;
mod sites;
mod strength;
mod tokens;
mod verify;

use axum::extract::DefaultBodyLimit;
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt},
    routes,
};

use crate::server::{Desk, limits};

/// The routes of the interface, below `/api/v1`.
pub(crate) fn all() -> OpenApiRouter<Desk> {
    OpenApiRouter::new()
        .routes(routes!(missions::missions))
        .routes(routes!(overview::overview))
        .routes(routes!(strength::strength))
        .routes(routes!(figures::figure))
        .routes(routes!(contributors::contributors))
        .routes(routes!(contributors::contributor))
        .routes(routes!(disputes::disputes))
        .routes(routes!(change::change))
        .routes(routes!(sites::sites))
        .routes(routes!(rows::rows))
        .routes(routes!(claims::claims, claim_entry::enter))
        .routes(routes!(claims::claim))
        .routes(routes!(decisions::decide))
        .routes(routes!(documents::documents))
        .routes(routes!(document_entry::enter).layer(DefaultBodyLimit::max(limits::DOCUMENT_BYTES)))
        .routes(routes!(documents::document))
        .routes(routes!(entries::entries))
        .routes(routes!(verify::verify))
        .routes(routes!(export::export))
        .routes(routes!(session::session, session::log_in, session::log_out))
        .routes(routes!(password::set_password, password::change_password))
        .routes(routes!(tokens::tokens, tokens::make_token))
        .routes(routes!(tokens::revoke_token))
        .routes(routes!(accounts::accounts, accounts::make_account))
        .routes(routes!(accounts::change_account))
        .routes(routes!(accounts::invite))
        .routes(routes!(problems::problem))
        .routes(routes!(openapi::document))
}

/// The routes for those who keep the server running.
pub(crate) fn outside() -> OpenApiRouter<Desk> {
    OpenApiRouter::new().routes(routes!(health::health)).routes(routes!(health::metrics))
}
