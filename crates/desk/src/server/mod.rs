//! The web server: the router of all routes, and what surrounds every answer.
//!
//! Routes stand in `routes`, their JSON in `shapes`; here is what they share. [`app`] is the router, so that tests ask it
//! without a socket.

pub(crate) mod all;
pub(crate) mod answer;
mod assets;
mod bookkeeper;
pub(crate) mod client;
pub(crate) mod confidential;
pub(crate) mod cookie;
mod cross_site;
pub(crate) mod cursor;
mod desk;
pub(crate) mod door;
mod headers;
pub(crate) mod incoming;
pub(crate) mod invitation;
pub(crate) mod limits;
pub(crate) mod listed;
pub(crate) mod listening;
mod log;
pub(crate) mod logged_in;
pub(crate) mod looking;
pub(crate) mod may;
pub(crate) mod metrics;
mod openapi;
pub(crate) mod password;
pub(crate) mod personal;
pub(crate) mod problem;
mod rate;
mod readings;
mod recognised;
pub(crate) mod secret;
pub(crate) mod session;
pub(crate) mod shelf;
pub(crate) mod taken;
pub(crate) mod throttle;
pub(crate) mod who;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware::{from_fn, from_fn_with_state},
};
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::OpenApi as _;
use utoipa_axum::router::OpenApiRouter;

use crate::routes;

pub use crate::report::packs;
pub use desk::{Clock, Desk, Settings};
pub(crate) use log::to_talk as log_to_talk;
pub use who::Acting;

use problem::{Code, Problem};

/// Every route with what surrounds it, for this desk.
pub fn app(desk: Desk) -> Router {
    metrics::begin();
    let (routes, _) = routes();
    routes
        .fallback(assets::serve)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(desk.clone(), door::opened))
        .layer(DefaultBodyLimit::max(limits::JSON_BYTES))
        .layer(CatchPanicLayer::custom(limits::panicked))
        .layer(from_fn_with_state(desk.settings.longest, limits::in_time))
        .layer(from_fn_with_state(rate::begin(desk.settings), rate::held))
        .layer(from_fn(metrics::count))
        .layer(from_fn(log::told))
        .layer(from_fn(headers::put))
        .with_state(desk)
}

/// The OpenAPI document of all routes, as JSON.
#[must_use]
pub fn document() -> String {
    let (_, document) = routes();
    let mut json = document.to_pretty_json().unwrap_or_default();
    json.push('\n');
    json
}

fn routes() -> (Router<Desk>, utoipa::openapi::OpenApi) {
    let api = OpenApiRouter::with_openapi(openapi::Document::openapi());
    let (routes, mut document) =
        api.merge(routes::outside()).nest("/api/v1", routes::all()).split_for_parts();
    openapi::with_problems(&mut document);
    openapi::with_items_by_name(&mut document);
    openapi::with_every_field(&mut document);
    openapi::with_words_beside(&mut document);
    (routes, document)
}

async fn wrong_method(method: axum::http::Method, uri: axum::http::Uri) -> Problem {
    Problem::new(Code::MethodNotAllowed, format!("`{}` does not take {method}", uri.path()))
        .hint("`/api/v1/openapi.json` lists what it takes")
}
