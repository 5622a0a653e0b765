//! Tables: calm, dense, as wide as the terminal, figures to the right.

use std::io::Write;

use comfy_table::{Attribute, Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table};

use crate::{Fault, World, prose::plain};

/// A table under its headings.
#[derive(Debug)]
pub(crate) struct Rows {
    table: Table,
    columns: Vec<Column>,
}

/// How a column behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    /// Words that may take a new line.
    Words(&'static str),
    /// A word or id that stays in one piece.
    Piece(&'static str),
    /// A figure: in one piece, to the right.
    Figure(&'static str),
}

/// What a cell holds, and how loud it is.
#[derive(Clone, Debug)]
pub(crate) enum Text {
    /// As it is.
    Plain(String),
    /// What is read first.
    Strong(String),
    /// What is read last.
    Quiet(String),
}

impl Rows {
    pub(crate) fn new(columns: &[Column]) -> Self {
        let mut table = Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        table.enforce_styling();
        table.style_text_only();
        if columns.iter().any(|column| !column.heading().is_empty()) {
            table.set_header(columns.iter().map(|column| {
                Cell::new(column.heading()).add_attribute(Attribute::Dim).set_alignment(column.alignment())
            }));
        }
        Self { table, columns: columns.to_vec() }
    }

    pub(crate) fn add(&mut self, cells: impl IntoIterator<Item = Text>) {
        let cells = cells.into_iter().zip(&self.columns).map(|(text, column)| {
            let cell = match text {
                // What is empty has no tone, so that the end of a line can be trimmed.
                text if text.is_empty() => Cell::new(""),
                Text::Plain(words) => Cell::new(plain(&words)),
                Text::Strong(words) => Cell::new(plain(&words)).add_attribute(Attribute::Bold),
                Text::Quiet(words) => Cell::new(plain(&words)).add_attribute(Attribute::Dim),
            };
            cell.set_alignment(column.alignment())
        });
        self.table.add_row(cells);
    }

    /// Prints it; nothing where nothing was added.
    pub(crate) fn print(mut self, world: &mut World) -> Result<(), Fault> {
        if self.table.row_count() == 0 {
            return Ok(());
        }
        self.table.set_width(world.width.saturating_sub(1));
        self.table.set_content_arrangement(ContentArrangement::Dynamic);
        for (column, set) in self.columns.iter().zip(self.table.column_iter_mut()) {
            set.set_padding((1, 1));
            if !matches!(column, Column::Words(_)) {
                set.set_constraint(ColumnConstraint::ContentWidth);
            }
        }
        writeln!(world.out, "{}", self.table.trim_fmt())?;
        Ok(())
    }
}

impl Column {
    fn heading(self) -> &'static str {
        match self {
            Self::Words(heading) | Self::Piece(heading) | Self::Figure(heading) => heading,
        }
    }

    fn alignment(self) -> CellAlignment {
        match self {
            Self::Figure(_) => CellAlignment::Right,
            Self::Words(_) | Self::Piece(_) => CellAlignment::Left,
        }
    }
}

impl Text {
    pub(crate) fn is_empty(&self) -> bool {
        let (Self::Plain(words) | Self::Strong(words) | Self::Quiet(words)) = self;
        words.is_empty()
    }
}

/// `1 claim`, `23 claims`.
pub(crate) fn counted(n: usize, one: &str, several: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {several}") }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self::Plain(words)
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self::Plain(words.to_owned())
    }
}
