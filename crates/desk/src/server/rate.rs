//! The rate: so many requests a second from one address, and a burst on top.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    num::NonZeroU32,
    sync::Arc,
    time::Duration,
};

use axum::{
    extract::{ConnectInfo, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use governor::{DefaultKeyedRateLimiter, Quota};

use super::problem::{Code, Problem};

/// From one address, each second. A screen asks for ten answers at once; a program that copies a ledger, for hundreds.
const A_SECOND: NonZeroU32 = NonZeroU32::new(1_000).unwrap();
/// So many at once before that counts.
const BURST: NonZeroU32 = NonZeroU32::new(2_000).unwrap();
/// How often addresses that have been quiet are left out of memory.
const TIDY: Duration = Duration::from_mins(1);

/// What each address may still ask.
pub(crate) type Rates = Arc<DefaultKeyedRateLimiter<IpAddr>>;

/// Begins to count, and forgets who has been quiet for as long as somebody counts.
pub(crate) fn begin() -> Rates {
    let rates = Rates::new(DefaultKeyedRateLimiter::keyed(Quota::per_second(A_SECOND).allow_burst(BURST)));
    if let Ok(runtime) = tokio::runtime::Handle::try_current() {
        let counted = Arc::downgrade(&rates);
        runtime.spawn(async move {
            let mut tick = tokio::time::interval(TIDY);
            loop {
                tick.tick().await;
                let Some(rates) = counted.upgrade() else { return };
                rates.retain_recent();
            }
        });
    }
    rates
}

/// Refuses whoever asks faster.
pub(crate) async fn held(State(rates): State<Rates>, request: Request, next: Next) -> Response {
    if rates.check_key(&asker(&request)).is_err() {
        let detail = format!("this address asks more than {A_SECOND} times a second");
        return Problem::new(Code::TooMany, detail).retry_after(1).into_response();
    }
    next.run(request).await
}

/// An address, or the network of 64 bits that one subscriber has in IPv6.
fn asker(request: &Request) -> IpAddr {
    match request.extensions().get::<ConnectInfo<SocketAddr>>().map(|from| from.0.ip()) {
        // Asked without a socket, as tests do.
        None => IpAddr::V4(Ipv4Addr::LOCALHOST),
        Some(IpAddr::V6(address)) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
        Some(address) => address,
    }
}
