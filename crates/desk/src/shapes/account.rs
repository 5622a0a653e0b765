//! An account, as whoever keeps the accounts is told of it.

use jiff::Timestamp;
use serde::Serialize;
use store::Account;
use utoipa::ToSchema;

use crate::server::invitation::Link;

/// An account.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Account)]
pub(crate) struct AccountShape {
    /// Its id.
    id: u32,
    /// The name to log in with, which stands on what is entered with it.
    #[schema(example = "A. Clerk")]
    name: String,
    /// `viewer`, `analyst`, `liaison:KEN`, `planner` or `administrator`.
    #[schema(example = "analyst")]
    role: String,
    /// Whether nobody is let in with it.
    disabled: bool,
    /// Whether a password was set; else nobody has opened its link yet.
    has_password: bool,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    made: Timestamp,
}

/// A link that sets the password of an account. It is shown once; whoever has it is let in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Link)]
pub(crate) struct LinkShape {
    /// Where it leads, from the desk's own root on. It is good once.
    #[schema(example = "/password#AbC-123")]
    path: String,
    /// When it is good no more.
    #[schema(value_type = String, format = DateTime)]
    ends: Timestamp,
}

impl From<&Account> for AccountShape {
    fn from(account: &Account) -> Self {
        Self {
            id: account.id.0,
            name: account.name.to_string(),
            role: account.role.to_string(),
            disabled: account.disabled,
            has_password: account.has_password,
            made: account.made,
        }
    }
}

impl From<&Link> for LinkShape {
    fn from(link: &Link) -> Self {
        Self { path: link.path(), ends: link.ends }
    }
}
