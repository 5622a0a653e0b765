//! From the ledger to problems: the claims as the picture gathers and groups them, one problem for each resource.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::Ledger;
use model::{ClaimId, Resource, ResourceKind, Stage, Statement, Whose};

use super::{
    Count, Days, Holder, Line, Of, Problem, Report, Source, Weight,
    both::Settled,
    happened::{Happened, Moves},
};
use crate::{
    compose::{Ballot, compose},
    gather::{Gathered, Told},
    group::Key,
    grouping::Ruled,
    posted::{of_units, part},
    reading::by_line,
    voice::Voices,
};

/// The counts of one line, by the stage that they count.
pub(super) type ByStage<'t, 'a> = BTreeMap<Stage, Vec<&'t Told<'a>>>;

/// All that was said of one resource, as a problem, and how to find back from it to the claims.
pub(super) struct Posed<'a> {
    pub(super) resource: Resource,
    pub(super) problem: Problem,
    /// The claims of each report, by the one that stands for them in the problem: a sentence that splits its number
    /// by service is one report.
    pub(super) reports: BTreeMap<ClaimId, BTreeSet<ClaimId>>,
    /// Every event of the problem, in its order there, with its reports.
    pub(super) happened: Vec<Happened>,
    /// What was open of them, settled.
    pub(super) settled: Vec<Settled>,
    /// Who speaks, by the number of the source. Voices that repeat each other are one.
    voices: Voices<'a>,
    pub(super) moves: Vec<Moves>,
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
            settled: Vec::new(),
            voices: Voices::default(),
            moves: Vec::new(),
        });
        let none = ByStage::new();
        let own = counts.get(key).unwrap_or(&none);
        if let (Of::One(holder), Some(told)) = (&of, movements.get(key)) {
            posed.moved(ledger, *holder, (told, own), &ruled, until);
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

    pub(super) fn weighed(&mut self, ledger: &Ledger, ballot: &Ballot<'a>) -> Option<Report> {
        let claim = *ballot.ids.first()?;
        let weight = Weight::of(ledger.claim(claim)?.claim.grade);
        let source = Source(u32::try_from(self.voices.place(ballot.voice)).ok()?);
        Some(Report { claim, source, weight, bounds: ballot.amount.bounds(), number: ballot.amount.best })
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
