//! Reading: balances from the claims and their events. The simple reading: the latest counts, and what moved since.
//!
//! `docs/decisions/0004-simple-reading.md` has the rules and why. This is the place of the fit: whatever replaces
//! it goes from the same gathered claims and grouped events to the same [`Reading`].

use std::collections::{BTreeMap, BTreeSet};

use model::{Statement, Step, Whose};

use crate::{
    Asked, Dispute, Event, Line, Unexplained, book,
    draft::{ByStage, Draft, draft},
    gather::{Gathered, Told},
    group::{Happenings, Key},
    settle::Settled,
};

/// What a reading makes of the claims.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) lines: Vec<Line>,
    pub(crate) sums: Vec<Line>,
    pub(crate) disputes: Vec<Dispute>,
    pub(crate) unexplained: Vec<Unexplained>,
    pub(crate) events: Vec<Event>,
}

/// Makes balances of the claims and their events.
pub(crate) fn read<'a>(
    gathered: &Gathered<'a>,
    mut events: BTreeMap<Key, Happenings<'a>>,
    asked: &Asked,
) -> Reading {
    let counts = by_line(&gathered.counts);
    let later = by_line(&gathered.later_counts);
    let keys: BTreeSet<Key> = counts.keys().chain(events.keys()).cloned().collect();
    let none = BTreeMap::new();
    let mut drafts: BTreeMap<Key, Draft<'a>> = BTreeMap::new();
    for key in &keys {
        let happenings = events.remove(key).unwrap_or_default();
        let own = counts.get(key).unwrap_or(&none);
        let after = later.get(key).unwrap_or(&none);
        let mut draft = draft(key, own, after, happenings, gathered.rulings, asked.as_of);
        let of_parties = parties_moves(key, &drafts);
        draft.walk(key, &of_parties);
        drafts.insert(key.clone(), draft);
    }
    let mut reading = Reading::default();
    book::close(&mut reading, &mut drafts, asked);
    reading
}

/// The parties' own movements, for the line of the whole mission: its last count goes on from there.
fn parties_moves<'a>(key: &Key, drafts: &BTreeMap<Key, Draft<'a>>) -> Vec<Settled<'a>> {
    if key.whose != Whose::Mission {
        return Vec::new();
    }
    // Parties come before the mission in the order of keys.
    let parties = drafts
        .iter()
        .filter(|(other, _)| matches!(other.whose, Whose::Party(_)) && other.resource == key.resource);
    let moves = parties.flat_map(|(_, draft)| draft.moves().cloned());
    moves.filter(|event| event.happening.step != Step::Pledge).collect()
}

pub(crate) fn by_line<'t, 'a>(counts: &'t [Told<'a>]) -> BTreeMap<Key, ByStage<'t, 'a>> {
    let mut lines: BTreeMap<Key, ByStage<'t, 'a>> = BTreeMap::new();
    for told in counts {
        if let Statement::Count(count) = &told.claim.statement {
            let key = Key::of(&count.scope.whose, &count.scope.resource);
            lines.entry(key).or_default().entry(count.stage).or_default().push(told);
        }
    }
    lines
}
