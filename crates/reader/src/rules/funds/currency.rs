//! In which currency a sum is.

use model::{Currency, Party};

use crate::Money;

/// Its own, or for a bare "$" the dollars of who gives it, or of whom the fund is that it goes to.
pub(crate) fn currency(money: &Money, donor: Option<Party>, to_fund: bool) -> Currency {
    match money.currency {
        Currency::Unstated if money.is_bare_dollar => dollars(donor, to_fund),
        known => known,
    }
}

/// Whose dollars a bare "$" is in.
fn dollars(donor: Option<Party>, to_fund: bool) -> Currency {
    let code = match donor.map(|party| party.code().to_owned()).as_deref() {
        Some("USA") => "USD",
        Some("CAN") => "CAD",
        Some("AUS") => "AUD",
        Some("NZL") => "NZD",
        None if to_fund => "USD",
        _ => return Currency::Unstated,
    };
    Currency::new(code).unwrap_or(Currency::Unstated)
}
