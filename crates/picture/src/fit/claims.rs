//! From gathered claims and grouped events to a problem, held against the claims table of the mission in Haiti.

use std::collections::BTreeMap;

use exchange::claims_table::import;
use jiff::Timestamp;
use ledger::{Entry, Ledger, Recorded};
use model::{ClaimId, Resource, ResourceKind, Service, Stage, Statement, Whose};

use super::{Count, Days, Event, Fitted, Holder, Line, Of, Problem, Report, Source, Weight, cases::day, fit};
use crate::{
    Asked, Viewer,
    draft::draft,
    gather::{Gathered, Told, gather},
    group::{Key, group},
    voice::Voice,
};

/// Voices that repeat each other are one source.
#[derive(Default)]
struct Sources<'a>(Vec<(Voice<'a>, Source)>);

impl<'a> Sources<'a> {
    fn of(&mut self, voice: Voice<'a>) -> Source {
        if let Some((_, known)) = self.0.iter().find(|(known, _)| known.repeats(&voice)) {
            return *known;
        }
        let next = Source(u32::try_from(self.0.len()).unwrap());
        self.0.push((voice, next));
        next
    }
}

/// All that was said of one resource.
fn problem<'a>(ledger: &'a Ledger, gathered: &Gathered<'a>, asked: &Asked, resource: &Resource) -> Problem {
    let mut sources = Sources::default();
    let mut problem = Problem {
        kind: resource.kind().unwrap_or(ResourceKind::People),
        events: vec![],
        counts: vec![],
        sums: vec![],
    };
    let mut movements: BTreeMap<Key, Vec<Told<'a>>> = BTreeMap::new();
    for told in &gathered.movements {
        if let Statement::Movement(movement) = &told.claim.statement {
            let key = Key::of(&movement.scope.whose, &movement.scope.resource);
            movements.entry(key).or_default().push(*told);
        }
    }
    let mut counts: BTreeMap<Key, BTreeMap<Stage, Vec<&Told<'a>>>> = BTreeMap::new();
    for told in &gathered.counts {
        if let Statement::Count(count) = &told.claim.statement {
            let key = Key::of(&count.scope.whose, &count.scope.resource);
            counts.entry(key).or_default().entry(count.stage).or_default().push(told);
        }
    }
    let grade = |claim: ClaimId| Weight::of(ledger.claim(claim).unwrap().claim.grade);
    for (key, told) in movements.into_iter().filter(|(key, _)| key.resource == *resource) {
        let Whose::Party(party) = key.whose else { continue };
        let (own, none) = (counts.get(&key).cloned().unwrap_or_default(), BTreeMap::new());
        let drafted = draft(&key, &own, &none, group(&told, gathered.rulings), gathered.rulings, asked.as_of);
        for settled in drafted.moves() {
            let reports = settled.happening.reports.iter().map(|report| {
                let ballot = &report.ballot;
                let claim = *ballot.ids.first().unwrap();
                Report {
                    claim,
                    source: sources.of(ballot.voice),
                    weight: grade(claim),
                    bounds: ballot.amount.bounds(),
                    number: ballot.amount.best,
                }
            });
            problem.events.push(Event {
                holder: Holder::Party(party),
                step: settled.happening.step,
                days: Days::on(settled.day),
                reports: reports.collect(),
            });
        }
    }
    for told in &gathered.counts {
        let Statement::Count(count) = &told.claim.statement else { continue };
        let key = Key::of(&count.scope.whose, &count.scope.resource);
        let of = match &key.whose {
            Whose::Party(party) => Of::One(Holder::Party(*party)),
            Whose::Parties(parties) => Of::Several(parties.iter().collect()),
            Whose::Mission => Of::Mission,
            Whose::Unstated => continue,
        };
        if key.resource != *resource || !count.scope.units.is_empty() {
            continue;
        }
        let line = if count.stage == Stage::Promised { Line::PromisedInAll } else { Line::In(count.stage) };
        problem.counts.push(Count {
            of,
            line,
            days: Days { first: told.first, last: told.last },
            report: Report::new(told.id, sources.of(told.voice), told.claim.grade, count.quantity),
        });
    }
    problem
}

fn mss(known_on: &str) -> Fitted {
    let import = import(include_str!("../../../../missions/mss/claims.csv"), &"MSS".parse().unwrap());
    let documents = import.documents.into_iter().map(Entry::Document);
    let mut recorded: Vec<Recorded> = Vec::new();
    for entry in documents.chain(import.claims.into_iter().map(Entry::Claim)) {
        let head = recorded.last().map(Recorded::head);
        recorded.push(Recorded::after(head.as_ref(), Timestamp::UNIX_EPOCH, entry));
    }
    let ledger = Ledger::replay(recorded, None);
    let asked = Asked {
        mission: "MSS".parse().unwrap(),
        as_of: day("2025-12-31"),
        known_on: day(known_on),
        viewer: Viewer::Public,
    };
    let gathered = gather(&ledger, &asked);
    let people = Resource::People(Service::Unstated);
    let problem = problem(&ledger, &gathered, &asked, &people);
    fit(&problem)
}

/// As the tables of [`super::mss`], but as an import grades and as the events are grouped.
#[test]
fn the_claims_table_reads_as_its_claims_do() {
    let fitted = mss("2025-10-02");
    let check = |whose: &str, on: &str, want: &str| {
        assert_eq!(fitted.figure(whose, "deployed", on), want, "{whose} on {on}");
    };
    check("KEN", "2024-07-20", "400-400-600");
    check("KEN", "2024-11-30", "384-385-390");
    check("KEN", "2025-02-07", "744-746-751");
    check("KEN", "2025-10-02", "730-735-750");
    check("GTM", "2025-10-02", "75-150-152");
    check("SLV", "2025-10-02", "78-78-78");
    check("total", "2025-02-07", "922-1005-1010");
    check("total", "2025-10-02", "934-994-996");
    assert_eq!(fitted.figure("KEN", "ready", "2025-10-02"), "0-239-241");
}

/// What was known in 2024: 382 and 410 agree; without either, the flights.
#[test]
fn the_claims_table_as_known_in_2024() {
    assert_eq!(mss("2024-11-30").figure("KEN", "deployed", "2024-11-30"), "384-384-400");
}
