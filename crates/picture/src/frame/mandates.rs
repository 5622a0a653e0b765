//! The acts on the mandate, in order, and when it ends.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::{ClaimId, Instrument, MandateAct, Modality, Party, Span, Until};
use schemars::JsonSchema;
use serde::Serialize;

/// One act on the mandate and the claims that tell of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ActLine {
    /// What was done, or asked for.
    pub act: MandateAct,
    /// Who acts, as far as told.
    pub body: Option<Party>,
    /// The text that does it, as far as told.
    pub instrument: Option<Instrument>,
    /// When.
    pub when: Span,
    /// How long it holds.
    pub until: Until,
    /// How surely it is told.
    pub modality: Modality,
    /// The claims that tell of it.
    pub claims: BTreeSet<ClaimId>,
}

/// When the mandate ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MandateEnd {
    /// The first day it can mean.
    pub earliest: Date,
    /// The last day it can mean.
    pub latest: Date,
    /// How it was reckoned, in a sentence.
    pub how: String,
    /// The claims behind it.
    pub claims: BTreeSet<ClaimId>,
}
