//! Rates: a sum in one currency shown in another, only by a dated rate that the asker gives, and marked as converted.

use std::{fmt, str::FromStr};

use jiff::civil::Date;
use model::Currency;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Contributor, Figure, Picture, Row, amount::Amount};

/// What one unit of a currency was worth in another on a day. Read from such as `CAD=0.7305USD@2024-06-26`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Rate {
    from: Currency,
    to: Currency,
    day: Date,
    /// Millionths of the other currency for one unit.
    millionths: u64,
}

/// The words that were not a rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotARate(String);

impl fmt::Display for NotARate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(words) = self;
        write!(f, "`{words}` is not a dated rate; write such as `CAD=0.7305USD@2024-06-26`")
    }
}

impl std::error::Error for NotARate {}

impl FromStr for Rate {
    type Err = NotARate;

    fn from_str(words: &str) -> Result<Self, NotARate> {
        let read = || {
            let (from, rest) = words.split_once('=')?;
            let (rate, day) = rest.split_once('@')?;
            let (number, to) = rate.split_at_checked(rate.len().checked_sub(3)?)?;
            let (from, to) = (Currency::new(from).ok()?, Currency::new(to).ok()?);
            let millionths = millionths(number)?;
            (from != to && millionths > 0).then_some(Self { from, to, day: day.parse().ok()?, millionths })
        };
        read().ok_or_else(|| NotARate(words.to_owned()))
    }
}

/// A decimal number with up to six places, in millionths.
fn millionths(number: &str) -> Option<u64> {
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |words: &str| !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() > 6 {
        return None;
    }
    let part: u64 = format!("{part:0<6}").parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(1_000_000)?.checked_add(part)
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = format!("{}.{:06}", self.millionths / 1_000_000, self.millionths % 1_000_000);
        let number = number.trim_end_matches('0').trim_end_matches('.');
        write!(f, "{}={number}{}@{}", self.from, self.to, self.day)
    }
}

impl TryFrom<String> for Rate {
    type Error = NotARate;

    fn try_from(words: String) -> Result<Self, NotARate> {
        words.parse()
    }
}

impl From<Rate> for String {
    fn from(rate: Rate) -> Self {
        rate.to_string()
    }
}

impl Rate {
    /// So much in the other currency, to the nearest whole unit.
    fn of(&self, sum: u64) -> u64 {
        let exact = u128::from(sum) * u128::from(self.millionths);
        u64::try_from((exact + 500_000) / 1_000_000).unwrap_or(u64::MAX)
    }

    fn amount(&self, figure: &Figure) -> Amount {
        let of = |n: Option<u64>| n.map(|n| self.of(n));
        Amount { low: self.of(figure.low), best: of(figure.best), high: of(figure.high) }
    }
}

/// Of each pair of currencies the rate of the last day up to this one; else of the first after it.
fn in_force(rates: &[Rate], as_of: Date) -> Vec<&Rate> {
    let mut by_day: Vec<&Rate> = rates.iter().collect();
    by_day.sort();
    let mut chosen: Vec<&Rate> = Vec::new();
    for rate in by_day {
        match chosen.iter_mut().find(|other| (other.from, other.to) == (rate.from, rate.to)) {
            Some(other) if rate.day <= as_of => *other = rate,
            Some(_) => {}
            None => chosen.push(rate),
        }
    }
    chosen
}

impl Picture {
    /// Every figure of money by the rates that were asked with, and the sums of all currencies by them. Each row names its
    /// rates; none is made without one.
    #[must_use]
    pub fn converted(&self) -> Vec<Row> {
        let rates = in_force(&self.asked.rates, self.asked.as_of);
        let mut rows = Vec::new();
        for rate in &rates {
            let from = format!("money/{}", rate.from);
            for line in self.lines.iter().filter(|line| line.resource.to_string() == from) {
                for (stage, figure) in line.figures() {
                    let row = self.row(&line.whose, rate.to, stage, rate.amount(figure), figure);
                    rows.push(Row { converted: vec![(*rate).clone()], ..row });
                }
            }
        }
        rows.extend(self.converted_sums(&rates));
        rows
    }

    /// What all contributors' sums are together in each currency that a rate leads to.
    fn converted_sums(&self, rates: &[&Rate]) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let sums = || self.lines.iter().filter(|line| line.whose == Contributor::Sum);
        let mut to: Vec<Currency> = rates.iter().map(|rate| rate.to).collect();
        to.sort_unstable();
        to.dedup();
        for to in to {
            let mut totals: Vec<(String, Amount, Row)> = Vec::new();
            let own = format!("money/{to}");
            for line in sums() {
                let rate = rates.iter().find(|rate| {
                    rate.to == to && line.resource.to_string() == format!("money/{}", rate.from)
                });
                let is_own = line.resource.to_string() == own;
                for (stage, figure) in line.figures().filter(|_| is_own || rate.is_some()) {
                    let plain = Amount { low: figure.low, best: figure.best, high: figure.high };
                    let amount = rate.map_or(plain, |rate| rate.amount(figure));
                    let used = rate.map(|rate| (**rate).clone());
                    if let Some((_, sum, row)) = totals.iter_mut().find(|(other, ..)| *other == stage) {
                        *sum = sum.plus(amount);
                        row.claims.extend(&figure.claims);
                        row.converted.extend(used);
                    } else {
                        let mut row = self.row(&line.whose, to, stage.clone(), amount, figure);
                        row.converted.extend(used);
                        totals.push((stage, amount, row));
                    }
                }
            }
            // A sum of one currency alone is there already.
            rows.extend(totals.into_iter().filter(|(.., row)| !row.converted.is_empty()).map(
                |(_, Amount { low, best, high }, row)| Row {
                    party: "all currencies".to_owned(),
                    low,
                    best,
                    high,
                    ..row
                },
            ));
        }
        rows
    }

    fn row(&self, whose: &Contributor, to: Currency, stage: String, amount: Amount, figure: &Figure) -> Row {
        let Amount { low, best, high } = amount;
        Row {
            mission: self.asked.mission.clone(),
            party: whose.to_string(),
            resource: format!("money/{to}"),
            stage,
            low,
            best,
            high,
            claims: figure.claims.clone(),
            as_of: self.asked.as_of,
            known_on: self.asked.known_on,
            converted: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, sum: u64, want: Option<u64>) {
        let rate: Option<Rate> = words.parse().ok();
        assert_eq!(rate.as_ref().map(|rate| rate.of(sum)), want, "{words}");
        assert_eq!(rate.map(|rate| rate.to_string()), want.map(|_| words.to_owned()));
    }

    #[test]
    fn a_rate_is_read_whole_or_not_at_all() {
        check("CAD=0.7305USD@2024-06-26", 1_000, Some(731));
        check("KES=0.007742USD@2024-06-26", 1_000_000, Some(7_742));
        check("USD=129USD@2024-06-26", 1, None);
        check("USD=129KES@2024-06-26", 2, Some(258));
        for words in [
            "CAD=0.73",
            "CAD=USD@2024-06-26",
            "CAD=-1USD@2024-06-26",
            "CAD=0USD@2024-06-26",
            "CAD=0.73USD@June",
        ] {
            check(words, 1, None);
        }
    }
}
