//! Accounts as people meet them: logging in and out, links, passwords, tokens, and those who keep the accounts.

use serde_json::{Value, json};

use super::{
    browser::{Browser, Office, PASSWORD, code},
    test_server::Answered,
};

const OTHER: &str = "another lamp, another map";

#[track_caller]
fn check(answered: &Answered, want: (u16, &str)) {
    assert_eq!(code(answered), (want.0, want.1.to_owned()), "{}", answered.text());
    let kept = answered.header("cache-control");
    assert_eq!(kept, "no-store", "nobody keeps what is for one person");
}

#[tokio::test]
async fn a_person_logs_in_and_out() {
    let office = Office::new().await;
    let mut there = office.logged_in("liaison:KEN").await;
    let mut browser = office.browser();
    assert_eq!(browser.name().await, Value::Null);
    check(&browser.get("/tokens").await, (401, "log_in_first"));

    let answered = browser.log_in("LIAISON:ken", PASSWORD).await;
    check(&answered, (200, ""));
    let cookie = answered.header("set-cookie");
    let (pair, attributes) = cookie.split_once("; ").unwrap();
    assert_eq!(attributes, "Path=/; Max-Age=43200; HttpOnly; SameSite=Lax");
    assert_eq!(pair.strip_prefix("muster_session=").map(str::len), Some(43));
    let who = browser.get("/session").await.json();
    let want = json!({
        "name": "liaison:KEN", "role": "liaison:KEN", "party": "KEN", "with": "session", "demo": false,
        "ends": "2025-11-04T00:00:00Z",
        "may": ["read", "enter", "keep_tokens"],
    });
    assert_eq!((&who, &answered.json()), (&want, &want));

    let old = browser.cookie.clone();
    let answered = browser.send("DELETE", "/session", &Value::Null).await;
    check(&answered, (204, ""));
    assert!(answered.header("set-cookie").starts_with("muster_session=; Path=/; Max-Age=0;"));
    assert_eq!(browser.cookie, None);
    browser.cookie = old;
    assert_eq!(browser.name().await, Value::Null, "the session has ended, wherever its cookie is kept");
    assert_eq!(there.name().await, "liaison:KEN", "another browser's has not");
}

#[tokio::test]
async fn behind_tls_the_cookie_is_of_this_host_alone() {
    let office = Office::new().await;
    office.logged_in("analyst").await;
    let mut browser = office.browser();
    browser.headers.push(("x-forwarded-proto", "https".to_owned()));
    let answered = browser.log_in("analyst", PASSWORD).await;
    let cookie = answered.header("set-cookie");
    assert!(
        cookie.starts_with("__Host-muster_session=") && cookie.ends_with("; HttpOnly; SameSite=Lax; Secure")
    );
    assert_eq!(browser.name().await, "analyst");
    browser.headers.pop();
    assert_eq!(browser.name().await, Value::Null, "it is not taken where it came without TLS");
}

#[tokio::test]
async fn a_session_is_another_after_each_log_in() {
    let office = Office::new().await;
    let mut browser = office.logged_in("analyst").await;
    let first = browser.cookie.clone();
    check(&browser.log_in("analyst", PASSWORD).await, (200, ""));
    let second = browser.cookie.clone();
    assert_ne!(first, second);
    browser.cookie = first;
    assert_eq!(browser.name().await, Value::Null);
    // What somebody else put there is never taken up.
    let planted = format!("muster_session={}", "A".repeat(43));
    browser.cookie = Some(planted.clone());
    check(&browser.log_in("analyst", PASSWORD).await, (200, ""));
    assert_ne!(browser.cookie, Some(planted));
}

#[tokio::test]
async fn a_session_ends_by_itself() {
    let office = Office::new().await;
    let mut browser = office.logged_in("analyst").await;
    office.pass(59);
    assert_eq!(browser.name().await, "analyst");
    office.pass(59);
    assert_eq!(browser.name().await, "analyst", "it was used in between");
    office.pass(60);
    assert_eq!(browser.name().await, Value::Null, "an hour without use");
    check(&browser.log_in("analyst", PASSWORD).await, (200, ""));
    for _ in 0..14 {
        office.pass(50);
        assert_eq!(browser.name().await, "analyst");
    }
    office.pass(20);
    assert_eq!(browser.name().await, Value::Null, "twelve hours, however much it was used");
}

#[tokio::test]
async fn a_wrong_name_and_a_wrong_password_are_answered_alike() {
    let office = Office::new().await;
    office.logged_in("analyst").await;
    let disabled = office.logged_in("viewer").await;
    let id = disabled_id(&office, "viewer").await;
    office.accounts().change(id, store::Change::Disable).await.unwrap();
    let mut answers = vec![];
    for (name, password) in [
        ("analyst", "not the password"),
        ("nobody", PASSWORD),
        ("viewer", PASSWORD),
        ("", ""),
        (&"x".repeat(99), PASSWORD),
    ] {
        let answered = office.browser().log_in(name, password).await;
        check(&answered, (401, "wrong_log_in"));
        assert_eq!(answered.header("set-cookie"), "");
        answers.push(answered.body);
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "each answer is the same to the byte");
    drop(disabled);
}

async fn disabled_id(office: &Office, name: &str) -> store::AccountId {
    office.accounts().named(&store::AccountName::new(name).unwrap()).await.unwrap().unwrap().id
}

#[tokio::test]
async fn who_tries_too_often_waits() {
    let office = Office::new().await;
    office.logged_in("analyst").await;
    let at = |address: &str| {
        let mut browser = office.browser();
        // What the proxy saw stands last; before that anybody can write anything.
        browser.headers.push(("x-forwarded-for", format!("10.9.9.9, {address}")));
        browser
    };
    for name in ["analyst", "Nobody"] {
        for _ in 0..5 {
            check(&at("10.0.0.1").log_in(name, "wrong").await, (401, "wrong_log_in"));
        }
        let answered = at("10.0.0.2").log_in(name, PASSWORD).await;
        check(&answered, (429, "too_many_tries"));
        assert_eq!(answered.header("retry-after"), "1");
    }
    office.pass(1);
    check(&at("10.0.0.1").log_in("analyst", PASSWORD).await, (200, ""));
    for n in 0..10 {
        check(&at("10.0.0.1").log_in(&format!("name {n}"), "wrong").await, (401, "wrong_log_in"));
    }
    check(&at("10.0.0.1").log_in("analyst", PASSWORD).await, (429, "too_many_tries"));
    check(&at("10.0.0.3").log_in("analyst", PASSWORD).await, (200, ""));
}

#[tokio::test]
async fn a_link_sets_a_password_once() {
    let office = Office::new().await;
    let mut keeper = office.logged_in("administrator").await;
    let made = keeper.send("POST", "/accounts", &json!({"name": "Ann", "role": "planner"})).await;
    check(&made, (201, ""));
    let made = made.json();
    assert_eq!(
        (&made["account"]["role"], &made["account"]["has_password"]),
        (&json!("planner"), &json!(false))
    );
    let first = secret_of(&made["link"]);
    let id = made["account"]["id"].as_u64().unwrap();
    let again = keeper.send("POST", &format!("/accounts/{id}/invitation"), &Value::Null).await;
    check(&again, (201, ""));
    let link = secret_of(&again.json());
    let set = async |link: &str, password: &str| {
        let mut browser = office.browser();
        let answered =
            browser.send("POST", "/session/password", &json!({"link": link, "password": password})).await;
        (answered, browser)
    };
    check(&set(&first, PASSWORD).await.0, (410, "link_ended"));
    check(&set("no link", PASSWORD).await.0, (410, "link_ended"));
    check(&set(&link, "too short").await.0, (422, "weak_password"));
    check(&office.browser().log_in("Ann", PASSWORD).await, (401, "wrong_log_in"));
    let (answered, mut ann) = set(&link, PASSWORD).await;
    check(&answered, (200, ""));
    assert_eq!(ann.name().await, "Ann");
    check(&set(&link, PASSWORD).await.0, (410, "link_ended"));
    check(&office.browser().log_in("Ann", PASSWORD).await, (200, ""));

    let again = keeper.send("POST", &format!("/accounts/{id}/invitation"), &Value::Null).await.json();
    assert_eq!(ann.name().await, "Ann", "until it is used");
    office.pass(24 * 60);
    check(&set(&secret_of(&again), PASSWORD).await.0, (410, "link_ended"));
}

fn secret_of(link: &Value) -> String {
    link["path"].as_str().unwrap().strip_prefix("/password#").unwrap().to_owned()
}

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions() {
    let office = Office::new().await;
    let mut here = office.logged_in("analyst").await;
    let mut there = office.browser();
    check(&there.log_in("analyst", PASSWORD).await, (200, ""));
    let before = here.cookie.clone();
    let mut change = async |present: &str, becomes: &str| {
        here.send("PUT", "/session/password", &json!({"present": present, "becomes": becomes})).await
    };
    check(&change("wrong", OTHER).await, (401, "wrong_log_in"));
    check(&change(PASSWORD, "short").await, (422, "weak_password"));
    assert_eq!(there.name().await, "analyst");
    check(&change(PASSWORD, OTHER).await, (200, ""));
    assert_eq!(there.name().await, Value::Null);
    assert_eq!(here.name().await, "analyst");
    assert_ne!(here.cookie, before);
    check(&office.browser().log_in("analyst", PASSWORD).await, (401, "wrong_log_in"));
    check(&office.browser().log_in("analyst", OTHER).await, (200, ""));
}

#[tokio::test]
async fn a_token_does_less_than_its_owner() {
    let office = Office::new().await;
    let mut browser = office.logged_in("administrator").await;
    let made = browser.send("POST", "/tokens", &json!({"name": "the weekly report"})).await;
    check(&made, (201, ""));
    let made = made.json();
    assert_eq!(made["token"]["ends"], "2026-02-01T12:00:00Z");
    let bearer = format!("Bearer {}", made["secret"].as_str().unwrap());
    let mut program = office.browser();
    program.headers = vec![("authorization", bearer)];
    assert_eq!(program.get("/session").await.json()["may"], json!(["read", "read_entries", "enter"]));
    assert_eq!(program.get("/missions").await.status, 200);
    for (method, address, body) in [
        ("GET", "/tokens", Value::Null),
        ("POST", "/tokens", json!({"name": "another"})),
        ("GET", "/accounts", Value::Null),
        ("POST", "/accounts", json!({"name": "Ann", "role": "viewer"})),
        ("PUT", "/session/password", json!({"present": PASSWORD, "becomes": OTHER})),
    ] {
        check(&program.send(method, address, &body).await, (403, "session_needed"));
    }
    let listed = browser.get("/tokens").await.json();
    assert_eq!(listed["tokens"][0]["used"], "2025-11-03T12:00:00Z");
    assert!(!listed.to_string().contains(made["secret"].as_str().unwrap()));
    let id = made["token"]["id"].as_str().unwrap();
    let mut other = office.logged_in("viewer").await;
    check(&other.send("DELETE", &format!("/tokens/{id}"), &Value::Null).await, (404, "unknown_token"));
    check(&browser.send("DELETE", "/tokens/x", &Value::Null).await, (404, "unknown_token"));
    check(&browser.send("DELETE", &format!("/tokens/{id}"), &Value::Null).await, (204, ""));
    check(&program.get("/session").await, (401, "log_in_first"));

    for (days, want) in [(0, (422, "bad_body")), (367, (422, "bad_body")), (366, (201, ""))] {
        check(&browser.send("POST", "/tokens", &json!({"name": "x", "days": days})).await, want);
    }
    check(&browser.send("POST", "/tokens", &json!({"name": " "})).await, (422, "bad_body"));
    for _ in 1..50 {
        check(&browser.send("POST", "/tokens", &json!({"name": "x"})).await, (201, ""));
    }
    check(&browser.send("POST", "/tokens", &json!({"name": "x"})).await, (409, "too_many_tokens"));
}

#[tokio::test]
async fn an_administrator_keeps_the_accounts() {
    let office = Office::new().await;
    let mut keeper = office.logged_in("administrator").await;
    let mut analyst = office.logged_in("analyst").await;
    let all = keeper.get("/accounts").await.json();
    let named: Vec<_> = all["accounts"].as_array().unwrap().iter().map(|account| &account["name"]).collect();
    assert_eq!(named, ["administrator", "analyst"]);
    let id = |n: usize| all["accounts"][n]["id"].clone();
    let mut change =
        async |id: Value, body: Value| keeper.send("PATCH", &format!("/accounts/{id}"), &body).await;

    check(&change(id(0), json!({"disabled": true})).await, (409, "last_administrator"));
    check(&change(id(0), json!({"role": "viewer"})).await, (409, "last_administrator"));
    check(&change(json!(99), json!({"disabled": true})).await, (404, "unknown_account"));
    check(&change(json!("x"), json!({"disabled": true})).await, (400, "bad_path"));
    check(&change(id(1), json!({"role": "king"})).await, (422, "bad_body"));
    check(&change(id(1), json!({})).await, (422, "bad_body"));
    check(&change(id(1), json!({"role": "viewer", "disabled": true})).await, (422, "bad_body"));
    assert_eq!(analyst.name().await, "analyst");
    let changed = change(id(1), json!({"role": "liaison:BEN"})).await;
    check(&changed, (200, ""));
    assert_eq!(changed.json()["role"], "liaison:BEN");
    assert_eq!(analyst.name().await, Value::Null, "another role, another session");
    check(&analyst.log_in("analyst", PASSWORD).await, (200, ""));
    check(&change(id(1), json!({"disabled": true})).await, (200, ""));
    assert_eq!(analyst.name().await, Value::Null);
    check(&change(id(1), json!({"disabled": false})).await, (200, ""));
    check(&analyst.log_in("analyst", PASSWORD).await, (200, ""));
    check(&change(id(1), json!({"disabled": true})).await, (200, ""));

    let invitation = |id: &Value| format!("/accounts/{id}/invitation");
    check(&keeper.send("POST", &invitation(&id(1)), &Value::Null).await, (409, "account_disabled"));
    check(&keeper.send("POST", &invitation(&json!(99)), &Value::Null).await, (404, "unknown_account"));
    for (name, role, want) in [
        ("ANALYST", "viewer", (409, "name_taken")),
        ("", "viewer", (422, "bad_body")),
        (&"x".repeat(65), "viewer", (422, "bad_body")),
        ("Ann", "liaison", (422, "bad_body")),
        ("Ann", "liaison:HTI", (201, "")),
    ] {
        check(&keeper.send("POST", "/accounts", &json!({"name": name, "role": role})).await, want);
    }
}

#[tokio::test]
async fn pages_of_other_sites_change_nothing() {
    let office = Office::new().await;
    let mut browser = office.logged_in("administrator").await;
    let own = browser.headers.clone();
    let host = ("host", "desk.example".to_owned());
    for headers in [
        vec![("sec-fetch-site", "cross-site".to_owned())],
        vec![("sec-fetch-site", "same-site".to_owned())],
        vec![host.clone(), ("origin", "https://evil.example".to_owned())],
        vec![host.clone(), ("origin", "null".to_owned())],
        vec![host.clone()],
    ] {
        browser.headers = headers;
        for (method, address, body) in [
            ("POST", "/accounts", json!({"name": "Mallory", "role": "administrator"})),
            ("POST", "/tokens", json!({"name": "x"})),
            ("POST", "/decisions", json!({})),
            ("DELETE", "/session", Value::Null),
            ("POST", "/session", json!({"name": "administrator", "password": PASSWORD})),
            ("DELETE", "/nothing", Value::Null),
        ] {
            check(&browser.send(method, address, &body).await, (403, "cross_site"));
        }
        assert_eq!(browser.name().await, "administrator", "to read is no change");
    }
    browser.headers = vec![host, ("origin", "https://desk.example".to_owned())];
    check(&browser.send("POST", "/tokens", &json!({"name": "x"})).await, (201, ""));
    browser.headers = own;
    assert_eq!(browser.get("/tokens").await.json()["tokens"].as_array().unwrap().len(), 1);
    assert_eq!(browser.get("/accounts").await.json()["accounts"].as_array().unwrap().len(), 1);
}

const SECRET: &str = "hunter2hunter2hunter2";

#[tokio::test]
async fn no_problem_repeats_a_password_or_a_link() {
    let office = Office::new().await;
    let mut browser = office.logged_in("administrator").await;
    for (method, address, body) in [
        ("POST", "/session", json!({"name": "administrator", "password": SECRET})),
        ("POST", "/session", json!({"name": "administrator", "password": [SECRET]})),
        ("POST", "/session", json!({"name": {"password": SECRET}, "password": SECRET})),
        ("POST", "/session", json!({"name": [SECRET]})),
        ("POST", "/session", json!(SECRET)),
        ("POST", "/session", json!([SECRET])),
        ("POST", "/session/password", json!({"link": SECRET, "password": SECRET})),
        ("POST", "/session/password", json!({"link": {"x": SECRET}, "password": "x"})),
        ("PUT", "/session/password", json!({"present": SECRET, "becomes": "x"})),
        ("PUT", "/session/password", json!({"present": PASSWORD, "becomes": "hunter2"})),
        ("PUT", "/session/password", json!({"present": 5, "becomes": [SECRET]})),
    ] {
        let answered = browser.send(method, address, &body).await;
        assert!(answered.status.is_client_error());
        assert!(!answered.text().contains("hunter2"), "{method} {address}: {}", answered.text());
    }
}

/// Asks who is logged in until it is nobody any more.
async fn until_forgotten(browser: &mut Browser) {
    for _ in 0..600 {
        if browser.name().await.is_null() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("what another program changed never counts");
}

#[tokio::test]
async fn what_another_program_changes_of_an_account_counts_soon() {
    let office = Office::new().await;
    let mut browser = office.logged_in("analyst").await;
    assert_eq!(browser.name().await, "analyst");
    // Behind the server's back, and the desk's clock stands still.
    let id = disabled_id(&office, "analyst").await;
    office.accounts().change(id, store::Change::Disable).await.unwrap();
    until_forgotten(&mut browser).await;
}

#[tokio::test]
async fn who_was_recognised_is_forgotten_with_each_change() {
    let office = Office::new().await;
    let mut keeper = office.logged_in("administrator").await;
    let mut person = office.logged_in("analyst").await;
    let id = disabled_id(&office, "analyst").await.0;
    let (mut other, mut program) = (office.browser(), office.browser());
    other.log_in("analyst", PASSWORD).await;
    let token = person.send("POST", "/tokens", &json!({"name": "a program"})).await.json();
    program.headers = vec![("authorization", format!("Bearer {}", token["secret"].as_str().unwrap()))];
    let knows = async |browser: &mut Browser| browser.get("/missions").await.status == 200;
    // Each was recognised just before.
    assert!(knows(&mut program).await);
    let revoked = format!("/tokens/{}", token["token"]["id"].as_str().unwrap());
    assert_eq!(person.send("DELETE", &revoked, &Value::Null).await.status, 204);
    assert!(!knows(&mut program).await, "revoked");
    let stale = other.cookie.clone();
    assert!(knows(&mut other).await);
    other.send("DELETE", "/session", &Value::Null).await;
    other.cookie = stale;
    assert!(!knows(&mut other).await, "logged out");
    other.log_in("analyst", PASSWORD).await;
    assert!(knows(&mut other).await && knows(&mut person).await);
    let becomes = json!({"present": PASSWORD, "becomes": "another password of some length"});
    assert_eq!(person.send("PUT", "/session/password", &becomes).await.status, 200);
    assert!(!knows(&mut other).await, "another password");
    assert!(knows(&mut person).await);
    keeper.send("PATCH", &format!("/accounts/{id}"), &json!({"role": "viewer"})).await;
    assert!(!knows(&mut person).await, "another role");
    person.log_in("analyst", "another password of some length").await;
    assert!(knows(&mut person).await);
    keeper.send("PATCH", &format!("/accounts/{id}"), &json!({"disabled": true})).await;
    assert!(!knows(&mut person).await, "disabled");
}
