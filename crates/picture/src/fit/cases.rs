//! Problems written as tables, for tests: an event or a count a line, its claims after it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use model::{ClaimId, Digest, ResourceKind, Stage};

use super::{Count, Days, Event, EventId, EventSum, Fitted, Holder, Line, Of, Problem, Report, Source};

/// Claims on three pairs of three parties, of which the cheapest mixture of readings is not of whole numbers.
pub(super) const NOT_WHOLE: &str = "
    move KEN deploy 2024-01-01: a C3 10; b C3 13
    move JAM deploy 2024-01-01: a C3 10; b C3 14
    move BHS deploy 2024-01-01: a C3 10; b C3 15
    count KEN+JAM deployed 2024-01-02: c C3 25
    count JAM+BHS deployed 2024-01-02: d C3 26
    count BHS+KEN deployed 2024-01-02: e C3 26";

/// A problem with the names of its sources and the words of its claims.
pub(super) struct Case {
    pub(super) problem: Problem,
    pub(super) sources: BTreeMap<String, Source>,
    pub(super) words: BTreeMap<ClaimId, String>,
}

/// Reads lines such as
///
/// ```text
/// move KEN deploy 2024-06-25: lenouvelliste C3 200; steningsimpson C3 400
/// count KEN deployed 2024-09-26: ruto C3 382
/// count mission deployed 2024-09-30: xinhua C3 410
/// sum 0 1: devdiscourse C3 150
/// ```
pub(super) fn case(table: &str) -> Case {
    let mut case = Case {
        problem: Problem { kind: ResourceKind::People, events: vec![], counts: vec![], sums: vec![] },
        sources: BTreeMap::new(),
        words: BTreeMap::new(),
    };
    let lines = table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    for (n, line) in lines.enumerate() {
        let (what, told) = line.split_once(':').unwrap();
        let reports: Vec<Report> = told
            .split(';')
            .filter(|told| !told.trim().is_empty())
            .map(|told| case.report(what, told.trim(), n))
            .collect();
        let words: Vec<&str> = what.split_whitespace().collect();
        match words[..] {
            ["move", holder, ref step @ .., days] => case.problem.events.push(Event {
                holder: self::holder(holder),
                step: serde_json::from_value(step.join("_").into()).unwrap(),
                days: self::days(days),
                reports,
            }),
            ["count", of, ref line @ .., days] => {
                for report in reports {
                    let (of, line) = (self::of(of), self::line(&line.join("_")));
                    case.problem.counts.push(Count { of, line, days: self::days(days), report });
                }
            }
            ["sum", ref events @ ..] => {
                let events = events.iter().map(|event| EventId(event.parse().unwrap())).collect();
                case.problem.sums.push(EventSum { events, report: reports[0] });
            }
            _ => panic!("`{line}` is neither move, count nor sum"),
        }
    }
    case
}

impl Case {
    fn report(&mut self, what: &str, told: &str, n: usize) -> Report {
        let mut words = told.splitn(3, ' ');
        let (name, grade, quantity) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap());
        let next = Source(u32::try_from(self.sources.len()).unwrap());
        let source = *self.sources.entry(name.to_owned()).or_insert(next);
        let claim = ClaimId(Digest::of(format!("{n} {what} {told}").as_bytes()));
        self.words.insert(claim, format!("{what}: {told}"));
        Report::new(claim, source, grade.parse().unwrap(), quantity.parse().unwrap())
    }

    pub(super) fn name(&self, source: Source) -> &str {
        self.sources.iter().find(|(_, known)| **known == source).map_or("?", |(name, _)| name)
    }
}

pub(super) fn holder(words: &str) -> Holder {
    if words == "others" { Holder::Others } else { Holder::Party(words.parse().unwrap()) }
}

pub(super) fn line(words: &str) -> Line {
    if words == "promised_in_all" {
        return Line::PromisedInAll;
    }
    Line::In(serde_json::from_value::<Stage>(words.into()).unwrap())
}

fn of(words: &str) -> Of {
    match words.split('+').collect::<Vec<_>>()[..] {
        ["mission"] => Of::Mission,
        [one] => Of::One(holder(one)),
        ref several => Of::Several(several.iter().map(|party| party.parse().unwrap()).collect()),
    }
}

fn days(words: &str) -> Days {
    match words.split_once('/') {
        Some(("..", last)) => Days { first: None, last: day(last) },
        Some((first, last)) => Days { first: Some(day(first)), last: day(last) },
        None => Days::on(day(words)),
    }
}

pub(super) fn day(words: &str) -> Date {
    words.parse().unwrap()
}

impl Fitted {
    /// `low-best-high` of a holder or of the `total`, at the end of a day.
    pub(super) fn figure(&self, whose: &str, line: &str, on: &str) -> String {
        let line = self::line(line);
        let history = match whose {
            "total" => self.totals.get(&line),
            _ => self.histories.get(&(holder(whose), line)),
        };
        let point = history.and_then(|history| history.on(day(on)));
        let high = |high: Option<u64>| high.map_or("open".to_owned(), |high| high.to_string());
        point.map_or("none".into(), |point| format!("{}-{}-{}", point.low, point.best, high(point.high)))
    }
}
