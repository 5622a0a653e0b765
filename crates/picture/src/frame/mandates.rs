//! The acts on the mandate, in order, and when it ends.

use std::{cmp::Reverse, collections::BTreeSet};

use jiff::{ToSpan, civil::Date};
use model::{ClaimId, Instrument, MandateAct, Modality, Party, Period, Span, Statement, Until};
use schemars::JsonSchema;
use serde::Serialize;

use super::{fold, sharper};
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

/// What an end was reckoned from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reckoned {
    /// The act says it.
    Said,
    /// The day of the act, which gives months.
    FromAct,
    /// The end before, which the act prolongs by months.
    FromBefore,
    /// The act is the end.
    DayOfAct,
}

/// How an end was reckoned, in words that go on from "the mandate ends".
fn end_words(how: Reckoned, act: MandateAct, until: Until) -> String {
    let act = match act {
        MandateAct::Authorise => "the act that authorises it",
        MandateAct::Extend => "the act that extends it",
        MandateAct::Amend => "the act that amends it",
        MandateAct::Convert => "the act that turns it into another mission",
        MandateAct::End => "the act that ends it",
        MandateAct::Propose => "the act that proposes it",
    };
    let months = match until {
        Until::Months(months) => format!("{months} months"),
        Until::Date(_) | Until::Unstated => String::new(),
    };
    match how {
        Reckoned::Said => format!("as {act} says"),
        Reckoned::FromAct => format!("{months} after {act}"),
        Reckoned::FromBefore => format!("{months} after the end before, by {act}"),
        Reckoned::DayOfAct => format!("the day of {act}"),
    }
}

/// An end reckoned from months may miss the stated one by as much: mandates run from the end before.
const SLACK_DAYS: i32 = 31;

/// Reports that are so many days apart may tell of one act.
const MISDATED_DAYS: i32 = 7;

/// The acts that were done, in order, and those that are asked for or planned.
pub(super) fn acts(told: &[&Told]) -> (Vec<ActLine>, Vec<ActLine>) {
    let (mut done, mut asked_for) = (Vec::new(), Vec::new());
    // The best graded is read first, so that its day stands where another is misdated.
    let mut told = told.to_vec();
    told.sort_by_key(|told| (Reverse(told.weight), told.last, told.id));
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
        let is_done = fresh.modality.is_told() && fresh.act != MandateAct::Propose;
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
    let ends = match (a.until, b.until) {
        (Until::Unstated, _) | (_, Until::Unstated) => true,
        (Until::Months(months), Until::Date(end)) => is_near(a.when, months.get(), end),
        (Until::Date(end), Until::Months(months)) => is_near(b.when, months.get(), end),
        (one, other) => one == other,
    };
    a.act == b.act
        && agree(a.body.as_ref(), b.body.as_ref())
        && agree(a.instrument.as_ref(), b.instrument.as_ref())
        && ends
        && is_one_day(a.when, b.when)
}

/// Whether so many months from an act end about where another report says.
fn is_near(act: Span, months: u16, end: Period) -> bool {
    let ends = |day: Option<Date>, more: i32| {
        day.and_then(|day| day.checked_add(i32::from(months).months()).ok()?.checked_add(more.days()).ok())
    };
    ends(act.earliest(), -SLACK_DAYS).is_none_or(|from| end.last_day() >= from)
        && ends(act.latest(), SLACK_DAYS).is_none_or(|to| end.first_day() <= to)
}

/// Whether both may tell of one act: reports misdate one by days, and no body acts twice in a week.
fn is_one_day(one: Span, other: Span) -> bool {
    let before = |a: Span, b: Span| match (a.latest(), b.earliest()) {
        (Some(end), Some(start)) => end.checked_add(MISDATED_DAYS.days()).is_ok_and(|end| end < start),
        _ => false,
    };
    !before(one, other) && !before(other, one)
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
    // What a state permits its own people is no end of the mission.
    for act in acts.iter().filter(|act| !act.body.is_some_and(Party::is_state)) {
        let prolongs = act.act == MandateAct::Extend;
        let reckoned = match act.until {
            Until::Date(period) => Some((period.first_day(), period.last_day(), Reckoned::Said)),
            Until::Months(months) => {
                let months = i32::from(months.get()).months();
                let start = match &end {
                    Some(before) if prolongs && before.latest >= act.when.earliest().unwrap_or(Date::MIN) => {
                        Some((before.earliest, before.latest, true))
                    }
                    _ => act.when.earliest().zip(act.when.latest()).map(|(a, b)| (a, b, false)),
                };
                start.and_then(|(a, b, from_before)| {
                    let how = if from_before { Reckoned::FromBefore } else { Reckoned::FromAct };
                    Some((a.checked_add(months).ok()?, b.checked_add(months).ok()?, how))
                })
            }
            Until::Unstated if act.act == MandateAct::End => {
                act.when.earliest().zip(act.when.latest()).map(|(a, b)| (a, b, Reckoned::DayOfAct))
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
        let from_before = how == Reckoned::FromBefore;
        claims.extend(end.iter().filter(|_| from_before).flat_map(|before| before.claims.iter().copied()));
        end = Some(MandateEnd {
            earliest,
            latest,
            how: format!("{}{passed}", end_words(how, act.act, act.until)),
            claims,
        });
    }
    end
}
