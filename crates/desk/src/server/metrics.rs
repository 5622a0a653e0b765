//! What is counted, as Prometheus reads it: requests by route and status, how long they took, entries written.

use std::{sync::OnceLock, time::Instant};

use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

/// Upper ends of the buckets of times, in seconds.
const BUCKETS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];

/// What was counted in this process; a process counts in one place only.
static COUNTED: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

/// Begins to count in this process; more often than once changes nothing.
pub(crate) fn begin() {
    COUNTED.get_or_init(|| {
        let buckets = Matcher::Full("muster_http_seconds".to_owned());
        let recorder = PrometheusBuilder::new().set_buckets_for_metric(buckets, &BUCKETS);
        recorder
            .and_then(PrometheusBuilder::install_recorder)
            .inspect_err(|error| {
                tracing::error!(%error, "nothing is counted");
            })
            .ok()
    });
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
    let method = request.method().as_str().to_owned();
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::counter!("muster_http_requests", "method" => method, "route" => route.clone(), "status" => status)
        .increment(1);
    metrics::histogram!("muster_http_seconds", "route" => route).record(begun.elapsed().as_secs_f64());
    response
}
