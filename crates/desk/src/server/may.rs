//! What each role may: the one place that says so.

use model::{Marking, Party};
use picture::Viewer;
use store::Role;

/// What somebody may or may not do, beside reading what they may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// Read the entries as they are chained: their places tell of those that are hidden.
    ReadEntries,
    /// Enter documents and claims, and decide on claims.
    Enter,
    /// Make accounts, change them, and invite.
    KeepAccounts,
}

/// Whether this role may do it.
pub(crate) fn may(role: Role, act: Act) -> bool {
    match (role, act) {
        (Role::Viewer, _) => false,
        (Role::Liaison(_), act) => act == Act::Enter,
        (Role::Analyst | Role::Planner, act) => act != Act::KeepAccounts,
        (Role::Administrator, _) => true,
    }
}

/// Whose eyes this role looks with.
pub(crate) fn viewer(role: Role) -> Viewer {
    match role {
        Role::Viewer => Viewer::Public,
        Role::Liaison(party) => Viewer::Liaison(party),
        Role::Analyst | Role::Planner | Role::Administrator => Viewer::Staff,
    }
}

/// The party for which this role speaks, and for nobody else.
pub(crate) fn speaks_for(role: Role) -> Option<Party> {
    match role {
        Role::Liaison(party) => Some(party),
        _ => None,
    }
}

/// Whether this role may decide on a claim with this marking.
pub(crate) fn may_decide_on(role: Role, marking: Marking) -> bool {
    may(role, Act::Enter) && speaks_for(role).is_none_or(|party| marking == Marking::Party(party))
}
