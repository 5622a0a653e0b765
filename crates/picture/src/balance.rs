//! Balance: what stands in one stage, on what it rests, and what it holds against.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};
use model::{ClaimId, Quantity};

use crate::{Basis, Side, amount::Amount, posted::Posted, settle::Settled};

/// For so many days a figure holds against one worse graded count that contradicts it.
const FRESH_DAYS: i32 = 183;

/// What stands in one stage, and why.
#[derive(Clone, Debug)]
pub(crate) struct Balance {
    pub(crate) amount: Amount,
    pub(crate) basis: Basis,
    pub(crate) since: Date,
    pub(crate) claims: BTreeSet<ClaimId>,
    /// The best grade behind it.
    pub(crate) weight: u32,
    /// The count it goes back to.
    pub(crate) base: Option<Base>,
    /// How many movements came on top.
    pub(crate) moves: usize,
}

/// The count that a balance goes back to.
#[derive(Clone, Debug)]
pub(crate) struct Base {
    pub(crate) day: Date,
    pub(crate) amount: Amount,
    pub(crate) words: String,
    pub(crate) quantity: Option<Quantity>,
    pub(crate) of_units: bool,
}

impl Balance {
    pub(crate) fn of_moves(event: &Settled, day: Date, claims: BTreeSet<ClaimId>) -> Self {
        let amount = event.amount;
        let weight = event.choice.weight;
        Self { amount, basis: Basis::Movements, since: day, claims, weight, base: None, moves: 1 }
    }

    /// Whether one count, of one source and worse graded, cannot overrule this while it is fresh.
    pub(crate) fn outvotes(&self, count: &Posted) -> bool {
        let fresh = self.since.checked_add(FRESH_DAYS.days()).is_ok_and(|until| until >= count.day);
        fresh && count.choice.sources == 1 && count.choice.weight < self.weight
    }

    pub(crate) fn side(&self) -> Side {
        Side {
            words: self.words(),
            low: self.amount.low,
            best: self.amount.best,
            high: self.amount.high,
            claims: self.claims.clone(),
        }
    }

    pub(crate) fn moved(&self, amount: Amount, day: Date, claims: &BTreeSet<ClaimId>) -> Self {
        let basis = if self.base.is_some() { Basis::CountAndMovements } else { Basis::Movements };
        let claims = self.claims.union(claims).copied().collect();
        let (base, weight) = (self.base.clone(), self.weight);
        Self { amount, basis, since: day, claims, weight, base, moves: self.moves + 1 }
    }

    /// `744`, `761 by movements`, `743 by the count of 2025-02-06 and 1 movement since`.
    pub(crate) fn words(&self) -> String {
        let number = crate::sentences::amount_words(self.amount);
        let movements =
            if self.moves == 1 { "1 movement".to_owned() } else { format!("{} movements", self.moves) };
        match (&self.base, self.moves) {
            (Some(base), 0) => format!("{number} counted on {}", base.day),
            (Some(base), _) => format!("{number} by the count of {} and {movements} since", base.day),
            (None, _) => format!("{number} by {movements}"),
        }
    }
}
