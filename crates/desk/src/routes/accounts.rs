//! `/api/v1/accounts`: who may log in, kept by administrators.

use axum::{extract::State, http::StatusCode, response::Response};
use serde::{Deserialize, Serialize};
use store::{AccountId, AccountName, Change, Changed, Made, NewAccount, NotARole, Role};
use utoipa::ToSchema;

use crate::{
    server::{
        Desk,
        invitation::{FROM_AN_ADMINISTRATOR, Link, NoLink, invite as make_link},
        logged_in::AccountKeeper,
        personal,
        problem::{Code, Problem},
        taken::{Json, Path},
    },
    shapes::{AccountShape, LinkShape},
};

/// An account to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountToMake {
    /// The name to log in with: at most 64 characters, and never given to another.
    #[schema(example = "A. Clerk")]
    name: String,
    /// `viewer`, `analyst`, `liaison:KEN`, `planner` or `administrator`.
    #[schema(example = "analyst")]
    role: String,
}

/// What is to change; what is not named stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AccountChange {
    /// Another role. The account's sessions and tokens end.
    #[schema(example = "planner")]
    role: Option<String>,
    /// Whether nobody is let in with it any more. Its sessions, tokens and link end.
    disabled: Option<bool>,
}

/// Every account, in the order in which they were made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AllAccounts {
    accounts: Vec<AccountShape>,
}

/// An account that was made, and the link that sets its password.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MadeAccount {
    account: AccountShape,
    link: LinkShape,
}

/// All accounts
#[utoipa::path(get, path = "/accounts", tag = "accounts", responses((status = 200, body = AllAccounts)))]
pub(crate) async fn accounts(State(desk): State<Desk>, _: AccountKeeper) -> Result<Response, Problem> {
    let accounts = desk.accounts.accounts().await.map_err(Problem::of_accounts)?;
    let accounts = accounts.iter().map(AccountShape::from).collect();
    Ok(personal::answer(StatusCode::OK, &AllAccounts { accounts }))
}

/// Make an account
///
/// Answers with a link that sets its password, to be handed to whom it is for.
#[utoipa::path(
    post, path = "/accounts", tag = "accounts",
    request_body = AccountToMake,
    responses((status = 201, description = "Made", body = MadeAccount)),
)]
pub(crate) async fn make_account(
    State(desk): State<Desk>,
    _: AccountKeeper,
    Json(wanted): Json<AccountToMake>,
) -> Result<Response, Problem> {
    let name = AccountName::new(&wanted.name)
        .map_err(|error| Problem::new(Code::BadBody, error.to_string()).at("/name"))?;
    let new = NewAccount { name: name.clone(), role: role(&wanted.role)?, made: desk.clock.now() };
    let account = match desk.accounts.make(new).await.map_err(Problem::of_accounts)? {
        Made::Made(account) => account,
        Made::NameTaken => {
            return Err(Problem::new(Code::NameTaken, format!("there is an account `{name}` already"))
                .hint("take another name, or make a link for that account"));
        }
    };
    let link = linked(&desk, account.id).await?;
    let made = MadeAccount { account: (&account).into(), link: (&link).into() };
    Ok(personal::answer(StatusCode::CREATED, &made))
}

/// Change the role of an account, or whether it is disabled
#[utoipa::path(
    patch, path = "/accounts/{id}", tag = "accounts",
    params(("id" = u32, Path, description = "The account's id")),
    request_body = AccountChange,
    responses((status = 200, description = "As it is now", body = AccountShape)),
)]
pub(crate) async fn change_account(
    State(desk): State<Desk>,
    _: AccountKeeper,
    Path(id): Path<u32>,
    Json(wanted): Json<AccountChange>,
) -> Result<Response, Problem> {
    let change = match (&wanted.role, wanted.disabled) {
        (Some(words), None) => Change::Role(role(words)?),
        (None, Some(true)) => Change::Disable,
        (None, Some(false)) => Change::Enable,
        _ => {
            return Err(Problem::new(Code::BadBody, "one change at a time is taken")
                .hint("send either `role` or `disabled`"));
        }
    };
    match desk.accounts.change(AccountId(id), change).await.map_err(Problem::of_accounts)? {
        Changed::To(account) => Ok(personal::answer(StatusCode::OK, &AccountShape::from(&account))),
        Changed::Unknown => Err(unknown(id)),
        Changed::LastAdministrator => {
            Err(Problem::new(Code::LastAdministrator, "no other administrator can log in")
                .hint("make another account an administrator first, and let its owner set a password"))
        }
    }
}

/// Make a link that sets the password of an account
///
/// For its first password, or a forgotten one. An earlier link is good no more; the present password is, until the link is
/// used.
#[utoipa::path(
    post, path = "/accounts/{id}/invitation", tag = "accounts",
    params(("id" = u32, Path, description = "The account's id")),
    responses((status = 201, description = "Made", body = LinkShape)),
)]
pub(crate) async fn invite(
    State(desk): State<Desk>,
    _: AccountKeeper,
    Path(id): Path<u32>,
) -> Result<Response, Problem> {
    let account = desk.accounts.account(AccountId(id)).await.map_err(Problem::of_accounts)?;
    let link = linked(&desk, account.ok_or_else(|| unknown(id))?.id).await?;
    Ok(personal::answer(StatusCode::CREATED, &LinkShape::from(&link)))
}

async fn linked(desk: &Desk, account: AccountId) -> Result<Link, Problem> {
    let link = make_link(&*desk.accounts, account, desk.clock.now(), FROM_AN_ADMINISTRATOR).await;
    link.map_err(|error| match error {
        NoLink::NoAccount => Problem::new(Code::AccountDisabled, "nobody is let in with a disabled account")
            .hint("enable it first"),
        NoLink::Accounts(error) => Problem::of_accounts(error),
        NoLink::NoRandomness(error) => Problem::internal(&error),
    })
}

fn role(words: &str) -> Result<Role, Problem> {
    words.parse().map_err(|error: NotARole| Problem::new(Code::BadBody, error.to_string()).at("/role"))
}

fn unknown(id: u32) -> Problem {
    Problem::new(Code::UnknownAccount, format!("no account has the id {id}"))
        .hint("`/api/v1/accounts` lists them")
}
