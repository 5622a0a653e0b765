//! `muster verify`: a whole chain, a changed one, a cut one.

use std::fs;

use crate::{samples::BY_HAND, test_desk::TestDesk};

fn desk() -> TestDesk {
    let desk = TestDesk::new();
    desk.file("claims.jsonl", BY_HAND);
    desk.ok(&["enter", "claims.jsonl", "--ledger", "the.muster"]);
    desk
}

#[test]
fn a_whole_chain_is_told_with_its_seal() {
    let desk = desk();
    let out = desk.ok(&["verify", "--ledger", "the.muster"]).out;
    let (told, seal) = out.trim_end().split_once("\nseal ").unwrap();
    assert_eq!(told, "2 entries, each as it was entered.");
    let out = desk.ok(&["verify", "--ledger", "the.muster", "--seal", seal]).out;
    assert!(out.contains("it holds the seal of entry 2"), "{out}");
}

#[test]
fn another_history_does_not_hold_the_seal() {
    let (desk, mut other) = (desk(), TestDesk::new());
    let out = desk.ok(&["verify", "--ledger", "the.muster"]).out;
    let seal = out.trim_end().split_once("\nseal ").unwrap().1;
    other.file("claims.jsonl", BY_HAND);
    other.at("2025-11-04T12:00:00Z").ok(&["enter", "claims.jsonl"]);
    let ran = other.run(&["verify", "--seal", seal]);
    assert_eq!(ran.code, 5, "{}", ran.out);
    assert!(ran.talk.contains("the chain was made anew"), "{}", ran.talk);
}

#[test]
fn a_changed_entry_is_named() {
    let desk = desk();
    let path = desk.path("the.muster");
    let mut bytes = fs::read(&path).unwrap();
    let (old, new) = (b"\"number\":382", b"\"number\":982");
    let places: Vec<_> =
        bytes.windows(old.len()).enumerate().filter(|(_, words)| words == old).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + new.len()].copy_from_slice(new);
    }
    fs::write(&path, bytes).unwrap();
    let ran = desk.run(&["verify", "--ledger", "the.muster"]);
    assert_eq!(ran.code, 5, "{}", ran.out);
    assert!(ran.talk.contains("entry 1 does not fit the chain"), "{}", ran.talk);
}
