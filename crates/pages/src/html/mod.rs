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
use tree::Tree;

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
    let mut text = String::new();
    if let Some(title) = page.title.as_ref().filter(|title| !lines.iter().any(|line| line.text == **title)) {
        text.push_str(title);
        text.push('\n');
    }
    for line in &lines {
        text.push_str(&line.text);
        text.push('\n');
    }
    Some(Page { text, ..page })
}
