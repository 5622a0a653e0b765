//! Lines of words in several tones, broken to the width of the terminal with a hanging indent.

use std::io::Write;

use anstyle::Style;

use crate::{Fault, World};

/// Read first.
pub(crate) const STRONG: Style = Style::new().bold();
/// Read last.
pub(crate) const QUIET: Style = Style::new().dimmed();
/// Read in passing.
pub(crate) const PLAIN: Style = Style::new();

/// Words without control characters: a report's text may hold some that would steer the terminal.
pub(crate) fn plain(words: &str) -> String {
    words.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}

/// Prints a heading with an empty line before it, and words beside it.
pub(crate) fn heading(world: &mut World, title: &str, beside: &str) -> Result<(), Fault> {
    writeln!(world.out)?;
    line(world, 0, &[(STRONG, title), (QUIET, beside)])
}

/// Prints a paragraph from the left edge on.
pub(crate) fn paragraph(world: &mut World, words: &str) -> Result<(), Fault> {
    broken(world, 0, 0, &[(PLAIN, words)])
}

/// Prints words, each part in its tone, `indent` columns in and further in where a line goes on.
pub(crate) fn line(world: &mut World, indent: usize, parts: &[(Style, &str)]) -> Result<(), Fault> {
    broken(world, indent, indent + 2, parts)
}

fn broken(world: &mut World, indent: usize, hang: usize, parts: &[(Style, &str)]) -> Result<(), Fault> {
    let width = usize::from(world.width).saturating_sub(1);
    let mut column = indent;
    let mut text = " ".repeat(indent);
    for (style, words) in parts {
        // A tone is on from the first word of its part to the last, and off where a line ends.
        let (on, off) = (style.render().to_string(), style.render_reset().to_string());
        let words = plain(words);
        for (i, word) in words.split_whitespace().enumerate() {
            let length = word.chars().count();
            let goes_on = column > if text.contains('\n') { hang } else { indent };
            if goes_on && column + 1 + length > width {
                let tone = if i > 0 { (off.as_str(), on.as_str()) } else { ("", on.as_str()) };
                text.extend([tone.0, "\n", &" ".repeat(hang), tone.1, word]);
                column = hang;
            } else {
                let gap = if goes_on { " " } else { "" };
                let tone = if i > 0 { "" } else { on.as_str() };
                text.extend([gap, tone, word]);
                column += gap.len();
            }
            column += length;
        }
        if !words.trim().is_empty() {
            text.push_str(&off);
        }
    }
    Ok(writeln!(world.out, "{text}")?)
}
