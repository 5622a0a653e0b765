//! A count: so many stood in a stage on a day.

use std::ops::Deref;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DoesNotFit, Place, Quantity, Scope, Span, Stage};

/// "Nearly 400 are there": a check on a balance, never posted as a movement.
///
/// Refuses a stage that the counted resource does not have. The fields are read through [`Deref`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "CountFields", into = "CountFields")]
#[schemars(with = "CountFields")]
pub struct Count(CountFields);

/// The fields of a [`Count`], before they are held against each other.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CountFields {
    /// Of whom and of what.
    pub scope: Scope,
    /// In which stage. A count of `promised` is a pledge total.
    pub stage: Stage,
    /// How many.
    pub quantity: Quantity,
    /// When it was so, at the end of the day.
    pub as_of: Span,
    /// Where, if the source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

impl TryFrom<CountFields> for Count {
    type Error = DoesNotFit;

    fn try_from(fields: CountFields) -> Result<Self, DoesNotFit> {
        if let Some(kind) = fields.scope.resource.kind() {
            kind.admits(fields.stage)?;
        }
        Ok(Self(fields))
    }
}

impl From<Count> for CountFields {
    fn from(count: Count) -> Self {
        count.0
    }
}

impl Deref for Count {
    type Target = CountFields;

    fn deref(&self) -> &CountFields {
        &self.0
    }
}
