//! Both: where it is open whether reports tell of one event or of two, both readings are fitted, the cheaper is taken
//! and the other is named.
//!
//! One choice at a time, in canonical order, the others as they stand; then again, until a whole turn changes
//! nothing. So each choice is the cheaper one beside all others as taken, and the work is the number of choices
//! times one fit. Where a group of parties is large, a choice is put to the party's own claims near it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::{ClaimId, ResourceKind, Step};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Count, Days, Event, Holder, Line, Of, Problem,
    bounds::{self, Series, on},
    happened::Moves,
    order::{Ordered, Supposing, ladder, sign},
    parts,
    price::{self, whole_claim},
    program::Strengths,
    solve, tied,
};
use crate::grouping::{Either, second};

/// Open choices of a group of parties times its claims, up to which each is put to all claims of the group.
const WHOLE: usize = 5_000;
/// Events of the party, and counts, before and after an open choice that it is put to in a larger group. With more
/// events than these between two counts, the counts do not tell which of them were two.
const NEAR: usize = 4;
/// Turns through all open choices, if each still changes something.
const TURNS: usize = 4;
/// Readings that differ by no more than this, in ten-thousandths of a claim, cost the same.
const EVEN: i128 = 10;

/// An open choice, settled: what was taken, and what the other reading would cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Settled {
    pub(crate) holder: Holder,
    pub(crate) step: Step,
    /// The events as taken: one, or two.
    pub(crate) taken: Vec<Alternative>,
    /// The events of the other reading.
    pub(crate) instead: Vec<Alternative>,
    /// What the other reading costs more.
    pub(crate) costs_more: u64,
    pub(crate) because: Because,
    /// The first line that its step moves, in the order in which lines are fitted.
    pub(crate) line: Line,
    /// How many more, or fewer, would stand on each line in the other reading, from day to day.
    pub(crate) differs: BTreeMap<Line, Series>,
}

/// An event of one of the readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alternative {
    pub(crate) day: Date,
    /// How many by its own reports.
    pub(crate) by_reports: i64,
    /// The claims that tell of it.
    pub(crate) claims: BTreeSet<ClaimId>,
}

/// Why one reading of reports was taken and not the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// What is counted around it leaves room for so many and not for the other reading.
    Counts,
    /// As one event its reports would contradict each other by more than a second event asks for.
    Reports,
    /// No claim tells the two readings apart, and no movement is supposed twice.
    Fewer,
}

/// Where an event stands: in which movements, in which chain, and its first group there.
type Place = (usize, usize, usize);

/// A group of holders that claims tie together, with its events as they stand.
struct Part {
    kind: ResourceKind,
    /// On the days that they are taken to speak of.
    counts: Vec<Count>,
    /// The counts of one holder each, by their days.
    own: BTreeMap<Holder, Vec<(Date, usize)>>,
    events: BTreeMap<Place, Event>,
    days: BTreeMap<Holder, BTreeSet<(Date, Place)>>,
    /// How strong each holder is, as a first reading of the movements as they stand has it. What costs are relative to is
    /// the same for both readings of a choice, or the one that makes the larger strength would be the cheaper.
    strengths: Strengths,
    /// Where it is open what is one event.
    links: Vec<(usize, usize, usize)>,
}

/// Settles what is open, so that the movements stand as taken.
pub(super) fn settle(problem: &Problem, moves: &mut [Moves]) -> Vec<Settled> {
    if !moves.iter().flat_map(|moves| &moves.chains).any(|chain| chain.open().next().is_some()) {
        return Vec::new();
    }
    let mut settled = Vec::new();
    for (group, ordered) in parts(problem) {
        let mut part = Part::new(&group, &ordered, moves);
        settled.extend(part.settle(moves));
    }
    settled
}

impl Part {
    fn new(group: &BTreeSet<Holder>, ordered: &Ordered, moves: &[Moves]) -> Self {
        let placed =
            |count: &super::order::Placed<Count>| Count { days: Days::on(count.day), ..count.it.clone() };
        let mut part = Self {
            kind: ordered.kind,
            counts: ordered.counts.iter().map(placed).collect(),
            own: BTreeMap::new(),
            events: BTreeMap::new(),
            days: BTreeMap::new(),
            strengths: solve::strengths(ordered, group),
            links: Vec::new(),
        };
        for (i, count) in part.counts.iter().enumerate() {
            if let Of::One(holder) = count.of {
                part.own.entry(holder).or_default().push((count.days.last, i));
            }
        }
        part.own.values_mut().for_each(|own| own.sort_unstable());
        for (m, of) in moves.iter().enumerate().filter(|(_, moves)| group.contains(&moves.holder)) {
            for (c, chain) in of.chains.iter().enumerate() {
                for event in chain.events() {
                    part.put((m, c, event.start), of.event(chain.tellings(event)));
                }
                part.links.extend(chain.open().map(|link| (m, c, link)));
            }
            for (i, (day, loose)) in of.loose.iter().enumerate() {
                let reports = loose.tellings.iter().map(|telling| telling.report).collect();
                let event = Event { holder: of.holder, step: of.step, days: Days::on(*day), reports };
                part.put((m, of.chains.len() + i, 0), Some(event));
            }
        }
        part
    }

    fn put(&mut self, place: Place, event: Option<Event>) {
        if let Some(event) = event {
            self.days.entry(event.holder).or_default().insert((event.days.last, place));
            self.events.insert(place, event);
        }
    }

    fn take(&mut self, place: Place) {
        if let Some(event) = self.events.remove(&place)
            && let Some(days) = self.days.get_mut(&event.holder)
        {
            days.remove(&(event.days.last, place));
        }
    }

    fn settle(&mut self, moves: &mut [Moves]) -> Vec<Settled> {
        let whole = self.is_small();
        let mut settled: BTreeMap<Place, Settled> = BTreeMap::new();
        let mut asked: BTreeSet<usize> = (0..self.links.len()).collect();
        for _ in 0..TURNS {
            let mut turned = BTreeSet::new();
            for at in asked {
                let (m, c, link) = self.links[at];
                settled.remove(&(m, c, link));
                let Some(either) = moves[m].chains[c].either(link) else { continue };
                let Some(choice) = self.choose(&moves[m], (m, c), &either) else { continue };
                settled.insert((m, c, link), choice.settled);
                if choice.is_one != either.is_one {
                    self.turn(&moves[m], (m, c), &either);
                    moves[m].chains[c].turn(link);
                    turned.insert(at);
                }
            }
            if turned.is_empty() {
                break;
            }
            // Only what is near a choice that changed can come out otherwise.
            let last = self.links.len();
            let near = turned.iter().flat_map(|at| at.saturating_sub(NEAR)..last.min(at + NEAR + 1));
            asked = if whole { (0..last).collect() } else { near.collect() };
        }
        settled.into_values().collect()
    }

    /// Puts the events of the other reading in the place of those that stand.
    fn turn(&mut self, of: &Moves, (m, c): (usize, usize), either: &Either) {
        let chain = &of.chains[c];
        let Either { one, left, right, is_one } = either;
        self.take((m, c, left.start));
        self.take((m, c, right.start));
        let then = if *is_one { vec![left, right] } else { vec![one] };
        for groups in then {
            self.put((m, c, groups.start), of.event(chain.tellings(groups.clone())));
        }
    }

    /// Whether each choice is put to all claims of the group.
    fn is_small(&self) -> bool {
        (self.counts.len() + self.events.len()).saturating_mul(self.links.len()) <= WHOLE
    }

    /// Which of the two readings costs less.
    fn choose(&self, of: &Moves, (m, c): (usize, usize), either: &Either) -> Option<Choice> {
        let chain = &of.chains[c];
        let event = |groups: &std::ops::Range<usize>| of.event(chain.tellings(groups.clone()));
        let (one, left, right) = (event(&either.one)?, event(&either.left)?, event(&either.right)?);
        let own = [&either.one, &either.left, &either.right].map(|groups| chain.own(groups.clone()));
        let saved = own[0].all() - own[1].all() - own[2].all();
        // What two events cost less than one, by their own reports alone.
        let by_reports = saved - second(saved);
        let lines = ladder(self.kind);
        // A pledge total that others are held in says nothing on how often they moved.
        let mut touched: Vec<usize> =
            (0..lines.len()).filter(|line| sign(self.kind, &one, lines[*line]) != 0).collect();
        if touched.len() > 1 {
            touched.retain(|line| lines[*line] != Line::PromisedInAll);
        }
        let first = *touched.first()?;
        let places = [(m, c, either.left.start), (m, c, either.right.start)];
        let near = self.near(&one, &places);
        let (mut less, differs) = if let Some((events, counts)) = near {
            self.both(&events, &counts, &one, [&left, &right])
        } else {
            let mut less = vec![0; lines.len()];
            less[first] = own[0].numbers - own[1].numbers - own[2].numbers;
            (less, self.by_sizes(&one, [&left, &right]))
        };
        less[first] += own[0].days - own[1].days - own[2].days - second(saved);
        let even = whole_claim(EVEN);
        let by_lines = touched.into_iter().map(|line| less[line]);
        let least = by_lines.into_iter().find(|less| less.abs() > even).unwrap_or(0);
        let is_one = least <= 0;
        let by_counts = least - by_reports;
        let because = match is_one {
            _ if by_counts.abs() > even && (by_counts < 0) == is_one => Because::Counts,
            true => Because::Fewer,
            false => Because::Reports,
        };
        let as_one = vec![alternative(&one, chain.tellings(either.one.clone()))];
        let as_two = vec![
            alternative(&left, chain.tellings(either.left.clone())),
            alternative(&right, chain.tellings(either.right.clone())),
        ];
        let turned = |series: Series| series.into_iter().map(|(day, more)| (day, -more)).collect();
        let differs = if is_one {
            differs
        } else {
            differs.into_iter().map(|(line, series)| (line, turned(series))).collect()
        };
        let (taken, instead) = if is_one { (as_one, as_two) } else { (as_two, as_one) };
        let costs_more = price::millionths(least.abs());
        let (holder, step) = (of.holder, of.step);
        let settled =
            Settled { holder, step, taken, instead, costs_more, because, line: lines[first], differs };
        Some(Choice { is_one, settled })
    }

    /// The other events and the counts that a choice is put to; `None` where no count can tell.
    fn near(&self, event: &Event, places: &[Place]) -> Option<(Vec<Event>, Vec<Count>)> {
        if self.counts.is_empty() {
            return None;
        }
        let is_other = |place: &Place| !places.contains(place);
        if self.is_small() {
            let others = self.events.iter().filter(|(place, _)| is_other(place));
            return Some((others.map(|(_, event)| event.clone()).collect(), self.counts.clone()));
        }
        let (day, own) = (event.days.last, self.own.get(&event.holder)?);
        let at = own.partition_point(|(other, _)| *other < day);
        let days = self.days.get(&event.holder)?;
        let before = days.range(..(day, (0, 0, 0))).rev().filter(|(_, place)| is_other(place));
        let after = days.range((day, (0, 0, 0))..).filter(|(_, place)| is_other(place));
        let before: Vec<_> = before.take(NEAR + 1).collect();
        let after: Vec<_> = after.take(NEAR + 1).collect();
        // From a count on, or from the beginning; up to the last count that as few events lead to.
        let end = after.get(NEAR).map_or(Date::MAX, |(day, _)| *day);
        let begin = before.get(NEAR).map(|(day, _)| *day);
        let counts: Vec<&Count> = own[at.saturating_sub(NEAR)..own.len().min(at + NEAR)]
            .iter()
            .filter(|(day, _)| *day < end && begin.is_none_or(|begin| *day > begin))
            .map(|(_, i)| &self.counts[*i])
            .collect();
        let first = counts.first().map(|count| count.days.last).filter(|first| *first < day);
        let from = match (begin, first) {
            (_, Some(first)) if begin.is_some() || at > NEAR => first,
            (None, _) => Date::MIN,
            (Some(_), _) => return None,
        };
        counts.iter().find(|count| count.days.last >= day)?;
        let until = counts.last().map(|count| count.days.last)?;
        let events = before.iter().rev().chain(&after).filter(|(day, _)| *day > from && *day <= until);
        let events = events.map(|(_, place)| self.events[place].clone()).collect();
        Some((events, counts.into_iter().cloned().collect()))
    }

    /// What two events cost less than one, line by line down the ladder; and how many more would stand.
    fn both(
        &self,
        others: &[Event],
        counts: &[Count],
        one: &Event,
        two: [&Event; 2],
    ) -> (Vec<i128>, BTreeMap<Line, Series>) {
        let problem = |events: &[&Event]| {
            let events = others.iter().chain(events.iter().copied()).cloned().collect();
            let counts = counts.to_vec();
            Ordered::new(&Problem { kind: self.kind, events, counts, sums: Vec::new() })
        };
        let (one_event, two_events) = (problem(&[one]), problem(&two));
        let (as_one, as_two) = (
            solved(&one_event, one.holder, &self.strengths),
            solved(&two_events, one.holder, &self.strengths),
        );
        let less = as_one.0.iter().zip(&as_two.0).map(|(one, two)| one - two).collect();
        let mut differs = BTreeMap::new();
        for ((holder, line), series) in &as_two.1 {
            let before = as_one.1.get(&(*holder, *line));
            if *holder == one.holder {
                differs.insert(*line, difference(before.unwrap_or(&Series::new()), series));
            }
        }
        differs.retain(|_, series: &mut Series| !series.is_empty());
        (less, differs)
    }

    /// How many more would stand with two events than with one, by their own reports.
    fn by_sizes(&self, one: &Event, two: [&Event; 2]) -> BTreeMap<Line, Series> {
        let mut differs = BTreeMap::new();
        for line in ladder(self.kind) {
            let mut moved: BTreeMap<Date, i64> = BTreeMap::new();
            for (event, by) in [(one, -1), (two[0], 1), (two[1], 1)] {
                *moved.entry(event.days.last).or_default() +=
                    by * sign(self.kind, event, line) * solve::by_reports(event);
            }
            let mut sum = 0;
            let series: Series = moved
                .into_iter()
                .map(|(day, by)| {
                    sum += by;
                    (day, sum)
                })
                .collect();
            if series.values().any(|by| *by != 0) {
                differs.insert(line, series);
            }
        }
        differs
    }
}

struct Choice {
    is_one: bool,
    settled: Settled,
}

fn alternative<'t>(
    event: &Event,
    tellings: impl Iterator<Item = &'t crate::grouping::Telling>,
) -> Alternative {
    Alternative {
        day: event.days.last,
        by_reports: solve::by_reports(event),
        claims: tellings.flat_map(|telling| telling.ids.iter().copied()).collect(),
    }
}

/// What a reading costs of those whom claims tie to a holder, line by line down the ladder, and its balances.
fn solved(
    ordered: &Ordered,
    of: Holder,
    strengths: &Strengths,
) -> (Vec<i128>, BTreeMap<(Holder, Line), Series>) {
    let mut costs = vec![0; ladder(ordered.kind).len()];
    let mut balances = BTreeMap::new();
    for (group, part) in ordered.parts().into_iter().filter(|(group, _)| group.contains(&of)) {
        let solved = solve::solve(&part, &group, strengths, Supposing::default());
        for (cost, line) in costs.iter_mut().zip(&solved.lines) {
            *cost += tied::cost(&line.program, line.paths());
        }
        balances.extend(bounds::series(&solved));
    }
    (costs, balances)
}

/// How many more stand in the second than in the first, from each day on which that changes.
fn difference(first: &Series, second: &Series) -> Series {
    let days: BTreeSet<Date> = first.keys().chain(second.keys()).copied().collect();
    let mut last = 0;
    let changes = days.into_iter().filter_map(|day| {
        let more = on(second, day) - on(first, day);
        (more != std::mem::replace(&mut last, more)).then_some((day, more))
    });
    changes.collect()
}
