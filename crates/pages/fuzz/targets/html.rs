//! Any bytes become a page or a finding that says why not.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for bytes in [bytes, &[&b"<!doctype html><html>"[..], bytes].concat()] {
        for taken in pages::of_bytes(bytes) {
            assert!(taken.page.is_some() || !taken.findings.is_empty());
            assert!(taken.page.is_none_or(|page| !page.text.trim().is_empty()));
        }
    }
});
