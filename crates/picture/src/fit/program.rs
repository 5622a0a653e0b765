//! The program of one line: a chain of balances for each holder, and the claims that tie chains together.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;
use model::ClaimId;

use super::{
    book::{Book, Mover},
    chain::Place,
    curve::Curve,
    order::{Ordered, Supposing},
    price::{self, CAP, per_head, whole},
    problem::{self, Holder, Line, Of, Report},
};

/// The cost of a claim that a person holds to be right: no sum of others outweighs it.
const HELD: i128 = 100_000;

/// A claim on several chains together, or on several moves of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tie {
    /// Which book, where in it, and by which sign it counts.
    pub(super) terms: Vec<(usize, Place, i64)>,
    pub(super) low: i64,
    pub(super) high: Option<i64>,
    pub(super) slope: i128,
    pub(super) strength: i64,
    /// Who says so, and by which claim.
    pub(super) source: problem::Source,
    pub(super) claim: ClaimId,
}

impl Tie {
    /// What the claim costs at this sum.
    pub(super) fn curve(&self) -> Curve {
        Curve::outside(self.low, self.high, self.slope, -CAP, CAP)
    }
}

/// One line of a group of holders that claims tie together.
#[derive(Clone, Debug)]
pub(super) struct Program {
    pub(super) line: Line,
    pub(super) books: Vec<Arc<Book>>,
    pub(super) ties: Vec<Tie>,
}

/// How strong each holder is around each day, as a first reading without ties has it.
pub(super) type Strengths = BTreeMap<(Line, Holder), BTreeMap<Date, i64>>;

/// What earlier lines of the ladder have settled.
#[derive(Clone, Debug, Default)]
pub(super) struct Settled {
    /// The size of each event, by its place.
    pub(super) sizes: BTreeMap<usize, i64>,
    /// What came into each line, by holder and day: how many by events, and how many untold.
    pub(super) came: BTreeMap<(Holder, Line), BTreeMap<Date, Came>>,
    /// What stands in the stages within the mission's promise, by holder and day.
    pub(super) within: BTreeMap<Holder, BTreeMap<Line, BTreeMap<Date, i64>>>,
}

/// What came into a line on a day.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Came {
    pub(super) told: i64,
    pub(super) untold: i64,
}

/// How far numbers go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    /// Beyond every balance that claims give a ceiling.
    pub(super) claimed: i64,
    /// The largest size of an event that no claim gives a ceiling.
    pub(super) event: i64,
    /// The largest balance: room for all such events together.
    pub(super) cap: i64,
}

/// What a line is built from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source<'a> {
    pub(super) ordered: &'a Ordered,
    pub(super) votes: &'a [i128],
    pub(super) supposing: Supposing,
    pub(super) settled: &'a Settled,
    /// `None`: the first reading, which has no ties and takes each book's largest number for its strength.
    pub(super) strengths: Option<&'a Strengths>,
}

impl Source<'_> {
    pub(super) fn weight(&self, report: &Report, votes: i128) -> i128 {
        if self.supposing.right == Some(report.claim) {
            return HELD * price::TOLD;
        }
        report.weight.parts() / votes.max(1)
    }

    /// The line of these holders.
    pub(super) fn program(&self, line: Line, holders: &BTreeSet<Holder>) -> Program {
        self.program_beside(line, holders, &BTreeMap::new())
    }

    /// The same; books that are known to come out as they did beside it are taken from there.
    pub(super) fn program_beside(
        &self,
        line: Line,
        holders: &BTreeSet<Holder>,
        known: &BTreeMap<Holder, Arc<Book>>,
    ) -> Program {
        let on_line = self.ordered.lines.get(&line);
        let reach = self.reach(holders);
        let holders: Vec<Holder> = holders
            .iter()
            .filter(|holder| on_line.is_some_and(|all| all.contains(holder)))
            .copied()
            .collect();
        let mut days: BTreeMap<Holder, BTreeSet<Date>> = BTreeMap::new();
        let mut own: BTreeMap<Holder, Vec<usize>> = BTreeMap::new();
        let mut shared: Vec<usize> = Vec::new();
        let mut together: BTreeMap<Holder, Vec<usize>> = BTreeMap::new();
        for (i, count) in self.ordered.counts.iter().enumerate().filter(|(_, c)| c.it.line == line) {
            let (first, several) = {
                let mut of = self.ordered.holders(&count.it);
                (of.next(), of.next().is_some())
            };
            // A day stays a boundary when its source is left out, so that both readings can be compared.
            let heard = self.supposing.hears(&count.it.report);
            match first {
                Some(one) if !several && known.contains_key(&one) => continue,
                Some(one) if !several && heard => own.entry(one).or_default().push(i),
                _ if several && self.strengths.is_none() => continue,
                _ if heard => shared.push(i),
                _ => {}
            }
            if heard && matches!(count.it.of, Of::Several(_)) {
                for holder in self.ordered.holders(&count.it) {
                    together.entry(holder).or_default().push(i);
                }
            }
            for holder in self.ordered.holders(&count.it).filter(|holder| !known.contains_key(holder)) {
                days.entry(holder).or_default().insert(count.day);
            }
        }
        let books: Vec<Arc<Book>> = holders
            .iter()
            .map(|holder| {
                if let Some(known) = known.get(holder) {
                    return Arc::clone(known);
                }
                let own = own.remove(holder).unwrap_or_default();
                let together = together.remove(holder).unwrap_or_default();
                let days = days.remove(holder).unwrap_or_default();
                Arc::new(self.book(line, *holder, (&own, &together), days, reach))
            })
            .collect();
        let ties = if self.strengths.is_some() { self.ties(&books, &shared) } else { Vec::new() };
        Program { line, books, ties }
    }

    /// How far the numbers of these holders can go, on every line the same, for what one line settles stands on the next.
    ///
    /// Reckoned from all claims, whoever is heard: what is supposed moves no limit.
    fn reach(&self, holders: &BTreeSet<Holder>) -> Reach {
        let most = |report: &Report| {
            let bounds = report.bounds;
            whole(bounds.high.unwrap_or(bounds.low).max(report.number.unwrap_or(0)))
        };
        let is_open = |report: &Report| report.bounds.high.is_none() || report.number.is_none();
        let (mut told, mut open) = (0_i64, 1_i64);
        for event in self.ordered.events.iter().filter(|event| holders.contains(&event.it.holder)) {
            let reports = &event.it.reports;
            told = told.saturating_add(reports.iter().map(most).max().unwrap_or(0));
            open += i64::from(reports.is_empty() || reports.iter().any(is_open));
        }
        let counted = self.ordered.counts.iter().map(|count| most(&count.it.report));
        let sums = self.ordered.sums.iter().map(|sum| most(&sum.report));
        let claimed = counted.chain(sums).max().unwrap_or(0).saturating_add(told).saturating_add(1).min(CAP);
        // All that was told may leave again what has no ceiling, and it is still beyond every claim.
        let event = (2 * claimed).min(CAP / open);
        Reach { claimed, event, cap: event * open }
    }

    /// What counts of several holders tie together, and what is told of several events.
    pub(super) fn ties(&self, books: &[Arc<Book>], shared: &[usize]) -> Vec<Tie> {
        let mut all = Vec::new();
        for i in shared {
            let (count, day) = (&self.ordered.counts[*i].it, self.ordered.counts[*i].day);
            let (mut strength, mut others, mut told) = (0, 0, false);
            let mut terms = Vec::new();
            for (b, book) in
                books.iter().enumerate().filter(|(_, book)| self.ordered.is_of(count, book.holder))
            {
                if let Ok(at) = book.days.binary_search(&day) {
                    terms.push((b, Place::Balance(at), 1));
                    let whose = if book.holder == Holder::Others { &mut others } else { &mut strength };
                    *whose += book.strength[at];
                    told |= book.told;
                }
            }
            // Whoever else there may be does not make a figure of the named parties weigh less.
            let strength = if strength > 0 { strength } else { others };
            all.extend(self.tied(&count.report, self.votes[*i], &terms, strength, told));
        }
        let place: BTreeMap<_, _> =
            (self.ordered.events.iter().enumerate()).map(|(i, e)| (e.id, i)).collect();
        for sum in self.ordered.sums.iter().filter(|sum| self.supposing.hears(&sum.report)) {
            let told: BTreeSet<usize> = sum.events.iter().filter_map(|id| place.get(id).copied()).collect();
            let mut terms = Vec::new();
            for (b, book) in books.iter().enumerate() {
                for (at, movers) in book.movers.iter().enumerate() {
                    for (i, mover) in movers.iter().enumerate() {
                        match mover {
                            Mover::Event(event, sign)
                                if told.contains(event) && !self.settled.sizes.contains_key(event) =>
                            {
                                terms.push((b, Place::Move(at, i), *sign));
                            }
                            _ => {}
                        }
                    }
                }
            }
            let strength = sum.report.number.map_or(1, whole);
            if !terms.is_empty() {
                all.extend(self.tied(&sum.report, 1, &terms, strength, false));
            }
        }
        all
    }

    fn tied(
        &self,
        report: &Report,
        votes: i128,
        terms: &[(usize, Place, i64)],
        strength: i64,
        told: bool,
    ) -> impl Iterator<Item = Tie> {
        let (strength, weight) = (strength.max(1), self.weight(report, votes));
        report.holds(told).into_iter().map(move |(bounds, part)| Tie {
            terms: terms.to_vec(),
            low: whole(bounds.low),
            high: bounds.high.map(whole),
            slope: per_head(weight / part, strength),
            strength,
            source: report.source,
            claim: report.claim,
        })
    }
}
