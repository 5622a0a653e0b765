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
    Asked, Contributor, Dispute, Event, Frame, Line, Note, OpenScope, Overdue, Unexplained,
    fit::{Grouped, Memo},
    gather::{Gathered, Told, gather},
    key::Key,
    promise,
    reading::{Reading, read},
};

/// What follows from the claims. Same claims in any order, same picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Picture {
    /// What was asked.
    pub asked: Asked,
    /// The strength book: parties by code, then several parties, unstated, others, the whole mission as stated, and the
    /// sum of all.
    pub lines: Vec<Line>,
    /// Claims that cannot all be right: those that bear on the day first, then the dearest.
    pub disputes: Vec<Dispute>,
    /// Movements up to the day that no claim accounts for, in the field first, then the largest.
    pub unexplained: Vec<Unexplained>,
    /// Counts up to the day of which no source says whose they are, and of whom they may be.
    pub scopes: Vec<OpenScope>,
    /// Every movement that may have been by the day, each with its reports.
    pub events: Vec<Event>,
    /// The same movements with every report of those that are weighed, and where it was open what is one event.
    pub movements: Grouped,
    /// What is planned or proposed, and moved nothing.
    pub plans: Vec<Noted>,
    /// What was planned or pledged for a day that has passed and has not come, the latest due first.
    pub overdue: Vec<Overdue>,
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
    /// They speak of a time after the day asked for, or give no day and were published well after it: they bear on it only
    /// through what stood on both days.
    pub later: BTreeSet<ClaimId>,
    /// They tell of strength and are not weighed: they may repeat others, count named units where others count the whole,
    /// or tell what was promised by a later day.
    pub not_weighed: BTreeSet<ClaimId>,
}

/// The picture that the ledger gives for what is asked.
#[must_use]
pub fn picture(ledger: &Ledger, asked: &Asked) -> Picture {
    picture_with(ledger, asked, &mut Memo::default())
}

/// The same; what the memo holds of it is not worked out again.
pub(crate) fn picture_with(ledger: &Ledger, asked: &Asked, memo: &mut Memo) -> Picture {
    let gathered = gather(ledger, asked);
    // What is known by now of later days bears on the day asked for: the whole history is weighed at once.
    let until = asked.as_of.max(asked.known_on);
    let all = gather(ledger, &Asked { as_of: until, ..asked.clone() });
    let Reading { mut lines, disputes, unexplained, scopes, events, movements, weighed } =
        read(ledger, &all, asked, until, memo);
    add_lines_of_plans(&mut lines, &gathered);
    let mut left_out = gathered.left_out.clone();
    let told = all.counts.iter().chain(&all.movements).map(|told| told.id);
    left_out.not_weighed = told.filter(|id| !weighed.contains(id) && !left_out.later.contains(id)).collect();
    let noted = |told: &[Told]| {
        let mut noted: Vec<Noted> = told.iter().map(|told| told.noted(asked)).collect();
        noted.sort_by(|a, b| {
            (a.lapsed, Reverse(a.when.latest()), a.claim).cmp(&(b.lapsed, Reverse(b.when.latest()), b.claim))
        });
        noted
    };
    let overdue = promise::overdue(&gathered.plans, &lines, &events, asked);
    Picture {
        asked: asked.clone(),
        lines,
        disputes,
        unexplained,
        scopes,
        events,
        movements,
        plans: noted(&gathered.plans),
        overdue,
        denials: noted(&gathered.denials),
        frame: Frame::of(&gathered.frame, asked),
        left_out,
    }
}

/// A contributor that has only plans or denials has its line too, so that it is not overlooked.
fn add_lines_of_plans(lines: &mut Vec<Line>, gathered: &Gathered) {
    let have: BTreeSet<_> = lines.iter().map(|line| (line.whose.clone(), line.resource.clone())).collect();
    let mut fresh: BTreeMap<Key, Vec<Note>> = BTreeMap::new();
    for told in gathered.plans.iter().chain(&gathered.denials) {
        let scope = match &told.claim.statement {
            Statement::Count(count) => &count.scope,
            Statement::Movement(movement) => &movement.scope,
            _ => continue,
        };
        let key = Key::of(&scope.whose, &scope.resource);
        let told_of = have.contains(&(Contributor::from(&key.whose), key.resource.clone()));
        if matches!(key.whose, Whose::Party(_)) && !told_of {
            fresh.entry(key).or_default().push(Note {
                words: format!("{}: {}", told.claim.modality, told.claim.statement),
                claims: BTreeSet::from([told.id]),
            });
        }
    }
    for (Key { whose, resource }, notes) in fresh {
        lines.push(Line {
            whose: Contributor::from(&whose),
            resource,
            promised_in_all: None,
            stages: BTreeMap::new(),
            counts: Vec::new(),
            notes,
        });
    }
    lines.sort_by(|a, b| (&a.whose, &a.resource).cmp(&(&b.whose, &b.resource)));
}
