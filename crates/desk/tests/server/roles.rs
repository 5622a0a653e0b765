//! Every route for every role: who is let in, and which problem the others get.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    browser::{Browser, Office, code},
    test_server::TestServer,
};

/// Whom a route lets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lets {
    /// Anybody.
    All,
    /// Who has an account, or anybody where the desk is open.
    Readers,
    /// Who may enter and decide.
    Authors,
    /// Who may read the entries as they are chained.
    Staff,
    /// Who has logged in, at a browser.
    People,
    /// Administrators, at a browser.
    Keepers,
}
use Lets::{All, Authors, Keepers, People, Readers, Staff};

/// Every route, and whom it lets in. A route that is not here fails the test below: say of each new one whom it lets in.
const ROUTES: &[(&str, &str, Lets)] = &[
    ("GET", "/healthz", All),
    ("GET", "/metrics", All),
    ("GET", "/api/v1/openapi.json", All),
    ("GET", "/api/v1/problems/{code}", All),
    ("GET", "/api/v1/session", All),
    ("POST", "/api/v1/session", All),
    ("POST", "/api/v1/session/password", All),
    ("PUT", "/api/v1/session/password", People),
    ("GET", "/api/v1/tokens", People),
    ("POST", "/api/v1/tokens", People),
    ("DELETE", "/api/v1/tokens/{id}", People),
    ("GET", "/api/v1/accounts", Keepers),
    ("POST", "/api/v1/accounts", Keepers),
    ("PATCH", "/api/v1/accounts/{id}", Keepers),
    ("POST", "/api/v1/accounts/{id}/invitation", Keepers),
    ("GET", "/api/v1/missions", Readers),
    ("GET", "/api/v1/missions/{mission}/rows", Readers),
    ("GET", "/api/v1/missions/{mission}/overview", Readers),
    ("GET", "/api/v1/missions/{mission}/strength", Readers),
    ("GET", "/api/v1/missions/{mission}/figures/{whose}/{resource}/{stage}", Readers),
    ("GET", "/api/v1/claims", Readers),
    ("GET", "/api/v1/claims/{id}", Readers),
    ("GET", "/api/v1/missions/{mission}/change", Readers),
    ("GET", "/api/v1/missions/{mission}/contributors", Readers),
    ("GET", "/api/v1/missions/{mission}/contributors/{whose}", Readers),
    ("GET", "/api/v1/missions/{mission}/disputes", Readers),
    ("GET", "/api/v1/missions/{mission}/sites", Readers),
    ("POST", "/api/v1/claims", Authors),
    ("GET", "/api/v1/entries", Readers),
    ("GET", "/api/v1/entries/verify", Staff),
    ("GET", "/api/v1/export", Readers),
    ("GET", "/api/v1/documents", Readers),
    ("GET", "/api/v1/documents/{id}", Readers),
    ("POST", "/api/v1/documents", Authors),
    ("POST", "/api/v1/decisions", Authors),
    // The last, as nobody is logged in afterwards.
    ("DELETE", "/api/v1/session", All),
];

/// Who asks: nobody, or somebody with this role, at a browser or with a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asks {
    Nobody,
    Person(&'static str),
    Program(&'static str),
}

const ROLES: [&str; 5] = ["viewer", "liaison:KEN", "analyst", "planner", "administrator"];

/// The problem that keeps them out; none: they are let in.
fn kept_out(lets: Lets, asks: Asks, open: bool) -> Option<(u16, &'static str)> {
    const LOG_IN: Option<(u16, &str)> = Some((401, "log_in_first"));
    const NOT_ALLOWED: Option<(u16, &str)> = Some((403, "not_allowed"));
    const SESSION: Option<(u16, &str)> = Some((403, "session_needed"));
    let (role, program) = match asks {
        Asks::Nobody => return if lets == All || (open && lets == Readers) { None } else { LOG_IN },
        Asks::Person(role) => (role, false),
        Asks::Program(role) => (role, true),
    };
    let may = match lets {
        All | Readers | People => true,
        Authors => role != "viewer",
        Staff => ["analyst", "planner", "administrator"].contains(&role),
        Keepers => role == "administrator",
    };
    match (may, lets) {
        (false, _) => NOT_ALLOWED,
        (true, People | Keepers) if program => SESSION,
        (true, _) => None,
    }
}

/// A body that the route takes as far as its shape goes, so that only the asker can be at fault.
fn body(method: &str, path: &str) -> Value {
    match (method, path) {
        ("POST", "/api/v1/session") => json!({"name": "nobody", "password": "no password"}),
        ("POST", "/api/v1/session/password") => json!({"link": "x", "password": "x"}),
        ("PUT", "/api/v1/session/password") => json!({"present": "x", "becomes": "x"}),
        ("POST", "/api/v1/tokens") => json!({"name": "a program"}),
        ("POST", "/api/v1/accounts") => json!({"name": "administrator", "role": "viewer"}),
        ("PATCH", "/api/v1/accounts/{id}") => json!({"disabled": false}),
        ("POST", "/api/v1/claims") => json!({"statement": {}}),
        ("POST", "/api/v1/decisions") => {
            json!({"claim": "0".repeat(64), "ruling": "accept", "why": "a test"})
        }
        _ => Value::Null,
    }
}

/// Bodies of a kind and a beginning that no route takes; sent longer than most take.
const MALFORMED: [(&str, &str); 3] = [("application/json", "{"), ("text/html", "<"), ("", "\u{0}")];

/// Something that is there, or might be, in the place of each part.
fn filled(path: &str) -> String {
    let path = path
        .replace("{whose}/{resource}/{stage}", "KEN/people/deployed")
        .replace("{mission}", "MSS")
        .replace("{code}", "not_found");
    let path = path
        .replace("/accounts/{id}", "/accounts/99")
        .replace("/tokens/{id}", &format!("/tokens/{}", "0".repeat(16)));
    path.replace("{id}", &"0".repeat(64))
}

#[test]
fn every_route_says_whom_it_lets_in() {
    let document: Value = serde_json::from_str(&desk::server::document()).unwrap();
    let documented = document["paths"].as_object().unwrap().iter().flat_map(|(path, item)| {
        item.as_object().unwrap().keys().map(move |method| (method.to_uppercase(), path.clone()))
    });
    let documented: BTreeSet<_> = documented.collect();
    let named: BTreeSet<_> =
        ROUTES.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
    assert_eq!(named.len(), ROUTES.len(), "each is named once");
    let missing: Vec<_> = documented.difference(&named).collect();
    assert!(missing.is_empty(), "say in ROUTES, tests/server/roles.rs, whom these let in: {missing:?}");
    let gone: Vec<_> = named.difference(&documented).collect();
    assert!(gone.is_empty(), "these are in ROUTES, tests/server/roles.rs, and no routes: {gone:?}");
}

async fn check(browser: &mut Browser, asks: Asks, open: bool) {
    for (method, path, lets) in ROUTES {
        let cookie = browser.cookie.clone();
        let address = filled(path);
        let answered = browser.send_to(method, &address, &body(method, path)).await;
        browser.cookie = cookie;
        let got = code(&answered);
        if let Some((status, word)) = kept_out(*lets, asks, open) {
            let want = (status, word.to_owned());
            assert_eq!(got, want, "{asks:?}, open {open}: {method} {path}: {}", answered.text());
            // Whoever is kept out is told so before anything is looked at that they sent.
            for (kind, body) in MALFORMED.into_iter().filter(|_| *method != "GET") {
                let cookie = browser.cookie.clone();
                let answered =
                    browser.send_bytes(method, &format!("{address}?x=%ff"), kind, body.repeat(2 << 20)).await;
                browser.cookie = cookie;
                assert_eq!(
                    code(&answered),
                    want,
                    "{asks:?}, open {open}: {method} {path} with {kind} {body}"
                );
            }
        } else {
            let refusals = ["log_in_first", "not_allowed", "session_needed", "cross_site", "not_found"];
            let let_in = !refusals.contains(&got.1.as_str()) && got.0 < 500;
            assert!(let_in, "{asks:?}, open {open}: {method} {path}: {}", answered.text());
        }
    }
}

#[tokio::test]
async fn every_route_lets_in_whom_it_says() {
    let office = Office::new().await;
    check(&mut office.browser(), Asks::Nobody, false).await;
    for role in ROLES {
        // A browser for each, as one of the routes logs out; who logs in there fails, and is held back after some tries.
        let mut person = office.logged_in(role).await;
        let made = person.send("POST", "/tokens", &json!({"name": "a program"})).await.json();
        let mut program = office.browser();
        program.headers = vec![("authorization", format!("Bearer {}", made["secret"].as_str().unwrap()))];
        check(&mut program, Asks::Program(role), false).await;
        check(&mut person, Asks::Person(role), false).await;
        office.pass(10);
    }
    let open = TestServer::demo().await;
    check(&mut Browser::at(open), Asks::Nobody, true).await;
}
