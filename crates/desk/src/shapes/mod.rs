//! The JSON shapes of the interface, one file each. They belong to the interface: what the parts keep is never sent as it is.

mod account;
mod asked;
mod changed;
mod claim_card;
mod claim_page;
pub(crate) mod claims;
mod decision;
mod dispute;
mod document;
mod entry_line;
mod event;
mod figure;
mod frame;
mod new_claim;
mod open;
mod outcome;
mod page;
mod quantity_given;
mod session;
pub(crate) mod statement;
mod strength;
mod text_place;
mod whose;
mod words;

pub(crate) use account::{AccountShape, LinkShape};
pub(crate) use asked::AskedShape;
pub(crate) use changed::{ChangedShape, EntryShape};
pub(crate) use claim_card::{
    ClaimCard, ClaimSource, ModalityShape, PublishedShape, QuantityShape, StandingShape, StatementKind,
};
pub(crate) use claim_page::ClaimPage;
pub(crate) use decision::DecisionShape;
pub(crate) use dispute::{DisputeShape, ScopeShape};
pub(crate) use document::{DocumentLine, DocumentPage};
pub(crate) use entry_line::{EntryKind, EntryLine};
pub(crate) use event::{EventShape, PlanShape, StatedCountShape, TakenShape};
pub(crate) use figure::{BetweenShape, BoundShape, FigureKey, FigureShape};
pub(crate) use frame::{CeilingShape, MandateShape};
pub(crate) use new_claim::{Given, NewClaim};
pub(crate) use open::{OverdueShape, UnexplainedShape};
pub(crate) use outcome::OutcomeShape;
pub(crate) use page::PageOf;
pub(crate) use session::SessionShape;
pub(crate) use statement::StatementShape;
pub(crate) use strength::StrengthShape;
pub(crate) use text_place::TextPlace;
pub(crate) use whose::WhoseShape;
pub(crate) use words::StageWord;
