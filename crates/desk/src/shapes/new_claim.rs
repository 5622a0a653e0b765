//! A claim that a person enters by hand, or puts in another's place.

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use utoipa::ToSchema;

use super::{ModalityShape, StatementShape};

/// A claim by hand, or a correction of one that is there.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewClaim {
    /// The claim that it corrects: its quote is kept, and of mission, speaker, modality, grade and marking what is not given.
    #[serde(default)]
    pub(crate) replaces: Option<String>,
    /// Why the other claim is replaced; needed with `replaces`.
    #[serde(default)]
    pub(crate) why: Option<String>,
    /// The mission's code, or null for a force outside any; needed for a claim by hand.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "MSS")]
    pub(crate) mission: Given,
    #[schema(value_type = StatementShape)]
    pub(crate) statement: Value,
    /// How surely it is said; needed for a claim by hand.
    #[serde(default)]
    pub(crate) modality: Option<ModalityShape>,
    /// Who says it; needed for a claim by hand. In a correction null is the document in its own voice.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "a ministry's liaison")]
    pub(crate) speaker: Given,
    /// How far it may be trusted, by the Admiralty code; `C3` for a claim by hand if not given.
    #[serde(default)]
    #[schema(example = "B2")]
    pub(crate) grade: Option<String>,
    /// The day on which the world could know it, for a claim by hand; today if not given.
    #[serde(default)]
    #[schema(format = Date)]
    pub(crate) published: Option<String>,
    /// Who may see it; `public` for a claim by hand if not given. What a liaison enters is its party's always.
    #[serde(default)]
    #[schema(example = "public")]
    pub(crate) marking: Option<String>,
}

/// A word that may be left out, or be null.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) enum Given {
    /// It is not there.
    #[default]
    Not,
    /// It is there as null.
    Null,
    /// It is there.
    Word(String),
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(from)?.map_or(Self::Null, Self::Word))
    }
}
