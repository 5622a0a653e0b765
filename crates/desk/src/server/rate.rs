//! The rate: so many requests a second from one address, and a burst on top.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    num::NonZeroU32,
    sync::Arc,
    time::Duration,
};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use governor::{DefaultKeyedRateLimiter, Quota};

use super::{
    client::Client,
    desk::Settings,
    problem::{Code, Problem},
};

/// From one address, each second. A screen asks for ten answers at once; a program that copies a ledger, for hundreds.
const A_SECOND: NonZeroU32 = NonZeroU32::new(1_000).unwrap();
/// So many at once before that counts.
const BURST: NonZeroU32 = NonZeroU32::new(2_000).unwrap();
/// How often addresses that have been quiet are left out of memory.
const TIDY: Duration = Duration::from_mins(1);

/// What each address may still ask.
#[derive(Clone, Debug)]
pub(crate) struct Rates {
    settings: Settings,
    left: Arc<DefaultKeyedRateLimiter<IpAddr>>,
}

/// Begins to count, and forgets who has been quiet for as long as somebody counts.
pub(crate) fn begin(settings: Settings) -> Rates {
    let left = Arc::new(DefaultKeyedRateLimiter::keyed(Quota::per_second(A_SECOND).allow_burst(BURST)));
    if let Ok(runtime) = tokio::runtime::Handle::try_current() {
        let counted = Arc::downgrade(&left);
        runtime.spawn(async move {
            let mut tick = tokio::time::interval(TIDY);
            loop {
                tick.tick().await;
                let Some(left) = counted.upgrade() else { return };
                left.retain_recent();
            }
        });
    }
    Rates { settings, left }
}

/// Refuses whoever asks faster.
pub(crate) async fn held(State(rates): State<Rates>, request: Request, next: Next) -> Response {
    let client = Client::of(rates.settings, request.headers(), request.extensions());
    if rates.left.check_key(&asker(client)).is_err() {
        let detail = format!("this address asks more than {A_SECOND} times a second");
        return Problem::new(Code::TooMany, detail).retry_after(1).into_response();
    }
    next.run(request).await
}

/// An address, or the network of 64 bits that one subscriber has in IPv6.
fn asker(client: Client) -> IpAddr {
    match client.0 {
        // Asked without a socket, as tests do.
        None => IpAddr::V4(Ipv4Addr::LOCALHOST),
        Some(IpAddr::V6(address)) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        Some(address) => address,
    }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use axum::{extract::ConnectInfo, http::Extensions};

    use super::*;

    #[track_caller]
    fn check(behind_proxy: bool, forwarded: Option<&str>, from: &str, counted: &str) {
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(from.parse().unwrap(), 4_711)));
        let headers = forwarded.iter().map(|it| ("x-forwarded-for".parse().unwrap(), it.parse().unwrap()));
        let settings = Settings { behind_proxy, ..Settings::default() };
        let client = Client::of(settings, &headers.collect(), &extensions);
        assert_eq!(asker(client), counted.parse::<IpAddr>().unwrap());
    }

    #[test]
    fn whoever_asks_is_counted_and_not_the_proxy() {
        check(false, None, "192.0.2.7", "192.0.2.7");
        check(false, Some("198.51.100.1"), "192.0.2.7", "192.0.2.7");
        check(true, Some("198.51.100.1"), "192.0.2.7", "198.51.100.1");
        check(true, Some("203.0.113.9, 198.51.100.1"), "192.0.2.7", "198.51.100.1");
        check(true, Some("nobody"), "192.0.2.7", "192.0.2.7");
        check(true, Some("2001:db8:1:2:3:4:5:6"), "192.0.2.7", "2001:db8:1:2::");
    }
}
