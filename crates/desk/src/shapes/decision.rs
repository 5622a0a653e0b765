//! A decision as the screens show it: what was ruled, by whom, when and why.

use jiff::Timestamp;
use model::{Decision, DecisionId, Ruling};
use picture::Decided;
use serde::Serialize;
use utoipa::ToSchema;

use crate::sentence;

/// What a person ruled on a claim.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Decision)]
pub(crate) struct DecisionShape {
    /// Its address.
    decision: String,
    /// The claim that it is on.
    claim: String,
    /// What was ruled.
    ruling: RulingShape,
    /// The other claim, where the ruling names one.
    other: Option<String>,
    /// What was ruled, in words.
    #[schema(example = "of one event with 75b335f8")]
    words: String,
    /// Who ruled.
    by: String,
    /// Why.
    why: String,
    /// When; none where that is not told here.
    #[schema(value_type = Option<String>, format = DateTime)]
    made: Option<Timestamp>,
}

/// What can be ruled on a claim.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Ruled)]
enum RulingShape {
    /// It is as it says.
    Accept,
    /// It is not to be used.
    Reject,
    /// Another claim stands in its place.
    Replace,
    /// It tells of the same event as another.
    SameAs,
    /// It tells of another event than that claim.
    NotSame,
}

impl From<&Decision> for DecisionShape {
    fn from(decision: &Decision) -> Self {
        let Decision { claim, ruling, by, why, made } = decision;
        let of = Self::of(decision.id(), claim.to_string(), *ruling);
        Self { by: by.to_string(), why: why.to_string(), made: Some(*made), ..of }
    }
}

impl From<&Decided> for DecisionShape {
    fn from(decided: &Decided) -> Self {
        let of = Self::of(decided.decision, decided.claim.to_string(), decided.ruling);
        Self { by: decided.by.to_string(), why: decided.why.to_string(), ..of }
    }
}

impl DecisionShape {
    fn of(id: DecisionId, claim: String, ruling: Ruling) -> Self {
        Self {
            decision: id.0.to_string(),
            claim,
            ruling: match ruling {
                Ruling::Accept => RulingShape::Accept,
                Ruling::Reject => RulingShape::Reject,
                Ruling::Replace { .. } => RulingShape::Replace,
                Ruling::SameAs { .. } => RulingShape::SameAs,
                Ruling::NotSame { .. } => RulingShape::NotSame,
            },
            other: ruling.other().map(|other| other.to_string()),
            words: sentence::ruled(ruling, |other| other.to_string().chars().take(8).collect()),
            by: String::new(),
            why: String::new(),
            made: None,
        }
    }
}
