//! A decimal number as a table writes it, kept exactly: `10.8` is never a fraction of the machine's.

use std::fmt;

/// More places than any currency or share has; a longer tail is a slip or an attack.
const MOST_PLACES: usize = 12;

/// A number with its places after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    digits: u64,
    places: u32,
}

impl Number {
    /// Digits, with a point and more digits behind it if need be; `None` for anything else.
    pub(super) fn read(words: &str) -> Option<Self> {
        let (whole, rest) = words.split_once('.').unwrap_or((words, ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let pointed = words.contains('.');
        if whole.is_empty()
            || !digits(whole)
            || !digits(rest)
            || (pointed && rest.is_empty())
            || rest.len() > MOST_PLACES
        {
            return None;
        }
        let places = u32::try_from(rest.len()).ok()?;
        Some(Self { digits: format!("{whole}{rest}").parse().ok()?, places })
    }

    /// So many times `scale`, where that is a whole number: 10.8 times a million is 10,800,000.
    pub(super) fn times(self, scale: u64) -> Option<u64> {
        let product = u128::from(self.digits) * u128::from(scale);
        let part = 10_u128.checked_pow(self.places)?;
        (product % part == 0).then(|| u64::try_from(product / part).ok()).flatten()
    }

    /// Whether this is the larger number; `None` where the places are too many to compare.
    pub(super) fn exceeds(self, other: Self) -> Option<bool> {
        let places = self.places.max(other.places);
        let level = |n: Self| u128::from(n.digits).checked_mul(10_u128.checked_pow(places - n.places)?);
        Some(level(self)? > level(other)?)
    }
}

impl fmt::Display for Number {
    /// With commas between groups of three and the point where the table has it: `1,000`, `10.8`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:0width$}", self.digits, width = self.places as usize + 1);
        let (whole, rest) = digits.split_at(digits.len() - self.places as usize);
        let mut words = String::new();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                words.push(',');
            }
            words.push(digit);
        }
        if !rest.is_empty() {
            words.push('.');
            words.push_str(rest);
        }
        f.pad(&words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, want: Option<(&str, Option<u64>)>) {
        let got = Number::read(words).map(|n| (n.to_string(), n.times(1_000_000)));
        assert_eq!(got, want.map(|(shown, millions)| (shown.to_owned(), millions)));
    }

    #[test]
    fn a_number_is_kept_exactly() {
        check("10.8", Some(("10.8", Some(10_800_000))));
        check("0.05", Some(("0.05", Some(50_000))));
        check("2500", Some(("2,500", Some(2_500_000_000))));
        check("0", Some(("0", Some(0))));
        check("1.2345678", Some(("1.2345678", None)));
        for words in
            ["", ".", ".5", "5.", "-3", "+3", "1,000", "1e3", "x", "1.0000000000000", "99999999999999999999"]
        {
            check(words, None);
        }
    }

    #[test]
    fn numbers_compare_across_places() {
        let exceeds = |a, b| Number::read(a).unwrap().exceeds(Number::read(b).unwrap());
        assert_eq!(exceeds("2.5", "2.45"), Some(true));
        assert_eq!(exceeds("2.50", "2.5"), Some(false));
        assert_eq!(exceeds("10", "9.9"), Some(true));
    }
}
