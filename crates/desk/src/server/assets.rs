//! The screens: files built from `web/` and carried inside the binary, compressed when they were built.

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as URL_SAFE_NO_PAD};
use rust_embed::{Embed, EmbeddedFile};

use super::{
    answer::takes,
    problem::{Code, Problem},
};

#[derive(Embed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Built;

/// Told where the screens were not built before the binary.
const NOT_BUILT: &str = "<!doctype html><html lang=\"en\"><title>Muster</title><p>This binary carries no screens: run \
    <code>make web</code> and build it again. The interface for programs is at \
    <a href=\"/api/v1/openapi.json\">/api/v1/openapi.json</a>.</p></html>";

/// The file at this address; any address without a file is a view of the screens.
pub(crate) async fn serve(request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    if path.starts_with("api/") {
        return Problem::new(Code::NotFound, format!("nothing is at `/{path}`"))
            .hint("`/api/v1/openapi.json` lists what there is")
            .into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Problem::new(Code::MethodNotAllowed, format!("`/{path}` is a page, to be read with GET"))
            .into_response();
    }
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    match file(path, request.headers()) {
        Some(response) => response,
        None if is_file => Problem::new(Code::NotFound, format!("nothing is at `/{path}`")).into_response(),
        None => file("index.html", request.headers()).unwrap_or_else(|| {
            (StatusCode::OK, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], NOT_BUILT).into_response()
        }),
    }
}

fn file(path: &str, headers: &HeaderMap) -> Option<Response> {
    let plain = Built::get(path)?;
    let forms = [("br", ".br"), ("gzip", ".gz")];
    let packed = forms
        .into_iter()
        .filter(|(coding, _)| takes(headers, coding))
        .find_map(|(coding, ending)| Some((coding, Built::get(&format!("{path}{ending}"))?)));
    Some(response(path, &plain, packed, headers))
}

fn response(
    path: &str,
    plain: &EmbeddedFile,
    packed: Option<(&'static str, EmbeddedFile)>,
    headers: &HeaderMap,
) -> Response {
    let digest = plain.metadata.sha256_hash();
    let tag = format!("W/\"{}\"", URL_SAFE_NO_PAD.encode(&digest[..16]));
    let mut response = Response::new(Body::empty());
    let to = response.headers_mut();
    let mut put = |name, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            to.insert(name, value);
        }
    };
    put(header::CONTENT_TYPE, plain.metadata.mimetype());
    put(header::VARY, "accept-encoding");
    put(header::ETAG, &tag);
    // Names of built files change with their content; the page that names them is asked for each time.
    put(
        header::CACHE_CONTROL,
        if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" },
    );
    let had = headers.get(header::IF_NONE_MATCH).and_then(|it| it.to_str().ok());
    if had.is_some_and(|had| had.split(',').any(|one| one.trim() == tag)) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    let data = match packed {
        Some((coding, file)) => {
            put(header::CONTENT_ENCODING, coding);
            file.data
        }
        None => plain.data.clone(),
    };
    *response.body_mut() = Body::from(data.into_owned());
    response
}
