//! Placing: on which of its days an event or a count with an open span is taken to fall.
//!
//! The last, unless another contradicts the holder's own claims less. Each is tried by itself, in canonical order, in
//! a reading that no claim on several holders takes part in.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{
    order::Ordered,
    problem::{Days, Holder, Of},
    solve,
};

/// Days tried for one claim, besides its last.
const DAYS: usize = 6;
/// Days tried for a holder, times its claims: what is spent on placing stays within seconds.
const TRIALS: usize = 2_000_000;

/// Puts each open event and count of a group on the day that is contradicted least.
pub(super) fn place(ordered: &mut Ordered, group: &BTreeSet<Holder>) {
    for holder in group {
        let mut own = ordered.only(*holder);
        let size = own.events.len() + own.counts.len();
        let open = own.events.iter().map(|event| event.it.days).chain(own.counts.iter().map(|c| c.it.days));
        let open = open.filter(|days| days.first != Some(days.last)).count();
        if open == 0 || open * size * DAYS > TRIALS {
            continue;
        }
        let mut least = solve::first_cost(&own, *holder);
        for i in 0..own.events.len() {
            let days = own.events[i].it.days;
            let counted: BTreeSet<Date> = own.counts.iter().map(|count| count.day).collect();
            for day in candidates(days, &counted) {
                let before = std::mem::replace(&mut own.events[i].day, day);
                let cost = solve::first_cost(&own, *holder);
                if cost < least {
                    least = cost;
                } else {
                    own.events[i].day = before;
                }
            }
        }
        for i in 0..own.counts.len() {
            let days = own.counts[i].it.days;
            let eves = own.events.iter().filter_map(|event| event.day.yesterday().ok()).collect();
            for day in candidates(days, &eves) {
                let before = std::mem::replace(&mut own.counts[i].day, day);
                let cost = solve::first_cost(&own, *holder);
                if cost < least {
                    least = cost;
                } else {
                    own.counts[i].day = before;
                }
            }
        }
        for event in own.events {
            for placed in ordered.events.iter_mut().filter(|placed| placed.id == event.id) {
                placed.day = event.day;
            }
        }
        for count in own.counts {
            for placed in ordered.counts.iter_mut().filter(|placed| placed.id == count.id) {
                placed.day = count.day;
            }
        }
    }
}

/// The latest of these days that lie in the span, later ones first.
fn candidates(days: Days, at: &BTreeSet<Date>) -> Vec<Date> {
    if days.first == Some(days.last) {
        return Vec::new();
    }
    let inside = at.range(days.first.unwrap_or(Date::MIN)..days.last);
    inside.rev().take(DAYS).copied().collect()
}

impl Ordered {
    /// A holder's own claims alone.
    fn only(&self, holder: Holder) -> Self {
        let mut own = self.clone();
        own.events.retain(|event| event.it.holder == holder);
        own.counts.retain(|count| count.it.of == Of::One(holder));
        own.sums.clear();
        for holders in own.lines.values_mut() {
            holders.retain(|other| *other == holder);
        }
        own
    }
}

#[cfg(test)]
mod tests {
    use crate::fit::{cases::case, fit};

    #[track_caller]
    fn check(table: &str, on: &str, want: &str) {
        assert_eq!(fit(&case(table).problem).figure("KEN", "deployed", on), want, "{table}");
    }

    #[test]
    fn an_arrival_told_for_a_month_is_not_added_to_the_count_that_holds_it() {
        let table = "
            move KEN deploy 2024-06-01/2024-06-30: a C3 200; b C3 200
            count KEN deployed 2024-06-10: c C3 200; d C3 200";
        check(table, "2024-06-10", "200-200-200");
        check(table, "2024-06-30", "200-200-200");
    }

    #[test]
    fn an_arrival_told_for_a_month_comes_after_the_count_that_leaves_it_out() {
        let table = "
            move KEN deploy 2024-05-01: a C3 100; b C3 100
            move KEN deploy 2024-06-01/2024-06-30: a C3 200; b C3 200
            count KEN deployed 2024-06-10: c C3 100; d C3 100
            count KEN deployed 2024-07-10: c C3 300; d C3 300";
        check(table, "2024-06-10", "100-100-100");
        check(table, "2024-06-30", "300-300-300");
    }

    #[test]
    fn a_count_told_for_a_month_may_be_of_the_days_before_the_flight() {
        let table = "
            move KEN deploy 2024-05-01: a C3 100; b C3 100
            move KEN deploy 2024-06-20: a C3 200; b C3 200
            count KEN deployed 2024-06-01/2024-06-30: c C3 100; d C3 100";
        check(table, "2024-06-30", "300-300-300");
    }
}
