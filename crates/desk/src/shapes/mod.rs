//! The JSON shapes of the interface, one file each. They belong to the interface: what the parts keep is never sent as it is.

mod asked;
mod claim_card;
mod outcome;
mod page;
mod whose;

pub(crate) use asked::AskedShape;
pub(crate) use claim_card::{
    ClaimCard, ClaimSource, ModalityShape, PublishedShape, QuantityShape, QuoteShape, StandingShape,
    StatementKind,
};
pub(crate) use outcome::OutcomeShape;
pub(crate) use page::PageOf;
pub(crate) use whose::WhoseShape;
