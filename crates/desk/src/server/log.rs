//! The log: a line of JSON for each request, without anything that says who asked or for what.

use std::{
    sync::{
        OnceLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use tracing::{Instrument, level_filters::LevelFilter};
use tracing_subscriber::EnvFilter;

/// Lines of JSON on the talking stream; `MUSTER_LOG` says how much, such as `info`. Only faults unless it does.
pub(crate) fn to_talk() {
    let filter = EnvFilter::builder().with_default_directive(LevelFilter::ERROR.into());
    let filter = filter.with_env_var("MUSTER_LOG").from_env_lossy();
    let lines = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr);
    // Somebody who embeds the desk may log already.
    let _ = lines.try_init();
}

static NUMBER: AtomicU64 = AtomicU64::new(1);
static KEY: OnceLock<[u8; 32]> = OnceLock::new();

/// A number that no other request has and that does not tell how many others there were.
fn number() -> HeaderValue {
    let key = KEY.get_or_init(|| {
        let mut key = [0; 32];
        // Without, requests are told apart all the same.
        let _ = getrandom::fill(&mut key);
        key
    });
    let nth = NUMBER.fetch_add(1, Ordering::Relaxed);
    let words = blake3::keyed_hash(key, &nth.to_le_bytes()).to_hex();
    HeaderValue::from_str(&words[..16]).unwrap_or(HeaderValue::from_static(""))
}

/// Logs a request under a number that the answer carries too. Neither address nor query, account nor body is logged.
pub(crate) async fn told(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let number = number();
    let route = request.extensions().get::<MatchedPath>().map_or("screens", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", number = number.to_str().unwrap_or_default(), method = %request.method(), route);
    let mut response = next.run(request).instrument(span.clone()).await;
    response.headers_mut().insert(HeaderName::from_static("x-request-id"), number);
    let (status, milliseconds) =
        (response.status().as_u16(), u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX));
    span.in_scope(|| tracing::info!(status, milliseconds, "answered"));
    response
}
