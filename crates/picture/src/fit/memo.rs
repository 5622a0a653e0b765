//! The memo: groups that were solved before, found again by the content of what was fitted.
//!
//! A group is written in its own numbers (its events and sources counted from 0, in canonical order), so that the same
//! claims make the same group whatever else is in the problem, and is known by the BLAKE3 digest of all of it: every
//! event, count and sum with its claims, weights, sources and days. What is solved is that writing and nothing else, so an
//! answer that was kept is the one that would be worked out again. For the same reason no viewer is shown what only
//! another may see: who asks for a group has fitted every claim that it was solved from.

use std::{
    collections::{BTreeMap, BTreeSet},
    hash::{Hash, Hasher},
    sync::Arc,
};

use model::{ClaimId, Digest};

use super::{
    Against, Fitted, UnexplainedMove,
    bounds::{self, Readings, Series},
    explain,
    near::Near,
    order::{Ordered, Supposing},
    place::place,
    problem::{EventId, EventSum, Holder, Line, Problem, Report, Source},
    solve::{self, Solved},
    tied,
};

/// How much is held before what was used longest ago is left: points of balances, each reading of a group counted.
const MOST: usize = 600_000;
/// What a point takes with its part of the program that it comes from, measured: a mission of 19,158 claims is solved in
/// 464,342 points and 105 MB.
const BYTES: usize = 230;

/// A group of holders with its claims, in its own numbers.
pub(super) struct Part {
    group: BTreeSet<Holder>,
    ordered: Ordered,
    /// The problem's number of each event and of each source.
    events: Vec<EventId>,
    sources: Vec<Source>,
    digest: Digest,
}

/// A group, solved; all of it in the group's own numbers.
#[derive(Debug)]
pub(super) struct SolvedPart {
    /// Each claim on the day that it is taken to speak of.
    placed: Ordered,
    pub(super) readings: Readings,
    pub(super) fitted: Fitted,
    cost: i128,
}

/// The best reading of a group alone, without what the bounds are joined from.
#[derive(Debug)]
pub(super) struct Best {
    pub(super) cost: i128,
    pub(super) series: BTreeMap<(Holder, Line), Series>,
}

/// Solved groups, and what stands against their claims.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    held: BTreeMap<Digest, Held>,
    /// The groups by when they were used last.
    by_use: BTreeMap<u64, Digest>,
    turn: u64,
    points: usize,
}

#[derive(Debug, Default)]
struct Held {
    best: Option<Arc<Best>>,
    solved: Option<Arc<SolvedPart>>,
    against: BTreeMap<ClaimId, Arc<Against>>,
    used: u64,
    points: usize,
}

/// What is hashed, byte by byte; `derive(Hash)` writes each field and the length of each list.
struct Bytes(Vec<u8>);

impl Hasher for Bytes {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// Not asked for: the bytes themselves are.
    fn finish(&self) -> u64 {
        0
    }
}

impl Part {
    /// The groups of a problem that no claim ties together.
    pub(super) fn all(problem: &Problem) -> Vec<Self> {
        Ordered::new(problem).parts().into_iter().map(|(group, ordered)| Self::new(group, ordered)).collect()
    }

    fn new(group: BTreeSet<Holder>, mut ordered: Ordered) -> Self {
        let events: Vec<EventId> = ordered.events.iter().map(|event| event.id).collect();
        let own: BTreeMap<EventId, EventId> =
            events.iter().zip(0..).map(|(id, i)| (*id, EventId(i))).collect();
        for (event, i) in ordered.events.iter_mut().zip(0..) {
            event.id = EventId(i);
        }
        for (count, i) in ordered.counts.iter_mut().zip(0..) {
            count.id = EventId(i);
        }
        for sum in &mut ordered.sums {
            sum.events = sum.events.iter().filter_map(|event| own.get(event)).copied().collect();
        }
        // By their rank, so that who is heard elsewhere does not change their numbers.
        let mut sources: BTreeSet<Source> = BTreeSet::new();
        each_report(&mut ordered, |report| {
            sources.insert(report.source);
        });
        let own: BTreeMap<Source, Source> =
            sources.iter().zip(0..).map(|(source, i)| (*source, Source(i))).collect();
        let sources = sources.into_iter().collect();
        each_report(&mut ordered, |report| report.source = own[&report.source]);
        let mut bytes = Bytes(Vec::new());
        (&group, &ordered).hash(&mut bytes);
        Self { group, ordered, events, sources, digest: Digest::of(&bytes.0) }
    }

    /// A source by the problem's number.
    pub(super) fn source(&self, own: Source) -> Source {
        let place = usize::try_from(own.0).ok();
        place.and_then(|place| self.sources.get(place)).copied().unwrap_or(own)
    }

    /// Adds what was found of the group, in the problem's numbers.
    pub(super) fn tell(&self, own: &Fitted, fitted: &mut Fitted) {
        let source = |own: Option<Source>| own.map(|own| self.source(own));
        for (key, history) in &own.histories {
            let mut history = history.clone();
            for point in &mut history.points {
                point.low_without = source(point.low_without);
                point.high_without = source(point.high_without);
                point.low_else.1 = source(point.low_else.1);
                point.high_else.1 = source(point.high_else.1);
                point.rests_on = source(point.rests_on);
            }
            fitted.histories.insert(*key, history);
        }
        let place =
            |own: EventId| usize::try_from(own.0).ok().and_then(|place| self.events.get(place)).copied();
        for event in &own.events {
            let mut event = event.clone();
            event.event = place(event.event).unwrap_or(event.event);
            fitted.events.push(event);
        }
        fitted.claims.extend(&own.claims);
        fitted.unexplained.extend(own.unexplained.iter().cloned());
        fitted.openings.extend(own.openings.iter().cloned());
        fitted.drawn.extend(&own.drawn);
    }
}

fn each_report(ordered: &mut Ordered, mut of: impl FnMut(&mut Report)) {
    let events = ordered.events.iter_mut().flat_map(|event| &mut event.it.reports);
    let counts = ordered.counts.iter_mut().map(|count| &mut count.it.report);
    let sums = ordered.sums.iter_mut().map(|EventSum { report, .. }| report);
    events.chain(counts).chain(sums).for_each(&mut of);
}

impl Best {
    fn new(part: &Part) -> Self {
        let mut placed = part.ordered.clone();
        place(&mut placed, &part.group);
        let strengths = solve::strengths(&placed, &part.group);
        let best = solve::solve(&placed, &part.group, &strengths, Supposing::default());
        Self { cost: cost(&best), series: bounds::series(&best) }
    }
}

fn cost(solved: &Solved) -> i128 {
    solved.lines.iter().map(|line| tied::cost(&line.program, line.paths())).sum()
}

impl SolvedPart {
    fn new(part: &Part) -> Self {
        let mut placed = part.ordered.clone();
        place(&mut placed, &part.group);
        let readings = bounds::readings(&placed, &part.group);
        let best = &readings.best;
        let moves = explain::unexplained(&placed, best).into_iter();
        let (openings, unexplained) = moves.partition(|moved| moved.opens);
        let fitted = Fitted {
            histories: bounds::histories(&placed, &readings),
            totals: BTreeMap::new(),
            events: bounds::events(&placed, &readings),
            claims: explain::verdicts(&placed, best),
            unexplained,
            openings,
            drawn: explain::drawn(best),
        };
        let cost = cost(best);
        Self { placed, readings, fitted, cost }
    }

    /// What would be contradicted more if a claim were right, all of the group solved again.
    pub(super) fn against(&self, part: &Part, claim: ClaimId) -> Against {
        let supposing = Supposing { without: None, right: Some(claim) };
        let Readings { best, strengths, .. } = &self.readings;
        let then = solve::solve_beside(&self.placed, &part.group, strengths, supposing, Some(best));
        let moved = |all: &mut dyn Iterator<Item = &UnexplainedMove>| -> u64 {
            all.map(|moved| moved.amount.unsigned_abs()).sum()
        };
        let before = moved(&mut self.fitted.unexplained.iter().chain(&self.fitted.openings));
        let after = moved(&mut explain::unexplained(&self.placed, &then).iter());
        let now = &self.readings.series;
        let balances = bounds::otherwise(&then, best).into_iter().filter_map(|(key, then)| {
            let other = bounds::other(now.get(&key)?, then);
            (!other.is_empty()).then_some((key, other))
        });
        Against {
            claims: explain::against(&self.fitted.claims, &explain::verdicts(&self.placed, &then), claim),
            unexplained: after.saturating_sub(before),
            balances: balances.collect(),
        }
    }

    /// The group, to be asked what comes out when something is supposed near where it is spoken of.
    pub(super) fn near(&self) -> Option<Near<'_>> {
        Near::new(&self.placed, &self.readings.best, &self.readings.series)
    }

    fn points(&self) -> usize {
        let own: usize = self.fitted.histories.values().map(|history| history.points.len()).sum();
        // The program of a reading holds several curves for each of its points.
        8 * own + self.placed.counts.len() + self.placed.events.len() + self.readings.points()
    }
}

impl Memo {
    /// A group's answer, from before or worked out.
    pub(super) fn solved(&mut self, part: &Part) -> Arc<SolvedPart> {
        if let Some(known) = &self.used(part).solved {
            return Arc::clone(known);
        }
        let solved = Arc::new(SolvedPart::new(part));
        self.used(part).solved = Some(Arc::clone(&solved));
        self.holds(part, solved.points());
        solved
    }

    /// A group's best reading, from before or worked out; the bounds are left aside.
    pub(super) fn best(&mut self, part: &Part) -> Arc<Best> {
        if let Some(known) = &self.used(part).best {
            return Arc::clone(known);
        }
        let best = Arc::new(match &self.used(part).solved {
            Some(solved) => Best { cost: solved.cost, series: solved.readings.series.clone() },
            None => Best::new(part),
        });
        self.used(part).best = Some(Arc::clone(&best));
        self.holds(part, best.series.values().map(BTreeMap::len).sum());
        best
    }

    /// What stands against claims of a group.
    pub(super) fn against(
        &mut self,
        part: &Part,
        solved: &SolvedPart,
        claims: impl Iterator<Item = ClaimId>,
    ) -> BTreeMap<ClaimId, Arc<Against>> {
        let mut all = BTreeMap::new();
        let mut near = None;
        for claim in claims {
            if let Some(known) = self.used(part).against.get(&claim) {
                all.insert(claim, Arc::clone(known));
                continue;
            }
            let near = near.get_or_insert_with(|| solved.near());
            let found = near.as_mut().and_then(|near| near.right(claim, &solved.fitted.claims));
            let against = Arc::new(found.unwrap_or_else(|| solved.against(part, claim)));
            self.used(part).against.insert(claim, Arc::clone(&against));
            self.holds(part, against.balances.values().map(BTreeMap::len).sum());
            all.insert(claim, against);
        }
        all
    }

    /// About how many bytes it holds: at most 140 million, or the group that was used last.
    pub(crate) fn takes(&self) -> usize {
        BYTES * self.points
    }

    /// What is held of a group, marked as the last used.
    fn used(&mut self, part: &Part) -> &mut Held {
        self.turn += 1;
        let held = self.held.entry(part.digest).or_default();
        self.by_use.remove(&held.used);
        self.by_use.insert(self.turn, part.digest);
        held.used = self.turn;
        held
    }

    fn holds(&mut self, part: &Part, points: usize) {
        if let Some(held) = self.held.get_mut(&part.digest) {
            held.points += points;
            self.points += points;
        }
        self.leave_oldest();
    }

    /// Leaves what was used longest ago until the rest is within the bound; what was used last stays.
    fn leave_oldest(&mut self) {
        while self.points > MOST && self.by_use.len() > 1 {
            let Some((_, oldest)) = self.by_use.pop_first() else { return };
            if let Some(held) = self.held.remove(&oldest) {
                self.points -= held.points;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fit::{Parts, cases::case, fit, laws::tables};

    fn fit_with(problem: &Problem, memo: &mut Memo) -> Fitted {
        crate::fit::fit_with(&Parts::of(problem), memo)
    }

    /// How many groups are solved for the second table after the first.
    #[track_caller]
    fn check(first: &str, second: &str, want: usize) {
        let (first, second) = (case(first).problem, case(second).problem);
        let mut memo = Memo::default();
        assert_eq!(fit_with(&first, &mut memo), fit(&first));
        let before = memo.held.len();
        assert_eq!(fit_with(&second, &mut memo), fit(&second));
        assert_eq!(memo.held.len() - before, want);
    }

    /// Holding a claim to be right near where it speaks is the same as solving all of the group again.
    fn law(table: &str) -> usize {
        let mut found = 0;
        for part in Part::all(&case(table).problem) {
            let solved = SolvedPart::new(&part);
            let mut near = solved.near();
            for claim in solved.fitted.claims.keys() {
                let near = near.as_mut().and_then(|near| near.right(*claim, &solved.fitted.claims));
                if let Some(near) = near {
                    assert_eq!(near, solved.against(&part, *claim), "{table} with {claim} right");
                    found += 1;
                }
            }
        }
        found
    }

    #[test]
    fn a_claim_held_to_be_right_in_a_tied_group_is_answered_near_it() {
        let table = "
            move KEN deploy 2024-06-25: a C3 200; b C3 400
            move KEN deploy 2024-09-01: a C3 100; e C3 over 120
            count KEN deployed 2024-08-01: c C3 390
            count KEN deployed 2024-10-01: c C3 500; f C4 520
            count JAM deployed 2024-09-12: d C3 24; e C3 20
            count mission deployed 2024-08-01: d C3 380
            count mission deployed 2024-09-30: a C3 530; f C3 about 500
            move KEN repatriate 2024-11-01: a C3 50; b C3 70
            count KEN home 2024-11-02: c C3 60
            count KEN promised_in_all 2024-05-01: c C3 1000; d C3 600";
        assert_eq!(law(table), 17);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_claim_held_to_be_right_near_it_is_held_to_be_right(table in tables()) {
            law(&table.join("\n"));
        }
    }

    const KENYA: &str = "
        move KEN deploy 2024-06-25: a C3 200; b C3 400
        count KEN deployed 2024-08-01: c C3 390";

    #[test]
    fn only_a_group_whose_claims_changed_is_solved_again() {
        let both = format!("{KENYA}\n count JAM deployed 2024-09-12: d C3 24; e C3 20");
        check(KENYA, KENYA, 0);
        check(&both, &both, 0);
        check(KENYA, &both, 1);
        check(&both, KENYA, 0);
        check(KENYA, &KENYA.replace("C3 390", "B2 390"), 1);
        check(KENYA, &KENYA.replace("08-01", "08-02"), 1);
        check(KENYA, &KENYA.replace("c C3 390", "a C3 390"), 1);
        check(&both, &format!("{both}\n count mission deployed 2024-09-30: f C3 410"), 1);
    }

    #[test]
    fn what_was_used_longest_ago_is_left_first() {
        let problem = |n: usize| case(&format!("count KEN deployed 2024-08-01: a C3 {n}")).problem;
        let mut memo = Memo::default();
        fit_with(&problem(1), &mut memo);
        fit_with(&problem(2), &mut memo);
        fit_with(&problem(1), &mut memo);
        memo.points += MOST;
        fit_with(&problem(3), &mut memo);
        let kept = |n: usize| Part::all(&problem(n)).iter().all(|part| memo.held.contains_key(&part.digest));
        assert_eq!([1, 2, 3].map(kept), [false, false, true]);
        assert_eq!((memo.held.len(), memo.by_use.len()), (1, 1));
    }
}
