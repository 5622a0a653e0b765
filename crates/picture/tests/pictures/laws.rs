//! Laws that hold for whatever is in the ledger.

use ledger::Entry;
use model::{Bounds, Marking, Modality, Ruling};
use picture::{Figure, Picture, Viewer, picture};
use proptest::prelude::*;

use crate::book::{Book, asked, ledger};

/// One claim as the little ledgers write it, from a small world in which claims often meet.
fn line() -> impl Strategy<Value = String> {
    let whose = prop::sample::select(vec!["KEN", "KEN", "JAM", "JAM+KEN", "mission", "unstated"]);
    let what = prop::sample::select(vec![
        "people/police deployed",
        "people/police deploy",
        "people/troops deploy",
        "people deployed",
        "people/police ready",
        "people/police training",
        "people certify",
        "people/police promised",
        "people/police withdraw",
        "people/police lose",
        "people/police rotate",
        "equipment/MRAPs deliver",
        "equipment/MRAPs in service",
        "money/USD pledge",
        "money/USD paid",
    ]);
    let quantity = prop::sample::select(vec![
        "200",
        "400",
        "about 400",
        "nearly 400",
        "over 150",
        "up to 600",
        "some",
        "75",
        "77",
        "600",
        "between 100 and 300",
    ]);
    let day = prop::sample::select(vec![
        "2024-06-24",
        "2024-06-25",
        "2024-06-26",
        "2024-07",
        "2024-06/2024-07",
        "../2024-07-10",
        "2024-07-16",
        "..",
        "2024-08-30",
        "2024-07-01/..",
    ]);
    let published = prop::sample::select(vec!["2024-06-26", "2024-07-17", "2024-07-31", "2024-09-01"]);
    let rest = prop::sample::select(vec![
        "by one",
        "by two",
        "by one | 1st",
        "2nd",
        "B2",
        "planned",
        "denied",
        "pledged",
        "party:KEN",
        "mission",
        "from Nairobi",
    ]);
    (whose, what, quantity, day, published, rest).prop_map(|(whose, what, quantity, day, published, rest)| {
        format!("{whose} {what} | {quantity} | on {day} | pub {published} | {rest}")
    })
}

/// A ledger of claims with rulings on some of them.
pub(crate) fn book() -> impl Strategy<Value = Book> {
    let ruling = (0..5_usize, any::<prop::sample::Index>(), any::<prop::sample::Index>());
    (prop::collection::vec(line(), 1..14), prop::collection::vec(ruling, 0..4)).prop_map(
        |(claims, rulings)| {
            let mut text = claims.join("\n");
            for (word, one, other) in rulings {
                let (one, other) = (one.index(claims.len()) + 1, other.index(claims.len()) + 1);
                let word = ["accept", "reject", "replace", "same", "not-same"][word];
                let other =
                    if ["accept", "reject"].contains(&word) { String::new() } else { format!(" {other}") };
                text.extend(["\n! ", word, " ", &one.to_string(), &other]);
            }
            Book::read(&text)
        },
    )
}

pub(crate) fn day() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["2024-06-25", "2024-07-10", "2024-07-20", "2024-09-30"])
}

fn figures(picture: &Picture) -> impl Iterator<Item = &Figure> {
    picture.lines.iter().flat_map(|line| line.stages.values().chain(&line.promised_in_all))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_order_of_entering_never_matters(
        (book, shuffled) in book().prop_flat_map(|book| {
            let entries = book.entries();
            (Just(book), Just(entries).prop_shuffle())
        }),
        as_of in day(), known_on in day(),
    ) {
        let asked = asked(as_of, known_on);
        prop_assert_eq!(picture(&book.ledger(), &asked), picture(&ledger(shuffled), &asked));
    }

    #[test]
    fn what_is_published_later_changes_nothing(book in book(), as_of in day(), known_on in day()) {
        let asked = asked(as_of, known_on);
        let known = |entry: &Entry| match entry {
            Entry::Claim(claim) => claim.published.day <= asked.known_on,
            _ => true,
        };
        let before = ledger(book.entries().into_iter().filter(known));
        prop_assert_eq!(picture(&book.ledger(), &asked), picture(&before, &asked));
    }

    #[test]
    fn what_may_not_be_seen_changes_nothing(book in book(), as_of in day(), liaison in any::<bool>()) {
        let mut asked = asked(as_of, "2030-01-01");
        asked.viewer = if liaison { Viewer::Liaison("JAM".parse().unwrap()) } else { Viewer::Public };
        let open = |entry: &Entry| match entry {
            Entry::Claim(claim) => claim.marking == Marking::Public,
            _ => true,
        };
        let seen = ledger(book.entries().into_iter().filter(open));
        prop_assert_eq!(picture(&book.ledger(), &asked), picture(&seen, &asked));
    }

    #[test]
    fn a_rejected_claim_does_what_its_absence_does(mut book in book(), as_of in day(), which in any::<prop::sample::Index>()) {
        let asked = asked(as_of, "2030-01-01");
        let line = which.index(book.claims.len());
        let gone = book.claims[line].id();
        // What it had replaced comes back once it is gone, but not while it is only rejected.
        book.decisions.retain(|decision| decision.ruling.other() != Some(gone));
        let absent = ledger(book.entries().into_iter().filter(|entry| match entry {
            Entry::Claim(claim) => claim.id() != gone,
            Entry::Decision(_) | Entry::Document(_) => true,
        }));
        book.rule(&format!("reject {}", line + 1));
        let mut with = picture(&book.ledger(), &asked);
        with.left_out.rejected.remove(&gone);
        prop_assert_eq!(with, picture(&absent, &asked));
    }

    #[test]
    fn bounds_hold_the_best_and_every_figure_has_its_claims(book in book(), as_of in day()) {
        let picture = picture(&book.ledger(), &asked(as_of, "2030-01-01"));
        for figure in figures(&picture) {
            let Bounds { low, high } = figure.bounds();
            prop_assert!(high.is_none_or(|high| low <= high), "{:?}", figure);
            prop_assert!(figure.best.is_none_or(|best| figure.bounds().hold(best)), "{:?}", figure);
            prop_assert!(!figure.claims.is_empty(), "{:?}", figure);
            prop_assert!(figure.since.is_none_or(|since| since <= picture.asked.as_of), "{:?}", figure);
        }
        for event in &picture.events {
            prop_assert!(event.best.is_none_or(|best| event.low <= best && event.high.is_none_or(|high| best <= high)));
        }
    }

    #[test]
    fn no_claim_is_forgotten(book in book(), as_of in day()) {
        let picture = picture(&book.ledger(), &asked(as_of, "2030-01-01"));
        let shown = serde_json::to_string(&picture).unwrap();
        for claim in book.claims.iter().filter(|claim| claim.marking == Marking::Public) {
            prop_assert!(shown.contains(&claim.id().to_string()), "{claim:?}");
        }
    }

    #[test]
    fn plans_and_denials_move_no_balance(mut book in book(), as_of in day()) {
        // A replacement that is itself a plan still takes the place of what it replaces.
        book.decisions.retain(|decision| !matches!(decision.ruling, Ruling::Replace { .. }));
        let asked = asked(as_of, "2030-01-01");
        let told = |entry: &Entry| match entry {
            Entry::Claim(claim) => match claim.modality {
                Modality::Fact | Modality::Reported => true,
                Modality::Denied => false,
                // A promise is told by promising.
                _ => ["promised", "pledge", "withdraw"].iter().any(|it| claim.statement.to_string().contains(it)),
            },
            _ => true,
        };
        let without = picture(&ledger(book.entries().into_iter().filter(told)), &asked);
        prop_assert_eq!(picture(&book.ledger(), &asked).rows(), without.rows());
    }

    /// What is left for another figure has its reason beside it: claims or movements that would be wrong in its place, or
    /// the rule that decided.
    #[test]
    fn whoever_is_outvoted_is_shown_with_what_it_costs_or_why(book in book(), as_of in day()) {
        let picture = picture(&book.ledger(), &asked(as_of, "2030-01-01"));
        for dispute in &picture.disputes {
            prop_assert!(!dispute.outvoted.is_empty(), "{:?}", dispute);
            for outvoted in &dispute.outvoted {
                prop_assert!(!outvoted.said.claims.is_empty(), "{:?}", dispute);
                prop_assert!(outvoted.cost > 0 || dispute.why.is_some(), "{:?}", dispute);
                let taken = &dispute.taken;
                let inside = taken.low >= outvoted.said.low
                    && outvoted.said.high.is_none_or(|high| taken.high.is_some_and(|taken| taken <= high));
                prop_assert!(!inside || dispute.why.is_some(), "met and told as outvoted: {:?}", dispute);
            }
        }
    }

    /// Of two numbers for one balance on one day, told by sources of one grade, that which more of them tell is taken.
    #[test]
    fn more_sources_never_lose_to_fewer_of_equal_grade(
        (few, many) in (1..4_usize).prop_flat_map(|few| (Just(few), few + 1..6)), a in 1..2_000_u64, b in 1..2_000_u64,
        grade in prop::sample::select(vec!["A1", "B2", "C3", "D4", "F6"]),
    ) {
        prop_assume!(a != b);
        let says = |number: u64, source: usize| {
            format!("KEN people deployed | {number} | as 2024-07-01 | pub 2024-07-02 | by s{source} | {grade}")
        };
        let lines: Vec<_> =
            (0..many).map(|source| says(a, source)).chain((many..many + few).map(|source| says(b, source))).collect();
        let book = Book::read(&lines.join("\n"));
        let picture = picture(&book.ledger(), &asked("2024-07-10", "2030-01-01"));
        prop_assert_eq!(picture.rows()[0].best, Some(a));
        prop_assert_eq!(picture.disputes.len(), 1);
    }

    /// A sum is its parts, added up; what no source gives a number of adds nothing.
    #[test]
    fn a_sum_is_what_its_parts_add_up_to(book in book(), as_of in day()) {
        let rows = picture(&book.ledger(), &asked(as_of, "2030-01-01")).rows();
        let joint = |party: &str| party.contains('+');
        for sum in rows.iter().filter(|row| row.party == "sum" && row.stage != "promised") {
            let of = |row: &&picture::Row| row.resource == sum.resource && row.stage == sum.stage;
            let parts: Vec<_> =
                rows.iter().filter(of).filter(|row| !["sum", "mission", "unstated"].contains(&&*row.party)).collect();
            if parts.iter().any(|row| joint(&row.party)) {
                continue;
            }
            let added: u64 = parts.iter().filter_map(|row| row.best).sum();
            prop_assert_eq!(sum.best.unwrap_or(0), added, "{:?}", sum);
            prop_assert!(sum.low <= added && sum.high.is_none_or(|high| added <= high));
        }
    }
}
