//! What is counted, as Prometheus reads it: requests by route and status, and how long they took.

use std::{sync::OnceLock, time::Instant};

use axum::{
    extract::{MatchedPath, Request},
    http::Method,
    middleware::Next,
    response::Response,
};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

/// Upper ends of the buckets of times, in seconds.
const BUCKETS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];

const REQUESTS: &str = "muster_http_requests_total";
const SECONDS: &str = "muster_http_seconds";

/// What was counted in this process; a process counts in one place only.
static COUNTED: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

/// Begins to count in this process; more often than once changes nothing.
pub(crate) fn begin() {
    COUNTED.get_or_init(|| {
        let buckets = Matcher::Full(SECONDS.to_owned());
        let recorder = PrometheusBuilder::new().set_buckets_for_metric(buckets, &BUCKETS);
        recorder
            .and_then(PrometheusBuilder::install_recorder)
            .inspect_err(|error| {
                tracing::error!(%error, "nothing is counted");
            })
            .ok()
    });
    metrics::describe_counter!(REQUESTS, "Requests that were answered, by method, route and status.");
    metrics::describe_histogram!(SECONDS, "How long answers took until they were begun, by route.");
}

/// What was counted, in Prometheus' text format.
pub(crate) fn counted() -> String {
    let Some(Some(handle)) = COUNTED.get() else { return String::new() };
    handle.run_upkeep();
    handle.render()
}

/// Counts a request by its route, never by its address: addresses hold what was asked.
pub(crate) async fn count(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let route = request.extensions().get::<MatchedPath>().map_or("screens", MatchedPath::as_str).to_owned();
    let method = known(request.method());
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::counter!(REQUESTS, "method" => method, "route" => route.clone(), "status" => status)
        .increment(1);
    metrics::histogram!(SECONDS, "route" => route).record(begun.elapsed().as_secs_f64());
    response
}

/// The word for a method; those that nobody takes are one, for a client can make up as many as it likes.
fn known(method: &Method) -> &'static str {
    const METHODS: [Method; 7] = [
        Method::GET,
        Method::HEAD,
        Method::POST,
        Method::PUT,
        Method::PATCH,
        Method::DELETE,
        Method::OPTIONS,
    ];
    match METHODS.iter().position(|known| known == method) {
        Some(place) => ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"][place],
        None => "other",
    }
}
