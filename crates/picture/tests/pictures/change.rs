//! Changes: what differs between two pictures, and that it names what did it.

use std::collections::BTreeMap;

use ledger::Entry;
use model::ClaimId;
use picture::{Asked, Between, Change, Picture, Why, change, picture};
use proptest::prelude::*;

use crate::{
    book::{Book, asked, ledger},
    laws::{book, day},
};

type Rows = BTreeMap<(String, String, String), Between>;

fn rows(picture: &Picture) -> Rows {
    let between = |low, best, high| Between { low, best, high };
    let rows = picture.rows().into_iter();
    rows.map(|row| ((row.party, row.resource, row.stage), between(row.low, row.best, row.high))).collect()
}

/// The first rows with the differences put in.
fn applied(mut rows: Rows, change: &Change) -> Rows {
    for row in &change.rows {
        let key = (row.whose.to_string(), row.resource.to_string(), row.stage.clone());
        assert_eq!(rows.remove(&key), row.before);
        assert_ne!(row.before, row.after);
        rows.extend(row.after.map(|after| (key, after)));
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_differs_from_itself(book in book(), as_of in day(), known_on in day()) {
        let (ledger, asked) = (book.ledger(), asked(as_of, known_on));
        let change = change((&ledger, &asked), (&ledger, &asked));
        let none = Change {
            before: asked.clone(), after: asked, rows: vec![], opened: vec![], closed: vec![], came: vec![],
            went: vec![], entries: vec![], decisions: vec![],
        };
        prop_assert_eq!(change, none);
    }

    #[test]
    fn the_differences_lead_from_the_first_to_the_second_and_name_what_did_it(
        book in book(), from in day(), to in day(), known in (day(), day()), undecided in any::<bool>(),
    ) {
        let (before, after) = (asked(from, known.0), asked(to, known.1));
        let now = book.ledger();
        let kept = |entry: &Entry| !(undecided && matches!(entry, Entry::Decision(_)));
        let then = ledger(book.entries().into_iter().filter(kept));
        let change = change((&then, &before), (&now, &after));
        let first = rows(&picture(&then, &before));
        prop_assert_eq!(applied(first, &change), rows(&picture(&now, &after)));
        for row in &change.rows {
            prop_assert!(!row.claims.is_empty() || !row.decisions.is_empty(), "{:?} of {:?}", row, change.entries);
        }
    }
}

const LINES: &str = "
    KEN people deploy | 200 | on 2024-06-25 | pub 2024-06-25
    KEN people deploy | 200 | on 2024-07-16 | pub 2024-07-16
    KEN people deployed | 382 | as 2024-09-08 | pub 2024-09-08
    mission people deployed | 382 | as 2024-09-10 | pub 2024-09-20
    JAM people deploy | 24 | on 2024-09-12 | pub 2024-09-12";

/// The rows as `party stage before after [lines]`.
fn told(book: &Book, change: &Change) -> Vec<String> {
    let words = |it: Option<Between>| {
        it.map_or("none".to_owned(), |it| format!("{}-{}-{}", it.low, it.best.unwrap(), it.high.unwrap()))
    };
    let lines = |claims: &mut dyn Iterator<Item = &ClaimId>| {
        let mut lines: Vec<_> = claims.map(|id| book.line(*id).to_string()).collect();
        lines.sort_unstable();
        lines.join(" ")
    };
    let rows = change.rows.iter().map(|row| {
        let (before, after) = (words(row.before), words(row.after));
        format!("{} {} {before} {after} [{}]", row.whose, row.stage, lines(&mut row.claims.iter()))
    });
    rows.collect()
}

#[test]
fn between_two_days_the_claims_that_speak_of_them_did_it() {
    let book = Book::read(LINES);
    let ledger = book.ledger();
    let (from, to) = (asked("2024-07-01", "2024-12-31"), asked("2024-07-20", "2024-12-31"));
    let change = change((&ledger, &from), (&ledger, &to));
    assert!(change.entries.iter().all(|entry| entry.why == Why::SpeaksBetween));
    let moved: Vec<_> = change.came.iter().map(|event| (event.whose.to_string(), event.last_day)).collect();
    assert_eq!(moved, [("KEN".to_owned(), "2024-07-16".parse().unwrap())]);
    let rows = told(&book, &change);
    assert!(rows.iter().any(|row| row.starts_with("KEN deployed ") && row.ends_with("[2]")), "{rows:?}");
    assert!(rows.iter().all(|row| !row.starts_with("JAM")), "{rows:?}");
}

#[test]
fn between_two_knowledge_days_what_was_published_did_it() {
    let book = Book::read(LINES);
    let ledger = book.ledger();
    let (then, now) = (asked("2024-09-10", "2024-09-11"), asked("2024-09-10", "2024-09-30"));
    let change = change((&ledger, &then), (&ledger, &now));
    assert!(change.entries.iter().all(|entry| entry.why == Why::Published));
    let rows = told(&book, &change);
    // One count alone does not overrule the flights; a second that agrees does, and the first is no longer outvoted.
    assert!(
        rows.iter()
            .any(|row| row.starts_with("KEN deployed ") && row.contains("-382-") && row.ends_with("[4]")),
        "{rows:?}"
    );
    assert_eq!((change.opened.len(), change.closed.len()), (0, 1), "{:?} {:?}", change.opened, change.closed);
}

#[test]
fn a_decision_is_named_with_the_rows_it_moved() {
    let mut book = Book::read(LINES);
    let then = book.ledger();
    book.rule("reject 2");
    let now = book.ledger();
    let day: Asked = asked("2024-07-20", "2024-07-31");
    let change = change((&then, &day), (&now, &day));
    let [decided] = &change.decisions[..] else { panic!("{:?}", change.decisions) };
    assert!(change.rows.iter().any(|row| row.whose.to_string() == "KEN"));
    assert!(change.rows.iter().all(|row| row.decisions.contains(&decided.decision)), "{:?}", change.rows);
    assert!(change.entries.iter().all(|entry| entry.why == Why::Ruled && entry.claim == decided.claim));
}
