//! Somebody who was let in: with which account, and with what. Routes about accounts name in their arguments whom they take.

use std::{convert::Infallible, sync::Arc};

use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts},
    http::request::Parts,
};
use jiff::Timestamp;
use store::Account;

use super::{
    desk::Desk,
    may::{self, Act},
    problem::{Code, Problem},
    who::Acting,
};

/// Somebody with an account.
#[derive(Clone, Debug)]
pub(crate) struct LoggedIn {
    /// Whose it is.
    pub(crate) account: Account,
    /// What they were let in with.
    pub(crate) with: With,
}

/// What somebody was let in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum With {
    /// A session: a person at a browser.
    Session {
        /// When it ends, however much it is used.
        ends: Timestamp,
    },
    /// A personal token: a program.
    Token,
}

/// A person who has logged in, at a browser.
#[derive(Clone, Debug)]
pub(crate) struct InSession {
    /// Whose session it is.
    pub(crate) account: Account,
}

/// Who keeps the accounts: an administrator at a browser.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AccountKeeper;

impl LoggedIn {
    /// Who acts on whatever is entered with this request.
    pub(crate) fn acting(&self) -> Acting {
        Acting { name: self.account.name.clone().into(), role: self.account.role }
    }

    fn check_session(&self) -> Result<(), Problem> {
        match self.with {
            With::Session { .. } => Ok(()),
            With::Token => Err(Problem::new(Code::SessionNeeded, "a personal token cannot do this")
                .hint("log in with name and password")),
        }
    }
}

impl FromRequestParts<Desk> for Arc<LoggedIn> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Desk) -> Result<Self, Problem> {
        match parts.extensions.get::<Self>() {
            Some(known) => Ok(Self::clone(known)),
            None => Err(Problem::new(Code::LogInFirst, "nobody is logged in")
                .hint("log in, or send a personal token as `Authorization: Bearer`")),
        }
    }
}

impl OptionalFromRequestParts<Desk> for Arc<LoggedIn> {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Desk) -> Result<Option<Self>, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned())
    }
}

impl FromRequestParts<Desk> for InSession {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Problem> {
        let known = <Arc<LoggedIn> as FromRequestParts<Desk>>::from_request_parts(parts, desk).await?;
        known.check_session()?;
        Ok(Self { account: known.account.clone() })
    }
}

impl FromRequestParts<Desk> for AccountKeeper {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Problem> {
        let known = <Arc<LoggedIn> as FromRequestParts<Desk>>::from_request_parts(parts, desk).await?;
        let role = known.account.role;
        if !may::may(role, Act::KeepAccounts) {
            let detail = format!("the role `{role}` may not keep accounts");
            return Err(Problem::new(Code::NotAllowed, detail).hint("ask an administrator"));
        }
        known.check_session()?;
        Ok(Self)
    }
}
