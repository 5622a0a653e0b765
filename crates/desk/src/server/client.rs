//! From which address a request comes.

use std::{
    convert::Infallible,
    net::{IpAddr, SocketAddr},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderName, request::Parts},
};

use super::desk::Desk;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The address that a request comes from; none where it came without a socket.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Client(pub(crate) Option<IpAddr>);

impl FromRequestParts<Desk> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Infallible> {
        // The proxy in front appends the address that it saw; what stands before that anybody can have written.
        let told = || {
            let last = parts.headers.get_all(FORWARDED_FOR).iter().next_back()?;
            last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
        };
        let seen = || parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|from| from.0.ip());
        let address = if desk.settings.behind_proxy { told().or_else(seen) } else { seen() };
        Ok(Self(address))
    }
}
