//! Files that fuzzing kept, parted by record separators: together they reach much of the code.

/// Reads each file: it becomes pages, or findings that say why not.
fn check(files: &[u8]) {
    let mut start = 0;
    let parts = files.windows(3).enumerate().filter(|(_, three)| three == b"\n\x1e\n").map(|(at, _)| at);
    for end in parts.chain([files.len()]) {
        for one in pages::open(&files[start..end]) {
            assert!(one.page.is_some() || !one.findings.is_empty());
            assert!(one.page.is_none_or(|page| !page.text.trim().is_empty()));
        }
        start = end + 3;
    }
}

#[test]
fn what_fuzzing_kept_is_read() {
    check(include_bytes!("fuzzed/html"));
    check(include_bytes!("fuzzed/feed"));
}
