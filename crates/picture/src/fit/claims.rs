//! From the ledger to problems: the claims as the picture gathers and groups them, one problem for each resource.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::Ledger;
use model::{Account, ClaimId, Resource, ResourceKind, Span, Stage, Statement, Step, Whose};

use super::{
    Count, Days, Holder, Line, Of, Problem, Report, Source, Weight,
    happened::{Happened, Moves},
};
use crate::{
    compose::{Ballot, Part, compose},
    gather::{Gathered, Told},
    group::Key,
    grouping::{Loose, Ruled, Telling, chains, loose},
    posted::{of_units, part},
    reading::by_line,
    voice::Voices,
};

/// The counts of one line, by the stage that they count.
type ByStage<'t, 'a> = BTreeMap<Stage, Vec<&'t Told<'a>>>;

/// All that was said of one resource, as a problem, and how to find back from it to the claims.
pub(super) struct Posed<'a> {
    pub(super) resource: Resource,
    pub(super) problem: Problem,
    /// The claims of each report, by the one that stands for them in the problem: a sentence that splits its number
    /// by service is one report.
    pub(super) reports: BTreeMap<ClaimId, BTreeSet<ClaimId>>,
    /// Every event of the problem, in its order there, with its reports.
    pub(super) happened: Vec<Happened>,
    /// Who speaks, by the number of the source. Voices that repeat each other are one.
    voices: Voices<'a>,
    moves: Vec<Moves>,
}

/// One problem for each resource that claims of parties or of the whole mission speak of.
///
/// Left aside is what cannot be added up: what does not say whose or what it counts, movements of several parties at
/// once, counts of named units where others count the whole, and movements without a day that may repeat others. So is
/// money: a figure of a whole fund is not the sum of what its givers gave to the mission by every way.
///
/// Pledge totals of days after `as_of` are left out: each may be a new promise, and does not reach back.
pub(super) fn posed<'a>(
    ledger: &'a Ledger,
    gathered: &Gathered<'a>,
    as_of: Date,
    until: Date,
) -> Vec<Posed<'a>> {
    let counts = by_line(&gathered.counts);
    let movements = by_key(&gathered.movements);
    let mut all: BTreeMap<Resource, Posed<'a>> = BTreeMap::new();
    let ruled = Ruled::of(gathered.rulings.pairs());
    let keys: BTreeSet<&Key> = counts.keys().chain(movements.keys()).collect();
    for key in keys {
        let Some(kind) = key.resource.kind().filter(|kind| *kind != ResourceKind::Money) else { continue };
        let of = match &key.whose {
            Whose::Party(party) => Of::One(Holder::Party(*party)),
            Whose::Parties(parties) => Of::Several(parties.iter().collect()),
            Whose::Mission => Of::Mission,
            Whose::Unstated => continue,
        };
        let posed = all.entry(key.resource.clone()).or_insert_with(|| Posed {
            resource: key.resource.clone(),
            problem: Problem { kind, events: vec![], counts: vec![], sums: vec![] },
            reports: BTreeMap::new(),
            happened: Vec::new(),
            voices: Voices::default(),
            moves: Vec::new(),
        });
        let none = ByStage::new();
        let own = counts.get(key).unwrap_or(&none);
        if let (Of::One(holder), Some(told)) = (&of, movements.get(key)) {
            let moves = posed.moves(ledger, *holder, told, own, &ruled, until);
            posed.moves.extend(moves);
        }
        for (stage, told) in own {
            let made = |told: &&&Told| *stage != Stage::Promised || told.first.unwrap_or(told.last) <= as_of;
            let told: Vec<_> = told.iter().filter(made).copied().collect();
            posed.count(ledger, &of, *stage, &told);
        }
    }
    for posed in all.values_mut() {
        posed.take_events(until);
    }
    all.into_values().filter(|posed| !posed.reports.is_empty()).collect()
}

fn by_key<'a>(movements: &[Told<'a>]) -> BTreeMap<Key, Vec<Told<'a>>> {
    let mut by_key: BTreeMap<Key, Vec<Told<'a>>> = BTreeMap::new();
    for told in movements {
        if let Statement::Movement(movement) = &told.claim.statement {
            let key = Key::of(&movement.scope.whose, &movement.scope.resource);
            by_key.entry(key).or_default().push(*told);
        }
    }
    by_key
}

fn moved<'t, 'a>(told: &'t Told<'a>) -> Option<Part<'t, 'a, (Step, Span)>> {
    let Statement::Movement(movement) = &told.claim.statement else { return None };
    Some(Part {
        told,
        alike: (movement.step, movement.during),
        resource: &movement.scope.resource,
        quantity: movement.quantity,
    })
}

impl<'a> Posed<'a> {
    /// Adds the counts of one stage. A count of named units speaks for the whole where nothing else does.
    fn count(&mut self, ledger: &Ledger, of: &Of, stage: Stage, counts: &[&Told<'a>]) {
        let some_whole = counts.iter().any(|told| !of_units(told));
        let parts =
            counts.iter().filter(|told| !(some_whole && of_units(told))).filter_map(|told| part(told));
        let line = if stage == Stage::Promised { Line::PromisedInAll } else { Line::In(stage) };
        for (part, ballot) in compose(parts.collect()) {
            let days = Days { first: part.told.first, last: part.told.last };
            if let Some(report) = self.report(ledger, &ballot) {
                self.problem.counts.push(Count { of: of.clone(), line, days, report });
            }
        }
    }

    fn report(&mut self, ledger: &Ledger, ballot: &Ballot<'a>) -> Option<Report> {
        let report = self.weighed(ledger, ballot)?;
        self.reports.insert(report.claim, ballot.ids.clone());
        Some(report)
    }

    fn weighed(&mut self, ledger: &Ledger, ballot: &Ballot<'a>) -> Option<Report> {
        let claim = *ballot.ids.first()?;
        let weight = Weight::of(ledger.claim(claim)?.claim.grade);
        let source = Source(u32::try_from(self.voices.place(ballot.voice)).ok()?);
        Some(Report { claim, source, weight, bounds: ballot.amount.bounds(), number: ballot.amount.best })
    }

    /// The movements of a party, grouped.
    fn moves(
        &mut self,
        ledger: &Ledger,
        holder: Holder,
        told: &[Told<'a>],
        counts: &ByStage<'_, 'a>,
        ruled: &Ruled,
        until: Date,
    ) -> Vec<Moves> {
        let mut steps: BTreeMap<Step, Vec<Telling>> = BTreeMap::new();
        for (part, ballot) in compose(told.iter().filter_map(moved).collect()) {
            let Statement::Movement(movement) = &part.told.claim.statement else { continue };
            let Some(report) = self.weighed(ledger, &ballot) else { continue };
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
        let (mut all, mut vague) = (Vec::new(), Vec::new());
        for (step, tellings) in steps {
            let (mut dated, open): (Vec<_>, Vec<_>) =
                tellings.into_iter().partition(|telling| telling.days().is_some());
            let with_days = dated.clone();
            let (ruled_to, open) = ruled.with(open, &with_days);
            dated.extend(ruled_to);
            all.push(Moves { holder, step, chains: chains(dated, ruled), loose: Vec::new() });
            vague.extend(loose(open, ruled).into_iter().map(|loose| (step, loose)));
        }
        vague.sort_by_cached_key(|(step, loose)| (loose.says_less(), *step));
        let mut days: BTreeMap<Step, BTreeSet<Date>> = BTreeMap::new();
        for moves in &all {
            let told = moves.happened().into_iter().map(|happened| happened.event.days.last);
            days.entry(moves.step).or_default().extend(told);
        }
        for (step, loose) in vague {
            if let Some(day) = self.counts_alone(step, &loose, &days, &all, counts, until)
                && let Some(moves) = all.iter_mut().find(|moves| moves.step == step)
            {
                moves.loose.push((day, loose));
            }
        }
        all
    }

    /// The day of a movement without one, if nothing else is known that it could be part of.
    fn counts_alone(
        &self,
        step: Step,
        loose: &Loose,
        days: &BTreeMap<Step, BTreeSet<Date>>,
        all: &[Moves],
        counts: &ByStage<'_, 'a>,
        until: Date,
    ) -> Option<Date> {
        let path = |step: Step| self.problem.kind.path(step).ok();
        let first = loose.first.and_then(|day| day.yesterday().ok()).unwrap_or(Date::MIN);
        let last = loose.last.tomorrow().unwrap_or(Date::MAX);
        let near = |step: Step| days.get(&step).and_then(|days| days.range(first..=last).next());
        let counted = match path(step)?.to {
            Account::In(stage) => {
                let own = counts.get(&stage).into_iter().flatten();
                let whole = || own.clone().filter(|told| !of_units(told));
                let after = |told: &Told| loose.first.is_none_or(|first| told.last.min(until) >= first);
                if whole().next().is_some() {
                    whole().any(|told| after(told))
                } else {
                    own.clone().any(|told| after(told))
                }
            }
            Account::Outside => false,
        };
        let others = all.iter().filter(|moves| moves.step == step).flat_map(|moves| &moves.loose);
        if counted
            || near(step).is_some()
            || others.into_iter().any(|(_, other)| other.touches(loose.first, loose.last))
        {
            return None;
        }
        // Who left in those days had come to where they left from before.
        let reached = path(step)?.to;
        let fed = days.keys().filter(|step| path(**step).is_some_and(|path| path.from == reached));
        let fed = fed.filter_map(|step| near(*step)).min();
        Some(fed.copied().unwrap_or(Date::MAX).min(loose.last).min(until))
    }

    /// Takes the events as they are grouped into the problem.
    fn take_events(&mut self, until: Date) {
        let happened = self.moves.iter().flat_map(Moves::happened);
        self.happened = happened.filter(|happened| happened.event.days.last <= until).collect();
        for happened in &self.happened {
            self.problem.events.push(happened.event.clone());
            let told = happened.tellings.iter().map(|telling| (telling.report.claim, telling.ids.clone()));
            self.reports.extend(told);
        }
    }

    /// What a source is called, where it has a name.
    pub(super) fn name(&self, source: Source) -> Option<&'a str> {
        self.voices.get(usize::try_from(source.0).ok()?)?.called()
    }

    /// Every report of the problem.
    pub(super) fn told(&self) -> impl Iterator<Item = &Report> {
        let events = self.problem.events.iter().flat_map(|event| &event.reports);
        self.problem.counts.iter().map(|count| &count.report).chain(events)
    }

    /// All claims that these stand for.
    pub(super) fn claims<'c>(&self, reports: impl IntoIterator<Item = &'c ClaimId>) -> BTreeSet<ClaimId> {
        let known = reports.into_iter().filter_map(|claim| self.reports.get(claim));
        known.flatten().copied().collect()
    }
}
