//! HTML pages of our own writing, with the clutter of real ones.

use pages::{Page, of_bytes};

/// Reads a page and holds it to its title, publisher, address, day, language and lines.
#[track_caller]
fn check(html: &[u8], want: [&str; 5], lines: &[&str]) {
    let taken = of_bytes(html);
    assert_eq!(taken.iter().flat_map(|one| &one.findings).count(), 0, "{taken:?}");
    let page = taken.into_iter().find_map(|one| one.page);
    let Some(Page { title, publisher, address, published, language, text }) = page else {
        panic!("no page");
    };
    let day = published.map(|day| day.to_string());
    let got = [title, publisher, address, day, language].map(Option::unwrap_or_default);
    assert_eq!(got.each_ref().map(String::as_str), want);
    assert_eq!(text.lines().collect::<Vec<_>>(), lines);
}

#[test]
fn a_blog_with_everything_around_it() {
    check(
        include_bytes!("html/blog.html"),
        [
            "Second group of Kenyan officers lands",
            "The Harbour Gazette",
            "https://gazette.example/2024/07/17/second-group/",
            "2024-07-17",
            "en-GB",
        ],
        &[
            "Second group of Kenyan officers lands",
            "PORT-AU-PRINCE — Some 200\u{a0}police officers from Kenya landed on Tuesday & joined the 200 who came in June.",
            "“We are at 400 now,” the commander said.",
            "He gave no day for the third group.",
            "What comes next",
            "Jamaica: 24 officers, by September.",
            "Belize: two officers.",
            "State\tPromised",
            "Benin\t2,000",
            "Chad\t1,500",
            "The ministry did not say more on Wednesday.",
        ],
    );
}
