//! Where the accounts of a desk lie.

use std::path::{Path, PathBuf};

/// Where the accounts of the desk with this ledger lie: beside it, under its name with the ending `.accounts`.
#[must_use]
pub fn accounts_beside(ledger: &Path) -> PathBuf {
    const ENDING: &str = "accounts";
    if ledger.extension().is_some_and(|ending| ending == ENDING) {
        let mut name = ledger.as_os_str().to_owned();
        name.push(".");
        name.push(ENDING);
        return name.into();
    }
    ledger.with_extension(ENDING)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(ledger: &str, want: &str) {
        assert_eq!(accounts_beside(Path::new(ledger)), Path::new(want));
    }

    #[test]
    fn accounts_lie_beside_their_ledger_and_never_on_it() {
        check("a/ledger.muster", "a/ledger.accounts");
        check("ledger", "ledger.accounts");
        check("the.mss.muster", "the.mss.accounts");
        check("a/odd.accounts", "a/odd.accounts.accounts");
    }
}
