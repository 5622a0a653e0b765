//! Cursors: where a list goes on. Opaque to whoever asks, and made only of what stood on the page before.

use std::str::FromStr;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as URL_SAFE_NO_PAD};
use jiff::civil::Date;

use super::problem::{Code, Problem};

/// So many items are on a page unless asked otherwise.
const USUAL: usize = 50;
/// No page has more.
const MOST: usize = 500;

/// The cursor behind a key of a list by days.
pub(crate) fn behind((day, id): (Date, impl ToString)) -> String {
    URL_SAFE_NO_PAD.encode(format!("{day} {}", id.to_string()))
}

/// The key that a cursor stands behind.
pub(crate) fn key<I: FromStr>(cursor: &str) -> Result<(Date, I), Problem> {
    let read = || {
        let words = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
        let (day, id) = words.split_once(' ')?;
        Some((day.parse().ok()?, id.parse().ok()?))
    };
    read().ok_or_else(|| unknown(cursor))
}

/// That a cursor is none.
pub(crate) fn unknown(cursor: &str) -> Problem {
    let start: String = cursor.chars().take(40).collect();
    Problem::new(Code::BadQuery, format!("`{start}` is no cursor"))
        .hint("take `next` of the page before as it is")
}

/// How many items a page has.
pub(crate) fn limit(asked: Option<usize>) -> Result<usize, Problem> {
    match asked {
        None => Ok(USUAL),
        Some(limit @ 1..=MOST) => Ok(limit),
        Some(limit) => {
            Err(Problem::new(Code::BadQuery, format!("a page has 1 to {MOST} items, not {limit}")))
        }
    }
}
