//! What the words of a strength book mean: quantities, spans, stages, parties, scopes, statements, claims.
//!
//! This crate never touches a clock, a disk or a network and never has an opinion: it says what a claim is,
//! not whether it is true. Words are those of `docs/glossary.md`.
#![warn(clippy::disallowed_methods)]

mod canonical;
mod ceiling;
mod claim;
mod claim_kind;
mod concern;
mod count;
mod decision;
mod digest;
mod document;
mod engagement;
mod finding;
mod grade;
mod lines;
mod mandate;
mod marking;
mod mission;
mod modality;
mod movement;
mod name;
mod party;
mod published;
mod quantity;
mod quote;
mod resource;
mod scope;
mod site;
mod span;
mod speaker;
mod stage;
mod statement;
#[cfg(feature = "strategies")]
pub mod strategies;

pub use canonical::canonical;
pub use ceiling::Ceiling;
pub use claim::{Claim, ClaimId, RuleName, Source};
pub use claim_kind::{ClaimKind, UnknownClaimKind};
pub use concern::{About, Concern};
pub use count::{Count, CountFields};
pub use decision::{Decision, DecisionId, Ruling};
pub use digest::{Digest, NotADigest};
pub use document::{Address, Document, DocumentId, Form};
pub use engagement::{Engagement, EngagementForm};
pub use finding::Finding;
pub use grade::{Credibility, Grade, NotAGrade, Reliability};
pub use lines::{read_lines, write_lines};
pub use mandate::{Instrument, Mandate, MandateAct, Until};
pub use marking::{Marking, NotAMarking};
pub use mission::{MissionCode, NotAMissionCode};
pub use modality::Modality;
pub use movement::{Movement, MovementFields, Ordinal};
pub use name::{EmptyName, Name};
pub use party::{BODIES, Body, Party, UnknownParty};
pub use published::{Basis, Published};
pub use quantity::{Bounds, Interval, NotAQuantity, Quantity};
pub use quote::{ByteRange, Quote};
pub use resource::{Currency, EquipmentType, NotAResource, Resource, Service};
pub use scope::{Parties, Place, Scope, UnitName, Whose};
pub use site::{Site, SiteName, SiteStatus};
pub use span::{MonthStart, NotASpan, Period, Precision, Span, Stretch, YearStart};
pub use speaker::Speaker;
pub use stage::{Account, DoesNotFit, PATHS, Path, ResourceKind, Stage, Step};
pub use statement::Statement;
