//! A movement: so many took a step from one stage to the next.

use std::{fmt, num::NonZeroU16, ops::Deref};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DoesNotFit, Place, Quantity, Scope, Span, Step};

/// "217 landed on 18 January": an entry in the books.
///
/// Refuses a step that the moved resource does not take. The fields are read through [`Deref`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "MovementFields", into = "MovementFields")]
#[schemars(with = "MovementFields")]
pub struct Movement(MovementFields);

/// The fields of a [`Movement`], before they are held against each other.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MovementFields {
    /// Of whom and of what.
    pub scope: Scope,
    /// Which step.
    pub step: Step,
    /// How many.
    pub quantity: Quantity,
    /// When.
    pub during: Span,
    /// From where, if the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Place>,
    /// To where, if the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Place>,
    /// Which of the party's contingents, if the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ordinal: Option<Ordinal>,
}

/// The place of a contingent among its party's: "fourth contingent" is 4. Zero is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Ordinal(pub NonZeroU16);

impl Ordinal {
    /// The n-th; `None` for zero.
    #[must_use]
    pub fn new(n: u16) -> Option<Self> {
        NonZeroU16::new(n).map(Self)
    }
}

impl fmt::Display for Ordinal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.0.get();
        let ending = match (n % 10, n % 100) {
            (_, 11..=13) => "th",
            (1, _) => "st",
            (2, _) => "nd",
            (3, _) => "rd",
            _ => "th",
        };
        f.pad(&format!("{n}{ending}"))
    }
}

impl TryFrom<MovementFields> for Movement {
    type Error = DoesNotFit;

    fn try_from(fields: MovementFields) -> Result<Self, DoesNotFit> {
        if let Some(kind) = fields.scope.resource.kind() {
            kind.path(fields.step)?;
        }
        Ok(Self(fields))
    }
}

impl From<Movement> for MovementFields {
    fn from(movement: Movement) -> Self {
        movement.0
    }
}

impl Deref for Movement {
    type Target = MovementFields;

    fn deref(&self) -> &MovementFields {
        &self.0
    }
}
