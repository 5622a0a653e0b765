//! `/api/v1/tokens`: personal tokens, for programs that ask in their owner's name.

use axum::{extract::State, http::StatusCode, response::Response};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use store::{NewToken, Token, TokenId};
use utoipa::ToSchema;

use crate::server::{
    Desk,
    door::TOKEN,
    logged_in::InSession,
    personal,
    problem::{Code, Problem},
    secret::Secret,
    taken::{self, Json, Path},
};

/// Days that a token is good for unless said otherwise.
const DAYS: u16 = 90;
/// The most days that a token may be good for.
const MOST_DAYS: u16 = 366;
/// The most tokens of an account.
const MOST: usize = 50;

/// A token to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TokenToMake {
    /// The program that it is for.
    #[schema(example = "the weekly report")]
    name: String,
    /// The days that it is good for: 1 to 366; 90 if not given.
    #[schema(minimum = 1, maximum = 366)]
    days: Option<u16>,
}

/// A token, without its secret.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Token)]
struct TokenShape {
    /// Its id.
    #[schema(example = "0123456789abcdef")]
    id: String,
    /// The program that it is for.
    name: String,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    made: Timestamp,
    /// When it was last seen in use, to the minute.
    #[schema(value_type = Option<String>, format = DateTime)]
    used: Option<Timestamp>,
    /// When it ends.
    #[schema(value_type = String, format = DateTime)]
    ends: Timestamp,
}

/// The tokens of the account, in the order in which they were made.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Tokens {
    tokens: Vec<TokenShape>,
}

/// A token that was made, with its secret.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct MadeToken {
    token: TokenShape,
    /// What the program sends as `Authorization: Bearer`. It is shown this once.
    #[schema(example = "muster_AbC-123")]
    secret: String,
}

/// One's own tokens
#[utoipa::path(get, path = "/tokens", tag = "accounts", responses((status = 200, body = Tokens)))]
pub(crate) async fn tokens(
    State(desk): State<Desk>,
    InSession { account }: InSession,
) -> Result<Response, Problem> {
    let tokens = desk.accounts.tokens(account.id, desk.clock.now()).await.map_err(Problem::of_accounts)?;
    let tokens = tokens.iter().map(TokenShape::from).collect();
    Ok(personal::answer(StatusCode::OK, &Tokens { tokens }))
}

/// Make a token
///
/// It may what the account may, but not keep accounts or tokens, nor change the password.
#[utoipa::path(
    post, path = "/tokens", tag = "accounts",
    request_body = TokenToMake,
    responses((status = 201, description = "Made", body = MadeToken)),
)]
pub(crate) async fn make_token(
    State(desk): State<Desk>,
    InSession { account }: InSession,
    Json(wanted): Json<TokenToMake>,
) -> Result<Response, Problem> {
    let name = taken::name(&wanted.name, "/name")?;
    let days = wanted.days.unwrap_or(DAYS);
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(
            Problem::new(Code::BadBody, format!("{days} days where 1 to {MOST_DAYS} are taken")).at("/days")
        );
    }
    let now = desk.clock.now();
    if desk.accounts.tokens(account.id, now).await.map_err(Problem::of_accounts)?.len() >= MOST {
        let detail = format!("the account has {MOST} tokens");
        return Err(Problem::new(Code::TooManyTokens, detail).hint("revoke one that is not used any more"));
    }
    let secret = Secret::new().map_err(|error| Problem::internal(&error))?;
    let ends = now + (i64::from(days) * 24).hours();
    let token = NewToken { secret: secret.hash(), account: account.id, name, made: now, ends };
    let token = desk.accounts.make_token(token).await.map_err(Problem::of_accounts)?;
    let token =
        token.ok_or_else(|| Problem::new(Code::AccountDisabled, "the account was disabled meanwhile"))?;
    let made = MadeToken { token: (&token).into(), secret: format!("{TOKEN}{}", secret.words()) };
    Ok(personal::answer(StatusCode::CREATED, &made))
}

/// Revoke a token
#[utoipa::path(
    delete, path = "/tokens/{id}", tag = "accounts",
    params(("id" = String, Path, description = "The token's id", example = "0123456789abcdef")),
    responses((status = 204, description = "Nobody is let in with it any more")),
)]
pub(crate) async fn revoke_token(
    State(desk): State<Desk>,
    InSession { account }: InSession,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let unknown =
        |detail: String| Problem::new(Code::UnknownToken, detail).hint("`/api/v1/tokens` lists them");
    let token: TokenId = id.parse().map_err(|error: store::NotATokenId| unknown(error.to_string()))?;
    if desk.accounts.revoke_token(account.id, token).await.map_err(Problem::of_accounts)? {
        Ok(personal::done())
    } else {
        Err(unknown(format!("the account has no token `{token}`")))
    }
}

impl From<&Token> for TokenShape {
    fn from(token: &Token) -> Self {
        Self {
            id: token.id.to_string(),
            name: token.name.to_string(),
            made: token.made,
            used: token.used,
            ends: token.ends,
        }
    }
}
