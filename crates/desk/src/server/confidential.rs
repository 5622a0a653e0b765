//! A JSON body with secrets in it: refused without being quoted.

use axum::extract::{FromRequest, Request, rejection::JsonRejection};
use serde::de::DeserializeOwned;

use super::{
    limits,
    problem::{Code, Problem},
};

/// A JSON body with secrets in it.
#[derive(Debug)]
pub(crate) struct Confidential<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Confidential<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        limits::length(request.headers(), limits::JSON_BYTES)?;
        match axum::Json::from_request(request, state).await {
            Ok(axum::Json(body)) => Ok(Self(body)),
            Err(JsonRejection::JsonDataError(_)) => {
                Err(Problem::new(Code::BadBody, "the body does not have the fields that are taken here")
                    .hint("`/api/v1/openapi.json` lists them"))
            }
            Err(rejection) => Err(rejection.into()),
        }
    }
}
