//! The picture itself: balances with bounds on a day, as known on a day, for one viewer.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use ledger::Ledger;
use model::{ClaimId, Modality, Span, Statement, Whose};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    Asked, Dispute, Event, Frame, Line, Note, Unexplained,
    gather::{Gathered, Told, gather},
    group::{Key, group},
    reading::{Reading, read},
};

/// What follows from the claims. Same claims in any order, same picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Picture {
    /// What was asked.
    pub asked: Asked,
    /// The strength book: parties by code, then several parties, the whole mission, and unstated.
    pub lines: Vec<Line>,
    /// The parties' lines added up, by resource; what the whole mission's figures are held against.
    pub sums: Vec<Line>,
    /// Claims that cannot all be right, the widest difference first.
    pub disputes: Vec<Dispute>,
    /// Differences that no claim accounts for.
    pub unexplained: Vec<Unexplained>,
    /// Every movement, each with its reports.
    pub events: Vec<Event>,
    /// What is planned or proposed, and moved nothing.
    pub plans: Vec<Noted>,
    /// What is denied, and moved nothing.
    pub denials: Vec<Noted>,
    /// Ceilings, mandate, sites, engagements, concerns.
    pub frame: Frame,
    /// Claims known to this viewer that the picture does not rest on.
    pub left_out: LeftOut,
}

/// A claim that is shown beside the balances and moves none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Noted {
    /// The claim.
    pub claim: ClaimId,
    /// How surely it is said.
    pub modality: Modality,
    /// When it is said to hold.
    pub when: Span,
    /// Whether that time had passed on the day asked for.
    pub lapsed: bool,
    /// What it says, in one line.
    pub words: String,
}

/// Claims of the mission that the viewer may see, known by the knowledge day, that the picture does not rest on.
///
/// What was published later, or may not be seen, is not even counted: it must change nothing shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeftOut {
    /// A person ruled them out.
    pub rejected: BTreeSet<ClaimId>,
    /// Another claim stands in their place.
    pub replaced: BTreeSet<ClaimId>,
    /// They speak of a time after the day asked for, or give no day and were published well after it.
    pub later: BTreeSet<ClaimId>,
}

/// The picture that the ledger gives for what is asked.
#[must_use]
pub fn picture(ledger: &Ledger, asked: &Asked) -> Picture {
    let gathered = gather(ledger, asked);
    let mut movements: BTreeMap<Key, Vec<Told>> = BTreeMap::new();
    for told in &gathered.movements {
        if let Statement::Movement(movement) = &told.claim.statement {
            let key = Key::of(&movement.scope.whose, &movement.scope.resource);
            movements.entry(key).or_default().push(*told);
        }
    }
    let events = movements.into_iter().map(|(key, told)| (key, group(&told, gathered.rulings))).collect();
    let mut reading = read(&gathered, events, asked);
    add_lines_of_plans(&mut reading.lines, &gathered);
    let Reading { lines, sums, disputes, unexplained, events } = reading;
    let noted = |told: &[Told]| {
        let mut noted: Vec<Noted> = told.iter().map(|told| told.noted(asked)).collect();
        noted.sort_by(|a, b| {
            (a.lapsed, Reverse(a.when.latest()), a.claim).cmp(&(b.lapsed, Reverse(b.when.latest()), b.claim))
        });
        noted
    };
    Picture {
        asked: asked.clone(),
        lines,
        sums,
        disputes,
        unexplained,
        events,
        plans: noted(&gathered.plans),
        denials: noted(&gathered.denials),
        frame: Frame::of(&gathered.frame, asked),
        left_out: gathered.left_out,
    }
}

/// A contributor that has only plans or denials has its line too, so that it is not overlooked.
fn add_lines_of_plans(lines: &mut Vec<Line>, gathered: &Gathered) {
    let have: BTreeSet<Key> = lines.iter().map(|line| Key::of(&line.whose, &line.resource)).collect();
    let mut fresh: BTreeMap<Key, Vec<Note>> = BTreeMap::new();
    for told in gathered.plans.iter().chain(&gathered.denials) {
        let scope = match &told.claim.statement {
            Statement::Count(count) => &count.scope,
            Statement::Movement(movement) => &movement.scope,
            _ => continue,
        };
        let key = Key::of(&scope.whose, &scope.resource);
        if matches!(key.whose, Whose::Party(_)) && !have.contains(&key) {
            fresh.entry(key).or_default().push(Note {
                words: format!("{}: {}", told.claim.modality, told.claim.statement),
                claims: BTreeSet::from([told.id]),
            });
        }
    }
    for (Key { whose, resource }, notes) in fresh {
        lines.push(Line {
            whose,
            resource,
            promised_in_all: None,
            stages: BTreeMap::new(),
            counts: Vec::new(),
            notes,
        });
    }
    lines.sort_by(|a, b| (&a.whose, &a.resource).cmp(&(&b.whose, &b.resource)));
}
