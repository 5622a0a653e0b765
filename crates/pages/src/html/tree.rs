//! The elements and texts of a page, in the order they stand in.
//!
//! The tokens are html5gum's, which reads as WHATWG has it and in linear time. The tree is simpler than a browser's:
//! it need not be drawn. It has a greatest depth and size, so that no page can make it slow.

use std::ops::Range;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::tag::Tag;

/// Elements nest no deeper; what nests deeper is read as if its element were not there.
pub(super) const MOST_DEPTH: usize = 256;

/// Elements and texts in one page; what comes behind is left out.
pub(super) const MOST_NODES: usize = 1_000_000;

/// A page's nodes in document order: those below one stand right behind it.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// Something nests deeper than [`MOST_DEPTH`].
    pub(super) is_too_deep: bool,
    /// There are more than [`MOST_NODES`].
    pub(super) is_too_large: bool,
}

#[derive(Debug)]
pub(super) struct Node {
    /// The first node behind it that is not below it.
    pub(super) end: usize,
    pub(super) what: What,
}

#[derive(Debug)]
pub(super) enum What {
    Element(Tag, Attributes),
    Text(Box<str>),
}

/// The attributes that say something on an element: few are kept, so that a page of attributes stays small.
#[derive(Debug, Default)]
pub(super) struct Attributes(Vec<(Box<str>, Box<str>)>);

impl Attributes {
    fn of(tag: &mut StartTag<()>) -> Self {
        const KEPT: &[&str] = &[
            "aria-hidden",
            "class",
            "content",
            "datetime",
            "hidden",
            "href",
            "http-equiv",
            "id",
            "itemprop",
            "itemtype",
            "lang",
            "name",
            "property",
            "pubdate",
            "rel",
            "role",
            "style",
            "type",
            "data-testid",
        ];
        let kept = KEPT.iter().filter_map(|name| {
            let (name, value) = tag.attributes.remove_entry(name.as_bytes())?;
            Some((text(&name).into(), text(&value.value).trim().into()))
        });
        Self(kept.collect())
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| **found == *name).map(|(_, value)| &**value)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

impl Tree {
    /// The tree of a page.
    pub(super) fn of(html: &str) -> Self {
        let mut making = Making::default();
        let mut emitter = DefaultEmitter::default();
        // What stands in a script or a style is no markup.
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => making.open(tag),
                Token::EndTag(tag) => making.close(Tag::of(&tag.name)),
                Token::String(string) => making.text(&string.value),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
            if making.tree.nodes.len() >= MOST_NODES {
                making.tree.is_too_large = true;
                break;
            }
        }
        making.pop_to(0);
        making.tree
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn node(&self, at: usize) -> Option<&Node> {
        self.nodes.get(at)
    }

    /// The nodes with their places.
    pub(super) fn nodes(&self) -> impl Iterator<Item = (usize, &Node)> {
        self.nodes.iter().enumerate()
    }

    /// The elements with their places.
    pub(super) fn elements(&self) -> impl Iterator<Item = (usize, Tag, &Attributes)> {
        self.nodes.iter().enumerate().filter_map(|(at, node)| match &node.what {
            What::Element(tag, attributes) => Some((at, *tag, attributes)),
            What::Text(_) => None,
        })
    }

    /// The places of a node and all below it.
    pub(super) fn below(&self, at: usize) -> Range<usize> {
        at..self.nodes.get(at).map_or(at, |node| node.end)
    }

    /// All text below a node, its white space as it stands.
    pub(super) fn text_below(&self, at: usize) -> String {
        self.nodes.get(self.below(at)).unwrap_or_default().iter().filter_map(Node::text).collect()
    }
}

impl Node {
    pub(super) fn text(&self) -> Option<&str> {
        if let What::Text(text) = &self.what { Some(text) } else { None }
    }
}

/// A tree in the making.
#[derive(Default)]
struct Making {
    tree: Tree,
    open: Vec<(Tag, usize)>,
    /// Elements opened too deep, which are not in the tree.
    too_deep: usize,
}

impl Making {
    fn open(&mut self, mut tag: StartTag<()>) {
        let name = Tag::of(&tag.name);
        // The first of an element that this one ends, with all that is open in it; none behind a wall.
        for (index, (open, _)) in self.open.iter().enumerate().rev() {
            if name.ends(*open) {
                self.pop_to(index);
                break;
            }
            if open.is_wall() {
                break;
            }
        }
        if self.open.len() >= MOST_DEPTH && !name.is_void() {
            self.tree.is_too_deep = true;
            self.too_deep += 1;
            return;
        }
        let at = self.push(What::Element(name, Attributes::of(&mut tag)));
        let is_whole = name.is_void() || (tag.self_closing && name == Tag::Unseen);
        if !is_whole {
            self.open.push((name, at));
        }
    }

    fn close(&mut self, name: Tag) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        if name == Tag::Br {
            self.push(What::Element(Tag::Br, Attributes::default()));
            return;
        }
        for (index, (open, _)) in self.open.iter().enumerate().rev() {
            if *open == name || matches!((open, name), (Tag::Heading(_), Tag::Heading(_))) {
                self.pop_to(index);
                return;
            }
            // "<b><p>one</b> two</p>": the end of what stands within a line ends no line.
            let is_held = if name.is_block() {
                *open == Tag::Cell && name != Tag::Row && name != Tag::Table && name != Tag::TableBody
            } else {
                open.is_block()
            };
            if is_held {
                return;
            }
        }
    }

    fn text(&mut self, bytes: &[u8]) {
        let skipped = match self.open.last() {
            Some((Tag::Unseen, _)) => true,
            Some((Tag::Script, at)) => !self.is_json(*at),
            _ => false,
        };
        if !skipped {
            self.push(What::Text(text(bytes).into()));
        }
    }

    /// Whether a script is no program but data.
    fn is_json(&self, at: usize) -> bool {
        matches!(self.tree.node(at).map(|node| &node.what), Some(What::Element(_, attributes))
            if attributes.get("type").is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json")))
    }

    fn push(&mut self, what: What) -> usize {
        let at = self.tree.nodes.len();
        self.tree.nodes.push(Node { end: at + 1, what });
        at
    }

    fn pop_to(&mut self, len: usize) {
        let end = self.tree.nodes.len();
        for (_, at) in self.open.drain(len..) {
            if let Some(node) = self.tree.nodes.get_mut(at) {
                node.end = end;
            }
        }
    }
}
