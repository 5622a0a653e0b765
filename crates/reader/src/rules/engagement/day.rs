//! When an engagement was: on the day its clause names, else on that of the arrival or departure that it goes on telling of.

use model::{Period, Span, Statement};

use crate::{
    clause::{Head, Time},
    context::Context,
};

/// The days of an engagement. "The minister saw them off" was when they left, which was told before.
pub(super) fn day(c: &Context<'_>) -> Span {
    let own = c.span();
    let past = c.verb().is_some_and(|verb| verb.time == Time::Past);
    if own != Span::Unstated || !past || !c.around().any(|at| goes_back(c, at)) {
        return own;
    }
    let day = |statement: &Statement| {
        if let Statement::Movement(movement) = statement { Some(movement.during) } else { None }
    };
    let mut earlier = c.discourse.last_claims.iter().rev().filter_map(day);
    earlier.find(|span| matches!(span, Span::In(Period::Day(_)))).unwrap_or(Span::Unstated)
}

/// Whether a phrase means people told of before: "them", "the officers".
fn goes_back(c: &Context<'_>, at: usize) -> bool {
    c.phrase(at).group().is_some_and(|group| group.head == Head::Pronoun || group.is_definite)
}
