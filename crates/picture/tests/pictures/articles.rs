//! What two press articles of October and November 2024 state, and the picture that must follow.

use picture::picture;

use crate::book::{Book, asked};

/// What the articles state, in our own words.
const STATED: &str = "
    KEN people/police training | 600 | pub 2024-10-11 | by the president | reported
    KEN people/police ready | 600 | pub 2024-10-11 | by the president | planned
    KEN people/police deploy | some | on 2024-06-24 | 1st | pub 2024-10-11 | by the president | reported
    KEN people/police deploy | some | 2nd | pub 2024-10-11 | by the president | reported
    KEN people/police deployed | nearly 400 | pub 2024-10-11 | by the president | reported
    UN mandate authorise | - | on 2023-10-02 | pub 2024-10-11
    KEN site general hospital | retaken | pub 2024-10-11 | by the president | reported
    KEN site port | retaken | pub 2024-10-11 | by the president | reported
    KEN site National Palace | retaken | pub 2024-10-11 | by the president | reported
    KEN people/police ready | 600 | pub 2024-11-09 | by the police | reported
    KEN people/police training | some | as 2024-11-08 | pub 2024-11-09 | by the police | reported
    KEN people/police ready | 600 | pub 2024-11-09 | by the police | B3 | reported
    KEN people/police ready | 600 | as 2024-11-08 | pub 2024-11-09 | by the police | reported
    KEN people/police deploy | about 400 | pub 2024-11-09 | 1st | by the outlet
    KEN people/police deploy | 600 | pub 2024-11-09 | by the outlet | planned
    KEN people/police deployed | 1,000 | pub 2024-11-09 | by the outlet | planned
    KEN mandate convert | - | pub 2024-11-09 | planned
    UN mandate extend | - | months 12 | pub 2024-11-09
    KEN people/police deploy | about 400 | on 2024-06/2024-07 | pub 2024-11-09 | by the outlet
    KEN people/police promised | 1,000 | pub 2024-11-09 | by the outlet | planned
    unstated people/troops promised | at least 1,900 | pub 2024-11-09 | by the outlet | pledged
    unstated concern delay | - | pub 2024-11-09 | by the outlet | reported
";

#[test]
fn their_picture_adds_nothing_twice() {
    let book = Book::read(STATED);
    let picture = picture(&book.ledger(), &asked("2024-11-08", "2024-11-09"));
    let shown = book.print(&picture);
    let rows: Vec<&str> = shown.lines().filter(|line| line.contains("people")).collect();
    // One source alone tells of those in training on the day, and without a number: "some" is at least one.
    let want = [
        "KEN people promised in all: 1000 1000 1000 [20]",
        "KEN people promised: 0 0 399 [1 3 5 10 11 12 13 20]",
        "KEN people training: 1 1 600 [1 10 11 12 13]",
        "KEN people ready: 600 600 600 [3 10 12 13]",
        "KEN people deployed: 360 399 399 [3 5]",
        "unstated people promised in all: 1900 1900 ? [21]",
    ];
    assert_eq!(rows, want, "{shown}");
    let lines: Vec<String> = picture.gist();
    assert_eq!(
        lines,
        [
            "Kenya: nearly 400 (360-399) deployed; 600 ready; 1 to 600 training; 1,000 promised in all, up to 399 still owed.",
            "Not said whose: at least 1,900 promised in all."
        ]
    );
}
