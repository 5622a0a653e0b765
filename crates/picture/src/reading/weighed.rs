//! Weighed: one fitted problem, and the way back from it to contributors and claims.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::civil::Date;
use ledger::Ledger;
use model::{ClaimId, Quantity, Stage};

use crate::{
    Contributor, HangsOn, Side,
    amount::Amount,
    fit::{
        Count, Event, Fitted, History, Holder, Line as Of, Memo, Of as CountOf, Parts, Problem, Report,
        Source,
        claims::{Alone, Posed},
        fit_with, sign,
    },
};

/// How a report bears on a balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bears {
    /// It counts the balance, alone or with others.
    OnIt,
    /// It counts the whole mission.
    OnAll,
    /// It tells of a movement.
    ByMovement,
}

/// A report behind a balance.
#[derive(Clone, Copy, Debug)]
pub(super) struct Behind<'p> {
    pub(super) report: &'p Report,
    pub(super) bears: Bears,
    /// The last day that it speaks of.
    pub(super) day: Date,
    /// Whether it is of this very line, and not of one that the balance is reckoned from.
    pub(super) own: bool,
    /// Whether it tells of a movement into or out of it.
    pub(super) moves: bool,
}

/// The fit of one problem, with what is needed to tell of it.
pub(super) struct Weighed<'a> {
    pub(super) posed: &'a Posed<'a>,
    pub(super) parts: Parts,
    pub(super) fitted: Fitted,
    pub(super) ledger: &'a Ledger,
    pub(super) as_of: Date,
    /// The reports by the claim that stands for each.
    reports: BTreeMap<ClaimId, &'a Report>,
    /// What speaks of each holder.
    speaks: BTreeMap<Holder, Speaks<'a>>,
    /// Made when the first figure asks for it.
    claims_of_sources: OnceCell<BTreeMap<Source, Arc<BTreeSet<ClaimId>>>>,
}

/// What speaks of one holder, in the order of the problem.
#[derive(Debug, Default)]
pub(super) struct Speaks<'a> {
    pub(super) counts: Vec<&'a Count>,
    pub(super) events: Vec<&'a Event>,
}

impl<'a> Weighed<'a> {
    pub(super) fn new(posed: &'a Posed<'a>, ledger: &'a Ledger, as_of: Date, memo: &mut Memo) -> Self {
        let reports = posed.told().map(|report| (report.claim, report)).collect();
        let parts = Parts::of(&posed.problem);
        let fitted = fit_with(&parts, memo);
        Self {
            posed,
            parts,
            fitted,
            ledger,
            as_of,
            reports,
            speaks: speaks(posed),
            claims_of_sources: OnceCell::new(),
        }
    }

    pub(super) fn contributor(&self, holder: Holder) -> Contributor {
        self.posed.contributor(holder)
    }

    /// Of whom a count is.
    pub(super) fn counted(&self, of: &CountOf) -> Contributor {
        match (&self.posed.alone, of) {
            (Alone::One(one), _) => one.clone(),
            (Alone::Parties, CountOf::One(holder)) => self.contributor(*holder),
            (Alone::Parties, CountOf::Mission) => Contributor::Mission,
            (Alone::Parties, CountOf::Several(parties)) => {
                Contributor::from(&model::Whose::of(parties.clone()))
            }
        }
    }

    /// Whether it is the whole of the parties, with what ties them.
    pub(super) fn is_of_parties(&self) -> bool {
        self.posed.alone == Alone::Parties
    }

    /// The histories of one holder, in the order of their lines.
    pub(super) fn histories(&self, of: Holder) -> impl Iterator<Item = (Of, &History)> + Clone {
        let from = self.fitted.histories.range((of, Of::In(Stage::Promised))..);
        from.take_while(move |((holder, _), _)| *holder == of).map(|((_, line), history)| (*line, history))
    }

    /// What speaks of a holder, of whatever day; what counts the whole mission speaks of others.
    pub(super) fn speaks(&self, of: Holder) -> Option<&Speaks<'a>> {
        self.speaks.get(&of)
    }

    /// The reports of days up to the one asked for that a holder's balance was weighed from.
    pub(super) fn behind(&self, holder: Holder, line: Of) -> Vec<Behind<'a>> {
        let Some(Speaks { counts, events }) = self.speaks.get(&holder) else { return Vec::new() };
        self.known(Some(holder), line, counts.iter().copied(), events.iter().copied())
    }

    /// The reports of days up to the one asked for that count the whole mission, and bear on a holder's balance thereby.
    pub(super) fn behind_by_all(&self, holder: Holder, line: Of) -> Vec<Behind<'a>> {
        let by_all = self.posed.problem.counts.iter().filter(|count| count.of == CountOf::Mission);
        self.known(Some(holder), line, by_all, [])
    }

    /// The reports of days up to the one asked for that the sum of all was weighed from.
    pub(super) fn behind_sum(&self, line: Of) -> Vec<Behind<'a>> {
        let Problem { counts, events, .. } = &self.posed.problem;
        self.known(None, line, counts, events)
    }

    fn known(
        &self,
        holder: Option<Holder>,
        line: Of,
        counts: impl IntoIterator<Item = &'a Count>,
        events: impl IntoIterator<Item = &'a Event>,
    ) -> Vec<Behind<'a>> {
        let kind = self.posed.problem.kind;
        let owed = line == Of::In(Stage::Promised);
        let next = self.drawn_by(holder, line);
        let is_here = |other: Of| owed || other == line || Some(other) == next;
        let counts = counts.into_iter().filter_map(|count| {
            let known = count.days.first.unwrap_or(count.days.last) <= self.as_of;
            let bears = if count.of == CountOf::Mission { Bears::OnAll } else { Bears::OnIt };
            let own = count.line == if owed { Of::PromisedInAll } else { line };
            let behind = Behind { report: &count.report, bears, day: count.days.last, own, moves: false };
            (known && is_here(count.line)).then_some(behind)
        });
        let events = events.into_iter().filter(|event| {
            let moves =
                owed || sign(kind, event, line) != 0 || next.is_some_and(|next| sign(kind, event, next) > 0);
            moves && event.days.last <= self.as_of
        });
        let told = events.flat_map(|event| {
            let of = if owed { Of::PromisedInAll } else { line };
            let own = sign(kind, event, of) > 0;
            let day = event.days.last;
            let moves = sign(kind, event, line) != 0;
            let bears = Bears::ByMovement;
            event.reports.iter().map(move |report| Behind { report, bears, day, own, moves })
        });
        counts.chain(told).collect()
    }

    /// The line whose claims take from this one: who is found there had waited here.
    fn drawn_by(&self, holder: Option<Holder>, line: Of) -> Option<Of> {
        let of_holder = |it: Holder| holder.is_none_or(|holder| holder == it);
        let drawn = &self.fitted.drawn;
        if !drawn.iter().any(|it| of_holder(it.holder) && it.line == line && it.by <= self.as_of) {
            return None;
        }
        let stands =
            |stage| self.fitted.histories.keys().any(|(of, line)| of_holder(*of) && *line == Of::In(stage));
        match line {
            Of::In(Stage::Training) if stands(Stage::Ready) => Some(Of::In(Stage::Ready)),
            Of::In(Stage::Training | Stage::Ready) => Some(Of::In(Stage::Deployed)),
            Of::In(Stage::Shipped) => Some(Of::In(Stage::InService)),
            _ => None,
        }
    }

    /// A source that a figure hangs on.
    pub(super) fn hangs_on(&self, source: Source) -> HangsOn {
        let of_each = self.claims_of_sources.get_or_init(|| {
            let mut of_each: BTreeMap<Source, BTreeSet<ClaimId>> = BTreeMap::new();
            for report in self.posed.told() {
                of_each.entry(report.source).or_default().extend(self.posed.claims([&report.claim]));
            }
            of_each.into_iter().map(|(source, claims)| (source, Arc::new(claims))).collect()
        });
        HangsOn {
            source: self.posed.name(source).map(str::to_owned),
            claims: of_each.get(&source).cloned().unwrap_or_default(),
        }
    }

    /// The claims behind a figure.
    pub(super) fn claims_of<'b>(
        &self,
        behind: impl IntoIterator<Item = &'b Behind<'b>>,
    ) -> BTreeSet<ClaimId> {
        self.posed.claims(behind.into_iter().map(|it| &it.report.claim))
    }

    /// What one report says.
    pub(super) fn said(&self, report: &Report) -> Side {
        let claims = self.posed.claims([&report.claim]);
        let Amount { low, best, high } = amount(report);
        let quantity = self.quantity(report).unwrap_or(Quantity::Exactly(best.unwrap_or(low)));
        Side { words: quantity.to_string(), low, best, high, claims }
    }

    /// The quantity as one report words it; none where several sentences were added up.
    pub(super) fn quantity(&self, report: &Report) -> Option<Quantity> {
        let claims = self.posed.claims([&report.claim]);
        let held = self.ledger.claim(report.claim).filter(|_| claims.len() == 1)?;
        held.claim.statement.quantity()
    }

    pub(super) fn report(&self, claim: ClaimId) -> Option<&'a Report> {
        self.reports.get(&claim).copied()
    }
}

/// What speaks of each holder: what counts several of each of them, what counts the whole mission of others.
fn speaks<'a>(posed: &'a Posed<'a>) -> BTreeMap<Holder, Speaks<'a>> {
    let mut speaks: BTreeMap<Holder, Speaks<'a>> = BTreeMap::new();
    for count in &posed.problem.counts {
        match &count.of {
            CountOf::One(holder) => speaks.entry(*holder).or_default().counts.push(count),
            CountOf::Several(parties) => {
                for party in parties {
                    speaks.entry(Holder::Party(*party)).or_default().counts.push(count);
                }
            }
            CountOf::Mission => speaks.entry(Holder::Others).or_default().counts.push(count),
        }
    }
    for event in &posed.problem.events {
        speaks.entry(event.holder).or_default().events.push(event);
    }
    speaks
}

pub(super) fn amount(report: &Report) -> Amount {
    Amount { low: report.bounds.low, best: report.number, high: report.bounds.high }
}

/// The stage that a line is shown as; the pledge total stands in `promised`.
pub(super) fn stage(line: Of) -> Stage {
    match line {
        Of::In(stage) => stage,
        Of::PromisedInAll => Stage::Promised,
    }
}
