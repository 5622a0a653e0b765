//! Explaining: what each claim costs, what outvotes it, and the claims on both sides of unexplained movement.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::ClaimId;

use super::{
    book::{Book, Mover},
    chain::Path,
    fitted::{Drawn, UnexplainedMove, Verdict},
    link::{costs, middle},
    order::Ordered,
    price::{self, CAP, whole},
    problem::{Count, EventId, Holder, Line, Of, Report},
    solve::{Solved, SolvedLine},
};

/// How each claim of a group stands to what was solved.
pub(super) fn verdicts(ordered: &Ordered, solved: &Solved) -> BTreeMap<ClaimId, Verdict> {
    let mut verdicts = BTreeMap::new();
    for line in &solved.lines {
        let books = line.program.books.iter().zip(line.paths());
        let books: BTreeMap<Holder, (&Book, &Path)> =
            books.map(|(book, path)| (book.holder, (book.as_ref(), path))).collect();
        for (i, count) in ordered.counts.iter().enumerate() {
            if count.it.line != line.program.line || !solved.supposing.hears(&count.it.report) {
                continue;
            }
            let (mut reading, mut strength, mut others, mut told) = (0, 0, 0, false);
            for (book, path) in ordered.holders(&count.it).filter_map(|holder| books.get(&holder)) {
                if let Ok(at) = book.days.binary_search(&count.day) {
                    reading += path.balances[at];
                    let whose = if book.holder == Holder::Others { &mut others } else { &mut strength };
                    *whose += book.strength[at];
                    told |= book.told;
                }
            }
            if strength + others > 0 {
                let strength = if strength > 0 { strength } else { others };
                let verdict = verdict(&count.it.report, reading, solved.votes[i], strength, told);
                verdicts.insert(count.it.report.claim, verdict);
            }
        }
    }
    for (i, size) in &solved.sizes {
        let reports = &ordered.events[*i].it.reports;
        let heard: Vec<&Report> = reports.iter().filter(|report| solved.supposing.hears(report)).collect();
        verdicts.extend(of_event(&heard, *size));
    }
    for sum in ordered.sums.iter().filter(|sum| solved.supposing.hears(&sum.report)) {
        let told: BTreeSet<EventId> = sum.events.clone();
        let sizes = solved.sizes.iter().filter(|(i, _)| told.contains(&ordered.events[**i].id));
        let sizes: Vec<i64> = sizes.map(|(_, size)| *size).collect();
        if !sizes.is_empty() {
            let strength = sum.report.number.map_or(1, whole);
            verdicts.insert(sum.report.claim, verdict(&sum.report, sizes.iter().sum(), 1, strength, false));
        }
    }
    verdicts
}

/// How the reports of an event stand to its size.
pub(super) fn of_event(heard: &[&Report], size: i64) -> impl Iterator<Item = (ClaimId, Verdict)> {
    let scale = middle(heard).unwrap_or(size);
    heard.iter().map(move |report| {
        let votes = heard.iter().filter(|other| other.source == report.source).count();
        let votes = i128::try_from(votes).unwrap_or(1);
        let mut verdict = verdict(report, size, votes, scale, false);
        if report.number.is_none() {
            // "Some" came, however many.
            (verdict.distance, verdict.cost) = (0, 0);
        }
        (report.claim, verdict)
    })
}

/// How a report stands to what the reading has where it speaks.
pub(super) fn verdict(report: &Report, reading: i64, votes: i128, strength: i64, told: bool) -> Verdict {
    let weight = report.weight.parts() / votes.max(1);
    let curves = costs(report, weight, strength, (-CAP, CAP), told);
    Verdict {
        reading: u64::try_from(reading).unwrap_or(0),
        distance: distance(report, reading),
        cost: price::millionths(curves.filter_map(|curve| curve.at(reading)).sum()),
    }
}

/// How far a number is above the claim's bounds, or below them (negative).
fn distance(report: &Report, reading: i64) -> i64 {
    let (low, high) = (whole(report.bounds.low), report.bounds.high.map(whole));
    match high {
        _ if reading < low => reading - low,
        Some(high) if reading > high => reading - high,
        _ => 0,
    }
}

/// Every movement of a group that no event explains.
pub(super) fn unexplained(ordered: &Ordered, solved: &Solved) -> Vec<UnexplainedMove> {
    let mut all = Vec::new();
    for line in &solved.lines {
        let shared = shared(ordered, solved, line);
        for (b, (book, path)) in line.program.books.iter().zip(line.paths()).enumerate() {
            let mut since = 0;
            for at in 0..book.days.len() {
                let amount = unexplained_at(book, path, at);
                if amount == 0 {
                    continue;
                }
                let until = (at + 1..book.days.len())
                    .find(|at| unexplained_at(book, path, *at) != 0)
                    .unwrap_or(book.days.len());
                let stated = claims(ordered, &shared, solved, (line, b), at..until, Some(amount));
                let events = book.movers[at].iter().filter_map(|mover| match mover {
                    Mover::Event(event, _) => Some(&ordered.events[*event].it.reports),
                    Mover::Unexplained | Mover::Drawn => None,
                });
                let mut before = claims(ordered, &shared, solved, (line, b), since..at, None);
                before.extend(events.flatten().filter(|r| solved.supposing.hears(r)).map(|r| r.claim));
                all.push(UnexplainedMove {
                    holder: book.holder,
                    line: line.program.line,
                    after: at.checked_sub(1).map(|at| book.days[at]),
                    by: book.days[at],
                    opens: book.opens == Some(at),
                    amount,
                    reckoned: u64::try_from(path.balances[at] - amount).unwrap_or(0),
                    before,
                    stated,
                });
                since = at;
            }
        }
    }
    all
}

/// Everybody who went on untold to a further stage.
pub(super) fn drawn(solved: &Solved) -> Vec<Drawn> {
    let mut all = Vec::new();
    for line in &solved.lines {
        for (book, path) in line.program.books.iter().zip(line.paths()) {
            for (at, (movers, moves)) in book.movers.iter().zip(&path.moves).enumerate() {
                let gone = movers.iter().zip(moves).filter(|(mover, _)| **mover == Mover::Drawn);
                let amount = gone.map(|(_, amount)| amount.unsigned_abs()).sum();
                if amount > 0 {
                    all.push(Drawn {
                        holder: book.holder,
                        line: line.program.line,
                        by: book.days[at],
                        amount,
                    });
                }
            }
        }
    }
    all
}

/// The counts of several holders that are heard, by day, each with what the reading has there.
type Shared<'a> = BTreeMap<Date, Vec<(&'a Count, i64)>>;

fn shared<'a>(ordered: &'a Ordered, solved: &Solved, line: &SolvedLine) -> Shared<'a> {
    let mut shared = Shared::new();
    for count in &ordered.counts {
        let of_one = matches!(count.it.of, Of::One(_));
        if of_one || count.it.line != line.program.line || !solved.supposing.hears(&count.it.report) {
            continue;
        }
        let books = line.program.books.iter().zip(line.paths());
        let own = books.filter(|(book, _)| ordered.is_of(&count.it, book.holder));
        let on =
            own.filter_map(|(book, path)| Some(path.balances[book.days.binary_search(&count.day).ok()?]));
        shared.entry(count.day).or_default().push((&count.it, on.sum()));
    }
    shared
}

fn unexplained_at(book: &Book, path: &Path, at: usize) -> i64 {
    untold(&book.movers[at], &path.moves[at])
}

/// What of these moves nobody tells of.
pub(super) fn untold(what: &[Mover], amounts: &[i64]) -> i64 {
    let moves = what.iter().zip(amounts);
    moves.filter(|(mover, _)| **mover == Mover::Unexplained).map(|(_, amount)| *amount).sum()
}

/// The claims on a book between two boundaries. With an amount: the counts that would be further off without it;
/// else the counts that are met, and the reports of events.
fn claims(
    ordered: &Ordered,
    shared: &Shared,
    solved: &Solved,
    (line, book): (&SolvedLine, usize),
    range: std::ops::Range<usize>,
    amount: Option<i64>,
) -> BTreeSet<ClaimId> {
    let (own, path) = (&line.program.books[book], &line.paths()[book]);
    let mut claims = BTreeSet::new();
    for at in range.clone() {
        let alone = own.counts[at].iter().map(|i| (&ordered.counts[*i].it, path.balances[at]));
        let with_others = shared.get(&own.days[at]).into_iter().flatten().copied();
        let with_others = with_others.filter(|(count, _)| ordered.is_of(count, own.holder));
        for (count, reading) in alone.chain(with_others) {
            let off = |reading| distance(&count.report, reading).abs();
            let kept = match amount {
                Some(amount) => off(reading - amount) > off(reading),
                None => off(reading) == 0,
            };
            if kept {
                claims.insert(count.report.claim);
            }
        }
    }
    if amount.is_none() {
        for mover in range.flat_map(|at| &own.movers[at]) {
            if let Mover::Event(event, _) = mover {
                let reports = ordered.events[*event].it.reports.iter();
                claims.extend(reports.filter(|r| solved.supposing.hears(r)).map(|r| r.claim));
            }
        }
    }
    claims
}

/// What stands against a claim: the claims that would be left further if it were right.
pub(super) fn against(
    verdicts: &BTreeMap<ClaimId, Verdict>,
    if_right: &BTreeMap<ClaimId, Verdict>,
    claim: ClaimId,
) -> BTreeSet<ClaimId> {
    let worse = if_right
        .iter()
        .filter(|(id, then)| **id != claim && verdicts.get(id).is_some_and(|now| then.cost > now.cost));
    worse.map(|(id, _)| *id).collect()
}

/// The lines of holders of which somebody who is heard speaks.
pub(super) fn spoken_of(ordered: &Ordered, solved: &Solved) -> BTreeSet<(Line, Holder)> {
    let mut spoken = BTreeSet::new();
    let mut whole: BTreeSet<Line> = BTreeSet::new();
    for count in ordered.counts.iter().filter(|count| solved.supposing.hears(&count.it.report)) {
        let line = count.it.line;
        if count.it.of != Of::Mission || whole.insert(line) {
            spoken.extend(ordered.holders(&count.it).map(|holder| (line, holder)));
        }
    }
    for line in &solved.lines {
        let is_told = |book: &&std::sync::Arc<Book>| {
            book.movers.iter().flatten().any(|it| matches!(it, Mover::Event(..)))
        };
        let told = line.program.books.iter().filter(is_told);
        spoken.extend(told.map(|book| (line.program.line, book.holder)));
    }
    spoken
}
