//! Bytes into text: by the byte order mark, by what the document declares, else as UTF-8 or windows-1252.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use model::Finding;

/// A document declares its encoding in its first bytes, as WHATWG has it.
const DECLARED_WITHIN: usize = 1024;

/// The text of some bytes, and what was wrong with them.
///
/// `declared` is what was told of the bytes from outside, such as by the header of a web server's answer.
pub(crate) fn decode(bytes: &[u8], declared: Option<&str>, findings: &mut Vec<Finding>) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return by(encoding, bytes.get(mark..).unwrap_or_default(), findings);
    }
    let declared =
        declared.and_then(|label| Encoding::for_label(label.as_bytes())).or_else(|| declaration(bytes));
    match (std::str::from_utf8(bytes), declared) {
        (Ok(text), Some(encoding)) if encoding != UTF_8 && !text.is_ascii() && !is_wide(encoding) => {
            let name = encoding.name();
            let message = format!("the document says it is {name}, and is UTF-8; it is read as UTF-8");
            findings.push(Finding::new("charset-disagrees", message).hint("check names with accents"));
            text.to_owned()
        }
        (Ok(text), _) => text.to_owned(),
        (Err(_), Some(encoding)) if encoding != UTF_8 => by(encoding, bytes, findings),
        (Err(error), _) => undeclared(bytes, error.valid_up_to(), findings),
    }
}

/// Whether text in this encoding can be taken for ASCII, so that bytes that are valid UTF-8 say nothing.
fn is_wide(encoding: &Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE || encoding == encoding_rs::ISO_2022_JP
}

/// Bytes that are no valid UTF-8 and do not say what they are: UTF-8 with slips where most of what is not ASCII in
/// them is valid, else what old Western documents are in.
fn undeclared(bytes: &[u8], at: usize, findings: &mut Vec<Finding>) -> String {
    let lossy = String::from_utf8_lossy(bytes);
    let odd = lossy.chars().filter(|c| *c == '\u{fffd}').count();
    let sound = lossy.chars().filter(|c| !c.is_ascii()).count() - odd;
    let byte = bytes.get(at).copied().unwrap_or_default();
    let (how, text) = if sound > odd || looks_binary(&lossy) {
        ("it and any like it are read as U+FFFD", lossy.into_owned())
    } else {
        (
            "the document is read as windows-1252",
            WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
        )
    };
    let message = format!("byte {at} (0x{byte:02x}) is not UTF-8; {how}");
    findings.push(Finding::new("not-utf-8", message).hint("save the document as UTF-8"));
    text
}

/// Whether a text has a NUL, or more than one in ten of its first characters are control characters or unreadable.
pub(crate) fn looks_binary(text: &str) -> bool {
    let odd = |c: &char| {
        (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{85}')) || *c == '\u{fffd}'
    };
    let seen = text.chars().take(8_192).count();
    text.contains('\0') || text.chars().take(8_192).filter(odd).count() * 10 > seen
}

fn by(encoding: &'static Encoding, bytes: &[u8], findings: &mut Vec<Finding>) -> String {
    let (text, has_errors) = encoding.decode_without_bom_handling(bytes);
    if has_errors {
        let name = encoding.name();
        let code = if encoding == UTF_8 { "not-utf-8" } else { "not-in-charset" };
        let message = format!("the document is not valid {name}; what is wrong in it is read as U+FFFD");
        findings.push(Finding::new(code, message).hint("save the document as UTF-8"));
    }
    text.into_owned()
}

/// What a page or a feed says of its encoding: `<meta charset=…>`, `<meta … content="…; charset=…">`,
/// `<?xml … encoding="…"?>`.
fn declaration(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..DECLARED_WITHIN.min(bytes.len()))?.to_ascii_lowercase();
    if !start.trim_ascii_start().starts_with(b"<") {
        return None;
    }
    let mut from = 0;
    while let Some(tag) = find(&start, b"<", from) {
        let end = find(&start, b">", tag).unwrap_or(start.len());
        let inside = start.get(tag..end).unwrap_or_default();
        let key: Option<&[u8]> = match inside {
            _ if inside.starts_with(b"<meta") => Some(b"charset"),
            _ if inside.starts_with(b"<?xml") => Some(b"encoding"),
            _ => None,
        };
        let label = key.and_then(|key| value(inside, key));
        if let Some(encoding) = label.and_then(Encoding::for_label) {
            // A document in UTF-16 could not have been read this far.
            return Some(if is_wide(encoding) { UTF_8 } else { encoding });
        }
        from = end.max(tag + 1);
    }
    None
}

/// The word behind `key=`, in quotes or bare.
fn value<'b>(inside: &'b [u8], key: &[u8]) -> Option<&'b [u8]> {
    let at = find(inside, key, 0)? + key.len();
    let rest = inside.get(at..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = rest.iter().position(|byte| b"\"'; \t\r\n/?".contains(byte)).unwrap_or(rest.len());
    rest.get(..end)
}

fn find(bytes: &[u8], what: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(what.len()).position(|window| window == what).map(|at| at + from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], declared: Option<&str>, want: &str, codes: &[&str]) {
        let mut findings = Vec::new();
        let text = decode(bytes, declared, &mut findings);
        let got: Vec<_> = findings.iter().map(|finding| finding.code).collect();
        assert_eq!((text.as_str(), got.as_slice()), (want, codes));
    }

    #[test]
    fn bytes_are_read_in_their_encoding() {
        check(b"Kenya", None, "Kenya", &[]);
        check(b"\xef\xbb\xbfKenya", None, "Kenya", &[]);
        check(b"\xff\xfeK\0e\0", None, "Ke", &[]);
        check(b"\xfe\xff\0K\0e", None, "Ke", &[]);
        check(b"\xfe\xff\0K\0e\0", None, "Ke\u{fffd}", &["not-in-charset"]);
        check("Ségur".as_bytes(), None, "Ségur", &[]);
        check(
            b"They left S\xe9gur-Savien for the capital \x93now\x94",
            None,
            "They left Ségur-Savien for the capital “now”",
            &["not-utf-8"],
        );
        check(b"S\xc3\xa9gur-\xc3\xa9tat \xe9.", None, "Ségur-état \u{fffd}.", &["not-utf-8"]);
        check(b"S\xe9gur", Some("iso-8859-1"), "Ségur", &[]);
        check(b"<meta charset=iso-8859-1><p>S\xe9gur", None, "<meta charset=iso-8859-1><p>Ségur", &[]);
        check(
            b"<html><META http-equiv='Content-Type' content='text/html; charset=windows-1251'>\xca",
            None,
            "<html><META http-equiv='Content-Type' content='text/html; charset=windows-1251'>К",
            &[],
        );
        check(
            b"<?xml version='1.0' encoding='windows-1252'?>\xe9",
            None,
            "<?xml version='1.0' encoding='windows-1252'?>é",
            &[],
        );
        check("<meta charset=latin1>é".as_bytes(), None, "<meta charset=latin1>é", &["charset-disagrees"]);
        check(b"<meta charset=utf-16>Kenya", None, "<meta charset=utf-16>Kenya", &[]);
    }
}
