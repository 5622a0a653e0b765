//! Feeds: RSS 2.0, RSS 1.0 and Atom, as lists of documents.
//!
//! The markup is quick-xml's; what the elements mean is a handful of names. Entries are kept as they come, so that a
//! feed with a fault gives those before it.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

use model::Finding;

use crate::{Page, charset::decode, day, html, source::Taken};

/// The most entries of one feed.
const MOST_ENTRIES: usize = 100_000;

/// Whether a document is a feed: its first element is one's.
pub(crate) fn is_feed(bytes: &[u8]) -> bool {
    let start = bytes.get(..4096.min(bytes.len())).unwrap_or_default();
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let text = match start {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => decode(start, None, &mut Vec::new()),
        _ => String::from_utf8_lossy(start).into_owned(),
    };
    let mut rest = text.trim_start();
    loop {
        let Some(inside) = rest.strip_prefix('<') else { return false };
        let end = match inside {
            _ if inside.starts_with("!--") => inside.find("-->").map(|at| at + 3),
            _ if inside.starts_with(['?', '!']) => inside.find('>').map(|at| at + 1),
            _ => {
                let name: String = inside.chars().take_while(|c| !c.is_whitespace() && *c != '>').collect();
                let local = name.rsplit(':').next().unwrap_or_default();
                return matches!(local, "rss" | "RDF" | "feed");
            }
        };
        let Some(end) = end else { return false };
        rest = inside.get(end..).unwrap_or_default().trim_start();
    }
}

/// The documents of a feed.
pub(crate) fn read(bytes: &[u8]) -> Vec<Taken> {
    let mut findings = Vec::new();
    let text = decode(bytes, None, &mut findings);
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut feed = Feed::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => feed.open(&element, false),
            Ok(Event::Empty(element)) => feed.open(&element, true),
            Ok(Event::End(element)) => feed.close(element.local_name().as_ref()),
            Ok(Event::Text(words)) => feed.words(&words),
            Ok(Event::CData(words)) => feed.words(&words),
            Ok(Event::GeneralRef(name)) => match name.resolve_char_ref() {
                Ok(Some(c)) => feed.words(c.encode_utf8(&mut [0; 4])),
                _ => feed.reference(&name),
            },
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                let line = text.get(..position(&reader)).map_or(0, |before| before.matches('\n').count()) + 1;
                let message = format!(
                    "the feed is not well-formed at line {line}: {error}; the entries before are read"
                );
                findings
                    .push(Finding::new("malformed-feed", message).hint("fetch it again, or mend that line"));
                break;
            }
        }
        if feed.entries.len() >= MOST_ENTRIES {
            let message = format!("the feed has more than {MOST_ENTRIES} entries; those behind are left out");
            findings.push(Finding::new("too-large", message).hint("split it"));
            break;
        }
    }
    feed.documents(findings)
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.error_position()).unwrap_or(usize::MAX)
}

/// A feed, read up to some element.
#[derive(Debug, Default)]
struct Feed {
    /// How many elements are open.
    depth: usize,
    title: String,
    language: String,
    entries: Vec<Entry>,
    /// The depth of the entry that is open.
    entry: Option<usize>,
    field: Option<Open>,
    /// The name of the element that is open at the depth before an entry's fields, to know a feed's own title.
    parents: [bool; 4],
}

/// An element whose words are taken.
#[derive(Debug)]
struct Open {
    depth: usize,
    field: Field,
    /// Its words are no markup: what is in them is escaped.
    is_plain: bool,
    words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    FeedTitle,
    FeedLanguage,
    Title,
    Address,
    Guid,
    Day,
    Updated,
    Content,
    Summary,
}

/// One entry, its words as HTML.
#[derive(Debug, Default)]
struct Entry {
    title: String,
    address: String,
    guid: String,
    day: String,
    updated: String,
    content: String,
    summary: String,
}

impl Feed {
    fn open(&mut self, element: &BytesStart<'_>, is_empty: bool) {
        let depth = self.depth + 1;
        let name = element.local_name();
        let name = name.as_ref();
        if let Some(open) = &mut self.field {
            // Markup inside: kept, to be read as HTML.
            open.words.push('<');
            open.words.push_str(name);
            open.words.push('>');
        } else if matches!(name, "item" | "entry") && self.entry.is_none() {
            self.entry = Some(depth);
            self.entries.push(Entry::default());
        } else {
            self.open_field(element, name, depth);
        }
        if let Some(parent) = self.parents.get_mut(depth) {
            *parent = matches!(name, "channel" | "feed");
        }
        self.depth = depth;
        if is_empty {
            self.close(name);
        }
    }

    fn open_field(&mut self, element: &BytesStart<'_>, name: &str, depth: usize) {
        let attribute = |name: &str| {
            let found = element.try_get_attribute(name).ok()??;
            found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
        };
        let in_entry = self.entry.is_some_and(|entry| entry + 1 == depth);
        let in_feed = self.entry.is_none() && depth > 0 && self.parents.get(depth - 1) == Some(&true);
        if name == "feed"
            && let Some(language) = attribute("xml:lang")
        {
            self.language = language;
        }
        if name == "link"
            && in_entry
            && let Some(address) = attribute("href")
        {
            let is_page = attribute("rel").is_none_or(|rel| rel == "alternate");
            if let Some(entry) = self.entries.last_mut().filter(|entry| is_page && entry.address.is_empty()) {
                entry.address = address;
            }
            return;
        }
        let field = match name {
            "title" if in_entry => Field::Title,
            "link" if in_entry => Field::Address,
            "guid" if in_entry && attribute("isPermaLink").is_none_or(|is| is != "false") => Field::Guid,
            "pubDate" | "published" | "issued" | "date" if in_entry => Field::Day,
            "updated" | "modified" if in_entry => Field::Updated,
            "encoded" | "content" if in_entry => Field::Content,
            "description" | "summary" if in_entry => Field::Summary,
            "title" if in_feed => Field::FeedTitle,
            "language" if in_feed => Field::FeedLanguage,
            _ => return,
        };
        // Atom says what its words are; RSS says nothing and means HTML.
        let is_plain = matches!(name, "content" | "summary")
            && attribute("type").is_none_or(|kind| matches!(kind.as_str(), "text" | "text/plain"));
        self.field = Some(Open { depth, field, is_plain, words: String::new() });
    }

    fn words(&mut self, words: &str) {
        if let Some(open) = &mut self.field {
            if open.is_plain {
                open.words.push_str(&html::escaped(words));
            } else {
                open.words.push_str(words);
            }
        }
    }

    /// `&amp;`, `&nbsp;`: left for whoever reads the words as HTML, but where it is what makes them HTML.
    fn reference(&mut self, name: &str) {
        let words = match name {
            "lt" => "<",
            "gt" => ">",
            "amp" => "&",
            "quot" => "\"",
            "apos" => "'",
            other => {
                if let Some(open) = &mut self.field {
                    open.words.push('&');
                    open.words.push_str(other);
                    open.words.push(';');
                }
                return;
            }
        };
        self.words(words);
    }

    fn close(&mut self, name: &str) {
        if self.field.as_ref().is_some_and(|open| open.depth == self.depth)
            && let Some(open) = self.field.take()
        {
            self.keep(open.field, open.words);
        } else if let Some(open) = &mut self.field {
            open.words.push_str("</");
            open.words.push_str(name);
            open.words.push('>');
        }
        if self.entry == Some(self.depth) {
            self.entry = None;
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn keep(&mut self, field: Field, words: String) {
        let feed_wide = match field {
            Field::FeedTitle => Some(&mut self.title),
            Field::FeedLanguage => Some(&mut self.language),
            _ => None,
        };
        let place = match (feed_wide, self.entries.last_mut()) {
            (Some(place), _) => place,
            (None, None) => return,
            (None, Some(entry)) => match field {
                Field::Title => &mut entry.title,
                Field::Address => &mut entry.address,
                Field::Guid => &mut entry.guid,
                Field::Day => &mut entry.day,
                Field::Updated => &mut entry.updated,
                Field::Content => &mut entry.content,
                _ => &mut entry.summary,
            },
        };
        if place.is_empty() {
            *place = words;
        }
    }

    fn documents(self, mut findings: Vec<Finding>) -> Vec<Taken> {
        let publisher = html::words(&self.title);
        let language = Some(self.language.trim().to_owned()).filter(|language| !language.is_empty());
        let mut taken: Vec<Taken> = Vec::new();
        for (index, entry) in self.entries.iter().enumerate() {
            let mut one = Taken::default();
            one.page = entry.page(index + 1, &mut one.findings);
            if let Some(page) = &mut one.page {
                page.publisher.clone_from(&publisher);
                page.language.clone_from(&language);
            }
            taken.push(one);
        }
        if taken.is_empty() && findings.is_empty() {
            let finding = Finding::new("feed-without-entries", "the feed has no entries");
            findings.push(finding.hint("check that it is the whole feed"));
        }
        if !findings.is_empty() {
            taken.push(Taken { findings, ..Taken::default() });
        }
        taken
    }
}

impl Entry {
    fn page(&self, number: usize, findings: &mut Vec<Finding>) -> Option<Page> {
        let title = html::words(&self.title);
        let body = if self.content.trim().is_empty() { &self.summary } else { &self.content };
        let text = html::text_under(title.as_deref(), body);
        if text.is_empty() {
            let message = format!("entry {number} of the feed has neither title nor text");
            findings
                .push(Finding::new("entry-without-text", message).hint("open its address and save the page"));
            return None;
        }
        let address = [&self.address, &self.guid].into_iter().find_map(|address| html::web(address));
        let published = day::day(&self.day).or_else(|| day::day(&self.updated));
        Some(Page { title, publisher: None, address, published, language: None, text })
    }
}
