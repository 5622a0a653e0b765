//! HTML pages: the report in them, and what they say of themselves.
//!
//! Title, publisher, address and day come from the page's metadata; the text is its main text, a paragraph a line,
//! under its headline. How it is found, and what was measured: decision 10.

mod asides;
mod json_ld;
mod lines;
mod main_text;
mod metadata;
mod tag;
mod tree;

use model::Finding;

use crate::Page;
use lines::Line;
use tree::Tree;

pub(crate) use metadata::web;

/// The report in a page; none, with a finding, where it has no text of its own.
pub(crate) fn read(html: &str, findings: &mut Vec<Finding>) -> Option<Page> {
    let tree = Tree::of(html);
    if tree.is_too_deep {
        let message = format!(
            "its elements nest deeper than {}; what is deeper is read as if it were not",
            tree::MOST_DEPTH
        );
        findings.push(Finding::new("page-too-deep", message).hint("check the text with `--text`"));
    }
    if tree.is_too_large {
        let message =
            format!("it has more than {} elements; what comes behind is left out", tree::MOST_NODES);
        findings.push(Finding::new("page-too-large", message).hint("save its report as plain text"));
    }
    let page = metadata::metadata(&tree);
    let lines = main_text::main_text(&tree, lines::lines(&tree));
    if lines.is_empty() {
        let what = page.title.as_ref().map(|title| format!(" (“{title}”)")).unwrap_or_default();
        findings.push(
            Finding::new(
                "page-without-text",
                format!("the page{what} holds no report: only links, forms or notices"),
            )
            .hint("open it in a browser, pass what is in the way, and save the page or its text"),
        );
        return None;
    }
    let text = text(page.title.as_deref(), &lines);
    Some(Page { text, ..page })
}

/// The text of a piece of HTML under its headline; empty where both are.
pub(crate) fn text_under(title: Option<&str>, html: &str) -> String {
    let tree = Tree::of(html);
    text(title, &main_text::main_text(&tree, lines::lines(&tree)))
}

/// The words of a piece of HTML on one line; none where there are none.
pub(crate) fn words(html: &str) -> Option<String> {
    let tree = Tree::of(html);
    let lines: Vec<String> = lines::lines(&tree).into_iter().map(|line| line.text).collect();
    metadata::line(&lines.join(" "))
}

/// Words that stand for themselves in HTML.
pub(crate) fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A line for each, the headline first where it is not among them.
fn text(title: Option<&str>, lines: &[Line]) -> String {
    let title = title.filter(|title| !lines.iter().any(|line| line.text == *title));
    let mut text = String::new();
    for line in title.into_iter().chain(lines.iter().map(|line| line.text.as_str())) {
        text.push_str(line);
        text.push('\n');
    }
    text
}
