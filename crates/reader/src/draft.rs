//! A claim in the making: what a rule read, before speaker, mission and quote are put to it.

use std::ops::Range;

use model::{ByteRange, MissionCode, Modality, Name, Statement, Step};

use crate::Slot;

/// What a rule read in one clause.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// What is said.
    pub(crate) statement: Statement,
    /// How surely, as the clause itself tells; a speaker turns `fact` into `reported`.
    pub(crate) modality: Modality,
    /// The rule that read it.
    pub(crate) rule: &'static str,
    /// The phrase that it hangs on, to find its speaker and to tell two of one sentence apart.
    pub(crate) phrase: usize,
    /// The tokens of its number.
    pub(crate) number: Option<Range<usize>>,
    /// A speaker that the rule found itself: who appeals.
    pub(crate) speaker: Option<Name>,
    /// A mission that the rule found itself.
    pub(crate) mission: MissionOf,
    /// The words that filled its slots.
    pub(crate) slots: Vec<Slot>,
}

/// Whose mission a draft is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MissionOf {
    /// The one named in its sentence, else the report's.
    Report,
    /// This one.
    Named(MissionCode),
}

impl Draft {
    /// A draft without number or slots.
    pub(crate) fn new(rule: &'static str, statement: Statement, modality: Modality, phrase: usize) -> Self {
        Self {
            statement,
            modality,
            rule,
            phrase,
            number: None,
            speaker: None,
            mission: MissionOf::Report,
            slots: Vec::new(),
        }
    }

    /// Whether it tells of people who leave the mission.
    pub(crate) fn is_leaving(&self) -> bool {
        matches!(&self.statement, Statement::Movement(movement) if matches!(movement.step, Step::Repatriate | Step::Rotate))
    }

    /// With the words that filled a slot.
    pub(crate) fn slot(mut self, name: &'static str, at: Option<ByteRange>) -> Self {
        self.slots.extend(at.map(|at| Slot { name, at }));
        self
    }
}
