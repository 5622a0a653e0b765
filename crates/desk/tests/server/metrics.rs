//! What is counted is told as Prometheus reads it, and no client decides how much of it there is.

use std::collections::{BTreeMap, BTreeSet};

use super::test_server::TestServer;

/// The labels of a line and its value, below the name of what it counts.
type Lines = BTreeMap<String, Vec<(BTreeMap<String, String>, f64)>>;

/// Reads the text format (<https://prometheus.io/docs/instrumenting/exposition_formats/>) as strictly as it is written down: each line is
/// told of, explained and of a kind before it comes.
fn read(text: &str) -> Lines {
    let (mut lines, mut told, mut kinds) = (Lines::new(), BTreeSet::new(), BTreeMap::new());
    for line in text.lines().filter(|line| !line.is_empty()) {
        if let Some(help) = line.strip_prefix("# HELP ") {
            let (name, words) = help.split_once(' ').unwrap();
            assert!(!words.is_empty() && told.insert(name.to_owned()), "{line}");
        } else if let Some(kind) = line.strip_prefix("# TYPE ") {
            let (name, kind) = kind.split_once(' ').unwrap();
            assert!(["counter", "gauge", "histogram", "summary"].contains(&kind), "{line}");
            assert!(kind != "counter" || name.ends_with("_total"), "{line}");
            assert!(kinds.insert(name.to_owned(), kind.to_owned()).is_none(), "{line}");
        } else {
            let (series, value) = line.rsplit_once(' ').unwrap();
            let (name, labels) = series
                .split_once('{')
                .map_or((series, ""), |(name, labels)| (name, labels.strip_suffix('}').unwrap()));
            let of =
                ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
            assert!(kinds.contains_key(of) && told.contains(of), "{line}");
            assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'), "{line}");
            let labels = labels.split("\",").filter(|label| !label.is_empty()).map(|label| {
                let (name, value) = label.split_once("=\"").unwrap();
                (name.to_owned(), value.trim_end_matches('"').to_owned())
            });
            lines.entry(name.to_owned()).or_default().push((labels.collect(), value.parse().unwrap()));
        }
    }
    lines
}

#[tokio::test]
async fn what_is_counted_is_told_as_prometheus_reads_it() {
    let server = TestServer::demo().await;
    for (method, address) in
        [("GET", "/healthz"), ("GET", "/api/v1/claims/x"), ("BREW", "/healthz"), ("STIR", "/healthz")]
    {
        server.ask(method, address, &[], "").await;
    }
    let answered = server.get("/metrics", &[]).await;
    assert_eq!(answered.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    assert_eq!(answered.header("cache-control"), "no-store");
    let lines = read(answered.text());
    let count = |method: &str, route: &str, status: &str| {
        let mut requests = lines["muster_http_requests_total"].iter();
        let wanted = [("method", method), ("route", route), ("status", status)];
        let wanted = wanted.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        requests.find(|(labels, _)| *labels == wanted).map_or(0.0, |(_, value)| *value)
    };
    assert!(count("GET", "/healthz", "200") >= 1.0, "{lines:?}");
    assert!(count("GET", "/api/v1/claims/{id}", "400") >= 1.0, "{lines:?}");
    // A method that somebody made up has no line of its own.
    assert!(count("other", "/healthz", "405") >= 2.0, "{lines:?}");
    assert!(!answered.text().contains("BREW"));
    let buckets = &lines["muster_http_seconds_bucket"];
    let of_health =
        |(labels, _): &&(BTreeMap<_, _>, f64)| labels.get("route").is_some_and(|route| route == "/healthz");
    let counts: Vec<f64> = buckets.iter().filter(of_health).map(|(_, value)| *value).collect();
    assert!(counts.is_sorted() && counts.len() == 13, "{counts:?}");
}
