//! When an act on a mandate was, and how long it holds.

use std::num::NonZeroU16;

use model::{Span, Until};

use model::MandateAct;

use crate::{
    Duration, Edge,
    clause::{Hangs, Kind, Link},
    context::Context,
};

/// The day of the act and how long it holds.
pub(super) fn term(c: &Context<'_>, act: MandateAct) -> (Span, Until) {
    let mut span = Span::Unstated;
    let mut until = Until::Unstated;
    for at in c.around() {
        match c.phrase(at).what {
            Kind::Date(date) => {
                let ends = matches!(date.edge, Edge::Until | Edge::By)
                    || matches!(act, MandateAct::Extend | MandateAct::End)
                        && matches!(c.phrase(at).link, Some(Link::To | Link::Other));
                let last = match date.span {
                    Span::In(period) | Span::By(period) => Some(period),
                    Span::From(stretch) => Some(stretch.last()),
                    Span::Since(_) | Span::Unstated => None,
                };
                match last.filter(|_| ends) {
                    Some(period) => until = Until::Date(period),
                    None if span == Span::Unstated => span = date.span,
                    None => {}
                }
            }
            // "for another 12 months"; a "three-year deployment" tells no term.
            Kind::Duration(Duration::Months(months))
                if until == Until::Unstated
                    && matches!(c.phrase(at).link, Some(Link::For | Link::By | Link::Other)) =>
            {
                if let Some(months) = u16::try_from(months).ok().and_then(NonZeroU16::new) {
                    until = Until::Months(months);
                }
            }
            _ => {}
        }
    }
    if span == Span::Unstated && matches!(c.clause().hangs, Hangs::Said) {
        span = c.outer_span();
    }
    (span, until)
}

impl Context<'_> {
    /// The days of the clause that this one hangs on.
    pub(crate) fn outer_span(&self) -> Span {
        let Some(on) = self.clause().on else { return Span::Unstated };
        let clause = &self.parse.clauses[on];
        clause
            .before
            .clone()
            .chain(clause.after.clone())
            .find_map(|at| if let Kind::Date(date) = self.phrase(at).what { Some(date.span) } else { None })
            .unwrap_or(Span::Unstated)
    }
}
