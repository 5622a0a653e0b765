//! Which of several contradicting figures is taken, and why; the others stay beside it.

use std::{cmp::Ordering, collections::BTreeSet};

use jiff::civil::Date;
use model::{ClaimId, Quantity};

pub(crate) use crate::compose::Ballot;
use crate::{Side, amount::Amount, voice::different};

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

    // Those that agree narrow the figure, the best of them first; who then lies outside stands against it.
    let mut amount = *first;
    let (mut agreeing, mut rivals) = (Vec::new(), Vec::new());
    for (other, merit) in &ranked {
        match amount.both(*other) {
            Some(both) => {
                amount = both;
                agreeing.push((other, merit));
            }
            None => rivals.push((other, merit)),
        }
    }
    let says = |amount: Amount| ballots.iter().filter(move |ballot| ballot.amount == amount);
    let claims = |amount: Amount| says(amount).flat_map(|ballot| ballot.ids.iter().copied());
    let narrowest = agreeing.iter().min_by_key(|(_, merit)| merit.width);
    let quantity = narrowest.and_then(|(amount, _)| says(**amount).find_map(|ballot| ballot.quantity));
    let side = |of: Amount, quantity: Option<Quantity>, claims: BTreeSet<ClaimId>| {
        let quantity = quantity.unwrap_or(Quantity::Exactly(of.best.unwrap_or(of.low)));
        Side { words: quantity.to_string(), low: of.low, best: of.best, high: of.high, claims }
    };
    let near = |other: Amount| other.rounded().meets(amount.rounded());
    Some(Choice {
        amount,
        quantity,
        weight: best_merit.weight,
        sources: best_merit.sources,
        taken: side(amount, quantity, agreeing.iter().flat_map(|(amount, _)| claims(**amount)).collect()),
        why: rivals.first().map_or("all agree", |(_, merit)| best_merit.rank(merit).1),
        within_rounding: rivals.iter().all(|(other, _)| near(**other)),
        difference: rivals.iter().map(|(other, _)| other.distance(amount)).max().unwrap_or(0),
        rivals: rivals
            .iter()
            .map(|(other, _)| {
                let quantity = says(**other).find_map(|ballot| ballot.quantity);
                side(**other, quantity, claims(**other).collect())
            })
            .collect(),
    })
}
