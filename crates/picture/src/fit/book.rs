//! A book: one holder's balance of one line, boundary by boundary, with what moves it and what is checked.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::Stage;

use super::{
    chain::Chain,
    order::sign,
    price::whole,
    problem::{Holder, Line},
    program::{Reach, Source},
};

/// A first count of more than so many times all that was told to have come says that not all was told.
const PLAINLY_MORE: i64 = 2;

/// One holder's balance of one line.
#[derive(Clone, Debug)]
pub(super) struct Book {
    pub(super) holder: Holder,
    /// The boundaries, each the end of a day.
    pub(super) days: Vec<Date>,
    /// How strong the holder is around each boundary; what costs are relative to.
    pub(super) strength: Vec<i64>,
    pub(super) chain: Chain,
    /// What each move of each boundary is.
    pub(super) movers: Vec<Vec<Mover>>,
    /// The boundary of the first figure, where it comes before any event: the book opens with it.
    pub(super) opens: Option<usize>,
    /// Whether movements are told here.
    pub(super) told: bool,
    /// The holder's own counts at each boundary, by their place.
    pub(super) counts: Vec<Vec<usize>>,
    /// The events up to each boundary.
    pub(super) events: Vec<Vec<Told>>,
    /// How many may have gone on up to each boundary, for more came to the next stage than anybody told of.
    pub(super) drawn: Vec<i64>,
    pub(super) reach: Reach,
    /// Where the holder is counted together with others.
    shared: Vec<Vec<usize>>,
}

/// What all of a book is reckoned by; who is heard decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Terms {
    /// As [`Book::opens`].
    pub(super) opens: Option<usize>,
    /// As [`Book::told`].
    pub(super) told: bool,
}

impl Book {
    pub(super) fn terms(&self) -> Terms {
        Terms { opens: self.opens, told: self.told }
    }
}

/// What changes a balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mover {
    /// An event, by its place; its sign.
    Event(usize, i64),
    /// No claim.
    Unexplained,
    /// Going on to a stage where more came than anybody told of.
    Drawn,
}

/// An event that touches a book.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    /// Its place.
    pub(super) event: usize,
    /// Whether it adds or takes.
    pub(super) sign: i64,
    /// Its size, where an earlier line of the ladder has settled it.
    pub(super) settled: Option<i64>,
}

/// What an earlier line came to otherwise, when something is supposed.
#[derive(Clone, Debug, Default)]
pub(super) struct Otherwise {
    /// Events of another size; `None`: nobody tells of them.
    pub(super) sizes: BTreeMap<usize, Option<i64>>,
}

impl Source<'_> {
    /// The book of a holder, with its own counts and the boundaries that others' counts ask for.
    pub(super) fn book(
        &self,
        line: Line,
        holder: Holder,
        (own, together): (&[usize], &[usize]),
        mut days: BTreeSet<Date>,
        reach: Reach,
    ) -> Book {
        let (ordered, cap) = (self.ordered, reach.cap);
        let events: Vec<(Told, Date)> = (ordered.events.iter().enumerate())
            .filter(|(_, event)| event.it.holder == holder)
            .map(|(i, event)| {
                let settled = self.settled.sizes.get(&i).copied();
                (Told { event: i, sign: sign(ordered.kind, &event.it, line), settled }, event.day)
            })
            .filter(|(told, _)| told.sign != 0)
            .collect();
        days.extend(events.iter().map(|(_, day)| *day));
        let events: Vec<_> = events.into_iter().filter(|(told, _)| self.is_told(told.event)).collect();
        days.extend(self.days_within(line, holder));
        let drawn = self.drawn(line, holder);
        days.extend(drawn.keys());
        let days: Vec<Date> = days.into_iter().collect();
        let numbers = (own.iter().map(|i| &ordered.counts[*i].it.report))
            .chain(events.iter().flat_map(|(told, _)| &ordered.events[told.event].it.reports))
            .filter_map(|report| report.number);
        let strength = match self.strengths {
            None => vec![numbers.max().map_or(1, whole).max(1); days.len()],
            Some(known) => {
                let known = known.get(&(line, holder));
                let on = |day| known.and_then(|known| known.range(..=day).next_back()).map_or(1, |(_, s)| *s);
                days.iter().map(|day| on(*day).max(1)).collect()
            }
        };
        let (mut counts, mut events_on) = (vec![Vec::new(); days.len()], vec![Vec::new(); days.len()]);
        let at = |day: Date| days.partition_point(|before| *before < day);
        for i in own {
            counts[at(ordered.counts[*i].day)].push(*i);
        }
        let mut shared = vec![Vec::new(); days.len()];
        for i in together {
            shared[at(ordered.counts[*i].day)].push(*i);
        }
        for (told, day) in events {
            events_on[at(day)].push(told);
        }
        let drawn = days.iter().map(|day| drawn.get(day).copied().unwrap_or(0)).collect();
        let mut book = Book {
            holder,
            days,
            strength,
            chain: Chain::new(Vec::new(), cap),
            movers: Vec::new(),
            opens: None,
            told: false,
            counts,
            events: events_on,
            drawn,
            reach,
            shared,
        };
        let terms = self.terms(&book, line);
        (book.told, book.opens) = (terms.told, terms.opens);
        let mut links = Vec::with_capacity(book.days.len());
        for at in 0..book.days.len() {
            let built = self.link(&book, terms, at, &Otherwise::default());
            links.extend(built.link);
            book.movers.push(built.movers);
        }
        book.chain = Chain::new(links, cap);
        book
    }

    /// What all of a book is reckoned by, from who is heard.
    pub(super) fn terms(&self, book: &Book, line: Line) -> Terms {
        Terms { opens: self.opens(book, line), told: self.tells(book, line) }
    }

    /// Whether somebody who is heard tells of movements in this book.
    fn tells(&self, book: &Book, line: Line) -> bool {
        let mut events = book.events.iter().flatten();
        is_field(line)
            && events.any(|told| {
                let reports = &self.ordered.events[told.event].it.reports;
                reports.iter().any(|report| self.supposing.hears(report))
            })
    }

    /// Where the book opens with a figure: at the first count that is heard, if it comes before any event that is; with
    /// the first event, if that count is far more than all that was told to have come by then.
    fn opens(&self, book: &Book, line: Line) -> Option<usize> {
        let heard = |i: &usize| self.supposing.hears(&self.ordered.counts[*i].it.report);
        let counted =
            (0..book.days.len()).find(|at| book.counts[*at].iter().chain(&book.shared[*at]).any(heard));
        let moved = book.events.iter().position(|events| events.iter().any(|told| self.is_told(told.event)));
        let counted = counted?;
        let Some(moved) = moved.filter(|moved| *moved <= counted) else { return Some(counted) };
        if !is_field(line) {
            return None;
        }
        let least = book.counts[counted].iter().filter(|i| heard(i));
        let least = least.map(|i| whole(self.ordered.counts[*i].it.report.bounds.low)).min()?;
        (least > PLAINLY_MORE * self.came(book, counted)).then_some(moved)
    }

    /// The most that is told to have come up to a boundary.
    fn came(&self, book: &Book, until: usize) -> i64 {
        let told = book.events[..=until].iter().flatten().filter(|told| told.sign > 0);
        let most = |told: &Told| {
            let reports = self.ordered.events[told.event].it.reports.iter();
            let heard = reports.filter(|report| self.supposing.hears(report));
            heard.map(|report| whole(report.bounds.high.or(report.number).unwrap_or(0))).max().unwrap_or(0)
        };
        told.map(most).fold(0, i64::saturating_add)
    }

    /// Whether anybody who is heard tells of the event.
    pub(super) fn is_told(&self, at: usize) -> bool {
        let event = &self.ordered.events[at];
        let told = |sum: &super::problem::EventSum| {
            sum.events.contains(&event.id) && self.supposing.hears(&sum.report)
        };
        event.it.reports.iter().any(|report| self.supposing.hears(report))
            || (event.it.reports.is_empty() && self.ordered.sums.iter().any(told))
    }

    /// Who came to a further stage and was not told to come there had waited in the one before it.
    ///
    /// "600 ready" in November are the 600 in training in October. Where nobody speaks of a stage between, who is told to
    /// come had waited in the one before that.
    fn drawn(&self, line: Line, holder: Holder) -> BTreeMap<Date, i64> {
        let stands =
            |stage| self.ordered.lines.get(&Line::In(stage)).is_some_and(|all| all.contains(&holder));
        let (next, told) = match line {
            Line::In(Stage::Ready) => (Stage::Deployed, false),
            Line::In(Stage::Training) if stands(Stage::Ready) => (Stage::Ready, false),
            Line::In(Stage::Training) => (Stage::Deployed, true),
            Line::In(Stage::Shipped) => (Stage::InService, false),
            _ => return BTreeMap::new(),
        };
        let came = self.settled.came.get(&(holder, Line::In(next)));
        let came = came.into_iter().flatten();
        let drawn = came.map(|(day, came)| (*day, came.untold + if told { came.told } else { 0 }));
        drawn.filter(|(_, amount)| *amount > 0).collect()
    }

    /// The days on which what stands in the stages changes: on them what is still owed does.
    fn days_within(&self, line: Line, holder: Holder) -> BTreeSet<Date> {
        let lines = self.settled.within.get(&holder).filter(|_| line == Line::PromisedInAll);
        lines.into_iter().flat_map(BTreeMap::values).flat_map(BTreeMap::keys).copied().collect()
    }
}

/// Where the mission stands, or what has left it: there, movements are told. What leads there goes mostly untold.
fn is_field(line: Line) -> bool {
    matches!(
        line,
        Line::In(
            Stage::Deployed
                | Stage::InService
                | Stage::OutOfService
                | Stage::Home
                | Stage::Lost
                | Stage::Paid
                | Stage::Spent
        )
    )
}
