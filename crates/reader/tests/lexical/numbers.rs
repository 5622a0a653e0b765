//! Numbers, money, percentages and durations.

use jiff::civil::date;
use reader::{Duration, What};

use crate::shown;

#[track_caller]
fn check(text: &str, want: &[&str]) {
    let got = shown(text, date(2024, 11, 9), |mention| match &mention.what {
        What::Number(quantity) => Some(quantity.to_string()),
        What::Money(money) if money.is_bare_dollar => Some(format!("$ {}", money.quantity)),
        What::Money(money) => Some(format!("{} {}", money.currency, money.quantity)),
        What::Percent(hundredths) => Some(format!("{hundredths}/100 %")),
        What::Duration(Duration::Days(days)) => Some(format!("{days} days")),
        What::Duration(Duration::Months(months)) => Some(format!("{months} months")),
        What::Instrument(name) => Some(format!("text {name}")),
        _ => None,
    });
    assert_eq!(got, want);
}

#[test]
fn digits_and_words_are_numbers() {
    check("It has 400 police.", &["400: 400"]);
    check("It has 2,500 and 13\u{a0}800.", &["2,500: 2,500", "13\u{a0}800: 13,800"]);
    check("2.5 million people", &["2.5 million: 2,500,000"]);
    check("Four hundred officers and twenty-one soldiers", &["Four hundred: 400", "twenty-one: 21"]);
    check("two thousand five hundred and six men", &["two thousand five hundred and six: 2,506"]);
    check("a hundred thousand rounds", &[]);
    check("a dozen trucks and half a dozen boats", &["a dozen: 12", "half a dozen: 6"]);
    check("two dozen men, half a million people", &["two dozen: 24", "half a million: 500,000"]);
    check(
        "a handful of countries, several officers, dozens of men",
        &["a handful of: some", "several: some", "dozens: some"],
    );
    check("a dozen four hundred men", &["a dozen: 12", "four hundred: 400"]);
    check("two hundred three hundred men", &["three hundred: 300"]);
    check("the A1,900 road", &[]);
    check("a 400-strong contingent", &["400: 400"]);
    check("the 600 officers", &["600: 600"]);
    check("100 Kenyan police and 2000 troops", &["100: 100", "2000: 2,000"]);
    check("6,000-strong", &["6,000: 6,000"]);
}

#[test]
fn hedges_belong_to_their_number() {
    check(
        "about 400, around 400, some 400 and roughly 400 men",
        &["about 400: about 400", "around 400: about 400", "some 400: about 400", "roughly 400: about 400"],
    );
    check(
        "nearly 400, almost four hundred, close to 400 or just under 400 men",
        &[
            "nearly 400: nearly 400",
            "almost four hundred: nearly 400",
            "close to 400: nearly 400",
            "just under 400: nearly 400",
        ],
    );
    check(
        "over 700, more than 700, upwards of 700 men",
        &["over 700: over 700", "more than 700: over 700", "upwards of 700: over 700"],
    );
    check(
        "at least 1,900 and no fewer than 20 men, 50 or more",
        &["at least 1,900: at least 1,900", "no fewer than 20: at least 20", "50 or more: at least 50"],
    );
    check(
        "up to 2,500, a maximum of 90, no more than 80, as many as 70",
        &[
            "up to 2,500: up to 2,500",
            "a maximum of 90: up to 90",
            "no more than 80: up to 80",
            "as many as 70: up to 70",
        ],
    );
    check("fewer than 1,000, less than half", &["fewer than 1,000: fewer than 1,000"]);
    check("400 or so men", &["400 or so: about 400"]);
    check("up to about 400", &["up to about 400: up to 400"]);
    check("An estimated 300 left", &["An estimated 300: about 300"]);
    check(
        "More than 10,500 of around 13,800 staff",
        &["More than 10,500: over 10,500", "around 13,800: about 13,800"],
    );
}

#[test]
fn two_ends_are_one_number() {
    check("between 200 and 400 men", &["between 200 and 400: between 200 and 400"]);
    check(
        "between two hundred and four hundred men",
        &["between two hundred and four hundred: between 200 and 400"],
    );
    check("200-400 men", &["200-400: between 200 and 400"]);
    check("200 to 400 men", &["200 to 400: between 200 and 400"]);
    check("two or three helicopters", &["two or three: between 2 and 3"]);
    check("grew from 380 to 410", &["380: 380", "410: 410"]);
    check("between Kenya and Haiti", &[]);
}

#[test]
fn money_has_a_currency_and_a_scale() {
    check("$13.3 million", &["$13.3 million: $ 13,300,000"]);
    check(
        "US$20m, \u{20ac}20 million, \u{a3}5bn",
        &["US$20m: USD 20,000,000", "\u{20ac}20 million: EUR 20,000,000", "\u{a3}5bn: GBP 5,000,000,000"],
    );
    check("C$80.5 million and CA$3", &["C$80.5 million: CAD 80,500,000", "CA$3: CAD 3"]);
    check(
        "USD 10m or USD10m or Ksh500 million",
        &["USD 10m: USD 10,000,000", "USD10m: USD 10,000,000", "Ksh500 million: KES 500,000,000"],
    );
    check("13.3 million dollars", &["13.3 million dollars: $ 13,300,000"]);
    check("100 million euros", &["100 million euros: EUR 100,000,000"]);
    check(
        "over $110 million, up to US$15 million",
        &["over $110 million: $ over 110,000,000", "up to US$15 million: USD up to 15,000,000"],
    );
    check(
        "between $10 million and $15 million",
        &["between $10 million and $15 million: $ between 10,000,000 and 15,000,000"],
    );
    check("$10-15 million", &["$10-15 million: $ between 10,000,000 and 15,000,000"]);
    check("$3.50", &["$3.50: $ 4"]);
    // A scale that is not there cannot be read: these are no amounts.
    for broken in
        ["$96.8", "$96.8 mil*lion", "between $1.5 and $20", "\u{20ac}1.000", "\u{20ac}1.2345 thousand"]
    {
        check(broken, &[]);
    }
    check("a $40-million package", &["$40-million: $ 40,000,000"]);
}

#[test]
fn what_counts_nothing_is_no_number() {
    for text in [
        "In 2024 it left.",
        "a constable aged 26",
        "a 26-year-old officer",
        "At 10:30 it left.",
        "at 3 p.m. on that day",
        "phase 2 of the plan",
        "Call +509 now",
        "the M23 rebels",
        "Sector A1,900 and version B70.5 million",
        "the 1990s",
        "on June 24, 2024",
        "the 4th contingent",
        "Raymond King, 54, said so",
        "15 km away",
        "3.5 somethings",
        "1.000 police and 2.0 trucks",
        "no one left, the one there",
        "Of 2024, nothing is known",
        "document SC/15432, an An-124 and a UH-60",
    ] {
        check(text, &[]);
    }
    check(
        "80% of it, 40 per cent, 12.5 percent",
        &["80%: 8000/100 %", "40 per cent: 4000/100 %", "12.5 percent: 1250/100 %"],
    );
    check(
        "resolution 2793 and resolution 2699 (2023)",
        &["resolution 2793: text resolution 2793", "resolution 2699 (2023): text resolution 2699 (2023)"],
    );
    check("S/RES/2699", &["S/RES/2699: text S/RES/2699"]);
    check(
        "for a year, for an initial year, by another month, $5 a month",
        &["a year: 12 months", "an initial year: 12 months", "another month: 1 months", "$5: $ 5"],
    );
    check(
        "for another 12 months, an 18-month tour, three weeks, two years",
        &["12 months: 12 months", "18-month: 18 months", "three weeks: 21 days", "two years: 24 months"],
    );
}
