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

#[test]
fn a_page_that_goes_on_with_other_reports() {
    check(
        include_bytes!("html/several.html"),
        ["Un départ", "Le Courrier du Port", "", "", "fr"],
        &[
            "Un départ",
            "Le gouvernement a fait partir lundi un premier groupe de 24 soldats, qui doivent rejoindre la mission avant la fin du mois de septembre.",
            "Un second groupe attend son avion, et le ministre n’a donné aucune date pour lui devant les députés réunis mardi.",
            "« Nous y serons », a-t-il dit. Cent policiers suivent leur dernier cours, et les autres pays n’ont encore rien annoncé de nouveau.",
        ],
    );
}

#[test]
fn an_old_page_made_of_tables() {
    check(
        include_bytes!("html/old.html"),
        ["Ministry of Defence - Press release 14", "", "", "2003-09-01", ""],
        &[
            "Ministry of Defence - Press release 14",
            "The first company of the battalion has reached Monrovia. It has 140 soldiers, – as planned – and 12 vehicles.",
            "A second one is to follow on 9 September.",
            "It will have 150.",
        ],
    );
}

/// Reads a page of which nothing but findings is wanted, or a text and findings.
#[track_caller]
fn check_bad(html: &str, want: Option<&str>, codes: &[&str]) {
    let taken = of_bytes(html.as_bytes());
    let text = taken.iter().find_map(|one| Some(one.page.as_ref()?.text.trim()));
    let found: Vec<_> =
        taken.iter().flat_map(|one| one.findings.iter().map(|finding| finding.code)).collect();
    assert_eq!((text, found.as_slice()), (want, codes));
    let has_advice = |one: &pages::Taken| one.findings.iter().all(|finding| finding.hint.is_some());
    assert!(taken.iter().all(has_advice), "what to do is said: {taken:?}");
}

#[test]
fn bad_pages_are_findings() {
    check_bad(
        "<!doctype html><html><head><title>x</title></head><body></body></html>",
        None,
        &["page-without-text"],
    );
    check_bad(
        "<html><body><div id=root></div><script>start(200, 'officers')</script><noscript>Turn scripts on.</noscript></body></html>",
        None,
        &["page-without-text"],
    );
    check_bad(
        "<html><body><div class=consent-banner role=dialog><p>We and our 812 partners store cookies on your device.</p></div></body></html>",
        None,
        &["page-without-text"],
    );
    check_bad(
        "<html><body><form><p>Log in to read on, or start a trial of 30 days.</p><input name=mail></form></body></html>",
        None,
        &["page-without-text"],
    );
    let said = "Kenya sent 200 officers on Monday.";
    check_bad(&format!("<html>{}<p>{said}", "<div>".repeat(20_000)), Some(said), &["page-too-deep"]);
    check_bad(&format!("<html>{}<p>{said}", "<b><i>".repeat(20_000)), Some(said), &["page-too-deep"]);
    check_bad(&format!("<html><p {}>{said}", "a b=1 ".repeat(20_000)), Some(said), &[]);
    check_bad(&format!("<html><p>{said}</p>{}", "<a>".repeat(1_100_000)), Some(said), &["page-too-large"]);
    check_bad(&format!("<html><p>{said}<!-- {}", "<p>".repeat(1_000)), Some(said), &[]);
}
