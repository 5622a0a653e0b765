//! What an account may do, by the five roles of a desk.

use std::{fmt, str::FromStr};

use model::Party;

/// A role: `viewer`, `analyst`, `liaison:KEN`, `planner` or `administrator`.
///
/// What each may do is `desk`'s to say; here it is only kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Reads what is public.
    Viewer,
    /// Reads everything, enters and decides.
    Analyst,
    /// Speaks for one party: reads what is public and the party's own, and enters the party's own.
    Liaison(Party),
    /// Reads everything, enters and decides, and plans.
    Planner,
    /// What a planner may, and keeps the accounts.
    Administrator,
}

/// The words that were not a [`Role`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a role; write `viewer`, `analyst`, `planner`, `administrator`, or `liaison:` and a party, such as `liaison:KEN`"
)]
pub struct NotARole(String);

impl FromStr for Role {
    type Err = NotARole;

    fn from_str(words: &str) -> Result<Self, NotARole> {
        match words {
            "viewer" => Ok(Self::Viewer),
            "analyst" => Ok(Self::Analyst),
            "planner" => Ok(Self::Planner),
            "administrator" => Ok(Self::Administrator),
            _ => words
                .strip_prefix("liaison:")
                .and_then(|code| code.parse().ok())
                .map(Self::Liaison)
                .ok_or_else(|| NotARole(words.to_owned())),
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Viewer => f.pad("viewer"),
            Self::Analyst => f.pad("analyst"),
            Self::Liaison(party) => f.pad(&format!("liaison:{party}")),
            Self::Planner => f.pad("planner"),
            Self::Administrator => f.pad("administrator"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, want: Option<Role>) {
        assert_eq!(words.parse().ok(), want);
        assert!(want.is_none_or(|role| role.to_string() == words));
    }

    #[test]
    fn a_role_is_read_as_it_is_written() {
        check("viewer", Some(Role::Viewer));
        check("analyst", Some(Role::Analyst));
        check("planner", Some(Role::Planner));
        check("administrator", Some(Role::Administrator));
        for party in Party::states() {
            check(&format!("liaison:{party}"), Some(Role::Liaison(party)));
        }
        for words in ["", "Viewer", "liaison", "liaison:", "liaison:XYZ", "liaison: KEN", "admin"] {
            check(words, None);
        }
    }
}
