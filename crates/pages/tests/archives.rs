//! Archives of our own making.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use pages::{Taken, open};

/// A record: its kind, its address and what the server answered.
fn record(kind: &str, address: &str, block: &str) -> String {
    let len = block.len();
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-10-11T08:00:00Z\r\n\
         Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len}\r\n\r\n{block}\r\n\r\n"
    )
}

fn answer(kind: &str, body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{body}")
}

fn archive() -> String {
    let page = "<html><head><title>On its way</title><meta name=date content=2024-10-09></head>\
                <p>Some 600 more officers are on their way, the ministry said.</p></html>";
    let feed = "<rss><channel><item><title>Ten came in on Tuesday</title></item></channel></rss>";
    [
        record("request", "https://a.example/", "GET / HTTP/1.1\r\n\r\n"),
        record("response", "https://a.example/", &answer("text/html; charset=utf-8", page)),
        record("response", "https://a.example/p.png", &answer("image/png", "\u{1}\u{2}")),
        record(
            "response",
            "https://a.example/gone",
            "HTTP/1.1 404 Not Found\r\n\r\n<p>There are 12 such pages.",
        ),
        record("response", "https://a.example/empty", &answer("text/html", "<html></html>")),
        record("response", "https://a.example/feed", &answer("application/rss+xml", feed)),
    ]
    .concat()
}

/// The address, the day, the day of taking and the text of each document, and the codes of all findings.
#[track_caller]
fn check(bytes: &[u8], want: &[(&str, &str, &str)], codes: &[&str]) {
    let taken: Vec<Taken> = open(bytes).collect();
    let got: Vec<(String, String, String)> = taken
        .iter()
        .filter_map(|one| {
            let page = one.page.as_ref()?;
            assert_eq!(one.seen.map(|day| day.to_string()).as_deref(), Some("2024-10-11"));
            let day = page.published.map(|day| day.to_string()).unwrap_or_default();
            Some((page.address.clone().unwrap_or_default(), day, page.text.clone()))
        })
        .collect();
    let got: Vec<_> = got.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
    assert_eq!(got, want);
    let found: Vec<_> =
        taken.iter().flat_map(|one| one.findings.iter().map(|finding| finding.code)).collect();
    assert_eq!(found, codes);
}

const PAGE: (&str, &str, &str) = (
    "https://a.example/",
    "2024-10-09",
    "On its way\nSome 600 more officers are on their way, the ministry said.\n",
);
const ENTRY: (&str, &str, &str) = ("https://a.example/feed", "", "Ten came in on Tuesday\n");

/// Each record packed by itself, as archives have it.
fn packed(archive: &str) -> Vec<u8> {
    let mut all = Vec::new();
    for record in archive.split_inclusive("\r\n\r\nWARC/1.0") {
        let mut packer = GzEncoder::new(&mut all, Compression::fast());
        assert!(packer.write_all(record.as_bytes()).is_ok() && packer.finish().is_ok());
    }
    all
}

#[test]
fn an_archive_gives_its_pages_and_feeds() {
    let codes = ["page-without-text", "records-left-out"];
    check(archive().as_bytes(), &[PAGE, ENTRY], &codes);
    check(&packed(&archive()), &[PAGE, ENTRY], &codes);
}

#[test]
fn an_archive_that_is_cut_off_gives_what_came_before() {
    let whole = archive();
    let cut = |at: &str| whole.find(at).unwrap_or_default();
    check(&whole.as_bytes()[..cut("GET /")], &[], &["cut-off"]);
    check(&whole.as_bytes()[..cut("p.png") + 2], &[PAGE], &["cut-off", "records-left-out"]);
    let bytes = packed(&whole);
    check(&bytes[..bytes.len() - 20], &[PAGE], &["page-without-text", "cut-off", "records-left-out"]);
    check(b"\x1f\x8b\x08\x00", &[], &["cut-off"]);
    check(b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n", &[], &["cut-off"]);
    check(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nKenya", &[], &["cut-off"]);
    check(
        b"WARC/1.0\r\nContent-Length: 0\r\n\r\nKenya sent 200 officers",
        &[],
        &["cut-off", "records-left-out"],
    );
}
