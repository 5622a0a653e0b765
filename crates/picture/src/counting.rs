//! Counting: a claim of a count as a part of a report.

use model::{Span, Stage, Statement};

use crate::{compose::Part, gather::Told};

/// Whether it counts named units of the party.
pub(crate) fn of_units(told: &Told) -> bool {
    matches!(&told.claim.statement, Statement::Count(count) if !count.scope.units.is_empty())
}

pub(crate) fn part<'t, 'a>(told: &'t Told<'a>) -> Option<Part<'t, 'a, (Stage, Span)>> {
    let Statement::Count(count) = &told.claim.statement else { return None };
    Some(Part {
        told,
        alike: (count.stage, count.as_of),
        resource: &count.scope.resource,
        quantity: count.quantity,
    })
}
