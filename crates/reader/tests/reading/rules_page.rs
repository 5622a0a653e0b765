//! `docs/rules.md` is made of the rules' own comments, so that each rule is described once.
//!
//! `MUSTER_RENEW=1 cargo test -p reader --test reading rules_page` writes it.

use std::{fs, path::Path};

use crate::{pages::files, renews};

const PAGE: &str = "../../docs/rules.md";

const OPENING: &str = "\
# The rules

What the reader looks for in a report: one rule a way of speaking. Each claim tells the rule that made it, and
`muster read --explain` shows which words filled its slots. A rule would rather claim nothing than claim wrongly; the
reports under `crates/reader/tests/pages/` show, rule by rule, what is read and what is not.

Last comes `weighed`, which no rule makes: what a model learned from annotated reports makes of what the rules left.

Ruritania, Freedonia and the Grand Duchy stand for any country.
";

/// The words of a rule's file that open it.
fn comment(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// A rule's section: its name, what it is for, what it reads, an example and what it refuses.
fn section(rule: &str, source: &str) -> String {
    let comment = comment(source);
    for part in ["**Reads** ", "**Example.** ", "**Refuses** "] {
        let is_there = comment.split("\n\n").any(|paragraph| paragraph.starts_with(part));
        assert!(is_there, "{rule}.rs does not say {part}in a paragraph of its own");
    }
    format!("\n## {}\n\n{comment}\n", rule.replace('_', "-"))
}

#[test]
fn the_page_of_the_rules_says_what_their_files_say() {
    let rules = files("src/rules", "rs").into_iter().filter(|(rule, _)| rule != "mod");
    let sections = rules.map(|(rule, path)| section(&rule, &fs::read_to_string(path).unwrap()));
    let learned = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/weigh/mod.rs");
    let weighed = section("weighed", &fs::read_to_string(learned).unwrap());
    let page: String = std::iter::once(OPENING.to_owned()).chain(sections).chain([weighed]).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    if renews() {
        fs::write(path, page).unwrap();
    } else {
        let kept = fs::read_to_string(path).unwrap_or_default();
        assert!(kept == page, "docs/rules.md is not what the rules say; MUSTER_RENEW=1 writes it anew");
    }
}
