//! What it costs to leave a claim, and to move what no claim moves (`docs/decisions/0005-fit.md`).
//!
//! Costs are relative: one head is the larger a part, the smaller the strength it is part of. They are whole numbers.

/// One claim's full weight, left by its whole strength, in the fit's whole numbers; per ten-thousandth of weight.
const UNIT: i128 = 1_000_000_000_000;

/// Unexplained movement where movements are told, in ten-thousandths of leaving one claim by ungraded press: more
/// than any one count, less than two.
pub(super) const TOLD: i128 = 13_000;

/// Unexplained movement where nobody tells of movements: less than one count, so that the last figure is believed;
/// more than half, so that a figure between two that agree is not.
pub(super) const UNTOLD: i128 = 6_000;

const _: () = assert!(2 * UNTOLD > 10_000 && UNTOLD < 10_000 && 10_000 < TOLD && TOLD < 20_000);

/// What a second movement on a touching day has to save its own reports, in ten-thousandths of leaving one claim by
/// ungraded press, before it is believed without a balance that asks for it (`docs/decisions/0008-events.md`).
pub(crate) const OF_ITS_OWN: i128 = 9_000;

/// What a book's first figure costs: nearly nothing, for a book has to open with something.
pub(super) const OPENING: i128 = 1;

/// No number is read as more than this; it keeps every sum within whole numbers.
pub(super) const MOST: u64 = 10_000_000_000_000;

/// How far a balance may reach: room for every sum of a few thousand such numbers.
pub(super) const CAP: i64 = 10_000_000_000_000_000;

/// The cost of one head, for something of this weight (in ten-thousandths) and this strength.
pub(super) fn per_head(weight: i128, strength: i64) -> i128 {
    (weight * UNIT / i128::from(strength.max(1))).max(1)
}

/// The cost of leaving a claim of this weight (in ten-thousandths) by its whole strength.
pub(crate) fn whole_claim(weight: i128) -> i128 {
    weight * UNIT
}

/// The price of unexplained movement some boundaries before the last: later movement costs a hair less.
pub(super) fn before_last(price: i128, boundaries: usize) -> i128 {
    price + price / 10_000_000 * i128::try_from(boundaries).unwrap_or(0)
}

/// A hedged claim prefers its own number by one part in so many of its weight.
pub(super) const HAIRS: i128 = 1_000;

/// A hair, to prefer the smaller of two sizes that cost the same.
pub(super) fn hair(strength: i64) -> i128 {
    per_head(10_000, strength) / 1_000_000
}

/// A number as the fit reckons with it.
pub(super) fn whole(number: u64) -> i64 {
    i64::try_from(number.min(MOST)).unwrap_or(i64::MAX)
}

/// A cost in millionths of leaving one claim by ungraded press by its whole strength.
pub(crate) fn millionths(cost: i128) -> u64 {
    u64::try_from(cost * 100 / UNIT).unwrap_or(u64::MAX)
}
