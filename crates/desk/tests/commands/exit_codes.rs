//! One test for each exit code that the help promises.

use std::{
    fs,
    process::{Command, Stdio},
};

use crate::{samples::BY_HAND, test_desk::TestDesk};

/// Runs it and holds its exit code and a part of what it tells.
#[track_caller]
fn check(desk: &TestDesk, typed: &[&str], code: i32, tells: &str) {
    let ran = desk.run(typed);
    assert_eq!(ran.code, code, "{typed:?}: {}{}", ran.out, ran.talk);
    assert!(ran.talk.contains(tells), "{typed:?}: {}", ran.talk);
    assert_eq!(ran.out, "", "a fault is not a result");
}

#[test]
fn two_what_was_typed_cannot_be_meant() {
    let desk = TestDesk::new();
    check(&desk, &["picture", "--as-of", "8 November"], 2, "write it as `2024-11-08`");
    check(&desk, &["picture", "--viewer", "everybody"], 2, "write `public`, `staff` or `liaison:KEN`");
    check(&desk, &["claims", "--behind", "KEN", "--as-of", "2024-11-08"], 2, "not a figure's name");
    check(&desk, &["claims", "--stage", "nowhere"], 2, "not a stage");
    check(&desk, &["claims", "--behind", "KEN/deployed"], 2, "--as-of");
    check(&desk, &[], 2, "Usage: muster");
    let mut desk = desk;
    check(desk.at("yesterday"), &["demo"], 2, "`MUSTER_NOW` is `yesterday`");
}

#[test]
fn three_an_input_cannot_be_read() {
    let desk = TestDesk::new();
    fs::create_dir(desk.path("folder")).unwrap();
    check(&desk, &["read", "nowhere.txt"], 3, "`nowhere.txt` cannot be read");
    check(&desk, &["enter", "folder"], 3, "it is a folder");
    check(&desk, &["score", "folder", "folder"], 3, "no file in it ends in .json");
    assert!(!desk.default_ledger().exists(), "no ledger is made for what cannot be read");
}

#[test]
fn four_the_ledger_cannot_be_opened() {
    let desk = TestDesk::new();
    for command in ["picture", "claims", "verify"] {
        check(&desk, &[command], 4, "begin with `muster enter REPORT...`");
    }
    assert!(!desk.default_ledger().exists(), "reading makes no ledger");
    desk.file("notes.txt", "these are notes");
    check(&desk, &["verify", "--ledger", "notes.txt"], 4, "is not a ledger");
    desk.file("claims.jsonl", BY_HAND);
    desk.ok(&["enter", "claims.jsonl", "--ledger", "the.muster"]);
    let mut bytes = fs::read(desk.path("the.muster")).unwrap();
    // The version stands in the header of the file (SQLite file format, 1.3, offset 60).
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    desk.file("newer.muster", &bytes);
    for typed in
        [&["verify", "--ledger", "newer.muster"][..], &["enter", "claims.jsonl", "--ledger", "newer.muster"]]
    {
        check(&desk, typed, 4, "version 99");
        assert_eq!(fs::read(desk.path("newer.muster")).unwrap(), bytes, "it is left alone");
    }
}

#[test]
fn six_the_output_cannot_be_written() {
    let desk = TestDesk::new();
    desk.file("taken", "a file");
    check(&desk, &["man", "--out", "taken"], 6, "`taken` cannot be written");
}

#[test]
fn a_reader_of_the_output_that_goes_away_is_no_fault() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_muster"))
        .args(["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr), (Some(0), Vec::new()));
}
