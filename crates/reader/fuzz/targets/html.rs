//! Any bytes become a page or a finding that says why not, and no mark of a page is left in its text.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let page = [b"<!doctype html><html>", bytes].concat();
    for bytes in [bytes, &page] {
        let (page, findings) = pages::read(bytes);
        assert!(page.is_some() || !findings.is_empty());
        assert!(page.is_none_or(|page| !page.text.trim().is_empty()));
    }
});
