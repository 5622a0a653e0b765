//! What stands in a report's text and is not of it: "Read also", captions, credits, share lines, cookie notices.

use super::{lines::Line, tag::Tag};

/// Words of a class or an id that say that an element stands on the side.
const NAMES: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "also",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "caption",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "credit",
    "credits",
    "disclaimer",
    "disqus",
    "figcaption",
    "footer",
    "footnotes",
    "gdpr",
    "masthead",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "outbrain",
    "pagination",
    "paywall",
    "popular",
    "popup",
    "promo",
    "promotion",
    "recirc",
    "recirculation",
    "recommend",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "share",
    "sharedaddy",
    "sharing",
    "sidebar",
    "signup",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "tags",
    "toolbar",
    "trending",
];

/// What a class begins with that tells of something else than its element: of the text's subject, or of what is in it.
const OF_OTHERS: &[&str] =
    &["tag-", "tags-", "category-", "has-", "no-", "not-", "with-", "without-", "hide-", "show-"];

/// Whether the words of a class or an id say that an element stands on the side: `related-posts`, `shareBar`.
pub(super) fn is_named(names: &str) -> bool {
    names.split_ascii_whitespace().filter(|name| !OF_OTHERS.iter().any(|start| name.starts_with(start))).any(
        |name| {
            // "content-sidebar": what holds the content and more.
            words(name).any(|word| NAMES.binary_search(&word.as_str()).is_ok())
                && !words(name)
                    .any(|word| matches!(word.as_str(), "content" | "main" | "wrap" | "wrapper" | "page"))
        },
    )
}

/// The words of a name, in lower case: `shareBar`, `share_bar` and `share-bar` have the same.
fn words(name: &str) -> impl Iterator<Item = String> {
    let mut word = String::new();
    let mut was_lower = false;
    name.chars().chain(['-']).filter_map(move |c| {
        let begins = !c.is_ascii_alphanumeric() || (c.is_ascii_uppercase() && was_lower);
        let done = begins.then(|| std::mem::take(&mut word)).filter(|word| !word.is_empty());
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
        }
        was_lower = c.is_ascii_lowercase();
        done
    })
}

/// How a line begins that leads away from the report or tells of its pictures; lower-cased, with what may follow.
const OPENINGS: &[&str] = &[
    "also read",
    "also see",
    "click here",
    "continue reading",
    "copyright",
    "credit:",
    "follow us",
    "getty images",
    "image:",
    "image credit",
    "image source",
    "join our",
    "listen to",
    "more on this",
    "more stories",
    "most read",
    "photo:",
    "photo by",
    "photo credit",
    "photograph:",
    "picture:",
    "read also",
    "read more",
    "read next",
    "read:",
    "recommended",
    "related",
    "see also",
    "share this",
    "sign up",
    "source:",
    "subscribe",
    "support our",
    "watch:",
    "watch more",
    "you may also",
    "\u{a9}",
    "lire aussi",
    "\u{e0} lire aussi",
    "voir aussi",
    "lea tambi\u{e9}n",
    "leer tambi\u{e9}n",
];

/// Leaves out the lines that are not of the report.
pub(super) fn drop(lines: &mut Vec<Line>) {
    lines.retain(|line| !is_aside(line));
    // What stands behind the last sentence is not told: a list of words, a name, a heading of nothing.
    let last = lines.iter().rposition(|line| line.is_told() || matches!(line.kind, Tag::Item | Tag::Row));
    if let Some(last) = last {
        lines.truncate(last + 1);
    }
    // Nor what stands before the first, but a heading.
    let first = lines.iter().position(Line::is_prose).unwrap_or_default();
    let mut index = 0;
    lines.retain(|line| {
        index += 1;
        index > first || matches!(line.kind, Tag::Heading(_) | Tag::P)
    });
}

fn is_aside(line: &Line) -> bool {
    if line.is_links() {
        return true;
    }
    let start: String = line.text.chars().take(24).flat_map(char::to_lowercase).collect();
    let opens = OPENINGS.iter().any(|opening| start.starts_with(opening));
    // A sentence may begin with any word; a line that leads away is short.
    opens && line.chars < 160 && (line.linked > 0 || !line.text.ends_with('.') || start.contains(':'))
}
