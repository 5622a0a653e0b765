//! Everything that can be asked and sent, made from the interface's own description so that a new route is asked unnamed.

use std::collections::BTreeMap;

use ledger::Entry;
use serde_json::{Value, json};

use super::super::test_server::{Answered, TestServer};

/// What came back, in all that whoever asked can tell apart: the status, the headers but for the number of the request, the body.
pub(crate) type Told = (u16, BTreeMap<String, Vec<u8>>, Vec<u8>);

/// What came back from each question, under the question.
pub(crate) type Answers = BTreeMap<String, Told>;

#[track_caller]
fn told(answered: Answered) -> Told {
    assert!(answered.status.as_u16() < 500, "{}: {}", answered.status, answered.text());
    let headers = answered.headers.iter().filter(|(name, _)| *name != "x-request-id");
    let headers = headers.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec())).collect();
    (answered.status.as_u16(), headers, answered.body)
}

/// Every address that can be read, each part of a path filled with each of what might stand there; what counts requests is left out.
///
/// `days` are put on those that take days, as they stand behind `?`.
pub(crate) fn addresses(missions: &[&str], ids: &[String], days: &str) -> Vec<String> {
    let document: Value = serde_json::from_str(&desk::server::document()).unwrap();
    let paths = document["paths"].as_object().unwrap().iter();
    let read = paths.filter(|(path, item)| item.get("get").is_some() && *path != "/metrics");
    let mut addresses = Vec::new();
    for (path, item) in read {
        let mut filled = vec![path.clone()];
        for (part, with) in [
            ("{mission}", missions.iter().map(|mission| (*mission).to_owned()).collect()),
            (
                "{whose}/{resource}/{stage}",
                vec!["KEN/people/deployed".to_owned(), "JAM/people/promised".to_owned()],
            ),
            ("{whose}", vec!["KEN".to_owned(), "JAM".to_owned()]),
            ("{code}", vec!["not_found".to_owned()]),
            ("{id}", ids.to_vec()),
        ] {
            if path.contains(part) {
                filled = filled
                    .iter()
                    .flat_map(|path| with.iter().map(move |with| path.replace(part, with)))
                    .collect();
            }
        }
        let has = |name: &str| {
            let parameters = item["get"]["parameters"].as_array().into_iter().flatten();
            parameters.into_iter().any(|parameter| parameter["name"] == name)
        };
        for path in filled {
            let question = if has("as_of") { format!("{path}?{days}") } else { path };
            if has("format") {
                let and = if question.contains('?') { '&' } else { '?' };
                addresses.push(format!("{question}{and}format=csv"));
            }
            addresses.push(question);
        }
    }
    addresses
}

/// Ways to narrow a list, and pages of one item.
const LISTS: [&str; 11] = [
    "/api/v1/claims?limit=1",
    "/api/v1/claims?limit=2&format=csv",
    "/api/v1/claims?mission=SEC",
    "/api/v1/claims?mission=XYZ&standing=accepted",
    "/api/v1/claims?standing=replaced&limit=1",
    "/api/v1/claims?q=901&party=KEN",
    "/api/v1/documents?limit=1",
    "/api/v1/documents?mission=SEC",
    "/api/v1/entries?limit=1",
    "/api/v1/entries?kind=decision&limit=2&format=csv",
    "/api/v1/entries?mission=SEC&by=clerk&q=kenya",
];

/// The ids of these entries, each once.
pub(crate) fn ids(entries: &[Entry]) -> Vec<String> {
    let mut ids: Vec<_> = entries.iter().map(|entry| entry.id().to_string()).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// Asks all of it. `ids` stand in the place of ids, hidden ones among them.
pub(crate) async fn ask(server: &TestServer, missions: &[&str], ids: &[String], days: &str) -> Answers {
    let mut answers = Answers::new();
    // Not from before the last entry.
    let newest = ("cache-control", "no-cache");
    for address in addresses(missions, ids, days) {
        let answered = server.get(&address, &[newest]).await;
        let tag = answered.header("etag").to_owned();
        answers.insert(format!("GET {address}"), told(answered));
        if !tag.is_empty() {
            let again = server
                .get(&address, &[newest, ("if-none-match", &tag), ("accept-encoding", "gzip, br")])
                .await;
            answers.insert(format!("GET {address} again"), told(again));
        }
    }
    answers
}

/// Goes through each list page by page, and narrows it by each id.
pub(crate) async fn lists(server: &TestServer, ids: &[String]) -> Answers {
    let mut answers = Answers::new();
    for list in LISTS {
        let mut cursor = Some(String::new());
        while let Some(behind) = cursor.take() {
            let address = format!("{list}{behind}");
            let answered = server.get(&address, &[]).await;
            let next = if list.contains("csv") {
                let link = answered.header("link").to_owned();
                link.split_once("cursor=").map(|(_, rest)| rest.split(['>', '&']).next().unwrap().to_owned())
            } else {
                answered.json()["next"].as_str().map(str::to_owned)
            };
            cursor = next.map(|next| format!("&cursor={next}"));
            answers.insert(address, told(answered));
        }
    }
    for id in ids {
        for list in ["claims?document=", "entries?cursor=c", "entries?cursor=d", "entries?cursor=r"] {
            let address = format!("/api/v1/{list}{id}");
            let answered = server.get(&address, &[]).await;
            answers.insert(address, told(answered));
        }
    }
    answers
}

/// Sends all that somebody might who guesses at what is hidden: rulings on each claim, corrections of each, each claim as one's own, and
/// each text.
pub(crate) async fn send(server: &TestServer, entries: &[Entry]) -> Answers {
    let mut answers = Answers::new();
    let claims: Vec<String> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Claim(claim) => Some(claim.id().to_string()),
            _ => None,
        })
        .collect();
    let nothing = "0".repeat(64);
    for (place, claim) in claims.iter().enumerate() {
        let other = claims.get(place + 1).unwrap_or(&nothing);
        for body in [
            json!({"claim": claim, "ruling": "accept", "why": "a guess"}),
            json!({"claim": claim, "ruling": "same_as", "other": other, "why": "a guess"}),
            json!({"claim": other, "ruling": "replace", "other": claim, "why": "a guess"}),
        ] {
            let answered = server.post("/api/v1/decisions", &body).await;
            answers.insert(format!("{place} decide {body}"), told(answered));
        }
        let body = json!({
            "replaces": claim, "why": "a guess", "statement": {"kind": "count", "whose": "KEN", "resource": "people",
                "stage": "deployed", "quantity": "333", "as_of": "2024-07-01"},
        });
        let answered = server.post("/api/v1/claims", &body).await;
        answers.insert(format!("{place} correct {body}"), told(answered));
    }
    for (place, entry) in entries.iter().enumerate() {
        let Entry::Document(document) = entry else { continue };
        let address =
            document.address.as_ref().map(|_| "&address=https://example.org/telegram").unwrap_or_default();
        let query = format!("?name=telegram.txt&published=2024-10-02{address}");
        for turn in ["first", "again"] {
            let answered = server.drop_file(&query, document.text.clone()).await;
            answers.insert(format!("{place} drop {turn} {query} {}", document.text), told(answered));
        }
    }
    answers
}
