//! Holding a claim to be right: what would be contradicted more then, found near where the claim speaks.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::{ClaimId, Stage};

use super::{
    bounds::Series,
    explain::{of_event, untold, verdict},
    fitted::{Against, Verdict},
    near::{Near, Place, Reckoned, Then, ThenLine, Ties, Together},
    net,
    order::Supposing,
    problem::{Holder, Line, Report},
    program::{Settled, Source},
    solve::SolvedLine,
};

impl Near<'_> {
    /// What would be contradicted more if a claim were right; `now` has how each claim stands. `None` where claims tell of
    /// several events together.
    pub(super) fn right(&mut self, claim: ClaimId, now: &BTreeMap<ClaimId, Verdict>) -> Option<Against> {
        if !self.ordered.sums.is_empty() {
            return None;
        }
        let supposing = Supposing { without: None, right: Some(claim) };
        let (places, ties) = self.spoken(supposing, claim);
        let then = self.suppose(supposing, &places, &Reckoned::new(), &ties)?;
        let mut against = Against::default();
        let mut leave = |id: ClaimId, then: Verdict| {
            if id != claim && now.get(&id).is_some_and(|now| then.cost > now.cost) {
                against.claims.insert(id);
            }
        };
        for (event, size) in &then.sizes {
            let reports: Vec<&Report> = self.ordered.events[*event].it.reports.iter().collect();
            of_event(&reports, *size).for_each(|(id, then)| leave(id, then));
        }
        let mut more = 0;
        for (line, then) in self.best.lines.iter().zip(&then.lines) {
            more += more_untold(line, then);
            self.verdicts(line, then).into_iter().for_each(|(id, then)| leave(id, then));
        }
        against.unexplained = u64::try_from(more).unwrap_or(0);
        against.balances = self.balances(&then);
        Some(against)
    }

    /// Where a claim speaks, and what the ties are when it is right.
    fn spoken(&self, supposing: Supposing, claim: ClaimId) -> (BTreeSet<Place>, Ties) {
        let settled = Settled::default();
        let (ordered, votes) = (self.ordered, &self.best.votes);
        let from = Source { ordered, votes, supposing, settled: &settled, strengths: None };
        let (mut places, mut ties) = (BTreeSet::new(), Ties::new());
        let Some(own) = self.of_claims.get(&claim) else { return (places, ties) };
        for i in own.counts.iter().copied() {
            let count = &ordered.counts[i];
            let lines = self.best.lines.iter().enumerate();
            for (l, line) in lines.filter(|(_, line)| line.program.line == count.it.line) {
                if let Some(on) = self.ties[l].get(&count.day)
                    && on.iter().any(|tie| tie.claim == claim)
                {
                    let right = from.ties(&line.program.books, &[i]);
                    let others = on.iter().copied().filter(|tie| tie.claim != claim);
                    ties.insert((l, count.day), net::together(others.chain(&right)));
                    continue;
                }
                for (b, book) in line.program.books.iter().enumerate() {
                    if let Ok(at) = book.days.binary_search(&count.day)
                        && book.counts[at].contains(&i)
                    {
                        places.insert((l, b, at));
                    }
                }
            }
        }
        for event in &own.events {
            let lines = self.events.iter().enumerate();
            places.extend(lines.filter_map(|(l, events)| events.get(event).map(|(b, at)| (l, *b, *at))));
        }
        (places, ties)
    }

    /// How the counts stand whose balances differ.
    fn verdicts(&self, line: &SolvedLine, then: &ThenLine) -> Vec<(ClaimId, Verdict)> {
        let mut verdicts = Vec::new();
        let mut differ: BTreeMap<Date, Vec<(Holder, i64)>> = BTreeMap::new();
        let books = &line.program.books;
        for (b, (book, path)) in books.iter().zip(line.paths()).enumerate() {
            for (at, (balance, _)) in &then.moved[b] {
                if *balance == path.balances[*at] {
                    continue;
                }
                let by = balance - path.balances[*at];
                differ.entry(book.days[*at]).or_default().push((book.holder, by));
                for i in &book.counts[*at] {
                    let report = &self.ordered.counts[*i].it.report;
                    let strength = book.strength[*at];
                    let then = verdict(report, *balance, self.best.votes[*i], strength, book.told);
                    verdicts.push((report.claim, then));
                }
            }
        }
        if line.program.ties.is_empty() {
            return verdicts;
        }
        for (day, differ) in differ {
            for i in self.shared.get(&(line.program.line, day)).into_iter().flatten() {
                let own = self.together.get_or_init(|| self.every_together());
                let Some(Together { reading, strength, told }) = own.get(i) else { continue };
                let count = &self.ordered.counts[*i].it;
                let own = differ.iter().filter(|(holder, _)| self.ordered.is_of(count, *holder));
                let reading = reading + own.map(|(_, by)| by).sum::<i64>();
                let then = verdict(&count.report, reading, self.best.votes[*i], *strength, *told);
                verdicts.push((count.report.claim, then));
            }
        }
        verdicts
    }

    /// How each count of several holders stands, by its place.
    fn every_together(&self) -> BTreeMap<usize, Together> {
        let mut all = BTreeMap::new();
        for line in &self.best.lines {
            let here = (line.program.line, Date::MIN)..=(line.program.line, Date::MAX);
            for ((_, day), counts) in self.shared.range(here) {
                for i in counts {
                    let count = &self.ordered.counts[*i].it;
                    let (mut reading, mut strength, mut others, mut told) = (0, 0, 0, false);
                    for (book, path) in line.program.books.iter().zip(line.paths()) {
                        let at = book.days.binary_search(day);
                        let Some(at) = at.ok().filter(|_| self.ordered.is_of(count, book.holder)) else {
                            continue;
                        };
                        reading += path.balances[at];
                        let whose = if book.holder == Holder::Others { &mut others } else { &mut strength };
                        *whose += book.strength[at];
                        told |= book.told;
                    }
                    let strength = if strength > 0 { strength } else { others };
                    all.insert(*i, Together { reading, strength, told });
                }
            }
        }
        all
    }

    /// Every balance that would be another.
    fn balances(&self, then: &Then) -> BTreeMap<(Holder, Line), Series> {
        let mut stages: BTreeMap<(Holder, Line), Series> = BTreeMap::new();
        let mut balances = BTreeMap::new();
        let mut put = |key: (Holder, Line), other: &Series| {
            if !other.is_empty() {
                balances.insert(key, other.clone());
            }
        };
        for (line, then) in self.best.lines.iter().zip(&then.lines) {
            let of = line.program.line;
            for (b, (book, path)) in line.program.books.iter().zip(line.paths()).enumerate() {
                let other = then.other(b, book, path);
                put((book.holder, of), &other);
                if of == Line::PromisedInAll {
                    put((book.holder, Line::In(Stage::Promised)), &self.owed(book, &stages, &other));
                } else if !other.is_empty() {
                    stages.insert((book.holder, of), other);
                }
            }
        }
        balances
    }
}

/// How many more of a line move untold.
fn more_untold(line: &SolvedLine, then: &ThenLine) -> i64 {
    let mut more = 0;
    for (b, (book, path)) in line.program.books.iter().zip(line.paths()).enumerate() {
        for (at, (_, moves)) in &then.moved[b] {
            more += untold(then.movers(b, book, *at), moves).abs()
                - untold(&book.movers[*at], &path.moves[*at]).abs();
        }
    }
    more
}
