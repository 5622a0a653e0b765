//! Grouped: the movements as they are shown, each event with its reports, and what was open with both its readings.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::Ledger;
use model::{ClaimId, Ordinal, Quantity, Resource, Step};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Because, Line,
    both::{Alternative, Settled},
    bounds::on,
    claims::{Posed, posed},
    happened::Happened,
};
use crate::{Asked, Contributor, gather::gather, grouping::Telling};

/// Every movement as its reports are grouped, before and beside the balances.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Grouped {
    /// The events that are weighed: by resource, then contributors, steps and days.
    pub events: Vec<GroupedEvent>,
    /// Where it was open whether reports tell of one event or of two.
    pub groupings: Vec<Grouping>,
    /// Movements without a day that are not weighed, for they may repeat others.
    pub aside: Vec<SetAside>,
}

/// One movement with every report that tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GroupedEvent {
    /// Of whom.
    pub whose: Contributor,
    /// Of what.
    pub resource: Resource,
    /// Which step.
    pub step: Step,
    /// The day taken: that which the heaviest sources give, arrivals before departures.
    pub day: Date,
    /// Which of the contributor's contingents, if a report says so.
    pub ordinal: Option<Ordinal>,
    /// How many, by its own reports alone.
    pub by_reports: u64,
    /// What tells of it, in the order of the claims.
    pub reports: Vec<ReportTold>,
}

/// One report of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportTold {
    /// The claims that it is made of: a sentence that splits its number by service is one report.
    pub claims: BTreeSet<ClaimId>,
    /// How many it tells of.
    pub words: String,
    /// Who says it, where they have a name.
    pub source: Option<String>,
    /// Whether its source tells of the event in another report too. A source speaks once: both share its weight.
    pub repeats: bool,
    /// The days that it can tell of; the first is `None` where it is open.
    pub first_day: Option<Date>,
    /// The last of them.
    pub last_day: Date,
}

/// Reports that may tell of one event or of two: what was taken, and what the other reading would be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Grouping {
    /// Of whom.
    pub whose: Contributor,
    /// Of what.
    pub resource: Resource,
    /// Which step.
    pub step: Step,
    /// The events taken: one, or two.
    pub taken: Vec<OfReports>,
    /// The events of the other reading: two, or one.
    pub instead: Vec<OfReports>,
    /// What the other reading costs more, in millionths of leaving one claim by ungraded press by its whole strength.
    pub costs_more: u64,
    /// Why.
    pub because: Because,
    /// All of it in a sentence.
    pub words: String,
    /// How many more (or fewer) would stand on the day asked for in the other reading; lines that differ alone.
    pub instead_more: BTreeMap<String, i64>,
}

/// An event of a reading, as its own reports have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OfReports {
    /// Its day.
    pub day: Date,
    /// How many.
    pub by_reports: u64,
    /// The claims that tell of it.
    pub claims: BTreeSet<ClaimId>,
}

/// A movement without a day that is not weighed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SetAside {
    /// Of whom.
    pub whose: Contributor,
    /// Of what.
    pub resource: Resource,
    /// Which step.
    pub step: Step,
    /// The claims that tell of it.
    pub claims: BTreeSet<ClaimId>,
    /// Claims that it may repeat, where some are alike.
    pub may_repeat: BTreeSet<ClaimId>,
    /// Why, in a sentence.
    pub words: String,
}

/// The movements known on a day to one viewer, as they are grouped.
#[must_use]
pub fn grouped(ledger: &Ledger, asked: &Asked) -> Grouped {
    let until = asked.as_of.max(asked.known_on);
    let gathered = gather(ledger, &Asked { as_of: until, ..asked.clone() });
    let mut grouped = Grouped::default();
    for posed in posed(&gathered, asked.as_of, until) {
        posed.grouped(ledger, asked.as_of, &mut grouped);
    }
    grouped
}

impl Posed<'_> {
    /// Adds the movements of this resource.
    pub(crate) fn grouped(&self, ledger: &Ledger, as_of: Date, all: &mut Grouped) {
        all.events.extend(self.happened.iter().map(|happened| self.event(ledger, happened)));
        all.groupings.extend(self.settled.iter().map(|settled| self.grouping(settled, as_of)));
        for moves in &self.moves {
            for (loose, aside) in &moves.aside {
                all.aside.push(SetAside {
                    whose: self.contributor(moves.holder),
                    resource: self.resource.clone(),
                    step: moves.step,
                    claims: loose.tellings.iter().flat_map(|telling| telling.ids.clone()).collect(),
                    may_repeat: aside.with().clone(),
                    words: aside.words().to_owned(),
                });
            }
        }
    }

    fn event(&self, ledger: &Ledger, happened: &Happened) -> GroupedEvent {
        let Happened { event, tellings } = happened;
        let mut told: BTreeMap<_, usize> = BTreeMap::new();
        for telling in tellings {
            *told.entry(telling.report.source).or_default() += 1;
        }
        let report = |telling: &Telling| ReportTold {
            claims: telling.ids.clone(),
            words: words(ledger, telling),
            source: self.name(telling.report.source).map(str::to_owned),
            repeats: told[&telling.report.source] > 1,
            first_day: telling.first,
            last_day: telling.last,
        };
        GroupedEvent {
            whose: self.contributor(event.holder),
            resource: self.resource.clone(),
            step: event.step,
            day: event.days.last,
            ordinal: tellings.iter().filter_map(|telling| telling.ordinal).min(),
            by_reports: number(super::solve::by_reports(event)),
            reports: tellings.iter().map(report).collect(),
        }
    }

    fn grouping(&self, settled: &Settled, as_of: Date) -> Grouping {
        let more = settled.differs.iter().map(|(line, series)| (name(*line), on(series, as_of)));
        Grouping {
            whose: self.contributor(settled.holder),
            resource: self.resource.clone(),
            step: settled.step,
            taken: settled.taken.iter().map(of_reports).collect(),
            instead: settled.instead.iter().map(of_reports).collect(),
            costs_more: settled.costs_more,
            because: settled.because,
            words: settled.words(),
            instead_more: more.filter(|(_, more)| *more != 0).collect(),
        }
    }
}

/// As the source words it; a sum of several sentences as a bare number.
fn words(ledger: &Ledger, telling: &Telling) -> String {
    let worded = match telling.ids.first() {
        Some(id) if telling.ids.len() == 1 => {
            ledger.claim(*id).and_then(|held| held.claim.statement.quantity())
        }
        _ => None,
    };
    let amount = telling.amount;
    worded.unwrap_or(Quantity::Exactly(amount.best.unwrap_or(amount.low))).to_string()
}

fn of_reports(event: &Alternative) -> OfReports {
    OfReports { day: event.day, by_reports: number(event.by_reports), claims: event.claims.clone() }
}

fn number(n: i64) -> u64 {
    u64::try_from(n).unwrap_or(0)
}

fn name(line: Line) -> String {
    match line {
        Line::In(stage) => stage.to_string(),
        Line::PromisedInAll => "promised in all".to_owned(),
    }
}

impl Settled {
    /// What was taken, instead of what, and why.
    pub(crate) fn words(&self) -> String {
        let each = |events: &[Alternative]| -> Vec<String> {
            events.iter().map(|event| format!("of {} on {}", event.by_reports, event.day)).collect()
        };
        let told = |events: &[Alternative]| {
            let number = if events.len() == 1 { "one movement" } else { "two movements," };
            format!("{number} {}", each(events).join(" and "))
        };
        let why = match self.because {
            Because::Counts => "the counts around them contradict it less",
            Because::Reports => {
                "as one, their reports would contradict each other by more than a second movement asks for"
            }
            Because::Fewer => {
                "no count tells them apart, and a number or a day in dispute is no second movement"
            }
        };
        format!("{}, and not {}: {why}", told(&self.taken), told(&self.instead))
    }
}
