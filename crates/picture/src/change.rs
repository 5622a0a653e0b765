//! Change: what differs between two pictures, and which entries did it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use ledger::{Ledger, Standing};
use model::{
    Account, ClaimId, Decision, DecisionId, MissionCode, Name, Resource, Ruling, Stage, Statement, Whose,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    Asked, Between, Contributor, Dispute, Event, Figure, Picture, Use,
    gather::{gather, is_known},
    history::{cell, written},
    key::Key,
    picture,
};

/// What differs between two pictures of one mission. The field names are stable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Change {
    /// What the first picture was asked.
    pub before: Asked,
    /// What the second was asked.
    pub after: Asked,
    /// The figures that differ, in the order of a picture's rows.
    pub rows: Vec<ChangedRow>,
    /// Disputes that the second picture has and the first has not. A dispute goes on while a claim stays outvoted on the
    /// same matter.
    pub opened: Vec<Dispute>,
    /// Disputes that the first picture has and the second has not.
    pub closed: Vec<Dispute>,
    /// Movements that the second picture counts and the first does not, as their reports tell them.
    pub came: Vec<Event>,
    /// Movements that the first picture counts and the second does not, or counts otherwise.
    pub went: Vec<Event>,
    /// Claims that one picture rests on and the other could not, and claims that speak of the days between.
    pub entries: Vec<EntryOf>,
    /// Decisions that one of the two ledgers holds and the other does not.
    pub decisions: Vec<Decided>,
}

/// A figure that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangedRow {
    /// The mission's code.
    pub mission: MissionCode,
    /// Whose, as in a row of the picture.
    #[serde(rename = "party", serialize_with = "written")]
    #[schemars(with = "String")]
    pub whose: Contributor,
    /// Of what, as in a row.
    #[serde(serialize_with = "written")]
    #[schemars(with = "String")]
    pub resource: Resource,
    /// In which stage, as in a row.
    pub stage: String,
    /// What the first picture has; none: it has no such figure.
    pub before: Option<Between>,
    /// What the second picture has, likewise.
    pub after: Option<Between>,
    /// The entries that bear on it: claims on this balance, on several or all that it is part of, and on what it is
    /// reckoned from.
    pub claims: BTreeSet<ClaimId>,
    /// The decisions that bear on it.
    pub decisions: BTreeSet<DecisionId>,
}

/// A claim that one picture rests on otherwise than the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EntryOf {
    /// The claim.
    pub claim: ClaimId,
    /// Why it makes a difference.
    pub why: Why,
    /// The day it was published.
    pub published: Date,
    /// What it says, in one line.
    pub words: String,
}

/// Why a claim makes a difference between two pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It was published after the first knowledge day, and by the second.
    Published,
    /// It was entered between the two.
    Entered,
    /// A person's decision ruled it out, brought it back or put another in its place.
    Ruled,
    /// Only the first picture could know it.
    NotKnown,
    /// It speaks of days between the two that are pictured.
    SpeaksBetween,
}

/// A decision between the two pictures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Decided {
    /// The decision.
    pub decision: DecisionId,
    /// On which claim.
    pub claim: ClaimId,
    /// What was ruled.
    pub ruling: Ruling,
    /// By whom.
    pub by: Name,
    /// Why they did.
    pub why: Name,
}

/// The names of the columns of [`ChangedRow::cells`], in order.
pub const CHANGE_COLUMNS: [&str; 12] = [
    "mission",
    "party",
    "resource",
    "stage",
    "before_low",
    "before_best",
    "before_high",
    "after_low",
    "after_best",
    "after_high",
    "claims",
    "decisions",
];

/// What differs between the picture that one ledger gives and that which another gives, or the same one.
///
/// The ledger of an earlier moment is the same one with later entries left out: so decisions are found as well.
#[must_use]
pub fn change(before: (&Ledger, &Asked), after: (&Ledger, &Asked)) -> Change {
    let (then, now) = (picture(before.0, before.1), picture(after.0, after.1));
    between((before.0, &then), (after.0, &now))
}

/// The same, of pictures that are there.
pub(crate) fn between(before: (&Ledger, &Picture), after: (&Ledger, &Picture)) -> Change {
    let (then, now) = (before.1, after.1);
    let (before, after) = ((before.0, &then.asked), (after.0, &now.asked));
    let entries = entries(before, after);
    let decisions = decisions(before, after);
    let counted = |of: &Picture| -> Vec<Event> {
        of.events.iter().filter(|event| event.use_ == Use::Counted).cloned().collect()
    };
    let (then_moved, now_moved) = (counted(then), counted(now));
    let mut rows = rows(then, now);
    for row in &mut rows {
        attribute(row, (then, now), (before.0, after.0), &entries, &decisions);
    }
    Change {
        before: before.1.clone(),
        after: after.1.clone(),
        rows,
        opened: only_in(&now.disputes, &then.disputes),
        closed: only_in(&then.disputes, &now.disputes),
        came: now_moved.iter().filter(|event| !then_moved.contains(event)).cloned().collect(),
        went: then_moved.iter().filter(|event| !now_moved.contains(event)).cloned().collect(),
        entries,
        decisions,
    }
}

/// Of whom, of what, and in which stage; `promised in all` before the stages, as in a picture's rows.
type Figures<'p> = BTreeMap<(&'p Contributor, &'p Resource, Option<Stage>), &'p Figure>;

fn figures(picture: &Picture) -> Figures<'_> {
    let mut figures = Figures::new();
    for line in &picture.lines {
        let key = |stage| (&line.whose, &line.resource, stage);
        figures.extend(line.promised_in_all.iter().map(|figure| (key(None), figure)));
        figures.extend(line.stages.iter().map(|(stage, figure)| (key(Some(*stage)), figure)));
    }
    figures
}

fn rows(then: &Picture, now: &Picture) -> Vec<ChangedRow> {
    let (before, after) = (figures(then), figures(now));
    let keys: BTreeSet<_> = before.keys().chain(after.keys()).copied().collect();
    let changed = |key: &(&Contributor, &Resource, Option<Stage>)| {
        let of = |figures: &Figures| figures.get(key).copied().map(Between::of);
        let (before, after) = (of(&before), of(&after));
        (before != after).then(|| ChangedRow {
            mission: now.asked.mission.clone(),
            whose: key.0.clone(),
            resource: key.1.clone(),
            stage: key.2.map_or_else(|| "promised in all".to_owned(), |stage| stage.to_string()),
            before,
            after,
            claims: BTreeSet::new(),
            decisions: BTreeSet::new(),
        })
    };
    keys.iter().filter_map(changed).collect()
}

/// Whether a claim counts: known, seen, and not ruled out or replaced.
fn counts(ledger: &Ledger, asked: &Asked, id: ClaimId) -> Option<bool> {
    ledger.claim(id).filter(|held| is_known(&held.claim, asked))?;
    Some(match ledger.standing(id) {
        Standing::Undecided | Standing::Accepted => true,
        Standing::Rejected => false,
        Standing::Replaced(with) => !ledger.claim(with).is_some_and(|held| is_known(&held.claim, asked)),
    })
}

fn entries(before: (&Ledger, &Asked), after: (&Ledger, &Asked)) -> Vec<EntryOf> {
    let between = speak_between(after.0, (before.1, after.1));
    let held: BTreeMap<ClaimId, _> =
        before.0.claims().chain(after.0.claims()).map(|held| (held.id, held)).collect();
    let entry = |(id, held): (ClaimId, &ledger::Held)| {
        let why = match (counts(before.0, before.1, id), counts(after.0, after.1, id)) {
            (None, Some(_)) if before.0.claim(id).is_none() => Why::Entered,
            (None, Some(_)) => Why::Published,
            (Some(_), None) => Why::NotKnown,
            (Some(then), Some(now)) if then != now => Why::Ruled,
            (Some(_), Some(_)) if between.contains(&id) => Why::SpeaksBetween,
            (None, None) | (Some(_), Some(_)) => return None,
        };
        Some(EntryOf {
            claim: id,
            why,
            published: held.claim.published.day,
            words: format!("{}: {}", held.claim.modality, held.claim.statement),
        })
    };
    let mut entries: Vec<EntryOf> = held.into_iter().filter_map(entry).collect();
    entries.sort_by_key(|entry| (entry.why, entry.published, entry.claim));
    entries
}

/// The claims that speak of the days between two pictures: those asked about, or those that each looks ahead to.
///
/// A picture known on a day counts what was announced for days up to it, so a day that passes brings in a claim known
/// all along.
fn speak_between(ledger: &Ledger, (one, other): (&Asked, &Asked)) -> BTreeSet<ClaimId> {
    let ahead = |asked: &Asked| asked.as_of.max(asked.known_on);
    let until = ahead(one).max(ahead(other));
    let gathered = gather(ledger, &Asked { as_of: until, ..other.clone() });
    let pairs = [(one.as_of, other.as_of), (ahead(one), ahead(other))].map(|(a, b)| (a.min(b), a.max(b)));
    let speaks = |first: Option<Date>, last: Date| {
        pairs.iter().any(|&(from, to)| from < to && last > from && first.is_none_or(|first| first <= to))
    };
    let told = gathered.counts.iter().chain(&gathered.movements);
    told.filter(|told| speaks(told.first, told.last)).map(|told| told.id).collect()
}

fn decisions(before: (&Ledger, &Asked), after: (&Ledger, &Asked)) -> Vec<Decided> {
    let of = |(ledger, asked): (&Ledger, &Asked)| -> BTreeMap<DecisionId, Decision> {
        let named = |decision: &&Decision| {
            let claims = [Some(decision.claim), decision.ruling.other()];
            claims
                .into_iter()
                .flatten()
                .any(|id| ledger.claim(id).is_some_and(|held| is_known(&held.claim, asked)))
        };
        ledger.decisions().filter(named).map(|decision| (decision.id(), decision.clone())).collect()
    };
    let (then, now) = (of(before), of(after));
    let only = |one: &BTreeMap<DecisionId, Decision>, other: &BTreeMap<DecisionId, Decision>| {
        let own = one.iter().filter(|(id, _)| !other.contains_key(*id));
        own.map(|(id, it)| (*id, it.clone())).collect::<Vec<_>>()
    };
    let mut all: Vec<_> = only(&then, &now).into_iter().chain(only(&now, &then)).collect();
    all.sort_by_key(|(id, decision)| (decision.made, *id));
    all.into_iter()
        .map(|(id, Decision { claim, ruling, by, why, .. })| Decided { decision: id, claim, ruling, by, why })
        .collect()
}

/// Names the entries that bear on a row: those on its balance, or else those on what is weighed with it.
fn attribute(
    row: &mut ChangedRow,
    pictures: (&Picture, &Picture),
    ledgers: (&Ledger, &Ledger),
    entries: &[EntryOf],
    decisions: &[Decided],
) {
    let stage = (row.stage != "promised in all").then(|| row.stage.clone());
    let behind: BTreeSet<ClaimId> = [figures(pictures.0), figures(pictures.1)]
        .iter()
        .flatten()
        .filter(|((whose, resource, of), _)| {
            **whose == row.whose && **resource == row.resource && of.map(|of| of.to_string()) == stage
        })
        .flat_map(|(_, figure)| figure.claims.iter().copied())
        .collect();
    let statement = |id: ClaimId| {
        let held = ledgers.1.claim(id).or_else(|| ledgers.0.claim(id));
        held.map(|held| &held.claim.statement)
    };
    let on_it = |id: &ClaimId| {
        behind.contains(id)
            || statement(*id).is_some_and(|it| concerns(it, &row.whose, &row.resource, &row.stage))
    };
    let beside = |id: &ClaimId| statement(*id).and_then(key).is_some_and(|key| key.resource == row.resource);
    let named = |bears: &dyn Fn(&ClaimId) -> bool| -> (BTreeSet<ClaimId>, BTreeSet<DecisionId>) {
        let claims = entries.iter().map(|entry| entry.claim).filter(bears).collect();
        let both = |it: &&Decided| bears(&it.claim) || it.ruling.other().as_ref().is_some_and(bears);
        (claims, decisions.iter().filter(both).map(|it| it.decision).collect())
    };
    (row.claims, row.decisions) = named(&on_it);
    if row.claims.is_empty() && row.decisions.is_empty() {
        (row.claims, row.decisions) = named(&beside);
    }
}

fn key(statement: &Statement) -> Option<Key> {
    let scope = match statement {
        Statement::Count(count) => &count.scope,
        Statement::Movement(movement) => &movement.scope,
        _ => return None,
    };
    Some(Key::of(&scope.whose, &scope.resource))
}

/// Whether it is told of this balance, or of several or all that it is part of.
pub(crate) fn concerns(statement: &Statement, of: &Contributor, what: &Resource, called: &str) -> bool {
    let Some(Key { whose, resource }) = key(statement) else { return false };
    let of_whom = match (of, &whose) {
        (Contributor::Sum | Contributor::Others, _) | (Contributor::Party(_), Whose::Mission) => true,
        (Contributor::Party(one), Whose::Parties(parties)) => parties.iter().any(|party| party == *one),
        (of, whose) => *of == Contributor::from(whose),
    };
    let owed = called.starts_with("promised");
    let in_stage = |stage: Stage| stage.to_string() == called || (owed && stage == Stage::Promised);
    let stage = match statement {
        Statement::Count(count) => in_stage(count.stage),
        Statement::Movement(movement) => {
            let path = resource.kind().and_then(|kind| kind.path(movement.step).ok());
            let ends = path.map(|path| [path.from, path.to]);
            ends.into_iter().flatten().any(|end| matches!(end, Account::In(stage) if in_stage(stage)))
        }
        _ => false,
    };
    of_whom && resource == *what && stage
}

/// The disputes that bear on the day of their picture, and go on in no dispute of the other that does.
fn only_in(disputes: &[Dispute], others: &[Dispute]) -> Vec<Dispute> {
    let outvoted = |dispute: &Dispute| -> BTreeSet<ClaimId> {
        dispute.outvoted.iter().flat_map(|it| it.said.claims.iter().copied()).collect()
    };
    let matter = |it: &Dispute| (it.whose.clone(), it.resource.clone(), it.about);
    let mut outvoted_on: BTreeMap<_, BTreeSet<ClaimId>> = BTreeMap::new();
    for dispute in others.iter().filter(|dispute| dispute.bears) {
        outvoted_on.entry(matter(dispute)).or_default().extend(outvoted(dispute));
    }
    let goes_on = |dispute: &&Dispute| {
        outvoted_on.get(&matter(dispute)).is_some_and(|claims| !claims.is_disjoint(&outvoted(dispute)))
    };
    disputes.iter().filter(|dispute| dispute.bears).filter(|it| !goes_on(it)).cloned().collect()
}

impl ChangedRow {
    /// The cells of one line of CSV, in the order of [`CHANGE_COLUMNS`]; entries are joined by a space.
    #[must_use]
    pub fn cells(&self) -> [String; 12] {
        let numbers = |it: Option<Between>| {
            [it.map(|it| it.low), it.and_then(|it| it.best), it.and_then(|it| it.high)].map(cell)
        };
        let ([low, best, high], [then_low, then_best, then_high]) =
            (numbers(self.after), numbers(self.before));
        let claims: Vec<_> = self.claims.iter().map(ToString::to_string).collect();
        let decisions: Vec<_> = self.decisions.iter().map(ToString::to_string).collect();
        [
            self.mission.to_string(),
            self.whose.to_string(),
            self.resource.to_string(),
            self.stage.clone(),
            then_low,
            then_best,
            then_high,
            low,
            best,
            high,
            claims.join(" "),
            decisions.join(" "),
        ]
    }
}
