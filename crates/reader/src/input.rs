//! Input: bytes of any kind in, text and findings out.

use model::Finding;

/// The most bytes of one document.
pub const MOST_BYTES: usize = 50 * 1024 * 1024;

/// The text in a file's bytes and what was wrong with them. There is no text where there is nothing to read: an empty
/// file, a file that is no text, one above [`MOST_BYTES`].
///
/// UTF-8 and, with a byte order mark, UTF-16 are read; what is not valid in them is read as U+FFFD.
#[must_use]
pub fn text_of(bytes: &[u8]) -> (Option<String>, Vec<Finding>) {
    if bytes.len() > MOST_BYTES {
        let message = format!("the document has {} bytes; the most is {MOST_BYTES}", bytes.len());
        return (None, vec![Finding::new("too-large", message).hint("split it into documents of their own")]);
    }
    let mut findings = Vec::new();
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes, &mut findings),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes, &mut findings),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf_8(rest, &mut findings),
        _ => utf_8(bytes, &mut findings),
    };
    if is_binary(&text) {
        let hint = "give a plain text file; other formats need converting first";
        return (
            None,
            vec![
                Finding::new("not-text", "the document is not a text: it is full of control characters")
                    .hint(hint),
            ],
        );
    }
    if text.trim().is_empty() {
        findings.push(Finding::new("empty", "the document has no words").hint("give a file with text in it"));
        return (None, findings);
    }
    if is_html(&text) {
        let hint = "save the page as plain text";
        findings.push(
            Finding::new("html-not-read", "the document is an HTML page; its marks are read as words")
                .hint(hint),
        );
    }
    (Some(text), findings)
}

fn utf_8(bytes: &[u8], findings: &mut Vec<Finding>) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(error) => {
            let at = error.valid_up_to();
            let byte = bytes.get(at).copied().unwrap_or_default();
            let message =
                format!("byte {at} (0x{byte:02x}) is not UTF-8; it and any like it are read as U+FFFD");
            findings.push(Finding::new("not-utf-8", message).hint("save the document as UTF-8"));
            String::from_utf8_lossy(bytes).into_owned()
        }
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16, findings: &mut Vec<Finding>) -> String {
    let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect();
    let text = String::from_utf16_lossy(&units);
    if bytes.len() % 2 == 1 || String::from_utf16(&units).is_err() {
        let message = "the document is not valid UTF-16; what is wrong in it is read as U+FFFD";
        findings.push(Finding::new("not-utf-16", message).hint("save the document as UTF-8"));
    }
    text
}

/// Whether a text has a NUL, or more than one in ten of its first characters are control characters or unreadable.
fn is_binary(text: &str) -> bool {
    let odd = |c: &char| {
        (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}')) || *c == '\u{fffd}'
    };
    let seen = text.chars().take(8_192).count();
    text.contains('\0') || text.chars().take(8_192).filter(odd).count() * 10 > seen
}

fn is_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(1_024).collect::<String>().to_lowercase();
    start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || (start.starts_with('<') && start.contains("<html"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], want: Option<&str>, codes: &[&str]) {
        let (text, findings) = text_of(bytes);
        let got: Vec<_> = findings.iter().map(|finding| finding.code).collect();
        assert_eq!((text.as_deref(), got.as_slice()), (want, codes));
    }

    #[test]
    fn any_bytes_become_text_or_a_finding() {
        check(b"Kenya", Some("Kenya"), &[]);
        check(b"\xef\xbb\xbfKenya", Some("Kenya"), &[]);
        check(b"S\xe9gur-Savien is a place", Some("S\u{fffd}gur-Savien is a place"), &["not-utf-8"]);
        check(b"\xff\xfeK\0e\0", Some("Ke"), &[]);
        check(b"\xfe\xff\0K\0e", Some("Ke"), &[]);
        check(b"\xfe\xff\0K\0e\0", Some("Ke"), &["not-utf-16"]);
        check(b"", None, &["empty"]);
        check(b" \n\t", None, &["empty"]);
        check(b"\x7fELF\x02\x01\x01\0\0\0", None, &["not-text"]);
        check(b"\x89PNG\r\n\x1a\n\xff\xfe\xfd\xfc", None, &["not-text"]);
        check(b"<!DOCTYPE html><p>Kenya", Some("<!DOCTYPE html><p>Kenya"), &["html-not-read"]);
    }

    #[test]
    fn a_document_has_a_largest_size() {
        check(&vec![b'a'; MOST_BYTES + 1], None, &["too-large"]);
    }
}
