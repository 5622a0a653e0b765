//! `muster read`: the claims of a text in each form, and what cannot be read.

use serde_json::Value;

use crate::{samples::REPORT, test_desk::TestDesk};

fn desk() -> TestDesk {
    let desk = TestDesk::new();
    desk.file("report.txt", REPORT);
    desk
}

#[test]
fn the_table_shows_each_claim_beside_its_words() {
    let desk = desk();
    insta::assert_snapshot!("read", desk.ok(&["read", "report.txt", "--published", "2024-06-30"]).out);
    assert!(!desk.default_ledger().exists(), "nothing is stored");
}

#[test]
fn an_explanation_names_rule_and_words() {
    let out = desk().ok(&["read", "report.txt", "--published", "2024-06-30", "--explain"]).out;
    insta::assert_snapshot!("explain", out);
}

#[test]
fn json_lines_with_the_document_can_be_entered() {
    let desk = desk();
    let out = desk.ok(&["read", "report.txt", "--format", "jsonl", "--documents"]).out;
    let entered = desk.run_with_input(&["enter", "-"], out.as_bytes());
    assert_eq!(entered.code, 0, "{}", entered.talk);
    let again = desk.ok(&["enter", "report.txt"]);
    let counts: Vec<_> = again.out.lines().last().unwrap().split_whitespace().take(3).collect();
    assert_eq!(counts, ["report", "0", "0"], "the same claims: {}", again.out);
}

#[test]
fn annotations_are_a_list_a_document() {
    let desk = desk();
    let out = desk.ok(&["read", "report.txt", "--format", "annotations"]).out;
    let list: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert!(list.iter().any(|one| one["kind"] == "deployment" && one["contributor"] == "KEN"), "{out}");
    desk.ok(&["read", "report.txt", "--format", "annotations", "--out", "answers"]);
    assert_eq!(std::fs::read_to_string(desk.path("answers/report.json")).unwrap(), out);
}

#[test]
fn a_folder_takes_no_tables_and_no_two_texts_of_one_name() {
    let desk = desk();
    std::fs::create_dir(desk.path("other")).unwrap();
    desk.file("other/report.txt", REPORT);
    let table = desk.run(&["read", "report.txt", "--format", "table", "--out", "answers"]);
    assert_eq!(table.code, 2, "{}", table.talk);
    let typed = ["read", "report.txt", "other/report.txt", "--format", "annotations", "--out", "answers"];
    let twice = desk.run(&typed);
    assert_eq!(twice.code, 6, "{}", twice.talk);
    assert!(twice.talk.contains("`report.txt` and `other/report.txt` would be one file"), "{}", twice.talk);
}

#[test]
fn standard_input_is_a_file_like_others() {
    let desk = desk();
    let typed = ["read", "--format", "jsonl"];
    let of_file = desk.ok(&[&typed[..], &["report.txt"]].concat()).out;
    let of_input = desk.run_with_input(&[&typed[..], &["-"]].concat(), REPORT.as_bytes());
    assert_eq!(of_input.out, of_file);
    assert!(!of_file.is_empty());
}

#[test]
fn a_report_cannot_steer_the_terminal() {
    let desk = desk();
    desk.file("report.txt", REPORT.replace("Another 600", "\u{1b}[31mAnother\u{7} 600"));
    let ran = desk.ok(&["read", "report.txt", "--explain"]);
    assert!(!ran.out.contains(['\u{1b}', '\u{7}']), "{}", ran.out);
}

#[test]
fn what_could_not_be_read_of_a_text_is_told_in_every_format() {
    let desk = desk();
    desk.file("latin.txt", b"The caf\xe9 stood open, and nobody spoke of any force.\n");
    for format in ["table", "jsonl", "annotations"] {
        let ran = desk.run(&["read", "nowhere.txt", "latin.txt", "report.txt", "--format", format]);
        assert_eq!(ran.code, 3, "{format}: {}", ran.talk);
        assert!(ran.talk.contains("latin: byte 7 (0xe9) is not UTF-8"), "{format}: {}", ran.talk);
        assert!(ran.talk.contains("latin: the text names no mission"), "{format}: {}", ran.talk);
        assert!(ran.talk.contains("`nowhere.txt` cannot be read"), "{format}: {}", ran.talk);
        assert!(ran.out.contains("KEN") || ran.out.contains("Kenya"), "{format}: {}", ran.out);
    }
}

#[test]
fn bytes_that_are_no_text_are_refused_with_the_reason() {
    let desk = desk();
    desk.file("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xd8\xfe\0\0");
    for command in ["read", "enter"] {
        let ran = desk.run(&[command, "picture.png"]);
        assert_eq!(ran.code, 3, "{command}: {}{}", ran.out, ran.talk);
        assert!(ran.talk.contains("`picture.png` cannot be read"), "{}", ran.talk);
    }
}

#[test]
fn a_report_entered_twice_is_seen_before_even_when_its_day_was_inferred_anew() {
    let mut desk = desk();
    let counts = |out: &str| -> Vec<String> {
        out.lines().last().unwrap().split_whitespace().skip(1).take(3).map(str::to_owned).collect()
    };
    let first = counts(&desk.ok(&["enter", "report.txt"]).out);
    assert_eq!(first[0], "1");
    let again = counts(&desk.at("2025-12-24T12:00:00Z").ok(&["enter", "report.txt"]).out);
    assert_eq!(again[..2], ["0", "0"]);
    assert_eq!(again[2].parse::<usize>().unwrap(), 1 + first[1].parse::<usize>().unwrap());
    let graded = desk.ok(&["enter", "report.txt", "--grade", "B2"]);
    assert_eq!(counts(&graded.out)[..2], ["0", "0"], "the ledger keeps its own grades");
    let told = desk.ok(&["enter", "report.txt", "--published", "2024-06-30"]);
    assert_eq!(counts(&told.out)[..2], ["0", "0"], "the ledger keeps its own day");
    assert!(told.talk.contains("the ledger keeps its own published"), "{}", told.talk);
}
