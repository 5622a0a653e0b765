//! Who asks, as the screens are told: the name, the role, and what they may.

use jiff::Timestamp;
use serde::Serialize;
use store::{Account, Role};
use utoipa::ToSchema;

use crate::server::{
    logged_in::{LoggedIn, With},
    may::{Act, may, speaks_for},
};

/// Who asks, and what they may.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Session)]
pub(crate) struct SessionShape {
    /// The name of the account; none: nobody is logged in.
    #[schema(example = "A. Clerk")]
    name: Option<String>,
    /// `viewer`, `analyst`, `liaison:KEN`, `planner` or `administrator`.
    #[schema(example = "analyst")]
    role: Option<String>,
    /// The party that a liaison speaks for.
    #[schema(example = "KEN")]
    party: Option<String>,
    /// What they were let in with.
    with: Option<WithShape>,
    /// When they have to log in again, however much the session is used. It ends after an hour without use.
    #[schema(value_type = Option<String>, format = DateTime)]
    ends: Option<Timestamp>,
    /// What they may do.
    may: Vec<MayShape>,
    /// Whether this is the demo, whose ledger is gone afterwards.
    demo: bool,
}

/// What somebody was let in with.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
#[schema(as = LetInWith)]
enum WithShape {
    /// A name and a password.
    Session,
    /// A personal token.
    Token,
}

/// What somebody may do; what they may see is never shown to be missing.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = May)]
enum MayShape {
    /// Read what they may see.
    Read,
    /// Read the entries as they are chained.
    ReadEntries,
    /// Enter documents and claims, and decide; a liaison on its own party's.
    Enter,
    /// Make accounts, change them, and invite.
    KeepAccounts,
    /// Make personal tokens, and change the password.
    KeepTokens,
}

impl SessionShape {
    /// Nobody, at a desk that is open or not.
    pub(crate) fn nobody(open: bool, demo: bool) -> Self {
        let may = open.then_some(MayShape::Read).into_iter().collect();
        Self { name: None, role: None, party: None, with: None, ends: None, may, demo }
    }

    /// Somebody with an account.
    pub(crate) fn of(known: &LoggedIn, demo: bool) -> Self {
        let (with, ends) = match known.with {
            With::Session { ends, .. } => (WithShape::Session, Some(ends)),
            With::Token => (WithShape::Token, None),
        };
        Self::new(&known.account, with, ends, demo)
    }

    /// Somebody whose session has just begun.
    pub(crate) fn begun(account: &Account, ends: Timestamp, demo: bool) -> Self {
        Self::new(account, WithShape::Session, Some(ends), demo)
    }

    fn new(account: &Account, with: WithShape, ends: Option<Timestamp>, demo: bool) -> Self {
        let role: Role = account.role;
        let in_session = matches!(with, WithShape::Session);
        let all = [
            (MayShape::Read, true),
            (MayShape::ReadEntries, may(role, Act::ReadEntries)),
            (MayShape::Enter, may(role, Act::Enter)),
            (MayShape::KeepAccounts, in_session && may(role, Act::KeepAccounts)),
            (MayShape::KeepTokens, in_session),
        ];
        let may = all.into_iter().filter(|(_, may)| *may).map(|(what, _)| what).collect();
        Self {
            name: Some(account.name.to_string()),
            role: Some(role.to_string()),
            party: speaks_for(role).map(|party| party.to_string()),
            with: Some(with),
            ends,
            may,
            demo,
        }
    }
}
