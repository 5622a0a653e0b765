//! An amount: bounds with a best estimate between them, and sums of such.

use model::{Bounds, Quantity};

use crate::Figure;

/// How many, with what is left open. `low <= best <= high` wherever they are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) low: u64,
    /// `None`: no source gives a number.
    pub(crate) best: Option<u64>,
    /// `None`: no ceiling.
    pub(crate) high: Option<u64>,
}

/// A bare number from here on that ends in 00 or 50 may be a rounded one.
const ROUND_FROM: u64 = 100;

impl Amount {
    pub(crate) const NONE: Self = Self { low: 0, best: Some(0), high: Some(0) };

    /// The bounds of a quantity, and its number held within them: the best of "nearly 400" is 399.
    pub(crate) fn of(quantity: Quantity) -> Self {
        let Bounds { low, high } = quantity.bounds();
        Self { low, best: quantity.number(), high }.held()
    }

    fn held(mut self) -> Self {
        self.best = self.best.map(|best| best.max(self.low).min(self.high.unwrap_or(u64::MAX)));
        self
    }

    pub(crate) fn bounds(self) -> Bounds {
        Bounds { low: self.low, high: self.high }
    }

    pub(crate) fn meets(self, other: Self) -> bool {
        self.bounds().meet(other.bounds())
    }

    /// What it may mean if it is a bare round number that stands for its neighbours, as press writes "400" for 382.
    ///
    /// Used to grade a contradiction, never to widen a figure (`docs/decisions/0001-hedge-bounds.md`).
    pub(crate) fn rounded(self) -> Self {
        match self.best.and_then(std::num::NonZeroU64::new) {
            Some(n) if self.high == Some(self.low) && n.get() >= ROUND_FROM && n.get().is_multiple_of(50) => {
                Self::of(Quantity::About(n))
            }
            _ => self,
        }
    }

    /// Both together. Numbers that no source gives add nothing to the best estimate and open the bounds upwards alone,
    /// so that a sum can be redone from the numbers that are given.
    pub(crate) fn plus(self, other: Self) -> Self {
        let low = match (self.best, other.best) {
            (Some(_), None) | (None, Some(_)) => self.low.max(other.low),
            _ => self.low.saturating_add(other.low),
        };
        let best = match (self.best, other.best) {
            (Some(a), Some(b)) => Some(a.saturating_add(b)),
            (a, b) => a.or(b),
        };
        let high = self.high.zip(other.high).map(|(a, b)| a.saturating_add(b));
        Self { low, best, high }.held()
    }

    /// What either allows, with this one's best.
    pub(crate) fn either(self, other: Self) -> Self {
        let high = self.high.zip(other.high).map(|(a, b)| a.max(b));
        Self { low: self.low.min(other.low), best: self.best, high }.held()
    }
}

impl From<&Figure> for Amount {
    fn from(Figure { low, best, high, .. }: &Figure) -> Self {
        Self { low: *low, best: *best, high: *high }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &str) -> Amount {
        Amount::of(words.parse().unwrap())
    }

    #[track_caller]
    fn check(got: Amount, low: u64, best: Option<u64>, high: Option<u64>) {
        assert_eq!(got, Amount { low, best, high });
    }

    #[test]
    fn the_number_is_held_within_the_bounds() {
        check(of("nearly 400"), 360, Some(399), Some(399));
        check(of("over 800"), 801, Some(801), None);
        check(of("up to 1,000"), 0, Some(1_000), Some(1_000));
        check(of("some"), 1, None, None);
    }

    #[test]
    fn sums_keep_what_is_open() {
        check(of("about 400").plus(of("217")), 577, Some(617), Some(657));
        check(of("400").plus(of("some")), 400, Some(400), None);
        check(of("some").plus(of("400")), 400, Some(400), None);
        check(of("some").plus(of("some")), 2, None, None);
        check(of("200").either(of("400")), 200, Some(200), Some(400));
    }

    #[test]
    fn only_a_bare_round_number_may_be_a_rounded_one() {
        check(of("800").rounded(), 750, Some(800), Some(850));
        check(of("382").rounded(), 382, Some(382), Some(382));
        check(of("50").rounded(), 50, Some(50), Some(50));
    }
}
