//! The help of every command: what people read first is held by snapshots.

use crate::test_desk::TestDesk;

/// Every command; the first test below holds this list against the program's own.
const COMMANDS: &[&str] = &[
    "demo",
    "read",
    "enter",
    "import",
    "picture",
    "history",
    "change",
    "claims",
    "decide",
    "serve",
    "account",
    "verify",
    "score",
    "completions",
    "man",
];

#[test]
fn every_command_is_in_this_list() {
    let help = TestDesk::new().ok(&["-h"]).out;
    let named: Vec<_> = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        // What a command does may take a second line, which is set further in.
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert_eq!(named, COMMANDS);
}

#[test]
fn the_help_of_every_command() {
    let desk = TestDesk::new();
    let of_command = COMMANDS
        .iter()
        .map(|command| format!("\n\n==== muster {command} --help\n\n{}", desk.ok(&[command, "--help"]).out));
    let all = desk.ok(&["--help"]).out + &of_command.collect::<String>();
    insta::assert_snapshot!("help", all);
}

#[test]
fn completions_and_the_manual_page_name_every_command() {
    let desk = TestDesk::new();
    let page = desk.ok(&["man"]).out;
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = desk.ok(&["completions", shell]).out;
        for command in COMMANDS {
            assert!(script.contains(command), "{shell}: {command}");
            assert!(page.contains(&format!("muster\\-{command}(1)")), "{command} in {page}");
        }
    }
    desk.ok(&["man", "--out", "pages"]);
    for command in COMMANDS {
        assert!(desk.path("pages").join(format!("muster-{command}.1")).exists(), "{command}");
    }
}

#[test]
fn what_cannot_be_meant_is_refused_with_the_choice() {
    let ran = TestDesk::new().run(&["pictur"]);
    assert_eq!(ran.code, 2);
    assert_eq!(ran.out, "");
    assert!(ran.talk.contains("pictur"), "{}", ran.talk);
}
