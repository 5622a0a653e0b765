//! Walk: one line of the strength book through time. Movements post, counts check and set.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::{Account, ClaimId, PATHS, Path, Quantity, Resource, ResourceKind, Stage, Step, Whose};

use crate::{
    Basis, Dispute, Matter, Note, Side, Unexplained, amount::Amount, posted::Posted, settle::Settled,
};

/// What stands in one stage, and why.
#[derive(Clone, Debug)]
pub(crate) struct Balance {
    pub(crate) amount: Amount,
    pub(crate) basis: Basis,
    pub(crate) since: Date,
    pub(crate) claims: BTreeSet<ClaimId>,
    /// The count it goes back to.
    pub(crate) base: Option<Base>,
    /// How many movements came on top.
    pub(crate) moves: usize,
}

/// The count that a balance goes back to.
#[derive(Clone, Debug)]
pub(crate) struct Base {
    pub(crate) day: Date,
    pub(crate) words: String,
    pub(crate) quantity: Option<Quantity>,
    pub(crate) of_units: bool,
}

/// What has become of a line by the day asked for.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    /// Each stage's balances, by the day from which they hold. `promised` is the pledge total.
    pub(crate) tracks: BTreeMap<Stage, Vec<(Date, Balance)>>,
    /// What movements alone add up to, from the first of them on; only where no count came before it.
    by_moves: BTreeMap<Stage, Balance>,
    /// Stages whose last check compared the movements alone with a count.
    checked: BTreeSet<Stage>,
    pub(crate) disputes: Vec<Dispute>,
    pub(crate) unexplained: Vec<Unexplained>,
    pub(crate) notes: Vec<Note>,
}

/// Whose line is walked, and whether it is held against its own movements.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Walker<'k> {
    pub(crate) whose: &'k Whose,
    pub(crate) resource: &'k Resource,
    /// The whole mission is held against its parties instead; unstated numbers against nothing.
    pub(crate) checks: bool,
    /// Whether movements open a balance that no count has opened.
    pub(crate) opens: bool,
}

enum Turn<'t, 'a> {
    Move(&'t Settled<'a>),
    Count(&'t Posted),
}

/// The line of the table for a step; where the source does not say of what, that of the first kind that takes it.
pub(crate) fn path_of(resource: &Resource, step: Step) -> Option<Path> {
    match resource.kind() {
        Some(kind) => kind.path(step).ok(),
        None => PATHS.iter().find(|path| path.step == step).copied(),
    }
}

/// The stages from which a stage is fed, the nearest first.
///
/// Who is deployed may have been ready, or in training without anybody having said "ready"; what goes home or is
/// lost was deployed, so there the nearest is the only one.
fn behind(kind: ResourceKind, stage: Stage) -> Vec<Stage> {
    let before = |stage: Stage| {
        PATHS.iter().find(|path| path.kind == kind && path.to == Account::In(stage)).and_then(|path| {
            match path.from {
                Account::In(from) if from != Stage::Promised => Some(from),
                _ => None,
            }
        })
    };
    let mut stages = Vec::new();
    let mut next = before(stage);
    while let Some(from) = next {
        if stages.contains(&from) {
            break;
        }
        stages.push(from);
        next = if stage == Stage::Deployed { before(from) } else { None };
    }
    stages
}

impl Walker<'_> {
    /// Walks through movements and counts in the order of their days; counts are at the end of theirs.
    pub(crate) fn walk(self, moves: &[&Settled], counts: &[Posted]) -> Walked {
        let mut turns: Vec<(Date, u8, Option<Stage>, Turn)> = Vec::new();
        turns.extend(moves.iter().map(|event| (event.day, 0, None, Turn::Move(event))));
        turns.extend(counts.iter().map(|count| (count.day, 1, Some(count.stage), Turn::Count(count))));
        turns.sort_by_key(|(day, kind, stage, _)| (*day, *kind, *stage));
        let mut walked = Walked::default();
        for (day, _, _, turn) in turns {
            match turn {
                Turn::Move(event) => self.post(&mut walked, day, event),
                Turn::Count(count) => self.set(&mut walked, count),
            }
        }
        if self.checks {
            self.check_moves_alone(&mut walked);
        }
        walked
    }

    fn kind(self) -> ResourceKind {
        self.resource.kind().unwrap_or(ResourceKind::People)
    }

    fn post(self, walked: &mut Walked, day: Date, event: &Settled) {
        let Some(path) = path_of(self.resource, event.happening.step) else { return };
        let claims = event.happening.claims();
        walked.tally(path, event.amount, day, &claims);
        match path.to {
            Account::In(to) => {
                if let Some(balance) = walked.now(to) {
                    let more = balance.moved(balance.amount.plus(event.amount), day, &claims);
                    walked.stand(to, day, more);
                } else if self.opens {
                    let opened = Balance::of_moves(event.amount, day, claims.clone());
                    walked.by_moves.insert(to, opened.clone());
                    walked.stand(to, day, opened);
                }
                if to != Stage::Promised {
                    self.draw(walked, to, event.amount, day, &claims);
                }
            }
            Account::Outside => {
                if let Some(balance) = walked.now(Stage::Promised) {
                    let less = balance.moved(balance.amount.less(event.amount), day, &claims);
                    walked.stand(Stage::Promised, day, less);
                }
            }
        }
    }

    /// Takes what has reached a stage out of those before it, as far as something stands there.
    fn draw(self, walked: &mut Walked, to: Stage, amount: Amount, day: Date, claims: &BTreeSet<ClaimId>) {
        let mut rest = amount;
        for stage in behind(self.kind(), to) {
            if rest.best.unwrap_or(rest.low) == 0 {
                break;
            }
            let Some(balance) = walked.now(stage) else { continue };
            let stood = balance.amount;
            let less = balance.moved(stood.less(rest), day, claims);
            walked.stand(stage, day, less);
            rest = rest.less(stood);
        }
    }

    fn set(self, walked: &mut Walked, count: &Posted) {
        let stage = count.stage;
        let amount = count.choice.amount;
        let reckoned = walked.now(stage).cloned();
        self.note_rivals(walked, count);
        if let Some(reckoned) = &reckoned {
            let agrees = amount.meets(reckoned.amount) || amount.rounded().meets(reckoned.amount);
            if !amount.is_closed() && agrees {
                // "Over 800" after a flight-by-flight 810 confirms it and sets nothing.
                let mut kept = reckoned.clone();
                kept.claims.extend(&count.choice.taken.claims);
                kept.amount = kept
                    .amount
                    .both(amount)
                    .filter(|both| both.best == kept.amount.best)
                    .unwrap_or(kept.amount);
                walked.stand(stage, count.day, kept);
                return;
            }
            if self.checks {
                self.check(walked, count, reckoned);
            }
        }
        if stage != Stage::Promised {
            self.catch_up(walked, count, reckoned.as_ref().map(|reckoned| reckoned.amount));
        }
        let balance = Balance {
            amount,
            basis: Basis::Count,
            since: count.day,
            claims: count.choice.taken.claims.clone(),
            base: Some(Base {
                day: count.day,
                words: count.choice.taken.words.clone(),
                quantity: count.choice.quantity,
                of_units: count.of_units,
            }),
            moves: 0,
        };
        walked.stand(stage, count.day, balance);
    }

    /// A count that is higher than what was reckoned says that so many have come from the stages before.
    fn catch_up(self, walked: &mut Walked, count: &Posted, reckoned: Option<Amount>) {
        let amount = count.choice.amount;
        let more = match reckoned {
            Some(reckoned) if reckoned.high.is_none_or(|high| high >= amount.low) => return,
            Some(reckoned) => amount.less(reckoned),
            None => amount,
        };
        let waiting = |walked: &Walked| {
            behind(self.kind(), count.stage).into_iter().find(|stage| {
                walked.now(*stage).is_some_and(|balance| balance.amount.best.is_some_and(|best| best > 0))
            })
        };
        let Some(stage) = waiting(walked) else { return };
        let Some(stood) = walked.now(stage).cloned() else { return };
        // Two counts of one day that differ are of different people.
        if stood.since == count.day && !stood.amount.meets(more) {
            return;
        }
        self.draw(walked, count.stage, more, count.day, &count.choice.taken.claims);
        let claims = stood.claims.iter().chain(&count.choice.taken.claims).copied().collect();
        let words = format!(
            "the {} counted as {} on {} are taken out of the {} that stood in {stage}",
            count.choice.taken.words,
            count.stage,
            count.day,
            crate::sentences::amount_words(stood.amount),
        );
        walked.notes.push(Note { words, claims });
    }

    fn note_rivals(self, walked: &mut Walked, count: &Posted) {
        let choice = &count.choice;
        if choice.rivals.is_empty() || matches!(self.whose, Whose::Unstated) {
            return;
        }
        let about = match count.stage {
            Stage::Promised => Matter::PromisedInAll,
            stage => Matter::Strength(stage),
        };
        walked.disputes.push(Dispute {
            whose: self.whose.clone(),
            resource: self.resource.clone(),
            about,
            day: Some(count.day),
            sides: std::iter::once(&choice.taken).chain(&choice.rivals).cloned().collect(),
            why: choice.why.to_owned(),
            difference: choice.difference,
            within_rounding: choice.within_rounding,
        });
    }

    /// Holds a count against what was reckoned for its day.
    fn check(self, walked: &mut Walked, count: &Posted, reckoned: &Balance) {
        let amount = count.choice.amount;
        if amount.meets(reckoned.amount) {
            return;
        }
        if count.stage == Stage::Promised {
            let base = reckoned.base.as_ref().map_or(String::new(), |base| format!(" ({})", base.day));
            walked.notes.push(Note {
                words: format!(
                    "promised before: {}{base}; {} since {}",
                    crate::sentences::amount_words(reckoned.amount),
                    count.choice.taken.words,
                    count.day
                ),
                claims: reckoned.claims.iter().chain(&count.choice.taken.claims).copied().collect(),
            });
            return;
        }
        if reckoned.basis == Basis::Movements {
            walked.checked.insert(count.stage);
        }
        walked.unexplained.push(self.gap(count.stage, count.day, stated(count), reckoned));
    }

    fn gap(self, stage: Stage, day: Date, stated: Side, reckoned: &Balance) -> Unexplained {
        let words = reckoned.words();
        let side = Side {
            words: words.clone(),
            low: reckoned.amount.low,
            best: reckoned.amount.best,
            high: reckoned.amount.high,
            claims: reckoned.claims.clone(),
        };
        unexplained(self.whose, self.resource, stage, Some(day), stated, side)
    }

    /// Holds what all movements add up to against the last figure, where counts have covered them up.
    fn check_moves_alone(self, walked: &mut Walked) {
        let by_moves = std::mem::take(&mut walked.by_moves);
        for (stage, moved) in by_moves {
            let Some(now) = walked.now(stage) else { continue };
            let covered = now.base.is_some() && moved.moves > 1 && !walked.checked.contains(&stage);
            if !covered || now.amount.meets(moved.amount) || stage == Stage::Promised {
                continue;
            }
            let stated = Side {
                words: now.words(),
                low: now.amount.low,
                best: now.amount.best,
                high: now.amount.high,
                claims: now.claims.clone(),
            };
            let gap = self.gap(stage, now.since, stated, &moved);
            walked.unexplained.push(gap);
        }
    }
}

fn stated(count: &Posted) -> Side {
    Side { words: format!("{} stated", count.choice.taken.words), ..count.choice.taken.clone() }
}

/// A difference with both its sides, in a sentence.
pub(crate) fn unexplained(
    whose: &Whose,
    resource: &Resource,
    stage: Stage,
    day: Option<Date>,
    stated: Side,
    reckoned: Side,
) -> Unexplained {
    let amount = |side: &Side| Amount { low: side.low, best: side.best, high: side.high };
    let difference = amount(&stated).distance(amount(&reckoned));
    let rounded = amount(&stated).rounded();
    let within_rounding =
        rounded.meets(amount(&reckoned)) || reckoned.best.is_some_and(|best| rounded.bounds().hold(best));
    let words =
        format!("{}, {}: {} unexplained", reckoned.words, stated.words, Quantity::Exactly(difference));
    Unexplained {
        whose: whose.clone(),
        resource: resource.clone(),
        stage,
        day,
        stated,
        reckoned,
        difference,
        within_rounding,
        words,
    }
}

impl Walked {
    /// What stands in a stage at the end of the walk so far.
    pub(crate) fn now(&self, stage: Stage) -> Option<&Balance> {
        self.tracks.get(&stage)?.last().map(|(_, balance)| balance)
    }

    /// What stood in a stage at the end of a day.
    pub(crate) fn at(&self, stage: Stage, day: Date) -> Option<&Balance> {
        let track = self.tracks.get(&stage)?;
        let behind = track.partition_point(|(from, _)| *from <= day);
        Some(&track[behind.checked_sub(1)?].1)
    }

    pub(crate) fn stand(&mut self, stage: Stage, day: Date, balance: Balance) {
        self.tracks.entry(stage).or_default().push((day, balance));
    }

    fn tally(&mut self, path: Path, amount: Amount, day: Date, claims: &BTreeSet<ClaimId>) {
        if let Account::In(to) = path.to
            && let Some(sum) = self.by_moves.get_mut(&to)
        {
            *sum = sum.moved(sum.amount.plus(amount), day, claims);
        }
        if let Account::In(from) = path.from
            && let Some(sum) = self.by_moves.get_mut(&from)
        {
            *sum = sum.moved(sum.amount.less(amount), day, claims);
        }
    }
}

impl Balance {
    fn of_moves(amount: Amount, day: Date, claims: BTreeSet<ClaimId>) -> Self {
        Self { amount, basis: Basis::Movements, since: day, claims, base: None, moves: 1 }
    }

    fn moved(&self, amount: Amount, day: Date, claims: &BTreeSet<ClaimId>) -> Self {
        let basis = if self.base.is_some() { Basis::CountAndMovements } else { Basis::Movements };
        let claims = self.claims.union(claims).copied().collect();
        Self { amount, basis, since: day, claims, base: self.base.clone(), moves: self.moves + 1 }
    }

    /// `744`, `761 by movements`, `743 by the count of 2025-02-06 and 1 movement since`.
    pub(crate) fn words(&self) -> String {
        let number = crate::sentences::amount_words(self.amount);
        let movements =
            if self.moves == 1 { "1 movement".to_owned() } else { format!("{} movements", self.moves) };
        match (&self.base, self.moves) {
            (Some(base), 0) => format!("{number} counted on {}", base.day),
            (Some(base), _) => format!("{number} by the count of {} and {movements} since", base.day),
            (None, _) => format!("{number} by {movements}"),
        }
    }
}
