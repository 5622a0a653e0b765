//! The cookie that a session is kept in.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use super::secret::Secret;

/// Its name where the browser reached us without TLS, such as on this machine.
const PLAIN: &str = "muster_session";
/// Its name over TLS: no other host, and no page without TLS, can set it
/// (<https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-the-__host-prefix>).
const SECURE: &str = "__Host-muster_session";

const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The secret of the session that a request carries.
pub(crate) fn read(headers: &HeaderMap) -> Option<Secret> {
    let name = name(headers);
    let values = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = values.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let mut found = pairs.filter(|(found, _)| *found == name).map(|(_, value)| value);
    let first = found.next()?;
    // Two of one name: one was put there by another host or path, and nobody can tell which.
    if found.next().is_some() { None } else { Secret::read(first) }
}

/// The header that has the browser keep a session for so many seconds.
pub(crate) fn set(headers: &HeaderMap, secret: &Secret, seconds: i64) -> HeaderValue {
    value(headers, &secret.words(), seconds)
}

/// The header that has the browser drop the session.
pub(crate) fn clear(headers: &HeaderMap) -> HeaderValue {
    value(headers, "", 0)
}

fn value(headers: &HeaderMap, words: &str, seconds: i64) -> HeaderValue {
    let secure = if is_secure(headers) { "; Secure" } else { "" };
    let cookie =
        format!("{}={words}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}", name(headers));
    let mut value = HeaderValue::from_str(&cookie).unwrap_or_else(|_| HeaderValue::from_static(""));
    value.set_sensitive(true);
    value
}

fn name(headers: &HeaderMap) -> &'static str {
    if is_secure(headers) { SECURE } else { PLAIN }
}

/// Whether the browser reached us over TLS, as a proxy in front says. Whoever says so without being one changes only the
/// cookie that they get themselves.
fn is_secure(headers: &HeaderMap) -> bool {
    let proto = headers.get(FORWARDED_PROTO).and_then(|value| value.to_str().ok()).unwrap_or_default();
    proto.split(',').next().is_some_and(|proto| proto.trim().eq_ignore_ascii_case("https"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap())).collect()
    }

    #[test]
    fn over_tls_the_cookie_is_of_this_host_alone() {
        let secret = Secret::read(&"A".repeat(43)).unwrap();
        let words = secret.words();
        let (plain, tls) = (headers(&[]), headers(&[("x-forwarded-proto", "https")]));
        assert_eq!(
            set(&plain, &secret, 60),
            format!("muster_session={words}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax").as_str()
        );
        assert_eq!(
            set(&tls, &secret, 60),
            format!("__Host-muster_session={words}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure")
                .as_str()
        );
        assert_eq!(clear(&plain), "muster_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
        assert!(!format!("{:?}", set(&tls, &secret, 60)).contains(&words), "no log shows it");
    }

    #[test]
    fn a_cookie_is_read_from_among_others() {
        let words = format!("{}A", "B".repeat(42));
        let check = |pairs: &[(&'static str, &str)], want: bool| {
            assert_eq!(
                read(&headers(pairs)).is_some_and(|secret| secret.words() == words),
                want,
                "{pairs:?}"
            );
        };
        let plain = format!("muster_session={words}");
        let tls = ("x-forwarded-proto", "https, http");
        check(&[("cookie", &plain)], true);
        check(&[("cookie", &format!("a=b; {plain}; c"))], true);
        check(&[("cookie", &format!("{plain}; {plain}"))], false);
        check(&[("cookie", &format!("{plain}x"))], false);
        check(&[("cookie", "muster_session=")], false);
        check(&[], false);
        check(&[("cookie", &plain), tls], false);
        check(&[("cookie", &format!("__Host-{plain}")), tls], true);
        check(&[("cookie", &format!("__Host-{plain}"))], false);
    }
}
