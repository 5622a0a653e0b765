//! Promises: how much of one was kept, and which are overdue.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use jiff::civil::Date;
use ledger::Ledger;
use model::{ClaimId, Modality, Resource, Stage, Statement, Step, Whose};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    Asked, Contributor, Event, Line, Picture, Use,
    amount::Amount,
    briefing::days,
    gather::{Told, is_known},
    key::Key,
};

/// The stages in which a promise is kept: what was promised has come, whatever became of it since.
const KEPT: [Stage; 7] = [
    Stage::Deployed,
    Stage::Home,
    Stage::Lost,
    Stage::InService,
    Stage::OutOfService,
    Stage::Paid,
    Stage::Spent,
];

/// The steps that keep a promise.
const KEEPING: [Step; 3] = [Step::Deploy, Step::Deliver, Step::Pay];

/// How much of a promise was kept, in whole per cent. More than was promised is more than 100.
///
/// `low <= best <= high` wherever they are given; bounds are rounded outwards, the best to the nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The least: the least that came, of the most that was promised. 0 where the promise has no ceiling.
    pub low: u64,
    /// The best of what came, of the best of what was promised; none where one of them is none.
    pub best: Option<u64>,
    /// The most; none where what came has no ceiling.
    pub high: Option<u64>,
}

/// What was planned or pledged for a day that has passed, and has not come by then or since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Overdue {
    /// Whose promise.
    pub whose: Contributor,
    /// Of what.
    pub resource: Resource,
    /// The last day on which it was to be kept; of a promise told again with a later day, the latest.
    pub due: Date,
    /// The first such day that was told.
    pub first_due: Date,
    /// How many days before the day pictured that was.
    pub days_over: i32,
    /// The least that was promised.
    pub promised: u64,
    /// What came: of a movement since it was announced, of a strength until the day pictured.
    pub came: u64,
    /// What it says, in one line.
    pub words: String,
    /// The claims that say it.
    pub claims: BTreeSet<ClaimId>,
}

/// A promise, or its withdrawal, as one claim tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The claim.
    pub claim: ClaimId,
    /// How many days before the day pictured it was made, as far as told: else published. Less than none: after it.
    pub age_days: i32,
}

impl Picture {
    /// The promises of a contributor that are known, the oldest first.
    #[must_use]
    pub fn promises(&self, ledger: &Ledger, whose: &Contributor) -> Vec<Promise> {
        let promises = |statement: &Statement| match statement {
            Statement::Count(count) => count.stage == Stage::Promised,
            Statement::Movement(movement) => matches!(movement.step, Step::Pledge | Step::Withdraw),
            _ => false,
        };
        let own = ledger
            .claims_of(&self.asked.mission)
            .filter(|held| is_known(&held.claim, &self.asked))
            .filter(|held| ledger.standing(held.id).counts() && held.claim.modality != Modality::Denied)
            .filter(|held| promises(&held.claim.statement) && whose.is_told_of(&held.claim.statement));
        let mut own: Vec<_> = own
            .map(|held| {
                let made = held.claim.statement.span().latest().unwrap_or(held.claim.published.day);
                let age_days = days(made.min(held.claim.published.day), self.asked.as_of);
                Promise { claim: held.id, age_days }
            })
            .collect();
        own.sort_by_key(|promise| (Reverse(promise.age_days), promise.claim));
        own
    }
}

impl Line {
    /// Everything that has come, whatever became of it since.
    fn came(&self) -> Amount {
        let amounts = |kept: bool| {
            let stages = self.stages.iter().filter(move |(stage, _)| KEPT.contains(stage) == kept);
            stages
                .map(|(_, it)| Amount { low: it.low, best: it.best, high: it.high })
                .reduce(Amount::plus)
                .unwrap_or(Amount::NONE)
        };
        let (mut came, waiting) = (amounts(true), amounts(false));
        // Where some are still owed the rest of the promise has come: who left was there, and is not open twice.
        let owed = self.stages.get(&Stage::Promised).filter(|owed| owed.low > 0);
        let most = self.promised_in_all.as_ref().zip(owed).and_then(|(promised, _)| promised.high);
        let most = most.map(|most| most.saturating_sub(waiting.low).max(came.best.unwrap_or(came.low)));
        came.high = came.high.map_or(most, |high| Some(most.map_or(high, |most| high.min(most))));
        came
    }

    /// How much of what was promised in all has come; none where no number was promised.
    #[must_use]
    pub fn kept(&self) -> Option<Share> {
        let promised = self.promised_in_all.as_ref()?;
        let best = promised.best.filter(|best| *best > 0)?;
        let came = self.came();
        Some(Share {
            low: promised.high.map_or(0, |most| came.low.saturating_mul(100) / most.max(1)),
            best: came.best.map(|came| (came.saturating_mul(200) / best).div_ceil(2)),
            high: came.high.map(|came| came.saturating_mul(100).div_ceil(promised.low.max(1))),
        })
    }
}

impl fmt::Display for Share {
    /// `74 %`, `74 % (73-76 %)`, `at least 60 %`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match (self.best, self.high) {
            (Some(best), Some(high)) if self.low == high => format!("{best} %"),
            (Some(best), Some(high)) => format!("{best} % ({}-{high} %)", self.low),
            (None, Some(high)) => format!("{} to {high} %", self.low),
            (_, None) => format!("at least {} %", self.low),
        };
        f.pad(&words)
    }
}

/// What a promise is to bring: one number of one contributor that is told with several days is one promise that slipped.
type Matter = (Contributor, Resource, u64);

/// The promises of days before the one asked for that were not kept, those due last first.
pub(crate) fn overdue(plans: &[Told], lines: &[Line], events: &[Event], asked: &Asked) -> Vec<Overdue> {
    let mut matters: BTreeMap<Matter, Vec<Overdue>> = BTreeMap::new();
    for fresh in plans.iter().filter_map(|told| promised(told, lines, events, asked)) {
        let matter = (fresh.whose.clone(), fresh.resource.clone(), fresh.promised);
        matters.entry(matter).or_default().push(fresh);
    }
    let mut overdue: Vec<_> = matters.into_values().filter_map(last).collect();
    overdue.sort_by(|a, b| (Reverse(a.due), &a.whose, &a.claims).cmp(&(Reverse(b.due), &b.whose, &b.claims)));
    overdue
}

/// A promise as it was told last, with all that tell of it; none where it was kept since.
fn last(mut told: Vec<Overdue>) -> Option<Overdue> {
    told.sort_by(|a, b| (a.due, &a.claims).cmp(&(b.due, &b.claims)));
    let claims = told.iter().flat_map(|one| one.claims.iter().copied()).collect();
    let first_due = told.first()?.due;
    let last = told.pop()?;
    (last.came < last.promised).then_some(Overdue { first_due, claims, ..last })
}

/// A plan as a promise whose day has passed; none where it is no promise to bring anything, or still open.
fn promised(told: &Told, lines: &[Line], events: &[Event], asked: &Asked) -> Option<Overdue> {
    if !matches!(told.claim.modality, Modality::Planned | Modality::Pledged) {
        return None;
    }
    let statement = &told.claim.statement;
    let due = statement.span().latest().filter(|due| *due < asked.as_of)?;
    let promised = statement.quantity()?.bounds().low;
    let (key, came) = match statement {
        Statement::Count(count) if KEPT.contains(&count.stage) => {
            let key = Key::of(&count.scope.whose, &count.scope.resource);
            let came = stands(&key, lines);
            (key, came)
        }
        Statement::Movement(movement) if KEEPING.contains(&movement.step) => {
            let key = Key::of(&movement.scope.whose, &movement.scope.resource);
            let came = moved(&key, movement.step, told.claim.published.day, events);
            (key, came)
        }
        _ => return None,
    };
    Some(Overdue {
        whose: Contributor::from(&key.whose),
        resource: key.resource,
        due,
        first_due: due,
        days_over: days(due, asked.as_of),
        promised,
        came,
        words: format!("{}: {statement}", told.claim.modality),
        claims: BTreeSet::from([told.id]),
    })
}

/// All that has come of a contributor; of the whole mission what all claims add up to.
fn stands(key: &Key, lines: &[Line]) -> u64 {
    let whose = match Contributor::from(&key.whose) {
        Contributor::Mission => Contributor::Sum,
        whose => whose,
    };
    let line = lines.iter().find(|line| line.whose == whose && line.resource == key.resource);
    line.map_or(0, |line| number(line.came()))
}

/// What came by a step since a day, of all whom the promise names.
fn moved(key: &Key, step: Step, since: Date, events: &[Event]) -> u64 {
    let of_them = |event: &&Event| match (&key.whose, &event.whose) {
        (Whose::Mission, _) => true,
        (whose, Contributor::Party(party)) => whose.parties().any(|named| named == *party),
        (whose, other) => Contributor::from(whose) == *other,
    };
    let counts = |event: &&Event| {
        event.use_ == Use::Counted
            && event.step == step
            && event.resource == key.resource
            && event.last_day >= since
    };
    let came = events.iter().filter(of_them).filter(counts);
    came.map(|it| number(Amount { low: it.low, best: it.best, high: it.high })).sum()
}

fn number(amount: Amount) -> u64 {
    amount.best.unwrap_or(amount.low)
}
