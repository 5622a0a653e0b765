//! Day: what is told for one day is one event, unless it is numbered or ruled to be several.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::Date};
use model::{DocumentId, Ordinal};

use super::{Group, Ruled, SAME_CONTINGENT_DAYS, Telling, distinct, is_like};
use crate::amount::Amount;

/// The tellings by day. Those that leave two or three days open go where a like number is told, else where most is,
/// else to the last day that all that overlap with them share.
pub(super) fn by_day(tellings: Vec<Telling>) -> Vec<Vec<Telling>> {
    let (exact, open): (Vec<_>, Vec<_>) =
        tellings.into_iter().partition(|telling| telling.first == Some(telling.last));
    let mut days: BTreeMap<Date, Vec<Telling>> = BTreeMap::new();
    for telling in exact {
        days.entry(telling.last).or_default().push(telling);
    }
    let told: BTreeMap<Date, (usize, Vec<Amount>)> =
        days.iter().map(|(day, tellings)| (*day, (tellings.len(), distinct(tellings)))).collect();
    let (mut placed, mut left) = (Vec::new(), Vec::new());
    for telling in open {
        let first = telling.first.unwrap_or(telling.last);
        let best = told.range(first..=telling.last).max_by_key(|(day, (tellings, amounts))| {
            let like = amounts.iter().any(|amount| amount.meets(telling.amount));
            (like, *tellings, std::cmp::Reverse(**day))
        });
        match best {
            Some((day, _)) => placed.push((*day, telling)),
            None => left.push(telling),
        }
    }
    for (day, telling) in placed {
        days.entry(day).or_default().push(telling);
    }
    left.sort_by(|a, b| (a.last, a.first, &a.ids).cmp(&(b.last, b.first, &b.ids)));
    let mut opened: Vec<(Date, Vec<Telling>)> = Vec::new();
    for telling in left {
        match opened.last_mut() {
            Some((day, tellings)) if telling.first.is_none_or(|first| first <= *day) => {
                tellings.push(telling);
            }
            _ => opened.push((telling.last, vec![telling])),
        }
    }
    days.into_values().chain(opened.into_iter().map(|(_, tellings)| tellings)).collect()
}

/// The events of one day.
///
/// Contingents numbered differently are several, if one document tells them apart or their numbers are unlike; two
/// documents that number one flight differently mean one. What is not numbered goes where a like number is told.
pub(super) fn split(mut told: Vec<Telling>, ruled: &Ruled) -> Vec<Vec<Telling>> {
    told.sort_by(|a, b| a.ids.cmp(&b.ids));
    let mut events: Vec<Vec<Telling>> = Vec::new();
    let mut ordinals: Vec<(Vec<Telling>, BTreeSet<DocumentId>)> = Vec::new();
    for (_, tellings) in by_ordinal(&told) {
        let documents: BTreeSet<_> = tellings.iter().filter_map(|telling| telling.document).collect();
        let one = ordinals.iter_mut().find(|(other, by)| {
            by.is_disjoint(&documents)
                && is_like(other.iter(), &tellings)
                && !ruled.apart(other.iter(), &tellings)
        });
        match one {
            Some((other, by)) => {
                other.extend(tellings);
                by.extend(documents);
            }
            None => ordinals.push((tellings, documents)),
        }
    }
    events.extend(ordinals.into_iter().map(|(tellings, _)| tellings));
    let amounts: Vec<_> = events.iter().map(distinct).collect();
    let most = (0..events.len()).max_by_key(|i| (events[*i].len(), std::cmp::Reverse(*i))).unwrap_or(0);
    for telling in told.into_iter().filter(|telling| telling.ordinal.is_none()) {
        let like = (0..amounts.len()).find(|i| amounts[*i].iter().any(|amount| amount.meets(telling.amount)));
        let at = like.unwrap_or(most);
        match events.get_mut(at) {
            Some(event) => event.push(telling),
            None => events.push(vec![telling]),
        }
    }
    events.into_iter().flat_map(|event| part(event, ruled)).collect()
}

fn by_ordinal(told: &[Telling]) -> BTreeMap<Ordinal, Vec<Telling>> {
    let mut by: BTreeMap<Ordinal, Vec<Telling>> = BTreeMap::new();
    for telling in told {
        if let Some(ordinal) = telling.ordinal {
            by.entry(ordinal).or_default().push(telling.clone());
        }
    }
    by
}

/// Takes apart what was ruled to be of different events.
fn part(event: Vec<Telling>, ruled: &Ruled) -> Vec<Vec<Telling>> {
    let (parted, rest): (Vec<_>, Vec<_>) = event.into_iter().partition(|telling| ruled.is_parted(telling));
    let mut parts: Vec<Vec<Telling>> = Vec::new();
    for telling in parted {
        match parts.iter_mut().find(|part| !ruled.apart(part.iter(), [&telling])) {
            Some(part) => part.push(telling),
            None => parts.push(vec![telling]),
        }
    }
    let like: Vec<_> = parts.iter().map(distinct).collect();
    for telling in rest {
        let at = like.iter().position(|amounts| amounts.iter().any(|amount| amount.meets(telling.amount)));
        match parts.get_mut(at.unwrap_or(0)) {
            Some(part) => part.push(telling),
            None => parts.push(vec![telling]),
        }
    }
    parts
}

/// Puts together what is told of one numbered contingent on other days.
pub(super) fn by_contingent(groups: Vec<Group>, ruled: &Ruled) -> Vec<Group> {
    let (numbered, mut all): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| group.ordinal.is_some());
    let mut by: BTreeMap<Option<Ordinal>, Vec<Group>> = BTreeMap::new();
    for group in numbered {
        by.entry(group.ordinal).or_default().push(group);
    }
    for mut groups in by.into_values() {
        groups.sort_by(|a, b| a.place().cmp(&b.place()));
        let mut open: Vec<Group> = Vec::new();
        for group in groups {
            let one = open.last().is_some_and(|before| {
                let within =
                    |days: i32| before.last.checked_add(days.days()).is_ok_and(|reach| group.first <= reach);
                let like = || is_like(&before.tellings, &group.tellings);
                (within(1) || (within(SAME_CONTINGENT_DAYS) && like()))
                    && !ruled.apart(&before.tellings, &group.tellings)
            });
            match open.pop() {
                Some(before) if one => {
                    open.extend(Group::of(before.tellings.into_iter().chain(group.tellings).collect()));
                }
                before => open.extend(before.into_iter().chain([group])),
            }
        }
        all.extend(open);
    }
    all
}
