//! JSON-LD: what a page's own data say on the article in it, by the words of schema.org.

use jiff::civil::Date;
use serde_json::Value;

use crate::day;

use super::metadata::line;

/// What one page says on its article.
#[derive(Clone, Debug, Default)]
pub(super) struct Article {
    pub(super) title: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) address: Option<String>,
    pub(super) published: Option<Date>,
    pub(super) language: Option<String>,
}

/// Values looked at in one block of data.
const MOST_VALUES: usize = 10_000;

/// The first article in a block of data; none where it is no JSON or holds none. The parser itself holds a block to
/// 128 levels.
pub(super) fn article(data: &str) -> Option<Article> {
    // Some pages put the data in a comment or leave line ends in their strings.
    let data = data.trim().trim_start_matches("<!--").trim_end_matches("-->").trim().trim_end_matches(';');
    let value: Value = serde_json::from_str(data)
        .or_else(|_| serde_json::from_str(&data.replace(['\n', '\r', '\t'], " ")))
        .ok()?;
    let mut open = vec![&value];
    let mut seen = 0;
    let mut names: Vec<(&str, &Value)> = Vec::new();
    let mut found: Option<&Value> = None;
    while let Some(value) = open.pop() {
        seen += 1;
        if seen > MOST_VALUES {
            break;
        }
        match value {
            Value::Array(values) => open.extend(values.iter().rev()),
            Value::Object(fields) => {
                if let Some(id) =
                    fields.get("@id").and_then(Value::as_str).filter(|_| fields.contains_key("name"))
                {
                    names.push((id, value));
                }
                if found.is_none() && is_article(value) {
                    found = Some(value);
                }
                open.extend(
                    ["@graph", "mainEntity", "publisher"].iter().rev().filter_map(|key| fields.get(*key)),
                );
            }
            _ => {}
        }
    }
    let article = found?;
    let words = |key: &str| article.get(key).and_then(first_words);
    Some(Article {
        title: words("headline").or_else(|| words("name")),
        publisher: article.get("publisher").and_then(|publisher| {
            name(publisher).or_else(|| {
                let id = publisher.get("@id")?.as_str()?;
                name(names.iter().find(|(found, _)| *found == id)?.1)
            })
        }),
        address: words("url").or_else(|| {
            let entity = article.get("mainEntityOfPage")?;
            entity.as_str().or_else(|| entity.get("@id")?.as_str()).map(str::to_owned)
        }),
        published: ["datePublished", "dateCreated", "uploadDate"]
            .iter()
            .find_map(|key| day::day(&words(key)?)),
        language: words("inLanguage"),
    })
}

impl Article {
    /// What this one leaves out, from another block of the same page.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            publisher: self.publisher.or(other.publisher),
            address: self.address.or(other.address),
            published: self.published.or(other.published),
            language: self.language.or(other.language),
        }
    }
}

fn is_article(value: &Value) -> bool {
    let is = |kind: &str| {
        let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
        kind.ends_with("Article")
            || kind.ends_with("Posting")
            || matches!(kind, "Report" | "WebPage" | "NewsItem")
    };
    match value.get("@type") {
        Some(Value::String(kind)) => is(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

fn name(value: &Value) -> Option<String> {
    match value {
        Value::Array(values) => values.iter().find_map(name),
        Value::Object(fields) => fields.get("name").and_then(first_words),
        other => first_words(other),
    }
}

fn first_words(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => line(words),
        Value::Array(values) => values.iter().find_map(|value| value.as_str().and_then(line)),
        _ => None,
    }
}
