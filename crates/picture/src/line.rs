//! A line of the strength book: one contributor and one resource, through all stages.

use std::collections::{BTreeMap, BTreeSet};

use model::{ClaimId, Resource, Stage, Whose};
use schemars::JsonSchema;
use serde::Serialize;

use crate::Figure;

/// One contributor and one resource.
///
/// `whose` may be the whole mission, several parties in one number, or unstated: such lines stand beside those of
/// the parties and are never added to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Line {
    /// Of whom.
    pub whose: Whose,
    /// Of what. People of all services are one line, `people`.
    pub resource: Resource,
    /// Everything promised, whatever has become of it.
    pub promised_in_all: Option<Figure>,
    /// What stands in each stage; `promised` is what is still owed. A stage that no claim speaks of is left out.
    pub stages: BTreeMap<Stage, Figure>,
    /// What a reader of this line must know, each with its claims.
    pub notes: Vec<Note>,
}

/// A remark with the claims it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Note {
    /// What to know, in a sentence.
    pub words: String,
    /// The claims it is about.
    pub claims: BTreeSet<ClaimId>,
}
