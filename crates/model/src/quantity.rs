//! A number as a source gave it: the hedge to quote, the bounds to reckon with.

use std::{fmt, num::NonZeroU64, str::FromStr};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How many people or things, or how much money in whole units of its currency, hedged as the source hedged it.
///
/// The variant is the hedge, so no field can contradict it. Zero is refused where the hedge would make it
/// nonsense ("nearly 0"). There is no `Ord`: quantities whose bounds overlap have no order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "hedge", content = "number", rename_all = "snake_case", deny_unknown_fields)]
pub enum Quantity {
    /// "400".
    Exactly(u64),
    /// "about 400": near it, on either side.
    About(NonZeroU64),
    /// "nearly 400": fewer, but not far fewer.
    Nearly(NonZeroU64),
    /// "over 400": more, with no ceiling.
    Over(u64),
    /// "at least 400": a floor that may be met, and no ceiling.
    AtLeast(u64),
    /// "up to 400": a ceiling that may be met, and no floor.
    UpTo(NonZeroU64),
    /// "fewer than 400": a ceiling that may not be met.
    Under(NonZeroU64),
    /// "between 200 and 400", both ends meant.
    Between(Interval),
    /// "some officers", "a contingent": there are some, and no number is given.
    #[serde(rename = "some")]
    SomeNumber,
}

/// Two ends in their order.
///
/// Refuses ends that are equal or swapped: "between 400 and 200" is a slip, "between 400 and 400" is exactly 400.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "Ends", into = "Ends")]
#[schemars(with = "Ends")]
pub struct Interval {
    low: u64,
    high: u64,
}

#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Ends {
    low: u64,
    high: u64,
}

/// What a quantity leaves open: the least it can mean and the most, `None` where there is no ceiling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Bounds {
    /// The least it can mean.
    pub low: u64,
    /// The most it can mean; `None`: no ceiling.
    pub high: Option<u64>,
}

/// The words that were not a [`Quantity`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a quantity; write `400`, `about 400`, `nearly 400`, `over 400`, `at least 1,900`, `up to 2,500`, `fewer than 1,000`, `between 200 and 400` or `some`"
)]
pub struct NotAQuantity(String);

impl Interval {
    /// An interval from `low` to `high`; `None` unless `low < high`.
    #[must_use]
    pub fn new(low: u64, high: u64) -> Option<Self> {
        (low < high).then_some(Self { low, high })
    }

    /// The lower end.
    #[must_use]
    pub fn low(self) -> u64 {
        self.low
    }

    /// The upper end.
    #[must_use]
    pub fn high(self) -> u64 {
        self.high
    }
}

impl TryFrom<Ends> for Interval {
    type Error = NotAQuantity;

    fn try_from(ends: Ends) -> Result<Self, NotAQuantity> {
        Self::new(ends.low, ends.high)
            .ok_or_else(|| NotAQuantity(format!("between {} and {}", ends.low, ends.high)))
    }
}

impl From<Interval> for Ends {
    fn from(Interval { low, high }: Interval) -> Self {
        Self { low, high }
    }
}

impl Bounds {
    /// Whether this number lies within the bounds.
    #[must_use]
    pub fn hold(self, number: u64) -> bool {
        self.low <= number && self.high.is_none_or(|high| number <= high)
    }

    /// Whether some number lies within both.
    #[must_use]
    pub fn meet(self, other: Self) -> bool {
        self.high.is_none_or(|high| other.low <= high) && other.high.is_none_or(|high| self.low <= high)
    }
}

impl fmt::Display for Bounds {
    /// `733-761`, `745` when both ends are one, `1,901+` when there is no ceiling.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self.high {
            Some(high) if high == self.low => grouped(high),
            Some(high) => format!("{}-{}", grouped(self.low), grouped(high)),
            None => format!("{}+", grouped(self.low)),
        };
        f.pad(&words)
    }
}

impl Quantity {
    /// The least and the most that this can mean, by the default reach of each hedge.
    ///
    /// "About" and "nearly" reach half a unit of the number's own rounding, but never less than one part in 40
    /// nor more than one part in 10 (`docs/decisions/0001-hedge-bounds.md`). The low end is never above the high.
    #[must_use]
    pub fn bounds(self) -> Bounds {
        let (low, high) = match self {
            Self::Exactly(n) => (n, Some(n)),
            Self::About(n) => (n.get() - reach(n), Some(n.get().saturating_add(reach(n)))),
            Self::Nearly(n) => (n.get() - reach(n), Some(n.get() - 1)),
            Self::Over(n) => (n.saturating_add(1), None),
            Self::AtLeast(n) => (n, None),
            Self::UpTo(n) => (0, Some(n.get())),
            Self::Under(n) => (0, Some(n.get() - 1)),
            Self::Between(ends) => (ends.low, Some(ends.high)),
            Self::SomeNumber => (1, None),
        };
        Bounds { low, high }
    }

    /// The number that the source wrote; of two ends the upper; `None` when it gave none.
    #[must_use]
    pub fn number(self) -> Option<u64> {
        match self {
            Self::Exactly(n) | Self::Over(n) | Self::AtLeast(n) => Some(n),
            Self::About(n) | Self::Nearly(n) | Self::UpTo(n) | Self::Under(n) => Some(n.get()),
            Self::Between(ends) => Some(ends.high),
            Self::SomeNumber => None,
        }
    }
}

/// How far "about" and "nearly" reach from this number.
fn reach(n: NonZeroU64) -> u64 {
    let n = n.get();
    let half_rounding = rounding_unit(n) / 2;
    half_rounding.clamp(n.div_ceil(40), (n / 10).max(1)).min(n)
}

/// The unit to which a number looks rounded: the largest 1 or 5 times a power of ten that divides it.
fn rounding_unit(n: u64) -> u64 {
    let mut power = 1_u64;
    while let Some(next) = power.checked_mul(10).filter(|next| n.is_multiple_of(*next)) {
        power = next;
    }
    match power.checked_mul(5) {
        Some(five) if n.is_multiple_of(five) => five,
        _ => power,
    }
}

/// A number with a comma before each group of three digits.
pub(crate) fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut words = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.char_indices() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

/// Digits, bare or in groups of three from the right; nothing else.
fn parse_number(words: &str) -> Option<u64> {
    let digits = words.replace(',', "");
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let n: u64 = plain.then(|| digits.parse().ok()).flatten()?;
    (words == digits || words == grouped(n)).then_some(n)
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match *self {
            Self::Exactly(n) => grouped(n),
            Self::About(n) => format!("about {}", grouped(n.get())),
            Self::Nearly(n) => format!("nearly {}", grouped(n.get())),
            Self::Over(n) => format!("over {}", grouped(n)),
            Self::AtLeast(n) => format!("at least {}", grouped(n)),
            Self::UpTo(n) => format!("up to {}", grouped(n.get())),
            Self::Under(n) => format!("fewer than {}", grouped(n.get())),
            Self::Between(Interval { low, high }) => {
                format!("between {} and {}", grouped(low), grouped(high))
            }
            Self::SomeNumber => "some".to_owned(),
        };
        f.pad(&words)
    }
}

impl FromStr for Quantity {
    type Err = NotAQuantity;

    fn from_str(words: &str) -> Result<Self, NotAQuantity> {
        let refused = || NotAQuantity(words.to_owned());
        let some = |rest: &str| parse_number(rest).and_then(NonZeroU64::new).ok_or_else(refused);
        let any = |rest: &str| parse_number(rest).ok_or_else(refused);
        if words == "some" {
            Ok(Self::SomeNumber)
        } else if let Some(rest) = words.strip_prefix("about ") {
            some(rest).map(Self::About)
        } else if let Some(rest) = words.strip_prefix("nearly ") {
            some(rest).map(Self::Nearly)
        } else if let Some(rest) = words.strip_prefix("over ") {
            any(rest).map(Self::Over)
        } else if let Some(rest) = words.strip_prefix("at least ") {
            any(rest).map(Self::AtLeast)
        } else if let Some(rest) = words.strip_prefix("up to ") {
            some(rest).map(Self::UpTo)
        } else if let Some(rest) = words.strip_prefix("fewer than ") {
            some(rest).map(Self::Under)
        } else if let Some(rest) = words.strip_prefix("between ") {
            let (low, high) = rest.split_once(" and ").ok_or_else(refused)?;
            Interval::new(any(low)?, any(high)?).map(Self::Between).ok_or_else(refused)
        } else {
            any(words).map(Self::Exactly)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The only place that calls the API; each test below is data.
    #[track_caller]
    fn check(words: &str, want: Result<(u64, Option<u64>), &str>) {
        let got = words.parse::<Quantity>().map(|q| (q.bounds().low, q.bounds().high));
        assert_eq!(got.map_err(|e| e.to_string()), want.map_err(Into::into));
    }

    #[test]
    fn a_hedge_becomes_bounds() {
        check("400", Ok((400, Some(400))));
        check("about 400", Ok((360, Some(440))));
        check("about 387", Ok((377, Some(397))));
        check("about 1", Ok((0, Some(2))));
        check("about 12", Ok((11, Some(13))));
        check("nearly 400", Ok((360, Some(399))));
        check("nearly 1", Ok((0, Some(0))));
        check("over 800", Ok((801, None)));
        check("at least 1,900", Ok((1_900, None)));
        check("up to 2,500", Ok((0, Some(2_500))));
        check("fewer than 1000", Ok((0, Some(999))));
        check("between 200 and 400", Ok((200, Some(400))));
        check("some", Ok((1, None)));
    }

    #[test]
    fn a_refusal_quotes_the_words_and_shows_what_to_write() {
        let hint = "write `400`, `about 400`, `nearly 400`, `over 400`, `at least 1,900`, `up to 2,500`, `fewer than 1,000`, `between 200 and 400` or `some`";
        for words in [
            "nearly 0",
            "1,9,00",
            "+1900",
            "",
            "about",
            "1,00",
            "between 4 and 4",
            "between 5 and 4",
            "-3",
            "18446744073709551616",
        ] {
            check(words, Err(&format!("`{words}` is not a quantity; {hint}")));
        }
    }

    #[test]
    fn every_small_number_has_bounds_in_order_that_hold_it() {
        for n in (1..=20_000).filter_map(NonZeroU64::new) {
            let about = Quantity::About(n).bounds();
            assert!(about.hold(n.get()), "about {n}");
            let nearly = Quantity::Nearly(n).bounds();
            assert!(nearly.high.is_some_and(|high| nearly.low <= high && high < n.get()), "nearly {n}");
        }
    }

    #[test]
    fn the_largest_numbers_neither_wrap_nor_panic() {
        for q in [
            Quantity::About(NonZeroU64::MAX),
            Quantity::Over(u64::MAX),
            Quantity::Nearly(NonZeroU64::MAX),
            Quantity::Exactly(10_000_000_000_000_000_000),
        ] {
            let Bounds { low, high } = q.bounds();
            assert!(high.is_none_or(|high| low <= high), "{q}");
        }
    }
}
