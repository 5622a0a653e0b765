//! What the fit answers: histories with bounds, what each claim costs, and what no claim explains.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::{ClaimId, Step};

use super::problem::{EventId, Holder, Line, Source};

/// The least contradicted reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fitted {
    /// Each holder's balance of each line that a claim speaks of, through time.
    pub histories: BTreeMap<(Holder, Line), History>,
    /// The holders' balances added up, by line.
    pub totals: BTreeMap<Line, History>,
    /// The size taken for each event, by holder, step and day.
    pub events: Vec<FittedEvent>,
    /// What each claim says against the reading; a claim that is not here was not fitted.
    pub claims: BTreeMap<ClaimId, Verdict>,
    /// Movements that no event explains, by line, holder and day.
    pub unexplained: Vec<UnexplainedMove>,
    /// Who went on to a stage where more came than anybody told of.
    pub drawn: Vec<Drawn>,
    /// What books open with: the first figures, where no movement was told before them.
    pub openings: Vec<UnexplainedMove>,
}

/// One balance through time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// One for each day on which a claim speaks; each holds until the next.
    pub points: Vec<Point>,
}

/// A balance at the end of a day. `low <= best <= high`, and `open` lies between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The day.
    pub day: Date,
    /// The least, any one source left out.
    pub low: u64,
    /// The best reading.
    pub best: u64,
    /// The most, any one source left out; `None`: no claim gives a ceiling.
    pub high: Option<u64>,
    /// What hedges leave open in the best reading: the least and the most.
    pub open: (u64, Option<u64>),
    /// What the events alone add up to, each as its own reports have it.
    pub by_events: u64,
    /// The source without which it would be least, where that is less than the best.
    pub low_without: Option<Source>,
    /// The source without which it would be most, where that is more than the best.
    pub high_without: Option<Source>,
    /// The least, any one source left out but `low_without`; and without whom that is, where it is less than hedges leave.
    pub low_else: (u64, Option<Source>),
    /// The most, any one source left out but `high_without`; and without whom that is, where it is more than hedges leave.
    pub high_else: (Option<u64>, Option<Source>),
    /// The source without which nothing would be said of this balance.
    pub rests_on: Option<Source>,
}

impl Point {
    /// The least with any one source left out but this one, and without whom that is.
    #[must_use]
    pub fn low_but(&self, source: Option<Source>) -> (u64, Option<Source>) {
        let is_it = source.is_some() && self.low_without == source;
        if is_it { self.low_else } else { (self.low, self.low_without) }
    }

    /// The most with any one source left out but this one, and without whom that is.
    #[must_use]
    pub fn high_but(&self, source: Option<Source>) -> (Option<u64>, Option<Source>) {
        let is_it = source.is_some() && self.high_without == source;
        if is_it { self.high_else } else { (self.high, self.high_without) }
    }
}

impl History {
    /// The balance at the end of a day; `None` before the first claim.
    #[must_use]
    pub fn on(&self, day: Date) -> Option<&Point> {
        self.points[..self.points.partition_point(|point| point.day <= day)].last()
    }
}

/// An event as the reading has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FittedEvent {
    /// Its place in the problem.
    pub event: EventId,
    /// Who moved.
    pub holder: Holder,
    /// What step they took.
    pub step: Step,
    /// The day taken.
    pub day: Date,
    /// How many.
    pub best: u64,
    /// The least, any one source left out.
    pub low: u64,
    /// The most, any one source left out.
    pub high: u64,
    /// How many by its own reports alone.
    pub by_reports: u64,
}

/// How a claim stands to the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The number that the reading has where the claim speaks.
    pub reading: u64,
    /// How far that is above the claim's bounds, or below them (negative); 0: the claim is met.
    pub distance: i64,
    /// What leaving it costs, in millionths of leaving one claim by ungraded press by its whole strength.
    pub cost: u64,
}

impl Verdict {
    /// Whether other claims outvote it.
    #[must_use]
    pub fn is_outvoted(self) -> bool {
        self.distance != 0
    }
}

/// What stands against a claim: what the reading would be if it were right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Against {
    /// The claims that would be left further.
    pub claims: BTreeSet<ClaimId>,
    /// How many more would have come or left without anybody telling of it.
    pub unexplained: u64,
    /// Every balance of its group that would be another then, at the end of the days on which it would be.
    pub balances: BTreeMap<(Holder, Line), BTreeMap<Date, i64>>,
}

impl Against {
    /// What a balance would be at the end of a day, where that is another; `now` is its history as it stands.
    #[must_use]
    pub fn on(&self, balance: (Holder, Line), now: &History, day: Date) -> Option<i64> {
        let (other, n) = self.balances.get(&balance)?.range(..=day).next_back()?;
        now.on(day).is_none_or(|point| point.day <= *other).then_some(*n)
    }
}

/// Some who waited in a stage and went on, for more came to the next than anybody told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// Whose.
    pub holder: Holder,
    /// Where they had waited.
    pub line: Line,
    /// The day by which they went on.
    pub by: Date,
    /// How many.
    pub amount: u64,
}

/// A movement that no event explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnexplainedMove {
    /// Whose.
    pub holder: Holder,
    /// Of which line.
    pub line: Line,
    /// It happened after this day (`None`: before anything was said) ...
    pub after: Option<Date>,
    /// ... and by the end of this one.
    pub by: Date,
    /// Whether the book opens with it.
    pub opens: bool,
    /// How many came, or left (negative).
    pub amount: i64,
    /// What was reckoned without it at the end of that day.
    pub reckoned: u64,
    /// The claims that it is reckoned from: the balance before, and the events since.
    pub before: BTreeSet<ClaimId>,
    /// The claims that ask for it: what would be contradicted more without it.
    pub stated: BTreeSet<ClaimId>,
}
