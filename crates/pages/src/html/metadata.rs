//! What a page says of itself: JSON-LD, `OpenGraph`, `<meta>`, microdata, `<time>`, `<title>`, in that order.

use jiff::civil::Date;

use super::{
    json_ld::{self, Article},
    tag::Tag,
    tree::{Attributes, Tree},
};
use crate::{Page, day};

/// Names of `<meta>` that hold the day of publication, surest first.
const DAYS: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "published_time",
    "publication_date",
    "publicationdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date.created",
    "dc.date",
    "date",
    "article:published",
    "rnews:datepublished",
    "originalpublicationdate",
    "displaydate",
    "citation_publication_date",
];
const TITLES: &[&str] = &["og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title"];
const PUBLISHERS: &[&str] =
    &["og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name"];
const ADDRESSES: &[&str] = &["og:url", "twitter:url", "parsely-link"];

/// A page with all but its text.
pub(super) fn metadata(tree: &Tree) -> Page {
    let said = Said::of(tree);
    let article = said.article.clone().unwrap_or_default();
    let address =
        said.canonical.iter().chain(said.meta(ADDRESSES)).chain(&article.address).find_map(|a| web(a));
    let day = article.published.or_else(|| said.day(DAYS)).or(said.marked_day).or(said.time);
    let published = day.or_else(|| address.as_deref().and_then(day::in_address));
    let site = article.publisher.or_else(|| said.meta(PUBLISHERS).next().cloned());
    let title =
        article.title.as_ref().or_else(|| said.meta(TITLES).next()).or(said.heading.as_ref()).cloned();
    let title = title
        .or(said.title.clone())
        .map(|title| without_site(&title, site.as_deref().unwrap_or_default()).to_owned());
    let language =
        said.language.clone().or(article.language).or_else(|| {
            said.meta(&["content-language", "og:locale", "dc.language", "language"]).next().cloned()
        });
    Page {
        title: title.filter(|title| !title.is_empty()),
        publisher: site,
        address,
        published,
        language: language.and_then(|language| tag_of(&language)),
        text: String::new(),
    }
}

/// What the elements say, first come first kept.
#[derive(Default)]
struct Said {
    /// `<meta>`s in order: name in lower case, content.
    meta: Vec<(String, String)>,
    article: Option<Article>,
    canonical: Option<String>,
    /// The day of `itemprop=datePublished` or `<time pubdate>`.
    marked_day: Option<Date>,
    /// The day of the first `<time>` with a day.
    time: Option<Date>,
    heading: Option<String>,
    title: Option<String>,
    language: Option<String>,
}

impl Said {
    fn of(tree: &Tree) -> Self {
        let mut said = Self::default();
        for (at, tag, attributes) in tree.elements() {
            match tag {
                Tag::Html => said.language = said.language.take().or_else(|| owned(attributes, "lang")),
                Tag::Meta => said.see_meta(attributes),
                Tag::Link
                    if attributes.get("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) =>
                {
                    said.canonical = said.canonical.take().or_else(|| owned(attributes, "href"));
                }
                Tag::Script => {
                    let data = tree.text_below(at);
                    if !data.trim().is_empty() {
                        let found = json_ld::article(&data);
                        said.article = match (said.article.take(), found) {
                            (Some(known), Some(found)) => Some(known.or(found)),
                            (known, found) => known.or(found),
                        };
                    }
                }
                Tag::Heading(1) if said.heading.is_none() => said.heading = line(&tree.text_below(at)),
                Tag::Title if said.title.is_none() => said.title = line(&tree.text_below(at)),
                _ => {}
            }
            if said.time.is_none() || said.marked_day.is_none() {
                said.see_day(tree, at, tag, attributes);
            }
        }
        said
    }

    fn see_meta(&mut self, attributes: &Attributes) {
        let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| attributes.get(key));
        let content = attributes.get("content").and_then(line);
        if let (Some(name), Some(content)) = (name, content) {
            self.meta.push((name.trim().to_ascii_lowercase(), content));
        }
    }

    fn see_day(&mut self, tree: &Tree, at: usize, tag: Tag, attributes: &Attributes) {
        let is_marked = attributes.get("itemprop").is_some_and(|what| what.contains("datePublished"))
            || attributes.get("pubdate").is_some();
        if !is_marked && tag != Tag::Time {
            return;
        }
        let told = attributes.get("datetime").or(attributes.get("content"));
        let found = told.and_then(day::day).or_else(|| day::day(&tree.text_below(at)));
        if is_marked {
            self.marked_day = self.marked_day.or(found);
        } else if !attributes.get("class").is_some_and(|class| class.contains("updated")) {
            self.time = self.time.or(found);
        }
    }

    /// The contents of the `<meta>`s of these names, in the order of the names.
    fn meta<'s>(&'s self, names: &'s [&str]) -> impl Iterator<Item = &'s String> {
        names
            .iter()
            .flat_map(|name| self.meta.iter().filter(move |(n, _)| n == name).map(|(_, content)| content))
    }

    fn day(&self, names: &[&str]) -> Option<Date> {
        self.meta(names).find_map(|content| day::day(content))
    }
}

fn owned(attributes: &Attributes, name: &str) -> Option<String> {
    attributes.get(name).filter(|value| !value.is_empty()).map(str::to_owned)
}

/// A text on one line; none where nothing is in it.
pub(super) fn line(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// An address that leads somewhere from outside the page.
pub(crate) fn web(address: &str) -> Option<String> {
    let address = address.trim();
    let is_web = ["https://", "http://"]
        .iter()
        .any(|start| address.get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start)));
    (is_web && !address.contains(char::is_whitespace)).then(|| address.to_owned())
}

/// "Police land in Haiti | The Gazette": the site's name is not of the headline.
fn without_site<'t>(title: &'t str, site: &str) -> &'t str {
    for mark in [" | ", " - ", " \u{2013} ", " \u{2014} ", " :: ", " \u{2022} "] {
        if let Some((before, after)) = title.rsplit_once(mark)
            && after.eq_ignore_ascii_case(site)
        {
            return before.trim();
        }
    }
    title
}

/// `en_GB` is `en-GB`; what is no tag at all is left out.
fn tag_of(language: &str) -> Option<String> {
    let tag = language.split([',', ';']).next()?.trim().replace('_', "-");
    let is_tag = tag
        .split('-')
        .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (is_tag && tag.split('-').next().is_some_and(|first| (2..=3).contains(&first.len()))).then_some(tag)
}
