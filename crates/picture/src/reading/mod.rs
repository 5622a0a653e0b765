//! Reading: from the claims to lines, disputes, unexplained movement and events, by the fit.
//!
//! `docs/decisions/0007-one-reading.md` says what is weighed with what. `weighed` is one fitted problem with the way back
//! to its claims; `figures`, `sums`, `disputes` and `moves` each tell one side of it, `notes` what to know beside it, `through` all days of it.

mod disputes;
mod figures;
mod moves;
mod notes;
mod scopes;
mod sums;
mod through;
mod weighed;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::Ledger;
use model::{ClaimId, Resource};

use crate::{
    Asked, Contributor, Dispute, Event, Line, OpenScope, Unexplained,
    fit::{Grouped, Memo, claims},
    gather::Gathered,
};
pub(crate) use through::through;
use weighed::Weighed;

/// What the fit makes of the claims.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) lines: Vec<Line>,
    pub(crate) disputes: Vec<Dispute>,
    pub(crate) unexplained: Vec<Unexplained>,
    pub(crate) scopes: Vec<OpenScope>,
    pub(crate) events: Vec<Event>,
    pub(crate) movements: Grouped,
    /// Every claim that was weighed.
    pub(crate) weighed: BTreeSet<ClaimId>,
}

/// The lines in the making.
type Lines = BTreeMap<(Contributor, Resource), Line>;

/// The line of a contributor and a resource, made where it is not there yet.
fn line<'l>(lines: &'l mut Lines, whose: &Contributor, resource: &Resource) -> &'l mut Line {
    lines.entry((whose.clone(), resource.clone())).or_insert_with(|| Line {
        whose: whose.clone(),
        resource: resource.clone(),
        promised_in_all: None,
        stages: BTreeMap::new(),
        counts: Vec::new(),
        notes: Vec::new(),
    })
}

/// Weighs the claims gathered up to `until` against each other and tells what stood on the day asked for.
pub(crate) fn read(
    ledger: &Ledger,
    gathered: &Gathered,
    asked: &Asked,
    until: Date,
    memo: &mut Memo,
) -> Reading {
    let posed = claims::posed(gathered, asked.as_of, until);
    let all: Vec<Weighed> =
        posed.iter().map(|posed| Weighed::new(posed, ledger, asked.as_of, memo)).collect();
    let mut reading = Reading::default();
    let mut lines = Lines::new();
    for weighed in &all {
        reading.weighed.extend(weighed.posed.weighed_claims());
        figures::add(&mut lines, weighed);
        figures::add_counts(&mut lines, weighed);
        reading.disputes.extend(disputes::of(weighed, memo));
        reading.unexplained.extend(moves::unexplained(weighed));
        reading.scopes.extend(scopes::of(weighed, memo));
        reading.events.extend(moves::events(weighed));
        weighed.posed.grouped(ledger, asked.as_of, &mut reading.movements);
    }
    sums::add(&mut lines, &all);
    notes::add(&mut lines, &all, &reading.events, &reading.scopes);
    reading.lines = lines.into_values().collect();
    disputes::sort(&mut reading.disputes, asked.as_of);
    moves::sort(&mut reading.unexplained, &mut reading.events);
    reading
}
