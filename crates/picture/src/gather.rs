//! Gather: the claims that a picture may rest on, and those that are shown beside it or left out.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use ledger::{Held, Ledger, Standing};
use model::{Claim, ClaimId, Modality, Ruling, Span, Stage, Statement, Step};

use crate::{Asked, LeftOut, Noted, fit::Weight, voice::Voice};

/// A claim without a day speaks of the week up to its publication.
const FRESH_DAYS: i32 = 7;

/// A claim that is told as so, with the days it may speak of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'a> {
    pub(crate) id: ClaimId,
    pub(crate) claim: &'a Claim,
    /// The first day it can speak of; `None`: open.
    pub(crate) first: Option<Date>,
    /// The last day it can speak of: no report tells of what comes after it.
    pub(crate) last: Date,
    pub(crate) weight: Weight,
    pub(crate) voice: Voice<'a>,
}

/// What a picture rests on.
#[derive(Debug, Default)]
pub(crate) struct Gathered<'a> {
    pub(crate) counts: Vec<Told<'a>>,
    pub(crate) movements: Vec<Told<'a>>,
    /// Ceilings, mandates, sites, engagements and concerns, in any modality but denied.
    pub(crate) frame: Vec<Told<'a>>,
    /// Claims of counts and movements that are planned, promised or asked for.
    pub(crate) plans: Vec<Told<'a>>,
    pub(crate) denials: Vec<Told<'a>>,
    pub(crate) left_out: LeftOut,
    pub(crate) rulings: Rulings<'a>,
}

/// What people ruled on pairs of claims; nothing to ask where nobody decided anything.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rulings<'a>(Option<&'a Ledger>);

impl Rulings<'_> {
    /// Every pair of claims that somebody ruled on, and whether they tell of one event.
    pub(crate) fn pairs(self) -> BTreeMap<(ClaimId, ClaimId), bool> {
        let Some(ledger) = self.0 else { return BTreeMap::new() };
        let named = ledger.decisions().filter_map(|decision| match decision.ruling {
            Ruling::SameAs { other } | Ruling::NotSame { other } => {
                Some((decision.claim.min(other), decision.claim.max(other)))
            }
            _ => None,
        });
        named.filter_map(|(one, other)| Some(((one, other), ledger.ruled_same(one, other)?))).collect()
    }
}

/// Picks from the ledger what is known on the day, may be seen and has not been ruled out.
pub(crate) fn gather<'a>(ledger: &'a Ledger, asked: &Asked) -> Gathered<'a> {
    let decided = ledger.decisions().next().map(|_| ledger);
    let mut gathered = Gathered { rulings: Rulings(decided), ..Gathered::default() };
    let known = |held: &Held| is_known(&held.claim, asked);
    for held in ledger.claims_of(&asked.mission).filter(|held| known(held)) {
        match ledger.standing(held.id) {
            Standing::Rejected => {
                gathered.left_out.rejected.insert(held.id);
            }
            // A claim that is not known or may not be seen cannot take another one's place.
            Standing::Replaced(with) if ledger.claim(with).is_some_and(known) => {
                gathered.left_out.replaced.insert(held.id);
            }
            _ => gathered.take(told(held, ledger), asked),
        }
    }
    gathered
}

/// Whether a claim is of the mission, published by the knowledge day and open to the viewer: no other changes a picture.
pub(crate) fn is_known(claim: &Claim, asked: &Asked) -> bool {
    claim.mission.as_ref() == Some(&asked.mission)
        && claim.published.day <= asked.known_on
        && asked.viewer.may_see(claim.marking)
}

fn told<'a>(held: &'a Held, ledger: &'a Ledger) -> Told<'a> {
    let claim = &held.claim;
    let published = claim.published.day;
    let span = claim.statement.span();
    let first = match (span, &claim.statement) {
        (Span::Unstated, Statement::Count(_)) => published.checked_sub(FRESH_DAYS.days()).ok(),
        _ => span.earliest(),
    };
    let last = match span.latest() {
        Some(latest) if first.is_some_and(|first| first > published) => latest,
        Some(latest) => latest.min(published),
        None => first.map_or(published, |first| published.max(first)),
    };
    // An expected total is a weaker promise than a promise.
    let planned = claim.modality == Modality::Planned;
    let weight = Weight::of(claim.grade);
    let weight = if planned { weight.halved() } else { weight };
    Told { id: held.id, claim, first, last, weight, voice: Voice::of(held, ledger) }
}

impl<'a> Gathered<'a> {
    fn take(&mut self, told: Told<'a>, asked: &Asked) {
        let statement = &told.claim.statement;
        let modality = told.claim.modality;
        let fresh_until = asked.as_of.checked_add(FRESH_DAYS.days()).unwrap_or(Date::MAX);
        let said_later = told.claim.published.day > fresh_until;
        let speaks_later = match told.first {
            Some(first) => first > asked.as_of,
            None => said_later,
        };
        let promise = match statement {
            Statement::Count(count) => count.stage == Stage::Promised,
            Statement::Movement(movement) => matches!(movement.step, Step::Pledge | Step::Withdraw),
            _ => false,
        };
        let tells = match modality {
            Modality::Fact | Modality::Reported => true,
            Modality::Pledged | Modality::Planned => promise,
            Modality::Proposed | Modality::Denied => false,
        };
        match statement {
            _ if modality == Modality::Denied && !said_later => self.denials.push(told),
            Statement::Count(_) | Statement::Movement(_) if !tells && !said_later => self.plans.push(told),
            Statement::Count(_) if tells && !speaks_later => self.counts.push(told),
            Statement::Movement(_) if tells && !speaks_later => self.movements.push(told),
            Statement::Count(_) | Statement::Movement(_) => {
                self.left_out.later.insert(told.id);
            }
            // What is asked for or planned lies ahead; it is shown once it was said.
            _ if modality != Modality::Denied && (!speaks_later || (is_ahead(modality) && !said_later)) => {
                self.frame.push(told);
            }
            _ => {
                self.left_out.later.insert(told.id);
            }
        }
    }
}

/// Whether it is told of what is to come.
pub(crate) fn is_ahead(modality: Modality) -> bool {
    matches!(modality, Modality::Planned | Modality::Pledged | Modality::Proposed)
}

impl Told<'_> {
    /// As a remark beside the balances.
    pub(crate) fn noted(&self, asked: &Asked) -> Noted {
        let when = self.claim.statement.span();
        Noted {
            claim: self.id,
            modality: self.claim.modality,
            when,
            lapsed: when.latest().is_some_and(|latest| latest < asked.as_of),
            words: self.claim.statement.to_string(),
        }
    }
}
