//! Holds back who tries passwords out: after some failures each next try has to wait, twice as long each time.
//!
//! Counted by account and by address, in memory and within bounds; why so: `docs/decisions/0014-accounts.md`.

use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, MutexGuard, PoisonError},
};

use jiff::{Timestamp, ToSpan};
use store::AccountName;

/// Failures that are remembered; the fewest and oldest make room.
const MOST: usize = 10_000;
/// Failures are forgotten after so many hours without another.
const FORGOTTEN_HOURS: i64 = 24;

/// What failures are counted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    /// The name that was tried, whether there is such an account or not; `None` for all that can be no name.
    Name(Option<String>),
    /// An address; of IPv6 the first half, as one customer has all that begin with it.
    Address(IpAddr),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Failures {
    count: u32,
    last: Timestamp,
}

/// A try that has to wait, for so many seconds, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wait(pub(crate) u64);

/// What failed of late.
#[derive(Debug, Default)]
pub(crate) struct Throttle {
    failures: Mutex<BTreeMap<By, Failures>>,
}

/// A try under way. It counts as failed unless it is said to have gone well, so that many at once gain nothing.
#[derive(Debug)]
#[must_use]
pub(crate) struct Try {
    name: By,
    address: Option<By>,
}

impl By {
    /// The failures that are free, and the longest wait in seconds.
    fn patience(&self) -> (u32, u64) {
        match self {
            Self::Name(_) => (5, 300),
            Self::Address(_) => (20, 900),
        }
    }

    fn wait(&self, failures: Failures, now: Timestamp) -> u64 {
        let (free, longest) = self.patience();
        let Some(beyond) = failures.count.checked_sub(free) else { return 0 };
        let wait =
            1_u64.checked_shl(beyond).filter(|wait| *wait > 0).map_or(longest, |wait| wait.min(longest));
        // A clock that was set back makes nobody wait for longer.
        let gone = now.duration_since(failures.last).as_secs().max(0).cast_unsigned();
        wait.saturating_sub(gone)
    }
}

impl Throttle {
    /// Lets a try begin, or says how long it has to wait. One that has to wait is not counted.
    pub(crate) fn begin(
        &self,
        name: Option<&AccountName>,
        address: Option<IpAddr>,
        now: Timestamp,
    ) -> Result<Try, Wait> {
        let begun = Try {
            name: By::Name(name.map(AccountName::key)),
            address: address.map(|address| By::Address(customer(address))),
        };
        let mut failures = self.failures();
        let counts = |failed: &Failures| failed.last > now - FORGOTTEN_HOURS.hours();
        let of_late = |by| failures.get(by).copied().filter(counts);
        let waits = begun.each().filter_map(|by| of_late(by).map(|failed| by.wait(failed, now)));
        if let Some(wait) = waits.max().filter(|wait| *wait > 0) {
            return Err(Wait(wait));
        }
        for by in begun.each() {
            if !failures.contains_key(by) && failures.len() >= MOST {
                failures.retain(|_, failed| counts(failed));
                make_room(&mut failures);
            }
            let failed = failures.entry(by.clone()).or_insert(Failures { count: 0, last: now });
            if !counts(failed) {
                failed.count = 0;
            }
            failed.count = failed.count.saturating_add(1);
            failed.last = now;
        }
        Ok(begun)
    }

    /// A try went well: the account's failures are forgotten, and the address has one less.
    pub(crate) fn went_well(&self, tried: &Try) {
        let mut failures = self.failures();
        failures.remove(&tried.name);
        if let Some(address) = &tried.address
            && let Some(failed) = failures.get_mut(address)
        {
            failed.count = failed.count.saturating_sub(1);
        }
    }

    fn failures(&self) -> MutexGuard<'_, BTreeMap<By, Failures>> {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Try {
    fn each(&self) -> impl Iterator<Item = &By> {
        [&self.name].into_iter().chain(&self.address)
    }
}

/// Forgets the fewest and oldest failures where there are as many as may be.
fn make_room(failures: &mut BTreeMap<By, Failures>) {
    if failures.len() < MOST {
        return;
    }
    let least = failures.iter().min_by_key(|(_, failed)| (failed.count, failed.last));
    if let Some(least) = least.map(|(by, _)| by.clone()) {
        failures.remove(&least);
    }
}

/// The part of an address that one customer has.
fn customer(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(n: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + n.seconds()
    }

    fn name(words: &str) -> AccountName {
        AccountName::new(words).unwrap()
    }

    /// Tries, as soon as it may, so many times; answers with the waits in between.
    fn waits(throttle: &Throttle, times: usize, who: impl Fn(usize) -> (AccountName, IpAddr)) -> Vec<u64> {
        let mut now = 0;
        let mut waits = vec![];
        for n in 0..times {
            let (name, address) = who(n);
            let mut waited = 0;
            while let Err(Wait(seconds)) = throttle.begin(Some(&name), Some(address), second(now)) {
                assert!(seconds > 0);
                waited += seconds;
                now += seconds.cast_signed();
            }
            waits.push(waited);
        }
        waits
    }

    fn address(n: usize) -> IpAddr {
        IpAddr::from([10, 0, 0, u8::try_from(n).unwrap()])
    }

    #[test]
    fn an_account_is_waited_for_twice_as_long_each_time() {
        let got = waits(&Throttle::default(), 16, |n| (name("Ann"), address(n)));
        assert_eq!(got, [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    }

    #[test]
    fn an_address_is_waited_for_too() {
        let got = waits(&Throttle::default(), 33, |n| (name(&format!("name {n}")), address(1)));
        let mut want = vec![0; 20];
        want.extend([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
        assert_eq!(got, want);
    }

    #[test]
    fn one_half_of_ipv6_is_one_address() {
        let throttle = Throttle::default();
        let address = |n: usize| format!("2001:db8::{n:x}").parse().unwrap();
        assert_eq!(waits(&throttle, 21, |n| (name(&format!("name {n}")), address(n))).last(), Some(&1));
        let other = "2001:db8:0:1::1".parse().unwrap();
        assert!(throttle.begin(Some(&name("Ann")), Some(other), second(0)).is_ok());
        let mapped = customer("::ffff:10.0.0.1".parse().unwrap());
        assert_eq!(mapped, IpAddr::from([10, 0, 0, 1]));
    }

    #[test]
    fn going_well_clears_the_account_and_not_the_address() {
        let throttle = Throttle::default();
        for n in 0..20 {
            let tried = throttle.begin(Some(&name("Mallory")), Some(address(1)), second(n));
            throttle.went_well(&tried.unwrap());
        }
        assert_eq!(waits(&throttle, 5, |_| (name("Ann"), address(1))), [0; 5]);
        let throttle = Throttle::default();
        for n in 0..19 {
            let _ = throttle.begin(Some(&name(&format!("{n}"))), Some(address(1)), second(0)).unwrap();
        }
        let tried = throttle.begin(Some(&name("Mallory")), Some(address(1)), second(0)).unwrap();
        throttle.went_well(&tried);
        let _ = throttle.begin(Some(&name("Ann")), Some(address(1)), second(0)).unwrap();
        assert_eq!(throttle.begin(Some(&name("Ann")), Some(address(1)), second(0)).unwrap_err(), Wait(1));
    }

    #[test]
    fn many_at_once_gain_nothing() {
        let throttle = Throttle::default();
        let begun = (0..100).filter(|_| throttle.begin(Some(&name("Ann")), None, second(0)).is_ok());
        assert_eq!(begun.count(), 5);
    }

    #[test]
    fn what_is_long_ago_is_forgotten_and_a_clock_set_back_holds_nobody_for_longer() {
        let throttle = Throttle::default();
        for n in 0..10 {
            let _ = throttle.begin(None, None, second(n * 1_000)).unwrap();
        }
        assert_eq!(throttle.begin(None, None, second(9_001)).unwrap_err(), Wait(31));
        assert_eq!(throttle.begin(None, None, second(-5_000)).unwrap_err(), Wait(32));
        let _ = throttle.begin(None, None, second(9_000 + 24 * 3_600)).unwrap();
        assert_eq!(throttle.failures().values().map(|failed| failed.count).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn memory_is_bounded_and_the_worst_is_remembered() {
        let throttle = Throttle::default();
        for _ in 0..5 {
            let _ = throttle.begin(Some(&name("Ann")), None, second(0)).unwrap();
        }
        for n in 0..MOST + 100 {
            let _ = throttle.begin(Some(&name(&format!("{n}"))), None, second(1)).unwrap();
        }
        assert_eq!(throttle.failures().len(), MOST);
        assert_eq!(throttle.begin(Some(&name("ann")), None, second(0)).unwrap_err(), Wait(1));
    }
}
