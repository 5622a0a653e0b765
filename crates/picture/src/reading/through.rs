//! Through: what one fit says of every day on which something changes, and the claims as points beside it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::Date};
use ledger::Ledger;
use model::{Account, ClaimId, Resource, Stage, Statement};

use super::{
    Lines, figures, sums,
    weighed::{Beside, Weighed, stage},
};
use crate::{
    Contributor, Figure, Side, Taken,
    amount::Amount,
    fit::{Holder, Line as Of, Memo, Report, claims, sign},
    gather::Gathered,
    history::{Between, OnDay, Saying, Series, Tells},
};

/// Of whom, of what, and in which stage; none: the pledge total.
type Key = (Contributor, Resource, Option<Stage>);

/// The series in the making.
type All = BTreeMap<Key, Series>;

/// Weighs the claims gathered up to `until` once, and tells every day of it.
pub(crate) fn through(ledger: &Ledger, gathered: &Gathered, until: Date, memo: &mut Memo) -> Vec<Series> {
    let posed = claims::posed(gathered, until, until);
    let fitted = posed.iter().map(|posed| Weighed::new(posed, ledger, until, Beside::Nothing, memo));
    let mut weighed: Vec<Weighed> = fitted.collect();
    let mut all = All::new();
    for of_resource in weighed.chunk_by_mut(|a, b| a.posed.resource == b.posed.resource) {
        stands(of_resource, until, &mut all);
        for weighed in &*of_resource {
            said(weighed, &mut all);
        }
    }
    not_weighed(gathered, &weighed, &mut all);
    for series in all.values_mut() {
        series.claims.sort_by(|a, b| (a.day, &a.said.claims).cmp(&(b.day, &b.said.claims)));
    }
    all.into_values().collect()
}

fn series<'s>(all: &'s mut All, key: &Key) -> &'s mut Series {
    all.entry(key.clone()).or_insert_with(|| Series {
        whose: key.0.clone(),
        resource: key.1.clone(),
        stage: key.2.map_or_else(|| "promised in all".to_owned(), |stage| stage.to_string()),
        days: Vec::new(),
        claims: Vec::new(),
    })
}

/// What stood at the end of each day on which that changes. All of these are of one resource.
fn stands(of_resource: &mut [Weighed], until: Date, all: &mut All) {
    let mut days: BTreeSet<Date> = of_resource.iter().flat_map(days).collect();
    days.retain(|day| *day <= until);
    let mut last: BTreeMap<Key, Between> = BTreeMap::new();
    for day in days {
        let mut lines = Lines::new();
        for weighed in &mut *of_resource {
            weighed.as_of = day;
            figures::add(&mut lines, weighed);
        }
        sums::add(&mut lines, of_resource);
        let mut now: BTreeMap<Key, Between> = BTreeMap::new();
        for ((whose, resource), line) in lines {
            let told = line.promised_in_all.iter().map(|figure| (None, figure));
            for (stage, figure) in
                told.chain(line.stages.iter().map(|(stage, figure)| (Some(*stage), figure)))
            {
                now.insert((whose.clone(), resource.clone(), stage), Between::of(figure));
            }
        }
        let gone = last.keys().filter(|key| !now.contains_key(*key)).map(|key| (key, None));
        let told = now.iter().filter(|(key, stood)| last.get(*key) != Some(*stood));
        for (key, stood) in told.map(|(key, stood)| (key, Some(*stood))).chain(gone) {
            series(all, key).days.push(OnDay { day, stood });
        }
        last = now;
    }
}

/// Every day on which some figure of this problem may differ from the day before.
fn days(weighed: &Weighed) -> Vec<Date> {
    let histories = weighed.fitted.histories.values().chain(weighed.fitted.totals.values());
    let mut days: Vec<Date> = histories.flat_map(|history| history.points.iter().map(|it| it.day)).collect();
    let problem = &weighed.posed.problem;
    for count in &problem.counts {
        // What is only stated stands until the day after a claim's last, where another may still speak.
        days.extend(count.days.first.into_iter().chain([count.days.last]));
        days.extend(count.days.last.checked_add(1.day()));
    }
    days.extend(problem.events.iter().map(|event| event.days.last));
    let aside = weighed.posed.moves.iter().flat_map(|moves| &moves.aside);
    days.extend(aside.filter_map(|(loose, _)| loose.first));
    days
}

impl Between {
    pub(crate) fn of(figure: &Figure) -> Self {
        Self { low: figure.low, best: figure.best, high: figure.high }
    }
}

/// The claims of one problem as points, each with the series that it speaks of.
fn said(weighed: &Weighed, all: &mut All) {
    let resource = &weighed.posed.resource;
    let key = |whose: Contributor, of: Of| match of {
        Of::PromisedInAll => (whose, resource.clone(), None),
        Of::In(stage) => (whose, resource.clone(), Some(stage)),
    };
    let problem = &weighed.posed.problem;
    for count in &problem.counts {
        // What ties the parties is weighed with them, and told of there.
        if !weighed.is_of_parties() && weighed.posed.tied.contains(&stage(count.line)) {
            continue;
        }
        let days = (count.days.first, count.days.last);
        let saying = saying(weighed, &count.report, days, Tells::Count);
        series(all, &key(weighed.counted(&count.of), count.line)).claims.push(saying);
    }
    for (whose, stage, told) in &weighed.posed.of_units {
        let Some(quantity) = told.claim.statement.quantity() else { continue };
        let Amount { low, best, high } = Amount::of(quantity);
        let line = if *stage == Stage::Promised { Of::PromisedInAll } else { Of::In(*stage) };
        series(all, &key(whose.clone(), line)).claims.push(Saying {
            first_day: told.first,
            day: told.last,
            tells: Tells::Count,
            said: Side { words: quantity.to_string(), low, best, high, claims: [told.id].into() },
            taken: Taken::PartOnly,
            reading: None,
            source: told.voice.called().map(str::to_owned),
        });
    }
    let own = |holder: Holder| {
        let lines = weighed.fitted.histories.keys().filter(move |(of, _)| *of == holder);
        lines.map(|(_, line)| *line).filter(|line| *line != Of::In(Stage::Promised))
    };
    for event in &problem.events {
        for line in own(event.holder) {
            let tells = match sign(problem.kind, event, line) {
                0 => continue,
                1.. => Tells::Came { step: event.step },
                _ => Tells::Left { step: event.step },
            };
            for report in &event.reports {
                let saying = saying(weighed, report, (event.days.first, event.days.last), tells);
                series(all, &key(weighed.contributor(event.holder), line)).claims.push(saying);
            }
        }
    }
}

/// The claims that nothing was weighed with, as points of the series that are there.
fn not_weighed(gathered: &Gathered, weighed: &[Weighed], all: &mut All) {
    let mut shown: BTreeSet<ClaimId> =
        weighed.iter().flat_map(|weighed| weighed.posed.weighed_claims()).collect();
    let points = all.values().flat_map(|series| &series.claims);
    shown.extend(points.flat_map(|it| it.said.claims.iter().copied()));
    for told in gathered.counts.iter().chain(&gathered.movements).filter(|told| !shown.contains(&told.id)) {
        let Some(quantity) = told.claim.statement.quantity() else { continue };
        let Amount { low, best, high } = Amount::of(quantity);
        for (key, tells) in speaks_of(&told.claim.statement) {
            let Some(series) = all.get_mut(&key) else { continue };
            series.claims.push(Saying {
                first_day: told.first,
                day: told.last,
                tells,
                said: Side { words: quantity.to_string(), low, best, high, claims: [told.id].into() },
                taken: Taken::NotWeighed,
                reading: None,
                source: told.voice.called().map(str::to_owned),
            });
        }
    }
}

/// The series that a count or a movement speaks of, and what it tells of each.
fn speaks_of(statement: &Statement) -> Vec<(Key, Tells)> {
    // A movement within what is promised leaves the pledge total as it is.
    let in_stage = |stage: Stage| (stage != Stage::Promised).then_some(stage);
    match statement {
        Statement::Count(count) => {
            let crate::key::Key { whose, resource } =
                crate::key::Key::of(&count.scope.whose, &count.scope.resource);
            vec![((Contributor::from(&whose), resource, in_stage(count.stage)), Tells::Count)]
        }
        Statement::Movement(movement) => {
            let crate::key::Key { whose, resource } =
                crate::key::Key::of(&movement.scope.whose, &movement.scope.resource);
            let whose = Contributor::from(&whose);
            let step = movement.step;
            let Some(path) = resource.kind().and_then(|kind| kind.path(step).ok()) else { return Vec::new() };
            let ends = match (path.from, path.to) {
                (Account::Outside, Account::In(Stage::Promised)) => vec![(None, Tells::Came { step })],
                (Account::In(Stage::Promised), Account::Outside) => vec![(None, Tells::Left { step })],
                (from, to) => {
                    let of = |end: Account| match end {
                        Account::In(stage) => in_stage(stage).map(Some),
                        Account::Outside => None,
                    };
                    let left = of(from).map(|key| (key, Tells::Left { step }));
                    let came = of(to).map(|key| (key, Tells::Came { step }));
                    left.into_iter().chain(came).collect()
                }
            };
            let key = |(stage, tells)| ((whose.clone(), resource.clone(), stage), tells);
            ends.into_iter().map(key).collect()
        }
        _ => Vec::new(),
    }
}

fn saying(weighed: &Weighed, report: &Report, days: (Option<Date>, Date), tells: Tells) -> Saying {
    let verdict = weighed.fitted.claims.get(&report.claim);
    Saying {
        first_day: days.0,
        day: days.1,
        tells,
        said: weighed.said(report),
        taken: if verdict.is_some_and(|it| it.is_outvoted()) { Taken::Outvoted } else { Taken::Stands },
        reading: verdict.map(|verdict| verdict.reading),
        source: weighed.posed.name(report.source).map(str::to_owned),
    }
}
