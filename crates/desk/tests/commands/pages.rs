//! Pages, feeds and archives through `muster read` and `muster enter`.

use crate::test_desk::TestDesk;

const PAGE: &str = "<!doctype html><html lang=en><head><title>More on their way | The Gazette</title>\
    <meta property='og:site_name' content='The Gazette'><meta property='article:published_time' content='2024-07-17T09:00:00Z'>\
    <link rel=canonical href='https://gazette.example/more'></head><body><nav><a href=/>Home</a></nav>\
    <p>Another 200 Kenyan police officers arrived in Haiti on Tuesday to join the Multinational Security Support mission.</p>\
    <p>Read also: <a href=/x>5,000 soldiers arrived in Haiti</a></p></body></html>";

fn feed(entries: usize) -> String {
    let entry = |number: usize| {
        format!(
            "<item><title>Report {number}</title><link>https://gazette.example/{number}</link>\
             <pubDate>Wed, 17 Jul 2024 09:00:00 GMT</pubDate><description>On Tuesday {} Kenyan police officers \
             arrived in Haiti for the Multinational Security Support mission.</description></item>",
            number + 100
        )
    };
    let entries: Vec<String> = (1..=entries).map(entry).collect();
    format!("<rss><channel><title>The Gazette</title>{}</channel></rss>", entries.concat())
}

fn archive() -> String {
    let record = |address: &str, body: &str| {
        let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}");
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-10-11T08:00:00Z\r\n\
             Content-Type: application/http\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
            block.len()
        )
    };
    record("https://gazette.example/empty", "<html></html>")
        + &record("https://gazette.example/more?print", PAGE)
}

#[test]
fn a_page_shows_what_was_taken_of_it() {
    let desk = TestDesk::new();
    desk.file("page.html", PAGE);
    let out = desk.ok(&["read", "page.html", "--format", "text"]).out;
    assert_eq!(
        out,
        "title      More on their way\n\
         publisher  The Gazette\n\
         address    https://gazette.example/more\n\
         published  2024-07-17, from the page's metadata\n\n\
         More on their way\n\
         Another 200 Kenyan police officers arrived in Haiti on Tuesday to join the Multinational Security Support mission.\n"
    );
    let told = desk.ok(&["read", "page.html", "--format", "text", "--published", "2024-07-18"]).out;
    assert!(told.contains("published  2024-07-18, given\n"), "{told}");
    let claims = desk.ok(&["read", "page.html", "--format", "jsonl"]).out;
    assert!(claims.contains("200"), "{claims}");
    assert!(!claims.contains("5000"), "{claims}");
}

#[test]
fn a_feed_and_an_archive_give_many_documents() {
    let desk = TestDesk::new();
    desk.file("news.xml", feed(2));
    desk.file("crawl.warc", archive());
    let ran = desk.ok(&["read", "news.xml", "crawl.warc"]);
    for name in [" news-1:", " news-2:", " crawl-1:"] {
        assert!(ran.out.contains(name), "{name} in {}", ran.out);
    }
    assert!(ran.talk.contains("crawl: the page holds no report"), "{}", ran.talk);
    desk.ok(&["read", "news.xml", "--format", "text", "--out", "texts"]);
    assert!(desk.path("texts/news-2.txt").exists());
}

#[test]
fn many_documents_are_entered_under_the_name_of_their_file() {
    let desk = TestDesk::new();
    desk.file("news.xml", feed(101));
    desk.file("crawl.warc", archive());
    let columns = |out: &str, name: &str| -> Vec<String> {
        let line = out.lines().find(|line| line.split_whitespace().next() == Some(name)).unwrap_or_default();
        line.split_whitespace().take(4).map(str::to_owned).collect()
    };
    let out = desk.ok(&["enter", "news.xml", "crawl.warc"]).out;
    let news = columns(&out, "news");
    assert_eq!(news.get(1).map(String::as_str), Some("101"), "{out}");
    assert_eq!(columns(&out, "crawl").get(1).map(String::as_str), Some("1"), "{out}");
    let again = desk.ok(&["enter", "news.xml", "crawl.warc"]).out;
    assert_eq!(columns(&again, "news")[1..3], ["0", "0"], "nothing is new: {again}");
}

#[test]
fn a_file_without_a_text_ends_with_what_to_do() {
    let desk = TestDesk::new();
    desk.file(
        "consent.html",
        "<html><div role=dialog><p>We and our partners store cookies.</p></div></html>",
    );
    desk.file("locked.pdf", "%PDF-1.7\nno more of it");
    for (name, hint) in [("consent.html", "open it in a browser"), ("locked.pdf", "fetch it again")] {
        for command in ["read", "enter"] {
            let ran = desk.run(&[command, name]);
            assert_eq!(ran.code, 3, "{}", ran.talk);
            assert!(ran.talk.contains(hint), "{}", ran.talk);
        }
    }
}
