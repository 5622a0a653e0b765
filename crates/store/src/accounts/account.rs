//! An account: who may log in, under which name, and with which role.

use std::{fmt, str::FromStr};

use jiff::Timestamp;
use model::Name;

use super::Role;

/// Tells one account from another; never given to another account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(pub u32);

/// The name that a person logs in with and decides under.
///
/// One line of at most [`AccountName::LONGEST`] characters. Names that differ only in the case of their letters are one
/// name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountName(Name);

/// The words that were not an [`AccountName`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAccountName {
    /// There is nothing in it.
    #[error("the name of an account is empty; write a name to log in with")]
    Empty,
    /// There is too much in it.
    #[error("the name of an account has {0} characters; write at most {max}", max = AccountName::LONGEST)]
    TooLong(usize),
}

/// Somebody who may log in, or once could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Its name.
    pub name: AccountName,
    /// What it may do.
    pub role: Role,
    /// Whether nobody is let in with it.
    pub disabled: bool,
    /// Whether a password was set, so that it can log in.
    pub has_password: bool,
    /// When it was made.
    pub made: Timestamp,
}

/// An account to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccount {
    /// Its name.
    pub name: AccountName,
    /// What it may do.
    pub role: Role,
    /// The moment.
    pub made: Timestamp,
}

/// What became of an account that was to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// It was made.
    Made(Account),
    /// Another account has this name.
    NameTaken,
}

/// A change to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It may do something else from now on.
    Role(Role),
    /// Nobody is let in with it from now on.
    Disable,
    /// Its owner may log in again.
    Enable,
}

/// What became of a change to an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// The account as it is now.
    To(Account),
    /// There is no such account.
    Unknown,
    /// Nobody could keep the accounts any more: this is the last administrator who can log in.
    LastAdministrator,
}

impl AccountName {
    /// The most characters of a name.
    pub const LONGEST: usize = 64;

    /// Normalises the words.
    pub fn new(words: &str) -> Result<Self, NotAnAccountName> {
        let name = Name::new(words).map_err(|_| NotAnAccountName::Empty)?;
        match name.as_str().chars().count() {
            0..=Self::LONGEST => Ok(Self(name)),
            count => Err(NotAnAccountName::TooLong(count)),
        }
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// What is the same for names that differ only in case.
    #[must_use]
    pub fn key(&self) -> String {
        self.as_str().to_lowercase()
    }
}

impl FromStr for AccountName {
    type Err = NotAnAccountName;

    fn from_str(words: &str) -> Result<Self, NotAnAccountName> {
        Self::new(words)
    }
}

impl From<AccountName> for Name {
    fn from(name: AccountName) -> Self {
        name.0
    }
}

impl fmt::Display for AccountName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, want: Result<(&str, &str), &str>) {
        let name = AccountName::new(words);
        let got = name.as_ref().map(|name| (name.as_str().to_owned(), name.key()));
        let want = want.map(|(name, key)| (name.to_owned(), key.to_owned()));
        assert_eq!(got.map_err(ToString::to_string), want.map_err(ToOwned::to_owned));
    }

    #[test]
    fn names_that_differ_in_case_are_one() {
        check("Ann Clerk", Ok(("Ann Clerk", "ann clerk")));
        check("  ann\tCLERK ", Ok(("ann CLERK", "ann clerk")));
        check("E\u{301}mile", Ok(("\u{c9}mile", "\u{e9}mile")));
        check("\u{7}", Err("the name of an account is empty; write a name to log in with"));
        check(&"x".repeat(64), Ok((&"x".repeat(64), &"x".repeat(64))));
        check(&"x".repeat(65), Err("the name of an account has 65 characters; write at most 64"));
    }
}
