//! Book: the walked lines become figures, sums and checks against the whole mission.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::{Quantity, Resource, ResourceKind, Stage, Step, Whose};

use crate::{
    Asked, Basis, Figure, Line, Note, Side, Unexplained, amount::Amount, balance::Balance, draft::Draft,
    group::Key, posted::Posted, reading::Reading, sentences::amount_words, settle::Settled,
};

/// Closes the book on the day asked for.
pub(crate) fn close(reading: &mut Reading, drafts: &mut BTreeMap<Key, Draft>, asked: &Asked) {
    for (key, draft) in drafts.iter() {
        reading.lines.push(line(key, draft, asked.as_of));
        reading.events.extend(draft.events(key));
        reading.unexplained.extend(against_parties(key, drafts));
    }
    note_other_currencies(&mut reading.lines, drafts);
    reading.sums = sums(drafts, asked.as_of);
    for draft in drafts.values_mut() {
        reading.disputes.append(&mut draft.walked.disputes);
        reading.unexplained.append(&mut draft.walked.unexplained);
    }
    reading.disputes.sort_by(|a, b| {
        let order = |dispute: &crate::Dispute| {
            (dispute.within_rounding, std::cmp::Reverse(dispute.day), dispute.whose.clone(), dispute.about)
        };
        order(a).cmp(&order(b)).then_with(|| {
            let claims = |dispute: &crate::Dispute| {
                dispute.sides.iter().map(|side| side.claims.clone()).collect::<Vec<_>>()
            };
            claims(a).cmp(&claims(b))
        })
    });
    reading.unexplained.sort_by(|a, b| {
        let order = |gap: &Unexplained| {
            (gap.within_rounding, std::cmp::Reverse(gap.day), gap.whose.clone(), gap.stage)
        };
        order(a).cmp(&order(b)).then_with(|| a.words.cmp(&b.words))
    });
    reading.events.sort_by(|a, b| {
        let order = |event: &crate::Event| (event.last_day, event.whose.clone(), event.step);
        order(a).cmp(&order(b)).then_with(|| a.reports.cmp(&b.reports))
    });
}

fn line(key: &Key, draft: &Draft, as_of: Date) -> Line {
    let mut stages = BTreeMap::new();
    let mut moved_on = Amount::NONE;
    let mut behind_owed = BTreeSet::new();
    let walked = &draft.walked;
    let (balances, held) = held_to_promise(key, draft);
    for (stage, balance) in &balances {
        moved_on = moved_on.plus(balance.amount);
        behind_owed.extend(balance.claims.iter().copied());
        stages.insert(*stage, figure(balance, as_of));
    }
    let total = walked.now(Stage::Promised);
    if let (Some(total), Whose::Party(_) | Whose::Parties(_)) = (total, &key.whose) {
        let owed = total.amount.less(moved_on);
        behind_owed.extend(total.claims.iter().copied());
        let how = format!(
            "{} promised in all, less {} that stand further on",
            amount_words(total.amount),
            amount_words(moved_on)
        );
        let since = total.since.max(stages.values().filter_map(|it| it.since).max().unwrap_or(Date::MIN));
        let figure = Figure {
            low: owed.low,
            best: owed.best,
            high: owed.high,
            stated: None,
            basis: Basis::Difference,
            since: Some(since),
            days_old: days_old(since, as_of),
            claims: behind_owed,
            how,
        };
        stages.insert(Stage::Promised, figure);
    }
    Line {
        whose: key.whose.clone(),
        resource: key.resource.clone(),
        promised_in_all: total.map(|total| figure(total, as_of)),
        stages,
        counts: draft.counts(as_of),
        notes: notes(key, draft, as_of).into_iter().chain(held).collect(),
    }
}

/// What stands in each stage but `promised`. Those who wait, carried on from older counts, are held to what a party
/// promised less those who have gone: nobody trains more than it promised without somebody saying so.
fn held_to_promise(key: &Key, draft: &Draft) -> (BTreeMap<Stage, Balance>, Vec<Note>) {
    let walked = &draft.walked;
    let mut balances: BTreeMap<Stage, Balance> = walked
        .tracks
        .keys()
        .filter(|stage| **stage != Stage::Promised)
        .filter_map(|stage| Some((*stage, walked.now(*stage)?.clone())))
        .collect();
    let waiting = [Stage::Ready, Stage::Training];
    let gone = balances
        .iter()
        .filter(|(stage, _)| !waiting.contains(stage))
        .fold(Amount::NONE, |sum, (_, balance)| sum.plus(balance.amount));
    let total = walked.now(Stage::Promised).filter(|total| total.amount.is_closed());
    let is_party = matches!(key.whose, Whose::Party(_)) && key.resource.kind() == Some(ResourceKind::People);
    let mut notes = Vec::new();
    let Some(total) = total.filter(|total| is_party && total.amount.best >= gone.best) else {
        return (balances, notes);
    };
    let mut room = total.amount.less(gone);
    for stage in waiting {
        let Some(balance) = balances.get_mut(&stage) else { continue };
        if balance.moves > 0 && balance.amount.best > room.best {
            notes.push(Note {
                words: format!(
                    "{} {stage}, reckoned as {}, are held to what was promised less those who have gone",
                    amount_words(room),
                    amount_words(balance.amount)
                ),
                claims: balance.claims.union(&total.claims).copied().collect(),
            });
            balance.amount = Amount { low: balance.amount.low.min(room.low), ..room };
            balance.claims.extend(&total.claims);
        }
        room = room.less(balance.amount);
    }
    (balances, notes)
}

fn notes(key: &Key, draft: &Draft, as_of: Date) -> Vec<Note> {
    let mut notes = Vec::new();
    let all = || {
        let counts = draft.posted.iter().flat_map(|count| count.choice.taken.claims.iter().copied());
        counts.chain(draft.moves().flat_map(|event| event.happening.claims())).collect::<BTreeSet<_>>()
    };
    let whose = match &key.whose {
        Whose::Unstated => Some("no source says whose this is; it is not added to any party"),
        Whose::Parties(_) => Some("one number for several parties; it is not added to any one of them"),
        Whose::Mission | Whose::Party(_) => None,
    };
    notes.extend(whose.map(|words| Note { words: words.to_owned(), claims: all() }));
    for stage in draft.walked.tracks.keys() {
        let Some(balance) = draft.walked.now(*stage) else { continue };
        if balance.base.as_ref().is_some_and(|base| base.of_units) {
            notes.push(Note {
                words: format!("the count of those {stage} is of named units and may be of a part only"),
                claims: balance.claims.clone(),
            });
        }
    }
    for event in draft.moves().filter(|event| event.happening.last > as_of) {
        notes.push(Note {
            words: format!(
                "{}, {}: told of days up to {}, after the day asked for",
                event.happening.step,
                event.words(),
                event.happening.last
            ),
            claims: event.happening.claims(),
        });
    }
    notes.extend(draft.walked.notes.iter().cloned());
    notes
}

/// Whole days from one to the other; none where the first comes later.
fn days_old(since: Date, as_of: Date) -> i32 {
    (as_of - since).get_days().max(0)
}

fn figure(balance: &Balance, as_of: Date) -> Figure {
    let unmoved = balance.base.as_ref().filter(|_| balance.moves == 0);
    Figure {
        low: balance.amount.low,
        best: balance.amount.best,
        high: balance.amount.high,
        stated: unmoved.and_then(|base| base.quantity),
        basis: balance.basis,
        since: Some(balance.since),
        days_old: days_old(balance.since, as_of),
        claims: balance.claims.clone(),
        how: match unmoved {
            Some(base) => format!("counted as {} on {}", base.words, base.day),
            None => balance.words(),
        },
    }
}

/// Holds a number for the whole mission, or for several parties, against the parties' own figures.
fn against_parties(key: &Key, drafts: &BTreeMap<Key, Draft>) -> Vec<Unexplained> {
    let members: Option<Vec<_>> = match &key.whose {
        Whose::Mission => None,
        Whose::Parties(parties) => Some(parties.iter().collect()),
        Whose::Party(_) | Whose::Unstated => return Vec::new(),
    };
    let Some(draft) = drafts.get(key).filter(|_| adds_up(key)) else { return Vec::new() };
    let parties: Vec<&Draft> = drafts
        .iter()
        .filter(|(other, _)| match (&other.whose, &members) {
            (Whose::Party(_), None) => other.resource == key.resource,
            (Whose::Party(party), Some(members)) => other.resource == key.resource && members.contains(party),
            _ => false,
        })
        .map(|(_, draft)| draft)
        .collect();
    let compare = |count: &Posted| {
        let stood: Vec<&Balance> =
            parties.iter().filter_map(|party| party.walked.at(count.stage, count.day)).collect();
        let enough = members.as_ref().map_or(1, Vec::len);
        let sum = Side {
            words: String::new(),
            ..added(&stood.iter().map(|balance| (balance.amount, &balance.claims)).collect::<Vec<_>>())
        };
        let amount = Amount { low: sum.low, best: sum.best, high: sum.high };
        if stood.len() < enough || count.stage == Stage::Promised || amount.meets(count.choice.amount) {
            return None;
        }
        let words = format!("{} by adding up {} parties", amount_words(amount), stood.len());
        let stated =
            Side { words: format!("{} stated", count.choice.taken.words), ..count.choice.taken.clone() };
        let sum = Side { words, ..sum };
        Some(Unexplained::between(&key.whose, &key.resource, count.stage, count.day, stated, sum))
    };
    draft.posted.iter().filter_map(compare).collect()
}

fn added(parts: &[(Amount, &BTreeSet<model::ClaimId>)]) -> Side {
    let sum = parts.iter().map(|(amount, _)| *amount).reduce(Amount::plus).unwrap_or(Amount::NONE);
    Side {
        words: Quantity::Exactly(sum.best.unwrap_or(sum.low)).to_string(),
        low: sum.low,
        best: sum.best,
        high: sum.high,
        claims: parts.iter().flat_map(|(_, claims)| claims.iter().copied()).collect(),
    }
}

/// One number told in two currencies may be one sum of money: it stands in both, and both say so.
fn note_other_currencies(lines: &mut [Line], drafts: &BTreeMap<Key, Draft>) {
    type Sum<'k> = (&'k Whose, Step, u64);
    let mut told: BTreeMap<Sum, Vec<(&Key, &Settled)>> = BTreeMap::new();
    for (key, draft) in drafts.iter().filter(|(key, _)| key.resource.kind() == Some(ResourceKind::Money)) {
        for event in draft.moves() {
            if let Some(number) = event.amount.best {
                told.entry((&key.whose, event.happening.step, number)).or_default().push((key, event));
            }
        }
    }
    for ((whose, step, number), events) in told {
        for (own, event) in &events {
            let (first, last) = (event.happening.first, event.happening.last);
            let elsewhere =
                events.iter().filter(|(other, twin)| other != own && twin.happening.touches(first, last));
            for (other, twin) in elsewhere {
                let Some(line) =
                    lines.iter_mut().find(|line| line.whose == *whose && line.resource == own.resource)
                else {
                    continue;
                };
                let words = format!(
                    "{step}, {}: the same number is told in {}; it may be one sum, and stands in both",
                    Quantity::Exactly(number),
                    other.resource
                );
                let claims = event.happening.claims().union(&twin.happening.claims()).copied().collect();
                line.notes.push(Note { words, claims });
            }
        }
    }
}

/// The parties' lines added up, resource by resource; currencies and types are never mixed.
fn sums(drafts: &BTreeMap<Key, Draft>, as_of: Date) -> Vec<Line> {
    let mut parts: BTreeMap<&Resource, BTreeMap<Stage, Vec<Figure>>> = BTreeMap::new();
    let mut totals: BTreeMap<&Resource, Vec<Figure>> = BTreeMap::new();
    for (key, draft) in drafts.iter().filter(|(key, _)| matches!(key.whose, Whose::Party(_))) {
        let line = line(key, draft, as_of);
        for (stage, figure) in line.stages {
            parts.entry(&key.resource).or_default().entry(stage).or_default().push(figure);
        }
        totals.entry(&key.resource).or_default().extend(line.promised_in_all);
    }
    parts
        .into_iter()
        .map(|(resource, stages)| Line {
            whose: Whose::Mission,
            resource: resource.clone(),
            promised_in_all: totals.get(resource).and_then(|figures| sum(figures, as_of)),
            stages: stages
                .into_iter()
                .filter_map(|(stage, figures)| Some((stage, sum(&figures, as_of)?)))
                .collect(),
            counts: Vec::new(),
            notes: Vec::new(),
        })
        .collect()
}

fn sum(figures: &[Figure], as_of: Date) -> Option<Figure> {
    let since = figures.iter().filter_map(|figure| figure.since).max()?;
    let parts: Vec<_> = figures
        .iter()
        .map(|figure| (Amount { low: figure.low, best: figure.best, high: figure.high }, &figure.claims))
        .collect();
    let Side { low, best, high, claims, .. } = added(&parts);
    let parties = if figures.len() == 1 { "party" } else { "parties" };
    Some(Figure {
        low,
        best,
        high,
        stated: None,
        basis: Basis::Sum,
        since: Some(since),
        days_old: days_old(since, as_of),
        claims,
        how: format!("{} {parties} added up", figures.len()),
    })
}

/// Whether the parties' figures of this resource should add up to the mission's.
///
/// Money and equipment are told for a few givers at a time; people are told for all.
fn adds_up(key: &Key) -> bool {
    key.resource.kind() == Some(ResourceKind::People)
}
