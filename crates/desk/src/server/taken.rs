//! What is taken from a request: path, query and body, each refused as a [`Problem`].

use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::request::Parts,
};
use model::Name;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path as Place, Segment};

use super::{
    limits,
    problem::{Code, Problem},
};

/// The parts of a path.
#[derive(Debug, FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Problem))]
pub(crate) struct Path<T>(pub(crate) T);

/// What stands behind the `?`. Shapes deny unknown fields, so that a slip of the pen is no silence.
#[derive(Debug)]
pub(crate) struct Query<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        if let Some(pair) = query.split('&').find(|pair| !is_text(pair)) {
            let start: String = pair.chars().take(40).collect();
            return Err(Problem::new(Code::BadQuery, format!("`{start}` is not UTF-8, percent-encoded")));
        }
        let axum::extract::Query(query) = axum::extract::Query::from_request_parts(parts, state).await?;
        Ok(Self(query))
    }
}

/// Whether the bytes that these words stand for are UTF-8: those that are not would be read as something that nobody wrote.
fn is_text(words: &str) -> bool {
    let mut bytes = Vec::with_capacity(words.len());
    let mut rest = words.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let coded = (*first == b'%').then(|| behind.get(..2)).flatten();
        let coded = coded.and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        bytes.push(coded.unwrap_or(*first));
        rest = if coded.is_some() { &behind[2..] } else { behind };
    }
    std::str::from_utf8(&bytes).is_ok()
}

/// A JSON body; what cannot be meant in it is named by its place.
#[derive(Debug)]
pub(crate) struct Json<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        limits::length(request.headers(), limits::JSON_BYTES)?;
        let axum::Json(value) = axum::Json::<Value>::from_request(request, state).await?;
        shape(value, "").map(Self)
    }
}

/// This value as a shape; `at` is the place where the value stands in the body, a JSON pointer.
///
/// It is an object: serde would take a list for one too, and nobody could tell what stands where.
pub(crate) fn shape<T: DeserializeOwned>(value: Value, at: &str) -> Result<T, Problem> {
    if !value.is_object() {
        return Err(Problem::new(Code::BadBody, "here a JSON object is wanted").at(at));
    }
    serde_path_to_error::deserialize(value).map_err(|error| {
        let place = pointer(error.path());
        let message = error.into_inner().to_string();
        // serde tells of a missing field at the place of what lacks it.
        let missing = message.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
        let missing = missing.map(|field| format!("/{field}")).unwrap_or_default();
        Problem::new(Code::BadBody, message).at(format!("{at}{place}{missing}"))
    })
}

/// More bytes are no name and no reason.
const MOST_WORDS: usize = 4_000;

/// Words on one line: a name, a reason.
pub(crate) fn name(words: &str, at: &str) -> Result<Name, Problem> {
    if words.len() > MOST_WORDS {
        let detail = format!("{} bytes where {MOST_WORDS} are the most", words.len());
        return Err(Problem::new(Code::BadBody, detail).at(at));
    }
    Name::new(words).map_err(|_| Problem::new(Code::BadBody, "empty; write it in words").at(at))
}

/// A place as RFC 6901 writes it.
fn pointer(place: &Place) -> String {
    let mut pointer = String::new();
    for segment in place {
        let name = match segment {
            Segment::Seq { index } => index.to_string(),
            Segment::Map { key } => key.replace('~', "~0").replace('/', "~1"),
            Segment::Enum { .. } | Segment::Unknown => continue,
        };
        pointer.push('/');
        pointer.push_str(&name);
    }
    pointer
}
