//! The fit as it is shown: figures of a day with what they hang on, what was outvoted, and what no claim explains.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::Ledger;
use model::{ClaimId, Party, Quantity, Resource, Stage, Statement, Whose};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Fitted, Grouped, Holder, Line, Of, Point, Report, Source, Verdict, against,
    claims::{Posed, posed},
    fit,
    order::sign,
};
use crate::{Asked, LeftOut, Matter, Side, amount::Amount, gather::gather};

/// The least contradicted reading of all claims known on a day, for one viewer. Same claims in any order, same figures.
///
/// Unlike the [`Picture`](crate::Picture) it is weighed through all of time at once: what is known by now of later
/// days bears on the day asked for as well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FittedPicture {
    /// What was asked.
    pub asked: Asked,
    /// What stood where at the end of the day: by resource, then contributors by code, others, and their sum.
    pub figures: Vec<FittedFigure>,
    /// Claims that the reading leaves, the dearest first.
    pub outvoted: Vec<Outvoted>,
    /// Movements up to the day that no claim tells of.
    pub unexplained: Vec<UntoldMovement>,
    /// The movements with their reports, and where it was open what is one event.
    pub movements: Grouped,
    /// Claims of strength that were not weighed: it is not said whose or of what they are, they may repeat others, or
    /// they are of money, or they tell what was promised by a later day.
    pub not_weighed: BTreeSet<ClaimId>,
    /// Claims known to this viewer that nothing rests on.
    pub left_out: LeftOut,
}

/// Whose figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Contributor {
    /// A party that a claim names.
    Party(Party),
    /// Whoever else: what figures of the whole mission hold beyond the parties named.
    Others,
    /// All of them together.
    Sum,
}

/// How many stood somewhere at the end of the day.
///
/// `low <= best <= high` wherever they are given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FittedFigure {
    /// Whose.
    pub contributor: Contributor,
    /// Of what. People of all services are one resource, `people`.
    pub resource: Resource,
    /// Where: a stage, or everything promised that has not left. In the stage `promised` is what is still owed.
    pub line: Line,
    /// The least, by what hedges leave open and with any one source left out.
    pub low: u64,
    /// The least contradicted; `None` where no source gives a number.
    pub best: Option<u64>,
    /// The most, likewise; `None`: no claim gives a ceiling.
    pub high: Option<u64>,
    /// What the movements told add up to by their own reports, for what stands in the field or has left it; `None` where
    /// none is told.
    pub by_movements: Option<u64>,
    /// Every claim of days up to this one that it was weighed from, those that it leaves as well. A claim on the whole
    /// mission bears on each of its parties.
    pub claims: BTreeSet<ClaimId>,
    /// Without whom it would be `low`, where hedges alone do not open it so far.
    pub low_hangs_on: Option<HangsOn>,
    /// Without whom it would be `high`, likewise.
    pub high_hangs_on: Option<HangsOn>,
    /// Without whom nothing would be said of it. The bounds do not tell of that.
    pub rests_on: Option<HangsOn>,
}

/// One source that a figure hangs on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct HangsOn {
    /// What it is called: a speaker, a publisher or an address.
    pub source: Option<String>,
    /// Its claims on this resource.
    pub claims: BTreeSet<ClaimId>,
}

/// Claims of one report that the reading leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Outvoted {
    /// Of whom it speaks.
    pub whose: Whose,
    /// Of what.
    pub resource: Resource,
    /// What it is about.
    pub about: Matter,
    /// The last day that it can speak of.
    pub day: Date,
    /// What it says, and the claims that say it.
    pub stated: Side,
    /// What the reading has there.
    pub reading: u64,
    /// Whether rounding alone could explain it: a bare "800" may be a rounded 761.
    pub within_rounding: bool,
    /// What leaving it costs, in millionths of leaving one claim by ungraded press by its whole strength.
    pub cost: u64,
    /// Claims that would be left further if it were right.
    pub by: BTreeSet<ClaimId>,
    /// How many more would have come or left without anybody telling of it, if it were right.
    pub untold_if_right: u64,
    /// What would have stood where it speaks of on the day asked for, if it were right; for counts of one party.
    pub figure_if_right: Option<u64>,
    /// Whether it speaks of a day up to the one asked for, or figures of that day would differ if it were right.
    pub bears: bool,
}

/// A movement that no claim tells of, with the claims on both sides of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UntoldMovement {
    /// Whose.
    pub contributor: Contributor,
    /// Of what.
    pub resource: Resource,
    /// Of which balance.
    pub line: Line,
    /// It happened after this day (`None`: before anything was said) ...
    pub after: Option<Date>,
    /// ... and by the end of this one.
    pub by: Date,
    /// How many came, or left (negative).
    pub amount: i64,
    /// What was reckoned without it at the end of that day.
    pub reckoned: u64,
    /// The claims that it is reckoned from.
    pub before: BTreeSet<ClaimId>,
    /// The claims that ask for it.
    pub stated: BTreeSet<ClaimId>,
}

/// The least contradicted reading that the ledger gives for what is asked.
#[must_use]
pub fn fitted(ledger: &Ledger, asked: &Asked) -> FittedPicture {
    // What is known by now of later days bears on the day asked for: the whole history is fitted at once.
    let until = asked.as_of.max(asked.known_on);
    let gathered = gather(ledger, &Asked { as_of: until, ..asked.clone() });
    let mut picture = FittedPicture {
        asked: asked.clone(),
        figures: Vec::new(),
        outvoted: Vec::new(),
        unexplained: Vec::new(),
        movements: Grouped::default(),
        not_weighed: gathered.counts.iter().chain(&gathered.movements).map(|told| told.id).collect(),
        left_out: LeftOut::default(),
    };
    for posed in posed(ledger, &gathered, asked.as_of, until) {
        for claim in posed.reports.values().flatten() {
            picture.not_weighed.remove(claim);
        }
        posed.grouped(ledger, asked.as_of, &mut picture.movements);
        let shown = Shown { fitted: fit(&posed.problem), posed: &posed, ledger, as_of: asked.as_of };
        picture.figures.extend(shown.figures());
        picture.outvoted.extend(shown.outvoted());
        picture.unexplained.extend(shown.unexplained());
    }
    picture
        .outvoted
        .sort_by(|a, b| (b.cost, a.day, &a.stated.claims).cmp(&(a.cost, b.day, &b.stated.claims)));
    picture.left_out = gathered.left_out;
    picture
}

/// How a report bears on a balance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bears {
    /// It counts the balance, alone or with others.
    OnIt,
    /// It counts the whole mission.
    OnAll,
    /// It tells of a movement.
    ByMovement,
}

/// The fit of one resource, with what is needed to tell of it.
struct Shown<'a> {
    posed: &'a Posed<'a>,
    fitted: Fitted,
    ledger: &'a Ledger,
    as_of: Date,
}

impl Shown<'_> {
    fn figures(&self) -> Vec<FittedFigure> {
        let own = self.fitted.histories.iter().filter_map(|((holder, line), history)| {
            Some((contributor(*holder), Some(*holder), *line, history.on(self.as_of)?))
        });
        let sums = self
            .fitted
            .totals
            .iter()
            .filter_map(|(line, history)| Some((Contributor::Sum, None, *line, history.on(self.as_of)?)));
        let nobody =
            |whose: Contributor, point: &Point| whose == Contributor::Others && point.high == Some(0);
        let mut figures: Vec<FittedFigure> = own
            .chain(sums)
            .filter(|(whose, _, _, point)| !nobody(*whose, point))
            .filter_map(|(whose, holder, line, point)| self.figure(whose, holder, line, point))
            .collect();
        // So that the sum can be redone from the numbers that are given, "some" opens it upwards and adds nothing.
        let mut unnumbered: BTreeMap<Line, u64> = BTreeMap::new();
        for figure in figures.iter().filter(|figure| figure.best.is_none()) {
            *unnumbered.entry(figure.line).or_default() += figure.low;
        }
        for sum in figures.iter_mut().filter(|figure| figure.contributor == Contributor::Sum) {
            if let Some(some) = unnumbered.get(&sum.line) {
                sum.best = sum.best.map(|best| best.saturating_sub(*some));
                sum.low = sum.low.saturating_sub(*some);
                sum.high = None;
            }
        }
        figures.sort_by_key(|figure| (figure.contributor, figure.line));
        figures
    }

    fn figure(
        &self,
        contributor: Contributor,
        holder: Option<Holder>,
        line: Line,
        point: &Point,
    ) -> Option<FittedFigure> {
        let behind = self.behind(holder, line);
        let own = || {
            let all = matches!(holder, None | Some(Holder::Others));
            behind.iter().filter(move |(_, bears)| all || *bears != Bears::OnAll)
        };
        // Of whom nobody tells as yet, nothing is known but what later claims leave.
        if own().next().is_none() && point.best == 0 {
            return None;
        }
        let numbered = own().next().is_none() || own().any(|(report, _)| report.number.is_some());
        // Who left a stage on the way need never have been told to have entered it.
        let on_the_way = matches!(
            line,
            Line::PromisedInAll | Line::In(Stage::Promised | Stage::Training | Stage::Ready | Stage::Shipped)
        );
        let moves = !on_the_way && behind.iter().any(|(_, bears)| *bears == Bears::ByMovement);
        let hangs_on = |source: Option<Source>| source.map(|source| self.hangs_on(source));
        Some(FittedFigure {
            contributor,
            resource: self.posed.resource.clone(),
            line,
            low: point.low,
            best: numbered.then_some(point.best),
            high: point.high.filter(|_| numbered),
            by_movements: moves.then_some(point.by_events),
            claims: self.posed.claims(behind.iter().map(|(report, _)| &report.claim)),
            low_hangs_on: hangs_on(point.low_without),
            high_hangs_on: hangs_on(point.high_without),
            rests_on: hangs_on(point.rests_on),
        })
    }

    /// The reports up to the day that a balance was weighed from.
    fn behind(&self, holder: Option<Holder>, line: Line) -> Vec<(&Report, Bears)> {
        let problem = &self.posed.problem;
        let owed = line == Line::In(Stage::Promised);
        let is_here = |other: Line| match other {
            Line::In(Stage::Home | Stage::Lost) if owed => false,
            _ => owed || other == line,
        };
        let counts = problem.counts.iter().filter(|count| {
            let of = match &count.of {
                Of::One(one) => holder.is_none_or(|holder| holder == *one),
                Of::Several(parties) => {
                    holder.is_none_or(|holder| parties.iter().any(|p| holder == Holder::Party(*p)))
                }
                Of::Mission => true,
            };
            of && is_here(count.line) && count.days.first.unwrap_or(count.days.last) <= self.as_of
        });
        let events = problem.events.iter().filter(|event| {
            let moves = if owed { true } else { sign(problem.kind, event, line) != 0 };
            holder.is_none_or(|holder| holder == event.holder) && moves && event.days.last <= self.as_of
        });
        let told = events.flat_map(|event| &event.reports).map(|report| (report, Bears::ByMovement));
        let counts = counts
            .map(|count| (&count.report, if count.of == Of::Mission { Bears::OnAll } else { Bears::OnIt }));
        counts.chain(told).collect()
    }

    fn hangs_on(&self, source: Source) -> HangsOn {
        let own = self.posed.told().filter(|report| report.source == source);
        HangsOn {
            source: self.posed.name(source).map(str::to_owned),
            claims: self.posed.claims(own.map(|report| &report.claim)),
        }
    }

    /// The reports that the reading leaves, each with what stands against it.
    fn outvoted(&self) -> Vec<Outvoted> {
        let left: BTreeMap<ClaimId, Verdict> = (self.fitted.claims.iter())
            .filter(|(_, verdict)| verdict.is_outvoted())
            .map(|(claim, verdict)| (*claim, *verdict))
            .collect();
        let stands = against(&self.posed.problem, &left.keys().copied().collect());
        let problem = &self.posed.problem;
        let counts = problem.counts.iter().map(|count| {
            let (line, about) = match count.line {
                Line::In(stage) => (count.line, Matter::Strength(stage)),
                Line::PromisedInAll => (count.line, Matter::PromisedInAll),
            };
            let holder = if let Of::One(holder) = count.of { Some(holder) } else { None };
            (&count.report, about, count.days.last, holder.map(|holder| (holder, line)))
        });
        let events = problem.events.iter().flat_map(|event| {
            let about = Matter::Event(event.step);
            event.reports.iter().map(move |report| (report, about, event.days.last, None))
        });
        let mut outvoted = Vec::new();
        for (report, about, day, balance) in counts.chain(events) {
            let (Some(verdict), Some(then)) = (left.get(&report.claim), stands.get(&report.claim)) else {
                continue;
            };
            let bears = day <= self.as_of
                || then.balances.iter().any(|(key, series)| {
                    let now = self.fitted.histories.get(key).and_then(|history| history.on(self.as_of));
                    now.is_some_and(|now| i64::try_from(now.best) != Ok(on(series, self.as_of)))
                });
            let Some(whose) = self.whose(report.claim) else { continue };
            let amount = Amount { low: report.bounds.low, best: report.number, high: report.bounds.high };
            let balance = balance.and_then(|balance| then.balances.get(&balance));
            outvoted.push(Outvoted {
                whose,
                resource: self.posed.resource.clone(),
                about,
                day,
                stated: self.stated(report, amount),
                reading: verdict.reading,
                within_rounding: amount.rounded().bounds().hold(verdict.reading),
                cost: verdict.cost,
                by: self.posed.claims(&then.claims),
                untold_if_right: then.unexplained,
                figure_if_right: balance.and_then(|series| u64::try_from(on(series, self.as_of)).ok()),
                bears,
            });
        }
        outvoted
    }

    fn stated(&self, report: &Report, amount: Amount) -> Side {
        let claims = self.posed.claims([&report.claim]);
        let worded = || self.ledger.claim(report.claim)?.claim.statement.quantity();
        let quantity = if claims.len() == 1 { worded() } else { None };
        let Amount { low, best, high } = amount;
        let quantity = quantity.unwrap_or(Quantity::Exactly(best.unwrap_or(low)));
        Side { words: quantity.to_string(), low, best, high, claims }
    }

    fn whose(&self, claim: ClaimId) -> Option<Whose> {
        match &self.ledger.claim(claim)?.claim.statement {
            Statement::Count(count) => Some(count.scope.whose.clone()),
            Statement::Movement(movement) => Some(movement.scope.whose.clone()),
            _ => None,
        }
    }

    fn unexplained(&self) -> impl Iterator<Item = UntoldMovement> {
        let moves = self.fitted.unexplained.iter().filter(|moved| moved.by <= self.as_of);
        moves.map(|moved| UntoldMovement {
            contributor: contributor(moved.holder),
            resource: self.posed.resource.clone(),
            line: moved.line,
            after: moved.after,
            by: moved.by,
            amount: moved.amount,
            reckoned: moved.reckoned,
            before: self.posed.claims(&moved.before),
            stated: self.posed.claims(&moved.stated),
        })
    }
}

pub(super) fn contributor(holder: Holder) -> Contributor {
    match holder {
        Holder::Party(party) => Contributor::Party(party),
        Holder::Others => Contributor::Others,
    }
}

fn on(series: &BTreeMap<Date, i64>, day: Date) -> i64 {
    series.range(..=day).next_back().map_or(0, |(_, n)| *n)
}
