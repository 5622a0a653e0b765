//! Limits: how long a request may take, how large its body may be, and what becomes of a panic.

use std::{any::Any, time::Duration};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::problem::{Code, Problem};

/// No request takes longer, if nothing else is set.
pub(crate) const LONGEST: Duration = Duration::from_secs(30);
/// Bodies of JSON; documents have a limit of their own.
pub(crate) const JSON_BYTES: usize = 1 << 20;
/// Documents that are dropped on the desk.
pub(crate) const DOCUMENT_BYTES: usize = 32 << 20;

/// Gives up on a request that takes longer.
pub(crate) async fn in_time(State(longest): State<Duration>, request: Request, next: Next) -> Response {
    tokio::time::timeout(longest, next.run(request)).await.unwrap_or_else(|_| {
        let detail = format!("it took longer than {} seconds", longest.as_secs());
        Problem::new(Code::TookTooLong, detail).retry_after(10).into_response()
    })
}

/// Refuses a body that says of itself that it is larger than is taken, before any of it is read.
pub(crate) fn length(headers: &HeaderMap, most: usize) -> Result<(), Problem> {
    let told = headers.get(header::CONTENT_LENGTH).and_then(|told| told.to_str().ok()?.parse::<u64>().ok());
    match told {
        Some(told) if told > most as u64 => {
            Err(Problem::new(Code::TooLarge, format!("{told} bytes where {most} are the most")))
        }
        _ => Ok(()),
    }
}

/// A panic is a fault of this program; whoever asked gets an answer all the same.
#[allow(clippy::needless_pass_by_value, reason = "the layer hands it over")]
pub(crate) fn panicked(panic: Box<dyn Any + Send + 'static>) -> Response {
    let words = panic.downcast_ref::<String>().cloned();
    let words = words.or_else(|| panic.downcast_ref::<&str>().map(|words| (*words).to_owned()));
    Problem::internal(&words.unwrap_or_else(|| "a panic without words".to_owned())).into_response()
}
