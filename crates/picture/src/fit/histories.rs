//! Whole histories: every balance of a mission through all of its time, fitted in one go.

use std::collections::BTreeMap;

use ledger::Ledger;
use model::Resource;

use super::{Fitted, Problem, claims::posed, fit};
use crate::{Asked, gather::gather};

/// Every history of a mission, by resource, as known on the day asked; what was told of days after `as_of` bears on
/// them as well, and pledges of later days are left aside.
#[must_use]
pub fn histories(ledger: &Ledger, asked: &Asked) -> BTreeMap<Resource, Fitted> {
    of_each(ledger, asked, |resource, problem| (resource, fit(problem)))
}

/// What is fitted for what is asked, by resource.
#[must_use]
pub fn problems(ledger: &Ledger, asked: &Asked) -> Vec<Problem> {
    of_each(ledger, asked, |_, problem| problem.clone())
}

fn of_each<T, C: FromIterator<T>>(ledger: &Ledger, asked: &Asked, of: impl Fn(Resource, &Problem) -> T) -> C {
    let until = asked.as_of.max(asked.known_on);
    let gathered = gather(ledger, &Asked { as_of: until, ..asked.clone() });
    let posed = posed(&gathered, asked.as_of, until);
    posed.into_iter().map(|posed| of(posed.resource.clone(), &posed.problem)).collect()
}
