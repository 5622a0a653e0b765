//! A sealed server: its own ledger in a folder of its own, a fixed clock, and its router asked without a socket.

use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode},
};
use desk::server::{Acting, Clock, Desk, Settings, app};
use http_body_util::BodyExt;
use jiff::{Timestamp, ToSpan};
use ledger::{Entry, Head, Outcome};
use model::Name;
use reader::Packs;
use store::{Accounts, IfMissing, Sqlite, SqliteAccounts, Store, accounts_beside};
use tower::ServiceExt;

use super::token::token;
use crate::test_desk::{NOW, TestDesk};

/// A server and the folder that its ledger lies in, as somebody asks it.
#[derive(Clone)]
pub(crate) struct TestServer {
    app: Router,
    _desk: Arc<TestDesk>,
    store: Arc<dyn Store>,
    accounts: Arc<dyn Accounts>,
    acting: Option<Acting>,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answered {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

/// The ledger that `muster demo` makes: made once, a copy for each test.
static DEMO: OnceLock<Vec<u8>> = OnceLock::new();

/// The packs of this program: to read them takes a while.
static PACKS: OnceLock<Arc<Packs>> = OnceLock::new();

fn demo_ledger() -> Vec<u8> {
    let desk = TestDesk::new();
    desk.ok(&["demo", "--keep", "kept"]);
    std::fs::read(desk.path("kept/demo.muster")).unwrap()
}

/// A clock that goes on by a millisecond whenever somebody looks, so that of two decisions one is the later.
fn ticking() -> Clock {
    let begun: Timestamp = NOW.parse().unwrap();
    let ticks = AtomicI64::new(0);
    Clock::new(move || begun + ticks.fetch_add(1, Ordering::Relaxed).milliseconds())
}

impl TestServer {
    /// On the ledger that `muster demo` makes, open to read.
    pub(crate) async fn demo() -> Self {
        Self::demo_at(ticking()).await
    }

    /// The same, with this clock.
    pub(crate) async fn demo_at(clock: Clock) -> Self {
        let desk = TestDesk::new();
        std::fs::write(desk.path("ledger.muster"), DEMO.get_or_init(demo_ledger)).unwrap();
        let settings = Settings { open: true, demo: true, ..Settings::default() };
        Self::on(desk, settings, clock).await
    }

    /// On the ledger that `muster demo` makes and these entries, open to read.
    pub(crate) async fn demo_and(entries: Vec<Entry>) -> Self {
        let desk = TestDesk::new();
        std::fs::write(desk.path("ledger.muster"), DEMO.get_or_init(demo_ledger)).unwrap();
        Self::on_and(desk, entries).await
    }

    /// On a ledger of these entries alone, open to read.
    pub(crate) async fn with(entries: Vec<Entry>) -> Self {
        Self::on_and(TestDesk::new(), entries).await
    }

    async fn on_and(desk: TestDesk, entries: Vec<Entry>) -> Self {
        let now: Timestamp = NOW.parse().unwrap();
        let store = Sqlite::open(&desk.path("ledger.muster"), IfMissing::Create).await.unwrap();
        for outcome in store.append(now, entries).await.unwrap() {
            assert!(!matches!(outcome, Outcome::Refused(_)), "{outcome:?}");
        }
        drop(store);
        let settings = Settings { open: true, demo: true, ..Settings::default() };
        Self::on(desk, settings, Clock::new(move || now)).await
    }

    /// On the ledger that `muster demo` makes, not open, with this clock, behind a proxy.
    pub(crate) async fn closed(clock: Clock) -> Self {
        let desk = TestDesk::new();
        std::fs::write(desk.path("ledger.muster"), DEMO.get_or_init(demo_ledger)).unwrap();
        Self::on(desk, Settings { behind_proxy: true, ..Settings::default() }, clock).await
    }

    async fn on(desk: TestDesk, settings: Settings, clock: Clock) -> Self {
        // However slow the machine, an answer is the one that is asked about.
        let settings = Settings { longest: Duration::from_mins(30), ..settings };
        let ledger = desk.path("ledger.muster");
        let store: Arc<dyn Store> = Arc::new(Sqlite::open(&ledger, IfMissing::Create).await.unwrap());
        let accounts = SqliteAccounts::open(&accounts_beside(&ledger), IfMissing::Create).await.unwrap();
        let accounts: Arc<dyn Accounts> = Arc::new(accounts);
        let packs = Arc::clone(PACKS.get_or_init(|| Arc::new(desk::server::packs())));
        let (served, _) =
            Desk::on(Arc::clone(&store), Arc::clone(&accounts), clock, packs, settings).await.unwrap();
        Self { app: app(served), _desk: Arc::new(desk), store, accounts, acting: None }
    }

    /// The same server, asked by somebody with this role: `analyst`, `liaison:KEN`.
    pub(crate) fn as_role(&self, role: &str) -> Self {
        let acting = Acting { name: Name::new("A. Clerk").unwrap(), role: role.parse().unwrap() };
        Self { acting: Some(acting), ..self.clone() }
    }

    /// The accounts of this desk.
    pub(crate) fn accounts(&self) -> &dyn Accounts {
        &*self.accounts
    }

    /// What a program with this role sends as `Authorization`: `viewer`, `analyst`, `liaison:KEN`, ... Its account is named
    /// like the role.
    pub(crate) async fn token(&self, role: &str) -> String {
        token(&*self.accounts, role, NOW.parse().unwrap()).await
    }

    /// The end of the chain, as it stands in the file.
    pub(crate) async fn head(&self) -> Option<Head> {
        self.store.head().await.unwrap()
    }

    /// Drops this file on the desk.
    pub(crate) async fn drop_file(&self, query: &str, file: impl Into<Body>) -> Answered {
        let kind = [("content-type", "application/octet-stream")];
        self.ask("POST", &format!("/api/v1/documents{query}"), &kind, file).await
    }

    /// All pages of a list put together, the items in their order.
    pub(crate) async fn list(&self, address: &str, limit: usize) -> Vec<serde_json::Value> {
        let mut all = Vec::new();
        let mut cursor = String::new();
        let with = if address.contains('?') { '&' } else { '?' };
        loop {
            let page = self.get(&format!("{address}{with}limit={limit}{cursor}"), &[]).await.json();
            let items = page["items"].as_array().unwrap();
            assert!(items.len() <= limit);
            all.extend(items.iter().cloned());
            let Some(next) = page["next"].as_str() else { return all };
            assert_eq!(items.len(), limit, "a page that is not the last is full");
            cursor = format!("&cursor={next}");
        }
    }

    /// Sends this JSON.
    pub(crate) async fn post(&self, address: &str, body: &serde_json::Value) -> Answered {
        self.ask("POST", address, &[("content-type", "application/json")], body.to_string()).await
    }

    /// Asks for this address, with these headers.
    pub(crate) async fn get(&self, address: &str, headers: &[(&str, &str)]) -> Answered {
        self.ask("GET", address, headers, Body::empty()).await
    }

    /// Sends this.
    pub(crate) async fn ask(
        &self,
        method: &str,
        address: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Answered {
        let mut request = Request::builder().method(method).uri(address);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(acting) = &self.acting {
            request = request.extension(acting.clone());
        }
        let response = self.app.clone().oneshot(request.body(body.into()).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Answered { status: parts.status, headers: parts.headers, body }
    }
}

impl Answered {
    /// A header's value; empty where it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The body as text.
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// The body as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.text()))
    }
}
