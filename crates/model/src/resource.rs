//! What is counted: people of a service, a type of equipment, or money in a currency.

use std::{borrow::Cow, fmt, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::{Name, Party, ResourceKind};

/// What is counted, never assumed: `people/police`, `people`, `equipment/helicopters`, `money/USD`, `unstated`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Resource {
    /// People of a service.
    People(Service),
    /// Pieces of equipment of a type.
    Equipment(EquipmentType),
    /// Money, in whole units of its currency.
    Money(Currency),
    /// The source does not say of what.
    Unstated,
}

/// The service people belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Service {
    /// Police and gendarmes.
    Police,
    /// Soldiers, military police among them.
    Troops,
    /// Civilians.
    Civilians,
    /// "Personnel", "people": the source does not say which.
    Unstated,
}

/// A type of equipment in the plural, as the field names it: `MRAPs`, `helicopters`, `vehicles`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EquipmentType(pub Name);

/// A currency; a bare "$" stays unstated until the text or a person says whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Currency {
    /// By its ISO 4217 code. Private inside, so that only codes of the standard get in.
    Of(IsoCode),
    /// The source does not say.
    Unstated,
}

/// A code of ISO 4217; made by [`Currency::new`] alone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IsoCode([u8; 3]);

impl fmt::Debug for IsoCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl IsoCode {
    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// The words that were not a [`Resource`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a resource; write `people`, `people/police`, `people/troops`, `people/civilians`, `equipment/helicopters`, `money/USD`, `money` or `unstated`"
)]
pub struct NotAResource(String);

impl Resource {
    /// Its kind; `None` when the source does not say of what.
    #[must_use]
    pub fn kind(&self) -> Option<ResourceKind> {
        match self {
            Self::People(_) => Some(ResourceKind::People),
            Self::Equipment(_) => Some(ResourceKind::Equipment),
            Self::Money(_) => Some(ResourceKind::Money),
            Self::Unstated => None,
        }
    }

    /// Equipment of this type.
    ///
    /// # Errors
    /// When the name is empty.
    pub fn equipment(words: &str) -> Result<Self, NotAResource> {
        Name::new(words)
            .map(|name| Self::Equipment(EquipmentType(name)))
            .map_err(|_| NotAResource(words.to_owned()))
    }

    /// Money in this currency.
    ///
    /// # Errors
    /// When ISO 4217 has no such code.
    pub fn money(code: &str) -> Result<Self, NotAResource> {
        Currency::new(code).map(Self::Money)
    }
}

impl Currency {
    /// The currency with this ISO 4217 code.
    ///
    /// # Errors
    /// When ISO 4217 has no such code.
    pub fn new(code: &str) -> Result<Self, NotAResource> {
        match (iso_currency::Currency::from_code(code), code.as_bytes()) {
            (Some(_), &[a, b, c]) => Ok(Self::Of(IsoCode([a, b, c]))),
            _ => Err(NotAResource(format!("money/{code}"))),
        }
    }

    /// The state whose money it is: the first two letters of a code of ISO 4217 are those of the state's in ISO 3166-1. `None` for a
    /// currency of several states and where the source does not say.
    #[must_use]
    pub fn issuer(self) -> Option<Party> {
        let Self::Of(code) = self else { return None };
        let state = rust_iso3166::from_alpha2(code.as_str().get(..2)?)?;
        Party::new(state.alpha3).ok()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Of(code) => code.as_str(),
            Self::Unstated => "unstated currency",
        })
    }
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Police => "police",
            Self::Troops => "troops",
            Self::Civilians => "civilians",
            Self::Unstated => "people",
        })
    }
}

impl fmt::Display for Resource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::People(Service::Unstated) => Cow::Borrowed("people"),
            Self::People(service) => format!("people/{service}").into(),
            Self::Equipment(EquipmentType(name)) => format!("equipment/{name}").into(),
            Self::Money(Currency::Unstated) => "money".into(),
            Self::Money(currency) => format!("money/{currency}").into(),
            Self::Unstated => "unstated".into(),
        };
        f.pad(&words)
    }
}

impl FromStr for Resource {
    type Err = NotAResource;

    fn from_str(words: &str) -> Result<Self, NotAResource> {
        match words.split_once('/') {
            None => match words {
                "people" => Ok(Self::People(Service::Unstated)),
                "money" => Ok(Self::Money(Currency::Unstated)),
                "unstated" => Ok(Self::Unstated),
                _ => Err(NotAResource(words.to_owned())),
            },
            Some(("people", "police")) => Ok(Self::People(Service::Police)),
            Some(("people", "troops")) => Ok(Self::People(Service::Troops)),
            Some(("people", "civilians")) => Ok(Self::People(Service::Civilians)),
            Some(("equipment", name)) => Self::equipment(name).map_err(|_| NotAResource(words.to_owned())),
            Some(("money", code)) => Self::money(code),
            Some(_) => Err(NotAResource(words.to_owned())),
        }
    }
}

impl TryFrom<String> for Resource {
    type Error = NotAResource;

    fn try_from(words: String) -> Result<Self, NotAResource> {
        words.parse()
    }
}

impl From<Resource> for String {
    fn from(resource: Resource) -> Self {
        resource.to_string()
    }
}

impl JsonSchema for Resource {
    fn schema_name() -> Cow<'static, str> {
        "Resource".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^(people(/(police|troops|civilians))?|equipment/.+|money(/[A-Z]{3})?|unstated)$",
            "description": "What is counted: people of a service, a type of equipment, money in an ISO 4217 currency, or unstated."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, kind: Option<ResourceKind>) {
        let resource: Resource = words.parse().unwrap();
        assert_eq!(resource.to_string(), words, "print then read gives the same");
        assert_eq!(resource.kind(), kind);
    }

    #[test]
    fn a_resource_is_read_and_printed_alike() {
        for words in ["people", "people/police", "people/troops", "people/civilians"] {
            check(words, Some(ResourceKind::People));
        }
        check("equipment/armoured vehicles", Some(ResourceKind::Equipment));
        check("money/USD", Some(ResourceKind::Money));
        check("money", Some(ResourceKind::Money));
        check("unstated", None);
        for words in ["police", "people/navy", "equipment/", "money/usd", "money/XYZ", ""] {
            assert!(words.parse::<Resource>().is_err(), "{words}");
        }
    }

    #[test]
    fn a_currency_tells_whose_money_it_is() {
        let issuer = |code| Currency::new(code).expect("a code").issuer();
        let state = |code| Some(Party::new(code).expect("a state"));
        for (code, whose) in [("KES", state("KEN")), ("JMD", state("JAM")), ("EUR", None), ("XOF", None)] {
            assert_eq!(issuer(code), whose, "{code}");
        }
        assert_eq!(Currency::Unstated.issuer(), None);
    }
}
