//! A font, as far as it tells which letters a string is and how wide they are.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Encoding, Object};

use super::MOST_UNPACKED;

/// The width of a letter whose font does not tell, in thousandths of its size.
const USUAL_WIDTH: f32 = 500.0;

/// What is needed of a font.
pub(super) struct Font<'d> {
    encoding: Option<Encoding<'d>>,
    /// Two bytes make a letter.
    is_wide: bool,
    widths: BTreeMap<u32, f32>,
    otherwise: f32,
}

impl<'d> Font<'d> {
    pub(super) fn of(font: &'d Dictionary, document: &'d Document) -> Self {
        let is_wide = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0");
        let (widths, otherwise) =
            if is_wide { wide_widths(font, document) } else { (widths(font, document), USUAL_WIDTH) };
        let encoding = font.get_font_encoding_with_limit(document, MOST_UNPACKED).ok();
        Self { encoding, is_wide, widths, otherwise }
    }

    /// The letters of a string; none that cannot be known.
    pub(super) fn letters(&self, string: &[u8]) -> String {
        let mut letters = String::new();
        let is_known =
            self.encoding.as_ref().is_some_and(|e| e.write_to_string(string, &mut letters).is_ok());
        if !is_known {
            letters.clear();
            if !self.is_wide {
                letters = encoding_rs::WINDOWS_1252.decode_without_bom_handling(string).0.into_owned();
            }
        }
        letters.retain(|c| c != '\0' && c != '\u{fffd}');
        letters
    }

    /// How far a string moves on, in thousandths of the size; how many letters it has, and how many of them are spaces.
    pub(super) fn advance(&self, string: &[u8]) -> (f32, f32, f32) {
        let (mut width, mut count, mut spaces) = (0.0, 0.0, 0.0);
        let mut see = |code: u32| {
            width += self.widths.get(&code).copied().unwrap_or(self.otherwise);
            count += 1.0;
        };
        if self.is_wide {
            string
                .chunks(2)
                .for_each(|two| see(two.iter().fold(0, |code, byte| code << 8 | u32::from(*byte))));
        } else {
            for byte in string {
                see(u32::from(*byte));
                spaces += f32::from(u8::from(*byte == b' '));
            }
        }
        (width, count, spaces)
    }
}

fn widths(font: &Dictionary, document: &Document) -> BTreeMap<u32, f32> {
    let first =
        font.get(b"FirstChar").and_then(Object::as_i64).ok().and_then(|first| u32::try_from(first).ok());
    let list = font.get_deref(b"Widths", document).and_then(Object::as_array);
    let (Some(first), Ok(list)) = (first, list) else { return BTreeMap::new() };
    (first..)
        .zip(list.iter().take(256))
        .filter_map(|(code, width)| Some((code, number(width, document)?)))
        .collect()
}

/// The widths of a font of two-byte letters: runs of widths behind their first code, or one width for a stretch.
fn wide_widths(font: &Dictionary, document: &Document) -> (BTreeMap<u32, f32>, f32) {
    let below = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).ok();
    let below = below.and_then(|fonts| document.dereference(fonts.first()?).ok()?.1.as_dict().ok());
    let Some(below) = below else { return (BTreeMap::new(), USUAL_WIDTH) };
    let otherwise = below.get(b"DW").ok().and_then(|width| number(width, document)).unwrap_or(1000.0);
    let mut widths = BTreeMap::new();
    let list = below.get_deref(b"W", document).and_then(Object::as_array);
    let mut items = list.map(|list| list.iter()).into_iter().flatten();
    while let Some(first) = items.next().and_then(code) {
        let Some(next) = items.next().and_then(|next| document.dereference(next).ok()) else { break };
        if let Ok(run) = next.1.as_array() {
            let run = run.iter().take(1 << 16).filter_map(|width| number(width, document));
            widths.extend((first..).zip(run));
        } else if let (Some(last), Some(width)) = (code(next.1), items.next()) {
            let Some(width) = number(width, document) else { break };
            widths.extend((first..=last.min(first.saturating_add(1 << 16))).map(|code| (code, width)));
        }
    }
    (widths, otherwise)
}

fn code(object: &Object) -> Option<u32> {
    object.as_i64().ok().and_then(|code| u32::try_from(code).ok()).filter(|code| *code <= 0xffff)
}

fn number(object: &Object, document: &Document) -> Option<f32> {
    document.dereference(object).ok()?.1.as_float().ok()
}
