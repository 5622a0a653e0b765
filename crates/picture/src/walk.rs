//! Walk: one line of the strength book through time. Movements post, counts check and set.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::{Account, ClaimId, PATHS, Path, Resource, ResourceKind, Stage, Step, Whose};

use crate::{
    Basis, Dispute, Matter, Note, Side, Unexplained,
    amount::Amount,
    balance::{Balance, Base},
    posted::Posted,
    settle::Settled,
};

/// What has become of a line by the day asked for.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    /// Each stage's balances, by the day from which they hold. `promised` is the pledge total.
    pub(crate) tracks: BTreeMap<Stage, Vec<(Date, Balance)>>,
    /// What movements alone add up to, from the first of them on; only where no count came before it.
    by_moves: BTreeMap<Stage, Balance>,
    /// How many movements there were when they alone were last held against a count.
    checked: BTreeMap<Stage, usize>,
    pub(crate) disputes: Vec<Dispute>,
    pub(crate) unexplained: Vec<Unexplained>,
    pub(crate) notes: Vec<Note>,
    /// Counts that set nothing, by stage and day.
    pub(crate) outvoted: BTreeSet<(Stage, Date)>,
    /// Movements that were not added: their reports, those that they may repeat, and why.
    pub(crate) repeats: Vec<(BTreeSet<ClaimId>, BTreeSet<ClaimId>, String)>,
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

impl Turn<'_, '_> {
    /// By day; on one day movements first, in the order of the stages they lead through.
    fn order(&self) -> (Date, Option<Stage>, Option<Step>) {
        match self {
            Self::Move(event) => (event.day, None, Some(event.happening.step)),
            Self::Count(count) => (count.day, Some(count.stage), None),
        }
    }
}

/// The line of the table for a step; where the source does not say of what, that of the first kind that takes it.
pub(crate) fn path_of(resource: &Resource, step: Step) -> Option<Path> {
    match resource.kind() {
        Some(kind) => kind.path(step).ok(),
        None => PATHS.iter().find(|path| path.step == step).copied(),
    }
}

/// The stages from which a step takes, the nearest first; a promise is reckoned with at the end.
///
/// Who is deployed may have been ready, or in training without anybody having said "ready"; what goes home or is
/// lost was deployed, so there the nearest is the only one.
fn behind(path: Path) -> Vec<Stage> {
    let mut stages = Vec::new();
    let mut next = Some(path);
    while let Some(Path { from: Account::In(from), .. }) = next
        && from != Stage::Promised
        && !stages.contains(&from)
    {
        stages.push(from);
        next = into(path.kind, from).filter(|_| path.to == Account::In(Stage::Deployed));
    }
    stages
}

/// The first line of the table that leads into a stage.
fn into(kind: ResourceKind, stage: Stage) -> Option<Path> {
    PATHS.iter().find(|path| path.kind == kind && path.to == Account::In(stage)).copied()
}

impl Walker<'_> {
    /// Walks through movements and counts in the order of their days; counts are at the end of theirs.
    pub(crate) fn walk(self, moves: &[&Settled], counts: &[Posted]) -> Walked {
        let mut turns: Vec<Turn> = Vec::new();
        turns.extend(moves.iter().map(|event| Turn::Move(event)));
        turns.extend(counts.iter().map(Turn::Count));
        turns.sort_by_key(Turn::order);
        let mut walked = Walked::default();
        for turn in turns {
            match turn {
                Turn::Move(event) => self.post(&mut walked, event.day, event),
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
        if let Some((with, words)) = walked.repeated(path, event.amount) {
            walked.repeats.push((claims, with, words));
            return;
        }
        walked.tally(path, event.amount, day, &claims);
        match path.to {
            Account::In(to) => {
                if let Some(balance) = walked.now(to) {
                    let more = balance.moved(balance.amount.raised(event.amount), day, &claims);
                    walked.stand(to, day, more);
                } else if self.opens {
                    let opened = Balance::of_moves(event, day, claims.clone());
                    walked.by_moves.insert(to, opened.clone());
                    walked.stand(to, day, opened);
                }
                draw(walked, path, event.amount, day, &claims);
            }
            Account::Outside => {
                if let Some(balance) = walked.now(Stage::Promised) {
                    let less = balance.moved(balance.amount.less(event.amount), day, &claims);
                    walked.stand(Stage::Promised, day, less);
                }
            }
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
            if self.checks && !agrees && reckoned.outvotes(count) {
                self.outvote(walked, count, reckoned);
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
            weight: count.choice.weight,
            base: Some(Base {
                day: count.day,
                amount,
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
        // Money is told of a few funds at a time: what one has paid another may have committed.
        let path = into(self.kind(), count.stage).filter(|path| path.kind != ResourceKind::Money);
        let Some(path) = path else { return };
        let waiting = |walked: &Walked| {
            behind(path).into_iter().find(|stage| {
                walked.now(*stage).is_some_and(|balance| balance.amount.best.is_some_and(|best| best > 0))
            })
        };
        let Some(stage) = waiting(walked) else { return };
        let Some(stood) = walked.now(stage).cloned() else { return };
        // Two counts of one day that differ are of different people.
        if stood.since == count.day && !stood.amount.meets(more) {
            return;
        }
        draw(walked, path, more, count.day, &count.choice.taken.claims);
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
        walked.disputes.push(Dispute {
            whose: self.whose.clone(),
            resource: self.resource.clone(),
            about: matter(count.stage),
            day: Some(count.day),
            sides: std::iter::once(&choice.taken).chain(&choice.rivals).cloned().collect(),
            why: choice.why.to_owned(),
            difference: choice.difference,
            within_rounding: choice.within_rounding,
        });
    }

    /// A count that is told by one source, worse graded than what it contradicts, sets nothing and stays in view.
    fn outvote(self, walked: &mut Walked, count: &Posted, reckoned: &Balance) {
        let amount = count.choice.amount;
        walked.outvoted.insert((count.stage, count.day));
        walked.disputes.push(Dispute {
            whose: self.whose.clone(),
            resource: self.resource.clone(),
            about: matter(count.stage),
            day: Some(count.day),
            sides: vec![reckoned.side(), count.choice.taken.clone()],
            why: "it is graded better than the one source that says otherwise".to_owned(),
            difference: amount.distance(reckoned.amount),
            within_rounding: false,
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
            walked.checked.insert(count.stage, reckoned.moves);
        }
        walked.unexplained.push(self.gap(count.stage, count.day, stated(count), reckoned));
    }

    fn gap(self, stage: Stage, day: Date, stated: Side, reckoned: &Balance) -> Unexplained {
        Unexplained::between(self.whose, self.resource, stage, day, stated, reckoned.side())
    }

    /// Holds what all movements add up to against the last figure, where counts have covered them up.
    fn check_moves_alone(self, walked: &mut Walked) {
        let by_moves = std::mem::take(&mut walked.by_moves);
        for (stage, moved) in by_moves {
            let Some(now) = walked.now(stage) else { continue };
            let checked = walked.checked.get(&stage) == Some(&moved.moves);
            let covered = now.base.is_some() && moved.moves > 1 && !checked;
            // Those who wait leave without a report of it; what is in the mission came by movements.
            let in_mission = matches!(stage, Stage::Deployed | Stage::InService);
            if !covered || !in_mission || now.amount.meets(moved.amount) {
                continue;
            }
            let gap = self.gap(stage, now.since, now.side(), &moved);
            walked.unexplained.push(gap);
        }
    }
}

/// Takes what has reached a stage out of those before it, as far as something stands there.
fn draw(walked: &mut Walked, path: Path, amount: Amount, day: Date, claims: &BTreeSet<ClaimId>) {
    let mut rest = amount;
    for stage in behind(path) {
        if rest.best.unwrap_or(rest.low) == 0 {
            break;
        }
        let Some(balance) = walked.now(stage) else { continue };
        let stood = balance.amount;
        let less = balance.moved(stood.lowered(rest), day, claims);
        walked.stand(stage, day, less);
        rest = rest.less(stood);
    }
}

fn matter(stage: Stage) -> Matter {
    match stage {
        Stage::Promised => Matter::PromisedInAll,
        stage => Matter::Strength(stage),
    }
}

fn stated(count: &Posted) -> Side {
    Side { words: format!("{} stated", count.choice.taken.words), ..count.choice.taken.clone() }
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

    /// Whether those who take a step towards the mission may stand where it leads already.
    ///
    /// Without a number they may be among those who wait there. People found ready may have been counted before,
    /// where nobody stood in training to come from and the count holds as many.
    fn repeated(&self, path: Path, amount: Amount) -> Option<(BTreeSet<ClaimId>, String)> {
        if let Account::In(stage @ (Stage::Training | Stage::Ready)) = path.to
            && amount.best.is_none()
        {
            let there = self.now(stage)?;
            let words = format!("it gives no number and may be among those in {stage}");
            return Some((there.claims.clone(), words));
        }
        let trained = self.now(Stage::Training).is_some_and(|balance| balance.amount.best != Some(0));
        if path.step != Step::Certify || trained {
            return None;
        }
        let ready = self.now(Stage::Ready)?;
        let base = ready.base.as_ref()?;
        let holds = base.amount.best.zip(amount.best).is_some_and(|(base, own)| own <= base);
        let words = format!(
            "{} may be among the {} counted as ready on {}, for nobody was told to be in training",
            crate::sentences::amount_words(amount),
            base.words,
            base.day
        );
        holds.then(|| (ready.claims.clone(), words))
    }

    fn tally(&mut self, path: Path, amount: Amount, day: Date, claims: &BTreeSet<ClaimId>) {
        if let Account::In(to) = path.to
            && let Some(sum) = self.by_moves.get_mut(&to)
        {
            *sum = sum.moved(sum.amount.raised(amount), day, claims);
        }
        if let Account::In(from) = path.from
            && let Some(sum) = self.by_moves.get_mut(&from)
        {
            *sum = sum.moved(sum.amount.lowered(amount), day, claims);
        }
    }
}
