//! Runs of letters into lines, lines into paragraphs: a paragraph a line, its words whole.

use std::collections::{BTreeMap, BTreeSet};

use super::glyphs::Run;

/// One line of a page.
#[derive(Clone, Debug)]
struct Line {
    text: String,
    from: f32,
    to: f32,
    height: f32,
    size: f32,
}

impl Line {
    /// About how wide its first word is.
    fn first_word(&self) -> f32 {
        let letters = |text: &str| f32::from(u16::try_from(text.chars().count()).unwrap_or(u16::MAX));
        let word = self.text.split_whitespace().next().unwrap_or_default();
        (self.to - self.from) * letters(word) / letters(&self.text).max(1.0)
    }
}

/// The text of some pages.
pub(super) fn text(pages: &[Vec<Run>]) -> String {
    let mut pages: Vec<Vec<Line>> = pages.iter().map(|runs| lines(runs)).collect();
    drop_furniture(&mut pages);
    let lines: Vec<Line> = pages.into_iter().flatten().collect();
    let pitch = pitch(&lines);
    let words = words(&lines);
    let mut text = String::new();
    let mut right: f32 = 0.0;
    for (index, line) in lines.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).and_then(|before| lines.get(before)) {
            right = if is_below(before, line) { right.max(before.to) } else { line.to };
            let next_to =
                lines.get(index + 1).filter(|next| is_below(line, next)).map_or(0.0, |next| next.to);
            if !goes_on(before, line, right.max(line.to).max(next_to), pitch) {
                text.push('\n');
            } else if !joined(&mut text, &line.text, &words) {
                text.push(' ');
            }
        }
        text.push_str(&line.text);
    }
    text.push('\n');
    text
}

/// Runs that stand at one height and go to the right are one line.
fn lines(runs: &[Run]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for run in runs {
        let same = lines.last_mut().filter(|line| {
            let size = line.size.max(run.size);
            (line.height - run.height).abs() < 0.4 * size
                && run.from > line.to - size
                && run.from < line.to + 12.0 * size
        });
        let Some(line) = same else {
            lines.push(Line {
                text: run.letters.clone(),
                from: run.from,
                to: run.to,
                height: run.height,
                size: run.size,
            });
            continue;
        };
        let gap = run.from - line.to;
        if gap > 0.17 * run.size && !line.text.ends_with(char::is_whitespace) {
            line.text.push(if gap > 2.5 * run.size { '\t' } else { ' ' });
        }
        line.text.push_str(&run.letters);
        line.to = line.to.max(run.to);
        line.size = line.size.max(run.size);
    }
    for line in &mut lines {
        line.text = tidy(&line.text);
    }
    lines.retain(|line| !line.text.is_empty());
    lines
}

/// White space as one space, a tab where the gap is wide; ligatures as their letters.
fn tidy(text: &str) -> String {
    let mut tidy = String::new();
    for c in text.chars() {
        match c {
            '\t' => {
                tidy.truncate(tidy.trim_end().len());
                tidy.push('\t');
            }
            c if c.is_whitespace() || c.is_control() => {
                if !tidy.ends_with([' ', '\t']) {
                    tidy.push(' ');
                }
            }
            '\u{fb00}' => tidy.push_str("ff"),
            '\u{fb01}' => tidy.push_str("fi"),
            '\u{fb02}' => tidy.push_str("fl"),
            '\u{fb03}' => tidy.push_str("ffi"),
            '\u{fb04}' => tidy.push_str("ffl"),
            c => tidy.push(c),
        }
    }
    tidy.trim().to_owned()
}

/// Heads and feet: what stands at the edge of most pages, numbers aside, and bare page numbers.
fn drop_furniture(pages: &mut [Vec<Line>]) {
    const EDGE: usize = 3;
    let shape = |line: &Line| -> String {
        line.text
            .chars()
            .map(|c| if c.is_ascii_digit() { '#' } else { c })
            .collect::<String>()
            .replace("##", "#")
    };
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages.iter() {
        let edge: BTreeSet<String> =
            page.iter().take(EDGE).chain(page.iter().rev().take(EDGE)).map(shape).collect();
        for shape in edge {
            *seen.entry(shape).or_default() += 1;
        }
    }
    let most = (pages.len() / 3).max(2);
    for page in pages {
        let len = page.len();
        let mut index = 0;
        page.retain(|line| {
            let is_edge = index < EDGE || index + EDGE >= len;
            index += 1;
            let is_number =
                line.text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | ' ' | '|'));
            let repeats = seen.get(&shape(line)).is_some_and(|count| *count > most);
            !(is_edge && len > 1 && (is_number || repeats))
        });
    }
}

/// Whether a line stands below another in the same column.
fn is_below(above: &Line, below: &Line) -> bool {
    below.height < above.height && below.from < above.to && above.from < below.to
}

/// How far apart lines mostly stand, in sizes of their letters.
fn pitch(lines: &[Line]) -> f32 {
    let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
    for pair in lines.windows(2) {
        if let [above, below] = pair
            && is_below(above, below)
        {
            let twentieths = ((above.height - below.height) / above.size * 20.0).round();
            for step in 16..=60_u32 {
                #[expect(clippy::cast_precision_loss, reason = "small whole numbers")]
                if (twentieths - step as f32).abs() < 0.5 {
                    *seen.entry(step).or_default() += 1;
                }
            }
        }
    }
    let most =
        seen.into_iter().max_by_key(|(step, count)| (*count, u32::MAX - step)).map_or(24, |(step, _)| step);
    #[expect(clippy::cast_precision_loss, reason = "at most sixty")]
    let pitch = most as f32 / 20.0;
    pitch
}

/// Whether a line goes on with the paragraph of the line before it. `right` is how far the column reaches.
fn goes_on(before: &Line, line: &Line, right: f32, pitch: f32) -> bool {
    let size = before.size.max(line.size);
    let ends = before.text.ends_with(['.', '!', '?', ':', ';', '"', '\u{201d}']);
    if (before.size - line.size).abs() > 0.12 * size || before.text.contains('\t') || line.text.contains('\t')
    {
        return false;
    }
    let begins_low = line.text.starts_with(char::is_lowercase);
    if !is_below(before, line) {
        // The next column or page.
        return !ends && (begins_low || before.text.ends_with('-'));
    }
    let is_far = before.height - line.height > size * (pitch * 1.25).max(1.3);
    // The next word would have had room: the line was ended, not full.
    let is_short = before.to + line.first_word() + 0.6 * size < right;
    let is_indented = line.from > before.from + 0.8 * size;
    let is_far_left = line.from < before.from - 12.0 * size;
    !is_far
        && !is_item(&line.text)
        && !is_far_left
        && !(ends && (is_short || is_indented))
        && !(is_short && !begins_low && !before.text.ends_with([',', '-']))
}

/// "12. ", "(a) ", "\u{2022} ": a line that begins a paragraph by its own mark.
fn is_item(text: &str) -> bool {
    let Some((mark, _)) = text.split_once(' ') else { return false };
    let is_label =
        |inside: &str| !inside.is_empty() && inside.len() <= 3 && inside.chars().all(char::is_alphanumeric);
    matches!(mark, "\u{2022}" | "\u{25cf}" | "\u{25aa}" | "\u{2013}" | "-" | "*" | "\u{b7}")
        || mark
            .strip_suffix('.')
            .is_some_and(|label| is_label(label) && label.chars().all(|c| c.is_ascii_digit()))
        || mark.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).is_some_and(is_label)
}

/// Joins a word that the line's end cut in two. It keeps its hyphen when the text has it with one elsewhere, or when a
/// name stands before it: "Kenyan-" and "led" are two words.
fn joined(text: &mut String, next: &str, words: &BTreeSet<String>) -> bool {
    if text.ends_with('\u{ad}') {
        text.pop();
        return true;
    }
    let (Some(head), true) = (text.strip_suffix(['-', '\u{2010}']), next.starts_with(char::is_alphabetic))
    else {
        return false;
    };
    let letters = |c: char| c.is_alphanumeric() || c == '-' || c == '\'';
    let first = head.rsplit(|c: char| !letters(c)).next().unwrap_or_default().to_owned();
    let second = next.split(|c: char| !letters(c)).next().unwrap_or_default();
    if first.is_empty() {
        return false;
    }
    let (whole, hyphened) = (format!("{first}{second}"), format!("{first}-{second}"));
    let is_name = first.starts_with(char::is_uppercase) || first.ends_with(|c: char| c.is_ascii_digit());
    let keeps = words.contains(&hyphened.to_lowercase())
        || (!words.contains(&whole.to_lowercase()) && (is_name || second.starts_with(char::is_uppercase)));
    if !keeps {
        text.pop();
    }
    true
}

/// The words that stand whole in some line, in lower case.
fn words(lines: &[Line]) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for line in lines {
        let all: Vec<&str> = line.text.split_whitespace().collect();
        for word in all.get(1..all.len().saturating_sub(1)).unwrap_or_default() {
            words.insert(word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
        }
    }
    words
}
