//! The elements that say something on how a page is laid out; all others are `Other`.

/// An element's name, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    A,
    Article,
    Aside,
    Blockquote,
    Body,
    Br,
    Button,
    Caption,
    Cell,
    Div,
    /// `dt`, `dd`
    Entry,
    Figcaption,
    Figure,
    Footer,
    Form,
    Head,
    Header,
    /// `h1` to `h6`
    Heading(u8),
    Hr,
    Html,
    Item,
    /// `ul`, `ol`, `dl`, `menu`
    List,
    Link,
    Main,
    Meta,
    Nav,
    P,
    Pre,
    Row,
    Script,
    Section,
    Table,
    /// `thead`, `tbody`, `tfoot`
    TableBody,
    Time,
    Title,
    /// What is never shown as text: `style`, `template`, `svg`, `select`, `iframe` and their like.
    Unseen,
    /// `img`, `input` and others that hold nothing.
    Void,
    /// `b`, `span`, `font` and whatever else stands within a line.
    Other,
}

impl Tag {
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"a" => Self::A,
            b"article" => Self::Article,
            b"aside" => Self::Aside,
            b"blockquote" => Self::Blockquote,
            b"body" => Self::Body,
            b"br" => Self::Br,
            b"button" => Self::Button,
            b"caption" => Self::Caption,
            b"td" | b"th" => Self::Cell,
            b"div" | b"address" | b"center" | b"details" | b"summary" | b"fieldset" | b"hgroup"
            | b"dialog" => Self::Div,
            b"dt" | b"dd" => Self::Entry,
            b"figcaption" => Self::Figcaption,
            b"figure" => Self::Figure,
            b"footer" => Self::Footer,
            b"form" => Self::Form,
            b"head" => Self::Head,
            b"header" => Self::Header,
            [b'h', level @ b'1'..=b'6'] => Self::Heading(level - b'0'),
            b"hr" => Self::Hr,
            b"html" => Self::Html,
            b"li" => Self::Item,
            b"ul" | b"ol" | b"dl" | b"menu" => Self::List,
            b"link" => Self::Link,
            b"main" => Self::Main,
            b"meta" => Self::Meta,
            b"nav" => Self::Nav,
            b"p" => Self::P,
            b"pre" | b"xmp" | b"listing" | b"plaintext" => Self::Pre,
            b"tr" => Self::Row,
            b"script" => Self::Script,
            b"section" => Self::Section,
            b"table" => Self::Table,
            b"thead" | b"tbody" | b"tfoot" => Self::TableBody,
            b"time" => Self::Time,
            b"title" => Self::Title,
            b"style" | b"template" | b"svg" | b"math" | b"select" | b"textarea" | b"iframe" | b"noscript"
            | b"object" | b"canvas" | b"audio" | b"video" | b"noembed" | b"noframe" | b"datalist" => {
                Self::Unseen
            }
            b"img" | b"input" | b"area" | b"base" | b"col" | b"embed" | b"param" | b"source" | b"track"
            | b"wbr" | b"frame" => Self::Void,
            _ => Self::Other,
        }
    }

    /// Whether nothing can stand in it.
    pub(super) fn is_void(self) -> bool {
        matches!(self, Self::Br | Self::Hr | Self::Link | Self::Meta | Self::Void)
    }

    /// Whether it begins and ends a line.
    pub(super) fn is_block(self) -> bool {
        !matches!(
            self,
            Self::A
                | Self::Br
                | Self::Button
                | Self::Link
                | Self::Meta
                | Self::Script
                | Self::Time
                | Self::Title
                | Self::Unseen
                | Self::Void
                | Self::Other
        )
    }

    /// Whether this element, opened inside `open`, ends it though no end tag says so.
    pub(super) fn ends(self, open: Self) -> bool {
        match open {
            Self::P => self.is_block(),
            Self::Item => self == Self::Item,
            Self::Entry => self == Self::Entry,
            Self::Cell => matches!(self, Self::Cell | Self::Row | Self::TableBody),
            Self::Row => matches!(self, Self::Row | Self::TableBody),
            Self::TableBody => self == Self::TableBody,
            Self::Heading(_) => matches!(self, Self::Heading(_)),
            Self::Head => self == Self::Body || (self.is_block() && self != Self::Html),
            Self::A => self == Self::A,
            _ => false,
        }
    }

    /// Whether an element opened in it says nothing on what is open around it: a list in an item does not end the item.
    pub(super) fn is_wall(self) -> bool {
        matches!(self, Self::Table | Self::List | Self::Html | Self::Unseen)
    }
}
