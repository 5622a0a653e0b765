//! Requests from pages of other sites: refused where they would change something in the name of who is logged in.
//!
//! After `CrossOriginProtection` of Go's `net/http` (<https://words.filippo.io/csrf/>).

use axum::http::{HeaderMap, HeaderName, Method, Uri, header};

use super::problem::{Code, Problem};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses a request that changes something and comes from a page of another site.
///
/// Not to be asked of a request with a bearer token: no browser sends one by itself. `cookie` says whether it carries a
/// session: only a browser does, and each browser names the page's site on requests that change something.
pub(crate) fn check(method: &Method, headers: &HeaderMap, cookie: bool) -> Result<(), Problem> {
    if method.is_safe() {
        return Ok(());
    }
    let value = |name: &HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let detail = match (value(&SEC_FETCH_SITE), value(&header::ORIGIN)) {
        (Some("same-origin" | "none"), _) => return Ok(()),
        (Some(site), _) => format!("`Sec-Fetch-Site` is `{site}`"),
        (None, Some(origin)) => {
            if is_host(origin, value(&header::HOST).unwrap_or_default()) {
                return Ok(());
            }
            format!("`Origin` is `{origin}`, which is not this host")
        }
        (None, None) if !cookie => return Ok(()),
        (None, None) => "it carries a session, but neither `Sec-Fetch-Site` nor `Origin`".to_owned(),
    };
    Err(Problem::new(Code::CrossSite, detail)
        .hint("ask from the desk's own pages; programs send a personal token as `Authorization: Bearer`"))
}

/// Whether an origin, such as `https://desk.example:8080`, names the host of the `Host` header.
fn is_host(origin: &str, host: &str) -> bool {
    let parsed = origin.parse::<Uri>().ok();
    let authority = parsed.as_ref().and_then(Uri::authority);
    !host.is_empty() && authority.is_some_and(|authority| authority.as_str().eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_all(method: &Method, headers: &[(&str, &str)], cookie: bool, want: bool) {
        let headers = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_bytes(name.as_bytes()).unwrap(), value.parse().unwrap()));
        let headers: HeaderMap = headers.collect();
        assert_eq!(check(method, &headers, cookie).is_ok(), want, "{method} {headers:?}");
    }

    #[test]
    fn only_the_desk_s_own_pages_change_something() {
        const HOST: (&str, &str) = ("host", "desk.example:8080");
        let origin = |origin| ("origin", origin);
        let site = |site| ("sec-fetch-site", site);
        for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            let check = |headers: &[(&str, &str)], want| {
                for cookie in [false, true] {
                    check_all(&method, headers, cookie, want);
                }
            };
            check(&[HOST, site("same-origin")], true);
            check(&[HOST, site("none")], true);
            check(&[HOST, site("same-site")], false);
            check(&[HOST, site("cross-site")], false);
            check(&[HOST, site("")], false);
            check(&[HOST, site("cross-site"), origin("http://desk.example:8080")], false);
            check(&[HOST, site("same-origin"), origin("http://evil.example")], true);
            check(&[HOST, origin("http://desk.example:8080")], true);
            check(&[HOST, origin("https://DESK.example:8080")], true);
            check(&[HOST, origin("http://desk.example")], false);
            check(&[HOST, origin("http://desk.example:8081")], false);
            check(&[HOST, origin("http://evil.example")], false);
            check(&[HOST, origin("http://desk.example:8080.evil.example")], false);
            check(&[HOST, origin("http://desk.example:8080@evil.example")], false);
            check(&[HOST, origin("null")], false);
            check(&[HOST, origin("")], false);
            check(&[origin("http://desk.example:8080")], false);
            check_all(&method, &[HOST], false, true);
            check_all(&method, &[HOST], true, false);
        }
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            check_all(&method, &[HOST, site("cross-site"), origin("http://evil.example")], true, true);
        }
    }
}
