//! Any bytes, as a feed and as an archive, become pages or findings that say why not.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let feed = [&b"<rss><channel><item>"[..], bytes].concat();
    let archive = [&b"WARC/1.0\r\nWARC-Type: response\r\n"[..], bytes].concat();
    for bytes in [bytes, &feed, &archive] {
        let mut is_told = false;
        for taken in pages::open(bytes) {
            is_told = true;
            assert!(taken.page.is_some() || !taken.findings.is_empty());
            assert!(taken.page.is_none_or(|page| !page.text.trim().is_empty()));
        }
        assert!(is_told || bytes.starts_with(b"WARC/"));
    }
});
