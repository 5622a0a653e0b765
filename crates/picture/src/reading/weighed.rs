//! Weighed: one fitted problem, and the way back from it to contributors and claims.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::Ledger;
use model::{ClaimId, Quantity, Stage};

use crate::{
    Contributor, HangsOn, Side,
    amount::Amount,
    fit::{
        Fitted, Holder, Line as Of, Memo, Of as CountOf, Report, Source,
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

/// What figures tell beside their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// The claims that they were weighed from, and the sources that they hang on.
    Claims,
    /// Nothing: a history gives the numbers of every day, and the claims once, as points.
    Nothing,
}

/// The fit of one problem, with what is needed to tell of it.
pub(super) struct Weighed<'a> {
    pub(super) posed: &'a Posed<'a>,
    pub(super) fitted: Fitted,
    pub(super) ledger: &'a Ledger,
    pub(super) as_of: Date,
    beside: Beside,
    /// The reports by the claim that stands for each.
    reports: BTreeMap<ClaimId, &'a Report>,
}

impl<'a> Weighed<'a> {
    pub(super) fn new(
        posed: &'a Posed<'a>,
        ledger: &'a Ledger,
        as_of: Date,
        beside: Beside,
        memo: &mut Memo,
    ) -> Self {
        let reports = posed.told().map(|report| (report.claim, report)).collect();
        Self { posed, fitted: fit_with(&posed.problem, memo), ledger, as_of, beside, reports }
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

    /// The reports of days up to the one asked for that a balance was weighed from; of no holder: of all.
    pub(super) fn behind(&self, holder: Option<Holder>, line: Of) -> Vec<Behind<'_>> {
        let problem = &self.posed.problem;
        let owed = line == Of::In(Stage::Promised);
        let next = self.drawn_by(holder, line);
        let is_here = |other: Of| owed || other == line || Some(other) == next;
        let counts = problem.counts.iter().filter_map(|count| {
            let of = match &count.of {
                CountOf::One(one) => holder.is_none_or(|holder| holder == *one),
                CountOf::Several(parties) => {
                    holder.is_none_or(|holder| parties.iter().any(|p| holder == Holder::Party(*p)))
                }
                CountOf::Mission => true,
            };
            let known = count.days.first.unwrap_or(count.days.last) <= self.as_of;
            let bears = if count.of == CountOf::Mission { Bears::OnAll } else { Bears::OnIt };
            let own = count.line == if owed { Of::PromisedInAll } else { line };
            let behind = Behind { report: &count.report, bears, day: count.days.last, own, moves: false };
            (of && known && is_here(count.line)).then_some(behind)
        });
        let events = problem.events.iter().filter(|event| {
            let moves = owed
                || sign(problem.kind, event, line) != 0
                || next.is_some_and(|next| sign(problem.kind, event, next) > 0);
            holder.is_none_or(|holder| holder == event.holder) && moves && event.days.last <= self.as_of
        });
        let told = events.flat_map(|event| {
            let of = if owed { Of::PromisedInAll } else { line };
            let own = sign(problem.kind, event, of) > 0;
            let day = event.days.last;
            event.reports.iter().map(move |report| Behind {
                report,
                bears: Bears::ByMovement,
                day,
                own,
                moves: sign(problem.kind, event, line) != 0,
            })
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

    /// A source that a figure hangs on, where figures tell of that.
    pub(super) fn hangs_on(&self, source: Source) -> Option<HangsOn> {
        let own = || self.posed.told().filter(|report| report.source == source);
        (self.beside == Beside::Claims).then(|| HangsOn {
            source: self.posed.name(source).map(str::to_owned),
            claims: self.posed.claims(own().map(|report| &report.claim)),
        })
    }

    /// The claims behind a figure, where figures tell of them.
    pub(super) fn claims_of<'b>(
        &self,
        behind: impl IntoIterator<Item = &'b Behind<'b>>,
    ) -> BTreeSet<ClaimId> {
        match self.beside {
            Beside::Claims => self.posed.claims(behind.into_iter().map(|it| &it.report.claim)),
            Beside::Nothing => BTreeSet::new(),
        }
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
