//! What is open on a day: promises that are overdue, and movements that no claim accounts for.

use jiff::civil::Date;
use ledger::Ledger;
use picture::{Overdue, Unexplained};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    WhoseShape,
    claims::{ids, told},
};

/// What was planned or pledged for a day that has passed, and has not come.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Overdue)]
pub(crate) struct OverdueShape {
    whose: WhoseShape,
    /// Of what.
    #[schema(example = "people")]
    resource: String,
    /// The last day on which it was to be kept.
    #[schema(value_type = String, format = Date)]
    due: Date,
    /// The first such day that was told: a promise told again with a later day has slipped.
    #[schema(value_type = String, format = Date)]
    first_due: Date,
    /// How many days before the day pictured that was.
    days_over: i32,
    /// The least that was promised.
    promised: u64,
    /// What came: of a movement since it was announced, of a strength until the day pictured.
    came: u64,
    /// What is said, in one line.
    words: String,
    /// The claims that say it.
    claims: Vec<String>,
}

/// A movement that no claim accounts for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Unexplained)]
pub(crate) struct UnexplainedShape {
    whose: WhoseShape,
    /// Of what.
    #[schema(example = "people")]
    resource: String,
    /// Of which stage; `promised`: of the pledge total.
    #[schema(example = "deployed")]
    stage: String,
    /// It happened after this day; none: before anything was said.
    #[schema(value_type = Option<String>, format = Date)]
    after: Option<Date>,
    /// And by the end of this one.
    #[schema(value_type = String, format = Date)]
    by: Date,
    /// How many came; less than none: left.
    amount: i64,
    /// What was reckoned without it at the end of that day.
    reckoned: u64,
    /// All of it in words.
    #[schema(example = "400 reckoned, 385 taken: 15 unexplained")]
    words: String,
    /// Whether it is worth a word: who waits or has left must have come at some time.
    of_note: bool,
    /// The claims that it is reckoned from.
    before: Vec<String>,
    /// The claims that ask for it.
    stated: Vec<String>,
}

impl OverdueShape {
    /// A promise that claims of this ledger tell, told as people tell it.
    pub(crate) fn of(ledger: &Ledger, overdue: &Overdue) -> Self {
        let words = overdue.claims.first().map(|claim| told(ledger, *claim, &overdue.words));
        Self {
            whose: (&overdue.whose).into(),
            resource: overdue.resource.to_string(),
            due: overdue.due,
            first_due: overdue.first_due,
            days_over: overdue.days_over,
            promised: overdue.promised,
            came: overdue.came,
            words: words.unwrap_or_else(|| overdue.words.clone()),
            claims: ids(&overdue.claims),
        }
    }
}

impl From<&Unexplained> for UnexplainedShape {
    fn from(gap: &Unexplained) -> Self {
        Self {
            whose: (&gap.whose).into(),
            resource: gap.resource.to_string(),
            stage: gap.stage.to_string(),
            after: gap.after,
            by: gap.by,
            amount: gap.amount,
            reckoned: gap.reckoned,
            words: gap.words.clone(),
            of_note: gap.is_of_note(),
            before: ids(&gap.before),
            stated: ids(&gap.stated),
        }
    }
}
