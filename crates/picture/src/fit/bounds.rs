//! Bounds: what hedges leave open, joined with what any one source moves.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Bound,
    sync::Arc,
};

use jiff::civil::Date;
use model::Stage;

use super::{
    explain,
    fitted::{FittedEvent, History, Point},
    memo::Part,
    near::Near,
    order::{Ordered, Supposing, sign},
    problem::{Holder, Line, Source},
    program::{self, Settled, Strengths},
    solve::{self, Solved},
    tied,
};

/// One balance through time, without bounds.
pub(super) type Series = BTreeMap<Date, i64>;

pub(super) fn on(series: &Series, day: Date) -> i64 {
    series.range(..=day).next_back().map_or(0, |(_, n)| *n)
}

/// Where another series of the same balance is another, and where it alone has a boundary.
pub(super) fn other(own: &Series, mut other: Series) -> Series {
    for day in own.keys().filter(|day| !other.contains_key(day)).copied().collect::<Vec<_>>() {
        let then = on(&other, day);
        other.insert(day, then);
    }
    other.retain(|day, then| own.get(day) != Some(then));
    other
}

/// Every line of every holder as solved, with what is still owed.
pub(super) fn series(solved: &Solved) -> BTreeMap<(Holder, Line), Series> {
    series_of(solved, |_| true)
}

/// The same of some holders.
fn series_of(solved: &Solved, wanted: impl Fn(Holder) -> bool) -> BTreeMap<(Holder, Line), Series> {
    let mut all: BTreeMap<(Holder, Line), Series> = BTreeMap::new();
    for line in &solved.lines {
        let books = line.program.books.iter().zip(line.paths());
        for (book, path) in books.filter(|(book, _)| wanted(book.holder)) {
            let days = book.days.iter().copied().zip(path.balances.iter().copied());
            all.insert((book.holder, line.program.line), days.collect());
        }
    }
    let promised: Vec<Holder> =
        all.keys().filter(|(_, line)| *line == Line::PromisedInAll).map(|(holder, _)| *holder).collect();
    for holder in promised {
        let total = &all[&(holder, Line::PromisedInAll)];
        let within = |day| -> i64 {
            let own = all.range((holder, Line::In(Stage::Promised))..=(holder, Line::PromisedInAll));
            let stages =
                own.filter(|((_, line), _)| matches!(line, Line::In(stage) if *stage != Stage::Promised));
            stages.map(|(_, series)| on(series, day)).sum()
        };
        let owed = total.iter().map(|(day, total)| (*day, total - within(*day))).collect();
        all.insert((holder, Line::In(Stage::Promised)), owed);
    }
    all
}

/// The readings of a group that its bounds are joined from.
#[derive(Debug)]
pub(super) struct Readings {
    pub(super) strengths: Strengths,
    pub(super) best: Solved,
    pub(super) series: BTreeMap<(Holder, Line), Series>,
    without: Vec<Without>,
}

impl Readings {
    /// How many points of balances it holds, those of the best reading aside.
    pub(super) fn points(&self) -> usize {
        let others = self.without.iter().flat_map(|without| without.lines.values().flatten());
        others.chain(self.series.values()).map(BTreeMap::len).sum()
    }
}

/// What the reading becomes when one source is left out: only where it differs.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Without {
    pub(super) source: Source,
    /// Other balances by boundary, where there are some; `None`: nobody else speaks of the line.
    pub(super) lines: BTreeMap<(Holder, Line), Option<Series>>,
    /// Other sizes of events.
    pub(super) sizes: BTreeMap<usize, i64>,
}

impl Without {
    /// What a balance is then; where it is none but what it was, nothing.
    pub(super) fn put(&mut self, balance: (Holder, Line), then: Option<Series>) {
        if then.as_ref().is_none_or(|then| !then.is_empty()) {
            self.lines.insert(balance, then);
        }
    }
}

/// A source left out of a group by solving all of it again.
fn again(
    ordered: &Ordered,
    group: &BTreeSet<Holder>,
    strengths: &Strengths,
    best: (&Solved, &BTreeMap<(Holder, Line), Series>),
    source: Source,
) -> Without {
    let supposing = Supposing { without: Some(source), right: None };
    let solved = solve::solve_beside(ordered, group, strengths, supposing, Some(best.0));
    whole_without(ordered, source, &solved, best.1, best.0)
}

/// Solves a group, and solves it again without each of its sources: only where the source speaks if the group is one
/// holder, else the whole of it.
pub(super) fn readings(ordered: &Ordered, group: &BTreeSet<Holder>) -> Readings {
    let strengths = solve::strengths(ordered, group);
    let best = solve::solve(ordered, group, &strengths, Supposing::default());
    let series = series(&best);
    let mut near = Near::new(ordered, &best, &series);
    let without = (sources(ordered, group).into_iter())
        .map(|source| {
            near.as_mut()
                .and_then(|near| near.without(source))
                .unwrap_or_else(|| again(ordered, group, &strengths, (&best, &series), source))
        })
        .collect();
    Readings { strengths, best, series, without }
}

/// The balances of those holders of whom another answer to the same group has anything else than `base`.
pub(super) fn otherwise(solved: &Solved, base: &Solved) -> BTreeMap<(Holder, Line), Series> {
    let lines = solved.lines.iter().zip(&base.lines).filter(|(line, base)| !Arc::ptr_eq(line, base));
    let differ: BTreeSet<Holder> = lines.flat_map(|(line, base)| line.differs(base)).collect();
    series_of(solved, |holder| differ.contains(&holder))
}

/// Where a reading of the whole group differs from the best.
fn whole_without(
    ordered: &Ordered,
    source: Source,
    solved: &Solved,
    best: &BTreeMap<(Holder, Line), Series>,
    base: &Solved,
) -> Without {
    let then = otherwise(solved, base);
    let spoken_of = explain::spoken_of(ordered, solved);
    let differ = |(i, size): (&usize, &i64)| (base.sizes.get(i) != Some(size)).then_some((*i, *size));
    let sizes = solved.sizes.iter().filter_map(differ).collect();
    let mut without = Without { source, lines: BTreeMap::new(), sizes };
    for ((holder, line), own) in best {
        let said = if *line == Line::In(Stage::Promised) { Line::PromisedInAll } else { *line };
        let spoken = spoken_of.contains(&(said, *holder));
        let other = spoken.then(|| {
            let then = then.get(&(*holder, *line));
            let there =
                then.into_iter().flat_map(|then| own.iter().map(|(day, n)| (*day, *n, on(then, *day))));
            there.filter(|(_, n, then)| n != then).map(|(day, _, then)| (day, then)).collect()
        });
        without.put((*holder, *line), other);
    }
    without
}

/// The sources that speak of a group.
fn sources(ordered: &Ordered, group: &BTreeSet<Holder>) -> BTreeSet<Source> {
    let counts = ordered
        .counts
        .iter()
        .filter(|count| ordered.holders(&count.it).any(|holder| group.contains(&holder)));
    let events = ordered.events.iter().filter(|event| group.contains(&event.it.holder));
    let told = counts.map(|count| &count.it.report).chain(events.flat_map(|event| &event.it.reports));
    told.chain(ordered.sums.iter().map(|sum| &sum.report)).map(|report| report.source).collect()
}

/// Every history of a group.
pub(super) fn histories(ordered: &Ordered, readings: &Readings) -> BTreeMap<(Holder, Line), History> {
    let open = open(ordered, &readings.best);
    let mut histories = BTreeMap::new();
    for ((holder, line), own) in &readings.series {
        let told = by_events(ordered, &readings.best, *holder, *line);
        let mut points: Vec<Point> = own.iter().map(|(day, n)| point(*day, *n, on(&told, *day))).collect();
        for (point, (low, high)) in points.iter_mut().zip(hedged_line(&open, readings, *holder, *line)) {
            point.open = (whole(low).min(point.best), high.map(|high| whole(high).max(point.best)));
            (point.low, point.high) = point.open;
            (point.low_else.0, point.high_else.0) = point.open;
        }
        for without in &readings.without {
            match without.lines.get(&(*holder, *line)) {
                Some(Some(other)) => {
                    for (day, then) in other {
                        if let Ok(at) = points.binary_search_by_key(day, |point| point.day) {
                            widen(&mut points[at], without.source, whole(*then));
                        }
                    }
                }
                Some(None) => points.iter_mut().for_each(|point| point.rests_on = Some(without.source)),
                None => {}
            }
        }
        histories.insert((*holder, *line), History { points });
    }
    histories
}

pub(super) fn whole(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}

fn point(day: Date, best: i64, by_events: i64) -> Point {
    let best = whole(best);
    Point {
        day,
        low: best,
        best,
        high: Some(best),
        open: (best, Some(best)),
        by_events: whole(by_events),
        low_without: None,
        high_without: None,
        low_else: (best, None),
        high_else: (Some(best), None),
        rests_on: None,
    }
}

/// Where several sources move a bound as far, it hangs on the first of them.
fn widen(point: &mut Point, source: Source, then: u64) {
    if then < point.low {
        point.low_else = (point.low, point.low_without);
        (point.low, point.low_without) = (then, Some(source));
    } else if then < point.low_else.0 {
        point.low_else = (then, Some(source));
    }
    let is_more = |high: Option<u64>| high.is_some_and(|high| then > high);
    if is_more(point.high) {
        point.high_else = (point.high, point.high_without);
        (point.high, point.high_without) = (Some(then), Some(source));
    } else if is_more(point.high_else.0) {
        point.high_else = (Some(then), Some(source));
    }
}

/// The least and the most that hedges leave open; no most: no claim gives a ceiling.
type Open = (i64, Option<i64>);

/// What hedges leave open, by book, in the order of its days.
fn open(ordered: &Ordered, solved: &Solved) -> BTreeMap<(Holder, Line), Vec<Open>> {
    let Solved { votes, supposing, .. } = solved;
    let settled = Settled::default();
    let from = program::Source { ordered, votes, supposing: *supposing, settled: &settled, strengths: None };
    let mut all = BTreeMap::new();
    for line in &solved.lines {
        let open = tied::open(&line.program, line.paths(), |book| from.level(book));
        for (book, open) in line.program.books.iter().zip(open) {
            let ends = open.into_iter().map(|(low, high)| (low, (high < book.reach.claimed).then_some(high)));
            all.insert((book.holder, line.program.line), ends.collect());
        }
    }
    all
}

/// What hedges leave open of one line. What is owed is open as far as its pledge total is.
fn hedged_line(
    open: &BTreeMap<(Holder, Line), Vec<Open>>,
    readings: &Readings,
    holder: Holder,
    line: Line,
) -> Vec<Open> {
    let said = if line == Line::In(Stage::Promised) { Line::PromisedInAll } else { line };
    let Some(open) = open.get(&(holder, said)) else { return Vec::new() };
    let (own, total) = (&readings.series[&(holder, line)], &readings.series[&(holder, said)]);
    let within = own.values().zip(total.values()).map(|(own, total)| total - own);
    open.iter()
        .zip(within)
        .map(|((low, high), within)| (low - within, high.map(|high| high - within)))
        .collect()
}

/// What the events alone add up to, each by its own reports.
fn by_events(ordered: &Ordered, solved: &Solved, holder: Holder, line: Line) -> Series {
    let mut moved: Series = BTreeMap::new();
    for (i, event) in ordered.events.iter().enumerate().filter(|(_, event)| event.it.holder == holder) {
        let sign = sign(ordered.kind, &event.it, line);
        if sign != 0 && solved.sizes.contains_key(&i) {
            *moved.entry(event.day).or_default() += sign * solve::by_reports(&event.it);
        }
    }
    let mut sum = 0;
    for n in moved.values_mut() {
        sum += *n;
        *n = sum;
    }
    moved
}

/// By how much another series differs on these days.
pub(super) fn spread(other: &Series, own: &Series, days: &BTreeSet<Date>) -> Vec<(Date, i64)> {
    let mut by = Vec::new();
    for (day, then) in other {
        let next = own.range((Bound::Excluded(*day), Bound::Unbounded)).next();
        let until = next.map_or(Bound::Unbounded, |(next, _)| Bound::Excluded(*next));
        let delta = then - on(own, *day);
        by.extend(days.range((Bound::Included(*day), until)).map(|day| (*day, delta)));
    }
    by
}

/// The totals of all holders, by line, from every group's readings.
pub(super) fn totals(
    groups: &[(&Readings, &Part)],
    histories: &BTreeMap<(Holder, Line), History>,
) -> BTreeMap<Line, History> {
    let mut days: BTreeMap<Line, BTreeSet<Date>> = BTreeMap::new();
    let mut steps: BTreeMap<Line, BTreeMap<Date, [i64; 2]>> = BTreeMap::new();
    for ((_, line), history) in histories {
        let mut before = [0, 0];
        for point in &history.points {
            days.entry(*line).or_default().insert(point.day);
            let now = [point.best, point.by_events].map(|n| i64::try_from(n).unwrap_or(0));
            let step = steps.entry(*line).or_default().entry(point.day).or_default();
            *step = [step[0] + now[0] - before[0], step[1] + now[1] - before[1]];
            before = now;
        }
    }
    let mut totals: BTreeMap<Line, History> = BTreeMap::new();
    for (line, steps) in steps {
        let mut sum = [0, 0];
        let points = steps.into_iter().map(|(day, step)| {
            sum = [sum[0] + step[0], sum[1] + step[1]];
            point(day, sum[0], sum[1])
        });
        totals.insert(line, History { points: points.collect() });
    }
    let mut moved: BTreeMap<(Line, Source), Series> = BTreeMap::new();
    for (group, part) in groups {
        for without in &group.without {
            for ((holder, line), other) in &without.lines {
                let Some(other) = other.as_ref().filter(|other| !other.is_empty()) else { continue };
                let own = &group.series[&(*holder, *line)];
                let moved = moved.entry((*line, part.source(without.source))).or_default();
                for (day, by) in spread(other, own, &days[line]) {
                    *moved.entry(day).or_default() += by;
                }
            }
        }
    }
    for ((line, source), by) in moved {
        let points = totals.get_mut(&line).map(|total| &mut total.points);
        for point in points.into_iter().flatten() {
            if let Some(by) = by.get(&point.day) {
                widen(point, source, whole(i64::try_from(point.best).unwrap_or(0) + by));
            }
        }
    }
    hedged(&mut totals, histories);
    totals
}

/// What hedges leave open in a total: at least what they leave open in any one holder's part of it.
fn hedged(totals: &mut BTreeMap<Line, History>, histories: &BTreeMap<(Holder, Line), History>) {
    for (line, total) in totals {
        let mut spreads: BTreeMap<Date, Vec<(usize, u64, Option<u64>)>> = BTreeMap::new();
        let own = histories.iter().filter(|((_, of), _)| of == line);
        for (i, point) in own.enumerate().flat_map(|(i, (_, h))| h.points.iter().map(move |p| (i, p))) {
            let up = point.open.1.map(|high| high - point.best);
            spreads.entry(point.day).or_default().push((i, point.best - point.open.0, up));
        }
        let mut now: BTreeMap<usize, (u64, Option<u64>)> = BTreeMap::new();
        for point in &mut total.points {
            for (i, down, up) in spreads.remove(&point.day).unwrap_or_default() {
                if down == 0 && up == Some(0) {
                    now.remove(&i)
                } else {
                    now.insert(i, (down, up))
                };
            }
            let down = now.values().map(|(down, _)| *down).max().unwrap_or(0);
            let up = now.values().try_fold(0, |most, (_, up)| up.map(|up| up.max(most)));
            point.open = (point.best.saturating_sub(down), up.map(|up| point.best + up));
            let up = |high: Option<u64>| high.zip(point.open.1).map(|(high, open)| high.max(open));
            (point.low, point.low_else.0) = (point.low.min(point.open.0), point.low_else.0.min(point.open.0));
            (point.high, point.high_else.0) = (up(point.high), up(point.high_else.0));
        }
    }
}

/// The events of a group, each with the sizes that the readings give it.
pub(super) fn events(ordered: &Ordered, readings: &Readings) -> Vec<FittedEvent> {
    let event = |(i, best): (&usize, &i64)| {
        let event = &ordered.events[*i];
        let sizes = readings.without.iter().filter_map(|without| without.sizes.get(i)).chain([best]);
        let sizes: Vec<i64> = sizes.copied().collect();
        FittedEvent {
            event: event.id,
            holder: event.it.holder,
            step: event.it.step,
            day: event.day,
            best: whole(*best),
            low: whole(sizes.iter().min().copied().unwrap_or(*best)),
            high: whole(sizes.iter().max().copied().unwrap_or(*best)),
            by_reports: whole(solve::by_reports(&event.it)),
        }
    };
    readings.best.sizes.iter().map(event).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fit::{cases::case, laws::tables};

    /// Where a source can be left out near its claims, that is the same as solving all of it again.
    fn law(table: &str) {
        let ordered = Ordered::new(&case(table).problem);
        for (group, part) in ordered.parts() {
            let strengths = solve::strengths(&part, &group);
            let best = solve::solve(&part, &group, &strengths, Supposing::default());
            let series = series(&best);
            let mut near = Near::new(&part, &best, &series);
            for source in sources(&part, &group) {
                let supposing = Supposing { without: Some(source), right: None };
                let anew = solve::solve(&part, &group, &strengths, supposing);
                let anew = whole_without(&part, source, &anew, &series, &best);
                let whole = again(&part, &group, &strengths, (&best, &series), source);
                assert_eq!(whole, anew, "{table} without {source:?}, begun from the best");
                let Some(near) = near.as_mut().and_then(|near| near.without(source)) else { continue };
                assert_eq!(near, whole, "{table} without {source:?}");
            }
        }
    }

    #[test]
    fn a_movement_without_a_ceiling_is_left_out_near_its_claims() {
        let table = "
            move JAM deploy 2024-03-01: s0 C3 4; s0 C4 5
            move JAM deploy 2024-03-01: s0 C3 4; s1 C4 5
            count KEN promised_in_all 2024-03-01: s0 C3 some
            move KEN deploy 2024-03-01: s0 C3 over 5; s3 C4 5
            count KEN deployed 2024-03-01: s0 C3 15";
        law(table);
    }

    #[test]
    fn readings_that_cost_the_same_come_out_alike_wherever_they_are_settled_from() {
        let table = "
            move KEN deploy 2024-03-03: s0 C3 4; s0 C4 5
            move KEN deploy 2024-03-03: s0 C3 4; s1 C4 5
            move KEN deploy 2024-03-03: s0 C3 4; s2 C4 5
            count mission deployed 2024-03-01: s0 C3 6
            move JAM deploy 2024-03-02: s0 C3 9; s4 C4 5
            count mission deployed 2024-03-02: s0 C3 6";
        law(table);
    }

    #[test]
    fn what_is_settled_on_one_line_has_room_on_the_next() {
        let table = "
            count KEN deployed 2024-01-01: a C3 4000
            move KEN repatriate 2024-02-01: b C3 over 120
            count KEN deployed 2024-02-01: c C3 3000
            count KEN home 2024-02-01: d C3 300
            move KEN repatriate 2024-03-01: b C3 over 120
            count KEN deployed 2024-03-01: c C3 0; d C3 0";
        law(table);
        let ordered = Ordered::new(&case(table).problem);
        for (group, part) in ordered.parts() {
            let strengths = solve::strengths(&part, &group);
            let best = solve::solve(&part, &group, &strengths, Supposing::default());
            assert_eq!(best.sizes.values().collect::<Vec<_>>(), [&1000, &3000]);
            for line in &best.lines {
                let paths = || line.program.books.iter().zip(line.paths());
                assert!(paths().all(|(book, path)| book.chain.cost(path).is_some()), "{:?}", line.paths());
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn leaving_out_near_its_claims_is_leaving_out(table in tables()) {
            law(&table.join("\n"));
        }
    }
}
