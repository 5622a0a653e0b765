//! What was kept of a promise, what is overdue, and the briefing that tells of it.

use picture::{Contributor, picture};

use crate::book::{Book, asked};

/// Kenya's share kept, and every overdue promise with the numbers of its lines.
#[track_caller]
fn check(lines: &str, as_of: &str, kept: Option<&str>, overdue: &[&str]) {
    let book = Book::read(lines);
    let picture = picture(&book.ledger(), &asked(as_of, as_of));
    let kenya = Contributor::Party("KEN".parse().unwrap());
    let line = picture.lines.iter().find(|line| line.whose == kenya);
    let share = line.and_then(picture::Line::kept).map(|share| share.to_string());
    assert_eq!(share.as_deref(), kept);
    let told = |it: &picture::Overdue| {
        let mut numbers: Vec<_> = it.claims.iter().map(|id| book.line(*id)).collect();
        numbers.sort_unstable();
        let slipped =
            if it.first_due == it.due { String::new() } else { format!(" (first {})", it.first_due) };
        let (whose, came, promised, days) = (&it.whose, it.came, it.promised, it.days_over);
        format!("{whose}: {came} of {promised}, due {}{slipped}, {days} days over {numbers:?}", it.due)
    };
    assert_eq!(picture.overdue.iter().map(told).collect::<Vec<_>>(), overdue);
}

#[test]
fn whoever_came_has_kept_the_promise_whatever_became_of_them() {
    check(
        "KEN people promised | 1,000 | pub 2023-10-01 | pledged
         KEN people deploy | 400 | on 2024-06-25 | pub 2024-06-25
         KEN people repatriate | 100 | on 2024-12-09 | pub 2024-12-09
         KEN people lose | 1 | on 2024-12-20 | pub 2024-12-20",
        "2024-12-31",
        Some("40 %"),
        &[],
    );
}

#[test]
fn what_is_open_in_a_promise_or_in_what_came_is_open_in_the_share() {
    check(
        "KEN people promised | between 800 and 1,000 | pub 2023-10-01 | pledged
         KEN people deployed | about 400 | as 2024-06-25 | pub 2024-06-25",
        "2024-06-30",
        Some("40 % (36-55 %)"),
        &[],
    );
    check("KEN people promised | some | pub 2023-10-01 | pledged", "2024-06-30", None, &[]);
    check("KEN people promised | 600 | pub 2023-10-01 | pledged", "2024-06-30", Some("0 %"), &[]);
}

#[test]
fn a_plan_is_overdue_when_its_day_has_passed_and_fewer_came_since() {
    let plan = "KEN people deploy | 200 | on 2024-06-25 | pub 2024-06-25
                KEN people deploy | 600 | on 2024-11 | pub 2024-10-20 | planned";
    check(plan, "2024-11-30", None, &[]);
    check(plan, "2024-12-01", None, &["KEN: 0 of 600, due 2024-11-30, 1 days over [2]"]);
    let late = format!("{plan}\nKEN people deploy | 217 | on 2025-01-18 | pub 2025-01-18");
    check(&late, "2025-01-20", None, &["KEN: 217 of 600, due 2024-11-30, 51 days over [2]"]);
    let kept = format!("{late}\nKEN people deploy | 400 | on 2025-02-06 | pub 2025-02-06");
    check(&kept, "2025-02-10", None, &[]);
}

#[test]
fn a_promise_that_slipped_is_one_promise() {
    check(
        "KEN people deploy | 600 | on 2024-11 | pub 2024-10-20 | planned
         KEN people deploy | 600 | on 2024-12 | pub 2024-11-20 | planned
         KEN people deployed | 2,500 | as ../2025-01 | pub 2024-11-20 | proposed",
        "2025-02-10",
        None,
        &["KEN: 0 of 600, due 2024-12-31 (first 2024-11-30), 41 days over [1, 2]"],
    );
    check(
        "KEN people deploy | 600 | on 2024-11 | pub 2024-10-20 | planned
         KEN people deploy | 600 | on 2025-03 | pub 2024-11-20 | planned",
        "2025-02-10",
        None,
        &["KEN: 0 of 600, due 2024-11-30, 72 days over [1]"],
    );
}

#[test]
fn what_the_whole_mission_was_to_have_is_held_against_all_together() {
    check(
        "mission people deployed | 1,000 | as ../2025-01 | pub 2024-10-20 | planned
         KEN people deploy | 400 | on 2024-06-25 | pub 2024-06-25
         JAM people deploy | 24 | on 2024-09-12 | pub 2024-09-12",
        "2025-02-10",
        None,
        &["mission: 424 of 1000, due 2025-01-31, 10 days over [1]"],
    );
}

#[test]
fn the_briefing_tells_of_strength_clock_promises_and_gaps() {
    let book = Book::read(
        "mission people ceiling | up to 2,500 | on 2023-10-02 | pub 2023-10-02
         UN mandate authorise | - | on 2023-10-02 | months 12 | pub 2023-10-02
         KEN people promised | 1,000 | pub 2023-10-01 | pledged
         BEN people promised | 1,500 | pub 2024-02-27 | pledged
         KEN people deploy | 400 | on 2024-06-25 | pub 2024-06-25
         KEN people deploy | 600 | on 2024-08 | pub 2024-07-20 | planned",
    );
    let briefing = |day: &str| picture(&book.ledger(), &asked(day, day)).briefing();
    assert_eq!(
        briefing("2024-09-30"),
        [
            "400 people are deployed, of up to 2,500 authorised and 2,500 promised.",
            "Kenya has 400 of 1,000.",
            "Most is owed by Benin (1,500) and Kenya (600).",
            "The mandate ends in 2 days, on 2024-10-02.",
            "1 promise is overdue: that of Kenya.",
        ]
    );
    assert_eq!(briefing("2024-10-02")[3], "The mandate ends with this day.");
    assert_eq!(briefing("2024-10-03")[3], "The mandate ended 1 day before this day, on 2024-10-02.");
    assert_eq!(briefing("2023-09-01"), Vec::<String>::new());
}
