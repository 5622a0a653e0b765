//! Problems: every way in which a request is not answered as asked, as RFC 9457 has them.
//!
//! One table of code, status and title; the detail quotes the fault and the hint says what to do. Codes are stable.

use axum::{
    extract::rejection::{BytesRejection, JsonRejection, PathRejection, QueryRejection},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use store::StoreError;
use utoipa::{ToResponse, ToSchema};

/// What went wrong with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) code: Code,
    detail: String,
    hint: Option<String>,
    /// Where in the body the fault is, as RFC 6901 has it.
    pointer: Option<String>,
    /// Seconds after which trying again makes sense.
    retry_after: Option<u64>,
}

/// The body of a problem, `application/problem+json`.
#[derive(Debug, Serialize, ToSchema, ToResponse)]
#[schema(as = Problem)]
#[response(description = "Not answered as asked", content_type = "application/problem+json")]
pub(crate) struct ProblemShape {
    /// Where the kind of problem is explained.
    #[serde(rename = "type")]
    #[schema(example = "/api/v1/problems/unknown_mission")]
    kind: String,
    /// The kind of problem in a few words; always the same for one code.
    title: &'static str,
    /// The status of the answer.
    status: u16,
    /// The stable code of the kind.
    #[schema(example = "unknown_mission")]
    code: &'static str,
    /// What is wrong with this request.
    detail: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    /// Where in the JSON body the fault is, as RFC 6901 has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "/statement/quantity")]
    pointer: Option<String>,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal, $status:ident, $title:literal;)+) => {
        /// The kinds of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// Every kind.
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)+];

            /// The word that stands for it in the interface.
            pub(crate) fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// The status it is answered with.
            pub(crate) fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status,)+ }
            }

            /// It in a few words.
            pub(crate) fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)+ }
            }

            /// What it means and what to do, in a paragraph.
            pub(crate) fn explained(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc,)+).trim_ascii(),)+ }
            }
        }
    };
}

codes! {
    /// The address names nothing that is here. Addresses of the interface are listed in its OpenAPI document.
    NotFound = "not_found", NOT_FOUND, "there is nothing at this address";
    /// The address is right and the method is not.
    MethodNotAllowed = "method_not_allowed", METHOD_NOT_ALLOWED, "this address does not take this method";
    /// A part of the path cannot be meant: a day that is none, a code of no party, an address that is no digest.
    BadPath = "bad_path", BAD_REQUEST, "a part of the address cannot be meant";
    /// A question behind the `?` is unknown, missing or cannot be meant.
    BadQuery = "bad_query", BAD_REQUEST, "the query cannot be meant";
    /// The body is not the JSON that this address takes; the detail names the place.
    BadBody = "bad_body", UNPROCESSABLE_ENTITY, "the body cannot be meant";
    /// The body is not JSON at all, or not marked as such.
    NotJson = "not_json", BAD_REQUEST, "the body is not JSON";
    /// The body is of a kind that this address does not take.
    UnsupportedMediaType = "unsupported_media_type", UNSUPPORTED_MEDIA_TYPE, "the body is of another kind than taken here";
    /// The body is larger than this address takes.
    TooLarge = "too_large", PAYLOAD_TOO_LARGE, "the body is too large";
    /// Nobody was asked for by the `Accept` header that this address could give.
    NotAcceptable = "not_acceptable", NOT_ACCEPTABLE, "it is not to be had in this form";
    /// No claim that may be seen is of this mission.
    UnknownMission = "unknown_mission", NOT_FOUND, "the ledger knows no such mission";
    /// The picture has no such figure on this day.
    UnknownFigure = "unknown_figure", NOT_FOUND, "there is no such figure";
    /// The picture tells nothing of such a contributor.
    UnknownContributor = "unknown_contributor", NOT_FOUND, "there is no such contributor";
    /// No claim that may be seen has this address.
    UnknownClaim = "unknown_claim", NOT_FOUND, "there is no such claim";
    /// No document that may be seen has this address.
    UnknownDocument = "unknown_document", NOT_FOUND, "there is no such document";
    /// One has to be logged in for this, by a session or a personal token.
    LogInFirst = "log_in_first", UNAUTHORIZED, "log in first";
    /// The role of the account does not allow this.
    NotAllowed = "not_allowed", FORBIDDEN, "this role may not do that";
    /// The name or the password is wrong, or the account is disabled: which of these is not told. Who has forgotten the
    /// password gets a link from an administrator.
    WrongLogIn = "wrong_log_in", UNAUTHORIZED, "the name or the password is wrong";
    /// Too many tries to log in failed of late, by this name or from this address. `Retry-After` says how long to wait.
    TooManyTries = "too_many_tries", TOO_MANY_REQUESTS, "too many tries failed";
    /// The link was used already, was replaced by a later one, or has ended. An administrator makes another; so does
    /// `muster account invite` on the machine of the server.
    LinkEnded = "link_ended", GONE, "the link is good no more";
    /// The password is too easily guessed.
    WeakPassword = "weak_password", UNPROCESSABLE_ENTITY, "the password is too easily guessed";
    /// A personal token cannot do this: it takes somebody who has logged in.
    SessionNeeded = "session_needed", FORBIDDEN, "a token cannot do that";
    /// No account has this id.
    UnknownAccount = "unknown_account", NOT_FOUND, "there is no such account";
    /// No token of the account has this id.
    UnknownToken = "unknown_token", NOT_FOUND, "there is no such token";
    /// Another account has this name; names that differ only in the case of their letters are one name.
    NameTaken = "name_taken", CONFLICT, "the name is taken";
    /// The account is disabled; enable it first.
    AccountDisabled = "account_disabled", CONFLICT, "the account is disabled";
    /// Nobody could keep the accounts any more. Make somebody else an administrator first, and let them set a password.
    LastAdministrator = "last_administrator", CONFLICT, "this is the last administrator";
    /// The account has as many tokens as it may; revoke one first.
    TooManyTokens = "too_many_tokens", CONFLICT, "there are too many tokens";
    /// The request came from a page of another site.
    CrossSite = "cross_site", FORBIDDEN, "the request comes from another site";
    /// What was to be entered was judged and refused; nothing of it is in the ledger.
    Refused = "refused", CONFLICT, "the ledger does not take it";
    /// Too much was asked at once from one address.
    TooMany = "too_many_requests", TOO_MANY_REQUESTS, "too many requests";
    /// It took longer than a request may take; nothing was half done.
    TookTooLong = "took_too_long", SERVICE_UNAVAILABLE, "it took too long";
    /// The ledger cannot be read or written now.
    LedgerUnavailable = "ledger_unavailable", SERVICE_UNAVAILABLE, "the ledger cannot be reached";
    /// The accounts cannot be read or written now.
    AccountsUnavailable = "accounts_unavailable", SERVICE_UNAVAILABLE, "the accounts cannot be reached";
    /// Something went wrong here. What it was stands in the log of the server, under the number of the request.
    Internal = "internal", INTERNAL_SERVER_ERROR, "something went wrong here";
}

impl Problem {
    pub(crate) fn new(code: Code, detail: impl Into<String>) -> Self {
        Self { code, detail: detail.into(), hint: None, pointer: None, retry_after: None }
    }

    /// Something that cannot be; it stands in the log, and the asker is told no more of it.
    pub(crate) fn internal(error: &dyn std::fmt::Display) -> Self {
        tracing::error!(%error, "a request could not be answered");
        Self::new(Code::Internal, "this is a fault of the server, not of the request")
    }

    /// The file of accounts cannot be read or written; what it says stands in the log.
    #[allow(clippy::needless_pass_by_value, reason = "what `map_err` hands over")]
    pub(crate) fn of_accounts(error: StoreError) -> Self {
        tracing::error!(%error, "the accounts cannot be reached");
        Self::new(Code::AccountsUnavailable, "the accounts cannot be read or written now").retry_after(5)
    }

    /// What is wrong with this request.
    #[cfg(test)]
    pub(crate) fn detail(&self) -> &str {
        &self.detail
    }

    /// With what to do about it.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// With the place in the body that is at fault, a JSON pointer.
    pub(crate) fn at(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = Some(pointer.into());
        self
    }

    /// With the seconds after which trying again makes sense.
    pub(crate) fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let shape = ProblemShape {
            kind: format!("/api/v1/problems/{}", self.code.word()),
            title: self.code.title(),
            status: self.code.status().as_u16(),
            code: self.code.word(),
            detail: self.detail,
            hint: self.hint,
            pointer: self.pointer,
        };
        let body = serde_json::to_vec(&shape).unwrap_or_default();
        let mut response = (self.code.status(), body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        // RFC 9110, 15.5.2.
        if self.code.status() == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"muster\""));
        }
        response
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        Self::new(Code::BadQuery, rejection.body_text())
    }
}

impl From<PathRejection> for Problem {
    fn from(rejection: PathRejection) -> Self {
        Self::new(Code::BadPath, rejection.body_text())
    }
}

impl From<JsonRejection> for Problem {
    fn from(rejection: JsonRejection) -> Self {
        let detail = rejection.body_text();
        match rejection {
            JsonRejection::MissingJsonContentType(_) => {
                Self::new(Code::UnsupportedMediaType, detail).hint("send `Content-Type: application/json`")
            }
            JsonRejection::JsonSyntaxError(_) => Self::new(Code::NotJson, detail),
            JsonRejection::BytesRejection(rejection) => rejection.into(),
            _ => Self::new(Code::BadBody, detail),
        }
    }
}

impl From<BytesRejection> for Problem {
    fn from(rejection: BytesRejection) -> Self {
        let code =
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE { Code::TooLarge } else { Code::BadBody };
        Self::new(code, rejection.body_text())
    }
}

/// What the store says stands in the log; people are told that it is not their fault.
impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the ledger cannot be reached");
        let problem = |detail| Self::new(Code::LedgerUnavailable, detail).retry_after(5);
        match error {
            StoreError::Full(_) => {
                problem("there is no room left where the ledger lies; nothing was entered")
                    .hint("have room made on the server, and send it again")
            }
            StoreError::Busy { .. } => {
                problem("another program is writing to the ledger; nothing was entered")
            }
            _ => problem("the ledger cannot be read or written now"),
        }
    }
}
