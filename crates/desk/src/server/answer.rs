//! An answer: the bytes of a result in one form, with their tag, kept compressed once somebody asked for that.

use std::{io::Write, sync::OnceLock};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use flate2::{Compression, write::GzEncoder};
use serde::Serialize;

use super::problem::{Code, Problem};

/// Smaller bodies are sent as they are.
const WORTH_COMPRESSING: usize = 1_024;

/// The forms in which a result is to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Form {
    /// One JSON document.
    Json,
    /// A table, as RFC 4180 has it.
    Csv,
}

/// A result in one form.
///
/// Its tag is made of its bytes alone, so that it tells nothing of what is not in them.
#[derive(Debug)]
pub(crate) struct Answer {
    form: Form,
    body: Bytes,
    compressed: OnceLock<Bytes>,
    tag: HeaderValue,
}

impl Form {
    /// The form that is asked for: by `?format=`, else by the `Accept` header; JSON where both are silent.
    pub(crate) fn asked(format: Option<Self>, headers: &HeaderMap) -> Result<Self, Problem> {
        if let Some(form) = format {
            return Ok(form);
        }
        let Some(accept) = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok()) else {
            return Ok(Self::Json);
        };
        let wanted = |range: &str| match range.split(';').next().unwrap_or_default().trim() {
            "text/csv" | "text/*" => Some(Self::Csv),
            "application/json" | "application/*" | "*/*" | "" => Some(Self::Json),
            _ => None,
        };
        accept.split(',').find_map(wanted).ok_or_else(|| {
            Problem::new(Code::NotAcceptable, format!("`Accept: {accept}` names no form that there is"))
                .hint("ask for `application/json` or `text/csv`")
        })
    }
}

impl Answer {
    /// As JSON.
    pub(crate) fn json(shape: &impl Serialize) -> Result<Self, Problem> {
        let body = serde_json::to_vec(shape).map_err(|error| Problem::internal(&error))?;
        Ok(Self::of(Form::Json, body))
    }

    /// As a table.
    pub(crate) fn csv<R: IntoIterator<Item = C>, C: AsRef<[u8]>>(
        columns: impl IntoIterator<Item = impl AsRef<[u8]>>,
        rows: impl IntoIterator<Item = R>,
    ) -> Result<Self, Problem> {
        let mut table = csv::Writer::from_writer(Vec::new());
        table.write_record(columns).map_err(|error| Problem::internal(&error))?;
        for row in rows {
            table.write_record(row).map_err(|error| Problem::internal(&error))?;
        }
        let body = table.into_inner().map_err(|error| Problem::internal(&error))?;
        Ok(Self::of(Form::Csv, body))
    }

    fn of(form: Form, body: Vec<u8>) -> Self {
        let digest = blake3::hash(&body).to_hex();
        let tag = HeaderValue::from_str(&format!("\"{}\"", &digest[..32]))
            .unwrap_or(HeaderValue::from_static("\"\""));
        Self { form, body: body.into(), compressed: OnceLock::new(), tag }
    }

    /// How much memory it takes, in bytes.
    pub(crate) fn size(&self) -> u64 {
        // The compressed body may still come.
        self.body.len() as u64 * 5 / 4 + 512
    }

    /// The response to a request with these headers: not again what the asker has, and compressed if it can take that.
    pub(crate) fn response(&self, headers: &HeaderMap) -> Response {
        let mut response = Response::new(Body::empty());
        let kind = match self.form {
            Form::Json => "application/json",
            Form::Csv => "text/csv; charset=utf-8; header=present",
        };
        let to = response.headers_mut();
        to.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        to.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        to.insert(header::VARY, HeaderValue::from_static("accept, accept-encoding, authorization, cookie"));
        to.insert(header::ETAG, self.tag.clone());
        if self.is_had(headers) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
        if self.body.len() >= WORTH_COMPRESSING && takes(headers, "gzip") {
            to.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            *response.body_mut() = Body::from(self.compressed.get_or_init(|| gzip(&self.body)).clone());
        } else {
            *response.body_mut() = Body::from(self.body.clone());
        }
        response
    }

    fn is_had(&self, headers: &HeaderMap) -> bool {
        let tag = self.tag.to_str().unwrap_or_default();
        let named = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|tags| tags.to_str().ok());
        named.flat_map(|tags| tags.split(',')).any(|one| {
            let one = one.trim();
            one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag
        })
    }
}

/// Whether somebody who sends these headers takes a body that is coded so (RFC 9110, 12.5.3).
pub(crate) fn takes(headers: &HeaderMap, wanted: &str) -> bool {
    let codings = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|codings| codings.to_str().ok());
    codings.flat_map(|codings| codings.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next().is_some_and(|name| name.eq_ignore_ascii_case(wanted))
            && !parts.any(|weight| matches!(weight, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn gzip(body: &[u8]) -> Bytes {
    let mut to = GzEncoder::new(Vec::with_capacity(body.len() / 4), Compression::default());
    // Into memory it cannot fail; what did would come out as it went in.
    let written = to.write_all(body).and_then(|()| to.finish());
    written.map_or_else(|_| Bytes::copy_from_slice(body), Bytes::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(accepted: &[&str], gzip: bool, br: bool) {
        let pairs = accepted.iter().map(|value| (header::ACCEPT_ENCODING, value.parse().unwrap()));
        let headers = pairs.fold(HeaderMap::new(), |mut headers, (name, value)| {
            headers.append(name, value);
            headers
        });
        assert_eq!((takes(&headers, "gzip"), takes(&headers, "br")), (gzip, br), "{accepted:?}");
    }

    #[test]
    fn a_coding_is_taken_where_it_is_named_and_not_refused() {
        check(&[], false, false);
        check(&["identity"], false, false);
        check(&["gzip, deflate, br"], true, true);
        check(&["gzip;q=0.5, br;q=0"], true, false);
        check(&["GZIP ; q=0.000,br;q=0.001"], false, true);
        check(&["gzip", "br"], true, true);
        check(&["xgzip, brotli"], false, false);
    }
}
