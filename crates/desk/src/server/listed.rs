//! A page of a list: as JSON with the cursor of the next, or as a table whose `Link` header leads on (RFC 8288).

use axum::{
    http::{HeaderValue, header},
    response::Response,
};
use serde::Serialize;

use super::{
    answer::{Answer, Form},
    looking::Wants,
    problem::Problem,
};
use crate::shapes::PageOf;

/// A page in one form.
#[derive(Debug)]
pub(crate) struct Listed {
    form: Form,
    answer: Answer,
    /// The cursor of the page behind.
    next: Option<String>,
}

impl Listed {
    /// As JSON.
    pub(crate) fn json<T: Serialize>(items: Vec<T>, next: Option<String>) -> Result<Self, Problem> {
        let page = PageOf { items, next };
        Ok(Self { form: Form::Json, answer: Answer::json(&page)?, next: page.next })
    }

    /// As a table.
    pub(crate) fn csv<R: IntoIterator<Item = C>, C: AsRef<[u8]>>(
        columns: impl IntoIterator<Item = impl AsRef<[u8]>>,
        rows: impl IntoIterator<Item = R>,
        next: Option<String>,
    ) -> Result<Self, Problem> {
        Ok(Self { form: Form::Csv, answer: Answer::csv(columns, rows)?, next })
    }

    /// The response to a request.
    pub(crate) fn given(self, wants: &Wants) -> Response {
        let mut response = wants.given(&self.answer);
        let next = self.next.filter(|_| self.form == Form::Csv);
        // A reference that is a query alone takes the place of the whole query (RFC 3986, 5.2.2).
        let link = next.map(|next| format!("<?{}>; rel=\"next\"", wants.query_behind(&next)));
        if let Some(link) = link.and_then(|link| HeaderValue::from_str(&link).ok()) {
            response.headers_mut().insert(header::LINK, link);
        }
        response
    }
}
