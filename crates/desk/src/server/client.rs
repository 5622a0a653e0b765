//! From which address a request comes.

use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{Extensions, HeaderMap, HeaderName, request::Parts},
};

use super::desk::{Desk, Settings};

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The address that a request comes from; none where it came without a socket.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Client(pub(crate) Option<IpAddr>);

impl Client {
    /// Of a request with these headers and extensions, at a desk that is served so.
    pub(crate) fn of(settings: Settings, headers: &HeaderMap, extensions: &Extensions) -> Self {
        // The proxy in front appends the address that it saw; what stands before that anybody can have written.
        let told = || {
            let last = headers.get_all(FORWARDED_FOR).iter().next_back()?;
            last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
        };
        let seen = || extensions.get::<ConnectInfo<SocketAddr>>().map(|from| from.0.ip());
        Self(if settings.behind_proxy { told().or_else(seen) } else { seen() })
    }
}

impl FromRequestParts<Desk> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Infallible> {
        Ok(Self::of(desk.settings, &parts.headers, &parts.extensions))
    }
}
