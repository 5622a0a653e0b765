//! A decision: what a person ruled on a claim, and why.

use std::fmt;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ClaimId, Digest, Name, canonical};

/// What a person ruled on a claim. Never deleted: a later decision on the same claim undoes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The claim it is about.
    pub claim: ClaimId,
    /// What was ruled.
    pub ruling: Ruling,
    /// Who ruled.
    pub by: Name,
    /// Why.
    pub why: Name,
    /// When; part of its address, so that "accept, reject, accept again" are three decisions.
    pub made: Timestamp,
}

/// What can be ruled on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ruling {
    /// It is as it says; undoes a rejection or a replacement.
    Accept,
    /// It is not to be used.
    Reject,
    /// Another claim stands in its place, and is accepted by that.
    Replace {
        /// The claim that stands in its place.
        with: ClaimId,
    },
    /// It tells of the same event as another claim.
    SameAs {
        /// The other claim.
        other: ClaimId,
    },
    /// It tells of another event than that claim; undoes a same-as.
    NotSame {
        /// The other claim.
        other: ClaimId,
    },
}

/// The address of a decision's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct DecisionId(pub Digest);

impl Decision {
    /// The digest of all of it.
    #[must_use]
    pub fn id(&self) -> DecisionId {
        DecisionId(Digest::of(&canonical(self)))
    }
}

impl Ruling {
    /// The other claim it names, if it names one.
    #[must_use]
    pub fn other(self) -> Option<ClaimId> {
        match self {
            Self::Accept | Self::Reject => None,
            Self::Replace { with } => Some(with),
            Self::SameAs { other } | Self::NotSame { other } => Some(other),
        }
    }
}

impl fmt::Display for DecisionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Display for Ruling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Replace { .. } => "replace",
            Self::SameAs { .. } => "same-as",
            Self::NotSame { .. } => "not-same",
        })
    }
}
