//! Dates, from Saturday, 9 November 2024 unless a check says otherwise.

use jiff::civil::date;
use model::Published;
use reader::{Anchor, Edge, Finder, Sentences, What};

use crate::{LEXICONS, shown};

#[track_caller]
fn check(text: &str, want: &[&str]) {
    let got = shown(text, date(2024, 11, 9), |mention| match &mention.what {
        What::Date(date) => {
            let edge = match date.edge {
                Edge::Within => "",
                Edge::By => "by ",
                Edge::Since => "since ",
                Edge::Until => "until ",
                Edge::AsOf => "as of ",
            };
            let anchor = match date.anchor {
                Anchor::Written => "",
                Anchor::Reckoned => "~",
                Anchor::Missing => "?",
            };
            Some(format!("{edge}{anchor}{}", date.span))
        }
        _ => None,
    });
    assert_eq!(got, want);
}

#[test]
fn full_dates_in_the_usual_orders() {
    check("on June 24, 2024, they", &["June 24, 2024: 2024-06-24"]);
    check("on 24 June 2024", &["24 June 2024: 2024-06-24"]);
    check("on the 4th of June 2024", &["the 4th of June 2024: 2024-06-04"]);
    check("on Tuesday, February 4, 2025, they", &["Tuesday, February 4, 2025: 2025-02-04"]);
    check("on Friday night November 1, 2024", &["Friday night November 1, 2024: 2024-11-01"]);
    check("Dec. 8, 2023", &["Dec. 8, 2023: 2023-12-08"]);
    check("June 24th 2024", &["June 24th 2024: 2024-06-24"]);
    check(
        "2024-06-24 and 24/06/2024 and 24.06.2024",
        &["2024-06-24: 2024-06-24", "24/06/2024: 2024-06-24", "24.06.2024: 2024-06-24"],
    );
    check(
        "It left in July. Then, on 9 Sept. 2023, it came.",
        &["July: ~2024-07", "9 Sept. 2023: 2023-09-09"],
    );
    check("in June 2024", &["June 2024: 2024-06"]);
    check("in 2024", &["2024: 2024"]);
    check("February 30, 2024", &["February 30, 2024: ?.."]);
}

#[test]
fn stretches_have_two_ends() {
    check("in June and July 2024", &["June and July 2024: 2024-06/2024-07"]);
    check("from February 25 to 28, 2024", &["from February 25 to 28, 2024: 2024-02-25/2024-02-28"]);
    check("25-28 February 2024", &["25-28 February 2024: 2024-02-25/2024-02-28"]);
    check("28 February to 3 March 2024", &["28 February to 3 March 2024: 2024-02-28/2024-03-03"]);
    check("28 December to 3 January 2024", &["28 December to 3 January 2024: 2023-12-28/2024-01-03"]);
    check("between December and January 2024", &["between December and January 2024: 2023-12/2024-01"]);
    check("for the period 2025-2027", &["2025-2027: 2025/2027"]);
    check("in 2023/24", &["2023/24: 2023/2024"]);
}

#[test]
fn a_date_without_a_year_is_the_nearest() {
    check("as of July 16", &["as of July 16: as of ~2024-07-16"]);
    check("on January 7", &["January 7: ~2025-01-07"]);
    check("by January 7", &["by January 7: by ~2025-01-07"]);
    check("since January", &["since January: since ~2024-01"]);
    check("reopened in May", &["May: ~2024-05"]);
    check("in late April", &["late April: ~2024-04"]);
    check("until the end of September", &["until the end of September: until ~2025-09"]);
    check("in mid-October", &["mid-October: ~2024-10"]);
    check("early June", &["early June: ~2024-06"]);
    check("Saturday, November 2", &["Saturday, November 2: ~2024-11-02"]);
}

#[test]
fn words_are_reckoned_from_the_reference_day() {
    check(
        "yesterday, today and tomorrow",
        &["yesterday: ~2024-11-08", "today: ~2024-11-09", "tomorrow: ~2024-11-10"],
    );
    check("on Tuesday", &["Tuesday: ~2024-11-05"]);
    check("on Saturday", &["Saturday: ~2024-11-09"]);
    check("last Saturday, next Tuesday", &["last Saturday: ~2024-11-02", "next Tuesday: ~2024-11-12"]);
    check("last October and last December", &["last October: ~2024-10", "last December: ~2023-12"]);
    check(
        "this week, last month, last year, next year",
        &[
            "this week: ~2024-11-04/2024-11-10",
            "last month: ~2024-10",
            "last year: ~2023",
            "next year: ~2025",
        ],
    );
    check("before the year is out", &["before the year is out: by ~2024"]);
    check("at the end of the year", &["the end of the year: ~2024"]);
    check(
        "three days ago, a year ago, two months ago",
        &["three days ago: ~2024-11-06", "a year ago: ~2023", "two months ago: ~2024-09"],
    );
    check("past December 8, 2023", &["past December 8, 2023: until 2023-12-08"]);
    check("extended to 1 March 2026", &["to 1 March 2026: until 2026-03-01"]);
}

#[test]
fn other_words_are_no_dates() {
    for text in [
        "It may march on.",
        "They March May be.",
        "The Sun said so.",
        "between Kenya and Haiti",
        "2,024 men",
        "over 2000 troops",
        "for ten years",
        "the second contingent",
        "a second ago",
    ] {
        check(text, &[]);
    }
}

#[test]
fn a_weekday_turns_both_ways() {
    let got = shown("on Tuesday", date(2024, 11, 9), |mention| match &mention.what {
        What::Date(date) => date.turns.map(|turns| format!("{} or {}", turns.behind, turns.ahead)),
        _ => None,
    });
    assert_eq!(got, ["Tuesday: 2024-11-05 or 2024-11-12"]);
}

#[test]
fn nothing_is_reckoned_from_the_day_of_reading() {
    let text = "They left on Tuesday, July 16 and last year.";
    let published = Published { day: date(2024, 11, 9), basis: model::Basis::DayRead };
    let sentence = Sentences::new(text, &LEXICONS).next().unwrap();
    let mentions = Finder::new(text, &LEXICONS, published).mentions(&sentence);
    let dates: Vec<_> = mentions
        .iter()
        .filter_map(|mention| match &mention.what {
            What::Date(date) => Some((date.span.to_string(), date.anchor)),
            _ => None,
        })
        .collect();
    assert_eq!(dates, [("..".to_owned(), Anchor::Missing), ("..".to_owned(), Anchor::Missing)]);
}

#[test]
fn quarters_and_seasons_are_stretches() {
    check("in the third quarter of 2024", &["the third quarter of 2024: 2024-07/2024-09"]);
    check("in Q1 2025", &["Q1 2025: 2025-01/2025-03"]);
    check("in the spring of 2025", &["the spring of 2025: 2025-03/2025-05"]);
    check("last autumn", &["autumn: ~2024-09/2024-11"]);
    check("winter 2024", &["winter 2024: 2024-12/2025-02"]);
    check("the first quarter of the match, a spring board", &[]);
    check("a fall from a spring", &[]);
}

#[test]
fn days_are_reckoned_from_the_day_told_last() {
    check(
        "They left on June 24, 2024. He came the same day. A day later, they went. In that month he came.",
        &[
            "June 24, 2024: 2024-06-24",
            "the same day: ~2024-06-24",
            "A day later: ~2024-06-25",
            "that month: ~2024-06",
        ],
    );
    check("He had left the day before.", &["the day before: ~2024-11-08"]);
    check("He left the day before the vote.", &[]);
}
