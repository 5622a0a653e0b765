//! A page's lines of text: what stands in one paragraph, heading, item or row.

use super::{
    tag::Tag,
    tree::{Attributes, Tree, What},
};

/// One line, and where in the page it stands.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) text: String,
    /// Characters that are not white space, and how many of them are links.
    pub(super) chars: usize,
    pub(super) linked: usize,
    pub(super) kind: Tag,
    /// Its first text's place in the tree.
    pub(super) at: usize,
}

impl Line {
    /// Whether it reads as prose does: long enough, or ended as a sentence is; not made of links.
    pub(super) fn is_prose(&self) -> bool {
        self.chars >= 80 && self.is_text() || self.chars >= 20 && self.is_told()
    }

    /// Whether it ends as a sentence does.
    pub(super) fn is_told(&self) -> bool {
        self.is_text()
            && self.text.ends_with([
                '.', '!', '?', ':', ';', ',', '"', '\u{201d}', '\u{bb}', '\u{2026}', '\u{3002}', ')',
                '\u{2019}', '\'', '\u{964}', '\u{61f}', '\u{6d4}',
            ])
    }

    fn is_text(&self) -> bool {
        !self.is_links() && !matches!(self.kind, Tag::Heading(_) | Tag::Figcaption | Tag::Caption)
    }

    /// Whether most of it is links.
    pub(super) fn is_links(&self) -> bool {
        self.linked * 2 > self.chars
    }
}

/// The lines of a tree in order, without what is never shown.
pub(super) fn lines(tree: &Tree) -> Vec<Line> {
    let mut making = Making::default();
    let mut blocks: Vec<(Tag, usize)> = Vec::new();
    let (mut link_end, mut unseen_end) = (0, 0);
    for (at, node) in tree.nodes() {
        while let Some((tag, _)) = blocks.last().filter(|(_, end)| *end <= at) {
            // The end of a cell is not the end of its row.
            if *tag != Tag::Cell {
                making.flush(&blocks);
            }
            blocks.pop();
        }
        if at < unseen_end {
            continue;
        }
        match &node.what {
            What::Element(tag, attributes) => {
                if is_unseen(*tag, attributes) {
                    unseen_end = node.end;
                } else if *tag == Tag::Br {
                    making.broken += 1;
                } else if *tag == Tag::A {
                    link_end = link_end.max(node.end);
                } else if *tag == Tag::Cell {
                    making.cell();
                    blocks.push((Tag::Cell, node.end));
                } else if tag.is_block() {
                    making.flush(&blocks);
                    blocks.push((*tag, node.end));
                }
            }
            What::Text(text) => {
                let is_pre = blocks.iter().any(|(tag, _)| *tag == Tag::Pre);
                making.text(text, at, at < link_end, is_pre, &blocks);
            }
        }
    }
    making.flush(&blocks);
    making.lines
}

fn is_unseen(tag: Tag, attributes: &Attributes) -> bool {
    let style = || attributes.get("style").unwrap_or_default();
    matches!(tag, Tag::Unseen | Tag::Script | Tag::Title | Tag::Head | Tag::Button)
        || attributes.get("hidden").is_some_and(|how| how != "until-found")
        || attributes.get("aria-hidden") == Some("true")
        || (style().contains("display") && style().replace(' ', "").contains("display:none"))
}

#[derive(Default)]
struct Making {
    lines: Vec<Line>,
    text: String,
    chars: usize,
    linked: usize,
    at: usize,
    /// Line breaks since the last word.
    broken: usize,
    /// White space since the last word.
    spaced: bool,
}

impl Making {
    fn text(&mut self, text: &str, at: usize, linked: bool, is_pre: bool, blocks: &[(Tag, usize)]) {
        for c in text.chars() {
            match c {
                '\n' if is_pre => self.flush(blocks),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.spaced = true,
                // A hyphen or a break that may be shown, and is not.
                '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{2060}' => {}
                c => {
                    self.before_word(c, blocks);
                    if self.text.is_empty() {
                        self.at = at;
                    }
                    self.text.push(c);
                    self.chars += usize::from(!c.is_whitespace());
                    self.linked += usize::from(linked && !c.is_whitespace());
                }
            }
        }
    }

    /// The space before a word. One `<br>` is a line's end where a sentence ends too; else the line was too long.
    fn before_word(&mut self, next: char, blocks: &[(Tag, usize)]) {
        if self.broken > 1 || (self.broken == 1 && self.is_line_end(next)) {
            self.flush(blocks);
        } else if (self.spaced || self.broken > 0) && !self.text.is_empty() && !self.text.ends_with('\t') {
            self.text.push(' ');
        }
        (self.spaced, self.broken) = (false, 0);
    }

    /// Whether a single break ends a line: behind a sentence, or in a list of short lines. Others were set by hand.
    fn is_line_end(&self, next: char) -> bool {
        self.text.ends_with(['.', '!', '?', ':', '"', '\u{201d}', '\u{bb}'])
            || (self.chars < 36 && !(next.is_lowercase() || next.is_numeric()))
    }

    /// A cell begins: behind a tab in the line of its row.
    fn cell(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\t');
        }
        (self.spaced, self.broken) = (false, 0);
    }

    fn flush(&mut self, blocks: &[(Tag, usize)]) {
        (self.spaced, self.broken) = (false, 0);
        let kind = blocks.last().map_or(Tag::Body, |(tag, _)| *tag);
        let text = std::mem::take(&mut self.text);
        let (chars, linked) = (std::mem::take(&mut self.chars), std::mem::take(&mut self.linked));
        let text = text.trim().to_owned();
        if !text.is_empty() {
            self.lines.push(Line { text, chars, linked, kind, at: self.at });
        }
    }
}
