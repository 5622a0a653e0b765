//! Settle: how large each event was, and whether like numbers on following days are one event or two.
//!
//! Both questions are put to the counts around the event: what they leave room for is the better reading.

use jiff::civil::Date;
use model::{Quantity, Resource, Whose};

use crate::{
    Dispute, Matter, Side,
    amount::Amount,
    group::Happening,
    sentences::amount_words,
    vote::{Choice, choose},
};

/// An event with its size.
#[derive(Clone, Debug)]
pub(crate) struct Settled<'a> {
    pub(crate) happening: Happening<'a>,
    pub(crate) day: Date,
    /// The number taken, within the bounds of all that was reported.
    pub(crate) amount: Amount,
    pub(crate) choice: Choice,
}

impl Settled<'_> {
    /// How many, as its one report words it, or else with bounds.
    pub(crate) fn words(&self) -> String {
        let worded = self.choice.quantity.filter(|_| self.choice.rivals.is_empty());
        worded.map_or_else(|| amount_words(self.amount), |quantity| quantity.to_string())
    }
}

/// What is known around the events of one step: the counts of the stage they lead to, and the pledge total.
#[derive(Debug, Default)]
pub(crate) struct Around {
    /// In the order of their days; only those with both ends.
    pub(crate) counts: Vec<(Date, u64)>,
    pub(crate) pledged: Option<u64>,
}

/// Settles the events of one line and one step, given in the order of their days.
pub(crate) fn settle<'a>(
    events: Vec<Happening<'a>>,
    around: &Around,
    whose: &Whose,
    resource: &Resource,
    not_same: impl Fn(&Happening, &Happening) -> bool,
) -> (Vec<Settled<'a>>, Vec<Dispute>) {
    let mut disputes = Vec::new();
    let mut merged: Vec<Happening<'a>> = Vec::new();
    let tally = Tally::of(&events);
    for event in events {
        let Some(before) = merged.last_mut().filter(|before| may_be_one(before, &event)) else {
            merged.push(event);
            continue;
        };
        if not_same(before, &event) {
            merged.push(event);
        } else if before.is_journey_with(&event) {
            before.absorb(event);
        } else {
            let (one, dispute) = one_or_two(before, &event, around, &tally, whose, resource);
            disputes.extend(dispute);
            if one { before.absorb(event) } else { merged.push(event) }
        }
    }
    let tally = Tally::of(&merged);
    let settled = merged.into_iter().filter_map(|happening| size(happening, around, &tally)).collect();
    (settled, disputes)
}

/// The size of one event, by its reports and by what the counts around it leave room for.
pub(crate) fn size<'a>(happening: Happening<'a>, around: &Around, tally: &Tally) -> Option<Settled<'a>> {
    let day = happening.day();
    let ballots = happening.ballots();
    let own = plain(&happening);
    let room = tally.room(around, day, day).map(|room| room + i128::from(own));
    let choice = choose(&ballots, |n| room.map_or(0, |room| distance(room, n)))?;
    let amount = choice.rivals.iter().fold(choice.amount, |amount, rival| {
        amount.either(Amount { low: rival.low, best: rival.best, high: rival.high })
    });
    Some(Settled { happening, day, amount, choice })
}

fn may_be_one(before: &Happening, event: &Happening) -> bool {
    let clash = before.ordinal.zip(event.ordinal).is_some_and(|(a, b)| a != b);
    let (numbers, others) = (before.ballots(), event.ballots());
    let like = numbers.iter().any(|one| others.iter().any(|other| one.amount.meets(other.amount)));
    !clash && like && before.step == event.step && before.touches(event.first, event.last)
}

/// Whether two groups of reports on following days are one event; says so when it is open.
fn one_or_two(
    before: &Happening,
    event: &Happening,
    around: &Around,
    tally: &Tally,
    whose: &Whose,
    resource: &Resource,
) -> (bool, Option<Dispute>) {
    let (a, b) = (plain(before), plain(event));
    let (as_one, as_two) = (a.max(b), a.saturating_add(b));
    let room = tally.room(around, before.day(), event.day()).map(|room| room + i128::from(as_two));
    let (one, why) = match (room, around.pledged) {
        (Some(room), _) => (
            distance(room, as_one) <= distance(room, as_two),
            "the counts around them leave room for just so many",
        ),
        (None, Some(pledged)) if pledged == as_two => (false, "together they are what was promised"),
        (None, _) => (true, "no count tells them apart, and one movement must not be counted twice"),
    };
    let side = |words: String, number: u64| Side {
        words,
        low: number,
        best: Some(number),
        high: Some(number),
        claims: before.claims().into_iter().chain(event.claims()).collect(),
    };
    let days = format!("{} and {}", before.day(), event.day());
    let mut sides = vec![
        side(format!("one movement of {}, told for {days}", number(as_one)), as_one),
        side(format!("two movements, of {} and {}, on {days}", number(a), number(b)), as_two),
    ];
    if !one {
        sides.reverse();
    }
    let dispute = Dispute {
        whose: whose.clone(),
        resource: resource.clone(),
        about: Matter::HowManyEvents(event.step),
        day: Some(event.day()),
        sides,
        why: why.to_owned(),
        difference: as_one.abs_diff(as_two),
        within_rounding: false,
    };
    // Reports without a number say nothing on how many there were.
    (one, (a > 0 && b > 0).then_some(dispute))
}

fn number(n: u64) -> Quantity {
    Quantity::Exactly(n)
}

/// The size that the reports alone give.
fn plain(event: &Happening) -> u64 {
    choose(&event.ballots(), |_| 0).and_then(|choice| choice.amount.best).unwrap_or(0)
}

fn distance(room: i128, number: u64) -> u64 {
    u64::try_from((room - i128::from(number)).unsigned_abs()).unwrap_or(u64::MAX)
}

/// Running sums of the events' plain sizes, so that any stretch is summed at once.
pub(crate) struct Tally(Vec<(Date, u128)>);

impl Tally {
    pub(crate) fn of(events: &[Happening]) -> Self {
        let mut sum = 0_u128;
        let mut days: Vec<(Date, u64)> = events.iter().map(|event| (event.day(), plain(event))).collect();
        days.sort_unstable();
        Self(
            days.into_iter()
                .map(|(day, size)| {
                    sum += u128::from(size);
                    (day, sum)
                })
                .collect(),
        )
    }

    /// Everything up to the end of this day.
    fn until(&self, day: Date) -> u128 {
        let behind = self.0.partition_point(|(other, _)| *other <= day);
        if behind == 0 { 0 } else { self.0[behind - 1].1 }
    }

    /// How much more than all events together the counts before and after these days leave room for.
    ///
    /// `None` when no count follows. Before the first count nothing had moved.
    fn room(&self, around: &Around, first: Date, last: Date) -> Option<i128> {
        let next = around.counts.partition_point(|(day, _)| *day < last);
        let &(after, then) = around.counts.get(next)?;
        let before = around.counts[..next].iter().rev().find(|(day, _)| *day < first);
        let (moved_before, stood) = before.map_or((0, 0), |&(day, count)| (self.until(day), count));
        let moved = i128::try_from(self.until(after) - moved_before).ok()?;
        Some(i128::from(then) - i128::from(stood) - moved)
    }
}
