//! A kept picture is the picture made afresh, and so a kept history, after whatever is entered and whoever asked before.

use std::sync::Arc;

use jiff::Timestamp;
use ledger::{Entry, Ledger, Recorded};
use model::Marking;
use picture::{Asked, Kept, Viewer, history, picture};
use proptest::prelude::*;

use crate::{
    book::{Book, asked},
    laws::{book, day},
};

fn viewer() -> impl Strategy<Value = Viewer> {
    let liaison = |party: &str| Viewer::Liaison(party.parse().unwrap());
    prop::sample::select(vec![Viewer::Public, Viewer::Staff, liaison("KEN"), liaison("JAM")])
}

fn question() -> impl Strategy<Value = Asked> {
    let known_on = prop::sample::select(vec!["2024-06-26", "2024-07-20", "2030-01-01"]);
    let mission = prop::sample::select(vec!["MSS", "MSS", "MSS", "OTHER"]);
    (day(), known_on, viewer(), mission).prop_map(|(as_of, known_on, viewer, mission)| {
        let mission = mission.parse().unwrap();
        Asked { mission, viewer, ..asked(as_of, known_on) }
    })
}

/// Entries as they are recorded one after the other.
fn recorded(entries: impl IntoIterator<Item = Entry>) -> Vec<Recorded> {
    let mut head = None;
    let recorded = entries.into_iter().map(|entry| {
        let entry = Recorded::after(head.as_ref(), Timestamp::UNIX_EPOCH, entry);
        head = Some(entry.head());
        entry
    });
    recorded.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Claims and rulings come in any order, the same one twice, a claim in two missions; between them anybody asks.
    #[test]
    fn what_is_kept_is_what_would_be_made_afresh(
        entries in book().prop_flat_map(|book| {
            let mut entries = book.entries();
            entries.extend(entries.first().cloned());
            entries.extend(book.claims.iter().take(2).cloned().map(|mut claim| {
                claim.mission = Some("OTHER".parse().unwrap());
                Entry::Claim(claim)
            }));
            Just(entries).prop_shuffle()
        }),
        known in 0..4_usize,
        leaves in 0..4_usize,
        questions in prop::collection::vec(question(), 1..4),
    ) {
        let recorded = recorded(entries);
        let (before, after) = recorded.split_at(known.min(recorded.len()));
        let mut kept = Kept::new(Ledger::replay(before.iter().cloned(), None));
        let mut whole = Ledger::replay(before.iter().cloned(), None);
        for (turn, entry) in after.iter().enumerate() {
            if turn == leaves {
                kept.leave();
            }
            for asked in &questions {
                prop_assert_eq!(&*kept.picture(asked), &picture(&whole, asked));
                prop_assert_eq!(kept.history(asked), history(&whole, asked));
            }
            kept.add(entry.clone());
            whole.add(entry.clone());
        }
        for asked in &questions {
            prop_assert_eq!(&*kept.picture(asked), &picture(&whole, asked));
            prop_assert_eq!(kept.history(asked), history(&whole, asked));
        }
    }

    /// Though staff asked first, who may not see a claim is shown what a ledger without it gives.
    #[test]
    fn no_viewer_learns_from_what_another_asked(book in book(), as_of in day()) {
        let open = |entry: &Entry| !matches!(entry, Entry::Claim(claim) if claim.marking != Marking::Public);
        let seen = Ledger::replay(recorded(book.entries().into_iter().filter(open)), None);
        let mut kept = Kept::new(book.ledger());
        let public = asked(as_of, "2030-01-01");
        kept.picture(&Asked { viewer: Viewer::Staff, ..public.clone() });
        prop_assert_eq!(&*kept.picture(&public), &picture(&seen, &public));
    }
}

const KENYA: &str = "KEN people deployed | 400 | as 2024-10-11 | pub 2024-10-11";

/// Whether the picture of this question is kept when the last line of the ledger is entered.
#[track_caller]
fn check(last: &str, question: &Asked, kept: bool) {
    let mut entries = recorded(Book::read(&format!("{KENYA}\n{last}")).entries());
    let last = entries.pop().unwrap();
    let mut all = Kept::new(Ledger::replay(entries, None));
    let before = all.picture(question);
    assert!(Arc::ptr_eq(&before, &all.picture(question)));
    all.add(last);
    assert_eq!(Arc::ptr_eq(&before, &all.picture(question)), kept);
    assert_eq!(*all.picture(question), picture(all.ledger(), question));
}

#[test]
fn what_is_kept_can_be_left() {
    let of = asked("2024-10-31", "2024-11-30");
    let mut all = Kept::new(Book::read(KENYA).ledger());
    assert_eq!(all.takes(), 0);
    let before = all.picture(&of);
    assert!(all.takes() > 0);
    all.leave();
    assert_eq!(all.takes(), 0);
    let again = all.picture(&of);
    assert!(!Arc::ptr_eq(&before, &again) && before == again);
}

#[test]
fn of_many_questions_the_last_ones_are_kept() {
    let mut all = Kept::new(Book::read(KENYA).ledger());
    let questions: Vec<_> = (1..=65)
        .map(|day| {
            let day = jiff::civil::date(2024, 10, 11).checked_add(jiff::Span::new().days(day)).unwrap();
            asked(&day.to_string(), "2025-01-31")
        })
        .collect();
    let pictures: Vec<_> = questions.iter().map(|of| all.picture(of)).collect();
    assert!(Arc::ptr_eq(&pictures[1], &all.picture(&questions[1])));
    assert!(!Arc::ptr_eq(&pictures[0], &all.picture(&questions[0])));
}

#[test]
fn a_picture_is_kept_until_an_entry_may_change_it() {
    let of = asked("2024-10-31", "2024-11-30");
    let claim = |rest: &str| format!("JAM people deployed | 24 | as 2024-10-12 | {rest}");
    check(&claim("pub 2024-10-12"), &of, false);
    check(&claim("pub 2024-12-01"), &of, true);
    check(&claim("pub 2024-10-12 | mission"), &of, true);
    check(&claim("pub 2024-10-12 | mission"), &Asked { viewer: Viewer::Staff, ..of.clone() }, false);
    check(&claim("pub 2024-10-12"), &Asked { mission: "OTHER".parse().unwrap(), ..of.clone() }, true);
    check("! reject 1", &of, false);
}
