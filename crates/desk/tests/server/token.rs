//! Personal tokens for tests: an account for each role, named like it, with one token.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use jiff::{Timestamp, ToSpan};
use model::Name;
use store::{AccountName, Accounts, Made, NewAccount, NewToken, SecretHash};

/// What a program with this role sends as `Authorization`: `viewer`, `analyst`, `liaison:KEN`, ...
pub(crate) async fn token(accounts: &dyn Accounts, role: &str, made: Timestamp) -> String {
    // A secret of its own for each role: tests need no randomness.
    let secret = *model::Digest::of(role.as_bytes()).as_bytes();
    let name = AccountName::new(role).unwrap();
    let new = NewAccount { name: name.clone(), role: role.parse().unwrap(), made };
    let account = match accounts.make(new).await.unwrap() {
        Made::Made(account) => account,
        Made::NameTaken => accounts.named(&name).await.unwrap().unwrap(),
    };
    let token = NewToken {
        secret: SecretHash::of(&secret),
        account: account.id,
        name: Name::new("a test").unwrap(),
        made,
        ends: made + 1_000.hours(),
    };
    if accounts.tokens(account.id, made).await.unwrap().is_empty() {
        accounts.make_token(token).await.unwrap().unwrap();
    }
    format!("Bearer muster_{}", BASE64_URL_SAFE_NO_PAD.encode(secret))
}
