//! Documents: dropped on the desk and read, listed, opened with their claims in place; hostile ones change nothing.

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use serde_json::json;

use super::test_server::{Answered, TestServer};

const REPORT: &str = "Police land in the capital – “at last”\n\n\
    PORT-AU-PRINCE, 18 January 2025. Some 150 police officers from Guatemala landed in Port-au-Prince on 4 January 2025 to \
    join the Multinational Security Support (MSS) mission in Haiti. A further 17 of something stood about.\n";

async fn all_ids(server: &TestServer, address: &str, limit: usize) -> Vec<String> {
    let items = server.list(address, limit).await;
    items.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_pasted_text_is_read_and_entered_and_the_second_time_seen_before() {
    let server = TestServer::demo().await.as_role("analyst");
    let first = server.drop_file("?publisher=A%20wire&grade=B2", REPORT).await;
    assert_eq!(first.status, 201, "{}", first.text());
    let entered = &first.json()["documents"][0];
    assert_eq!(entered["outcome"], "entered");
    assert_eq!(entered["title"], "Police land in the capital – “at last”");
    assert_eq!(entered["published"]["day"], "2025-01-18");
    assert!(entered["claims"].as_u64() > Some(0) && entered["new_claims"] == entered["claims"], "{entered}");
    let head = server.head().await;
    let again = server.drop_file("?grade=A1", REPORT).await;
    assert_eq!(
        (again.status.as_u16(), &again.json()["documents"][0]["outcome"]),
        (200, &"seen_before".into())
    );
    assert_eq!(again.json()["documents"][0]["new_claims"], 0, "another grade makes no second claim");
    assert_eq!(server.head().await, head);
}

#[tokio::test]
async fn a_document_opens_with_its_claims_and_findings_in_place() {
    let server = TestServer::demo().await.as_role("analyst");
    let entered = server.drop_file("?title=A%20headline&grade=B2", REPORT).await.json();
    let address = format!("/api/v1/documents/{}", entered["documents"][0]["id"].as_str().unwrap());
    let opened = server.get(&address, &[("cache-control", "no-cache")]).await;
    let page = opened.json();
    assert_eq!(page["document"]["title"], "A headline");
    assert_eq!(page["document"]["claims"], entered["documents"][0]["claims"]);
    let text = page["text"].as_str().unwrap();
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let words = |at: &serde_json::Value| {
        let end = |name: &str| usize::try_from(at[name].as_u64().unwrap()).unwrap();
        let cut = String::from_utf16(&utf16[end("utf16_start")..end("utf16_end")]).unwrap();
        assert_eq!(cut, text[end("start")..end("end")]);
        cut
    };
    let claim = &page["claims"][0];
    assert_eq!(words(&claim["at"]), claim["claim"]["source"]["quote"].as_str().unwrap());
    assert_eq!(claim["claim"]["grade"], "B2");
    assert_eq!(claim["claim"]["standing"], "undecided");
    let number = claim["slots"].as_array().unwrap().iter().find(|slot| slot["name"] == "number").unwrap();
    assert!(words(&number["at"]).contains("150"));
    let findings = page["findings"].as_array().unwrap();
    assert!(findings.iter().any(|finding| words(&finding["at"]).contains("17")), "{findings:?}");
    let hidden = server.get(&address.replace(&address[18..22], "0000"), &[]).await;
    assert_eq!((hidden.status.as_u16(), &hidden.json()["code"]), (404, &"unknown_document".into()));
}

#[tokio::test]
async fn pages_of_any_size_make_the_same_list() {
    let server = TestServer::demo().await;
    let whole = all_ids(&server, "/api/v1/documents", 500).await;
    assert!(whole.len() > 40);
    for limit in [1, 7, whole.len() - 1, whole.len()] {
        assert_eq!(all_ids(&server, "/api/v1/documents", limit).await, whole, "{limit} a page");
    }
    let of = all_ids(&server, "/api/v1/documents?mission=MSS", 500).await;
    assert!(!of.is_empty() && of.iter().all(|id| whole.contains(id)));
    assert_eq!(all_ids(&server, "/api/v1/documents?mission=XXX", 9).await, [""; 0]);
    for bad in ["limit=0", "limit=501", "limit=-1", "cursor=x", "cursor=%FF", "order=up", "mission=m%20s"] {
        let answered = server.get(&format!("/api/v1/documents?{bad}"), &[]).await;
        assert_eq!(answered.json()["code"], "bad_query", "{bad}");
    }
}

#[tokio::test]
async fn a_feed_is_entered_as_a_whole() {
    let server = TestServer::demo().await.as_role("analyst");
    let item = |n: u32| {
        format!(
            "<item><title>Report {n}</title><link>https://example.org/{n}</link>\
             <pubDate>Sat, 18 Jan 2025 10:00:00 GMT</pubDate><description>Some {n} police officers from Guatemala \
             landed in Haiti to join the Multinational Security Support (MSS) mission.</description></item>"
        )
    };
    let feed = |items: u32| {
        let items: String = (150..150 + items).map(item).collect();
        format!(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wire</title>{items}</channel></rss>"
        )
    };
    let answered = server.drop_file("", feed(3)).await;
    assert_eq!(answered.status, 201, "{}", answered.text());
    let documents = answered.json()["documents"].as_array().unwrap().clone();
    assert_eq!(documents.len(), 3);
    assert!(documents.iter().all(|document| document["outcome"] == "entered"));
    let head = server.head().await;
    let too_many = server.drop_file("", feed(201)).await;
    assert_eq!((too_many.status.as_u16(), &too_many.json()["code"]), (413, &"too_large".into()));
    assert_eq!(server.head().await, head);
}

#[tokio::test]
async fn a_liaison_enters_for_its_party_alone() {
    let server = TestServer::demo().await;
    let liaison = server.as_role("liaison:GTM");
    let mine = liaison.drop_file("", REPORT).await;
    assert_eq!(mine.status, 201, "{}", mine.text());
    let id = mine.json()["documents"][0]["id"].as_str().unwrap().to_owned();
    let opened = liaison.get(&format!("/api/v1/documents/{id}"), &[]).await.json();
    assert_eq!(opened["document"]["marking"], "party:GTM");
    let claims = opened["claims"].as_array().unwrap();
    assert!(claims.iter().all(|claim| claim["claim"]["marking"] == "party:GTM"), "{claims:?}");
    for other in [server.clone(), server.as_role("viewer"), server.as_role("liaison:KEN")] {
        assert_eq!(other.get(&format!("/api/v1/documents/{id}"), &[]).await.status, 404);
        let listed = all_ids(&other, "/api/v1/documents", 500).await;
        assert!(!listed.contains(&id));
    }
    // What one party holds is no news to another, which enters its own.
    let other = server.as_role("liaison:KEN");
    let theirs = other.drop_file("", REPORT).await;
    assert_eq!(theirs.status, 201, "{}", theirs.text());
    let their_id = theirs.json()["documents"][0]["id"].as_str().unwrap().to_owned();
    assert_ne!(their_id, id);
    let opened = other.get(&format!("/api/v1/documents/{their_id}"), &[]).await.json();
    assert_eq!(opened["document"]["marking"], "party:KEN");
    assert_eq!(liaison.get(&format!("/api/v1/documents/{their_id}"), &[]).await.status, 404);
    let head = server.head().await;
    let open = liaison.drop_file("?marking=public", "Another text").await;
    assert_eq!((open.status.as_u16(), &open.json()["code"]), (403, &"not_allowed".into()));
    assert_eq!(server.head().await, head);
}

#[tokio::test]
async fn what_is_public_already_gains_nothing_from_a_liaison() {
    let server = TestServer::demo().await;
    assert_eq!(server.as_role("analyst").drop_file("", REPORT).await.status, 201);
    let head = server.head().await;
    let again = server.as_role("liaison:GTM").drop_file("", REPORT).await;
    assert_eq!(again.status, 200, "{}", again.text());
    assert!(again.json()["documents"][0]["claims"].as_u64() > Some(0));
    assert_eq!(server.head().await, head);
}

#[tokio::test]
async fn a_table_leads_on_to_the_same_question() {
    let server = TestServer::demo().await;
    for list in
        ["documents?q=police&mission=MSS", "claims?party=KEN&stage=deployed", "entries?kind=claim&q=kenya"]
    {
        let all = server.get(&format!("/api/v1/{list}&format=csv&limit=500"), &[]).await;
        assert_eq!(all.header("content-type"), "text/csv; charset=utf-8; header=present");
        assert_eq!(all.header("link"), "", "{list}");
        let mut rows: Vec<String> = Vec::new();
        let mut next = format!("{list}&format=csv&limit=7");
        loop {
            let page = server.get(&format!("/api/v1/{next}"), &[]).await;
            assert_eq!(page.status, 200, "{next}: {}", page.text());
            rows.extend(page.text().lines().skip(usize::from(!rows.is_empty())).map(str::to_owned));
            let Some(link) = page.header("link").strip_suffix(">; rel=\"next\"") else { break };
            // As RFC 3986 resolves a reference that is a query alone.
            next = format!("{}{}", list.split('?').next().unwrap(), link.strip_prefix('<').unwrap());
        }
        assert_eq!(rows, all.text().lines().collect::<Vec<_>>(), "{list}");
        assert!(rows.len() > 8, "{list}: {}", rows.len());
    }
}

#[tokio::test]
async fn who_sees_a_text_under_another_marking_does_not_change_that() {
    let server = TestServer::demo().await;
    let analyst = server.as_role("analyst");
    assert_eq!(analyst.drop_file("?marking=mission", REPORT).await.status, 201);
    let head = server.head().await;
    let again = analyst.drop_file("?marking=public", REPORT).await;
    assert_eq!(again.status, 200, "{}", again.text());
    assert_eq!(again.json()["documents"][0]["keeps_own"], json!(["marking"]));
    assert_eq!(server.head().await, head);
    // Of a text under two markings, the one that is asked for.
    assert_eq!(server.as_role("liaison:GTM").drop_file("", REPORT).await.status, 201);
    let its = analyst.drop_file("?marking=party:GTM", REPORT).await;
    assert_eq!((its.status.as_u16(), &its.json()["documents"][0]["keeps_own"]), (200, &json!([])));
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

#[tokio::test]
async fn hostile_files_end_in_a_problem_and_change_nothing() {
    let server = TestServer::demo().await.as_role("analyst");
    let head = server.head().await;
    let check = |answered: Answered, want: (u16, &str), what: &str| {
        let problem = answered.json();
        assert_eq!((answered.status.as_u16(), problem["code"].as_str().unwrap()), want, "{what}: {problem}");
    };
    let files: &[(&str, Vec<u8>, (u16, &str))] = &[
        ("nothing", Vec::new(), (422, "bad_body")),
        ("blanks", b" \n\t ".to_vec(), (422, "bad_body")),
        ("bytes that are no text", (0..=255).cycle().take(10_000).collect(), (422, "bad_body")),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), (422, "bad_body")),
        ("a broken PDF", b"%PDF-1.7\nxref garbage".to_vec(), (422, "bad_body")),
        ("entries", br#"{"statement":{},"source":{}}"#.to_vec(), (422, "bad_body")),
        ("JSON", b"[\n1, 2]".to_vec(), (422, "bad_body")),
        ("more than is taken", vec![b'a'; (32 << 20) + 1], (413, "too_large")),
        ("a text too long", "word ".repeat(1 << 20).into_bytes(), (413, "too_large")),
        ("a packed bomb", gzip(&vec![b'a'; 60 << 20]), (422, "bad_body")),
        ("bombs in a bomb", gzip(&gzip(&vec![0; 20 << 20])), (422, "bad_body")),
        ("a cut gzip", gzip(REPORT.as_bytes())[..40].to_vec(), (422, "bad_body")),
        ("an archive of nothing", gzip(b"WARC/1.0\r\n\r\n"), (422, "bad_body")),
    ];
    for (what, file, want) in files {
        check(server.drop_file("", file.clone()).await, *want, what);
    }
    let form = [("content-type", "multipart/form-data; boundary=x")];
    let sent = server.ask("POST", "/api/v1/documents", &form, "--x--").await;
    check(sent, (415, "unsupported_media_type"), "a form");
    for query in
        ["?marking=secret", "?grade=Z9", "?published=2025-02-30", "?title=%20", "?by=me", "?name=%00"]
    {
        check(server.drop_file(query, REPORT).await, (400, "bad_query"), query);
    }
    check(server.drop_file("?name=t.csv", "a,b\n1,2\n").await, (422, "bad_body"), "a table");
    assert_eq!(server.head().await, head);
}
