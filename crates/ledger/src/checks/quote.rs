//! A claim's quote points into a document that is there, and at words that are in it.

use model::Claim;

use crate::{Known, Refusal};

pub(super) fn check(claim: &Claim, known: &Known<'_>) -> Option<Refusal> {
    let quote = claim.quote()?;
    match known.document {
        None => Some(Refusal::UnknownDocument(quote.document)),
        Some(document) if quote.at.of(&document.text).is_none() => {
            Some(Refusal::QuoteOutsideDocument(quote.document))
        }
        Some(_) => None,
    }
}
