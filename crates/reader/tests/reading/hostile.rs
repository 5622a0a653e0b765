//! Megabytes that nobody would call a report: each is read, and in time that grows with its length alone, or these tests
//! take minutes.

use crate::{DAY, hold::hold, number_held::holds, reading};

/// A megabyte of one piece.
#[track_caller]
fn check_hostile(piece: &str) {
    let text = format!("The MSS mission in Haiti has 400 police. {}", piece.repeat(1_000_000 / piece.len()));
    hold(&text, &reading(&text, DAY), holds);
}

#[test]
fn a_megabyte_of_digits_is_read() {
    check_hostile("7");
}

#[test]
fn a_megabyte_of_quote_marks_is_read() {
    check_hostile("\"");
    check_hostile("\u{201c}");
}

#[test]
fn a_sentence_without_an_end_is_read() {
    check_hostile("400 police and ");
    check_hostile("400 Kenyan police officers who ");
    check_hostile("Kenya, ");
}

#[test]
fn a_megabyte_of_stops_is_read() {
    check_hostile("A. ");
}

#[test]
fn a_megabyte_of_brackets_is_read() {
    check_hostile("(");
    check_hostile("(400 [police ");
}

#[test]
fn a_megabyte_of_lines_is_read() {
    check_hostile("400 guns\n");
    check_hostile("- Kenya: 400\n");
}

#[test]
fn a_megabyte_of_claims_is_read() {
    check_hostile("Kenya sent 400 police to Haiti on 3 May 2024. ");
}
