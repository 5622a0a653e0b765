//! Through: what one fit says of every day on which something changes, and the claims as points beside it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::Date};
use ledger::Ledger;
use model::{Account, ClaimId, Resource, Stage, Statement};

use super::{
    figures::Shown,
    sums::{self, Stood},
    weighed::{Weighed, stage},
};
use crate::{
    Contributor, Figure, Side, Taken,
    amount::Amount,
    fit::{Days, Holder, Line as Of, Memo, Report, claims, sign},
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
    let mut weighed: Vec<Weighed> =
        posed.iter().map(|posed| Weighed::new(posed, ledger, until, memo)).collect();
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
///
/// A balance is shown anew only on the days on which something is told of its holder, and the sums on each of these.
fn stands(of_resource: &mut [Weighed], until: Date, all: &mut All) {
    let Some(resource) = of_resource.first().map(|weighed| weighed.posed.resource.clone()) else { return };
    let mut days: BTreeMap<Date, BTreeSet<(usize, Option<Holder>)>> = BTreeMap::new();
    for (place, weighed) in of_resource.iter().enumerate() {
        for (day, holder) in changes(weighed).filter(|(day, _)| *day <= until) {
            days.entry(day).or_default().insert((place, holder));
        }
    }
    let (mut stood, mut sums) = (Stood::new(), BTreeMap::new());
    let mut tell = |whose: &Contributor, of: Of, day: Date, amount: Option<Amount>| {
        let series = series(all, &key(whose.clone(), &resource, of));
        series.days.push(OnDay { day, stood: amount.map(Between::from) });
    };
    for (day, changed) in days {
        for weighed in &mut *of_resource {
            weighed.as_of = day;
        }
        for (place, holder) in changed {
            let (weighed, Some(holder)) = (&of_resource[place], holder) else { continue };
            let whose = weighed.contributor(holder);
            for (of, history) in weighed.histories(holder) {
                let now = Shown::of(weighed, holder, of, history).map(|shown| shown.amount);
                let shown = stood.entry(of).or_default();
                let before = match now {
                    Some(now) => shown.insert(whose.clone(), now),
                    None => shown.remove(&whose),
                };
                if before != now {
                    tell(&whose, of, day, now);
                }
            }
        }
        let now = sums::amounts(of_resource, &stood);
        for of in sums.keys().chain(now.keys()).copied().collect::<BTreeSet<_>>() {
            if sums.get(&of) != now.get(&of) {
                tell(&Contributor::Sum, of, day, now.get(&of).copied());
            }
        }
        sums = now;
    }
}

/// Every day on which what is shown of a holder may differ from the day before; of nobody: what is shown of all together.
fn changes<'w>(weighed: &'w Weighed) -> impl Iterator<Item = (Date, Option<Holder>)> + 'w {
    let holders: BTreeSet<Holder> = weighed.fitted.histories.keys().map(|(holder, _)| *holder).collect();
    let own =
        holders.into_iter().flat_map(|holder| days(weighed, holder).map(move |day| (day, Some(holder))));
    let totals = weighed.fitted.totals.values().flat_map(|history| &history.points);
    own.chain(totals.map(|point| (point.day, None)))
}

fn days<'w>(weighed: &'w Weighed, holder: Holder) -> impl Iterator<Item = Date> + 'w {
    let points = weighed.histories(holder).flat_map(|(_, history)| &history.points);
    let speaks = weighed.speaks(holder).into_iter();
    let counts = speaks.clone().flat_map(|speaks| &speaks.counts);
    // What is only stated stands until the day after a claim's last, where another may still speak.
    let counted = counts.flat_map(|count| {
        let Days { first, last } = count.days;
        [first, Some(last), last.checked_add(1.day()).ok()].into_iter().flatten()
    });
    let events = speaks.flat_map(|speaks| &speaks.events).map(|event| event.days.last);
    let drawn = weighed.fitted.drawn.iter().filter(move |it| it.holder == holder).map(|it| it.by);
    let moves = weighed.posed.moves.iter().filter(move |moves| moves.holder == holder);
    let aside = moves.flat_map(|moves| &moves.aside).filter_map(|(loose, _)| loose.first);
    points.map(|point| point.day).chain(counted).chain(events).chain(drawn).chain(aside)
}

fn key(whose: Contributor, resource: &Resource, of: Of) -> Key {
    let stage = match of {
        Of::PromisedInAll => None,
        Of::In(stage) => Some(stage),
    };
    (whose, resource.clone(), stage)
}

impl Between {
    pub(crate) fn of(figure: &Figure) -> Self {
        Amount::from(figure).into()
    }
}

impl From<Amount> for Between {
    fn from(Amount { low, best, high }: Amount) -> Self {
        Self { low, best, high }
    }
}

/// The claims of one problem as points, each with the series that it speaks of.
fn said(weighed: &Weighed, all: &mut All) {
    let resource = &weighed.posed.resource;
    let key = |whose: Contributor, of: Of| key(whose, resource, of);
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
