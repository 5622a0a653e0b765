//! What became of an entry that was handed in.

use axum::http::StatusCode;
use ledger::Outcome;
use serde::Serialize;
use utoipa::ToSchema;

use crate::server::problem::{Code, Problem};

/// What became of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = Outcome)]
pub(crate) enum OutcomeShape {
    /// It is in the ledger now.
    Entered,
    /// It was in the ledger before; nothing was entered.
    SeenBefore,
}

impl OutcomeShape {
    /// The status of an answer that tells of this alone.
    pub(crate) fn status(self) -> StatusCode {
        match self {
            Self::Entered => StatusCode::CREATED,
            Self::SeenBefore => StatusCode::OK,
        }
    }

    /// The outcome, and in which fields the ledger keeps its own; a refusal is a problem with the ledger's reason.
    pub(crate) fn of(outcome: &Outcome) -> Result<(Self, Vec<String>), Problem> {
        match outcome {
            Outcome::Entered(_) => Ok((Self::Entered, Vec::new())),
            Outcome::SeenBefore { differs, .. } => {
                Ok((Self::SeenBefore, differs.iter().map(ToString::to_string).collect()))
            }
            Outcome::Refused(refusal) => Err(Problem::new(Code::Refused, refusal.to_string())),
        }
    }
}
