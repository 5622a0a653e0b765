//! A number as a person gives it: in words, or hedge and numbers apart.

use std::num::NonZeroU64;

use model::{Interval, Quantity};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::server::{
    problem::{Code, Problem},
    taken,
};

/// A number with its hedge: in words such as `nearly 400`, or in its parts.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "tells the interface what is taken; it is read from the JSON itself")]
pub(crate) enum QuantityGiven {
    /// `400`, `about 400`, `nearly 400`, `over 400`, `at least 1,900`, `up to 2,500`, `fewer than 1,000`, `between 200 and 400`
    /// or `some`.
    #[schema(example = "nearly 400")]
    Words(String),
    /// Hedge and numbers apart.
    Parts(QuantityParts),
}

/// A hedge and its numbers.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuantityParts {
    hedge: HedgeWord,
    /// The number, or the lower of two; none for `some`.
    #[serde(default)]
    n: Option<u64>,
    /// The upper of two, for `between`.
    #[serde(default)]
    m: Option<u64>,
}

/// How a source hedges a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Hedge)]
pub(crate) enum HedgeWord {
    /// "400".
    Exactly,
    /// "about 400".
    About,
    /// "nearly 400": fewer, but not far fewer.
    Nearly,
    /// "over 400": more, with no ceiling.
    Over,
    /// "at least 400".
    AtLeast,
    /// "up to 400".
    UpTo,
    /// "fewer than 400".
    Under,
    /// "between 200 and 400", both ends meant.
    Between,
    /// "some officers": no number is given.
    Some,
}

/// The quantity that this JSON means; `at` is where it stands in the body.
pub(crate) fn read(value: Value, at: &str) -> Result<Quantity, Problem> {
    let bad = |why: String, field: &str| Problem::new(Code::BadBody, why).at(format!("{at}{field}"));
    if let Value::String(words) = &value {
        taken::name(words, at)?;
        return words.parse().map_err(|error: model::NotAQuantity| bad(error.to_string(), ""));
    }
    if !value.is_object() {
        return Err(bad("write it in words such as \"nearly 400\", or as {hedge, n, m}".to_owned(), ""));
    }
    let QuantityParts { hedge, n, m } = taken::shape(value, at)?;
    if m.is_some() && hedge != HedgeWord::Between {
        return Err(bad("only `between` has two numbers".to_owned(), "/m"));
    }
    if hedge == HedgeWord::Some {
        return match n {
            None => Ok(Quantity::SomeNumber),
            Some(_) => Err(bad("`some` has no number".to_owned(), "/n")),
        };
    }
    let n = n.ok_or_else(|| bad("a number is missing".to_owned(), "/n"))?;
    let some = || NonZeroU64::new(n).ok_or_else(|| bad("0 cannot be hedged so".to_owned(), "/n"));
    Ok(match hedge {
        HedgeWord::Exactly => Quantity::Exactly(n),
        HedgeWord::About => Quantity::About(some()?),
        HedgeWord::Nearly => Quantity::Nearly(some()?),
        HedgeWord::Over => Quantity::Over(n),
        HedgeWord::AtLeast => Quantity::AtLeast(n),
        HedgeWord::UpTo => Quantity::UpTo(some()?),
        HedgeWord::Under => Quantity::Under(some()?),
        HedgeWord::Between => {
            let m = m.ok_or_else(|| bad("the upper number is missing".to_owned(), "/m"))?;
            let why = || bad(format!("{m} is not more than {n}"), "/m");
            Quantity::Between(Interval::new(n, m).ok_or_else(why)?)
        }
        HedgeWord::Some => Quantity::SomeNumber,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(given: &Value, want: Option<&str>) {
        let got = read(given.clone(), "/q").ok().map(|quantity| quantity.to_string());
        assert_eq!(got.as_deref(), want, "{given}");
    }

    #[test]
    fn a_quantity_is_words_or_parts() {
        check(&json!("nearly 400"), Some("nearly 400"));
        check(&json!({"hedge": "nearly", "n": 400}), Some("nearly 400"));
        check(&json!({"hedge": "exactly", "n": 0}), Some("0"));
        check(&json!({"hedge": "about", "n": 1}), Some("about 1"));
        check(&json!({"hedge": "over", "n": 7}), Some("over 7"));
        check(&json!({"hedge": "at_least", "n": 1_900}), Some("at least 1,900"));
        check(&json!({"hedge": "up_to", "n": 2_500}), Some("up to 2,500"));
        check(&json!({"hedge": "under", "n": 3}), Some("fewer than 3"));
        check(&json!({"hedge": "between", "n": 2, "m": 4}), Some("between 2 and 4"));
        check(&json!({"hedge": "some"}), Some("some"));
        for refused in [
            json!("nearly 0"),
            json!("1,9,00"),
            json!(400),
            json!(null),
            json!([400]),
            json!({}),
            json!({"hedge": "roughly", "n": 4}),
            json!({"hedge": "nearly", "n": 0}),
            json!({"hedge": "nearly"}),
            json!({"hedge": "nearly", "n": -4}),
            json!({"hedge": "nearly", "n": 4.5}),
            json!({"hedge": "nearly", "n": 4, "m": 5}),
            json!({"hedge": "some", "n": 4}),
            json!({"hedge": "between", "n": 4}),
            json!({"hedge": "between", "n": 4, "m": 4}),
            json!({"hedge": "about", "n": 4, "of": "men"}),
        ] {
            check(&refused, None);
        }
    }
}
