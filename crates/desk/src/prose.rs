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
    let gap = if beside.is_empty() { "" } else { "  " };
    Ok(writeln!(world.out, "\n{STRONG}{title}{STRONG:#}{gap}{QUIET}{beside}{QUIET:#}")?)
}

/// Prints words, each part in its tone, `indent` columns in and further in where a line goes on.
pub(crate) fn line(world: &mut World, indent: usize, parts: &[(Style, &str)]) -> Result<(), Fault> {
    let width = usize::from(world.width).saturating_sub(1);
    let mut column = indent;
    let mut text = " ".repeat(indent);
    for (style, words) in parts {
        for word in plain(words).split_whitespace() {
            let length = word.chars().count();
            if column > indent && column + 1 + length > width {
                text.push('\n');
                text.push_str(&" ".repeat(indent + 2));
                column = indent + 2;
            } else if column > indent {
                text.push(' ');
                column += 1;
            }
            text.push_str(&format_args!("{style}{word}{style:#}").to_string());
            column += length;
        }
    }
    Ok(writeln!(world.out, "{text}")?)
}
