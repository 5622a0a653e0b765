//! `muster demo`: the mission in Haiti on four days.

use std::collections::BTreeSet;

use crate::test_desk::TestDesk;

#[test]
fn the_picture_is_shown_on_four_days_and_nothing_is_left_behind() {
    let desk = TestDesk::new();
    let ran = desk.ok(&["demo"]);
    for day in ["2024-07-20", "2024-11-08", "2025-02-28", "2025-10-01"] {
        assert!(ran.out.contains(&format!("MSS on {day}, as known on 2025-11-03")), "{day}: {}", ran.out);
    }
    assert_eq!(ran.out.matches("What contradicts what").count(), 4, "{}", ran.out);
    assert!(ran.out.starts_with("This is Muster on the Kenya-led"), "{}", ran.out);
    let gist = "people deployed of 3,178 or more promised: Kenya about 384 (383-386) of 1,000";
    assert!(ran.out.contains(gist), "{}", ran.out);
    assert!(ran.talk.contains("muster demo --keep muster-demo"), "{}", ran.talk);
    assert!(!desk.default_ledger().exists());
}

#[test]
fn names_of_contributors_are_whole_on_a_narrow_terminal() {
    let out = TestDesk::new().run_at_width(80, &["demo"]).out;
    for name in ["KEN Kenya ", "GTM Guatemala ", "SLV El Salvador "] {
        assert!(out.contains(name), "{name}: {out}");
    }
    assert!(!out.contains('…'), "{out}");
}

#[test]
fn the_readme_shows_what_is_printed() {
    let desk = TestDesk::new();
    let printed = desk.ok(&["demo", "--keep", "kept"]).out
        + &desk
            .ok(&[
                "claims",
                "--ledger",
                "kept/demo.muster",
                "--mission",
                "MSS",
                "--behind",
                "KEN/deployed",
                "--as-of",
                "2024-11-08",
            ])
            .out;
    // The day on which somebody looks is theirs.
    let undated = |line: &str| line.split(", as known on ").next().map(str::to_owned);
    let printed: BTreeSet<_> = printed.lines().filter_map(undated).collect();
    let readme = include_str!("../../../../README.md");
    let blocks =
        readme.split("\n```\n").filter(|block| block.starts_with("MSS on") || block.starts_with("$ muster"));
    let shown: Vec<_> = blocks.flat_map(str::lines).filter(|line| !line.starts_with('$')).collect();
    assert!(shown.len() > 20, "{shown:#?}");
    for line in shown {
        assert!(
            printed.contains(&undated(line).unwrap_or_default()),
            "the README shows what is not printed: {line}"
        );
    }
}

#[test]
fn a_kept_ledger_can_be_looked_into() {
    let desk = TestDesk::new();
    let ran = desk.ok(&["demo", "--keep", "kept"]);
    for line in ran.talk.lines().filter_map(|line| line.strip_prefix("  muster ")) {
        let typed: Vec<_> = line.split(' ').collect();
        assert!(!desk.ok(&typed).out.is_empty(), "{line}");
    }
    assert!(
        ran.talk.contains("muster claims --ledger kept/demo.muster --mission MSS --behind KEN/deployed"),
        "{}",
        ran.talk
    );
    desk.ok(&["verify", "--ledger", "kept/demo.muster"]);
}
