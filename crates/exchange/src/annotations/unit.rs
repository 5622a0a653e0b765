//! The unit of an annotation's number.

use model::{ClaimKind, Currency, Resource, Service, Statement};

/// The unit of a statement's number; `None` where the document does not say.
pub(super) fn unit(kind: ClaimKind, statement: &Statement) -> Option<String> {
    let of_people = matches!(
        kind,
        ClaimKind::Casualty
            | ClaimKind::Ceiling
            | ClaimKind::Deployment
            | ClaimKind::Ready
            | ClaimKind::Return
            | ClaimKind::Strength
            | ClaimKind::Training
    );
    match statement.resource()? {
        Resource::People(Service::Police) => Some("police".to_owned()),
        Resource::People(Service::Troops) => Some("troops".to_owned()),
        Resource::People(Service::Civilians) => Some("civilians".to_owned()),
        Resource::People(Service::Unstated) => Some("personnel".to_owned()),
        // "armoured vehicles" are counted in vehicles; the object keeps the full name.
        Resource::Equipment(kit) => kit.0.as_str().split(' ').next_back().map(str::to_owned),
        Resource::Money(Currency::Unstated) => None,
        Resource::Money(currency) => Some(currency.to_string()),
        Resource::Unstated => of_people.then(|| "personnel".to_owned()),
    }
}
