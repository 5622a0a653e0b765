//! Moved: the movements of a party as they are posed to the fit, grouped, with what is open settled.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::{Account, Path, Span, Stage, Statement, Step};

use super::{
    Holder,
    both::settle,
    claims::Posed,
    happened::{Happened, Moves},
    table::ByStage,
};
use crate::{
    amount::Amount,
    compose::{Part, compose},
    counting::of_units,
    gather::Told,
    grouping::{Around, Neighbour, Ruled, Telling, chains, judge, loose},
};

impl<'a> Posed<'a> {
    /// Groups the movements of a party; `counts` are its own.
    pub(super) fn moved(
        &mut self,
        holder: Holder,
        (told, counts): (&[Told<'a>], &ByStage<'_, 'a>),
        ruled: &Ruled,
        until: Date,
    ) {
        let (mut all, mut open) = (Vec::new(), Vec::new());
        for (step, tellings) in self.tellings(told) {
            let (mut dated, vague): (Vec<_>, Vec<_>) =
                tellings.into_iter().partition(|telling| telling.days().is_some());
            let (ruled_to, vague) = ruled.with(vague, &dated);
            dated.extend(ruled_to);
            let chains = chains(dated, ruled);
            all.push(Moves { holder, step, chains, loose: Vec::new(), aside: Vec::new() });
            open.extend(loose(vague, ruled).into_iter().map(|loose| (step, loose)));
        }
        open.sort_by_cached_key(|(step, loose)| (loose.says_less(), *step));
        let days: BTreeMap<Step, Vec<Neighbour>> =
            all.iter().map(|moves| (moves.step, neighbours(&moves.happened()))).collect();
        for (step, loose) in open {
            let Some(path) = self.path(step) else { continue };
            let stated = match path.to {
                Account::In(stage) => stated(counts, stage, until),
                Account::Outside => Vec::new(),
            };
            let Some(moves) = all.iter_mut().find(|moves| moves.step == step) else { continue };
            let counted: Vec<_> = moves.loose.iter().map(|(_, loose)| loose).collect();
            let around = Around { events: &days[&step], counted: &counted, stated: &stated };
            if let Some(aside) = judge(&loose, &around) {
                moves.aside.push((loose, aside));
            } else {
                // Who left in those days had come to where they left from before.
                let fed =
                    days.iter().filter(|(step, _)| self.path(**step).is_some_and(|p| p.from == path.to));
                let fed = fed.filter_map(|(_, events)| loose.among(events).first().map(|event| event.day));
                let day = fed.min().unwrap_or(Date::MAX).min(loose.last).min(until);
                moves.loose.push((day, loose));
            }
        }
        self.moves.extend(all);
    }

    fn tellings(&mut self, told: &[Told<'a>]) -> BTreeMap<Step, Vec<Telling>> {
        let mut steps: BTreeMap<Step, Vec<Telling>> = BTreeMap::new();
        for (part, ballot) in compose(told.iter().filter_map(part).collect()) {
            let Statement::Movement(movement) = &part.told.claim.statement else { continue };
            let Some(report) = self.weighed(&ballot) else { continue };
            steps.entry(movement.step).or_default().push(Telling {
                report,
                ids: ballot.ids,
                amount: ballot.amount,
                first: part.told.first,
                last: part.told.last,
                ordinal: movement.ordinal,
                leaves: movement.from.is_some() && movement.to.is_none(),
                document: part.told.voice.document(),
            });
        }
        steps
    }

    fn path(&self, step: Step) -> Option<Path> {
        self.problem.kind.path(step).ok()
    }

    /// Settles what is open, once all counts are posed, and takes the events into the problem.
    pub(super) fn take_events(&mut self, until: Date) {
        let within = |happened: &Happened| happened.event.days.last <= until;
        let mut open = self.problem.clone();
        let events = self.moves.iter().flat_map(Moves::happened).filter(within);
        open.events.extend(events.map(|happened| happened.event));
        self.settled = settle(&open, &mut self.moves);
        self.happened = self.moves.iter().flat_map(Moves::happened).filter(within).collect();
        for happened in &self.happened {
            self.problem.events.push(happened.event.clone());
            let told = happened.tellings.iter().map(|telling| (telling.report.claim, telling.ids.clone()));
            self.reports.extend(told);
        }
    }
}

fn part<'t, 'a>(told: &'t Told<'a>) -> Option<Part<'t, 'a, (Step, Span)>> {
    let Statement::Movement(movement) = &told.claim.statement else { return None };
    Some(Part {
        told,
        alike: (movement.step, movement.during),
        resource: &movement.scope.resource,
        quantity: movement.quantity,
    })
}

/// Events in the order of their days.
fn neighbours(happened: &[Happened]) -> Vec<Neighbour> {
    let mut all: Vec<Neighbour> = happened.iter().filter_map(neighbour).collect();
    all.sort_by(|a, b| (a.day, &a.claims).cmp(&(b.day, &b.claims)));
    all
}

fn neighbour(happened: &Happened) -> Option<Neighbour> {
    let amounts = happened.tellings.iter().map(|telling| telling.amount);
    let numbered = amounts.clone().filter(|amount| amount.best.is_some());
    let hull = numbered.reduce(Amount::either).or_else(|| amounts.reduce(Amount::either))?;
    let size = u64::try_from(super::solve::by_reports(&happened.event)).ok();
    let claims: BTreeSet<_> = happened.tellings.iter().flat_map(|telling| telling.ids.clone()).collect();
    let amount = Amount { best: hull.best.and(size), ..hull };
    Some(Neighbour { day: happened.event.days.last, amount, claims })
}

/// What is counted in a stage, by day. Counts of named units stand aside where others count the whole.
fn stated(counts: &ByStage, stage: Stage, until: Date) -> Vec<Neighbour> {
    let own = || counts.get(&stage).into_iter().flatten();
    let some_whole = own().any(|told| !of_units(told));
    let mut all: Vec<Neighbour> = own()
        .filter(|told| !(some_whole && of_units(told)))
        .filter_map(|told| {
            let amount = Amount::of(told.claim.statement.quantity()?);
            Some(Neighbour { day: told.last.min(until), amount, claims: BTreeSet::from([told.id]) })
        })
        .collect();
    all.sort_by(|a, b| (a.day, &a.claims).cmp(&(b.day, &b.claims)));
    all
}
