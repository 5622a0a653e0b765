//! Laws: what holds for any bytes and any text.

use pages::{of_bytes, open};
use proptest::prelude::*;

/// Sentences that no page would put aside: long enough, ended, without the letters that markup is made of being rare.
fn sentences() -> impl Strategy<Value = Vec<String>> {
    let word = prop_oneof![
        Just("&"),
        Just("<b>"),
        Just("\u{a0}"),
        Just("&amp;"),
        Just("</p>"),
        Just("200"),
        Just("é\"'")
    ];
    let words = proptest::collection::vec(word, 1..6)
        .prop_map(|words| format!("The 1,500 officers of {} are in the capital.", words.join(" ")));
    proptest::collection::vec(words, 1..8)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn texts(bytes: &[u8]) -> Vec<String> {
    of_bytes(bytes).into_iter().filter_map(|one| one.page).map(|page| page.text).collect()
}

proptest! {
    /// A plain text, escaped into a page or a feed, is the same text: so it makes the same claims.
    #[test]
    fn escaping_a_text_into_a_page_changes_nothing(lines in sentences()) {
        let plain = lines.join("\n") + "\n";
        prop_assert_eq!(texts(plain.as_bytes()), std::slice::from_ref(&plain));
        let body = format!("<p>{}</p>", escaped(&lines.join("\0")).replace('\0', "</p><p>"));
        let page = format!("<!doctype html><html><body><article>{body}</article></body></html>");
        prop_assert_eq!(texts(page.as_bytes()), std::slice::from_ref(&plain));
        let feed = format!("<rss><channel><item><description>{}</description></item></channel></rss>", escaped(&body));
        prop_assert_eq!(texts(feed.as_bytes()), [plain]);
    }

    /// Any bytes give a text or a finding that says why not, however they begin.
    #[test]
    fn any_bytes_are_read(
        start in proptest::sample::select(vec!["", "<html>", "<rss><item>", "%PDF-1.4\n", "WARC/1.0\r\n", "\u{feff}<?xml?>"]),
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
    ) {
        let bytes = [start.as_bytes(), &bytes].concat();
        for one in open(&bytes[..]) {
            prop_assert!(one.page.is_some() || !one.findings.is_empty());
            prop_assert!(one.page.is_none_or(|page| !page.text.trim().is_empty()));
        }
    }

    /// No mark of a page's own gets into its text.
    #[test]
    fn tags_never_leak(marks in proptest::collection::vec(
        proptest::sample::select(vec!["<p>", "</p>", "<b", ">", "</div>", "<td>", "<!--", "-->", "<a href='", "'>", "officers ", "200 "]),
        0..40,
    )) {
        let page = format!("<html><p>Kenya sent 200 officers.</p>{}", marks.concat());
        for text in texts(page.as_bytes()) {
            prop_assert!(!["<p>", "</p>", "</div>", "<td>", "<html"].iter().any(|mark| text.contains(mark)), "{}", text);
        }
    }
}
