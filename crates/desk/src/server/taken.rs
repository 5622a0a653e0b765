//! What is taken from a request: path, query and body, each refused as a [`Problem`].

use axum::extract::{FromRequest, FromRequestParts, Request};
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
#[derive(Debug, FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(Problem))]
pub(crate) struct Query<T>(pub(crate) T);

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
