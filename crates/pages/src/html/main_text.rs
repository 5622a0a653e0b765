//! The lines of a page that are its report: the smallest element that holds most of its prose, without what stands
//! in it on the side.
//!
//! As readability and jusText have it: prose is what is long and not made of links; an element is on the side by its
//! name, its role or the words of its class. A mark is not believed when it would throw away most of the prose.

use std::ops::Range;

use super::{
    asides,
    lines::Line,
    tag::Tag,
    tree::{Attributes, Tree},
};

/// An element is the report when it holds this many of ten characters of the prose that its parent holds.
const MOST_OF_TEN: usize = 8;

/// What is marked as on the side, and holds most of the page's prose and this much of it, is the report all the same.
const LEAST_KEPT: usize = 400;

/// The same for a form, which some sites put around all of a page.
const LEAST_IN_FORM: usize = 150;

/// As [`MOST_OF_TEN`], for an element that the page itself calls its report.
const MARKED_OF_TEN: usize = 5;

/// A report is not shorter, where a page has several.
const LEAST_OF_SEVERAL: usize = 300;

/// The lines of the report.
pub(super) fn main_text(tree: &Tree, mut lines: Vec<Line>) -> Vec<Line> {
    let all = Prose::of(tree, &lines);
    let total = all.within(0..tree.len());
    let mut sides: Vec<Range<usize>> = Vec::new();
    let mut in_article = 0;
    for (at, tag, attributes) in tree.elements() {
        if sides.last().is_some_and(|side| at < side.end) {
            continue;
        }
        let below = tree.below(at);
        if tag == Tag::Article || tag == Tag::Main {
            in_article = in_article.max(below.end);
        }
        if is_aside(tag, attributes, at < in_article) {
            let held = all.within(below.clone());
            let least = if tag == Tag::Form { LEAST_IN_FORM } else { LEAST_KEPT };
            if held * 2 <= total || held < least {
                sides.push(below);
            }
        }
    }
    let mut sides = sides.into_iter().peekable();
    lines.retain(|line| {
        while sides.next_if(|side| side.end <= line.at).is_some() {}
        !sides.peek().is_some_and(|side| side.contains(&line.at))
    });
    let report = report(tree, &Prose::of(tree, &lines));
    lines.retain(|line| report.contains(&line.at));
    asides::drop(&mut lines);
    lines
}

/// The element that holds the report.
fn report(tree: &Tree, prose: &Prose) -> Range<usize> {
    let mut best = first_of_several(tree, prose).unwrap_or(0..tree.len());
    let total = prose.within(best.clone());
    // The parent comes before what is below it: each step goes down to a part that holds most of what is left.
    for (at, tag, attributes) in tree.elements() {
        if !best.contains(&at) || !(tag.is_block() || tag == Tag::Other) {
            continue;
        }
        let below = tree.below(at);
        let held = prose.within(below.clone());
        let needed = if is_body(tag, attributes) { MARKED_OF_TEN } else { MOST_OF_TEN };
        if held * 10 >= prose.within(best.clone()) * needed && held * 2 >= total && holds_lines(tag) {
            best = below;
        }
    }
    best
}

/// The first article of a page that goes on with others, each under a headline of its own.
fn first_of_several(tree: &Tree, prose: &Prose) -> Option<Range<usize>> {
    let mut articles: Vec<(Range<usize>, bool)> = Vec::new();
    for (at, tag, _) in tree.elements() {
        match tag {
            Tag::Article if articles.last().is_none_or(|(last, _)| last.end <= at) => {
                articles.push((tree.below(at), false));
            }
            Tag::Heading(1) => {
                if let Some((_, is_headed)) = articles.last_mut().filter(|(last, _)| last.contains(&at)) {
                    *is_headed = true;
                }
            }
            _ => {}
        }
    }
    let mut headed = articles
        .into_iter()
        .filter(|(below, is_headed)| *is_headed && prose.within(below.clone()) >= LEAST_OF_SEVERAL);
    let first = headed.next()?;
    headed.next().map(|_| first.0)
}

/// A paragraph or a list is no report, though it may be the only one in it.
fn holds_lines(tag: Tag) -> bool {
    !matches!(
        tag,
        Tag::P
            | Tag::Item
            | Tag::Heading(_)
            | Tag::Blockquote
            | Tag::List
            | Tag::Entry
            | Tag::Row
            | Tag::Pre
            | Tag::Other
    )
}

/// Whether the page itself says that the report is in this element.
fn is_body(tag: Tag, attributes: &Attributes) -> bool {
    matches!(tag, Tag::Article | Tag::Main)
        || attributes.get("itemprop").is_some_and(|what| what.eq_ignore_ascii_case("articleBody"))
        || attributes.get("role").is_some_and(|role| matches!(role, "main" | "article"))
}

/// Whether an element is not of the report itself.
fn is_aside(tag: Tag, attributes: &Attributes, in_article: bool) -> bool {
    match tag {
        Tag::Nav | Tag::Aside | Tag::Footer | Tag::Form | Tag::Figcaption | Tag::Figure | Tag::Caption => {
            return true;
        }
        Tag::Header if !in_article => return true,
        Tag::Body | Tag::Html | Tag::Main => return false,
        _ => {}
    }
    if attributes.get("role").is_some_and(|role| {
        matches!(
            role,
            "navigation"
                | "complementary"
                | "contentinfo"
                | "search"
                | "dialog"
                | "alertdialog"
                | "banner"
                | "menu"
                | "menubar"
                | "toolbar"
                | "alert"
        )
    }) {
        return true;
    }
    ["class", "id", "data-testid"].iter().filter_map(|name| attributes.get(name)).any(asides::is_named)
}

/// How much prose stands before each node, so that any stretch is one subtraction.
struct Prose(Vec<usize>);

impl Prose {
    fn of(tree: &Tree, lines: &[Line]) -> Self {
        let mut before = vec![0; tree.len() + 1];
        for line in lines.iter().filter(|line| line.is_prose()) {
            if let Some(place) = before.get_mut(line.at + 1) {
                *place += line.chars - line.linked;
            }
        }
        let mut sum = 0;
        for place in &mut before {
            sum += *place;
            *place = sum;
        }
        Self(before)
    }

    fn within(&self, range: Range<usize>) -> usize {
        let before = |at: usize| self.0.get(at).copied().unwrap_or_default();
        before(range.end) - before(range.start)
    }
}
