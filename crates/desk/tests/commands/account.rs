//! `muster account`: made, listed and invited from the machine of the desk.

use crate::test_desk::TestDesk;

#[test]
fn accounts_are_made_listed_and_invited() {
    let desk = TestDesk::new();
    let account = |typed: &[&str]| desk.run(&[&["account"], typed, &["--ledger", "the.muster"]].concat());
    let none = account(&["list"]);
    assert_eq!(none.code, 4, "{}", none.talk);
    assert!(none.talk.contains("there are no accounts at `$FOLDER/the.accounts`"), "{}", none.talk);

    let made = account(&["make", "A. Clerk", "--role", "liaison:KEN"]);
    assert_eq!(made.code, 0, "{}", made.talk);
    let link = made.out.trim_end();
    assert_eq!(link.strip_prefix("/password#").map(str::len), Some(43), "{link}");
    assert!(made.talk.contains("to set the password of `A. Clerk`"), "{}", made.talk);
    assert!(!desk.path("the.muster").exists(), "no ledger is made by it");

    let again = account(&["invite", "a. clerk"]);
    assert_eq!(again.code, 0, "{}", again.talk);
    assert_ne!(again.out, made.out);
    let listed = account(&["list"]).out;
    let cells: Vec<_> =
        listed.lines().nth(1).unwrap().split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
    assert_eq!(cells, ["A. Clerk", "liaison:KEN", "has not set a password"], "{listed}");

    for (typed, code, words) in [
        (&["make", "A. CLERK", "--role", "viewer"][..], 1, "there is an account `A. CLERK` already"),
        (&["invite", "B. Clerk"], 1, "there is no account `B. Clerk`"),
        (&["make", "B. Clerk", "--role", "king"], 2, "`king` is not a role"),
        (&["make", " ", "--role", "viewer"], 2, "the name of an account is empty"),
    ] {
        let ran = account(typed);
        assert_eq!(ran.code, code, "{typed:?}: {}", ran.talk);
        assert!(ran.talk.contains(words), "{typed:?}: {}", ran.talk);
    }
}
