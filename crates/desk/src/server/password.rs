//! Passwords: which may be chosen, and how they are kept and tried.
//!
//! Why these numbers: `docs/decisions/0014-accounts.md`.

use std::{fmt, num::NonZeroUsize, sync::Arc, thread::available_parallelism};

use argon2::{
    Algorithm, Argon2, Params, Version, password_hash::PasswordHasher, password_hash::PasswordVerifier,
};
use serde::{Deserialize, Deserializer, de::Error};
use store::{AccountName, PasswordHash};
use tokio::{sync::Semaphore, task::spawn_blocking};
use unicode_normalization::UnicodeNormalization;

use super::problem::{Code, Problem};

/// Memory in KiB, passes and lanes: the least that OWASP asks
/// (<https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html>).
const COST: (u32, u32, u32) = (19_456, 2, 1);
/// Random bytes that keep two equal passwords from having one hash.
const SALT_BYTES: usize = 16;
/// Characters of a password: NIST SP 800-63B-4, 3.1.1.2, for a password that is the only factor.
const LEAST: usize = 15;
/// No password is cut, so there is an end.
const MOST: usize = 256;
/// Different characters of a password.
const LEAST_DIFFERENT: usize = 5;

/// A password as somebody typed it, normalised (NFC, as RFC 8265 has it). Its `Debug` tells nothing, and it has no `Display`.
#[derive(Clone)]
pub(crate) struct Password(String);

/// Keeps passwords and tries them, away from the threads that answer and only so many at once.
#[derive(Debug)]
pub(crate) struct Passwords {
    turns: Arc<Semaphore>,
    of_nobody: PasswordHash,
}

impl Password {
    /// From what was typed.
    pub(crate) fn new(words: &str) -> Self {
        Self(words.nfc().collect())
    }

    /// What was typed, for what is no password but as secret.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Refuses what is too easily guessed, for the account with this name.
    pub(crate) fn check(&self, name: &AccountName) -> Result<(), Problem> {
        let length = self.0.chars().count();
        let lower = self.0.to_lowercase();
        let mut different: Vec<char> = lower.chars().collect();
        different.sort_unstable();
        different.dedup();
        let fault = if length < LEAST {
            format!("the password has {length} characters")
        } else if length > MOST {
            format!("the password has {length} characters; at most {MOST} are taken")
        } else if different.len() < LEAST_DIFFERENT {
            format!("the password is made of {} different characters", different.len())
        } else if lower.replace(&name.key(), "").chars().count() < LEAST / 2 {
            "the password is little more than the name of the account".to_owned()
        } else {
            return Ok(());
        };
        Err(Problem::new(Code::WeakPassword, fault).hint(format!(
            "choose at least {LEAST} characters: a sentence or four words of your own will do"
        )))
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

/// Whatever is not text is refused without being quoted.
impl<'de> Deserialize<'de> for Password {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match serde_json::Value::deserialize(deserializer) {
            Ok(serde_json::Value::String(words)) => Ok(Self::new(&words)),
            _ => Err(D::Error::custom("a password is text")),
        }
    }
}

impl Passwords {
    /// As many at once as there are cores.
    pub(crate) fn new() -> Self {
        let turns = available_parallelism().map_or(1, NonZeroUsize::get);
        let (memory, passes, lanes) = COST;
        // 16 bytes of salt and 32 of hash, all zero: no password is known to have it.
        let of_nobody =
            format!("$argon2id$v=19$m={memory},t={passes},p={lanes}${}${}", "A".repeat(22), "A".repeat(43));
        Self { turns: Arc::new(Semaphore::new(turns)), of_nobody: PasswordHash::new(of_nobody) }
    }

    /// The slow hash of a password, to be kept.
    pub(crate) async fn hash(&self, password: Password) -> Result<PasswordHash, Problem> {
        let mut salt = [0; SALT_BYTES];
        getrandom::fill(&mut salt).map_err(|error| Problem::internal(&error))?;
        self.in_turn(move || {
            let hash = argon2()?.hash_password_with_salt(password.0.as_bytes(), &salt);
            hash.map(|hash| PasswordHash::new(hash.to_string())).map_err(|error| Problem::internal(&error))
        })
        .await
    }

    /// Whether this is the password with that hash; `false`, after as much work, for who has none.
    pub(crate) async fn fits(&self, password: Password, hash: Option<PasswordHash>) -> Result<bool, Problem> {
        let hash = hash.unwrap_or_else(|| self.of_nobody.clone());
        self.in_turn(move || Ok(argon2()?.verify_password(password.0.as_bytes(), hash.as_str()).is_ok()))
            .await
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let turns = Arc::clone(&self.turns);
        let turn = turns.acquire_owned().await.map_err(|error| Problem::internal(&error))?;
        // The turn goes along: who gave up waiting leaves work behind that still takes its memory.
        let done = spawn_blocking(move || {
            let _turn = turn;
            work()
        });
        done.await.map_err(|error| Problem::internal(&error))?
    }
}

fn argon2() -> Result<Argon2<'static>, Problem> {
    let (memory, passes, lanes) = COST;
    let params = Params::new(memory, passes, lanes, None).map_err(|error| Problem::internal(&error))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, want: Option<&str>) {
        let name = AccountName::new("Administrator").unwrap();
        let problem = Password::new(words).check(&name).err();
        assert_eq!(problem.as_ref().map(Problem::detail), want);
        assert!(problem.is_none_or(|problem| problem.code == Code::WeakPassword));
    }

    #[test]
    fn a_password_is_long_and_not_the_name() {
        check("correct horse battery", None);
        check(
            "\u{43f}\u{430}\u{440}\u{43e}\u{43b}\u{44c} \u{438}\u{437} \u{441}\u{43b}\u{43e}\u{432}\u{430}",
            None,
        );
        check("123456789abcdef", None);
        check("123456789abcde", Some("the password has 14 characters"));
        check("", Some("the password has 0 characters"));
        check(&"abcdefgh".repeat(32), None);
        check(&("abcdefgh".repeat(32) + "i"), Some("the password has 257 characters; at most 256 are taken"));
        check(&"abab".repeat(5), Some("the password is made of 2 different characters"));
        check(
            "administratorADMINISTRATOR1",
            Some("the password is little more than the name of the account"),
        );
        check("administrator of the desk", None);
    }

    #[tokio::test]
    async fn a_password_fits_its_own_hash_alone() {
        let passwords = Passwords::new();
        let password = |words| Password::new(words);
        let hash = passwords.hash(password("Pont-Sond\u{e9} at four")).await.unwrap();
        assert!(hash.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", hash.as_str());
        let again = passwords.hash(password("Pont-Sond\u{e9} at four")).await.unwrap();
        assert_ne!(hash, again, "each has a salt of its own");
        for (words, hash, want) in [
            ("Pont-Sond\u{e9} at four", Some(&hash), true),
            // The same letters from another keyboard.
            ("Pont-Sonde\u{301} at four", Some(&hash), true),
            ("Pont-Sonde at four", Some(&hash), false),
            ("Pont-Sond\u{e9} at four", None, false),
            ("", None, false),
        ] {
            assert_eq!(passwords.fits(password(words), hash.cloned()).await.unwrap(), want, "{words}");
        }
    }

    #[test]
    fn who_has_no_password_costs_as_much_work() {
        let of_nobody = Passwords::new().of_nobody;
        let read = argon2::password_hash::phc::PasswordHash::new(of_nobody.as_str()).unwrap();
        let (memory, passes, lanes) = COST;
        assert_eq!(Params::try_from(&read).unwrap(), Params::new(memory, passes, lanes, Some(32)).unwrap());
        assert_eq!(argon2().unwrap().params().output_len(), None, "32 bytes where nothing else is said");
    }

    #[test]
    fn a_password_is_never_quoted() {
        for wrong in ["1234567890123456", "[\"a secret of fifteen\"]", "null", "{\"a secret\": 1}"] {
            let error = serde_json::from_str::<Password>(wrong).unwrap_err().to_string();
            assert!(error.starts_with("a password is text"), "{error}");
        }
        let read: Password = serde_json::from_str("\"a secret of fifteen\"").unwrap();
        assert_eq!(format!("{read:?}"), "Password");
    }
}
