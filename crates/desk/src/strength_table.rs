//! The strength table: a line for each contributor, its stages as columns, each figure beside its bounds.
//!
//! Not a [`crate::table`]: figures stand right and their bounds left of one edge in each column.

use std::io::Write;

use model::{Currency, Quantity, Resource, ResourceKind, Stage, Whose};
use picture::{Figure, Line};

use crate::{
    Fault, World,
    prose::{PLAIN, QUIET, STRONG},
    sentence,
};

/// No label is cut shorter, even where the table is wider than the terminal then.
const SHORTEST_LABEL: usize = 8;

/// A meaning that would be cut shorter is left out.
const SHORTEST_MEANING: usize = 6;

/// The lines of one kind of resource, with the columns that they fill.
pub(crate) struct StrengthTable<'a> {
    lines: Vec<(&'a Line, bool)>,
    columns: Vec<Column>,
}

/// A column: the pledge total, or a stage.
pub(crate) struct Column {
    heading: &'static str,
    stage: Option<Stage>,
}

impl<'a> StrengthTable<'a> {
    /// The parties' lines and the sums over them, of one kind. A sum over one line says nothing more and is left out.
    pub(crate) fn new(kind: Option<ResourceKind>, stated: &'a [Line], sums: &'a [Line]) -> Self {
        let of_kind = |line: &&Line| line.resource.kind() == kind;
        let parties = |resource: &Resource| {
            stated
                .iter()
                .filter(|line| line.resource == *resource && matches!(line.whose, Whose::Party(_)))
                .count()
        };
        let sums = sums.iter().filter(of_kind).filter(|line| parties(&line.resource) > 1);
        let lines: Vec<_> = stated
            .iter()
            .filter(of_kind)
            .map(|line| (line, false))
            .chain(sums.map(|line| (line, true)))
            .collect();
        let stages = kind.map(ResourceKind::stages).unwrap_or_default().into_iter().map(|stage| Column {
            heading: if stage == Stage::Promised { "still owed" } else { sentence::standing(stage) },
            stage: Some(stage),
        });
        let columns = std::iter::once(Column { heading: "promised in all", stage: None })
            .chain(stages)
            .filter(|column| lines.iter().any(|(line, _)| column.of(line).is_some()))
            .collect();
        Self { lines, columns }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines in their order.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().map(|(line, _)| *line)
    }

    /// Each stated figure with what it is called.
    pub(crate) fn figures(&self) -> impl Iterator<Item = (String, &'a Figure)> {
        let stated = self.lines.iter().filter(|(_, summed)| !summed);
        stated.flat_map(|(line, _)| {
            let figures = self.columns.iter().filter_map(|column| Some((column, column.of(line)?)));
            figures.map(|(column, figure)| (format!("{}, {}", line.name(), column.heading), figure))
        })
    }

    /// Prints it.
    pub(crate) fn print(&self, world: &mut World) -> Result<(), Fault> {
        let labels: Vec<_> = self.lines.iter().map(|(line, summed)| Label::of(line, *summed)).collect();
        let columns: Vec<_> = self.columns.iter().map(|column| Cells::of(column, &self.lines)).collect();
        let figures: usize = columns.iter().map(|cells| cells.width + 2).sum();
        let room = usize::from(world.width).saturating_sub(figures + 2).max(SHORTEST_LABEL);
        let width = labels.iter().map(Label::width).max().unwrap_or(0).min(room);
        for half in [Half::First, Half::Second] {
            let headings: String = columns.iter().map(|cells| cells.heading(half)).collect();
            let row = format!(" {:width$}{headings}", "");
            if !headings.trim().is_empty() {
                writeln!(world.out, "{QUIET}{}{QUIET:#}", row.trim_end())?;
            }
        }
        for (i, label) in labels.iter().enumerate() {
            let cells: String = columns.iter().map(|cells| cells.row(i)).collect();
            writeln!(world.out, "{}", format!(" {}{cells}", label.cut(width)).trim_end())?;
        }
        Ok(())
    }
}

impl Column {
    fn of<'a>(&self, line: &'a Line) -> Option<&'a Figure> {
        match self.stage {
            None => line.promised_in_all.as_ref(),
            Some(stage) => line.stages.get(&stage),
        }
    }
}

/// A line of a heading: `in all` stands under `promised`, so that columns are narrow.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
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
struct Cells {
    heading: &'static str,
    figures: Vec<(String, String)>,
    bounds_width: usize,
    width: usize,
}

impl Cells {
    fn of(column: &Column, lines: &[(&Line, bool)]) -> Self {
        let figures: Vec<_> = lines
            .iter()
            .map(|(line, _)| column.of(line).map(figure_and_bounds).unwrap_or_default())
            .collect();
        let bounds = longest(figures.iter().map(|(_, bounds)| bounds.as_str()));
        let bounds_width = if bounds == 0 { 0 } else { bounds + 1 };
        let figure_width = longest(figures.iter().map(|(figure, _)| figure.as_str()));
        Self {
            heading: column.heading,
            width: (figure_width + bounds_width)
                .max(longest([Half::First, Half::Second].map(|half| half.of(column.heading)).into_iter())),
            figures,
            bounds_width,
        }
    }

    fn heading(&self, half: Half) -> String {
        format!("  {:>width$}", half.of(self.heading), width = self.width)
    }

    fn row(&self, i: usize) -> String {
        let (figure, bounds) = &self.figures[i];
        let (figure_width, bounds_width) = (self.width - self.bounds_width, self.bounds_width);
        // What is empty has no tone, so that the end of a row can be trimmed.
        let strong = if figure.is_empty() { PLAIN } else { STRONG };
        let quiet = if bounds.is_empty() { PLAIN } else { QUIET };
        // "2,900+" is one word; "382 360-399" are two.
        let gap = if bounds_width == 0 || bounds == "+" { "" } else { " " };
        let padding = " ".repeat(bounds_width.saturating_sub(bounds.chars().count() + gap.len()));
        format!("  {strong}{figure:>figure_width$}{strong:#}{gap}{quiet}{bounds}{quiet:#}{padding}")
    }
}

/// A figure and its bounds, the bounds empty where they say nothing more.
fn figure_and_bounds(figure: &Figure) -> (String, String) {
    let number = |n: u64| Quantity::Exactly(n).to_string();
    let best = figure.stated.and_then(Quantity::number).or(figure.best);
    match (best, figure.high) {
        (None, None) if figure.low <= 1 => ("some".to_owned(), String::new()),
        (None, _) => ("some".to_owned(), figure.bounds().to_string()),
        (Some(n), Some(high)) if figure.low == high && n == high => (number(n), String::new()),
        (Some(n), None) if figure.low == n => (number(n), "+".to_owned()),
        (Some(n), _) => (number(n), figure.bounds().to_string()),
    }
}

/// What a line is called: the code that names it in `--behind`, and what the code means.
struct Label {
    code: String,
    meaning: String,
}

impl Label {
    fn of(line: &Line, summed: bool) -> Self {
        let (code, meaning) = match &line.whose {
            _ if summed => ("sum".to_owned(), "of the parties"),
            Whose::Mission => ("mission".to_owned(), "as stated"),
            Whose::Unstated => ("unstated".to_owned(), "whose"),
            Whose::Parties(_) => (line.whose.to_string(), ""),
            Whose::Party(party) => (party.code().to_owned(), party.name()),
        };
        // People are one kind; of the others, each line is of its own.
        Self { code, meaning: of_what(&line.resource).unwrap_or_else(|| meaning.to_owned()) }
    }

    fn width(&self) -> usize {
        let gap = usize::from(!self.meaning.is_empty());
        self.code.chars().count() + gap + self.meaning.chars().count()
    }

    fn cut(&self, width: usize) -> String {
        let code = cut(&self.code, width);
        let room = width.saturating_sub(code.chars().count() + 1);
        let fits = !self.meaning.is_empty() && (room >= SHORTEST_MEANING || self.width() <= width);
        let meaning = if fits { format!(" {}", cut(&self.meaning, room)) } else { String::new() };
        let padding = " ".repeat(width.saturating_sub(code.chars().count() + meaning.chars().count()));
        format!("{QUIET}{code}{QUIET:#}{meaning}{padding}")
    }
}

/// The type of equipment or the currency; none for people, who are one kind.
fn of_what(resource: &Resource) -> Option<String> {
    match resource {
        Resource::Equipment(kind) => Some(kind.0.to_string()),
        Resource::Money(Currency::Unstated) => Some("$?".to_owned()),
        Resource::Money(currency) => Some(currency.to_string()),
        Resource::People(_) | Resource::Unstated => None,
    }
}

fn longest<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    words.map(|word| word.chars().count()).max().unwrap_or(0)
}

fn cut(words: &str, width: usize) -> String {
    if words.chars().count() <= width {
        return words.to_owned();
    }
    words.chars().take(width.saturating_sub(1)).chain(['…']).take(width).collect()
}
