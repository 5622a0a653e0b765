//! The fund that a sum goes to.

use crate::{
    Cue,
    clause::{Hangs, Kind},
    context::Context,
};

/// The fund that the money goes to.
pub(super) fn purse(c: &Context<'_>, sum: usize) -> Option<usize> {
    // That of its own clause; a sum in "of which ..." shares the fund of the sum before it.
    let outer =
        c.clause().on.filter(|_| matches!(c.clause().hangs, Hangs::Relative)).map(|on| &c.parse.clauses[on]);
    let outer = outer.into_iter().flat_map(|clause| clause.before.clone().chain(clause.after.clone()));
    let inner = c
        .parse
        .clauses
        .iter()
        .filter(|clause| clause.antecedent == Some(sum))
        .flat_map(|clause| clause.after.clone());
    c.around().chain(inner).chain(outer).find(|at| is_purse(c, *at))
}

pub(super) fn is_purse(c: &Context<'_>, at: usize) -> bool {
    matches!(c.phrase(at).what, Kind::MoneyNoun) && c.phrase_is(at, Cue::Purse)
}
