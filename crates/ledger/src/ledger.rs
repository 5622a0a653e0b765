//! The ledger as it is read: every document, claim and decision, and how each claim stands.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use jiff::Timestamp;
use model::{Claim, ClaimId, Decision, DecisionId, Document, DocumentId, Marking, MissionCode};

use crate::{Entry, Recorded, Seq, rulings::Rulings};

/// What is in the ledger, in memory, in the order of entering.
///
/// Built by replaying recorded entries up to a moment: "as entered by" leaves later entries out and never changes
/// once that moment has passed.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    documents: BTreeMap<DocumentId, Arc<Document>>,
    claims: BTreeMap<ClaimId, Held>,
    /// Which of `claims` are of a mission.
    of_mission: BTreeMap<MissionCode, BTreeSet<ClaimId>>,
    decisions: Vec<Decision>,
    decided: BTreeSet<DecisionId>,
    /// Which of `decisions` name a claim.
    naming: BTreeMap<ClaimId, Vec<usize>>,
    rulings: Rulings,
}

/// A claim as the ledger holds it.
#[derive(Clone, Debug)]
pub struct Held {
    /// The address of the claim.
    pub id: ClaimId,
    /// Its place in the ledger.
    pub seq: Seq,
    /// When it was entered: the ledger's clock, beside `claim.published`.
    pub entered: Timestamp,
    /// The claim.
    pub claim: Arc<Claim>,
}

/// How a claim stands after all decisions on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has ruled on it: it counts.
    Undecided,
    /// Ruled right, or put in another's place: it counts.
    Accepted,
    /// Ruled out: it does not count, and is still shown.
    Rejected,
    /// Another claim stands in its place.
    Replaced(ClaimId),
}

impl Ledger {
    /// The ledger after these entries, leaving out what was entered after `until`.
    #[must_use]
    pub fn replay(entries: impl IntoIterator<Item = Recorded>, until: Option<Timestamp>) -> Self {
        let mut ledger = Self::default();
        for recorded in entries {
            if until.is_none_or(|until| recorded.entered <= until) {
                ledger.add(recorded);
            }
        }
        ledger
    }

    /// Adds one recorded entry; an entry that is there already is left as it is.
    pub fn add(&mut self, Recorded { seq, entered, entry, .. }: Recorded) {
        match entry {
            Entry::Document(document) => {
                self.documents.entry(document.id()).or_insert_with(|| Arc::new(document));
            }
            Entry::Claim(claim) => {
                let id = claim.id();
                if let Some(mission) = &claim.mission {
                    match self.of_mission.get_mut(mission) {
                        Some(own) => own.insert(id),
                        None => self.of_mission.entry(mission.clone()).or_default().insert(id),
                    };
                }
                self.claims.entry(id).or_insert_with(|| Held { id, seq, entered, claim: Arc::new(claim) });
            }
            Entry::Decision(decision) => self.decide(decision),
        }
    }

    fn decide(&mut self, decision: Decision) {
        let id = decision.id();
        if self.decided.insert(id) {
            self.rulings.add(id, &decision);
            for named in named(&decision) {
                self.naming.entry(named).or_default().push(self.decisions.len());
            }
            self.decisions.push(decision);
        }
    }

    /// Each document, by its address.
    pub fn documents(&self) -> impl Iterator<Item = (DocumentId, &Document)> {
        self.documents.iter().map(|(id, document)| (*id, &**document))
    }

    /// One document.
    #[must_use]
    pub fn document(&self, id: DocumentId) -> Option<&Document> {
        self.documents.get(&id).map(|document| &**document)
    }

    /// One document, to be read when the ledger is let go of.
    #[must_use]
    pub fn shared_document(&self, id: DocumentId) -> Option<Arc<Document>> {
        self.documents.get(&id).map(Arc::clone)
    }

    /// Each claim, by its address, so that the order of entering never shows.
    pub fn claims(&self) -> impl Iterator<Item = &Held> {
        self.claims.values()
    }

    /// Each claim of a mission, by its address, found without going through those of others.
    pub fn claims_of(&self, mission: &MissionCode) -> impl Iterator<Item = &Held> {
        self.of_mission.get(mission).into_iter().flatten().filter_map(|id| self.claims.get(id))
    }

    /// One claim.
    #[must_use]
    pub fn claim(&self, id: ClaimId) -> Option<&Held> {
        self.claims.get(&id)
    }

    /// Each decision, in the order of entering.
    pub fn decisions(&self) -> impl Iterator<Item = &Decision> {
        self.decisions.iter()
    }

    /// Each decision that names this claim, in the order of entering.
    pub fn decisions_on(&self, id: ClaimId) -> impl Iterator<Item = &Decision> {
        self.naming.get(&id).into_iter().flatten().map(|place| &self.decisions[*place])
    }

    /// When the last decision that names this claim was made.
    #[must_use]
    pub fn last_ruled(&self, id: ClaimId) -> Option<Timestamp> {
        self.decisions_on(id).map(|decision| decision.made).max()
    }

    /// What of it concerns one mission and may be seen: a ledger of its own that shares the claims and documents.
    ///
    /// It holds the mission's claims and all documents that may be seen, and of the decisions those that name a claim of
    /// the mission and none that may not be seen. What may not be seen leaves no trace in it.
    #[must_use]
    pub fn seen_of(&self, mission: &MissionCode, may_see: &dyn Fn(Marking) -> bool) -> Self {
        let claims: BTreeMap<_, _> = self
            .claims_of(mission)
            .filter(|held| may_see(held.claim.marking))
            .map(|held| (held.id, held.clone()))
            .collect();
        let documents = self.documents.iter().filter(|(_, document)| may_see(document.marking));
        let mut seen = Self {
            documents: documents.map(|(id, document)| (*id, Arc::clone(document))).collect(),
            of_mission: BTreeMap::from([(mission.clone(), claims.keys().copied().collect())]),
            claims,
            ..Self::default()
        };
        for decision in self.decisions.iter().filter(|decision| self.may_see_decision(decision, may_see)) {
            if named(decision).any(|id| seen.claims.contains_key(&id)) {
                seen.decide(decision.clone());
            }
        }
        seen
    }

    /// Whether every claim that a decision names is here and may be seen.
    #[must_use]
    pub fn may_see_decision(&self, decision: &Decision, may_see: &dyn Fn(Marking) -> bool) -> bool {
        named(decision).all(|id| self.claim(id).is_some_and(|held| may_see(held.claim.marking)))
    }

    /// The sentence or line a claim stands in.
    #[must_use]
    pub fn words(&self, claim: &Claim) -> Option<&str> {
        let quote = claim.quote()?;
        quote.at.of(&self.document(quote.document)?.text)
    }

    /// How a claim stands: the last made of accept, reject and replace that name it. A claim that is put in another's
    /// place is accepted by that, so that of claims replaced by each other the last put in place counts.
    #[must_use]
    pub fn standing(&self, id: ClaimId) -> Standing {
        self.rulings.standing(id)
    }

    /// How a claim stands after those decisions on it that may be seen.
    #[must_use]
    pub fn standing_seen(&self, id: ClaimId, may_see: &dyn Fn(Marking) -> bool) -> Standing {
        let mut rulings = Rulings::default();
        for decision in self.decisions_on(id).filter(|decision| self.may_see_decision(decision, may_see)) {
            rulings.add(decision.id(), decision);
        }
        rulings.standing(id)
    }

    /// Whether a person ruled these two to tell of one event (`Some(true)`), of two (`Some(false)`), or not at all.
    #[must_use]
    pub fn ruled_same(&self, one: ClaimId, other: ClaimId) -> Option<bool> {
        self.rulings.same(one, other)
    }
}

/// The claims that a decision names.
fn named(decision: &Decision) -> impl Iterator<Item = ClaimId> {
    [Some(decision.claim), decision.ruling.other()].into_iter().flatten()
}

impl Standing {
    /// Whether the claim counts in a picture.
    #[must_use]
    pub fn counts(self) -> bool {
        matches!(self, Self::Undecided | Self::Accepted)
    }
}

#[cfg(test)]
mod tests {
    use model::{Marking, Ruling};
    use proptest::prelude::*;

    use crate::{
        Outcome,
        sample::{Written, by_hand, decision, document, minute, quoting},
    };

    use super::*;

    const PUBLIC: Marking = Marking::Public;

    /// How claim 1 stands, and whether it is ruled to be one with claim 2, after these decisions on it, made one a
    /// minute; in whatever order they were entered.
    #[track_caller]
    fn check(rulings: &[&str], want: (Standing, Option<bool>)) {
        let [one, other] = [1, 2].map(|n| by_hand(n, PUBLIC));
        let decisions: Vec<Entry> = (1..)
            .zip(rulings)
            .map(|(at, ruling)| {
                let (on, named) = if ruling.starts_with('-') { (&other, &one) } else { (&one, &other) };
                let named = named.id();
                let ruling = match ruling.trim_start_matches('-') {
                    "accept" => Ruling::Accept,
                    "reject" => Ruling::Reject,
                    "replace" => Ruling::Replace { with: named },
                    "same" => Ruling::SameAs { other: named },
                    "not same" => Ruling::NotSame { other: named },
                    ruling => panic!("{ruling}"),
                };
                Entry::Decision(decision(on, ruling, minute(at)))
            })
            .collect();
        for turn in 0..decisions.len().max(1) {
            let mut turned = decisions.clone();
            turned.rotate_left(turn);
            let mut written = Written::default();
            let claims = [one.clone(), other.clone()].map(Entry::Claim);
            written.enter(minute(99), claims.into_iter().chain(turned));
            let ledger = Ledger::replay(written.entries, None);
            let got = (ledger.standing(one.id()), ledger.ruled_same(one.id(), other.id()));
            assert_eq!(got, want, "{rulings:?} entered from number {turn} on");
            assert_eq!(ledger.ruled_same(other.id(), one.id()), want.1);
            assert_eq!(ledger.decisions().count(), rulings.len());
        }
    }

    #[test]
    fn the_last_ruling_on_a_claim_holds() {
        let with = Standing::Replaced(by_hand(2, PUBLIC).id());
        check(&[], (Standing::Undecided, None));
        check(&["accept"], (Standing::Accepted, None));
        check(&["reject"], (Standing::Rejected, None));
        check(&["reject", "accept"], (Standing::Accepted, None));
        check(&["accept", "reject", "accept", "reject"], (Standing::Rejected, None));
        check(&["replace"], (with, None));
        check(&["replace", "accept"], (Standing::Accepted, None));
        check(&["reject", "replace"], (with, None));
        check(&["replace", "reject"], (Standing::Rejected, None));
        check(&["-reject", "-accept"], (Standing::Undecided, None));
    }

    #[test]
    fn a_claim_put_in_anothers_place_counts() {
        let with = Standing::Replaced(by_hand(2, PUBLIC).id());
        check(&["-replace"], (Standing::Accepted, None));
        check(&["reject", "-replace"], (Standing::Accepted, None));
        check(&["-replace", "reject"], (Standing::Rejected, None));
        check(&["replace", "-replace"], (Standing::Accepted, None));
        check(&["-replace", "replace"], (with, None));
    }

    #[test]
    fn replacing_one_by_the_other_in_turn_always_leaves_one_that_counts() {
        let claims = [1, 2, 3].map(|n| by_hand(n, PUBLIC));
        let pairs = [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)];
        let every = pairs
            .into_iter()
            .flat_map(|a| pairs.into_iter().flat_map(move |b| pairs.into_iter().map(move |c| [a, b, c])));
        for replaced in every {
            let decisions = (1..).zip(replaced).map(|(at, (one, other)): (i64, (usize, usize))| {
                let with = claims[other].id();
                Entry::Decision(decision(&claims[one], Ruling::Replace { with }, minute(at)))
            });
            let mut written = Written::default();
            written.enter(minute(9), claims.iter().cloned().map(Entry::Claim).chain(decisions));
            let ledger = Ledger::replay(written.entries, None);
            let last_put = claims[replaced[2].1].id();
            assert!(ledger.standing(last_put).counts(), "{replaced:?}");
        }
    }

    #[test]
    fn the_last_ruling_on_a_pair_holds_whichever_was_named_first() {
        check(&["same"], (Standing::Undecided, Some(true)));
        check(&["-same"], (Standing::Undecided, Some(true)));
        check(&["same", "not same"], (Standing::Undecided, Some(false)));
        check(&["same", "-not same"], (Standing::Undecided, Some(false)));
        check(&["-not same", "same"], (Standing::Undecided, Some(true)));
        check(&["reject", "same"], (Standing::Rejected, Some(true)));
        check(&["same", "reject"], (Standing::Rejected, Some(true)));
    }

    #[test]
    fn only_undecided_and_accepted_claims_count() {
        let with = by_hand(2, PUBLIC).id();
        let standings =
            [Standing::Undecided, Standing::Accepted, Standing::Rejected, Standing::Replaced(with)];
        assert_eq!(standings.map(Standing::counts), [true, true, false, false]);
    }

    #[test]
    fn every_decision_that_names_a_claim_is_found_with_it() {
        let claims = [1, 2, 3].map(|n| by_hand(n, PUBLIC));
        let ids = claims.each_ref().map(Claim::id);
        let decisions = [
            decision(&claims[0], Ruling::Accept, minute(1)),
            decision(&claims[1], Ruling::SameAs { other: ids[0] }, minute(1)),
            decision(&claims[2], Ruling::Reject, minute(2)),
        ];
        let mut written = Written::default();
        written.enter(minute(5), claims.map(Entry::Claim));
        written.enter(minute(5), decisions.clone().map(Entry::Decision));
        let ledger = Ledger::replay(written.entries, None);
        let on = |id| ledger.decisions_on(id).cloned().collect::<Vec<_>>();
        let [one, two, three] = decisions;
        assert_eq!(on(ids[0]), [one, two.clone()]);
        assert_eq!(on(ids[1]), [two]);
        assert_eq!(on(ids[2]), [three]);
    }

    #[test]
    fn a_reading_as_entered_by_a_moment_holds_what_was_entered_then_and_nothing_later() {
        let mut written = Written::default();
        for at in 1..=3 {
            written.enter(minute(at), [Entry::Claim(by_hand(at.unsigned_abs(), PUBLIC))]);
        }
        let count = |until| Ledger::replay(written.entries.clone(), until).claims().count();
        assert_eq!([0, 1, 2, 3, 4].map(|at| count(Some(minute(at)))), [0, 1, 2, 3, 3]);
        assert_eq!(count(None), 3);
    }

    #[test]
    fn a_claim_opens_its_words() {
        let text = document(1, PUBLIC);
        let claim = quoting(1, &text, (0, 7), PUBLIC);
        let mut written = Written::default();
        written.enter(minute(1), [Entry::Document(text), Entry::Claim(claim.clone())]);
        let ledger = Ledger::replay(written.entries, None);
        assert_eq!(ledger.words(&claim), Some("Réport"));
        assert_eq!(ledger.words(&by_hand(1, PUBLIC)), None);
    }

    /// An entry in a small world of three documents and six claims, and how many minutes it waits.
    fn entries() -> impl Strategy<Value = Vec<(Entry, i64)>> {
        let claim = |n: u64| match n {
            0..3 => quoting(n, &document(n, PUBLIC), (0, 7), PUBLIC),
            _ => by_hand(n, PUBLIC),
        };
        let entry = (0..10_u64, 0..6_u64, 0..6_u64, 0..5_u8, 0..3_i64, 0..40_i64).prop_map(
            move |(kind, n, other, ruling, waits, made)| {
                let other = claim(other).id();
                let entry = match kind {
                    0..2 => Entry::Document(document(n % 3, PUBLIC)),
                    2..5 => Entry::Claim(claim(n)),
                    _ => Entry::Decision(decision(
                        &claim(n),
                        match ruling {
                            0 => Ruling::Accept,
                            1 => Ruling::Reject,
                            2 => Ruling::Replace { with: other },
                            3 => Ruling::SameAs { other },
                            _ => Ruling::NotSame { other },
                        },
                        minute(made),
                    )),
                };
                (entry, waits)
            },
        );
        prop::collection::vec(entry, 0..40)
    }

    fn write(written: &mut Written, entries: impl IntoIterator<Item = (Entry, i64)>, mut at: i64) {
        for (entry, waits) in entries {
            at += waits;
            written.enter(minute(at), [entry]);
        }
    }

    /// All that a ledger says apart from places and moments.
    fn said(ledger: &Ledger) -> impl PartialEq + std::fmt::Debug + use<> {
        let ids: Vec<ClaimId> = ledger.claims().map(|held| held.id).collect();
        let same = |one| ids.iter().map(move |other| ledger.ruled_same(one, *other)).collect::<Vec<_>>();
        let claims: Vec<_> = ledger
            .claims()
            .map(|held| (held.claim.clone(), ledger.standing(held.id), same(held.id)))
            .collect();
        let documents: Vec<_> = ledger.documents().map(|(id, document)| (id, document.clone())).collect();
        let decisions: BTreeSet<_> = ledger.decisions().map(Decision::id).collect();
        (documents, claims, decisions)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn a_later_reading_of_an_old_moment_never_changes(
            first in entries(), later in entries(), cut in 0..120_i64,
        ) {
            let mut written = Written::default();
            write(&mut written, first, 0);
            let now = written.head().map_or(minute(0), |head| head.entered);
            let until = minute(cut).min(now);
            let then = Ledger::replay(written.entries.clone(), Some(until));
            write(&mut written, later, now.as_second() / 60 + 1);
            let again = Ledger::replay(written.entries, Some(until));
            prop_assert_eq!(format!("{then:?}"), format!("{again:?}"));
        }

        #[test]
        fn the_union_of_two_ledgers_says_the_same_whichever_is_entered_first(
            one in entries(), other in entries(),
        ) {
            let [mut here, mut there] = [Written::default(), Written::default()];
            write(&mut here, one, 40);
            write(&mut there, other, 40);
            let union = |first: &Written, second: &Written| {
                let mut union = Written::default();
                for Recorded { entry, .. } in first.entries.iter().chain(&second.entries) {
                    let outcome = union.enter(minute(999), [entry.clone()]);
                    assert!(!matches!(outcome[0], Outcome::Refused(_)), "{outcome:?}");
                }
                said(&Ledger::replay(union.entries, None))
            };
            prop_assert_eq!(union(&here, &there), union(&there, &here));
        }
    }
}
