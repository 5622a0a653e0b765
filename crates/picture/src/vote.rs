//! Which of several contradicting figures is taken, and why; the others stay beside it.

use std::{
    cmp::{Ordering, Reverse},
    collections::BTreeSet,
};

use jiff::civil::Date;
use model::{ClaimId, Quantity};

use crate::{
    Side,
    amount::Amount,
    voice::{Voice, different},
};

/// One report's figure.
#[derive(Clone, Debug)]
pub(crate) struct Ballot<'a> {
    pub(crate) ids: BTreeSet<ClaimId>,
    /// As the source words it; `None` where several sentences were added up.
    pub(crate) quantity: Option<Quantity>,
    pub(crate) amount: Amount,
    pub(crate) weight: u32,
    pub(crate) voice: Voice<'a>,
    pub(crate) day: Date,
}

/// What was taken, and what it outvoted.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// What the figure taken and all that agree with it allow.
    pub(crate) amount: Amount,
    pub(crate) quantity: Option<Quantity>,
    /// The best grade of those that say it.
    pub(crate) weight: u32,
    /// How many sources agree with it.
    pub(crate) sources: usize,
    pub(crate) taken: Side,
    pub(crate) rivals: Vec<Side>,
    pub(crate) why: &'static str,
    /// Whether rounding alone could explain every rival.
    pub(crate) within_rounding: bool,
    /// How far the furthest rival is.
    pub(crate) difference: u64,
}

/// Why a figure is preferred, in the order in which the reasons are tried.
struct Merit {
    /// A number with both ends says more than one with an open end.
    closed: bool,
    weight: u32,
    sources: usize,
    /// How far it is from what the counts around it leave room for.
    off: u64,
    day: Date,
    best: u64,
    width: u64,
}

impl Merit {
    fn rank(&self, other: &Self) -> (Ordering, &'static str) {
        let tried = [
            (self.closed.cmp(&other.closed), "it gives a number with both ends"),
            (self.weight.cmp(&other.weight), "it is graded better"),
            (self.sources.cmp(&other.sources), "more sources agree with it"),
            (other.off.cmp(&self.off), "it fits the counts around it"),
            (self.day.cmp(&other.day), "it is the later one"),
            (other.best.cmp(&self.best), "nothing else tells them apart and the lower number claims less"),
            (other.width.cmp(&self.width), "it is the more precise"),
        ];
        let decided = tried.into_iter().find(|(order, _)| order.is_ne());
        decided.unwrap_or((Ordering::Equal, "all agree"))
    }
}

/// Takes one of the figures; `off` tells how far a number is from what the counts around it leave room for.
///
/// `None` when there is no ballot.
pub(crate) fn choose(ballots: &[Ballot], off: impl Fn(u64) -> u64) -> Option<Choice> {
    let mut ballots: Vec<&Ballot> = ballots.iter().collect();
    ballots.sort_by(|a, b| a.ids.cmp(&b.ids));
    let mut amounts: Vec<Amount> = Vec::new();
    for ballot in &ballots {
        if !amounts.contains(&ballot.amount) {
            amounts.push(ballot.amount);
        }
    }
    let merit = |amount: Amount| {
        let own = || ballots.iter().filter(|ballot| ballot.amount == amount);
        Merit {
            closed: amount.is_closed(),
            weight: own().map(|ballot| ballot.weight).max().unwrap_or(0),
            sources: different(
                ballots.iter().filter(|ballot| ballot.amount.meets(amount)).map(|ballot| &ballot.voice),
            ),
            off: amount.best.map_or(u64::MAX, &off),
            day: own().map(|ballot| ballot.day).max().unwrap_or(Date::MIN),
            best: amount.best.unwrap_or(0),
            width: amount.high.map_or(u64::MAX, |high| high - amount.low),
        }
    };
    let mut ranked: Vec<(Amount, Merit)> =
        amounts.into_iter().map(|amount| (amount, merit(amount))).collect();
    ranked.sort_by(|(_, a), (_, b)| b.rank(a).0);
    let (first, best_merit) = ranked.first()?;

    let own = || ballots.iter().filter(|ballot| ballot.amount == *first);
    let mut agreeing: Vec<_> = ballots.iter().filter(|ballot| ballot.amount.meets(*first)).collect();
    agreeing.sort_by_key(|ballot| Reverse(ballot.weight));
    let amount = agreeing.iter().fold(*first, |amount, ballot| amount.both(ballot.amount).unwrap_or(amount));

    let rivals: Vec<&(Amount, Merit)> = ranked.iter().filter(|(amount, _)| !amount.meets(*first)).collect();
    let why = rivals.first().map_or("all agree", |(_, merit)| best_merit.rank(merit).1);
    let side = |of: Amount, of_all: &[&Ballot]| Side {
        words: of_all.iter().find_map(|ballot| ballot.quantity).map_or_else(
            || Quantity::Exactly(of.best.unwrap_or(of.low)).to_string(),
            |quantity| quantity.to_string(),
        ),
        low: of.low,
        best: of.best,
        high: of.high,
        claims: of_all.iter().flat_map(|ballot| ballot.ids.iter().copied()).collect(),
    };
    let mut taken = side(amount, &own().copied().collect::<Vec<_>>());
    taken.claims.extend(agreeing.iter().flat_map(|ballot| ballot.ids.iter().copied()));
    let near = |amount: Amount| amount.rounded().meets(first.rounded());
    Some(Choice {
        amount,
        quantity: own().find_map(|ballot| ballot.quantity),
        weight: best_merit.weight,
        sources: best_merit.sources,
        taken,
        why,
        within_rounding: rivals.iter().all(|(amount, _)| near(*amount)),
        difference: rivals.iter().map(|(amount, _)| amount.distance(*first)).max().unwrap_or(0),
        rivals: rivals
            .iter()
            .map(|(amount, _)| {
                let says: Vec<&Ballot> =
                    ballots.iter().filter(|ballot| ballot.amount == *amount).copied().collect();
                side(*amount, &says)
            })
            .collect(),
    })
}
