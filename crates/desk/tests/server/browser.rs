//! A browser at a sealed server: keeps the session's cookie and says which site it asks from.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use desk::server::Clock;
use jiff::{Timestamp, ToSpan};
use serde_json::{Value, json};
use store::{AccountName, Accounts, Invitation, Made, NewAccount, SecretHash};

use super::test_server::{Answered, TestServer};
use crate::test_desk::NOW;

/// The password of everybody here.
pub(crate) const PASSWORD: &str = "a lamp, a map and a boat";

/// A server with a clock that tests move.
#[derive(Clone)]
pub(crate) struct Office {
    pub(crate) server: TestServer,
    minutes: Arc<AtomicI64>,
}

/// Somebody at a browser.
pub(crate) struct Browser {
    server: TestServer,
    /// The cookie, as it is sent.
    pub(crate) cookie: Option<String>,
    /// Headers beside it.
    pub(crate) headers: Vec<(&'static str, String)>,
}

impl Office {
    pub(crate) async fn new() -> Self {
        let minutes = Arc::new(AtomicI64::new(0));
        let (now, gone): (Timestamp, _) = (NOW.parse().unwrap(), Arc::clone(&minutes));
        let clock = Clock::new(move || now + gone.load(Ordering::Relaxed).minutes());
        Self { server: TestServer::closed(clock).await, minutes }
    }

    pub(crate) fn accounts(&self) -> &dyn Accounts {
        self.server.accounts()
    }

    /// So many minutes pass.
    pub(crate) fn pass(&self, minutes: i64) {
        self.minutes.fetch_add(minutes, Ordering::Relaxed);
    }

    pub(crate) fn now(&self) -> Timestamp {
        NOW.parse::<Timestamp>().unwrap() + self.minutes.load(Ordering::Relaxed).minutes()
    }

    /// A browser on the desk's own pages, in which nobody has logged in.
    pub(crate) fn browser(&self) -> Browser {
        Browser::at(self.server.clone())
    }

    /// An account with this role, named like it, and [`PASSWORD`]; and a browser in which its owner has logged in.
    pub(crate) async fn logged_in(&self, role: &str) -> Browser {
        let name = AccountName::new(role).unwrap();
        let new = NewAccount { name, role: role.parse().unwrap(), made: self.now() };
        let Made::Made(account) = self.accounts().make(new).await.unwrap() else { panic!("{role} is there") };
        let secret = [account.id.0.to_le_bytes()[0]; 32];
        let ends = self.now() + 1.hours();
        let invitation =
            Invitation { secret: SecretHash::of(&secret), account: account.id, made: self.now(), ends };
        assert!(self.accounts().invite(invitation).await.unwrap());
        let link = base64::Engine::encode(&base64::prelude::BASE64_URL_SAFE_NO_PAD, secret);
        let mut browser = self.browser();
        let answered =
            browser.send("POST", "/session/password", &json!({"link": link, "password": PASSWORD})).await;
        assert_eq!(answered.status, 200, "{}", answered.text());
        browser
    }
}

impl Browser {
    /// A browser on this desk's own pages, in which nobody has logged in.
    pub(crate) fn at(server: TestServer) -> Self {
        Self { server, cookie: None, headers: vec![("sec-fetch-site", "same-origin".to_owned())] }
    }

    /// Sends this below `/api/v1` and keeps the cookie that comes back.
    pub(crate) async fn send(&mut self, method: &str, address: &str, body: &Value) -> Answered {
        self.send_to(method, &format!("/api/v1{address}"), body).await
    }

    /// Sends this and keeps the cookie that comes back.
    pub(crate) async fn send_to(&mut self, method: &str, address: &str, body: &Value) -> Answered {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let kind = if body.is_empty() { "" } else { "application/json" };
        self.send_bytes(method, address, kind, body).await
    }

    /// Sends these bytes, of this kind, and keeps the cookie that comes back.
    pub(crate) async fn send_bytes(
        &mut self,
        method: &str,
        address: &str,
        kind: &str,
        body: impl Into<axum::body::Body>,
    ) -> Answered {
        let mut headers: Vec<(&str, &str)> =
            self.headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        if !kind.is_empty() {
            headers.push(("content-type", kind));
        }
        if let Some(cookie) = &self.cookie {
            headers.push(("cookie", cookie));
        }
        let answered = self.server.ask(method, address, &headers, body).await;
        if let Some(set) = answered.headers.get("set-cookie") {
            let pair = set.to_str().unwrap().split(';').next().unwrap();
            self.cookie = Some(pair.to_owned()).filter(|pair| !pair.ends_with('='));
        }
        answered
    }

    pub(crate) async fn get(&mut self, address: &str) -> Answered {
        self.send("GET", address, &Value::Null).await
    }

    pub(crate) async fn log_in(&mut self, name: &str, password: &str) -> Answered {
        self.send("POST", "/session", &json!({"name": name, "password": password})).await
    }

    /// Who the server says this is.
    pub(crate) async fn name(&mut self) -> Value {
        self.get("/session").await.json()["name"].clone()
    }
}

/// The status and, of a problem, its code.
pub(crate) fn code(answered: &Answered) -> (u16, String) {
    let code = if answered.status.is_success() { Value::Null } else { answered.json()["code"].clone() };
    (answered.status.as_u16(), code.as_str().unwrap_or_default().to_owned())
}
