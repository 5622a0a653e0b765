//! From the ledger to problems: the claims as they are gathered and grouped, and what is weighed together in one.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::Ledger;
use model::{ClaimId, Quantity, Resource, ResourceKind, Stage, Whose};

use super::{
    Count, Days, Holder, Line, Of, Problem, Report, Source,
    both::Settled,
    happened::{Happened, Moves},
    table::{ByStage, Table, kind_of},
};
use crate::{
    Contributor, Side,
    compose::{Ballot, compose},
    counting::{of_units, part},
    gather::{Gathered, Told},
    grouping::Ruled,
    key::Key,
    voice::Voices,
};

/// Claims that are weighed together, as a problem, and how to find back from it to the claims.
pub(crate) struct Posed<'a> {
    pub(crate) resource: Resource,
    pub(crate) alone: Alone,
    pub(crate) problem: Problem,
    /// Stages whose counts tie the parties and are weighed there; here they only show what is stated.
    pub(crate) tied: BTreeSet<Stage>,
    /// The claims of each report, by the one that stands for them in the problem: a sentence that splits its number
    /// by service is one report.
    pub(super) reports: BTreeMap<ClaimId, BTreeSet<ClaimId>>,
    /// Every event of the problem, in its order there, with its reports.
    pub(crate) happened: Vec<Happened>,
    /// What was open of them, settled.
    pub(crate) settled: Vec<Settled>,
    /// Counts of which no source says whose they are, where parties stand that they may be of. They are not weighed.
    pub(crate) unstated: Vec<Count>,
    unstated_ids: BTreeMap<ClaimId, BTreeSet<ClaimId>>,
    /// Counts of named units, where others count the whole.
    pub(crate) of_units: Vec<(Contributor, Stage, Told<'a>)>,
    /// Who speaks, by the number of the source. Voices that repeat each other are one.
    voices: Voices<'a>,
    pub(crate) moves: Vec<Moves>,
}

/// Whether a problem holds the parties, or one contributor's claims by themselves.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Alone {
    /// The parties, with what ties them together.
    Parties,
    /// One contributor that is no party.
    One(Contributor),
}

impl Alone {
    fn of(whose: &Whose) -> Self {
        match whose {
            Whose::Party(_) => Self::Parties,
            whose => Self::One(Contributor::from(whose)),
        }
    }
}

/// The problems that the claims pose: for each resource the parties together with the figures that tie them, and what
/// is stated of others by itself.
///
/// Figures of the whole mission, and of several parties of whom at most one has no claim of its own, tie parties
/// together; by themselves they are posed as well, to be shown as stated. Money is never tied: a figure of a whole fund
/// is not the sum of what its givers gave by every way. Nor is what does not say whose it is. Left aside are counts of
/// named units where others count the whole, and movements without a day that may repeat others.
///
/// Pledge totals of days after `as_of` are left out: each may be a new promise, and does not reach back.
pub(crate) fn posed<'a>(gathered: &Gathered<'a>, as_of: Date, until: Date) -> Vec<Posed<'a>> {
    let table = Table::of(gathered);
    let ruled = Ruled::of(gathered.rulings.pairs());
    let keys: BTreeSet<&Key> = table.counts.keys().chain(table.movements.keys()).collect();
    let mut all = empty(&table, &keys);
    let none = ByStage::new();
    for key in keys {
        let own = table.counts.get(key).unwrap_or(&none);
        let ties = |stage| table.ties(key, stage);
        let holder = match &key.whose {
            Whose::Party(party) => Holder::Party(*party),
            _ => Holder::Others,
        };
        let of = |alone: Alone| (key.resource.clone(), alone);
        if own.keys().any(|stage| ties(*stage)) {
            let whose = match &key.whose {
                Whose::Parties(parties) => Of::Several(parties.iter().collect()),
                _ => Of::Mission,
            };
            if let Some(posed) = all.get_mut(&of(Alone::Parties)) {
                posed.counts(key, &whose, own, as_of, ties);
            }
        }
        let Some(posed) = all.get_mut(&of(Alone::of(&key.whose))) else { continue };
        // Numbers of nobody named are of different wholes: they are shown as they were stated, too.
        let stated = |stage: &Stage| ties(*stage) || key.whose == Whose::Unstated;
        posed.tied = own.keys().copied().filter(stated).collect();
        if let Some(told) = table.movements.get(key) {
            posed.moved(holder, (told, own), &ruled, until);
        }
        posed.counts(key, &Of::One(holder), own, as_of, |_| true);
    }
    for ((resource, alone), posed) in &mut all {
        let nobody = Key { whose: Whose::Unstated, resource: resource.clone() };
        if let (Alone::Parties, Some(counts)) = (alone, table.counts.get(&nobody)) {
            posed.unstated(counts, as_of);
        }
        posed.take_events(until);
    }
    all.into_values().filter(|posed| !posed.reports.is_empty() || !posed.moves.is_empty()).collect()
}

/// Every problem with who speaks in it, and nothing posed as yet.
fn empty<'t, 'a>(table: &'t Table<'t, 'a>, keys: &BTreeSet<&Key>) -> BTreeMap<(Resource, Alone), Posed<'a>> {
    let mut told: BTreeMap<(Resource, Alone), (ResourceKind, Vec<&'t Told<'a>>)> = BTreeMap::new();
    let none = ByStage::new();
    for key in keys {
        let own = table.counts.get(key).unwrap_or(&none);
        let mut add = |alone: Alone, more: &mut dyn Iterator<Item = &'t Told<'a>>| {
            let of = (key.resource.clone(), alone);
            let (_, told) = told.entry(of).or_insert_with(|| (kind_of(key, own), Vec::new()));
            told.extend(more);
        };
        let tied: Vec<_> = own.iter().filter(|(stage, _)| table.ties(key, **stage)).collect();
        if !tied.is_empty() {
            add(Alone::Parties, &mut tied.into_iter().flat_map(|(_, told)| told.iter().copied()));
        }
        let counts = own.values().flatten().copied();
        add(Alone::of(&key.whose), &mut counts.chain(table.movements.get(key).into_iter().flatten()));
    }
    for ((resource, alone), (_, told)) in &mut told {
        let nobody = Key { whose: Whose::Unstated, resource: resource.clone() };
        if *alone == Alone::Parties {
            told.extend(table.counts.get(&nobody).into_iter().flat_map(BTreeMap::values).flatten());
        }
    }
    let posed = told.into_iter().map(|((resource, alone), (kind, told))| {
        let posed = Posed {
            resource: resource.clone(),
            alone: alone.clone(),
            problem: Problem { kind, events: vec![], counts: vec![], sums: vec![] },
            tied: BTreeSet::new(),
            reports: BTreeMap::new(),
            happened: Vec::new(),
            settled: Vec::new(),
            unstated: Vec::new(),
            unstated_ids: BTreeMap::new(),
            of_units: Vec::new(),
            voices: Voices::of(told),
            moves: Vec::new(),
        };
        ((resource, alone), posed)
    });
    posed.collect()
}

/// The days of a count. One that may be of the day asked for is taken to hold on it: it does not wait for its last day.
fn by(first: Option<Date>, last: Date, as_of: Date) -> Days {
    let may_hold = first.is_none_or(|first| first <= as_of);
    Days { first, last: if may_hold { last.min(as_of) } else { last } }
}

impl<'a> Posed<'a> {
    /// Adds the counts of the stages wanted. A count of named units speaks for the whole where nothing else does.
    fn counts(
        &mut self,
        key: &Key,
        of: &Of,
        counts: &ByStage<'_, 'a>,
        as_of: Date,
        wanted: impl Fn(Stage) -> bool,
    ) {
        for (stage, told) in counts.iter().filter(|(stage, _)| wanted(**stage)) {
            let made = |told: &&&Told| *stage != Stage::Promised || told.first.unwrap_or(told.last) <= as_of;
            let counts: Vec<&Told> = told.iter().filter(made).copied().collect();
            let some_whole = counts.iter().any(|told| !of_units(told));
            let (parts, whole): (Vec<&Told>, Vec<&Told>) =
                counts.into_iter().partition(|told| some_whole && of_units(told));
            let of_units = |told: &Told<'a>| (Contributor::from(&key.whose), *stage, *told);
            self.of_units.extend(parts.into_iter().map(of_units));
            let line = if *stage == Stage::Promised { Line::PromisedInAll } else { Line::In(*stage) };
            for (part, ballot) in compose(whole.into_iter().filter_map(part).collect()) {
                let days = by(part.told.first, part.told.last, as_of);
                if let Some(report) = self.report(&ballot) {
                    self.problem.counts.push(Count { of: of.clone(), line, days, report });
                }
            }
        }
    }

    /// Keeps the counts of nobody named, to be read as each contributor's that they may be. What is promised may be new.
    fn unstated(&mut self, counts: &ByStage<'_, 'a>, as_of: Date) {
        for (stage, told) in counts.iter().filter(|(stage, _)| **stage != Stage::Promised) {
            for (part, ballot) in compose(told.iter().filter_map(|told| part(told)).collect()) {
                let days = by(part.told.first, part.told.last, as_of);
                if let Some(report) = self.weighed(&ballot) {
                    let line = Line::In(*stage);
                    self.unstated.push(Count { of: Of::Mission, line, days, report });
                    self.unstated_ids.insert(report.claim, ballot.ids);
                }
            }
        }
    }

    /// What a count of nobody named says.
    pub(crate) fn unstated_said(&self, ledger: &Ledger, count: &Count) -> Option<Side> {
        let claims = self.unstated_ids.get(&count.report.claim)?.clone();
        let worded = ledger.claim(count.report.claim).filter(|_| claims.len() == 1);
        let (bounds, best) = (count.report.bounds, count.report.number);
        let quantity = worded.and_then(|held| held.claim.statement.quantity());
        let words = quantity.unwrap_or(Quantity::Exactly(best.unwrap_or(bounds.low))).to_string();
        Some(Side { words, low: bounds.low, best, high: bounds.high, claims })
    }

    fn report(&mut self, ballot: &Ballot<'a>) -> Option<Report> {
        let report = self.weighed(ballot)?;
        self.reports.insert(report.claim, ballot.ids.clone());
        Some(report)
    }

    pub(super) fn weighed(&self, ballot: &Ballot<'a>) -> Option<Report> {
        let claim = *ballot.ids.first()?;
        let source = Source(u32::try_from(self.voices.place(ballot.voice)?).ok()?);
        let (weight, bounds) = (ballot.weight, ballot.amount.bounds());
        Some(Report { claim, source, weight, bounds, number: ballot.amount.best })
    }

    /// Whose a holder's balance is.
    pub(crate) fn contributor(&self, holder: Holder) -> Contributor {
        match (&self.alone, holder) {
            (Alone::One(one), _) => one.clone(),
            (Alone::Parties, Holder::Party(party)) => Contributor::Party(party),
            (Alone::Parties, Holder::Others) => Contributor::Others,
        }
    }

    /// What a source is called, where it has a name.
    pub(crate) fn name(&self, source: Source) -> Option<&'a str> {
        self.voices.get(usize::try_from(source.0).ok()?)?.called()
    }

    /// Every report of the problem.
    pub(crate) fn told(&self) -> impl Iterator<Item = &Report> {
        let events = self.problem.events.iter().flat_map(|event| &event.reports);
        self.problem.counts.iter().map(|count| &count.report).chain(events)
    }

    /// All claims that these stand for.
    pub(crate) fn claims<'c>(&self, reports: impl IntoIterator<Item = &'c ClaimId>) -> BTreeSet<ClaimId> {
        let known = reports.into_iter().filter_map(|claim| self.reports.get(claim));
        known.flatten().copied().collect()
    }
    /// Every claim that is weighed here.
    pub(crate) fn weighed_claims(&self) -> impl Iterator<Item = ClaimId> + '_ {
        self.reports.values().flatten().copied()
    }
}
