//! Feeds of our own writing.

use pages::{Taken, of_bytes};

/// Reads a feed and holds each entry to its title, publisher, address, day and lines; and the codes of all findings.
#[track_caller]
fn check(feed: &str, want: &[([&str; 4], &[&str])], codes: &[&str]) {
    let taken = of_bytes(feed.as_bytes());
    let pages: Vec<_> = taken.iter().filter_map(|one| one.page.as_ref()).collect();
    let got: Vec<([String; 4], Vec<&str>)> = pages
        .iter()
        .map(|page| {
            let day = page.published.map(|day| day.to_string());
            let said = [page.title.clone(), page.publisher.clone(), page.address.clone(), day];
            (said.map(Option::unwrap_or_default), page.text.lines().collect())
        })
        .collect();
    let want: Vec<([String; 4], Vec<&str>)> =
        want.iter().map(|(said, lines)| (said.map(str::to_owned), lines.to_vec())).collect();
    assert_eq!(got, want);
    assert_eq!(self::codes(&taken), codes);
}

fn codes(taken: &[Taken]) -> Vec<&'static str> {
    taken.iter().flat_map(|one| one.findings.iter().map(|finding| finding.code)).collect()
}

#[test]
fn rss_gives_a_document_an_item() {
    check(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Gazette &amp; Mail</title><link>https://gazette.example/</link>
<image><title>Not the feed's</title></image><language>en-gb</language>
<item><title>Officers land</title><link>https://gazette.example/1</link><guid isPermaLink="false">77</guid>
 <pubDate>Wed, 17 Jul 2024 23:10:00 -0400</pubDate><description>A lead.</description>
 <content:encoded><![CDATA[<p>Some 200 officers landed&nbsp;on Tuesday.</p><p><a href="/x">Read more about it here and there</a></p><p>They came from Kenya &amp; Chad.</p>]]></content:encoded></item>
<item><title>Money &#38; kit</title><guid>https://gazette.example/2</guid><dc:date>2024-07-18</dc:date>
 <description>&lt;p&gt;Canada gave $8.7 million &amp;amp; 12 trucks.&lt;/p&gt;</description></item>
<item><pubDate>Wed, 17 Jul 2024 10:00:00 GMT</pubDate></item>
</channel></rss>"#,
        &[
            (
                ["Officers land", "Harbour Gazette & Mail", "https://gazette.example/1", "2024-07-17"],
                &[
                    "Officers land",
                    "Some 200 officers landed\u{a0}on Tuesday.",
                    "They came from Kenya & Chad.",
                ],
            ),
            (
                ["Money & kit", "Harbour Gazette & Mail", "https://gazette.example/2", "2024-07-18"],
                &["Money & kit", "Canada gave $8.7 million & 12 trucks."],
            ),
        ],
        &["entry-without-text"],
    );
}

#[test]
fn atom_says_what_its_words_are() {
    check(
        r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="text">Mission news</title>
<entry><title>Strength</title><link rel="self" href="https://m.example/a.xml"/><link href="https://m.example/a"/>
 <updated>2024-09-02T00:00:00Z</updated><published>2024-09-01T00:00:00Z</published>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The mission has 410 <b>people</b>.</p><p>It wants 2,500.</p></div></content></entry>
<entry><title>Plain</title><link href="https://m.example/b"/><updated>2024-09-02T00:00:00Z</updated>
 <summary>Fewer than 5 &lt; 6 officers were hurt, it said.</summary></entry></feed>"#,
        &[
            (
                ["Strength", "Mission news", "https://m.example/a", "2024-09-01"],
                &["Strength", "The mission has 410 people.", "It wants 2,500."],
            ),
            (
                ["Plain", "Mission news", "https://m.example/b", "2024-09-02"],
                &["Plain", "Fewer than 5 < 6 officers were hurt, it said."],
            ),
        ],
        &[],
    );
}

#[test]
fn a_feed_with_a_fault_gives_what_came_before() {
    check(
        "<rss><channel><title>G</title><item><title>Two officers came home on Monday</title></item>\n<item><title>Cut <![CDATA[ of",
        &[(["Two officers came home on Monday", "G", "", ""], &["Two officers came home on Monday"])],
        &["entry-without-text", "malformed-feed"],
    );
    check("<rss version='2.0'><channel></channel></rss>", &[], &["feed-without-entries"]);
    check("<rss", &[], &["malformed-feed"]);
}
