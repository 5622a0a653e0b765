//! What was asked, said again in the answer, so that it can be kept without its address.

use jiff::civil::Date;
use picture::Asked;
use serde::Serialize;
use utoipa::ToSchema;

/// From where a mission was looked at.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Asked)]
pub(crate) struct AskedShape {
    /// The mission's code.
    #[schema(example = "MSS")]
    mission: String,
    /// The day whose end is pictured.
    #[schema(value_type = String, format = Date)]
    as_of: Date,
    /// The last day of publication that counts.
    #[schema(value_type = String, format = Date)]
    known_on: Date,
}

impl From<&Asked> for AskedShape {
    fn from(asked: &Asked) -> Self {
        Self { mission: asked.mission.to_string(), as_of: asked.as_of, known_on: asked.known_on }
    }
}
