//! The checks on an entry before it is written; one file each.

mod decided_claims;
mod made;
mod marking;
mod quote;
mod seen;

use std::collections::BTreeSet;

use jiff::Timestamp;
use model::{ClaimId, Document};

use crate::{Entry, Outcome, Recorded, Seq};

/// What the ledger already holds that bears on one entry. Whoever keeps the entries looks it up.
#[derive(Clone, Debug, Default)]
pub struct Known<'a> {
    /// The entry with the same address.
    pub same: Option<&'a Recorded>,
    /// The document that a claim quotes.
    pub document: Option<&'a Document>,
    /// Of the claims that a decision names, those that are in the ledger.
    pub claims: BTreeSet<ClaimId>,
}

/// The outcome for this entry if it is written next, at `next`, entered at this moment.
#[must_use]
pub fn judge(entry: &Entry, known: &Known<'_>, next: Seq, entered: Timestamp) -> Outcome {
    if let Some(seen) = seen::check(entry, known) {
        return seen;
    }
    let refusal = match entry {
        Entry::Document(_) => None,
        Entry::Claim(claim) => quote::check(claim, known).or_else(|| marking::check(claim, known)),
        Entry::Decision(decision) => {
            decided_claims::check(decision, known).or_else(|| made::check(decision, entered))
        }
    };
    refusal.map_or(Outcome::Entered(next), Outcome::Refused)
}

#[cfg(test)]
mod tests {
    use std::slice;

    use model::{Marking, Name, RuleName, Ruling, Source};

    use crate::{
        Field, Refusal,
        sample::{Written, by_hand, decision, document, minute, name, quoting},
    };

    use super::*;

    /// Enters these in the tenth minute, one batch each, and then the last; and again all in one batch.
    #[track_caller]
    fn check(before: &[Entry], entry: &Entry, want: &Outcome) {
        let mut written = Written::default();
        for before in before {
            written.enter(minute(10), [before.clone()]);
        }
        assert_eq!(&written.enter(minute(10), [entry.clone()])[0], want, "one batch each");

        let mut written = Written::default();
        let all = before.iter().chain([entry]).cloned();
        assert_eq!(written.enter(minute(10), all).last(), Some(want), "all in one batch");
    }

    const PUBLIC: Marking = Marking::Public;

    #[test]
    fn what_fits_is_entered_at_the_next_place() {
        let text = document(1, PUBLIC);
        let claim = quoting(1, &text, (0, 7), PUBLIC);
        let ruled = decision(&claim, Ruling::Reject, minute(10));
        let [text, claim] = [Entry::Document(text), Entry::Claim(claim)];
        check(&[], &text, &Outcome::Entered(Seq(1)));
        check(slice::from_ref(&text), &claim, &Outcome::Entered(Seq(2)));
        check(&[text.clone(), claim.clone()], &Entry::Decision(ruled), &Outcome::Entered(Seq(3)));
        check(&[], &Entry::Claim(by_hand(1, PUBLIC)), &Outcome::Entered(Seq(1)));
    }

    #[test]
    fn the_same_again_is_seen_before_and_tells_what_differs() {
        let seen = |seq, differs: &[Field]| Outcome::SeenBefore { seq: Seq(seq), differs: differs.to_vec() };
        let old = document(1, PUBLIC);
        let first = Entry::Document(old.clone());
        check(slice::from_ref(&first), &first, &seen(1, &[]));

        let mut new = old.clone();
        new.title = name("Another headline");
        check(slice::from_ref(&first), &Entry::Document(new.clone()), &seen(1, &[Field::Title]));
        new.publisher = Name::new("A publisher").ok();
        new.published.day = jiff::civil::date(2024, 6, 26);
        new.form = model::Form::Summary;
        let all = [Field::Title, Field::Publisher, Field::Published, Field::Form];
        check(slice::from_ref(&first), &Entry::Document(new.clone()), &seen(1, &all));
        new.marking = Marking::Mission;
        check(slice::from_ref(&first), &Entry::Document(new), &Outcome::Entered(Seq(2)));

        let claim = quoting(1, &old, (0, 7), PUBLIC);
        let mut by_other_rule = claim.clone();
        if let Source::Read { rule, .. } = &mut by_other_rule.source {
            *rule = RuleName(name("arrived"));
        }
        let entered = [first, Entry::Claim(claim.clone())];
        check(&entered, &Entry::Claim(claim.clone()), &seen(2, &[]));
        check(&entered, &Entry::Claim(by_other_rule), &seen(2, &[Field::Rule]));

        let hand = Entry::Claim(by_hand(1, PUBLIC));
        check(slice::from_ref(&hand), &hand, &seen(1, &[]));
        let ruled = Entry::Decision(decision(&by_hand(1, PUBLIC), Ruling::Accept, minute(1)));
        check(&[hand, ruled.clone()], &ruled, &seen(2, &[]));
    }

    #[test]
    fn a_claim_quotes_words_of_a_document_that_is_there_and_shows_them_to_nobody_more() {
        let text = document(1, Marking::Mission);
        let entered = [Entry::Document(text.clone())];
        let end = text.text.len();
        let refused = |place, marking| Entry::Claim(quoting(1, &text, place, marking));
        let unknown = Outcome::Refused(Refusal::UnknownDocument(text.id()));
        let outside = Outcome::Refused(Refusal::QuoteOutsideDocument(text.id()));
        check(&[], &refused((0, 1), Marking::Mission), &unknown);
        check(&[], &refused((0, end + 1), PUBLIC), &unknown);
        check(&entered, &refused((0, end), Marking::Mission), &Outcome::Entered(Seq(2)));
        check(&entered, &refused((0, end + 1), Marking::Mission), &outside);
        check(&entered, &refused((end, end + 1), PUBLIC), &outside);
        // The é of the text is two bytes long, the second and the third.
        check(&entered, &refused((0, 2), Marking::Mission), &outside);
        check(&entered, &refused((0, 1), PUBLIC), &Outcome::Refused(Refusal::MarkedTooOpen(text.id())));
    }

    #[test]
    fn a_decision_names_two_claims_that_are_there_and_is_not_made_ahead() {
        let [one, other] = [by_hand(1, PUBLIC), by_hand(2, PUBLIC)];
        let both = [Entry::Claim(one.clone()), Entry::Claim(other.clone())];
        let (a, b) = (one.id(), other.id());
        let unknown = |claim| Outcome::Refused(Refusal::UnknownClaim(claim));
        let itself = Outcome::Refused(Refusal::SetAgainstItself(a));
        let ahead = Outcome::Refused(Refusal::MadeAhead { made: minute(11), entered: minute(10) });
        for ruling in [Ruling::Replace { with: b }, Ruling::SameAs { other: b }, Ruling::NotSame { other: b }]
        {
            let made = |at| Entry::Decision(decision(&one, ruling, minute(at)));
            check(&both, &made(10), &Outcome::Entered(Seq(3)));
            check(&both, &made(11), &ahead);
            check(&both[..1], &made(11), &unknown(b));
            check(&both[1..], &made(10), &unknown(a));
            check(&[], &made(10), &unknown(a));
        }
        for ruling in [Ruling::Replace { with: a }, Ruling::SameAs { other: a }, Ruling::NotSame { other: a }]
        {
            check(&both, &Entry::Decision(decision(&one, ruling, minute(10))), &itself);
            check(&[], &Entry::Decision(decision(&one, ruling, minute(11))), &itself);
        }
        for ruling in [Ruling::Accept, Ruling::Reject] {
            check(&both, &Entry::Decision(decision(&other, ruling, minute(10))), &Outcome::Entered(Seq(3)));
            check(&both[..1], &Entry::Decision(decision(&other, ruling, minute(11))), &unknown(b));
        }
    }

    #[test]
    fn a_repeat_is_a_repeat_even_if_it_would_be_refused_today() {
        let text = document(1, Marking::Mission);
        let entry = Entry::Claim(quoting(1, &text, (0, 99), PUBLIC));
        let same = Recorded::after(None, minute(1), entry.clone());
        let known = Known { same: Some(&same), ..Known::default() };
        let seen = Outcome::SeenBefore { seq: Seq(1), differs: vec![] };
        assert_eq!(judge(&entry, &known, Seq(2), minute(2)), seen);
    }

    #[test]
    fn a_refusal_quotes_the_fault_and_says_what_to_do() {
        let claim = by_hand(1, PUBLIC).id();
        let refusal = Refusal::MadeAhead { made: minute(11), entered: minute(10) };
        let want = "the decision says that it was made at 1970-01-01T00:11:00Z, but the ledger's clock stands at \
                    1970-01-01T00:10:00Z; set the clock right and enter it again";
        assert_eq!(refusal.to_string(), want);
        let want = format!("claim {claim} cannot be set against itself; name another claim");
        assert_eq!(Refusal::SetAgainstItself(claim).to_string(), want);
    }
}
