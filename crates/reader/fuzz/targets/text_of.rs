//! Any bytes become a text or a finding that says why not.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reader::text_of;

fuzz_target!(|bytes: &[u8]| {
    let (text, findings) = text_of(bytes);
    assert!(text.is_some() || !findings.is_empty());
    assert!(text.is_none_or(|text| !text.trim().is_empty()));
});
