//! The acts on the mandate, in order, and when it ends.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};
use model::{ClaimId, Instrument, MandateAct, Modality, Party, Span, Statement, Until};
use schemars::JsonSchema;
use serde::Serialize;

use super::{fold, is_told, sharper};
use crate::gather::Told;

/// One act on the mandate and the claims that tell of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActLine {
    /// What was done, or asked for.
    pub act: MandateAct,
    /// Who acts, as far as told.
    pub body: Option<Party>,
    /// The text that does it, as far as told.
    pub instrument: Option<Instrument>,
    /// When.
    pub when: Span,
    /// How long it holds.
    pub until: Until,
    /// How surely it is told.
    pub modality: Modality,
    /// The claims that tell of it.
    pub claims: BTreeSet<ClaimId>,
}

/// When the mandate ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MandateEnd {
    /// The first day it can mean.
    pub earliest: Date,
    /// The last day it can mean.
    pub latest: Date,
    /// How it was reckoned, in a sentence.
    pub how: String,
    /// The claims behind it.
    pub claims: BTreeSet<ClaimId>,
}

/// The acts that were done, in order, and those that are asked for or planned.
pub(super) fn acts(told: &[&Told]) -> (Vec<ActLine>, Vec<ActLine>) {
    let (mut done, mut asked_for) = (Vec::new(), Vec::new());
    for told in told {
        let Statement::Mandate(mandate) = &told.claim.statement else { continue };
        let fresh = ActLine {
            act: mandate.act,
            body: mandate.body,
            instrument: mandate.instrument.clone(),
            when: mandate.span,
            until: mandate.until,
            modality: told.claim.modality,
            claims: BTreeSet::from([told.id]),
        };
        let is_done = is_told(fresh.modality) && fresh.act != MandateAct::Propose;
        let lines = if is_done { &mut done } else { &mut asked_for };
        fold(lines, fresh, is_same, |line| &mut line.claims, sharpen);
    }
    let first_day = |line: &ActLine| (line.when.latest().is_none(), line.when.latest());
    done.sort_by_key(first_day);
    (done, asked_for)
}

/// Whether two tell of one act: nothing they state differs, and their days are one or next to each other.
fn is_same(a: &ActLine, b: &ActLine) -> bool {
    fn agree<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
        a.is_none() || b.is_none() || a == b
    }
    let ends = a.until == b.until || [a.until, b.until].contains(&Until::Unstated);
    a.act == b.act
        && agree(a.body.as_ref(), b.body.as_ref())
        && agree(a.instrument.as_ref(), b.instrument.as_ref())
        && ends
        && a.when.touches(b.when)
}

fn sharpen(line: &mut ActLine, fresh: &ActLine) {
    line.when = sharper(line.when, fresh.when);
    line.body = line.body.or(fresh.body);
    if line.until == Until::Unstated {
        line.until = fresh.until;
    }
    if line.instrument.is_none() {
        line.instrument.clone_from(&fresh.instrument);
    }
}

/// When the mandate ends: the end of the last act that gives one, by its date or by its months.
///
/// An extension runs from the end before it where that is known, since a mandate is renewed before it lapses.
pub(super) fn end(acts: &[ActLine], as_of: Date) -> Option<MandateEnd> {
    let mut end: Option<MandateEnd> = None;
    for act in acts {
        let prolongs = act.act == MandateAct::Extend;
        let reckoned = match act.until {
            Until::Date(period) => Some((period.first_day(), period.last_day(), "stated")),
            Until::Months(months) => {
                let months = i32::from(months.get()).months();
                let start = match &end {
                    Some(before) if prolongs && before.latest >= act.when.earliest().unwrap_or(Date::MIN) => {
                        Some((before.earliest, before.latest, "reckoned from the end before"))
                    }
                    _ => act
                        .when
                        .earliest()
                        .zip(act.when.latest())
                        .map(|(a, b)| (a, b, "reckoned from the act")),
                };
                start.and_then(|(a, b, how)| {
                    Some((a.checked_add(months).ok()?, b.checked_add(months).ok()?, how))
                })
            }
            Until::Unstated if act.act == MandateAct::End => {
                act.when.earliest().zip(act.when.latest()).map(|(a, b)| (a, b, "the act that ends it"))
            }
            Until::Unstated => None,
        };
        let Some((earliest, latest, how)) = reckoned else {
            // An extension of unknown reach makes any end before it stale.
            if prolongs {
                end = None;
            }
            continue;
        };
        let passed = if latest < as_of { "; that day has passed" } else { "" };
        let mut claims = act.claims.clone();
        claims.extend(end.iter().filter(|_| prolongs).flat_map(|before| before.claims.iter().copied()));
        end = Some(MandateEnd {
            earliest,
            latest,
            how: format!("{}, {}: {how}{passed}", act.act, act.until),
            claims,
        });
    }
    end
}
