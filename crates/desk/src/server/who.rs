//! Who asks, and so what they may see.

use axum::{extract::FromRequestParts, http::request::Parts};
use picture::Viewer;

use super::{
    desk::Desk,
    problem::{Code, Problem},
};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Who {
    /// Whose eyes they look with.
    pub(crate) viewer: Viewer,
}

impl FromRequestParts<Desk> for Who {
    type Rejection = Problem;

    async fn from_request_parts(_parts: &mut Parts, desk: &Desk) -> Result<Self, Problem> {
        if desk.settings.open {
            return Ok(Self { viewer: Viewer::Public });
        }
        Err(Problem::new(Code::LogInFirst, "nobody is logged in").hint("log in, or send a personal token"))
    }
}
