//! The strength table: a line for each contributor, its stages as columns, each figure beside its bounds.
//!
//! Not a [`crate::table`]: figures stand right and their bounds left of one edge in each column.

mod cells;
mod label;

use std::io::Write;

use model::{Resource, ResourceKind, Stage};
use picture::{Contributor, Figure, Line};

use crate::{Fault, World, prose::QUIET, sentence};

use cells::{Cells, Fit, Half};
use label::Label;

/// No label is cut shorter, even where the table is wider than the terminal then.
const SHORTEST_LABEL: usize = 8;

/// The lines of one kind of resource, with the columns that they fill.
pub(crate) struct StrengthTable<'a> {
    lines: Vec<&'a Line>,
    columns: Vec<Column>,
    unnumbered: Vec<&'a Line>,
    figureless: Vec<&'a Line>,
}

/// A column: the pledge total, or a stage.
pub(crate) struct Column {
    heading: &'static str,
    stage: Option<Stage>,
}

impl<'a> StrengthTable<'a> {
    /// The lines of one kind. A sum over one line says nothing more and is left out.
    pub(crate) fn new(kind: Option<ResourceKind>, all: &'a [Line]) -> Self {
        let parts = |resource: &Resource| {
            let parts = all.iter().filter(|line| line.resource == *resource);
            parts.filter(|line| matches!(line.whose, Contributor::Party(_) | Contributor::Others)).count()
        };
        let of_kind = all.iter().filter(|line| line.resource.kind() == kind);
        let (figureless, lines): (Vec<_>, Vec<_>) = of_kind.partition(|line| is_figureless(line));
        let (unnumbered, lines): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| is_unnumbered(line));
        let says_more = |line: &&Line| line.whose != Contributor::Sum || parts(&line.resource) > 1;
        let lines: Vec<_> = lines.into_iter().filter(says_more).collect();
        let stages = kind.map(ResourceKind::stages).unwrap_or_default().into_iter().map(|stage| Column {
            heading: if stage == Stage::Promised { "still owed" } else { sentence::standing(stage) },
            stage: Some(stage),
        });
        let columns = std::iter::once(Column { heading: "promised in all", stage: None })
            .chain(stages)
            .filter(|column| lines.iter().any(|line| column.of(line).is_some()))
            .collect();
        Self { lines, columns, unnumbered, figureless }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.unnumbered.is_empty() && self.figureless.is_empty()
    }

    /// Those who promised something and nobody says how much: a sentence tells it better than a line of "some".
    pub(crate) fn unnumbered(&self) -> &[&'a Line] {
        &self.unnumbered
    }

    /// Those of whom nothing is told but what is planned, proposed or denied.
    pub(crate) fn figureless(&self) -> &[&'a Line] {
        &self.figureless
    }

    /// The lines in their order.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().copied()
    }

    /// Each stated figure with what it is called.
    pub(crate) fn figures(&self) -> impl Iterator<Item = (String, &'a Figure)> {
        let stated = self.lines.iter().filter(|line| line.whose != Contributor::Sum);
        stated.copied().chain(self.unnumbered.iter().copied()).flat_map(|line| {
            let figures = self.columns.iter().filter_map(|column| Some((column, column.of(line)?)));
            figures.map(|(column, figure)| (format!("{}, {}", line.name(), column.heading), figure))
        })
    }

    /// Prints it, closer where the names would have no room.
    pub(crate) fn print(&self, world: &mut World) -> Result<(), Fault> {
        if self.lines.is_empty() {
            return Ok(());
        }
        let labels: Vec<_> = self.lines.iter().map(|line| Label::of(line)).collect();
        let widest = labels.iter().map(Label::width).max().unwrap_or(0);
        let room = |cells: &[Cells]| {
            let figures: usize = cells.iter().map(Cells::width).sum();
            usize::from(world.width).saturating_sub(figures + 2)
        };
        let fitted = |fit| self.columns.iter().map(|column| Cells::of(column, &self.lines, fit)).collect();
        let mut cells: Vec<Cells> = fitted(Fit::Wide);
        for fit in [Fit::Close, Fit::Narrow] {
            if room(&cells) < widest {
                cells = fitted(fit);
            }
        }
        let width = widest.min(room(&cells).max(SHORTEST_LABEL));
        for half in [Half::First, Half::Second] {
            let headings: String = cells.iter().map(|cells| cells.heading(half)).collect();
            let row = format!(" {:width$}{headings}", "");
            if !headings.trim().is_empty() {
                writeln!(world.out, "{QUIET}{}{QUIET:#}", row.trim_end())?;
            }
        }
        for (i, label) in labels.iter().enumerate() {
            let row: String = cells.iter().map(|cells| cells.row(i)).collect();
            writeln!(world.out, "{}", format!(" {}{row}", label.cut(width)).trim_end())?;
            let beneath: String = cells.iter().map(|cells| cells.beneath(i)).collect();
            if !beneath.trim().is_empty() {
                writeln!(world.out, "{}", format!(" {:width$}{beneath}", "").trim_end())?;
            }
        }
        Ok(())
    }
}

/// Whether there is no figure on a line.
fn is_figureless(line: &Line) -> bool {
    line.promised_in_all.is_none() && line.stages.is_empty()
}

/// Whether all there is on a line is a promise without a number.
fn is_unnumbered(line: &Line) -> bool {
    let promised = line.stages.iter().all(|(stage, _)| *stage == Stage::Promised);
    let without = |figure: &Figure| figure.best.is_none() && figure.low <= 1 && figure.high.is_none();
    promised && line.promised_in_all.iter().chain(line.stages.values()).all(without)
}

impl Column {
    fn of<'a>(&self, line: &'a Line) -> Option<&'a Figure> {
        match self.stage {
            None => line.promised_in_all.as_ref(),
            Some(stage) => line.stages.get(&stage),
        }
    }
}
