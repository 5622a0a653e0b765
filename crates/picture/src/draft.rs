//! Draft: one line on its way from claims to balances.

use std::collections::BTreeMap;

use jiff::civil::Date;
use model::{Account, Stage, Step, Whose};

use crate::{
    Dispute, Event, Matter, Note, Side, StatedCount, Taken, Use,
    amount::Amount,
    gather::{Rulings, Told},
    group::{Happening, Happenings, Key},
    posted::{Posted, of_units, post},
    settle::{Around, Settled, Tally, settle, size},
    vague::{Verdict, judge},
    walk::{Walked, Walker, path_of},
};

/// The counts of one line, by the stage that they count.
pub(crate) type ByStage<'t, 'a> = BTreeMap<Stage, Vec<&'t Told<'a>>>;

/// One line on its way: its events with their sizes, its counts, and what was made of the vague.
#[derive(Debug, Default)]
pub(crate) struct Draft<'a> {
    pub(crate) settled: Vec<Settled<'a>>,
    /// Events that most reports put after the day asked for.
    ahead: Vec<Settled<'a>>,
    pub(crate) vague: Vec<(Settled<'a>, Verdict)>,
    pub(crate) posted: Vec<Posted>,
    /// Counts of named units.
    parts: Vec<(Stage, Told<'a>)>,
    pub(crate) walked: Walked,
    disputes: Vec<Dispute>,
}

/// Sizes the events of a line, posts its counts and judges what is vague.
pub(crate) fn draft<'a>(
    key: &Key,
    counts: &ByStage<'_, 'a>,
    later: &ByStage<'_, 'a>,
    happenings: Happenings<'a>,
    rulings: Rulings,
    as_of: Date,
) -> Draft<'a> {
    let mut draft = Draft::default();
    let mut steps: BTreeMap<Step, Vec<Happening<'a>>> = BTreeMap::new();
    for event in happenings.dated {
        steps.entry(event.step).or_default().push(event);
    }
    let not_same = |one: &Happening, other: &Happening| {
        if rulings.none() {
            return false;
        }
        let others = other.claims();
        one.claims().iter().any(|a| others.iter().any(|b| rulings.same(*a, *b) == Some(false)))
    };
    for (step, events) in steps {
        let around = around(key, step, counts, later, as_of);
        let (settled, open) = settle(events, &around, &key.whose, &key.resource, not_same);
        draft.disputes.extend(open);
        draft.disputes.extend(settled.iter().filter_map(|event| size_dispute(key, event)));
        draft.settled.extend(settled);
    }
    let (settled, ahead) = draft.settled.into_iter().partition(|event| event.day <= as_of);
    draft.settled = settled;
    draft.ahead = ahead;
    for (stage, told) in counts {
        let mut moved: Vec<Date> = draft
            .settled
            .iter()
            .filter(|event| touches(key, event.happening.step, *stage))
            .map(|event| event.day)
            .collect();
        moved.sort_unstable();
        draft.posted.extend(post(*stage, told, &moved, as_of));
        draft.parts.extend(told.iter().filter(|told| of_units(told)).map(|told| (*stage, **told)));
    }
    let mut vague: Vec<Settled> = happenings
        .vague
        .into_iter()
        .filter_map(|event| size(event, &Around::default(), &Tally::of(&[])))
        .collect();
    vague.sort_by_key(|event| {
        let weight = event.happening.reports.iter().map(|report| report.ballot.weight).max();
        let numbered = event.amount.best.is_some();
        (std::cmp::Reverse((numbered, weight, event.happening.reports.len())), event.happening.claims())
    });
    for mut event in vague {
        let verdict = draft.judge(key, &event, as_of);
        if let Verdict::Counts(day) = verdict {
            event.day = draft.before_those_it_feeds(key, &event).map_or(day, |fed| fed.min(day));
            // It may yet come after the day asked for.
            if event.happening.last > as_of {
                event.amount.low = 0;
            }
        }
        draft.vague.push((event, verdict));
    }
    draft
}

/// Whether a step of this line enters or leaves a stage.
fn touches(key: &Key, step: Step, stage: Stage) -> bool {
    path_of(&key.resource, step).is_some_and(|path| {
        let leaves = path.from == Account::In(stage) && stage != Stage::Promised;
        leaves || path.to == Account::In(stage) || (stage == Stage::Promised && path.to == Account::Outside)
    })
}

fn around(key: &Key, step: Step, counts: &ByStage, later: &ByStage, as_of: Date) -> Around {
    let closed = |stage: Stage| {
        let known = counts.get(&stage).into_iter().flatten().map(move |told| (told.last.min(as_of), told));
        let after = later.get(&stage).into_iter().flatten().map(|told| (told.last, told));
        let mut all: Vec<(Date, u64)> = known
            .chain(after)
            .filter_map(|(day, told)| {
                let amount = Amount::of(told.claim.statement.quantity()?);
                amount.best.filter(|_| amount.is_closed()).map(|best| (day, best))
            })
            .collect();
        all.sort_unstable();
        all
    };
    let to = path_of(&key.resource, step).and_then(|path| match path.to {
        Account::In(stage) => Some(stage),
        Account::Outside => None,
    });
    // A pledge total does not grow with the counts around it: each may be a new promise.
    let counts = to.filter(|stage| *stage != Stage::Promised).map(closed).unwrap_or_default();
    Around { counts, pledged: closed(Stage::Promised).last().map(|(_, total)| *total) }
}

fn size_dispute(key: &Key, event: &Settled) -> Option<Dispute> {
    let choice = &event.choice;
    (!choice.rivals.is_empty()).then(|| Dispute {
        whose: key.whose.clone(),
        resource: key.resource.clone(),
        about: Matter::Event(event.happening.step),
        day: Some(event.day),
        sides: std::iter::once(&choice.taken).chain(&choice.rivals).cloned().collect(),
        why: choice.why.to_owned(),
        difference: choice.difference,
        within_rounding: choice.within_rounding,
    })
}

impl<'a> Draft<'a> {
    fn judge(&self, key: &Key, event: &Settled, as_of: Date) -> Verdict {
        let to = path_of(&key.resource, event.happening.step).map(|path| path.to);
        let posted: Vec<&Posted> =
            self.posted.iter().filter(|count| to == Some(Account::In(count.stage))).collect();
        let counted: Vec<&Settled> = self
            .vague
            .iter()
            .filter(|(other, verdict)| {
                matches!(verdict, Verdict::Counts(_)) && other.happening.step == event.happening.step
            })
            .map(|(other, _)| other)
            .collect();
        judge(&event.happening, event.amount, &self.settled, &posted, &counted, as_of)
    }

    /// Who left in the days that a vague movement may have been on had made it before: the first such day.
    fn before_those_it_feeds(&self, key: &Key, event: &Settled) -> Option<Date> {
        let reached = path_of(&key.resource, event.happening.step)?.to;
        let fed = self.settled.iter().filter(|other| {
            path_of(&key.resource, other.happening.step).is_some_and(|path| path.from == reached)
                && event.happening.touches(other.happening.first, other.happening.last)
        });
        fed.map(|other| other.day).min()
    }

    /// Every event that moves balances.
    pub(crate) fn moves(&self) -> impl Iterator<Item = &Settled<'a>> {
        let counted = self.vague.iter().filter(|(_, verdict)| matches!(verdict, Verdict::Counts(_)));
        self.settled.iter().chain(counted.map(|(event, _)| event))
    }

    /// Walks the line to the day asked for; the whole mission's goes on from its counts with its parties' movements.
    pub(crate) fn walk(&mut self, key: &Key, of_parties: &[Settled<'a>]) {
        let whole = key.whose == Whose::Mission;
        let walker = Walker {
            whose: &key.whose,
            resource: &key.resource,
            checks: matches!(key.whose, Whose::Party(_) | Whose::Parties(_)),
            opens: true,
        };
        let mut own: Vec<&Settled> = self.moves().collect();
        if whole {
            // What the mission's own movements tell may be told of the parties as well.
            let repeats = |event: &Settled| {
                of_parties.iter().any(|other| {
                    other.happening.step == event.happening.step
                        && event.happening.touches(other.happening.first, other.happening.last)
                })
            };
            own.retain(|event| !repeats(event));
            own.extend(of_parties);
        }
        let walker = Walker { opens: !whole || of_parties.is_empty(), ..walker };
        self.walked = walker.walk(&own, &self.posted);
        self.walked.disputes.append(&mut self.disputes);
        self.add_vague(key);
    }

    /// What may have come on top opens the bounds and leaves the best estimate; what may tell of the same
    /// strength stands behind it.
    fn add_vague(&mut self, key: &Key) {
        for (event, verdict) in &self.vague {
            let Some(path) = path_of(&key.resource, event.happening.step) else { continue };
            let Account::In(to) = path.to else { continue };
            let Some(mut balance) = self.walked.now(to).cloned() else { continue };
            match verdict {
                Verdict::MayBeSame(with, _) if with.is_subset(&balance.claims) => {}
                Verdict::Possible => {
                    balance.amount.high =
                        balance.amount.high.zip(event.amount.high).map(|(a, b)| a.saturating_add(b));
                    self.walked.notes.push(Note {
                        words: format!(
                            "{}, {}: may have come on top or stand in the figure already, for no day is given",
                            event.happening.step,
                            event.words(),
                        ),
                        claims: event.happening.claims(),
                    });
                }
                _ => continue,
            }
            balance.claims.extend(event.happening.claims());
            self.walked.stand(to, balance.since, balance);
        }
    }

    /// Every count as it is shown.
    pub(crate) fn counts(&self, as_of: Date) -> Vec<StatedCount> {
        let mut counts = Vec::new();
        for Posted { day, stage, choice, .. } in &self.posted {
            let mut add = |taken, side: &Side| {
                counts.push(StatedCount { stage: *stage, day: *day, taken, side: side.clone() });
            };
            let outvoted = self.walked.outvoted.contains(&(*stage, *day));
            add(if outvoted { Taken::Outvoted } else { Taken::Stands }, &choice.taken);
            choice.rivals.iter().for_each(|rival| add(Taken::Outvoted, rival));
        }
        for (stage, told) in &self.parts {
            let Some(quantity) = told.claim.statement.quantity() else { continue };
            if counts.iter().any(|count| count.side.claims.contains(&told.id)) {
                continue;
            }
            let Amount { low, best, high } = Amount::of(quantity);
            let claims = [told.id].into();
            let side = Side { words: quantity.to_string(), low, best, high, claims };
            let day = told.last.min(as_of);
            counts.push(StatedCount { stage: *stage, day, taken: Taken::PartOnly, side });
        }
        counts.sort_by(|a, b| {
            (a.stage, a.day, a.taken, &a.side.claims).cmp(&(b.stage, b.day, b.taken, &b.side.claims))
        });
        counts
    }

    /// Each event as it is shown.
    pub(crate) fn events(&self, key: &Key) -> Vec<Event> {
        let covered = |event: &Settled| {
            let to = path_of(&key.resource, event.happening.step).map(|path| path.to);
            self.posted.iter().any(|count| {
                to == Some(Account::In(count.stage))
                    && count.choice.amount.is_closed()
                    && count.day >= event.day
            })
        };
        let repeat = |event: &Settled| {
            let claims = event.happening.claims();
            let found = self.walked.repeats.iter().find(|(reports, ..)| *reports == claims);
            found.map(|(_, with, words)| Use::MayBeSame { with: with.clone(), words: words.clone() })
        };
        let dated = self.settled.iter().map(|event| {
            let plain = if covered(event) { Use::BeforeCount } else { Use::Counted };
            (event, repeat(event).unwrap_or(plain))
        });
        let vague = self.vague.iter().map(|(event, verdict)| {
            let use_ = match verdict {
                Verdict::Counts(_) if covered(event) => Use::BeforeCount,
                Verdict::Counts(_) => repeat(event).unwrap_or(Use::Counted),
                Verdict::MayBeSame(with, words) => {
                    Use::MayBeSame { with: with.clone(), words: words.clone() }
                }
                Verdict::BeforeCount => Use::BeforeCount,
                Verdict::Possible => Use::Possible,
            };
            (event, use_)
        });
        let ahead = self.ahead.iter().map(|event| (event, Use::Later));
        let shown = dated.chain(ahead).chain(vague).map(|(event, use_)| Event {
            whose: key.whose.clone(),
            resource: key.resource.clone(),
            step: event.happening.step,
            first_day: event.happening.first,
            last_day: event.happening.last,
            ordinal: event.happening.ordinal,
            low: event.amount.low,
            best: event.amount.best,
            high: event.amount.high,
            reports: event.happening.claims(),
            use_,
        });
        shown.collect()
    }
}
