//! The cells of one column: figures with their bounds, as close as the terminal asks for.

use model::Quantity;
use picture::{Figure, Line};

use super::Column;
use crate::prose::{PLAIN, QUIET, STRONG};

/// How close figures and bounds stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// Bounds beside their figures, open ends in words: `at least 1,900`.
    Wide,
    /// Bounds beside their figures, open ends as a sign: `1,900+`.
    Close,
    /// Bounds beneath their figures.
    Narrow,
}

/// A line of a heading: `in all` stands under `promised`, so that columns are narrow.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    First,
    Second,
}

impl Half {
    fn of(self, heading: &'static str) -> &'static str {
        let (first, second) = heading.split_once(' ').unwrap_or(("", heading));
        if self == Self::First { first } else { second }
    }
}

/// A column's figures and bounds, and the widths that they need.
pub(super) struct Cells {
    heading: &'static str,
    figures: Vec<(String, String)>,
    /// How wide the bounds beside the figures are, with their gap; nothing where they stand beneath.
    beside: usize,
    width: usize,
    /// What stands before it: a narrow terminal has less to spare.
    gap: &'static str,
}

impl Cells {
    pub(super) fn of(column: &Column, lines: &[&Line], fit: Fit) -> Self {
        let cell = |line: &Line| column.of(line).map(|figure| figure_and_bounds(figure, fit));
        let figures: Vec<_> = lines.iter().map(|line| cell(line).unwrap_or_default()).collect();
        let figure = longest(figures.iter().map(|(figure, _)| figure.as_str()));
        let bounds = longest(figures.iter().map(|(_, bounds)| bounds.as_str()));
        let heading = longest([Half::First, Half::Second].map(|half| half.of(column.heading)).into_iter());
        let beside = if bounds == 0 || fit == Fit::Narrow { 0 } else { bounds + 1 };
        let beneath = if fit == Fit::Narrow { bounds } else { 0 };
        let width = (figure + beside).max(heading).max(beneath);
        let gap = if fit == Fit::Narrow { " " } else { "  " };
        Self { heading: column.heading, figures, beside, width, gap }
    }

    /// With the gap before it.
    pub(super) fn width(&self) -> usize {
        self.gap.len() + self.width
    }

    pub(super) fn heading(&self, half: Half) -> String {
        format!("{}{:>width$}", self.gap, half.of(self.heading), width = self.width)
    }

    pub(super) fn row(&self, i: usize) -> String {
        let (figure, bounds) = &self.figures[i];
        let width = self.width - self.beside;
        // What is empty has no tone, so that the end of a row can be trimmed.
        let strong = if figure.is_empty() { PLAIN } else { STRONG };
        let figure = format!("{}{strong}{figure:>width$}{strong:#}", self.gap);
        if self.beside == 0 {
            return figure;
        }
        let quiet = if bounds.is_empty() { PLAIN } else { QUIET };
        let padding = " ".repeat(self.beside - 1 - bounds.chars().count());
        format!("{figure} {quiet}{bounds}{quiet:#}{padding}")
    }

    /// The line under a row, where the bounds stand there.
    pub(super) fn beneath(&self, i: usize) -> String {
        let bounds = if self.beside == 0 { self.figures[i].1.as_str() } else { "" };
        let quiet = if bounds.is_empty() { PLAIN } else { QUIET };
        format!("{}{quiet}{bounds:>width$}{quiet:#}", self.gap, width = self.width)
    }
}

/// A figure and its bounds, the bounds empty where they say nothing more.
fn figure_and_bounds(figure: &Figure, fit: Fit) -> (String, String) {
    let number = |n: u64| Quantity::Exactly(n).to_string();
    let in_words = fit == Fit::Wide;
    let from = |low| if in_words { format!("from {}", number(low)) } else { format!("{}+", number(low)) };
    let alone = |words: String| (words, String::new());
    // In its own words, where they are those of a source: "nearly 400" is not 399.
    if let Some(stated @ (Quantity::Nearly(_) | Quantity::About(_))) = figure.stated {
        return (stated.to_string(), figure.bounds().to_string());
    }
    match (figure.best, figure.high) {
        (None, None) if figure.low <= 1 => alone("some".to_owned()),
        (None, None) => ("some".to_owned(), from(figure.low)),
        (None, Some(_)) => ("some".to_owned(), figure.bounds().to_string()),
        (Some(n), Some(high)) if figure.low == high && n == high => alone(number(n)),
        (Some(n), Some(_)) => (number(n), figure.bounds().to_string()),
        (Some(n), None) if figure.stated.is_some() || n == figure.low => {
            alone(if in_words { figure.to_string() } else { from(n) })
        }
        (Some(n), None) => (number(n), from(figure.low)),
    }
}

fn longest<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    words.map(|word| word.chars().count()).max().unwrap_or(0)
}
