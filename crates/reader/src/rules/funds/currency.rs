//! In which currency a sum is.

use model::{Currency, Party};

use crate::Money;

/// Its own, or for a bare "$" the dollars of who gives it; for a giver without such dollars, and for a mission's fund, those of the
/// United States, in which the United Nations count.
pub(crate) fn currency(money: &Money, donor: Option<Party>, to_fund: bool) -> Currency {
    match money.currency {
        Currency::Unstated if money.is_bare_dollar => dollars(donor, to_fund),
        known => known,
    }
}

/// Whose dollars a bare "$" is in.
fn dollars(donor: Option<Party>, to_fund: bool) -> Currency {
    let code = match donor.map(|party| party.code().to_owned()).as_deref() {
        Some("CAN") => "CAD",
        Some("AUS") => "AUD",
        Some("NZL") => "NZD",
        None if !to_fund => return Currency::Unstated,
        _ => "USD",
    };
    Currency::new(code).unwrap_or(Currency::Unstated)
}

/// The state in whose own money a sum is told: "2 billion shillings" are Kenya's. Dollars and euros, in which all count, tell nothing.
pub(super) fn issuer(money: &Money) -> Option<Party> {
    let common = Currency::new("USD").is_ok_and(|dollar| money.currency == dollar);
    money.currency.issuer().filter(|_| !common)
}
