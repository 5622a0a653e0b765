//! The door: who comes in, and whether a request may change anything at all.
//!
//! A bearer token says who asks, or else the session in a cookie, or else nobody. What a request that changes something
//! must prove beside that stands in `cross_site`.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{
    cookie, cross_site,
    desk::Desk,
    logged_in::{LoggedIn, With},
    problem::{Code, Problem},
    secret::Secret,
    session::{IDLE, NOTED_EVERY},
};

/// What a token's words begin with, so that scanners of published code find it.
pub(crate) const TOKEN: &str = "muster_";

/// Lets a request to the interface in, with who asks noted on it.
pub(crate) async fn opened(State(desk): State<Desk>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    if parts.uri.path().starts_with("/api/") {
        match visitor(&desk, &parts.method, &parts.headers).await {
            Ok(Some(known)) => {
                parts.extensions.insert(known.acting());
                parts.extensions.insert(Arc::new(known));
            }
            Ok(None) => {}
            Err(problem) => return problem.into_response(),
        }
    }
    next.run(Request::from_parts(parts, body)).await
}

async fn visitor(desk: &Desk, method: &Method, headers: &HeaderMap) -> Result<Option<LoggedIn>, Problem> {
    if let Some(token) = bearer(headers) {
        return by_token(desk, token).await.map(Some);
    }
    let session = cookie::read(headers);
    cross_site::check(method, headers, headers.contains_key(header::COOKIE))?;
    match session {
        Some(secret) => by_session(desk, &secret).await,
        None => Ok(None),
    }
}

/// What stands behind `Bearer`; none where another scheme stands there, for of those a browser may send some by itself.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let words = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = words.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

async fn by_token(desk: &Desk, words: &str) -> Result<LoggedIn, Problem> {
    let unknown = || {
        Problem::new(Code::LogInFirst, "the token is not known, or has ended")
            .hint("make another on the page of your account")
    };
    let secret = words.strip_prefix(TOKEN).and_then(Secret::read).ok_or_else(unknown)?.hash();
    let now = desk.clock.now();
    let found = desk.accounts.token(secret, now).await.map_err(Problem::of_accounts)?;
    let (account, token) = found.ok_or_else(unknown)?;
    if token.used.is_none_or(|used| now.duration_since(used) >= NOTED_EVERY) {
        desk.accounts.token_used(secret, now).await.map_err(Problem::of_accounts)?;
    }
    Ok(LoggedIn { account, with: With::Token })
}

async fn by_session(desk: &Desk, secret: &Secret) -> Result<Option<LoggedIn>, Problem> {
    let now = desk.clock.now();
    let secret = secret.hash();
    let Some(session) = desk.accounts.session(secret, now).await.map_err(Problem::of_accounts)? else {
        return Ok(None);
    };
    if now.duration_since(session.seen) >= NOTED_EVERY {
        desk.accounts.session_seen(secret, now, now + IDLE).await.map_err(Problem::of_accounts)?;
    }
    let with = With::Session { ends: session.ends };
    Ok(Some(LoggedIn { account: session.account, with }))
}
