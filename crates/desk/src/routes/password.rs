//! `/api/v1/session/password`: setting a password with a link, and changing one's own.

use axum::{extract::State, http::HeaderMap, response::Response};
use serde::Deserialize;
use store::Accepted;
use utoipa::ToSchema;

use super::session::{begun, may_try, wrong};
use crate::{
    server::{
        Desk,
        client::Client,
        confidential::Confidential,
        cookie,
        logged_in::InSession,
        password::Password,
        problem::{Code, Problem},
        secret::Secret,
        session,
    },
    shapes::SessionShape,
};

/// A link and the password that is chosen.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetPassword {
    /// What stands behind `#` in the link.
    #[schema(value_type = String, format = Password)]
    link: Password,
    /// The password: at least 15 characters.
    #[schema(value_type = String, format = Password)]
    password: Password,
}

/// The present password and the one that takes its place.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangePassword {
    /// The present password.
    #[schema(value_type = String, format = Password)]
    present: Password,
    /// The other: at least 15 characters.
    #[schema(value_type = String, format = Password)]
    becomes: Password,
}

/// Set a password with a link, and log in
///
/// The link is good once. All sessions that the account had end.
#[utoipa::path(
    post, path = "/session/password", tag = "accounts",
    request_body = SetPassword,
    responses((status = 200, description = "Set, and logged in", body = SessionShape)),
)]
pub(crate) async fn set_password(
    State(desk): State<Desk>,
    headers: HeaderMap,
    Confidential(typed): Confidential<SetPassword>,
) -> Result<Response, Problem> {
    let ended = || {
        Problem::new(Code::LinkEnded, "the link was used, replaced by a later one, or has ended")
            .hint("ask an administrator for another; on the server, `muster account invite` prints one")
    };
    let link = Secret::read(typed.link.as_str()).ok_or_else(ended)?.hash();
    let invited = desk.accounts.invited(link, desk.clock.now()).await.map_err(Problem::of_accounts)?;
    let invited = invited.ok_or_else(ended)?;
    typed.password.check(&invited.name)?;
    let password = desk.passwords.hash(typed.password).await?;
    let now = desk.clock.now();
    let (secret, session) = session::new(invited.id, cookie::read(&headers).as_ref(), now)
        .map_err(|error| Problem::internal(&error))?;
    let accepted = Accepted { secret: link, password, session };
    let account = desk.accounts.accept(accepted, now).await.map_err(Problem::of_accounts)?;
    Ok(begun(&desk, &headers, &account.ok_or_else(ended)?, &secret, session.ends))
}

/// Change one's own password
///
/// All sessions of the account end; the one that asks goes on under another secret.
#[utoipa::path(
    put, path = "/session/password", tag = "accounts",
    request_body = ChangePassword,
    responses((status = 200, description = "Changed", body = SessionShape)),
)]
pub(crate) async fn change_password(
    State(desk): State<Desk>,
    InSession { account }: InSession,
    client: Client,
    headers: HeaderMap,
    Confidential(typed): Confidential<ChangePassword>,
) -> Result<Response, Problem> {
    typed.becomes.check(&account.name)?;
    let tried = may_try(&desk, Some(&account.name), client)?;
    let present = desk.accounts.password(account.id).await.map_err(Problem::of_accounts)?;
    let fits = desk.passwords.fits(typed.present, present.clone()).await?;
    let (Some(present), true) = (present, fits) else { return Err(wrong()) };
    desk.throttle.went_well(&tried);
    let becomes = desk.passwords.hash(typed.becomes).await?;
    let changed = desk.accounts.change_password(account.id, present, becomes.clone(), None).await;
    let (secret, begin) = session::new(account.id, cookie::read(&headers).as_ref(), desk.clock.now())
        .map_err(|error| Problem::internal(&error))?;
    if !changed.map_err(Problem::of_accounts)?
        || !desk.accounts.begin_session(begin, becomes).await.map_err(Problem::of_accounts)?
    {
        return Err(wrong());
    }
    Ok(begun(&desk, &headers, &account, &secret, begin.ends))
}
