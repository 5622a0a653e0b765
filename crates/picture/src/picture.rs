//! The picture itself: balances with bounds on a day, as known on a day, for one viewer.

use std::collections::BTreeSet;

use ledger::Ledger;
use model::{ClaimId, Modality, Span};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{Asked, Dispute, Event, Frame, Line, Unexplained};

/// What follows from the claims. Same claims in any order, same picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Picture {
    /// What was asked.
    pub asked: Asked,
    /// The strength book: parties by code, then several parties, the whole mission, and unstated.
    pub lines: Vec<Line>,
    /// The parties' lines added up, by resource; what the whole mission's figures are held against.
    pub sums: Vec<Line>,
    /// Claims that cannot all be right, the widest difference first.
    pub disputes: Vec<Dispute>,
    /// Differences that no claim accounts for.
    pub unexplained: Vec<Unexplained>,
    /// Every movement, each with its reports.
    pub events: Vec<Event>,
    /// What is planned or proposed, and moved nothing.
    pub plans: Vec<Noted>,
    /// What is denied, and moved nothing.
    pub denials: Vec<Noted>,
    /// Ceilings, mandate, sites, engagements, concerns.
    pub frame: Frame,
    /// Claims known to this viewer that the picture does not rest on.
    pub left_out: LeftOut,
}

/// A claim that is shown beside the balances and moves none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Noted {
    /// The claim.
    pub claim: ClaimId,
    /// How surely it is said.
    pub modality: Modality,
    /// When it is said to hold.
    pub when: Span,
    /// What it says, in one line.
    pub words: String,
}

/// Claims of the mission that the viewer may see, known by the knowledge day, that the picture does not rest on.
///
/// What was published later, or may not be seen, is not even counted: it must change nothing shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LeftOut {
    /// A person ruled them out.
    pub rejected: BTreeSet<ClaimId>,
    /// Another claim stands in their place.
    pub replaced: BTreeSet<ClaimId>,
    /// They speak of a time after the day asked for.
    pub later: BTreeSet<ClaimId>,
}

/// The picture that the ledger gives for what is asked.
#[must_use]
pub fn picture(_ledger: &Ledger, asked: &Asked) -> Picture {
    Picture {
        asked: asked.clone(),
        lines: Vec::new(),
        sums: Vec::new(),
        disputes: Vec::new(),
        unexplained: Vec::new(),
        events: Vec::new(),
        plans: Vec::new(),
        denials: Vec::new(),
        frame: Frame::default(),
        left_out: LeftOut::default(),
    }
}
