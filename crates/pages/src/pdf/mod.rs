//! PDF: the text of its pages, in the order it is drawn, as paragraphs.
//!
//! The objects are lopdf's, which holds nesting and unpacking to limits; where the words stand on a page is worked out
//! here, within limits of our own. Why: decision 10.

mod font;
mod glyphs;
mod paragraphs;

use lopdf::{Document, Error, LoadOptions, Object};
use model::Finding;

use crate::Page;
use glyphs::Drawing;

/// The most bytes that one packed stream may hold.
const MOST_UNPACKED: usize = 16 * 1024 * 1024;

/// The most pages that are read.
const MOST_PAGES: usize = 5_000;

pub(crate) fn is_pdf(bytes: &[u8]) -> bool {
    // Some put a line before the header.
    bytes.get(..1024.min(bytes.len())).is_some_and(|start| start.windows(5).any(|five| five == b"%PDF-"))
}

/// The text of a PDF; none, with a finding, where it is locked, broken or made of pictures.
pub(crate) fn read(bytes: &[u8], findings: &mut Vec<Finding>) -> Option<Page> {
    let options = LoadOptions { max_decompressed_size: Some(MOST_UNPACKED), ..LoadOptions::default() };
    let document = match Document::load_mem_with_options(bytes, options) {
        Ok(document) => document,
        Err(Error::InvalidPassword | Error::Decryption(_)) => {
            findings.push(locked());
            return None;
        }
        Err(error) => {
            let finding = Finding::new("pdf-broken", format!("the PDF cannot be taken apart: {error}"));
            findings.push(finding.hint("fetch it again, or open it in a viewer and print it to a new PDF"));
            return None;
        }
    };
    if document.is_encrypted() {
        findings.push(locked());
        return None;
    }
    let ids: Vec<_> = document.page_iter().take(MOST_PAGES + 1).collect();
    if ids.len() > MOST_PAGES {
        let message = format!("the PDF has more than {MOST_PAGES} pages; those behind are left out");
        findings.push(Finding::new("too-large", message).hint("split it"));
    }
    let mut drawing = Drawing::new(&document);
    let mut pages = Vec::new();
    for id in ids.iter().take(MOST_PAGES) {
        pages.push(drawing.page(*id));
    }
    if drawing.is_spent {
        let message = "the PDF draws more than is ever read; what comes behind is left out";
        findings.push(Finding::new("too-large", message).hint("split it, or save its text"));
    }
    let text = paragraphs::text(&pages);
    if text.chars().filter(|c| c.is_alphabetic()).take(20).count() < 20 {
        let many = if ids.len() == 1 { "page is a picture" } else { "pages are pictures" };
        let message =
            format!("the PDF has no text: its {} {many}, or its letters have no meaning given", ids.len());
        findings.push(Finding::new("pdf-without-text", message).hint("give it a text layer by OCR first"));
        return None;
    }
    Some(Page { title: title(&document), text, ..Page::default() })
}

fn locked() -> Finding {
    Finding::new("pdf-locked", "the PDF is locked with a password")
        .hint("open it with its password and save it without, or save its text")
}

/// The title that the PDF gives itself, unless that is the name of a file.
fn title(document: &Document) -> Option<String> {
    let info = document.trailer.get(b"Info").ok().and_then(|info| match info {
        Object::Reference(id) => document.get_dictionary(*id).ok(),
        other => other.as_dict().ok(),
    })?;
    let (_, title) = document.dereference(info.get(b"Title").ok()?).ok()?;
    let title = lopdf::decode_text_string(title).ok()?;
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_file = title.starts_with("Microsoft ")
        || title.rsplit_once('.').is_some_and(|(_, end)| (2..=4).contains(&end.len()) && !end.contains(' '))
        || title.eq_ignore_ascii_case("untitled");
    (!title.is_empty() && !is_file && !title.contains(char::is_control)).then_some(title)
}
