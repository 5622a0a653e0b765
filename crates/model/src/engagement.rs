//! An engagement: a meeting, call, briefing, visit or statement about the mission.

use std::{collections::BTreeSet, fmt};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Name, Place, Span, Whose};

/// "The president received the prime minister."
///
/// Participants are public office holders and bodies as the source names them, never members of the force.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Engagement {
    /// What kind of contact.
    pub form: EngagementForm,
    /// The party that engages, as the source tells it.
    pub whose: Whose,
    /// Who took part.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub participants: BTreeSet<Name>,
    /// What it was about.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub topics: BTreeSet<Name>,
    /// Where, if the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// When.
    pub span: Span,
}

/// The form of an engagement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EngagementForm {
    /// People met.
    Meeting,
    /// People spoke at a distance.
    Call,
    /// One told others.
    Briefing,
    /// Somebody came to see.
    Visit,
    /// Somebody spoke in public.
    Statement,
}

impl fmt::Display for EngagementForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Meeting => "meeting",
            Self::Call => "call",
            Self::Briefing => "briefing",
            Self::Visit => "visit",
            Self::Statement => "statement",
        })
    }
}
