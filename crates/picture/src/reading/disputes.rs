//! Disputes: the claims that the reading leaves, side by side with what it has there.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use jiff::civil::Date;
use model::{ClaimId, Quantity, Resource};

use super::weighed::{Weighed, amount, stage};
use crate::{
    Contributor, Dispute, Matter, Outvoted, Side,
    fit::{Against, Alternative, Because, Holder, Line as Of, Memo, Settled, Verdict, against_with},
};

/// Of so many of the claims that a problem leaves it is worked out what stands against them: of those that cost most.
const EXPLAINED: usize = 100;

/// One report that the reading leaves, and where it speaks.
struct Left<'a> {
    whose: Contributor,
    about: Matter,
    day: Date,
    claim: ClaimId,
    verdict: Verdict,
    /// The balance that it counts by itself.
    balance: Option<(Holder, Of)>,
    /// Reports on the same matter that the reading meets.
    met: &'a [ClaimId],
}

/// Every dispute of one problem.
pub(super) fn of(weighed: &Weighed, memo: &mut Memo) -> Vec<Dispute> {
    let met = met(weighed);
    let mut left = left(weighed, &met);
    left.sort_by_key(|it| (Reverse(it.verdict.cost), it.day, it.claim));
    let asked: BTreeSet<ClaimId> = left.iter().take(EXPLAINED).map(|it| it.claim).collect();
    let against = against_with(&weighed.parts, &asked, memo);
    let mut disputes: BTreeMap<(Contributor, Matter, Date, u64), Dispute> = BTreeMap::new();
    for it in left {
        let Some(report) = weighed.report(it.claim) else { continue };
        let Verdict { reading, cost, .. } = it.verdict;
        let key = (it.whose.clone(), it.about, it.day, reading);
        let dispute = disputes.entry(key).or_insert_with(|| Dispute {
            whose: it.whose.clone(),
            resource: weighed.posed.resource.clone(),
            about: it.about,
            day: it.day,
            taken: taken(reading, weighed.posed.claims(it.met)),
            outvoted: Vec::new(),
            cost: 0,
            why: None,
            bears: it.day <= weighed.as_of,
        });
        let then = against.get(&it.claim);
        dispute.cost += cost;
        dispute.bears |= then.is_some_and(|then| bears(weighed, then));
        let outvoted = Outvoted {
            said: weighed.said(report),
            cost,
            by: then.map(|then| weighed.posed.claims(&then.claims)).unwrap_or_default(),
            untold_if_right: then.map_or(0, |then| then.unexplained),
            figure_if_right: then.and_then(|then| figure_if_right(weighed, then, it.balance?)),
            within_rounding: amount(report).rounded().bounds().hold(reading),
        };
        match dispute.outvoted.iter_mut().find(|other| other.said.words == outvoted.said.words) {
            Some(other) => other.join(outvoted),
            None => dispute.outvoted.push(outvoted),
        }
    }
    disputes.into_values().chain(open(weighed)).collect()
}

fn taken(reading: u64, claims: BTreeSet<ClaimId>) -> Side {
    let words = Quantity::Exactly(reading).to_string();
    Side { words, low: reading, best: Some(reading), high: Some(reading), claims }
}

impl Outvoted {
    /// Takes in another that says the same.
    fn join(&mut self, other: Self) {
        self.said.claims.extend(other.said.claims);
        self.by.extend(other.by);
        self.cost += other.cost;
        self.untold_if_right = self.untold_if_right.max(other.untold_if_right);
    }
}

/// What reports speak of: an event, or a balance on a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Spoken {
    Event(usize),
    Balance(Contributor, Of, Date),
}

/// The reports that the reading meets, by what they speak of.
fn met(weighed: &Weighed) -> BTreeMap<Spoken, Vec<ClaimId>> {
    let is_met =
        |claim: &ClaimId| weighed.fitted.claims.get(claim).is_some_and(|verdict| !verdict.is_outvoted());
    let mut met: BTreeMap<Spoken, Vec<ClaimId>> = BTreeMap::new();
    let problem = &weighed.posed.problem;
    for (i, event) in problem.events.iter().enumerate() {
        let told = event.reports.iter().map(|report| report.claim).filter(is_met);
        met.insert(Spoken::Event(i), told.collect());
    }
    for count in &problem.counts {
        let spoken = Spoken::Balance(weighed.counted(&count.of), count.line, count.days.last);
        met.entry(spoken).or_default().extend(Some(count.report.claim).filter(is_met));
    }
    met
}

fn left<'a>(weighed: &Weighed, met: &'a BTreeMap<Spoken, Vec<ClaimId>>) -> Vec<Left<'a>> {
    let verdict = |claim: ClaimId| weighed.fitted.claims.get(&claim).filter(|verdict| verdict.is_outvoted());
    let met = |spoken| met.get(&spoken).map_or(&[][..], Vec::as_slice);
    let problem = &weighed.posed.problem;
    let mut left = Vec::new();
    for count in &problem.counts {
        // What ties the parties is weighed with them, and told of there.
        if !weighed.is_of_parties() && weighed.posed.tied.contains(&stage(count.line)) {
            continue;
        }
        let Some(verdict) = verdict(count.report.claim) else { continue };
        let whose = weighed.counted(&count.of);
        let about = match count.line {
            Of::In(stage) => Matter::Strength(stage),
            Of::PromisedInAll => Matter::PromisedInAll,
        };
        let balance = match count.of {
            crate::fit::Of::One(holder) => Some((holder, count.line)),
            _ => None,
        };
        left.push(Left {
            met: met(Spoken::Balance(whose.clone(), count.line, count.days.last)),
            whose,
            about,
            day: count.days.last,
            claim: count.report.claim,
            verdict: *verdict,
            balance,
        });
    }
    for (i, event) in problem.events.iter().enumerate() {
        for report in &event.reports {
            let Some(verdict) = verdict(report.claim) else { continue };
            left.push(Left {
                met: met(Spoken::Event(i)),
                whose: weighed.contributor(event.holder),
                about: Matter::Event(event.step),
                day: event.days.last,
                claim: report.claim,
                verdict: *verdict,
                balance: None,
            });
        }
    }
    left
}

/// What a balance would be on the day asked for.
fn figure_if_right(weighed: &Weighed, then: &Against, balance: (Holder, Of)) -> Option<u64> {
    let now = weighed.fitted.histories.get(&balance)?;
    if let Some(then) = then.on(balance, now, weighed.as_of) {
        return u64::try_from(then).ok();
    }
    Some(now.on(weighed.as_of).map_or(0, |now| now.best))
}

/// Whether any balance on the day asked for would differ.
fn bears(weighed: &Weighed, then: &Against) -> bool {
    then.balances.keys().any(|key| {
        let Some(history) = weighed.fitted.histories.get(key) else { return false };
        let then = then.on(*key, history, weighed.as_of);
        let now = history.on(weighed.as_of);
        now.zip(then).is_some_and(|(now, then)| i64::try_from(now.best) != Ok(then.max(0)))
    })
}

fn on(series: &BTreeMap<Date, i64>, day: Date) -> i64 {
    series.range(..=day).next_back().map_or(0, |(_, n)| *n)
}

/// Where it was open whether reports tell of one event or of two: the reading taken, and the other with what it costs more.
fn open(weighed: &Weighed) -> impl Iterator<Item = Dispute> {
    weighed.posed.settled.iter().filter_map(|settled| {
        let day = settled.taken.iter().map(|event| event.day).max()?;
        let differs = settled.differs.values().any(|series| on(series, weighed.as_of) != 0);
        let why = match settled.because {
            Because::Counts => "the counts around them contradict it less",
            Because::Reports => "as one, its reports would contradict each other",
            Because::Fewer => "no count tells them apart, and no movement is supposed twice",
        };
        let outvoted = Outvoted {
            said: reading(&settled.instead),
            cost: settled.costs_more,
            by: BTreeSet::new(),
            untold_if_right: 0,
            figure_if_right: otherwise(weighed, settled),
            within_rounding: false,
        };
        Some(Dispute {
            whose: weighed.contributor(settled.holder),
            resource: weighed.posed.resource.clone(),
            about: Matter::HowManyEvents(settled.step),
            day,
            taken: reading(&settled.taken),
            outvoted: vec![outvoted],
            cost: settled.costs_more,
            why: Some(why.to_owned()),
            bears: day <= weighed.as_of || differs,
        })
    })
}

/// What would stand on the day asked for where the step leads or leaves from, were the other reading right.
fn otherwise(weighed: &Weighed, settled: &Settled) -> Option<u64> {
    let history = weighed.fitted.histories.get(&(settled.holder, settled.line))?;
    let now = i64::try_from(history.on(weighed.as_of)?.best).ok()?;
    let more = settled.differs.get(&settled.line).map_or(0, |series| on(series, weighed.as_of));
    u64::try_from(now + more).ok()
}

/// `one movement of 200, 2024-07-16`, `two movements: 75, 2025-01-03; 75, 2025-01-04`.
fn reading(events: &[Alternative]) -> Side {
    let number = |event: &Alternative| u64::try_from(event.by_reports).unwrap_or(0);
    let told: Vec<_> =
        events.iter().map(|event| format!("{}, {}", Quantity::Exactly(number(event)), event.day)).collect();
    let words = match &told[..] {
        [one] => format!("one movement of {one}"),
        _ => format!("two movements: {}", told.join("; ")),
    };
    let sum = events.iter().map(number).sum();
    let claims = events.iter().flat_map(|event| event.claims.iter().copied()).collect();
    Side { words, low: sum, best: Some(sum), high: Some(sum), claims }
}

/// In which order disputes are told.
type Rank<'d> = (bool, bool, bool, Reverse<u64>, Date, &'d Contributor, &'d Resource, Matter);

/// Those of days up to the one asked for first, then others that bear on it; among them what rounding does not explain,
/// then what costs most.
fn rank(dispute: &Dispute, as_of: Date) -> Rank<'_> {
    let rounded = dispute.outvoted.iter().all(|outvoted| outvoted.within_rounding);
    let Dispute { whose, resource, about, day, cost, bears, .. } = dispute;
    (!bears, *day > as_of, rounded, Reverse(*cost), *day, whose, resource, *about)
}

/// Puts them in order, whatever order their claims came in.
pub(super) fn sort(disputes: &mut [Dispute], as_of: Date) {
    for dispute in disputes.iter_mut() {
        dispute.outvoted.sort_by(|a, b| (b.cost, &a.said.claims).cmp(&(a.cost, &b.said.claims)));
    }
    disputes.sort_by(|a, b| {
        let claims = |dispute: &Dispute| {
            dispute.outvoted.iter().flat_map(|it| it.said.claims.clone()).collect::<Vec<_>>()
        };
        rank(a, as_of).cmp(&rank(b, as_of)).then_with(|| claims(a).cmp(&claims(b)))
    });
}
