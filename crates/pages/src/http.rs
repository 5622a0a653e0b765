//! What a web server answered, as an archive keeps it: status, header, body.

use std::{borrow::Cow, io::Read};

use flate2::read::{MultiGzDecoder, ZlibDecoder};
use model::Finding;

use crate::MOST_BYTES;

/// An answer, unpacked.
#[derive(Debug)]
pub(crate) struct Answer<'b> {
    /// Whether there was something at the address.
    pub(crate) is_found: bool,
    /// `text/html`; empty where nothing is said.
    kind: String,
    pub(crate) charset: Option<String>,
    pub(crate) body: Cow<'b, [u8]>,
    /// What was wrong in unpacking it.
    pub(crate) fault: Option<Finding>,
}

impl<'b> Answer<'b> {
    /// The answer in a record of an archive that says it holds `content`.
    pub(crate) fn of(content: &str, block: &'b [u8]) -> Self {
        let (kind, charset) = kind(content);
        if kind != "application/http" {
            return Self { is_found: true, kind, charset, body: Cow::Borrowed(block), fault: None };
        }
        let (header, body) = split(block);
        let header = String::from_utf8_lossy(header);
        let mut lines = header.lines();
        let status = lines.next().unwrap_or_default().split_whitespace().nth(1);
        let mut answer = Self {
            is_found: status.is_some_and(|status| status.starts_with('2')),
            kind: String::new(),
            charset: None,
            body: Cow::Borrowed(body),
            fault: None,
        };
        let (mut packed, mut is_chunked) = (String::new(), false);
        for (name, value) in lines.filter_map(|line| line.split_once(':')) {
            let value = value.trim().to_ascii_lowercase();
            match name.trim().to_ascii_lowercase().as_str() {
                "content-type" => (answer.kind, answer.charset) = self::kind(&value),
                "content-encoding" => packed = value,
                "transfer-encoding" => is_chunked = value.contains("chunked"),
                _ => {}
            }
        }
        if !answer.is_found || !answer.is_readable() {
            return answer;
        }
        if is_chunked && let Some(whole) = joined(&answer.body) {
            answer.body = Cow::Owned(whole);
        }
        answer.unpack(&packed);
        answer
    }

    /// Whether its kind is one that people read. What says nothing may be.
    pub(crate) fn is_readable(&self) -> bool {
        matches!(
            self.kind.as_str(),
            "" | "text/html"
                | "text/plain"
                | "application/xhtml+xml"
                | "application/pdf"
                | "application/rss+xml"
                | "application/atom+xml"
                | "application/rdf+xml"
                | "application/xml"
                | "text/xml"
        )
    }

    /// Undoes the compression, where the archive has not undone it already.
    fn unpack(&mut self, packed: &str) {
        let mut whole = Vec::new();
        let most = MOST_BYTES as u64 + 1;
        let body: &[u8] = &self.body;
        let outcome = match packed {
            "gzip" | "x-gzip" if body.starts_with(&[0x1f, 0x8b]) => {
                MultiGzDecoder::new(body).take(most).read_to_end(&mut whole)
            }
            "deflate" => ZlibDecoder::new(body).take(most).read_to_end(&mut whole),
            _ => return,
        };
        match outcome {
            Err(error) if whole.is_empty() => {
                let message = format!("its {packed} compression cannot be undone: {error}");
                self.fault = Some(Finding::new("cut-off", message).hint("fetch the page again"));
            }
            Err(error) => {
                let message =
                    format!("its {packed} compression ends early ({error}); what came before is read");
                self.fault = Some(Finding::new("cut-off", message).hint("fetch the page again"));
            }
            Ok(_) => {}
        }
        self.body = Cow::Owned(whole);
    }
}

/// `text/html; charset=utf-8` as kind and charset.
fn kind(content: &str) -> (String, Option<String>) {
    let mut parts = content.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
    let charset = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']).to_owned())
    });
    (kind, charset)
}

/// Header and body, which a blank line parts.
fn split(block: &[u8]) -> (&[u8], &[u8]) {
    let at = |mark: &[u8]| {
        block.windows(mark.len()).position(|window| window == mark).map(|at| (at, at + mark.len()))
    };
    let found = [at(b"\r\n\r\n"), at(b"\n\n")].into_iter().flatten().min();
    match found {
        Some((end, start)) => (block.get(..end).unwrap_or_default(), block.get(start..).unwrap_or_default()),
        None => (block, &[]),
    }
}

/// A chunked body in one piece; none where it is not chunked, since some archives join the chunks and keep the header.
fn joined(body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    let mut rest = body;
    loop {
        let end = rest.iter().take(80).position(|byte| *byte == b'\n')?;
        let line = std::str::from_utf8(rest.get(..end)?).ok()?;
        let length = usize::from_str_radix(line.split(';').next()?.trim(), 16).ok()?;
        rest = rest.get(end + 1..)?;
        if length == 0 {
            return Some(whole);
        }
        let Some(chunk) = rest.get(..length) else {
            // Cut off in its last chunk.
            whole.extend_from_slice(rest);
            return Some(whole);
        };
        whole.extend_from_slice(chunk);
        rest = rest.get(length..)?;
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        if rest.is_empty() {
            return Some(whole);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_joined() {
        assert_eq!(
            joined(b"5\r\nKenya\r\n6;x=1\r\n and H\r\n0\r\n\r\n").as_deref(),
            Some(&b"Kenya and H"[..])
        );
        assert_eq!(joined(b"5\r\nKenya\r\nff\r\nand").as_deref(), Some(&b"Kenyaand"[..]));
        assert_eq!(joined(b"<html>\n"), None);
    }

    #[test]
    fn an_answer_is_taken_apart() {
        let block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"ISO-8859-1\"\r\n\r\n<p>S\xe9gur";
        let answer = Answer::of("application/http; msgtype=response", block);
        assert!(answer.is_found && answer.is_readable());
        assert_eq!((answer.charset.as_deref(), &*answer.body), (Some("iso-8859-1"), &b"<p>S\xe9gur"[..]));
        let answer = Answer::of("application/http", b"HTTP/1.1 404 Not Found\n\n<p>gone");
        assert!(!answer.is_found);
        let answer = Answer::of("image/png", b"\x89PNG");
        assert!(!answer.is_readable());
    }
}
