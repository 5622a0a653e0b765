//! The mission's frame: mandate, ceilings, sites and concerns from little ledgers.

use picture::{Picture, picture};

use crate::book::{Book, asked};

/// The frame of these lines on a day, one line each.
fn frame(lines: &str, as_of: &str) -> Vec<String> {
    let book = Book::read(lines);
    let Picture { frame, .. } = picture(&book.ledger(), &asked(as_of, "2030-01-01"));
    let numbers = |claims: &std::collections::BTreeSet<model::ClaimId>| {
        let mut lines: Vec<_> = claims.iter().map(|id| book.line(*id)).collect();
        lines.sort_unstable();
        format!("{lines:?}")
    };
    let mut shown = Vec::new();
    for line in &frame.ceilings {
        let kind = if line.authorised { "authorised" } else { "planned" };
        let force = if line.in_force { ", in force" } else { "" };
        shown.push(format!("ceiling {} {kind}{force} {}", line.quantity, numbers(&line.claims)));
    }
    for line in &frame.mandates {
        shown.push(format!("{} {} {} {}", line.act, line.when, line.until, numbers(&line.claims)));
    }
    if let Some(end) = &frame.mandate_end {
        shown.push(format!("ends {}/{} {}", end.earliest, end.latest, numbers(&end.claims)));
    }
    for line in &frame.proposals {
        shown.push(format!("asked for: {} {}", line.act, numbers(&line.claims)));
    }
    for site in &frame.sites {
        let history: Vec<_> =
            site.history.iter().map(|it| format!("{} {}", it.status, numbers(&it.claims))).collect();
        shown.push(format!("{}: {}; {}", site.site, site.status, history.join(", ")));
    }
    for line in &frame.concerns {
        shown.push(format!("concern {:?} {}", line.about, numbers(&line.claims)));
    }
    shown
}

#[test]
fn the_mandate_ends_where_its_acts_say() {
    let acts = "UN mandate authorise | - | on 2023-10-02 | months 12 | pub 2023-10-02
                UN mandate extend | - | on 2024-09-28 | months 12 | pub 2024-09-28
                UN mandate extend | - | on 2024-09-30 | months 12 | pub 2024-09-30 | B2
                UN mandate convert | - | pub 2024-09-30 | proposed";
    assert_eq!(
        frame(acts, "2024-11-08"),
        [
            "authorise 2023-10-02 for 12 months [1]",
            "extend 2024-09-30 for 12 months [2, 3]",
            "ends 2025-10-02/2025-10-02 [1, 2, 3]",
            "asked for: convert [4]",
        ]
    );
    assert_eq!(
        frame(acts, "2024-06-01"),
        ["authorise 2023-10-02 for 12 months [1]", "ends 2024-10-02/2024-10-02 [1]"]
    );
}

#[test]
fn an_extension_without_a_day_or_a_known_end_before_leaves_the_end_open() {
    assert_eq!(
        frame(
            "UN mandate authorise | - | on 2023-10-02 | pub 2024-10-11
             UN mandate extend | - | months 12 | pub 2024-11-09",
            "2024-11-08"
        ),
        ["authorise 2023-10-02 end unstated [1]", "extend .. for 12 months [2]"]
    );
}

#[test]
fn the_latest_ceiling_of_each_kind_is_in_force() {
    assert_eq!(
        frame(
            "mission people ceiling | up to 2,500 | on 2024-06 | pub 2024-06-30 | planned
             mission people ceiling | up to 2,500 | on 2024-08 | pub 2024-08-30 | planned
             mission people ceiling | 5,550 | on 2025-09-30/.. | pub 2025-09-30",
            "2025-10-01"
        ),
        ["ceiling 5,550 authorised, in force [3]", "ceiling up to 2,500 planned, in force [1, 2]",]
    );
}

#[test]
fn a_site_keeps_its_history() {
    assert_eq!(
        frame(
            "KEN site Port | retaken | on 2024-07-17 | pub 2024-07-17
             KEN site port | retaken | pub 2024-07-20
             unstated site port | lost | on 2024-09-01 | pub 2024-09-01",
            "2024-11-08"
        ),
        ["Port: lost; retaken [1, 2], lost [3]"]
    );
}

#[test]
fn a_concern_that_is_repeated_is_one() {
    assert_eq!(
        frame(
            "mission concern delay | - | pub 2024-07-17 | by one
             mission concern delay | - | pub 2024-07-20 | by one
             mission concern funding | - | pub 2024-07-21 | by one",
            "2024-11-08"
        ),
        ["concern {Funding} [3]", "concern {Delay} [1, 2]"]
    );
}
