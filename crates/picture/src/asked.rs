//! What a picture is asked for: a mission, a day, a knowledge day and who looks.

use std::fmt;

use jiff::civil::Date;
use model::{Marking, MissionCode, Party};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Rate;

/// One question to the ledger. Both times are always named: there is no "now" here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Asked {
    /// Which mission.
    pub mission: MissionCode,
    /// The day whose end is pictured.
    pub as_of: Date,
    /// Nothing published after this day counts. Decisions do: they were never published
    /// (`docs/decisions/0003-two-clocks.md`).
    pub known_on: Date,
    /// Who looks.
    pub viewer: Viewer,
    /// The only rates by which money may be shown in another currency.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<Rate>,
}

/// Who looks at a picture, and so which claims it may rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Viewer {
    /// Anybody: public claims only.
    Public,
    /// The mission's own staff: every claim.
    Staff,
    /// A party's liaison: public claims, and those marked for that party.
    Liaison(Party),
}

impl Viewer {
    /// Whether this viewer may see a claim with this marking.
    #[must_use]
    pub fn may_see(self, marking: Marking) -> bool {
        match (self, marking) {
            (_, Marking::Public) | (Self::Staff, _) => true,
            (Self::Liaison(own), Marking::Party(party)) => own == party,
            (Self::Liaison(_), Marking::Mission) | (Self::Public, _) => false,
        }
    }
}

impl fmt::Display for Viewer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public => f.pad("public"),
            Self::Staff => f.pad("staff"),
            Self::Liaison(party) => f.pad(&format!("liaison:{party}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(viewer: Viewer, may_see: [bool; 4]) {
        let markings = ["public", "mission", "party:KEN", "party:JAM"];
        assert_eq!(markings.map(|marking| viewer.may_see(marking.parse().unwrap())), may_see, "{viewer}");
    }

    #[test]
    fn each_viewer_sees_its_own_and_what_is_public() {
        check(Viewer::Public, [true, false, false, false]);
        check(Viewer::Staff, [true, true, true, true]);
        check(Viewer::Liaison("KEN".parse().unwrap()), [true, false, true, false]);
    }
}
