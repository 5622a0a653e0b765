//! `/api/v1/session`: who asks; logging in and out.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use jiff::Timestamp;
use serde::Deserialize;
use store::{Account, AccountId, AccountName};
use utoipa::ToSchema;

use crate::{
    server::{
        Desk,
        client::Client,
        confidential::Confidential,
        cookie,
        logged_in::LoggedIn,
        password::Password,
        personal,
        problem::{Code, Problem},
        secret::Secret,
        session::{self, WHOLE},
        throttle::{Try, Wait},
    },
    shapes::SessionShape,
};

/// A name and its password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LogIn {
    /// The name of the account, however its letters are cased.
    #[schema(example = "A. Clerk")]
    name: String,
    /// Its password.
    #[schema(value_type = String, format = Password)]
    password: Password,
}

/// Who asks, and what they may
///
/// Answered to everybody: nobody is logged in where `name` is null.
#[utoipa::path(get, path = "/session", tag = "accounts", responses((status = 200, body = SessionShape)))]
pub(crate) async fn session(State(desk): State<Desk>, known: Option<Arc<LoggedIn>>) -> Response {
    let (open, demo) = (desk.settings.open, desk.settings.demo);
    let shape =
        known.map_or_else(|| SessionShape::nobody(open, demo), |known| SessionShape::of(&known, demo));
    personal::answer(StatusCode::OK, &shape)
}

/// Log in
///
/// Begins a session, kept in a cookie, in the place of the one that the browser had. After some failures the next try has to
/// wait.
#[utoipa::path(
    post, path = "/session", tag = "accounts",
    request_body = LogIn,
    responses((status = 200, description = "Logged in", body = SessionShape)),
)]
pub(crate) async fn log_in(
    State(desk): State<Desk>,
    client: Client,
    headers: HeaderMap,
    Confidential(typed): Confidential<LogIn>,
) -> Result<Response, Problem> {
    let name = AccountName::new(&typed.name).ok();
    let tried = may_try(&desk, name.as_ref(), client)?;
    let account = match &name {
        Some(name) => desk.accounts.named(name).await.map_err(Problem::of_accounts)?,
        None => None,
    };
    // Who is not known is looked for, and tried, like who is.
    let id = account.as_ref().map_or(AccountId(0), |account| account.id);
    let hash = desk.accounts.password(id).await.map_err(Problem::of_accounts)?;
    let fits = desk.passwords.fits(typed.password, hash.clone()).await?;
    let (Some(account), Some(hash), true) = (account, hash, fits) else { return Err(wrong()) };
    let now = desk.clock.now();
    let (secret, begin) = session::new(account.id, cookie::read(&headers).as_ref(), now)
        .map_err(|error| Problem::internal(&error))?;
    // It does not begin where the account is disabled, or the password was changed meanwhile.
    if !desk.accounts.begin_session(begin, hash).await.map_err(Problem::of_accounts)? {
        return Err(wrong());
    }
    desk.throttle.went_well(&tried);
    desk.accounts.forget_ended(now).await.map_err(Problem::of_accounts)?;
    Ok(begun(&desk, &headers, &account, &secret, begin.ends))
}

/// Log out
///
/// Ends the session, wherever it is used. Where there is none, nothing is done.
#[utoipa::path(delete, path = "/session", tag = "accounts", responses((status = 204, description = "Logged out")))]
pub(crate) async fn log_out(State(desk): State<Desk>, headers: HeaderMap) -> Result<Response, Problem> {
    if let Some(secret) = cookie::read(&headers) {
        desk.accounts.end_session(secret.hash()).await.map_err(Problem::of_accounts)?;
    }
    let mut response = personal::done();
    response.headers_mut().insert(header::SET_COOKIE, cookie::clear(&headers));
    Ok(response)
}

/// The answer to whoever has just logged in.
pub(super) fn begun(
    desk: &Desk,
    headers: &HeaderMap,
    account: &Account,
    secret: &Secret,
    ends: Timestamp,
) -> Response {
    let shape = SessionShape::begun(account, ends, desk.settings.demo);
    let mut response = personal::answer(StatusCode::OK, &shape);
    response.headers_mut().insert(header::SET_COOKIE, cookie::set(headers, secret, WHOLE.as_secs()));
    response
}

/// Lets a password be tried, unless too many were of late.
pub(super) fn may_try(desk: &Desk, name: Option<&AccountName>, client: Client) -> Result<Try, Problem> {
    desk.throttle.begin(name, client.0, desk.clock.now()).map_err(|Wait(seconds)| {
        Problem::new(Code::TooManyTries, format!("the next try may be made in {seconds} s"))
            .hint("wait, or ask an administrator for a link that sets the password")
            .retry_after(seconds)
    })
}

/// One answer for whatever is wrong, so that nobody learns which names there are.
pub(super) fn wrong() -> Problem {
    Problem::new(Code::WrongLogIn, "no account that is enabled has this name and this password")
        .hint("check both; an administrator can make a link that sets another password")
}
