//! Histories: one fit says of every day what the picture of that day says.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use ledger::Ledger;
use model::{Span, Statement};
use picture::{Asked, Between, Contributor, History, Taken, history, picture};
use proptest::prelude::*;

use crate::{
    book::{Book, asked},
    laws::book,
    mss,
};

type Rows = BTreeMap<(String, String, String), Between>;

/// All but what is promised, which a history weighs with pledges of later days.
fn rows_of_picture(ledger: &Ledger, asked: &Asked) -> Rows {
    let rows = picture(ledger, asked).rows().into_iter().filter(|row| !row.stage.starts_with("promised"));
    rows.map(|row| {
        ((row.party, row.resource, row.stage), Between { low: row.low, best: row.best, high: row.high })
    })
    .collect()
}

fn rows_of_history(history: &History, day: Date) -> Rows {
    let series = history.series.iter().filter(|series| !series.stage.starts_with("promised"));
    series
        .filter_map(|series| {
            let key = (series.whose.to_string(), series.resource.to_string(), series.stage.clone());
            Some((key, series.on(day)?))
        })
        .collect()
}

/// Whether some count may be of this day and of a later one.
fn is_open(book: &Book, day: Date) -> bool {
    book.claims.iter().any(|claim| {
        let Statement::Count(count) = &claim.statement else { return false };
        let published = claim.published.day;
        let (first, last) = match count.as_of {
            Span::Unstated => (published.checked_sub(7.days()).ok(), published),
            span => (span.earliest(), span.latest().unwrap_or(published).max(published)),
        };
        let one_day = count.as_of.earliest().is_some() && count.as_of.earliest() == count.as_of.latest();
        !one_day && first.is_none_or(|first| first <= day) && day < last
    })
}

/// Each day on which a series changes, and the day before it.
fn days(history: &History) -> impl Iterator<Item = Date> {
    let days: std::collections::BTreeSet<Date> = history
        .series
        .iter()
        .flat_map(|series| &series.days)
        .flat_map(|it| [Some(it.day), it.day.yesterday().ok()])
        .flatten()
        .collect();
    days.into_iter()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn each_day_of_a_history_is_the_picture_of_that_day(book in book()) {
        let ledger = book.ledger();
        let asked = asked("2024-09-30", "2024-09-30");
        let history = history(&ledger, &asked);
        for day in days(&history).filter(|day| !is_open(&book, *day)) {
            let picture = rows_of_picture(&ledger, &Asked { as_of: day, ..asked.clone() });
            prop_assert_eq!(rows_of_history(&history, day), picture, "{}", day);
        }
    }
}

#[test]
fn the_history_of_the_mss_is_its_pictures() {
    let ledger = mss::table();
    let asked = asked("2025-10-02", "2025-10-02");
    let history = history(&ledger, &asked);
    let kenya = history.series.iter().find(|series| {
        series.whose == Contributor::Party("KEN".parse().unwrap()) && series.stage == "deployed"
    });
    let kenya = kenya.unwrap();
    assert!(kenya.days.len() > 5, "{:?}", kenya.days);
    for it in &kenya.days {
        let rows = rows_of_picture(&ledger, &Asked { as_of: it.day, ..asked.clone() });
        let own = ("KEN".to_owned(), "people".to_owned(), "deployed".to_owned());
        assert_eq!(rows.get(&own).copied(), it.stood, "{}", it.day);
    }
    // "400" on the first flight is a point, and outvoted.
    let outvoted = kenya.claims.iter().filter(|saying| saying.taken == Taken::Outvoted);
    assert!(outvoted.clone().any(|saying| saying.said.best == Some(400) && saying.reading == Some(200)));
}

/// The series of these lines, as `day low best high` and `day words how`, days and claims apart.
#[track_caller]
fn check(lines: &str, series: (&str, &str), want_days: &[&str], want_claims: &[&str]) {
    let book = Book::read(lines);
    let history = history(&book.ledger(), &asked("2024-12-31", "2024-12-31"));
    let found = history.series.iter().find(|it| (it.whose.to_string().as_str(), it.stage.as_str()) == series);
    let found = found.unwrap_or_else(|| panic!("{:?}", history.series));
    let number = |n: Option<u64>| n.map_or("?".to_owned(), |n| n.to_string());
    let days: Vec<String> = found
        .days
        .iter()
        .map(|it| match it.stood {
            Some(Between { low, best, high }) => {
                format!("{} {low} {} {}", it.day, number(best), number(high))
            }
            None => format!("{} none", it.day),
        })
        .collect();
    let claims: Vec<String> = found
        .claims
        .iter()
        .map(|it| {
            let lines: Vec<_> = it.said.claims.iter().map(|id| book.line(*id).to_string()).collect();
            format!("{} {} {} {}", it.day, it.said.words, it.taken.word(), lines.join("+"))
        })
        .collect();
    assert_eq!(days, want_days);
    assert_eq!(claims, want_claims);
}

#[test]
fn days_stand_beside_the_claims_on_them() {
    // Without the one who tells of the second flight, 200 stand until 300 are counted.
    check(
        "KEN people deploy | 200 | on 2024-06-25 | pub 2024-06-25
         KEN people deployed | 200 | as 2024-07-10 | pub 2024-07-10
         KEN people deploy | 100 | on 2024-07-16 | pub 2024-07-16
         KEN people deployed | 300 | as 2024-08-01 | pub 2024-08-01
         KEN people deployed | 420 | as 2024-08-20 | pub 2024-08-20
         KEN people deployed | 300 | as 2024-09-20 | pub 2024-09-20",
        ("KEN", "deployed"),
        &["2024-06-25 200 200 200", "2024-07-16 200 300 300", "2024-08-01 300 300 300"],
        &[
            "2024-06-25 200 stands 1",
            "2024-07-10 200 stands 2",
            "2024-07-16 100 stands 3",
            "2024-08-01 300 stands 4",
            "2024-08-20 420 outvoted 5",
            "2024-09-20 300 stands 6",
        ],
    );
}
