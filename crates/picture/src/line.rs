//! A line of the strength book: one contributor and one resource, through all stages.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::{ClaimId, Resource, Stage};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{Contributor, Figure, Side};

/// One contributor and one resource.
///
/// What is stated of the whole mission, of several parties in one number, or of nobody named stands beside the lines of
/// the parties and is never added to them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Line {
    /// Of whom.
    pub whose: Contributor,
    /// Of what. People of all services are one line, `people`.
    pub resource: Resource,
    /// Everything promised, whatever has become of it.
    pub promised_in_all: Option<Figure>,
    /// What stands in each stage; `promised` is what is still owed. A stage that no claim speaks of is left out.
    pub stages: BTreeMap<Stage, Figure>,
    /// Every count of this line, oldest first: the points that a history is drawn through.
    pub counts: Vec<StatedCount>,
    /// What a reader of this line must know, each with its claims.
    pub notes: Vec<Note>,
}

/// A count as stated, whether the reading rests on it or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatedCount {
    /// In which stage; `promised` is the pledge total.
    pub stage: Stage,
    /// The day it speaks of.
    pub day: Date,
    /// How the reading took it.
    pub taken: Taken,
    /// What it says, and the claims that say it.
    pub side: Side,
}

/// How the reading took a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Taken {
    /// As what stood on its day.
    Stands,
    /// Another of the same days was taken.
    Outvoted,
    /// It counts named units only, and others count the whole.
    PartOnly,
    /// Nothing was weighed with it: it may repeat others, or tell what was promised by a later day.
    NotWeighed,
}

/// A remark with the claims it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Note {
    /// What to know, in a sentence.
    pub words: String,
    /// The claims it is about.
    pub claims: BTreeSet<ClaimId>,
}

impl Line {
    /// Every figure with what its stage is called: the pledge total first, then the stages in their order.
    pub fn figures(&self) -> impl Iterator<Item = (String, &Figure)> {
        let total = self.promised_in_all.iter().map(|figure| ("promised in all".to_owned(), figure));
        total.chain(self.stages.iter().map(|(stage, figure)| (stage.to_string(), figure)))
    }
}
