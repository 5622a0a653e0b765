//! One document: bytes of any kind in, a page and findings out.

use model::Finding;

use crate::{
    Page,
    charset::{decode, looks_binary},
    html, pdf,
};

/// The most bytes of one document.
pub const MOST_BYTES: usize = 50 * 1024 * 1024;

/// The text in a document's bytes, what it says of itself, and what was wrong with it. There is no page where there is
/// nothing to read: an empty file, a file that is no text, one above [`MOST_BYTES`].
pub(crate) fn read(bytes: &[u8]) -> (Option<Page>, Vec<Finding>) {
    read_declared(bytes, None)
}

/// As [`read`], with the charset that was told from outside.
pub(crate) fn read_declared(bytes: &[u8], charset: Option<&str>) -> (Option<Page>, Vec<Finding>) {
    let mut findings = Vec::new();
    let page = page(bytes, charset, &mut findings);
    (page, findings)
}

fn page(bytes: &[u8], charset: Option<&str>, findings: &mut Vec<Finding>) -> Option<Page> {
    if bytes.len() > MOST_BYTES {
        let message = format!("the document has {} bytes; the most is {MOST_BYTES}", bytes.len());
        findings.push(Finding::new("too-large", message).hint("split it into documents of their own"));
        return None;
    }
    if pdf::is_pdf(bytes) {
        return pdf::read(bytes, findings);
    }
    let text = decode(bytes, charset, findings);
    if looks_binary(&text) {
        let message = "the document is not a text: it is full of control characters";
        let hint = "give a text or an HTML page; other formats need converting first";
        findings.clear();
        findings.push(Finding::new("not-text", message).hint(hint));
        return None;
    }
    if text.trim().is_empty() {
        findings.push(Finding::new("empty", "the document has no words").hint("give a file with text in it"));
        return None;
    }
    if is_html(&text) {
        return html::read(&text, findings);
    }
    Some(Page { text, ..Page::default() })
}

/// Whether a text is an HTML page: it begins with an element or a comment, and one of its first is a page's.
fn is_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(1_024).collect::<String>().to_ascii_lowercase();
    let opens = |name: &str| {
        start.match_indices(name).any(|(at, _)| {
            let behind = start.as_bytes().get(at + name.len());
            behind.is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'))
        })
    };
    start.starts_with('<')
        && [
            "<!doctype html",
            "<html",
            "<head",
            "<body",
            "<title",
            "<meta",
            "<article",
            "<div",
            "<p",
            "<h1",
            "<table",
        ]
        .iter()
        .any(|name| opens(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], want: Option<&str>, codes: &[&str]) {
        let (page, findings) = read(bytes);
        let got: Vec<_> = findings.iter().map(|finding| finding.code).collect();
        assert_eq!((page.as_ref().map(|page| page.text.as_str()), got.as_slice()), (want, codes));
    }

    #[test]
    fn any_bytes_become_text_or_a_finding() {
        check(b"Kenya", Some("Kenya"), &[]);
        check(b"S\xe9gur-Savien is a place", Some("Ségur-Savien is a place"), &["not-utf-8"]);
        check(b"", None, &["empty"]);
        check(b" \n\t", None, &["empty"]);
        check(b"\x7fELF\x02\x01\x01\0\0\0", None, &["not-text"]);
        check(b"\x89PNG\r\n\x1a\n\xff\xfe\xfd\xfc", None, &["not-text"]);
        check(b"<!DOCTYPE html><p>Kenya sent 200 officers.", Some("Kenya sent 200 officers.\n"), &[]);
        check(b"<p>Kenya sent 200 officers.", Some("Kenya sent 200 officers.\n"), &[]);
        check(b"<html><nav><a href=/>Home</a></nav>", None, &["page-without-text"]);
        check(b"<200 officers are there.", Some("<200 officers are there."), &[]);
    }

    #[test]
    fn a_document_has_a_largest_size() {
        check(&vec![b'a'; MOST_BYTES + 1], None, &["too-large"]);
    }
}
