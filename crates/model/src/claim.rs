//! A claim: a statement, its quote, who says it and when it became known.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Digest, Grade, Marking, MissionCode, Modality, Name, NotADigest, Published, Quote, Speaker, Statement,
    canonical,
};

/// A statement with its source. Immutable once made: a correction is a decision, not an edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Which mission; `None` where the source speaks of a force outside any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mission: Option<MissionCode>,
    /// What is said.
    pub statement: Statement,
    /// How surely.
    pub modality: Modality,
    /// Who says it, as the document names them.
    pub speaker: Speaker,
    /// Where it stands written, or who entered it by hand.
    pub source: Source,
    /// How far it may be trusted.
    pub grade: Grade,
    /// When the world could know it.
    pub published: Published,
    /// Who may see it.
    pub marking: Marking,
}

/// Where a claim comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Source {
    /// Found in a document by a rule of a reader or an import.
    Read {
        /// Where it stands written.
        quote: Quote,
        /// Which rule made it. Not part of the claim's address: a better rule that finds the same claim
        /// finds the same claim.
        rule: RuleName,
    },
    /// Entered by a person without a document.
    ByHand {
        /// Who entered it.
        by: Name,
    },
}

/// The name of the rule that made a claim: `arrived`, `stands-at`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct RuleName(pub Name);

/// The address of a claim's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct ClaimId(pub Digest);

impl Claim {
    /// The digest of everything but the rule's name (`docs/decisions/0002-claim-address.md`).
    #[must_use]
    pub fn id(&self) -> ClaimId {
        #[derive(Serialize)]
        struct Content<'a> {
            mission: &'a Option<MissionCode>,
            statement: &'a Statement,
            modality: Modality,
            speaker: &'a Speaker,
            source: Origin<'a>,
            grade: Grade,
            published: Published,
            marking: Marking,
        }
        #[derive(Serialize)]
        #[serde(rename_all = "snake_case")]
        enum Origin<'a> {
            Quote(&'a Quote),
            ByHand(&'a Name),
        }
        let content = Content {
            mission: &self.mission,
            statement: &self.statement,
            modality: self.modality,
            speaker: &self.speaker,
            source: match &self.source {
                Source::Read { quote, rule: _ } => Origin::Quote(quote),
                Source::ByHand { by } => Origin::ByHand(by),
            },
            grade: self.grade,
            published: self.published,
            marking: self.marking,
        };
        ClaimId(Digest::of(&canonical(&content)))
    }

    /// Where it stands written; `None` when entered by hand.
    #[must_use]
    pub fn quote(&self) -> Option<Quote> {
        match &self.source {
            Source::Read { quote, .. } => Some(*quote),
            Source::ByHand { .. } => None,
        }
    }
}

impl fmt::Display for ClaimId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl std::str::FromStr for ClaimId {
    type Err = NotADigest;

    fn from_str(words: &str) -> Result<Self, NotADigest> {
        words.parse().map(Self)
    }
}

impl fmt::Display for RuleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
