//! One report of each claim; claims of one sentence that split a number by service are one report of their sum.

use std::collections::BTreeSet;

use model::{ClaimId, Quantity, Resource, Service};

use crate::{amount::Amount, fit::Weight, gather::Told, voice::Voice};

/// One report's figure.
#[derive(Clone, Debug)]
pub(crate) struct Ballot<'a> {
    pub(crate) ids: BTreeSet<ClaimId>,
    /// As the source words it; `None` where several sentences were added up.
    pub(crate) quantity: Option<Quantity>,
    pub(crate) amount: Amount,
    pub(crate) weight: Weight,
    pub(crate) voice: Voice<'a>,
}

/// A claim's number and what must be alike for two of them to be parts of one whole.
pub(crate) struct Part<'t, 'a, K> {
    pub(crate) told: &'t Told<'a>,
    pub(crate) alike: K,
    pub(crate) resource: &'t Resource,
    pub(crate) quantity: Quantity,
}

/// "20 soldiers and 4 police landed" is one report of 24; "24, among them 4 police" stays two.
pub(crate) fn compose<'t, 'a, K: PartialEq>(
    mut parts: Vec<Part<'t, 'a, K>>,
) -> Vec<(Part<'t, 'a, K>, Ballot<'a>)> {
    parts.sort_by_key(|part| (part.told.voice.document(), part.told.id));
    let mut reports: Vec<(Part<'t, 'a, K>, BTreeSet<&'t Resource>, Ballot<'a>)> = Vec::new();
    for part in parts {
        let amount = Amount::of(part.quantity);
        let document = part.told.voice.document();
        let in_document = reports
            .iter_mut()
            .rev()
            .take_while(|(other, ..)| document.is_some() && other.told.voice.document() == document);
        let whole = in_document.into_iter().find(|(other, services, _)| {
            other.alike == part.alike
                && services.iter().all(|service| is_split(service, part.resource))
                && one_sentence(other.told, part.told)
        });
        if let Some((_, services, ballot)) = whole {
            services.insert(part.resource);
            ballot.amount = ballot.amount.plus(amount);
            ballot.quantity = None;
            ballot.ids.insert(part.told.id);
            continue;
        }
        let ballot = Ballot {
            ids: BTreeSet::from([part.told.id]),
            quantity: Some(part.quantity),
            amount,
            weight: part.told.weight,
            voice: part.told.voice,
        };
        reports.push((Part { ..part }, BTreeSet::from([part.resource]), ballot));
    }
    reports.into_iter().map(|(part, _, ballot)| (part, ballot)).collect()
}

/// Whether these are two stated services, so that their numbers are parts of a whole.
fn is_split(one: &Resource, other: &Resource) -> bool {
    match (one, other) {
        (Resource::People(a), Resource::People(b)) => {
            a != b && *a != Service::Unstated && *b != Service::Unstated
        }
        _ => false,
    }
}

/// Whether two claims of one document stand in overlapping words.
fn one_sentence(one: &Told, other: &Told) -> bool {
    match (one.claim.quote(), other.claim.quote()) {
        (Some(a), Some(b)) if a.document == b.document => {
            let (a, b) = (a.at.range(), b.at.range());
            a.start < b.end && b.start < a.end
        }
        _ => false,
    }
}
