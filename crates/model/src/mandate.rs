//! A mandate: an act that lets a mission, or a contribution to it, begin, go on or end.

use std::{fmt, num::NonZeroU16};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Name, Party, Period, Span};

/// "The Security Council extended the mission for 12 months."
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// What was done.
    pub act: MandateAct,
    /// The text that does it, if the source names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Instrument>,
    /// Who acts, or proposes; `None` where the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Party>,
    /// When it was done.
    pub span: Span,
    /// How long it holds.
    pub until: Until,
}

/// What is done to a mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MandateAct {
    /// Permits the mission or a contribution to it.
    Authorise,
    /// Prolongs it.
    Extend,
    /// Changes its terms.
    Amend,
    /// Turns it into another kind of mission.
    Convert,
    /// Ends it, or lets it lapse.
    End,
    /// Asks for any of these.
    Propose,
}

/// How long a mandate holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Until {
    /// To a day, or to a month or year whose day the source does not give.
    Date(Period),
    /// For so many months from the act.
    Months(NonZeroU16),
    /// The source does not say.
    Unstated,
}

/// The text that carries an act: `S/RES/2699`, `resolution 2699`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Instrument(pub Name);

impl fmt::Display for Instrument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Display for MandateAct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Authorise => "authorise",
            Self::Extend => "extend",
            Self::Amend => "amend",
            Self::Convert => "convert",
            Self::End => "end",
            Self::Propose => "propose",
        })
    }
}

impl fmt::Display for Until {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(period) => f.pad(&format!("until {period}")),
            Self::Months(months) => f.pad(&format!("for {months} months")),
            Self::Unstated => f.pad("end unstated"),
        }
    }
}
